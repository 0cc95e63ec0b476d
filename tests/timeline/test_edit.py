from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_kind import EVERYTHING, SECTIONS, laid_kind
from tests.plan.laid import Laid, SpeechLength, erratic, glutes_laid, laid, slow, tiny, usual
from tests.plan.sessions import choices, sessions
from voicecoach.definitions.session import Session
from voicecoach.errors import ChoiceError
from voicecoach.plan.choices import Choices, Detail
from voicecoach.timeline.edit import longer, same_place
from voicecoach.timeline.model import Channel, Event, TimedStep, Timeline
from voicecoach.timeline.places import IDLE, WORKING, events_of, gap, step_at
from voicecoach.times import GRID_MS, Ms

EXTRA = Ms(15_000)
speeches = st.sampled_from((usual, slow, tiny, erratic))
glutes_timeline = glutes_laid().timeline
moments = st.floats(0, 1, exclude_max=True)


def first(timeline: Timeline, kind: str, exercise: str = "step-up") -> TimedStep:
    return next(step for step in timeline.steps if step.kind == kind and step.exercise == exercise)


def closing(events: tuple[Event, ...], kind: str, end: Ms) -> list[tuple[int, str]]:
    """What leads on to the work, with its distance to `end`."""
    roles = {"countdown", "announce"} if kind == "rest" else {"countdown"}
    heard = ((end - event.start, event.sound.text) for event in events if event.role in roles)
    return [(before, text) for before, text in heard if before < EXTRA]


@given(sessions(), choices, speeches, moments, moments)
def test_a_longer_rest_moves_all_that_follows_and_nothing_before(
    session: Session, chosen: Choices, speech: SpeechLength, which: float, within: float
) -> None:
    timeline = laid(session, chosen, speech).timeline
    idle = [step for step in timeline.steps if step.kind in IDLE]
    step = idle[int(which * len(idle))]
    at = Ms(step.start + int(within * (step.end - step.start)))
    edited = longer(timeline, at, EXTRA)
    assert edited.duration == timeline.duration + EXTRA
    number = timeline.steps.index(step)
    for index, (old, new) in enumerate(zip(timeline.steps, edited.steps, strict=True)):
        assert new.start - old.start == (EXTRA if index > number else 0)
        assert new.end - old.end == (EXTRA if index >= number else 0)
    assert [event for event in edited.events if event.start < at] == [e for e in timeline.events if e.start < at]
    after, moved = (
        [(event.start - end, event.sound) for event in one.events if event.start >= end]
        for one, end in ((timeline, step.end), (edited, Ms(step.end + EXTRA)))
    )
    assert after == moved
    assert not Counter(event.sound for event in timeline.events) - Counter(event.sound for event in edited.events)


@given(sessions(), choices, speeches, moments, moments)
def test_after_a_longer_rest_the_timeline_is_still_sound(
    session: Session, chosen: Choices, speech: SpeechLength, which: float, within: float
) -> None:
    timeline = laid(session, chosen, speech).timeline
    idle = [step for step in timeline.steps if step.kind in IDLE]
    step = idle[int(which * len(idle))]
    edited = longer(timeline, Ms(step.start + int(within * (step.end - step.start))), EXTRA)
    voices = [event for event in edited.events if event.sound.channel is Channel.VOICE]
    assert all(before.end <= after.start for before, after in pairwise(voices))
    assert all(before.start <= after.start for before, after in pairwise(edited.events))
    assert all(event.start % GRID_MS == 0 for event in edited.events)
    assert [chapter.start for chapter in edited.chapters] == [0, *(chapter.end for chapter in edited.chapters[:-1])]
    assert edited.chapters[-1].end == edited.duration
    assert strangers(edited) == 0


def strangers(timeline: Timeline) -> int:
    """How many events are about something else than the step they belong to."""
    return sum(
        (event.exercise, event.set, event.side) != (one.exercise, one.set, one.side)
        for one in timeline.steps
        for event in events_of(timeline, one)
    )


def test_time_that_goes_in_among_the_last_ticks_takes_those_to_come_along() -> None:
    step = first(glutes_timeline, "rest")
    edited = longer(glutes_timeline, Ms(step.end - 2400), EXTRA)
    ticks = [event.start - step.end for event in edited.events if event.sound.text == "tick"]
    assert [tick for tick in ticks if -4000 < tick < EXTRA] == [
        -3000,
        *(EXTRA - before for before in (3000, 2000, 1000)),
    ]


@pytest.mark.parametrize("names", [(name,) for name in SECTIONS] + [EVERYTHING])
def test_any_rest_of_any_kind_can_be_longer(names: tuple[str, ...]) -> None:
    timeline = laid_kind(*names).timeline
    for number, step in enumerate(timeline.steps):
        for share in (0.0, 0.5, 0.97) if step.kind in IDLE else ():
            at = Ms(step.start + int(share * (step.end - step.start)))
            edited = longer(timeline, at, EXTRA)
            assert strangers(edited) == 0
            assert closing_of(edited, number) == closing_of(timeline, number)
            assert [event for event in edited.events if event.start < at] == [
                e for e in timeline.events if e.start < at
            ]
            voices = [event for event in edited.events if event.sound.channel is Channel.VOICE]
            assert all(before.end <= after.start for before, after in pairwise(voices))


def closing_of(timeline: Timeline, number: int) -> list[tuple[int, str]]:
    """The calls and ticks that lead on to what follows a step, with their distance to it."""
    steps = [timeline.steps[one] for one in gap(timeline, number)]
    events = [event for step in steps for event in events_of(timeline, step) if event.role == "countdown"]
    found = [(steps[-1].end - event.start, event.sound.text) for event in events]
    return [(before, text) for before, text in found if before < EXTRA]


def test_a_3_2_1_over_the_end_of_a_rest_is_heard_again_as_a_whole() -> None:
    number = next(n for n, one in enumerate(glutes_timeline.steps) if one.kind == "lead-in" and one.exercise == "lunge")
    lead_in = glutes_timeline.steps[number]
    assert lead_in.end - lead_in.start < 3000
    edited = longer(glutes_timeline, Ms(lead_in.end - 500), EXTRA)
    assert closing_of(edited, number) == [(3000, "tick"), (2000, "tick"), (1000, "tick")]


@pytest.mark.parametrize("kind", ["rest", "change", "lead-in"])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 0.9, 0.99])
def test_what_leads_on_to_the_work_keeps_its_distance_and_is_heard_in_full(kind: str, share: float) -> None:
    step = first(glutes_timeline, kind)
    at = Ms(step.start + int(share * (step.end - step.start)))
    edited = longer(glutes_timeline, at, EXTRA)
    end = Ms(step.end + EXTRA)
    whole = closing(events_of(glutes_timeline, step), kind, step.end)
    now = closing(events_of(edited, first(edited, kind)), kind, end)
    assert now == whole


def test_the_time_goes_in_after_the_lines_of_the_rest() -> None:
    step = first(glutes_timeline, "rest")
    edited = longer(glutes_timeline, step.start, EXTRA)
    heard = [
        (event.start - step.start, event.sound.text)
        for event in events_of(edited, first(edited, "rest"))
        if event.role in {"done", "rest", "cue"}
    ]
    assert [start for start, _ in heard] == [
        event.start - step.start for event in events_of(glutes_timeline, step) if event.role in {"done", "rest", "cue"}
    ]


def test_only_a_rest_a_change_or_a_lead_in_can_be_longer() -> None:
    work = first(glutes_timeline, "work")
    with pytest.raises(ChoiceError, match="no rest to make longer"):
        longer(glutes_timeline, work.start, EXTRA)
    with pytest.raises(ValueError, match="not a multiple"):
        longer(glutes_timeline, Ms(0), Ms(50))


@given(moments)
def test_a_position_is_its_own_place(share: float) -> None:
    at = Ms(int(share * glutes_timeline.duration))
    assert same_place(glutes_timeline, glutes_timeline, at) == at


@given(moments, st.sampled_from(Detail))
def test_with_other_words_the_work_goes_on_where_it_was(share: float, detail: Detail) -> None:
    old, new = glutes_timeline, glutes_laid(Choices(detail=detail)).timeline
    at = Ms(int(share * old.duration))
    place = same_place(old, new, at)
    before, after = old.steps[step_at(old, at)], new.steps[step_at(new, place)]
    if before.kind in {"work", "hold"}:
        assert (after.kind, after.exercise, after.set, after.side) == (
            before.kind,
            before.exercise,
            before.set,
            before.side,
        )
        assert place - after.start == at - before.start
    elif before.kind in {"rest", "change"}:
        assert after.end - place == before.end - at


def test_what_the_other_one_lacks_leads_to_what_follows() -> None:
    tones = glutes_laid(Choices(detail=Detail.TONES)).timeline
    assert same_place(glutes_timeline, tones, Ms(5000)) == 0
    long_lead_in = first(glutes_timeline, "lead-in")
    assert same_place(glutes_timeline, tones, long_lead_in.start) == first(tones, "lead-in").start


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("detail", [Detail.BRIEF, Detail.COUNTS, Detail.TONES])
def test_work_of_any_kind_goes_on_where_it_was_with_other_words(name: str, detail: Detail) -> None:
    old, new = laid_kind(name).timeline, laid_kind(name, detail=detail).timeline
    ours, theirs = ([one for one in timeline.steps if one.kind in WORKING] for timeline in (old, new))
    for one, other in zip(ours, theirs, strict=True):
        assert same_place(old, new, Ms(one.start + 1500)) == other.start + 1500
        assert same_place(new, old, Ms(other.start + 1500)) == one.start + 1500
        if one is not ours[0]:
            assert other.start - same_place(old, new, Ms(one.start - 1000)) == 1000


def test_where_a_rest_does_not_grow_the_work_is_as_far_away() -> None:
    old, new = glutes_timeline, glutes_laid(Choices(detail=Detail.TONES)).timeline
    grown = next(one for one in old.steps if one.kind == "lead-in" and one.exercise == "lunge")
    work = first(new, "work", "lunge")
    rest = new.steps[step_at(new, work.start) - 1]
    assert rest.kind == "rest"
    assert same_place(old, new, Ms(grown.end - 700)) == work.start - 700


def test_exercises_that_come_twice_are_told_apart() -> None:
    twice = Laid(glutes_laid().workout, glutes_timeline)
    steps = twice.timeline.steps
    doubled = Timeline(
        twice.timeline.events,
        (
            *steps,
            *(
                TimedStep(s.kind, Ms(s.start + steps[-1].end), Ms(s.end + steps[-1].end), s.exercise, s.set, s.side)
                for s in steps
            ),
        ),
        twice.timeline.chapters,
        Ms(2 * steps[-1].end),
    )
    at = Ms(steps[-1].end + 100_000)
    assert same_place(doubled, doubled, at) == at
