"""The same in one direction and then in the other, which is one exercise: `10 circles forwards, then 10 backwards`."""

from __future__ import annotations

import re
from itertools import pairwise

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_WAY = any_of(
    "forwards?|backwards?|back|front|inwards?|outwards?|clockwise|(?:anti|counter)[- ]?clockwise",
    r"(?:around )?to (?:the|your) (?:left|right|front|back)",
    r"(?:in )?(?:one|the (?:other|opposite|reverse|second)) (?:direction|way)",
    "in the other|in reverse|the other way(?: round| around)?",
)
_NUMBER = any_of(r"\d{1,3}", "three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty")
_UNIT = any_of("times|reps|repetitions|seconds|secs?|s")
_ROUND = any_of("rolls?|circles?|rotations?|turns?|swings?|reps|twists?")
_TURN = in_any_case(
    rf"(?P<first>{_WAY}),? (?:for )?(?P<number>{_NUMBER})(?P<unit> ?{_UNIT})?(?![\w-])",
    rf"(?P<count>{_NUMBER})(?P<of> ?{_UNIT}| {_ROUND})? (?P<way>{_WAY})(?P<noun> {_ROUND})?(?![\w-])",
)
"""How often or how long, and in which direction."""
_LIMB = r"(?: (?:side|leg|arm|hand|foot|hip|knee|shoulder|ankle|wrist))?"
_ANY_WAY = any_of(
    _WAY, rf"(?:(?:on|to|with) )?(?:(?:the|your) )?(?:left|right){_LIMB}", "up(?:wards?)?|down(?:wards?)?"
)
_LONG = any_of("times|reps|repetitions|seconds|secs?|s|min(?:ute)?s?|[x×]")
_LINE = in_any_case(
    rf"(?P<first>{_ANY_WAY})\s*[:,–—-]?\s*(?:for |[x×]\s?|hold (?:for )?)?(?P<number>{_NUMBER})(?P<unit> ?{_LONG})?\W*",
    rf"(?P<count>{_NUMBER})(?P<of> ?{_LONG}| {_ROUND})? (?P<way>{_ANY_WAY})(?P<noun> {_ROUND})?\W*",
)
"""A line with nothing but how often or how long in one direction, or on one side."""
MOST_CHARACTERS = 40
_ON_A_SIDE = in_any_case(r"\b(?:left|right)\b")
_BETWEEN = in_any_case(
    r"[\s,.;]*(?:(?:and|then|now|next|reverse|switch|change|repeat|do|go|roll|circle|rotate|turn|swing|complete|make|perform"
    r"|directions?|shoulders?|arms?|head|neck|ankles?|wrists?|hips?|your|the|them|it|another)\b[\s,.;]*){0,7}"
)
_OTHER_SIDE = in_any_case(
    rf"\b(?P<amount>{_NUMBER}(?: {_UNIT})?) (?:on|with|to) (?:the|your) (?:left|right|first)"
    r"(?: (?P<limb>side|leg|arm|foot))?"
    r"[\s,.;]*(?:and |then |and then |now )*(?:repeat(?: it| this)?|do the same|the same|switch|as many)\b"
    r"(?: (?:on|with|to))? (?:the|your) (?:left|right|other|opposite|second)(?: (?:side|leg|arm|foot|one))?\b"
)
"""As many on the other side, by other words: `ten on the left and then repeat on the right`."""


def in_each_direction(text: str) -> str:
    """The text, in which as much one way as the other is that in each direction, or on each side."""
    text = _OTHER_SIDE.sub(lambda found: f"{found['amount']} on each {found['limb'] or 'side'}", text)
    turns = list(_TURN.finditer(text)) if re.search(r"ward|wise|direction|\bway\b|\bto (?:the|your)\b", text) else []
    for one, other in pairwise(turns):
        if (
            _amount(one) == _amount(other)
            and _is_other(one, other)
            and _BETWEEN.fullmatch(text[one.end() : other.start()])
        ):
            return f"{text[: one.start()]}{_each(one)}{text[other.end() :]}"
    return text


def in_both_lines(before: str, text: str) -> str:
    """What two lines say of each direction that say as much one way as the other, `""` if they don't."""
    if max(len(before), len(text)) > MOST_CHARACTERS:
        return ""
    one, other = _LINE.fullmatch(before.strip()), _LINE.fullmatch(text.strip())
    if not (one and other and _amount(one) == _amount(other) and _is_other(one, other)):
        return ""
    sides = _ON_A_SIDE.search(before), _ON_A_SIDE.search(text)
    each = _each(one)
    return each.replace("in each direction", "on each side") if all(sides) else "" if any(sides) else each


def _amount(turn: re.Match[str]) -> str:
    return (turn["number"] or turn["count"]).lower()


def _is_other(one: re.Match[str], other: re.Match[str]) -> bool:
    return (one["first"] or one["way"]).lower() != (other["first"] or other["way"]).lower()


def _each(turn: re.Match[str]) -> str:
    """One of two turns as both of them: `10 times in each direction`."""
    unit = turn["unit"] or (turn["of"] if _TIMED.fullmatch((turn["of"] or "").strip()) else None)
    unit = " times" if not unit or unit.strip() in _SIGNS else unit
    return f"{'for ' if turn['first'] else ''}{_amount(turn)}{unit} in each direction"


_SIGNS = frozenset("xX×")
_TIMED = in_any_case(_LONG)
