"""Where `schema -o` writes, and what it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run

SESSION = "title: Fine\nsections: [{exercises: [squat]}]\n"


def test_a_schema_is_written_and_written_anew(tmp_path: Path) -> None:
    for _ in range(2):
        assert run("schema", "-o", "mine.json").status == 0
    assert json.loads((tmp_path / "mine.json").read_bytes()) == json.loads(run("schema").out)


@pytest.mark.parametrize("name", ["keep.yaml", "KEEP.YML"])
@pytest.mark.parametrize("is_there", [True, False])
def test_the_name_of_a_session_is_refused(tmp_path: Path, name: str, *, is_there: bool) -> None:
    if is_there:
        (tmp_path / name).write_text(SESSION, "utf-8")
    assert f"a schema is JSON. Write {Path(name).with_suffix('.json')}." in run("schema", "-o", name).message
    assert (tmp_path / name).exists() == is_there
    assert not is_there or (tmp_path / name).read_text("utf-8") == SESSION


@pytest.mark.parametrize("content", [SESSION, "", "{}", "[1]", '"x"', "[" * 100_000, "\0"])
def test_a_file_that_is_no_schema_stays(tmp_path: Path, content: str) -> None:
    (tmp_path / "notes").write_text(content, "utf-8")
    assert "is there already and is no schema. Choose another name with -o." in run("schema", "-o", "notes").message
    assert (tmp_path / "notes").read_text("utf-8") == content
