"""The voice pack that comes with the program: it says all that the built-in sessions say."""

from __future__ import annotations

import numpy as np
import pytest

from choose_wordings import words_that_stand_alone
from make_voice_pack import FOLDER, PACK, Wording, chosen_wordings, wanted_sentences
from voicecoach.authoring.picking.pick import pick
from voicecoach.definitions.load import load_exercise, load_phrases, names
from voicecoach.packs.pack import Pack
from voicecoach.packs.shelf import for_language
from voicecoach.packs.sound import unpacked
from voicecoach.plan.choices import Choices
from voicecoach.plan.compose import compose, telling
from voicecoach.plan.framing import Minutes
from voicecoach.plan.select import select
from voicecoach.speech.engine import Waveform
from voicecoach.speech.shape import ACTIVE_LUFS, level_lufs
from voicecoach.speech.text import sentences

MEGABYTE = 1_000_000
CALM_PACE_S = (0.03, 0.3)
"""Seconds a letter takes, at least and at most, in sentences of three words or more."""

FEWEST_SENTENCES = 60
"""For each session."""

LINES_OF_WEEKS = [f"Week {number} of six." for number in ("one", "two", "three", "four", "five", "six")]


PICKED = [
    *("90 minutes hard kettlebell", "10 minutes calves and feet with a rope", "bum and thighs", "chest and back"),
    *(
        "30 minutes legs and jumps",
        "hard run 40 minutes",
        "90 minutes running",
        "walk 5 minutes",
        "run easy 30 minutes",
    ),
    *("tabata 90 minutes", "amrap 30 minutes", "emom 20 minutes", "intervals 30 minutes easy", "60 minutes stretching"),
    *("run easy 30 minutes", "supersets 40 minutes hard"),
    *("30 minutes sets, upper body with dumbbells, hard", "20 minutes quiet cardio"),
]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Pack.open(PACK)


def test_it_is_the_pack_of_its_language_and_no_larger_than_a_set_up_may_grow() -> None:
    found, problems = for_language("en")
    assert found is not None
    assert (found.path, problems) == (PACK, [])
    assert sum(file.stat().st_size for file in FOLDER.rglob("*") if file.is_file()) < 25 * MEGABYTE


def test_it_has_the_key_cue_of_every_exercise_and_the_line_of_every_week(pack: Pack) -> None:
    keys = [load_exercise(name).cues.form[0].say for name in names("exercises")]
    known = set(pack.sentences())
    assert not {sentence for key in keys for sentence in sentences(key, "en")} - known
    assert set(LINES_OF_WEEKS) <= known


@pytest.fixture(scope="module")
def wanted() -> dict[str, Wording]:
    return wanted_sentences()


@pytest.mark.lengthy  # which goes through all choices; test_shipped_choices.py tries some of them
def test_it_has_what_the_built_in_content_can_say_and_nothing_else(pack: Pack, wanted: dict[str, Wording]) -> None:
    said = set(pack.sentences())
    missing, more = sorted(wanted.keys() - said), sorted(said - wanted.keys())
    assert (missing, more) == ([], []), f"python scripts/make_voice_pack.py brings it up to date: {missing}, {more}"
    assert len(wanted) >= FEWEST_SENTENCES * len(names("sessions"))


@pytest.mark.lengthy
@pytest.mark.parametrize("request_", PICKED)
def test_what_a_picked_session_says_belongs_to_it(wanted: dict[str, Wording], request_: str) -> None:
    for seed in range(3):
        picked, chosen, phrases = pick(request_, seed), Choices(), load_phrases("en")
        workout = select(picked.session, chosen)
        said = telling(compose(workout, chosen, phrases), Minutes(30, 30), workout, chosen, phrases).texts()
        assert not {sentence for text in said for sentence in sentences(text, "en")} - wanted.keys()


@pytest.mark.lengthy
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
