"""What sessions say, sentence by sentence, as somebody who records them wants to know it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from voicecoach.outputs.names import ascii_stem
from voicecoach.pipeline.prepare import Prepared
from voicecoach.plan.compose import compose, telling
from voicecoach.plan.framing import Minutes
from voicecoach.speech.text import sentences
from voicecoach.timeline.model import Channel, Timeline
from voicecoach.times import minutes_up

NEAR_MINUTES = 2
"""Spoken by another voice, a session takes so many minutes more or less at most."""

RECORDING_SUFFIX = ".wav"

MOST_LETTERS = 40
_HASH_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, how many `times` it is heard, and what is heard before and after it for the first time it is.

    One that is said only where another voice or pace leaves room for it is heard no times.
    """

    text: str
    times: int
    before: str = ""
    after: str = ""


def stem_of(sentence: str) -> str:
    """The name of its recording without the suffix: its beginning, and a hash that stays whatever else is said."""
    digits = hashlib.sha256(sentence.encode()).hexdigest()[:_HASH_DIGITS]
    return f"{_beginning(ascii_stem(sentence, 'sentence'))}-{digits}"


def recording_name(sentence: str) -> str:
    """The name of its recording."""
    return stem_of(sentence) + RECORDING_SUFFIX


def heard(timelines: Iterable[Timeline], language: str) -> list[Sentence]:
    """Every distinct sentence of sessions that are heard one after the other, by when it is heard first.

    `language` is that of their phrases: it decides what is said for a sign or a number.
    """
    found: dict[str, Sentence] = {}
    for timeline in timelines:
        said = [sentence for text in _texts(timeline) for sentence in sentences(text, language)]
        for before, (text, after) in zip(["", *said], pairwise([*said, ""]), strict=False):
            known = found.get(text) or Sentence(text, 0, before, after)
            found[text] = replace(known, times=known.times + 1)
    return list(found.values())


def sayable(prepared: Prepared) -> set[str]:
    """Every sentence that a session may say, whichever wordings there is room for, in whichever voice."""
    workout, choices, phrases = prepared.workout, prepared.choices, prepared.phrases
    script = compose(workout, choices, phrases)
    minutes = minutes_up(prepared.timeline.duration)
    told = (
        telling(script, Minutes(number, number - down), workout, choices, phrases)
        for number in range(max(1, minutes - NEAR_MINUTES), minutes + NEAR_MINUTES + 1)
        for down in (0, 1)
    )
    return {sentence for one in told for text in one.texts() for sentence in sentences(text, phrases.language)}


def all_sentences(prepared: Sequence[Prepared]) -> list[Sentence]:
    """What is heard of sessions in one language, in order, and then what they may say instead."""
    said = heard((one.timeline for one in prepared), prepared[0].phrases.language) if prepared else []
    others = {text for one in prepared for text in sayable(one)} - {one.text for one in said}
    return [*said, *(Sentence(text, 0) for text in sorted(others))]


def _texts(timeline: Timeline) -> Iterable[str]:
    return (event.sound.text for event in timeline.events if event.sound.channel is Channel.VOICE)


def _beginning(stem: str) -> str:
    """As many whole words as `MOST_LETTERS` hold."""
    if len(stem) <= MOST_LETTERS:
        return stem
    return stem[: MOST_LETTERS + 1].rpartition("-")[0] or stem[:MOST_LETTERS]
