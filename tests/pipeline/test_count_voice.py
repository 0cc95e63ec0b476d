"""Two voices: one coaches, another says the numbers and phase words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.cli.running import run
from tests.packs.making import QuickEngine, pack_of
from voicecoach.cache.store import Cache
from voicecoach.errors import UnknownNameError
from voicecoach.mix.tones import ToneSet
from voicecoach.packs.pack import Pack
from voicecoach.packs.sound import unpacked
from voicecoach.pipeline.prepare import load, prepare
from voicecoach.pipeline.sounds import Sounds, Voices
from voicecoach.plan.choices import Choices
from voicecoach.plan.script import Role
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker
from voicecoach.timeline.model import Channel, Sound

COUNTED = {"One.", "Two.", "Down.", "Up."}


@pytest.fixture
def cache() -> Iterator[Cache]:
    with Cache.in_memory() as cache:
        yield cache


def prepared_sounds(cache: Cache, engine: QuickEngine, count_voice: str | None) -> tuple[Sounds, dict[str, str]]:
    """The sounds of a short session as they are spoken, and the key of each line."""
    voices = Voices(VoiceChoice(engine=engine, count_voice=count_voice), ToneSet.load(None), cache)
    sounds = voices.sounds("en")
    prepared = prepare(load("squat", Choices(sets=1)), sounds)
    cast = sounds.cast_as(prepared.cast)
    said = [event for event in prepared.timeline.events if event.sound.channel is Channel.VOICE]
    if count_voice:
        beats = {event.sound.text for event in said if event.role in {Role.COUNT, Role.PHASE}}
        assert beats <= prepared.cast.counted
    return cast, {event.sound.text: cast.key(event.sound) for event in said}


def test_the_count_voice_says_what_falls_on_a_beat_and_nothing_else(cache: Cache, tmp_path: Path) -> None:
    engine = QuickEngine()
    pack = pack_of(tmp_path / "counter.pack", COUNTED, QuickEngine(90))
    _, alone = prepared_sounds(cache, engine, None)
    sounds, together = prepared_sounds(cache, engine, str(pack))
    assert together.keys() >= COUNTED
    assert {text for text in together if text in alone and together[text] != alone[text]} == COUNTED
    lengths = sounds.lengths(["One."])
    assert len(sounds.samples(Sound(Channel.VOICE, "One."))) == 48 * lengths[Sound(Channel.VOICE, "One.")]


def test_each_voice_is_heard_in_its_own_lines(cache: Cache, tmp_path: Path) -> None:
    engine = QuickEngine()
    path = pack_of(tmp_path / "counter.pack", COUNTED, QuickEngine(90))
    sounds, said = prepared_sounds(cache, engine, str(path))
    coach = Speaker(VoiceChoice(engine=engine), cache)
    pack = Pack.open(path)
    for text, clip in pack.clips(COUNTED).items():
        its_own = unpacked(clip.opus, clip.length, 1.0)
        assert np.array_equal(sounds.samples(Sound(Channel.VOICE, text)), its_own)
        assert not np.array_equal(coach.clip(text), its_own)
    others = said.keys() - COUNTED
    assert len(others) > 10
    for text in others:
        assert np.array_equal(sounds.samples(Sound(Channel.VOICE, text)), coach.clip(text))


def test_numbers_that_the_count_voice_lacks_are_told(cache: Cache, tmp_path: Path) -> None:
    pack = pack_of(tmp_path / "counter.pack", COUNTED, QuickEngine(90))
    voices = Voices(VoiceChoice(engine=QuickEngine(), count_voice=str(pack)), ToneSet.load(None), cache)
    prepared = prepare(load("squat", Choices(sets=1)), voices.sounds("en"))
    assert [note for note in prepared.notes if "voice pack 'Test pack'" in note]


def test_a_count_voice_that_nobody_has_is_an_error(cache: Cache) -> None:
    with pytest.raises(UnknownNameError, match="Unknown voice 'cosine'"):
        prepared_sounds(cache, QuickEngine(), "cosine")


def test_it_is_an_option_of_make_and_plan() -> None:
    one, two = (
        run("plan", "squat", "--sets", "1", "--json", *options).plan["events"]
        for options in ((), ("--count-voice", "en-gb"))
    )

    def lengths(events: list[dict[str, object]], role: str) -> list[float]:
        return [round(float(str(one["end"])) - float(str(one["start"])), 3) for one in events if one["role"] == role]

    assert lengths(one, "intro") == lengths(two, "intro")
    assert lengths(one, "count") != lengths(two, "count")
