"""What a voice may say wrong: words that no rule, no table and no lexicon knows, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from voicecoach.speakable.characters import is_dropped_sign
from voicecoach.speakable.lexicon import Lexicon
from voicecoach.speakable.markup import without_links
from voicecoach.speakable.rules import Rules, rules_of
from voicecoach.speakable.spoken import spoken_form

RESPELL = "Write it as it is said, or put it into your lexicon."
_WORD = r"[^\W_]+(?:'[^\W_]+)*"
_CAPITALS = r"[A-Z]{2,}s?"
_GLUED = r"(?=.*\d)(?=.*[A-Za-z])(?!\d+(?:st|nd|rd|th)$)(?![A-Z]\d{1,2}$)[A-Za-z\d]+"
"""Digits and letters in one word, but for ordinals and labels (`A1`, `L4`)."""


def doubts(text: str, language: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """What a voice may say wrong in `text`, each as a problem in words and what to do about it.

    `lexicon` is all that engines are told of pronunciation. Nothing is doubted in a language without rules but links
    and signs that are left out.
    """
    if without_links(text) != text:
        yield f"the link or address in {text!r} isn't said.", "Say in words where it is to be found."
    for sign in dict.fromkeys(filter(is_dropped_sign, text)):
        yield f"the sign {sign!r} isn't said.", "Write it in words, if it is to be heard."
    rules = rules_of(language)
    if rules:
        words = re.findall(_WORD, spoken_form(text, language))
        yield from filter(None, map(partial(_word_doubt, rules, lexicon), dict.fromkeys(words)))


def _word_doubt(rules: Rules, lexicon: Lexicon, word: str) -> tuple[str, str] | None:
    low = word.lower()
    if not word.isascii() or lexicon.knows(word) or low in rules.without_vowels or low in rules.acronyms:
        return None
    if re.fullmatch(_CAPITALS, word):
        if low.removesuffix("s") in rules.acronyms or set("IVX").issuperset(word):
            return None
        return f"{word!r} may be said as a word or letter by letter, and neither may be meant.", RESPELL
    if re.fullmatch(_GLUED, word):
        return f"{word!r} has digits and letters that belong to no amount.", RESPELL
    if word.isalpha() and len(word) > 1 and not any(letter in rules.vowels for letter in low):
        return f"{word!r} has no vowel, so it may be said letter by letter.", RESPELL
    return None
