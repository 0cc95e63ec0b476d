"""Which calls of time and which signals work and rests of what length have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.laid import Laid, laid, plain, tiny
from tests.plan.one_exercise import PRESS, alone, counted, timed
from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.definitions.model import Position
from voicecoach.definitions.session import Item, Section, SectionKind, Session
from voicecoach.plan.choices import Choices, Detail
from voicecoach.timeline.model import Channel, TimedStep
from voicecoach.times import Ms

CALLS = {"Ten seconds.", "Thirty seconds.", "One minute.", "Two minutes.", "Three minutes.", "Halfway.",
         "Halfway. Thirty seconds.", "Ten seconds. Back into position."}  # fmt: skip
TEN, THIRTY = "Ten seconds.", "Thirty seconds."


def calls(result: Laid, step: TimedStep) -> list[tuple[str, float]]:
    """The calls of a step with the seconds that are left of it by then."""
    return [(e.sound.text, (step.end - e.start) / 1000) for e in result.within(step) if e.sound.text in CALLS]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (19.9, []),
        (20, [(TEN, 10)]),
        (29.9, [(TEN, 10)]),
        (30, [("Halfway.", 14.5), (TEN, 10)]),
        (45, [("Halfway.", 22), (TEN, 10)]),
        (45.1, [(THIRTY, 30), ("Halfway.", 22.1), (TEN, 10)]),
        (59.8, [(THIRTY, 30), ("Halfway.", 29.2), (TEN, 10)]),
        (60, [("Halfway. Thirty seconds.", 29.5), (TEN, 10)]),
        (60.8, [("Halfway. Thirty seconds.", 29.9), (TEN, 10)]),
        (70, [("Halfway.", 34.5), (THIRTY, 30), (TEN, 10)]),
        (120, [("Halfway.", 59.5), (THIRTY, 30), (TEN, 10)]),
        (120.1, [("Two minutes.", 120), ("One minute.", 60), (THIRTY, 30), (TEN, 10)]),
        (130, [("Two minutes.", 120), ("One minute.", 60), (THIRTY, 30), (TEN, 10)]),
        (180, [("Two minutes.", 120), ("One minute.", 60), (THIRTY, 30), (TEN, 10)]),
        (181, [("Three minutes.", 180), ("Two minutes.", 120), ("One minute.", 60), (THIRTY, 30), (TEN, 10)]),
    ],
)
def test_the_calls_of_work_by_time(seconds: float, expected: list[tuple[str, float]]) -> None:
    result = alone(timed(seconds), speech=tiny)
    found = calls(result, result.works[0])
    assert [text for text, _ in found] == [text for text, _ in expected]
    assert all(abs(left - due) <= 0.5 for (_, left), (_, due) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("seconds", "tone"), [(29.9, []), (30, [15_000]), (30.1, [15_000]), (120, [60_000]), (120.1, [])]
)
def test_the_middle_of_work_by_time_has_a_tone(seconds: float, tone: list[int]) -> None:
    result = alone(timed(seconds), choices=Choices(detail=Detail.TONES))
    assert [e.start - result.works[0].start for e in result.of_role("halfway")] == tone


@pytest.mark.parametrize(
    ("rest_s", "expected"),
    [
        (12, []),
        (12.1, [(TEN, 10)]),
        (75, [(TEN, 10)]),
        (75.1, [("One minute.", 60), (TEN, 10)]),
        (200, [("One minute.", 60), (TEN, 10)]),
    ],
)
def test_the_calls_of_a_rest(rest_s: float, expected: list[tuple[str, float]]) -> None:
    result = alone(counted(3, 2), rest_s=rest_s)
    assert calls(result, result.steps("rest")[0]) == expected


def test_a_rest_on_the_floor_calls_back_into_position() -> None:
    result = alone(counted(3, 2), replace(PRESS, position=Position.FLOOR))
    assert calls(result, result.steps("rest")[0]) == [("Ten seconds. Back into position.", 10)]


@pytest.mark.parametrize(
    ("rest_s", "before"),
    [
        (0.9, []),
        (1.4, []),
        (1.5, [1000]),
        (2.4, [1000]),
        (2.5, [2000, 1000]),
        (3.4, [2000, 1000]),
        (3.5, [3000, 2000, 1000]),
    ],
)
def test_the_three_two_one_of_a_rest_leaves_its_beginning_alone(rest_s: float, before: list[int]) -> None:
    result = alone(counted(3, 2), rest_s=rest_s, choices=Choices(detail=Detail.TONES))
    go = result.works[1].start
    ticks = [go - e.start for e in result.of_role("countdown") if result.works[0].end <= e.start < go]
    assert ticks == before


@pytest.mark.parametrize(("rest_s", "tones"), [(1.4, ["done"]), (1.5, ["done", "rest"]), (30, ["done", "rest"])])
def test_with_tones_alone_a_rest_has_a_tone_of_its_own(rest_s: float, tones: list[str]) -> None:
    result = alone(counted(3, 2), rest_s=rest_s, choices=Choices(detail=Detail.TONES))
    rest = result.steps("rest")[0]
    assert [e.sound.text for e in result.within(rest) if e.sound.text != "tick"] == tones
    spoken = alone(counted(3, 2), rest_s=rest_s)
    assert "rest" not in {e.sound.text for e in spoken.timeline.events if e.sound.channel is Channel.TONE}


@pytest.mark.parametrize(
    ("rest_s", "order"),
    [
        (9.9, ["Set two of two. Last set.", "Rest. Ten seconds."]),
        (10, ["Rest. Ten seconds.", "Set two of two. Last set."]),
    ],
)
def test_in_a_short_rest_the_next_set_comes_before_the_length(rest_s: float, order: list[str]) -> None:
    result = alone(counted(3, 2), rest_s=rest_s, choices=Choices(detail=Detail.BRIEF), speech=tiny)
    said = result.said_in(result.steps("rest")[0])
    assert [text for text in said if text in order] == order


def test_a_rest_of_twelve_seconds_has_time_for_its_length() -> None:
    result = alone(counted(3, 2), rest_s=12)
    assert "Rest. Twelve seconds." in result.said_in(result.steps("rest")[0])


def test_the_low_end_of_a_time_is_named_from_the_second_set_on() -> None:
    ranged = replace(timed(40, 2), start=Amount(30_000, 40_000, Unit.MS))
    result = alone(ranged, speech=tiny)
    calls_of_it = [
        (e.set, (e.start - result.works[(e.set or 0) - 1].start) // 1000)
        for e in result.of_role("call")
        if "form" in e.sound.text or "good" in e.sound.text or "clean" in e.sound.text
    ]
    assert calls_of_it == [(2, 30)]
    assert not [e for e in alone(timed(40, 2), speech=tiny).of_role("call") if "form" in e.sound.text]


def test_what_a_section_is_comes_before_its_name_where_work_goes_on() -> None:
    run = replace(PRESS, name="run", title="Run")
    first = Section((Item(run),), SectionKind.INTERVALS, work=Ms(60_000))
    second = Section((Item(PRESS, counted(3)), Item(run, counted(3))), SectionKind.CIRCUIT, before=Ms(0), rounds=2)
    session = Session("two", "Two", (first, second), exercises={"run": run, "press": PRESS})
    result = laid(session, Choices(), tiny, phrases=plain())
    left = {e.sound.text: (result.works[0].end - e.start) / 1000 for e in result.within(result.works[0])}
    assert 11 < left["Two rounds."] <= 22
    assert left["Next. Presses."] <= 11


@pytest.mark.parametrize(("repeat", "said"), [(1, "Two rounds."), (2, "Four rounds.")])
def test_the_rounds_of_all_repeats_are_told(repeat: int, said: str) -> None:
    run = replace(PRESS, name="run", title="Run")
    section = Section((Item(PRESS, counted(3)), Item(run, counted(3))), SectionKind.CIRCUIT, rounds=2, repeat=repeat)
    result = laid(Session("two", "Two", (section,), exercises={}), Choices(), tiny, phrases=plain())
    assert [text for text in result.texts if text.endswith("rounds.")] == [said]


def test_with_counts_alone_there_is_no_walk_through() -> None:
    run = replace(PRESS, name="run", title="Run")
    section = Section((Item(PRESS, counted(3)), Item(run, counted(3))), SectionKind.CIRCUIT)
    session = Session("two", "Two", (section,), exercises={})
    result = laid(session, Choices(detail=Detail.COUNTS), tiny, phrases=plain())
    assert [text for text in result.said_in(result.steps("lead-in")[1]) if "s." in text] == [
        "First. Presses.",
        "Three reps.",
    ]


def test_numbers_above_twenty_have_their_short_forms_at_a_quick_pace() -> None:
    result = alone(counted(32), replace(PRESS, pace=Ms(900)))
    counts = [e.sound.text for e in result.of_role("count")]
    ones = ["One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight.", "Nine."]
    assert counts[19:32] == ["Twenty.", *ones, "Thirty.", "One.", "Two."]


@pytest.mark.parametrize(("aloud", "chosen", "heard"), [(True, None, True), (False, True, True), (True, False, False)])
def test_the_listener_decides_whether_three_two_one_is_spoken(aloud: bool, chosen: bool | None, heard: bool) -> None:
    result = alone(counted(3), count_aloud=aloud, choices=Choices(count_aloud=chosen))
    spoken = [e for e in result.of_role("countdown") if e.sound.channel is Channel.VOICE]
    assert [e.sound.text for e in spoken] == (["Three.", "Two.", "One."] if heard else [])
    assert [result.works[0].start - e.start for e in spoken] == ([2900, 1900, 900] if heard else [])
