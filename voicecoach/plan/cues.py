"""Form cues and encouragement over the sets of one exercise: which, and in which gaps they may stand.

The first form cue is the key cue: it comes in every set, about a third of the way in and again near the end. The others
take turns, so that all are heard over the sets and each set has one of them at least.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from voicecoach.definitions.model import Cue, Wordings
from voicecoach.plan.bouts import Bout, Turn
from voicecoach.plan.choices import Detail
from voicecoach.plan.draft import Draft
from voicecoach.plan.script import Floating, Line, Priority, Role, Window, after_start, before_end

MOST_WINDOWS = 12
"""Gaps a cue tries in one set; more would only cost time."""
SETTLE_MS = 2500
"""Work by time begins without a cue for this long."""
QUIET_END_MS = 11_000
"""And ends without one from the ten-second call on."""
SHORT_END_MS = 3500
"""Only its last seconds, where it is too short for that."""
WORTH_TWO_CUES_MS = 15_000
"""A set from this length on has two cues at least."""
OTHER_CUE_EVERY_MS = 20_000
"""In longer sets, there is another cue for so much of their time."""
ROOM_OF_A_CUE_MS = 20_000
"""So that there is quiet between them, a set has at most one for so much of its time, however few the sets are."""
PHASE_AHEAD_MS = 500
"""A cue for a phase begins at most so long before it, so that it is heard in it."""
PHASE_LEFT_MS = 300
"""And while at least so much of it is left."""
EARLY_SHARE = 0.33
LATE_REPS = 3
"""The key cue comes again in one of the last so many repetitions, or in the last third."""
LATE_SHARE = 0.56
"""In a short set, past the middle."""


@dataclass
class Stretch:
    """The sets of one entry: each as its bout and the numbers of its steps, in order."""

    sets: list[tuple[Bout, list[int]]] = field(default_factory=list)
    rests: dict[int, int] = field(default_factory=dict)
    """The steps of the rests in which a cue for the next set has room, by that set's place in `sets`."""


@dataclass(frozen=True)
class _Spot:
    """A turn in which a cue is said, and about how far into it, from 0 to 1."""

    bout: Bout
    turn: Turn
    step: int
    share: float
    is_late: bool = False


def form_cues(stretch: Stretch, draft: Draft) -> Iterator[tuple[Floating, int, int | None]]:
    """The form cues, each with its step and the repetition that should carry it, counted from zero; `None` for none."""
    if not draft.detail.says(Detail.BRIEF) or not stretch.sets:
        return
    cues = stretch.sets[0][0].work.exercise.cues.form
    if not cues:
        return
    key, *others = cues
    rotation = _Rotation(others)
    per_set = _others_per_set(stretch, len(others))
    for place, (bout, steps) in enumerate(stretch.sets):
        yield from _key_cues(bout, steps, key, draft)
        if draft.detail is not Detail.FULL or not others:
            continue
        if place in stretch.rests:
            yield _framed(rotation.next(), bout, stretch.rests[place], draft), stretch.rests[place], None
        chosen = [rotation.next() for _ in range(min(per_set[place], len(others)))]
        if per_set[place] % len(others) == 0:
            rotation.next()  # else each would come at the same time of every set
        for cue, spot in zip(chosen, _spots(bout, steps, len(chosen)), strict=False):
            yield _cue(cue.wordings, cue, spot, draft, Priority.FORM)


class _Rotation:
    """Takes cues in turn, again and again."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues, self._taken = cues, 0

    def next(self) -> Cue:
        """The next one."""
        self._taken += 1
        return self._cues[(self._taken - 1) % len(self._cues)]


def _others_per_set(stretch: Stretch, others: int) -> list[int]:
    """How many of the other cues each set takes: enough that all are heard, and one at least where there is time."""
    sets = stretch.sets
    due = -(-max(0, others - len(stretch.rests)) // len(sets)) if others else 0
    in_each = [_most_others(bout, due) for bout, _ in sets]
    # A single other cue has the key cue between its two times.
    return [min(2, most) for most in in_each] if others == 1 else in_each


def _most_others(bout: Bout, due: int) -> int:
    worked = sum(turn.length for turn in bout.turns)
    if worked < WORTH_TWO_CUES_MS:
        return min(1, due)
    usual = max(1, min(3, worked // OTHER_CUE_EVERY_MS - 1))
    return max(usual, min(due, max(1, worked // ROOM_OF_A_CUE_MS)))


def _key_cues(bout: Bout, steps: list[int], key: Cue, draft: Draft) -> Iterator[tuple[Floating, int, int | None]]:
    """The key cue early and late in a set; the second time in a shorter wording, if it has one."""
    first = _Spot(bout, bout.turns[0], steps[0], EARLY_SHARE if len(steps) == 1 else 0.6)
    yield _cue(key.wordings, key, first, draft, Priority.KEY_CUE)
    if draft.detail is Detail.FULL and sum(turn.length for turn in bout.turns) >= WORTH_TWO_CUES_MS:
        last = _Spot(bout, bout.turns[-1], steps[-1], 0.68, is_late=True)
        yield _cue(key.short or key.wordings, key, last, draft, Priority.KEY_CUE)


def _spots(bout: Bout, steps: list[int], count: int) -> Iterator[_Spot]:
    """Where the other cues of a set go: spread over it, between the two times of the key cue and before them."""
    shares = {1: [0.5], 2: [0.1, 0.5], 3: [0.1, 0.45, 0.6]}.get(count, [index / count for index in range(count)])
    turns = list(zip(bout.turns, steps, strict=True))
    if len(turns) == 1:
        latest = _before_late(bout.turns[0].reps)
        yield from (_Spot(bout, *turns[0], min(share, latest)) for share in shares)
        return
    places = sorted(((index + 1) % 2, (0.1, 0.2)[(index + 1) % 2] + 0.15 * (index // 2)) for index in range(count))
    yield from (_Spot(bout, *turns[side], share) for side, share in places)


def _cue(
    wordings: Wordings, cue: Cue, spot: _Spot, draft: Draft, priority: Priority
) -> tuple[Floating, int, int | None]:
    said = draft.wording.cue(wordings, spot.turn.begins)
    is_anywhere = not _is_tied(cue, spot) and (priority is Priority.FORM or not spot.is_late)
    elsewhere = (_within(spot),) if is_anywhere else ()
    return Floating(Line(Role.CUE, said, priority), _Gaps(cue, spot), elsewhere), spot.step, _carrying(spot)


def _carrying(spot: _Spot) -> int | None:
    reps = spot.turn.reps
    return None if reps is None else _first_rep(spot, reps)


def _first_rep(spot: _Spot, reps: int) -> int:
    """The repetition, counted from zero, in which a cue is tried first: never the first one, if there are others."""
    if spot.is_late:
        return _late_rep(reps)
    return min(reps - 1, max(1, round(reps * spot.share))) if reps > 1 else 0


def _late_rep(reps: int) -> int:
    """The repetition of the key cue's second time: past the middle, and one for another cue since the first time."""
    soonest = max(reps - LATE_REPS, ceil(reps * LATE_SHARE), round(reps * EARLY_SHARE) + 2)
    return max(0, min(reps - 1, soonest))


def _before_late(reps: int | None) -> float:
    """The share of a turn up to which another cue comes before the key cue's second time."""
    return 1.0 if reps is None else max(0, _late_rep(reps) - 1) / reps


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Windows for a cue in one turn, the first where it belongs; hardly any but that is ever tried, and so made."""

    cue: Cue
    spot: _Spot

    def __iter__(self) -> Iterator[Window]:
        return _gaps(self.cue, self.spot)


def _gaps(cue: Cue, spot: _Spot) -> Iterator[Window]:
    if spot.turn.reps is None:
        yield from _time_gaps(spot)
        return
    work, reps = spot.bout.work, spot.turn.reps
    starts = list(_phase_starts(spot.bout, cue))
    first = _first_rep(spot, reps)
    is_tied = _is_tied(cue, spot)
    later = range(first, min(reps, first + (LATE_REPS if spot.is_late else MOST_WINDOWS)))
    for rep in (*later, *(range(first) if is_tied and not spot.is_late else ())):
        for start in starts:
            begin, end = rep * work.rep_ms + start, after_start((rep + 1) * work.rep_ms)
            if is_tied:
                by = begin + max(0, _phase_length(spot.bout, cue) - PHASE_LEFT_MS)
                yield Window(spot.step, after_start(begin), end, after_start(by))
                yield Window(spot.step, after_start(max(0, begin - PHASE_AHEAD_MS)), end, after_start(begin))
            else:
                yield Window(spot.step, after_start(begin), end)
    if spot.is_late and not is_tied:
        late = int(spot.turn.length * spot.share)
        yield Window(spot.step, after_start(late), before_end(0))


def _time_gaps(spot: _Spot) -> Iterator[Window]:
    length = spot.turn.length
    ends = (QUIET_END_MS, SHORT_END_MS) if length >= QUIET_END_MS + SETTLE_MS else (SHORT_END_MS,)
    if spot.is_late:
        late = int(length * spot.share)
        yield Window(spot.step, after_start(late), before_end(QUIET_END_MS - 1000))
        yield Window(spot.step, after_start(late), before_end(SHORT_END_MS))
        yield Window(spot.step, after_start(int(length * LATE_SHARE)), before_end(QUIET_END_MS - 1000))
        return
    begin = max(SETTLE_MS, int(length * spot.share))
    behind = (int(length * EARLY_SHARE),) if spot.share > EARLY_SHARE else ()  # the key cue's first time all the same
    yield from (Window(spot.step, after_start(at), before_end(end)) for end in ends for at in (begin, *behind))
    yield from (Window(spot.step, after_start(SETTLE_MS), before_end(end)) for end in ends)


def _within(spot: _Spot) -> Window:
    if spot.turn.reps is None:
        return Window(spot.step, after_start(SETTLE_MS), before_end(SHORT_END_MS))
    return Window(spot.step, after_start(0), before_end(0))


def _is_tied(cue: Cue, spot: _Spot) -> bool:
    """Whether a cue has its phase in counted repetitions: it begins there, or isn't said."""
    return spot.turn.reps is not None and _phase_length(spot.bout, cue) > 0


def _phase_length(bout: Bout, cue: Cue) -> int:
    """How long the phase of a cue takes; 0 if it has none."""
    return sum(length for phase, length in bout.work.phases if phase.name == cue.phase)


def _phase_starts(bout: Bout, cue: Cue) -> Iterator[int]:
    """When, within a repetition, the moment of the cue begins: once for each side in turn."""
    work = bout.work
    phases = [phase.name for phase, _ in work.phases]
    into = sum(length for _, length in work.phases[: phases.index(cue.phase)]) if cue.phase in phases else 0
    yield from range(into, work.rep_ms, work.movement_ms + work.pause)


def _framed(cue: Cue, bout: Bout, step: int, draft: Draft) -> Floating:
    """A cue for the next set, told to somebody who rests."""
    texts = draft.wording.cue(cue.wordings, bout.first_side)
    frame = draft.wording.line("next_set", cue="{cue}")[0]
    line = Line(Role.CUE, tuple(frame.replace("{cue}", text) for text in texts), Priority.FORM)
    return Floating(line, (Window(step, after_start(0), before_end(QUIET_END_MS)),))


def encouragement(stretch: Stretch, own: Sequence[Wordings], draft: Draft) -> Iterator[Floating]:
    """One line late in each set from the second on: the exercise's own first, then those of the session in turn."""
    lines = list(own)
    for bout, steps in stretch.sets[1:]:
        spot = _Spot(bout, bout.turns[-1], steps[-1], 0.6)
        words = lines.pop(0) if lines else draft.encouragement()
        said = draft.wording.cue(words, spot.turn.begins)
        gaps = _Gaps(Cue(say=said[0]), spot)
        yield Floating(Line(Role.ENCOURAGEMENT, said, Priority.ENCOURAGEMENT), gaps)
