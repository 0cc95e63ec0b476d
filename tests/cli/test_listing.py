"""What `list` finds, in a small library of made-up exercises."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Ran, run
from tests.small_library import EXERCISES, SESSIONS, small_library

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", autouse=True)
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with small_library(tmp_path_factory.mktemp("library") / "small"):
        yield


def listed(*arguments: str) -> set[str]:
    ran = run("list", *arguments)
    assert ran.status == 0, ran
    assert not ran.err
    return set(re.findall(r"^  (\S+)", ran.out.split("Equipment")[0], re.MULTILINE))


def test_everything_is_listed_with_what_it_is() -> None:
    assert listed() == {*EXERCISES, *SESSIONS}
    out = run("list").out
    assert "beginner · 9 min · circuit" in out
    assert "intermediate · 30–34 min · straight sets" in out
    assert re.search(r"press-up +intermediate · upper-body · chest, triceps", out)
    assert re.search(r"dumbbells +two dumbbells", out)


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--muscle", "chest", "--family", "upper-body"], {"press-up", "chair-press"}),
        (["--family", "plyometrics", "--family", "calves"], {"hop", "leap", "heel-lift", "toe-lift", "short-legs"}),
        (["--level", "advanced"], {"one-leg-bend"}),
        (["--kind", "circuit"], {"short-legs"}),
        (["--kind", "circuit", "--kind", "straight-sets"], {"short-legs", "long-arms"}),
        (["--minutes", "20"], {"short-legs"}),
        (["--minutes", "32"], {"short-legs", "long-arms"}),
        (["--family", "upper-body", "--without", "dumbbells", "--without", "chair", "--level", "beginner"],
         {"table-pull", "band-pull"}),
        (["squats"], set()),
        (["reach", "--muscle", "hamstrings"], {"long-reach"}),
        (["arms"], {"long-arms", "arm-circle"}),
        (["GLUTES", "bridge"], {"bridge"}),
        (["presses"], set()),
        (["press"], {"press-up", "chair-press", "weight-press"}),
    ],
)  # fmt: skip
def test_words_and_filters_find_what_fits(arguments: list[str], names: set[str]) -> None:
    assert listed(*arguments) == names


def test_what_is_looked_for_is_told_with_what_it_is_about() -> None:
    assert "Bridge is made up." in run("list", "bridge").out
    assert "Bridge is made up." not in run("list").out


def test_where_nothing_fits_it_says_what_to_loosen() -> None:
    out = run("list", "--minutes", "5", "--kind", "circuit").out
    assert out == "Nothing in the library fits all of that.\nLeave out --minutes 5: 1 would fit.\n"
    out = run("list", "brigde", "--level", "beginner").out
    assert "Nothing has 'brigde' in it. Did you mean 'bridge'?" in out
    assert "Leave out 'brigde': " in out
    out = run("list", "bridge", "press").out
    assert re.findall(r"Leave out '(\w+)': \d+ would fit", out) == ["bridge", "press"], out
    out = run("list", "weight-press", "--without", "dumbbells").out
    assert "Leave out --without dumbbells: 1 would fit.\n" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "circuits"], "Did you mean 'circuit'?"),
        (["--muscle", "glute"], "Did you mean 'glutes'?"),
        (["--family", "leg"], "'leg' is not one of hips, thighs"),
        (["--level", "begginer"], "Did you mean 'beginner'?"),
        (["--minutes", "many"], "'many' is not a number of minutes"),
    ],
)
def test_a_wrong_value_is_refused_with_the_nearest(arguments: list[str], said: str) -> None:
    ran = run("list", *arguments)
    assert ran.status == 2
    assert said in ran.err


def test_unknown_equipment_is_refused_with_the_nearest() -> None:
    assert "Unknown equipment 'bend'. Did you mean 'band'?" in run("list", "--without", "bend").message


def test_programs_get_all_of_it() -> None:
    ran: Ran = run("list", "--json")
    tree = json.loads(ran.out)
    assert {one["name"] for one in tree["exercises"]} == {*EXERCISES}
    assert {one["name"] for one in tree["sessions"]} == {*SESSIONS}
    assert {"name": "mirror", "say": "a mirror"} in tree["equipment"]
    found = json.loads(run("list", "leap", "--json").out)
    assert set(found) == {"sessions", "exercises"}
    (leap,) = found["exercises"]
    assert (leap["family"], leap["muscles"], leap["level"]) == ("plyometrics", ["glutes", "quads"], "intermediate")


def test_no_definition_is_read_for_it() -> None:
    program = (
        "import sys; sys.argv[1:] = ['list']\n"
        "from voicecoach.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: print({'yaml', 'rich', 'numpy', 'pydantic'} & set(sys.modules), file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stderr.strip() == "set()"
