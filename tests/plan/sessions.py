"""Sessions as hypothesis makes them up: any sections, sides, phases, amounts, cues, rests and choices."""

from __future__ import annotations

from hypothesis import strategies as st

from voicecoach.definitions.amounts import Amount, Prescription, Tempo, TempoPart, Unit
from voicecoach.definitions.model import (
    Counting,
    Cue,
    Cues,
    Exercise,
    ItemName,
    Need,
    Phase,
    Position,
    SetChange,
    Sides,
)
from voicecoach.definitions.session import Item, Section, SectionKind, Session, WarmUp
from voicecoach.plan.choices import Choices, Detail
from voicecoach.times import GRID_MS, Ms

RESTS_MS = (0, 500, 3000, 5000, 10_000, 12_000, 12_100, 13_000, 30_000, 90_000)


def lengths(least_ms: int, most_ms: int) -> st.SearchStrategy[Ms]:
    return st.integers(least_ms // GRID_MS, most_ms // GRID_MS).map(lambda steps: Ms(steps * GRID_MS))


tempos = st.builds(Tempo, lengths(100, 4000), lengths(0, 1000), lengths(0, 3000), lengths(0, 2000))
texts = st.integers(1, 60).map(lambda size: " ".join(["cue", *["on"] * (size // 3)]))


@st.composite
def cues(draw: st.DrawFn, name: str) -> Cues:
    def some(kind: str, most: int) -> tuple[Cue, ...]:
        count = draw(st.integers(0, most))
        return tuple(Cue(f"{name} {kind} {n} {draw(texts)}.", (f"{name} {kind} {n}.",)) for n in range(count))

    return Cues(some("setup", 2), some("form", 7), some("safety", 2), some("encouragement", 2))


@st.composite
def exercises(draw: st.DrawFn, name: str) -> Exercise:
    held = draw(st.booleans())
    tempo_phases = tuple(Phase(part.value, tempo=part, say=draw(st.none() | st.just(part.value))) for part in TempoPart)
    own = tuple(Phase(f"own {n}", length=draw(lengths(100, 2000)), say="Go on") for n in range(draw(st.integers(0, 1))))
    need = Need((ItemName(name),), f"a {name}", draw(st.none() | st.just(f"Put {name} away.")))
    return Exercise(
        name=name,
        title=name.title(),
        say=name,
        sides=draw(st.sampled_from((Sides.NONE, Sides.EACH) if held else tuple(Sides))),
        count=draw(st.sampled_from(Counting)),
        position=draw(st.sampled_from(Position)),
        needs=draw(st.sampled_from(((), (need,)))),
        get_ready=draw(lengths(0, 20_000)),
        phases=() if held else own + tempo_phases,
        tempo=draw(tempos),
        cues=draw(cues(name)),
        changes=draw(st.sampled_from(((), (SetChange("Another way now.", ("Another way.",)),)))),
    )


@st.composite
def amounts(draw: st.DrawFn, *, timed: bool) -> Amount:
    if timed:
        low = draw(lengths(100, 50_000))
        return Amount(low, low + draw(lengths(0, 20_000)), Unit.MS)
    reps = draw(st.integers(1, 15))
    return Amount(reps, reps + draw(st.integers(0, 5)))


@st.composite
def items(draw: st.DrawFn, exercise: Exercise) -> Item:
    timed = exercise.is_hold or draw(st.integers(0, 3)) == 0
    prescription = Prescription(sets=draw(st.integers(1, 4)), start=draw(amounts(timed=timed)))
    return Item(exercise, prescription)


@st.composite
def sections(draw: st.DrawFn, known: tuple[Exercise, ...]) -> Section:
    return Section(
        exercises=tuple(draw(items(draw(st.sampled_from(known)))) for _ in range(draw(st.integers(1, 3)))),
        kind=draw(st.sampled_from(SectionKind)),
        rest=draw(st.none() | st.sampled_from(RESTS_MS).map(Ms)),
        round_rest=draw(st.none() | st.sampled_from(RESTS_MS).map(Ms)),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    known = tuple(draw(exercises(name)) for name in ("press", "bridge"))
    return Session(
        name="any",
        title="Any session",
        sections=tuple(draw(sections(known)) for _ in range(draw(st.integers(1, 2)))),
        warm_up=draw(st.sampled_from(WarmUp)),
        rest=Ms(draw(st.sampled_from(RESTS_MS))),
        change=Ms(draw(st.sampled_from((0, 1000, 3000, 8000)))),
        exercises={exercise.name: exercise for exercise in known},
    )


choices = st.builds(
    Choices,
    detail=st.sampled_from(Detail),
    seed=st.integers(-5, 5),
    count_aloud=st.booleans(),
    lead_in=st.none() | st.sampled_from((0, 500, 2000, 3000, 30_000)).map(Ms),
    unlimited=st.just(value=True),
)
