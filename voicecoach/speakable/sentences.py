"""A line in the parts in which it is spoken: its sentences, and what is too long for one breath in shorter pieces."""

from __future__ import annotations

import re

LONGEST_PIECE = 250
"""Characters. Longer lines went missing, or came out empty, when pyttsx3 wrote them to a file."""

_END = r"[.!?…][\"')]*( )(?![a-z])"
"""A sentence's end marks, what closes around them, and the space before the next one."""

_NO_END = r"(?:^|[\s\"'(])(?:[^\W\d_]|Dr|Mr|Mrs|Ms|St|Prof|Sr|Jr|No|Nr|vs|ca|bzw|Hr|Fr|Mme|Mlle)\.$"
"""A title or an initial, whose dot ends no sentence."""

_LONGEST_NO_END = 8


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a spoken form, each with its end mark; joined with spaces they are the text again.

    One over `LONGEST_PIECE` characters comes in several pieces; only a word longer than that is cut.
    """
    ends = [match.start(1) for match in re.finditer(_END, text) if not _is_abbreviated(text, match)]
    begins = [0, *(end + 1 for end in ends)]
    whole = [text[begin:end] for begin, end in zip(begins, [*ends, len(text)], strict=True)]
    return tuple(piece for sentence in whole if sentence for piece in pieces(sentence))


def pieces(text: str) -> list[str]:
    """`text` in parts of at most `LONGEST_PIECE` characters, divided at sentence ends where there are any."""
    if 0 < len(text) <= LONGEST_PIECE:
        return [text]
    return [piece for part in _packed(re.split(r"(?<=[.!?;:])\s+", text)) for piece in _short(part)]


def _is_abbreviated(text: str, end: re.Match[str]) -> bool:
    upto = end.start() + 1
    return re.search(_NO_END, text[max(0, upto - _LONGEST_NO_END) : upto]) is not None


def _short(part: str) -> list[str]:
    if len(part) <= LONGEST_PIECE:
        return [part]
    words = [
        word[at : at + LONGEST_PIECE]
        for word in re.split(r"(?<=,)\s+|\s+", part)
        for at in range(0, len(word), LONGEST_PIECE)
    ]
    return _packed(words)


def _packed(parts: list[str]) -> list[str]:
    packed: list[str] = []
    for part in parts:
        if packed and len(packed[-1]) + 1 + len(part) <= LONGEST_PIECE:
            packed[-1] += f" {part}"
        else:
            packed.append(part)
    return packed
