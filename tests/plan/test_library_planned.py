"""Everything in the library is planned in every detail, and says what it has to."""

from __future__ import annotations

import pytest

from tests.plan.laid import laid
from voicecoach.definitions.load import load_session, names
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.progression import turning_weeks

LIBRARY = [*names("sessions"), *names("exercises")]
WITH_A_VOICE = [Detail.FULL, Detail.BRIEF, Detail.COUNTS]


@pytest.mark.parametrize("name", LIBRARY)
def test_it_is_planned_in_every_detail(name: str) -> None:
    session = load_session(name)
    for week in turning_weeks(session):
        said = {detail: laid(session, Choices(week=week, detail=detail)) for detail in Detail}
        words = [sum(len(e.sound.text) for e in said[detail].voices) for detail in (*WITH_A_VOICE, Detail.TONES)]
        assert words == sorted(words, reverse=True)
        assert words[-1] == 0 < words[-2]
        worked = {sum(step.end - step.start for step in one.works) for one in said.values()}
        assert len(worked) == 1  # what is said changes nothing of what is done


@pytest.mark.parametrize("name", names("exercises"))
def test_an_exercise_says_how_it_is_done_and_what_keeps_it_safe(name: str) -> None:
    session = load_session(name)
    cues = session.items[0].exercise.cues
    full, brief = (laid(session, Choices(detail=detail)) for detail in (Detail.FULL, Detail.BRIEF))
    assert len([e for e in full.voices if e.role == "setup"]) >= len(cues.setup)
    assert all(any(e.role == "safety" for e in one.voices) for one in (full, brief) if cues.safety)
    key = cues.form[0].wordings
    assert any(e.role == "cue" and _is_of(e.sound.text, key) for e in full.voices)


def _is_of(text: str, wordings: tuple[str, ...]) -> bool:
    sides = [wording.replace("{side}", side) for wording in wordings for side in ("left", "right")]
    return text in sides
