from __future__ import annotations

from voicecoach.plan.script import (
    ChapterMark,
    Floating,
    Line,
    Mark,
    Priority,
    Role,
    Script,
    Step,
    StepKind,
    Window,
    after_start,
    before_end,
)
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.layout import lay_out, tone, voice
from voicecoach.timeline.model import Timeline
from voicecoach.times import Ms

LENGTHS = {
    voice("A long line."): Ms(3000),
    voice("Short."): Ms(700),
    voice("One."): Ms(400),
    voice("Two."): Ms(450),
    tone("tick"): Ms(80),
    tone("done"): Ms(400),
    tone("gong"): Ms(6000),
}
ANYWHERE = Window(0, after_start(0), before_end(0))


def timeline(step: Step, *floating: Floating) -> Timeline:
    return lay_out(Script((step,), floating, (ChapterMark(0, after_start(0), "All", 1, ""),)), LENGTHS)


def step(length_ms: int, *marks: Mark, spoken: tuple[Line, ...] = (), ready_ms: int = 0) -> Step:
    return Step(StepKind.WORK, Ms(length_ms), "squat", 1, marks=marks, spoken=spoken, ready=Ms(ready_ms))


def floating(*wordings: str, priority: Priority = Priority.FORM, must: str | None = None) -> Floating:
    return Floating(Line(Role.CUE, wordings, priority), (ANYWHERE,), must=must)


def placed(result: Timeline) -> list[tuple[int, str]]:
    return [(event.start, event.sound.text) for event in result.events]


def test_a_line_takes_its_shorter_wording_where_the_long_one_has_no_room() -> None:
    assert placed(timeline(step(2000), floating("A long line.", "Short."))) == [(100, "Short.")]


def test_a_line_without_room_is_dropped_and_reported_if_it_must_be_heard() -> None:
    result = timeline(step(500), floating("A long line.", "Short.", must="squat"))
    assert result.events == ()
    assert result.warnings == ("squat: there was no room to say 'A long line.'.",)


def test_priority_decides_who_gets_the_room() -> None:
    result = timeline(step(1000), floating("One."), floating("Short.", priority=Priority.SAFETY))
    assert placed(result) == [(100, "Short.")]


def test_lines_keep_clear_of_each_other() -> None:
    assert placed(timeline(step(3000), floating("Short."), floating("One."))) == [(100, "Short."), (1000, "One.")]


def test_a_wording_nobody_can_say_is_passed_over() -> None:
    assert placed(timeline(step(5000), floating("☃", "One."), floating("☃", must="squat"))) == [(100, "One.")]


def test_a_row_of_lines_makes_its_step_longer_and_nothing_else_does() -> None:
    row = (Line(Role.SETUP, ("A long line.",)), Line(Role.SETUP, ("One.",)))
    result = timeline(step(1000, spoken=row, ready_ms=2000))
    assert placed(result) == [(500, "A long line."), (3900, "One.")]
    assert result.duration == 6300


def test_a_number_that_reaches_into_the_next_becomes_a_tick() -> None:
    marks = [Mark(after_start(at), Role.COUNT, (word,), "tick") for at, word in ((1000, "One."), (1300, "Two."))]
    result = timeline(step(3000, *marks))
    assert placed(result) == [(1000, "tick"), (1300, "Two.")]
    assert result.warnings[0].startswith("squat: 1 count is a tick, ")


def test_the_last_number_is_said_ahead_and_only_after_the_one_before() -> None:
    last = Mark(before_end(0), Role.COUNT, ("Two.",), "tick", lead=Ms(500))
    assert placed(timeline(step(3000, last))) == [(2500, "Two.")]
    first = Mark(after_start(2700), Role.COUNT, (), "tick")
    assert placed(timeline(step(3000, first, last))) == [(2700, "tick"), (2900, "tick")]


def test_a_listeners_long_tone_is_not_cut_at_the_end() -> None:
    result = timeline(step(1000, Mark(before_end(500), Role.FINISH, tone="gong")))
    assert result.duration == result.steps[-1].end == result.chapters[-1].end == 6500


def test_a_line_waits_for_the_tone_before_it() -> None:
    assert placed(timeline(step(3000, Mark(after_start(0), Role.DONE, tone="done")), floating("One."))) == [
        (0, "done"),
        (500, "One."),
    ]


def test_a_tone_too_long_for_its_step_delays_the_next_section() -> None:
    before = step(200, Mark(after_start(0), Role.GO, tone="tick"), Mark(after_start(100), Role.DONE, tone="done"))
    after = step(1000, Mark(before_end(700), Role.COUNTDOWN, tone="tick"))
    chapters = tuple(ChapterMark(number, after_start(0), f"{number}", number + 1, "") for number in (0, 1))
    result = lay_out(Script((before, after), (), chapters), LENGTHS)
    assert placed(result) == [(0, "tick"), (100, "done"), (800, "tick")]
    assert [(one.start, one.end) for one in result.steps] == [(0, 200), (200, 1500)]
    assert [(one.start, one.end) for one in result.chapters] == [(0, 500), (500, 1500)]
    first, second = (part for _, part in tracks(result))
    assert [(one.start, one.end) for one in (*first.steps, *second.steps)] == [(0, 200), (0, 1000)]
    assert second.events[0].start == 300
