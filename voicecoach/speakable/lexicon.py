"""A pronunciation lexicon: words that engines say wrong, each with a spelling that they say right.

It is applied right before an engine speaks. Ready-made clips are looked up by the text without it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from voicecoach.speakable.rules import LANGUAGES, base_of

_WORD = r"[^\W_]+(?:['-][^\W_]+)*"
_LETTERS = r"[A-Z](?:-[A-Z])+"


@dataclass(frozen=True)
class Lexicon:
    """Respellings by word in lower case. A word may be several (`it band`), and stands for its plural as well.

    One that is said letter by letter (`S-I`) is an acronym: it stands for itself and its plural in capitals (`SIs`).
    """

    respellings: Mapping[str, str]

    def plus(self, other: Lexicon) -> Lexicon:
        """Both, the entries of `other` before one's own."""
        return Lexicon({**self.respellings, **other.respellings}) if other.respellings else self

    def knows(self, word: str) -> bool:
        """Whether there is an entry for `word` as it is written, or for what it is the plural of."""
        return _found(self.forms, word) is not None

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Respellings by each form of a word: as it is, with `s`, with `'s`; an acronym in capitals but for those."""
        words = {_as_found(word, said): said for word, said in self.respellings.items()}
        plurals = {
            f"{word}{ending}": f"{said}{ending}"
            for word, said in words.items()
            if word[-1].isalpha() and word[-1] not in "sS"
            for ending in ("s", "'s")
        }
        return {**plurals, **words}

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The forms of several words, the longest first."""
        return tuple(sorted((form for form in self.forms if re.fullmatch(_WORD, form) is None), key=len, reverse=True))


NO_LEXICON = Lexicon({})


@cache
def built_in_lexicon(language: str) -> Lexicon:
    """What is known to be said wrong in a language."""
    path = LANGUAGES / f"{base_of(language)}-lexicon.json"
    return Lexicon(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else NO_LEXICON


def pronounced(text: str, lexicon: Lexicon) -> str:
    """`text` with the words of `lexicon` respelled: whole words, in any case, with a capital where one was."""
    forms = lexicon.forms
    if not forms:
        return text
    if lexicon.phrases:
        either = "|".join(map(re.escape, lexicon.phrases))
        text = re.sub(
            rf"(?<!\w)(?:{either})(?!\w)",
            lambda match: _cased(forms[match[0].lower()], match[0]),
            text,
            flags=re.IGNORECASE,
        )
    if forms.keys().isdisjoint(re.findall(r"[^\W_]+(?:'s)?", f"{text} {text.lower()}")) and "-" not in text:
        return text
    return re.sub(_WORD, lambda match: _respelled(match[0], forms), text)


def _respelled(word: str, forms: Mapping[str, str]) -> str:
    if (whole := _found(forms, word)) is not None:
        return _cased(whole, word)
    if "-" not in word:
        return word
    return "-".join(_cased(_found(forms, part) or part, part) for part in word.split("-"))


def _as_found(word: str, said: str) -> str:
    is_acronym = re.fullmatch(_LETTERS, said) and re.fullmatch(_WORD, word)
    return word.upper() if is_acronym else word


def _found(forms: Mapping[str, str], word: str) -> str | None:
    return forms.get(word.lower(), forms.get(word))


def _cased(said: str, written: str) -> str:
    return said[:1].upper() + said[1:] if written[:1].isupper() else said
