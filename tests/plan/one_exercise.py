"""Sessions of one plain exercise, for tests of when something is heard."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.plan.laid import Laid, SpeechLength, laid, plain, usual
from voicecoach.definitions.amounts import Amount, Prescription, Tempo, Unit
from voicecoach.definitions.model import Exercise, Phase
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.plan.choices import Choices
from voicecoach.times import Ms

PRESS = Exercise("press", "Presses", get_ready=Ms(5000), pace=Ms(4000))
TEMPO = Tempo(Ms(1000), Ms(0), Ms(1000), Ms(0))


def timed(seconds: float, sets: int = 1) -> Prescription:
    length = round(seconds * 1000)
    return Prescription(sets=sets, start=Amount(length, length, Unit.MS))


def counted(reps: int, sets: int = 1) -> Prescription:
    return Prescription(sets=sets, start=Amount(reps, reps))


def phased(*lengths_s: float, still: tuple[int, ...] = ()) -> Exercise:
    """The exercise with phases of these lengths, called A, B, C …; those of the numbers `still` are holds."""
    phases = (
        Phase("ABCDE"[n], length=Ms(round(length * 1000)), say="ABCDE"[n], hold=n in still)
        for n, length in enumerate(lengths_s)
    )
    return replace(PRESS, pace=None, phases=tuple(phases))


def alone(
    prescription: Prescription,
    exercise: Exercise = PRESS,
    *,
    rest_s: float = 30,
    choices: Choices | None = None,
    speech: SpeechLength = usual,
    **others: Any,  # noqa: ANN401 - the fields of Session
) -> Laid:
    """One exercise in straight sets, with no opening."""
    session = Session(
        name="one",
        title="One",
        sections=(Section((Item(exercise, prescription),)),),
        rest=Ms(round(rest_s * 1000)),
        exercises={exercise.name: exercise},
        **others,
    )
    return laid(session, choices or Choices(), speech, phrases=plain())
