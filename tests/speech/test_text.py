from __future__ import annotations

import pytest

from voicecoach.speech.text import speakable, unsupported_script


@pytest.mark.parametrize("text", ["one", "3", "Ünder", "…and up", "да"])
def test_letters_and_digits_can_be_said(text: str) -> None:
    assert speakable(text)


@pytest.mark.parametrize("text", ["", " ", "💪", "💪🔥", "...", "—", "?!"])
def test_emoji_and_punctuation_alone_cannot(text: str) -> None:
    assert not speakable(text)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Café, naïve, Straße", "en", None),
        ("привет", "en", "the Cyrillic letters 'привет'"),
        ("hold 日", "en-us", "the Cjk letters '日'"),
        ("привет", "ru", None),
        ("squat", "ru", None),
        ("γειά", "el", None),
        ("💪 1, 2, 3!", "en", None),
        ("வணக்கம்", "ta", None),
    ],
)
def test_letters_that_a_voice_cannot_say_are_named(text: str, language: str, found: str | None) -> None:
    assert unsupported_script(text, language) == found
