"""Some steps of a list that are done again, as one of its lines says: `Repeat steps 2 and 3 eight times`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import WARM_UP
from voicecoach.authoring.rules.line_kinds.by_clock import GOING_ON, by_clock
from voicecoach.authoring.rules.line_kinds.clock_legs import LONG_S
from voicecoach.authoring.rules.line_kinds.clock_spellings import BEHIND_PART
from voicecoach.authoring.rules.line_kinds.said import Told
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.definitions.notation.spelling import in_digits

_STEP = "(?:steps?|numbers?|nos?\\.?|intervals?|lines?|parts?|items?)"
_BOTH = any_of("run", "jog", "walk", "sprint", "fast", "hard", "easy", "slow", "recover(?:y)?", "rest", "work", "ride")
_WHICH = any_of(
    rf"(?:(?:the )?{_STEP} )?\#?(?P<first>\d{{1,2}})(?: ?[-–&/] ?|,? ?(?:to|through|and|then) ?)"
    rf"(?:{_STEP} )?\#?(?P<last>\d{{1,2}})",
    rf"(?:the )?(?:last|above|previous|preceding) (?P<count>[23]) {_STEP}",
    rf"(?:the )?(?P<pair>{_BOTH}(?:[nmg]?ing)?(?: ?[/&-] ?| and ){_BOTH}(?:[nmg]?ing)?(?: {_STEP}| cycle| pattern)?)",
    r"(?P<all>(?:this|that|these|the)(?: (?:whole|entire|above))? "
    r"(?:intervals?|pattern|cycle|sequence|combination|combo|process|steps)|(?:it|this))?",
)
_HOW_OFTEN = any_of(
    r"(?:(?:for )?(?:a total of )?(?P<another>another )?(?:x ?)?(?P<often>\d{1,2}(?: ?(?:-|–|to) ?\d{1,2})?)"
    r"(?P<more> (?:more|additional|further))? ?(?:x|times|rounds|repetitions)(?P<again> more)?(?: in total| total)?)",
    r"x ?(?P<x>\d{1,2})",
    "(?P<twice>twice)",
    r"for (?:a total of )?(?P<minutes>\d\d) ?min(?:ute)?s?(?: in total| total)?",
)
_REPEAT = in_any_case(rf"\W*(?:then )?repeat(?: {_WHICH})?,?:? ?{_HOW_OFTEN}\W*")
_WARM_UP = in_any_case(rf"\W*(?:begin|start|{WARM_UP}|warm)\b")
_NUMBER = re.compile(r"\d{1,2}")
_RESTED = in_any_case(
    r"\W*(?:rest|recover(?:y)?)(?: for)? \d[\w .:-]*|\W*\d[\w.:-]*(?: \w+)? (?:of )?(?:rest|recovery)"
)
_LISTED = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})
LEAST_REPEATED, MOST_REPEATED, MOST_STEPS = 2, 12, 40


def with_repeated_steps(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; legs of a list that a line behind them says to repeat stand in that line, with how often."""
    found = list[Block]()
    for block in map(_with_time_of_all, blocks):
        again = _again(found, block)
        found[again.at if again else len(found) :] = again.blocks if again else (block,)
    return found


def _with_time_of_all(block: Block) -> Block:
    """The block; how long legs are done in turn, as a sentence behind says (`Repeat for 20 min`), stands in theirs."""
    if " for " not in block.text or block.cells or len(_TIMED.findall(block.text)) <= LEAST_REPEATED:
        return block
    going_on = _GOING_ON.search(block.text)
    before = list(sentences_in(block.text[: going_on.start()])) if going_on else [""]
    if not going_on or (_LEADS_UP.search(before[-1]) and len(_TIMED.findall(before[-1])) > LEAST_REPEATED):
        return block  # `Walk 5 minutes, then run 1 minute, walk 1 minute`: not all of it is repeated
    if not _BARE_LEGS.fullmatch(before[-1]):
        return replace(block, text=_GOING_ON.sub(r", for a total of \g<minutes> minutes", block.text))
    legs = before[-1][:1].lower() + before[-1][1:]
    turns = f"Alternate {legs} for {going_on['minutes']} minutes"
    return replace(block, text=" ".join((*before[:-1], turns)) + block.text[going_on.end() :])


_LEG = r"(?:run|jog|walk|row|cycle|bike|swim|skip|sprint) \d{1,3} ?-?(?:s|secs?|seconds?|min(?:ute)?s?)"
_LEADS_UP = in_any_case(r"\b(?:then|warm|after|before|followed)\b")
_BARE_LEGS = in_any_case(rf"(?:{_LEG}),? (?:and )?(?:{_LEG})")
"""Two legs that are no more than said how long: `Run 1 min, walk 2 min`."""
_TIMED = in_any_case(r"\d\s?-?(?:s|secs?|seconds?|min(?:ute)?s?)\b|\b(?:one|two|three|four|five|a)[ -]minutes?\b")
_GOING_ON = in_any_case(
    rf"(?<=[a-z\d])[.;] (?:then )?{GOING_ON} for (?:a total of )?(?P<minutes>\d\d) ?min(?:ute)?s?"
    r"(?: in total| in all| total)?(?=[.;,]|$)"
)


@dataclass(frozen=True)
class _Again:
    """Where the steps that are repeated begin, and what stands there instead of them."""

    at: int
    blocks: tuple[Block, ...]


def _again(above: Sequence[Block], block: Block) -> _Again | None:
    said = _REPEAT.fullmatch(in_digits(block.text)) if "epeat" in block.text else None
    if said is None:
        return None
    steps = _steps(above, block)
    chosen = _chosen(steps, said)
    legs = [_first(one) for one in steps[chosen]]
    if not LEAST_REPEATED <= len(legs) <= MOST_REPEATED or not all(map(_is_leg, legs)):
        return None
    text = _repeated(legs, said)
    told = by_clock(text)
    if told is None or _count_of(told) != len(legs):
        return None
    group = replace(steps[chosen][0], text=text)
    others = [" ".join(sentences_in(one.text)[1:]) for one in steps[chosen]]
    cues = [replace(group, text=one, breaks=0) for one in others if one]
    first = len(above) - len(steps) + chosen.start
    return _Again(first, (group, *cues, *steps[chosen.stop :]))


def _steps(above: Sequence[Block], block: Block) -> list[Block]:
    """The list that a line ends, or goes on."""
    steps = list[Block]()
    below = block
    for one in reversed(above[-MOST_STEPS:]):
        is_beside = one.kind is block.kind and one.level == block.level and block.kind in _LISTED
        if not is_beside or (below.breaks and block.kind is BlockKind.PARAGRAPH) or _number(below) == 1:
            break
        steps.insert(0, one)
        below = one
    return steps


def _number(block: Block) -> int | None:
    found = _NUMBER.fullmatch(block.marker.strip(" .():#"))
    return int(found[0]) if found else None


def _chosen(steps: Sequence[Block], said: re.Match[str]) -> slice:
    """Which of the steps are repeated: by their numbers, the last of them, or all behind what one warms up with."""
    if said["first"]:
        numbers = [_number(one) or at for at, one in enumerate(steps, 1)]
        ends = [numbers.index(int(said[one])) if int(said[one]) in numbers else -1 for one in ("first", "last")]
        return slice(ends[0], ends[1] + 1) if -1 < ends[0] < ends[1] else slice(0, 0)
    count = int(said["count"]) if said["count"] else LEAST_REPEATED if said["pair"] else 0
    if count:
        return slice(max(0, len(steps) - count), len(steps))
    legs = list(takewhile(lambda one: _is_leg(_first(one)), reversed(steps)))
    begin = len(steps) - len(legs)
    is_ahead = bool(legs) and _is_ahead(steps[begin:])
    is_told = is_ahead or said["all"] or (said["minutes"] and not begin)
    return slice(begin + is_ahead, len(steps)) if is_told else slice(0, 0)


def _first(block: Block) -> str:
    """The first sentence of a step, which tells what is done; cues are behind it."""
    return BEHIND_PART.sub("", (sentences_in(block.text) or [""])[0].strip(" ."))


def _is_ahead(steps: Sequence[Block]) -> bool:
    """Whether the first is what one warms up with, or goes on for minutes before shorter ones."""
    lengths = [_length_s(one.text) for one in steps]
    is_longer = lengths[0] >= LONG_S and all(0 < one < LONG_S for one in lengths[1:])
    is_longer = is_longer and bool(_EASY.search(steps[0].text))
    return len(steps) > LEAST_REPEATED and (bool(_WARM_UP.match(steps[0].text)) or is_longer)


_EASY = in_any_case(r"\b(?:walk|jog|easy|easily|gentle|gently|light|slow|slowly|brisk|warm)")


def _length_s(text: str) -> float:
    told = by_clock(text.strip(" ."))
    times = [one.facts.seconds[1] for one in told.exercises if one.facts.seconds] if told else []
    return times[0] if len(times) == 1 else 0.0


def _is_leg(text: str) -> bool:
    """Whether it is one leg, or a rest behind one."""
    told = by_clock(text)
    return (told is not None and _count_of(told) == 1 and not told.is_running) or bool(_RESTED.fullmatch(text))


def _repeated(legs: Sequence[str], said: re.Match[str]) -> str:
    if said["minutes"]:
        return f"alternate {', '.join(legs)} for {said['minutes']} minutes"
    often = "2" if said["twice"] else said["often"] or said["x"]
    if said["another"] or said["more"] or said["again"]:
        fewest, *_ = _NUMBER.findall(often)
        often = str(int(fewest) + 1)
    return f"{often} x ({', '.join(legs)})"


def _count_of(told: Told) -> int:
    """How many legs there are, the rests among them."""
    return sum(1 + bool(one.facts.rest_s) for one in told.exercises)
