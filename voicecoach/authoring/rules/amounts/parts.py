"""A line's parts: what it says of amounts, and what is left of it as a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from voicecoach.authoring.rules.amount_forms.forms import GROUPS, WITHOUT_DIGITS, Claim, Form
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.spelled import Spelled, spelled
from voicecoach.late_patterns import late

MOST_CHARACTERS = 4000
"""What is longer is no line that somebody wrote, and is not looked through."""
_TAKEN = "\0"
_BRACKETS = re.compile(r"\s*\([^()]*\)")
BREAK = "\1"
"""Stands in the rest of a line where a part was."""


_CAPITALS = late(r"(?:[A-Z][\w'’-]*\s+){1,4}")


@dataclass(frozen=True)
class Part:
    """What a form found: `found` by name, what its form says, and where it stands in the line in one spelling."""

    form: Form
    found: tuple[tuple[str, str], ...]
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Parts:
    """A line in its parts, in order.

    `rest` is what no part says, as written, with a `BREAK` for each part; `asides` is what is kept as notes.
    """

    line: Spelled
    parts: tuple[Part, ...]
    rest: str
    asides: tuple[str, ...]


@lru_cache(maxsize=4096)
def parts_of(text: str) -> Parts:
    """The parts of a line; earlier forms of the table go first."""
    line = spelled(text[:MOST_CHARACTERS])
    free, found = line.text, list[Part]()
    has_digits = any(map(str.isdecimal, free))
    for group in GROUPS if has_digits else WITHOUT_DIGITS:
        for form in group.forms if group.may_be_in(free) else ():
            found_here = form.found(free, has_digits=has_digits)
            parts = [_part(form, one) for one in found_here if _is_part(one) and not _is_of_title(line, one)]
            for part in parts:
                free = free[: part.start] + _TAKEN * (part.end - part.start) + free[part.end :]
            found += parts
    found.sort(key=lambda part: part.start)
    asides = tuple(line.original(one.start, one.end).strip() for one in found if one.form.claim is Claim.ASIDE)
    return Parts(
        line, tuple(one for one in found if one.form.claim in {Claim.SAYS, Claim.BOTH}), _rest(line, found), asides
    )


def choice_in(text: str) -> tuple[str, str]:
    """The first of what a line leaves the choice of, and the other, or `""`: `40 hops / 30 s`, `Squats (or 9 dips)`."""
    is_open = "/" in text or "or" in text
    is_far = is_open and any(map(str.isdecimal, text))
    found = (is_open and _CHOICE.fullmatch(text)) or (is_far and _CHOICE_OF_WAYS.fullmatch(text))
    if found:
        return found["one"], found["other"]
    return _chosen_in(text) if is_open else (text, "")


_ON_WHAT = r"(?:run|row|ski|bike|ride|swim|jog|walk|(?:row|bike|ski)[ -]?erg|(?:echo|air|assault|c2) bike)"
_FAR = r"\d[\d,.]*\s?(?:k?m|met(?:re|er)s?|miles?|mi|cals?|calories)?"
_CHOICE_OF_WAYS = in_any_case(
    rf"\s*(?P<one>{_FAR}\s*{_ON_WHAT}|{_ON_WHAT}\s+{_FAR})\s*(?:/|\bor\b)\s*"
    rf"(?P<other>(?:{_FAR}\s*{_ON_WHAT}|{_ON_WHAT}\s+{_FAR})\b[^/\d]*)",
)
"""Two ways to cover a distance: `400 m run / 500 m row`."""
_CHOICE = in_any_case(
    r"(?P<one>\s*\d{1,3}\s+(?!k?m\b|cals?\b|s\b|sec|min)[^\W\d_][^/\d]*?)\s+(?:/|or)\s+"
    r"(?P<other>\d+(?:[.:-]\d+)?\s?(?:s|secs?|seconds?|mins?|minutes?|k?m|met(?:re|er)s|cals?)\b[^/\d]*)",
)


def _is_of_title(line: Spelled, match: re.Match[str]) -> bool:
    """Whether a number is the last word of a title, in capitals as those before it: `Fearsome Four`."""
    if "bare" not in match.groupdict() or match.end() != len(line.text.rstrip()):
        return False
    before, word = line.original(0, match.start()), line.original(match.start(), match.end())
    return word[:1].isupper() and bool(_CAPITALS.fullmatch(before))


def without_brackets(text: str) -> str:
    """A text without what stands in brackets."""
    return _BRACKETS.sub("", text)


def _is_part(found: re.Match[str]) -> bool:
    """Whether it says anything, and is no end of a number: `5 weeks` of `2.5 weeks`."""
    text, at = found.string, found.start()
    is_within = text[at : at + 1].isdecimal() and text[max(at - 1, 0)] == "." and text[max(at - 2, 0)].isdecimal()
    return bool(found[0].strip()) and not is_within


def _part(form: Form, match: re.Match[str]) -> Part:
    named = tuple((re.sub(r"__\d$", "", name), value) for name, value in match.groupdict().items() if value)
    return Part(form, named, match.start(), match.end(), match[0])


def _rest(line: Spelled, found: list[Part]) -> str:
    pieces, at = list[str](), 0
    for part in found:
        if part.form.claim not in {Claim.NAME, Claim.BOTH}:
            pieces += [line.original(at, part.start), BREAK]
            at = part.end
    return "".join([*pieces, line.original(at, len(line.text))])


_OR = in_any_case(r",?\s+or\s+")
_IN_SETS = in_any_case(r"\d\s*[x×]\s*\d|\d\s+sets?\b")
_BESIDE = late(r"\s*\((?:or|alternatively),?\s+(?P<other>[^()]*\d[^()]*)\)", re.IGNORECASE)
_COUNTED = late(r"(?P<one>\W*\d[^,;:()]*?),?\s+or\s+(?P<other>\d[^,;:()]*)", re.IGNORECASE)
"""Two exercises that each have a number before them: `20 burpees or 30 jumping jacks`."""
_OF_BOTH = in_any_case(r"\b(?:each|both|for|sets|rounds|times|then|and)\b")
MOST_CHARACTERS_OF_A_CHOICE = 300


def _chosen_in(text: str) -> tuple[str, str]:
    """The first of two exercises with their amounts that a line leaves the choice of, and the other, `""` if none."""
    if (found := _BESIDE.search(text)) and has_movement(found["other"]):
        return text[: found.start()] + text[found.end() :], found["other"]
    for found in _OR.finditer(text[:MOST_CHARACTERS_OF_A_CHOICE]):
        one, other = text[: found.start()], text[found.end() :]
        if ";" not in one and _IN_SETS.search(one) and _IN_SETS.search(other):
            return one, other
    found = _COUNTED.fullmatch(text[:MOST_CHARACTERS_OF_A_CHOICE])
    if found and has_movement(found["one"]) and has_movement(found["other"]) and not _OF_BOTH.search(found["other"]):
        return found["one"], found["other"]
    return text, ""
