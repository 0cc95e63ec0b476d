"""Whatever is chosen for a built-in session, the voice pack that comes with the program says all that is said."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest

from make_voice_pack import PACK
from pack_sentences import items_of
from voicecoach.cache.store import Cache
from voicecoach.definitions.load import load_session, names
from voicecoach.definitions.model import Level, Variation
from voicecoach.definitions.notation.tempos import parse_tempo
from voicecoach.definitions.notation.written_amounts import parse_hold, parse_reps
from voicecoach.definitions.session import Intro, Item, Session
from voicecoach.errors import ChoiceError
from voicecoach.mix.tones import ToneSet
from voicecoach.packs.pack import Pack
from voicecoach.pipeline.prepare import Loaded, load, prepare
from voicecoach.pipeline.sounds import Sounds, Voices
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.progression import weeks_of
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.text import sentences
from voicecoach.timeline.model import Channel
from voicecoach.times import Ms

WEEKS = (1, 3, 6)
MOST_PAIRS = 20
SAMPLED = 5
"""Where there is little time, every fifth choice is tried, which is each week by turns."""

LONGEST_MS = 3 * 3_600_000
"""Lengths of more are not in it."""
FEWEST_SENTENCES = 60
LINES_OF_WEEKS = [f"Week {number} of six." for number in ("one", "two", "three", "four", "five", "six")]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Pack.open(PACK)


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
        **{f"{sets} sets": Choices(sets=sets, unlimited=True) for sets in (() if each_set else (1, 5, 8))},
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


def said_in(loaded: Loaded, choices: Choices, sounds: Sounds) -> set[str]:
    """What is said in a session; nothing if nothing is left of it without a thing, or if it is too long."""
    try:
        timeline = prepare(replace(loaded, choices=choices), sounds).timeline
    except ChoiceError:
        if choices.without or choices.minutes:
            return set()
        raise
    said = {event.sound.text for event in timeline.events if event.sound.channel is Channel.VOICE}
    assert said
    return said if timeline.duration <= LONGEST_MS else set()


@pytest.mark.parametrize("every", [SAMPLED, pytest.param(1, marks=pytest.mark.lengthy)])
@pytest.mark.parametrize("name", names("sessions"))
def test_what_is_said_in_a_built_in_session_is_in_it_whatever_is_chosen(
    pack: Pack, sounds: Sounds, name: str, every: int
) -> None:
    known, first_said, loaded = set(pack.sentences()), dict[str, str](), load(name, Choices())
    for what, choices in itertools.islice(choices_of(name).items(), 0, None, every):
        first_said = dict.fromkeys(sorted(said_in(loaded, choices, sounds)), what) | first_said
    heard = {sentence: what for text, what in first_said.items() for sentence in sentences(text, "en")}
    assert not {sentence: what for sentence, what in heard.items() if sentence not in known}
    assert len(heard) >= FEWEST_SENTENCES


def test_the_lines_of_the_first_session_are_heard(sounds: Sounds) -> None:
    loaded = load("glutes-for-runners", Choices())
    heard = [text for week in range(1, 7) for text in said_in(loaded, Choices(week=week), sounds)]
    assert set(LINES_OF_WEEKS) <= {sentence for text in heard for sentence in sentences(text, "en")}
    assert {"Drive up from your glutes.", "Push off your front foot."} <= set(heard)
