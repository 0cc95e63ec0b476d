"""Exercises that sentences name one after the other, without amounts, as in `First one is squats. Then push-ups`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_WELL = r"\W*(?:(?:and|so|ok(?:ay)?|oh|um|uh|er)\b[,\s]*)*"
_ONE = r"(?:\s+(?:one|up|exercise|move|thing))?(?:\s+(?:is|was|are|were|we\s+have|we\s+do|you\s+do)|['’]s)?"
_WHICH = any_of("second|third|fourth|fifth|sixth|seventh|eighth|next|last|final")
_FIRST = rf"(?:the\s+|your\s+)?first{_ONE}"
_NEXT = any_of(
    rf"(?:the\s+|your\s+)?{_WHICH}{_ONE}",
    r"then(?:\s+(?:it['’]s|we\s+do|you\s+do|do|come))?",
    r"after\s+that(?:\s+it['’]s)?",
)
_CALLED = in_any_case(
    rf"{_WELL}(?:(?P<first>{_FIRST})|{_NEXT})\b[,:\s]+{_WELL}(?:(?:some|the|an?|your|it['’]s)\s+)?"
    r"(?P<name>[^.,;:!?()\d]{3,40}?)(?:,\s+(?P<remark>[^.!?\d()]+))?[.!?\s]*"
)
"""A sentence that says which exercise comes next, and no more."""
_ALSO = in_any_case(r",\s+(?=(?:and\s+)?(?:then|after that|finally|(?:the\s+)?(?:next|last|final))\b)")
LEAST_CALLED = 3


def counted_off(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which sentences that each say which exercise comes next are a list of these."""
    sentences = [one for block in blocks for one in _sentences(block)]
    called = [_called(one) for one in sentences]
    at = [at for at, one in enumerate(called) if one]
    if len(at) < LEAST_CALLED or not called[at[0]].startswith("1"):
        return list(blocks)
    between = [one for one, is_called in zip(sentences[at[0] : at[-1]], called[at[0] :], strict=False) if not is_called]
    if any(facts_of(parts_of(one)).has_amount for one in between):
        return list(blocks)  # each has its own amount
    return [one for block in blocks for one in _apart(block)]


def _sentences(block: Block) -> list[str]:
    sentences = sentences_in(block.text) if block.kind is BlockKind.PARAGRAPH else []
    return [piece for one in sentences for piece in _pieces(one)]


def _pieces(sentence: str) -> list[str]:
    """A sentence; its parts, if each of them says which exercise comes next."""
    pieces = _ALSO.split(sentence)
    return pieces if all(map(_called, pieces)) else [sentence]


def _called(sentence: str) -> str:
    """What a sentence calls with its remark, behind `1` for the first of them, `""` if it does anything else."""
    found = _CALLED.fullmatch(sentence) if not any(map(str.isdecimal, sentence)) else None
    name = found["name"].strip() if found else ""
    if not found or not reads_as_name(name) or not ends_with_movement(name) or parts_of(sentence).parts:
        return ""
    remark = f" ({found['remark'].strip()})" if found["remark"] else ""
    return f"{1 if found['first'] else 2} {name}{remark}"


def _apart(block: Block) -> Iterator[Block]:
    """The block; what its sentences call as items, with what stands between them."""
    sentences = _sentences(block)
    called = [_called(one) for one in sentences]
    if not any(called):
        yield block
        return
    for at, (sentence, one) in enumerate(zip(sentences, called, strict=True)):
        breaks = block.breaks if at == 0 else 0
        if one:
            yield replace(block, kind=BlockKind.ITEM, text=one[2:], marker="-", breaks=breaks)
        else:
            yield replace(block, text=sentence, breaks=breaks)
