"""Words that aren't written as they are said: abbreviations, slashes, signs between words, shouting, Roman digits."""

from __future__ import annotations

import re
from functools import partial

from voicecoach.speakable.rules import Match, Rules, as_written

_ROMAN = {"I": 1, "V": 5, "X": 10}
_SHOUTED_SHARE = 0.6
"""When so much of a text's words is in capitals, all of it is shouted."""
_SURELY_A_WORD = 4
"""Letters. Acronyms that are longer are mostly said as words, so nothing is lost in lower case."""


def spoken_words(text: str, rules: Rules) -> str:
    """`text` with the words of `rules` for what stands beside its letters."""
    text = re.sub(r"(?<![\w./])[bw]/(?![A-Za-z]+/)(?:[oc]\b)? ?", partial(_with, rules), text, flags=re.IGNORECASE)
    text = re.sub(r"(?<![\w/])([A-Za-z]+)/([A-Za-z]+)\b(?!/)", partial(_slashed, rules), text)
    text = re.sub(r"(?<=[\w%)]) ?/ ?([A-Za-z]+)", partial(_per, rules), text)
    text = re.sub(r" / (?=\d)", ", ", text)
    text = re.sub(r" ?/ ?", rules.templates["or"], text)
    text = re.sub(r"(?<![\w.])(?:[A-Za-z]+\.)+(?!\w)", partial(_abbreviation, rules), text)
    text = re.sub(r"(?<![\w'.-])[A-Za-z]+(?![\w'])", partial(_word, rules), text)
    text = re.sub(r"\b([LR])\b(?= ([a-z]+))|\(([LR])\)", partial(_side, rules), text)
    text = re.sub(r"\b([A-Za-z]+) ([IVX]+)\b(?=(.?))", partial(_roman, rules), text)
    text = re.sub(r"#(?=\w)", "", text)
    text = re.sub(r" ?([&+@=≈×÷]) ?(?=(\S?))", partial(_sign, rules), text)
    return _calm(text, rules)


def _with(rules: Rules, match: Match) -> str:
    written = match[0].strip().lower()
    if written == "w/":
        return rules.templates["with"]
    return f"{rules.slashed[written]} " if written in rules.slashed else match[0]


def _slashed(rules: Rules, match: Match) -> str:
    return rules.slashed.get(match[0].lower(), match[0])


def _per(rules: Rules, match: Match) -> str:
    """`10 reps/side`, `minutes/km`; what nothing can be per is an `or`."""
    word = rules.per.get(match[1].lower())
    before = re.search(r"(\w+)\W*$", match.string[max(0, match.start() - 30) : match.start()])
    if word is None or (before and before[1].lower() in rules.per and before[1].lower() == word):
        return match[0]
    return f"{rules.templates['per']}{word}"


def _abbreviation(rules: Rules, match: Match) -> str:
    written = match[0].lower()
    after = match.string[match.end() : match.end() + 2]
    word = rules.abbreviations.get(written)
    if word:
        return as_written(word, match[0]) + ("" if after.strip() else ".")
    word = rules.closing_abbreviations.get(written)
    if word:
        ends = not after.strip() or (after[:1] == " " and after[1:].isupper())
        return as_written(word, match[0]) + ("." if ends else "")
    return match[0]


def _word(rules: Rules, match: Match) -> str:
    word = rules.words.get(match[0].lower())
    return as_written(word, match[0]) if word else match[0]


def _side(rules: Rules, match: Match) -> str:
    if match[3]:
        return f"({rules.sides[match[3]]})"
    return rules.sides[match[1]] if match[2] in rules.sided else match[0]


def _roman(rules: Rules, match: Match) -> str:
    """`Phase II`; a single letter only where it ends what is said, since `I` is a word and `X` stands for anything."""
    word, digits, after = match.group(1, 2, 3)
    single = len(digits) == 1 and (digits == "X" or after not in {"", ".", ":", ",", ")"})
    if word.lower() not in rules.roman_after or single:
        return match[0]
    value = _value(digits)
    return f"{word} {value}" if value else match[0]


def _value(digits: str) -> int | None:
    """What Roman digits stand for, or None for a row of them that stands for nothing."""
    if re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", digits) is None:
        return None
    values = [_ROMAN[digit] for digit in digits]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _sign(rules: Rules, match: Match) -> str:
    before, after = match.string[: match.start()], match[2]
    if not after or not before.strip():
        return " "
    word = rules.signs_between.get(match[1])
    return f" {word} " if word else match[0]


def _calm(text: str, rules: Rules) -> str:
    """`text` without shouting: words in capitals that are no acronyms in lower case."""
    loud = re.findall(r"\b[A-Z]{2,}\b", text)
    if not loud:
        return text
    words = re.findall(r"\b[^\W\d_]{2,}\b", text)
    all_of_it = len(loud) >= _SHOUTED_SHARE * len(words) and len(words) > 1
    calm = partial(_calmed, rules, all_of_it=all_of_it)
    return re.sub(r"\b[A-Z]{2,}(?:'[A-Z]+)?\b(?!')", calm, text)


def _calmed(rules: Rules, match: Match, *, all_of_it: bool) -> str:
    word = match[0].lower()
    if not _is_shouted(word, rules, all_of_it=all_of_it):
        return match[0]
    before = match.string[: match.start()].rstrip(" \"'(")
    return word.capitalize() if not before or before[-1] in ".!?:" else word


def _is_shouted(word: str, rules: Rules, *, all_of_it: bool) -> bool:
    if word in rules.shouted:
        return all_of_it or word not in rules.acronyms
    if word in rules.acronyms or not any(letter in rules.vowels for letter in word):
        return False
    return all_of_it or len(word) >= _SURELY_A_WORD
