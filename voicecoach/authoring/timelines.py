"""What stands when on the clock of a session, `0:00-5:00 walk, 5:00-6:00 run`, as how long each of it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from voicecoach.authoring.amounts import MINUTE_S
from voicecoach.late_patterns import late

LEAST_STRETCHES = 3
"""So many stretches, each of which begins where the one before ends, are a clock's."""
_AT = r"(?:\d{1,2}:[0-5]\d:[0-5]\d|\d{1,3}:[0-5]\d|\d{1,3}(?!\d|[:.]\d))"
_LABEL = r"(?:\b(?:minutes?|mins?)\b\.?\s*)"
_UNIT = r"(?:\s*(?P<unit>min(?:ute)?s?|s|secs?|seconds)\b\.?|['′’])"
_STRETCH = re.compile(
    rf"(?<![\w:.,/+-])(?<!week )(?<!weeks )(?<!days )(?P<label>{_LABEL})?(?P<start>{_AT})"
    r"(?:\s*(?:min(?:ute)?s?|s|secs?|['′’]))?"
    rf"\s*(?:-|–|—|→|to|until)\s*(?P<end>{_AT}){_UNIT}?(?!\w|[:/.-]\d|\s*(?:reps|times|sets|rounds|x|%|kg|lbs?)\b)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?<![\w-])(?P<label>{_LABEL})(?P<start>\d{{1,3}})(?!\w|[:.,/-]\d|\s*[-–—]\s*\d)", re.IGNORECASE)
"""A minute that is counted: `Minute 4: sprint`."""
_POINT = late(rf"(?P<start>{_AT})")
_END = late(r"(?:the )?(?:finish|end|done|stop|total)(?:ed)?\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Stretch:
    """From when to when something goes on, in seconds, and where in its text that is written.

    `is_counted` says that minutes are counted, the last one included: `minutes 1-5, minute 6, minutes 7-9`;
    `is_of_minutes` that they are called minutes.
    """

    start_s: int
    end_s: int
    begin: int
    end: int
    is_counted: bool = False
    is_of_minutes: bool = False

    @property
    def length_s(self) -> int:
        """How long it goes on."""
        return self.end_s - self.start_s + (MINUTE_S if self.is_counted else 0)


def lengths(texts: Sequence[str], unit: str = "") -> dict[int, Stretch]:
    """The stretches of a clock that stand in `texts`, by their places; numbers without a unit are of `unit` or minutes.

    Nothing where they don't follow each other from the beginning on, as on a clock.
    """
    found = [_stretch_in(text, unit) for text in texts]
    in_seconds = unit.startswith("s") or any(match and _is_seconds(match) for match in found)
    is_of = unit.startswith("m")
    stretches = {
        at: _stretch(match, in_seconds=in_seconds, is_of_minutes=is_of) for at, match in enumerate(found) if match
    }
    return {at: one for run in _runs(stretches) for at, one in run}


def _stretch_in(text: str, unit: str) -> re.Match[str] | None:
    """Where a text says from when to when, or, in `unit` or counted, which minute."""
    return _STRETCH.search(text) or _ONE.search(text) or (re.fullmatch(r"(?P<start>\d{1,3})", text) if unit else None)


def _is_seconds(match: re.Match[str]) -> bool:
    return (match.groupdict().get("unit") or "").lower().startswith("s")


def _stretch(match: re.Match[str], *, in_seconds: bool, is_of_minutes: bool) -> Stretch:
    said = match.groupdict()
    is_called = is_of_minutes or bool(said.get("label") or (said.get("unit") or "").startswith("m"))
    start = said["start"]
    end = said.get("end") or start
    times = [seconds_at(one, in_seconds=in_seconds) for one in (start, end)]
    return Stretch(times[0], times[1], match.start(), match.end(), is_of_minutes=is_called)


def seconds_at(written: str, *, in_seconds: bool = False) -> int:
    """A time on a clock, `1:30`, in seconds; a number alone is of minutes, or `in_seconds`."""
    if ":" not in written:
        return int(written) * (1 if in_seconds else MINUTE_S)
    total = 0
    for part in written.split(":"):
        total = total * MINUTE_S + int(part)
    return total


def _runs(stretches: dict[int, Stretch]) -> Iterator[list[tuple[int, Stretch]]]:
    """Those that follow each other from the beginning of a clock on."""
    run: list[tuple[int, Stretch]] = []
    for at, one in stretches.items():
        last = run[-1][1] if run else None
        is_counted = _counts(one) if last is None else last.is_counted
        follows = last is not None and _follows(one, last, MINUTE_S if is_counted else 0, len(run))
        if not follows:
            yield from [run] if _is_clock(run) else []
            run = []
            is_counted = _counts(one)
        if run or one.start_s == 0 or is_counted:
            run.append((at, replace(one, is_counted=is_counted)))
    yield from [run] if _is_clock(run) else []


def _follows(one: Stretch, last: Stretch, step_s: int, before: int) -> bool:
    """Whether a stretch begins where the last one ends; late in a clock a part of a minute may be left out."""
    gap_s = one.start_s - last.end_s - step_s
    return gap_s == 0 or (0 < gap_s < MINUTE_S and before >= LEAST_STRETCHES)


def _counts(one: Stretch) -> bool:
    """Whether a clock that counts its minutes begins with this one."""
    return one.start_s == MINUTE_S and one.is_of_minutes


def _is_clock(run: list[tuple[int, Stretch]]) -> bool:
    several = any(one.end_s > one.start_s for _, one in run)  # counted minutes alone are each a minute's work
    return len(run) >= LEAST_STRETCHES and several and all(one.length_s > 0 for _, one in run)


def lengths_between(points: Sequence[str], names: Sequence[str]) -> list[int | None]:
    """How long each goes on of which only the beginning is told, in seconds, from 0:00 on; `None` of the last.

    An empty list where they are no times of a clock. `names` are what begins.
    """
    found = [_POINT.fullmatch(one.strip()) for one in points]
    if len(found) < LEAST_STRETCHES or not all(found) or not any(":" in one for one in points):
        return []
    at_s = [seconds_at(one["start"]) for one in found if one]
    if at_s[0] != 0 or not all(before < after for before, after in pairwise(at_s)) or not _END.fullmatch(names[-1]):
        return []
    return [*(after - before for before, after in pairwise(at_s)), None]


def in_words(length_s: int) -> str:
    """A length as it is written in a line: `5 minutes`, `90 seconds`."""
    return f"{length_s} seconds" if length_s % MINUTE_S else f"{length_s // MINUTE_S} minutes"
