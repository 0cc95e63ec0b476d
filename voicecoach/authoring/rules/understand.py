"""A document in, what was written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from voicecoach.authoring.document import Document
from voicecoach.authoring.matching import Matcher
from voicecoach.authoring.rules.scopes import scoped
from voicecoach.authoring.rules.walk import walked
from voicecoach.authoring.written import Written


def understood(document: Document, titles: Mapping[str, str]) -> Written:
    """What a document says; `titles` are those of the library's exercises by name. It never fails."""
    draft = walked(document.blocks)
    written = scoped(draft, Matcher(titles))
    return replace(written, title=written.title or document.title)
