"""How a bout is announced: sections, exercises and their numbers, set-ups, amounts, loads, sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from voicecoach.counted import sentence_case
from voicecoach.definitions.amounts import Unit
from voicecoach.definitions.model import Cue, SetChange, Sides, Wordings
from voicecoach.definitions.session import SectionKind, WalkThrough
from voicecoach.plan.bouts import Bout, first_side
from voicecoach.plan.choices import Detail
from voicecoach.plan.draft import Draft
from voicecoach.plan.fetching import Fetching
from voicecoach.plan.script import Line, Priority, Role
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work, WorkSection
from voicecoach.times import Ms

WALK_THROUGH_MS = Ms(45_000)
"""A section's walk-through takes at most so long."""
MOST_NUMBERED = 40
"""Of more exercises nobody wants to hear how far they are."""


@dataclass(frozen=True)
class NextUp:
    """The parts of what is said of the next bout, in the order in which they are said; `None` for what needn't be.

    `is_amount_new` says that nobody knows yet how much it is.
    """

    title: Line | None
    round: Line | None
    name: Line | None
    amount: Line | None
    load: Line | None
    side: Line | None
    is_amount_new: bool


@dataclass
class Announcer:
    """Knows how the exercises are numbered, which one is the last, and what was told already."""

    draft: Draft
    equipment: Fetching
    numbers: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Of each entry of straight sets its number in its part and how many the part has."""
    last: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        workout = self.draft.workout
        for part in _parts(workout.sections):
            places = [(section.index, entry) for section in part for entry in range(len(section.works))]
            self.numbers |= {place: (number, len(places)) for number, place in enumerate(places, start=1)}
        places = list(dict.fromkeys(bout.place for bout in self.draft.bouts))
        self.last = places[-1] if len(places) > 1 else None

    # Before the first bout of a section or an exercise, with all the time that it takes

    def lead_in(self, bout: Bout, previous: Bout | None) -> Iterator[Line]:
        """All that is said before an exercise, or an exact section, begins, but for the side."""
        opens_section = previous is None or previous.section is not bout.section
        if opens_section:
            yield from self._section_head(bout.section)
        elif bout.opens_round:
            yield from self._round(bout)
        if opens_section and bout.section.exact:
            yield from self._walk_through(bout)
        else:
            yield from self._exercise(bout)

    def _section_head(self, section: WorkSection) -> Iterator[Line]:
        line = self.draft.wording.line
        if section.title:
            yield Line(Role.ANNOUNCE, line("section_title", title=section.title))
            if section.kind is SectionKind.STRAIGHT_SETS and len(section.works) > 1:
                yield Line(Role.ANNOUNCE, line("section_exercises", count=len(section.works)))
        yield from self.kind(section)

    def kind(self, section: WorkSection) -> Iterator[Line]:
        """How a section of its kind goes."""
        yield from (Line(Role.ANNOUNCE, words) for words in self._kind(section))

    def _kind(self, section: WorkSection) -> Iterator[Wordings]:
        """How a section of its kind goes."""
        wording, line = self.draft.wording, self.draft.wording.line
        rounds = section.rounds if section.is_listed else section.rounds_in_all
        if section.kind is SectionKind.AMRAP:
            yield line("section_amrap", length=wording.length(section.limit))
        elif section.kind is SectionKind.FOR_TIME:
            yield line("section_for_time" if rounds > 1 else "section_for_time_one", rounds=rounds)
            yield line("section_cap", length=wording.length(section.limit))
        elif section.kind is SectionKind.EMOM:
            yield line("section_emom", every=wording.length(section.every))
            if section.rounds_in_all > 1:
                yield line("section_emom_sets", count=section.rounds_in_all)
        elif section.kind is not SectionKind.STRAIGHT_SETS and rounds > 1:
            yield line("section_rounds", rounds=rounds)
        if section.kind is SectionKind.INTERVALS and _is_told_at_once(section):
            work, rest = section.works[0].set_ms, section.works[0].rest
            yield line("section_intervals", work=wording.length(work), rest=wording.length(rest))

    def _walk_through(self, bout: Bout) -> Iterator[Line]:
        """The exercises of an exact section in a row, then the first one's amount and side."""
        section = bout.section
        yield from self.equipment.fetch(section.works)
        if section.is_listed or bout.is_listed:
            yield from self._list(bout)
            return
        told, works = self._told(section), _distinct(section.works)
        is_full, is_one = told is WalkThrough.FULL, len(works) == 1
        for number, work in enumerate(_each_cue_once(works) if is_one or told is not WalkThrough.NONE else ()):
            name = self.draft.wording.line("announce_only", exercise=self._name(work))
            yield Line(Role.ANNOUNCE, name, may_wait=number > 0)
            for line in self._set_up(work, bout, is_full=is_full):
                is_certain = is_one or (number == 0 and line.role is Role.SAFETY)
                yield line._replace(may_wait=not is_certain)
        if not is_one:
            name = self.draft.wording.line("announce_first", exercise=self._name(bout.work))
            yield Line(Role.ANNOUNCE, name)
            if told is WalkThrough.NONE:
                yield from self._set_up(bout.work, bout, is_full=False)
        if not _is_told_as_one(bout):
            yield Line(Role.ANNOUNCE, self.amount(bout))
        yield from self._load(bout)

    def _told(self, section: WorkSection) -> WalkThrough:
        """How much the walk-through says: what the section decides, else as the detail is."""
        if not self.draft.detail.says(Detail.BRIEF):
            return WalkThrough.NONE
        usual = WalkThrough.FULL if self.draft.detail is Detail.FULL else WalkThrough.NAMES
        return section.walk_through or usual

    def _list(self, bout: Bout) -> Iterator[Line]:
        """One round of a list, each exercise with its amount."""
        line = self.draft.wording.line
        if len(bout.works) > 1:
            yield Line(Role.ANNOUNCE, line("section_list"))
        for work in _each_cue_once(bout.works):
            yield Line(Role.ANNOUNCE, list_entry(work, self.draft.wording))
            is_full = self._told(bout.section) is WalkThrough.FULL
            yield from self._set_up(work, bout, is_full=is_full, may_wait=True)

    def _exercise(self, bout: Bout) -> Iterator[Line]:
        """One exercise from its name to its first side: position, then what moves, how many, and where it begins."""
        work, line = bout.work, self.draft.wording.line
        if bout.set > 1:
            yield from self._again(bout)
            return
        number, total = self.numbers.get(bout.place, (1, 1))
        name = "announce_last" if self._is_last(bout) else "announce" if 1 < total <= MOST_NUMBERED else "announce_only"
        yield Line(Role.ANNOUNCE, line(name, number=number, total=total, exercise=self._name(work)))
        yield from self.equipment.fetch((work,))
        yield from self._set_up(work, bout)
        amount = sentence_case(self._amounts(bout)[0])
        yield Line(Role.ANNOUNCE, line(_amounts_line(bout), sets=bout.sets_in_row, amount=amount))
        yield from self._load(bout)

    def _is_last(self, bout: Bout) -> bool:
        """Whether no other exercise follows it."""
        return bout.place == self.last and bout.repeat == bout.section.repeat

    def _again(self, bout: Bout) -> Iterator[Line]:
        """An exercise that was done before: only what somebody needs who knows it."""
        name = "announce_last" if self._is_last(bout) else "announce_only"
        yield Line(Role.ANNOUNCE, self.draft.wording.line(name, exercise=self._name(bout.work)))
        yield from self.equipment.fetch((bout.work,))
        yield from (Line(Role.SETUP, words) for words in self.changes(bout) if self.draft.detail.says(Detail.BRIEF))
        yield Line(Role.ANNOUNCE, self.amount(bout))

    def _set_up(self, work: Work, bout: Bout, *, is_full: bool = True, may_wait: bool = False) -> Iterator[Line]:
        """What keeps it safe, how it is done, and the author's note. With sides, those that begin the first set.

        How it is done `may_wait`. Unless it `is_full`, there is only the note and what keeps it safe, as short as
        it can be said.
        """
        cues, detail = work.exercise.cues, self.draft.detail
        side = None if work.exercise.sides is Sides.NONE else first_side(work, bout.set)
        if detail.says(Detail.BRIEF):  # before anybody sits, steps or pulls on what has to be safe
            for cue in cues.safety:
                texts = self._sided(cue, side)
                yield Line(Role.SAFETY, texts if is_full else texts[1:] or texts, Priority.SAFETY)
        if is_full and detail is Detail.FULL:
            yield from (Line(Role.SETUP, self._sided(cue, side), may_wait=may_wait) for cue in cues.setup)
        if work.note and detail.says(Detail.BRIEF):
            yield Line(Role.SETUP, (work.note,))

    # Shorter, for those who know it

    def set_number(self, bout: Bout) -> Wordings:
        """`Set two of three.`, and which is the last."""
        line = self.draft.wording.line
        if bout.section.is_in_rounds:
            return self._round_words(bout)
        return line(
            "announce_last_set" if bout.is_last_set else "announce_set", set=bout.set_in_row, sets=bout.sets_in_row
        )

    def _round_words(self, bout: Bout) -> Wordings:
        line, section = self.draft.wording.line, bout.section
        number, rounds = bout.round_in_all, section.rounds_in_all
        if section.kind is SectionKind.EMOM:
            return line("announce_last_one") if number == rounds else ()
        return line("announce_last_round") if number == rounds else line("announce_round", round=number, rounds=rounds)

    def _round(self, bout: Bout) -> Iterator[Line]:
        section = bout.section
        if section.repeat > 1 or (section.is_in_rounds and section.rounds > 1):
            yield Line(Role.ANNOUNCE, self._round_words(bout))

    def amount(self, bout: Bout) -> Wordings:
        """How much it is, to somebody who knows the exercise: `Eight to ten reps on each side`, or just the number."""
        line = self.draft.wording.line
        lines = (line("amount_round", amount=sentence_case(text)) for text in self._amounts(bout))
        return tuple(text for line in lines for text in line)

    def _amounts(self, bout: Bout) -> Wordings:
        """How much it is: with its sides, unless they share its time, and in short."""
        wording = self.draft.wording
        bare = wording.bare_amount(bout.work, bout.amount)
        return (bare,) if bout.is_shared else tuple(dict.fromkeys((wording.amount(bout.work, bout.amount), bare)))

    def _next_amount(self, bout: Bout) -> Wordings:
        """The amount of what comes next; a time that can't be taken for the time that is left."""
        amount, work = bout.amount, bout.work
        is_time = amount.unit is Unit.MS and not (amount.is_open or work.exercise.is_hold or work.distance_m)
        if not is_time:
            return self.amount(bout)
        return self.draft.wording.line("amount_for", length=self.draft.wording.length(amount.high))

    def side_first(self, bout: Bout) -> Iterator[Line]:
        """Which side begins: `Left leg first`."""
        if bout.first_side:
            side, noun = self.draft.wording.side(bout.first_side), bout.work.exercise.side_noun
            yield Line(Role.ANNOUNCE, self.draft.wording.line("announce_side_first", side=side, noun=noun))

    def _load(self, bout: Bout) -> Iterator[Line]:
        if bout.work.load:
            yield Line(Role.ANNOUNCE, self.draft.wording.load(bout.work.load))

    def next_up(self, previous: Bout, bout: Bout) -> NextUp:
        """What has to be said of the next bout where the clock doesn't wait."""
        line, section = self.draft.wording.line, bout.section
        opens = previous.section is not section
        is_same = previous.place == bout.place
        is_new_amount = not _is_told_as_one(bout)
        first_time = bout.set == 1
        if is_same or not (first_time or section.kind is SectionKind.INTERVALS):
            is_new_amount = bout.amount != bout.work.amount_of(bout.set - 1) or bout.amount.is_open
        side = next(self.side_first(bout), None)
        return NextUp(
            title=Line(Role.ANNOUNCE, line("section_title", title=section.title)) if opens and section.title else None,
            round=self._which(bout, is_same=is_same, opens_section=opens),
            name=None if is_same else Line(Role.NEXT, line("announce_next", exercise=self._named(bout))),
            amount=Line(Role.ANNOUNCE, self._next_amount(bout)) if is_new_amount and not bout.is_listed else None,
            load=next(self._load(bout), None) if first_time else None,
            side=side,
            is_amount_new=is_new_amount and first_time,
        )

    def _which(self, bout: Bout, *, is_same: bool, opens_section: bool) -> Line | None:
        """Which round or set it is."""
        if bout.opens_round and not opens_section:
            return next(self._round(bout), None)
        if is_same and not bout.section.is_in_rounds:
            return Line(Role.ANNOUNCE, self.set_number(bout))
        return self._last_one(bout)

    def _last_one(self, bout: Bout) -> Line | None:
        """In an EMOM, that it is the last interval."""
        is_last = bout.section.kind is SectionKind.EMOM and bout.round_in_all == bout.section.rounds_in_all > 1
        return Line(Role.CALL, self.draft.wording.line("announce_last_one")) if is_last else None

    def _named(self, bout: Bout) -> str:
        if not bout.is_listed:
            return self._name(bout.work)
        return " ".join(list_entry(work, self.draft.wording)[0] for work in bout.works).removesuffix(".")

    def changes(self, bout: Bout) -> Iterator[Wordings]:
        """What is different in this set."""
        if not bout.is_listed:
            changes = (change for change in bout.work.exercise.changes if change.applies(bout.set))
            yield from (self._sided(change, bout.first_side) for change in changes)

    def left_over(self, bout: Bout) -> Iterator[Line]:
        """An exercise's set-up, as far as the walk-through has to tell it and had no time for it.

        Of a list that had no walk-through, what keeps each of its exercises safe, behind its name.
        """
        has_walk_through = bout.section.exact or bout.section.walk_through
        is_full = not has_walk_through or self._told(bout.section) is WalkThrough.FULL
        if not bout.is_listed:
            yield from self._set_up(bout.work, bout, is_full=is_full)
            return
        for work in _each_cue_once(bout.works):
            name = sentence_case(self._name(work))
            for line in self._set_up(work, bout, is_full=False):
                yield line._replace(wordings=(*(f"{name}. {text}" for text in line.wordings), *line.wordings))

    def _name(self, work: Work) -> str:
        return self.draft.wording.name(work)

    def _sided(self, cue: Cue | SetChange, side: str | None) -> Wordings:
        return self.draft.wording.cue(cue.wordings, side)


def _amounts_line(bout: Bout) -> str:
    """Which line tells the amount: with the number of sets where it needs saying, which that of rounds said already."""
    is_alike = len(set(bout.work.amounts)) == 1
    has_its_own_sets = not bout.section.is_in_rounds or bout.sets_in_row < bout.section.rounds
    if bout.repeat > 1 or not has_its_own_sets:
        return "amount_round"
    if bout.sets_in_row > 1:
        return "amount_sets" if is_alike else "amount_sets_first"
    return "amount_one_set" if bout.turns[0].reps is not None else "amount_round"


def list_entry(work: Work, wording: Wording) -> Wordings:
    """An exercise of a list with its amount: `Squats. Ten reps`."""
    amount = sentence_case(wording.amounts(work))
    return wording.line("list_entry", exercise=sentence_case(wording.name(work)), amount=amount)


def list_recall(bout: Bout, wording: Wording) -> Wordings:
    """The whole list once more."""
    return wording.line("recall", entries=" ".join(list_entry(work, wording)[0] for work in bout.works))


def _distinct(works: Sequence[Work]) -> list[Work]:
    """The works, those that are the same exercise, done and called alike, once."""
    found: dict[tuple[str, ...], Work] = {}
    for work in works:
        found.setdefault((work.exercise.spoken, *work.kind_of_work), work)
    return list(found.values())


def _each_cue_once(works: Iterable[Work]) -> Iterator[Work]:
    """The works, each without the cues and the note that one before it, of the same exercise, has as well."""
    known: dict[str, set[Cue | str | None]] = {}
    for work in works:
        cues, told = work.exercise.cues, known.setdefault(work.exercise.name, set())
        setup, safety = (tuple(cue for cue in of if cue not in told) for of in (cues.setup, cues.safety))
        exercise = replace(work.exercise, cues=replace(cues, setup=setup, safety=safety))
        yield replace(work, exercise=exercise, note=None if work.note in told else work.note)
        told.update(cues.setup, cues.safety, [work.note])


def _is_told_at_once(section: WorkSection) -> bool:
    """Whether the times of its intervals are told in one sentence: all work and rest for the same times."""
    is_row = len(section.works) * section.rounds_in_all > 1
    return is_row and section.works[0].rest > 0 and len({(work.set_ms, work.rest) for work in section.works}) == 1


def _is_told_as_one(bout: Bout) -> bool:
    """Whether what its section says of all its intervals holds for it."""
    return bout.section.kind is SectionKind.INTERVALS and _is_told_at_once(bout.section)


def _parts(sections: Sequence[WorkSection]) -> Iterator[list[WorkSection]]:
    """The sections within which exercises are numbered: each by itself where several have titles, else all."""
    straight = [section for section in sections if section.kind is SectionKind.STRAIGHT_SETS]
    if sum(bool(section.title) for section in sections) > 1:
        yield from ([section] for section in straight)
    else:
        yield straight
