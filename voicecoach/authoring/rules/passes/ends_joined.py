"""What one begins and ends with in two sentences before a session, `Start with a jog. Finish with a walk`.

They are told in one, as what every session begins and ends with, so that the end isn't done before all else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, MINUTES, WARM_UP
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_NUMBER = any_of(r"\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?", "three|four|five|six|seven|eight|ten|fifteen|twenty")
_WHAT = (
    rf"(?:with|by doing)\s+(?P<what>(?:an?\s+)?(?:(?:brisk|easy|gentle|light|slow|short)\s+)?{_NUMBER}[\s-]?{MINUTES}\b"
    r"[^.;,]*?)"
    rf"(?:\s+(?:to (?:{WARM_UP}|{COOL_DOWN}|finish)|as (?:an? |your )?(?:{WARM_UP}|{COOL_DOWN})|at the (?:end|start)))?"
    r"\W*"
)
_BEFORE = r"\W*(?:(?:you (?:should|can|will)|you'll|we|and|then|also|please|finally|try to) )*"
_SESSION = r"(?:sessions?|runs?|workouts?|ones?|times?|walks?|rides?)"
_OF_EVERY = rf"(?:each|every|all)(?: of (?:the|these|your))?(?: (?!other\b)\w+){{0,2}} {_SESSION}"
_EVERY = in_any_case(
    rf"(?:\W*{_OF_EVERY} (?:should |will )?(?:start|begin)s?|{_BEFORE}always (?:start|begin|warm up)"
    rf"|{_BEFORE}(?:always )?(?:start|begin|warm up)(?: for)? {_OF_EVERY}) {_WHAT}"
)
_ONE = in_any_case(rf"{_BEFORE}(?:start|begin|warm(?:ing)? up)(?: (?:the|your|this) {_SESSION})? {_WHAT}")
_ENDS = in_any_case(
    rf"{_BEFORE}(?:always )?(?:finish|end|cool(?:ing)? down)(?: off| up)?(?: (?:the|your|each|every) {_SESSION})?"
    rf" {_WHAT}"
)
_COUNTED = in_any_case(rf"\b{_NUMBER}[\s-]?(?:{MINUTES}|s(?:ec\w*)?|x|km?|m|miles?|reps|times|rounds)\b")


def with_ends_joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with two such sentences of a paragraph in one."""
    found, is_begun = list[Block](), False
    for at, block in enumerate(blocks):
        joined = _joined(block, is_first=not is_begun) if block.kind is BlockKind.PARAGRAPH else ""
        is_used = bool(joined) and any(_COUNTED.search(one.text) for one in blocks[at + 1 :])
        found.append(replace(block, text=joined) if is_used else block)
        is_begun = is_begun or (not is_used and at > 0 and bool(_COUNTED.search(block.text)))
    return found


def _joined(block: Block, *, is_first: bool) -> str:
    """A paragraph with both in one sentence, empty where it has other amounts beside them or not both."""
    sentences = sentences_in(block.text)
    counted = [one for one in sentences if _COUNTED.search(one)]
    if len(counted) != len(("begin", "end")):
        return ""
    begin = _EVERY.fullmatch(counted[0]) or (_ONE.fullmatch(counted[0]) if is_first else None)
    end = _ENDS.fullmatch(counted[1])
    if not begin or not end:
        return ""
    both = f"Start every session with {begin['what'].strip()}, and finish with {end['what'].strip()}."
    return " ".join(both if one is counted[0] else one for one in sentences if one is not counted[1])
