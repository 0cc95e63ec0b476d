"""Amounts that each have a line of their own behind the word for them: `Sets 4` above `Reps 8` above `Rest 30 s`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case

LEAST_KEYS = 2
_KEYED = in_any_case(
    r"(?P<key>sets?|reps?|repetitions?|rest|recovery|time|duration|hold|tempo|load|weight|distance)\s+"
    r"(?P<value>(?:up to |about |approx\.? )?\d[^.!?;:]{0,28}|(?:to )?failure|max(?:imum)?|amrap|none|as needed)\.?"
)
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_colons(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where two such lines or more follow each other, each has a colon behind its word.

    One of them alone may be a title, as `Sets 1-3` is above what is done in these.
    """
    found = _timed(blocks)
    blocks = list(found)
    keys = [_key(one) for one in blocks]
    for run in _runs(keys):
        for at in run:
            found[at] = replace(blocks[at], kind=BlockKind.PARAGRAPH, text=_with_colon(blocks[at].text))
    return found


def _key(block: Block) -> str:
    """The word before an amount that is all of a line, empty for any other line."""
    match = _KEYED.fullmatch(block.text.strip()) if block.kind in _PLAIN else None
    return match["key"].lower() if match else ""


def _runs(keys: Sequence[str]) -> list[range]:
    """Where keyed lines follow each other, each with a word of its own."""
    runs, start = list[range](), 0
    for at in range(1, len(keys) + 1):
        if at == len(keys) or not keys[at] or not keys[start] or keys[at] in keys[start:at]:
            if keys[start] and at - start >= LEAST_KEYS:
                runs.append(range(start, at))
            start = at
    return runs


def _with_colon(text: str) -> str:
    match = _KEYED.fullmatch(text.strip())
    return f"{match['key'].capitalize()}: {match['value']}" if match else text


_WORK = in_any_case(r"\W*(?P<key>(?:work|on|active|exercise)(?: (?:time|period|interval))?)\s*[:=]\s*\d{1,3}\W*")
_REST = in_any_case(r"\W*(?P<key>(?:rest|off|recovery|break)(?: (?:time|period|interval))?)\s*[:=]\s*\d{1,3}\W*")


def _timed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where one says how long the work is and one how long the rest, numbers alone are seconds."""
    are_both = all(any(key.fullmatch(one.text) for one in blocks) for key in (_WORK, _REST))
    return [
        replace(one, text=f"{one.text.rstrip(' ,;')} seconds")
        if are_both and (_WORK.fullmatch(one.text) or _REST.fullmatch(one.text))
        else one
        for one in blocks
    ]
