"""Some legs of a list that a line behind them says to repeat: by their numbers, the last of them, all but the first."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported

Part = tuple[int | None, list[float | None]]
_LISTS = {
    "numbered": "Park\n\n1. Walk for 5 min.\n2. Run for 1 min.\n3. Walk for 2 min.\n4. {}.\n5. Walk for 6 min.\n",
    "bullets": "Park\n\n- Warm up with a 5 minute walk\n- Run 1 minute\n- Walk 2 minutes\n- {}\n- Walk for 6 min\n",
    "lines": "Park\n\nWarm up with a 5 minute walk\nRun 1 minute\nWalk 2 minutes\n{}\nCool down: walk for 6 min\n",
    "steps": "Step 1: Walk for 5 min\nStep 2: Run for 1 min. Stay tall.\nStep 3: Walk for 2 min\n"
    "Step 4: {}\nStep 5: Walk for 6 min\n",
    "apart": "Belt\n\n1. Walk at 3.5 for 5 minutes.\n\n2. Increase the speed to 6.0 and run for 1 minute.\n\n3. Walk "
    "at 3.5 mph for 2 minutes.\n\n4. {}.\n\n5. Slow down to 3.0 mph for 6 minutes.\n",
}


@pytest.mark.parametrize("place", _LISTS)
@pytest.mark.parametrize(
    "said",
    [
        "Repeat steps 2 and 3 six times",
        "Repeat steps 2-3 for a total of 6 times",
        "Repeat steps 2 and 3 five more times",
        "Repeat steps 2 through 3, 6 times",
        "Repeat 2 and 3 6x",
        "Repeat steps 2 and 3 for 18 minutes",
        "Repeat the last two steps 6 times",
        "Repeat the above two steps 6 times",
        "Repeat the run/walk 6 times",
        "Repeat the run and walk another 5 times",
        "Repeat this cycle 6 times",
        "Repeat the sequence 6 times",
        "Then repeat x 6",
        "Repeat 6 times",
    ],
)
def test_steps_are_repeated(said: str, place: str) -> None:
    assert _parts(_LISTS[place].format(said)) == [(None, [300.0]), (6, [60.0, 120.0]), (None, [360.0])]


def test_a_rest_among_the_steps_is_one() -> None:
    text = "Ride\n\n1. Warm up 5 min.\n2. Sprint for 20 s.\n3. Recover for 40 s.\n4. Repeat steps 2 and 3 8 times.\n"
    sections = imported(text.encode(), "a.txt").written.sections
    sprint = sections[-1].exercises[0]
    assert (sprint.name, sprint.sets, sprint.rest_s) == ("Sprint", 8, 40.0)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Legs\n\n- Run for 1 minute\n- Walk for 2 minutes\n- Repeat 3 times a week\n", [(None, [60.0, 120.0])]),
        (
            "Mat\n\n- Plank for 30 seconds\n- Side plank for 20 seconds\n- Repeat on the other side\n",
            [(None, [30.0, 20.0])],
        ),
        ("Day\n\n- Walk for 5 minutes\n- Run for 20 minutes\n- Repeat tomorrow\n", [(None, [300.0, 1200.0])]),
    ],
)
def test_what_repeats_no_steps(text: str, parts: list[Part]) -> None:
    assert _parts(text) == parts


@pytest.mark.parametrize("ahead", ["After the warm-up, ", "Following your warm up, "])
def test_behind_which_part_a_leg_is_done_is_not_its_name(ahead: str) -> None:
    (ride,) = imported(f"Hour\n\n- {ahead}ride hard for 3 minutes\n".encode(), "a.txt").written.sections[0].exercises
    assert ride.name == "ride hard"


def _parts(text: str) -> list[Part]:
    sections = imported(text.encode(), "a.txt").written.sections
    return [
        (section.rounds, [one.seconds[0] if one.seconds else None for one in section.exercises]) for section in sections
    ]
