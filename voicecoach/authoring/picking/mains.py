"""The main part of a picked session: every way in which it could go, with its length, for `fitting` to choose from."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from voicecoach.authoring.picking.choosing import Chooser
from voicecoach.authoring.picking.lengths import listed_s, low_set_s, rounds_s, set_s, sets_s
from voicecoach.authoring.picking.pool import Choice
from voicecoach.authoring.picking.request import PickKind
from voicecoach.definitions.groups import Difficulty

IDEAL_REST_S = {Difficulty.BEGINNER: 30, Difficulty.INTERMEDIATE: 20, Difficulty.ADVANCED: 15}
IDEAL_SETS_REST_S = {Difficulty.BEGINNER: 45, Difficulty.INTERMEDIATE: 45, Difficulty.ADVANCED: 60}
CLOCK_S = {Difficulty.BEGINNER: (30, 30), Difficulty.INTERMEDIATE: (40, 20), Difficulty.ADVANCED: (45, 15)}
"""The clock of intervals: work and rest."""
RESTS_S, SETS_RESTS_S = range(15, 50, 5), range(30, 95, 5)
ROUND_RESTS_S = (*range(30, 95, 5), 105, 120)
IDEAL_ROUND_REST_S = 60
PAIR_REST_S = 10
TABATA_CLOCK_S = (20, 10)
LONGEST_BLOCK_S = 20 * 60
MAIN_SHARE = 0.7
"""About so much of a session is its main part."""
SIZES, SETS_SIZES, PAIRS = range(2, 9), range(1, 15), range(1, 10)
ROUNDS, IDEAL_ROUNDS, IDEAL_SIZE = range(1, 7), 3, 5
TABATA_ROUNDS, TABATA_BREAK_S = (8, 6, 4), 60
"""A Tabata is eight times one exercise, if there is time for it, with a break before the next one."""
JUMPS, JUMP_SETS, JUMP_RESTS_S = range(1, 6), range(2, 5), range(60, 95, 5)
IDEAL_JUMPS, IDEAL_JUMP_REST_S = 3, 75
"""Jumps are few and fresh: long rests, whatever else a session is."""
FEWEST_SETS_SIZE, MOST_SETS_SIZE = 3, 7
"""Fewer exercises than these are few for straight sets, and more are many."""
REST_STEP_S = 5
MINUTE_S = 60
MOST_IN_MINUTE_S = 40
"""A set of an EMOM leaves a third of its minute for rest."""
EMOM_SIZE, AMRAP_SIZE = 3, 5
ODD_ROUND, ODD_ONCE, ODD_SIZE, ODD_SMALL, ODD_STEP_S = 1.5, 4.0, 2.0, 6.0, 10
"""How odd it is to have another round or exercise than is ideal, a single round, each exercise that a block has too
little of `SMALL_SIZE`, or a rest that is so much off."""
SMALL_SIZE = 4


@dataclass(frozen=True)
class Main:
    """A main part: its blocks of exercises, how often each is gone through, and the rests within and between rounds.

    `seconds` is how long it takes, `oddness` how far it is from what a coach would do first. In an EMOM and an AMRAP
    `minutes` is its length.
    """

    kind: PickKind
    blocks: tuple[tuple[Choice, ...], ...]
    seconds: float
    rounds: int = 1
    rest_s: int = 0
    round_rest_s: int = 0
    work_s: int = 0
    minutes: int = 0
    oddness: float = 0.0

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All its exercises, in order."""
        return tuple(one for block in self.blocks for one in block)


def mains(kind: PickKind, chooser: Chooser, level: Difficulty, about_s: float) -> Iterator[Main]:
    """The ways in which the main part of a session of about this length could go."""
    if "jumps" in chooser.queues:
        yield from jump_sets(chooser)
    elif kind is PickKind.SETS:
        yield from _straight_sets(chooser, level)
    elif kind is PickKind.SUPERSETS:
        yield from _pairs(chooser)
    elif kind is PickKind.TABATA:
        yield from _tabatas(chooser)
    elif kind in {PickKind.EMOM, PickKind.AMRAP}:
        yield from _by_the_minute(kind, chooser, about_s)
    else:
        yield from _circuits(kind, chooser, level, about_s)


def _circuits(kind: PickKind, chooser: Chooser, level: Difficulty, about_s: float) -> Iterator[Main]:
    count = max(1, math.ceil(MAIN_SHARE * about_s / LONGEST_BLOCK_S))
    work_s, rest_s = CLOCK_S[level] if kind is PickKind.INTERVALS else (0, IDEAL_REST_S[level])
    rests = (rest_s,) if work_s else RESTS_S
    for size in SIZES:
        blocks = chooser.blocks(count, size, again=True)
        works = _works(blocks, work_s)
        for rounds, rest, round_rest in product(ROUNDS, rests, ROUND_RESTS_S) if blocks else ():
            if rounds == 1 and round_rest > ROUND_RESTS_S[0]:
                continue
            seconds = sum(rounds_s(block, rounds, rest, round_rest) for block in works)
            odd = (abs(rest - rest_s) + abs(round_rest - IDEAL_ROUND_REST_S) / 2) / ODD_STEP_S
            odd += _odd_rounds(rounds) + _odd_sizes(blocks)
            yield Main(kind, _frozen(blocks), seconds, rounds, rest, round_rest, work_s, oddness=odd)


def _straight_sets(chooser: Chooser, level: Difficulty) -> Iterator[Main]:
    ideal = IDEAL_SETS_REST_S[level]
    for size in SETS_SIZES:
        blocks = chooser.blocks(1, size, again=False)
        for sets, rest in product(ROUNDS, SETS_RESTS_S) if blocks else ():
            seconds = sets_s(_works(blocks)[0], sets, rest)
            odd = abs(rest - ideal) / ODD_STEP_S + _odd_rounds(sets) + max(size - MOST_SETS_SIZE, 0)
            odd += ODD_SMALL * max(FEWEST_SETS_SIZE - len(blocks[0]), 0)
            yield Main(PickKind.SETS, _frozen(blocks), seconds, sets, rest, oddness=odd)


def _pairs(chooser: Chooser) -> Iterator[Main]:
    for count in PAIRS:
        blocks = chooser.blocks(count, 2, again=True)
        for rounds, rest in product(ROUNDS, ROUND_RESTS_S) if blocks else ():
            seconds = sum(rounds_s(works, rounds, PAIR_REST_S, rest) for works in _works(blocks))
            odd = abs(rest - IDEAL_ROUND_REST_S) / ODD_STEP_S + _odd_rounds(rounds)
            yield Main(PickKind.SUPERSETS, _frozen(blocks), seconds, rounds, PAIR_REST_S, rest, oddness=odd)


def _tabatas(chooser: Chooser) -> Iterator[Main]:
    """A block for each exercise, so that each is introduced before its clock starts."""
    work_s, rest_s = TABATA_CLOCK_S
    for count in PAIRS:
        blocks = [[one] for block in chooser.blocks(1, count, again=False) for one in block]
        for rounds in TABATA_ROUNDS if blocks else ():
            clock_s = len(blocks) * (rounds * (work_s + rest_s) - rest_s)
            seconds = clock_s + sum(tabata_before_s(block, rounds) for block in blocks)
            odd = (TABATA_ROUNDS[0] - rounds) / 4 + ODD_SIZE * (len(blocks) == 1)
            yield Main(PickKind.TABATA, _frozen(blocks), seconds, rounds, rest_s, rest_s, work_s, oddness=odd)


def jump_sets(chooser: Chooser, most: int = len(JUMPS)) -> Iterator[Main]:
    """Straight sets of jumps, `most` exercises at most."""
    for size in JUMPS[:most]:
        blocks = chooser.blocks(1, size, again=False)
        for sets, rest in product(JUMP_SETS, JUMP_RESTS_S) if blocks else ():
            seconds = sets_s(_works(blocks)[0], sets, rest)
            odd = abs(rest - IDEAL_JUMP_REST_S) / ODD_STEP_S + _odd_rounds(sets) + ODD_SIZE * abs(size - IDEAL_JUMPS)
            odd += ODD_SMALL * (len(blocks[0]) == 1)
            yield Main(PickKind.SETS, _frozen(blocks), seconds, sets, rest, oddness=odd)


def _by_the_minute(kind: PickKind, chooser: Chooser, about_s: float) -> Iterator[Main]:
    """An EMOM of as many minutes as its exercises, times some; an AMRAP of any."""
    ideal = EMOM_SIZE if kind is PickKind.EMOM else AMRAP_SIZE
    for size in range(2, ideal + 2):
        blocks = chooser.blocks(1, size, again=True)
        step = len(blocks[0]) if blocks and kind is PickKind.EMOM else 1
        for minutes in range(step, int(about_s / MINUTE_S) + step + 1, step) if blocks else ():
            seconds = before_s(blocks[0]) + minutes * MINUTE_S
            yield Main(kind, _frozen(blocks), seconds, minutes=minutes, oddness=ODD_SIZE * abs(size - ideal))


def _odd_sizes(blocks: Sequence[Sequence[Choice]]) -> float:
    sizes = [len(block) for block in blocks]
    return max(ODD_SIZE * abs(size - IDEAL_SIZE) + ODD_SMALL * max(SMALL_SIZE - size, 0) for size in sizes)


def _odd_rounds(rounds: int) -> float:
    return ODD_ROUND * abs(rounds - IDEAL_ROUNDS) + (ODD_ONCE if rounds == 1 else 0)


def before_s(block: Sequence[Choice]) -> int:
    """The time before a section whose clock waits for nobody: enough to introduce all of its exercises."""
    return math.ceil(listed_s(block) / REST_STEP_S) * REST_STEP_S


def tabata_before_s(block: Sequence[Choice], rounds: int) -> int:
    """The break before a block of a Tabata: a minute before all of one, and enough to introduce its exercise."""
    break_s = TABATA_BREAK_S * rounds / TABATA_ROUNDS[0]
    return max(math.ceil(break_s / REST_STEP_S) * REST_STEP_S, before_s(block))


def fits_a_minute(one: Choice) -> bool:
    """Whether its easy set leaves some of a minute for rest."""
    return low_set_s(one) <= MOST_IN_MINUTE_S


def _works(blocks: Sequence[Sequence[Choice]], work_s: int = 0) -> list[list[tuple[Choice, float]]]:
    return [[(one, float(work_s) or set_s(one)) for one in block] for block in blocks]


def _frozen(blocks: Sequence[Sequence[Choice]]) -> tuple[tuple[Choice, ...], ...]:
    return tuple(map(tuple, blocks))
