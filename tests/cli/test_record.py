"""`voicecoach record`: what it is given, before there is a terminal."""

from __future__ import annotations

import pytest

from tests.cli.running import run


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ([], "Invalid value for DIR: Say in which folder the recordings are to be kept."),
        (["takes"], "Invalid value for SESSION: Say which session, and then the folder: SESSION takes."),
        (["--pick", "20 minutes, legs", "squat", "takes"], "SESSION and --pick don't go together"),
    ],
)
def test_what_is_missing_is_said(typed: list[str], told: str) -> None:
    ran = run("record", *typed)
    assert ran.status == 2
    assert told in ran.err


@pytest.mark.parametrize("typed", [["squat", "takes"], ["squat", "lunge", "takes"], ["--pick", "legs", "takes"]])
def test_the_last_argument_is_the_folder(typed: list[str]) -> None:
    ran = run("record", *typed)
    assert ran.status == 1
    assert "Recording needs a terminal" in ran.err
