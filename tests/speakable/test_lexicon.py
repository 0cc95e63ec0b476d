from __future__ import annotations

import pytest

from voicecoach.speakable.lexicon import NO_LEXICON, Lexicon, built_in_lexicon, pronounced
from voicecoach.speakable.spoken import spoken_form

OWN = Lexicon({"joule": "jewel", "it band": "eye tee band", "glutes": "gloots", "sy": "sigh"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A joule is a unit.", "A jewel is a unit."),
        ("Joule first, then JOULE.", "Jewel first, then Jewel."),
        ("Two joules, one joule's worth", "Two jewels, one jewel's worth"),
        ("joules-per-second", "jewels-per-second"),
        ("Roll your IT band.", "Roll your Eye tee band."),
        ("Squeeze your glutes!", "Squeeze your gloots!"),
        ("Joulean, sync, glutesy", "Joulean, sync, glutesy"),
        ("", ""),
    ],
)
def test_whole_words_are_respelled(text: str, said: str) -> None:
    assert pronounced(text, OWN) == said


def test_an_empty_lexicon_changes_nothing() -> None:
    assert pronounced("Squeeze your glutes!", NO_LEXICON) == "Squeeze your glutes!"


def test_ones_own_entries_go_first() -> None:
    both = built_in_lexicon("en").plus(Lexicon({"emom": "every minute"}))
    assert pronounced("EMOM, then HIIT.", both) == "Every minute, then Hit."
    assert built_in_lexicon("en").plus(NO_LEXICON) is built_in_lexicon("en")


def test_the_built_in_one_is_of_english_alone() -> None:
    assert built_in_lexicon("en-GB").knows("EMOMs")
    assert not built_in_lexicon("de").forms


@pytest.mark.parametrize(("word", "said"), sorted(built_in_lexicon("en").respellings.items()))
def test_built_in_respellings_are_words_that_can_be_said(word: str, said: str) -> None:
    assert word == word.lower()
    assert spoken_form(said, "en") == said
    assert said != word
