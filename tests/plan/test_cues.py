"""Where the form cues and the encouragement of a set go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.laid import Laid, laid, plain, tiny
from tests.plan.one_exercise import PRESS, alone, counted, timed
from voicecoach.definitions.amounts import Amount, Prescription, Unit
from voicecoach.definitions.model import Cue, Cues, Exercise, Phase, SetChange, Sides
from voicecoach.definitions.session import Intro, Item, Section, Session, TimedLine
from voicecoach.plan.choices import Choices, Detail
from voicecoach.times import Ms


def cued(count: int, exercise: Exercise = PRESS) -> Exercise:
    return replace(exercise, cues=Cues(form=tuple(Cue(f"Cue {'abcdef'[n]}.") for n in range(count))))


def heard(prescription: Prescription, exercise: Exercise, *, rest_s: float = 12, detail: Detail = Detail.FULL) -> Laid:
    return alone(prescription, exercise, rest_s=rest_s, speech=tiny, choices=Choices(detail=detail))


def cues(result: Laid, number: int = 0) -> list[tuple[str, float]]:
    """The cues of a piece of work, with the seconds after go."""
    work = result.works[number]
    return [(e.sound.text[-2], (e.start - work.start) / 1000) for e in result.within(work) if e.role == "cue"]


@pytest.mark.parametrize(("seconds", "expected"), [(14.9, "a"), (15, "aa")])
def test_the_key_cue_comes_again_in_a_set_of_fifteen_seconds(seconds: float, expected: str) -> None:
    assert "".join(cue for cue, _ in cues(heard(timed(seconds), cued(1)))) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(14.9, "ab"), (15, "aba"), (59.9, "aba"), (60, "baca"), (79.9, "baca"), (80, "bacda"), (140, "bacda")],
)
def test_longer_sets_have_more_of_the_other_cues(seconds: float, expected: str) -> None:
    found = [cue for cue, _ in cues(heard(timed(seconds, 3), cued(4)))]
    assert len(found) == len(expected)
    assert [cue == "a" for cue in found].count(True) == expected.count("a")


def test_all_cues_are_heard_over_the_sets() -> None:
    result = heard(counted(10, 3), cued(6))
    assert {cue for number in range(3) for cue, _ in cues(result, number)} == set("abcdef")


@pytest.mark.parametrize(
    ("prescription", "others"), [(timed(20), 1), (timed(30), 1), (counted(10), 2), (timed(60), 3)], ids=str
)
def test_a_single_set_has_no_more_cues_than_leave_it_quiet(prescription: Prescription, others: int) -> None:
    found = [cue for cue, _ in cues(heard(prescription, cued(6)))]
    assert found.count("a") == 2
    assert len(found) == others + 2


def test_the_key_cue_is_a_third_of_the_way_in_and_near_the_end() -> None:
    found = [at for cue, at in cues(heard(counted(12), cued(3))) if cue == "a"]
    assert [at // 4 for at in found] == [4, 9]


@pytest.mark.parametrize("reps", [4, 5, 6, 7, 8, 10, 15])
def test_the_key_cue_is_heard_in_one_of_the_last_three_repetitions(reps: int) -> None:
    found = [at // 4 for cue, at in cues(heard(counted(reps), cued(3))) if cue == "a"]
    assert len(found) == 2
    assert found[0] >= 1
    assert reps - 3 <= found[1] < reps


@pytest.mark.parametrize("prescription", [counted(7, 3), counted(8, 3), timed(20, 3), timed(25, 3)], ids=str)
def test_between_the_two_times_of_the_key_cue_another_is_heard(prescription: Prescription) -> None:
    result = heard(prescription, cued(3))
    for number in range(3):
        order = "".join(cue for cue, _ in cues(result, number))
        assert "aa" not in order
        assert order.count("a") == 2


def test_where_the_next_set_is_announced_at_the_end_the_key_cue_comes_again_before_it() -> None:
    change = SetChange("Another way now.", (), 2, None)
    sided = replace(cued(1), sides=Sides.EACH, change=Ms(4000), changes=(change,))
    amounts = tuple(Amount(seconds, seconds, Unit.MS) for seconds in (30_000, 61_000))
    each = Prescription(sets=2, start=amounts[0], each_set=amounts)
    assert [cue for cue, _ in cues(alone(each, sided, rest_s=5), 1)] == ["a"]


def test_a_cue_goes_with_its_phase() -> None:
    exercise = replace(
        PRESS,
        pace=None,
        phases=(Phase("down", length=Ms(2000)), Phase("up", length=Ms(2000))),
        cues=Cues(form=(Cue("Cue a.", phase="up"),)),
    )
    early, late = (at for _, at in cues(heard(counted(10), exercise)))
    assert 14 <= early < 16
    assert 30 <= late < 32


def test_a_cue_whose_phase_has_no_room_for_it_comes_in_no_other() -> None:
    phases = (Phase("down", length=Ms(2000)), Phase("up", length=Ms(1000)))
    line = Cue("A cue that takes longer than there is, a.", phase="up")
    exercise = replace(PRESS, pace=None, phases=phases, cues=Cues(form=(line,)))
    assert cues(alone(counted(10), exercise)) == []


def test_a_cue_for_a_phase_begins_in_it_or_shortly_before() -> None:
    phases = (Phase("down", length=Ms(2500)), Phase("hold", length=Ms(500)), Phase("up", length=Ms(2500)))
    form = (
        Cue("Stay there, a.", phase="hold"),
        Cue("Slowly down, b.", phase="down"),
        Cue("And up now, c.", phase="up"),
    )
    result = alone(counted(10, 3), replace(PRESS, pace=None, phases=phases, cues=Cues(form=form)))
    begins = {"a": (2.0, 3.0), "b": (-0.5, 2.5), "c": (2.5, 5.5)}
    found = [one for number in range(3) for one in cues(result, number)]
    assert {cue for cue, _ in found} == set("abc")
    for cue, at in found:
        assert any(begins[cue][0] <= at - 5.5 * rep <= begins[cue][1] for rep in range(11)), (cue, at)


def test_work_by_time_begins_and_ends_without_cues() -> None:
    for seconds in (20, 40, 90):
        result = heard(timed(seconds, 2), cued(5))
        for number in (0, 1):
            at = [start for _, start in cues(result, number)]
            assert min(at) >= 2.5
            assert max(at) <= seconds - (3.5 if seconds < 40 else 10)


def test_both_sides_of_a_set_have_cues_and_are_one_set() -> None:
    result = heard(counted(5), cued(2, replace(PRESS, sides=Sides.EACH)))
    first, second = cues(result, 0), cues(result, 1)
    assert [cue for cue, _ in first] == ["a"]
    assert [cue for cue, _ in second] == ["b", "a"]


@pytest.mark.parametrize(("rest_s", "framed"), [(17.9, 0), (18, 1), (30, 1)])
def test_a_rest_of_eighteen_seconds_has_a_cue_for_the_next_set(rest_s: float, framed: int) -> None:
    shortly = Choices(intro=Intro.SHORT)
    result = alone(counted(5, 2), cued(3), rest_s=rest_s, speech=tiny, choices=shortly)
    rest = result.steps("rest")[0]
    said = [e.sound.text for e in result.within(rest) if e.role == "cue"]
    assert len(said) == framed
    assert all(text.endswith(("Cue b.", "Cue c.")) for text in said)


def test_brief_has_one_cue_a_set() -> None:
    result = heard(counted(10, 2), cued(4), detail=Detail.BRIEF, rest_s=30)
    assert [[cue for cue, _ in cues(result, number)] for number in (0, 1)] == [["a"], ["a"]]
    assert not heard(counted(10, 2), cued(4), detail=Detail.COUNTS).of_role("cue")


def test_encouragement_comes_late_in_each_set_but_the_first() -> None:
    result = heard(counted(10, 3), PRESS)
    found = [
        (e.set, (e.start - result.works[(e.set or 0) - 1].start) / 40_000) for e in result.of_role("encouragement")
    ]
    assert [number for number, _ in found] == [2, 3]
    assert all(0.6 <= share < 0.8 for _, share in found)
    texts = [e.sound.text for e in result.of_role("encouragement")]
    assert texts[0] != texts[1]


@pytest.mark.parametrize(("length_s", "earliest"), [(13.4, 2.5), (13.5, 2.5), (40, 13.2)])
def test_the_key_cue_of_timed_work_waits_for_its_third(length_s: float, earliest: float) -> None:
    (first, at), *_ = cues(heard(timed(length_s), cued(1)))
    assert first == "a"
    assert earliest <= at < max(earliest, length_s / 3) + 1


def test_a_late_key_cue_that_fits_before_the_ten_second_call_goes_there() -> None:
    long = replace(PRESS, cues=Cues(form=(Cue("A cue that takes two and a half seconds, a."),)))
    result = alone(timed(40), long)
    assert [e.start // 100 for e in result.of_role("cue")][1] - result.works[0].start // 100 == 272


def test_short_sets_have_no_more_than_the_key_cue_where_rests_have_the_others() -> None:
    result = alone(timed(14, 4), cued(3), speech=tiny, choices=Choices(intro=Intro.SHORT))
    assert [len(cues(result, number)) for number in range(4)] == [1, 1, 1, 1]


@pytest.mark.parametrize(("length_s", "latest"), [(30, 9), (40, 9), (150, 9)])
def test_the_late_key_cue_of_timed_work_is_over_before_ten_seconds(length_s: float, latest: float) -> None:
    result = heard(timed(length_s), cued(1))
    _, (last, at) = cues(result)
    assert last == "a"
    assert length_s * 0.66 <= at <= length_s - latest


def test_where_the_best_place_is_taken_a_cue_goes_to_the_next_repetition() -> None:
    line = TimedLine("A line of the author's own that takes its time.", at=Ms(12_100))
    exercise = cued(1)
    session = Session("one", "One", (Section((Item(exercise, counted(12), lines=(line,)),)),), exercises={})
    result = laid(session, Choices(), phrases=plain())
    assert [at // 4 for _, at in cues(result)] == [4, 9]
    early = replace(line, at=Ms(16_500))
    moved = replace(session, sections=(Section((Item(exercise, counted(12), lines=(early,)),)),))
    assert [at // 4 for _, at in cues(laid(moved, Choices(), phrases=plain()))] == [5, 9]


def test_cues_of_a_set_of_two_sides_are_spread_over_both() -> None:
    result = heard(timed(40, 2), cued(4, replace(PRESS, sides=Sides.EACH)))
    first, second = cues(result, 0), cues(result, 1)
    assert [(cue, int(at)) for cue, at in first] == [("b", 4), ("a", 24)]
    assert [(cue, int(at)) for cue, at in second] == [("c", 8), ("d", 14), ("a", 27)]


def test_a_key_cue_that_finds_its_place_taken_may_come_before_it() -> None:
    taken = (TimedLine("This line takes nearly all of the time there is.", at=Ms(at)) for at in (4800, 8800))
    session = Session("one", "One", (Section((Item(cued(1), counted(3), lines=tuple(taken)),)),), exercises={})
    assert [int(at) for _, at in cues(laid(session, Choices(), phrases=plain()))][:1] == [0]
