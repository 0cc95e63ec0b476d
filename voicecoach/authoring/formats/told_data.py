"""Sessions in JSON or YAML that are told in words: `title: Intervals`, `description: 4 x 800 m, 90 s rest`.

What is told there is read as a note with headings would be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.formats.json_groups import MAX_DEPTH, Group, groups_in, has_amount, name_of, text_of
from voicecoach.authoring.formats.yaml_data import loaded

_TITLES = ("title", "name", "label", "type", "run_type", "session", "focus")
_PLACES = ("week", "week_number", "day", "day_name", "weekday", "date")
_TEXTS = (
    "description",
    "details",
    "workout",
    "session",
    "task",
    "activity",
    "text",
    "content",
    "main",
    "plan",
    "notes",
)
_AMOUNT = re.compile(
    r"\b\d+(?:\.\d+)?\s?(?:[x×]\s?\d|(?:k|km|m|mi|miles?|yards?|h|hours?|min(?:ute)?s?|s|sec(?:ond)?s?|sets?|reps?)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"""(?:^|(?<=\n)|(?<=\\n)|(?<="))(?:\d{1,3}\s(?=[A-Za-z]{2})|\d{1,2}(?:-\d{1,2}){2,}\b)""")
"""A line that begins with how often: `15 air squats`, `21-15-9 of`."""
_KIND = re.compile(r"\b(?:amrap|emom|for[ _-]time|tabata|rounds (?:of|for)|as many (?:rounds|reps))\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*\n(?=(?:w/|with|or|and|at|@)\s?\b)")
"""Lines that the next goes on."""
LEAST_TOLD = 3


def told_in_data(text: str) -> list[Block] | None:
    """The blocks of what is told in JSON or YAML; `None` where few say how much, or keys say it."""
    if len(_AMOUNT.findall(text)) + len(_COUNTED.findall(text)) < LEAST_TOLD:
        return None
    value = loaded(text)
    if value is None or any(map(_has_exercises, groups_in(value))):
        return None
    blocks = list(_blocks(value, _Lines(text)))
    paragraphs = [one.text for one in blocks if one.kind is BlockKind.PARAGRAPH]
    is_counted = any(map(_KIND.search, paragraphs))
    told = [one for one in paragraphs if _AMOUNT.search(one) or (is_counted and _COUNTED.match(one))]
    return blocks if len(told) >= LEAST_TOLD else None


def _has_exercises(group: Group) -> bool:
    """Whether keys say how much of some is done, or texts that stand in a list of exercises."""
    texts = [name_of(one) for one in group.exercises if set(one) == {"name"}]
    return any(map(has_amount, group.exercises)) or any(any(map(str.isdecimal, one)) for one in texts)


def _blocks(value: Any, lines: _Lines, depth: int = 0) -> Iterator[Block]:  # noqa: ANN401 - whatever is in it
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _blocks(one, lines, depth + 1)
    elif isinstance(value, dict):
        yield from _of_object(value, lines, depth)


def _of_object(values: dict[str, Any], lines: _Lines, depth: int) -> Iterator[Block]:
    """Its title as a heading, then what it tells, then what is in it."""
    keys = {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key).lower().replace(" ", "_"): one for key, one in values.items()}
    place = ", ".join(_placed(key, keys[key]) for key in _PLACES if isinstance(keys.get(key), str | int))
    named = next((found for key in _TITLES if (found := text_of(keys.get(key)))), "")
    title = ": ".join(dict.fromkeys(filter(None, (place, named))))
    texts = (_text_in(keys.get(key)) for key in _TEXTS)
    told = [one for one in texts if one and " ".join(one.split()) != named]
    kind = text_of(keys.get("type"))
    if _KIND.search(kind) and kind != named and not any(map(_KIND.search, told)):
        told = [kind.replace("_", " "), *told]
    if title:
        yield Block(BlockKind.HEADING, title, lines.of(named or title), min(depth, 6) + 1)
    breaks = 1
    for line in (line.strip() for one in told for line in _JOINED.sub(" ", one).splitlines()):
        if line:
            yield Block(BlockKind.PARAGRAPH, line.rstrip(","), lines.of(line), breaks=breaks)
        breaks = 0 if line else 1
    for one in values.values():
        yield from _blocks(one, lines, depth)


def _text_in(value: object) -> str:
    """A text, or the lines of one that stand in a list."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n".join(value)
    return value if isinstance(value, str) else ""


def _placed(key: str, value: str | int) -> str:
    """Where it belongs, as it is said: `Day 3` for a number."""
    text = f"{value}"
    return f"{key.split('_', 1)[0].capitalize()} {text}" if text.isdecimal() else text


class _Lines:
    """The lines in which texts stand, going on through the source."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def of(self, told: str) -> int:
        """The line of the next text that begins so."""
        begin = json.dumps(told[:20])[1:-1]
        found = (self.text.find(one, self.at) for one in (told[:20], begin))
        self.at = next((at for at in found if at >= 0), self.at)
        return self.text.count("\n", 0, self.at) + 1
