"""The rules of a language: the words for what isn't written in words, from its data file.

`languages/en.json` has those of English. Every key of it is a field of `Rules`, which says what stands there; a
language without a file has no words of its own, and its texts are only cleaned.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

LANGUAGES = Path(__file__).parent / "languages"
Forms = tuple[str, str]
"""The word for one and the word for several."""
Fraction = tuple[str, str, str]
Match = re.Match[str]


@dataclass(frozen=True, eq=False, repr=False)
class Rules:
    """How one language says what is written in signs, digits and abbreviations.

    Tables are by what is written, in lower case unless said otherwise; `Forms` are for one and for several.
    """

    vowels: str
    """Letters without which a word can't be pronounced."""

    templates: Mapping[str, str]
    """Ranges, sets, parts and the like, with `{0}` and `{1}` for the numbers."""

    units: Mapping[str, Forms]
    """Units by each way to write them; those of one letter as they are written."""

    glued_units: Mapping[str, Forms]
    """Units that are words or signs of their own unless they are glued to a number."""

    carried: frozenset[str]
    """Units of lengths, weights and shares: before them `3x` says how often, not how many sets."""

    per: Mapping[str, str]
    """What an amount can be for (`/side`), with its word."""

    fractions: Mapping[str, Fraction]
    """Fractions alone, after a whole number, and of one unit, `{0}`."""

    own_article: Mapping[str, str]
    """Units that as one of them aren't said as the template `one` has it."""

    decades: Mapping[str, str]
    """`90s` of `1990s` and `'90s`; those with a century or an apostrophe go first."""

    times_of_day: frozenset[str]
    """Words behind a time by which it is one of the day: `7:30 am`."""

    ordinals: Mapping[str, str]
    signs_before: Mapping[str, str]
    """Signs in front of a number."""

    signs_between: Mapping[str, str]
    abbreviations: Mapping[str, str]
    """Abbreviations with their dot, which never ends a sentence."""

    closing_abbreviations: Mapping[str, str]
    """Abbreviations whose dot may also end the sentence."""

    before_numbers: Mapping[str, str]
    """Abbreviations that are one only before a number; in lower case, with a capital where one was, or as they are."""

    slashed: Mapping[str, str]
    """Words with a slash that means something else than `or`."""

    words: Mapping[str, str]
    """Abbreviations without a dot, whole words."""

    tempo: frozenset[str]
    """Words after which four digits are four numbers."""

    counted: frozenset[str]
    """Words after which `2/3` is `2 of 3`."""

    roman_after: frozenset[str]
    """Words after which Roman digits are digits."""

    articles: frozenset[str]
    """Words after which a length names what follows: `a 30 second hold`."""

    ordering: frozenset[str]
    """Words that may stand between an article and the fraction that names what follows: `the first 1/2 mile`."""

    like_articles: frozenset[str]
    """Words that are none, and after which it does as well."""

    not_named_by_a_length: frozenset[str]
    """Words that a length in front of them doesn't name: `the 30 seconds of rest`."""

    sides: Mapping[str, str]
    """Letters for sides, in capitals."""

    sided: frozenset[str]
    """What has a side: before these words such a letter is one."""

    shouted: frozenset[str]
    """Short words that are no acronyms when they stand in capitals; one that is both is a word in a shouted text."""

    acronyms: frozenset[str]
    """What voices say right in capitals; never taken for shouting, never doubted."""

    without_vowels: frozenset[str]
    """Words without vowels that voices say right."""

    @cached_property
    def spelled_units(self) -> Mapping[str, Forms]:
        """Units of one word by that word, for one and for several."""
        return {form: forms for forms in self.units.values() for form in forms if " " not in form}

    @cached_property
    def abbreviated(self) -> frozenset[str]:
        """The words by which a text may have an abbreviation in it."""
        dotted = (*self.abbreviations, *self.closing_abbreviations)
        return frozenset((*self.words, *(word.rstrip(".") for word in dotted if "." not in word[:-1])))


def as_written(word: str, written: str) -> str:
    """`word` with a capital where one was written, which then begins a sentence."""
    return word[:1].upper() + word[1:] if written[:1].isupper() and written[1:].islower() else word


@cache
def rules_of(language: str) -> Rules | None:
    """The rules of a language (`en`, `en-GB`), or None where there are none."""
    path = LANGUAGES / f"{base_of(language)}.json"
    if not path.is_file():
        return None
    raw = json.loads(path.read_text(encoding="utf-8"))
    fields: dict[str, Any] = {name: _READERS.get(name, _as_is)(value) for name, value in raw.items()}
    return Rules(**fields)


def base_of(language: str) -> str:
    """The language without its country: `en` of `en-GB`."""
    return language.lower().replace("_", "-").partition("-")[0]


def _units(raw: Mapping[str, list[str]]) -> Mapping[str, Forms]:
    return {one: (forms[0], forms[1]) for written, forms in raw.items() for one in written.split()}


def _fractions(raw: Mapping[str, list[str]]) -> Mapping[str, Fraction]:
    return {written: (said[0], said[1], said[2]) for written, said in raw.items()}


def _as_is(raw: object) -> object:
    return frozenset(raw) if isinstance(raw, list) else raw


_READERS: Mapping[str, Callable[[Any], object]] = {"units": _units, "glued_units": _units, "fractions": _fractions}
