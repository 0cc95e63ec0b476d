"""A small language for what may be written, for tables that are read at a glance.

A pattern is words with spaces between them. `rest|break` is one of these words or signs, `[of|for]` may be left out
(with all that stands within the brackets), and a word in capitals is one of `PIECES`. `!PIECE` says that this piece
doesn't follow. What the pieces with numbers found is kept, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from voicecoach.definitions.notation.quantities import RANGE, Measure, Span, as_time, chain, spans, stands_alone
from voicecoach.definitions.notation.tokens import END, Token, TokenKind, word_set

Found = tuple[tuple[Span, ...], int]
"""The spans of what was found, and where it ends."""
Matcher = Callable[[tuple[Token, ...], int], Iterator[Found]]
"""All ways in which something can be found at a place, none if it isn't there."""

_REPS = word_set("rep reps repetition repetitions")
_LIMBS = word_set(
    "side sides leg legs arm arms foot feet hand hands hip hips knee knees shoulder shoulders ankle ankles calf calves"
    " elbow elbows wrist wrists thigh thighs way direction"
)
_HOLDS = word_set("hold holds holding pause pauses squeeze off on work rest break")
"""What a time before it belongs to."""


class Pattern(NamedTuple):
    """What can be looked for.

    `starts` are the keys (`key_of`) of the tokens that it can begin with, `is_empty` says that it may find nothing,
    and `words` are all words in it.
    """

    find: Matcher
    starts: frozenset[str]
    is_empty: bool = False
    words: frozenset[str] = frozenset()


def key_of(token: Token) -> str:
    """What patterns are sorted by: a word, or what kind of number it is."""
    return token.text if token.kind is TokenKind.WORD else token.kind.name


def pattern(source: str) -> Pattern:
    """The pattern that `source` describes."""
    return _sequence(iter(source.replace("[", " [ ").replace("]", " ] ").split()))


def _sequence(parts: Iterator[str]) -> Pattern:
    """What comes up to the closing bracket."""
    elements: list[Pattern] = []
    for part in parts:
        if part == "]":
            break
        elements.append(_optional(_sequence(parts)) if part == "[" else _element(part))
    whole = _NOTHING
    for element in reversed(elements):
        whole = _followed_by(element, whole)
    return whole


def _followed_by(first: Pattern, others: Pattern) -> Pattern:
    def find(words: tuple[Token, ...], at: int) -> Iterator[Found]:
        for before, middle in first.find(words, at):
            for after, end in others.find(words, middle):
                yield before + after, end

    starts = first.starts | others.starts if first.is_empty else first.starts
    return Pattern(find, starts, first.is_empty and others.is_empty, first.words | others.words)


def _optional(inner: Pattern) -> Pattern:
    def find(words: tuple[Token, ...], at: int) -> Iterator[Found]:
        yield from inner.find(words, at)
        yield (), at

    return inner._replace(find=find, is_empty=True)


def _element(part: str) -> Pattern:
    if part.startswith("!"):
        return _absent(_element(part[1:]))
    choices = part.split("|")
    pieces = [PIECES[choice] for choice in choices if choice in PIECES]
    literals = frozenset(choices) - PIECES.keys()
    return _any_of([*pieces, _one_of(literals)] if literals else pieces)


def _any_of(choices: list[Pattern]) -> Pattern:
    def find(words: tuple[Token, ...], at: int) -> Iterator[Found]:
        for choice in choices:
            yield from choice.find(words, at)

    starts = frozenset[str]().union(*(choice.starts for choice in choices))
    words = frozenset[str]().union(*(choice.words for choice in choices))
    return choices[0] if len(choices) == 1 else Pattern(find, starts, words=words)


def _absent(inner: Pattern) -> Pattern:
    def find(words: tuple[Token, ...], at: int) -> Iterator[Found]:
        if next(inner.find(words, at), None) is None:
            yield (), at

    return Pattern(find, frozenset(), is_empty=True)


def _one_of(known: frozenset[str]) -> Pattern:
    def find(words: tuple[Token, ...], at: int) -> Iterator[Found]:
        if words[at].text in known and words[at].kind is not TokenKind.END:
            yield (), at + 1

    return Pattern(find, known, words=frozenset(word for word in known if word.isalpha()))


def _nothing(_: tuple[Token, ...], at: int) -> Iterator[Found]:
    yield (), at


_NOTHING = Pattern(_nothing, frozenset(), is_empty=True)


def _number(find: Matcher) -> Pattern:
    return Pattern(find, frozenset((TokenKind.NUMBER.name, TokenKind.CLOCK.name)))


def _measured(*measures: Measure, is_single: bool = False) -> Pattern:
    """A number or a range of them in one of these measures."""

    def find(words: tuple[Token, ...], at: int) -> Iterator[Found]:
        for span, end in spans(words, at):
            if span.measure in measures and not (is_single and span.is_range):
                yield (span,), end

    return _number(find)


def _length(words: tuple[Token, ...], at: int) -> Iterator[Found]:
    """A time, or a bare number that can be meant as seconds."""
    for span, end in spans(words, at):
        if span.measure is Measure.MS or (span.measure is Measure.BARE and stands_alone(words, end)):
            yield (as_time(span),), end


def _length_of_its_own(words: tuple[Token, ...], at: int) -> Iterator[Found]:
    """A time that isn't that of a word behind it, as `15 s` in `45 s rest 15 s`, but not in `45 s rest 15 s hold`."""
    return (found for found in _length(words, at) if words[found[1]].text not in _HOLDS)


def _chain(words: tuple[Token, ...], at: int) -> Iterator[Found]:
    if found := chain(words, at):
        yield found


def _tempo(words: tuple[Token, ...], at: int) -> Iterator[Found]:
    if words[at].kind is TokenKind.TEMPO:
        yield (), at + 1


def _labelled(words: tuple[Token, ...], at: int) -> Iterator[Found]:
    """The numbers behind a label, whatever comes after them: `3` of `sets 3 reps 10`."""
    if words[at].kind is not TokenKind.NUMBER:
        return
    is_range = words[at + 1].text in RANGE and words[at + 2].kind is TokenKind.NUMBER
    end = at + 3 if is_range else at + 1
    yield from _NUMBERS.find((*words[:end], END), at)


_NUMBERS = _measured(Measure.BARE)
PIECES: dict[str, Pattern] = {
    "NUMBER": _measured(Measure.BARE, is_single=True),
    "COUNT": _measured(Measure.BARE, Measure.REPS, is_single=True),
    "NUMBERS": _NUMBERS,  # a number or a range of them, as all of the following
    "LABELLED": _number(_labelled),
    "AMOUNT": _measured(Measure.BARE, Measure.REPS, Measure.MS, Measure.METRES),
    "TIME": _measured(Measure.MS),
    "DISTANCE": _measured(Measure.METRES),
    "LENGTH": _number(_length),
    "LENGTH_OF_ITS_OWN": _number(_length_of_its_own),
    "WEIGHT": _measured(Measure.KG, Measure.LB, Measure.PERCENT),
    "CHAIN": _number(_chain),
    "TEMPO": Pattern(_tempo, frozenset((TokenKind.TEMPO.name,))),
    "SETS": _one_of(word_set("set sets round rounds")),
    "REPS": _one_of(_REPS),
    "WEEKS": _one_of(word_set("week weeks wk wks")),
    "LIMB": _one_of(_LIMBS),
    "REST": _one_of(word_set("rest rests resting break breaks recovery recover")),
}
