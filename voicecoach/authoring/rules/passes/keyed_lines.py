"""Amounts that each have a line of their own behind the word for them: `Sets 4` above `Reps 8` above `Rest 30 s`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case

LEAST_KEYS = 2
_KEYED = in_any_case(
    r"(?P<key>sets?|reps?|repetitions?|repeat|rest|recovery|time|duration|hold|tempo|load|weight|distance)\s+"
    r"(?P<value>(?:up to |about |approx\.? )?\d[^.!?;:]{0,28}|(?:to )?failure|max(?:imum)?|amrap|none|as needed)\.?"
)
_N = r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?"
_TIME = r"\s?(?:seconds?|secs?|s|minutes?|mins?|\"|'')"
_TOKEN = in_any_case(
    rf"(?<![\w.])(?:(?:complete|perform|do)\s+)?(?:sets?\s*[:=]?\s*(?P<sets>{_N})|(?P<of_sets>{_N})\s+sets?)(?!\s*of\b)\b",
    rf"(?<![\w.])(?:(?:repeat|reps?|repetitions?)\s*[:=]?\s*(?P<reps>{_N})(?!\d|{_TIME}\b)(?:\s?(?:times?|x|reps?)\b)?"
    rf"|(?P<of_reps>{_N})\s+(?:reps?|repetitions?)\b)",
    rf"(?<![\w.])(?:holds?(?:\s+for)?\s*[:=]?\s*(?P<hold>{_N}{_TIME}?)|(?P<of_hold>{_N}{_TIME})\s+holds?)(?![\w.])",
    rf"(?<![\w.])(?:freq(?:uency)?|perform|times\s?(?:/|a|per)\s?day)\s*[:=]?\s*(?P<often>daily|{_N}(?:\s?x|\s?times?(?:\(s\))?)?)"
    r"(?:\s?(?:/|an?|per)\s?(?:day|week)|\s?daily)?(?!\w)",
)
_EACH_SET = in_any_case(r"\bsets\s*[:=]\s*(?=\d{1,2}(?:\s*[,/]\s*\d{1,2}){2,}(?!\s*(?:x|sets|\d)))")
"""What is done in each set behind a word for all of them: `Sets: 12, 10, 8`."""
_TIMES_EACH = in_any_case(r"(?<![\w)])x(?P<first>\d{1,2})(?P<more>(?:\s*,\s*x\d{1,2}){2,})\b")
"""The same with a sign before each: `x12, x10, x8`."""
_KEY_FIRST = re.compile(r"(?:rep[a-z]*|hold)\s*[:=]?\s*\d|hold\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;|/·-]*")
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_colons(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where two such lines or more follow each other, each has a colon behind its word.

    One of them alone may be a title, as `Sets 1-3` is above what is done in these.
    """
    found = [_with_keys_told(one) if one.kind in _TEXT else one for one in _timed(blocks)]
    blocks = list(found)
    keys = [_key(one) for one in blocks]
    for run in _runs(keys):
        for at in run:
            found[at] = replace(blocks[at], kind=BlockKind.PARAGRAPH, text=_with_colon(blocks[at].text))
    return found


def _with_keys_told(block: Block) -> Block:
    """The block; amounts behind the words for them, with no more than spaces between, are told: `Repeat 10  Sets 2`."""
    block = replace(block, text=_TIMES_EACH.sub(_as_reps, _EACH_SET.sub("Reps: ", block.text)))
    run = list[re.Match[str]]()
    is_keyed = bool(_KEY_FIRST.search(block.text)) and "set" in block.text.lower()
    for one in _TOKEN.finditer(block.text) if is_keyed else ():
        is_next = run and _BETWEEN.fullmatch(block.text, run[-1].end(), one.start()) and not _said(run, one)
        run = [*run, one] if is_next else [one]
        is_whole = _kinds(run) >= {"sets", "reps"} and any(one["reps"] or one["hold"] or one["of_hold"] for one in run)
        if is_whole and _is_last(block.text, one):
            return replace(block, text=f"{block.text[: run[0].start()]}{_told(run)}{block.text[one.end() :]}")
    return block


def _as_reps(found: re.Match[str]) -> str:
    return f"{found['first']}{found['more'].replace('x', '')} reps"


def _kinds(run: Sequence[re.Match[str]]) -> set[str]:
    return {kind.removeprefix("of_") for one in run for kind, said in one.groupdict().items() if said}


def _said(run: Sequence[re.Match[str]], one: re.Match[str]) -> bool:
    return not _kinds([one]).isdisjoint(_kinds(run))


def _is_last(text: str, one: re.Match[str]) -> bool:
    """Whether no other amount with its word stands right behind."""
    behind = _TOKEN.search(text, one.end())
    return behind is None or not _BETWEEN.fullmatch(text, one.end(), behind.start())


def _told(run: Sequence[re.Match[str]]) -> str:
    said = {kind.removeprefix("of_"): value for one in run for kind, value in one.groupdict().items() if value}
    hold = said.get("hold", "")
    timed = f"hold {hold}{'' if not hold[-1:].isdecimal() else ' seconds'}"
    return ", ".join([f"{said['sets']} sets", f"{said['reps']} reps", *([timed] if hold else [])])


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
