"""What a voice may say wrong in the texts that an author has written, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.definitions.load import Loaded
from voicecoach.definitions.source import Node
from voicecoach.errors import Fault
from voicecoach.speakable.doubts import doubts as speaking_doubts
from voicecoach.speakable.lexicon import Lexicon, built_in_lexicon

_SAID = frozenset(
    {
        "title",
        "say",
        "short",
        "note",
        "cues",
        "instead",
        "changes",
        "lines",
        "switch",
        "side_noun",
        "put_away",
        "phrases",
        "equipment",
    }
)
"""Keys with what is said below them."""

_NOT_SAID = frozenset(
    {
        "phase",
        "needs",
        "position",
        "from_set",
        "to_set",
        "at",
        "left",
        "every",
        "source",
        "name",
        "about",
        "album",
        "genre",
        "video",
    }
)
"""Keys, also below those, with what is not."""


def said_doubts(loaded: Loaded, lexicon: Lexicon) -> Iterator[Fault]:
    """The doubts about every text that is said and isn't built in. `lexicon` is the user's own."""
    language = loaded.session.language
    known = built_in_lexicon(language).plus(lexicon)
    for node in _own_texts(loaded):
        for problem, fix in speaking_doubts(str(node.value), language, known):
            yield Fault(node.place, node.path, problem, fix)


def _own_texts(loaded: Loaded) -> Iterator[Node]:
    resolver = loaded.resolver
    for root in (*(resolver.files.values() or [resolver.root]), *resolver.own.values()):
        yield from _texts(root, said=False)


def _texts(node: Node, *, said: bool) -> Iterator[Node]:
    if isinstance(node.value, str):
        if said and node.path:  # the title of a line is made of what stands in it, and told there
            yield node
    elif isinstance(node.value, list):
        for child in node.value:
            yield from _texts(child, said=said)
    else:
        for key, child in node.children.items():
            shown_only = key in _NOT_SAID or (key == "title" and "say" in node.children)
            yield from _texts(child, said=not shown_only and (said or key in _SAID))
