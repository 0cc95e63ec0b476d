"""What is done once before rounds of something else, on one line: `10 min bike, then 2 rounds of 5 squats, 5 dips`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.late_patterns import late

_OFTEN = r"(?:[2-9]|1\d|two|three|four|five|six)"
_ROUNDS = any_of(
    rf"{_OFTEN}\s+(?:rounds?|rds|circuits|times\s+through)(?:\s+of\b|\s*:)\s*:?\s*[^:;]*?[,+&]|{_OFTEN}\s*[x×]\s*\([^()]*,",
    rf"\d{{1,3}}\s+[^\d,;:()]{{3,40}},[^;:()]*\s[x×]\s?{_OFTEN}\s+rounds?\b",
    rf"(?:repeat|do|complete)\s+{_OFTEN}\s+rounds?(?:\s+of\b|\s*:)\s*:?\s*[^:;]*?[,+&]",
)
_THEN = any_of(r"[,;.]?\s+(?:and\s+)?then", r"[,;]?\s+followed\s+by", r"[,;]?\s+(?:and\s+)?finally")
_JOINED = in_any_case(rf"(?P<once>[^()]*?[^\W_][\s)]*?)(?P<join>{_THEN}|\s*[,;+])[\s:]+(?P<rounds>(?:{_ROUNDS}).*)")
_WORD = late(r"round|rds|circuit|times through|[x×] ?\(", re.IGNORECASE)
_OF = late(r"(?<=rounds) of\s*:", re.IGNORECASE)
_COUNTED = in_any_case(
    r"\b\d{1,3}(?:\s*[-–]\s*\d{1,3})?\s+(?:reps\s+)?(?!(?:min|s|sec|m|km|k|met|mile|x|rounds?|sets?|times)\b)[a-z]{3}"
)
"""What is counted in them, and not only timed, as in the repeats of a run."""
_IN_ONE = in_any_case(r"\bfor time\b|\b(?:buy[ -]?in|cash[ -]?out)\b|\bamrap\b")
"""What is one piece of work, whatever its parts."""
_OF_ALL = in_any_case(r"\d\s*rounds?(?: of)?\s*:?\s*$")
_GOES_ON = in_any_case(r",? then \d|,\s*\d[\d.,]*\s?(?:km|m|mi(?:le)?s?)\s[a-z]+\W*$")
"""What comes behind the rounds, which are left as they are then."""
_LONG_S, _FAR_M = 60, 200
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def with_once_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; what comes before such rounds is a line of its own."""
    above = ""
    for block in blocks:
        is_within, above = bool(_IN_ONE.search(above) or _OF_ALL.search(above)), block.text
        if block.kind in _LINES and not is_within and (found := once_then_rounds(block.text)):
            once, rounds = found
            yield replace(block, text=once)
            yield replace(block, text=rounds, breaks=0, kind=BlockKind.PARAGRAPH)
        else:
            yield block


def once_then_rounds(text: str) -> tuple[str, str] | None:
    """What a line says is done once, and the rounds behind it; `None` for any other line."""
    found = _JOINED.fullmatch(text) if _WORD.search(text) and not _IN_ONE.search(text) else None
    if not found or _GOES_ON.search(found["rounds"]) or not _COUNTED.search(found["rounds"].partition(" ")[2]):
        return None
    is_apart = _is_once(found["once"], is_then=bool(found["join"].strip(" ,;+")))
    return (found["once"].strip(), _OF.sub(":", found["rounds"], count=1)) if is_apart else None


def _is_once(text: str, *, is_then: bool) -> bool:
    """Whether it is something with its amount; without a word that says what comes behind it, something long."""
    facts = facts_of(parts_of(text.rpartition(": ")[2]))
    is_long = bool((facts.seconds and facts.seconds[0] >= _LONG_S) or (facts.distance_m and facts.distance_m >= _FAR_M))
    is_one = facts.has_amount and has_movement(text) and not facts.rounds
    return is_one and (is_then or (is_long and "," not in text))
