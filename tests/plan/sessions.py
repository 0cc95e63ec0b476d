"""Sessions as hypothesis makes them up: sections of every kind, small ones, and any choices.

Drawing every value of a session takes hypothesis longer than planning it. So it draws a number for each section and one
for what is around them, and `Mixed` makes the values of the numbers; failures shrink to fewer sections.

An exercise's own lines are told apart by their texts: `press setup 0 …`, `press form 2 …`; those with sides may name
the one that works.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Tempo, TempoPart, Unit
from voicecoach.definitions.model import (
    Counting,
    Cue,
    Cues,
    Exercise,
    FirstSide,
    Guide,
    ItemName,
    Need,
    Phase,
    Position,
    SetChange,
    Sides,
    Wordings,
)
from voicecoach.definitions.session import (
    Intro,
    Item,
    Section,
    SectionKind,
    Session,
    TimedLine,
    Timing,
    WalkThrough,
    WarmUp,
)
from voicecoach.plan.choices import Choices, Detail
from voicecoach.times import Ms

T = TypeVar("T")
RESTS = tuple(map(Ms, (0, 500, 3000, 4000, 10_000, 13_100, 30_000, 40_000, 60_000, 90_000)))
"""None at the edge of what a rule calls room, 5 s and 12 s: what has to be announced may take all of that."""
RESTS_FOR_A_CUE = RESTS[-4:]
WORKS = tuple(map(Ms, (5000, 20_000, 30_000, 40_000, 57_000, 61_000, 150_000)))
LOADS = (Load(16, LoadUnit.KG), Load(7.5, LoadUnit.RPE), Load(70, LoadUnit.PERCENT, 80, 6), Load(45, LoadUnit.LB))
PHRASES: dict[str, tuple[Wordings, ...]] = {
    "rest": (("Breathe out, shake it loose.",),),
    "ten_seconds": (("Ten seconds to go.",), ("Ten seconds.",)),
}
TIMED_LINES = (
    TimedLine("Relax your shoulders.", at=Ms(3000)),
    TimedLine("Now quicker.", left=Ms(8000)),
    TimedLine("Breathe.", every=Ms(15_000)),
    TimedLine("Never heard.", at=Ms(3_000_000)),
)
UNRESTED = frozenset({SectionKind.EMOM, SectionKind.AMRAP, SectionKind.FOR_TIME})
RESTED = frozenset({SectionKind.SUPERSET, SectionKind.CIRCUIT, SectionKind.INTERVALS})


class Mixed:
    """Values that a number and a name stand for: always the same, and well mixed."""

    def __init__(self, seed: str) -> None:
        self.seed = seed

    def under(self, name: str) -> Mixed:
        """Others, for a part of what is made."""
        return Mixed(f"{self.seed} {name}")

    def one(self, name: str, options: tuple[T, ...]) -> T:
        """One of the options."""
        return options[zlib.crc32(f"{name} {self.seed}".encode()) // 7 % len(options)]

    def number(self, name: str, least: int, most: int) -> int:
        """A number from `least` to `most`."""
        return self.one(name, tuple(range(least, most + 1)))

    def length(self, name: str, least_ms: int, most_ms: int) -> Ms:
        """A length on the grid."""
        return Ms(self.number(name, least_ms // 100, most_ms // 100) * 100)

    def maybe(self, name: str, options: tuple[T, ...], one_in: int = 2) -> T | None:
        """One of the options, once in so many times, else `None`."""
        return self.one(name, options) if self.number(f"{name}?", 1, one_in) == 1 else None


# Exercises


def exercise(name: str, mixed: Mixed) -> Exercise:
    held = mixed.number("held", 0, 3) == 0
    sides = mixed.one("sides", (Sides.NONE, Sides.EACH) if held else tuple(Sides))
    need = Need((ItemName(name),), f"a {name}", mixed.maybe("put away", (f"Put {name} away.",)))
    change = SetChange("Another way now.", ("Another way.",), 2, mixed.one("to set", (None, 2)))
    phases = () if held else _phases(mixed)
    return Exercise(
        name=name,
        title=name.title(),
        say=name,
        sides=sides,
        first_side=mixed.one("first side", tuple(FirstSide)) if sides is not Sides.NONE else FirstSide.ALTERNATE,
        count=mixed.one("count", tuple(Counting)),
        position=mixed.one("position", tuple(Position)),
        needs=mixed.one("needs", ((), (need,))),
        get_ready=mixed.length("get ready", 0, 20_000),
        hold=held,
        phases=phases,
        guide=mixed.one("guide", tuple(Guide)),
        tempo=_tempo(mixed) if phases or (not held and mixed.number("led", 0, 1)) else None,
        pace=None if held else mixed.one("pace", (None, Ms(2500), Ms(700))),
        change=mixed.one("change", (None, None, Ms(0), Ms(4000))),
        load=mixed.maybe("load", LOADS, 3),
        cues=_cues(name, mixed, sided=sides is not Sides.NONE),
        changes=mixed.one("changes", ((), (), (change,))),
    )


def _tempo(mixed: Mixed) -> Tempo:
    return Tempo(
        mixed.length("eccentric", 500, 4000),
        mixed.length("bottom", 0, 1000),
        mixed.length("concentric", 0, 3000),
        mixed.length("top", 0, 4000),
    )


def _phases(mixed: Mixed) -> tuple[Phase, ...]:
    by_tempo = tuple(Phase(part.value, tempo=part, say=part.value) for part in TempoPart)
    still = mixed.one("still", (True, False))
    own = (Phase("own", length=mixed.length("own", 500, 5000), say=mixed.maybe("say", ("Go on",)), hold=still),)
    return mixed.one("phases", ((), (), by_tempo, own, own + by_tempo))


def _cues(name: str, mixed: Mixed, *, sided: bool) -> Cues:
    side = " {side}" if sided and mixed.one("cues with sides", (True, False)) else ""
    longer = mixed.one("long cues", ("", " on", " and on and on and on and on"))

    def some(kind: str, most: int) -> tuple[Cue, ...]:
        count = mixed.number(kind, 0, most)
        return tuple(Cue(f"{name} {kind} {n}{side}{longer}.", (f"{name} {kind} {n}{side}.",)) for n in range(count))

    return Cues(some("setup", 2), some("form", 4), some("safety", 1), some("encouragement", 1))


# Entries


def _amount(mixed: Mixed, *, timed: bool) -> Amount:
    if mixed.number("open", 0, 7) == 0:
        cap = mixed.one("cap", (20_000, 60_000))
        return Amount(cap, cap, Unit.MS, is_open=True, least=mixed.one("least", (0, 5)))
    if timed:
        low = mixed.one("low", WORKS)
        return Amount(low, low + mixed.one("more", (0, 0, 10_000)), Unit.MS)
    reps = mixed.number("reps", 1, 12)
    return Amount(reps, reps + mixed.one("more", (0, 0, 2)))


def _prescription(of: Exercise, mixed: Mixed, *, once: bool) -> Prescription:
    timed = of.hold or mixed.number("timed", 0, 3) == 0
    if not timed and mixed.number("distance", 0, 9) == 0:
        return Prescription(sets=1, distance_m=400)
    if not once and mixed.number("each set", 0, 4) == 0:
        each = tuple(_amount(mixed.under(f"{n}"), timed=timed) for n in range(mixed.number("sets", 2, 3)))
        return Prescription(sets=len(each), start=each[0], each_set=each)
    is_plain = not of.phases and not of.hold
    return Prescription(
        sets=1 if once else mixed.number("sets", 1, 3),
        start=_amount(mixed, timed=timed),
        pause=mixed.maybe("pause", (Ms(2000),), 3) if is_plain else None,
        rest=mixed.maybe("prescribed rest", RESTS, 4),
    )


def _item(of: Exercise, kind: SectionKind, mixed: Mixed, *, once: bool) -> Item:
    """An entry, every second one with what an entry may say otherwise."""
    by_clock = kind is SectionKind.INTERVALS
    prescription = Prescription() if by_clock else _prescription(of, mixed, once=once)
    item = Item(of, prescription, takes=Ms(90_000), work=mixed.maybe("work", WORKS) if by_clock else None)
    if mixed.one("as it is", (True, False)):
        return item
    is_sided = of.sides is not Sides.NONE
    extra = Cues(form=(Cue(f"{of.name} form 9.", (f"{of.name} 9.",)),))
    return replace(
        item,
        lead_in=mixed.maybe("lead-in", (Ms(0), Ms(2000), Ms(10_000))),
        rest=mixed.maybe("rest", RESTS) if kind not in UNRESTED else None,
        tempo=_tempo(mixed) if not of.hold and mixed.number("own tempo", 0, 1) else None,
        load=mixed.maybe("load", LOADS, 3),
        say=mixed.maybe("say", (f"heavy {of.name}",)),
        sides=mixed.maybe("sides", (Sides.EACH,), 3) if not is_sided else None,
        first_side=mixed.maybe("first side", tuple(FirstSide)) if is_sided else None,
        guide=mixed.maybe("guide", tuple(Guide)),
        change=mixed.maybe("change", (Ms(0), Ms(6000))),
        cues=mixed.one("cues", (Cues(), extra)),
        note=mixed.maybe("note", (f"Note on {of.name}.",)),
        lines=_lines(mixed),
    )


def _lines(mixed: Mixed) -> tuple[TimedLine, ...]:
    return tuple(line for line in TIMED_LINES if mixed.number(line.say, 0, 4) == 0)


# Sections


def section(number: int, known: tuple[Exercise, ...]) -> Section:
    """A section of a kind that its number stands for."""
    kinds = tuple(SectionKind)
    kind, mixed = kinds[number % len(kinds)], Mixed(f"section {number}")
    has_rounds = kind in RESTED and mixed.one("has rounds", (True, False))
    once = kind in UNRESTED or has_rounds
    entries = tuple(
        _item(mixed.under(f"{n}").one("exercise", known), kind, mixed.under(f"entry {n}"), once=once)
        for n in range(mixed.number("entries", 1, 3))
    )
    has_lines = mixed.one("has lines", (True, False, False))
    if not has_lines:
        entries = tuple(replace(entry, lines=()) for entry in entries)
    if kind is SectionKind.EMOM and mixed.one("joined", (True, False)):
        entries = (entries[0], *(replace(entry, joined=True) for entry in entries[1:]))
    made = Section(
        exercises=entries,
        kind=kind,
        title=mixed.maybe("title", ("Warm-up", "Main part", "Cool-down")),
        timing=mixed.maybe("timing", tuple(Timing)),
        before=mixed.maybe("before", (Ms(0), Ms(20_000))),
        walk_through=mixed.maybe("walk-through", tuple(WalkThrough)),
        rest=mixed.maybe("rest", RESTS) if kind not in UNRESTED else None,
        round_rest=mixed.maybe("round rest", RESTS),
        rounds=mixed.number("rounds", 1, 3) if has_rounds else None,
        repeat=mixed.one("repeat", (1, 1, 1, 2)),
        lines=_lines(mixed) if has_lines else (),
    )
    return _with_its_length(made, mixed)


def _with_its_length(made: Section, mixed: Mixed) -> Section:
    """The section with what its kind alone has."""
    if made.kind is SectionKind.INTERVALS:
        return replace(made, work=mixed.one("work", WORKS))
    if made.kind is SectionKind.AMRAP:
        return replace(made, minutes=mixed.one("minutes", (Ms(60_000), Ms(240_000))))
    if made.kind is SectionKind.FOR_TIME:
        return replace(made, rounds=mixed.number("rounds", 1, 3), cap=mixed.one("cap", (Ms(90_000), Ms(200_000))))
    if made.kind is SectionKind.EMOM:
        every = mixed.one("every", (None, Ms(45_000), Ms(90_000)))
        if mixed.one("by minutes", (True, False)):
            return replace(made, every=every, minutes=Ms(2 * (every or 60_000)))
        return replace(made, every=every, rounds=mixed.number("rounds", 1, 2))
    return made


# Sessions


def session(around: int, numbers: tuple[int, ...]) -> Session:
    """A session of the sections of these numbers."""
    mixed = Mixed(f"session {around}")
    known = tuple(exercise(name, mixed.under(name)) for name in ("press", "bridge"))
    background = (Cue("Slow and controlled beats fast."), Cue("It is good for you."))
    return Session(
        name="any",
        title="Any session",
        sections=tuple(section(number, known) for number in numbers),
        warm_up=mixed.one("warm-up", tuple(WarmUp)),
        timing=mixed.maybe("timing", tuple(Timing)),
        intro=mixed.maybe("intro", tuple(Intro)),
        rest=mixed.one("rest", (*RESTS, *RESTS_FOR_A_CUE)),
        lead_in=mixed.maybe("lead-in", (Ms(0), Ms(5000)), 3),
        change=Ms(mixed.one("change", (0, 1000, 3000, 8000))),
        count_aloud=mixed.one("count aloud", (True, False)),
        cues=mixed.one("cues", (Cues(), Cues(setup=background))),
        phrases=mixed.maybe("phrases", (PHRASES,), 3) or {},
        exercises={one.name: one for one in known},
    )


def sessions() -> st.SearchStrategy[Session]:
    """Any session of one section or two."""
    numbers = st.lists(st.integers(0, 699), min_size=1, max_size=2).map(tuple)
    return st.builds(session, st.integers(0, 999), numbers)


choices = st.builds(
    Choices,
    detail=st.sampled_from((Detail.FULL, *Detail)),
    seed=st.integers(-5, 5),
    count_aloud=st.sampled_from((None, True, False)),
    lead_in=st.sampled_from((None, None, Ms(0), Ms(2000), Ms(3000), Ms(30_000))),
    intro=st.sampled_from((None, None, *Intro)),
    unlimited=st.just(value=True),
)
