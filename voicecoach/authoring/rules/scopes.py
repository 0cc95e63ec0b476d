"""What is stated once holds for all that it is about: from a draft to what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from voicecoach.authoring.rules.amounts.facts import MOST_OF_A_REP_S, MOST_STRETCHES, Facts
from voicecoach.authoring.rules.amounts.joining import with_goal
from voicecoach.authoring.rules.exercise_names.names import MOST_OF_A_DRILL_M
from voicecoach.authoring.rules.language.kinds_named import is_own_weight
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.words import GONE_ON_WITH
from voicecoach.authoring.rules.line_kinds.clock_legs import LONG_M, LONG_S
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.sentences import MOST_CUES, Moment
from voicecoach.authoring.rules.passes.neighbours import marked
from voicecoach.authoring.rules.section_kinds import for_kind, kind_of, one_after_the_other
from voicecoach.authoring.written import Field, Span, Written, WrittenCues, WrittenExercise, WrittenSection
from voicecoach.definitions.exercise_names import Matcher, bare
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.session import SectionKind as Kind

_LABEL = re.compile(r"(?P<letter>[A-Z])\d?\W*|(?P<number>\d{1,2})[A-E]\W*")
"""What exercises are marked with that go together: `A1` and `A2`, `1a` and `1b`."""
_OWN_AMOUNTS = in_any_case(r"warm|cool|prep|opening|closing|relax")
_DISTANCE = in_any_case(r"[\d.,]+\s*(?:m|km|metres|meters|miles?|yards|yds?)")
_ONLY_COUNTS = in_any_case(r"(?:week|day|session)?\s*\d{1,2}(?: \w+)?$")
_LEG = in_any_case(r"(?:warm|cool)(?:ing)?[ -]?(?:up|down)")
MOST_IN_A_SUPERSET = 4
HALVES = in_any_case(r"\bplank\b|\bhold\b|\bsit\b|\bstretch\b|\bhang\b|\bpose\b|\bisometric\b")


def scoped(draft: Draft, matcher: Matcher) -> Written:
    """The draft with each statement where it holds."""
    sections = one_after_the_other(
        [written for section in draft.sections for written in _sections(section, draft, matcher)]
    )
    weeks = [one.in_weeks[1] for one in sections if one.in_weeks]
    title, sections = (draft.title, sections) if draft.title else _of_a_week(sections)
    return Written(
        title=title,
        sections=sections,
        rest_s=_low(draft.facts.rest_s),
        weeks=draft.facts.weeks or max(weeks, default=None),
        needs=tuple(dict.fromkeys(draft.needs)),
        safety=tuple(dict.fromkeys(draft.safety))[:MOST_CUES],
        about=tuple(draft.about),
        unplaced=tuple(draft.unplaced),
    )


def _of_a_week(sections: tuple[WrittenSection, ...]) -> tuple[str | None, tuple[WrittenSection, ...]]:
    """The title of a session that only says which week's it is, and its sections: `Week 3 speed session`."""
    weeks = {one.in_weeks for one in sections}
    titled = [one for one in sections if one.title]
    (first, last) = next(iter(weeks), None) or (0, 1)
    if len(weeks) != 1 or first != last:
        return None, sections
    if len(titled) > 1 or titled[:1] not in ([], [*sections[:1]]):
        return f"Week {first}", sections
    title = f"Week {first} {sections[0].title}" if sections[0].title else f"Week {first}"
    return title, (replace(sections[0], title=None), *sections[1:])


def _sections(section: SectionDraft, draft: Draft, matcher: Matcher) -> Iterator[WrittenSection]:
    """The section; supersets by letter are sections of their own."""
    groups = list(_groups(section.exercises))
    for at, (is_superset, exercises) in enumerate(groups):
        part = replace(section, exercises=exercises)
        title = section.title if at == 0 or len(groups) == 1 else None
        yield _section(part, draft, matcher, title, is_superset=is_superset)


def _groups(exercises: list[ExerciseDraft]) -> Iterator[tuple[bool, list[ExerciseDraft]]]:
    """Exercises that belong together by their letter (A1, A2), and those that don't."""
    found = [_LABEL.fullmatch(marked(one.block).upper()) for one in exercises]
    letters = [one["letter"] or one["number"] if one else "" for one in found]
    counts = {letter: letters.count(letter) for letter in letters if letter}
    if not counts or max(counts.values()) > MOST_IN_A_SUPERSET or max(counts.values()) == 1:
        if exercises:
            yield False, exercises
        return
    start = 0
    for at in range(1, len(exercises) + 1):
        if at == len(exercises) or letters[at] != letters[start]:
            yield counts.get(letters[start], 0) > 1, exercises[start:at]
            start = at


def _section(
    section: SectionDraft, draft: Draft, matcher: Matcher, title: str | None, *, is_superset: bool
) -> WrittenSection:
    facts = section.facts
    for one in section.exercises:
        is_own = one.facts.sets and (one.facts.work_s or one.facts.kind) and len(section.exercises) > 1
        if one.facts.is_of_section and not is_own:
            facts = facts.over(
                replace(
                    one.facts,
                    sets=None,
                    reps=None,
                    seconds=None,
                    each_set=(),
                    is_open=None,
                    distance_m=None,
                    load=None,
                    sides=None,
                    tempo=None,
                    pause_s=None,
                    notes=(),
                    goal=None,
                    goal_s=None,
                    repeat=None,
                )
            )
    facts = _of_document(_below(facts, section), _reaching(section, draft), title)
    facts = _as_pause(facts, _reaching(section, draft))
    kind = kind_of(section, facts, title, is_superset=is_superset)
    facts = for_kind(section, facts, kind)
    place = _Around(section, facts, draft, kind, title)
    exercises = tuple(_exercise(one, place, matcher) for one in section.exercises)
    return WrittenSection(
        exercises=exercises,
        line=section.line if title and title == section.title else section.exercises[0].line,
        title=title,
        kind=kind,
        rounds=_whole(facts.rounds),
        rest_s=_low(facts.rest_s),
        round_rest_s=_low(facts.round_rest_s),
        work_s=_low(facts.work_s),
        every_s=_low(facts.every_s),
        minutes=_low(facts.minutes),
        cap_s=_low(facts.cap_s),
        in_weeks=section.weeks,
        before_s=section.before_s if title == section.title else None,
        notes=tuple(dict.fromkeys((*section.notes, *_untitled(facts.notes, title), *_choices(facts)))),
    )


def _untitled(notes: Iterable[str], title: str | None) -> Iterator[str]:
    """The notes, but for those that only count the section, or that its title says."""
    return (one for one in notes if not (_ONLY_COUNTS.match(one) or one.lower() in (title or "").lower()))


def _reaching(section: SectionDraft, draft: Draft) -> Facts:
    """What the text says of all sections; intervals are none of a titled section that counts repetitions instead."""
    if section.is_behind:
        return Facts()
    if section.facts.kind and draft.facts.kind and section.facts.kind is not draft.facts.kind:
        return replace(draft.facts, kind=None, minutes=None, cap_s=None, every_s=None, work_s=None, rounds=None)
    if not draft.facts.work_s:
        return draft.facts
    is_timed = all(map(_is_timed_else, section.exercises, [draft.facts.work_s] * len(section.exercises)))
    is_titled = bool(section.title) and len(draft.sections) > 1
    if is_timed or (is_titled and all(one.facts.reps or one.facts.each_set for one in section.exercises)):
        return replace(draft.facts, work_s=None, kind=None, rest_s=None, rounds=None)
    return draft.facts


def _is_timed_else(exercise: ExerciseDraft, work_s: Span) -> bool:
    """Whether it has a time of its own that isn't that of the intervals."""
    is_of_a_rep = exercise.facts.is_hold and exercise.facts.seconds and exercise.facts.seconds[1] <= MOST_OF_A_REP_S
    return exercise.facts.seconds not in {None, work_s} and not is_of_a_rep


def _as_pause(facts: Facts, stated: Facts) -> Facts:
    """A section's facts; a short hold in it is that of each repetition, where the text says how many of all."""
    is_short = (
        facts.is_hold and facts.seconds and facts.seconds[1] <= MOST_OF_A_REP_S and not (facts.sets or facts.reps)
    )
    return replace(facts, pause_s=facts.seconds, seconds=None, is_hold=None) if is_short and stated.reps else facts


def _is_long(of_all: Facts) -> bool:
    """Whether each exercise goes on for a time in which something shorter can be held again and again."""
    goes_on = of_all.work_s or (None if of_all.is_hold else of_all.seconds)
    return goes_on is not None and goes_on[0] > MOST_OF_A_REP_S


def _below(facts: Facts, section: SectionDraft) -> Facts:
    """What the section says, with what the titles above its own say."""
    return facts if section.title and _OWN_AMOUNTS.search(section.title) else facts.over(section.above)


def _of_document(facts: Facts, stated: Facts, title: str | None) -> Facts:
    """What the section says, with how its rounds and intervals are said for all."""
    if title and _OWN_AMOUNTS.search(title):
        return facts
    return facts.over(
        Facts(
            rounds=stated.rounds,
            round_rest_s=stated.round_rest_s,
            kind=stated.kind,
            work_s=stated.work_s,
            minutes=stated.minutes,
            cap_s=stated.cap_s,
            every_s=stated.every_s,
            rest_s=stated.rest_s if stated.work_s or stated.rounds or stated.repeat else None,
            repeat=stated.repeat,
        )
    )


@dataclass(frozen=True)
class _Around:
    """What an exercise stands in."""

    section: SectionDraft
    facts: Facts
    draft: Draft
    kind: Kind
    title: str | None


def _exercise(one: ExerciseDraft, place: _Around, matcher: Matcher) -> WrittenExercise:
    section, around, kind = place.section, place.facts, place.kind
    is_whole = kind in {Kind.AMRAP, Kind.EMOM, Kind.FOR_TIME}
    facts = with_goal(_completed(one, place))
    is_hold = facts.is_hold if facts.is_hold is not None else (True if facts.seconds and is_held(one.name) else None)
    sides = facts.sides
    sets = None if facts.each_set and not facts.sets else _whole(facts.sets)
    guessed = set()
    if facts.each_set and sets is None and kind is not Kind.FOR_TIME:
        sets = len(facts.each_set)
    if sets is None and facts.has_amount and not around.rounds and kind is Kind.STRAIGHT_SETS:
        sets = 1
        guessed.add(Field.SETS)
    seconds = facts.seconds
    if kind is Kind.INTERVALS and seconds is None and around.work_s and not facts.reps:
        seconds = around.work_s
    return WrittenExercise(
        name=_called(one.name, section),
        line=one.line,
        matched=matcher.matched(one.name),
        sets=sets,
        reps=None if len(set(facts.each_set)) > 1 else facts.reps,
        seconds=seconds,
        is_hold=is_hold,
        each_set=facts.each_set,
        is_open=bool(facts.is_open),
        is_last_open=bool(facts.is_last_open),
        distance_m=facts.distance_m,
        pause_s=_low(facts.pause_s),
        load=facts.load,
        sides=sides,
        rest_s=None if is_whole else _low(facts.rest_s),
        tempo=facts.tempo,
        goal=facts.goal if facts.reps else facts.goal_s if facts.seconds else None,
        weeks=facts.weeks,
        needs=tuple(dict.fromkeys(one.needs)),
        instead=" ".join(one.instead) or None,
        cues=_cues(one.cues),
        notes=tuple(dict.fromkeys((*one.notes, *facts.notes, *_choices(facts)))),
        guessed=frozenset(guessed | _calories(facts) | _unstated(facts, sets)) - ({Field.REPS} if seconds else set()),
    )


def _called(name: str, section: SectionDraft) -> str:
    """The exercise's name; as its title has it where it is the only one below it: `Push-ups: 8-12 pushups`."""
    title = section.title or ""
    if len(section.exercises) == 1 and _DISTANCE.fullmatch(name) and _LEG.fullmatch(title):
        return title
    is_same = (
        len(section.exercises) == 1
        and bare(title).startswith(bare(name))
        and len(title.split()) <= len(name.split()) + 2
    )
    return title if is_same else name


def _completed(one: ExerciseDraft, place: _Around) -> Facts:
    """The exercise's facts, then its section's, then those of the whole text."""
    facts = replace(
        one.facts, rounds=None, kind=None, work_s=None, minutes=None, every_s=None, cap_s=None, round_rest_s=None
    )
    if one.facts.kind or one.facts.work_s:
        facts = replace(facts, rest_s=None)
    if facts.repeat and not facts.sets:
        facts = replace(facts, sets=facts.repeat)
    is_own = GONE_ON_WITH.fullmatch(one.name) if facts.seconds else facts.is_loose and not facts.says_anything
    if is_own:
        return facts
    kind = place.kind
    again = place.facts.repeat or place.draft.facts.repeat
    of_all = place.facts.over(_reaching(place.section, place.draft))
    are_counted = bool((again and not _as_sets(again)) or of_all.reps or _is_long(of_all))
    if are_counted and facts.is_hold and not facts.sets and facts.seconds and facts.seconds[1] <= MOST_OF_A_REP_S:
        facts = replace(facts, pause_s=facts.seconds, seconds=None, is_hold=None)
    if again and kind is Kind.STRAIGHT_SETS and not facts.has_amount and not place.facts.has_amount:
        facts = replace(facts, reps=again, sets=facts.sets or (1.0, 1.0))
    is_beside = _is_beside_sets(one, place)
    of_section = _inherited(replace(place.facts, distance_m=None) if facts.has_amount else place.facts, kind)
    facts = facts.over(_without_sets(of_section) if is_beside else of_section)
    if is_beside or (place.title and _OWN_AMOUNTS.search(place.title)):
        return facts
    is_unloaded = is_held(one.name) or facts.is_hold or is_own_weight(one.name)
    load = None if is_unloaded else place.section.load or place.draft.load_of_all
    facts = replace(facts, load=facts.load or load)
    stated, holds = place.draft.facts, place.draft.holds
    if is_held(one.name) and holds.says_anything:
        return facts.over(holds).over(_inherited(replace(stated, reps=None, goal=None, distance_m=None), kind))
    reaching = _reaching(place.section, place.draft)
    return facts.over(_inherited(replace(reaching, distance_m=None) if facts.has_amount else reaching, kind))


def _without_sets(facts: Facts) -> Facts:
    return replace(facts, rest_s=None, sets=None)


def _is_beside_sets(one: ExerciseDraft, place: _Around) -> bool:
    """Whether it goes on for long before or behind what is done in sets: the rest between those is none of its own."""
    is_long = bool(one.facts.seconds and one.facts.seconds[0] >= LONG_S) or (one.facts.distance_m or 0) >= LONG_M
    others = (other for other in place.section.exercises if other is not one and other.facts.sets)
    stated = (said for said in (place.facts, place.draft.facts) if said.sets and said.reps)  # 3 sets of 10
    return is_long and not one.facts.sets and (any(stated) or any(others))


def _inherited(facts: Facts, kind: Kind) -> Facts:
    goes_round = kind is not Kind.STRAIGHT_SETS
    return replace(
        facts,
        rounds=None,
        kind=None,
        work_s=None,
        minutes=None,
        every_s=None,
        cap_s=None,
        round_rest_s=None,
        notes=(),
        load=None,
        repeat=None,
        sets=None if goes_round and facts.rounds else facts.sets or (None if goes_round else _as_sets(facts.repeat)),
        rest_s=None if facts.work_s else facts.rest_s,
        distance_m=facts.distance_m if _is_drilled(facts) else None,
    )


def _is_drilled(facts: Facts) -> bool:
    """Whether only a way is stated that is as short as those of drills: `Each drill covers 20 m`."""
    return 0 < (facts.distance_m or 0) <= MOST_OF_A_DRILL_M and not (facts.reps or facts.seconds or facts.each_set)


def _calories(facts: Facts) -> set[Field]:
    """Repetitions stand for what a machine counts, as a file has nothing else."""
    return {Field.REPS} if facts.is_calories and facts.reps else set()


def _as_sets(repeat: Span | None) -> Span | None:
    """How often all of it is repeated; what is more often than stretches are is said of repetitions."""
    return repeat if repeat and repeat[1] <= MOST_STRETCHES else None


def _unstated(facts: Facts, sets: int | None) -> set[Field]:
    """The fields that a file needs and the text doesn't have."""
    found = set()
    if sets is None:
        found.add(Field.SETS)
    if not facts.has_amount:
        found.add(Field.REPS)
    return found


def _cues(told: Mapping[Moment, Iterable[str]]) -> WrittenCues:
    def of(moment: Moment) -> tuple[str, ...]:
        return tuple(dict.fromkeys(told.get(moment, ())))[:MOST_CUES]

    return WrittenCues(of(Moment.SETUP), of(Moment.FORM), of(Moment.SAFETY))


def _choices(facts: Facts) -> Iterator[str]:
    """What the author left open: the low number is taken, and it is said."""
    if facts.is_calories and facts.reps:
        yield f"{facts.reps[0]:g} calories"
    for name, what in (
        ("sets", "sets"),
        ("rounds", "rounds"),
        ("rest_s", "s of rest"),
        ("round_rest_s", "s of rest between rounds"),
    ):
        span = getattr(facts, name)
        if span and span[0] != span[1]:
            yield f"{span[0]:g}-{span[1]:g} {what}"


def _low(span: Span | None) -> float | None:
    return span[0] if span else None


def _whole(span: Span | None) -> int | None:
    return max(1, int(span[0])) if span else None
