"""Sets with a weight each on lines of their own, `60 kg x 5` above `70 kg x 5`, in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.pattern import in_any_case

LEAST_BARE = 20
"""A number below it is no weight, unless it has a unit."""
_WEIGHT = r"(?P<weight>\d{1,3}(?:[.,]\d{1,2})?)"
_UNIT = r"\s*(?P<unit>kgs?|kilos?|lbs?|pounds?|%)"
_REPS = r"\d{1,2}\+?(?:\s*reps?)?"
_OPEN = r"(?P<open>\s*\+?\s*\(?amrap\)?|\s*\+)?"
_SETS = (
    in_any_case(rf"{_WEIGHT}(?:{_UNIT})?\s*(?:[x×*]|for)\s*{_REPS}{_OPEN}"),  # 60 kg x 5
    in_any_case(rf"{_REPS}\s*(?:[x×*@]|at|with)\s*{_WEIGHT}{_UNIT}{_OPEN}"),  # 5 x 60 kg
)
_OPEN_SET = in_any_case(r"amrap|\+\s*$")


_COUNTED_SET = in_any_case(
    rf"(?P<count>\d{{1,2}})[.):]?\s+(?P<set>{_WEIGHT}{_UNIT}\s*[x×*]\s*(?P<reps>\d{{1,3}})(?:\s*reps?)?"
    r"|(?P<only>\d{1,3})\s*reps?|(?P<held>\d{1,2}:[0-5]\d|\d{1,3}\s*(?:s|secs?|seconds)))"
)
"""A set with its number before it, as an app lists them: `1  70 kg x 8`."""


def _counted_sets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; sets counted from one on, one below the other, are one line, or lines without their number."""
    found, at = list[Block](), 0
    while at < len(blocks):
        run = list[re.Match[str]]()
        for block in blocks[at:]:
            said = _COUNTED_SET.fullmatch(f"{block.marker} {block.text}".strip())
            if not said or int(said["count"]) != len(run) + 1:
                break
            run.append(said)
        found += _sets_of(blocks[at], run) if run else [blocks[at]]
        at += max(1, len(run))
    return found


def _sets_of(block: Block, run: Sequence[re.Match[str]]) -> list[Block]:
    line = replace(block, kind=BlockKind.PARAGRAPH, marker="")
    first = run[0]
    if any(one["set"] != first["set"] for one in run):
        return [replace(line, text=one["set"], line=block.line + at) for at, one in enumerate(run)]
    if first["weight"]:
        return [replace(line, text=f"{len(run)} x {first['reps']} @ {first['weight']} {first['unit']}")]
    return [replace(line, text=f"{len(run)} x {first['only'] or first['held']}")]


def with_sets_in_line(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; lines that are a set each are one line, that says them one after the other."""
    counted = _counted_sets(blocks)
    blocks = [replace(one, text=_with_plus(one.text)) if _OPEN_SET.search(one.text) else one for one in counted]
    found = list[Block]()
    run: re.Match[str] | None = None
    for block in blocks:
        said = _set_in(block.text.strip(" .,;"))
        if said and run and not block.breaks and said.re is run.re and found[-1].kind is block.kind:
            found[-1] = replace(found[-1], text=f"{found[-1].text.rstrip(' .,;')}, {_weighed(said, run['unit'])}")
        else:
            run = said
            found.append(block)
    return found


def _with_plus(text: str) -> str:
    """A set that is open, with the plus behind its repetitions: `5 x 60 kg + AMRAP` is `5+ x 60 kg`."""
    said = _set_in(text.strip(" .,;"))
    if not said or not said["open"]:
        return text
    bare = said[0][: said.start("open")].rstrip()
    is_first = said.start("weight") > 0
    return re.sub(r"^(\d{1,2})\+?", r"\1+", bare) if is_first else re.sub(r"(\d)\+?(\s*reps?)?$", r"\1+\2", bare)


def _set_in(text: str) -> re.Match[str] | None:
    """A text as one set, whose weight has a unit or is too much for repetitions."""
    said = next((found for form in _SETS if (found := form.fullmatch(text))), None)
    is_weight = said and (said["unit"] or float(said["weight"].replace(",", ".")) >= LEAST_BARE)
    return said if is_weight else None


def _weighed(said: re.Match[str], unit: str | None) -> str:
    """What is said of a set; a weight without a unit has that of the first."""
    if said["unit"] or not unit:
        return said[0]
    return f"{said['weight']} {unit}{said[0][said.end('weight') :]}"
