"""The voice pack that comes with the program: it says all that the built-in sessions say."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from choose_wordings import words_that_stand_alone
from make_voice_pack import FOLDER, PACK, Wording, chosen_wordings, wanted_sentences
from pack_sentences import items_of, session_sentences
from voicecoach.cache.store import Cache
from voicecoach.definitions.load import load_exercise, load_phrases, load_session, names
from voicecoach.definitions.model import Level, Variation
from voicecoach.definitions.notation.tempos import parse_tempo
from voicecoach.definitions.notation.written_amounts import parse_hold, parse_reps
from voicecoach.definitions.session import Intro, Item, Session
from voicecoach.errors import ChoiceError
from voicecoach.mix.tones import ToneSet
from voicecoach.packs.pack import Pack
from voicecoach.packs.shelf import for_language
from voicecoach.packs.sound import unpacked
from voicecoach.pipeline.prepare import load, prepare
from voicecoach.pipeline.sounds import Sounds, Voices
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.progression import weeks_of
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import Waveform
from voicecoach.speech.shape import ACTIVE_LUFS, level_lufs
from voicecoach.speech.text import sentences
from voicecoach.timeline.model import Channel
from voicecoach.times import Ms

MEGABYTE = 1_000_000
CALM_PACE_S = (0.03, 0.3)
"""Seconds a letter takes, at least and at most, in sentences of three words or more."""

WEEKS = (1, 3, 6)
MOST_PAIRS = 20
LONGEST_MS = 3 * 3_600_000
"""Lengths of more are not in it."""
FEWEST_SENTENCES = 60
LINES_OF_WEEKS = [f"Week {number} of six." for number in ("one", "two", "three", "four", "five", "six")]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Pack.open(PACK)


def test_it_is_the_pack_of_its_language_and_no_larger_than_a_set_up_may_grow() -> None:
    found, problems = for_language("en")
    assert found is not None
    assert (found.path, problems) == (PACK, [])
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 25 * MEGABYTE


@pytest.fixture(scope="module")
def sounds() -> Iterator[Sounds]:
    """The voice that somebody hears who chose none."""
    with Cache.in_memory() as cache:
        yield Voices(VoiceChoice(), ToneSet.load(None), cache).sounds("en")


def variations_of(session: Session) -> Iterator[tuple[Item, str, Variation]]:
    yield from ((item, name, one) for item in session.items for name, one in item.exercise.variations.items())


def choices_of(name: str) -> dict[str, Choices]:
    """What somebody may choose for a session, by what it is called; each thing alone, in several weeks."""
    session = load_session(name)
    varied = {(item.exercise.name, one): found.level for item, one, found in variations_of(session)}
    each_set = any(item.prescription.each_set for item in session.items)  # 21-15-9 in eight sets is read out at length
    harder = [one for one, level in varied.items() if level is not Level.EASIER]
    chosen = {
        "nothing": Choices(),
        **{f"{sets} sets": Choices(sets=sets) for sets in (() if each_set else (1, 5, 8))},
        **{f"detail {one}": Choices(detail=one) for one in (Detail.BRIEF, Detail.COUNTS)},
        **{f"{minutes} minutes": Choices(minutes=minutes) for minutes in (15, 8)},
        "12 repetitions": Choices(reps=parse_reps("12")),
        "holds of 40 s": Choices(hold=parse_hold("40 s")),
        "rests of 45 s": Choices(rest=Ms(45_000)),
        "another tempo": Choices(tempo=parse_tempo("4-1-2-0")),
        **{f"without {item}": Choices(without=(item,)) for item in items_of(session)},
        **{f"with {item}": Choices(with_items=(item,)) for item in items_of(session)},
        **{f"varied {one}": Choices(variations=(one,)) for one in varied},
    }
    together = {
        f"varied {two}": Choices(week=week, variations=two)
        for two, week in zip(itertools.islice(itertools.combinations(harder, 2), MOST_PAIRS), itertools.cycle(WEEKS))
    }
    weeks = {
        f"{what}, week {week}": replace(one, week=week)
        for what, one in chosen.items()
        for week in WEEKS
        if week <= weeks_of(session)
    }
    openings = {
        f"seed {seed}, week {week}, intro {intro}": Choices(seed=seed, week=week, intro=intro)
        for seed, week, intro in itertools.product((1, 2, 3), WEEKS, Intro)
        if week <= weeks_of(session)
    }
    return weeks | together | openings


def said_in(name: str, choices: Choices, sounds: Sounds) -> set[str]:
    """What is said in a session; nothing if nothing is left of it without a thing."""
    said = set[str]()
    with suppress(ChoiceError):
        timeline = prepare(load(name, choices), sounds).timeline
        if timeline.duration > LONGEST_MS:
            return said
        said = {event.sound.text for event in timeline.events if event.sound.channel is Channel.VOICE}
    assert said or choices.without or choices.minutes or choices.sets
    return said


@pytest.mark.parametrize("name", names("sessions"))
def test_what_is_said_in_a_built_in_session_is_in_it_whatever_is_chosen(pack: Pack, sounds: Sounds, name: str) -> None:
    known, first_said = set(pack.sentences()), dict[str, str]()
    for what, choices in choices_of(name).items():
        first_said = dict.fromkeys(sorted(said_in(name, choices, sounds)), what) | first_said
    heard = {sentence: what for text, what in first_said.items() for sentence in sentences(text, "en")}
    assert not {sentence: what for sentence, what in heard.items() if sentence not in known}
    assert len(heard) >= FEWEST_SENTENCES


def test_the_lines_of_the_first_session_are_heard(sounds: Sounds) -> None:
    heard = [text for week in range(1, 7) for text in said_in("glutes-for-runners", Choices(week=week), sounds)]
    assert set(LINES_OF_WEEKS) <= {sentence for text in heard for sentence in sentences(text, "en")}
    assert {"Drive up from your glutes.", "Push off your front foot."} <= set(heard)


@pytest.mark.parametrize("name", names("sessions"))
def test_every_sentence_of_a_built_in_session_is_in_it(pack: Pack, name: str) -> None:
    wanted = session_sentences(load_session(name))
    missing = wanted - set(pack.sentences())
    assert not missing, f"python scripts/make_voice_pack.py speaks what is new: {sorted(missing)}"
    assert len(wanted) >= FEWEST_SENTENCES


def test_it_has_the_key_cue_of_every_exercise_and_the_line_of_every_week(pack: Pack) -> None:
    keys = [load_exercise(name).cues.form[0].say for name in names("exercises")]
    known = set(pack.sentences())
    assert not {sentence for key in keys for sentence in sentences(key, "en")} - known
    assert set(LINES_OF_WEEKS) <= known


@pytest.fixture(scope="module")
def wanted() -> dict[str, Wording]:
    return wanted_sentences()


def test_it_has_what_the_built_in_content_can_say_and_nothing_else(pack: Pack, wanted: dict[str, Wording]) -> None:
    said = set(pack.sentences())
    assert (sorted(said - wanted.keys()), sorted(wanted.keys() - said)) == ([], [])


def test_single_words_are_worded_as_they_were_found_to_be_understood(
    pack: Pack, wanted: dict[str, Wording], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("choose_wordings.pack_sentences", lambda: wanted)  # it takes some seconds
    chosen = chosen_wordings(PACK)
    assert chosen.keys() == set(words_that_stand_alone())
    spoken = pack.wordings()
    assert {sentence: spoken[sentence] for sentence in chosen} == {one: str(said) for one, said in chosen.items()}


def test_every_clip_is_whole_and_takes_the_time_that_its_words_take(pack: Pack) -> None:
    clips = pack.clips(pack.sentences())
    assert len(clips) == pack.count
    for sentence, clip in clips.items():
        letters = sum(char.isalpha() for char in sentence)
        if len(sentence.split()) > 2:
            assert CALM_PACE_S[0] < clip.length / 1000 / letters < CALM_PACE_S[1], sentence


def level_of(pack: Pack, wanted: list[str]) -> dict[str, float]:
    """The levels of clips in LUFS; a clip begins softly."""
    clips = pack.clips(wanted)
    sounds = {one: unpacked(clips[one].opus, clips[one].length, 1.0) for one in wanted}
    assert all(np.abs(sound[:96]).max() < 8000 for sound in sounds.values())
    return {one: level_lufs(Waveform(sound.tobytes(), 48_000)) for one, sound in sounds.items()}


def test_every_number_and_phase_word_is_as_loud_as_it_should_be(pack: Pack) -> None:
    numbers = [f"{load_phrases('en').number(number).capitalize()}." for number in range(31)]
    phases = {f"{phase.say}." for name in names("exercises") for phase in load_exercise(name).phases if phase.say}
    assert phases >= {"Down.", "Up.", "Hold."}
    levels = level_of(pack, [*numbers, *sorted(phases)])
    assert not {one: level for one, level in levels.items() if abs(level - ACTIVE_LUFS) > 1.5}


def test_clips_are_level(pack: Pack) -> None:
    levels = list(level_of(pack, pack.sentences()[::29]).values())
    assert np.abs(np.median(levels) - ACTIVE_LUFS) < 0.5
    assert np.ptp(np.percentile(levels, [5, 95])) < 2.0
