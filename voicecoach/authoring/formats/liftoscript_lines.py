"""The lines of Liftoscript: weeks, days, exercises with their parts, and the remarks above them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.authoring.formats.liftoscript_sets import LiftSet, read_sets

_SCRIPT = re.compile(r"\{~.*?(?:~\}|\Z)", re.DOTALL)
_GOES_ON = re.compile(r"[ \t]*\\[ \t]*\n[ \t]*")
"""Between two lines that are one."""
_SKIPPED = "\x00"
"""Stands for a line break within a script, so that lines keep their numbers."""
_NAME = re.compile(r"^(?:(?P<label>[\w -]{1,60}):\s*)?(?P<name>[^\[\]/:{}]{1,80}?)\s*(?:\[(?P<in>[\d,\s-]{1,20})\])?$")
_WEEKS = re.compile(r"(?P<first>\d{1,3})-(?P<last>\d{1,3})(?=,|$)")
_REUSED = re.compile(
    r"\.\.\.(?:(?P<label>[\w -]{1,60}):\s*)?(?P<name>[^\[\]]{1,80}?)\s*"
    r"(?:\[(?:(?P<week>\d{1,3}|_):)?(?P<day>\d{1,3}|_)\])?$"
)
_KEY = re.compile(r"(?P<key>[a-z_]\w{0,20})\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_REST = re.compile(r"(?:rest|timer)\s*:\s*(\d{1,5})\s*s?$", re.IGNORECASE)
MAX_WEEKS = 104
MAX_CHARACTERS = 1_000


@dataclass(frozen=True)
class Heading:
    """The name of a week (rank 1) or of a day (rank 2)."""

    rank: int
    text: str
    line: int


@dataclass(frozen=True)
class Remark:
    """What stands above an exercise for who does it."""

    text: str
    line: int


@dataclass(frozen=True)
class Reuse:
    """Another exercise whose sets are taken, by its name and label, `week` and `day` if that is of another place."""

    name: str
    label: str = ""
    week: int | None = None
    day: int | None = None


@dataclass(frozen=True)
class LiftLine:
    """An exercise's line. `variations` are its lists of sets, `common` what is said of all of them.

    `keys` are its parts with a name (`progress`, `warmup` …), `order` is its place in the day (0: before those that
    have one), `last_week` is how far it is repeated, `others` are exercises that take its place later.
    """

    name: str
    line: int
    label: str = ""
    order: int = 0
    last_week: int | None = None
    variations: tuple[tuple[LiftSet, ...], ...] = ()
    common: LiftSet | None = None
    reuse: Reuse | None = None
    keys: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()

    def key(self, name: str) -> str | None:
        """What a named part says."""
        return dict(self.keys).get(name)

    @property
    def called(self) -> str:
        """The name by which others reuse it: with its equipment, for the same with another is another exercise."""
        return _called(self.name)

    def is_meant_by(self, reuse: Reuse) -> bool:
        """Whether another reuses this one: by its whole name, or by that before the equipment."""
        is_named = reuse.name in (self.called, self.called.split(",")[0])
        return is_named and reuse.label in ("", self.label)


@dataclass(frozen=True)
class Unread:
    """A line that is nothing of this."""

    text: str
    line: int


Line = Heading | Remark | LiftLine | Unread


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a programme that say something."""
    number = 0
    joined = _GOES_ON.sub(f" {_SKIPPED}", text)
    bare = _SCRIPT.sub(lambda script: "{}" + _SKIPPED * (script[0].count("\n") + script[0].count(_SKIPPED)), joined)
    for written in bare.split("\n"):
        number += 1
        if line := written.replace(_SKIPPED, "").strip():
            yield from _line(line, number)
        number += written.count(_SKIPPED)


def _line(text: str, number: int) -> Iterator[Line]:
    if len(text) > MAX_CHARACTERS:
        yield Unread(text, number)
    elif heading := re.match(r"(#{1,2})(?!#)\s*(.{1,200})$", text):
        yield Heading(len(heading[1]), heading[2].strip(), number)
    elif text.startswith("//"):
        if not text.startswith("///"):
            yield Remark(text[2:].strip(), number)
    else:
        yield read_exercise(text, number) or Unread(text, number)


def read_exercise(text: str, number: int) -> LiftLine | None:
    """The exercise in a line, `None` if it is none."""
    first, *parts = _parts(text)
    first, others = _done_now(first)
    named = _NAME.match(first)
    if named is None or not parts or re.fullmatch(r"[\d.,%\s]*", named["name"]):
        return None
    variations: list[tuple[LiftSet, ...]] = []
    keys: list[tuple[str, str]] = []
    reuse: Reuse | None = None
    common: LiftSet | None = None
    for written in parts:
        part = _REST.sub(r"\1s", written)
        if key := _KEY.match(part):
            keys.append((key["key"].lower(), key["value"].strip()))
        elif other := read_reuse(part):
            reuse = other
        elif (sets := read_sets(part)) is None:
            return None
        elif sets[0].sets:
            variations = [sets, *variations] if part.startswith("!") else [*variations, sets]
        else:
            common = sets[0].completed(common) if common else sets[0]
    order, last_week = _places((named["in"] or "").replace(" ", ""))
    name, label = named["name"].strip(), named["label"] or ""
    return LiftLine(name, number, label, order, last_week, tuple(variations), common, reuse, tuple(keys), others)


def _places(written: str) -> tuple[int, int | None]:
    """What `[2,1-4]` says: that it is the second of its day, up to week 4."""
    order = re.match(r"\d{1,3}(?=,|$)", written)
    weeks = _WEEKS.search(written)
    return int(order[0]) if order else 0, min(int(weeks["last"]), MAX_WEEKS) if weeks else None


def read_reuse(text: str) -> Reuse | None:
    """The exercise that `...t2: Squat[1:2]` names."""
    match = _REUSED.match(text)
    if match is None:
        return None
    return Reuse(_called(match["name"]), match["label"] or "", _number(match["week"]), _number(match["day"]))


def _called(name: str) -> str:
    return ", ".join(part.strip() for part in name.lower().split(","))


def _done_now(named: str) -> tuple[str, tuple[str, ...]]:
    """Of exercises that take each other's place, the one that is done, and the others: `Dip | ! Ring Dip`."""
    first, *others = [one.strip() for one in named.split("|")]
    done = next((one for one in others if one.startswith("!")), None)
    if done is None:
        return first.removeprefix("!").strip(), tuple(filter(None, others))
    label = first.partition(":")[0] + ": " if ":" in first else ""
    rest = (first.removeprefix(label).strip(), *(one for one in others if one != done))
    return f"{label}{done.removeprefix('!').strip()}", tuple(filter(None, rest))


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdigit() else None


def _parts(text: str) -> list[str]:
    """What stands between slashes, but for those within brackets."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "({") - (char in ")}")
        if char == "/" and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()] or [""]
