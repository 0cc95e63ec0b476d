"""Sessions in YAML, as apps and people keep them: exercises with keys for their amounts, in days and weeks or not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

from voicecoach.authoring.formats.csv_columns import head_of
from voicecoach.authoring.formats.json_groups import groups_in, has_amount
from voicecoach.authoring.formats.json_rounds import shared_of
from voicecoach.authoring.formats.keyed_values import AMOUNTS

_KEYED = re.compile(
    r"(?:^[ \t]+(?:-[ \t]+)?|^-[ \t]+|[{,][ \t]*)[\"']?(?P<key>[A-Za-z][\w ]{0,30})[\"']?:[ \t]+\S", re.MULTILINE
)
"""A key further in than the first, in a list, or in braces."""
_FENCED = re.compile(r"(?:[^\n]*\n){0,8}?```ya?ml[ \t]*\n(?P<code>.*?\n)```[^\n]*\s*\Z", re.DOTALL)
_ABOVE = re.compile(r"(?:[ \t]*\S[^\n]*\n){1,4}[ \t]*\n")
"""A paragraph above the data, such as where it is from."""
_OBJECTS = re.compile(r"^[ \t]*(?:-[ \t]+|[{\[,][ \t]*)*(?:[\"']?[A-Za-z]\w*[\"']?:(?:[ \t]|$)|\"\w+\":)", re.MULTILINE)
_TIMED = re.compile(r"^(?:work|exercise)\w*:[ \t]*\d", re.MULTILINE | re.IGNORECASE)
_LISTED = re.compile(r"^exercises:[ \t]*(?:\[|\n[ \t]*-[ \t])", re.MULTILINE | re.IGNORECASE)
"""A list of exercises and, beside it, how long each goes on."""
LEAST_AMOUNTS = 2
MAX_CHARACTERS = 200_000
_EVENTS = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=1)
def values_of(text: str) -> Any | None:  # noqa: ANN401 - whatever is in it
    """The data in a text, as it would be in JSON; `None` if it is no YAML that has exercises with amounts."""
    if len(text) > MAX_CHARACTERS or not _has_keys(text):
        return None
    return next(
        (found for one in _candidates(text) if (found := _loaded(one)) is not None and _tells_how_much(found)), None
    )


def loaded(text: str) -> Any | None:  # noqa: ANN401
    """What is in a text of JSON or YAML with lists of objects, whatever that is; `None` if it is no such text."""
    if len(text) > MAX_CHARACTERS or not _OBJECTS.search(text):
        return None
    return next((found for one in _candidates(text) if (found := _loaded(one)) is not None), None)


def _tells_how_much(values: Any) -> bool:  # noqa: ANN401
    """Whether there are exercises in it, and amounts of some."""
    groups = groups_in(values)
    return any(has_amount(one) for group in groups for one in group.exercises) or any(
        group.about is not None and shared_of(group.about, group.exercises).work_s for group in groups
    )


def _has_keys(text: str) -> bool:
    """Whether there are some keys of amounts, or that of each exercise of a list."""
    if _TIMED.search(text) and _LISTED.search(text):
        return True
    amounts = (one for one in _KEYED.finditer(text) if (head := head_of(one["key"])) and head.column in AMOUNTS)
    return sum(1 for _ in zip(amounts, range(LEAST_AMOUNTS), strict=False)) == LEAST_AMOUNTS


def _candidates(text: str) -> Iterator[str]:
    """The text, or what is YAML of it: between the marks of code, or below a paragraph."""
    if fenced := _FENCED.match(text):
        yield fenced["code"]
        return
    yield text
    if above := _ABOVE.match(text):
        yield text[above.end() :]


def _loaded(text: str) -> Any | None:  # noqa: ANN401
    """What is in a YAML text, with texts for what JSON doesn't have. References are not followed."""
    try:
        if any(isinstance(one, yaml.AliasEvent) for one in yaml.parse(text, Loader=_EVENTS)):
            return None
        documents = [one for one in yaml.safe_load_all(text) if isinstance(one, dict | list)]
        found = json.loads(json.dumps(documents, default=str, skipkeys=True))
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        return None
    return found[0] if len(found) == 1 else found or None
