"""Lengths of a swim or on a track, which are written without their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.passes.track import RUN, on_track
from voicecoach.late_patterns import late

_SWUM = in_any_case(
    r"\bswim",
    r"\b(?:pool|freestyle|(?:front )?crawl|backstroke|breaststroke|butterfly|pull ?buoy)\b",
    r"\bkick w",
)
_YARDS = in_any_case(r"\b(?:yds?|yards?|yardage)\b")
_MEASURE = any_of(
    "m|k|km|s|secs?|seconds?|min|mins|minutes?|met(?:re|er)s?|yds?|yards?|reps?|rounds?|sets?|kgs?|lbs?",
)
_LENGTH = in_any_case(
    r"^(?P<length>(?:(?:warm|cool|main|pre|build|drill|kick|pull|sprint|swim)[ -]?\w*:|(?:w/?u|c/?d|main|ms)\b)?\W*"
    r"(?:\d{1,2}\s*[x×]\s*)?\d{0,2}(?:00|50|25|75))(?=\s+[^\W\d_(]|\s*\(|\s*$|\s*@)"
    rf"(?!\s*{_MEASURE}\b)"
)
_STROKE = any_of(
    "swim|pull|kick|drill|choice|easy|free|freestyle|back|breast|fly|im|warm|cool|build|descend|fins|paddles",
    "sprint|fast|all out|warmup|cooldown|warmdown|ez|underwater|backstroke|breaststroke|butterfly|scull|catch-?up",
)
_STROKES = in_any_case(rf"\b{_STROKE}\b")
_ANOTHER = in_any_case(rf"(?<=, )(?:\d{{1,2}}\s*[x×]\s*)?\d{{0,2}}(?:00|50|25|75)(?=\s+{_STROKE}\b)")
"""A length behind another on its line: `300 free, 4 x 50 kick`."""
_SENT_OFF = in_any_case(r"(?<=\d)\s(?:m|yards)\s+(?:on|@|at)\s+(?:the\s+)?\d{0,2}:\d\d\b")
"""When the next one begins: `6 x 100 on 1:40`."""
_RESTED = late(
    r"(?<=\d)\s(?:m|yards)\s*\((?P<rest>\d?:\d\d)(?![\d:])\)?(?:\s*(?:rest|RI|SR)\b)?(?P<how>[^.;–—]*(?=[–—.;]|$))"
)
"""A rest as swimmers write it, and what is swum behind it: `4 x 100 (:20 pull`."""
_DASH = re.compile(r"^\s*[–—]\s*")
_AND_ANOTHER = in_any_case(
    r"(?<=[a-z)\d][.,])\s+(?=(?:\d{1,2}\s*[x×]\s*)?\d{0,2}(?:00|50|25|75)\b(?!\s*(?:m|y|k|s|total))(?![^()]*\)))"
)
_ESTIMATED = late(
    r"\s*\(\s*(?:[~≈]|(?:coming in|under|hold(?:ing)?|aim(?:ing)?|target|goal)\b)(?![^()]*\brest)[^()]*\d[^()]*\)",
    re.IGNORECASE,
)
"""How long a length takes, or should: `(~7:30)`, `(coming in under 1:30)`."""
_UNCALLED = late(
    r"(?<=\d)\s(?P<unit>m|yards)(?=\s+(?:with (?:fins|paddles|a )|w/ ?(?:fins|paddles)|without|underwater)\b)",
    re.IGNORECASE,
)
"""A length that nobody calls, before what is worn on it."""
_BACK = late(r"(?<=\d\sm\s)back(?=\s+(?:on|@)\s)|(?<=yards\s)back(?=\s+(?:on|@)\s)", re.IGNORECASE)
_MADE_UP = in_any_case(
    rf"\s*\((?![^()]*\brest)(?:\s*\d{{1,2}}\s*(?:[x×]\s*)?{_STROKE}\b[^():]*)\)",
    r"\s*\(\s*(?:\d{2,3}\s+(?:m\s+|yards\s+)?[a-z]+(?:\s*(?:[/,+&]|and)\s*|(?=\s*\)))){2,}\s*\)",
)
"""What a length is made up of: `100 (50 kick, 50 swim)`, `16 x 25 (3 free, 1 fly)`."""
LEAST_LINES, LOWEST = 2, 6
_SUM = in_any_case(
    r"(?<=\S)\s*\(\s*(?:total:?\s*)?\d[\d,.]*\s*(?:m|met(?:re|er)s|yds?|yards)\b[^()]*\)(?=\W*$)",
    r"(?<=[a-z\d])\s*\(\s*(?:total:?\s*)?\d,?\d{2,3}\s*\)(?=\W*$)",
    r"(?<=^main set)\W{1,3}\d,?\d{2,3}(?=\W*$)",
)
"""What a set comes to, behind its title: `Main set (1,800 yds, 27 min)`."""
_SET = in_any_case(
    r"(?P<set>(?:set|part|block)\s+(?:\d|[a-d])\b)\W*(?:(?:x\s?)?(?P<often>\d)(?:\s?x|\s?times|\s?rounds)?)?\W*"
)
"""The title of a set, with how often it is swum: `Set 1 - 5x`."""
_WHICH = in_any_case(r"(?:\#\s?)?\d{1,2}\s?[-–]\s?\d{1,2}\b(?!\s*[x×])\D*(?:\s?[-–&]\s?\d{1,2}\b(?!\s*[x×])\D*)*")
"""How some of the lengths above are swum: `1-6 easy`, `7-9 & 10-12 descend`."""


def in_metres(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; those of a swim, or of a run on a track, with `m` behind lengths such as `200 pull` and `6 x 50`.

    In a text that counts in yards they are yards. What is swum in a way that isn't said is `swim`.
    """
    if any(RUN.search(one.text) for one in blocks) and not any(_SWUM.search(one.text) for one in blocks):
        return on_track(blocks)
    if not any(_SWUM.search(one.text) for one in blocks):
        return list(blocks)
    unit = "yards" if any(_YARDS.search(one.text) for one in blocks) else "m"
    measured = [(block, _measured(block.text, unit)) for one in blocks for block in _each(one)]
    lengths = [text for _, text in measured if text and (_STROKES.search(text) or _SENT_OFF.search(text))]
    if len(lengths) < LEAST_LINES:
        return list(blocks)
    return list(
        _with_which([replace(block, text=_called(text)) if text else _title(block) for block, text in measured])
    )


def _title(block: Block) -> Block:
    """A line without a length; without what it comes to, and as a heading where it is one of several sets."""
    text = _SUM.sub("", block.text)
    found = _SET.fullmatch(text) if block.kind is BlockKind.PARAGRAPH else None
    if not found:
        return replace(block, text=text)
    often = f": {found['often']} rounds" if found["often"] else ":"
    return replace(block, text=f"{found['set']}{often}", kind=BlockKind.HEADING, level=LOWEST)


def _with_which(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; how some of a set are swum stands behind it, in brackets."""
    for at, block in enumerate(blocks):
        if at and block.kind is BlockKind.PARAGRAPH and not block.breaks and _WHICH.fullmatch(block.text):
            continue
        told = takewhile(lambda one: not one.breaks and _WHICH.fullmatch(one.text), blocks[at + 1 :])
        which = "; ".join(one.text for one in told)
        yield replace(block, text=f"{block.text} ({which})") if which else block


def _each(block: Block) -> Iterator[Block]:
    """The block; one for each set in it: `4 x 50 fast. 2 x 200 easy` are two."""
    for text in _AND_ANOTHER.split(block.text):
        yield replace(block, text=text)


def _measured(text: str, unit: str) -> str | None:
    """A line that begins with a length, with its unit; `None` for any other."""
    if not _LENGTH.match(text):
        return None
    return _ANOTHER.sub(rf"\g<0> {unit}", _LENGTH.sub(rf"\g<length> {unit}", text, count=1))


def _called(text: str) -> str:
    """A length with what is swum right behind it, and then the rest."""
    text = _BACK.sub("backstroke", _UNCALLED.sub(r" \g<unit> swim", _MADE_UP.sub("", _ESTIMATED.sub("", text))))
    if _SENT_OFF.search(text):
        return _SENT_OFF.sub(lambda found: _swum(found[0]), text, count=1)
    if found := _RESTED.search(text):
        unit = "yards" if found[0].lstrip().startswith("yards") else "m"
        how = found["how"].strip() or "swim"
        rest = f"{found['rest'][1:]} s" if found["rest"].startswith(":") else found["rest"]
        return f"{text[: found.start()]} {unit} {how}, {rest} rest{_DASH.sub('. ', text[found.end() :])}"
    return text


def _swum(text: str) -> str:
    unit, *behind = text.split()
    return f" {unit} swim {' '.join(behind)}"
