"""Sets that each have a line below what was planned of them: `Target: 3 x 8` above `Set 1: 60 kg x 8`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

LEAST_SETS = 2
_LABEL = any_of("target|goal|aim|plan(?:ned)?|prescribed|prescription|programmed|scheduled")
_PLANNED = in_any_case(
    rf"(?P<label>\W*{_LABEL}(?: sets?| sets and reps)?\W*[:–-]\W*)?(?P<above>.*?)"
    r"(?<![\d.])(?P<sets>\d{1,2})\s*(?:sets?\s*)?(?:[x×]|of)\s*"
    r"(?P<each>\d{1,3}(?:\s*[-–]\s*\d{1,3})?)(?![\d.]|\s*(?:kg|lb|%))(?P<behind>.*)"
)
"""How many sets are to be done, and how much in each, behind a label or a name."""
_SET = in_any_case(r"\W*(?:(?:working |work )?set)\s*\#?(?P<number>\d{1,2})\b\W*[:.)–—-]\W*(?P<done>\S.*)")
_WEIGHT = in_any_case(r"(?<![\w.])(?P<weight>\d{1,3}(?:[.,]\d{1,2})?)\s*(?P<unit>kgs?|kilos?|lbs?|pounds?)\b")
_DONE = in_any_case(r"\W*(?:actual(?:ly)?|done|completed|performed|logged?|results?)(?: sets?)?\W*[:–-](?P<told>.*)")
"""What was done, behind its label or below that."""
_ONE_DONE = in_any_case(r"\W*(?:set\s*\d{1,2}\W+)?(?:\d[\d.,\s x×@*/-]*|kgs?|lbs?|reps?|for|at|with|rpe|[()~+])+")
"""A set that was done, below such a label."""
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING})


def with_planned_sets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; as many sets as were planned, in lines of their own below that, are the same ones and not more.

    What is planned says how often, since what was done may be less; the weights are in the sets alone.
    """
    if not any(_is_set(one) or _DONE.fullmatch(one.text) for one in blocks):
        return list(blocks)
    return list(_planned(list(_without_done(blocks))))


def _without_done(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without what was done of what is planned right above it."""
    is_done = False
    for before, block in zip([None, *blocks], blocks, strict=False):
        said = _DONE.fullmatch(block.text) if block.kind in _PLAIN else None
        plan = _PLANNED.fullmatch(before.text) if before and said else None
        is_done = bool(plan and plan["label"]) or (is_done and not said and bool(_ONE_DONE.fullmatch(block.text)))
        if not is_done:
            yield block


def _planned(blocks: Sequence[Block]) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        plan = _PLANNED.fullmatch(blocks[at].text) if _is_plan(blocks, at) else None
        run = _run(blocks, at + 1) if plan else []
        if plan and len(run) >= LEAST_SETS and (plan["label"] or len(run) == int(plan["sets"])):
            yield replace(blocks[at], text=_with_weights(plan, run))
            at += 1 + len(run)
        else:
            yield blocks[at]
            at += 1


def _is_set(block: Block) -> bool:
    return block.kind in _PLAIN and "set" in block.text[:20].lower() and bool(_SET.fullmatch(block.text))


def _is_plan(blocks: Sequence[Block], at: int) -> bool:
    """Whether it may say what is planned of one exercise: it, or what stands above, calls one."""
    block = blocks[at]
    return block.kind in _PLAIN and any(map(str.isdecimal, block.text)) and not _is_set(block)


def _run(blocks: Sequence[Block], at: int) -> list[str]:
    """What is said of each of the sets from a block on, counted from one."""
    run = list[str]()
    for block in blocks[at:]:
        said = _SET.fullmatch(block.text) if block.kind in _PLAIN else None
        if not said or int(said["number"]) != len(run) + 1 or has_movement(said["done"]):
            break
        run.append(said["done"])
    return run


def _with_weights(plan: re.Match[str], run: Sequence[str]) -> str:
    """What is planned, without its label, and with the weight of each set where it says none itself."""
    text = plan[0].removeprefix(plan["label"] or "")
    found = [f"{one['weight']} {one['unit']}" for done in run if (one := _WEIGHT.search(done))]
    if len(found) != len(run) or _WEIGHT.search(text):
        return text
    return f"{text} @ {found[0]}" if len(set(found)) == 1 else f"{text} ({', '.join(dict.fromkeys(found))})"
