"""Hold a session laid out against facts that must come out of it, as a case in tests/plan/cases has them.

All are optional; times are in seconds.
  works         [[exercise, seconds or null, reps or null, side or null], ...]: the work and hold steps, in order
  gaps          the seconds between the end of each and the start of the next
  starts        the seconds of each start after the first one
  breaks        for each gap the kinds of its steps
  exact         true: between two pieces of work lies one rest or change step, or nothing
  duration_max  seconds of the whole
  heard, never  patterns of which some spoken line must, or none may, match (case ignored)
  most, least   {pattern: how often}
  before_go     [[number of the work, pattern], ...]: heard after the work before began and over before this one starts
  within        [[number of the work, pattern], ...]: heard while it lasts
  without       [[number of the work, pattern], ...]: not heard while it lasts
  at            [[number of the work, seconds after its start, tolerance, pattern], ...]
  opening       patterns that the opening has, in this order
  chapters      the titles of the chapters
  rounds, loads, sets   those of the works
  notes         patterns that some note or warning must match
  quiet         true: there is neither a note nor a warning
  choices       what the listener chooses: the fields of Choices
  speech        how long lines take: usual, slow, tiny or erratic
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.plan.laid import Laid, SpeechLength, erratic, laid, plain, slow, tiny, usual
from voicecoach.definitions.session import Intro, Session
from voicecoach.plan.choices import Choices, Detail
from voicecoach.timeline.model import Event, TimedStep
from voicecoach.times import Ms

SPEECHES: Mapping[str, SpeechLength] = {one.__name__: one for one in (usual, slow, tiny, erratic)}
SAYS_NOTHING_OF_IT = {"count", "phase", "countdown"}
READ: Mapping[str, Callable[[Any], Any]] = {
    "detail": Detail,
    "intro": Intro,
    "lead_in": lambda seconds: Ms(int(seconds * 1000)),
    "rest": lambda seconds: Ms(int(seconds * 1000)),
}


def chosen(facts: Mapping[str, Any]) -> Choices:
    """The choices of a case."""
    read = {name: READ.get(name, lambda value: value)(value) for name, value in facts.get("choices", {}).items()}
    return Choices(**read)


def faults(session: Session, facts: Mapping[str, Any]) -> list[str]:
    """What isn't as the facts say."""
    result = laid(session, chosen(facts), SPEECHES[facts.get("speech", "usual")], phrases=plain())
    unknown = set(facts) - {"choices", "speech"} - set(CHECKS)
    assert not unknown, unknown
    checks = _Checks(result)
    return [fault for name, check in CHECKS.items() if name in facts for fault in check(checks, facts[name])]


@dataclass(frozen=True)
class _Checks:
    laid: Laid

    @property
    def works(self) -> list[TimedStep]:
        return self.laid.works

    def texts(self) -> list[str]:
        return [e.sound.text for e in self.laid.voices if e.role not in SAYS_NOTHING_OF_IT or e.role == "countdown"]

    def said(self, start: int, end: int) -> list[Event]:
        return [e for e in self.laid.voices if start <= e.start < end]

    def check_works(self, expected: list[list[Any]]) -> Iterator[str]:
        got = [[s.exercise, (s.end - s.start) / 1000, s.reps, s.side] for s in self.works]
        if len(got) != len(expected):
            yield f"{len(got)} pieces of work, not {len(expected)}: {got}"
        for number, (one, other) in enumerate(zip(got, expected, strict=False)):
            if any(there is not None and here != there for here, there in zip(one, other, strict=False)):
                yield f"work {number}: {one}, not {other}"

    def check_gaps(self, expected: list[float]) -> Iterator[str]:
        got = [(after.start - before.end) / 1000 for before, after in pairwise(self.works)]
        if got != expected:
            yield f"gaps {got}"

    def check_starts(self, expected: list[float]) -> Iterator[str]:
        got = [(work.start - self.works[0].start) / 1000 for work in self.works]
        if got != expected:
            yield f"starts {got}"

    def check_breaks(self, expected: list[list[str]]) -> Iterator[str]:
        got = [[str(step.kind) for step in between] for _, between, _ in self.laid.breaks()][1:]
        if got != expected:
            yield f"breaks {got}"

    def check_exact(self, _: object) -> Iterator[str]:
        for before, between, work in self.laid.breaks():
            kinds = [str(step.kind) for step in between]
            if before and kinds not in ([], ["rest"], ["change"]):
                yield f"before the work at {work.start / 1000}: {kinds}"

    def check_duration_max(self, most: float) -> Iterator[str]:
        if self.laid.timeline.duration > most * 1000:
            yield f"takes {self.laid.timeline.duration / 1000} s"

    def count(self, pattern: str) -> int:
        return sum(bool(re.search(pattern, text, re.IGNORECASE)) for text in self.laid.texts)

    def check_heard(self, patterns: list[str]) -> Iterator[str]:
        yield from (f"never heard: /{one}/ in {self.texts()}" for one in patterns if not self.count(one))

    def check_never(self, patterns: list[str]) -> Iterator[str]:
        yield from (f"heard: /{one}/ {self.count(one)} times" for one in patterns if self.count(one))

    def check_most(self, counts: dict[str, int]) -> Iterator[str]:
        yield from (f"/{one}/ {self.count(one)} times" for one, most in counts.items() if self.count(one) > most)

    def check_least(self, counts: dict[str, int]) -> Iterator[str]:
        yield from (f"/{one}/ {self.count(one)} times" for one, least in counts.items() if self.count(one) < least)

    def check_before_go(self, expected: list[tuple[int, str]]) -> Iterator[str]:
        for number, pattern in expected:
            since, go = self.works[number - 1].start if number else 0, self.works[number].start
            heard = [e.sound.text for e in self.said(since, go) if e.end <= go and e.role not in SAYS_NOTHING_OF_IT]
            if not _some(pattern, heard):
                yield f"before work {number} no /{pattern}/: {heard}"

    def check_within(self, expected: list[tuple[int, str]]) -> Iterator[str]:
        for number, pattern in expected:
            heard = self.laid.said_in(self.works[number])
            if not _some(pattern, heard):
                yield f"in work {number} no /{pattern}/: {heard}"

    def check_without(self, expected: list[tuple[int, str]]) -> Iterator[str]:
        for number, pattern in expected:
            if _some(pattern, self.laid.said_in(self.works[number])):
                yield f"in work {number}: /{pattern}/"

    def check_at(self, expected: list[tuple[int, float, float, str]]) -> Iterator[str]:
        for number, after, slack, pattern in expected:
            at = self.works[number].start + after * 1000
            near = [e.sound.text for e in self.laid.voices if abs(e.start - at) <= slack * 1000]
            if not _some(pattern, near):
                yield f"at {after} s of work {number} no /{pattern}/: {near}"

    def check_opening(self, patterns: list[str]) -> Iterator[str]:
        said = [e.sound.text for e in self.laid.voices if e.role in {"intro", "safety"} and e.exercise is None]
        if len(said) != len(patterns) or not all(map(re.search, patterns, said)):
            yield f"the opening: {said}"

    def check_chapters(self, titles: list[str]) -> Iterator[str]:
        got = [chapter.title for chapter in self.laid.timeline.chapters]
        if got != titles:
            yield f"chapters {got}"

    def check_rounds(self, expected: list[int | None]) -> Iterator[str]:
        if [work.round for work in self.works] != expected:
            yield f"rounds {[work.round for work in self.works]}"

    def check_loads(self, expected: list[str | None]) -> Iterator[str]:
        if [work.load for work in self.works] != expected:
            yield f"loads {[work.load for work in self.works]}"

    def check_sets(self, expected: list[int | None]) -> Iterator[str]:
        if [work.set for work in self.works] != expected:
            yield f"sets {[work.set for work in self.works]}"

    def check_notes(self, patterns: list[str]) -> Iterator[str]:
        notes = [*self.laid.workout.notes, *self.laid.timeline.warnings]
        yield from (f"no note /{one}/: {notes}" for one in patterns if not _some(one, notes))

    def check_quiet(self, _: object) -> Iterator[str]:
        notes = [*self.laid.workout.notes, *self.laid.timeline.warnings]
        if notes:
            yield f"notes: {notes}"


def _some(pattern: str, texts: list[str]) -> bool:
    return any(re.search(pattern, text, re.IGNORECASE) for text in texts)


CHECKS: Mapping[str, Callable[[_Checks, Any], Iterator[str]]] = {
    name.removeprefix("check_"): check for name, check in vars(_Checks).items() if name.startswith("check_")
}
