"""Sessions that are picked from the library that ships."""

from __future__ import annotations

import pytest

from voicecoach.authoring.picking.belonging import ON_THE_GROUND, is_jump
from voicecoach.authoring.picking.pick import pick
from voicecoach.definitions.groups import Family, Muscle
from voicecoach.definitions.index import load_index
from voicecoach.definitions.session import Item, Section, SectionKind, Session
from voicecoach.errors import ChoiceError

SEEDS = range(4)
JUMP_REST_MS = 60_000


def sections(session: Session) -> dict[str, Section]:
    return {section.title or "": section for section in session.sections}


def works(session: Session) -> list[Item]:
    """What stands between warm-up and cool-down."""
    around = {"Warm-up", "Cool-down"}
    return [item for section in session.sections if section.title not in around for item in section.exercises]


def cooled(session: Session) -> set[Muscle]:
    return {muscle for item in sections(session)["Cool-down"].exercises for muscle in item.exercise.muscles}


@pytest.mark.parametrize("text", ["20 minutes jumps for beginners", "easy jumps, 10 minutes", "jumps, hard circuit"])
def test_jumps_are_few_and_fresh(text: str) -> None:
    index = load_index().exercises
    for seed in SEEDS:
        session = pick(text, seed).session
        main, warm = sections(session)["Main part"], sections(session)["Warm-up"].exercises
        assert main.kind is SectionKind.STRAIGHT_SETS
        assert {item.exercise.family for item in main.exercises} == {Family.PLYOMETRICS}
        assert len(main.exercises) > 1
        assert (main.rest or 0) >= JUMP_REST_MS
        assert len(warm) >= 3
        assert is_jump(index[warm[-1].exercise.name])


def test_running_and_walking_are_that() -> None:
    for text, name in {
        "20 minutes running": "easy-run",
        "walk 30 minutes": "brisk-walk",
        "hard run": "tempo-run",
    }.items():
        session = pick(text).session
        assert {item.exercise.name for item in works(session)} == {name}
        assert {item.exercise.family for item in session.items} == {Family.RUNNING}
    turns = works(pick("30 minute run for beginners").session)
    assert [(item.exercise.name, item.work) for item in turns] == [("easy-run", 60_000), ("walk", 90_000)]


def test_one_kettlebell_is_enough_for_a_hard_session() -> None:
    for seed in SEEDS:
        session = pick("kettlebell 30 min hard legs", seed).session
        assert "kettlebell-swing" not in {item.exercise.name for item in session.items if "heavier" in item.variations}


def test_a_rope_makes_the_heart_work() -> None:
    picked = pick("with a rope, 15 min cardio")
    assert "jump-rope" in {item.exercise.name for item in works(picked.session)}
    assert not any("Nothing uses" in note for note in picked.notes)


def test_a_band_of_the_wrong_kind_is_told() -> None:
    notes = " ".join(pick("back with band").notes)
    assert "With a long resistance band there would be" in notes
    assert "Band rows" in notes


@pytest.mark.parametrize("text", ["half an hour of upper body with dumbbells, hard", "tabata arms"])
def test_arms_are_not_followed_by_stretches_of_legs(text: str) -> None:
    for seed in SEEDS:
        assert not cooled(pick(text, seed).session) & {Muscle.CALVES, Muscle.HIP_FLEXORS, Muscle.QUADS}


def test_abs_are_trained_by_what_is_for_them() -> None:
    for seed in SEEDS:
        picked = pick("twenty minutes of abs please", seed)
        others = [
            one.exercise for one in works(picked.session) if not {Muscle.ABS, Muscle.OBLIQUES} & {*one.exercise.muscles}
        ]
        assert all(one.title in " ".join(picked.notes) for one in others)
        assert works(picked.session)[0].exercise.family is Family.CORE or others


@pytest.mark.parametrize("text", ["20 minutes quiet", "amrap 12 minutes no jumping", "quiet cardio"])
def test_quiet_sessions_have_no_jogging(text: str) -> None:
    index = load_index().exercises
    for seed in SEEDS:
        for item in pick(text, seed).session.items:
            assert not is_jump(index[item.exercise.name]) or {*item.variations} & ON_THE_GROUND


def test_tabata_for_the_legs_is_quick() -> None:
    for seed in SEEDS:
        names = {item.exercise.name for item in works(pick("tabata 10 min legs", seed).session)}
        assert not names & {"lunge", "reverse-lunge", "calf-raise", "bent-knee-calf-raise"}


def test_five_minutes_are_five() -> None:
    assert not any("It takes about" in note for seed in range(10) for note in pick("5 minutes", seed).notes)


def test_beginners_get_what_works_the_shoulders_too() -> None:
    picked = pick("15 minutes, shoulders, easy, no equipment")
    assert all(Muscle.SHOULDERS in item.exercise.muscles for item in works(picked.session)[:2])
    assert any(note.startswith("Nothing for shoulders alone fits") for note in picked.notes)


def test_what_is_missing_is_named() -> None:
    with pytest.raises(
        ChoiceError, match=r"With a strap, or a long towel there would be something: name what you have"
    ):
        pick("stretching, hamstrings, no equipment")
