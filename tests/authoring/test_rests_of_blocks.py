"""A rest between blocks that go round themselves is the time before each but the first, and none of their rounds'."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported

BLOCKS = "Block 1: 3 rounds\n- 10 squats\n- 10 press-ups\n\n@Block 2: 3 rounds\n- 12 rows\n- 12 lunges\n"
SAID = (
    "Rest 2 minutes between blocks.",
    "2 minutes rest after each block.",
    "Between blocks, rest 2 minutes.",
    "Rest between blocks: 2 minutes",
    "You get 2 minutes of rest between the blocks.",
    "2 min between blocks",
)
PLACES = (
    "Full body\n\n{}\n\n" + BLOCKS.replace("@", ""),
    "Full body\n\n" + BLOCKS.replace("@", "") + "\n{}\n",
    "Full body\n\n" + BLOCKS.replace("@", "{}\n\n"),
    "Full body\n\nTwo blocks today. {} Drink enough.\n\n" + BLOCKS.replace("@", ""),
)


def rests(text: str) -> list[tuple[float | None, float | None]]:
    """What is before each section, and between its rounds."""
    return [(one.before_s, one.round_rest_s) for one in imported(text.encode(), "plan.txt").written.sections]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("place", PLACES)
def test_a_rest_between_blocks_is_before_each_but_the_first(said: str, place: str) -> None:
    assert rests(place.format(said)) == [(None, None), (120, None)]


def test_rests_between_sets_and_between_blocks_in_one_sentence_are_both_read() -> None:
    text = "Rest: 45 sec between sets, 90 sec between circuits\n\nCircuit A\nSquat 3x10\n\nCircuit B\nRow 3x10\n"
    written = imported(text.encode(), "plan.txt").written
    assert (written.rest_s, rests(text)) == (45, [(None, None), (90, None)])


@pytest.mark.parametrize("said", ["Rest 2 minutes between circuits.", "2 minutes rest after each circuit."])
def test_a_circuit_alone_has_such_a_rest_between_its_rounds(said: str) -> None:
    assert rests(f"Legs\n\n3 rounds. {said}\n\n- 10 squats\n- 10 press-ups\n") == [(None, 120)]


def test_a_rest_stated_above_the_first_heading_holds_below_all_of_them() -> None:
    text = "- Rest: 45 sec between sets\n\n# Monday\n\nSquat 3x10\n\n# Friday\n\nRow 3x10\n"
    assert imported(text.encode(), "plan.md").written.rest_s == 45
