"""Rides with their steps in words: by watts and turns a minute, unnamed efforts, a warm-up among lines as it is."""

from __future__ import annotations

from voicecoach.authoring.importing import imported


def legs(text: str) -> list[tuple[str, int | None, float | None, float | None]]:
    """Each stretch with how often it is done, its seconds and its rest."""
    sections = imported(text.encode(), "ride.txt").written.sections
    return [
        (
            one.name,
            one.sets if part.rounds is None else part.rounds,
            one.seconds[0] if one.seconds else None,
            one.rest_s,
        )
        for part in sections
        for one in part.exercises
    ]


def test_what_is_ridden_by_watts_is_called_by_them() -> None:
    text = "Ride\n\n15 min @ 150 W\n3 x 10 min @ 240 W, 5 min @ 130 W\n10 min @ 120 W\n"
    assert legs(text) == [
        ("at 150 W", 1, 900, None),
        ("at 240 W", 3, 600, None),
        ("at 130 W", 3, 300, None),
        ("at 120 W", 1, 600, None),
    ]


def test_an_effort_that_nobody_names_stands_among_what_is_ridden() -> None:
    text = "Bike\n\n10 min progressive\n2 x 20 mins with 5 mins recovery\n10 min easy\n"
    assert legs(text)[1] == ("Effort", 2, 1200, 300)


def test_a_warm_up_above_longer_lines_as_it_is_belongs_to_them() -> None:
    text = "Turbo\n\nWarm up – 10 mins\nSeated climb – 8 mins\nEasy spin – 4 mins\nCool down – 5 mins\n"
    assert [one[2] for one in legs(text)] == [600, 480, 240, 300]


def test_a_share_of_power_behind_a_rest_is_no_length() -> None:
    text = "Ride\n\nEasy spin 5 mins\nRest interval 55% FTP\nSteady riding 10 mins\n"
    assert [one[3] for one in legs(text)] == [None, None]
