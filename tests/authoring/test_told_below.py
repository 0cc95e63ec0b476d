"""What stands below a name, beside it and behind it: of it, of the page, or another's."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.amounts.parts import choice_in
from voicecoach.authoring.rules.drafting.every_session import every_session
from voicecoach.authoring.rules.exercise_names.names import before_where, is_told, reads_as_name
from voicecoach.authoring.rules.exercise_names.whole_names import in_both
from voicecoach.authoring.rules.language.words import GENERIC
from voicecoach.authoring.written import WrittenExercise, WrittenSection
from voicecoach.definitions.model import Sides


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "plan.txt").written.sections for one in section.exercises]


def written_of(text: str) -> tuple[WrittenSection, ...]:
    return imported(text.encode(), "plan.txt").written.sections


def named(text: str) -> list[str]:
    return [one.name for one in exercises(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("rows over a low bench there", "rows"),
        ("press-ups with your feet on the kerb", "press-ups"),
        ("pendulums so lean on something", "pendulums"),
        ("swings on the left side", None),
        ("squat", None),
        ("down on your back", None),
    ],
)
def test_a_name_ends_where_it_is_said_where_it_is_done(text: str, name: str | None) -> None:
    assert before_where(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Balasana - child's pose", "Balasana - child's pose"),
        ("1. Virabhadrasana – warrior pose.", "Virabhadrasana – warrior pose"),
        ("Squat - sit back and down", None),
        ("Squat - jump - lunge", None),
        ("Balasana", None),
    ],
)
def test_a_name_in_two_languages_is_one(text: str, name: str | None) -> None:
    found = in_both(text)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Start and finish with a 5 minute walk.", True),
        ("Begin every session with 5 minutes of walking.", True),
        ("To finish there's 4 strides, walking back each time.", False),
        ("Start and finish in a tall position.", False),
    ],
)
def test_what_every_session_begins_and_ends_with_is_said_there(text: str, *, is_one: bool) -> None:
    assert bool(every_session(text)) == is_one


def test_one_set_a_line_below_a_name_is_a_set_of_it() -> None:
    found = exercises(
        "Warm up first.\n\nRow press\n\n40 for 10 reps\n\n50 for 8 reps\n\n60 for 2 sets of 6 reps\n\nCurl\n\n3x8"
    )
    assert [(one.name, one.each_set) for one in found] == [("Row press", (10, 8, 6, 6)), ("Curl", ())]


def test_a_name_again_below_itself_is_one_more_set() -> None:
    (one,) = exercises(
        "Do these.\n\nHeel raise\nSlowly does it.\n- 12 heel raises\n- Rest for 30 seconds\n- 12 heel raises"
    )
    assert (one.sets, one.reps, one.rest_s) == (2, (12, 12), 30)


def test_what_stands_below_each_exercise_is_of_the_page() -> None:
    text = (
        "Leg swing\nSwing the leg.\nRepeat 8 times.\nphoto by our club\n"
        "Arm swing\nSwing the arm.\nRepeat 6 times.\nphoto by our club"
    )
    assert named(text) == ["Leg swing", "Arm swing"]


def test_an_order_below_a_name_calls_nothing() -> None:
    (one,) = exercises(
        "Good for everybody.\n\nHeel raise\nStand tall.\nAim to rise for a count of 3.\nRepeat up to 12 times."
    )
    assert (one.name, one.reps) == ("Heel raise", (12, 12))


def test_the_amount_below_a_name_is_its_own_whatever_it_is_done_with() -> None:
    (one,) = exercises("For the shoulder.\n\nShrug\n\nStand tall.\n\n10 reps × 2 handweight\n")
    assert (one.name, one.sets, one.reps) == ("Shrug", 2, (10, 10))


def test_each_in_turn_on_both_sides_is_a_name_by_its_first_word() -> None:
    (one,) = exercises("For the back.\n\nAlternate arm raises\n- Aim for one minute, four times.\n")
    assert (one.name, one.sides, one.sets) == ("Alternate arm raises", Sides.ALTERNATING, 4)


def test_the_title_that_counts_them_is_that_of_all() -> None:
    assert named("Five easy moves\n\nSquat\n10 reps\n\nLunge\n8 reps") == ["Squat", "Lunge"]


@pytest.mark.parametrize("text", ["Leaning on the wall, bend your arms", "With one hand on the sink, lift a heel"])
def test_an_order_behind_where_one_is_makes_no_name(text: str) -> None:
    assert is_told(text)
    assert not is_told("Standing calf stretch, hold 30 s")
    assert not is_told("Walking lunges, rest 60 s")


@pytest.mark.parametrize("text", ["Improves your balance", "Every move works the core", "Strengthens the hips"])
def test_a_purpose_is_no_name(text: str) -> None:
    assert not reads_as_name(text)


@pytest.mark.parametrize("text", ["hold that stretch", "again holding this", "demonstrate the exercise"])
def test_what_is_done_with_the_exercise_is_none(text: str) -> None:
    assert GENERIC.fullmatch(text)
    assert not GENERIC.fullmatch("hold a side plank")


def test_names_again_at_the_end_are_of_a_round_if_it_has_its_title() -> None:
    lifts = "Squats 3x10\nLunges 3x12\n"
    assert named(f"{lifts}\nClips:\nSquat\nLunge\n") == ["Squats", "Lunges"]
    assert named("Round 1\nSquats 10\nLunges 12\nRound 2\nSquats\nLunges\n") == ["Squats", "Lunges"] * 2


def test_a_pose_that_is_counted_has_its_number_in_its_name() -> None:
    (pose,) = exercises("1. Turn the right foot out and come in to Warrior 2. Stay for 5 breaths.\n")
    assert (pose.name, pose.reps) == ("Warrior 2", None)


def test_a_condition_leads_to_no_exercise() -> None:
    flow = "Lean over for Side Angle Pose. If it pulls, stay higher in the side bend. Stay for 5 breaths.\n"
    assert named(flow) == ["Side Angle Pose"]


def test_holds_that_grow_are_no_times_of_a_film() -> None:
    assert named("Plank (0:30)\nSide plank (0:45)\nWall sit (1:00)\n") == ["Plank", "Side plank", "Wall sit"]
    assert [one.seconds for one in exercises("Plank (0:30)\nSide plank (0:45)\nWall sit (1:00)\n")][-1] == (60, 60)


def test_another_kind_in_each_round_is_no_exercise_more() -> None:
    assert named("3 rounds: 10 lunges, 10 rows - Round 1: side lunges, Round 2: split lunges\n") == ["lunges", "rows"]


def test_the_first_of_two_with_their_sets_is_done() -> None:
    assert choice_in("Press-ups 3x10 or dips 3x15") == ("Press-ups 3x10", "dips 3x15")
    assert choice_in("Dips 3 x 8 or 10") == ("Dips 3 x 8 or 10", "")


@pytest.mark.parametrize(
    "title",
    [
        "Three drills our coach does before a run",
        "5 exercises for a stronger run",
        "Our six best stretches after a long run",
        "Four easy moves that fix your squat",
    ],
)
def test_a_title_that_counts_what_comes_is_no_exercise(title: str) -> None:
    assert named(f"{title}\n\nLunge\n\n2 x 10\n") == ["Lunge"]


@pytest.mark.parametrize(
    "told",
    [
        "Lift one hip; repeat on the other side for 1 rep.",
        "Row to the right, then to the left. That's one rep.",
        "Right, then left = 1 rep.",
        "Switch sides to complete 1 rep.",
    ],
)
def test_what_one_repetition_is_counts_none(told: str) -> None:
    (one,) = exercises(f"Do three sets of 12 reps of each exercise.\n\nHip thrust\n{told}\n")
    assert one.reps == (12.0, 12.0)


def test_seconds_behind_a_colon_may_be_more_than_a_minute_has() -> None:
    found = exercises("- Forearm plank :60\n- Wall sit :90\n- Bridge x 10\n")
    assert [one.seconds for one in found] == [(60.0, 60.0), (90.0, 90.0), None]


@pytest.mark.parametrize(
    ("listed", "note"),
    [
        ("Lunge x 20*\nPush-up x 15", "*10 reps on the right leg, then 10 on the left"),
        ("Lunge 10*\nPush-up 15", "* each side"),
        ("- Lunge* - 10 reps\n- Push-up - 15 reps", "*per leg"),
        ("Lunge 10 **\nPush-up 15", "** each leg"),
        ("Lunge† 10\nPush-up 15", "† on each leg"),
    ],
)
def test_a_note_below_is_of_the_exercises_that_are_marked_for_it(listed: str, note: str) -> None:
    found = exercises(f"{listed}\n\n{note}\n")
    assert [(one.reps, one.sides) for one in found] == [((10.0, 10.0), Sides.EACH), ((15.0, 15.0), None)]


@pytest.mark.parametrize("listed", ["1. Reaches 12 x 4\n2. Lunge 8-10 x 3 each leg", "Reaches: 15 x 4\nLunge: 8-10×3"])
def test_many_before_few_in_each_line_are_repetitions_before_sets(listed: str) -> None:
    assert [one.sets for one in exercises(listed)] == [4, 3]


def test_ten_sets_of_three_stay_so() -> None:
    assert [(one.sets, one.reps) for one in exercises("Squat 10 x 3\nBench press 3 x 8\n")] == [
        (10, (3.0, 3.0)),
        (3, (8.0, 8.0)),
    ]


@pytest.mark.parametrize("said", ["Sets:2 Reps:12", "sets:2 / Repetitions:12", "2x sets, 12x reps", "Reps:12 Sets:2"])
def test_keys_may_have_their_numbers_right_behind_them(said: str) -> None:
    (one,) = exercises(f"Calf raise {said}\n")
    assert (one.name, one.sets, one.reps) == ("Calf raise", 2, (12.0, 12.0))


@pytest.mark.parametrize("title", ["Some causes of it include:", "Common symptoms", "Risk factors for runners are:"])
def test_what_hurts_and_why_is_no_exercise(title: str) -> None:
    assert named(f"{title}\n- downhill running\n- long sitting\n\nWhat helps\n\nBridge\n3 x 12\n") == ["Bridge"]


def test_what_is_told_in_several_paragraphs_below_a_name_is_of_that() -> None:
    text = (
        "Side leg raise\n\nStraighten your top leg and lift it. Hold it there for two seconds.\n\n"
        "Bring it back down. Repeat 15 times on each leg.\n\n"
    )
    (one,) = exercises(text)
    assert (one.name, one.reps, one.sides) == ("Side leg raise", (15.0, 15.0), Sides.EACH)


@pytest.mark.parametrize(
    "works", ["Works glutes, hamstrings", "Targets your abs and obliques", "Works on the core/hips."]
)
def test_the_muscles_that_something_works_are_no_exercise(works: str) -> None:
    text = f"Hip thrust 3x10\n{works}\nRow 3x12\n{works}\n"
    assert [one.reps for one in exercises(text)] == [(10.0, 10.0), (12.0, 12.0)]


def test_cues_between_a_name_and_its_amount_part_them_not() -> None:
    text = "Clamshell\n\nSome cues:\n1. Feet together.\n2. Do not roll back.\n\nActivation - 1 set x 12 each side\n"
    (one,) = exercises(text)
    assert (one.name, one.sets, one.reps) == ("Clamshell", 1, (12.0, 12.0))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hip hitch exercise for runners", "Hip hitch"),
        ("How to do the side-lying leg raise", "side-lying leg raise"),
        ("Why every runner needs Bulgarian split squats", "Bulgarian split squats"),
        ("Exercise of the week: Copenhagen plank", "Copenhagen plank"),
    ],
)
def test_an_article_on_one_exercise_has_its_name_in_the_title(title: str, name: str) -> None:
    text = (
        f"{title}\n\nIn Running\n\nIt is hard, and worth it.\n\nKeep your hips level.\n\n"
        "When you have the knack, start with two sets of 8 on each side and build to three sets of 12.\n\n"
        "3 comments\n\nI did 5 sets of 20 last year.\n"
    )
    (one,) = exercises(text)
    assert (one.name, one.sets, one.reps, one.sides) == (name, 2, (8.0, 8.0), Sides.EACH)


@pytest.mark.parametrize(
    "stated",
    [
        "Repeat each exercise ten times each side.",
        "Do each move 10 times on each leg.",
        "Repeat all of these moves ten times per side.",
    ],
)
def test_a_side_that_is_stated_for_all_holds_for_each(stated: str) -> None:
    found = exercises(f"{stated}\n\n1. Step-up\nStand tall.\n\n2. Lunge\nStep out.\n")
    assert [(one.reps, one.sides) for one in found] == [((10.0, 10.0), Sides.EACH)] * 2


def test_what_is_alternated_is_not_done_on_each_side() -> None:
    text = "Skater lunge\n\nLean right. Repeat on the opposite leg. Alternate for 60 seconds.\n"
    (one,) = exercises(text)
    assert (one.seconds, one.sides) == ((60.0, 60.0), Sides.ALTERNATING)


def test_a_dash_right_behind_a_word_joins_it_to_nothing_in_its_line() -> None:
    found = named("Curtsy lunge- right leg low\n\n3 x 10\n\nWall squat- heels up\n\n3 x 12\n")
    assert [one.split()[1].rstrip("-") for one in found] == ["lunge", "squat"]


def test_steps_may_be_counted_with_dashes() -> None:
    text = (
        "Step down\n\n1-Stand on a low step.\n2-Lower one heel slowly.\n3-Come back up. Repeat 12 times on each leg.\n"
    )
    (one,) = exercises(text)
    assert (one.name, one.reps, one.sides) == ("Step down", (12.0, 12.0), Sides.EACH)


def test_sentences_above_counted_names_may_have_their_amounts() -> None:
    text = (
        "Hip programme, stage 2\n\nDo this exercise 12 times, rest for 1 minute. Repeat twice.\n\n1. Bridge\n\n"
        "- Lie on your back.\n- Push your heels down and lift your hips.\n"
        "Hold this position for 20 seconds, rest for 1 minute. Repeat three times.\n\n2. Side plank\n\n"
        "- Lie on your side.\n- Lift your hips.\nDo this exercise 15 times, rest for 1 minute. Repeat twice.\n\n"
        "3. Supported squat\n\n- Hold on to the sink.\n- Sit back.\n"
    )
    assert [(one.name, one.reps, one.seconds) for one in exercises(text)] == [
        ("Bridge", (12.0, 12.0), None),
        ("Side plank", None, (20.0, 20.0)),
        ("Supported squat", (15.0, 15.0), None),
    ]


def test_a_weight_in_words_is_no_name() -> None:
    text = (
        "Circuit:\n\n3 sets each // heavy weights\n\nStep downs\n\n- 8 ea leg x medium-heavy\n\nRow\n\n- 12 x heavy\n"
    )
    assert [(one.name, one.reps) for one in exercises(text)] == [("Step downs", (8.0, 8.0)), ("Row", (12.0, 12.0))]


@pytest.mark.parametrize(
    "stated",
    [
        "Do this circuit 3 times.",
        "Repeat this series three times.",
        "Perform this combo 3 times.",
        "Complete this flow three times.",
    ],
)
def test_what_goes_round_may_be_called_in_many_ways(stated: str) -> None:
    (section,) = written_of(f"{stated}\n\nSquat 10\nLunge 12\n")
    assert section.rounds == 3


@pytest.mark.parametrize("told", ["Step out. Do ten repetitions on each side.", "Push up. Do 10 on each side."])
def test_the_first_sentence_below_a_name_is_no_other_name(told: str) -> None:
    (_, one) = exercises(f"Squat\nUse a chair at first. Do ten repetitions.\n\nLunge\n{told}\n")
    assert (one.name, one.reps, one.sides) == ("Lunge", (10.0, 10.0), Sides.EACH)


def test_which_ones_are_repeated_counts_none() -> None:
    text = (
        "Hold each for 30 s.\n\n1. Lunge stretch\n2. Calf stretch\nRepeat 1 & 2 on the other leg.\n3. Glute stretch\n"
    )
    assert [one.reps for one in exercises(text)] == [None, None, None]


def test_the_last_repetitions_are_no_amount() -> None:
    assert named("Squat 3x10\nPlank 3x30 s\n\nRules\n- Last 2 reps should feel hard\n") == ["Squat", "Plank"]


def test_a_rest_between_sets_that_is_told_with_the_warm_up_is_none_of_its_own() -> None:
    text = (
        "- Bike for 10 mins. Rest between sets 1 min.\n- 5 sets of squats x 10 reps\n- 4 sets of leg press x 12 reps\n"
    )
    assert [one.rest_s for one in exercises(text)] == [None, 60.0, 60.0]


def test_counted_names_above_orders_are_exercises() -> None:
    text = """Office break

1) Sit tall and breathe!
Plant your feet on the floor and close your eyes. Breathe in and out through the nose.

2) Neck release
Let your head fall from side to side in a half circle.

3) Wrist release
Take your hands and shake them. Let the fingers flop.
"""
    assert named(text) == ["Sit tall and breathe", "Neck release", "Wrist release"]


@pytest.mark.parametrize("of_each", ["Hold each one for 30 seconds.", "You should hold each of these for 30 seconds."])
def test_muscles_above_orders_are_stretches(of_each: str) -> None:
    text = f"""Stretches for after sport

{of_each}

Calves

Keep your heel on the floor and lean in.

Hamstrings/hip flexors

Keep your knees soft and fold forward.

Chest

Clasp your hands behind your back.
"""
    assert [(one.name, one.seconds) for one in exercises(text)] == [
        ("Calves", (30, 30)),
        ("Hamstrings/hip flexors", (30, 30)),
        ("Chest", (30, 30)),
    ]


def test_tips_that_are_counted_through_are_no_exercises() -> None:
    tips = """Run better

1) Look ahead
Keep your head up and your eyes on the road.

2) Land softly
Land on the middle of your foot and not on the heel.

3) Relax
Keep your shoulders low and your hands open.

Squats 3x10
"""
    assert named(tips) == ["Squats"]


@pytest.mark.parametrize("between", ["", " "])
def test_the_first_of_a_list_that_ran_together_with_the_sentence_above_it_is_one_of_it(between: str) -> None:
    text = f"""These come from a coach.{between}1. Hip hikers: Stand on a step. Lower one hip and lift it. Do 12.

2. Band swings: Tie a band to your ankle. Swing the leg forward for a set of 10 reps.

3. Toe lifts: Stand on a step and lift your heels. Repeat the exercise 15 times.
"""
    assert [one.name for one in exercises(text)] == ["Hip hikers", "Band swings", "Toe lifts"]


@pytest.mark.parametrize("title", ["Office stretches", "Morning stretches", "Desk exercises"])
def test_a_title_of_all_of_a_session_is_no_exercise_with_the_amounts_of_the_first(title: str) -> None:
    text = f"""{title}

Hello, this is for everybody who sits all day, and needs no more than a chair.

Start with both hands on the worktop. Rock back and forth and stay for 30 seconds.

Pull your chin in. Let's do five of these.
"""
    assert title not in named(text)
