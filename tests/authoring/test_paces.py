"""How long a distance takes, if nobody says it."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.paces import takes_s


@pytest.mark.parametrize(
    ("name", "metres", "least_s", "most_s"),
    [
        ("Sprint", 100, 10, 25),
        ("Walk", 1500, 900, 1300),
        ("Run", 5000, 1500, 2200),
        ("Row", 500, 100, 150),
        ("Swim", 400, 360, 600),
        ("Bike", 10_000, 1200, 1800),
        ("Walking lunges", 20, 20, 40),
        ("Farmer's walk", 40, 30, 60),
        ("Bear crawl", 15, 15, 30),
        ("Shuttle", 400, 100, 200),
        ("Sprint", 5, 10, 10),
        ("Walk", 999_000, 86_400, 86_400),
    ],
)
def test_a_distance_takes_as_long_as_what_it_is_called_does(
    name: str, metres: float, least_s: float, most_s: float
) -> None:
    assert least_s <= takes_s(name, metres) <= most_s


def test_it_is_a_guess_in_the_file() -> None:
    made = imported(b"Walk 1.5 km\nSprint 100 m\n", "plan.txt").yaml
    assert "takes: 17 min 50 s}  # guessed: sets, takes_s" in made
    assert "takes: 15 s}  # guessed: sets, takes_s" in made
