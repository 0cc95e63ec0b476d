"""Text as it is said: what a voice would read out wrongly, or shouldn't read out at all, put into words or left out."""

from __future__ import annotations

import re
from functools import lru_cache

from voicecoach.speakable.rules import Rules, rules_of

_MOST_PASSES = 6
"""What comes out of one pass may be read by another; two are usual."""

_WORD = r"(?:[A-Z]?[a-z]+|A|I(?=[ ']))(?:['-][a-z]+)*"
_PLAIN = rf"{_WORD}(?:[,.!?;:]? {_WORD})*[.!?]?"


@lru_cache(8192)
def spoken_form(text: str, language: str) -> str:
    """`text` as a voice of `language` should get it: words and punctuation, one line, single spaces.

    Emoji, signs, markup and links are gone. Where the language has rules, amounts and abbreviations are words.
    The spoken form of a spoken form is itself; of a text with nothing to say it is empty.
    """
    rules = rules_of(language)
    if _is_plain(text, rules):
        return text
    from voicecoach.speakable.one_pass import one_pass  # most sessions are plain words

    for _ in range(_MOST_PASSES):
        before, text = text, one_pass(text, rules)
        if text == before:
            break
    return text


def _is_plain(text: str, rules: Rules | None) -> bool:
    """Whether nothing in it is for any rule: words alone, as almost all lines are."""
    if re.fullmatch(_PLAIN, text) is None:
        return False
    return rules is None or rules.abbreviated.isdisjoint(re.findall("[a-z]+", text.lower()))
