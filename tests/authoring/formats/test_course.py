"""Courses for trainers."""

from __future__ import annotations

import pytest

from tests.authoring.formats.reading import exercises, only_section, read
from voicecoach.authoring.written import WrittenLine
from voicecoach.errors import DefinitionError

COURSE = """[COURSE HEADER]
VERSION = 2
DESCRIPTION = Two hills
MINUTES\tPERCENT
[END COURSE HEADER]
[COURSE DATA]
0.00\t40
5.00\t60
5.00\t95
10.00\t95
LAP
10.00\t95
13.00\t95
13.00\t50
15.50\t50
[END COURSE DATA]
[COURSE TEXT]
0\tSpin\t10
310\tFirst hill\t10
[END COURSE TEXT]
"""


def test_what_lies_between_two_points_is_a_step_and_the_same_in_a_row_is_one() -> None:
    written = read(COURSE, "hills.mrc")
    assert written.title == "Two hills"
    assert [(one.name, one.line, one.seconds, one.notes) for one in exercises(written)] == [
        ("Ramp", 7, (300, 300), ("40 to 60 % of FTP.",)),
        ("Steady", 9, (480, 480), ("95 % of FTP.",)),
        ("Steady", 14, (150, 150), ("50 % of FTP.",)),
    ]


def test_steps_follow_each_other_without_a_rest() -> None:
    assert only_section(read(COURSE)).rest_s == 0


def test_watts_are_told_as_such() -> None:
    assert exercises(read(COURSE.replace("PERCENT", "WATTS"), "hills.erg"))[1].notes == ("95 W.",)


def test_texts_are_shown_in_the_step_in_which_they_fall() -> None:
    ramp, hill, _ = exercises(read(COURSE))
    assert (ramp.lines, hill.lines) == ((WrittenLine("Spin", 0),), (WrittenLine("First hill", 10),))


@pytest.mark.parametrize("text", ["[COURSE DATA]\n[END COURSE DATA]\n", "hello\n"])
def test_a_course_in_which_nothing_lasts_is_refused(text: str) -> None:
    with pytest.raises(DefinitionError, match="nothing lasts"):
        read(text, "hills.erg")
