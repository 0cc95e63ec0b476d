from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.speakable.sentences import LONGEST_PIECE, pieces, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One sentence.", ["One sentence."]),
        ("Three sets. Eight to ten reps.", ["Three sets.", "Eight to ten reps."]),
        ("Ready? Go! And up", ["Ready?", "Go!", "And up"]),
        ("Hold for 2.5 seconds. Then rest.", ["Hold for 2.5 seconds.", "Then rest."]),
        ("Exercise 1. Squats.", ["Exercise 1.", "Squats."]),
        ("3. 2. 1. Go!", ["3.", "2.", "1.", "Go!"]),
        ('He said "Stop." Then rest.', ['He said "Stop."', "Then rest."]),
        ("Rest (if you like.) Then go.", ["Rest (if you like.)", "Then go."]),
        ("Hello, Dr. Jones. Sit down.", ["Hello, Dr. Jones.", "Sit down."]),
        ("Hello, J. Smith. Go.", ["Hello, J. Smith.", "Go."]),
        ("Up. down. Rest.", ["Up. down.", "Rest."]),
        ("Runter. Über den Fuß.", ["Runter.", "Über den Fuß."]),
        ("", []),
    ],
)
def test_a_line_is_its_sentences(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


def test_a_sentence_that_is_too_long_is_divided() -> None:
    text = "Breathe in. " + ", ".join(f"and then you do number {n}" for n in range(40)) + "."
    parts = sentences(text)
    assert parts[0] == "Breathe in."
    assert len(parts) > 2
    assert all(len(part) <= LONGEST_PIECE for part in parts)
    assert " ".join(parts) == text


def test_long_lines_are_divided_at_sentence_ends() -> None:
    lines = [f"This is sentence {n} of a long explanation of a simple movement." for n in range(12)]
    parts = pieces(" ".join(lines))
    assert len(parts) > 1
    assert all(len(part) <= LONGEST_PIECE and part.endswith(".") for part in parts)
    assert " ".join(parts) == " ".join(lines)


@given(st.text(st.characters(codec="utf-8")))
def test_pieces_are_short_and_lose_nothing(text: str) -> None:
    line = " ".join(text.split())
    parts = pieces(line)
    assert all(len(part) <= LONGEST_PIECE for part in parts)
    assert "".join(parts).replace(" ", "") == line.replace(" ", "")
