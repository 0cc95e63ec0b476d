"""What `lines` lists of sessions."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.running import Ran, run
from tests.tiny_session import TINY
from voicecoach.pipeline.sentences import stem_of

SHORT = ("--detail", "counts", "--intro", "none")


@pytest.fixture(autouse=True)
def tiny(configuration: Path) -> Path:
    path = configuration.parent.parent / "tiny.yaml"
    path.write_text(TINY)
    return path


def rows(ran: Ran) -> list[dict[str, str]]:
    assert ran.status == 0, ran
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_each_sentence_has_its_file_and_how_often_it_is_heard() -> None:
    found = rows(run("lines", "tiny.yaml", *SHORT))
    assert all(row["file"] == f"{stem_of(row['sentence'])}.wav" for row in found)
    times = {row["sentence"]: int(row["times"]) for row in found}
    assert len(times) == len(found)
    assert times["Two."] == 2 * 3
    assert min(times.values()) >= 1


def test_without_a_week_all_of_them_are_listed_whatever_is_configured(configuration: Path) -> None:
    configuration.write_text("week: 2\n")
    whole = {row["sentence"] for row in rows(run("lines", "tiny.yaml", "--detail", "brief"))}
    weeks = [
        {row["sentence"] for row in rows(run("lines", "tiny.yaml", "--detail", "brief", "--week", str(week)))}
        for week in (1, 2, 3)
    ]
    assert whole == weeks[0] | weeks[1] | weeks[2]
    assert "Week two of three." in weeks[1] - weeks[0]


def test_several_sessions_are_one_list() -> None:
    tiny, squat, both = (
        rows(run("lines", *names, *SHORT, "--week", "1"))
        for names in (["tiny.yaml"], ["squat"], ["tiny.yaml", "squat"])
    )
    sentences = [row["sentence"] for row in both]
    assert sentences[: len(tiny)] == [row["sentence"] for row in tiny]
    assert set(sentences) == {row["sentence"] for row in (*tiny, *squat)}
    assert sum(int(row["times"]) for row in both) == sum(int(row["times"]) for row in (*tiny, *squat))


def test_often_leaves_out_what_is_rare_and_none_at_all_adds_what_may_be_said() -> None:
    usual = rows(run("lines", "tiny.yaml"))
    assert rows(run("lines", "tiny.yaml", "--often", "4")) == [row for row in usual if int(row["times"]) >= 4]
    every = rows(run("lines", "tiny.yaml", "--often", "0"))
    assert every[: len(usual)] == usual
    assert {row["times"] for row in every[len(usual) :]} == {"0"}


def test_the_options_of_sessions_shape_it() -> None:
    sentences = {row["sentence"] for row in rows(run("lines", "tiny.yaml", "--client", "Zoë", "--only", "press"))}
    assert any("Zoë" in one for one in sentences)
    assert not any("Bobs" in one for one in sentences)


def test_a_file_is_one_that_spreadsheets_read(tmp_path: Path) -> None:
    ran = run("lines", "tiny.yaml", "--client", "Zoë", "-o", "lines.csv")
    assert ran.status == 0
    data = (tmp_path / "lines.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbffile,times,sentence\n")
    text = data.decode("utf-8-sig")
    assert text == run("lines", "tiny.yaml", "--client", "Zoë").out
    assert ran.out == f"lines.csv  {text.count(chr(10)) - 1} sentences\n"


def test_where_nothing_is_said_there_is_nothing_to_list() -> None:
    assert run("lines", "tiny.yaml", "--detail", "tones").out == "file,times,sentence\n"


def test_a_file_that_cannot_be_written_is_known_before_anything_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert "is a folder" in run("lines", "tiny.yaml", "-o", "folder").message
    assert "doesn't exist" in run("lines", "tiny.yaml", "-o", "nowhere/lines.csv").message


def test_a_session_that_nobody_knows_is_refused() -> None:
    assert "Did you mean 'squat'" in run("lines", "sqat").message
    assert run("lines").status == 2
