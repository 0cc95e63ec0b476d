"""What is said of scores beside how often a list is done: `100 reps in all. Repeat 3 times, and note your time`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_N = any_of(r"\d{1,2}", "two|three|four|five|six|seven|eight|nine|ten")
_OFTEN = in_any_case(
    r"\W*(?:(?:now|then|and|aim to|try to|see if you can),?\s+)*"
    r"(?:repeat|redo|do|complete|perform|go through|run through)\b"
    rf"[^.!?;:]{{0,40}}?\b(?:(?:{_N}|{_N}\s?(?:[-–]|to|or)\s?{_N})(?: more| full)? (?:times|rounds|circuits)|twice)"
    r"(?: (?:in total|through|more|over))*"
)
_KEEP = any_of(
    "(?:keep|make|take)(?: a)? (?:record|note|track|log|score)|record|note|log|write|jot|track|time|compare|remember",
    "(?:try|aim|see if you can|attempt)(?: and| to)? (?:beat|improve|better|lower|match)|beat|improve|see how",
)
_ON_SCORES = rf"{_KEEP}\b(?!\w)[^.!?\d]{{0,60}}"
_TAIL = in_any_case(rf"(?:,? (?:and|then|while|whilst)|,|\s[-–—])\s+(?:also )?{_ON_SCORES}[.!]?")
_SCORE = in_any_case(rf"\W*(?:(?:then|and|also|do|please|don['’]t forget to),?\s+)*{_ON_SCORES}\W*")
_TOTAL = in_any_case(
    r"\W*(?:that(?:['’]s| is| makes)|this is|it(?:['’]s| is)|for)\s+(?:a total of\s+|only\s+|just\s+)?\d{2,4}\s+"
    r"(?:total\s+)?(?:reps|repetitions)(?:\s+(?:in total|in all|altogether|total|per round|a round|each round))?\W*",
    r"\W*(?:a total of\s+)?\d{2,4}\s+(?:total\s+(?:reps|repetitions)"
    r"|(?:reps|repetitions)\s+(?:in total|in all|altogether|total))\W*",
)
"""How often that is in all: no amount of the last exercise."""


def with_often_alone(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; how often a list is done stands without what is said of its scores."""
    return [_alone(one) if one.kind is BlockKind.PARAGRAPH and len(one.text) < MOST else one for one in blocks]


MOST = 400


def _alone(block: Block) -> Block:
    sentences = list(sentences_in(block.text))
    at = next((at for at, one in enumerate(sentences) if _OFTEN.match(one)), None)
    if at is None:
        return block
    kept = list(_kept(sentences, at))
    return block if kept == sentences else replace(block, text=" ".join(kept))


def _kept(sentences: Sequence[str], at: int) -> Iterator[str]:
    """The sentences that say more than a score; `at` is the one that says how often."""
    for place, sentence in enumerate(sentences):
        if place == at:
            often = _OFTEN.match(sentence)
            assert often  # noqa: S101 - found by the caller
            yield f"{often[0]}." if _TAIL.fullmatch(sentence, often.end()) else sentence
        elif not (_SCORE.fullmatch(sentence) or _TOTAL.fullmatch(sentence)):
            yield sentence
