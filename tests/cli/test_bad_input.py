"""Bad input, as a user would give it: one message, exit status 1 (2 for a wrong command line), no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import lengths_s, plan, run
from tests.definitions.files import PLANK, SQUATS, write

ROOT = Path(__file__).parents[2]
SESSION = "title: x\nprescription: 1x3\nsections: [{exercises: [squat]}]\n"
BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (n, n, *[n - 1] * 9) for n in range(ord("b"), ord("t"))
)
MERGES = b"a: &a {x: 1}\n" + b"".join(b"%c: &%c {<<: [*%c, *%c]}\n" % (n, n, n - 1, n - 1) for n in range(98, 122))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"title: caf\xe9\n", "mine.yaml:1:11: byte 0xe9 is not UTF-8. Save the file as UTF-8."),
        (SESSION.encode("utf-16"), "mine.yaml:1:1: this looks like UTF-16, not UTF-8. Save the file as UTF-8."),
        (
            b"title: x\nsections:\n\t- exercises: [squat]\n",
            "mine.yaml:3:1: a tab at the beginning of the line. Indent with spaces",
        ),
        (
            b"title: x\ntitle: y\nsections: []\n",
            "mine.yaml:2:1: title: stands here a second time; first in line 1. Keep one of them.",
        ),
        (BOMB, "mine.yaml:1:4: a: anchors and aliases (& and *) are not supported. Write the value out"),
        (MERGES, "mine.yaml:1:4: a: anchors and aliases (& and *) are not supported."),
        (b"<<: {title: x}\n", "mine.yaml:1:1: merge keys (<<) are not supported."),
        (b"#" * 1_000_001, "mine.yaml:1:1: more than 1,000,000 bytes."),
        (b"title: " + b"[" * 5000, "mine.yaml:1:58: more than 50 levels deep."),
        (b"- " * 5000, "more than 50 levels deep."),
        (b"", "mine.yaml:1:1: the file is empty."),
        (b"# only a comment", "mine.yaml:1:1: the file is empty."),
        (b"squat", "mine.yaml:1:1: this is not a session: 'squat' where keys and values are expected."),
        (b"12", "mine.yaml:1:1: this is not a session: 12 where keys and values are expected."),
        (SESSION.encode() * 2, "a second time"),
        (SESSION.encode() + b"---\n" + SESSION.encode(), "mine.yaml:4:1: a second document; a file holds one."),
        (b"title: x\nrest: " + b"9" * 5000, "mine.yaml:2:7: rest: a number of 5000 digits."),
        (b"titel: x\nsections: []\n", "mine.yaml:1:1: titel: unknown key. Did you mean 'title'?"),
    ],
)
@pytest.mark.parametrize("command", ["plan", "show"])
def test_files_that_cannot_be_read_are_refused_where_they_go_wrong(
    tmp_path: Path, command: str, data: bytes, message: str
) -> None:
    write(tmp_path, data)
    assert message in run(command, "mine.yaml").message


@pytest.mark.parametrize("name", [".", "", "/", ".."])
@pytest.mark.parametrize(
    "arguments",
    [
        ("new",),
        ("import", "legs.txt", "-o"),
        ("plan", "Tabata: squats", "--save"),
        ("plan", "Tabata: squats", "--plot"),
        ("voices", "pack", "Tabata: squats", "--engine", "pyttsx3", "-o"),
    ],
    ids=" ".join,
)
def test_what_is_no_name_of_a_file_is_refused(tmp_path: Path, arguments: tuple[str, ...], name: str) -> None:
    (tmp_path / "legs.txt").write_text("Squats 3x10\n", "utf-8")
    *before, last = arguments
    named = [f"{last}={name}"] if last.startswith("--") else [last, name]
    message = run(*before, *named).message
    assert f"{str(Path(name))!r} is no name of a file. Write one, such as " in message
    assert [path.name for path in tmp_path.glob("*.*")] == ["legs.txt"]


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (("new", "x.yaml", "--force"), ""),
        (("schema", "-o", "x.json"), "-o x.json/voicecoach.schema.json"),
        (("lines", "squat", "-o", "x.yaml"), "-o x.yaml/lines.csv"),
        (("export", "squat", "--format", "csv", "-o", "x.yaml"), "-o x.yaml/session.csv"),
        (("plan", "squat", "--plot", "x.svg"), "--plot x.svg/session.svg"),
        (("make", "squat", "-o", "x.mp3"), "-o x.mp3/session.mp3"),
    ],
    ids=str,
)
def test_a_folder_in_the_place_of_a_file_is_refused_with_what_can_be_typed(
    tmp_path: Path, arguments: tuple[str, ...], advice: str
) -> None:
    for name in ("x.yaml", "x.json", "x.svg", "x.mp3"):
        (tmp_path / name).mkdir()
    message = run(*arguments).message
    assert message.endswith(f"is a folder. Add a file name: {advice}" if advice else "is a folder.")


def test_a_home_that_nobody_has_is_a_folder_that_is_not_there() -> None:
    assert "~nobody-here doesn't exist" in run("new", "~nobody-here/mine").message


@pytest.mark.parametrize("command", ["make", "plan", "show", "check"])
def test_unknown_names_get_the_nearest_one(command: str) -> None:
    assert "Did you mean 'glutes-for-runners'?" in run(command, "glutes-for-runner").message


@pytest.mark.parametrize(
    ("option", "value", "nearest"),
    [
        ("--without", "bnd", "band"),
        ("--with", "backpak", "backpack"),
        ("--only", "sqat", "squat"),
        ("--variation", "step-pu=running-pose", "step-up"),
        ("--variation", "step-up=runing-pose", "running-pose"),
    ],
)
def test_unknown_things_in_options_get_the_nearest_one(option: str, value: str, nearest: str) -> None:
    assert f"Did you mean '{nearest}'?" in run("plan", "glutes-for-runners", option, value).message


@pytest.mark.parametrize(
    ("option", "values"),
    [
        ("--week", ["0", "-1", "1.5", "nan", "9" * 5000, "", "x"]),
        ("--minutes", ["0", "-1", "inf", "99999", "1:30"]),
        ("--sets", ["0", "-3", "nan", "1e3", "9" * 5000, "²"]),
        ("--reps", ["0", "-3", "10-8", "nan", "45 s", "1000000", ""]),
        ("--hold", ["0", "-3", "inf", "1:75", "10 reps"]),
        ("--rest", ["-3", "nan", "inf", "1e9", "soon", "1:75", "25 h"]),
        ("--tempo", ["0-0-0-0", "3-1-1", "nan", "-1-1-1-1", "3-1-1-100"]),
        ("--lead-in", ["-3", "nan", "x"]),
        ("--detail", ["ful", ""]),
        ("--intro", ["long", ""]),
        ("--seed", ["x", "1.5", "--5", "9" * 5000]),
        ("--rate", ["x", "nan", "inf", ""]),
        ("--variation", ["x", "=", "step-up=", "step-up=a+", "=a"]),
        ("--without", ["", " "]),
        ("--voice", ["", "\a"]),
    ],
)
def test_values_of_the_wrong_form_are_wrong_usage_of_the_command_line(option: str, values: list[str]) -> None:
    for value in values:
        ran = run("plan", "glutes-for-runners", f"{option}={value}")
        assert ran.status == 2, ran
        assert option in ran.err
        assert len(ran.err) < 1000


@pytest.mark.parametrize("rate", ["0", "-1", "100", "1e300"])
def test_a_rate_out_of_bounds_is_refused(rate: str) -> None:
    assert "can't be used" in run("plan", "squat", "--rate", rate).message


@pytest.mark.parametrize(("written", "length_s"), [("1:30", 90), ("0:45", 45)])
def test_minutes_and_seconds_are_always_that(tmp_path: Path, written: str, length_s: int) -> None:
    assert lengths_s(plan("squat", "--rest", written), "rest") == {length_s}
    assert lengths_s(plan("wall-press", "--hold", written), "hold") == {length_s}
    for quote in ("", "'", '"'):
        value = f"{quote}{written}{quote}"
        write(
            tmp_path,
            f"title: x\nrest: {value}\nhold: {quote}2x{written}{quote}\nsections: [{{exercises: [wall-press]}}]\n",
        )
        told = plan("mine.yaml")
        assert lengths_s(told, "rest") == lengths_s(told, "hold") == {length_s}


def test_a_word_such_as_no_stays_a_word(tmp_path: Path) -> None:
    write(tmp_path, SESSION.replace("title: x", "title: no\nname: no"))
    assert plan("mine.yaml")["title"] == "no"
    write(tmp_path, SQUATS.replace("name: down", "name: no"))
    assert run("show", "mine.yaml").status == 0


def test_a_date_may_be_a_title(tmp_path: Path) -> None:
    write(tmp_path, SESSION.replace("title: x", "title: 2026-01-01"))
    assert plan("mine.yaml")["title"] == "2026-01-01"


def test_circles_are_refused(tmp_path: Path) -> None:
    write(tmp_path, SQUATS + "needs: [band]\nsubstitutes: [{without: band, use: ./b.yaml}]\n", "a.yaml")
    write(tmp_path, SQUATS + "needs: [band]\nsubstitutes: [{without: band, use: ./a.yaml}]\n", "b.yaml")
    assert "substitutes run in a circle: " in run("plan", "./a.yaml").message
    write(tmp_path, "from: ./d.yaml\n", "c.yaml")
    write(tmp_path, "from: ./c.yaml\n", "d.yaml")
    assert "d.yaml:1:7: from: runs in a circle" in run("plan", "./c.yaml").message


@pytest.mark.parametrize("prescription", ["1x10000", "3x201", "3x2h", "1000x10", "1x5h"])
def test_what_can_hardly_be_meant_needs_a_flag(tmp_path: Path, prescription: str) -> None:
    write(tmp_path, SESSION.replace("1x3", prescription))
    assert run("plan", "mine.yaml", "--detail", "tones").message.endswith("If you mean it, add --unlimited.")


def test_the_flag_lifts_the_cap(tmp_path: Path) -> None:
    write(tmp_path, SESSION.replace("1x3", "1x10000"))
    assert plan("mine.yaml", "--unlimited")["duration"] > 10_000 * 5
    write(tmp_path, PLANK.replace("3x30s -> 60s over 4 weeks", "1x24h"))
    assert plan("mine.yaml", "--unlimited")["duration"] > 24 * 3600


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("<b>Squats</b> & [[rate 9]]", []),
        ("{side} {0} {items} %s", []),
        ("Приседания", ["'Приседания.' has the Cyrillic letters", "'You made it. Приседания. Finished.' has the"]),
        ("深蹲", ["'深蹲.' has the Cjk letters", "'You made it. 深蹲. Finished.' has the"]),
        ("🏋️", ["'🏋️.' is left out: "]),
        ("¡!", ["'¡!.' is left out: "]),
        ("'", ['"\'." is left out: ']),
    ],
)
def test_strange_texts_are_said_as_well_as_can_be_and_doubted_once(
    tmp_path: Path, text: str, doubts: list[str]
) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    write(tmp_path, SESSION.replace("title: x", f"title: {quoted}\nwarm_up: none"))
    ran = run("plan", "mine.yaml", "--detail", "counts", "--json")
    assert ran.plan["title"] == text
    notes = [line for line in ran.err.splitlines() if "not in the voice pack" not in line]
    assert len(notes) == len(doubts), notes
    assert all(note.startswith(f"note: {doubt}") for note, doubt in zip(notes, doubts, strict=True)), notes


@pytest.mark.parametrize("escaped", ["\\u0007", "\\e[31m", "\\0", "\\x9b"])
def test_control_characters_in_texts_are_refused(tmp_path: Path, escaped: str) -> None:
    write(tmp_path, SESSION.replace("title: x", f'title: "a{escaped}b"'))
    told = run("plan", "mine.yaml").message
    assert "mine.yaml:1:8: title: control character" in told
    assert told.isprintable()


@pytest.mark.parametrize("name", ["a/b", "-x", "--week", "n" * 300, "a=b", ""])
def test_names_that_no_command_line_could_give_are_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, SESSION + f"exercises:\n  ? {name!r}\n  : {{from: squat}}\n")
    assert "mine.yaml:5:5: exercises: " in run("plan", "mine.yaml").message


def test_files_with_strange_names_are_fine(tmp_path: Path) -> None:
    for name in ("-x.yaml", "a b=c.yaml", f"{'ö' * 100}.yaml"):
        write(tmp_path, SQUATS, name)
        assert plan(f"./{name}")["title"] == "My squats"
    assert "File name too long" in run("show", f"{'n' * 300}.yaml").message
    assert "is a folder" in run("show", "./configuration").message
    assert "There is no file" in run("show", "./none.yaml").message


def test_a_tempo_faster_than_its_counts_can_be_spoken_loses_no_repetition(tmp_path: Path) -> None:
    write(tmp_path, SESSION)
    ran = run("plan", "mine.yaml", "--tempo", "0.1-0-0.1-0", "--reps", "30", "--detail", "counts", "--json")
    counts = [event for event in ran.plan["events"] if event["role"] == "count"]
    assert [event["rep"] for event in counts] == list(range(1, 31))
    assert "note: " in ran.err


def test_a_process_ends_with_one_line_and_no_traceback(tmp_path: Path) -> None:
    write(tmp_path, BOMB)
    command = [sys.executable, "-m", "voicecoach", "make", "mine.yaml"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environment)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("voicecoach: mine.yaml:1:4: a: anchors and aliases")
    assert ran.stderr.count("\n") == 1
