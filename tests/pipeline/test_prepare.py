from __future__ import annotations

import array
import math
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.fake_engine import RATE_HZ, FakeEngine
from tests.plan.laid import english, glutes
from voicecoach.cache.store import Cache
from voicecoach.definitions.amounts import Tempo
from voicecoach.definitions.model import Cue, Cues
from voicecoach.errors import ChoiceError, SpeechError
from voicecoach.mix.tones import ToneSet
from voicecoach.pipeline.prepare import Loaded, Prepared, load, prepare
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.choices import Choices, Detail
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import VoiceInfo, Waveform
from voicecoach.speech.service import Speaker
from voicecoach.times import GRID_MS, Ms, minutes_up


class QuickEngine(FakeEngine):
    """One tone for all lines, since only their lengths matter here."""

    def waveform(self, line: str) -> Waveform:
        """A sine of 300 Hz."""
        turn = array.array("h", (round(8000 * math.cos(2 * math.pi * n / 80)) for n in range(80)))
        return Waveform((turn * (RATE_HZ * self.ms_per_character * len(line) // 80_000)).tobytes(), RATE_HZ)


@pytest.fixture(scope="module")
def sounds() -> Iterator[Sounds]:
    with Cache.in_memory() as cache:
        yield Sounds(Speaker(VoiceChoice(engine=QuickEngine()), cache), ToneSet.load(None), cache)


class HalfDumbEngine(QuickEngine):
    """Says nothing where a line has one of `unsaid` in it."""

    unsaid: tuple[str, ...] = ()

    def waveform(self, line: str) -> Waveform:
        """Silence for those."""
        sound = super().waveform(line)
        return Waveform(bytes(len(sound.pcm)), RATE_HZ) if any(one in line for one in self.unsaid) else sound


class ForeignEngine(QuickEngine):
    """Its one voice speaks `voice_language`."""

    voice_language = "de"

    def voices(self) -> list[VoiceInfo]:
        """That voice."""
        return [VoiceInfo("fake/own", "Own", self.voice_language)]


def prepared_by(engine: QuickEngine, chosen: Choices, *, voice: str | None = None, rate: float = 1.0) -> Prepared:
    with Cache.in_memory() as cache:
        speaker = Speaker(VoiceChoice(engine=engine, voice=voice, rate=rate), cache)
        return prepared(Sounds(speaker, ToneSet.load(None), cache), chosen)


def prepared(sounds: Sounds, chosen: Choices) -> Prepared:
    return prepare(Loaded(glutes(), english(), chosen), sounds)


def said(result: Prepared) -> list[str]:
    return [event.sound.text for event in result.timeline.events]


def test_a_session_and_its_phrases_are_loaded_together() -> None:
    loaded = load("glutes-for-runners", Choices(week=2))
    assert (loaded.session.title, loaded.phrases.language) == ("Glutes strength for runners", "en")
    assert (loaded.choices, loaded.files) == (Choices(week=2), frozenset())


@pytest.mark.parametrize("only", [("squat",), ("lunge",), ("step-up", "squat"), ()])
def test_the_length_named_is_the_whole_rounded_up(sounds: Sounds, only: tuple[str, ...]) -> None:
    result = prepared(sounds, Choices(only=only))
    number = english().number(minutes_up(result.timeline.duration))
    told = (f" {number} minutes.", f" {number} minutes at most.")
    assert any(text.lower().endswith(told) for text in said(result)[:5])


def test_a_session_that_fits_stays_as_it_is_and_says_so(sounds: Sounds) -> None:
    result = prepared(sounds, Choices(minutes=60))
    assert result.timeline == prepared(sounds, Choices()).timeline
    assert any(note.endswith("so nothing had to change for 60 minutes.") for note in result.notes)


@pytest.mark.parametrize("minutes", [6, 15, 20, 26])
def test_a_session_is_made_to_fit_and_says_what_changed(sounds: Sounds, minutes: int) -> None:
    result = prepared(sounds, Choices(minutes=minutes))
    assert result.timeline.duration <= minutes * 60_000
    assert all(note.startswith(f"To fit {minutes} minutes: ") for note in result.notes)
    assert result.notes


def test_what_cant_fit_is_refused_with_the_shortest_length(sounds: Sounds) -> None:
    with pytest.raises(ChoiceError, match=r"It can't be done in 1 minute: the shortest version takes \d+ minutes\."):
        prepared(sounds, Choices(minutes=1))


def test_texts_that_cant_be_said_are_named(sounds: Sounds) -> None:
    session = glutes()
    cues = replace(session.cues, setup=(Cue("🙂🙂"), Cue("Добрый день.")))
    result = prepare(Loaded(replace(session, cues=cues), english(), Choices(only=("step-up", "hip-lift"))), sounds)
    assert any("'🙂🙂' is left out" in note for note in result.notes)
    assert any("Добрый" in note and "may not be able to say" in note for note in result.notes)
    assert "🙂🙂" not in said(result)


def test_what_is_written_for_the_eye_stays_so_in_the_timeline(sounds: Sounds) -> None:
    session = replace(glutes(), say="Glutes 🔥 in 30 min.")
    result = prepare(Loaded(session, english(), Choices(only=("squat",), sets=1)), sounds)
    assert any("Glutes 🔥 in 30 min." in text for text in said(result))
    assert not any("left out" in note for note in result.notes)


def test_a_line_that_comes_back_silent_is_left_out_and_a_count_becomes_its_tick() -> None:
    engine = HalfDumbEngine()
    engine.unsaid = ("Four.", "Send your hips")
    unsaid = "Send your hips back first, then down, to knee height if you can."
    result = prepared_by(engine, Choices(only=("squat",), sets=1))
    left_out = [
        note for note in result.notes if "is left out: the voice could not say it (the sound is silent)" in note
    ]
    assert [note.split("'")[1] for note in left_out] == ["Four.", unsaid]
    counts = [event.sound.text for event in result.timeline.events if event.role == "count"]
    assert counts[2:5] == ["Three.", "tick", "Five."]
    assert unsaid not in said(result)
    assert not any("ticks" in note for note in result.notes)


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("de", ["The voice speaks de, and what it says is in en."]),
        ("de-AT", ["The voice speaks de-AT, and what it says is in en."]),
        ("en", []),
        ("en-GB", []),
        ("EN-us", []),
    ],
)
def test_a_voice_of_another_language_is_noted(language: str, notes: list[str]) -> None:
    engine = ForeignEngine()
    engine.voice_language = language
    result = prepared_by(engine, Choices(only=("squat",), sets=1), voice="fake/own")
    assert [note for note in result.notes if "voice speaks" in note] == notes


@pytest.mark.parametrize(
    ("rate", "reps_ms", "notes"),
    [
        (0.7, 500, ["At a rate of 0.7 every line takes longer; at the usual pace there may be room for them."]),
        (1.0, 500, []),
        (1.2, 500, []),
        (0.7, None, []),
    ],
)
def test_a_slow_rate_is_noted_where_a_line_is_lost(rate: float, reps_ms: int | None, notes: list[str]) -> None:
    tempo = Tempo(Ms(reps_ms), Ms(0), Ms(reps_ms), Ms(0)) if reps_ms else None
    result = prepared_by(QuickEngine(), Choices(only=("squat",), sets=1, tempo=tempo), rate=rate)
    lost = [note for note in result.notes if "no room" in note or "too short" in note]
    assert bool(lost) == bool(reps_ms)
    assert [note for note in result.notes if "rate" in note] == notes


def test_an_engine_that_says_nothing_is_an_error() -> None:
    engine = HalfDumbEngine()
    engine.unsaid = (".", ":", "?")
    with pytest.raises(SpeechError):
        prepared_by(engine, Choices(only=("squat",), sets=1))


def test_only_lines_of_what_is_heard_are_named(sounds: Sounds) -> None:
    session = glutes()
    lunge = replace(session.items[3].exercise, cues=Cues(form=(Cue("①②"),)))
    items = (*session.items[:3], replace(session.items[3], exercise=lunge), session.items[4])
    whole = replace(session, sections=(replace(session.sections[0], exercises=items),))
    noted = [
        any("'①②' is left out" in note for note in prepare(Loaded(whole, english(), chosen), sounds).notes)
        for chosen in (Choices(), Choices(minutes=6))
    ]
    assert noted == [True, False], "lunges are left out of six minutes"


@pytest.mark.parametrize("seconds", [0, 1, 2, 3, 4])
def test_without_a_voice_any_lead_in_leaves_room_for_the_first_sound(sounds: Sounds, seconds: int) -> None:
    chosen = Choices(only=("squat",), detail=Detail.TONES, lead_in=Ms(seconds * 1000))
    events = prepared(sounds, chosen).timeline.events
    assert events[0].start >= GRID_MS
    assert [event.sound.text for event in events].index("go") == 3
