"""What stands below a title of what somebody has reached, wants to reach, or keeps beside: none of it is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.line_kinds.lines import line_of

_WHOSE = any_of(
    "my|our|your|the|current|present|latest|recent|starting|personal|all-?time|body|vital|fitness|running|strength",
    "gym|training|lifting|useful|helpful|handy|other|further|extra|related|key|big|short-?term|long-?term|yearly",
    r"monthly|weekly|\d{4}|(?:january|june|july|summer|winter|spring|autumn|fall|new year)(?:'s)?",
)
_RECORDS = any_of(
    "(?:benchmark|target|goal|finish(?:ing)?) times|benchmarks",
    "goals?|targets|ambitions|milestones|achievements|accomplishments|wins|results",
    "stats|statistics|measurements|metrics|numbers|records?|bests|p\\.?[rb]\\.?'?s|pr|pb",
    r"(?:1|one)[ -]?rep[ -]max(?:es)?|1\s?rms?|maxes|max lifts",
    r"bodyweight|weigh-?ins?|progress(?: so far| tracker| photos)?",
    r"(?<=current )lifts|where (?:i am|i'm at|we are)(?: now| today| at)?|starting point",
    r"(?:what )?(?:i'm|i am|we're|we are|you're) (?:aiming for|after|working (?:towards?|on))",
    r"(?:back)?links?|resources?|tools|apps?|books?|podcasts?|videos?|playlists?|gear|shopping(?: list)?|see also",
    r"what(?:'s| is| has)? (?:new|changed|changes|different)",
    r"(?:key )?(?:changes|differences)(?= (?:from|to|since|between))",
    r"what (?:to|you can|you should) expect|common (?:mistakes|errors|pitfalls|questions)|principles|philosophy",
    r"(?:here(?:'|’)?s |this is )?how (?:it|this|that|i|we|mine|(?:the|my|our|today's) \w+) (?:all )?"
    r"(?:broke down|went|did|got on)",
    r"(?:a )?(?:couple|few)(?: of)? (?:things|notes|thoughts|words)(?= (?:about|on) )",
)
_WHEN = any_of(
    r"(?:for|in|by|of|as of|from|since|to|between|at|about|on|vs\.?|compared (?:to|with)) [^:]{2,30}",
    r"\(.{2,30}\)|[-–—,] .{2,30}|\d{4}",
)
_CAUSES = (
    r"(?:(?:some|the|common|main|possible|typical|usual|most|many|key|other|several|of|these|its|risk) ){0,4}"
    r"(?:causes|symptoms|signs(?: and symptoms)?|risk factors|factors|complications|triggers)"
    r"(?: (?:of|for|that|in|behind) .{2,60}?)?(?: (?:may |can |often )?(?:includes?|are|is))?"
    r"|(?:\w+ ){2,6}(?:(?:can |may |often )?(?:causes?|leads? to|results? in))"
)
"""What tells why something hurts, and how."""
_DONE = r"(?:exercis(?:es?|ing)|movements?|moves|stretch(?:es|ing)|activit(?:y|ies)|positions|things|habits|sports)"
_NOT_DONE = any_of(
    rf"(?:(?:what|common|the|other|some|{_DONE}) ){{1,3}}(?:not to do"
    r"|(?:you should |to |best )+(?:avoid|skip|limit)(?:ed)?"
    r"|to (?:be |take )?(?:care(?:ful)?|cautious) (?:with|of)|to watch(?: out)? for"
    r"|(?:that|which) (?:(?:may|can|often|usually|might|could) )*(?:aggravate|irritate|hurt|worsen|make)\b.{0,30})",
    rf"(?:do not|don['’]?t|avoid)(?: (?:do(?:ing)?|start|try|perform(?:ing)?))?(?: (?:these|the following))?"
    rf"(?: {_DONE})?(?: (?:if|when|until|for|during|while) .{{2,60}})?",
    r"(?:the )?don['’]?ts|(?:absolute |relative )?contra-?indications?(?: .{2,40})?|red flags?(?: .{2,40})?",
    r"warning signs?(?: .{2,40})?|(?:safety )?precautions",
    r"when (?:to|should (?:you|i)|you should) (?:not |never )?"
    r"(?:stop|see|seek|call|contact|worry|wait|consult|get|ask|be concerned|go)\b.{0,50}",
    r"when .{2,40} (?:helps?|(?:is ?n['’]?t|is not) enough)|who (?:can help|should(?: not|n['’]?t)?\b.{2,40})",
    r"(?:(?:please|you should|always|immediately) )*(?:stop|see|seek|contact|call|consult|talk to|speak to|consider)\b"
    r"(?! (?:the|your) (?:clock|timer|coach)).{0,60} (?:if|when)(?: (?:you|there|your|any|it|one|the)\b.{0,50})?",
    r"(?:good |check (?:your )?)?(?:posture|ergonomics?|workstation|desk|sitting)(?: \w+)?"
    r" (?:checklist|check|tips|set-?up|basics|reminders?)",
)
"""What tells what is not to be done, or when, and how one sits between."""
_TITLE = in_any_case(rf"(?:{_WHOSE} ){{0,3}}{_RECORDS}(?:\s*{_WHEN})?", _CAUSES)
"""The titles of what is none of the session: `My goals for 2024`, `Current stats (May)`, `Useful links`."""
_ABOVE_A_LIST = in_any_case(_NOT_DONE)
_TOLD = re.compile(r"[.!](?:\s|$)")
_SIGNS = re.compile(r"[^\w\s'’()&/.,:–—-]+")
MOST_LISTED = 60


def without_records(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without what stands below such titles, and what was said there; all of them if nothing else is left.

    A heading's are all up to the next of its rank or above it; a line's are the list right below it.
    """
    kept, told, at = list[Block](), list[str](), 0
    while at < len(blocks):
        below = _below(blocks, at) if _is_title(blocks, at) else 0
        told += [one.text for one in blocks[at + 1 : at + 1 + below]]
        kept += [] if below else [blocks[at]]
        at += 1 + below
    return (kept, told) if told and _is_session(kept) else (list(blocks), [])


def _is_title(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    if block.kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH} or (at == 0 and _is_above_all(block, blocks[1:])):
        return False
    text = _SIGNS.sub(" ", block.text).strip(" :.-")
    if block.kind is BlockKind.PARAGRAPH and text.lower() == "bodyweight":
        return False  # it is what an exercise is done with
    return bool(_TITLE.fullmatch(text) or (_ABOVE_A_LIST.fullmatch(text) and _is_of_all(blocks, at)))


def _is_of_all(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading, or a title with a list, is about all of it: no label of each exercise, above none of them."""
    listed = list(takewhile(lambda one: one.kind is BlockKind.ITEM, blocks[at + 1 :]))
    is_title = blocks[at].kind is BlockKind.HEADING or (bool(listed) and not _TOLD.search(blocks[at].text))
    written = [one.text for one in blocks if one.kind is blocks[at].kind]
    return is_title and written.count(blocks[at].text) == 1 and not any(line_of(one).is_counted for one in listed)


def _is_above_all(block: Block, below: Sequence[Block]) -> bool:
    """Whether all other headings are of a lower rank."""
    levels = [one.level for one in below if one.kind is BlockKind.HEADING]
    return block.kind is BlockKind.HEADING and bool(levels) and min(levels) > block.level


def _below(blocks: Sequence[Block], at: int) -> int:
    """How many blocks are below a title."""
    title, below = blocks[at], blocks[at + 1 :]
    is_heading = title.kind is BlockKind.HEADING
    ends = (_ends_heading(title, one) if is_heading else _ends_list(below, number) for number, one in enumerate(below))
    return next((number for number, is_end in enumerate(ends) if is_end), len(below))


def _ends_heading(title: Block, one: Block) -> bool:
    is_part = bool(SECTION.match(one.text)) or one.level <= title.level
    return one.kind is BlockKind.HEADING and is_part


def _ends_list(below: Sequence[Block], at: int) -> bool:
    """Whether a list ends: at something of another kind, or after an empty line."""
    one, first = below[at], below[0]
    is_other = one.kind is not first.kind or one.kind is BlockKind.HEADING
    is_apart = one.kind is BlockKind.PARAGRAPH and (one.breaks > 0 or _is_labelled(one) or _has_sets(one))
    return at >= MOST_LISTED or is_other or (is_apart and at > 0) or (at == 0 and first.breaks > 1)


def _is_labelled(block: Block) -> bool:
    return block.text.rstrip().endswith(":")


def _has_sets(block: Block) -> bool:
    """Whether it says sets and repetitions, which nobody wants to reach."""
    facts = line_of(block).facts
    return bool(facts.sets and facts.has_amount)


def _is_session(blocks: Sequence[Block]) -> bool:
    """Whether something is prescribed in what is left."""
    is_row = any(one.kind is BlockKind.ROW_HEAD for one in blocks)
    return is_row or any(line_of(one).facts.has_amount for one in blocks)
