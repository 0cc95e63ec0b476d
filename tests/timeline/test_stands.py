from __future__ import annotations

import pytest

from tests.plan.laid import SpeechLength, english, erratic, glutes, slow, tiny, tones_ms, usual
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.compose import compose, telling
from voicecoach.plan.framing import Minutes
from voicecoach.plan.script import About, Line, Role, Script, Step, StepKind
from voicecoach.plan.select import select
from voicecoach.timeline.sayings import Lengths, tone, voice
from voicecoach.timeline.stands import Stands
from voicecoach.times import Ms


def lengths_of(script: Script, speech: SpeechLength, longer_tones_ms: int) -> Lengths:
    tones = {tone(name): Ms(length + longer_tones_ms) for name, length in tones_ms().items()}
    return tones | {voice(text): Ms(speech(text)) for text in script.texts()}


@pytest.mark.parametrize("longer_tones_ms", [0, 5000])
@pytest.mark.parametrize("speech", [usual, slow, tiny, erratic])
@pytest.mark.parametrize("detail", [Detail.FULL, Detail.COUNTS])
def test_a_length_that_is_told_changes_the_steps_that_tell_it_and_moves_all_others(
    detail: Detail, speech: SpeechLength, longer_tones_ms: int
) -> None:
    choices = Choices(detail=detail)
    workout = select(glutes(), choices)
    script = compose(workout, choices, english())
    untold = Stands(script, lengths_of(script, speech, longer_tones_ms))
    for minutes in (1, 37, 5450):
        told = telling(script, Minutes(minutes, minutes), workout, choices, english())
        lengths = lengths_of(told, speech, longer_tones_ms)
        moved, anew = Stands(told, lengths, like=untold), Stands(told, lengths)
        assert (moved.stands, moved.starts, moved.length) == (anew.stands, anew.starts, anew.length)
        assert moved.length > untold.length or speech is tiny


def test_what_a_row_that_grows_has_no_time_for_is_left_out_once() -> None:
    row = tuple(Line(Role.SETUP, (text,), may_wait=True) for text in ("Stand tall.", "Chin in.", "Breathe out."))
    about = About("squat", 1)
    rest = Step(StepKind.REST, Ms(2000), about, spoken=row, ready=Ms(1000), then=about, limit=Ms(9000))
    (stand,) = Stands(Script((rest,), (), ()), {voice(line.wordings[0]): Ms(2500) for line in row}).stands
    assert stand.cut == 2000
    assert [one.sound for one in stand.sounds] == [voice("Stand tall."), voice("Chin in.")]
    assert stand.left_out == ("Breathe out.",)
