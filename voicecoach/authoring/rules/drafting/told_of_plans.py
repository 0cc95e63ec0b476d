"""What a plan's introduction says of it: what its signs mean, how easy it gets, how many runs a week has.

`"Jog 10" means jog for 10 minutes`, `A 30 minute run soon gets easier`, `Do two runs as per the schedule below`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_MOVED = r"(?:(?:run|jog|walk|ride|swim)(?:s|n?ing|g?ing)?|cycling)"
_LONG = r"\d{1,2}[ -]?(?:min(?:ute)?s?|km?|miles?)"
_SOON = (
    r"(?:by then|soon|(?:after|in) (?:a few|some|\w+) weeks?|by (?:the end|week \d+)|(?:later|further) on|over time"
    r"|before long)"
)
_SIGN = r"[^.:]{0,60}[\"“'‘][^\"“”]{2,24}[\"”'’]|(?:run|jog|walk) \d+[a-z]?|\d+ ?[x×] ?\d+[a-z]?"
_TOLD = in_any_case(
    rf"\W*(?:(?:note(?: that)?|nb|so|for example|e\.?g\.?|i\.?e\.?)\b)?\W*(?:{_SIGN}) means?\b.*",
    r"\W*you(?:['’]ll| will) (?:soon )?be (?:surprised|amazed|astonished|pleased)\b.*",
    r"\W*it['’]s (?:amazing|surprising|incredible|astonishing) how\b.*",
    rf"\W*(?:soon,? )?(?:an? |the |that |your )?(?:{_MOVED}\b[^,.;]*{_LONG}|{_LONG} {_MOVED})\b[^,.;]*"
    r" (?:becomes?|gets?|will become|will get) (?:\w+ )?(?:easier|easy)\b.*",
    rf"\W*an? {_LONG} {_MOVED} will (?:feel|seem|be) (?:\w+ )?(?:easy|easier)\b.*{_SOON}\W*",
    rf"\W*(?:{_SOON},? )?you(?:['’]ll| will) (?:soon )?find (?:an? )?{_LONG} {_MOVED} (?:\w+ )?(?:easy|easier)\W*",
    r"\W*(?:(?:each|every) week,? )?(?:(?:you['’]ll|you will|we|we['’]ll|try to|aim to|please) )?"
    r"(?:do|complete|have|aim for|fit in) (?:\d|two|three|four|five) (?:of the )?"
    r"(?:(?:walk|run|jog)[-/ ](?:walk|run|jog) )?(?:runs|walks|sessions|workouts|outings)\b"
    r"(?! of \d)[^.:;\d]*\b(?:week|weekend|schedule|plan|programme|below)\b[^:\d]*",
)
_PLAN = in_any_case(r"\d+ ?km? (?:\w+ ){0,3}(?:plan|programme|program|schedule)\b[^.!?]{0,30}")
_WORDS = (" mean", "surpris", "amaz", "incredibl", "astonish", "eas", "week", "schedule", "below", " plan")


def without_told_of_plans(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without such sentences, and these."""
    kept, told = list[Block](), list[str]()
    for block in _titled(blocks):
        sentences = sentences_in(block.text) if block.kind is BlockKind.PARAGRAPH else []
        said = [one for one in sentences if _is_told(one)]
        others = " ".join(one for one in sentences if one not in said)
        told += said
        kept += [replace(block, text=others)] if said and others else [] if said else [block]
    return kept, told


def _titled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the first is a heading where it calls the plan by its distance: `10 km run plan: week 12`."""
    is_called = bool(blocks) and blocks[0].kind is BlockKind.PARAGRAPH and _PLAN.fullmatch(blocks[0].text.strip())
    return [replace(blocks[0], kind=BlockKind.HEADING, level=1), *blocks[1:]] if is_called else list(blocks)


def _is_told(sentence: str) -> bool:
    small = sentence.lower()
    return any(one in small for one in _WORDS) and bool(_TOLD.fullmatch(sentence.strip()))
