"""What holds for every session, however it is put together and however long the lines take."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outputs.plan_contract import check_contract
from tests.plan.anything import COUNT, Example, all_of_them, anything, example, full
from tests.plan.expected import Piece
from tests.plan.laid import Laid, SpeechLength, erratic, glutes, laid, plain, slow, tiny, tones_ms, usual
from voicecoach.definitions.model import Counting, Sides
from voicecoach.definitions.session import TimedLine, Timing
from voicecoach.outputs.plan_json import plan_json
from voicecoach.plan.choices import Choices, Detail
from voicecoach.timeline.blocks import TOUCHING_MS, blocks
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.model import Channel, Event, TimedStep
from voicecoach.times import GRID_MS, Ms, up_to_grid

FRAME_MS = 24
OUTRO_MS = 4000
BEAT_OFF_MS = 15
CALL_OFF_MS = 500
LINE_OFF_MS = 300
WALK_THROUGH_MS = 45_000
LONG_READY_MS = 12_000
SIDE_FIRST = re.compile(r"(Left|Right) side first\.")
TICKS_MS = 3200
"""The 3-2-1, and a moment before it."""
SETTING_UP = {"announce", "setup", "safety", "next", "rest"}
WORKING = {"work", "hold"}
MINUTES = {"one minute": 1, "two minutes": 2, "three minutes": 3, "four minutes": 4, "five minutes": 5}


# What is done, and when


@all_of_them
@given(anything)
def test_steps_follow_each_other_without_gaps(one: Example) -> None:
    steps = one.laid.timeline.steps
    assert [step.start for step in steps] == [0, *(step.end for step in steps[:-1])]
    assert steps[-1].end == one.laid.timeline.duration
    assert steps[-1].kind == "outro"
    assert all(step.start < step.end for step in steps)


@all_of_them
@given(anything)
def test_the_work_is_what_the_session_prescribes(one: Example) -> None:
    done = [
        (step.kind, step.exercise, step.end - step.start, step.side, step.reps, step.set, step.round, step.section)
        for step in one.laid.works
    ]
    assert done == [(p.kind, p.exercise, p.length, p.side, p.reps, p.set, p.round, p.section) for p in one.pieces]


@all_of_them
@given(anything)
def test_exact_rests_and_changes_are_what_is_written_to_the_millisecond(one: Example) -> None:
    for (_, between, _), piece in zip(one.laid.breaks(), one.pieces, strict=True):
        if not piece.is_coached:
            kind = "change" if piece.is_change else "rest"
            assert [(step.kind, step.end - step.start) for step in between] == (
                [(kind, piece.gap)] if piece.gap else []
            )


@all_of_them
@given(anything)
def test_a_coached_break_is_the_rest_or_what_the_lead_in_needs(one: Example) -> None:
    for (before, between, work), piece in zip(one.laid.breaks(), one.pieces, strict=True):
        if not piece.is_coached:
            continue
        assert {step.kind for step in between} <= {"rest", "lead-in"}
        begins = before.end if before else between[-1].start
        late_side = piece.ready > LONG_READY_MS  # then the side is named towards the end of getting ready
        heard = said(one.laid, begins, work.start)
        row = [e for e in heard if e.role in SETTING_UP and not (late_side and SIDE_FIRST.search(e.sound.text))]
        silent = begins + (0 if piece.gap else reach_into(begins, one.laid))
        ready = (row[-1].end if row else silent) + max(piece.ready, TICKS_MS)
        longest = max(begins + piece.gap, up_to_grid(ready))
        assert longest <= work.start <= max(longest, begins + piece.gap + GRID_MS)
        if before and work.start > begins + piece.gap and piece.gap:
            assert [step.kind for step in between] == ["rest", "lead-in"]
            assert between[0].end - between[0].start == piece.gap


def said(result: Laid, start: int, end: int) -> list[Event]:
    return [event for event in result.voices if start <= event.start < end]


def reach_into(start: int, result: Laid) -> int:
    """How far the tones before a moment sound into the time after it."""
    events = result.timeline.events
    reached = max((e.end for e in events if e.start < start or (e.start == start and e.closing)), default=0)
    return max(0, up_to_grid(reached) - start)


@all_of_them
@given(anything)
def test_the_whole_takes_what_the_session_says_where_nothing_is_said(one: Example) -> None:
    silent = laid(one.session, replace(one.choices, detail=Detail.TONES), tones=dict.fromkeys(tones_ms(), Ms(10)))
    total = sum(
        piece.length + break_ms(before, piece) for before, piece in itertools.pairwise([None, *one.pieces]) if piece
    )
    assert silent.timeline.duration == total + OUTRO_MS


def break_ms(before: Piece | None, piece: Piece) -> int:
    """What lies before a piece of work; a part that begins at once waits for the last tick of the one before."""
    waits = GRID_MS if before and before.counted and not piece.gap else 0
    return max(piece.gap, max(piece.ready, TICKS_MS) + waits) if piece.is_coached else piece.gap


@all_of_them
@given(anything)
def test_go_is_heard_where_work_begins_and_nowhere_else(one: Example) -> None:
    switched = {
        step.start
        for (_, between, step), piece in zip(one.laid.breaks(), one.pieces, strict=True)
        if piece.is_change and not between
    }
    assert {event.start for event in one.laid.of_role("go")} == {step.start for step in one.laid.works} - switched
    assert switched <= {event.start for event in one.laid.of_role("switch")}


@all_of_them
@given(anything)
def test_before_go_there_is_a_three_two_one_where_there_is_time(one: Example) -> None:
    ticks = {e.start for e in one.laid.of_role("countdown") if e.sound.channel is Channel.TONE}
    for (_, between, work), piece in zip(one.laid.breaks(), one.pieces, strict=True):
        room = sum(step.end - step.start for step in between)
        after = 0 if piece.is_coached else 500
        expected = {Ms(work.start - before) for before in (3000, 2000, 1000) if room >= before + after}
        assert {at for at in ticks if work.start - room <= at < work.start} == expected


# What is heard, and when


@all_of_them
@given(anything)
def test_no_two_lines_overlap(one: Example) -> None:
    assert all(before.end <= after.start for before, after in itertools.pairwise(one.laid.voices))
    if one.choices.detail is Detail.TONES:
        assert not one.laid.voices


@all_of_them
@given(anything)
def test_lines_end_with_their_step_but_for_the_number_that_falls_on_its_end(one: Example) -> None:
    events = []
    for step, within in one.laid.by_step():
        events += within
        for event in within:
            assert event.start % GRID_MS == 0
            assert event.sound.channel is Channel.TONE or event.end <= step.end or event.closing
            assert not event.closing or (event.role == "count" and event.start == step.end)
            assert (event.exercise, event.set, event.side) == (step.exercise, step.set, step.side)
    assert events == list(one.laid.timeline.events)


@all_of_them
@given(anything)
def test_every_repetition_is_counted_once_on_its_beat(one: Example) -> None:
    counted = 0
    for step, piece in zip(one.laid.works, one.pieces, strict=True):
        counts = [event for event in one.laid.within(step) if event.role == "count"]
        counted += len(counts)
        each = is_counted_each(one, step)
        expected = [rep for rep in range(1, (piece.reps or 0) + 1) for _ in range(2 if each else 1)]
        assert [event.rep for event in counts] == (expected if piece.counted else [])
        if counts:
            beat = piece.length / len(counts)
            moments = [step.start + beat * (number + 1) for number in range(len(counts))]
            assert all(abs(e.start - at) <= BEAT_OFF_MS for e, at in zip(counts[:-1], moments, strict=False))
            check_last(one.laid, step, counts[-1])
    assert counted == len(one.laid.of_role("count"))


def is_counted_each(one: Example, step: TimedStep) -> bool:
    exercise = one.session.exercises.get(step.exercise or "")
    return exercise is not None and step.side == "alternating" and exercise.count is Counting.EACH


def check_last(result: Laid, step: TimedStep, last: Event) -> None:
    """The last number falls on the end; where work goes on at once it ends there."""
    following = result.timeline.steps[result.timeline.steps.index(step) + 1]
    if following.kind in WORKING:
        assert not last.closing
        assert 0 <= step.end - last.end < GRID_MS
    elif last.start == step.end:
        assert last.closing
    else:  # the rest is hardly there: the number ends with the set
        assert following.end - following.start < max(1000, last.end - last.start + 600)
        assert 0 <= step.end - last.end < GRID_MS


@all_of_them
@given(anything)
def test_the_done_tone_follows_the_last_number_and_only_where_there_is_a_break(one: Example) -> None:
    done = one.laid.of_role("done")
    ended = [
        (before, work.start)
        for before, between, work in one.laid.breaks()
        if before and between and between[0].kind != "change"
    ]
    ended.append((one.laid.works[-1], one.laid.timeline.duration))
    assert len(done) == len(ended)
    for event, (work, goes_on) in zip(done, ended, strict=True):
        assert work.end <= event.start < goes_on
        last = [e for e in one.laid.within(work) if e.role == "count" and e.sound.channel is Channel.VOICE]
        assert not last or event.start >= last[-1].end


@all_of_them
@given(anything)
def test_counting_stays_language(one: Example) -> None:
    for step in one.laid.works:
        counts = [event for event in one.laid.within(step) if event.role == "count"]
        spoken = [event.sound.channel is Channel.VOICE for event in counts]
        if any(spoken) and not all(spoken):
            numbers = [index + 1 for index, is_said in enumerate(spoken) if is_said]
            reps = [event.rep for event in counts]
            assert all(reps[n - 1] % 5 == 0 or reps[n - 1] == reps[-1] for n in numbers)  # type: ignore[operator]
            assert any("every fifth" in warning for warning in one.laid.timeline.warnings)
        elif counts and not any(spoken) and one.choices.detail is not Detail.TONES:
            assert any("ticks" in warning for warning in one.laid.timeline.warnings)


@all_of_them
@given(anything)
def test_a_side_that_changes_is_named_before_go(one: Example) -> None:
    for before, work, side in new_sides(one):
        heard = said(one.laid, before.start if before else 0, work.start)
        named = any(side in e.sound.text.lower() and e.role in {"announce", "switch"} for e in heard)
        late = any(side in e.sound.text.lower() and e.role == "switch" for e in one.laid.within(work))
        assert named or late or is_reported(one.laid, f"{side} side")
        if has_time_to_name(one, before):
            assert named


def new_sides(one: Example) -> Iterator[tuple[TimedStep | None, TimedStep, str]]:
    """The work before, work on another side, and that side."""
    if one.choices.detail is Detail.TONES:
        return
    for (before, _, work), piece in zip(one.laid.breaks(), one.pieces, strict=True):
        is_same = before and before.side == work.side and before.exercise == work.exercise
        if piece.side is not None and piece.side in {"left", "right"} and not is_same:
            yield before, work, piece.side


def has_time_to_name(one: Example, before: TimedStep | None) -> bool:
    return one.speech in UNHURRIED_ENOUGH and (before is None or before.end - before.start >= 20_000)


UNHURRIED_ENOUGH = (usual, tiny)


def is_reported(result: Laid, text: str) -> bool:
    return any(text in warning.lower() for warning in result.timeline.warnings)


@all_of_them
@given(anything)
def test_calls_of_time_are_true(one: Example) -> None:
    ends = [end for work in one.laid.works for end in (work.start, work.end)]
    for event, left in calls_of_time(one):
        assert min(abs(end - event.start - left) for end in ends) <= CALL_OFF_MS, event


def calls_of_time(one: Example) -> Iterator[tuple[Event, int]]:
    """What says how much time is left, with that."""
    for event in one.laid.voices:
        if event.role in {"call", "countdown", "halfway"} and (left := promised(event.sound.text)) is not None:
            yield event, left


def promised(text: str) -> int | None:
    """How much time a call says is left."""
    plain = text.lower().rstrip(".")
    if plain in MINUTES:
        return MINUTES[plain] * 60_000
    if plain in {"thirty seconds", "halfway. thirty seconds"}:
        return 30_000
    return 10_000 if plain.startswith("ten seconds") else None


@all_of_them
@given(anything)
def test_long_work_and_long_rests_say_how_much_is_left(one: Example) -> None:
    for what, wanted, heard in time_left(one):
        assert wanted <= heard, what


END_OF_WORK, MINUTES_OF_WORK, END_OF_REST, MINUTE_OF_REST = "end of work", "its minutes", "end of rest", "its minute"


def time_left(one: Example) -> Iterator[tuple[str, set[int], set[int | None]]]:
    """What long work and long rests have to say is left, and what they say."""
    if one.speech is not tiny or one.choices.detail is Detail.TONES:
        return
    for step, piece in zip(one.laid.works, one.pieces, strict=True):
        heard = {promised(text) for text in one.laid.said_in(step)}
        if not piece.counted and step.end - step.start >= 20_000:
            yield END_OF_WORK, {10_000}, heard
        if not piece.counted and step.end - step.start > 120_000:
            yield MINUTES_OF_WORK, {*range(60_000, step.end - step.start, 60_000), 30_000}, heard
    for rest in one.laid.steps("rest"):
        heard = {promised(text) for text in one.laid.said_in(rest)}
        follows = one.laid.timeline.steps[one.laid.timeline.steps.index(rest) + 1]
        if follows.kind in WORKING and rest.end - rest.start > 12_000:
            yield END_OF_REST, {10_000}, heard
        if follows.kind in WORKING and rest.end - rest.start > 75_000:
            yield MINUTE_OF_REST, {60_000}, heard


# The coach


def own_cues(one: Example) -> Iterator[tuple[list[TimedStep], list[str], list[tuple[Event, float]]]]:
    """Of each set its steps, the cues it may have, and those it has with how far into the set each begins."""
    sets: dict[tuple[int, int, int | None, int | None], list[TimedStep]] = {}
    for step, piece in zip(one.laid.works, one.pieces, strict=True):
        if step.exercise:
            sets.setdefault((piece.section, piece.entry, step.set, step.round), []).append(step)
    for (section, entry, *_), steps in sets.items():
        item = one.session.sections[section - 1].exercises[entry]
        length = sum(step.end - step.start for step in steps)
        cues: list[tuple[Event, float]] = []
        passed = 0
        for step in steps:
            mine = [e for e in one.laid.within(step) if e.role == "cue"]
            cues += [(event, (passed + event.start - step.start) / length) for event in mine]
            passed += step.end - step.start
        yield steps, [cue.say for cue in (*item.exercise.cues.form, *item.cues.form)], cues


def has_room(one: Example, steps: list[TimedStep]) -> bool:
    """Whether a short line surely fits between numbers, calls and phase words."""
    length = sum(step.end - step.start for step in steps)
    reps = steps[0].reps
    beat = (steps[0].end - steps[0].start) / reps if reps else 4000
    has_lines = any(item.lines for section in one.session.sections for item in section.exercises)
    has_lines = has_lines or any(section.lines for section in one.session.sections)
    fits = beat >= 4000 if one.speech is usual else beat >= 1500
    following = one.laid.timeline.steps[one.laid.timeline.steps.index(steps[-1]) + 1]
    goes_on = following.kind in WORKING or following.end - following.start < 5000
    return length >= 15_000 * len(steps) and fits and not has_lines and not goes_on


Set = tuple[list[TimedStep], list[str], list[tuple[Event, float]]]


def roomy_sets(one: Example) -> Iterator[Set]:
    """Those of `own_cues` that have cues and room for them."""
    return (each for each in own_cues(one) if each[1] and has_room(one, each[0]))


def varied_sets(one: Example) -> Iterator[Set]:
    """Those that always have another cue than the one just heard: two beside the key cue's two times."""
    return (each for each in roomy_sets(one) if len(each[1]) > 2 and len(each[2]) > 3)


@all_of_them
@given(full)
def test_the_key_cue_comes_early_and_late_in_every_set_that_has_room(one: Example) -> None:
    for steps, own, cues in roomy_sets(one):
        name = " ".join(own[0].split()[:3]).rstrip(".")
        key = [share for event, share in cues if event.sound.text.startswith((name, name.replace("form ", "")))]
        assert any(share < 0.62 for share in key), (steps[0], cues)
        last_three = 1 - 3 / (steps[0].reps or 9) / len(steps) - 0.02
        assert any(share >= min(last_three, 0.66) for share in key), (steps[0], cues)


@all_of_them
@given(full)
def test_a_set_of_fifteen_seconds_has_two_form_cues(one: Example) -> None:
    for steps, _, cues in roomy_sets(one):
        assert len(cues) >= 2, (steps[0], cues)


@all_of_them
@given(full)
def test_no_form_cue_is_heard_twice_in_a_row_where_there_is_another(one: Example) -> None:
    for _, _, cues in varied_sets(one):
        texts = [re.sub(r"( form \d+).*", r"\1", event.sound.text) for event, _ in cues]
        assert all(before != after for before, after in itertools.pairwise(texts)), texts


@all_of_them
@given(anything)
def test_no_line_is_said_twice_in_a_row(one: Example) -> None:
    """But for the key cue, whose two times may follow each other where there is no room for another."""
    for before, after in neighbours(one):
        if before.sound == after.sound:
            assert any(before.sound.text.lower() in key for key in key_cues(one))


def neighbours(one: Example) -> Iterator[tuple[Event, Event]]:
    """Lines that follow each other, at least one of them a cue or an encouragement."""
    lines = [e for e in one.laid.voices if e.role not in {"count", "phase", "countdown", "announce"}]
    for before, after in itertools.pairwise(lines):
        if {before.role, after.role} & {"cue", "encouragement"}:
            yield before, after


def key_cues(one: Example) -> set[str]:
    """All that a key cue may sound like, with either side."""
    cues = (w.exercise.cues.form[0] for w in one.laid.workout.works if w.exercise.cues.form)
    return {text.replace("{side}", side).lower() for cue in cues for text in cue.wordings for side in ("left", "right")}


@all_of_them
@given(anything)
def test_nobody_who_rests_is_told_to_move(one: Example) -> None:
    framed = re.compile(r"next (set|time)", re.IGNORECASE)
    assert all(framed.search(event.sound.text) for event in cues_at_rest(one))
    assert not [e for e in heard_at_rest(one) if e.role in {"encouragement", "phase"}]


def heard_at_rest(one: Example) -> Iterator[Event]:
    return (event for step in one.laid.steps("rest", "change", "lead-in") for event in one.laid.within(step))


def cues_at_rest(one: Example) -> Iterator[Event]:
    return (event for event in heard_at_rest(one) if event.role == "cue")


@all_of_them
@given(anything)
def test_an_authors_line_is_at_its_time_or_reported(one: Example) -> None:
    lines = one.laid.of_role("line")
    expected = list(timed_lines(one))
    reports = Counter(
        w for w in one.laid.timeline.warnings if w.startswith(("There was no room at", "The work is over before"))
    )
    assert len(lines) + sum(reports.values()) == (0 if one.choices.detail is Detail.TONES else len(expected))
    for event in lines:
        near = [at for at, text in expected if text == event.sound.text and abs(at - event.start) <= LINE_OFF_MS]
        assert near, event


def timed_lines(one: Example) -> Iterator[tuple[int, str]]:
    """Each line that an author wants at a time of its own, by the works of its entry or its section."""
    works = list(zip(one.laid.works, one.pieces, strict=True))
    for number, section in enumerate(one.session.sections, start=1):
        mine = [step for step, _ in works if step.section == number]
        for line in section.lines:
            yield from moments(line, mine[0].start, mine[-1].end)
        for step, piece in works:
            if piece.section == number and piece.exercise is not None:
                for line in section.exercises[piece.entry].lines:
                    yield from moments(line, step.start, step.end)


def moments(line: TimedLine, start: int, end: int) -> Iterator[tuple[int, str]]:
    if line.at is not None:
        yield start + line.at, line.say
    if line.left is not None:
        yield end - line.left, line.say
    if line.every is not None:
        yield from ((moment, line.say) for moment in range(start + line.every, end - 1000, line.every))


@all_of_them
@given(anything)
def test_nothing_is_told_twice(one: Example) -> None:
    for number, section in enumerate(one.session.sections, start=1):
        names = Counter(item.exercise.name for item in section.exercises)
        begins = max((step.end for step in one.laid.works if (step.section or 0) < number), default=0)
        # What is told in a section's last work is about the section that follows.
        ends = max(step.start for step in one.laid.works if step.section == number)
        told = Counter(
            e.sound.text
            for e in said(one.laid, begins, ends)
            if e.role in {"setup", "safety"} and re.search(r" (setup|safety) \d|^Note", e.sound.text)
        )
        plain: Counter[str] = Counter()
        for text, times in told.items():
            plain[re.sub(r"( (?:setup|safety) \d).*", r"\1", text)] += times
        for text, times in plain.items():
            name = next((one for one in names if one in text), None)
            if name is None:  # told ahead, in the last work of the section before
                continue
            assert times <= (1 if is_exact(one, number) else names[name]), text


def is_exact(one: Example, number: int) -> bool:
    section = one.session.sections[number - 1]
    timing = section.timing or one.session.timing
    return timing is Timing.EXACT if timing else section.kind != "straight-sets"


@all_of_them
@given(anything)
def test_what_keeps_it_safe_is_told_before_work_or_reported(one: Example) -> None:
    if not one.choices.detail.says(Detail.BRIEF):
        return
    for step in one.laid.works:
        if not step.exercise:
            continue
        for cue in one.session.exercises[step.exercise].cues.safety:
            marker = f"{step.exercise} safety"
            assert cue.say.startswith(marker)
            heard = any(e.sound.text.startswith(marker) and e.start < step.start for e in one.laid.voices)
            assert heard or is_reported(one.laid, marker)


@all_of_them
@given(anything)
def test_a_walk_through_ends_within_45_seconds(one: Example) -> None:
    for (before, between, work), piece in zip(one.laid.breaks(), one.pieces, strict=True):
        if not piece.is_coached or not is_exact(one, piece.section) or one.speech not in UNHURRIED_ENOUGH:
            continue
        begins = before.end if before else between[-1].start
        if piece.ready <= 20_000:
            assert work.start - begins <= max(WALK_THROUGH_MS, piece.gap) + GRID_MS


@all_of_them
@given(anything)
def test_the_middle_of_the_session_is_called_once_near_it(one: Example) -> None:
    calls = calls_of_the_middle(one)
    assert len(calls) <= 1
    assert len(calls) == 1 or not has_a_quiet_middle(one)
    assert all(abs(e.start / one.laid.timeline.duration - 0.5) <= 0.081 for e in calls)


def calls_of_the_middle(one: Example) -> list[Event]:
    half = re.compile(r"half(way through| of it)", re.IGNORECASE)
    return [e for e in one.laid.voices if e.role == "call" and half.search(e.sound.text)]


def has_a_quiet_middle(one: Example) -> bool:
    """Whether five seconds of a rest near the middle are still free, and a voice that can use them may speak."""
    if one.choices.detail is Detail.TONES or one.speech not in UNHURRIED_ENOUGH:
        return False
    if any(section.kind == "for-time" for section in one.session.sections):
        return False
    duration = one.laid.timeline.duration
    for rest in one.laid.steps("rest"):
        begins, ends = max(rest.start, 0.42 * duration), min(rest.end - 12_000, 0.58 * duration)
        heard = [(e.start, e.end) for e in one.laid.timeline.events if e.end > begins and e.start < ends]
        for (_, before), (after, _) in itertools.pairwise([(begins, begins), *heard, (ends, ends)]):
            if after - before >= 5000:
                return True
    return False


# What the examples are good for


def unhurried_sides(one: Example) -> Iterator[object]:
    return (each for each in new_sides(one) if has_time_to_name(one, each[0]))


def quiet_middles(one: Example) -> Iterator[object]:
    return iter([one] if has_a_quiet_middle(one) else [])


def of_long(what: str) -> Callable[[Example], Iterator[object]]:
    return lambda one: (each for each in time_left(one) if each[0] == what)


def calls_of(left: int) -> Callable[[Example], Iterator[object]]:
    return lambda one: (event for event, promise in calls_of_time(one) if promise == left)


def of_full(which: Callable[[Example], Iterator[object]]) -> Callable[[Example], Iterator[object]]:
    return lambda one: which(one) if one.is_full else iter([])


@pytest.mark.parametrize(
    ("which", "least"),
    [
        pytest.param(new_sides, 800, id="sides that change"),
        pytest.param(unhurried_sides, 400, id="sides that there is time to name"),
        pytest.param(calls_of(10_000), 900, id="calls of ten seconds"),
        pytest.param(calls_of(30_000), 250, id="calls of thirty seconds"),
        pytest.param(calls_of(60_000), 120, id="calls of a minute"),
        pytest.param(calls_of(120_000), 60, id="calls of two minutes"),
        pytest.param(of_long(END_OF_WORK), 100, id="work of twenty seconds"),
        pytest.param(of_long(MINUTES_OF_WORK), 10, id="work of two minutes"),
        pytest.param(of_long(END_OF_REST), 30, id="rests of twelve seconds"),
        pytest.param(lambda one: iter(one.laid.of_role("line")), 700, id="timed lines"),
        pytest.param(of_long(MINUTE_OF_REST), 5, id="rests of more than a minute"),
        pytest.param(of_full(roomy_sets), 130, id="sets with room for cues"),
        pytest.param(of_full(varied_sets), 30, id="sets with room and four times of cues"),
        pytest.param(neighbours, 2500, id="cues beside other lines"),
        pytest.param(cues_at_rest, 20, id="cues in rests"),
        pytest.param(lambda one: iter(calls_of_the_middle(one)), 200, id="calls of the middle"),
        pytest.param(quiet_middles, 20, id="sessions with a quiet middle"),
    ],
)
def test_the_examples_have_what_the_rules_are_about(which: Callable[[Example], Iterator[object]], least: int) -> None:
    assert sum(len(list(which(example(number)))) for number in range(COUNT)) >= least


# What comes out


@all_of_them
@given(anything)
def test_chapters_cover_the_session(one: Example) -> None:
    chapters = one.laid.timeline.chapters
    assert [chapter.start for chapter in chapters] == [0, *(chapter.end for chapter in chapters[:-1])]
    assert chapters[-1].end == one.laid.timeline.duration
    assert all(chapter.start < chapter.end for chapter in chapters)
    assert all(chapter.start % GRID_MS == 0 for chapter in chapters)
    assert chapters[-1].start == one.laid.timeline.steps[-1].start


@all_of_them
@given(anything)
def test_blocks_hold_every_sound_once_and_stand_apart(one: Example) -> None:
    events = one.laid.timeline.events
    grouped = list(blocks(events))
    parts = [(block.start + part.offset, part.sound) for block in grouped for part in block.content.parts]
    assert parts == [(event.start, event.sound) for event in events]
    assert all(after.start - before.end >= TOUCHING_MS for before, after in itertools.pairwise(grouped))


LONG_TONES = {name: Ms(3700) for name in tones_ms()}


@given(anything, st.sampled_from((None, LONG_TONES)))
def test_each_part_can_be_a_track_of_its_own(one: Example, tones: dict[str, Ms] | None) -> None:
    has_room = all(not piece.is_coached or not 0 < piece.gap < 10_000 for piece in one.pieces)
    is_long = tones is not None and has_room
    whole = (
        laid(one.session, one.choices, one.speech, tones=tones, phrases=plain()).timeline
        if is_long
        else one.laid.timeline
    )
    parts = [part for _, part in tracks(whole)]
    for part in (whole, *parts):
        grouped = list(blocks(part.events))
        assert all(block.start >= FRAME_MS and block.end <= part.duration for block in grouped)
        ends = [0, *(step.end for step in part.steps)]
        assert [step.start for step in part.steps] == ends[:-1]
        assert ends[-1] <= part.duration
    assert sum(part.duration for part in parts) == whole.duration
    assert sum(len(part.events) for part in parts) == len(whole.events)
    assert sum(len(part.steps) for part in parts) == len(whole.steps)


@given(anything)
def test_the_same_input_gives_the_same_timeline(one: Example) -> None:
    assert laid(one.session, one.choices, one.speech, phrases=plain()) == one.laid


@given(anything, st.integers(6, 100))
def test_another_seed_changes_words_but_no_step_and_no_count(one: Example, seed: int) -> None:
    other = laid(one.session, replace(one.choices, seed=seed), one.speech, phrases=plain())
    assert done_and_counted(other) == done_and_counted(one.laid)


def done_and_counted(result: Laid) -> list[tuple[object, ...]]:
    return [
        (
            replace(work, start=Ms(0), end=Ms(work.end - work.start)),
            [(e.rep, e.start - work.start, e.sound) for e in result.within(work) if e.role in {"count", "half-rep"}],
        )
        for work in result.works
    ]


@all_of_them
@given(anything)
def test_the_json_keeps_its_contract(one: Example) -> None:
    check_contract(json.loads(plan_json(one.laid.workout, one.laid.timeline, "any")))


@pytest.mark.parametrize("speech", [usual, slow, tiny, erratic])
@pytest.mark.parametrize("detail", list(Detail))
def test_the_built_in_session_holds_too(speech: SpeechLength, detail: Detail) -> None:
    result = laid(glutes(), Choices(detail=detail), speech)
    assert all(before.end <= after.start for before, after in itertools.pairwise(result.voices))
    sides = {step.exercise: step.side for step in result.works}
    assert len(result.of_role("count")) == sum(60 if side in {"left", "right"} else 30 for side in sides.values())
    assert Sides.ALTERNATING in sides.values()
