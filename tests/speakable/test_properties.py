"""What holds for any text."""

from __future__ import annotations

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from voicecoach.speakable.sentences import LONGEST_PIECE, sentences
from voicecoach.speakable.spoken import spoken_form

NEVER_SAID = {"So", "Sk", "Cf", "Cc", "Cs", "Co", "Cn"}
PARTS = (
    *("3x8", "10kg", "8-10", "1:30", "½", "1/2", "2.5", "1,000", "3-1-1-0", "30", "1st", "#2", "No.", "set 2/3", "5+"),
    *("→", "—", "–", "-", "...", "…", "!", "?!", ",", ".", ";", ":", '"', "'", "(", ")", "[", "]", "×", "*", "**", "_"),
    *("s", "m", "x", "min.", "°", "%", "/", "/side", "+", "&", "@", "w/", "L/R", "approx.", "e.g.", "etc.", "vs"),
    *("STOP", "GO", "DB", "RPE 8", "Phase II", "X", "Squat", "the", "a", "<b>", "&amp;", "http://a.b/c", "x@y.de"),
    *(" ", "  ", "\n", ":)", "💪🏽", "1️⃣", "🇩🇪", "é", "日"),
)
parts = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=3)), max_size=12)
texts = st.one_of(st.text(), parts.map("".join), parts.map(" ".join))
languages = st.sampled_from(["en", "xx"])


@given(texts, languages)
def test_a_spoken_form_is_its_own(text: str, language: str) -> None:
    said = spoken_form(text, language)
    assert spoken_form(said, language) == said


@given(texts, languages)
def test_no_emoji_sign_or_control_is_left(text: str, language: str) -> None:
    said = spoken_form(text, language)
    assert not {unicodedata.category(char) for char in said} & NEVER_SAID
    assert not any("\ufe00" <= char <= "\ufe0f" for char in said)
    assert not set("<>[]{}|*_`~") & set(said)


@given(texts, languages)
def test_it_is_one_line_with_single_spaces(text: str, language: str) -> None:
    said = spoken_form(text, language)
    assert " ".join(said.split()) == said


@given(st.lists(st.sampled_from(["Lift your heel", "Breathe out", "Stay tall", "Rest"]), min_size=1), st.data())
def test_sentence_ends_are_kept(words: list[str], data: st.DataObject) -> None:
    marks = [data.draw(st.sampled_from([".", "!", "?", "!!!", "...", " 🔥.", "?!"])) for _ in words]
    said = spoken_form(" ".join(map(str.__add__, words, marks)), "en")
    assert [sentence[:-1] for sentence in sentences(said)] == words
    ends = {"!!!": "!", "...": ".", " 🔥.": ".", "?!": "?"}
    assert [sentence[-1] for sentence in sentences(said)] == [ends.get(mark, mark) for mark in marks]


@given(texts)
def test_sentences_are_the_text(text: str) -> None:
    said = spoken_form(text, "en")
    found = sentences(said)
    assert all(0 < len(one) <= LONGEST_PIECE for one in found)
    if all(len(word) <= LONGEST_PIECE for word in said.split()):
        assert " ".join(found) == said


@given(texts)
def test_it_is_not_much_longer_than_what_was_written(text: str) -> None:
    assert len(spoken_form(text, "en")) <= 24 * len(text)


def test_its_time_goes_with_the_length() -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        spoken_form(text, "en")
        return time.process_time() - began

    slow = [part for part in (*PARTS, "a@", "1/", "a.", "- ", "((", "AB ") if seconds(part * (20_000 // len(part))) > 2]
    assert slow == []


def test_a_session_of_plain_lines_takes_no_time() -> None:
    lines = [f"Number {'a' * (n % 7 + 1)}{'b' * (n // 7)}, slowly down, then up again." for n in range(300)]
    spoken_form("Warm.", "en")
    began = time.process_time()
    assert [spoken_form(line, "en") for line in lines] == lines
    assert time.process_time() - began < 0.05
