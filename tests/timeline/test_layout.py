from __future__ import annotations

from dataclasses import replace

import pytest

from voicecoach.definitions.session import TimedLine
from voicecoach.plan.script import (
    About,
    ChapterMark,
    Count,
    Floating,
    Line,
    Mark,
    Priority,
    Role,
    Script,
    Step,
    StepKind,
    Timed,
    Window,
    after_start,
    before_end,
)
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.floats import SOONER_MS
from voicecoach.timeline.layout import lay_out
from voicecoach.timeline.model import Timeline
from voicecoach.timeline.sayings import tone, voice
from voicecoach.times import Ms

LENGTHS = {
    voice("A long line."): Ms(3000),
    voice("Short."): Ms(700),
    voice("One."): Ms(400),
    voice("Two."): Ms(450),
    tone("tick"): Ms(80),
    tone("done"): Ms(400),
    tone("gong"): Ms(6000),
    tone("soft"): Ms(60),
    tone("odd"): Ms(401),
}
SQUAT, PRESS = About("squat", 1, section=1), About("press", 1, section=1)
NUMBERS = {1: "One.", 2: "Two."}
ANYWHERE = Window(0, after_start(0), before_end(0))


def timeline(step: Step, *floating: Floating) -> Timeline:
    return lay_out(Script((step,), floating, (ChapterMark(0, after_start(0), "All", 1, ""),)), LENGTHS)


def step(length_ms: int, *marks: Mark, spoken: tuple[Line, ...] = (), ready_ms: int = 0) -> Step:
    return Step(StepKind.WORK, Ms(length_ms), SQUAT, marks=marks, spoken=spoken, ready=Ms(ready_ms))


def floating(*wordings: str, priority: Priority = Priority.FORM, must: str | None = None) -> Floating:
    return Floating(Line(Role.CUE, wordings, priority), (ANYWHERE,), must=must)


def placed(result: Timeline) -> list[tuple[int, str]]:
    return [(event.start, event.sound.text) for event in result.events]


def test_a_line_takes_its_shorter_wording_where_the_long_one_has_no_room() -> None:
    assert placed(timeline(step(2000), floating("A long line.", "Short."))) == [(100, "Short.")]


def test_a_line_without_room_is_dropped_and_reported_if_it_must_be_heard() -> None:
    result = timeline(step(500), floating("A long line.", "Short.", must="squat"))
    assert result.events == ()
    assert result.warnings == ("squat: there was no room to say 'A long line'.",)


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


def counted(*at_ms: int, on_beat: bool = False) -> Step:
    """Repetitions that are counted at these times; the last is the end."""
    counts = tuple(Count(after_start(at), rep, (NUMBERS[rep],)) for rep, at in enumerate(at_ms, start=1))
    return replace(step(at_ms[-1]), counts=counts, ends_on_beat=on_beat)


def followed(first: Step, *others: Step) -> Timeline:
    return lay_out(Script((first, *others), (), (ChapterMark(0, after_start(0), "All", 1, ""),)), LENGTHS)


def test_what_follows_a_line_is_said_after_it_or_not_at_all() -> None:
    late = Window(0, after_start(5000), before_end(0))
    name = floating("A long line.")._replace(windows=(late,))
    follower = floating("Short.")._replace(follows=0)
    assert [text for _, text in placed(timeline(step(12_000), name, follower))] == ["A long line.", "Short."]
    assert placed(timeline(step(12_000), floating("A long line."), follower._replace(follows=None)))[0][0] == 100
    only_before = follower._replace(windows=(Window(0, after_start(0), after_start(4000)),))
    assert [text for _, text in placed(timeline(step(12_000), name, only_before))] == ["A long line."]
    must = only_before._replace(must="squat")
    assert [text for _, text in placed(timeline(step(12_000), name, must))] == ["Short.", "A long line."]


def test_what_must_be_heard_is_said_shortly_before_what_it_follows_or_reported() -> None:
    late = Window(0, after_start(30_000), before_end(0))
    name = floating("A long line.")._replace(windows=(late,))
    before = Window(0, after_start(0), after_start(30_000))
    must = floating("Short.", must="squat")._replace(windows=(before,), follows=0)
    (first, text), _ = placed(timeline(step(33_000), name, must))
    assert (text, 30_000 - first <= SOONER_MS) == ("Short.", True)
    too_soon = must._replace(windows=(Window(0, after_start(0), after_start(15_000)),))
    result = timeline(step(33_000), name, too_soon)
    assert [text for _, text in placed(result)] == ["A long line."]
    assert result.warnings == ("squat: there was no room to say 'Short'.",)


def test_what_follows_a_line_without_room_follows_what_that_would_have() -> None:
    late = Window(0, after_start(5000), before_end(0))
    first = floating("A long line.")._replace(windows=(late,))
    no_room = floating("Last two.")._replace(windows=(Window(0, after_start(0), after_start(100)),), follows=0)
    last = floating("Short.")._replace(follows=1)
    assert [text for _, text in placed(timeline(step(12_000), first, no_room, last))] == ["A long line.", "Short."]


def rest(length_ms: int, *, row: bool = False) -> Step:
    marks = (Mark(after_start(0), Role.DONE, tone="done"),)
    spoken = (Line(Role.REST, ("Short.",)),) if row else ()
    return Step(StepKind.REST, Ms(length_ms), SQUAT, marks=marks, spoken=spoken, then=PRESS)


def test_numbers_start_on_their_beats_and_the_last_on_the_end() -> None:
    result = followed(counted(1000, 2000), rest(5000))
    assert placed(result) == [(1000, "One."), (2000, "Two."), (2600, "done")]
    assert [(event.closing, event.rep) for event in result.events] == [(False, 1), (True, 2), (False, None)]


def test_numbers_too_close_to_each_other_are_ticks_with_a_warning() -> None:
    result = followed(counted(1000, 1300), rest(5000))
    assert placed(result) == [(1000, "tick"), (1300, "tick"), (1300, "done")]
    assert result.warnings[0].startswith("squat: 2 counts are ticks, ")


def test_the_last_number_ends_with_the_set_where_work_goes_on() -> None:
    result = followed(counted(1000, 2000, on_beat=True), step(1000))
    assert placed(result) == [(1000, "One."), (1500, "Two.")]


def test_the_last_number_ends_with_the_set_where_the_rest_is_too_short_for_it() -> None:
    assert placed(followed(counted(1000, 2000), rest(900), step(1000))) == [
        (1000, "One."),
        (1500, "Two."),
        (2000, "done"),
    ]
    assert placed(followed(counted(1000, 2000), rest(1000), step(1000)))[1] == (2000, "Two.")


def test_a_rest_begins_to_speak_after_the_done_tone() -> None:
    result = followed(counted(1000, 2000), rest(5000, row=True))
    assert placed(result)[1:] == [(2000, "Two."), (2600, "done"), (3200, "Short.")]


def test_a_rest_that_has_more_to_say_goes_on_as_a_lead_in() -> None:
    row = (Line(Role.REST, ("Short.",), if_grown=("One.",)), Line(Role.SETUP, ("A long line.",)))
    result = followed(replace(rest(2000), spoken=row, ready=Ms(1000)))
    assert placed(result) == [(100, "done"), (700, "One."), (2000, "A long line.")]
    assert [(one.kind, one.start, one.end, one.exercise) for one in result.steps] == [
        ("rest", 0, 2000, "squat"),
        ("lead-in", 2000, 6000, "press"),
    ]
    assert result.events[-1].exercise == "press"


def test_a_row_leaves_out_what_may_wait_once_its_time_is_up() -> None:
    row = tuple(Line(Role.SETUP, ("A long line.",), may_wait=True) for _ in range(3))
    certain = Line(Role.ANNOUNCE, ("Short.",))
    result = followed(replace(step(0, spoken=(*row, certain), ready_ms=1000), limit=Ms(9000)))
    assert placed(result) == [(500, "A long line."), (3900, "A long line."), (7300, "Short.")]
    assert result.duration == 9000


def lined(length_ms: int, *lines: TimedLine, marks: tuple[Mark, ...] = ()) -> Timeline:
    script = Script((step(length_ms, *marks),), (), (ChapterMark(0, after_start(0), "All", 1, ""),))
    return lay_out(replace(script, timed=tuple(Timed(line, 0, 0) for line in lines)), LENGTHS)


def test_an_authors_line_stands_at_its_time() -> None:
    lines = (TimedLine("One.", at=Ms(1000)), TimedLine("Two.", left=Ms(1000)), TimedLine("Short.", every=Ms(2000)))
    assert placed(lined(6000, *lines)) == [(1000, "One."), (2000, "Short."), (4000, "Short."), (5000, "Two.")]


@pytest.mark.parametrize(("tone_at", "at"), [(700, 1000), (800, 1100), (900, 1200), (1000, 1300), (1200, 800)])
def test_an_authors_line_makes_way_by_at_most_three_tenths(tone_at: int, at: int) -> None:
    result = lined(5000, TimedLine("One.", at=Ms(1000)), marks=(Mark(after_start(tone_at), Role.DONE, tone="done"),))
    assert (at, "One.") in placed(result)


def test_an_authors_line_without_room_is_reported() -> None:
    result = lined(9000, TimedLine("Short.", at=Ms(1000)), marks=(Mark(after_start(1000), Role.DONE, tone="gong"),))
    assert result.warnings == ("There was no room at 0:01 to say 'Short'.",)
    beyond = lined(5000, TimedLine("Short.", at=Ms(5000)), TimedLine("Two.", left=Ms(6000)))
    assert len(beyond.warnings) == 2
    assert not beyond.events
    assert placed(lined(5000, TimedLine("One.", left=Ms(100)))) == [(4600, "One.")]


def test_the_middle_is_called_in_a_rest_rather_than_in_work() -> None:
    script = Script((step(9000), rest(4000), step(7000)), (), (ChapterMark(0, after_start(0), "All", 1, ""),))
    called = lay_out(replace(script, halfway=("Short.",)), LENGTHS)
    assert [(event.start, event.role) for event in called.events if event.sound.text == "Short."] == [(10_000, "call")]
    in_work = lay_out(replace(script, steps=(step(60_000),), halfway=("Short.",)), LENGTHS)
    assert placed(in_work) == [(30_000, "Short.")]


def test_a_line_that_was_said_isnt_said_once_more() -> None:
    again = floating("Short.")._replace(once=True)
    early = floating("Short.")._replace(windows=(Window(0, after_start(0), before_end(0)),))
    assert placed(timeline(step(9000), early, again)) == [(100, "Short.")]


def test_a_soft_tone_takes_the_place_of_a_word_without_room() -> None:
    word = floating("A long line.")._replace(or_tone="soft")
    assert placed(timeline(step(2000), word)) == [(0, "soft")]
    assert placed(timeline(step(4000), word)) == [(100, "A long line.")]


def test_a_line_that_has_to_begin_in_time_may_end_later() -> None:
    window = Window(0, after_start(500), before_end(0), start_by=after_start(700))
    assert placed(timeline(step(9000), floating("A long line.")._replace(windows=(window,)))) == [(500, "A long line.")]
    blocked = step(9000, Mark(after_start(400), Role.GO, tone="done"))
    assert placed(timeline(blocked, floating("A long line.")._replace(windows=(window,)))) == [(400, "done")]


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


def test_the_soft_end_of_a_tone_is_a_tenth_of_a_second() -> None:
    assert (600, "One.") in placed(timeline(step(3000, Mark(after_start(0), Role.DONE, tone="odd")), floating("One.")))


def test_no_cue_is_said_right_after_itself_nor_right_before() -> None:
    late = floating("Short.")._replace(windows=(Window(0, after_start(2000), before_end(0)),))
    assert placed(timeline(step(9000), late, floating("Short."))) == [(2000, "Short.")]
    assert placed(timeline(step(9000), floating("Short."), late)) == [(100, "Short.")]
    between = floating("One.")._replace(windows=(Window(0, after_start(1000), before_end(0)),))
    assert len(placed(timeline(step(9000), floating("Short."), between, late))) == 3


@pytest.mark.parametrize(("rest_ms", "at"), [(3100, []), (3200, [9500])])
def test_the_end_of_a_short_rest_is_kept_free_of_the_call_of_the_middle(rest_ms: int, at: list[int]) -> None:
    steps = (step(9000), rest(rest_ms), step(10_000 - rest_ms))
    script = Script(steps, (), (ChapterMark(0, after_start(0), "All", 1, ""),), halfway=("Short.",))
    assert [start for start, text in placed(lay_out(script, LENGTHS)) if text == "Short."] == at
