"""What is exported is read back by the import: sets, amounts, rests, sides, loads, and every kind of section."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_kind import BURPEE, JACK, LUNGE, PLANK, ROW, SECTIONS, SIDE, SQUAT, each, session_of
from tests.plan.laid import laid, plain
from voicecoach.authoring.importing import imported
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Unit
from voicecoach.definitions.files import titles
from voicecoach.definitions.load import load_exercise, load_session, load_text
from voicecoach.definitions.model import Sides, Variation
from voicecoach.definitions.session import Intro, Item, Section, SectionKind, Session, Timing
from voicecoach.outputs.export import parts
from voicecoach.outputs.export.table import as_table
from voicecoach.outputs.export.text import as_markdown, as_text
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.timeline.model import TimedStep
from voicecoach.times import MINUTE_MS, Ms

TIMES = (Amount(20_000, 20_000, Unit.MS), Amount(60_000, 60_000, Unit.MS, is_open=True))
LONG = Section(
    (
        Item(SQUAT, Prescription(3, Amount(8, 10)), rest=Ms(90_000), load=Load(8, LoadUnit.RPE)),
        Item(ROW, Prescription(3, Amount(12, 12)), load=Load(17.5, LoadUnit.KG)),
        Item(PLANK, Prescription(3, Amount(30_000, 45_000, Unit.MS))),
        Item(SIDE, Prescription(2, Amount(60_000, 60_000, Unit.MS)), rest=Ms(0)),
        Item(LUNGE, Prescription(1, Amount(1, 1))),
        Item(BURPEE, Prescription(3, Amount(60_000, 60_000, Unit.MS, is_open=True))),
        Item(BURPEE, Prescription(4, Amount(0, 0), distance_m=400), takes=Ms(90_000)),
        Item(BURPEE, Prescription(2, Amount(300_000, 300_000, Unit.MS))),
        Item(BURPEE, Prescription(3, Amount(5, 5), pause=Ms(5000))),
        Item(SQUAT, each(8, 6, cap_s=40)),
        Item(SQUAT, each(8, 6)),
        Item(PLANK, Prescription(2, TIMES[0], each_set=TIMES)),
    ),
    rest=Ms(30_000),
)
LINES = (
    "Tabata: squats",
    "EMOM 10: 10 kettlebell swings",
    "EMOM 10: 10 squats, 5 burpees, 8 lunges",
    "AMRAP 12 min: 10 squats, 5 lunges each side, 20 s plank",
    "3 rounds: 40/20 burpees, squats, plank; rest 60s",
    "squat 3x8-10 @3-1-1-0 rest 60s; lunge 3x8/side",
    "warm-up: march 60 s, arm circles 30 s; 3 rounds: 10 squats, 10 push-ups",
    "EMOM 12: 5 squats + 5 burpees, 30 s plank",
    "thrusters 3x10 @3-1-1-0",
)
SESSIONS = {name: session_of(name) for name in SECTIONS} | {
    "long": replace(session_of("straight"), sections=(LONG,)),
    "all": session_of(*SECTIONS),
    **{name: load_session(name) for name in (*titles("sessions"), *LINES)},
}


@dataclass(frozen=True)
class Row:
    """All that a row of an exercise asks for."""

    title: str
    amounts: tuple[Amount, ...]
    distance_m: int | None
    takes: Ms | None
    is_hold: bool
    sides: Sides
    load: Load | None
    tempo: str
    pause: Ms
    rest: Ms | None
    joined: bool
    varied: tuple[str, ...]
    note: str | None


@dataclass(frozen=True)
class Stretch:
    """All that a section asks for."""

    title: str | None
    how: str
    rounds: int | None
    repeats: int
    gap: Ms | None
    round_rest: Ms | None
    rows: tuple[Row, ...]


exercises = st.sampled_from((SQUAT, ROW, LUNGE, BURPEE, JACK))
lengths = st.integers(1, 36).map(lambda fives: Ms(5000 * fives))
rests = st.just(Ms(0)) | lengths
loads = st.none() | st.builds(
    Load, st.integers(2, 200).map(lambda halves: halves / 2), st.sampled_from((LoadUnit.KG, LoadUnit.LB))
)
spans = st.tuples(st.integers(1, 60), st.integers(0, 5))
counts = spans.map(lambda span: Prescription(start=Amount(span[0], sum(span))))
times = lengths.map(lambda length: Prescription(start=Amount(length, length, Unit.MS)))
amounts = spans.map(lambda span: Amount(span[0], sum(span))) | lengths.map(
    lambda cap: Amount(cap, cap, Unit.MS, is_open=True)
)
ladders = st.lists(amounts, min_size=2, max_size=5).map(
    lambda listed: Prescription(len(listed), listed[0], each_set=tuple(listed))
)
maxed = st.builds(
    Item,
    st.sampled_from((SQUAT, PLANK)),
    lengths.map(lambda cap: Prescription(1, Amount(cap, cap, Unit.MS, is_open=True))),
)
once = maxed | st.builds(Item, exercises, counts, load=loads) | st.builds(Item, st.sampled_from((PLANK, SIDE)), times)
entries = st.lists(once, min_size=2, max_size=4).map(tuple)
rounds = st.integers(1, 9)
differing = st.lists(st.builds(Item, exercises, ladders), min_size=1, max_size=3).map(tuple)
SECTION: dict[SectionKind, st.SearchStrategy[Section]] = {
    SectionKind.STRAIGHT_SETS: st.builds(
        lambda items, sets, rest: Section(
            tuple(replace(one, prescription=replace(one.prescription, sets=sets)) for one in items), rest=rest
        ),
        entries,
        rounds,
        rests,
    )
    | st.builds(Section, differing, rest=rests),
    SectionKind.SUPERSET: st.builds(
        Section, entries, st.just(SectionKind.SUPERSET), rounds=rounds, rest=rests, round_rest=lengths
    ),
    SectionKind.CIRCUIT: st.builds(
        Section, entries, st.just(SectionKind.CIRCUIT), rounds=rounds, rest=rests, round_rest=lengths
    )
    | st.builds(Section, differing, st.just(SectionKind.CIRCUIT), rest=rests, round_rest=lengths),
    SectionKind.INTERVALS: st.builds(
        Section,
        st.lists(st.builds(Item, exercises | st.sampled_from((PLANK, SIDE))), min_size=2, max_size=4).map(tuple),
        st.just(SectionKind.INTERVALS),
        rounds=rounds,
        work=lengths,
        rest=lengths,
        round_rest=lengths,
    ),
    SectionKind.EMOM: st.builds(
        Section, st.lists(st.builds(Item, exercises, counts), min_size=1, max_size=3).map(tuple),
        st.just(SectionKind.EMOM), rounds=rounds,
    ),
    SectionKind.AMRAP: st.builds(
        Section, entries, st.just(SectionKind.AMRAP), minutes=st.integers(2, 40).map(lambda one: Ms(one * MINUTE_MS))
    ),
    SectionKind.FOR_TIME: st.builds(
        Section, entries, st.just(SectionKind.FOR_TIME), rounds=st.integers(2, 9), cap=st.just(Ms(15 * MINUTE_MS))
    ),
}  # fmt: skip


TITLES = (
    *("Drills", "Block one", "Squats", "Heavy squats", "Rest", "Notes", "Equipment", "Week 2", "Part 1", "Circuit"),
    *("EMOM 10 min", "Tabata: squats", "Note: slowly", "Warm-up:", "1. *Strong* legs", "- Legs", "# One", "8 reps"),
    *("For: Sam", "AMRAP 4 min", "Lunges 3 x 8", "+ more", "(again)"),
)


def placed(section: Section, title: str | None, before: Ms | None, repeat: int, timing: Timing | None) -> Section:
    """The section with a title and its place among others."""
    apart = section.round_rest if repeat == 1 else Ms(45_000)
    return replace(section, title=title, before=before, repeat=repeat, timing=timing, round_rest=apart)


anywhere = st.builds(
    placed,
    st.sampled_from(SectionKind).flatmap(lambda kind: SECTION[kind]),
    st.none() | st.sampled_from(TITLES),
    st.none() | rests,
    st.sampled_from((1, 1, 2)),
    st.none() | st.sampled_from(Timing),
)


def session_with(sections: list[Section], rest: Ms) -> Session:
    own = {item.exercise.name: item.exercise for section in sections for item in section.exercises}
    return Session("mine", "My session", tuple(sections), rest=rest, exercises=own)


whole = st.builds(session_with, st.lists(anywhere, min_size=1, max_size=3), lengths)
WRITTEN: dict[str, Callable[[Sequence[Workout]], str]] = {"txt": as_text, "md": as_markdown, "csv": as_table}
"""The ways in which a workout is written, by the ending of the file's name."""
written = pytest.mark.parametrize("suffix", WRITTEN)


def back(text: str, suffix: str) -> Session:
    """The session that the import makes of an export."""
    found = imported(text.encode(), f"session.{suffix}")
    assert found.written.is_exact
    assert not found.written.unplaced
    return load_text(found.yaml, "mine").session


def again(workout: Workout, suffix: str) -> Workout:
    """The workout when it comes back."""
    return select(back(WRITTEN[suffix]([workout]), suffix), Choices(unlimited=True))


def asked(workout: Workout) -> list[Stretch]:
    """What a workout asks for, section by section, in whatever way it was defined."""
    return [stretch(workout, place) for place in range(len(workout.sections))]


def stretch(workout: Workout, place: int) -> Stretch:
    section = workout.sections[place]
    gap = workout.session.rest if section.before is None else section.before
    return Stretch(
        section.title,
        parts.heading(section, is_first=place == 0),
        parts.rounds(section),
        parts.repeats(section),
        gap if place else None,
        section.round_rest if parts.repeats(section) > 1 else parts.round_rest(section),
        tuple(row(section, entry, work) for entry, work in enumerate(section.works)),
    )


def row(section: WorkSection, entry: int, work: Work) -> Row:
    by_clock = section.kind is SectionKind.INTERVALS
    return Row(
        work.exercise.title,
        work.amounts[:1] if by_clock else work.amounts * (section.repeat // parts.repeats(section)),
        None if by_clock else work.distance_m,
        parts.takes(section, work),
        work.exercise.is_hold,
        work.exercise.sides,
        work.load,
        parts.tempo_of(section, work),
        work.pause,
        parts.rest(section, entry),
        work.joined,
        tuple(one.title for one in work.variations),
        work.note,
    )


@written
@given(whole)
def test_any_session_is_read_back(suffix: str, session: Session) -> None:
    workout = select(session, Choices(unlimited=True))
    assert asked(again(workout, suffix)) == asked(workout)


@written
@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_is_read_back(name: str, suffix: str) -> None:
    workout = select(SESSIONS[name], Choices())
    assert asked(again(workout, suffix)) == asked(workout)


@written
@pytest.mark.parametrize("name", [*titles("sessions"), *LINES])
def test_what_comes_back_is_planned_the_same(name: str, suffix: str) -> None:
    original = load_session(name)
    session = back(WRITTEN[suffix]([select(original, Choices())]), suffix)
    assert session.title == original.title
    coached = replace(session, cues=original.cues, phrases=original.phrases)  # how it is coached stays in the session
    assert steps(coached) == steps(original)


def steps(session: Session) -> list[TimedStep]:
    """The steps of a session from its first work on, as `plan --json` has them."""
    found = laid(session, Choices(intro=Intro.NONE), phrases=plain()).timeline.steps
    known = {name: one.title for name, one in session.exercises.items()}
    first = next(at for at, step in enumerate(found) if step.kind in {"work", "hold"})
    return [
        replace(step, start=Ms(0), end=Ms(step.end - step.start), exercise=known.get(step.exercise or ""))
        for step in found[first:]
        if step.kind != "outro"
    ]


def test_an_exported_table_is_read_back_with_its_title() -> None:
    workout = select(SESSIONS["glutes-for-runners"], Choices())
    written = imported(as_table([workout]).encode(), "plan.csv").written
    assert written.title == workout.session.title
    assert [one.title for one in written.sections] == [None]


def library_session(kind: SectionKind, names: Sequence[str]) -> Session:
    """A session of one kind with these exercises of the library."""
    own = {name: load_exercise(name) for name in names}
    some = {hold: Prescription(1, Amount(20_000, 20_000, Unit.MS) if hold else Amount(8, 8)) for hold in (True, False)}
    by_clock = kind is SectionKind.INTERVALS
    items = tuple(Item(one) if by_clock else Item(one, some[one.is_hold]) for one in own.values())
    length = Ms(120_000)
    sizes: dict[SectionKind, dict[str, Ms]] = {
        SectionKind.INTERVALS: {"work": length},
        SectionKind.EMOM: {"every": length},
        SectionKind.AMRAP: {"minutes": length},
        SectionKind.FOR_TIME: {"cap": length},
    }
    sized = sizes.get(kind, {})
    section = Section(items, kind, title="Legs", rounds=None if kind is SectionKind.AMRAP else 2, **sized)  # type: ignore[arg-type]
    return Session("mine", "My session", (section,), exercises=own)


@written
@pytest.mark.parametrize("kind", SectionKind)
def test_every_exercise_of_the_library_is_read_back_in_every_kind(kind: SectionKind, suffix: str) -> None:
    workout = select(library_session(kind, sorted(titles("exercises"))), Choices(unlimited=True))
    found = again(workout, suffix)
    assert [work.exercise.name for work in found.works] == [work.exercise.name for work in workout.works]
    assert asked(found) == asked(workout)


@written
def test_variations_of_the_library_come_back_and_others_are_said_before_the_first_set(suffix: str) -> None:
    workout = select(load_session("glutes-for-runners"), Choices(variations=(("squat", "heels-raised"),)))
    found = again(workout, suffix)
    assert [work.kind_of_work for work in found.works] == [work.kind_of_work for work in workout.works]
    wide = replace(BURPEE, title="Frog burpees", variations={"wide": Variation("With wide feet", "wide")})
    item = Item(wide, Prescription(1, Amount(5, 5)), variations=("wide",), note="Slowly today.")
    own = select(Session("mine", "Mine", (Section((item,)),), exercises={"burpee": wide}), Choices())
    assert [work.note for work in again(own, suffix).works] == ["With wide feet. Slowly today."]


@written
def test_the_weeks_of_a_programme_come_back_as_its_weeks(suffix: str) -> None:
    original = load_session("run-walk")
    workouts = [select(original, Choices(week=week)) for week in (1, 2, 3)]
    session = back(WRITTEN[suffix](workouts), suffix)
    assert session.title == original.title
    for workout in workouts:
        assert asked(select(session, Choices(week=workout.week))) == asked(workout)


@written
def test_a_week_for_a_client_comes_back_with_the_session_s_own_title(suffix: str) -> None:
    workout = select(load_session("glutes-for-runners"), Choices(week=2, client="Sam"))
    session = back(WRITTEN[suffix]([workout]), suffix)
    assert (session.title, session.about, session.weeks) == (workout.session.title, "", None)
    assert [section.in_weeks for section in session.sections] == [None]


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_text_that_somebody_changed_is_read_as_what_it_says_now(suffix: str) -> None:
    text = WRITTEN[suffix]([select(load_session("glutes-for-runners"), Choices())])
    changed = text.replace("Squats 3 x 8-10", "Squats 5 x 12")
    found = imported(changed.encode(), f"session.{suffix}").written
    assert [(one.sets, one.reps) for one in found.sections[0].exercises][-1] == (5, (12.0, 12.0))
    own = imported(text.replace("rest 30 s", "have a break of 30 s").encode(), f"session.{suffix}").written
    assert not own.is_exact
