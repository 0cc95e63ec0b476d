"""The faults of keys: those that nothing knows, and those that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from voicecoach.definitions.field_names import certain_word, meant, other_word
from voicecoach.definitions.source import Node
from voicecoach.errors import Fault, Mend


def unknown_key(node: Node, key: str, kind: type, known: Iterable[str]) -> Fault:
    """What to say of a key of `node` that a `kind` doesn't have."""
    names = sorted(known)
    path = f"{node.path}.{key}".removeprefix(".")
    mends = tuple(Mend(node.keys[key], key, word) for word in certain_key(node, key, kind, names))
    return Fault(node.keys[key], path, "unknown key.", meant(key, kind, names), mends)


def certain_key(node: Node, key: str, kind: type, known: list[str]) -> Iterator[str]:
    """The key that was certainly meant: one that isn't there already, under its own name or another wrong one."""
    word = certain_word(key, kind, known)
    others = (certain_word(one, kind, known) for one in node.children if one != key and one not in known)
    is_there = word in node.keys and node.keys[word].file == node.keys[key].file  # and not in what it is made from
    if word and not is_there and word not in others:
        yield word


def as_meant(node: Node, error: Exception) -> tuple[Mend, ...]:
    """The change of a value to what the error of its reader knows that was meant."""
    meant = getattr(error, "meant", None)
    return (Mend(node.place, str(node.value), meant),) if meant is not None else ()


def how_to_fill(path: str, *, is_needed: bool = False) -> str:
    """What to do about nothing at `path`, which is that of a key or of an item of a list."""
    if is_needed or not path:
        return "Fill it in."
    key = path.rpartition(".")[2]
    return f"Fill it in, or {'remove it' if key.endswith(']') else f'leave {key!r} out'}."


def missing_keys(node: Node, kind: type, needed: Iterable[str], unknown: Iterable[str]) -> Iterator[Fault]:
    """The faults of keys that aren't there; what goes by another name is among the `unknown` and isn't missing."""
    for key in needed:
        if key not in node.children and not any(other_word(one, kind, [key]) == key for one in unknown):
            yield Fault(node.place, node.path, f"the key {key!r} is missing.", f"Add a line '{key}: …'.")
