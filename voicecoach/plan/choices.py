"""What a listener may choose about a session, and how the choices turn its definition into this week's workout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from voicecoach.definitions.amounts import Amount, Tempo
from voicecoach.definitions.exercise_names import Matcher
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.notation import NotationError, shown
from voicecoach.definitions.session import Intro
from voicecoach.errors import nearest
from voicecoach.times import Ms

T = TypeVar("T", bound=StrEnum)


class Detail(StrEnum):
    """How much is said."""

    FULL = "full"
    BRIEF = "brief"  # announcements, counts and one cue a set
    COUNTS = "counts"  # transitions and counts
    TONES = "tones"  # no voice; ticks mark the repetitions

    def says(self, least: Detail) -> bool:
        """Whether this detail has the lines that begin with `least`."""
        return _RANKS[self] <= _RANKS[least]


_RANKS = {detail: rank for rank, detail in enumerate(Detail)}


def parse_detail(value: object) -> Detail:
    """One of the details by its name. Raises NotationError."""
    return _one_of(Detail, value)


def parse_intro(value: object) -> Intro:
    """One of the intros by its name. Raises NotationError."""
    return _one_of(Intro, value)


def _one_of(kind: type[T], value: object) -> T:
    names = [str(one) for one in kind]
    if value not in names:
        raise NotationError(f"{shown(value)} is not one of {', '.join(names)}.{nearest(str(value)[:20], names)}")
    return kind(str(value))


@dataclass(frozen=True)
class Choices:
    """The options that shape a session; `None` leaves it to the definition.

    `with_items` and `without` are names of equipment, `variations` pairs of an exercise's name and a variation's.
    `swaps` are pairs of an exercise's name and that of another of the session's, which takes its place.
    `weeks` is how long the programme goes on at least, if that is longer than the session builds; `client` is who it
    is for, by the name the opening greets. `intro` is how much the opening says.
    """

    week: int = 1
    weeks: int | None = None
    client: str | None = None
    with_items: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    variations: tuple[tuple[str, str], ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    minutes: int | None = None
    only: tuple[str, ...] = ()
    sets: int | None = None
    reps: Amount | None = None
    hold: Amount | None = None
    rest: Ms | None = None
    tempo: Tempo | None = None
    lead_in: Ms | None = None
    detail: Detail = Detail.FULL
    count_aloud: bool | None = None
    intro: Intro | None = None
    seed: int = 0
    unlimited: bool = False

    @property
    def takes_room(self) -> bool:
        """Whether sets, rests or time may be less than written: what has no room then is the listener's choice."""
        return any(one is not None for one in (self.minutes, self.sets, self.rest, self.reps, self.hold))

    @property
    def takes_rests(self) -> bool:
        """Whether rests may be less or fewer than written, also since only some exercises are done."""
        return self.takes_room or bool(self.only)

    def of(self, exercises: Iterable[Exercise]) -> Choices:
        """The choices with their exercises by the names that they have here, if another of their names was given."""
        titles = {one.name: one.title for one in exercises}

        def known(name: str) -> str:
            return name if name in titles else Matcher(titles).matched(name) or name

        return replace(
            self,
            only=tuple(map(known, self.only)),
            variations=tuple((known(exercise), name) for exercise, name in self.variations),
            swaps=tuple((known(one), known(use)) for one, use in self.swaps),
        )
