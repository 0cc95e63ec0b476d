"""The faults of keys: those that nothing knows, and those that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from voicecoach.definitions.field_names import meant, other_word
from voicecoach.definitions.source import Node
from voicecoach.errors import Fault


def unknown_key(node: Node, key: str, kind: type, known: Iterable[str]) -> Fault:
    """What to say of a key of `node` that a `kind` doesn't have."""
    return Fault(
        node.keys[key], f"{node.path}.{key}".removeprefix("."), "unknown key.", meant(key, kind, sorted(known))
    )


def missing_keys(node: Node, kind: type, needed: Iterable[str], unknown: Iterable[str]) -> Iterator[Fault]:
    """The faults of keys that aren't there; what goes by another name is among the `unknown` and isn't missing."""
    for key in needed:
        if key not in node.children and not any(other_word(one, kind, [key]) == key for one in unknown):
            yield Fault(node.place, node.path, f"the key {key!r} is missing.", f"Add a line '{key}: …'.")
