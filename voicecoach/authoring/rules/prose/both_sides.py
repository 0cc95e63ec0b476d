"""The same on the left and then on the right, which is one exercise for each side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.amounts.joining import joined
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.prose.both_ways import in_both_lines, in_each_direction
from voicecoach.definitions.model import Sides

_SIDE = re.compile(
    r"\s*\b(?:(?:on|with|to|for)\s+)?(?:(?:the|your)\s+)?(?:left|right)(?:\s+(?:side|leg|arm|hand|foot))?\b\s*",
    re.IGNORECASE,
)

_BOTH = re.compile(
    r"\b(?P<amount>[\w-]+(?: (?:reps?|times|seconds|secs|minutes?|mins))?)"
    r"(?P<what>(?: [\w-]+){0,4}?),? (?:on|to|with|for) (?:(?:the|your) (?:left|right|first)|one)"
    r"(?P<side> (?!and\b|then\b)\w+)?"
    r"(?:[\s,.…]+(?:and|then|good|lovely|great|switch|now|change))*[\s,.…]+"
    r"(?P=amount),? (?:on|to|with|for) (?:the|your) (?:left|right|other|second|opposite)"
    r"(?: (?:side|leg|arm|foot|hand|one))?\b",
    re.IGNORECASE,
)
"""As much on the one side as on the other: `eight on the left and eight on the right`."""
_NUMBER = any_of(r"\d{1,3}", "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty")
_AMOUNT = rf"\b(?P<amount>{_NUMBER}(?: ?(?:reps?|s|secs?|seconds|mins?|minutes?)(?![a-z]))?)"
_LEFT, _RIGHT = r"(?<![a-z])(?:l|left|lhs)\b", r"(?<![a-z])(?:r|right|rhs)\b"
_AND = r"[\s,/&+;]*(?:and )?"
_LIMB, _SAME = r"(?P<limb> (?:side|leg|arm))?", r"(?(limb)(?P=limb))"
_AT_EACH = (
    in_any_case(rf"{_AMOUNT} ?{_LEFT}{_LIMB}{_AND}(?P=amount) ?{_RIGHT}{_SAME}"),
    in_any_case(rf"{_AMOUNT} ?{_RIGHT}{_LIMB}{_AND}(?P=amount) ?{_LEFT}{_SAME}"),
)
"""The same in short: `6 L, 6 R`."""


def in_one(text: str) -> str:
    """The text, in which as much on the left as on the right is that on each side."""
    for pattern in _AT_EACH:
        text = pattern.sub(lambda found: f"{found['amount']} each{found['limb'] or ' side'}", text)
    text = in_each_direction(text)
    return _BOTH.sub(lambda found: f"{found['amount']}{found['what']} on each{found['side'] or ' side'}", text)


def with_both_sides(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a line that says of the right what the one before says of the left is one with it."""
    found = list[Block]()
    is_in_short = not any(_OF_EACH_SET.search(block.text) for block in blocks)
    for one in blocks:
        block = replace(one, text=_in_words(one.text)) if is_in_short else one
        if found and (both := _of_both(found[-1], block)):
            found[-1] = replace(found[-1], text=both)
        else:
            found.append(block)
    return found


_OF_EACH_SET = re.compile(r"[a-z)]:?\s\d{1,3}/\d{1,3}/\d{1,3}|[a-z)]:?\s(?P<one>\d{1,2})/(?!(?P=one)\b)\d{1,2}\s*$")
"""As many for each set as are written with strokes, `10/8/8`: then `10/10` are two of them."""
_COUNTED_OFF = in_any_case(
    r"\b(?:set|week|day|round|part|step|page|phase|level|pain|rated|score|workout|exercise|block|circuit)\s*:?\s*$"
)
"""What `3/3` behind one of these is the last of so many."""
_IN_SHORT = in_any_case(
    r"(?P<head>\W*[^\W\d_][^.;]*?(?:,\s|:\s|\s-\s|(?<![\d.,])\s))"
    r"(?P<count>[1-9]|1\d|20)\s?(?P<sign>[/+])\s?(?P=count)(?:\s*x\s*(?P<sets>[1-9]))?(?P<tail>\s*(?:(?:[(;]|,\s[a-z]).*)?)"
)
"""As much on the one side as on the other, by numbers alone: `Windmill 16 kg, 5/5`, `Get-up 1+1`."""


def _in_words(text: str) -> str:
    said = _IN_SHORT.fullmatch(text) if "/" in text or "+" in text else None
    if not said or _COUNTED_OFF.search(said["head"]):
        return text
    sets = f"{said['sets']} x " if said["sets"] else ""
    return f"{said['head']}{sets}{said['count']} each side{said['tail']}"


def _of_both(before: Block, block: Block) -> str:
    """What two lines that differ by their sides alone say of each side, `""` if they don't."""
    if before.kind is block.kind and (each := in_both_lines(before.text, block.text)):
        return each
    one, other = _ONE_SIDE.fullmatch(before.text.strip()), _ONE_SIDE.fullmatch(block.text.strip())
    if not one or not other or before.kind is not block.kind or one["side"].lower() == other["side"].lower():
        return ""
    names = [f"{found['before']}{found['behind']}".lower() for found in (one, other)]
    return f"{one['before'].rstrip(' -–:,')}, each side{one['behind']}" if names[0] == names[1] else ""


_ONE_SIDE = in_any_case(
    r"(?P<before>[^\W\d_][^().:;]{2,50}?)\s*[-–(]\s*(?:on )?(?:the |your )?"
    r"(?P<side>left|right)(?: (?:side|leg|arm|foot))?\)?"
    r"(?P<behind>(?:\s*[:–x-]?\s*\d[^.]{0,30})?)"
)
"""A name with one side behind it: `Side crunch (left)`, `Lunges - right leg: 10`."""


def on_each_side(exercises: Sequence[Said]) -> Iterator[Said]:
    """The exercises; the same on the left and then on the right is one for each side."""
    left: Said | None = None
    for said in exercises:
        bare = _SIDE.sub(" ", said.name.text).strip()
        if left and _SIDE.search(said.name.text) and _is_same(left, said, bare):
            facts = replace(
                joined(left.facts, replace(said.facts, reps=None, seconds=None), said.text), sides=Sides.EACH
            )
            yield replace(left, name=replace(left.name, text=_SIDE.sub(" ", left.name.text).strip()), facts=facts)
            left = None
            continue
        if left:
            yield left
        left = said
    if left:
        yield left


def _is_same(left: Said, right: Said, bare: str) -> bool:
    """Whether two exercises differ by their sides alone."""
    is_alike = (left.facts.reps, left.facts.seconds) == (right.facts.reps, right.facts.seconds)
    is_other = _SIDE.search(left.name.text) and left.name.text != right.name.text
    return bool(is_alike and is_other and _SIDE.sub(" ", left.name.text).strip().lower() in {bare.lower(), ""})
