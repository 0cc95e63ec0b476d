"""Sessions to begin with: they are in order as they are, explain themselves, and keep what an author wrote."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.authoring.samples import library
from tests.definitions.files import write
from voicecoach.authoring.new_session import Answers, file_of, session_text, text_from, unknown_names
from voicecoach.authoring.remarks import with_remarks
from voicecoach.definitions.doubts import doubts
from voicecoach.definitions.load import load, names
from voicecoach.definitions.session import SectionKind, Session
from voicecoach.definitions.source import parse, plain
from voicecoach.errors import VoicecoachError

FILE = "mine.yaml"


SQUATS = "title: x\nsections:\n- exercises: [squat]\n"


def session_in(text: str) -> Session:
    loaded = load(FILE, text.encode())
    assert doubts(loaded) == []
    return loaded.session


@pytest.mark.parametrize("kind", SectionKind)
@pytest.mark.parametrize(
    "exercises", [("squat", "lunge"), ("Squats", "push-ups", "wall sit", "push ups"), tuple(names("exercises")[::3])]
)
def test_whatever_is_answered_is_a_session_in_order(kind: SectionKind, exercises: tuple[str, ...]) -> None:
    found = session_in(session_text(Answers("Mine: all", kind, exercises), FILE))
    assert (found.title, [one.kind for one in found.sections]) == ("Mine: all", [kind])
    assert len(found.items) == len(exercises)


def test_answers_stand_where_their_kind_has_them() -> None:
    text = session_text(Answers("x", SectionKind.INTERVALS, ("squat",), sets=4, rest="15 s", work="45 s"), FILE)
    (section,) = session_in(text).sections
    assert (section.rounds, section.rest, section.work) == (4, 15_000, 45_000)
    (item,) = session_in(session_text(Answers("x", exercises=("lunge",), sets=2), FILE)).items
    assert item.prescription.sets == 2


@pytest.mark.parametrize(
    ("kind", "exercises", "entries"),
    [
        ("straight-sets", "10 squats", [{"exercise": "squat", "prescription": "4x10"}]),
        ("straight-sets", "2x10 squats 20 kg", [{"exercise": "squat", "prescription": "2x10", "load": "20 kg"}]),
        ("straight-sets", "max push-ups", [{"exercise": "push-up", "prescription": "4x max"}]),
        ("for-time", "21-15-9: squats, burpees", [
            {"exercise": "squat", "prescription": "21-15-9"}, {"exercise": "burpee", "prescription": "21-15-9"}]),
        ("circuit", "4x10 squats", [{"exercise": "squat", "prescription": "4x10"}]),
        ("intervals", "30 s squats, burpees", [{"exercise": "squat", "work": "30 s"}, "burpee"]),
        ("emom", "10 squats + 5 burpees", [
            [{"exercise": "squat", "prescription": 10}, {"exercise": "burpee", "prescription": 5}]]),
    ],
)  # fmt: skip
def test_amounts_are_those_that_are_written(kind: SectionKind, exercises: str, entries: list[object]) -> None:
    answers = Answers("x", SectionKind(kind), (exercises,), sets=4)
    text = session_text(replace(answers, sets=answers.sets_named or answers.sets), FILE)
    assert plain(parse(text.encode(), "").at("sections", 0, "exercises")) == entries


def test_names_that_nothing_has_are_known() -> None:
    answers = Answers("x", exercises=("sqats, 3x10 plnk, RDL, burpies, sled pull",))
    assert unknown_names(answers) == {"sqats": "squat", "plnk": "plank", "burpies": "burpee", "sled pull": None}


def test_every_kind_of_line_is_explained_and_more_can_be_taken_in() -> None:
    text = session_text(Answers("x"), FILE)
    for line in text.splitlines():
        assert "#" in line or re.match(r"\s*- \{exercise: |$", line), line
    more = re.sub(r"^# (\w+: \w+  #)", r"\1", text, flags=re.MULTILINE)
    assert more.count("\n# ") < text.count("\n# ")
    assert session_in(more).count_aloud


@pytest.mark.parametrize("name", [*names("sessions"), *names("exercises")])
def test_what_is_built_in_is_the_same_with_remarks(name: str) -> None:
    text = text_from(name, FILE)
    (written,) = (one for path, one in library().items() if path.endswith(f"/{name}.yaml"))
    assert plain(parse(text.encode(), "")) == plain(parse(written.encode(), ""))
    assert [line for line in written.splitlines() if line.lstrip().startswith("#")] == [
        line for line in text.splitlines()[3:] if line in written.splitlines() and line.lstrip().startswith("#")
    ]
    assert text.count("  # ") + text.count("\n  # ") > written.count("  # ")


def test_a_line_becomes_its_file() -> None:
    line = "3 rounds: 40/20 burpees, squats; rest 60s"
    text = text_from(line, FILE, "My rounds")
    assert f"# {line}\n" in text
    (section,) = session_in(text).sections
    assert (section.rounds, session_in(text).title) == (3, "My rounds")


def test_a_file_keeps_its_author_s_remarks_and_gets_no_others(tmp_path: Path) -> None:
    written = "# mine\r\ntitle:  'Old'  # so\r\n\r\nsections:\r\n- exercises: [ squat ]\r\n"
    text = text_from(write(tmp_path, written), FILE, "New")
    assert text.endswith("\n\n# mine\ntitle:  New  # so\n\nsections:\n- exercises: [ squat ]\n")
    assert " # what is done, in order" in text_from(write(tmp_path, SQUATS), FILE)


def test_files_that_a_file_names_are_found_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "from" / "parts").mkdir(parents=True)
    (tmp_path / "to").mkdir()
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "from" / "parts", "from: squat\ntitle: Deep squats\n", "deep.yaml")
    written = "title: x\nsections: [{exercises: [parts/deep.yaml, {exercise: ./parts/deep.yaml}]}]\n"
    write(tmp_path / "from", written)
    text = text_from("from/mine.yaml", "to/mine.yaml")
    assert text.count("../from/parts/deep.yaml") == 2
    assert {one.exercise.title for one in load("to/mine.yaml", text.encode()).session.items} == {"Deep squats"}


def test_what_isnt_in_order_is_no_beginning(tmp_path: Path) -> None:
    for session in (write(tmp_path, "title: x\n"), str(tmp_path / "none.yaml"), "sqat"):
        with pytest.raises(VoicecoachError):
            text_from(session, FILE)


def test_a_remark_changes_nothing_and_stands_once() -> None:
    for text in library().values():
        assert plain(parse(with_remarks(text).encode(), "")) == plain(parse(text.encode(), ""))
    twice = "title: x\nsections:\n  - exercises: [squat]\n  - exercises: [lunge]\n"
    assert with_remarks(twice).count("its entries, in order") + with_remarks(twice).count("an exercise, and") == 2


@pytest.mark.parametrize(
    ("name", "path", "title"),
    [
        ("evening-legs", "evening-legs.yaml", "Evening legs"),
        ("Evening Legs!", "evening-legs.yaml", "Evening Legs!"),
        ("here/legs.yml", "here/legs.yml", "Legs"),
        ("!", "session.yaml", "Session"),
    ],
)
def test_a_name_is_a_file_and_a_title(name: str, path: str, title: str) -> None:
    assert file_of(name) == (Path(path), title)
