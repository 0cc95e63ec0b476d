"""Parts of a note that are no part of its session: what is eaten, what words mean, what was reached or is tested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from voicecoach.authoring.document import Block, BlockKind
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
            beside = block.level if at and _BESIDE.fullmatch(block.text.strip(" #*:")) else None
        if beside is None:
            yield block
