"""The voice pack that comes with the program: it says all that the built-in sessions say."""

from __future__ import annotations

import numpy as np
import pytest

from choose_wordings import words_that_stand_alone
from make_voice_pack import FOLDER, PACK, chosen_wordings, wanted_sentences
from pack_sentences import session_sentences
from voicecoach.definitions.load import load_session, names
from voicecoach.packs.pack import Pack
from voicecoach.packs.shelf import for_language
from voicecoach.packs.sound import unpacked
from voicecoach.speech.engine import Waveform
from voicecoach.speech.shape import ACTIVE_LUFS, level_lufs

MEGABYTE = 1_000_000
CALM_PACE_S = (0.03, 0.3)
"""Seconds a letter takes, at least and at most, in sentences of three words or more."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Pack.open(PACK)


def test_it_is_the_pack_of_its_language_and_no_larger_than_a_set_up_may_grow() -> None:
    found, problems = for_language("en")
    assert found is not None
    assert (found.path, problems) == (PACK, [])
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 25 * MEGABYTE


@pytest.mark.parametrize("name", names("sessions"))
def test_every_sentence_of_a_built_in_session_is_in_it(pack: Pack, name: str) -> None:
    missing = session_sentences(load_session(name)) - set(pack.sentences())
    assert not missing, f"python scripts/make_voice_pack.py speaks what is new: {sorted(missing)}"


def test_it_has_what_the_built_in_content_can_say_and_nothing_else(pack: Pack) -> None:
    said = set(pack.sentences())
    wanted = wanted_sentences()
    assert (sorted(said - wanted.keys()), sorted(wanted.keys() - said)) == ([], [])


def test_single_words_are_worded_as_they_were_found_to_be_understood(pack: Pack) -> None:
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


def test_clips_are_level(pack: Pack) -> None:
    some = pack.sentences()[::29]
    clips = pack.clips(some)
    levels = []
    for sentence in some:
        sound = unpacked(clips[sentence].opus, clips[sentence].length, 1.0)
        assert np.abs(sound[:96]).max() < 8000
        levels.append(level_lufs(Waveform(sound.tobytes(), 48_000)))
    assert np.abs(np.median(levels) - ACTIVE_LUFS) < 0.5
    assert np.ptp(np.percentile(levels, [5, 95])) < 2.0
