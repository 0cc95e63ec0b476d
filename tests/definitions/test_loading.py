from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.files import PLANK, SQUATS, load, write
from voicecoach.definitions.amounts import Amount, Prescription, Tempo, Unit
from voicecoach.definitions.load import load_exercise, load_phrases, load_session, names, session_and_files
from voicecoach.definitions.model import Need
from voicecoach.definitions.session import SectionKind, Session
from voicecoach.errors import ChoiceError, UnknownNameError
from voicecoach.times import Ms


def only_exercise(session: Session) -> str:
    (item,) = session.items
    return item.exercise.name


def test_everything_built_in_loads() -> None:
    for name in names("sessions"):
        assert load_session(name).name == name
    for name in names("exercises"):
        assert load_exercise(name).name == name
        assert only_exercise(load_session(name)) == name
    for language in names("phrases"):
        assert load_phrases(language).number(12) == "twelve"


def test_sections_are_straight_sets_or_circuits(tmp_path: Path) -> None:
    session = load(
        tmp_path,
        """
title: Two parts
rest: 0:45
sections:
  - title: First
    exercises: [squat, lunge]
    rest: 20 s
  - kind: circuit
    round_rest: 1:30
    exercises:
      - exercise: squat
        prescription: 2x45 s
        variations: [backpack]
        lead_in: 12
      - step-up
""",
    )
    first, second = session.sections
    assert (first.kind, first.title, first.rest, session.rest) == (SectionKind.STRAIGHT_SETS, "First", 20_000, 45_000)
    assert (second.kind, second.round_rest, second.rest) == (SectionKind.CIRCUIT, 90_000, None)
    squats = second.exercises[0]
    assert squats.prescription == Prescription(sets=2, start=Amount(45_000, 45_000, Unit.MS))
    assert (squats.variations, squats.lead_in, squats.exercise.is_hold) == (("backpack",), 12_000, False)
    assert [item.exercise.name for item in session.items] == ["squat", "lunge", "squat", "step-up"]


@pytest.mark.parametrize(
    ("written", "length_s"), [("1:30", 90), ("'1:30'", 90), ("0:45", 45), ('"0:45"', 45), ("45", 45)]
)
def test_minutes_and_seconds_mean_the_same_with_and_without_quotes(tmp_path: Path, written: str, length_s: int) -> None:
    lengths = f"rest: {written}\nlead_in: {written}\nchange: {written}\n"
    session = load(tmp_path, f"title: x\n{lengths}sections: [{{exercises: [squat], rest: {written}}}]\n")
    assert {session.rest, session.lead_in, session.change, session.sections[0].rest} == {length_s * 1000}


@pytest.mark.parametrize(
    ("written", "length_s"), [("1:30", 90), ("'0:45'", 45), ("3x0:45", 45), ("3x1:30 -> 2:00", 90)]
)
def test_minutes_and_seconds_mean_the_same_in_a_prescription(tmp_path: Path, written: str, length_s: int) -> None:
    session = load(tmp_path, f"title: x\nhold: {written}\nsections: [{{exercises: [wall-press]}}]\n")
    assert session.hold.start == Amount(length_s * 1000, length_s * 1000, Unit.MS)


def test_a_word_such_as_no_stays_a_word(tmp_path: Path) -> None:
    session = load(
        tmp_path,
        "name: no\ntitle: no\nsections: [{exercises: [no]}]\nexercises:\n  no:\n    from: squat\n    say: yes\n",
    )
    assert (session.name, session.title) == ("no", "no")
    assert session.exercises["no"].say == "yes"


def test_a_date_is_the_text_it_looks_like(tmp_path: Path) -> None:
    assert load(tmp_path, "title: 2026-01-01\nsections: [{exercises: [squat]}]\n").title == "2026-01-01"


def test_an_exercise_from_another_one_says_only_what_differs(tmp_path: Path) -> None:
    session = load(
        tmp_path,
        """
title: x
sections: [{exercises: [slow-squat, squat]}]
exercises:
  slow-squat:
    from: squat
    title: Slow squats
    tempo: 5-0-5-0
    changes:
    cues:
      form:
        - Slower still.
    variations:
      backpack:
        title: Slow squats with a load
      pulse: {title: Slow squats with a pulse, say: with a pulse}
  squat:
    from: squat
    get_ready: 9 s
""",
    )
    built_in, slow, own = load_exercise("squat"), session.exercises["slow-squat"], session.exercises["squat"]
    assert (slow.title, slow.tempo, slow.get_ready) == (
        "Slow squats",
        Tempo(Ms(5000), Ms(0), Ms(5000), Ms(0)),
        own.get_ready,
    )
    assert slow.changes == ()
    assert [cue.say for cue in slow.cues.form] == ["Slower still."]
    assert slow.cues.setup == built_in.cues.setup
    assert slow.variations["backpack"].title == "Slow squats with a load"
    assert slow.variations["backpack"].say == built_in.variations["backpack"].say
    assert set(slow.variations) == {*built_in.variations, "pulse"}
    assert (own.title, own.get_ready) == (built_in.title, 9000)


def test_a_session_defines_exercises_and_equipment_of_its_own(tmp_path: Path) -> None:
    session = load(
        tmp_path,
        """
title: x
sections: [{exercises: [swing]}]
equipment:
  bell: {say: a kettlebell, put_away: Bell down.}
  bottle: a full bottle
exercises:
  swing:
    title: Swings
    say: swings
    needs:
      - any_of: [bell, bottle]
        say: something heavy, a {items}
    optional: [mirror]
    phases:
      - {name: down, length: 1 s, say: Down}
      - {name: up, length: 1 s, say: Up}
    prescription: 3x12
    substitutes:
      - {without: bell, use: squat}
""",
    )
    assert session.equipment["bell"].put_away == "Bell down."
    assert session.equipment["bottle"].say == "a full bottle"
    swing = session.exercises["swing"]
    assert swing.needs[0].any_of == ("bell", "bottle")
    assert swing.optional == (Need(swing.optional[0].any_of, "a mirror"),)
    assert set(session.exercises) == {"swing", "squat"}


def test_exercises_in_files_beside_the_session_go_by_the_files_names(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    mat = "equipment: {mat: a mat}\nneeds: [mat]\nsubstitutes: [{without: mat, use: ./wall-sit.yaml}]\n"
    write(tmp_path / "more", PLANK + mat, "my-plank.yaml")
    write(tmp_path / "more", PLANK.replace("My plank", "Wall sit"), "wall-sit.yaml")
    write(tmp_path, SQUATS, "my-squat.yml")
    session = load(
        tmp_path,
        """
title: x
sections: [{exercises: [./more/my-plank.yaml, my-squat.yml, deep]}]
exercises:
  deep: {from: ./my-squat.yml, tempo: 5-0-2-0}
""",
    )
    assert [item.exercise.name for item in session.items] == ["my-plank", "my-squat", "deep"]
    assert session.equipment["mat"].say == "a mat"
    assert session.exercises["my-plank"].substitutes[0].use == "wall-sit"
    assert session.exercises["wall-sit"].title == "Wall sit"
    assert session.exercises["deep"].title == "My squats"
    _, files = session_and_files(str(tmp_path / "mine.yaml"))
    read = ("mine.yaml", "more/my-plank.yaml", "more/wall-sit.yaml", "my-squat.yml")
    assert files == {tmp_path / name for name in read}


def test_what_is_built_in_is_read_from_no_file_of_the_user() -> None:
    assert session_and_files("glutes-for-runners")[1] == frozenset()
    assert session_and_files("squat")[1] == frozenset()


def test_an_exercise_file_is_a_session_of_its_own(tmp_path: Path) -> None:
    session = load_session(write(tmp_path, PLANK, "my-plank.yaml"))
    assert (session.name, session.title, only_exercise(session)) == ("my-plank", "My plank", "my-plank")
    assert session_and_files(str(tmp_path / "my-plank.yaml")) == (session, frozenset({tmp_path / "my-plank.yaml"}))
    assert session.items[0].exercise.prescription.goal == Amount(60_000, 60_000, Unit.MS)
    changed = load_session(write(tmp_path, "from: squat\ntitle: Just mine\n", "mine.yaml"))
    assert changed.items[0].exercise.title == "Just mine"
    assert load_exercise(str(tmp_path / "my-plank.yaml")).title == "My plank"


def test_all_exercises_of_a_file_are_loaded_and_checked_even_if_no_section_names_them(tmp_path: Path) -> None:
    session = load(tmp_path, "title: x\nsections: [{exercises: [squat]}]\nexercises: {spare: {from: lunge}}\n")
    assert set(session.exercises) == {"squat", "spare"}


def test_a_substitute_may_have_substitutes(tmp_path: Path) -> None:
    chain = "".join(
        f"  e{n}: {{from: squat, needs: [band], substitutes: [{{without: band, use: e{n + 1}}}]}}\n" for n in range(300)
    )
    session = load(tmp_path, f"title: x\nsections: [{{exercises: [e0]}}]\nexercises:\n{chain}  e300: {{from: squat}}\n")
    assert len(session.exercises) == 301


@pytest.mark.parametrize("name", ["glutes-for-runer", "Glutes-For-Runners", "glutes-for"])
def test_an_unknown_session_gets_the_nearest_name(name: str) -> None:
    with pytest.raises(UnknownNameError, match="'glutes-for-runners'"):
        load_session(name)


def test_where_no_name_is_near_those_are_named_that_share_a_word() -> None:
    with pytest.raises(UnknownNameError, match=r"\. Similar: split-squat, rear-foot-raised-split-squat\. See"):
        load_session("hungarian-split-squats")
    for name in ("nothing-like-it", "for-the-zumba", "-"):
        with pytest.raises(UnknownNameError, match=rf"'{name}'\. See all with: voicecoach list\."):
            load_session(name)


def test_names_too_long_or_strange_for_a_file_are_refused(tmp_path: Path) -> None:
    for name in ("x" * 300 + ".yaml", "./\0.yaml", f"{tmp_path}/", "/", "./-none.yaml"):
        with pytest.raises(ChoiceError):
            load_session(name)
    with pytest.raises(UnknownNameError):
        load_session("x" * 300)


def test_a_file_may_have_a_long_or_strange_name(tmp_path: Path) -> None:
    for name in (f"{'ä' * 120}.yaml", "-dash.yaml", "a b=c+d.yaml", "a.b.yaml", "🏃.yml"):
        assert only_exercise(load_session(write(tmp_path, SQUATS, name))) == Path(name).stem
