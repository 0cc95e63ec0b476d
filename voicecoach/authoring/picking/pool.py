"""Which exercises of the library come into question for a request, and in which order of preference."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from voicecoach.authoring.picking.belonging import STRENGTH, is_jump, is_skipped, quiet_way, works, works_too
from voicecoach.authoring.picking.request import FOCUSES, ON_THE_ROAD, USUAL_MINUTES, Focus, PickKind, Request
from voicecoach.authoring.picking.words import ITEM_WORDS
from voicecoach.definitions.groups import Difficulty, Family, Muscle
from voicecoach.definitions.index import ExerciseEntry, Index

ALWAYS_THERE = frozenset({"mat", "wall"})
"""A soft floor and a wall are no equipment."""
IN_A_HOME = frozenset({"books", "chair", "cushion", "radiator", "sofa", "step", "strap", "table", "towel"})
"""What most homes have: taken for granted unless the request speaks of equipment."""
WARMING = frozenset({Family.MOBILITY, Family.RUNNING, Family.CONDITIONING})
LONGEST_DRILL_S = 60
"""Running that goes on for longer needs a road."""
LEVELS = tuple(Difficulty)
USUAL_LEVEL = Difficulty.INTERMEDIATE
FIRST_MUSCLES = 2
"""What warms up for those muscles that its first two are."""
FEWEST_OF_A_PART, MINUTES_EACH = 2, 6
"""With fewer for a part of the body, or for so many minutes, easier variations of the next level come in."""
FOR_AN_ITEM, FOR_THE_LEVEL = 0.6, 0.7
"""How far to the front what uses a named item, or is of the level asked for, moves in an order from 0 to 1."""
LIKE = {"band": "long-band", "long-band": "band", "dumbbell": "dumbbells", "dumbbells": "dumbbell"}
"""Equipment that is easily mistaken for another one."""
SAID_TOGETHER = tuple(dict.fromkeys(names for names in ITEM_WORDS.values() if len(names) > 1))
"""Pieces of equipment that people ask for by one word, such as bands."""


@dataclass(frozen=True)
class Choice:
    """An exercise with the variation in which it is done, if that is an easier or a harder one."""

    entry: ExerciseEntry
    variation: str | None = None

    @property
    def name(self) -> str:
        """The exercise's name."""
        return self.entry.name

    @property
    def muscle(self) -> Muscle | None:
        """The muscle that works most."""
        return self.entry.muscles[0] if self.entry.muscles else None

    @property
    def is_easier(self) -> bool:
        """Whether it is done in an easier way."""
        return self.variation is not None and self.variation == self.entry.easier

    def uses(self, items: Collection[str]) -> bool:
        """Whether it can be done with one of these."""
        return any(item in items for need in self.entry.needs for item in need)


def _at_its_hardest(one: Choice) -> Choice:
    if one.variation:
        return one
    return replace(one, variation=None if one.entry.level is LEVELS[-1] else one.entry.harder)


def pieces(items: Collection[str]) -> Iterator[tuple[str, ...]]:
    """What was asked for, of what may serve as each: of `band` and `long-band` either is a band."""
    together = [names for names in SAID_TOGETHER if {*names} <= {*items}]
    yield from together
    yield from ((item,) for item in items if not any(item in names for names in together))


@dataclass(frozen=True)
class Pool:
    """The exercises of `index` that fit `request`; `seed` shuffles them, and so does each `attempt` with a seed."""

    index: Index
    request: Request
    seed: int
    attempt: int = 0
    there: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        there = ALWAYS_THERE | {*self.request.items, *self.request.there}
        if not (self.request.bare or self.request.only):
            there |= IN_A_HOME
        object.__setattr__(self, "there", frozenset(there) - {*self.request.missing})

    @property
    def level(self) -> Difficulty:
        """The highest level that is allowed."""
        return self.request.level or USUAL_LEVEL

    def like(self, item: str) -> tuple[str, list[Choice]]:
        """The piece of equipment most like this one, as bands and long bands are, with what could be done with it."""
        other = LIKE.get(item, "")
        wider = replace(self, request=replace(self.request, there=(*self.request.there, other)))
        found = [one for part in self.request.parts for one in wider.of_part(part) if one.uses({other})]
        return other, [] if other in self.there else list({one.name: one for one in found}.values())

    def unused(self, choices: Sequence[Choice]) -> list[str]:
        """The pieces of equipment asked for that none of these exercises uses, by one of their names."""
        return [piece[0] for piece in pieces(self.request.items) if not any(one.uses(piece) for one in choices)]

    def of_part(self, part: str) -> list[Choice]:
        """Those for a part of the body or a kind of work, the preferred ones first; else those that work it too."""
        return self._for_part(part) or self._beside(part)

    def by_the_way(self, part: str) -> list[Choice]:
        """Where nothing is for a part of the body: what works its muscles too, if not the most."""
        return [] if self._for_part(part) else self._beside(part)

    def _beside(self, part: str) -> list[Choice]:
        focus = FOCUSES[part]
        found = self._chosen(lambda one: self._is_beside(one, focus) and self._is_within(one.level))
        found += self._easier(lambda one: self._is_beside(one, focus))
        return sorted(found, key=lambda one: min(map(one.entry.muscles.index, focus.muscles & {*one.entry.muscles})))

    def _for_part(self, part: str) -> list[Choice]:
        focus = FOCUSES[part]
        plain = self._chosen(lambda one: self._is_for(one, focus) and self._is_within(one.level))
        if self.request.level is LEVELS[-1]:
            plain = list(map(_at_its_hardest, plain))
        minutes = self.request.minutes or USUAL_MINUTES
        if len(plain) >= max(FEWEST_OF_A_PART, minutes // MINUTES_EACH // len(self.request.parts)):
            return plain
        return plain + self._easier(lambda one: self._is_for(one, focus))

    def _easier(self, is_wanted: Callable[[ExerciseEntry], bool]) -> list[Choice]:
        """Easier ways of what is one level too hard."""
        above = LEVELS[LEVELS.index(self.level) + 1 :][:1]
        found = self._chosen(lambda one: is_wanted(one) and one.level in above and bool(one.easier))
        return [Choice(one.entry, one.entry.easier) for one in found]

    def warming(self) -> list[Choice]:
        """What warms up: mobility in movement, and what is quick and light."""
        return self._chosen(lambda one: one.family in WARMING and self._warms(one))

    def stretches(self) -> list[Choice]:
        """Stretches that are held."""
        return self._chosen(lambda one: one.family is Family.MOBILITY and one.hold and self._is_within(one.level))

    def _warms(self, one: ExerciseEntry) -> bool:
        if one.hold or (one.family is Family.CONDITIONING and one.needs) or not self._is_quiet_enough(one):
            return False
        if one.family is Family.RUNNING and {*self.request.apart} & ON_THE_ROAD:
            return False
        is_light = one.level is Difficulty.BEGINNER and (one.set_s or 0) <= LONGEST_DRILL_S
        return self._is_within(one.level) if one.family is Family.MOBILITY else is_light

    def _is_for(self, one: ExerciseEntry, focus: Focus) -> bool:
        if not self._is_quiet_enough(one):
            return False
        if any(self._belongs(one, FOCUSES[apart]) for apart in self.request.apart):
            return False
        return self._belongs(one, focus)

    def _is_beside(self, one: ExerciseEntry, focus: Focus) -> bool:
        is_apart = any(self._belongs(one, FOCUSES[apart]) for apart in self.request.apart)
        return self._is_quiet_enough(one) and not is_apart and one.family in STRENGTH and works_too(one, focus)

    def _belongs(self, one: ExerciseEntry, focus: Focus) -> bool:
        is_quick = one.family is Family.CONDITIONING or (is_skipped(one) and self._uses_named(one))
        if one.family in focus.families or (is_quick and Family.CONDITIONING in focus.families):
            return True
        is_strength = one.family in STRENGTH or (
            is_quick and (self.request.kind is PickKind.TABATA or self._uses_named(one))
        )
        by_muscle = not focus.families or one.family not in STRENGTH
        return is_strength and by_muscle and works(one, focus)

    def _is_quiet_enough(self, one: ExerciseEntry) -> bool:
        return not (self.request.quiet and is_jump(one)) or quiet_way(one) is not None

    def _is_within(self, level: Difficulty | None) -> bool:
        return level is not None and LEVELS.index(level) <= LEVELS.index(self.level)

    def _uses_named(self, one: ExerciseEntry) -> bool:
        return Choice(one).uses({*self.request.items, *self.request.there})

    def _can_be_done(self, one: ExerciseEntry) -> bool:
        return one.set_s is not None and all(any(item in self.there for item in need) for need in one.needs)

    def _chosen(self, is_wanted: Callable[[ExerciseEntry], bool]) -> list[Choice]:
        entries = (one for one in self.index.exercises.values() if is_wanted(one) and self._can_be_done(one))
        return [self._way(one) for one in sorted(entries, key=self._rank)]

    def _way(self, one: ExerciseEntry) -> Choice:
        """How it is done: without a jump where it has to be quiet."""
        return Choice(one, quiet_way(one) if self.request.quiet and is_jump(one) else None)

    def _rank(self, one: ExerciseEntry) -> tuple[float, str]:
        better = FOR_AN_ITEM * self._uses_named(one) + FOR_THE_LEVEL * self._nearness(one.level)
        return self._chance(one.name) - better, one.name

    def _nearness(self, level: Difficulty | None) -> float:
        """How near a level is to the one asked for: 0 of the easiest and where none was asked for, 1 of that itself."""
        if level is None or not self.request.level:
            return 0.0
        return LEVELS.index(level) / max(LEVELS.index(self.request.level), 1)

    def _chance(self, name: str) -> float:
        """A number from 0 to 1 that looks like chance and is always the same."""
        attempt = f".{self.attempt}" if self.attempt else ""
        digest = hashlib.sha256(f"{self.seed}{attempt} {name}".encode()).digest()
        return int.from_bytes(digest[:6]) / 2**48
