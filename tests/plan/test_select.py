from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.laid import glutes
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Tempo, Unit
from voicecoach.definitions.load import load_session
from voicecoach.definitions.model import Cue, Cues, Equipment, Exercise, ItemName, Need, Sides, Substitute
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.errors import ChoiceError, UnknownNameError
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.select import select
from voicecoach.plan.workout import Work, Workout
from voicecoach.times import Ms

FIVE = ["step-up", "band-walk", "hip-lift", "lunge", "squat"]


def names(choices: Choices) -> list[str]:
    return [work.exercise.name for work in select(glutes(), choices).works]


def test_the_session_as_prescribed() -> None:
    workout = select(glutes(), Choices())
    assert names(Choices()) == FIVE
    assert {(work.sets, work.rest, work.amount) for work in workout.works} == {(3, 30_000, Amount(8, 10))}
    assert [work.rep_ms for work in workout.works] == [5000, 8000, 5000, 10_000, 5000]


def test_without_the_band_the_wall_is_pressed() -> None:
    workout = select(glutes(), Choices(without=("band",)))
    press = workout.works[1]
    assert press.exercise.name == "wall-press"
    assert (press.amount, press.exercise.sides, press.sets) == (Amount(30_000, 30_000, Unit.MS), Sides.EACH, 3)
    assert workout.notes == ("Wall press instead of Sideways band walk: no band.",)
    assert not any("band" in need.any_of for need in workout.needs)


def test_an_exercise_that_nothing_can_replace_is_left_out_with_a_note() -> None:
    workout = select(glutes(), Choices(without=("step",)))
    assert [work.exercise.name for work in workout.works] == FIVE[1:]
    assert workout.notes == ("Step ups left out: there is no substitute without step.",)


def test_one_alternative_is_enough() -> None:
    workout = select(glutes(), Choices(without=("chair",)))
    hip_lift = workout.works[2]
    assert hip_lift.exercise.name == "hip-lift"
    assert workout.serving(hip_lift.exercise.needs[0]) == ("sofa",)


def test_equipment_brings_its_variations_and_optional_things() -> None:
    workout = select(glutes(), Choices(week=6, with_items=("backpack", "mirror", "books")))
    varied = {work.exercise.name: [one.title for one in work.variations] for work in workout.works}
    assert varied["lunge"] == ["Lunges with a backpack"]
    assert varied["squat"] == ["Squats with raised heels", "Squats with a backpack"]
    assert {item for need in workout.needs for item in need.any_of} >= {"backpack", "mirror", "books"}
    assert workout.notes == ()


def test_a_variation_asked_for_adds_its_cues() -> None:
    workout = select(glutes(), Choices(variations=(("step-up", "running-pose"),), only=("step-up",)))
    usual = select(glutes(), Choices(only=("step-up",))).works[0].exercise.cues.form
    form = workout.works[0].exercise.cues.form
    added = [cue for cue in form if cue not in usual]
    assert "Swing your arms like a sprinter." in [cue.say for cue in added]
    assert form == (usual[0], *added, *usual[1:])  # behind the key cue, so that they are heard
    assert "come after the last week's amounts" in workout.notes[0]


def test_variations_of_one_exercise_combine() -> None:
    chosen = Choices(week=6, variations=(("lunge", "rotation"), ("lunge", "backpack")), only=("lunge",))
    lunge = select(glutes(), chosen).works[0]
    assert [one.title for one in lunge.variations] == ["Lunges with a turn", "Lunges with a backpack"]
    assert lunge.get_ready == 15_000


def test_numbers_chosen_go_before_the_session() -> None:
    chosen = Choices(
        sets=2, reps=Amount(5, 6), rest=Ms(0), tempo=Tempo(Ms(1000), Ms(0), Ms(500), Ms(0)), lead_in=Ms(4000)
    )
    work = select(glutes(), chosen).works[4]
    assert (work.sets, work.amount, work.rest, work.rep_ms, work.get_ready) == (2, Amount(5, 6), 0, 1500, 4000)


def test_a_chosen_hold_is_for_what_is_held() -> None:
    chosen = Choices(without=("band",), hold=Amount(20_000, 25_000, Unit.MS), reps=Amount(4, 4))
    assert [work.amount.high for work in select(glutes(), chosen).works] == [4, 25_000, 4, 4, 4]


def test_without_a_lead_in_there_is_time_for_three_two_one() -> None:
    workout = select(glutes(), Choices(lead_in=Ms(0)))
    assert {work.get_ready for work in workout.works} == {3200}
    assert workout.notes == ()


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (Choices(without=("bend",)), "band"),
        (Choices(only=("squats",)), "squat"),
        (Choices(variations=(("squat", "back-pack"),)), "backpack"),
    ],
)
def test_an_unknown_name_gets_the_nearest(chosen: Choices, message: str) -> None:
    with pytest.raises(UnknownNameError, match=f"Did you mean '{message}'"):
        select(glutes(), chosen)


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (Choices(with_items=("band",), without=("band",)), "both with and without"),
        (Choices(only=("step-up",), without=("step",)), "Nothing is left"),
        (Choices(only=("wall-press",)), "takes part only without band: add --without band"),
        (Choices(variations=(("squat", "backpack"),), without=("backpack",)), "isn't there"),
        (Choices(reps=Amount(201, 201)), "add --unlimited"),
        (Choices(sets=200), "add --unlimited"),
    ],
)
def test_what_cant_be_done_is_refused(chosen: Choices, message: str) -> None:
    with pytest.raises(ChoiceError, match=message):
        select(glutes(), chosen)


def test_unlimited_lifts_the_caps() -> None:
    assert select(glutes(), Choices(reps=Amount(1000, 1000), unlimited=True)).works[0].reps == 1000


def test_unused_equipment_is_mentioned() -> None:
    workout = select(glutes(), Choices(with_items=("backpack",), only=("hip-lift",)))
    assert workout.notes == ("Nothing in this session uses: backpack.",)


def test_substitutes_follow_each_other() -> None:
    session = glutes()
    press = session.exercises["wall-press"]
    step_up = session.items[0].exercise
    further = replace(press, substitutes=(Substitute(ItemName("sofa"), "step-up"),))
    exercises = {**session.exercises, "wall-press": further, "step-up": step_up}
    chosen = Choices(without=("band", "sofa", "radiator", "wall"))
    workout = select(replace(session, exercises=exercises), chosen)
    assert workout.works[1].exercise.name == "step-up"


def test_what_becomes_of_an_exercise_is_told_once() -> None:
    chosen = Choices(without=("dumbbells", "long-band"))
    notes = select(load_session("upper-body"), chosen).notes
    assert [note for note in notes if "Bent-over rows" in note] == [
        "Bent-over rows left out: there is no substitute without dumbbells and long-band."
    ]


def test_time_to_get_ready_counts_towards_the_cap() -> None:
    with pytest.raises(ChoiceError, match="--unlimited"):
        select(glutes(), Choices(lead_in=Ms(5 * 3_600_000)))


@pytest.mark.parametrize(
    ("chosen", "note"),
    [
        (Choices(without=("band",), only=("wall-press",), reps=Amount(10, 10)), "Nothing here goes by repetitions"),
        (Choices(only=("squat",), hold=Amount(40_000, 40_000, Unit.MS)), "Nothing here goes by time"),
        (Choices(only=("band-walk",), tempo=Tempo(*[Ms(9000)] * 4)), "Nothing here goes by a tempo"),
        (Choices(only=("squat",), sets=1, rest=Ms(9000)), "There is one set and no rest"),
        (Choices(detail=Detail.TONES, count_aloud=True), "With --detail tones there is no voice"),
        (Choices(only=("squat",), variations=(("step-up", "running-pose"),)), "is done as step-up=running-pose."),
    ],
)
def test_a_choice_that_changes_nothing_is_mentioned(chosen: Choices, note: str) -> None:
    notes = select(glutes(), chosen).notes
    assert len([one for one in notes if note in one]) == 1
    assert not any("changes nothing" in one for one in select(glutes(), Choices(rest=chosen.rest)).notes)


def test_a_variation_is_checked_though_its_exercise_is_left_out() -> None:
    with pytest.raises(UnknownNameError, match="variation of step-up 'nonsense'"):
        select(glutes(), Choices(only=("squat",), variations=(("step-up", "nonsense"),)))


def test_an_unknown_variation_is_met_with_those_that_there_are() -> None:
    with pytest.raises(UnknownNameError, match=r"Known: backpack, rotation, wall\.$"):
        select(glutes(), Choices(variations=(("lunge", "nonsense"),)))
    session = glutes()
    plain = {**session.exercises, "hip-lift": replace(session.exercises["hip-lift"], variations={})}
    with pytest.raises(UnknownNameError, match=r"Hip lifts has none\.$"):
        select(replace(session, exercises=plain), Choices(variations=(("hip-lift", "nonsense"),)))


def test_cues_of_every_kind_wait_for_what_they_need() -> None:
    session = glutes()
    mirror, band = (tuple(Cue(f"{item} {n}", needs=ItemName(item)) for n in range(4)) for item in ("mirror", "band"))
    walk = replace(session.items[1].exercise, cues=Cues(*zip(mirror, band, strict=True)))
    items = (replace(session.items[1], exercise=walk),)
    changed = replace(session, cues=Cues(*zip(mirror)), sections=(replace(session.sections[0], exercises=items),))
    without, having = (select(changed, Choices(with_items=there)) for there in ((), ("mirror",)))
    assert [cue.say for _, _, cue in without.works[0].exercise.cues.all()] == [f"band {n}" for n in range(4)]
    assert not list(without.session.cues.all())
    assert having.works[0].exercise.cues == walk.cues
    assert having.session.cues == changed.cues
    assert having.notes == ()


@pytest.mark.parametrize(
    ("own", "sides"),
    [(Sides.NONE, Sides.EACH), (Sides.EACH, Sides.EACH), (Sides.ALTERNATING, Sides.ALTERNATING)],
)
def test_a_prescription_for_each_side_gives_sides_to_what_has_none(own: Sides, sides: Sides) -> None:
    session = glutes()
    squat = session.items[4]
    item = replace(
        squat,
        exercise=replace(squat.exercise, sides=own),
        prescription=Prescription(start=Amount(5, 5), per_side=True),
    )
    section = replace(session.sections[0], exercises=(item,))
    assert select(replace(session, sections=(section,)), Choices()).works[0].exercise.sides is sides


def test_the_title_has_the_week_where_there_are_several() -> None:
    assert select(glutes(), Choices(week=2)).title == "Glutes strength for runners, week 2"
    assert select(replace(glutes(), weeks=1), Choices()).title == "Glutes strength for runners"


def test_a_later_week_asks_for_more_until_the_last() -> None:
    assert [select(glutes(), Choices(week=week)).builds_on for week in (1, 5, 6)] == [True, True, False]


def test_a_substitute_is_told_only_of_what_was_asked_for() -> None:
    assert select(glutes(), Choices(without=("band",), only=("squat",))).notes == ()
    for only in ("band-walk", "wall-press"):
        notes = select(glutes(), Choices(without=("band",), only=(only,))).notes
        assert notes == ("Wall press instead of Sideways band walk: no band.",)


@pytest.mark.parametrize(
    ("load", "builds"), [(Load(5, LoadUnit.KG, 10), True), (Load(5, LoadUnit.KG), False), (None, False)]
)
def test_a_work_knows_whether_its_load_builds(load: Load | None, builds: bool) -> None:
    session = glutes()
    section = replace(session.sections[0], exercises=(replace(session.items[4], load=load),))
    assert select(replace(session, sections=(section,)), Choices()).works[0].load_builds is builds


def test_a_session_of_more_than_four_hours_is_hardly_meant() -> None:
    with pytest.raises(ChoiceError, match=r"would take 4\.2 hours, more than 4\."):
        select(glutes(), Choices(rest=Ms(1_000_000)))
    assert select(glutes(), Choices(rest=Ms(900_000)))


def test_two_hundred_repetitions_are_enough() -> None:
    with pytest.raises(ChoiceError, match="201 repetitions in a set, more than 200"):
        select(glutes(), Choices(only=("squat",), reps=Amount(201, 201)))
    assert select(glutes(), Choices(only=("squat",), reps=Amount(200, 200)))


def needing(*needs: Need) -> Exercise:
    return Exercise(f"with-{'-'.join(need.say for need in needs)}", "Exercise", needs=needs)


BENCH, SEAT = Need((ItemName("bench"),), "bench"), Need((ItemName("chair"), ItemName("bench")), "{items}")
STOOL = replace(SEAT, say="seat")


@pytest.mark.parametrize(
    ("needs", "choices", "used"),
    [
        ([(SEAT,), (BENCH,)], Choices(), [("bench",), ("bench",)]),
        ([(SEAT,), (STOOL,)], Choices(), [("{items}",), ("{items}",)]),
        ([(SEAT, BENCH), (BENCH,)], Choices(), [("{items}", "bench"), ("bench",)]),
        ([(SEAT,), (BENCH,)], Choices(with_items=("chair",)), [("{items}",), ("bench",)]),
        ([(SEAT,)], Choices(without=("chair",)), [("{items}",)]),
    ],
)
def test_what_is_needed_anyway_serves_where_one_of_several_things_does(
    needs: list[tuple[Need, ...]], choices: Choices, used: list[tuple[str, ...]]
) -> None:
    items = tuple(Item(needing(*one), Prescription(sets=1, start=Amount(5, 5))) for one in needs)
    exercises = {item.exercise.name: item.exercise for item in items}
    equipment: dict[str, Equipment] = {item: Equipment(item) for item in SEAT.any_of}
    session = Session("one", "One", (Section(items),), exercises=exercises, equipment=equipment)
    workout = select(session, choices)
    assert [tuple(need.say for need in workout.needs_of(work)) for work in workout.works] == used


def needing_in(needs: Sequence[tuple[Need, ...]]) -> Session:
    """A session whose exercises need so much."""
    items = tuple(Item(needing(*one), Prescription(sets=1, start=Amount(5, 5))) for one in needs)
    equipment: dict[str, Equipment] = {item: Equipment(item) for one in needs for need in one for item in need.any_of}
    exercises = {item.exercise.name: item.exercise for item in items}
    return Session("one", "One", (Section(items),), exercises=exercises, equipment=equipment)


def met_by(workout: Workout, need: Need, own: tuple[Need, ...]) -> Need:
    """What serves for a need: of all that can't be met by more than it can, the first of the narrowest."""
    everything = dict.fromkeys(one for work in workout.works for one in workout.own_needs(work))
    there = set(workout.serving(need))
    others = [one for one in everything if one == need or (one not in own and workout.serving(one))]
    meeting = [one for one in others if one == need or there.issuperset(workout.serving(one))]
    return min(meeting, key=lambda one: len(workout.serving(one)))


THINGS = st.sets(st.sampled_from([ItemName(one) for one in "abcd"]), min_size=1, max_size=3).map(sorted).map(tuple)
NEEDS = st.lists(THINGS.map(lambda items: Need(items, "+".join(items))), min_size=1, max_size=3, unique=True).map(tuple)


@given(st.lists(NEEDS, min_size=1, max_size=6), st.sets(st.sampled_from("abcd"), max_size=2))
def test_what_serves_is_what_all_needs_held_beside_each_other_give(
    needs: list[tuple[Need, ...]], present: set[str]
) -> None:
    workout = replace(select(needing_in(needs), Choices()), present=frozenset(map(ItemName, present)))
    for work in workout.works:
        own = workout.own_needs(work)
        assert workout.needs_of(work) == tuple(dict.fromkeys(met_by(workout, need, own) for need in own))


def test_what_all_entries_share_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Need] = []
    weeks: list[Session] = []
    serving = Workout.serving

    def serving_of(workout: Workout, need: Need) -> tuple[ItemName, ...]:
        served.append(need)
        return serving(workout, need)

    def weeks_of(session: Session) -> int:
        weeks.append(session)
        return 1

    monkeypatch.setattr(Workout, "serving", serving_of)
    monkeypatch.setattr("voicecoach.plan.entries.weeks_of", weeks_of)
    counts = []
    for number in (20, 40):
        needs = [(Need((ItemName(f"i{at}"),), f"i{at}"),) for at in range(number)]
        assert len(select(needing_in(needs), Choices()).needs) == number
        counts.append(len(served))
        served.clear()
    assert counts[1] == 2 * counts[0]
    assert len(weeks) == 2


LIFT = Exercise("thruster", "Thrusters")
SLOW = Tempo(Ms(3000), Ms(1000), Ms(1000), Ms(0))


def led(exercise: Exercise, item: Item, of_all: Prescription | None = None) -> Work:
    own = {exercise.name: exercise}
    session = Session("one", "One", (Section((item,)),), exercises=own, prescription=of_all or Prescription())
    return select(session, Choices()).works[0]


@pytest.mark.parametrize("exercise", [LIFT, replace(LIFT, pace=Ms(2000)), replace(LIFT, tempo=SLOW)])
@pytest.mark.parametrize("is_in_prescription", [True, False])
def test_a_tempo_leads_an_exercise_without_phases(exercise: Exercise, *, is_in_prescription: bool) -> None:
    amount = Prescription(3, Amount(10, 10), tempo=SLOW if is_in_prescription else None)
    work = led(exercise, Item(exercise, amount, tempo=None if is_in_prescription else SLOW))
    assert work.set_ms == 50_000
    assert [(phase.say, length) for phase, length in work.phases] == [("Lower", 3000), ("Hold", 1000), ("Lift", 1000)]


def test_a_tempo_of_all_leads_only_what_has_no_pace_of_its_own() -> None:
    of_all = Prescription(3, Amount(10, 10), tempo=SLOW)
    assert led(LIFT, Item(LIFT), of_all).set_ms == 50_000
    quick = replace(LIFT, pace=Ms(2000))
    assert led(quick, Item(quick), of_all).set_ms == 20_000


def test_a_tempo_of_what_is_held_is_told() -> None:
    held = Exercise("wall", "Wall sit", hold=True)
    item = Item(held, Prescription(1, Amount(20_000, 20_000, Unit.MS)), tempo=SLOW)
    workout = select(Session("one", "One", (Section((item,)),), exercises={"wall": held}), Choices())
    assert workout.notes == ("Wall sit: held still, so the tempo 3-1-1-0 changes nothing.",)
    assert workout.works[0].tempo is None


def alone(name: str, *variations: str, **choices: object) -> Workout:
    pairs = tuple((name, variation) for variation in variations)
    return select(load_session(name), Choices(variations=pairs, **choices))  # type: ignore[arg-type]


def test_a_variation_that_does_without_a_thing_needs_no_substitute() -> None:
    workout = alone("jump-rope", "no-rope", without=("rope",))
    assert [work.title for work in workout.works] == ["Jump rope without a rope"]
    assert workout.needs == ()
    assert [work.title for work in alone("jump-rope", without=("rope",)).works] == ["Jumping jacks"]


def test_a_substitute_is_done_in_its_variation_unless_the_listener_wants_another() -> None:
    session = load_session("overhead-press")
    (work,) = select(session, Choices(without=("dumbbells",))).works
    assert (work.title, work.exercise.spoken) == ("Push-ups on your knees", "push-ups")
    assert (
        "Push-ups on your knees instead of Overhead presses: no dumbbells."
        in select(session, Choices(without=("dumbbells",))).notes
    )
    chosen = Choices(without=("dumbbells",), variations=(("push-up", "feet-raised"),))
    assert [work.title for work in select(session, chosen).works] == ["Push-ups with your feet raised"]


def test_what_is_there_brings_nothing_that_takes_the_place_of_what_is_needed() -> None:
    (work,) = alone("floor-press", with_items=("dumbbell",)).works
    assert work.variations == ()
    (light,) = alone("floor-press", "one-weight", without=("dumbbells",)).works
    assert [need.any_of for need in light.exercise.needs] == [("dumbbell", "kettlebell")]
