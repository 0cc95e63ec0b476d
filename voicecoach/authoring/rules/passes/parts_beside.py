"""Parts of a note that are no part of its session: what is eaten, what words mean, what was reached or is tested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_OF = r"(?:[\w&’'-]+\s+){0,2}?"
_BESIDE = in_any_case(
    rf"(?:\d+[.)]\s*)?(?!fitness\b|strength\b){_OF}"
    + any_of(
        "nutrition|diet|meals?|meal (?:plan|prep)|food|supplements?|hydration|groceries",
        "glossary(?: of .*)?|terminology|abbreviations",
        "(?:my )?(?:prs?|pbs?|personal (?:records|bests)|1 ?rms?|one[- ]rep max(?:es)?)",
        "(?:body )?measurements|sleep|shopping list",
        "(?:self[- ])?assessments?(?: tests?)?|screening(?: tests?)?",
    )
    + r"(?:\s+(?:plan|tips|notes|guide|log|tracker))?\s*(?:[(:&+/–—-].*)?"
)

_LIBRARY = in_any_case(
    r"\W*(?:(?:my|the|our|full|complete|alternative)\s+)*(?:exercises?|movements?|lifts?|moves?)\s+"
    r"(?:library|data ?base|bank|index|catalog(?:ue)?|directory|dictionary|encyclop(?:a?e)dia|inventory)\W*(?:\(.*)?"
)
"""The heading of all that one knows, which isn't done if no amount stands with it."""
_AMOUNT = in_any_case(r"\d\s*(?:[x×]\s*\d|reps?|sets?|rounds?|s\b|secs?|seconds|min)")

_CARED = any_of(
    "(?:re)?hydrat(?:ion|ed?|ing)|nutrition|diet|(?:healthy )?eating|eat (?:well|healthy|clean)|protein(?: shake)?",
    r"(?:recovery |protein )(?:drinks?|shakes?|smoothies?)|water(?= intake|:? \d)(?: intake)?|meal prep(?:ping)?",
    "stress management|supplements?",
    "sleep|naps?|early (?:night|bed(?:time)?)|bedtime|journal(?:l?ing)?|massage|sauna|steam room",
    "(?:hot |warm |cold |ice |contrast )?(?:epsom[ -]salts? )?(?:baths?|showers?)",
)
_WELL = any_of(
    "good|proper|adequate|plenty of|enough|quality|deep|more|stay(?: well)?|get|take|focus on|prioriti[sz]e|optional",
    "an?|your|day|balanced|healthy",
)
_CARE = in_any_case(
    rf"(?:rest\s+(?:and|&|\+)\s+)?(?:{_WELL}\s+)*{_CARED}"
    rf"(?:(?:\s*[,&+/]\s*(?:and\s+)?|\s+and\s+)(?:good\s+)?{_CARED})*"
    r"(?:\s*(?:[(:]|\s[–—-]\s|\d|is\b|for\b).*)?\W*"
)
"""How somebody takes care of himself, among what is done: `Good hydration`, `Sleep: 8 hours`."""


def without_parts_beside(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, without what stands below a heading of what is no exercise, up to the next of its rank.

    Nothing is left out where the session itself would be.
    """
    kept = list(_kept(blocks))
    return kept if len(kept) > 1 else list(blocks)


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    beside: int | None = None
    for at, block in enumerate(blocks):
        is_heading = block.kind is BlockKind.HEADING
        if is_heading and (beside is None or block.level <= beside):
            beside = block.level if at and _is_beside(blocks, at) else None
        if beside is None and not (block.kind is BlockKind.ITEM and _CARE.fullmatch(block.text.strip(" *_."))):
            yield block


def _is_beside(blocks: Sequence[Block], at: int) -> bool:
    title = blocks[at].text.strip(" #*:")
    return bool(_BESIDE.fullmatch(title) or (_LIBRARY.fullmatch(title) and _only_names(blocks, at)))


def _only_names(blocks: Sequence[Block], at: int) -> bool:
    """Whether no amount stands below a heading, up to the next of its rank, and one stands elsewhere."""
    rank = blocks[at].level
    below = list(
        takewhile(lambda one: one.kind is not BlockKind.HEADING or one.level > rank, islice(blocks, at + 1, None))
    )
    others = (*blocks[:at], *blocks[at + 1 + len(below) :])
    return not any(map(_says_amount, below)) and any(
        _says_amount(one) and has_movement(" ".join((one.text, *one.cells))) for one in others
    )


def _says_amount(block: Block) -> bool:
    return bool(_AMOUNT.search(" ".join((block.text, *block.cells))))
