"""How a treadmill or a bike is set is a part of what is done on it, or is done for some time itself."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise

_PLACES = {
    "bullets": "Belt plan\n\n- Walk for 5 minutes\n- {}\n- Cool down for 6 minutes\n",
    "numbered": "Belt plan\n\n1. Walk for 5 minutes.\n2. {}.\n3. Walk for 6 minutes.\n",
    "sentences": "Belt plan\n\nWalk for 5 minutes at 3 mph. {}. Then walk for 6 minutes.\n",
    "lines": "Belt plan\n\nWarm up for 5 minutes\n{}\nCool down for 6 minutes\n",
    "steps": "Belt plan\n\nStep 1: Walk for 5 minutes\nStep 2: {}\nStep 3: Walk for 6 minutes\n",
}
_SETTINGS = [
    ("Increase speed to 6.5 for 3 minutes", 180.0),
    ("Increase the speed to 6 mph for the next 3 minutes", 180.0),
    ("Raise the incline to 4% for 3 minutes", 180.0),
    ("Bump the speed up to 7.5 for 90 seconds", 90.0),
    ("Turn up the incline to 5 percent and walk for 3 minutes", 180.0),
    ("Drop the speed back down to 3.5 mph for 2 minutes", 120.0),
    ("Go up to 8.0 mph for 1 minute", 60.0),
    ("Increase the resistance to level 6 for 2 minutes", 120.0),
    ("Dial back the resistance a little and pedal easy for 1 minute", 60.0),
    ("Set the incline to 3% and walk for 7 minutes", 420.0),
    ("Slow it down to 4.0 for 2 minutes", 120.0),
    ("Increase both speed and incline for 1 minute", 60.0),
    ("Walk at a 5% incline for 4 minutes", 240.0),
    ("Walk at incline level 4 for 4 minutes", 240.0),
    ("Jog at 5.5 to 6 mph for 3 minutes", 180.0),
    ("Run for one full minute at 8.5 mph", 60.0),
    ("Jog for 4 consecutive minutes", 240.0),
    ("3 minutes at 6.5 mph", 180.0),
]


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize(("said", "seconds"), _SETTINGS)
def test_a_setting_with_its_time_is_a_leg(said: str, seconds: float, place: str) -> None:
    assert _times(_PLACES[place].format(said)) == [300.0, seconds, 360.0]


@pytest.mark.parametrize(
    "said",
    [
        "Increase the speed by 0.5 mph each week.",
        "If it feels easy, increase the incline to 4%.",
        "Increase the incline for an extra challenge.",
        "Increase your pace for the last 5 minutes.",
        "You can increase the speed to 7.0 for 2 minutes if you feel good.",
        "Turn up the speed to 8 and you'll burn 300 calories in half the time.",
        "Increase the speed by 0.2 mph every 5 minutes.",
        "Never increase the speed and the incline at the same time.",
        "Increase to 2.5 hours over the months.",
        "Lower the resistance if you can't keep it up for 30 seconds.",
        "Within 2 minutes you should feel warm.",
    ],
)
def test_what_only_advises_is_no_leg(said: str) -> None:
    assert _times(f"Belt plan\n\nWalk for 20 minutes. {said}\n") == [1200.0]


def test_a_setting_is_called_as_it_is_said_and_a_note_beside_what_is_done() -> None:
    text = "Belt plan\n\n- Increase speed to 6.0 mph for 2 minutes\n- Raise the incline to 4% and walk for 3 minutes\n"
    set_faster, walked = _exercises(text)
    assert (set_faster.name, walked.name) == ("Increase speed to 6.0 mph", "walk")
    assert walked.notes == ("Raise the incline to 4%",)


@pytest.mark.parametrize(
    ("text", "rounds", "times"),
    [
        ("Alternate 1 minute at 7.0 mph with 2 minutes at 4.0 mph for 24 minutes.", 8, [60.0, 120.0]),
        ("Alternate 2 minutes fast with 1 minute easy for 21 minutes.", 7, [120.0, 60.0]),
        ("For 20 minutes, alternate 1 minute of jogging and 1 minute of walking.", 10, [60.0, 60.0]),
        ("Spend 24 minutes alternating 2 minutes of jogging with 1 minute of walking.", 8, [120.0, 60.0]),
        ("18 minutes: alternate 1 min hard / 1 min easy", 9, [60.0, 60.0]),
        ("Alternate 2 minutes fast with 1 minute easy for 20 minutes.", 7, [120.0, 60.0]),
    ],
)
def test_what_is_done_in_turn_for_some_time(text: str, rounds: int, times: list[float]) -> None:
    sections = imported(f"Belt plan\n\n{text}\n".encode(), "a.txt").written.sections
    assert [one.rounds for one in sections] == [rounds]
    assert _times(f"Belt plan\n\n{text}\n") == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("After a 5 minute warm up, alternate 2 minutes fast with 1 minute easy for 21 minutes.", [300.0, 120.0, 60.0]),
        ("Warm up for 5 minutes. Alternate 1 minute at 7.0 mph with 2 minutes at 4.0 for 24 minutes.", [300, 60, 120]),
        ("After 5 minutes of easy walking, run for 1 minute, then walk for 2 minutes. Repeat 8 times.", [300, 60, 120]),
    ],
)
def test_what_is_done_before_it_is_done_once(text: str, times: list[float]) -> None:
    sections = imported(f"Belt plan\n\n{text}\n".encode(), "a.txt").written.sections
    assert _times(f"Belt plan\n\n{text}\n") == times
    assert not sections[0].rounds
    assert sections[1].rounds in {7, 8}


@pytest.mark.parametrize("title", ["Cardio Interval 1", "Hill session 2", "Treadmill workout 3"])
def test_a_counted_title_is_no_exercise(title: str) -> None:
    assert _times(f"{title}\n\nWalk for 5 minutes. Sprint for 1 minute at 7.5 to 8.0 mph.\n") == [300.0, 60.0]


@pytest.mark.parametrize("pace", ["at 8.5 min/mile", "at 5 min per km pace", "@ 4.5 min/km"])
def test_a_pace_in_minutes_is_no_time(pace: str) -> None:
    (run,) = _exercises(f"Sunday\n\nRun 3 miles {pace}\n")
    assert run.seconds is None


@pytest.mark.parametrize(
    "text",
    [
        "On a 0% to 1% incline, walk for 10 minutes.",
        "Walk for 10 minutes at a 2 to 3% incline.",
        "Walk for 10 minutes at a 3 percent grade.",
        "- Walk for 10 minutes\n\nOn a belt, set the incline to 4-6% for the hills and 0% for the walks.",
    ],
)
def test_how_steep_it_is_is_no_load(text: str) -> None:
    (walk,) = _exercises(f"Belt plan\n\n{text}\n")
    assert (walk.seconds, walk.load) == ((600.0, 600.0), None)


def test_a_share_of_ones_best_is_a_load() -> None:
    (squat,) = _exercises("Squat 5x3 @ 70% to 75%\n")
    assert squat.load is not None


def _exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "a.txt").written.sections for one in section.exercises]


def _times(text: str) -> list[float | None]:
    return [one.seconds[1] if one.seconds else None for one in _exercises(text)]
