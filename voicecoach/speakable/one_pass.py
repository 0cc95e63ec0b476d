"""One pass over a text that isn't plain words: from what it looks like to what is said."""

from __future__ import annotations

from voicecoach.speakable.amounts import spoken_amounts
from voicecoach.speakable.characters import plain_characters
from voicecoach.speakable.markup import without_markup
from voicecoach.speakable.pauses import with_pauses
from voicecoach.speakable.rules import Rules
from voicecoach.speakable.words import spoken_words


def one_pass(text: str, rules: Rules | None) -> str:
    """`text` without markup and signs, with the words of `rules`, and with pauses that a voice understands."""
    text = plain_characters(without_markup(text))
    if rules:
        text = spoken_words(spoken_amounts(text, rules), rules)
    return with_pauses(text)
