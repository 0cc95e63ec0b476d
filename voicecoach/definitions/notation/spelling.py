"""One spelling for the many ways of writing the same: signs, words for numbers, fractions, abbreviations.

What comes out is in small letters with single spaces; numbers are in digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("×✕✖⨯*хХ", "x"),
        **dict.fromkeys("\u2010\u2011\u2012–—―−", "-"),
        **dict.fromkeys("‘’ʼ′`´", "'"),
        **dict.fromkeys("“”„″", '"'),
        **dict.fromkeys("→⇒➔➜⟶", "->"),
        **dict.fromkeys("\u200b\u2060\ufeff\u00ad"),  # zero-width spaces and soft hyphens
    }
)
_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: number for number, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
A_NUMBER_IN_WORDS = "\\b(?:(?:{tens})(?:[ -](?:{ones})\\b)?|(?:{ones}|{teens}))\\b".format(
    **{name: some.replace(" ", "|") for name, some in (("ones", _ONES), ("teens", _TEENS), ("tens", _TENS))}
)
_MEASURES = r"(?:sec|secs|seconds?|mins?|minutes?|hrs?|hours?|h|km|kilomet(?:re|er)s?)\b"
"""What a fraction is written before."""


def _number_word(match: re.Match[str]) -> str:
    return str(sum(NUMBER_WORDS[word] for word in re.split("[ -]", match[0].lower())))


def _sign_of_fraction(match: re.Match[str]) -> str:
    return f"{int(match[1] or 0) + unicodedata.numeric(match[2]):.9g}"


def _fraction(match: re.Match[str]) -> str:
    whole, part, parts = int(match[1] or 0), int(match[2]), int(match[3])
    return f"{whole + part / parts:.9g} " if part < parts else match[0]


_SPELLINGS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"''", '"'),
        (r"\bw/(?!o\b)", "with "),
        (r"(?<=[^\W\d_])\.", ""),  # sec. min. reps.
        (r"\.(?= |$)", ";"),  # a full stop between two statements
        (rf"((?>{A_NUMBER_IN_WORDS}))-({A_NUMBER_IN_WORDS})", r"\1 to \2"),  # ten-fifteen, but not twenty-five
        (r"(?<=[^\W\d_])-(?=[^\W\d_])", " "),  # twenty-five, to-failure
        (r"(?<=\d)-(?=max|amrap)", ", "),  # 10-8-6-max
        (r"(?<=\d)-(?=[a-wyz])", " "),  # 30-second, 1-and-a-half; but 3-1-X-0
        (A_NUMBER_IN_WORDS, _number_word),
        (r"\bonce\b", "1 times"),
        (r"\btwice\b", "2 times"),
        (r"\bthrice\b", "3 times"),
        (r"(\d{0,3}) ?([¼½¾⅓⅔])", _sign_of_fraction),
        (rf"(?<![\d/.,])(?:(\d{{1,3}}) )?(\d)/([2-9]) ?(?={_MEASURES})", _fraction),
        (r"\b(\d{1,3}) and a half\b", r"\1.5"),
        (rf"\bhalf (?:an? )?(?={_MEASURES})", "0.5 "),
        (rf"\ban? (?={_MEASURES})", "1 "),
        (rf"\b(\d{{1,3}}) ({_MEASURES}) and a half\b", r"\1.5 \2"),
        (r"\bper cent\b", "percent"),
    )
)


def in_digits(text: str) -> str:
    """`text` with digits for its numbers in words: `30 seconds` for `thirty seconds`, `25` for `twenty-five`."""
    return re.sub(A_NUMBER_IN_WORDS, _number_word, text, flags=re.IGNORECASE)


def plain(text: str) -> str:
    """`text` in one spelling: `3×Ten  Reps.` as `3x10 reps`, `2½ min` as `2.5 min`."""
    text = " ".join(text.translate(_SIGNS).lower().split()).rstrip(" .,;")
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    return " ".join(text.split())
