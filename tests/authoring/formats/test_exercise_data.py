"""The JSON of the public-domain data set of exercises."""

from __future__ import annotations

import json

import pytest

from tests.authoring.formats.reading import exercises, only_section, read
from voicecoach.authoring.formats.exercise_data import MAX_EXERCISES
from voicecoach.authoring.reading import read_document
from voicecoach.authoring.written import Written
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

ONE = {
    "name": "Doorway stretch",
    "force": "static",
    "level": "beginner",
    "mechanic": None,
    "equipment": "body only",
    "primaryMuscles": ["chest", "shoulders"],
    "instructions": ["Stand in a doorway, approx. a foot from it. Lean in.", "Stop if it hurts."],
    "category": "stretching",
    "images": ["a/0.jpg"],
}


def test_an_exercise_has_its_instructions_as_sentences_in_order() -> None:
    written = read(json.dumps(ONE, indent=1), "stretch.json")
    (stretch,) = exercises(written)
    assert written.title == stretch.name == "Doorway stretch"
    assert stretch.cues.setup == ("Stand in a doorway, approx. a foot from it.", "Lean in.")
    assert stretch.cues.safety == ("Stop if it hurts.",)
    assert stretch.notes == ("Muscles: chest, shoulders.", "Level: beginner.", "Category: stretching.")
    assert (stretch.line, stretch.is_hold, stretch.needs) == (2, True, ())


def test_nothing_is_said_of_amounts() -> None:
    (stretch,) = exercises(read(json.dumps(ONE)))
    assert (stretch.sets, stretch.reps, stretch.seconds, stretch.rest_s, stretch.load) == (None,) * 5


def test_other_data_with_amounts_has_them() -> None:
    press = {"name": "Press", "sets": 3, "reps": "8-10", "restSeconds": 75, "weight_kg": 22.5, "id": 4}
    plank = {"name": "Plank", "duration_seconds": 35, "side": "each_arm", "type": "x"}
    first, second = exercises(read(json.dumps({"exercises": [press, plank]})))
    assert (first.sets, first.reps, first.rest_s, first.load) == (3, (8, 10), 75, "22.5 kg")
    assert (second.sets, second.seconds, second.is_hold, second.sides) == (None, (35, 35), True, Sides.EACH)


@pytest.mark.parametrize(
    ("plank", "squat"),
    [
        ({"type": "time", "value": 45}, {"type": "reps", "value": 12}),
        ({"kind": "timed", "amount": 45}, {"kind": "reps", "amount": 12}),
        ({"goal": {"type": "time", "value": 45}}, {"goal": {"type": "reps", "value": 12}}),
        ({"target": {"unit": "seconds", "value": 45}}, {"target": {"unit": "reps", "value": 12}}),
    ],
)
def test_a_number_counts_what_another_key_says(plank: dict[str, object], squat: dict[str, object]) -> None:
    value = {"exercises": [{"name": "Plank", **plank, "rest": 15}, {"name": "Squat", **squat, "sets": 3}]}
    first, second = exercises(read(json.dumps(value)))
    assert (first.seconds, first.reps, first.rest_s) == ((45, 45), None, 15)
    assert (second.seconds, second.reps, second.sets) == (None, (12, 12), 3)


def test_a_list_is_several_and_what_is_missing_is_left_out() -> None:
    written = read(json.dumps([ONE, {"name": "Squat", "equipment": "Barbell", "level": 3, "instructions": None}]))
    assert written.title is None
    assert [(one.name, one.needs, one.notes) for one in exercises(written)][1] == (
        "Squat",
        ("barbell",),
        (),
    )


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ([], "no exercise"),
        ([3], r"\[0\]: this is no exercise"),
        ([ONE, {"name": ""}], r"\[1\]: this is no exercise"),
        ([ONE] * (MAX_EXERCISES + 1), "at most"),
        ("squat", "this is no exercise"),
    ],
)
def test_other_json_is_told(value: object, problem: str) -> None:
    with pytest.raises(DefinitionError, match=problem):
        read(json.dumps(value), "data.json")


def test_days_and_weeks_are_sections_of_their_own() -> None:
    monday = {"day": 1, "name": "Pull", "exercises": [{"name": "Row", "sets": 3, "repsMin": 8, "repsMax": 12}]}
    off = {"day": 2, "name": "Off", "exercises": []}
    again = {"day": 1, "name": "Pull", "exercises": [{"name": "Row", "sets": 4, "reps": {"min": 6, "max": 8}}]}
    weeks = [{"weekNumber": 1, "days": [monday, off]}, {"weekNumber": 2, "days": [again]}]
    written = read(json.dumps({"programName": "Winter", "weeks": weeks}))
    assert (written.title, written.weeks) == ("Winter", 2)
    assert [(one.title, one.in_weeks) for one in written.sections] == [("Pull", (1, 1)), ("Pull", (2, 2))]
    assert [(one.sets, one.reps) for one in exercises(written)] == [(3, (8, 12)), (4, (6, 8))]


def test_sets_with_an_object_each_are_counted_by_their_loads_and_those_that_warm_up_are_told() -> None:
    sets = [
        {"type": "warmup", "weight_kg": 30, "reps": 10},
        {"type": "normal", "weight_kg": 70, "reps": 6},
        {"type": "normal", "weight_kg": 70, "reps": 5},
        {"type": "normal", "weight_kg": 60, "rep_range": {"start": 8, "end": 10}, "reps": None},
    ]
    curl = {"title": "Curl", "superset_id": 1, "sets": [{"reps": 12}]}
    dip = {"title": "Dip", "superset_id": 1, "sets": [{"reps": 9}]}
    lift = {"title": "Deadlift", "rest_seconds": 150, "superset_id": None, "sets": sets}
    written = read(json.dumps({"routine": {"title": "Back", "exercises": [lift, curl, dip]}}))
    first, second, *_ = exercises(written)
    assert written.title == "Back"
    assert (first.sets, first.each_set, first.load, first.rest_s) == (2, (6, 5), "70 kg", 150)
    assert (second.sets, second.reps, second.load) == (1, (8, 10), "60 kg")
    assert first.notes == ("Sets to warm up before: 1.",)
    assert [one.kind for one in written.sections] == [SectionKind.STRAIGHT_SETS, SectionKind.SUPERSET]


@pytest.mark.parametrize(
    "value",
    [
        {"tuesday": [{"exercise": "Step-up", "sets": 2, "reps": 14}]},
        {"days": {"tuesday": {"moves": [{"movement": "Step-up", "sets": 2, "reps": "14"}]}}},
        {"tuesday": {"Step-up": {"sets": 2, "reps": 14}}},
        [{"title": "tuesday", "exercises": ["Step-up 2x14"]}],
        {"name": "tuesday", "items": [{"exercise": {"name": "Step-up"}, "sets": [14, 14]}, {"name": "Rest"}]},
        {
            "workouts": [
                {"date": "tuesday", "exercises": [{"exerciseName": "Step-up", "targetSets": 2, "targetReps": 14}]}
            ]
        },
    ],
)
def test_the_same_day_in_other_shapes(value: object) -> None:
    written = read(json.dumps(value))
    (step,) = exercises(written)
    assert (step.sets, step.reps) == (2, (14, 14))
    assert step.name.lower().replace("-", " ").startswith("step up")
    assert "tuesday" in (written.title, written.sections[0].title)


def test_what_stands_before_json_and_the_marks_of_code_are_left_alone() -> None:
    below = f"Copied from an app\n\n```json\n{json.dumps(ONE, indent=1)}\n```\n"
    (stretch,) = exercises(read(below, "notes.txt"))
    assert (stretch.name, stretch.line) == ("Doorway stretch", 5)


@pytest.mark.parametrize(
    ("told", "reps", "seconds", "sides"),
    [
        ("Repeat for 8-12 repetitions, and then switch to the other arm.", (8, 12), None, Sides.EACH),
        ("Perform the movement 15 times.", (15, 15), None, None),
        ("Hold this position for 20 to 30 seconds, then repeat with the other leg.", None, (20, 30), Sides.EACH),
        ("Hold the stretch for 1 minute and switch sides.", None, (60, 60), Sides.EACH),
        ("Hold the top for 2 seconds.", None, None, None),
        ("Lower to 90 degrees. Repeat for the recommended amount of repetitions.", None, None, None),
    ],
)
def test_amounts_that_only_the_instructions_say(told: str, reps: object, seconds: object, sides: Sides | None) -> None:
    (one,) = exercises(read(json.dumps({"name": "90/90 reach", "instructions": ["Sit down.", told]})))
    assert (one.reps, one.seconds, one.sides) == (reps, seconds, sides)


@pytest.mark.parametrize(
    "text",
    [
        'var days = [{"day": "1", "set": {"exercises": [{"name": "Step-up", "time": "4", "count": "12"}]}}];\n',
        (
            "import { Plan } from '@/plan';\n\nexport const LEGS: Plan = {\n  name: 'Legs', // heavy\n"
            "  exercises: [\n    { name: `Step-up`, reps: 12, rest: 60, },\n  ],\n};\n"
        ),
        "module.exports = { title: 'It\\'s legs', exercises: [{ name: \"Step-up\", reps: 12 }] }\n",
        "export default\n[{ name: 'Step-up', reps: 12 }]\n",
        (
            "interface Move {\n  name: string;\n  reps: number;\n}\n\nconst moves: Move[] =\n"
            "  [{ name: 'Step-up', reps: 12 }] as const;\n\nexport default moves;\n"
        ),
        "# mine\nimport json\n\nMOVES = [\n    {'name': 'Step-up', 'reps': 12, 'sided': False},  # slowly\n]\n",
    ],
)
def test_data_as_programs_have_it_is_read_as_json(text: str) -> None:
    (step,) = exercises(read(text, "plan.txt"))
    assert (step.name, step.reps) == ("Step-up", (12, 12))


def test_each_declaration_of_a_file_is_a_session_of_its_own() -> None:
    days = "".join(
        f"export const {day.upper()} = {{\n  name: '{day}',\n  exercises: [{{ name: 'Dips', reps: {count} }}],\n}};\n\n"
        for day, count in (("Push", 8), ("Pull", 9))
    )
    found = read(days, "plan.ts")
    assert [(one.title, one.exercises[0].reps) for one in found.sections] == [("Push", (8, 8)), ("Pull", (9, 9))]


def test_the_pause_of_a_timer_between_its_sets_is_that_between_rounds() -> None:
    legs = '[{"name": "Jog", "duration": 20}, {"name": "Rest", "duration": 10}, {"name": "Lunge", "duration": 20}]'
    section = only_section(read(f'{{"name": "Warm-up", "intervals": {legs}, "sets": 3, "duration_between_sets": 60}}'))
    assert (section.rounds, section.round_rest_s) == (3, 60)
    assert [(one.name, one.seconds, one.rest_s) for one in section.exercises] == [
        ("Jog", (20, 20), 10),
        ("Lunge", (20, 20), None),
    ]


def test_data_that_has_no_exercises_is_text() -> None:
    assert not isinstance(read_document(b"const colours = [{ name: 'red' }];\nSquats 3x10\n", "plan.txt"), Written)


@pytest.mark.parametrize(
    "text", ['{"a":' * 900 + '{"name": "Squat", "sets": 3}' + "}" * 900, '{"a":' * 20_000 + "1" + "}" * 20_000]
)
def test_what_is_too_deep_is_told(text: str) -> None:
    with pytest.raises(DefinitionError, match=r"no exercise|too deep"):
        read(text, "data.json")


def test_what_an_object_says_of_the_exercises_in_it_holds_for_them() -> None:
    timer = {
        "title": "Monday",
        "work": 40,
        "rest": 5,
        "rounds": 3,
        "betweenRounds": 60,
        "exercises": ["March", "Squat"],
    }
    block = {"name": "Block", "sets": 4, "exercises": [{"name": "Burpee", "reps": 8}, {"name": "Plank", "hold": 30}]}
    timed, blocked = read(json.dumps({"presets": [timer, block]})).sections
    assert (timed.kind, timed.rounds, timed.work_s) == (SectionKind.INTERVALS, 3, 40)
    assert (timed.rest_s, timed.round_rest_s) == (5, 60)
    assert [one.seconds for one in timed.exercises] == [(40, 40), (40, 40)]
    assert (blocked.kind, blocked.rounds) == (SectionKind.CIRCUIT, 4)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ({"Week 2": [{"time": "0:30", "activity": "Crunch"}, {"time": "0:45", "activity": "Dip"}]}, "Crunch, Dip"),
        ({"A": {"Zottman curl": "3x12", "Leg lift": "2x10"}}, "Zottman curl, Leg lift"),
        ({"sets": [{"name": "Main", "repetitions": 4, "actions": [{"name": "Crunch", "time": 40}]}]}, "Crunch"),
        ({"moves": [{"name": "Crunch", "reps": 9}, {"sets": 3, "moves": [{"name": "Dip", "reps": 5}]}]}, "Crunch, Dip"),
        ({"poses": [{"pose": "Pigeon left", "seconds": 60}, {"pose": "Pigeon right", "seconds": 60}]}, "Pigeon"),
    ],
)  # fmt: skip
def test_exercises_are_found_behind_other_keys(value: object, names: str) -> None:
    assert ", ".join(one.name for one in exercises(read(json.dumps(value)))) == names


def test_a_day_that_each_exercise_says_itself_is_a_section() -> None:
    days = ["Sun", "Sun", "Mon"]
    flat = [{"day": day, "name": f"Row {at}", "duration": 40, "restTime": 20} for at, day in enumerate(days)]
    assert [(one.title, len(one.exercises)) for one in read(json.dumps(flat)).sections] == [("Sun", 2), ("Mon", 1)]


def test_rests_notes_and_weights_of_an_exercise_are_told() -> None:
    members = [
        {"name": "March", "durationSeconds": 45, "restAfterSeconds": 20, "description": "Lift your knees."},
        {"name": "Lunge", "reps": 10, "note": "Each leg", "weight": 20},
        {"name": "Rest", "duration": 60},
    ]
    march, lunge = exercises(read(json.dumps({"exercises": members})))
    assert (march.rest_s, [*march.cues.setup, *march.cues.form]) == (20, ["Lift your knees."])
    assert (lunge.sides, lunge.load, lunge.rest_s) == (Sides.EACH, "20", 60)
    assert lunge.notes == ("weight 20, without a unit",)


def test_what_a_program_has_between_its_exercises_is_left_out() -> None:
    data = (
        "export const hips = {\n  name: 'Hips',\n  steps: [\n"
        "    { name: 'Leg swings', duration: 30, notes: 'Swing freely. Switch legs halfway.' },\n    shortRest,\n"
        "    { name: 'Butterfly', duration: 45 },\n    pause(10),\n    { name: 'Pigeon', duration: 60 },\n  ],\n};\n"
    )
    found = only_section(read(data, "hips.js")).exercises
    assert [(one.name, one.seconds, one.sides) for one in found] == [
        ("Leg swings", (30, 30), Sides.EACH),
        ("Butterfly", (45, 45), None),
        ("Pigeon", (60, 60), None),
    ]


@pytest.mark.parametrize("key", ["prescription", "target", "dosage"])
def test_an_object_within_an_exercise_says_how_much_of_it_is_done(key: str) -> None:
    exercise = {"name": "Calf raise", key: {"sets": 2, "reps": 9, "restSeconds": 35}, "cues": ["Slowly"]}
    note = {
        "kind": "note",
        "name": "Once walking is easy again for two days in a row, try one minute of jogging on flat ground.",
    }
    found = exercises(read(json.dumps({"title": "Foot", "sections": [{"title": "A", "items": [exercise, note]}]})))
    assert [(one.name, one.sets, one.reps, one.rest_s) for one in found] == [("Calf raise", 2, (9, 9), 35)]
