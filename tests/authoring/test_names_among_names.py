"""Names that nobody knows: they are exercises where they stand as those beside them do."""

from __future__ import annotations

import pytest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.passes.enumerations import without_enumerations
from voicecoach.authoring.written import WrittenExercise


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "plan.txt").written.sections for one in section.exercises]


def named(text: str) -> list[str]:
    return [one.name for one in exercises(text)]


SPACED = """Feet and calves

Calf stretch:

Lean on the wall and feel it in the calf. Hold for 40 seconds. Repeat twice.

Chilled Tin Sweep:

Move the sole over a cold tin from heel to toe. Repeat for two to three minutes.

Heel raise:

Rise on both feet and come down slowly. Repeat 12 times.
"""


def test_between_names_with_blank_lines_around_it_is_one() -> None:
    for text in (SPACED, SPACED.replace(":\n", "\n")):
        assert [one.casefold() for one in named(text)] == ["calf stretch", "chilled tin sweep", "heel raise"]
    assert exercises(SPACED)[1].seconds == (120, 180)


def test_what_has_no_amount_below_is_none() -> None:
    text = SPACED.replace("Repeat for two to three minutes.", "It feels lovely on a warm evening after work.")
    assert len(named(text)) == 2


def test_right_behind_an_amount_without_a_blank_line_it_is_one() -> None:
    text = (
        "Hips at home\nBridge\nPush the hips up.\nPerform for 40 seconds\nLunge\nLower the back knee slowly.\n"
        "Hold for 40 seconds\nStep with a twist\nKeep the toes pointing ahead.\nRepeat for 40 seconds on each side.\n"
        "March\nKnees as high as the hips.\nRepeat for 40 seconds.\n"
    )
    assert named(text) == ["Bridge", "Lunge", "Step with a twist", "March"]


def test_in_capitals_it_ends_where_the_sentence_begins() -> None:
    text = (
        "1. PRONE PRESS-UP Lie face down and push up on your hands. 9 reps 2. GOLDEN FISH Lie on your front and lift "
        "your arms. Repeat 8 times. 3. TRAIL LEG (slow) Step back and reach up. 6 each side"
    )
    assert [(one.name, one.reps) for one in exercises(text)] == [
        ("PRONE PRESS-UP", (9, 9)),
        ("GOLDEN FISH", (8, 8)),
        ("TRAIL LEG", (6, 6)),
    ]


@pytest.mark.parametrize("begin", [1, 4])
def test_names_that_are_counted_on_in_a_line_are_one_each(begin: int) -> None:
    line = f"{begin}. Ankle pumps {begin + 1}. Quad sets {begin + 2}. Heel slides"
    found = exercises(f"Knee sheet\n\nFor all exercises, perform 11 repetitions.\n\n{line}\n")
    assert [(one.name, one.reps) for one in found] == [
        (one, (11, 11)) for one in ("Ankle pumps", "Quad sets", "Heel slides")
    ]


def test_numbers_at_the_end_of_sentences_count_nothing_on() -> None:
    block = Block(BlockKind.ITEM, "Lift the leg and hold for 3. Lower it for 4. Repeat.", 1, marker="2.")
    assert without_enumerations([block]) == [block]


def test_what_it_is_good_for_is_no_title() -> None:
    text = (
        "Heel stretch\n\nStretches and mobilises the spine\n\n- Kneel on all fours.\n- Sit back.\n- Repeat 7 times.\n"
    )
    (found,) = exercises(f"Knee roll\n- Lie down.\n- Repeat 6 times.\n\n{text}")[1:]
    assert (found.name, found.reps) == ("Heel stretch", (7, 7))


def test_a_number_of_a_list_within_a_sentence_is_no_amount() -> None:
    told = "On your back: 1. Press it down and hold for 2 seconds"
    (found,) = exercises(f"Do 6 repetitions of each exercise.\n\nTilting your pelvis\n\n{told}\n")
    assert (found.name, found.reps, found.pause_s) == ("Tilting your pelvis", (6, 6), 2)


@pytest.mark.parametrize("line", ["@ 2x25 s", "- @: 2 x 25 s", "1. @ - hold 25 seconds, 2 times"])
@pytest.mark.parametrize(
    "name",
    [
        "Lower back (lumbar) stretch",
        "Buttock (figure 4) stretch",
        "Hamstrings (back of thigh) stretch",
        "Knee bracing (static quads) exercise",
        "Lateral raise, dumbbell",
        "Biceps curl, incline",
        "Squat, goblet",
    ],
)
def test_a_bracket_within_it_and_a_kind_behind_its_comma_belong_to_it(name: str, line: str) -> None:
    (found,) = exercises(f"Sheet\n\n{line.replace('@', name)}\n")
    assert (found.name, found.sets, found.seconds) == (name, 2, (25, 25))
