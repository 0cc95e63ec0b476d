"""A rest in a sentence before the next part of a run, as a line: `Rest 4 minutes, then 4 x 200 m off 60 s`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import UNIT_OF_TIME
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_LONG = rf"(?P<rest>\d[\d:.]*\s?-?{UNIT_OF_TIME})"
_FAR = r"\d{1,2}\s?[x×]\s?\d[\d.,]*\s?(?:k?m|k|met(?:re|er)s?|miles?|yards?)\b"
_NEXT = rf"(?:(?:run|do|finish with|go into)\s+)?(?P<next>{_FAR}.*)"
_BEFORE = tuple(
    in_any_case(rf"(?:and\s+|then\s+)*{one}\s*{_NEXT}")
    for one in (
        (
            rf"{any_of('rest', 'take', 'recover', 'have', 'break')}(?:\s+for)?(?:\s+an?)?\s+{_LONG}"
            r"(?:['’]?\s+(?:of\s+)?(?:easy\s+|full\s+)?(?:rest|recovery|break|off))?,?\s+(?:and\s+)?(?:then|before)\b,?"
        ),
        rf"after\s+(?:an?\s+)?{_LONG}['’]?\s+(?:of\s+)?(?:rest|recovery|break),?",
        rf"{_LONG}['’]?\s+(?:of\s+)?(?:rest|recovery|break),?\s+(?:and\s+)?then\b,?",
    )
)


def with_rests_before(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a sentence that tells of a rest and of repetitions behind it is a line for each of them."""
    for block in blocks:
        may_be = block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and "x" in block.text.lower()
        sentences = list(sentences_in(block.text)) if may_be else []
        found = [next((one for way in _BEFORE if (one := way.fullmatch(text))), None) for text in sentences]
        if not any(found[1:]):
            yield block
            continue
        texts = [
            piece
            for text, one in zip(sentences, found, strict=True)
            for piece in ((f"{one['rest']} rest", one["next"]) if one else (text,))
        ]
        yield from (replace(block, text=text, breaks=0 if at else block.breaks) for at, text in enumerate(texts))
