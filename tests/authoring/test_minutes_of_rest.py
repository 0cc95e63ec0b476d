"""EMOMs with a minute in which nothing is done, and those that are done again after a rest."""

from __future__ import annotations

import pytest

from tests.authoring.listed import sections_in


@pytest.mark.parametrize(
    ("text", "minutes", "repeat"),
    [
        ("EMOM 12 minutes\nMin 1: 10 burpees\nMin 2: 15 sit-ups\nMin 3: Rest", 2, 4),
        ("EMOM x 15\n1st minute: 10 burpees\n2nd minute: 15 sit-ups\n3rd minute: off", 2, 5),
        ("# Session\n\n## EMOM 12\n\n- 10 burpees\n- 15 sit-ups\n- 1 min rest\n\n## Legs\n\n- Squats 3x10", 2, 4),
        ("Every minute for 16 minutes:\nOdd minutes: 10 burpees\nEven minutes: rest", 1, 8),
        ("EMOM 20\n\nMinute 1: 12 swings\nMinute 2: 8 push-ups\nMinute 3: 10 squats\nMinute 4: rest\n\n5 rounds", 3, 5),
        ("3 rounds of EMOM 6, rest 1 minute between rounds\n10 burpees\n15 sit-ups", 6, 3),
    ],
)
def test_a_minute_of_rest_stands_between_the_rounds(text: str, minutes: int, repeat: int) -> None:
    emom = sections_in(text)[0]
    assert (emom["kind"], emom["minutes"], emom["repeat"], emom["round_rest_s"]) == ("emom", minutes, repeat, 60)
    assert "est" not in "".join(one["name"] for one in emom["exercises"])


def test_an_interval_of_two_minutes_rests_for_two() -> None:
    [emom] = sections_in("E2MOM 12\n- 10 burpees\n- 15 sit-ups\n- Rest")
    assert (emom["every_s"], emom["minutes"], emom["repeat"], emom["round_rest_s"]) == (120, 4, 2, 120)


def test_a_rest_behind_all_of_it_is_none_of_a_minute() -> None:
    emom, amrap = sections_in("EMOM 10\n10 burpees\n15 sit-ups\nRest 3 minutes\n\nAMRAP 8\n10 squats")
    assert (emom["minutes"], emom["repeat"], amrap["before_s"]) == (10, 1, 180)


@pytest.mark.parametrize("title", ["Pair 1", "Pairing B:", "First pair:", "Second pair (rest 60 s)"])
def test_pairs_are_supersets(title: str) -> None:
    found = sections_in(
        f"Warm-up\n\nMarching 2 min\n\n{title}\n3x8 Pull-ups\n3x8 Hinges\n\nTriplet 2\nDips x 8\nRows x 8"
    )
    assert [(one["kind"], len(one["exercises"])) for one in found[1:]] == [("superset", 2), ("superset", 2)]
    assert found[2]["rounds"] is None


def test_for_whom_a_session_is_is_no_exercise() -> None:
    found = sections_in("10-minute tabata for beginners\n\n1. High knees\n2. Squats")
    assert [one["name"] for section in found for one in section["exercises"]] == ["High knees", "Squats"]
