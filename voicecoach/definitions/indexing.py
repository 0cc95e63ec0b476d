"""What stands in the library's index: made from the definitions, and written so that each entry is a line."""

from __future__ import annotations

import json
from collections.abc import Mapping

from voicecoach.definitions.amounts import Prescription, Unit
from voicecoach.definitions.load import load_exercise, load_session, names
from voicecoach.definitions.model import Counting, Exercise, Level, Sides, Variation
from voicecoach.definitions.session import Session

Facts = dict[str, object]


def exercise_facts(exercise: Exercise) -> Facts:
    """An exercise's entry; what says nothing is left out."""
    facts: Facts = {
        "title": exercise.title,
        "about": exercise.about,
        "family": exercise.family,
        "muscles": list(exercise.muscles),
        "level": exercise.level,
        "sides": exercise.sides,
        "position": exercise.position,
        "hold": exercise.hold,
        "needs": [list(need.any_of) for need in exercise.needs],
        "substitutes": {one.without: one.use for one in exercise.substitutes},
        "amount": _amount(exercise.prescription),
        "set_s": _set_s(exercise),
        "rep_s": _rep_s(exercise),
        "ready_s": exercise.get_ready / 1000,
        "said": sum(len(cue.say) for cue in (*exercise.cues.safety, *exercise.cues.setup)),
        "easier": next((name for name, one in exercise.variations.items() if _is_easier(one)), None),
        "harder": next((name for name, one in exercise.variations.items() if _is_as_long_and_harder(one)), None),
    }
    return {key: value for key, value in facts.items() if value}


def _is_easier(variation: Variation) -> bool:
    return variation.level is Level.EASIER and not variation.needs


def _is_as_long_and_harder(variation: Variation) -> bool:
    return variation.level is Level.HARDER and not (variation.needs or variation.tempo or variation.get_ready)


def _amount(prescription: Prescription) -> str:
    """Where a prescription starts, `8-10` or `20-30 s`; empty for what is no range of repetitions or of time."""
    start = prescription.start
    if start is None or start.is_open or prescription.each_set or prescription.distance_m is not None:
        return ""
    scale, unit = (1, "") if start.unit is Unit.REPS else (1000, " s")
    low, high = f"{start.low / scale:g}", f"{start.high / scale:g}"
    return f"{low}{unit}" if low == high else f"{low}-{high}{unit}"


def _set_s(exercise: Exercise) -> float | None:
    start = exercise.prescription.start
    if start is None or not _amount(exercise.prescription):
        return None
    rep_s = _rep_s(exercise)
    one_side_s = start.high * rep_s if start.unit is Unit.REPS and rep_s else start.high / 1000
    if exercise.sides is not Sides.EACH:
        return round(one_side_s, 1)
    change = Session.change if exercise.change is None else exercise.change
    return round(2 * one_side_s + change / 1000, 1)


def _rep_s(exercise: Exercise) -> float | None:
    """How long what a number counts takes; `None` for what goes by time."""
    start = exercise.prescription.start
    if start is None or start.unit is not Unit.REPS:
        return exercise.pace / 1000 if exercise.pace else None
    movement = exercise.movement_length(exercise.tempo or exercise.prescription.tempo)
    is_pair = exercise.sides is Sides.ALTERNATING and exercise.count is Counting.PAIRS
    return movement * (2 if is_pair else 1) / 1000


def session_facts(session: Session, weeks: int, minutes: tuple[int, int]) -> Facts:
    """A session's entry. It has so many `weeks`, and takes so many `minutes` in the first and in the last."""
    exercises = {item.exercise.name: item.exercise for item in session.items}
    own = {name: exercise_facts(one) for name, one in exercises.items() if name not in names("exercises")}
    facts: Facts = {
        "title": session.title,
        "about": session.about,
        "level": session.level,
        "kinds": list(dict.fromkeys(section.kind for section in session.sections)),
        "weeks": weeks,
        "minutes": list(minutes),
        "exercises": list(exercises),
        "own": own,
    }
    return {key: value for key, value in facts.items() if value}


def index_facts(sessions: Mapping[str, Facts]) -> dict[str, Mapping[str, object]]:
    """The whole index, with these entries of sessions."""
    exercises = {name: load_exercise(name) for name in names("exercises")}
    equipment = load_session(names("exercises")[0]).equipment
    return {
        "equipment": {name: item.say for name, item in sorted(equipment.items())},
        "exercises": {name: exercise_facts(one) for name, one in exercises.items()},
        "sessions": sessions,
    }


def index_text(facts: Mapping[str, Mapping[str, object]]) -> str:
    """The file: an entry in each line."""
    groups = (f"{json.dumps(group)}: {{\n{_lines(entries)}\n}}" for group, entries in facts.items())
    return "{\n" + ",\n".join(groups) + "\n}\n"


def _lines(entries: Mapping[str, object]) -> str:
    return ",\n".join(f"  {json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in entries.items())
