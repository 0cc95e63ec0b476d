"""A few hundred sessions of every kind, laid out once for all the properties that are checked on them.

Those of small numbers are the simplest: one section, all as the session has it, a voice as usual. A property that fails
shrinks to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from hypothesis import settings
from hypothesis import strategies as st

from tests.plan.expected import Piece, pieces
from tests.plan.laid import Laid, SpeechLength, erratic, laid, plain, slow, tiny, usual
from tests.plan.sessions import Mixed, session
from voicecoach.definitions.session import Intro, Session
from voicecoach.plan.choices import Choices, Detail
from voicecoach.times import Ms

COUNT = 350
SIMPLE = 105
"""So many of them are simple: each kind of section fifteen times."""
UNHURRIED = (usual, tiny)
"""Voices that leave room for what has to be said."""


@dataclass(frozen=True)
class Example:
    """A session with choices and a voice, and what comes of them."""

    number: int
    session: Session
    choices: Choices
    speech: SpeechLength

    @cached_property
    def laid(self) -> Laid:
        return laid(self.session, self.choices, self.speech, phrases=plain())

    @cached_property
    def pieces(self) -> list[Piece]:
        return pieces(self.session, self.choices.lead_in)

    @property
    def is_full(self) -> bool:
        """Whether all is said, by a voice that is as quick as they are."""
        return self.choices.detail is Detail.FULL and self.speech in UNHURRIED

    def __repr__(self) -> str:
        kinds = ", ".join(section.kind for section in self.session.sections)
        return f"example({self.number}): {kinds}; {self.speech.__name__}, {self.choices.detail}"


@cache
def example(number: int) -> Example:
    """The session of a number."""
    if number < SIMPLE:
        return Example(number, session(number, (number,)), Choices(unlimited=True), usual)
    mixed = Mixed(f"choices {number}")
    chosen = Choices(
        detail=mixed.one("detail", (Detail.FULL, Detail.FULL, *Detail)),
        seed=mixed.number("seed", -5, 5),
        count_aloud=mixed.one("count aloud", (None, True, False)),
        lead_in=mixed.one("lead-in", (None, None, Ms(0), Ms(2000), Ms(3000), Ms(30_000))),
        intro=mixed.one("intro", (None, None, *Intro)),
        unlimited=True,
    )
    numbers = (number, mixed.number("second", 0, 699)) if mixed.one("two", (True, False)) else (number,)
    return Example(number, session(number, numbers), chosen, mixed.one("speech", (usual, usual, slow, tiny, erratic)))


anything = st.integers(0, COUNT - 1).map(example)
full = st.sampled_from([n for n in range(COUNT) if example(n).is_full]).map(example)
all_of_them = settings(max_examples=120)
