"""Liftoscript, the language of the app Liftosaur: a programme of weeks and days, with what is reused and repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from voicecoach.authoring.formats.liftoscript_lines import (
    MAX_WEEKS,
    Heading,
    LiftLine,
    Line,
    Remark,
    Reuse,
    Unread,
    lines_of,
    read_reuse,
)
from voicecoach.authoring.formats.liftoscript_marks import fenced
from voicecoach.authoring.formats.liftoscript_sets import NO_SETS, LiftSet
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.written import Unplaced, Written, WrittenCues, WrittenExercise, WrittenSection
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

MAX_LINES = 1_000
MAX_REUSES = 10
"""So many reuses of a reuse are followed; a circle has no end."""
LEAST_SHARE = 0.8
"""So many of a text's lines are of the language, if it is."""
_AMOUNT = re.compile(r"\d\s?[x×]\s?\d")
_HEAD = re.compile(r"\A\s*#(?!#|\s*week\b)(?P<title>[^\n]{1,100})\n(?!\s*(?:##|//))", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|name|programme?):[ \t]*(?P<title>[^\n]{1,100})$", re.IGNORECASE | re.MULTILINE)


def reads_as_liftoscript(text: str) -> bool:
    """Whether a text with its marks is a programme in this language, or has one with prose around it."""
    programme = fenced(text)
    lines = list(lines_of(programme or text))
    begin, end = _bounds(lines)
    inner = lines[begin:end]
    is_whole = sum(not isinstance(line, Unread) for line in inner) >= LEAST_SHARE * len(inner) > 0
    is_alone = programme is not None or len(inner) >= LEAST_SHARE * len(lines)
    others = (line.text for line in (*lines[:begin], *lines[end:]) if isinstance(line, Unread))
    return is_whole and (is_alone or (len(inner) > 1 and not any(map(_AMOUNT.search, others))))


def _bounds(lines: list[Line]) -> tuple[int, int]:
    """Where a programme begins and ends, from its first heading or exercise to the last: prose around it is none."""
    exercises = [at for at, line in enumerate(lines) if isinstance(line, LiftLine)]
    if not exercises:
        return 0, 0
    before = next((at for at in range(exercises[0], -1, -1) if isinstance(lines[at], Unread)), -1)
    after = next((at for at in range(exercises[-1], len(lines)) if isinstance(lines[at], Unread)), len(lines))
    return before + 1, after


_Told = tuple[LiftLine, tuple[str, ...]]
"""An exercise and the remarks above it."""
_Placed = tuple[int, _Told]
"""An exercise and the how-manieth of its day it is."""


@dataclass
class _Day:
    """A day of a week: its name, its exercises with the remarks above each, and the remarks above all of it."""

    title: str | None
    line: int
    remarks: tuple[str, ...] = ()
    exercises: list[_Told] = field(default_factory=list)


@dataclass
class _Week:
    title: str | None
    days: list[_Day] = field(default_factory=list)


def read_liftoscript(text: str, name: str) -> Written:
    """The programme: a section for each day, for the weeks in which it is the same.

    Raises DefinitionError for one that is too long.
    """
    whole = list(lines_of(fenced(text) or text))
    lines = whole[slice(*_bounds(whole))]
    headings = sum(isinstance(line, Heading) and line.rank == 1 for line in lines)
    if headings > MAX_WEEKS or sum(isinstance(line, LiftLine) for line in lines) > MAX_LINES:
        problem = f"more than {MAX_WEEKS} weeks or {MAX_LINES} exercises."
        raise DefinitionError(name, "", problem, "Keep those that you want.")
    programme = _Programme(_weeks(lines))
    sections = tuple(programme.sections())
    unread = tuple(Unplaced(line.line, line.text) for line in whole if isinstance(line, Unread))
    notes = ("The scripts of progress: custom(…) aren't read.",) if "{~" in text else ()
    weeks = programme.number_of_weeks
    return Written(_title(text), sections, weeks=weeks if weeks > 1 else None, unplaced=unread, notes=notes)


def _title(text: str) -> str | None:
    title = _TITLE.search(text) or _HEAD.match(text)
    return title["title"].strip(" \"'") or None if title else None


def _weeks(lines: list[Line]) -> list[_Week]:
    """The weeks; a heading above them that has no days is the title."""
    weeks: list[_Week] = []
    remarks: list[Remark] = []
    for line in lines:
        if isinstance(line, Remark):
            remarks.append(line)
            continue
        if isinstance(line, Heading):
            _open(weeks, line, _first(remarks))
        elif isinstance(line, LiftLine):
            if not weeks or not weeks[-1].days:
                _open(weeks, Heading(2, "", line.line))
            weeks[-1].days[-1].exercises.append((line, _first(remarks)))
        remarks = []
    return weeks[1:] if len(weeks) > 1 and not weeks[0].days else weeks


def _first(remarks: list[Remark]) -> tuple[str, ...]:
    """The remarks that stand together at the beginning; an empty line parts them from others for later."""
    together = [one for at, one in enumerate(remarks) if one.line == remarks[0].line + at]
    return tuple(one.text for one in together)


def _open(weeks: list[_Week], heading: Heading, remarks: tuple[str, ...] = ()) -> None:
    """Begin a week or a day."""
    if heading.rank == 1:
        weeks.append(_Week(heading.text))
        return
    if not weeks:
        weeks.append(_Week(None))
    weeks[-1].days.append(_Day(heading.text or None, heading.line, remarks))


class _Programme:
    """Weeks whose exercises are repeated and reused."""

    def __init__(self, weeks: list[_Week]) -> None:
        self.weeks = weeks
        repeated = [line.last_week or 0 for week in weeks for day in week.days for line, _ in day.exercises]
        self.number_of_weeks = max(len(weeks), *repeated, 0) if repeated else len(weeks)
        told = [one for week in weeks for day in week.days for one in day.exercises]
        self.templates = {_named(one) for one in told if one[0].key("used") == "none"}

    def sections(self) -> Iterator[WrittenSection]:
        """The sections of all days, each once for all weeks in a row in which it is the same, by their first week."""
        yield from sorted(self._of_days(), key=lambda one: one.in_weeks[0] if one.in_weeks else 1)

    def _of_days(self) -> Iterator[WrittenSection]:
        """The sections, those of the first day of all weeks first."""
        for at in range(max((len(week.days) for week in self.weeks), default=0)):
            days = [(week, self._day(week, at)) for week in range(self.number_of_weeks)]
            for _, group in groupby(days, lambda one: _without_lines(one[1])):
                same = list(group)
                first, last = same[0][0] + 1, same[-1][0] + 1
                in_weeks = None if len(same) == self.number_of_weeks else (first, last)
                yield from (replace(section, in_weeks=in_weeks) for section in same[0][1])

    def _day(self, week: int, at: int) -> tuple[WrittenSection, ...]:
        """The sections of a day in a week: one, and one for each superset."""
        lines = list(self._lines(week, at))
        found: list[WrittenSection] = []
        for label, group in groupby(lines, lambda one: one[0].key("superset")):
            exercises = tuple(one for line, remarks in group for one in self._exercises(line, remarks, week))
            if exercises:
                kind = SectionKind.SUPERSET if label and len(exercises) > 1 else SectionKind.STRAIGHT_SETS
                title = self._day_title(week, at) if not found else None
                notes = self._day_notes(week, at) if not found else ()
                found.append(WrittenSection(exercises, exercises[0].line, title=title, kind=kind, notes=notes))
        return tuple(found)

    def _day_notes(self, week: int, at: int) -> tuple[str, ...]:
        """What stands above a day, there or in the nearest week before it."""
        told = [one.days[at].remarks for one in self.weeks[: week + 1] if at < len(one.days)]
        remarks = next((one for one in reversed(told) if one), ())
        return tuple(sentence for remark in self._told(remarks) for sentence in sentences(_plain(remark)))

    def _day_title(self, week: int, at: int) -> str | None:
        titles = [one.days[at].title for one in self.weeks if at < len(one.days)]
        own = self.weeks[week].days[at].title if week < len(self.weeks) and at < len(self.weeks[week].days) else None
        return own or next((title for title in titles if title), None)

    def _lines(self, week: int, at: int) -> Iterator[_Told]:
        """The exercises of a day, each where its own day has it; of two in one place the repeated one first."""
        yield from (told for _, told in sorted(self._placed(week, at), key=_place))

    def _placed(self, week: int, at: int) -> Iterator[_Placed]:
        """What stands in a day, and what is repeated from earlier weeks unless a later one says the exercise anew."""
        said_anew: set[tuple[str, str]] = set()
        for number in range(min(week, len(self.weeks) - 1), -1, -1):
            own = [(place, one) for place, one in enumerate(self._own(number, at)) if _named(one) not in said_anew]
            yield from ((place, one) for place, one in own if (one[0].last_week or number + 1) > week)
            said_anew |= {_named(one) for _, one in own if one[0].last_week or number == week}

    def _own(self, week: int, at: int) -> list[_Told]:
        """What stands in the day itself."""
        days = self.weeks[week].days
        return [one for one in days[at].exercises if _named(one) not in self.templates] if at < len(days) else []

    def _exercises(self, line: LiftLine, remarks: tuple[str, ...], week: int) -> Iterator[WrittenExercise]:
        """The exercise, in as many entries as its sets differ in more than their amounts."""
        sets = self._sets(line, week)
        told = self._told(remarks)
        cues = sorted_cues(one for remark in told for one in sentences(_plain(remark)))
        notes = self._notes(line, week)
        first, *others = list(_alike(sets)) or [[NO_SETS]]
        yield _exercise(line, first, cues, notes)
        yield from (_exercise(line, group, WrittenCues(), ()) for group in others)

    def _told(self, remarks: tuple[str, ...], depth: int = 0) -> tuple[str, ...]:
        """The remarks, with those of another exercise where they only name it."""
        reuse = read_reuse(remarks[0]) if len(remarks) == 1 and depth < MAX_REUSES else None
        if reuse is None:
            return remarks
        days = [day for week in self.weeks for day in week.days]
        found = (told for day in days for line, told in day.exercises if line.is_meant_by(reuse))
        return self._told(next(found, ()), depth + 1)

    def _sets(self, line: LiftLine, week: int, depth: int = 0) -> tuple[LiftSet, ...]:
        """Its sets: its own, those it reuses, or where it has none those of the weeks before."""
        common = line.common or NO_SETS
        if line.variations:
            return tuple(one.completed(common) for one in line.variations[0])
        reuse, week = (line.reuse, week) if line.reuse else (Reuse(line.called, line.label), week - 1)
        other = self._reused(reuse, week) if depth < MAX_REUSES else None
        taken = self._sets(other, week, depth + 1) if other else ()
        return tuple(_over(common, one) for one in taken)

    def _reused(self, reuse: Reuse, week: int) -> LiftLine | None:
        """The exercise whose sets are taken: in the same week unless another is named, of the nearest before else."""
        wanted = (reuse.week or week + 1) - 1
        for number in range(min(wanted, len(self.weeks) - 1), -1, -1):
            days = self.weeks[number].days
            chosen = days[reuse.day - 1 : reuse.day] if reuse.day else days
            for day in chosen:
                if found := _meant([line for line, _ in day.exercises], reuse):
                    return found
        return None

    def _notes(self, line: LiftLine, week: int) -> tuple[str, ...]:
        progress = line.key("progress")
        if progress is None and line.reuse and (other := self._reused(line.reuse, week)):
            progress = other.key("progress")
        more = tuple(f"Also written: {_shown(sets)}." for sets in line.variations[1:])
        later = (f"In its place later: {', '.join(line.others)}.",) if line.others else ()
        return (*_progress(progress or ""), *more, *later)


def _meant(lines: list[LiftLine], reuse: Reuse) -> LiftLine | None:
    """Of a day's exercises the one that is reused: that of the same equipment before another."""
    meant = [line for line in lines if line.is_meant_by(reuse)]
    return next((line for line in meant if line.called == reuse.name), meant[0] if meant else None)


def _place(placed: _Placed) -> tuple[int, int, int]:
    place, (line, _) = placed
    return line.order, place, line.line


def _named(told: _Told) -> tuple[str, str]:
    return told[0].label, told[0].called


def _over(common: LiftSet, sets: LiftSet) -> LiftSet:
    """Reused sets with what the line itself says of all of them."""
    return replace(
        sets,
        work_s=sets.work_s if common.work_s is None else common.work_s,
        rest_s=sets.rest_s if common.rest_s is None else common.rest_s,
        load=common.load or sets.load,
        rpe=common.rpe or sets.rpe,
    )


def _alike(sets: tuple[LiftSet, ...]) -> Iterator[list[LiftSet]]:
    """Sets in a row that differ in nothing but their number, repetitions, kind and whether they are open."""
    for _, group in groupby(
        sets, lambda one: replace(one, sets=0, low=0, high=0, kind=None, is_open=False, may_be_more=False)
    ):
        yield list(group)


def _exercise(line: LiftLine, sets: list[LiftSet], cues: WrittenCues, notes: tuple[str, ...]) -> WrittenExercise:
    first = sets[0]
    each = tuple(one.high for one in sets for _ in range(one.sets))
    is_timed = first.work_s is not None and all(one.high <= 1 for one in sets)
    differ = len(set(each)) > 1
    if first.work_s is not None and not is_timed:
        notes += (f"Each set has {first.work_s} s.",)
    if first.load and first.rpe:
        notes += (f"{first.rpe}.",)
    are_open = {one.is_open for one in sets}
    is_last_open = sets[-1].is_open and sets[-1].sets == 1 and not (any(one.is_open for one in sets[:-1]) or differ)
    is_last_open = is_last_open and len(sets) > 1 and not is_timed
    if any(one.kind for one in sets) or (len(are_open) > 1 and not is_last_open):
        kinds = (f"{_shown((one,))} {one.kind or ''}".rstrip() for one in sets)
        notes += (f"Sets: {', '.join(kinds)}.",)
    if any(one.may_be_more for one in sets):
        notes += (f"Or more sets: {_shown(tuple(one for one in sets if one.may_be_more))}.",)
    length = float(first.work_s or 0)
    return WrittenExercise(
        line.name,
        line.line,
        sets=len(each) or None,
        reps=None if is_timed or not each else (float(min(one.low for one in sets)), float(max(each))),
        seconds=(length, length) if is_timed else None,
        is_hold=True if is_timed and is_held(line.name) else None,
        each_set=each if differ and not is_timed else (),
        is_open=are_open == {True} and not is_timed,
        is_last_open=is_last_open,
        load=first.load or first.rpe,
        rest_s=first.rest_s,
        cues=cues,
        notes=notes,
    )


_PROGRESS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"dp\(\s*([\d.]+(?:kg|lb|%))\s*,\s*(\d+)\s*,\s*(\d+)"), "Build from {1} to {2} reps, then add {0}."),
    (re.compile(r"lp\(\s*([\d.]+(?:kg|lb|%))\s*(?:,\s*1\s*)?[,)]"), "Add {0} when all sets are done."),
    (re.compile(r"lp\(\s*([\d.]+(?:kg|lb|%))\s*,\s*(\d+)"), "Add {0} when all sets are done {1} times."),
    (re.compile(r"sum\(\s*(\d+)\s*,\s*([\d.]+(?:kg|lb|%))"), "Add {1} when the reps of all sets are more than {0}."),
)
"""How an exercise moves up, as the language writes it and in words."""


def _progress(written: str) -> tuple[str, ...]:
    for form, words in _PROGRESS:
        if found := form.match(written):
            amounts = (re.sub(r"(?<=\d)(?=kg|lb|%)", " ", one) for one in found.groups())
            return (words.format(*amounts),)
    return ()


def _shown(sets: tuple[LiftSet, ...]) -> str:
    spans = (f"{one.low}-{one.high}" if one.low != one.high else f"{one.high}" for one in sets)
    return ", ".join(
        f"{one.sets}{'+' * one.may_be_more}x{span}{'+' * one.is_open}" for one, span in zip(sets, spans, strict=True)
    )


def _plain(text: str) -> str:
    """A remark without the marks of Markdown."""
    return re.sub(r"[*_`]+|^[-•]\s+|\[([^\]]*)\]\([^)]*\)", lambda mark: mark[1] or "", text)


def _without_lines(sections: tuple[WrittenSection, ...]) -> tuple[WrittenSection, ...]:
    """The sections as they are compared: wherever they are written."""
    return tuple(
        replace(one, line=0, exercises=tuple(replace(exercise, line=0) for exercise in one.exercises))
        for one in sections
    )
