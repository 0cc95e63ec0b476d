"""What must come out of a session by its definition alone: the pieces of work and what lies between them.

Worked out a second time, from the contract and without the planner, for a session's first week and no choices but the
lead-in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.definitions.amounts import Amount, Tempo, Unit
from voicecoach.definitions.model import FirstSide, Sides
from voicecoach.definitions.session import Item, Section, SectionKind, Session, Timing

OTHER = {"left": "right", "right": "left"}
PACE_MS = 3000
MINUTE_MS = 60_000
IN_TURN = {SectionKind.SUPERSET, SectionKind.CIRCUIT}
LISTED = {SectionKind.AMRAP, SectionKind.FOR_TIME}


@dataclass(frozen=True)
class Piece:
    """A piece of work. `gap` is what is written between it and the one before; coached, it may be longer."""

    kind: str
    exercise: str | None
    length: int
    counted: bool
    side: str | None = None
    reps: int | None = None
    set: int | None = None
    round: int | None = None
    section: int = 1
    entry: int = 0
    gap: int = 0
    is_change: bool = False
    is_coached: bool = False
    ready: int = 0


def pieces(session: Session, lead_in: int | None = None) -> list[Piece]:
    """All pieces of work of a session."""
    found: list[Piece] = []
    for number, section in enumerate(session.sections, start=1):
        own = [replace(piece, section=number) for piece in _Expected(session, section, lead_in).repeated()]
        if number == 1:
            own[0] = replace(own[0], is_coached=True, gap=0)
        elif section.before is None:
            own[0] = replace(own[0], is_coached=True, gap=session.rest)
        else:
            own[0] = replace(own[0], is_coached=False, gap=section.before)
        found += own
    return found


@dataclass(frozen=True)
class _Expected:
    session: Session
    section: Section
    lead_in: int | None

    def repeated(self) -> Iterator[Piece]:
        once = list(self._once())
        sets = {entry: max((p.set or 0 for p in once if p.entry == entry), default=0) for entry in range(len(once))}
        last, rounds = once[-1], max(piece.round or 1 for piece in once)
        counts_rounds = once[0].round is not None
        for repeat in range(self.section.repeat):
            for index, piece in enumerate(once):
                moved = piece
                if index == 0 and repeat:
                    same = last.entry == piece.entry
                    moved = replace(piece, gap=self._round_rest(), is_coached=not (same or self._is_exact()))
                if counts_rounds:
                    moved = replace(moved, round=(piece.round or 1) + repeat * rounds)
                yield moved if piece.set is None else replace(moved, set=piece.set + repeat * sets[piece.entry])

    def _once(self) -> Iterator[Piece]:
        kind = self.section.kind
        if kind in LISTED:
            length = self.section.minutes if kind is SectionKind.AMRAP else self.section.cap
            first = self.section.exercises[0]
            yield Piece("work", None, length or 0, counted=False, ready=self._ready(first))
        elif kind is SectionKind.EMOM:
            yield from self._emom()
        elif kind is SectionKind.STRAIGHT_SETS:
            yield from self._in_order([(entry, turn) for entry, item in self._entries() for turn in self._sets(item)])
        elif kind is SectionKind.INTERVALS:
            yield from self._in_order([(n, turn) for turn in self._rounds() for n, _ in self._entries()])
        else:
            yield from self._in_order(
                [
                    (entry, turn)
                    for turn in self._rounds()
                    for entry, item in self._entries()
                    if self.section.rounds or turn in self._sets(item)
                ]
            )

    def _in_order(self, order: Sequence[tuple[int, int]]) -> Iterator[Piece]:
        """Sets of entries, each as its place and its number, with the rests between them."""
        in_rounds = self.section.kind is not SectionKind.STRAIGHT_SETS
        before: tuple[int, int] | None = None
        for entry, turn in order:
            item = self.section.exercises[entry]
            gap = 0
            if before:
                gap = self._rest(self.section.exercises[before[0]])
                if in_rounds and before[1] != turn:
                    gap = self._round_rest()
            coached = not self._is_exact() and (before is None or before[0] != entry)
            by_clock = self.section.kind is SectionKind.INTERVALS
            turns = self._halves(item, turn, self._interval(item)) if by_clock else self._set(item, turn)
            for index, piece in enumerate(turns):
                first = replace(piece, gap=gap, is_coached=coached) if index == 0 else piece
                yield replace(first, entry=entry, set=turn, round=turn if in_rounds else None, ready=self._ready(item))
            before = entry, turn

    # EMOM

    def _emom(self) -> Iterator[Piece]:
        groups: list[list[int]] = []
        for entry, item in self._entries():
            if item.joined and groups:
                groups[-1].append(entry)
            else:
                groups.append([entry])
        every = self.section.every or MINUTE_MS
        count = self.section.minutes // every if self.section.minutes else (self.section.rounds or 1) * len(groups)
        left, last_entry = 0, -1
        for number in range(count):
            turn = number // len(groups) + 1
            entries = groups[number % len(groups)]
            row = [replace(p, round=number + 1) for p in self._interval_of(entries, turn, every)]
            for piece in row:
                own_gap = piece.gap if piece.is_change else 0
                same = piece is not row[0] and self._follows_itself(row, piece)
                started = piece is row[0]
                coached = not self._is_exact() and not piece.is_change and not same
                if started and number:
                    coached = coached and row[0].entry != last_entry
                yield replace(piece, gap=left if started else own_gap, is_coached=coached)
            left = every - sum(piece.length + (piece.gap if piece.is_change else 0) for piece in row)
            last_entry = row[-1].entry

    def _follows_itself(self, row: list[Piece], piece: Piece) -> bool:
        index = next(n for n, one in enumerate(row) if one is piece)
        return row[index - 1].entry == piece.entry

    def _interval_of(self, entries: list[int], turn: int, every: int) -> Iterator[Piece]:
        items = [self.section.exercises[entry] for entry in entries]
        row = [
            replace(piece, entry=entry, set=turn, ready=self._ready(item))
            for entry, item in zip(entries, items, strict=True)
            for piece in self._set(item, turn)
        ]
        total = sum(piece.length + piece.gap for piece in row)
        if total <= every and all(self._is_measured(item, turn) for item in items):
            yield from row
        elif len(items) == 1:
            amount = _amount(items[0], turn)
            target = amount.high if amount.unit is Unit.REPS else None
            for piece in self._halves(items[0], turn, every):
                yield replace(piece, entry=entries[0], set=turn, reps=target, ready=self._ready(items[0]))
        else:
            yield Piece("work", None, every, counted=False, entry=entries[0], ready=self._ready(items[0]))

    @staticmethod
    def _is_measured(item: Item, turn: int) -> bool:
        amount = _amount(item, turn)
        if amount.is_open:
            return False
        exercise = item.exercise
        return amount.unit is Unit.MS or bool(exercise.phases or exercise.pace or _led_by(item))

    # Sets

    def _set(self, item: Item, turn: int) -> Iterator[Piece]:
        amount = _amount(item, turn)
        reps = amount.high if amount.unit is Unit.REPS else None
        length = amount.high if reps is None else reps * self._rep(item)
        for index, side in enumerate(self._turns(item, turn)):
            change = self._change(item) if index else 0
            kind = "hold" if item.exercise.hold else "work"
            counted = reps is not None
            yield Piece(kind, item.exercise.name, length, counted, side, reps, gap=change, is_change=index > 0)

    def _halves(self, item: Item, turn: int, length: int) -> Iterator[Piece]:
        sides = self._turns(item, turn)
        kind = "hold" if item.exercise.hold else "work"
        if len(sides) == 1:
            yield Piece(kind, item.exercise.name, length, counted=False, side=sides[0])
            return
        half = length // 200 * 100
        yield Piece(kind, item.exercise.name, half, counted=False, side=sides[0])
        yield Piece(kind, item.exercise.name, length - half, counted=False, side=sides[1], is_change=True)

    def _turns(self, item: Item, turn: int) -> list[str | None]:
        sides = _sides(item)
        if sides is Sides.NONE:
            return [None]
        if sides is Sides.ALTERNATING:
            return ["alternating"]
        rule = item.first_side or item.exercise.first_side
        first = ("left" if turn % 2 else "right") if rule is FirstSide.ALTERNATE else str(rule)
        return [first, OTHER[first]]

    def _rep(self, item: Item) -> int:
        exercise = item.exercise
        tempo = item.tempo or exercise.tempo
        movement = sum(
            (getattr(tempo, phase.tempo.value) if tempo else 0) if phase.tempo else phase.length or 0
            for phase in exercise.phases
        )
        if not exercise.phases:
            led = _led_by(item)
            movement = led.eccentric + led.bottom + led.concentric + led.top if led else exercise.pace or PACE_MS
        return (movement + (item.prescription.pause or 0)) * (2 if _sides(item) is Sides.ALTERNATING else 1)

    # Times between

    def _is_exact(self) -> bool:
        timing = self.section.timing or self.session.timing
        return timing is Timing.EXACT if timing else self.section.kind is not SectionKind.STRAIGHT_SETS

    def _rest(self, item: Item) -> int:
        usual = 0 if self.section.kind is SectionKind.SUPERSET else self.session.rest
        for rest in (item.rest, item.prescription.rest, self.section.rest):
            if rest is not None:
                return rest
        return usual

    def _round_rest(self) -> int:
        if self.section.round_rest is not None:
            return self.section.round_rest
        if self.section.kind is SectionKind.SUPERSET or self.section.rest is None:
            return self.session.rest
        return self.section.rest

    def _change(self, item: Item) -> int:
        own = item.change if item.change is not None else item.exercise.change
        return own if own is not None else self.session.change

    def _interval(self, item: Item) -> int:
        return item.work or self.section.work or 0

    def _ready(self, item: Item) -> int:
        for length in (self.lead_in, item.lead_in, self.session.lead_in):
            if length is not None:
                return length
        return item.exercise.get_ready

    def _entries(self) -> list[tuple[int, Item]]:
        return list(enumerate(self.section.exercises))

    @staticmethod
    def _sets(item: Item) -> range:
        return range(1, (item.prescription.sets or 1) + 1)

    def _rounds(self) -> range:
        most = max(item.prescription.sets or 1 for item in self.section.exercises)
        return range(1, (self.section.rounds or most) + 1)


def _sides(item: Item) -> Sides:
    return item.sides or item.exercise.sides


def _amount(item: Item, turn: int) -> Amount:
    each = item.prescription.each_set
    if item.prescription.distance_m is not None:
        return Amount(item.takes or 0, item.takes or 0, Unit.MS)
    if each:
        return each[min(turn, len(each)) - 1]
    assert item.prescription.start
    return item.prescription.start


def _led_by(item: Item) -> Tempo | None:
    """The tempo that leads what isn't held, with phases of its own or without."""
    return None if item.exercise.hold else item.tempo or item.exercise.tempo
