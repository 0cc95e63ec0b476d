from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from tests.fake_engine import FakeEngine
from tests.tiny_session import TINY
from voicecoach.cache.store import Cache
from voicecoach.errors import ChoiceError
from voicecoach.mix.tones import ToneSet
from voicecoach.pipeline.block_sounds import BlockSounds
from voicecoach.pipeline.prepare import load, prepare
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.choices import Choices, Detail
from voicecoach.player.block_source import BlockSource
from voicecoach.player.live_session import Heard, LiveSession
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker
from voicecoach.timeline.model import TimedStep, Timeline
from voicecoach.timeline.places import after_number, events_of, hold_points, run_up
from voicecoach.times import SAMPLE_RATE_HZ, Ms, samples

PERIOD = 960
FADE_MS = 5


@pytest.fixture(scope="module")
def sounds() -> Iterator[Sounds]:
    with Cache.in_memory() as cache:
        yield Sounds(Speaker(VoiceChoice(engine=FakeEngine(ms_per_character=40)), cache), ToneSet.load(None), cache)


@pytest.fixture(scope="module")
def timelines(sounds: Sounds, tmp_path_factory: pytest.TempPathFactory) -> dict[Detail, Timeline]:
    """The tiny session with more and fewer words."""
    path = tmp_path_factory.mktemp("tiny") / "tiny.yaml"
    path.write_text(TINY)
    return {detail: prepare(load(str(path), Choices(detail=detail)), sounds).timeline for detail in Detail}


@pytest.fixture
def timeline(timelines: dict[Detail, Timeline]) -> Timeline:
    return timelines[Detail.FULL]


@pytest.fixture
def playing(sounds: Sounds, timeline: Timeline) -> Iterator[LiveSession]:
    with LiveSession(timeline, BlockSounds(sounds, None, lambda *_: None)) as session:
        yield session


def play(session: LiveSession, ms: int) -> Heard:
    """Let it play for so long, waiting for its sound where it isn't there yet."""
    player = session.player
    left = ms * SAMPLE_RATE_HZ // 1000
    while left > 0:
        count = min(left, PERIOD)
        player.render(count)
        source = player.snapshot.source
        if player.snapshot.waiting and isinstance(source, BlockSource):
            assert source.wait(player.snapshot.position, 60)
        else:
            left -= count
        heard = session.heard(player.snapshot)
    return heard


def the(timeline: Timeline, kind: str, number: int = 1) -> TimedStep:
    return [step for step in timeline.steps if step.kind == kind][number - 1]


def at(session: LiveSession, moment: int) -> LiveSession:
    session.seek(Ms(moment))
    play(session, 100)
    return session


def test_next_and_back_and_the_set_again(playing: LiveSession, timeline: Timeline) -> None:
    work, rest = the(timeline, "work"), the(timeline, "rest")
    at(playing, work.start + 1500).next()
    rests_from = after_number(timeline, rest.start)
    assert rests_from <= play(playing, 100).at <= rests_from + 100
    playing.back()
    assert play(playing, 100).at >= run_up(timeline, work.start)
    assert playing.position < work.start
    at(playing, rest.start + 3000).repeat_set()
    assert run_up(timeline, work.start) <= play(playing, 100).at < work.start


def test_the_next_exercise_and_the_one_before(playing: LiveSession, timeline: Timeline) -> None:
    at(playing, the(timeline, "work").start).next_exercise()
    introduced = next(chapter.start for chapter in timeline.chapters if chapter.part == "Presses")
    assert introduced <= play(playing, 100).at <= introduced + 100
    play(playing, 3000)
    playing.previous_exercise()
    assert play(playing, 100).at <= the(timeline, "lead-in", 3).start + 100


def test_a_pause_inside_a_set_ends_with_a_count_in(playing: LiveSession, timeline: Timeline) -> None:
    at(playing, the(timeline, "work").start + 500).toggle()
    stopped = play(playing, 500).at
    playing.toggle()
    assert play(playing, 2900).at == stopped
    assert play(playing, 200).at > stopped


def test_a_pause_in_a_rest_ends_at_once(playing: LiveSession, timeline: Timeline) -> None:
    at(playing, the(timeline, "rest").start + 500).pause()
    stopped = play(playing, 500).at
    playing.go_on()
    assert play(playing, 100).at > stopped


def test_a_rest_is_longer_by_15_seconds_and_nothing_jumps(playing: LiveSession, timeline: Timeline) -> None:
    before = play(at(playing, the(timeline, "rest").start), 1000).at
    playing.more_rest()
    heard = play(playing, 100)
    assert 0 <= before + 100 - heard.at <= FADE_MS
    assert heard.timeline.duration == timeline.duration + 15_000
    assert playing.stopped_at <= the(timeline, "rest").end


def test_there_is_no_more_rest_in_a_set_and_no_set_to_end_in_a_rest(playing: LiveSession, timeline: Timeline) -> None:
    at(playing, the(timeline, "work").start)
    with pytest.raises(ChoiceError, match="no rest"):
        playing.more_rest()
    playing.end_set()
    assert play(playing, 100).at >= the(timeline, "rest").start
    with pytest.raises(ChoiceError, match="no set"):
        playing.end_set()


def test_a_set_that_is_ended_is_not_counted_to_its_end(playing: LiveSession, timeline: Timeline) -> None:
    work = the(timeline, "work")
    last = events_of(timeline, work)[-1]
    assert (last.start, last.closing) == (work.end, True)
    at(playing, work.start + 300).end_set()
    assert play(playing, 100).at >= last.end
    at(playing, work.start + 300).next()
    assert play(playing, 100).at >= last.end
    assert not playing.done()[timeline.steps.index(work)]


OPEN = """
title: Open
sections:
  - {kind: for-time, rounds: 2, cap: 30 s, exercises: [{exercise: jump, prescription: 10}]}
  - {kind: amrap, minutes: 30 s, exercises: [{exercise: jump, prescription: 10}]}
exercises:
  jump: {title: Jumps}
"""


def test_rounds_for_time_are_done_when_the_listener_says_so_and_an_amrap_when_its_time_is_over(
    sounds: Sounds, tmp_path: Path
) -> None:
    (tmp_path / "open.yaml").write_text(OPEN)
    prepared = prepare(load(str(tmp_path / "open.yaml"), Choices(detail=Detail.TONES)), sounds)
    timeline = prepared.timeline
    for_time, amrap = (the(timeline, "work", number) for number in (1, 2))
    with LiveSession(timeline, BlockSounds(sounds, None, lambda *_: None)) as playing:
        playing.plays_for(prepared.workout)
        for work in (for_time, amrap):
            at(playing, work.start + 300).end_set()
            assert play(playing, 100).at >= work.end
        done = dict(zip(timeline.steps, playing.done(), strict=True))
    assert done[for_time]
    assert not done[amrap]


def test_with_other_words_the_set_goes_on(
    playing: LiveSession, timeline: Timeline, timelines: dict[Detail, Timeline]
) -> None:
    at(playing, the(timeline, "work").start + 1000)
    playing.go_on_with(timelines[Detail.TONES])
    heard = play(playing, 100)
    assert 0 <= the(heard.timeline, "work").start + 1200 - heard.at <= FADE_MS
    assert abs(playing.stopped_at - the(playing.planned, "work").start - 1200) <= 20


def test_out_of_a_rest_and_a_lead_in_the_way_on_is_by_the_3_2_1(playing: LiveSession, timeline: Timeline) -> None:
    work = [step for step in timeline.steps if step.kind == "work"][1]
    ticks = run_up(timeline, work.start)
    at(playing, the(timeline, "rest").start + 1000).next()
    assert ticks <= play(playing, 100).at < work.start
    playing.next()
    assert work.start <= play(playing, 100).at <= work.start + 100


def test_who_is_waited_for_and_asks_for_the_next_step_hears_the_3_2_1(sounds: Sounds, timeline: Timeline) -> None:
    with LiveSession(timeline, BlockSounds(sounds, None, lambda *_: None), wait=True) as playing:
        held = hold_points(timeline)[1]
        at(playing, held - 500)
        assert play(playing, 1000).snapshot.holding
        playing.next()
        assert held < play(playing, 500).at <= held + 500


def test_seeking_stays_within_the_step(playing: LiveSession, timeline: Timeline) -> None:
    rest = the(timeline, "rest")
    at(playing, rest.start + 2500).seek_by(Ms(2000))
    assert rest.start + 4500 <= play(playing, 100).at <= rest.start + 4800
    playing.seek_by(Ms(60_000))
    assert rest.end - 100 <= play(playing, 40).at <= rest.end
    at(playing, rest.end - 500).seek_by(Ms(-60_000))
    play(playing, 40)
    assert rest.start <= playing.position < rest.start + 2000


def test_a_longer_rest_stays_long_with_other_words(
    playing: LiveSession, timeline: Timeline, timelines: dict[Detail, Timeline]
) -> None:
    rest = the(timeline, "rest")
    at(playing, rest.start + 1000).more_rest()
    left = the(playing.timeline, "rest").end - playing.position
    playing.go_on_with(timelines[Detail.BRIEF])
    heard = play(playing, 100)
    brief = the(timelines[Detail.BRIEF], "rest")
    assert the(heard.timeline, "rest").end - the(heard.timeline, "rest").start == brief.end - brief.start + 15_000
    assert abs(the(heard.timeline, "rest").end - heard.at - left) <= 200


def test_a_set_can_be_ended_while_sides_are_changed(playing: LiveSession, timeline: Timeline) -> None:
    change = the(timeline, "change")
    at(playing, change.start + 500).end_set()
    heard = play(playing, 100)
    assert heard.at >= next(step for step in timeline.steps if step.start >= change.end).end


def test_something_else_is_begun_by_what_leads_to_it(playing: LiveSession, timeline: Timeline) -> None:
    """As if the sessions were others: the same exercise done in another way, in work, in a lead-in and in a rest."""
    first, second = the(timeline, "work"), the(timeline, "work", 2)
    for moment, led in ((first.start + 500, the(timeline, "lead-in", 2)), (second.start + 500, the(timeline, "rest"))):
        at(playing, moment).go_on_with(timeline, swapped={})
        assert led.start <= play(playing, 100).at <= led.start + 200
    rest = the(timeline, "rest")
    at(playing, rest.start + 3000).go_on_with(timeline, swapped={})
    assert rest.start + 3000 <= play(playing, 100).at <= rest.start + 3300


def said_at_end(session: LiveSession) -> list[str]:
    outro = session.timeline.steps[-1]
    return [event.sound.text for event in events_of(session.timeline, outro) if event.sound.channel == "voice"]


def test_at_the_end_only_what_is_true_is_said(playing: LiveSession, timeline: Timeline) -> None:
    everything = said_at_end(playing)
    first = the(timeline, "work")
    at(playing, first.start + 300).next()
    play(playing, 100)
    playing.be_true()
    left = [text for text in everything if text not in timeline.if_all_done | timeline.if_as_long]
    assert 0 < len(left) < len(everything)
    assert said_at_end(playing) == left
    outro = playing.timeline.steps[-1]
    assert outro.end == playing.timeline.duration < timeline.duration
    assert all(event.end <= playing.timeline.duration for event in events_of(playing.timeline, outro))


def test_what_is_made_up_for_is_true_again(playing: LiveSession, timeline: Timeline) -> None:
    at(playing, the(timeline, "work").start + 300).next()
    play(playing, 100)
    playing.be_true()
    everything = timeline.if_all_done & {event.sound.text for event in timeline.events}
    assert not everything & set(said_at_end(playing))
    playing.repeat_set()
    play(playing, 4000 + the(timeline, "work").end - the(timeline, "work").start)
    playing.be_true()
    assert everything <= set(said_at_end(playing))


def test_who_jumps_to_the_end_is_not_told_of_all_that_was_done(playing: LiveSession, timeline: Timeline) -> None:
    for _ in range(8):
        playing.next_exercise()
        if play(playing, 200).at >= playing.timeline.steps[-1].start:
            break
    assert play(playing, 100).at >= playing.timeline.steps[-1].start
    assert not (timeline.if_all_done | timeline.if_as_long) & set(said_at_end(playing))


def test_who_presses_faster_than_it_jumps_is_not_told_of_all_that_was_done(
    playing: LiveSession, timeline: Timeline
) -> None:
    for _ in range(3):
        playing.next_exercise()
    assert play(playing, 100).at >= playing.timeline.steps[-1].start
    playing.be_true()
    assert said_at_end(playing)
    assert not (timeline.if_all_done | timeline.if_as_long) & set(said_at_end(playing))


def test_what_has_been_said_at_the_end_stays_where_it_was(playing: LiveSession, timeline: Timeline) -> None:
    for _ in range(3):
        playing.next_exercise()
    said, *untrue = [text for text in said_at_end(playing) if text in timeline.if_all_done | timeline.if_as_long]
    start = next(event.start for event in timeline.events if event.sound.text == said)
    heard = play(playing, start + 300 - timeline.steps[-1].start)
    assert heard.at > start
    playing.be_true()
    assert said_at_end(playing)[0] == said
    assert not set(untrue) & set(said_at_end(playing))
    assert heard.at <= play(playing, 100).at <= heard.at + 200


RANGE = """
title: Range
sections: [{exercises: [{exercise: jump, prescription: 1x6-10}]}]
exercises:
  jump: {title: Jumps, pace: 1 s}
"""


@pytest.mark.parametrize(("reps", "done", "kept"), [(4, False, None), (6, True, 6), (7, True, 7), (10, True, None)])
def test_a_range_is_done_from_its_low_number_on(
    sounds: Sounds, tmp_path: Path, reps: int, done: bool, kept: int | None
) -> None:
    (tmp_path / "range.yaml").write_text(RANGE)
    prepared = prepare(load(str(tmp_path / "range.yaml"), Choices()), sounds)
    work = the(prepared.timeline, "work")
    assert work.reps == 10
    with LiveSession(prepared.timeline, BlockSounds(sounds, None, lambda *_: None)) as playing:
        playing.plays_for(prepared.workout)
        playing.seek(work.start)
        play(playing, reps * (work.end - work.start) // 10 - 50)
        playing.end_set()
        play(playing, 100)
        number = prepared.timeline.steps.index(work)
        assert playing.done()[number] is done
        assert playing.reps_done()[number] == kept


def test_whoever_sets_the_pace_is_waited_for(sounds: Sounds, timeline: Timeline) -> None:
    with LiveSession(timeline, BlockSounds(sounds, None, lambda *_: None), wait=True) as playing:
        [_, second, *_] = hold_points(timeline)
        at(playing, second - 1000)
        assert play(playing, 5000).snapshot.holding
        assert playing.position == second
        playing.toggle()
        assert play(playing, 100).at > second


def test_a_key_ends_the_waiting(sounds: Sounds, timeline: Timeline) -> None:
    with LiveSession(timeline, BlockSounds(sounds, None, lambda *_: None), wait=True) as playing:
        at(playing, hold_points(timeline)[1] - 500)
        assert play(playing, 1000).snapshot.holding
        playing.next()
        assert not play(playing, 500).snapshot.paused


def test_an_interrupted_set_goes_on_after_a_count_in(playing: LiveSession, timeline: Timeline) -> None:
    stopped = Ms(the(timeline, "work").start + 1000)
    playing.resume_from(stopped, [step.end <= stopped for step in timeline.steps], stopped)
    assert play(playing, 2900).at == stopped
    play(playing, the(timeline, "work").end - stopped + 200)
    assert playing.done() == tuple(step.end <= the(timeline, "work").end for step in timeline.steps)


def test_hundreds_of_random_commands_neither_hang_nor_break_it(
    sounds: Sounds, timelines: dict[Detail, Timeline]
) -> None:
    chance = np.random.default_rng(3)
    with LiveSession(timelines[Detail.FULL], BlockSounds(sounds, -75.0, lambda *_: None), wait=True) as playing:
        player = playing.player
        others = [lambda other=other: playing.go_on_with(other) for other in timelines.values()]
        commands: list[Callable[[], None]] = [
            *(playing.toggle, playing.pause, playing.go_on, playing.next, playing.back, playing.next_exercise),
            *(playing.previous_exercise, playing.repeat_set, playing.end_set, playing.more_rest, playing.remind),
            *(player.toggle_mute, lambda: player.volume_by(0.3), lambda: player.volume_by(-0.3), *others),
            lambda: playing.seek(Ms(int(chance.integers(0, 100_000)))),
        ]
        for number in chance.integers(0, len(commands), 600):
            with suppress(ChoiceError):
                commands[number]()
            if playing.timeline.duration > 200_000:
                playing.go_on_with(timelines[Detail.FULL])
            for _ in range(chance.integers(0, 3)):
                player.render(PERIOD)
                heard = playing.heard(player.snapshot)
                assert 0 <= heard.at <= heard.timeline.duration
        assert playing.error is None
        player.resume()
        at(playing, 0)
        player.resume()
        assert samples(play(playing, 500).at) > 0
