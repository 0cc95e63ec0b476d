"""The phrase catalogues that are built in."""

from __future__ import annotations

from functools import cache

from voicecoach.definitions.files import built_in, names
from voicecoach.definitions.model import Wordings
from voicecoach.definitions.phrases import Phrases
from voicecoach.definitions.source import Node
from voicecoach.errors import UnknownNameError


@cache
def load_phrases(language: str) -> Phrases:
    """The phrase catalogue of a language. Raises UnknownNameError if there is none."""
    if language not in names("phrases"):
        raise UnknownNameError("language", language, names("phrases"))
    catalogue = built_in("phrases", language)
    lines = {name: tuple(map(_texts, variants)) for name, variants in _entries(catalogue.at("lines"))}
    words = {name: str(node.value) for name, node in catalogue.at("words").children.items()}
    return Phrases(language, lines, words, _texts(catalogue.at("numbers")))


def _entries(node: Node) -> list[tuple[str, list[Node]]]:
    return [(name, child.value) for name, child in node.children.items() if isinstance(child.value, list)]


def _texts(node: Node) -> Wordings:
    """One text, or all those of a list."""
    return tuple(str(one.value) for one in node.value) if isinstance(node.value, list) else (str(node.value),)
