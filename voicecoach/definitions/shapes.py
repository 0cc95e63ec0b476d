"""Nodes as the beginning of a definition: mappings, named parts, one tree laid over another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from voicecoach.definitions.faults import Faults
from voicecoach.definitions.notation import shown
from voicecoach.definitions.source import Node, plain
from voicecoach.errors import DefinitionError, Fault

_NAME = re.compile(r"\w(?:[\w -]{0,58}\w)?")


def without(node: Node, *keys: str) -> Node:
    """A mapping without some of its keys."""
    return replace(node, value={key: value for key, value in node.children.items() if key not in keys})


def with_name(node: Node, name: str) -> Node:
    """The mapping with its name, which is the file's or the key's unless it has one."""
    return replace(node, value={"name": Node(name, node.place), **node.children})


def mapping(node: Node, what: str) -> Node:
    """The node, which has to be a mapping: `what` in words. Raises DefinitionError."""
    if isinstance(node.value, dict):
        return node
    fix = "Write keys and values, such as 'title: Squats'."
    if node.value is None:
        problem = "nothing is written here." if node.path else "the file is empty."
    elif isinstance(node.value, list):
        problem = f"this is not {what}: a list where keys and values are expected."
        fix = "Begin with 'title: …'; the list belongs under a key, such as 'sections:'." if not node.path else fix
    else:
        fix = "A key and its value are parted by ': ', such as 'title: Squats'." if " = " in str(node.value) else fix
        problem = f"this is not {what}: {shown(plain(node))} where keys and values are expected."
    raise DefinitionError(node.place, node.path, problem, fix)


def named_parts(node: Node | None, key: str, faults: Faults) -> dict[str, Node]:
    """The parts that stand under a key of a file, `exercises` or `equipment`, by name; faults are noted.

    One with a bad name is among them, so that whoever names it doesn't hear that there is none.
    """
    if node is None or node.value is None:
        return {}
    if not isinstance(node.value, dict):
        fix = "Write each as 'its-name:', and below it, indented, what it is."
        if key == "exercises" and isinstance(node.value, list):
            fix = "What is done goes into a section: sections: [{exercises: [squat]}]."
        faults.add(Fault(node.place, node.path, "names with definitions are expected.", fix))
        return {}
    for fault in name_faults(node, node.keys):
        faults.add(fault)
    return node.children


def name_faults(node: Node, written: Iterable[str]) -> list[Fault]:
    """The faults of keys of `node` that couldn't be given on a command line."""
    fix = "Use letters and digits, with dashes between them, at most 60, such as my-squat."
    bad = [name for name in written if not _NAME.fullmatch(name)]
    return [Fault(node.keys[name], node.path, f"{name!r} can't be a name.", fix) for name in bad]


def merged(base: Node, change: Node) -> Node:
    """`base` with the keys of `change` over it; `change` alone unless both are mappings."""
    if not (isinstance(base.value, dict) and isinstance(change.value, dict)):
        return change
    found = dict(base.value)
    for key, node in change.value.items():
        if node.value is None:
            found.pop(key, None)
        else:
            found[key] = merged(base.value[key], node) if key in base.value else node
    return replace(change, value=found, keys={**base.keys, **change.keys})
