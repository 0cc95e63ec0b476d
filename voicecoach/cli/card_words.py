"""Amounts, loads, sides and rests as a coach says them on a card."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.counted import counted, sentence_case
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Unit
from voicecoach.definitions.model import Exercise, Phase, Sides
from voicecoach.definitions.notation.written_amounts import OPEN_CAP_MS
from voicecoach.definitions.session import EVERY_MS, Section, SectionKind, Session, Weeks
from voicecoach.times import MINUTE_MS, Ms, length_text

KINDS = {
    SectionKind.STRAIGHT_SETS: "Straight sets",
    SectionKind.SUPERSET: "Superset",
    SectionKind.CIRCUIT: "Circuit",
    SectionKind.INTERVALS: "Intervals",
    SectionKind.EMOM: "Every minute on the minute",
    SectionKind.AMRAP: "As many rounds as possible",
    SectionKind.FOR_TIME: "For time",
}


def amount_words(prescription: Prescription, exercise: Exercise, *, sets: int | None) -> str:
    """`3 sets of 8–10 reps each side, building to 12–15 over 6 weeks`; empty if nothing is prescribed.

    `sets` is how many there are, `None` where the sets are counted as rounds.
    """
    each = _each_side(prescription, exercise)
    amount = _one_set(prescription)
    if not amount:
        return counted(sets, "set") if sets else ""
    of_sets = f"{sets} sets of " if sets and sets > 1 and not prescription.each_set else ""
    return "".join([of_sets, amount, each, _building(prescription)])


def _one_set(prescription: Prescription) -> str:
    if prescription.each_set:
        return ", then ".join(_amount(one) for one in prescription.each_set)
    if prescription.distance_m is not None:
        return f"{prescription.distance_m} m"
    return _amount(prescription.start) if prescription.start else ""


def _amount(amount: Amount) -> str:
    if amount.is_open:
        least = f"at least {amount.least}, then " if amount.least else ""
        cap = "" if amount.high == OPEN_CAP_MS else f" in {length_text(Ms(amount.high))}"
        return f"{least}as many good ones as you can{cap}"
    if amount.unit is Unit.REPS:
        return counted(amount.high, "rep") if amount.low == amount.high else f"{amount.low}–{amount.high} reps"
    return _times(Ms(amount.low), Ms(amount.high))


def _times(low: Ms, high: Ms) -> str:
    """`30 s`, `20–30 s`."""
    if low == high:
        return length_text(high)
    return f"{low / 1000:g}–{high / 1000:g} s" if high % MINUTE_MS else f"{length_text(low)} to {length_text(high)}"


def _building(prescription: Prescription) -> str:
    if prescription.goal is None:
        return ""
    weeks = f" over {counted(prescription.weeks, 'week')}" if prescription.weeks else ""
    return f", building to {_amount(prescription.goal).removesuffix(' reps')}{weeks}"


def _each_side(prescription: Prescription, exercise: Exercise) -> str:
    is_sided = prescription.per_side or exercise.sides is not Sides.NONE
    return f" each {exercise.side_noun}" if is_sided else ""


def load_words(load: Load | None) -> str:
    """`16 kg`, `20 kg, building to 30 kg over 6 weeks`, `effort 8 of 10`."""
    if load is None:
        return ""
    goal = f", building to {_weight(load.goal, load.unit)}" if load.goal is not None else ""
    weeks = f" over {counted(load.weeks, 'week')}" if load.weeks else ""
    return f"{_weight(load.start, load.unit)}{goal}{weeks}"


def _weight(number: float, unit: LoadUnit) -> str:
    if unit is LoadUnit.RPE:
        return f"effort {number:g} of 10"
    return f"{number:g} % of your best" if unit is LoadUnit.PERCENT else f"{number:g} {unit}"


def sides_words(exercise: Exercise) -> str:
    """`All on one leg, then all on the other.`; empty where both sides work together."""
    noun = exercise.side_noun
    if exercise.sides is Sides.EACH:
        return f"All on one {noun}, then all on the other."
    return f"One {noun} and then the other, in turn." if exercise.sides is Sides.ALTERNATING else ""


def sentence(text: str) -> str:
    """A text with a capital in front and a full stop behind."""
    return f"{sentence_case(text)}."


def pace_words(exercise: Exercise) -> str:
    """How a repetition goes: `Down 3 s, up 2 s.`; empty for what just goes on."""
    if exercise.is_hold:
        return "Held still."
    tempo = exercise.tempo or exercise.prescription.tempo
    parts = [_phase(phase, length) for phase, length in exercise.phase_lengths(tempo)]
    if parts:
        return sentence(", ".join(parts))
    return f"About {length_text(exercise.pace)} for each." if exercise.pace is not None else ""


def _phase(phase: Phase, length: Ms) -> str:
    name = phase.name.replace("-", " ")
    if phase.is_still and name in {"top", "bottom"}:
        return f"{length_text(length)} at the {name}"
    return f"{name} {length_text(length)}"


def section_words(section: Section, session: Session) -> str:
    """How a section goes: `3 rounds, 30 s of rest between exercises, 75 s between rounds`."""
    words = ", ".join(filter(None, _SECTION_WORDS[section.kind](section, session)))
    repeats = f"; all of it {section.repeat} times" if section.repeat > 1 else ""
    weeks = f"; in {_weeks(section.in_weeks)}" if section.in_weeks else ""
    return sentence(f"{words}{repeats}{weeks}")


def _weeks(weeks: Weeks) -> str:
    return f"week {weeks}" if weeks.first == weeks.last else f"weeks {weeks}"


def _rest(section: Section, session: Session) -> Ms:
    return session.rest if section.rest is None else section.rest


def _rounds(section: Section) -> str:
    return counted(section.rounds, "round") if section.rounds else ""


def _between_rounds(section: Section, usual: Ms) -> str:
    rest = usual if section.round_rest is None else section.round_rest
    return f"{length_text(rest)} between rounds" if (section.rounds or 0) > 1 and rest else ""


def _straight(section: Section, session: Session) -> Iterator[str]:
    rest = _rest(section, session)
    yield f"set by set, {length_text(rest)} of rest in between" if rest else "one after the other, without a rest"


def _in_turn(section: Section, session: Session) -> Iterator[str]:
    is_superset = section.kind is SectionKind.SUPERSET
    rest = section.rest or Ms(0) if is_superset else _rest(section, session)
    yield _rounds(section)
    yield "one set of each in turn"
    yield f"{length_text(rest)} of rest between exercises" if rest else "no rest between exercises"
    yield _between_rounds(section, session.rest if is_superset else rest)


def _intervals(section: Section, session: Session) -> Iterator[str]:
    rest = _rest(section, session)
    yield f"{length_text(section.work)} of work" if section.work else "work by the clock"
    if len(section.exercises) > 1 or (section.rounds or 1) > 1:
        yield f"{length_text(rest)} of rest" if rest else "without a rest"
    yield _rounds(section)
    yield _between_rounds(section, rest)


def _emom(section: Section, _: Session) -> Iterator[str]:
    every = section.every or EVERY_MS
    yield f"a set every {'minute' if every == EVERY_MS else length_text(every)}, and what is left of it is rest"
    yield f"{length_text(section.minutes)} in all" if section.minutes else f"{section.rounds} times through the list"


def _amrap(section: Section, _: Session) -> Iterator[str]:
    yield f"as many good rounds as you can in {length_text(section.minutes or Ms(0))}"


def _for_time(section: Section, _: Session) -> Iterator[str]:
    yield f"{counted(section.rounds or 1, 'round')} as fast as good form lets you"
    yield f"{length_text(section.cap)} at most" if section.cap else ""


_SECTION_WORDS = {
    SectionKind.STRAIGHT_SETS: _straight,
    SectionKind.SUPERSET: _in_turn,
    SectionKind.CIRCUIT: _in_turn,
    SectionKind.INTERVALS: _intervals,
    SectionKind.EMOM: _emom,
    SectionKind.AMRAP: _amrap,
    SectionKind.FOR_TIME: _for_time,
}
