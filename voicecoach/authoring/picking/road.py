"""A run or a walk: out of the house slowly, the time on the road, and back at a walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.authoring.picking.pool import LEVELS
from voicecoach.authoring.picking.request import USUAL_MINUTES, Request
from voicecoach.definitions.groups import Difficulty
from voicecoach.definitions.index import Index
from voicecoach.definitions.source import Plain
from voicecoach.errors import ChoiceError

WARM_SHARE, COOL_SHARE, EDGE_MINUTES = 0.2, 0.15, 5
"""How much of it leads in and out, and how many minutes of each are enough."""
TALK_MINUTES = 1
"""What is said before the clock starts and behind it takes about a minute."""
RUN_WALK_S = (60, 90)
"""Beginners run and walk in turn: the first week of Couch to 5K."""
MOST_ROUNDS = 12
"""More rounds of that are too many for a beginner: what is left of the time is walked."""
TEMPO_SHARE, MOST_TEMPO_MINUTES, SHORTEST_TEMPO_RUN = 0.4, 20, 15
"""How much of a hard run is its tempo part, and from how many minutes on it has one."""


@dataclass(frozen=True)
class Stretch:
    """Some minutes of one exercise on the road."""

    exercise: str
    minutes: int


@dataclass(frozen=True)
class Road:
    """A run or a walk: what leads into it, its main part, and what leads out.

    In place of a main part it may have `rounds` of running and walking.
    """

    warm: Stretch
    main: tuple[Stretch, ...]
    cool: Stretch
    rounds: int = 0

    @property
    def exercises(self) -> list[str]:
        """The names of its exercises."""
        between = [RUN, WALK] if self.rounds else [one.exercise for one in self.main]
        return list(dict.fromkeys([self.warm.exercise, *between, self.cool.exercise]))


RUN, WALK, BRISK_WALK, TEMPO_RUN = "easy-run", "walk", "brisk-walk", "tempo-run"


def road(request: Request, index: Index) -> Road:
    """The run or walk that is asked for. Raises ChoiceError if the library lacks what it needs."""
    minutes = (request.minutes or USUAL_MINUTES) - TALK_MINUTES
    warm = max(1, min(round(WARM_SHARE * minutes), EDGE_MINUTES))
    cool = max(1, min(round(COOL_SHARE * minutes), EDGE_MINUTES))
    found = _of_level(request, minutes, warm, cool)
    missing = [name for name in found.exercises if name not in index.exercises]
    if missing:
        raise ChoiceError(
            f"--pick: the library has nothing for {' and '.join(request.focuses)}: {missing[0]} is missing."
        )
    return found


def _of_level(request: Request, minutes: int, warm: int, cool: int) -> Road:
    inner = minutes - warm - cool
    if "running" not in request.focuses:
        return Road(Stretch(WALK, warm), (Stretch(BRISK_WALK, inner),), Stretch(WALK, cool))
    if request.level is LEVELS[0] or "walking" in request.focuses:
        return _in_turns(minutes, warm + cool)
    if request.level is LEVELS[-1] and minutes + TALK_MINUTES >= SHORTEST_TEMPO_RUN:
        tempo = min(round(TEMPO_SHARE * minutes), MOST_TEMPO_MINUTES)
        easy = minutes - tempo - cool
        return Road(Stretch(RUN, easy), (Stretch(TEMPO_RUN, tempo),), Stretch(RUN, cool))
    return Road(Stretch(BRISK_WALK, warm), (Stretch(RUN, inner),), Stretch(WALK, cool))


def _in_turns(minutes: int, around: int) -> Road:
    """Running and walking in turn, between two walks."""
    rounds = max(1, min((minutes - around) * 60 // sum(RUN_WALK_S), MOST_ROUNDS))
    left = max(2, round(minutes - rounds * sum(RUN_WALK_S) / 60))
    return Road(Stretch(BRISK_WALK, left - left // 2), (), Stretch(WALK, left // 2), rounds)


def road_level(request: Request) -> Difficulty:
    """For whom it is."""
    is_easy = request.level is LEVELS[0] or "running" not in request.focuses or "walking" in request.focuses
    return LEVELS[0] if is_easy else LEVELS[1]


def road_sections(found: Road, titles: tuple[str, str, str]) -> Iterator[dict[str, Plain]]:
    """Its sections, with the titles of the warm-up, of the main part and of the cool-down; no break between them."""
    warm, main, cool = titles
    yield {"title": warm, **_clock(found.warm)}
    for one in found.main:
        yield {"title": main, **_clock(one), "before": "0 s"}
    if found.rounds:
        run_s, walk_s = RUN_WALK_S
        turns: list[Plain] = [
            {"exercise": RUN, "say": "run", "work": f"{run_s} s"},
            {"exercise": WALK, "work": f"{walk_s} s"},
        ]
        clock: dict[str, Plain] = {"kind": "intervals", "before": "0 s", "rest": "0 s", "rounds": found.rounds}
        yield {"title": main, **clock, "exercises": turns}
    yield {"title": cool, **_clock(found.cool), "before": "0 s"}


def _clock(stretch: Stretch) -> dict[str, Plain]:
    return {"kind": "intervals", "work": f"{stretch.minutes} min", "exercises": [stretch.exercise]}


def road_summary(found: Road) -> str:
    """What it is, in a few words."""
    first, last = f"{found.warm.minutes} min to warm up", f"{found.cool.minutes} min to cool down"
    if found.rounds:
        return f"{first}, {found.rounds} rounds of running and walking, {last}"
    return f"{first}, {sum(one.minutes for one in found.main)} min in the main part, {last}"
