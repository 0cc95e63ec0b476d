"""Sets that each have a line in which their exercise is named again: `Set 1: 10 squats` above `Set 2: 8 squats`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import without_brackets
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement
from voicecoach.authoring.rules.language.pattern import in_any_case

LEAST_SETS, MOST_BETWEEN, MOST_WORDS_OF_A_NAME = 2, 2, 6
_SET = in_any_case(
    r"(?:set|round)\s*\#?\s*(?P<number>\d{1,2})\s*[:.)–—-]+\s*(?P<count>\d{1,3})\s*(?:x\s*)?"
    r"(?P<name>[^\W\d_][^\W\d_'’-]*(?:[ '’-][^\W\d_]+){0,4}?)(?P<rest>\s*(?:[(@].*)?)"
)
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def with_named_sets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which the name of such sets stands once, above them."""
    found, at = list[Block](), 0
    while at < len(blocks):
        run = _run(blocks, at)
        if len(run) >= LEAST_SETS:
            found += _sets(found[-MOST_BETWEEN:], blocks[at : at + len(run)], run)
        else:
            found.append(blocks[at])
            run = []
        at += max(1, len(run))
    return found


def _run(blocks: Sequence[Block], at: int) -> list[re.Match[str]]:
    """The sets of one exercise from a block on, counted from one."""
    run = list[re.Match[str]]()
    for block in blocks[at:]:
        said = _SET.fullmatch(block.text.strip(" .")) if block.kind in _PLAIN else None
        is_next = said is not None and int(said["number"]) == len(run) + 1 and ends_with_movement(said["name"])
        if said is None or not is_next or (run and bare_words(said["name"]) != bare_words(run[0]["name"])):
            break
        run.append(said)
    return run


def _sets(above: Sequence[Block], blocks: Sequence[Block], run: Sequence[re.Match[str]]) -> Iterator[Block]:
    name = run[0]["name"]
    called = [_calls(one, name) for one in above]
    if not any(called[-1:]):
        title = next((one.text.strip(" :") for one, is_it in zip(above, called, strict=True) if is_it), name)
        yield replace(blocks[0], kind=BlockKind.PARAGRAPH, marker="", text=title[:1].upper() + title[1:])
    for block, said in zip(blocks, run, strict=True):
        text = f"Set {said['number']}: {said['count']} reps{said['rest']}"
        yield replace(block, kind=BlockKind.PARAGRAPH, marker="", text=text, breaks=0)


def _calls(block: Block, name: str) -> bool:
    """Whether it is the name of that exercise alone, or of one of its kind: `Back squat` above `10 squats`."""
    text = without_brackets(block.text).strip(" :")
    words = bare_words(text)
    is_name = 0 < len(words) <= MOST_WORDS_OF_A_NAME and not any(map(str.isdecimal, text))
    return is_name and set(bare_words(name)) <= set(words)
