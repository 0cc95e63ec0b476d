from __future__ import annotations

from voicecoach.timeline.rooms import Taken


def test_the_first_gap_that_is_long_enough_is_taken() -> None:
    taken = Taken([(2000, 3000), (1000, 1500)])
    assert taken.room(800, 0, 10_000) == 0
    assert taken.room(801, 0, 10_000) == 3200
    assert taken.room(100, 1700, 10_000) == 1700
    assert taken.room(101, 1700, 10_000) == 3200
    assert taken.room(300, 1600, 10_000) == 3200


def test_a_line_ends_in_time_or_is_not_placed() -> None:
    taken = Taken([(0, 1000)])
    assert taken.room(800, 0, 2000) == 1200
    assert taken.room(801, 0, 2000) is None
    assert taken.room(801, 0, 9000, 1200) == 1200
    assert taken.room(801, 0, 9000, 1100) is None


def test_starts_are_on_the_grid() -> None:
    assert Taken([(0, 1001)]).room(100, 0, 9000) == 1300
    assert Taken([]).room(100, 150, 9000) == 200
    assert Taken([]).near(100, 150, 0, (0, 9000)) == 200


def test_the_nearest_start_is_taken() -> None:
    taken = Taken([(1000, 1200)])
    assert taken.near(100, 1000, 300, (0, 5000)) == 900
    assert taken.near(101, 1000, 300, (0, 5000)) == 800
    assert taken.near(100, 1100, 100, (0, 5000)) == 1200
    assert taken.near(400, 1000, 300, (0, 5000)) == 1200
    assert taken.near(400, 1000, 100, (0, 5000)) is None


def test_near_a_moment_but_within_the_span() -> None:
    assert Taken([]).near(500, 1000, 300, (1200, 5000)) == 1200
    assert Taken([]).near(500, 1000, 300, (0, 1400)) == 900
    assert Taken([]).near(500, 1000, 300, (0, 1100)) is None
    assert Taken([]).near(500, 1000, 300, (1400, 5000)) is None


def test_what_is_added_is_taken() -> None:
    taken = Taken([])
    taken.add(0, 500)
    assert taken.room(100, 0, 5000) == 700


def test_what_began_long_before_and_still_sounds_is_in_the_way() -> None:
    taken = Taken([(0, 6000), *((at, at + 50) for at in range(1000, 5000, 100))])
    assert taken.room(100, 5200, 9000) == 6200
    assert taken.near(100, 5500, 400, (0, 9000)) is None
    assert taken.near(100, 5500, 500, (0, 9000)) == 6000
    taken.add(6000, 20_000)
    assert taken.near(100, 19_800, 100, (0, 30_000)) is None
    assert taken.room(100, 19_000, 30_000) == 20_200
