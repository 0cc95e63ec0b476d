"""Scripts to be read aloud as JSON: sentences in lists, `{"break_sec": 3}` between them, and what is repeated."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from voicecoach.authoring.formats.gap_script import read_gap_script
from voicecoach.authoring.formats.script_parts import Break, Part, Repeat, Say, flat
from voicecoach.authoring.formats.script_reading import Reading
from voicecoach.authoring.written import Written

_BEFORE = re.compile(r"(?:[^\n{\[]*\n){0,5}\s*(?=[{\[])")
"""A few lines may stand before the JSON."""
_QUOTED = re.compile(r"\"[^\"\\]*(?:\\.[^\"\\]*)*\"")
_BREAK = re.compile(r"(?:break|pause|wait|gap|silence|delay)(?:_?(?:s|secs?|seconds))?", re.IGNORECASE)
_REPEAT = re.compile(r"(?:repeat|repeats|times|loops?|count)", re.IGNORECASE)
_SAID = re.compile(r"(?:say|text|line|sentence|speech)", re.IGNORECASE)
LEAST_BREAKS, LEAST_SENTENCES, MOST_REPEATS, MAX_DEPTH = 2, 3, 100, 20


def reads_as_json_script(text: str) -> bool:
    """Whether a text is JSON with sentences and silences between them."""
    if not re.search(rf"\"{_BREAK.pattern}\"\s*:", text, re.IGNORECASE):
        return False
    parts = list(flat(_script(text)))
    breaks = sum(isinstance(one, Break) for one in parts)
    return breaks >= LEAST_BREAKS and sum(isinstance(one, Say) for one in parts) >= LEAST_SENTENCES


def read_json_script(text: str) -> Written:
    """The session: what is repeated are sets or repetitions; without any it is read as a script with gaps."""
    script = _script(text)
    if not any(isinstance(one, Repeat) for one in script):
        return read_gap_script(_with_gaps(script))
    reading = Reading()
    reading.take(script)
    return reading.written()


def _script(text: str) -> list[Part]:
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

    def of(self, value: Any, depth: int = 0) -> Iterator[Part]:  # noqa: ANN401 - whatever JSON has
        """The parts of a list, or of an object."""
        if depth > MAX_DEPTH:
            return
        if isinstance(value, list):
            for one in value:
                yield from [self._say(one)] if isinstance(one, str) else self.of(one, depth + 1)
        elif isinstance(value, dict):
            yield from self._of_object(value, depth)

    def _of_object(self, values: dict[str, Any], depth: int) -> Iterator[Part]:
        within: list[Part] = []
        times = 1
        for key, value in values.items():
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if is_number and _BREAK.fullmatch(key):
                within.append(Break(float(value)))
            elif isinstance(value, int) and _REPEAT.fullmatch(key):
                times = value
            elif isinstance(value, str) and _SAID.fullmatch(key):
                within.append(self._say(value))
            else:
                within += self.of(value, depth + 1)
        yield from [Repeat(times, tuple(within))] if 1 < times <= MOST_REPEATS else within

    def _say(self, text: str) -> Say:
        places = self.places[text]
        if (nearest := bisect_left(places, self.at)) < len(places):
            self.line += self.text.count("\n", self.at, places[nearest])
            self.at = places[nearest]
        return Say(" ".join(text.split()), self.line)


def _with_gaps(script: list[Part]) -> str:
    """A script with its gaps as they are written in a text, each sentence in its line."""
    lines: list[list[str]] = []
    for one in flat(script):
        if isinstance(one, Say):
            lines += [[] for _ in range(one.line - len(lines))]
            lines[one.line - 1].append(one.text)
        elif isinstance(one, Break) and lines:
            lines[-1].append(f"[Gap: {one.length_s:g} s]")
    return "\n".join(" ".join(line) for line in lines)
