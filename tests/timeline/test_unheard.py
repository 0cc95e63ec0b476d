"""Cues and phase words that are never heard are named."""

from __future__ import annotations

from dataclasses import replace

from tests.plan.laid import Laid, laid, plain, slow
from tests.plan.one_exercise import PRESS, alone, counted, phased, timed
from voicecoach.definitions.load import load_session
from voicecoach.definitions.model import Cue, Cues, Exercise, Guide, Sides
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.wording import Wording
from voicecoach.timeline.unheard import too_short, unheard


def told(result: Laid, detail: Detail = Detail.FULL) -> list[str]:
    wording = Wording(plain(), result.workout, 0)
    choices = Choices(detail=detail)
    words = too_short(result.workout, result.timeline, choices)
    return [*words, *unheard(result.workout, result.timeline, wording, choices)]


def cued(*texts: str, sides: Sides = Sides.NONE) -> Exercise:
    return replace(PRESS, sides=sides, cues=Cues(form=tuple(map(Cue, texts))))


def test_what_is_heard_is_not_named() -> None:
    assert told(alone(counted(10, 3), cued("Cue a.", "Cue b.", "Cue c."))) == []


def test_cues_without_room_are_named_two_at_most() -> None:
    short = alone(timed(5), cued("Cue a is long, so long.", "Cue b is.", "Cue c is.", "Cue d is."), speech=slow)
    (said,) = told(short)
    assert said.startswith("Presses: there is no room in its sets and rests for 'Cue ")
    assert said.endswith(" and 2 more.")
    assert told(short, Detail.BRIEF) == []


def test_of_many_exercises_one_is_named() -> None:
    result = laid(load_session("20 s on, 10 s off: squats, lunges, burpees, push-ups"), Choices())
    (said,) = told(result)
    assert said.startswith("4 exercises: there is no room in their sets and rests for all form cues, such as Squats: ")


def test_a_cue_that_names_a_side_is_heard_with_either() -> None:
    assert told(alone(counted(8, 3), cued("Your {side} foot.", "Cue b.", sides=Sides.EACH))) == []
    (said,) = told(alone(timed(5), cued("Your {side} foot stays where it is.", sides=Sides.EACH), speech=slow))
    assert "'Your {side} foot stays where it is'." in said


def test_words_of_phases_that_are_too_short_are_named() -> None:
    quick = phased(0.3, 2)
    assert told(alone(counted(2), quick)) == ["Presses: its phases are too short for 'A'."]
    assert told(alone(counted(2), replace(quick, guide=Guide.NONE))) == []


def test_what_the_walk_through_of_a_list_has_no_time_for_is_named() -> None:
    short, long = (
        laid(load_session(f"AMRAP 4 min: {names}"), Choices()) for names in ("5 squats", "5 squats, 5 lunges")
    )
    assert short.timeline.warnings == ()
    first, *_ = long.timeline.warnings
    assert first.startswith("Squats + Lunges: the walk-through has no time for '")
    behind = laid(
        load_session("plank 1 min; AMRAP 4 min: 5 squats, 5 lunges; 2 rounds: 40/20 squats, plank"), Choices()
    )
    noted = [one for one in behind.timeline.warnings if "the walk-through has no time for" in one]
    assert noted
    assert all(one.startswith("Squats + Lunges: ") for one in noted)
