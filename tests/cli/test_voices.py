"""What `voices` lists, with engines of whose voices all is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.fake_engine import FakeEngine
from tests.packs.making import pack_of
from voicecoach.packs import shelf
from voicecoach.speech.engine import DEFAULT_ENGINE, VoiceInfo
from voicecoach.speech.engines import named

ENGLISH = (VoiceInfo("fake/us", "America", "en-us"), VoiceInfo("fake/b", "Britain", "en-GB"))
OTHERS = (VoiceInfo("fake/fr", "France", "fr"), VoiceInfo("fake/at", "Austria", "de-AT"))


class Speaking(FakeEngine):
    """An engine with these voices, of which the last English one is its own choice."""

    def __init__(self, *voices: VoiceInfo) -> None:
        super().__init__()
        self.has = voices

    def voices(self) -> list[VoiceInfo]:
        """Those."""
        return list(self.has)

    def default_voice(self, language: str) -> str | None:
        """Britain."""
        return "fake/b" if language == "en" else None


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> dict[str, Speaking]:
    monkeypatch.setenv("NO_COLOR", "1")
    found = {
        DEFAULT_ENGINE: Speaking(OTHERS[0], ENGLISH[0], OTHERS[1], ENGLISH[1]),
        "more": Speaking(VoiceInfo("more/it", "Italy", "it"), VoiceInfo("more/en", "Plain", "en")),
    }
    monkeypatch.setattr(named, "engine_named", lambda name, **_asked: found[name])
    monkeypatch.setattr(named, "engine_names", lambda: list(found))
    return found


@pytest.fixture(autouse=True)
def shelf_without_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "paths", list)


def listed(*arguments: str) -> tuple[list[tuple[str, ...]], str]:
    """The rows of the table, and what is said beside it."""
    ran = run("voices", *arguments)
    assert ran.status == 0, ran
    rows = [line.strip("│ ").split("│") for line in ran.out.splitlines() if line.startswith("│")]
    return [tuple(cell.strip() for cell in row) for row in rows], ran.err


BRITAIN = (DEFAULT_ENGINE, "fake/b", "Britain (its default)", "en-GB")
AMERICA = (DEFAULT_ENGINE, "fake/us", "America", "en-us")
MORE = ("more", "more/en", "Plain", "en")


@pytest.mark.usefixtures("engines")
def test_packs_stand_first_and_say_what_is_wrong_with_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    good, german = (pack_of(tmp_path / f"{name}.pack", ["One."], None, language=name) for name in ("en-gb", "de"))
    broken = tmp_path / "broken.pack"
    broken.write_bytes(good.read_bytes()[:2000])
    monkeypatch.setattr(shelf, "paths", lambda: [good, german, broken])
    rows, notes = listed()
    assert rows[0][:2] == ("pack", "en-gb")
    assert [row[0] for row in rows].count("pack") == 1
    assert "broken.pack' can't be used: it is damaged" in run("voices").out
    assert [row[1] for row in listed("--all")[0]][:2] == ["en-gb", "de"]
    assert "1 sentence" in rows[0][2], notes


@pytest.mark.usefixtures("engines")
def test_only_voices_of_english_are_listed_and_a_note_says_how_many_there_are_besides() -> None:
    rows, notes = listed()
    assert rows == [BRITAIN, AMERICA, MORE]
    assert notes == "note: 3 voices of other languages aren't shown. See them with --all.\n"


@pytest.mark.usefixtures("engines")
def test_all_has_the_others_of_each_engine_after_the_english_ones() -> None:
    rows, notes = listed("--all")
    assert [(engine, voice) for engine, voice, _, _ in rows] == [
        (DEFAULT_ENGINE, "fake/b"),
        (DEFAULT_ENGINE, "fake/us"),
        (DEFAULT_ENGINE, "fake/at"),
        (DEFAULT_ENGINE, "fake/fr"),
        ("more", "more/en"),
        ("more", "more/it"),
    ]
    assert notes == ""


@pytest.mark.usefixtures("engines")
def test_of_one_engine_the_voices_are_those_of_no_other() -> None:
    rows, notes = listed("--engine", DEFAULT_ENGINE)
    assert rows == [BRITAIN, AMERICA]
    assert notes.startswith("note: 2 voices of other languages")


def test_a_single_voice_of_another_language_is_spoken_of_as_one(engines: dict[str, Speaking]) -> None:
    one, *others = engines.values()
    one.has = (*ENGLISH, next(voice for voice in one.has if voice not in ENGLISH))
    for engine in others:
        engine.has = ENGLISH
    assert listed()[1] == "note: One voice of another language isn't shown. See it with --all.\n"


def test_where_all_voices_are_english_there_is_nothing_to_note(engines: dict[str, Speaking]) -> None:
    for engine in engines.values():
        engine.has = ENGLISH
    rows, notes = listed()
    assert (len(rows), notes) == (4, "")
