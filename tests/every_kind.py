"""Sessions with a section of every kind, small enough to be looked through from end to end."""

from __future__ import annotations

from functools import cache

from tests.plan.laid import Laid, SpeechLength, laid, usual
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Tempo, TempoPart, Unit
from voicecoach.definitions.model import Cue, Cues, Exercise, ItemName, Need, Phase, Sides
from voicecoach.definitions.session import Item, Section, SectionKind, Session, Timing
from voicecoach.plan.choices import Choices, Detail
from voicecoach.times import Ms

Kind = SectionKind
PHASES = (Phase("down", TempoPart.ECCENTRIC, say="Down"), Phase("up", TempoPart.CONCENTRIC, say="Up"))
TEMPO = Tempo(Ms(1000), Ms(0), Ms(1000), Ms(0))
SQUAT = Exercise("squat", "Squats", phases=PHASES, tempo=TEMPO, cues=Cues(form=(Cue("Hips back."),)))
ROW = Exercise("row", "Rows", phases=PHASES, tempo=TEMPO, needs=(Need((ItemName("bell"),), "a bell", "Put it down."),))
JACK = Exercise("jack", "Jumping jacks")
BURPEE = Exercise("burpee", "Burpees", pace=Ms(4000))
PLANK = Exercise("plank", "Plank", hold=True)
SIDE = Exercise("side-plank", "Side plank", sides=Sides.EACH, hold=True)
LUNGE = Exercise("lunge", "Lunges", sides=Sides.ALTERNATING, phases=PHASES, tempo=TEMPO)


def reps(count: int, sets: int = 1) -> Prescription:
    return Prescription(sets, Amount(count, count))


def time(seconds: int, sets: int = 1) -> Prescription:
    return Prescription(sets, Amount(seconds * 1000, seconds * 1000, Unit.MS))


def each(*counts: int, cap_s: int = 0) -> Prescription:
    """Sets that differ; with a cap the last is as many as one can."""
    amounts = tuple(Amount(count, count) for count in counts)
    if cap_s:
        amounts += (Amount(cap_s * 1000, cap_s * 1000, Unit.MS, is_open=True),)
    return Prescription(len(amounts), amounts[0], each_set=amounts)


KILOS = Load(16, LoadUnit.KG)
SECTIONS: dict[str, Section] = {
    "straight": Section((Item(SQUAT, reps(4, 2)), Item(SIDE, time(12))), rest=Ms(15_000)),
    "exact": Section(
        (Item(SIDE, time(12, 2), change=Ms(5000)), Item(PLANK, time(12))), rest=Ms(5000), timing=Timing.EXACT
    ),
    "pyramid": Section((Item(SQUAT, each(3, 5, 3)), Item(BURPEE, each(4, 2, cap_s=30))), rest=Ms(20_000)),
    "superset": Section(
        (Item(SQUAT, reps(5)), Item(ROW, reps(5), load=KILOS)), Kind.SUPERSET, rounds=3, round_rest=Ms(40_000)
    ),
    "circuit": Section(
        (Item(LUNGE, reps(3)), Item(SIDE, time(12), change=Ms(0)), Item(LUNGE, reps(2))),
        Kind.CIRCUIT,
        title="Round and round",
        rounds=2,
        rest=Ms(12_000),
        round_rest=Ms(25_000),
    ),
    "intervals": Section(
        (Item(JACK), Item(SIDE)), Kind.INTERVALS, work=Ms(20_000), rest=Ms(10_000), rounds=2, round_rest=Ms(30_000)
    ),
    "tabata": Section(
        (Item(SQUAT),), Kind.INTERVALS, work=Ms(20_000), rest=Ms(10_000), rounds=4, round_rest=Ms(10_000)
    ),
    "run": Section(
        (Item(JACK, work=Ms(20_000)), Item(BURPEE, work=Ms(30_000))),
        Kind.INTERVALS,
        rest=Ms(0),
        rounds=2,
        round_rest=Ms(0),
        before=Ms(0),
    ),
    "once": Section((Item(JACK), Item(PLANK), Item(SQUAT)), Kind.INTERVALS, work=Ms(15_000), rest=Ms(5000)),
    "emom": Section((Item(SQUAT, reps(6)), Item(JACK, reps(8))), Kind.EMOM, every=Ms(30_000), rounds=2),
    "emom-lists": Section(
        (Item(JACK, reps(5)), Item(LUNGE, reps(4), joined=True), Item(SQUAT, reps(3)), Item(ROW, reps(3), joined=True)),
        Kind.EMOM,
        every=Ms(40_000),
        rounds=2,
    ),
    "amrap": Section(
        (Item(SQUAT, reps(10)), Item(LUNGE, reps(5)), Item(PLANK, time(20))), Kind.AMRAP, minutes=Ms(240_000)
    ),
    "for-time": Section(
        (Item(BURPEE, each(21, 15, 9)), Item(SQUAT, each(21, 15, 9))), Kind.FOR_TIME, rounds=3, cap=Ms(180_000)
    ),
    "repeated": Section(
        (Item(SQUAT, reps(4)), Item(LUNGE, reps(2))),
        Kind.SUPERSET,
        rounds=1,
        rest=Ms(10_000),
        round_rest=Ms(20_000),
        repeat=3,
    ),
    "twice": Section((Item(SQUAT, reps(4, 2)),), repeat=2, round_rest=Ms(45_000), rest=Ms(15_000)),
}


def session_of(*names: str) -> Session:
    """A session with these sections, one after the other."""
    sections = tuple(SECTIONS[name] for name in names)
    exercises = {item.exercise.name: item.exercise for section in sections for item in section.exercises}
    return Session("every", "Every kind", sections, rest=Ms(20_000), exercises=exercises)


EVERYTHING = tuple(SECTIONS)


@cache
def laid_kind(*names: str, detail: Detail = Detail.FULL, speech: SpeechLength = usual) -> Laid:
    """These sections, laid out."""
    return laid(session_of(*names), Choices(detail=detail), speech)
