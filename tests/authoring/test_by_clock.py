from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.language.clock_words import MOST_CHARACTERS
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.written import Written

Group = tuple[int | None, list[str]]


def groups(text: str) -> list[Group]:
    """How often each group is done, and its legs: name, seconds or metres, times, rest."""
    told = by_clock(text)
    assert told is not None
    found = list[Group]()
    for group in told.groups:
        legs = []
        for one in group.exercises:
            facts = one.facts
            length = (
                f" {facts.seconds[0]:g} s" if facts.seconds else f" {facts.distance_m:g} m" if facts.distance_m else ""
            )
            times = f" x{facts.sets[0]:g}" if facts.sets else ""
            rest = f" rest {facts.rest_s[0]:g}" if facts.rest_s else ""
            legs.append(f"{one.name.text}{length}{times}{rest}")
        found.append((int(group.facts.rounds[0]) if group.facts.rounds else None, legs))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jog 2 mins, walk 1 min x 7", [(7, ["jog 120 s", "walk 60 s"])]),
        (
            "3 km easy, 4 x 800 m hard w/ 2 mins jog, 1 km easy",
            [(None, ["easy 3000 m"]), (None, ["800 m hard 800 m x4 rest 120"]), (None, ["easy 1000 m"])],
        ),
        ("Alternate 2 minutes of jogging with 1 minute of walking, 6 times", [(6, ["jogging 120 s", "walking 60 s"])]),
        ("4 x [20 s stride @ approx 3:10/km. 40 s walk]", [(4, ["stride 20 s", "walk 40 s"])]),
        ("40 s seated, 20 s standing climb", [(None, ["seated 40 s"]), (None, ["standing climb 20 s"])]),
        ("Hill session – 9 x 50 s uphill efforts", [(None, ["uphill efforts 50 s x9"])]),
        ("1/2 mile easy jog", [(None, ["easy jog 804 m"])]),
        ("12 min tempo with 5 min cool-down", [(None, ["tempo 720 s"]), (None, ["cool-down 300 s"])]),
        ("3 min hard 1 min easy", [(None, ["hard 180 s"]), (None, ["easy 60 s"])]),
        ("Backstroke 6 x 25 m sculling", [(None, ["Backstroke 25 m x6"])]),
        ("7 x jog 2 mins, walk 1 min", [(7, ["jog 120 s", "walk 60 s"])]),
        ("4 mins jog 1 min walk, x6", [(6, ["jog 240 s", "walk 60 s"])]),
        ("jog 40 sec walk 80 sec (x9)", [(9, ["jog 40 s", "walk 80 s"])]),
        ("Jog for 2 minutes then walk for 1 minute. Do this 7 times in all", [(7, ["Jog 120 s", "walk 60 s"])]),
        (
            "6 min gentle walk, then jog 1 min, walk 1 min x 5",
            [(None, ["gentle walk 360 s"]), (5, ["jog 60 s", "walk 60 s"])],
        ),
        ("jog 1 min walk 2 min, 6 times, then 4 min walk", [(6, ["jog 60 s", "walk 120 s"]), (None, ["walk 240 s"])]),
        (
            "12 min warm up, 4 x (2 min hard, 3 min easy), 8 min cool down",
            [(None, ["warm up 720 s"]), (4, ["hard 120 s", "easy 180 s"]), (None, ["cool down 480 s"])],
        ),
        (
            "5 x 3 min hard / 2 min easy, 8 min warm-up and cool-down",
            [(None, ["warm-up 480 s"]), (5, ["hard 180 s", "easy 120 s"]), (None, ["cool-down 480 s"])],
        ),
        ("7 x 300m @ mile pace, 2 mins walk recovery", [(None, ["300m @ mile pace 300 m x7 rest 120"])]),
        ("7 x 300m run @ mile pace, off 80 s jog", [(None, ["run 300 m x7 rest 80"])]),
        ("3 x 12 min threshold // 5 min recs", [(None, ["threshold 720 s x3 rest 300"])]),
        ("2 x 9 mins at FTP, 5 mins easy between", [(None, ["at FTP 540 s x2 rest 300"])]),
        ("3 x 1500m / 3 min easy", [(None, ["1500m 1500 m x3 rest 180"])]),
        ("6 x 75m kick, :20 rest", [(None, ["kick 75 m x6 rest 20"])]),
        ("10 x 50m front crawl on 1:10", [(None, ["front crawl 50 m x10"])]),
        ("9 x 25m pull @ 40 or r=15", [(None, ["pull 25 m x9 rest 15"])]),
        ("2 mile steady run w/u", [(None, ["steady run 3218 m"])]),
        ("and an 8 min paddle to finish", [(None, ["paddle 480 s"])]),
        ("run/walk 25 min", [(None, ["run/walk 1500 s"])]),
        ("3 laps jog, no racing", [(None, ["jog"])]),
        ("then strides, 4 lengths of the pitch", [(None, ["strides"])]),
    ],
)
def test_what_is_done_by_the_clock_is_read_whole(text: str, found: list[Group]) -> None:
    assert groups(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "squats 3 x 10",
        "3 x 10 press-ups, 60 s rest",
        "plank 3 x 30 s, 30 s rest",
        "300m run, 15 wall balls, 10 pull-ups x 4",
        "20 min easy",  # of anything
        "4 rounds of:",
        "5 minutes of rowing, then 2 rounds of:",
        "I ran 5 km in 27 min, walk home",
        "20 min run if you feel like it",
        "pull 10 min",
        "rest 2 min",
        "6 x",
        "walk",
        "jog 2 min, walk 1 min x 6 x 5",
    ],
)
def test_what_has_another_word_in_it_is_left_to_the_other_rules(text: str) -> None:
    assert by_clock(text) is None


AMOUNTS = ("6 x", "2 min", "90 s", "400 m", "3 times", "repeat", "on 1:30", "r=10")
BESIDE = ("jog", "walk", "hard", "easy", "5k pace", "off", "with", "rest", "between", "@", "warm up")
MARKS = ("then", ",", "/", "(", ")", ".", "and")
WORDS = st.sampled_from((*AMOUNTS, *BESIDE, *MARKS))


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_words_of_the_grammar_are_read_or_left(text: str) -> None:
    told = by_clock(text)
    if told is not None:
        assert told.exercises == tuple(one for group in told.groups for one in group.exercises)
        assert all(one.name.text.strip() for one in told.exercises)


def test_a_text_longer_than_any_line_is_left() -> None:
    assert by_clock("6 x jog 1 min, walk 1 min, " * MOST_CHARACTERS) is None


def read(text: str) -> Written:
    return imported(text.encode(), "plan.txt").written


def names(written: Written) -> list[list[str]]:
    return [[one.name for one in section.exercises] for section in written.sections]


def test_what_every_session_begins_and_ends_with_stands_around_all_weeks() -> None:
    written = read(
        "Start and finish every run with a 4 minute walk.\n\n"
        "Wk 1: jog 1 min, walk 2 mins x 6\nWk 2: jog 2 mins, walk 2 mins x 5"
    )
    assert names(written) == [["walk"], ["jog", "walk"], ["jog", "walk"], ["walk"]]
    assert [one.in_weeks for one in written.sections] == [None, (1, 1), (2, 2), None]
    assert [one.exercises[0].seconds for one in written.sections[::3]] == [(240, 240)] * 2


def test_what_they_end_with_may_be_something_else() -> None:
    written = read(
        "Wk 1: jog 1 min, walk 2 mins x 6\nBegin each session with 5 min brisk walk and finish with 3 min easy walk"
    )
    assert names(written) == [["brisk walk"], ["jog", "walk"], ["easy walk"]]


def test_a_line_by_the_clock_gives_no_amount_to_the_title_above() -> None:
    written = read("Riverside plan\n\n8 min warm up\n3 x 2 min hard, 2 min easy\n6 min cool down")
    assert (written.title, names(written)) == ("Riverside plan", [["warm up"], ["hard", "easy"], ["cool down"]])
