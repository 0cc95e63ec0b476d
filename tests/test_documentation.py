"""The examples of README.md and docs/ can be read or planned, no key and no stock line is left out, tests are named."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.cli.running import run
from voicecoach.cli.option_values import PARSERS
from voicecoach.definitions.catalogue import load_phrases
from voicecoach.definitions.coach import load_coach
from voicecoach.definitions.convert import shape_of
from voicecoach.definitions.doubts import doubts
from voicecoach.definitions.field_texts import FROM, ROWS, parts_table, table
from voicecoach.definitions.line_look import reads_as_line
from voicecoach.definitions.load import load, load_session
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.notation import parse_prescription
from voicecoach.definitions.own_phrases import load_own_phrases
from voicecoach.definitions.session import Item, Section, SectionKind, Session
from voicecoach.definitions.source import Plain, parse, plain
from voicecoach.outputs.export.table import COLUMNS
from voicecoach.outputs.plot.lanes import Lane
from voicecoach.plan.choices import Choices
from voicecoach.plan.compose import compose, telling
from voicecoach.plan.framing import Minutes
from voicecoach.plan.script import Script
from voicecoach.plan.select import select
from voicecoach.speech.engine import BUILT_IN
from voicecoach.speech.engines.command import FIELDS
from voicecoach.speech.models.catalogue import MODELS

ROOT = Path(__file__).parent.parent
README, SESSIONS, VOICES = (ROOT / name for name in ("README.md", "docs/sessions.md", "docs/voices.md"))
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in (README, SESSIONS, VOICES)}
NOT_WRITTEN: dict[type, set[str]] = {Session: {"name"}}
LEAST_EXAMPLES = 15
LEAST_LINES = 12
LEAST_AMOUNTS = 50
NO_AMOUNT = {"takes", "20 min", "X", "1x10"}
"""What stands in the table of amounts in code and is none, or not as an example."""


def blocks() -> Iterator[tuple[str, str]]:
    """Every block of YAML with the place where it stands."""
    for name, text in TEXTS.items():
        for found in re.finditer(r"```yaml\n(.*?)```", text, re.DOTALL):
            yield f"{name}:{text[: found.start()].count(chr(10)) + 2}", found[1]


def keys_of(block: str) -> set[str]:
    return set(parse(block.encode(), "block").children)


SESSIONS_WRITTEN = [one for one in blocks() if keys_of(one[1]) & {"sections", "from"}]
OTHERS = [one for one in blocks() if one not in SESSIONS_WRITTEN]


def part(heading: str) -> str:
    """The part of the page on sessions under a heading."""
    return TEXTS[SESSIONS.name].partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def rows(heading: str) -> Iterator[list[str]]:
    """The rows of the tables under a heading, without their heads."""
    for line in part(heading).splitlines():
        if line.startswith("| ") and not line.startswith("| Written"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def lines() -> list[str]:
    """Every session in one line."""
    in_table = [row[0].strip("`") for row in rows("A session in one line") if row[0].startswith("`")]
    in_commands = re.findall(r'voicecoach (?:make|plan|live|check) "([^"]+)"', "".join(TEXTS.values()))
    return list(dict.fromkeys([*in_table, *in_commands]))


def script_of(session: Session) -> Script:
    """The script of its first week, which has no notes."""
    workout = select(session, Choices())
    assert workout.notes == ()
    phrases = load_phrases(session.language)
    return telling(compose(workout, Choices(), phrases), Minutes(30, 30), workout, Choices(), phrases)


@pytest.mark.parametrize(("where", "block"), SESSIONS_WRITTEN, ids=[where for where, _ in SESSIONS_WRITTEN])
def test_every_session_can_be_planned_without_a_note(where: str, block: str, tmp_path: Path) -> None:
    file = tmp_path / f"{where.replace(':', '-')}.yaml"
    file.write_text(block, encoding="utf-8")
    loaded = load(str(file))
    assert doubts(loaded) == []
    assert script_of(loaded.session).steps


def test_there_are_sessions_of_every_kind(tmp_path: Path) -> None:
    assert len(SESSIONS_WRITTEN) >= LEAST_EXAMPLES
    kinds = set()
    for number, (_, block) in enumerate(SESSIONS_WRITTEN):
        file = tmp_path / f"{number}.yaml"
        file.write_text(block, encoding="utf-8")
        kinds |= {section.kind for section in load_session(str(file)).sections}
    assert kinds == set(SectionKind)


@pytest.mark.parametrize(("where", "block"), OTHERS, ids=[where for where, _ in OTHERS])
def test_every_other_file_can_be_read(where: str, block: str, tmp_path: Path) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(block, encoding="utf-8")
    keys = keys_of(block)
    if "contact" in keys:
        (tmp_path / "logo.png").write_bytes((ROOT / "audio_assets" / "icon-192.png").read_bytes())
        assert load_coach(file).name
    elif keys <= set(load_phrases("en").lines):
        assert set(load_own_phrases(file, "en")) == keys
    else:
        assert {key.replace("-", "_") for key in keys} <= set(PARSERS), where
        if "command" in keys:
            assert PARSERS["command"](plain(parse(block.encode(), "block").children["command"]))


def test_every_engine_and_model_is_explained() -> None:
    for name in (*BUILT_IN, *(model.name for model in MODELS)):
        assert f"| `{name}` |" in TEXTS[VOICES.name]
    for name in FIELDS:
        assert f"`{{{name}}}`" in TEXTS[VOICES.name]


@pytest.mark.parametrize("line", lines())
def test_every_line_is_a_session_that_can_be_planned(line: str) -> None:
    assert reads_as_line(line)
    assert script_of(load_session(line)).steps


def test_there_are_lines() -> None:
    assert len(lines()) >= LEAST_LINES


def test_every_amount_can_be_read() -> None:
    amounts = [code for row in rows("Amounts") for code in re.findall(r"`([^`]+)`", row[0])]
    assert len(amounts) >= LEAST_AMOUNTS
    for amount in amounts:
        assert amount in NO_AMOUNT or parse_prescription(amount)


@pytest.mark.parametrize("kind", ROWS)
def test_every_key_is_explained_once(kind: type) -> None:
    explained = [name for row in ROWS[kind] for name in row.names]
    keys = set(shape_of(kind)) | ({FROM} if kind is Exercise else set())
    assert sorted(explained) == sorted(keys - NOT_WRITTEN.get(kind, set()))


def test_every_key_stands_in_an_example() -> None:
    written = set().union(*(_keys_within(plain(parse(block.encode(), where))) for where, block in SESSIONS_WRITTEN))
    assert {name for rows in ROWS.values() for row in rows for name in row.names} <= written


def _keys_within(tree: Plain) -> set[str]:
    """Every key in a tree."""
    if isinstance(tree, dict):
        return set(tree).union(*map(_keys_within, tree.values()))
    return set().union(*map(_keys_within, tree)) if isinstance(tree, list) else set()


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("| Key of a session |", table(Session)),
        ("| Key of a section |", table(Section)),
        ("| Key of an entry |", table(Item)),
        ("| Key |", table(Exercise)),
        ("| Part | Key |", parts_table()),
    ],
)
def test_the_tables_of_keys_say_what_editors_show(head: str, rows: Iterator[str]) -> None:
    text = TEXTS[SESSIONS.name]
    begin = text.index("\n", text.index("|---", text.index(f"\n{head}"))) + 1
    expected = "\n".join(rows)
    assert text[begin : text.index("\n\n", begin)] == expected, f"it should be:\n{expected}"


def test_every_stock_line_is_listed_with_its_placeholders() -> None:
    expected = ["| Name | Said |", "|---|---|", *map(_row, load_phrases("en").lines)]
    listed = [line for line in part("The stock lines").splitlines() if line.startswith("|")]
    assert listed == expected, "it should be:\n" + "\n".join(expected)


def _row(name: str) -> str:
    """A line's name, and the first of its wordings that has all its placeholders."""
    texts = [text for wordings in load_phrases("en").lines[name] for text in wordings]
    known = placeholders(" ".join(texts))
    return f"| `{name}` | {next(text for text in texts if placeholders(text) == known)} |"


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}", text))


def test_every_lane_and_column_is_explained() -> None:
    page = (ROOT / "docs/exporting.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| (.+?) \|", page, re.MULTILINE))
    named = {name.strip("`") for cell in explained for name in cell.split(", ")}
    assert {str(lane) for lane in Lane} <= named
    assert {"week", *COLUMNS} <= named


def test_samples_are_those_that_a_page_shows() -> None:
    samples = {path for path in (ROOT / "docs" / "samples").rglob("*") if path.is_file()}
    pages = (README, *(ROOT / "docs").glob("*.md"))
    named = [
        page.parent / name
        for page in pages
        for name in re.findall(r"\]\(((?:docs/)?samples/[^)]+)\)", page.read_text(encoding="utf-8"))
    ]
    assert samples
    assert set(named) == samples


def test_the_picture_of_the_read_me_is_what_its_command_draws(tmp_path: Path) -> None:
    """If not: voicecoach plan glutes-for-runners --only squat --plot docs/samples/squats.svg."""
    drawn = tmp_path / "squats.svg"
    assert run("plan", "glutes-for-runners", "--only", "squat", "--plot", str(drawn)).status == 0
    shown = ROOT / "docs/samples/squats.svg"
    assert drawn.read_text(encoding="utf-8") == shown.read_text(encoding="utf-8")


LEAST_NAMED = {"README.md": 20, "docs/security.md": 60}
"""So many tests are named by a page that says which test holds what."""


@cache
def defined_in(file: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("page", LEAST_NAMED)
def test_every_test_that_a_page_names_is_there(page: str) -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / page).read_text(encoding="utf-8"))
    assert len(named) >= LEAST_NAMED[page]
    assert [f"{file}::{name}" for file, name in named if not (ROOT / file).is_file()] == []
    assert [f"{file}::{name}" for file, name in named if name and name not in defined_in(file)] == []
