"""A pack in which one sentence is damaged: a note says so, and the next voice speaks the session."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.packs.making import QuickEngine, pack_of
from voicecoach.cache.store import Cache
from voicecoach.errors import PackError
from voicecoach.mix.tones import ToneSet
from voicecoach.packs.pack import Pack
from voicecoach.pipeline.prepare import Prepared, load, prepare
from voicecoach.pipeline.sentences import heard, sayable
from voicecoach.pipeline.sounds import Voices
from voicecoach.plan.choices import Choices
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.pack_voice import PackVoice

ENGINE = QuickEngine()
ALONE = VoiceChoice(engine=ENGINE)


@pytest.fixture
def cache() -> Iterator[Cache]:
    with Cache.in_memory() as cache:
        yield cache


def prepared(choice: VoiceChoice, cache: Cache, minutes: int | None = None) -> tuple[Prepared, dict[str, str]]:
    """A short session, and the key of each of its sounds as it is heard."""
    sounds = Voices(choice, ToneSet.load(None), cache).sounds("en")
    one = prepare(load("squat", Choices(sets=2, minutes=minutes)), sounds)
    cast = sounds.cast_as(one.cast)
    return one, {event.sound.text: cast.key(event.sound) for event in one.timeline.events}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with Cache.in_memory() as cache:
        said = sayable(prepared(ALONE, cache)[0])
    return pack_of(tmp_path_factory.mktemp("packs") / "mine.pack", said, QuickEngine(50)).read_bytes()


@pytest.fixture
def pack(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "mine.pack"
    path.write_bytes(data)
    return path


def damaged(pack: Path, sentence: str) -> str:
    with closing(sqlite3.connect(pack)) as database, database:
        assert database.execute("UPDATE clip SET opus = x'00' WHERE sentence = ?", [sentence]).rowcount == 1
    return str(pack)


@pytest.mark.parametrize("minutes", [None, 2])
def test_a_sentence_that_is_known_when_the_length_is(cache: Cache, pack: Path, minutes: int | None) -> None:
    whole = prepared(replace(ALONE, voice=str(pack)), cache, minutes)[0]
    told = next(one.text for one in heard([whole.timeline], "en") if "minutes" in one.text)
    one, keys = prepared(replace(ALONE, voice=damaged(pack, told)), cache, minutes)
    assert keys == prepared(ALONE, cache, minutes)[1]
    assert not one.cast.coach.has_pack
    assert f"The voice pack {str(pack)!r} can't be used: the sound of {told!r} is damaged. Another voice speaks." in (
        one.notes
    )


def test_a_number_of_the_voice_that_counts(cache: Cache, pack: Path) -> None:
    one, keys = prepared(replace(ALONE, count_voice=damaged(pack, "One.")), cache)
    assert keys == prepared(ALONE, cache)[1]
    (note,) = [note for note in one.notes if "'One.' is damaged. Another voice speaks." in note]
    assert note.startswith(f"The voice pack {str(pack)!r}")


def test_both_voices_of_one_pack(cache: Cache, pack: Path) -> None:
    voice = damaged(pack, "One.")
    one, keys = prepared(replace(ALONE, voice=voice, count_voice=voice), cache)
    assert keys == prepared(ALONE, cache)[1]
    assert len([note for note in one.notes if "'One.' is damaged" in note]) == 1


def test_it_stays_an_error_where_nobody_has_the_pack(cache: Cache, pack: Path) -> None:
    sounds = Voices(ALONE, ToneSet.load(None), cache).sounds("en")

    def work() -> None:
        raise PackError(str(pack), "it is broken")

    with pytest.raises(PackError, match="it is broken"):
        sounds.without_damaged(work)


def test_what_is_damaged_is_so_each_time_it_is_asked_for(pack: Path) -> None:
    opened = Pack.open(Path(damaged(pack, "One.")))
    voice = PackVoice(opened, 1.0)
    for _ in range(2):
        with pytest.raises(PackError, match=r"'One\.' is damaged"):
            voice.has(["One.", "Two."])
    assert voice.has(["Two."]) == {"Two."}
