"""What was understood, for other programs: the contract of `import --json`."""

from __future__ import annotations

from typing import Any

from voicecoach.authoring.written import Field, Span, Written, WrittenExercise, WrittenSection


def as_json(written: Written) -> dict[str, Any]:
    """One object; `null` is what the text doesn't say."""
    return {
        "title": written.title,
        "rest_s": _number(written.rest_s),
        "weeks": written.weeks,
        "sections": [_section(one) for one in written.sections],
        "equipment": list(written.needs),
        "safety": list(written.safety),
        "about": list(written.about),
        "guessed": sorted(written.guessed),
        "unplaced": [{"line": one.line, "text": one.text} for one in written.unplaced],
    }


def _section(section: WrittenSection) -> dict[str, Any]:
    return {
        "title": section.title,
        "kind": section.kind.value,
        "line": section.line,
        "rounds": section.rounds,
        "rest_s": _number(section.rest_s),
        "round_rest_s": _number(section.round_rest_s),
        "work_s": _number(section.work_s),
        "every_s": _number(section.every_s),
        "minutes": _number(section.minutes),
        "cap_s": _number(section.cap_s),
        "before_s": _number(section.before_s),
        "repeat": section.repeat,
        "timing": section.timing.value if section.timing else None,
        "in_weeks": list(section.in_weeks) if section.in_weeks else None,
        "notes": list(section.notes),
        "guessed": sorted(section.guessed),
        "exercises": [_exercise(one) for one in section.exercises],
    }


def _exercise(exercise: WrittenExercise) -> dict[str, Any]:
    return {
        "name": exercise.name,
        "line": exercise.line,
        "matched": exercise.matched,
        "sets": exercise.sets,
        "reps": _span(exercise.reps),
        "seconds": _span(exercise.seconds),
        "each_set": list(exercise.each_set) or None,
        "open": exercise.is_open,
        "last_open": exercise.is_last_open,
        "distance_m": _number(exercise.distance_m),
        "takes_s": _number(exercise.takes_s),
        "pause_s": _number(exercise.pause_s),
        "load": exercise.load,
        "sides": exercise.sides.value if exercise.sides else None,
        "rest_s": _number(exercise.rest_s),
        "tempo": exercise.tempo,
        "goal": _span(exercise.goal),
        "weeks": exercise.weeks,
        "equipment": list(exercise.needs),
        "instead": exercise.instead,
        "variations": list(exercise.variations),
        "note": exercise.note,
        "joined": exercise.joined,
        "cues": {
            "setup": list(exercise.cues.setup),
            "form": list(exercise.cues.form),
            "safety": list(exercise.cues.safety),
        },
        "notes": list(exercise.notes),
        "guessed": sorted(one.value for one in exercise.guessed if one is not Field.KIND),
    }


def _span(span: Span | None) -> list[float] | None:
    return [_whole(one) for one in span] if span else None


def _number(value: float | None) -> float | None:
    return _whole(value) if value is not None else None


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value
