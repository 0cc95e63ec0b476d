"""What is safe to mend in a file, mended: the changes that the faults themselves name where nothing else can be meant.

Only these places change. Comments, order, blank lines, quotes and line ends of all the rest stay, byte for byte.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from voicecoach.definitions.load import load
from voicecoach.definitions.source import BREAK, lines_of, read_bytes
from voicecoach.errors import DefinitionError, Fault, Mend, VoicecoachError

MOST_ROUNDS = 100
"""Mending a line lets more be read, and so more be mended; a file that needs more rounds is left as far as it is."""
_AFTER = frozenset(" \t\r,:]}")
"""What may follow on a value or a key; with anything else it is only the beginning of what stands there."""


@dataclass(frozen=True)
class Change:
    """A line, counted from one, before and after."""

    line: int
    old: str
    new: str


@dataclass(frozen=True)
class Fixed:
    """A file's bytes before and after, and the lines that differ."""

    before: bytes
    after: bytes
    changes: tuple[Change, ...]


def fixed(name: str) -> Fixed:
    """The file `name`, mended as far as that is safe; nothing is written. Raises ChoiceError if it can't be read."""
    before = read_bytes(Path(name), name)
    bom, data = (codecs.BOM_UTF8, before[3:]) if before.startswith(codecs.BOM_UTF8) else (b"", before)
    try:
        text = data.decode()
    except UnicodeDecodeError:  # nobody knows what it says
        return Fixed(before, before, ())
    after = _mended(text, name)
    pairs = zip(lines_of(text), lines_of(after), strict=True)
    changes = (Change(number, old, new) for number, (old, new) in enumerate(pairs, 1) if old != new)
    return Fixed(before, bom + after.encode(), tuple(changes))


def _mended(text: str, name: str) -> str:
    for _ in range(MOST_ROUNDS):
        mends = [mend for fault in _faults(text, name) for mend in fault.mends if mend.place.file == name]
        changed = _applied(text, mends)
        if changed == text:
            break
        text = changed
    return text


def _faults(text: str, name: str) -> Sequence[Fault]:
    try:
        load(name, text.encode())
    except DefinitionError as error:
        return error.faults
    except VoicecoachError:
        return ()
    return ()


def _applied(text: str, mends: Iterable[Mend]) -> str:
    """The text with all changes that find what they change; the last in a line comes first, so that places hold."""
    lines, ends = lines_of(text), [*BREAK.findall(text), ""]
    taken: dict[int, int] = {}
    for mend in sorted(set(mends), key=lambda one: (one.place.line, one.place.column), reverse=True):
        number, begin = mend.place.line - 1, mend.place.column - 1
        end = begin + len(mend.old)
        line = lines[number] if number < len(lines) else ""
        if line.startswith(mend.old, begin) and _ends(line, end, begin) and end <= taken.get(number, len(line)):
            lines[number], taken[number] = line[:begin] + mend.new + line[end:], begin
    return "".join(f"{line}{end}" for line, end in zip(lines, ends, strict=True))


def _ends(line: str, end: int, begin: int) -> bool:
    return end >= len(line) or line[end] in _AFTER or not line[begin:end].strip()
