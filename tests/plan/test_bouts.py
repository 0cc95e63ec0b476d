"""How sections become bouts: which is the last, where rounds open, what follows each, which side begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.laid import laid
from tests.plan.one_exercise import PRESS
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Unit
from voicecoach.definitions.load import load_session
from voicecoach.definitions.model import FirstSide, Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.bouts import Bout, Turn, first_side, halves, turns_of
from voicecoach.plan.choices import Choices
from voicecoach.plan.draft import about, list_title, load_text
from voicecoach.plan.kinds import section_bouts
from voicecoach.plan.workout import Work, WorkSection
from voicecoach.timeline.unheard import too_short
from voicecoach.times import Ms

ROW = replace(PRESS, name="row", title="Rows")
KICK = replace(PRESS, name="kick", title="Kicks", sides=Sides.EACH)


def work(exercise: object = PRESS, *reps: int, rest: int = 1000, **others: object) -> Work:
    amounts = tuple(Amount(one, one) for one in reps or (5,))
    return Work(exercise, amounts, Ms(rest), Ms(5000), **others)  # type: ignore[arg-type]


def row(kind: SectionKind, *works: Work, **others: object) -> list[Bout]:
    return list(section_bouts(WorkSection(works, kind, round_rest=Ms(9000), **others)))  # type: ignore[arg-type]


def test_sets_count_on_through_the_repeats_of_a_section() -> None:
    bouts = row(SectionKind.STRAIGHT_SETS, work(PRESS, 5, 6), work(ROW, 7), repeat=2)
    assert [(one.exercise, one.set, one.sets, one.repeat, one.amount.high) for one in bouts] == [
        ("press", 1, 4, 1, 5),
        ("press", 2, 4, 1, 6),
        ("row", 1, 2, 1, 7),
        ("press", 3, 4, 2, 5),
        ("press", 4, 4, 2, 6),
        ("row", 2, 2, 2, 7),
    ]
    assert [one.rest for one in bouts] == [1000, 1000, 9000, 1000, 1000, 1000]
    assert [one.opens_round for one in bouts] == [True, False, False, True, False, False]
    assert [one.is_last_set for one in bouts] == [False, True, False, False, True, False]


def test_a_round_is_followed_by_its_rest_and_the_last_by_none_of_it() -> None:
    bouts = row(SectionKind.CIRCUIT, work(PRESS, 5, 5), work(ROW, 5, 5), rounds=2)
    assert [one.rest for one in bouts] == [1000, 9000, 1000, 1000]
    assert [one.opens_round for one in bouts] == [True, False, True, False]


def test_work_that_ends_by_the_clock_ends_with_ticks_where_its_kind_says_so() -> None:
    plain = replace(PRESS, pace=None)
    kinds = {
        SectionKind.AMRAP: row(SectionKind.AMRAP, work(), limit=Ms(60_000)),
        SectionKind.EMOM: row(SectionKind.EMOM, work(plain)),
        SectionKind.INTERVALS: row(SectionKind.INTERVALS, work()),
        SectionKind.STRAIGHT_SETS: row(SectionKind.STRAIGHT_SETS, work()),
    }
    assert [kind for kind, (bout,) in kinds.items() if bout.ends_with_ticks] == [SectionKind.AMRAP, SectionKind.EMOM]


def test_an_emom_counts_where_it_is_known_how_long_a_set_takes() -> None:
    measured, timed = work(PRESS, 5), replace(work(ROW), amounts=(Amount(30_000, 30_000, Unit.MS),))
    opened = replace(timed, amounts=(Amount(30_000, 30_000, Unit.MS, is_open=True),))
    too_long = work(PRESS, 16)
    for works, turns in (
        ((measured,), [Turn(Ms(20_000), 5)]),
        ((timed,), [Turn(Ms(30_000))]),
        ((opened,), [Turn(Ms(60_000))]),
        ((too_long,), [Turn(Ms(60_000))]),
        ((work(PRESS, 15),), [Turn(Ms(60_000), 15)]),
    ):
        (bout,) = row(SectionKind.EMOM, *works)
        assert list(bout.turns) == turns
        assert bout.rest == 60_000 - sum(turn.length for turn in turns)
    assert row(SectionKind.EMOM, too_long)[0].target == 16
    assert row(SectionKind.EMOM, opened)[0].target is None


def test_work_that_is_too_long_for_its_interval_keeps_no_tempo_and_a_note_says_so() -> None:
    result = laid(load_session("EMOM 2: 20 squats, 10 lunges"), Choices())
    notes = ["Squats: a set takes 100 s at its tempo and the interval 1 min, so nothing is counted."]
    notes.append("Lunges: a set takes 100 s at its tempo and the interval 1 min, so nothing is counted.")
    assert list(result.workout.notes) == notes
    assert {"count", "phase"}.isdisjoint(event.role for event in result.timeline.events)
    assert not list(too_short(result.workout, result.timeline, Choices()))
    fits = laid(load_session("EMOM 2: 12 squats, 6 lunges"), Choices())
    assert fits.workout.notes == ()
    assert {"count", "phase"} <= {event.role for event in fits.timeline.events}


def test_entries_of_one_interval_follow_each_other_or_are_one_list() -> None:
    first, second = work(PRESS, 5), work(ROW, 5, joined=True)
    bouts = row(SectionKind.EMOM, first, second, rounds=2)
    assert [(one.exercise, one.rest, one.round) for one in bouts] == [
        ("press", 0, 1),
        ("row", 20_000, 1),
        ("press", 0, 2),
        ("row", 20_000, 2),
    ]
    unknown = work(replace(ROW, pace=None), 5, joined=True)
    (listed,) = row(SectionKind.EMOM, first, unknown)
    assert (listed.exercise, listed.is_listed, listed.length, listed.rest) == (None, True, 60_000, 0)
    assert list_title(listed) == "Presses + Rows"


@pytest.mark.parametrize(
    ("rule", "sides"),
    [
        (FirstSide.ALTERNATE, ["left", "right", "left", "right"]),
        (FirstSide.LEFT, ["left"] * 4),
        (FirstSide.RIGHT, ["right"] * 4),
    ],
)
def test_which_side_begins(rule: FirstSide, sides: list[str]) -> None:
    assert [first_side(work(replace(KICK, first_side=rule)), number) for number in (1, 2, 3, 4)] == sides


def test_the_stretches_of_a_set() -> None:
    alternating = work(replace(KICK, sides=Sides.ALTERNATING))
    assert list(turns_of(work(), 1, Ms(1000), 5)) == [Turn(Ms(1000), 5)]
    assert list(turns_of(alternating, 2, Ms(1000), 5)) == [Turn(Ms(1000), 5, "alternating", "right")]
    assert [turn.side for turn in turns_of(work(KICK), 2, Ms(1000), 5)] == ["right", "left"]


@pytest.mark.parametrize(
    ("length_ms", "parts"), [(40_000, [20_000, 20_000]), (25_100, [12_500, 12_600]), (300, [100, 200])]
)
def test_halves_are_on_the_grid(length_ms: int, parts: list[int]) -> None:
    assert [turn.length for turn in halves(work(KICK), 1, Ms(length_ms))] == parts
    assert [turn.length for turn in halves(work(), 1, Ms(length_ms))] == [length_ms]


def test_a_set_takes_its_turns_and_the_changes_between_them() -> None:
    (both,) = row(SectionKind.STRAIGHT_SETS, work(KICK, 5, change=Ms(3000)))
    (one,) = row(SectionKind.STRAIGHT_SETS, work(PRESS, 5, change=Ms(3000)))
    assert (both.length, both.change) == (43_000, 3000)
    assert (one.length, one.change) == (20_000, 0)


def test_what_a_step_is_about() -> None:
    load = Load(16, LoadUnit.KG)
    (bout,) = row(SectionKind.STRAIGHT_SETS, work(KICK, 5, load=load), index=2, title="Main part")
    told = about(bout, bout.turns[1])
    assert (told.exercise, told.set, told.sets, told.side, told.reps) == ("kick", 1, 1, "right", 5)
    assert (told.section, told.section_title, told.round, told.load, told.title) == (
        3,
        "Main part",
        None,
        "16 kg",
        None,
    )
    assert (about(bout).side, about(bout).reps) == (None, None)
    (listed,) = row(SectionKind.AMRAP, work(PRESS, load=load), work(ROW), limit=Ms(60_000))
    told = about(listed, listed.turns[0])
    assert (told.exercise, told.set, told.sets, told.load, told.round) == (None, None, None, None, None)
    assert told.title == "Presses + Rows"


def test_long_lists_are_titled_by_their_first_three() -> None:
    many = [work(replace(PRESS, title=title)) for title in "ABCD"]
    assert list_title(row(SectionKind.AMRAP, *many, limit=Ms(1000))[0]) == "A + B + C …"
    assert list_title(row(SectionKind.AMRAP, *many[:3], limit=Ms(1000))[0]) == "A + B + C"
    assert list_title(row(SectionKind.AMRAP, *many, limit=Ms(1000), title="Finisher")[0]) == "Finisher"


@pytest.mark.parametrize(
    ("load", "text"),
    [
        (Load(16, LoadUnit.KG), "16 kg"),
        (Load(7.5, LoadUnit.LB), "7.5 lb"),
        (Load(70, LoadUnit.PERCENT), "70 %"),
        (Load(8, LoadUnit.RPE), "RPE 8"),
    ],
)
def test_loads_as_they_are_written(load: Load, text: str) -> None:
    assert load_text(load) == text
