from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.speech.text import LONGEST_PIECE, pieces, sanitised, speakable, unsupported_script


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Plain words.", "Plain words."),
        ("  two\n lines\x00\x07 ", "two lines"),
        ("<b>loud</b>", "b loud /b"),
        ("[[rate 400]] quick", "rate 400 quick"),
        ("zero\u200bwidth", "zero width"),
        ("lone \ud800 surrogate", "lone surrogate"),
    ],
)
def test_engines_get_neither_controls_nor_commands(text: str, said: str) -> None:
    assert sanitised(text) == said


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


def test_long_lines_are_divided_at_sentence_ends() -> None:
    sentences = [f"This is sentence {n} of a long explanation of a simple movement." for n in range(12)]
    parts = pieces(" ".join(sentences))
    assert len(parts) > 1
    assert all(len(part) <= LONGEST_PIECE and part.endswith(".") for part in parts)
    assert " ".join(parts) == " ".join(sentences)


@given(st.text(st.characters(codec="utf-8")))
def test_pieces_are_short_and_lose_nothing(text: str) -> None:
    said = sanitised(text)
    parts = pieces(said)
    assert all(len(part) <= LONGEST_PIECE for part in parts)
    assert "".join(parts).replace(" ", "") == said.replace(" ", "")
