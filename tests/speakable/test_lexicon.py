from __future__ import annotations

import pytest

from voicecoach.speakable.lexicon import NO_LEXICON, Lexicon, built_in_lexicon, pronounced
from voicecoach.speakable.spoken import spoken_form

BUILT_IN = built_in_lexicon("en")
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Your SI joint and ROM.", "Your S-I joint and R-O-M."),
        ("Two SIs, an ACL's tear", "Two S-Is, an A-C-L's tear"),
        ("ROM-based", "R-O-M-based"),
        ("Hey sis. Si, claro: a rom-com.", "Hey sis. Si, claro: a rom-com."),
        ("HEY SIS", "HEY SIS"),
    ],
)
def test_what_is_said_letter_by_letter_is_so_in_capitals(text: str, said: str) -> None:
    assert pronounced(text, BUILT_IN) == said


def test_an_acronym_is_known_in_capitals() -> None:
    assert BUILT_IN.knows("ACL")
    assert BUILT_IN.knows("ACLs")
    assert not BUILT_IN.knows("sis")


def test_several_words_said_letter_by_letter_are_found_in_any_case() -> None:
    assert pronounced("Your It band", Lexicon({"it band": "I-T-B"})) == "Your I-T-B"


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
