"""Sets with a weight each on lines of their own, `60 kg x 5` above `70 kg x 5`, in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import SHORT_DAY
from voicecoach.late_patterns import late

LEAST_BARE = 20
"""A number below it is no weight, unless it has a unit."""
_WEIGHT = r"(?P<weight>\d{1,3}(?:[.,]\d{1,2})?)"
_UNIT = r"\s*(?P<unit>kgs?|kilos?|lbs?|pounds?|\#|%)"
_REPS = r"(?P<reps>\d{1,2}\+?)(?:\s*reps?)?"
_OPEN = r"(?P<open>\s*\+?\s*\(?amrap\)?|\s*\+)?"
_SETS = (
    in_any_case(rf"{_WEIGHT}(?:{_UNIT})?\s*(?:[x×*]|for)\s*{_REPS}{_OPEN}"),  # 60 kg x 5
    in_any_case(rf"{_REPS}\s*(?:[x×*@]|at|with)\s*{_WEIGHT}{_UNIT}{_OPEN}"),  # 5 x 60 kg
)
_OPEN_SET = in_any_case(r"amrap|\+\s*$")
_TOOL = (
    r"(?:(?:using|with|just|only|on|at|@|an?|the)\s+)*(?:(?:empty|light|unloaded|training|olympic)\s+)?"
    r"(?:bar(?:bell)?|(?:broom)?stick|pvc(?:\s+pipe)?|dowel|stack|body\s?weight|bw"
    r"|\d{1,2}(?:\.5)?\s+(?:(?:quarter|half|small)\s+)?plates?"
    r"(?:\s+(?:and|\+)\s+\d{1,2}\s+(?:(?:quarter|half|small)\s+)?plates?)?"
    r"|(?:work(?:ing)?|target|top|goal)\s+weight)(?:\s+only)?"
)
"""What is lifted and has no number: the bar alone, the stack, plates, what all of it leads to."""
_KNOWN = r"\d{1,3}(?:\.\d{1,2})?(?:\s*(?:kgs?|lbs?|\#)|['’]s)?"
_ON_IT = (
    r"(?:\s*(?:\+|plus|with|and|w/)\s*(?:\d{1,2}\s+)?(?:chains?|bands?|boards?|slings?)"
    r"(?:\s+(?:per|each|a|on each)\s+side)?)?"
)
"""What is put on the bar beside its weight: `225 plus 2 chains per side`."""
_LIFTED = rf"(?:{_TOOL}(?:\s*\+\s*{_KNOWN})?|{_KNOWN})"
_FEW = {"single": 1, "double": 2, "triple": 3}
_OF_FEW = "|".join(_FEW)
_HOW_OFTEN = (
    rf"(?P<chain>\d{{1,2}}(?:\s*,\s*(?:[x×]\s*)?\d{{1,2}})*\+?)(?:\s*reps?)?|an?\s+(?P<few>{_OF_FEW})"
    r"|(?P<sets>\d{1,2})\s*sets?\s*(?:of|x)\s*(?P<reps>\d{1,3})(?:\s*reps?)?"
)
_TOLD_SETS = (
    in_any_case(rf"(?P<lifted>{_LIFTED}){_ON_IT}\s*(?:[x×*]|for)\s*(?:{_HOW_OFTEN})"),  # bar x 5, 135 for 2 sets of 8
    in_any_case(  # 60 kg: 2x5, bar: 10 reps
        rf"(?P<lifted>{_LIFTED})\s*:\s+(?:(?P<sets>\d{{1,2}})\s*[x×]\s*)?(?P<chain>\d{{1,3}})(?:\s*reps?)?"
    ),
    in_any_case(  # 2x5 empty bar, 2x5 @ 45
        rf"(?P<sets>\d{{1,2}})\s*(?:[x×]|sets?\s+of)\s*(?P<chain>\d{{1,3}}\+?)(?![\d.,])(?:\s*reps?)?\s*"
        rf"(?P<lifted>{_TOOL}.*|(?:@|at|with)\s*{_LIFTED}|[-–]\s*(?:[4-9]\d|\d{{3}})(?:\s*,\s*\d{{2,3}})*"
        rf"|\d{{1,3}}(?:\.\d{{1,2}})?{_UNIT})"
    ),
    in_any_case(rf"(?P<sets>\d{{1,2}})\s+(?P<few>{_OF_FEW})s(?:\s*(?:@|at|with)\s*(?P<lifted>{_LIFTED}))?"),
)
_LIFTED_FIRST = (
    "bar",
    "empty",
    "stack",
    "body",
    "bw",
    "the ",
    "stick",
    "light",
    "pvc",
    "work",
    "target",
    "top",
    "goal",
)
_UNCOUNTED = in_any_case(
    rf"(?:the\s+)?{_TOOL}\s*(?:[x×]|for)\s*(?:a\s+)?(?:few|couple|some|bunch)(?:\s+of)?(?:\s+(?:reps?|sets?|times))?",
    r"a\s+(?:few|couple)(?:\s+of)?(?:\s+(?:reps?|sets?))?\s+(?:at|with|@)\s*\d{1,3}\s*(?:kgs?|lbs?)?",
)
"""A set of which nobody says how often: `bar for a few`."""
_OF_TWO_SIDES = late(r"(?<=[x×]\s)(?P<reps>\d{1,2})/(?P=reps)\s*$")
"""How often with each of two sides: `180 x 15/15`."""
_FIRST_OF_UNCOUNTED = frozenset("abdejlopstuw")
"""The letters that it begins with."""
_IN_BOTH_UNITS = late(
    r"(?<=\d)(?P<unit>\s*(?:lbs?|(?P<kilos>kgs?)))\s*[/(=]\s*\d{1,3}(?:\.\d+)?\s*(?(kilos)lb|kg)s?\b\)?",
    re.IGNORECASE,
)
"""A weight that is said in another unit as well: `160 lb/72.5 kg`."""
MOST_CHARACTERS = 160
"""So long is no line that has nothing but sets."""
_STRAY = frozenset(",;")
"""What stands before sets where a page lost what was before it: `, 70 kg x 3`."""
_SET_ASIDE = in_any_case(
    r"\s*(?:\((?P<aside>[^()]*)\)|drop\b(?P<drop>.*\d.*)|[-–—]\s+(?P<remark>[^()]*[^\W\d_]{3}\s+[^()]*)"
    r"|(?:[-–,!.]\s*)?(?:new\s+)?(?:pr|pb)\b!*"
    r"|,?\s*(?:@\s*)?rpe\s*\d{1,2}(?:\.\d)?|\s*@\s*(?:[5-9](?:\.\d)?|10))\s*$"
)
"""What is said behind a set: `(warm-up)`, `PR`, how hard it was."""


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
    working = _with_work(blocks)
    bare = [_bare(one) for one in working if not _is_uncounted(one.text)]
    counted = _told_in_line(_counted_sets(bare))
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
    called = [_called(block, after) for block, after in zip_longest(found, found[1:])]
    return [_named(*one) for one in zip([None, *called], called, [*called[1:], None], strict=False)]


def _is_uncounted(text: str) -> bool:
    is_short = text[:1].lower() in _FIRST_OF_UNCOUNTED and len(text) <= MOST_CHARACTERS
    return is_short and bool(_UNCOUNTED.fullmatch(text.strip(" .,;")))


def _bare(block: Block) -> Block:
    """The block; a set without what a page lost before it, and with its weight in one unit."""
    text = block.text.lstrip(",; ") if block.text[:1] in _STRAY else block.text
    if text[:1].isdecimal():
        text = _OF_TWO_SIDES.sub(r"\g<reps> (each side)", _IN_BOTH_UNITS.sub(r"\g<unit>", text))
    return block if text == block.text else replace(block, text=text)


_WARMED = in_any_case(r"warm[ -]?ups?(?: sets?)?\s*[:–-]\s*(?=.*\d).*")
_WORKED = in_any_case(
    r"(?:work(?:ing)?(?: sets?)?|(?:top|heavy) sets?|back-?off(?: sets?)?)\s*[:–-]\s*"
    r"(?P<sets>\d{1,2}\s*(?:[x×]|sets?\b).*)",
)


def _is_lift(text: str) -> bool:
    return has_movement(text) or text.strip(" *:").lower() in {"bench", "ohp", "rdl"}


def _with_work(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; sets that are labelled so below a lift are its own, and those that one warms up with aren't done."""
    found, is_worked = list[Block](), False
    for block, after in zip_longest(blocks, blocks[1:]):
        is_below = bool(found) and not any(map(str.isdecimal, found[-1].text)) and _is_lift(found[-1].text)
        if is_below and after and _WARMED.fullmatch(block.text) and _WORKED.fullmatch(after.text):
            continue
        work = _WORKED.fullmatch(block.text) if is_below or is_worked else None
        if work and is_worked:
            found[-1] = replace(found[-1], text=f"{found[-1].text}, {work['sets']}")
        else:
            found.append(replace(block, text=work["sets"]) if work else block)
        is_worked = work is not None
    return found


def _named(title: Block | None, sets: Block, after: Block | None) -> Block:
    """Sets in an item, with the lift that the heading above calls, where the next item is another exercise."""
    is_beside = after is not None and after.kind is sets.kind is BlockKind.ITEM and not after.breaks
    if title is None or title.kind is not BlockKind.HEADING or not is_beside:
        return sets
    is_of_title = _SEVERAL.fullmatch(sets.text) and has_movement(title.text)
    is_other = is_of_title and after is not None and has_movement(after.text)
    return replace(sets, text=f"{title.text.rpartition(': ')[2].strip(' *:')}: {sets.text}") if is_other else sets


_SEVERAL = in_any_case(
    r"(?=.*,)(?=.*(?:@|kg|lb|%|\#|\d\s*[x×*]\s*\d{2}))(?:[\d.+\s,;@×x*%\#]|kgs?|lbs?|pounds?|kilos?|reps?)+"
)
"""Nothing but sets, one after the other."""


_LIFT_OF_DAY = in_any_case(
    rf"(?P<day>(?:{SHORT_DAY}s?|(?:day|workout|session) \w{{1,2}})\s*)"
    r"(?:[-–—(]\s*|(?<=\s))(?P<name>[^\W\d_][^():]+?)(?: day)?\)?|(?P<alone>[^\W\d_][^():]+?) day",
)
"""The title of a day that says what is lifted on it: `Day 1 - Squat`, `Bench day`."""


def _called(title: Block, sets: Block | None) -> Block:
    """The title above sets, with the day apart from the lift that they are of; any other block as it is."""
    found = _LIFT_OF_DAY.fullmatch(title.text.strip(" *:")) if sets and _SEVERAL.fullmatch(sets.text) else None
    name = (found["name"] or found["alone"]) if found else ""
    if not found or title.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH} or not has_movement(name):
        return title
    return replace(title, text=f"{found['day'].strip()}: {name}" if found["day"] else name)


def _told_in_line(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; sets in several ways of telling them, `bar x 5` above `135 x 5`, are one line, written in one way."""
    found, at = list[Block](), 0
    while at < len(blocks):
        run = list[_ToldSet]()
        for block in blocks[at:]:
            told = _told_set(block.text.strip(" .,;")) if block.kind is blocks[at].kind else None
            if not told:
                break
            run.append(told)
        if any(one.is_other for one in run):
            asides = "; ".join(dict.fromkeys(one.aside for one in run if one.aside))
            text = ", ".join(one.text for one in run) + (f" ({asides})" if asides else "")
            above = found[-1] if found and found[-1].kind is blocks[at].kind is BlockKind.ITEM else None
            if above and len(run) > 1 and (begun := _BEGUN.fullmatch(above.text)) and _ends_with_lift(begun["name"]):
                found[-1] = replace(above, text=f"{begun[0]}, {text}")
            else:
                found.append(replace(blocks[at], text=text))
        else:
            run = run[:1]
            found.append(blocks[at])
        at += max(1, len(run))
    return found


_BEGUN = in_any_case(r"(?P<name>[^\W\d_][^\d:]*)[:–-]\s*\d{1,2}\s*[x×]\s*\d{1,2}(?:\s*\([^()\d]*\))?")
"""A lift with the first of its sets, which has no weight: `Empty bar squats: 1x10`."""


def _ends_with_lift(name: str) -> bool:
    return has_movement(name) or _is_lift(name.rsplit(maxsplit=1)[-1])


class _ToldSet(NamedTuple):
    """A set, or a few alike, as `2x5 @ 60 kg`, and what is said behind them."""

    text: str
    aside: str = ""
    is_other: bool = True
    """Whether it needs this way of writing it: other lines are read as they are."""


def _told_set(text: str) -> _ToldSet | None:
    """A text as a set, or as several with commas between them: `2 plates for 8, 1 plate for 14 reps`."""
    if not (text[:1].isdecimal() or text.lower().startswith(_LIFTED_FIRST)) or len(text) > MOST_CHARACTERS:
        return None
    pieces = re.split(r",\s+", text)
    several = [_one_told(one) for one in pieces]
    if len(pieces) > 1 and all(one and one.is_other for one in several):
        return _ToldSet(
            ", ".join(one.text for one in several if one), "; ".join(one.aside for one in several if one and one.aside)
        )
    return _one_told(text)


def _one_told(text: str) -> _ToldSet | None:
    aside = _SET_ASIDE.search(text)
    said = text[: aside.start()] if aside else text
    of = (aside["aside"] or aside["remark"] or "").strip() if aside else ""
    if aside and (aside["drop"] or any(map(str.isdecimal, aside["remark"] or ""))):
        of = "drop set" if aside["drop"] else ""
    if not any(map(str.isdecimal, text)) or has_movement(of):
        return None
    told = next((found for form in _TOLD_SETS if (found := form.fullmatch(said))), None)
    if told and _is_weight(told.groupdict()):
        weight = _weight_behind(told["lifted"])
        return _ToldSet(", ".join(f"{one}{weight}" for one in _often(told.groupdict())), of)
    plain = _set_in(said)
    if not plain:
        return None
    weight = _weight_behind(f"{plain['weight']}{plain['unit'] or ''}")
    return _ToldSet(f"1x{plain['reps']}{weight}", of, is_other=aside is not None)


def _is_weight(told: Mapping[str, str | None]) -> bool:
    """Whether what is lifted is a weight: a number alone is too much for repetitions, or sets are told with it."""
    lifted = told["lifted"] or ""
    return bool(told.get("sets") or told.get("few")) or not lifted.isdecimal() or int(lifted) >= LEAST_BARE


def _often(told: Mapping[str, str | None]) -> list[str]:
    sets = told.get("sets") or "1"
    if few := told.get("few"):
        return [f"{sets}x{_FEW[few.lower()]}"]
    if told.get("sets"):
        return [f"{sets}x{told.get('reps') or told['chain']}"]
    return [f"1x{reps.strip(' x×')}" for reps in (told["chain"] or "").split(",")]


def _weight_behind(lifted: str | None) -> str:
    """What is lifted, behind how often: ` @ 60 kg`, ` (empty bar)`."""
    bare = re.sub(r"(?i)^(?:(?:using|with|at|an?|the)\s+|[@–-]\s*)+", "", lifted or "")
    bare = re.sub(r"(?<=plate)\s.*", "", re.sub(r"\s+plates?\b", "-plate", bare))
    if not bare:
        return ""
    return f" ({bare})" if re.match(r"[A-Za-z]|.*-plate", bare) else f" @ {bare}"


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
