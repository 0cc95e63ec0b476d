"""What a listener has changed about a session while it played, to remember and to plan it so again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from voicecoach.history.model import Options, OptionValue
from voicecoach.plan.choices import Choices, Detail


def changes_of(before: Choices, now: Choices) -> Options:
    """What is other than before: `detail`, `variation` and `swap`, the last two as pairs with `=` between."""
    return dict(_changes(before, now))


def _changes(before: Choices, now: Choices) -> Iterator[tuple[str, OptionValue]]:
    if now.detail is not before.detail:
        yield "detail", str(now.detail)
    if now.variations != before.variations:
        yield "variation", ["=".join(pair) for pair in now.variations]
    if now.swaps != before.swaps:
        yield "swap", ["=".join(pair) for pair in now.swaps]


def with_changes(choices: Choices, changed: Options) -> Choices:
    """The choices with these changes; what isn't one is left out."""
    detail = changed.get("detail")
    if detail in list(Detail):
        choices = replace(choices, detail=Detail(str(detail)))
    if "variation" in changed:
        choices = replace(choices, variations=tuple(_pairs(changed["variation"])))
    if "swap" in changed:
        choices = replace(choices, swaps=tuple(_pairs(changed["swap"])))
    return choices


def _pairs(value: OptionValue) -> Iterator[tuple[str, str]]:
    for text in value if isinstance(value, list) else ():
        one, equals, other = text.partition("=")
        if equals:
            yield one, other
