from __future__ import annotations

from pathlib import Path

import pytest

from voicecoach.plan.choices import Detail
from voicecoach.terminal.settings import FILE_NAME, Settings, load_settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.mark.usefixtures("folder")
def test_what_was_kept_is_there_again() -> None:
    assert load_settings() == Settings(1.0, None)
    for settings in (Settings(0.7, Detail.BRIEF), Settings(1.3)):
        settings.save()
        assert load_settings() == settings


def test_it_is_kept_where_the_history_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setenv("VOICECOACH_DATA", "~/data")
    Settings(0.7).save()
    assert (tmp_path / "data" / FILE_NAME).exists()


def test_silence_is_not_kept_and_no_more_than_can_be(folder: Path) -> None:
    Settings(0.0).save()
    assert load_settings().volume == 0.1
    (folder / FILE_NAME).write_text('{"volume": 9}')
    assert load_settings().volume == 2.0


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{", "[" * 100_000, '{"volume": "x", "detail": 3}', '{"volume": true}', '{"volume": NaN}'],
)
def test_what_can_not_be_read_is_as_usual(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_text(text)
    assert load_settings() == Settings()


def test_where_nothing_can_be_kept_nothing_fails(folder: Path) -> None:
    folder.write_text("in the way")
    Settings(0.5).save()
    assert load_settings() == Settings()
