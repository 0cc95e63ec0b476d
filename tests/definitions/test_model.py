from __future__ import annotations

import pytest

from voicecoach.definitions.model import Exercise


@pytest.mark.parametrize(
    ("title", "spoken"),
    [
        ("Step ups", "step ups"),
        ("RDL", "RDL"),
        ("RDLs", "RDLs"),
        ("IT band stretch", "IT band stretch"),
        ("TRX Rows", "TRX rows"),
        ("T-spine turns", "t-spine turns"),
        ("A-Skips", "a-skips"),
        ("VO2 run", "VO2 run"),
        ("STEP UPS", "step ups"),
        ("McGill's Curl-up", "mcgill's curl-up"),
        ("Übung", "übung"),
    ],
)
def test_a_title_in_a_sentence_is_in_lower_case_but_for_acronyms(title: str, spoken: str) -> None:
    assert Exercise("mine", title).spoken == spoken


def test_what_an_exercise_is_called_in_a_sentence_can_be_said_otherwise() -> None:
    assert Exercise("mine", "RDL", say="Romanian deadlifts").spoken == "Romanian deadlifts"
