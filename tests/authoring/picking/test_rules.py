"""Rules of a coach that hold for every picked session, whatever is asked for and however it is shuffled."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.authoring.picking.test_pick import few, put_together, requests, seeds
from voicecoach.authoring.picking.belonging import ON_THE_GROUND, is_jump, works
from voicecoach.authoring.picking.building import title_of, usual_titles
from voicecoach.authoring.picking.choosing import to_stretch
from voicecoach.authoring.picking.fitting import ATTEMPTS, fit_once, fitted, is_near, miss_s
from voicecoach.authoring.picking.mains import JUMP_RESTS_S, TABATA_CLOCK_S
from voicecoach.authoring.picking.pick import pick
from voicecoach.authoring.picking.pool import Choice, Pool
from voicecoach.authoring.picking.request import FOCUSES, ON_THE_ROAD, PickKind, Request
from voicecoach.authoring.picking.whole import Fitted
from voicecoach.authoring.picking.words import read_request
from voicecoach.definitions.groups import Difficulty, Family
from voicecoach.definitions.index import load_index
from voicecoach.errors import ChoiceError

LEAST_MINUTES = 8
"""Shorter sessions may have to be longer than was asked for."""
anything = st.builds(
    Request,
    focuses=st.lists(st.sampled_from(sorted(FOCUSES)), max_size=4, unique=True).map(tuple),
    level=st.sampled_from([None, *Difficulty]),
    kind=st.sampled_from([None, *PickKind]),
)


def session_for(request: Request, seed: int) -> Fitted:
    session = put_together(request, seed)
    assume(session is not None)
    assert session
    return session


def is_for(one: Choice, request: Request) -> bool:
    focuses = [FOCUSES[part] for part in request.parts]
    return any(one.entry.family in focus.families or works(one.entry, focus) for focus in focuses)


@few
@given(requests, seeds)
def test_the_main_part_is_what_was_asked_for_and_what_comes_between_is_named(request: Request, seed: int) -> None:
    session = session_for(request, seed)
    apart = [one.name for one in session.companions]
    pool = Pool(load_index(), request, seed)
    too = [one.name for part in request.parts for one in pool.by_the_way(part)]
    assert all(is_for(one, request) or one.name in (*apart, *too) for one in session.worked)
    for block in session.main.blocks if session.main and session.main.kind is not PickKind.TABATA else ():
        assert 2 * sum(one.name in apart for one in block) <= len(block)


@few
@given(requests, seeds)
def test_what_is_stretched_has_worked(request: Request, seed: int) -> None:
    session, pool = session_for(request, seed), Pool(load_index(), request, seed)
    if not session.worked:
        return
    asked = [one for one in session.worked if one not in session.companions]
    wanted = to_stretch(asked, {muscle for one in pool.stretches() for muscle in one.entry.muscles})
    assert not wanted or all(wanted.keys() & {*one.entry.muscles} for one in session.cool)


@few
@given(requests, seeds)
def test_nobody_jumps_before_something_slow_and_something_quick(request: Request, seed: int) -> None:
    session = session_for(request, seed)
    families = {one.entry.family for one in session.worked}
    if Family.PLYOMETRICS in families:
        assert session.warm[0].entry.family is Family.MOBILITY
        assert is_jump(session.warm[-1].entry)
    if families & {Family.PLYOMETRICS, Family.CONDITIONING}:
        assert request.quiet or session.warm[-1].entry.family is not Family.MOBILITY


@few
@given(requests, seeds)
def test_jumps_come_in_sets_with_long_rests_from_small_ones_to_big_ones(request: Request, seed: int) -> None:
    session = session_for(request, seed)
    part = session.jumps or (session.main if request.parts == ("jumps",) else None)
    if part is None:
        assert all(one.entry.family is not Family.PLYOMETRICS for one in session.worked)
        return
    assert part.kind is PickKind.SETS
    assert part.rest_s in JUMP_RESTS_S
    assert all(one.entry.family is Family.PLYOMETRICS for one in part.choices)


@few
@given(requests, seeds)
def test_quiet_is_quiet_from_the_warm_up_on(request: Request, seed: int) -> None:
    session = session_for(request, seed)
    if request.quiet:
        assert all(not is_jump(one.entry) or one.variation in ON_THE_GROUND for one in session.choices)


@few
@given(requests, seeds)
def test_a_bout_by_the_clock_has_room_for_several_repetitions(request: Request, seed: int) -> None:
    session = session_for(request, seed)
    for one in session.main.choices if session.main and session.main.work_s else ():
        assert not one.entry.rep_s or one.entry.rep_s * 4 <= (session.main.work_s if session.main else 0)
    if session.main and session.main.kind is PickKind.TABATA:
        assert {len(block) for block in session.main.blocks} == {1}  # each is introduced before its clock starts
        assert (session.main.work_s, session.main.rest_s) == TABATA_CLOCK_S


@few
@given(requests, seeds)
def test_it_takes_as_long_as_it_can_be_made_to(request: Request, seed: int) -> None:
    session = session_for(request, seed)
    if not is_near(session, request):
        tries = [fit_once(Pool(load_index(), request, seed, attempt), request) for attempt in range(ATTEMPTS)]
        assert miss_s(session, request) == min(miss_s(one, request) for one in tries if one)


@given(anything)
def test_every_title_is_one_that_the_pack_has(request: Request) -> None:
    assert title_of(request) in set(usual_titles())
    assert len(set(usual_titles())) < 60


def test_a_session_of_stretching_has_all_stretches_of_what_it_is_for_before_any_comes_again() -> None:
    request = read_request("20 minutes stretching legs", load_index())
    session = fitted(Pool(load_index(), request, 0), request)
    assert {one.name for one in session.cool} == {"calf-reach", "thigh-reach", "seat-reach", "long-reach"}


def test_a_legs_session_has_more_than_two_exercises() -> None:
    for seed in range(8):
        session = put_together(read_request("20 minutes legs", load_index()), seed)
        assert session
        assert session.main
        assert len(session.main.choices) > 2


def test_minutes_of_the_option_hold_before_those_of_the_request() -> None:
    picked = pick("30 minutes, legs and core", minutes=10)
    assert picked.text.partition("\n")[2] == pick("10 minutes, legs and core").text.partition("\n")[2]


def test_what_an_item_would_be_good_for_is_said() -> None:
    notes = pick("20 minutes, upper body with a dumbbell").notes
    assert "With two dumbbells, or two full bottles there would be: Weight pull, Weight press." in set(notes)


@pytest.mark.parametrize("road", sorted(ON_THE_ROAD))
def test_a_run_that_the_library_cannot_do_is_refused(road: str) -> None:
    with pytest.raises(ChoiceError, match=f"nothing for {road}"):
        pick(road)


@few
@given(requests, seeds)
def test_muscles_take_turns_also_from_block_to_block_of_a_tabata(request: Request, seed: int) -> None:
    session = session_for(request, seed)
    if session.main and session.main.kind is PickKind.TABATA:
        assert all(one.muscle != other.muscle for one, other in pairwise(session.main.choices))
