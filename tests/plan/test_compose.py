"""What is heard, moment by moment, in the built-in session."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from typing import Any

import pytest

from tests.plan.laid import Laid, glutes, plain, slow
from tests.plan.laid import laid as laid_in_words
from voicecoach.definitions.amounts import Amount, Tempo, Unit
from voicecoach.definitions.model import Cue, Cues, SetChange, Sides
from voicecoach.definitions.session import Section, SectionKind, Session, Timing
from voicecoach.plan.choices import Choices, Detail
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.model import Channel, Event, TimedStep
from voicecoach.timeline.places import next_exercise, set_start
from voicecoach.times import Ms

ROUNDS = ["Round one of three.", "Round two of three.", "Round three of three."]
KINDS = ("setup", "form", "safety", "encouragement")
laid = partial(laid_in_words, phrases=plain())
WALL_PRESS = Choices(without=("band",), only=("band-walk",))


@cache
def glutes_laid(choices: Choices | None = None) -> Laid:
    return laid(glutes(), choices or Choices())


def only(name: str, **chosen: Any) -> Laid:  # noqa: ANN401 - the fields of Choices
    return glutes_laid(replace(Choices(only=(name,)), **chosen))


def at(events: list[Event], text: str, start_ms: int) -> list[int]:
    return [event.start - start_ms for event in events if event.sound.text == text]


def circuit() -> Session:
    session = glutes()
    section = replace(session.sections[0], kind=SectionKind.CIRCUIT, round_rest=Ms(60_000))
    return replace(session, sections=(section,))


def test_the_opening_says_what_one_must_know() -> None:
    opening = glutes_laid().timeline.steps[0]
    said = " ".join(glutes_laid().said_in(opening))
    for part in ("Glutes strength for runners.", "Week one of six.", "thirty minutes", "A resistance band", "Warm up"):
        assert part in said
    assert "Stop if anything hurts" in said
    assert "backpack" not in said


def test_the_opening_names_only_what_this_session_uses() -> None:
    bandless = glutes_laid(Choices(without=("band",)))
    assert "band" not in " ".join(bandless.said_in(bandless.timeline.steps[0]))
    nothing = only("squat")
    assert "You need nothing but some room." in nothing.texts


def test_a_new_exercise_is_introduced_in_order() -> None:
    result = glutes_laid()
    lead_in = result.steps("lead-in")[1]
    said = result.said_in(lead_in)
    cues = result.workout.works[0].exercise.cues
    assert said == [
        "Exercise one of five. Step ups.",
        *(cue.say for cue in (*cues.safety, *cues.setup)),
        "Three sets. Eight to ten reps on each side.",
        "Left leg first.",
    ]
    ticks = [event for event in result.within(lead_in) if event.sound.text == "tick"]
    assert [lead_in.end - event.start for event in ticks] == [3000, 2000, 1000]
    assert 8000 <= lead_in.end - result.voices[result.texts.index(said[-1])].end < 8100


def test_set_up_is_heard_before_set_1_only() -> None:
    result = only("step-up")
    assert [result.texts.count(cue.say) for cue in result.workout.works[0].exercise.cues.setup] == [1, 1]


def test_a_band_gets_its_twenty_seconds() -> None:
    result = only("band-walk")
    lead_in = result.steps("lead-in")[1]
    *lines, side = (e for e in result.within(lead_in) if e.role in {"setup", "announce", "safety"})
    assert 20_000 <= lead_in.end - lines[-1].end < 20_100
    assert (side.sound.text, side.start > lead_in.end - 10_000) == ("Left leg first.", True)
    assert at(result.within(lead_in), "Ten seconds.", lead_in.end) == [-10_000]


def test_later_sets_are_announced_with_the_leg_that_is_first() -> None:
    result = only("step-up")
    for step, words in zip(result.steps("rest"), (("two", "Right"), ("three", "Left")), strict=True):
        said = result.said_in(step)
        last = " Last set." if words[0] == "three" else ""
        assert said[-4:-2] == ["Ten seconds.", f"Set {words[0]} of three.{last}"]
        assert said[-2].startswith("Eight to ten reps")
        assert said[-1] == f"{words[1]} leg first."
    sides = [(step.set, step.side) for step in result.steps("work")]
    assert sides == [(1, "left"), (1, "right"), (2, "right"), (2, "left"), (3, "left"), (3, "right")]


def test_an_alternating_exercise_says_which_leg_is_first_and_ticks_the_other() -> None:
    result = only("lunge")
    assert [text for text in result.texts if "leg first" in text] == [
        "Left leg first.",
        "Right leg first.",
        "Left leg first.",
    ]
    work = result.steps("work")[0]
    assert work.side == "alternating"
    ticks = [event.start - work.start for event in result.within(work) if event.role == "half-rep"]
    assert ticks == [5000 + 10_000 * rep for rep in range(10)]


def test_the_number_takes_the_place_of_the_first_phase_word() -> None:
    result = only("step-up")
    work = result.steps("work")[0]
    words = [event.sound.text for event in result.within(work) if event.role in {"phase", "count"}]
    assert words[:8] == ["Up.", "Hold.", "Down.", "One.", "Down.", "Two.", "Up.", "Hold."]
    quick = only("step-up", tempo=Tempo(Ms(2000), Ms(0), Ms(500), Ms(1000)))
    assert "Up." not in quick.said_in(quick.works[0])
    sets = [step for step in result.steps("work") if not any(e.role == "call" for e in result.within(step))]
    phases = [sum(e.role == "phase" for e in result.within(step)) for step in sets]
    assert len(phases) == 3
    assert all(7 <= spoken <= 9 for spoken in phases)  # of three repetitions, but for those that carry a cue


LAST_ONE = {"Last one.", "One to go.", "Just one left.", "One more."}
LAST_TWO = {"Last two.", "Two to go.", "Just two left.", "Two more."}


def calls(low: int, high: int, sets: int = 3) -> list[list[tuple[str, int]]]:
    """Of each set the calls of its target, with the repetitions that are done by then."""
    result = only("squat", sets=sets, reps=Amount(low, high), detail=Detail.COUNTS)
    found = []
    for work in result.works:
        done = [event for event in result.within(work) if event.role == "count"]
        mine = [event for event in result.within(work) if event.role == "call" and "alf" not in event.sound.text]
        found.append([(e.sound.text, sum(count.start < e.start for count in done)) for e in mine])
    return found


def test_the_first_set_of_a_range_aims_at_its_top_and_the_others_name_its_low_end() -> None:
    first, second, third = calls(8, 10)
    assert [(text in LAST_TWO, done) for text, done in first] == [(True, 8)]
    for ((text, done),) in (second, third):
        assert re.search("two more", text, re.IGNORECASE)
        assert re.search("form|good|clean", text)
        assert done == 8
    assert second != third


@pytest.mark.parametrize(
    ("reps", "at"), [(1, [[], [], []]), (2, [[1], [1], [1]]), (3, [[2], [2], [2]]), (4, [[2], [3], [2]])]
)
def test_without_a_range_the_last_or_the_last_two_are_called(reps: int, at: list[list[int]]) -> None:
    found = calls(reps, reps)
    assert [[done for _, done in one] for one in found] == at
    for one in found:
        assert all(text in (LAST_ONE if done == reps - 1 else LAST_TWO) for text, done in one)


@pytest.mark.parametrize(("low", "high", "at"), [(5, 10, 5), (4, 10, None), (9, 10, 9), (12, 15, 12)])
def test_the_low_end_is_named_where_it_is_near_the_top(low: int, high: int, at: int | None) -> None:
    assert [done for _, done in calls(low, high)[1]] == ([at] if at else [])


def test_only_the_last_side_of_a_set_is_called() -> None:
    result = only("step-up", detail=Detail.COUNTS)
    called = [bool([e for e in result.within(work) if e.role == "call"]) for work in result.works]
    assert called == [False, True] * 3


def test_the_done_tone_follows_the_last_number() -> None:
    result = only("squat")
    for work in result.steps("work"):
        last = [event for event in result.within(work) if event.role == "count"][-1]
        done = next(event for event in result.of_role("done") if event.start >= work.end)
        assert last.start == work.end
        assert 100 <= done.start - last.end < 200


@pytest.mark.parametrize(
    ("seconds", "halfway", "ten"), [(5, [], []), (19, [], []), (20, [], [10_000]), (29, [], [19_000]),
                                    (30, [15_000], [20_000]), (60, [30_000], [50_000])],
)  # fmt: skip
def test_signals_of_a_hold(seconds: int, halfway: list[int], ten: list[int]) -> None:
    result = glutes_laid(replace(WALL_PRESS, hold=Amount(seconds * 1000, seconds * 1000, Unit.MS)))
    hold = result.steps("hold")[0]
    events = result.within(hold)
    assert at(events, "go", hold.start) == [0]
    assert at(events, "halfway", hold.start) == halfway
    assert at(events, "Ten seconds.", hold.start) == ten
    assert at(events, "tick", hold.end) == [-3000, -2000, -1000]
    called = at(events, "Halfway.", hold.start) + at(events, "Halfway. Thirty seconds.", hold.start)
    assert [0 < said - signal < 600 for said, signal in zip(called, halfway, strict=True)] == [True] * len(halfway)
    assert ("Halfway. Thirty seconds." in result.said_in(hold)) == (seconds == 60)


def test_sides_change_with_a_word_and_a_countdown() -> None:
    result = only("step-up")
    change = result.steps("change")[0]
    assert change.end - change.start == 8000
    assert change.side == "right"
    assert result.said_in(change) == ["Switch sides. Now the right leg."]
    assert at(result.within(change), "switch", change.start) == [600]  # the last number is over
    assert at(result.within(change), "tick", change.end) == [-3000, -2000, -1000]


def test_a_rest_says_its_length_and_one_useful_thing() -> None:
    result = glutes_laid()
    rests = result.steps("rest")
    assert len(rests) == 14
    assert {rest.end - rest.start for rest in rests} == {30_000}
    assert result.said_in(rests[0])[0] == "Rest. Thirty seconds."
    grown = [rest for rest, after in pairwise(result.timeline.steps) if rest.kind == "rest" and after.kind == "lead-in"]
    assert len(grown) == 3
    assert all(result.said_in(rest)[0] == "Rest." for rest in grown)
    for rest in (rest for rest in rests if rest.exercise == "squat"):
        assert "This time, stand a little wider than before, with your toes slightly out." in result.said_in(rest)


def test_before_another_exercise_the_rest_says_what_to_fetch_and_to_put_away() -> None:
    result = glutes_laid()
    to_band, to_hip_lift = (
        rest for rest in result.steps("rest") if rest.set == 3 and rest.exercise in {"step-up", "band-walk"}
    )
    assert result.said_in(to_band)[:3] == [
        "Rest.", "Exercise two of five. The sideways band walk.", "You need a resistance band."
    ]  # fmt: skip
    assert result.said_in(to_hip_lift)[:2] == ["Rest.", "Band off."]
    assert not at(result.within(to_band), "tick", 0)


def test_what_was_put_aside_in_a_round_is_not_fetched_anew_in_the_next_one() -> None:
    section = replace(circuit().sections[0], timing=Timing.COACHED)
    said = laid(replace(circuit(), sections=(section,)), Choices()).texts
    assert said.count("Band off.") == 3
    assert said.count("You need a resistance band.") == 1


def test_what_was_put_aside_in_a_repeat_is_not_fetched_anew_in_the_next_one() -> None:
    section = replace(circuit().sections[0], kind=SectionKind.STRAIGHT_SETS, rounds=1, repeat=3, timing=Timing.COACHED)
    said = laid(replace(circuit(), sections=(section,)), Choices()).texts
    assert said.count("Band off.") == 3
    assert said.count("You need a resistance band.") == 1


def test_floor_moves_are_called_back_into_position() -> None:
    result = only("hip-lift")
    assert result.texts.count("Ten seconds. Back into position.") == 2


@pytest.mark.parametrize(("seconds", "called"), [(12, 0), (12.1, 2), (13, 2), (600, 2)])
def test_ten_seconds_are_called_in_rests_over_twelve(seconds: float, called: int) -> None:
    result = only("squat", rest=Ms(int(seconds * 1000)))
    assert sum(result.said_in(rest).count("Ten seconds.") for rest in result.steps("rest")) == called


@pytest.mark.parametrize("rest_s", [0, 0.5, 3, 5, 9, 10, 12, 13])
def test_however_short_the_rest_the_next_set_is_announced(rest_s: float) -> None:
    result = only("step-up", rest=Ms(int(rest_s * 1000)))
    for words in ("Set two", "Set three|Last set", "Right leg first."):
        assert any(re.match(words, text) for text in result.texts)
    squats = only("squat", rest=Ms(int(rest_s * 1000)))
    assert sum("wider" in text and "toes slightly out" in text for text in squats.texts) == 2
    assert not result.timeline.warnings
    assert not squats.timeline.warnings


def test_without_a_rest_the_band_comes_off_before_the_next_exercise() -> None:
    result = glutes_laid(Choices(rest=Ms(0)))
    lead_in = next(step for step in result.steps("lead-in") if step.exercise == "hip-lift")
    assert result.said_in(lead_in)[0] == "Band off."


def test_the_end_says_what_was_done_and_when_to_move_up() -> None:
    said = glutes_laid().said_in(glutes_laid().timeline.steps[-1])
    assert {"Five exercises.", "It took thirty minutes."} <= set(said)
    assert any("reaches ten reps" in text for text in said)
    last = glutes_laid(Choices(week=6))
    assert any("harder variation" in text for text in last.texts)


def test_3_2_1_is_spoken_if_asked_for() -> None:
    result = only("squat", count_aloud=True)
    lead_in = result.steps("lead-in")[1]
    assert [event.sound.text for event in result.within(lead_in) if event.role == "countdown"] == [
        "tick", "Three.", "tick", "Two.", "tick", "One."
    ]  # fmt: skip


def test_every_cue_is_heard_and_the_key_cue_in_every_set() -> None:
    result = glutes_laid(Choices(with_items=("mirror",)))
    for work in result.workout.works:
        key, *_ = cues = work.exercise.cues.form
        heard = heard_cues(result, work.exercise.name)
        assert all(any(text.endswith(cue.wordings) for _, text in heard) for cue in cues)
        assert all(before != after for (_, before), (_, after) in pairwise(heard))
        for number in (1, 2, 3):
            in_set = [text for one, text in heard if one == number]
            assert len(in_set) >= 2
            assert sum(text in key.wordings for text in in_set) == 2


def heard_cues(result: Laid, exercise: str) -> list[tuple[int | None, str]]:
    """The form cues of an exercise with their sets; a rest's cue is for the set that follows."""
    found: list[tuple[int | None, str]] = []
    for step, events in result.by_step():
        number = (step.set or 0) + (step.kind == "rest")
        found += [(number, e.sound.text) for e in events if e.role == "cue" and e.exercise == exercise]
    return found


def test_a_cue_in_a_rest_is_framed() -> None:
    result = glutes_laid()
    framed = [text for rest in result.steps("rest") for text in said_of(result, rest, "cue")]
    assert len(framed) >= 3
    assert all(re.match("(One thing for|For|In|Next)", text) for text in framed)
    keys = [work.exercise.cues.form[0].wordings for work in result.workout.works]
    assert not any(text.endswith(key) for text in framed for key in keys)


def said_of(result: Laid, step: TimedStep, role: str) -> list[str]:
    return [event.sound.text for event in result.within(step) if event.role == role]


def test_where_there_is_little_room_the_key_cue_goes_first() -> None:
    short = glutes_laid(replace(WALL_PRESS, sets=1, hold=Amount(8000, 8000, Unit.MS)))
    key, *_ = short.workout.works[0].exercise.cues.form
    assert heard_cues(short, "wall-press")[0][1] in {text.replace("{side}", "left") for text in key.wordings}


def test_details_say_less_and_less() -> None:
    full, brief, counts, tones = (glutes_laid(Choices(detail=detail)) for detail in Detail)
    assert {event.role for event in full.voices} >= {"phase", "setup", "cue", "encouragement", "safety"}
    assert not {event.role for event in brief.voices} & {"phase", "encouragement"}
    assert len(heard_cues(brief, "lunge")) == 3
    assert {event.role for event in counts.voices} <= {
        "intro", "announce", "count", "call", "rest", "next", "countdown", "halfway", "switch", "finish", "safety"
    }  # fmt: skip
    assert not heard_cues(counts, "lunge")
    assert not tones.voices
    assert len(full.texts) > len(brief.texts) > len(counts.texts)


def test_numbers_too_long_for_the_tempo_become_ticks_with_a_warning() -> None:
    result = laid(glutes(), Choices(only=("squat",), sets=1, tempo=Tempo(Ms(300), Ms(0), Ms(0), Ms(0))), slow)
    counts = result.of_role("count")
    assert len(counts) == 10
    assert {event.sound.channel for event in counts} == {Channel.TONE}
    assert result.timeline.warnings[0].startswith("squat: 10 counts are ticks")


def test_a_circuit_goes_round_after_round() -> None:
    result = laid(circuit(), Choices())
    order = [(step.exercise, step.set) for step in result.steps("work") if step.side != "right"]
    assert order[:2] == [("step-up", 1), ("band-walk", 1)]
    assert len([step for step in result.steps("rest") if step.end - step.start == 60_000]) == 2
    assert rounds(result) == ["Three rounds.", "Round two of three.", "Last round."]
    assert result.texts.count("Stand with your feet slightly wider than your hips.") == 1


def rounds(result: Laid) -> list[str]:
    return [text for text in result.texts if re.search(r"\bround", text, re.IGNORECASE)]


def test_a_round_is_announced_whoever_begins_it() -> None:
    session = circuit()
    first, *others = session.sections[0].exercises
    once = replace(first, prescription=replace(first.prescription, sets=1))
    section = replace(session.sections[0], exercises=(once, *others))
    assert rounds(laid(replace(session, sections=(section,)), Choices())) == [
        "Three rounds.", "Round two of three.", "Last round."
    ]  # fmt: skip


def test_the_same_exercise_twice_in_a_row_is_introduced_twice() -> None:
    session = glutes()
    squat = session.sections[0].exercises[-1]
    section = replace(session.sections[0], exercises=(squat, squat))
    result = laid(replace(session, sections=(section,)), Choices())
    announced = [text for text in result.texts if "xercise" in text]
    assert announced == ["Exercise one of two. Squats.", "Last exercise. Squats."]
    assert [chapter.section for chapter in result.timeline.chapters] == [1, 1, 1, 1, 2, 2, 2, 2]


def test_an_entry_of_the_same_exercise_is_one_to_go_to_and_another_set_is_not() -> None:
    session = glutes()
    squat = session.sections[0].exercises[-1]
    section = replace(session.sections[0], exercises=(squat, squat))
    timeline = laid(replace(session, sections=(section,)), Choices()).timeline
    first, *_, again = (chapter.start for chapter in timeline.chapters if chapter.title.endswith("set 1"))
    assert next_exercise(timeline, first) == again
    assert next_exercise(timeline, again) == timeline.steps[-1].start


def test_chapters_start_before_the_set_is_announced() -> None:
    for rest_ms in (12_000, 30_000):
        result = only("step-up", rest=Ms(rest_ms))
        for chapter, words in zip(result.timeline.chapters[2:4], ("Set two", "Set three|Last set"), strict=True):
            announced = next(event for event in result.voices if re.match(words, event.sound.text))
            assert chapter.start <= announced.start < chapter.end


def test_a_set_after_a_rest_without_room_is_announced_at_the_end_of_the_set_before() -> None:
    result = only("step-up", rest=Ms(3000))
    works = result.works
    for chapter, before, number in zip(result.timeline.chapters[2:4], works[1:4:2], ("two", "three"), strict=True):
        announced = next(event for event in result.voices if event.sound.text.startswith(f"Set {number}"))
        assert before.end - 10_000 < announced.start < announced.end <= before.end
        assert before.end == chapter.start
        assert not any(number in text for text in result.said_in(*result.steps("rest")))


def test_timed_work_of_a_moving_exercise_has_the_signals_of_a_hold() -> None:
    session = glutes()
    item = session.sections[0].exercises[-1]
    timed = replace(item, prescription=replace(item.prescription, sets=1, start=Amount(40_000, 40_000, Unit.MS)))
    result = laid(replace(session, sections=(replace(session.sections[0], exercises=(timed,)),)), Choices())
    work = result.steps("work")[0]
    assert work.end - work.start == 40_000
    assert work.reps is None
    assert at(result.within(work), "halfway", work.start) == [20_000]
    assert "Forty seconds." in result.texts


@pytest.mark.parametrize(("sets", "reps"), [(1, 10_000), (1000, 10)])
def test_very_long_sessions_have_every_count(sets: int, reps: int) -> None:
    result = only("squat", sets=sets, reps=Amount(reps, reps), unlimited=True)
    assert len(result.of_role("count")) == 10_000


@pytest.mark.parametrize("sides", [Sides.EACH, Sides.ALTERNATING])
def test_every_line_of_an_exercise_names_the_side_it_is_about(sides: Sides) -> None:
    session = glutes()
    cues = Cues(*((Cue(f"{{side}} {kind}.", (f"Now {{side}} {kind}.",)),) for kind in KINDS))
    change = SetChange("{side} change.")
    exercise = replace(session.items[0].exercise, sides=sides, cues=cues, changes=(change,))
    section = replace(session.sections[0], exercises=(replace(session.items[0], exercise=exercise),))
    result = laid(replace(session, sections=(section,)), Choices(sets=2, seed=-1))
    last = "Left" if sides is Sides.EACH else "Right"
    assert {"Left setup.", "Left safety.", "Left form.", "Right change.", f"{last} encouragement."} <= set(result.texts)
    assert not any("{" in text for text in result.texts)
    for event in result.of_role("cue"):
        if event.sound.text.endswith("t form.") and event.side in {"left", "right"}:
            assert event.sound.text.lower().startswith((event.side, f"now {event.side}"))


def test_what_an_exercise_has_said_is_no_news_in_a_rest() -> None:
    session = replace(glutes(), cues=Cues(setup=(Cue("Stand tall."), Cue("It helps."))))
    squat = session.sections[0].exercises[-1]
    tall = replace(squat, exercise=replace(squat.exercise, cues=Cues(setup=(Cue("Stand tall."),))))
    result = laid(replace(session, sections=(replace(session.sections[0], exercises=(tall,)),)), Choices(sets=8))
    assert (result.texts.count("Stand tall."), result.texts.count("It helps.")) == (1, 1)


def test_the_first_lead_in_is_repeated_without_the_opening() -> None:
    timeline = glutes_laid().timeline
    lead_in = timeline.steps[1]
    assert set_start(timeline, lead_in.start) == set_start(timeline, Ms(lead_in.end - 100)) == lead_in.start
    assert set_start(timeline, Ms(lead_in.start - 100)) == 0


@pytest.mark.parametrize(("count", "title"), [(3, "A + B + C"), (4, "A + B + C …")])
def test_a_track_of_several_exercises_names_three(count: int, title: str) -> None:
    squat = glutes().sections[0].exercises[-1]
    items = tuple(replace(squat, exercise=replace(squat.exercise, name=name, title=name)) for name in "ABCD"[:count])
    section = Section(items, timing=Timing.EXACT)
    result = laid(replace(glutes(), sections=(section,)), Choices(sets=1))
    assert [name for name, _ in tracks(result.timeline)] == [title]
