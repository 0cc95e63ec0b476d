"""Rests behind sets on lines of their own: `100 kg x 5, rest 2 min` above `105 kg x 5, rest 2 min`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from re import Match

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

LEAST_SETS = 2
"""So many lines are sets of one exercise, and none alone."""
_TIME = r"\d+(?:[.:]\d+)?(?:\s*(?:-|–|to)\s*\d+(?:[.:]\d+)?)?\s*(?:s|secs?|seconds?|m|mins?|minutes?|'|\")?"
_OF_SETS = any_of(
    r"[\d.,x×*@%\#/+()\s-]|kgs?\b|kilos?\b|lbs?\b|pounds?\b|reps?\b|repetitions?\b|rpe\b|for\b|of\b|at\b|with\b|bar\b"
    r"|each\b|side\b|bw\b|body ?weight\b|warm-?up\b"
)
_SET = in_any_case(
    rf"(?=.*(?:\d\s*(?:kg|kilo|lb|pound|reps?\b|repetitions?\b)|\bset\s*\d)|(?:[2-9]\d|\d{{3}})(?:[.,]5)?\s*[x×*]\s*\d{{1,2}}\b)(?:set\s*(?P<number>\d{{1,2}})\s*[:.)–—-]?\s*)?"
    rf"(?P<set>(?=\d|bar\b|bw\b|body){_OF_SETS}+?)"
    rf"(?:[\s,;.(@|–—-]+(?:then\s+)?(?:rest(?:ing)?(?:\s+for)?\s*[:=–-]?\s*(?P<rest>{_TIME})|(?P<behind>{_TIME})\s*rest)"
    r"(?:\s+(?:after|between sets))?\)?\.?)?"
)


_ONE_TIME = in_any_case(r"(?P<number>\d+(?:\.\d+)?)\s*(?:(?P<minutes>m|mins?|minutes?|')|s|secs?|seconds?|\")")


def with_set_rests(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the rest that is written behind each of several sets stands on a line below them."""
    is_said = any("rest" in one.text.lower() for one in blocks)
    return list(_apart(blocks)) if is_said else list(blocks)


def _apart(blocks: Sequence[Block]) -> Iterator[Block]:
    said = [(block, _set_in(block)) for block in blocks]
    for is_set, run in groupby(said, key=lambda one: one[1] is not None):
        sets = list(run)
        rests = [(found["rest"] or found["behind"] or "").strip() for _, found in sets if found]
        rest = _of_all(rests) if is_set and len(sets) >= LEAST_SETS else ""
        if not rest:
            yield from (block for block, _ in sets)
            continue
        yield from (replace(block, text=_without_rest(found)) for block, found in sets if found)
        yield replace(sets[-1][0], text=f"Rest {rest}", marker="", breaks=0)


def _of_all(rests: Sequence[str]) -> str:
    """The rest behind sets, of which the last may say none: one for all, or from the shortest to the longest."""
    if not all(rests[:-1]) or len(set(rests[:-1])) == 1:
        return rests[0] if len(set(rests[:-1])) == 1 else ""
    seconds = [_seconds(one) for one in rests if one]
    return f"{min(seconds):g}-{max(seconds):g} s" if all(seconds) else ""


def _seconds(rest: str) -> float:
    found = _ONE_TIME.fullmatch(rest)
    return float(found["number"]) * (60 if found["minutes"] else 1) if found else 0


def _set_in(block: Block) -> Match[str] | None:
    text = block.text.strip()
    return _SET.fullmatch(text) if any(map(str.isdecimal, text)) else None


def _without_rest(found: Match[str]) -> str:
    label = f"Set {found['number']}: " if found["number"] else ""
    return label + found["set"].strip(" ,;@|-–(")
