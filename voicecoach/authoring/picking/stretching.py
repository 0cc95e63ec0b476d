"""A session of stretching: first what is in movement, then stretches that are held, once or several times."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.authoring.picking.belonging import stretched_muscles
from voicecoach.authoring.picking.choosing import from_slow_to_quick, to_the_floor
from voicecoach.authoring.picking.lengths import CLOSING_S, OPENING_S, once_s
from voicecoach.authoring.picking.pool import FIRST_MUSCLES, Choice, Pool
from voicecoach.authoring.picking.request import Request
from voicecoach.authoring.picking.whole import WARM_REST_S, Fitted, filling, stretched_s
from voicecoach.definitions.groups import Family

MOVING_SHARE = 0.3
"""How much of it is in movement."""
HELD_S = (0, 45, 60)
"""How long a stretch is held: as long as usual, or longer."""
NEAR_S, SECONDS_A_POINT, ODD_SET = 45, 20, 0.7
"""How near to the length asked for is near enough, and how many seconds more are as bad as a stretch that is left out;
how bad another set is."""
STRETCH_SETS = range(1, 6)
"""How many sets of its stretches it may have."""


def stretching(pool: Pool, request: Request, whole_s: float) -> Fitted | None:
    """First what is in movement, then stretches that are held, once or several times."""
    wanted, apart = stretched_muscles(request.focuses), stretched_muscles(request.apart)

    def are_for_it(choices: Sequence[Choice]) -> list[Choice]:
        mine = [one for one in choices if not wanted or {*one.entry.muscles[:FIRST_MUSCLES]} & wanted]
        return [one for one in mine if one.muscle not in apart]

    stretches = are_for_it(pool.stretches())
    moving = [one for one in are_for_it(pool.warming()) if one.entry.rep_s and one.entry.family is Family.MOBILITY]
    if not stretches:
        return None
    warm = filling(moving, MOVING_SHARE * whole_s, WARM_REST_S)
    left_s = whole_s - once_s(warm, WARM_REST_S)
    counts = range(1, len(stretches) + 1)
    options = [(sets, held_s, stretches[:count]) for sets in STRETCH_SETS for held_s in HELD_S for count in counts]

    def worse(option: tuple[int, int, list[Choice]]) -> float:
        sets, held_s, choices = option
        off_s = abs(stretched_s(choices, sets, held_s) - left_s)
        return max(off_s - NEAR_S, 0) / SECONDS_A_POINT - len(choices) + ODD_SET * sets

    sets, held_s, chosen = min(options, key=worse)
    seconds = OPENING_S + CLOSING_S + once_s(warm, WARM_REST_S) + stretched_s(chosen, sets, held_s)
    return Fitted(tuple(from_slow_to_quick(warm)), None, tuple(to_the_floor(chosen)), seconds, sets, held_s)
