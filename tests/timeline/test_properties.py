"""What holds for every session, however it is put together and however long the lines take."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outputs.plan_contract import check_contract
from tests.plan.laid import Laid, SpeechLength, erratic, laid, slow, tiny, tones_ms, usual
from tests.plan.sessions import choices, sessions
from voicecoach.definitions.model import Counting, Sides
from voicecoach.definitions.session import SectionKind, Session
from voicecoach.outputs.plan_json import plan_json
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.workout import Work, Workout
from voicecoach.timeline.blocks import TOUCHING_MS, blocks
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.model import Channel, Event, TimedStep
from voicecoach.times import GRID_MS, Ms, up_to_grid

speeches = st.sampled_from((usual, usual, slow, tiny, erratic))
LEAST_LEAD_IN_MS = 1000
OUTRO_MS = 4000
FRAME_MS = 24


def order_of_sets(workout: Workout) -> Iterator[tuple[int, Work, int, int | None]]:
    """Each set's exercise by number, its work, the set, and the rest between the rounds if one begins there."""
    number = 0
    for section in workout.sections:
        numbered = [(number + place, work) for place, work in enumerate(section.works)]
        number += len(numbered)
        if section.kind is SectionKind.STRAIGHT_SETS:
            yield from ((index, work, turn, None) for index, work in numbered for turn in range(1, work.sets + 1))
            continue
        for turn in range(1, max(work.sets for work in section.works) + 1):
            between = section.round_rest if turn > 1 else None
            for index, work in numbered:
                if turn <= work.sets:
                    yield index, work, turn, between
                    between = None


def expected_steps(workout: Workout) -> Iterator[tuple[str, int]]:
    """The kinds and lengths of all steps but the opening and the end; a lead-in's is the least it may have."""
    previous: tuple[int, Work] | None = None
    for index, work, _, between_rounds in order_of_sets(workout):
        if previous:
            rest = between_rounds if between_rounds is not None else previous[1].rest
            if rest:
                yield "rest", rest
        if not previous or previous[0] != index:
            yield "lead-in", max(LEAST_LEAD_IN_MS, work.get_ready)
        work_ms = work.amount.high if work.reps is None else work.reps * rep_ms(work)
        kind = "work" if work.exercise.phases else "hold"
        yield kind, work_ms
        if work.exercise.sides is Sides.EACH:
            if workout.session.change:
                yield "change", workout.session.change
            yield kind, work_ms
        previous = index, work


def rep_ms(work: Work) -> int:
    tempo = work.tempo
    movement = sum(
        phase.length or 0 if phase.tempo is None else getattr(tempo, phase.tempo.value)
        for phase in work.exercise.phases
    )
    return movement * (2 if work.exercise.sides is Sides.ALTERNATING else 1)


@given(sessions(), choices, speeches)
def test_steps_are_as_prescribed_and_follow_each_other_without_gaps(
    session: Session, chosen: Choices, speech: SpeechLength
) -> None:
    result = laid(session, chosen, speech)
    steps = result.timeline.steps
    assert [step.start for step in steps] == [0, *(step.end for step in steps[:-1])]
    assert steps[-1].end == result.timeline.duration
    assert steps[-1].kind == "outro"
    middle = list(steps[:-1] if chosen.detail is Detail.TONES else steps[1:-1])
    expected = list(expected_steps(result.workout))
    assert [step.kind for step in middle] == [kind for kind, _ in expected]
    for step, (kind, length) in zip(middle, expected, strict=True):
        if kind != "lead-in":
            assert step.end - step.start == length
        elif chosen.detail is Detail.TONES:
            assert step.end - step.start == length + reach_into(step, result.timeline.events)
        else:
            assert step.end - step.start >= length
    if chosen.detail is Detail.TONES:
        assert steps[-1].end - steps[-1].start == OUTRO_MS


def reach_into(step: TimedStep, events: tuple[Event, ...]) -> int:
    """How far the tones before a step sound into it."""
    reached = max((event.end for event in events if event.start < step.start), default=0)
    return max(0, up_to_grid(reached) - step.start)


@given(sessions(), choices, speeches)
def test_spoken_lines_neither_overlap_nor_cross_the_end_of_their_step(
    session: Session, chosen: Choices, speech: SpeechLength
) -> None:
    result = laid(session, chosen, speech)
    voices = result.voices
    assert all(before.end <= after.start for before, after in itertools.pairwise(voices))
    for step, events in result.by_step():
        for event in events:
            assert event.start % GRID_MS == 0
            assert event.sound.channel is Channel.TONE or event.end <= step.end
            assert (event.exercise, event.set, event.side) == (step.exercise, step.set, step.side)
    if chosen.detail is Detail.TONES:
        assert not voices


@given(sessions(), choices, speeches)
def test_every_repetition_is_counted_once_when_it_completes(
    session: Session, chosen: Choices, speech: SpeechLength
) -> None:
    result = laid(session, chosen, speech)
    works = {work.exercise.name: work for work in result.workout.works}
    for step, events in result.by_step():
        counts = [event for event in events if event.role == "count"]
        assert [event.rep for event in counts] == expected_reps(step, works)
        if step.reps:
            check_times(step, counts, each=len(counts) > step.reps)


def expected_reps(step: TimedStep, works: dict[str, Work]) -> list[int]:
    exercise = works[step.exercise].exercise if step.exercise else None
    each = exercise is not None and exercise.sides is Sides.ALTERNATING and exercise.count is Counting.EACH
    return [rep for rep in range(1, (step.reps or 0) + 1) for _ in range(2 if each else 1)]


def check_times(step: TimedStep, counts: list[Event], *, each: bool) -> None:
    rep_length = (step.end - step.start) // (step.reps or 1)
    moments = [step.start + rep * rep_length for rep in range(1, (step.reps or 0) + 1)]
    if each:
        moments = [at for moment in moments for at in (moment - rep_length // 2, moment)]
    *early, last = counts
    on_grid = [(event.start, -(-moment // GRID_MS) * GRID_MS) for event, moment in zip(early, moments, strict=False)]
    assert all(at in (moment, moment - moment % GRID_MS) for at, moment in on_grid)
    if last.sound.channel is Channel.VOICE:
        assert last.start <= step.end - 500
        assert last.end <= step.end
        assert last.end >= step.end - 500 - GRID_MS or last.start >= step.end - 500 - GRID_MS
    else:
        assert step.end - 500 <= last.start < step.end


@given(sessions(), choices, speeches)
def test_signals_stand_where_they_mean_something(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    result = laid(session, chosen, speech)
    working = [step for step in result.timeline.steps if step.kind in {"work", "hold"}]
    starts = {step.start for step in working}
    timed_ends = {step.end for step in working if step.reps is None}
    assert {event.start for event in result.of_role("go")} == starts
    for event in result.of_role("countdown"):
        if event.sound.channel is Channel.TONE:
            assert {event.start + before for before in (1000, 2000, 3000)} & (starts | timed_ends)
    for step, events in result.by_step():
        assert step.kind == "lead-in" or not any(event.role == "safety" for event in events)


@given(sessions(), choices, speeches)
def test_every_form_cue_is_heard_or_named_in_a_warning(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    result = laid(session, replace(chosen, detail=Detail.FULL), speech)
    heard = set(result.texts)
    for work in result.workout.works:
        for cue in work.exercise.cues.form:
            named = any(repr(cue.say) in warning for warning in result.timeline.warnings)
            assert heard.intersection(cue.wordings) or named


@given(sessions(), choices, speeches)
def test_no_form_cue_is_heard_twice_in_a_row(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    result = laid(session, chosen, speech)
    own: dict[str | None, list[str]] = {}
    for event in result.of_role("cue"):
        if " form " in event.sound.text:
            own.setdefault(event.exercise, []).append(event.sound.text)
    repeated = Counter(item.exercise.name for section in session.sections for item in section.exercises)
    for exercise, heard in own.items():
        if exercise and repeated[exercise] == 1:
            assert all(before != after for before, after in itertools.pairwise(heard))


@given(sessions(), choices, st.integers(6, 100))
def test_another_seed_changes_words_but_no_count(session: Session, chosen: Choices, seed: int) -> None:
    first, second = (counts_in_steps(laid(session, replace(chosen, seed=one))) for one in (chosen.seed, seed))
    assert first == second
    assert laid(session, chosen) == laid(session, chosen)


def counts_in_steps(result: Laid) -> list[tuple[str, int | None, int, str]]:
    found = []
    for step, events in result.by_step():
        counts = [event for event in events if event.role in {"count", "half-rep"}]
        found += [(step.kind, event.rep, event.start - step.start, event.sound.text) for event in counts]
    return found


@given(sessions(), choices, speeches)
def test_chapters_cover_the_session(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    result = laid(session, chosen, speech)
    chapters = result.timeline.chapters
    assert [chapter.start for chapter in chapters] == [0, *(chapter.end for chapter in chapters[:-1])]
    assert chapters[-1].end == result.timeline.duration
    assert all(chapter.start < chapter.end for chapter in chapters)
    sets = sum(work.sets for work in result.workout.works)
    assert len(chapters) == sets + (1 if chosen.detail is Detail.TONES else 2)


@given(sessions(), choices, speeches)
def test_blocks_hold_every_sound_once_and_stand_apart(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    events = laid(session, chosen, speech).timeline.events
    grouped = list(blocks(events))
    parts = [(block.start + part.offset, part.sound) for block in grouped for part in block.content.parts]
    assert parts == [(event.start, event.sound) for event in events]
    assert all(after.start - before.end >= TOUCHING_MS for before, after in itertools.pairwise(grouped))


LONG_TONES = {name: Ms(3700) for name in tones_ms()}


@given(sessions(), choices, speeches, st.sampled_from((None, LONG_TONES)))
def test_each_exercise_can_be_a_track_of_its_own(
    session: Session, chosen: Choices, speech: SpeechLength, tones: dict[str, Ms] | None
) -> None:
    whole = laid(session, chosen, speech, tones=tones).timeline
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


@given(sessions(), choices, speeches)
def test_the_json_keeps_its_contract(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    result = laid(session, chosen, speech)
    check_contract(json.loads(plan_json(result.workout, result.timeline)))


@pytest.mark.parametrize("speech", [usual, slow, tiny, erratic])
@pytest.mark.parametrize("detail", list(Detail))
def test_the_built_in_session_holds_too(speech: SpeechLength, detail: Detail) -> None:
    from tests.plan.laid import glutes

    result = laid(glutes(), Choices(detail=detail), speech)
    assert all(before.end <= after.start for before, after in zip(result.voices, result.voices[1:], strict=False))
    assert len(result.of_role("count")) == 2 * 3 * 10 + 4 * 3 * 10
