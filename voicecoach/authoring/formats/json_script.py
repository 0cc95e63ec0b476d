"""Scripts to be read aloud as JSON: sentences in lists, `{"break_sec": 3}` between them, and what is repeated."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from voicecoach.authoring.formats.gap_script import LEAST_WORK_S, OTHER_SIDE, REST, name_in, read_gap_script, sides_in
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.written import Unplaced, Written, WrittenExercise, WrittenSection
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.model import Sides

_BEFORE = re.compile(r"(?:[^\n{\[]*\n){0,5}\s*(?=[{\[])")
"""A few lines may stand before the JSON."""
_QUOTED = re.compile(r"\"[^\"\\]*(?:\\.[^\"\\]*)*\"")
_BREAK = re.compile(r"(?:break|pause|wait|gap|silence|delay)(?:_?(?:s|secs?|seconds))?", re.IGNORECASE)
_REPEAT = re.compile(r"(?:repeat|repeats|times|loops?|count)", re.IGNORECASE)
_SAID = re.compile(r"(?:say|text|line|sentence|speech)", re.IGNORECASE)
_HELD = re.compile(r"\bhold (?:\w+ )?for\b", re.IGNORECASE)
LEAST_BREAKS, LEAST_SENTENCES, MOST_REPEATS, MAX_DEPTH = 2, 3, 100, 20


@dataclass(frozen=True)
class _Say:
    """A text to be spoken, and the line it stands in."""

    text: str
    line: int


@dataclass(frozen=True)
class _Break:
    """A silence of so many seconds."""

    length_s: float


@dataclass(frozen=True)
class _Repeat:
    """What is said again and again."""

    times: int
    said: tuple[_Part, ...]


_Part = _Say | _Break | _Repeat


def reads_as_json_script(text: str) -> bool:
    """Whether a text is JSON with sentences and silences between them."""
    if not re.search(rf"\"{_BREAK.pattern}\"\s*:", text, re.IGNORECASE):
        return False
    flat = list(_flat(_script(text)))
    breaks = sum(isinstance(one, _Break) for one in flat)
    return breaks >= LEAST_BREAKS and sum(isinstance(one, _Say) for one in flat) >= LEAST_SENTENCES


def read_json_script(text: str) -> Written:
    """The session: what is repeated are an exercise's repetitions; without any it is read as a script with gaps."""
    script = _script(text)
    if not any(isinstance(one, _Repeat) for one in script):
        return read_gap_script(_with_gaps(script))
    reading = _Reading()
    for part in script:
        reading.take(part)
    exercises = tuple(one.exercise() for one in reading.members)
    section = WrittenSection(exercises, exercises[0].line) if exercises else None
    return Written(None, (section,) if section else (), about=tuple(reading.about), unplaced=tuple(reading.unplaced))


def _script(text: str) -> list[_Part]:
    """The parts of a script in their order; nothing of a text that is no JSON."""
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return []
    return list(_Parts(text, start, end).of(value))


class _Parts:
    """Finds parts, and the lines they stand in, going on through the text."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.at, self.line = 0, 1
        self.places: dict[str, list[int]] = {}
        for quoted in _QUOTED.finditer(text, start, end):
            self.places.setdefault(json.loads(quoted[0]), []).append(quoted.start())

    def of(self, value: Any, depth: int = 0) -> Iterator[_Part]:  # noqa: ANN401 - whatever JSON has
        """The parts of a list, or of an object."""
        if depth > MAX_DEPTH:
            return
        if isinstance(value, list):
            for one in value:
                yield from [self._say(one)] if isinstance(one, str) else self.of(one, depth + 1)
        elif isinstance(value, dict):
            yield from self._of_object(value, depth)

    def _of_object(self, values: dict[str, Any], depth: int) -> Iterator[_Part]:
        within: list[_Part] = []
        times = 1
        for key, value in values.items():
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if is_number and _BREAK.fullmatch(key):
                within.append(_Break(float(value)))
            elif isinstance(value, int) and _REPEAT.fullmatch(key):
                times = value
            elif isinstance(value, str) and _SAID.fullmatch(key):
                within.append(self._say(value))
            else:
                within += self.of(value, depth + 1)
        yield from [_Repeat(times, tuple(within))] if 1 < times <= MOST_REPEATS else within

    def _say(self, text: str) -> _Say:
        places = self.places[text]
        if (nearest := bisect_left(places, self.at)) < len(places):
            self.line += self.text.count("\n", self.at, places[nearest])
            self.at = places[nearest]
        return _Say(" ".join(text.split()), self.line)


def _flat(parts: list[_Part] | tuple[_Part, ...]) -> Iterator[_Part]:
    for one in parts:
        yield from _flat(one.said) if isinstance(one, _Repeat) else [one]


def _with_gaps(script: list[_Part]) -> str:
    """A script with its gaps as they are written in a text, each sentence in its line."""
    lines: list[list[str]] = []
    for one in _flat(script):
        if isinstance(one, _Say):
            lines += [[] for _ in range(one.line - len(lines))]
            lines[one.line - 1].append(one.text)
        elif isinstance(one, _Break) and lines:
            lines[-1].append(f"[Gap: {one.length_s:g} s]")
    return "\n".join(" ".join(line) for line in lines)


@dataclass
class _Member:
    """An exercise so far: what is said of it, and what is repeated in it."""

    name: str
    line: int
    said: list[str] = field(default_factory=list)
    reps: int | None = None
    length_s: float | None = None
    rest_s: float | None = None
    sets: int = 1
    sides: Sides | None = None
    begin: int = 0

    def repeat(self, repeat: _Repeat) -> None:
        """Take what is repeated: its repetitions, the same on the other side, or another set."""
        before = " ".join(self.said[self.begin :])
        is_first = self.reps is None
        self.said += [text for one in _flat(repeat.said) if isinstance(one, _Say) for text in sentences(one.text)]
        self.begin = len(self.said)
        if is_first:
            self.reps, self.sides = repeat.times, sides_in(" ".join(self.said))
        elif OTHER_SIDE.search(before):
            self.sides = self.sides or Sides.EACH
        elif repeat.times == self.reps:
            self.sets += 1

    def pause(self, length_s: float) -> None:
        """Take a silence that is long enough to work in, where nothing is repeated; in any other one changes over."""
        before = " ".join(self.said[self.begin :])
        if self.reps is not None or length_s < LEAST_WORK_S:
            return
        self.begin = len(self.said)
        if self.length_s is None:
            self.length_s, self.sides = length_s, sides_in(before)
        elif REST.search(before):
            self.rest_s = length_s
        elif OTHER_SIDE.search(before):
            self.sides = self.sides or Sides.EACH
        elif length_s == self.length_s:
            self.sets += 1

    def exercise(self) -> WrittenExercise:
        """The exercise."""
        reps = (float(self.reps), float(self.reps)) if self.reps else None
        seconds = (self.length_s, self.length_s) if self.length_s and not reps else None
        return WrittenExercise(
            self.name,
            self.line,
            sets=self.sets if reps or seconds else None,
            reps=reps,
            seconds=seconds,
            is_hold=True if seconds and (is_held(self.name) or _HELD.search(" ".join(self.said))) else None,
            sides=self.sides,
            rest_s=self.rest_s,
            cues=sorted_cues(dict.fromkeys(self.said)),
        )


class _Reading:
    """Takes the parts of a script in order."""

    def __init__(self) -> None:
        self.members = list[_Member]()
        self.about = list[str]()
        self.unplaced = list[Unplaced]()

    def take(self, part: _Part) -> None:
        """Take one more: what names an exercise or is said of it, or what is repeated in it."""
        if isinstance(part, _Say):
            self._say(part)
        elif isinstance(part, _Break) and self.members:
            self.members[-1].pause(part.length_s)
        elif isinstance(part, _Repeat) and self.members:
            self.members[-1].repeat(part)
        elif isinstance(part, _Repeat):
            self.unplaced += [Unplaced(one.line, one.text) for one in _flat(part.said) if isinstance(one, _Say)]

    def _say(self, said: _Say) -> None:
        for sentence in sentences(said.text):
            if name := name_in(sentence):
                self.members.append(_Member(name, said.line))
            else:
                (self.members[-1].said if self.members else self.about).append(sentence)
