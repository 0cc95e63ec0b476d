"""`--pick` in the place of SESSION."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import plan, run
from tests.small_library import small_library

TEXT = "15 minutes, legs and core"


@pytest.fixture(scope="module", autouse=True)
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with small_library(tmp_path_factory.mktemp("library") / "small"):
        yield


def test_a_picked_session_is_planned_like_the_file_that_is_kept_of_it(tmp_path: Path) -> None:
    told = plan("--pick", TEXT, "--save", "mine.yaml")
    assert told["title"] == "Legs and core"
    assert (tmp_path / "mine.yaml").read_text().startswith(f"# Picked: {TEXT}\n")
    assert plan("mine.yaml")["events"] == told["events"]
    checked = run("check", "mine.yaml")
    assert checked.status == 0
    assert "in order. Legs and core" in checked.out


def test_another_seed_is_another_session() -> None:
    steps = [plan("--pick", TEXT, "--seed", seed)["steps"] for seed in ("1", "1", "2")]
    assert steps[0] == steps[1] != steps[2]


def test_it_may_stand_in_the_place_of_a_session_too() -> None:
    assert plan(f"pick: {TEXT}") == plan("--pick", TEXT)
    assert "in order. Legs and core" in run("check", f"pick: {TEXT}").out
    assert run("show", f"pick: {TEXT}").out.startswith("Legs and core\n")


def test_what_was_done_is_said() -> None:
    ran = run("plan", "--pick", "legs, easy", "--detail", "tones")
    assert "note: Picked: " in ran.err
    assert "Another one: --seed 1." in ran.err
    assert "No length was asked for, so it is 20 minutes." in ran.err


def test_what_was_done_is_said_of_an_export_too() -> None:
    ran = run("export", "--pick", "15 minutes, core with a band", "--format", "csv")
    assert "note: Picked: " in ran.err
    assert "note: Nothing uses the band: " in ran.err
    assert ran.out.startswith("session,section,")


def test_the_other_options_hold() -> None:
    told = plan("--pick", "legs, core", "--minutes", "12", "--without", "chair")
    assert told["duration"] <= 12 * 60
    assert "chair" not in " ".join(told["equipment"])
    assert not [note for note in told.get("notes", ()) if "chair" in note]


@pytest.mark.parametrize("command", ["make", "plan", "live", "share", "lines"])
def test_a_session_and_a_request_together_are_refused(command: str) -> None:
    ran = run(command, "knee-bend", "--pick", TEXT)
    assert ran.status == 2
    assert "SESSION and --pick don't go together" in ran.err


@pytest.mark.parametrize("command", ["make", "plan", "live", "lines"])
def test_one_of_them_is_needed(command: str) -> None:
    ran = run(command)
    assert ran.status == 2
    assert "--pick" in ran.err


def test_what_is_not_understood_is_refused_in_one_line() -> None:
    assert "'zumba' isn't understood." in run("plan", "--pick", "20 minutes of zumba").message


@pytest.mark.parametrize("typed", [("--pick", "legs, no equipment"), ("pick: legs, no equipment",)])
def test_what_is_configured_as_there_gives_way_and_what_is_typed_does_not(
    configuration: Path, typed: tuple[str, ...]
) -> None:
    alone = plan(*typed)
    configuration.write_text("with: band\n")
    assert plan(*typed) == alone
    assert run("make", *typed, "--detail", "tones", "--save", "mine.yaml").status == 0
    message = run("plan", *typed, "--with", "band").message
    assert message == "voicecoach: --pick: no equipment, and --with band? Leave one of them out."


def test_a_file_is_named_after_what_was_asked_for() -> None:
    ran = run("make", "--pick", TEXT, "--detail", "tones", "--seed", "3")
    assert ran.status == 0, ran
    assert ran.out.startswith("15-minutes-legs-and-core-tones-seed-3.mp3  ")


def test_it_can_be_shared(tmp_path: Path) -> None:
    ran = run("share", "--pick", TEXT, "--detail", "tones", "-o", "sam")
    assert ran.status == 0, ran
    assert (tmp_path / "sam" / "index.html").exists()
