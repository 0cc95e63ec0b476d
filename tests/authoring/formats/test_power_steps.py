"""Workouts of steps with a length and how hard, as programs of cyclists have them."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.reading import read_document
from voicecoach.authoring.written import Written, WrittenSection

RIDE = """Warmup
- 12m ramp 50-75%

Main set 4x
- Big gear 4m 105% 90rpm
- 2m 50%

Cooldown
- 8m 45%
"""


def sections(text: str) -> tuple[WrittenSection, ...]:
    return imported(text.encode(), "ride.txt").written.sections


def lengths(text: str) -> list[tuple[str, float | None]]:
    """Each step with its seconds."""
    return [(one.name, one.seconds[0] if one.seconds else None) for part in sections(text) for one in part.exercises]


def test_m_is_minutes_and_a_step_is_called_by_what_is_shown_or_by_how_hard_it_is() -> None:
    assert lengths(RIDE) == [("ramp", 720), ("Big gear", 240), ("at 50%", 120), ("at 45%", 480)]


def test_a_line_says_how_often_the_steps_up_to_the_next_empty_line_are_done() -> None:
    assert [(one.title, one.rounds) for one in sections(RIDE)] == [
        ("Warmup", None),
        ("Main set", 4),
        ("Cooldown", None),
    ]


def test_how_hard_and_how_fast_to_pedal_are_kept_as_remarks() -> None:
    assert [one.notes for one in sections(RIDE)[1].exercises] == [("105%.", "90 turns a minute."), ("50%.",)]


@pytest.mark.parametrize(
    ("step", "seconds"),
    [("1m30 120%", 90), ("1h Z2", 3600), ("45s 300w", 45), ("1h10m 65-70%", 4200), ("10m Z2 HR", 600)],
)
def test_lengths_are_read_in_every_way_they_are_written(step: str, seconds: float) -> None:
    assert lengths(f"- {step}\n- 5m 50%\n")[0][1] == seconds


def test_metres_are_written_with_three_letters() -> None:
    text = "Warmup\n- 200mtr easy\n\n6x\n- 50mtr kick\n- 0.1km pull\n"
    assert [one.distance_m for part in sections(text) for one in part.exercises] == [200, 50, 100]


@pytest.mark.parametrize("text", ["- Plank 30s\n- Walk 400 m\n- Row 500m\n", "- 3x5 75%\n- 10m walk\n\nBe well.\n"])
def test_other_lists_are_no_steps(text: str) -> None:
    assert all(one.rest_s != 0 for one in sections(text))


WITH_PROSE = """**Goal:** wake the legs up, and keep the heart calm for tomorrow.

Warm up
- 10m ramp 50%-70% 85-90rpm

Main set

3x
- Long and smooth<!> 5m @ 105%
- Spin 2min 50% intensity=rest

- 10m press lap Z1 - Z2
- 1km 4:30/km Pace
- see how it goes

*Rain is likely in the afternoon, so go early.*
"""


def test_prose_beside_steps_is_no_step() -> None:
    written = imported(WITH_PROSE.encode(), "ride.md").written
    assert [(part.title, part.rounds) for part in written.sections] == [
        ("Warm up", None),
        ("Main set", 3),
        (None, None),
    ]
    assert lengths(WITH_PROSE) == [
        ("ramp", 600),
        ("Long and smooth", 300),
        ("Spin", 120),
        ("at Z1 - Z2", 600),
        ("at 4:30/km Pace", None),
    ]
    assert written.about == ("Goal: wake the legs up, and keep the heart calm for tomorrow.",)
    assert [one.text for one in written.unplaced] == ["- see how it goes"]


def test_what_is_shown_later_in_a_step_has_its_time() -> None:
    (part,) = sections("- Go 90^Halfway 300^Last minute <!> 6m 90%\n- Freely 5m freeride\n")
    go, _ = part.exercises
    assert (go.name, [(one.say, one.at_s) for one in go.lines]) == ("Go", [("Halfway", 90), ("Last minute", 300)])


def test_a_list_of_days_with_a_run_each_is_no_steps() -> None:
    found = read_document(b"- Mon - 5km easy run\n- Wed: 20 min tempo run\n- Sat - 8km steady run\n", "plan.txt")
    assert not isinstance(found, Written)
