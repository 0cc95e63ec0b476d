"""A session that was put together as the text of its file, and as the session that is read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from voicecoach.authoring.picking.lengths import longer_s, low_amount
from voicecoach.authoring.picking.mains import Main, before_s, tabata_before_s
from voicecoach.authoring.picking.pool import LEVELS, Choice
from voicecoach.authoring.picking.request import FOCUSES, ON_THE_ROAD, WHOLE_BODY, PickKind, Request
from voicecoach.authoring.picking.road import Road, road_level, road_sections
from voicecoach.authoring.picking.whole import COOL_REST_S, WARM_REST_S, Fitted
from voicecoach.counted import sentence_case
from voicecoach.definitions.groups import Difficulty
from voicecoach.definitions.line_yaml import scalar, section_lines
from voicecoach.definitions.source import Plain

Tree = dict[str, Plain]

WARM_UP, COOL_DOWN, MOVE, STRETCH, MAIN = "Warm-up", "Cool-down", "In movement", "Stretches", "Main part"
JUMPS, WHOLE = "Jumps", "Whole body"
ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth")
BLOCKS = {
    PickKind.CIRCUIT: "circuit",
    PickKind.INTERVALS: "circuit",
    PickKind.SUPERSETS: "pair",
    PickKind.TABATA: "block",
}
BY_THE_CLOCK = frozenset({PickKind.TABATA, PickKind.EMOM, PickKind.AMRAP})
"""Kinds that go on without a break for what has to be said."""
WRITTEN = {PickKind.SUPERSETS: "superset"}
"""How a kind is called in a file, where that is another word."""
OFTEN_PAIRED = frozenset({"legs", "glutes", "upper body", "arms", "core", "cardio", "jumps"})
WIDER = {
    **dict.fromkeys(("hips", "glutes", "thighs", "quads", "hamstrings", "inner thighs", "calves", "feet"), "legs"),
    **dict.fromkeys(("arms", "chest", "shoulders", "back"), "upper body"),
    "abs": "core",
}
"""What a part of the body belongs to, where a title would name too much, or a pair that no voice pack has."""
MOST_NAMED = 2
"""A title names so many parts of the body; with more it is about the whole."""
RUN_AND_WALK = "Run and walk"


def section_titles() -> Iterator[str]:
    """Every title that a section of a picked session can have."""
    yield from (WARM_UP, COOL_DOWN, MOVE, STRETCH, MAIN, JUMPS)
    yield from (f"{ordinal} {block}" for ordinal in ORDINALS for block in sorted(set(BLOCKS.values())))


def usual_titles() -> Iterator[str]:
    """Every title that a picked session can have."""
    yield from (WHOLE, "Stretching", "Tabata", RUN_AND_WALK)
    yield from map(sentence_case, FOCUSES)
    yield from (_title(pair) for pair in combinations((name for name in FOCUSES if name in OFTEN_PAIRED), 2))


def title_of(request: Request) -> str:
    """What the session is called: `Legs and core`; always one of `usual_titles`."""
    if request.kind is PickKind.STRETCHING:
        return "Stretching"
    if request.kind is PickKind.TABATA and not request.focuses:
        return "Tabata"
    if request.is_on_the_road:
        in_turns = {*request.focuses} >= ON_THE_ROAD or (request.level is LEVELS[0] and "running" in request.focuses)
        return RUN_AND_WALK if in_turns else sentence_case(request.focuses[0])
    parts = {*request.parts}
    if len(parts) > MOST_NAMED or (len(parts) > 1 and not parts <= OFTEN_PAIRED):
        parts = {WIDER.get(one, one) for one in parts}
    is_whole = parts >= {*WHOLE_BODY} or len(parts) > MOST_NAMED
    return WHOLE if is_whole else _title([name for name in FOCUSES if name in parts])


def _title(parts: Sequence[str]) -> str:
    return sentence_case(" and ".join(parts))


def text_of(found: Fitted | Road, request: Request, remark: str) -> str:
    """The file of the session; `remark` stands above it."""
    return "\n".join([f"# {remark}", *_lines(found, request), ""])


def _lines(found: Fitted | Road, request: Request) -> Iterator[str]:
    yield f"title: {scalar(title_of(request))}"
    yield f"level: {road_level(request) if isinstance(found, Road) else _level(found)}"
    yield "rest: 30 s"
    yield "sections:"
    titles = (WARM_UP, MAIN, COOL_DOWN)
    for section in road_sections(found, titles) if isinstance(found, Road) else _sections(found):
        yield from section_lines(section)


def _level(fitted: Fitted) -> Difficulty:
    """The level of the most demanding exercise."""
    levels = [one.entry.level for one in fitted.choices if one.entry.level and not one.is_easier]
    return max(levels, key=LEVELS.index, default=Difficulty.BEGINNER)


def _sections(fitted: Fitted) -> Iterator[Tree]:
    if fitted.warm:
        title = WARM_UP if fitted.main else MOVE
        yield {"title": title, "rest": f"{WARM_REST_S} s", "exercises": _once(fitted.warm)}
    if fitted.jumps:
        yield _main_section(fitted.jumps, fitted.jumps.blocks[0], JUMPS)
    if fitted.main:
        yield from _main_sections(fitted.main)
    if fitted.cool:
        title = COOL_DOWN if fitted.main else STRETCH
        yield {"title": title, "rest": f"{COOL_REST_S} s", "exercises": _held(fitted)}


def _once(choices: Sequence[Choice]) -> list[Plain]:
    return [_entry(one, prescription=f"1x{low_amount(one)}") for one in choices]


def _held(fitted: Fitted) -> list[Plain]:
    longer = f"{fitted.held_s} s"
    amounts = [longer if longer_s(one, fitted.held_s) else low_amount(one) for one in fitted.cool]
    works = zip(fitted.cool, amounts, strict=True)
    return [_entry(one, prescription=f"{fitted.cool_sets}x{amount}") for one, amount in works]


def _entry(one: Choice, **keys: str) -> Tree:
    entry: Tree = {"exercise": one.name, **keys}
    return entry | ({"variations": [one.variation]} if one.variation else {})


def _main_sections(main: Main) -> Iterator[Tree]:
    for number, block in enumerate(main.blocks):
        several = len(main.blocks) > 1 and main.kind in BLOCKS
        title = f"{ORDINALS[number]} {BLOCKS[main.kind]}" if several else MAIN
        yield _main_section(main, block, title)


def _main_section(main: Main, block: Sequence[Choice], title: str) -> Tree:
    before: Tree = {"before": f"{_before_s(main, block)} s"} if main.kind in BY_THE_CLOCK else {}
    return {"title": title, **_keys(main), **before, "exercises": [*_works(main, block)]}


def _before_s(main: Main, block: Sequence[Choice]) -> int:
    return tabata_before_s(block, main.rounds) if main.kind is PickKind.TABATA else before_s(block)


def _works(main: Main, block: Sequence[Choice]) -> Iterator[Plain]:
    for one in block:
        if main.work_s:
            yield _entry(one)
        elif main.minutes:
            yield _entry(one, prescription=low_amount(one))
        else:
            sets = f"{main.rounds}x" if main.kind is PickKind.SETS else ""
            yield _entry(one, prescription=f"{sets}{one.entry.amount}")


def _rounds(main: Main, kind: str) -> Tree:
    clock: Tree = {"work": f"{main.work_s} s"} if main.work_s else {}
    rests: Tree = {"rest": f"{main.rest_s} s"}
    if main.rounds > 1:
        rests["round_rest"] = f"{main.round_rest_s} s"
    return {"kind": kind, "rounds": main.rounds, **clock, **rests}


def _keys(main: Main) -> Tree:
    """What a kind writes into its sections beside titles and exercises."""
    if main.kind is PickKind.SETS:
        return {"rest": f"{main.rest_s} s"}
    if main.minutes:
        return {"kind": str(main.kind), "minutes": main.minutes}
    if main.kind is PickKind.TABATA:
        return _rounds(main, "intervals")
    return {**_rounds(main, WRITTEN.get(main.kind, str(main.kind))), "timing": "coached"}
