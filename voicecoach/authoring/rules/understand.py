"""A document in, what was written out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from voicecoach.authoring.document import Document
from voicecoach.authoring.rules.matching import Matcher
from voicecoach.authoring.rules.scopes import scoped
from voicecoach.authoring.rules.walk import walked
from voicecoach.authoring.written import Written


def understood(document: Document, titles: Mapping[str, str]) -> Written:
    """What a document says; `titles` are those of the library's exercises by name. It never fails."""
    draft = walked(document.blocks)
    written = scoped(draft, Matcher(titles))
    return _titled(replace(written, title=written.title or document.title))


def _titled(written: Written) -> Written:
    """With the title of its only section as its own, if it has none."""
    if written.title or len(written.sections) != 1:
        return written
    (section,) = written.sections
    return replace(written, title=section.title, sections=(replace(section, title=None),))
