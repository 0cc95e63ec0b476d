"""What holds for every picked session, whatever is asked for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecoach.authoring.picking.building import section_titles, usual_titles
from voicecoach.authoring.picking.fitting import LARGEST_MISS, LARGEST_MISS_S, MOST_EXERCISES, fitted
from voicecoach.authoring.picking.order import arranged, rank
from voicecoach.authoring.picking.pick import pick
from voicecoach.authoring.picking.pool import LEVELS, Choice, Pool, pieces
from voicecoach.authoring.picking.request import FOCUSES, ON_THE_ROAD, PickKind, Request
from voicecoach.authoring.picking.whole import Fitted
from voicecoach.authoring.picking.words import read_request
from voicecoach.definitions.doubts import doubts
from voicecoach.definitions.groups import Difficulty, Family, Muscle
from voicecoach.definitions.index import load_index
from voicecoach.definitions.load import load
from voicecoach.definitions.model import Position
from voicecoach.errors import ChoiceError

SECONDS = 60
requests = st.builds(
    Request,
    minutes=st.sampled_from([5, 8, 10, 15, 20, 25, 30, 45, 60, 90]),
    focuses=st.lists(st.sampled_from(sorted({*FOCUSES} - ON_THE_ROAD)), max_size=3, unique=True).map(tuple),
    items=st.lists(st.sampled_from(["band", "dumbbells", "kettlebell"]), max_size=2, unique=True).map(tuple),
    missing=st.sampled_from([(), ("chair",), ("table", "chair")]),
    quiet=st.booleans(),
    level=st.sampled_from([None, *Difficulty]),
    kind=st.sampled_from([None, *PickKind]),
)
seeds = st.integers(0, 50)
few = settings(max_examples=20)
"""Each session has dozens of choices: twenty of them show what fifty do."""


def put_together(request: Request, seed: int) -> Fitted | None:
    """The session for a request; `None` if the small library has nothing for it."""
    try:
        return fitted(Pool(load_index(), request, seed), request)
    except ChoiceError as error:
        assert "has nothing for" in str(error)  # noqa: PT017 - it may be refused, but only for that
        return None


@few
@given(requests, seeds)
def test_no_muscle_works_most_twice_in_a_row(request: Request, seed: int) -> None:
    session = put_together(request, seed)
    for block in session.main.blocks if session and session.main else ():
        assert all(one.muscle != other.muscle for one, other in pairwise(block))
        if session and session.main and session.main.rounds > 1 and session.main.kind is not PickKind.SETS:
            assert len(block) == 1 or block[0].muscle != block[-1].muscle


@few
@given(requests, seeds)
def test_nothing_is_above_the_level_or_lacks_its_equipment(request: Request, seed: int) -> None:
    session = put_together(request, seed)
    pool = Pool(load_index(), request, seed)
    for one in session.choices if session else ():
        assert one.variation or LEVELS.index(one.entry.level or Difficulty.ADVANCED) <= LEVELS.index(pool.level)
        assert all({*need} & pool.there for need in one.entry.needs)
        assert not ({*pool.there} & {*request.missing})


@few
@given(requests, seeds)
def test_nothing_comes_twice(request: Request, seed: int) -> None:
    session = put_together(request, seed)
    names = [one.name for one in session.choices] if session else []
    assert len(set(names)) == len(names)


@few
@given(requests, seeds)
def test_there_are_no_more_than_can_be_followed(request: Request, seed: int) -> None:
    session = put_together(request, seed)
    if session and request.kind is not PickKind.TABATA:  # long ones of these have nothing else to be long with
        assert len(session.choices) <= MOST_EXERCISES


@few
@given(requests, seeds)
def test_warm_up_gets_quicker_and_cool_down_ends_on_the_floor(request: Request, seed: int) -> None:
    session = put_together(request, seed)
    if session is None:
        return
    assert session.cool
    assert session.warm or session.main is None
    stands = [one.entry.position is Position.STANDING for one in session.warm]
    lies = [one.entry.position is Position.FLOOR for one in session.cool]
    moves = [one.entry.family is not Family.MOBILITY for one in session.warm]
    assert all(row == sorted(row) for row in (stands, lies, moves))
    assert all(one.entry.hold for one in session.cool)


@few
@given(requests, seeds)
def test_jumps_come_first_and_stay_few(request: Request, seed: int) -> None:
    session = put_together(request, seed)
    if session is None or session.main is None or "jumps" in request.focuses:
        return
    jumps = [one for one in session.main.choices if one.entry.family is Family.PLYOMETRICS]
    assert len(jumps) <= 1
    assert not (request.quiet and jumps)


@few
@given(st.sampled_from(["legs", "whole body", "core", "upper body"]), st.sampled_from([15, 20, 30, 45, 60]), seeds)
def test_it_takes_as_long_as_was_asked_for(part: str, minutes: int, seed: int) -> None:
    request = read_request(f"{minutes} minutes {part}", load_index())
    session = put_together(request, seed)
    assert session
    assert abs(session.seconds - minutes * SECONDS) <= max(LARGEST_MISS_S, LARGEST_MISS * minutes * SECONDS)


@pytest.mark.parametrize(
    "kind", ["", "circuit", "supersets", "sets", "intervals", "tabata", "emom", "amrap", "stretching"]
)
def test_its_file_is_found_in_order(kind: str, tmp_path: Path) -> None:
    for seed in range(3):
        picked = pick(f"25 minutes, legs and core, {kind}", seed)
        file = tmp_path / f"{kind}{seed}.yaml"
        file.write_text(picked.text, encoding="utf-8")
        loaded = load(str(file))
        assert not doubts(loaded)
        assert loaded.session.sections == picked.session.sections
        assert loaded.session.title in set(usual_titles())
        assert {section.title for section in loaded.session.sections} <= set(section_titles())


def test_it_is_the_same_for_the_same_and_another_for_each_seed() -> None:
    text = "20 minutes, whole body"
    assert pick(text, 3).text == pick(text, 3).text
    assert pick(text).session.items == pick("whole body, twenty minutes").session.items
    assert len({pick(text, seed).text.partition("\n")[2] for seed in range(6)}) > 3


def test_a_part_of_the_body_gets_its_share() -> None:
    for seed in range(5):
        session = put_together(read_request("30 minutes, whole body", load_index()), seed)
        assert session
        assert session.main
        families = {one.entry.family for one in session.main.choices}
        assert {Family.CORE, Family.UPPER_BODY} <= families
        assert families & {Family.HIPS, Family.THIGHS, Family.CALVES}


def test_what_was_named_is_used() -> None:
    session = pick("20 minutes, upper body, dumbbells only").session
    assert {"weight-pull", "weight-press"} & {item.exercise.name for item in session.items}
    assert "chair-press" not in {item.exercise.name for item in session.items}


@few
@given(requests, seeds)
def test_what_was_asked_for_is_used_where_something_for_that_part_uses_it(request: Request, seed: int) -> None:
    request = replace(request, minutes=20, kind=None)
    session, pool = put_together(request, seed), Pool(load_index(), request, seed)
    if session is None:
        return
    fitting = [one for part in request.parts for one in pool.of_part(part)]
    for piece in pieces(request.items):
        if any(one.uses(piece) for one in fitting):
            assert any(one.uses(piece) for one in session.choices)


def test_what_was_asked_for_and_nothing_uses_is_told() -> None:
    (note,) = [one for one in pick("20 minutes, core with a band").notes if "uses" in one]
    assert note == "Nothing uses the band: the library has no exercise with it that fits the rest."
    assert not any("uses" in one for one in pick("20 minutes, core", items=["band"]).notes)
    assert not any("uses" in one for one in pick("20 minutes, upper body with dumbbells").notes)


def test_what_is_said_by_one_word_is_one_piece() -> None:
    assert [*pieces(("band", "chair", "long-band"))] == [("band", "long-band"), ("chair",)]
    assert [*pieces(("band", "chair"))] == [("band",), ("chair",)]


def test_of_the_level_asked_for_there_is_more_than_of_easier_ones() -> None:
    def levels(level: str) -> list[int]:  # 0 is a beginner's
        sessions = (put_together(read_request(f"20 minutes, {level}", load_index()), seed) for seed in range(8))
        mains = (one.main for one in sessions if one and one.main)
        return [LEVELS.index(one.entry.level) for main in mains for one in main.choices if one.entry.level]

    assert mean(levels("easy")) < mean(levels("medium")) < mean(levels("hard"))


def test_hard_is_the_harder_way_of_what_is_no_hard_exercise() -> None:
    index = load_index()
    harder = replace(index, exercises={name: replace(one, harder="slow") for name, one in index.exercises.items()})

    def ways(text: str) -> set[tuple[bool, str | None]]:
        choices = Pool(harder, read_request(text, index), 0).of_part("legs")
        return {(one.entry.level is Difficulty.ADVANCED, one.variation) for one in choices}

    assert (False, "slow") in ways("legs, hard")
    assert not {(True, "slow"), (False, None)} & ways("legs, hard")
    assert not any(variation == "slow" for _, variation in ways("legs, medium"))


def test_beginners_get_the_easier_way_where_there_is_little_else() -> None:
    picked = pick("20 minutes, chest, no equipment, easy")
    assert [item.variations for item in picked.session.items if item.exercise.name == "press-up"] == [("knees",)]
    assert any("So that no muscle works twice in a row" in note for note in picked.notes)


def test_what_there_is_nothing_for_is_said() -> None:
    with pytest.raises(ChoiceError, match="nothing for jumps"):
        pick("jumps, quiet")
    notes = pick("20 minutes, core and jumps, quiet").notes
    assert any("There is nothing for jumps" in note for note in notes)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("jumps, quiet", "Leave out 'quiet'."),
        ("quiet cardio tabata", "Leave out 'quiet'."),
        ("jumps, easy, quiet, emom", "Leave out 'quiet'."),
        ("thighs, no legs", "Leave out 'no legs'."),
    ],
)
def test_what_is_in_the_way_is_said(text: str, advice: str) -> None:
    with pytest.raises(ChoiceError) as refused:
        pick(text)
    assert str(refused.value).endswith(f". {advice}")


def test_equipment_that_is_missing_or_there_counts() -> None:
    names = {
        item.exercise.name for item in pick("30 min upper body", missing=["table"], items=["dumbbells"]).session.items
    }
    assert "table-pull" not in names
    assert names & {"weight-pull", "weight-press"}


def test_the_order_is_a_coachs() -> None:
    index = load_index()
    names = ("curl-up", "heel-lift", "knee-bend", "leap", "table-pull")
    order = arranged([Choice(index.exercises[name]) for name in names], again=True)
    assert order is not None
    assert [one.name for one in order] == ["leap", "knee-bend", "table-pull", "heel-lift", "curl-up"]
    assert [rank(one) for one in order] == sorted(rank(one) for one in order)


def test_what_works_a_part_of_the_body_too_serves_where_nothing_is_for_it() -> None:
    index = load_index()
    none_for_it = {
        name: replace(one, level=Difficulty.ADVANCED) if one.muscles[:1] == (Muscle.SHOULDERS,) else one
        for name, one in index.exercises.items()
    }
    pool = Pool(replace(index, exercises=none_for_it), read_request("shoulders, easy", index), 0)
    found = pool.of_part("shoulders")
    assert found
    assert found == pool.by_the_way("shoulders")
    assert all(Muscle.SHOULDERS in one.entry.muscles[1:] for one in found)
    places = [one.entry.muscles.index(Muscle.SHOULDERS) for one in found]
    assert places == sorted(places)
