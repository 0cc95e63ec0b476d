"""Everything that a section and its entries can say, and what each kind of section needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.files import load, refusal
from voicecoach.definitions.amounts import Load, LoadUnit, Tempo
from voicecoach.definitions.model import FirstSide, Guide, Sides
from voicecoach.definitions.session import Intro, Section, SectionKind, TimedLine, Timing, WalkThrough
from voicecoach.times import Ms

OWN = """
exercises:
  row: {title: Rows, sides: each}
  plank: {title: Plank, hold: true}
  bell: {title: Swings, pace: 2 s}
"""


def section(folder: Path, text: str, more: str = OWN) -> Section:
    """The only section of a session; `text` is what it says, in braces."""
    return load(folder, f"title: x\nsections: [{{{text}}}]\n{more}").sections[0]


def told(folder: Path, text: str, more: str = OWN) -> str:
    """What is said about a session of one section."""
    return refusal(folder, f"title: x\nsections:\n- {{{text}}}\n{more}")


def test_an_entry_may_change_whatever_the_exercise_says(tmp_path: Path) -> None:
    entry = """
title: x
sections:
  - exercises:
      - exercise: row
        prescription: 10
        rest: 20 s
        lead_in: 12 s
        tempo: 2-0-1-0
        load: 16 kg
        say: heavy rows
        sides: alternating
        first_side: right
        guide: always
        change: 5 s
        takes: 30 s
        cues: {form: [Pull with your {side} elbow.], setup: [Take the bell.]}
        note: The hard one.
        lines: [{at: 5 s, say: Now.}, {left: 10 s, say: Ten.}, {every: 2 min, say: Sip.}]
"""
    (item,) = load(
        tmp_path, entry.replace("[Pull with your {side} elbow.]", "['Pull with your {side} elbow.']") + OWN
    ).items
    assert (item.rest, item.lead_in, item.change, item.takes) == (20_000, 12_000, 5_000, 30_000)
    assert item.prescription.start is not None
    assert (item.prescription.sets, item.prescription.start.high) == (None, 10)
    assert item.tempo == Tempo(Ms(2000), Ms(0), Ms(1000), Ms(0))
    assert item.load == Load(16, LoadUnit.KG)
    assert (item.say, item.note) == ("heavy rows", "The hard one.")
    assert (item.sides, item.first_side, item.guide) == (Sides.ALTERNATING, FirstSide.RIGHT, Guide.ALWAYS)
    assert [cue.say for cue in (*item.cues.form, *item.cues.setup)] == [
        "Pull with your {side} elbow.",
        "Take the bell.",
    ]
    assert item.lines == (
        TimedLine("Now.", at=Ms(5000)),
        TimedLine("Ten.", left=Ms(10_000)),
        TimedLine("Sip.", every=Ms(120_000)),
    )


def test_an_exercise_says_how_it_is_held_paced_guided_and_loaded(tmp_path: Path) -> None:
    exercises = """
title: x
prescription: 3x10
hold: 3x30 s
sections: [{exercises: [plank, bell, flow, Carry]}]
exercises:
  plank: {title: Side plank, hold: true, sides: each, first_side: left, change: 4 s}
  bell: {title: Swings, say: the swings, pace: 2.5 s, load: 16 kg}
  flow: {title: Flow, guide: none, phases: [{name: up, length: 1 s}, {name: top, length: 5 s, hold: true}]}
  Carry: {title: Carries, prescription: 1x10, takes: 30 s}
"""
    session = load(tmp_path, exercises)
    plank, bell, flow, carry = (session.exercises[name] for name in ("plank", "bell", "flow", "Carry"))
    assert (plank.spoken, plank.is_hold, plank.first_side, plank.change) == ("side plank", True, FirstSide.LEFT, 4000)
    assert (bell.spoken, bell.is_hold, bell.movement_length(None), bell.load) == (
        "the swings",
        False,
        2500,
        Load(16, LoadUnit.KG),
    )
    assert (flow.guide, [phase.is_still for phase in flow.phases]) == (Guide.NONE, [False, True])
    assert carry.takes == 30_000


def test_without_phases_an_exercise_has_repetitions_unless_it_is_held(tmp_path: Path) -> None:
    assert section(tmp_path, "exercises: [{exercise: bell, prescription: 3x10}]").exercises[0].exercise.is_hold is False
    assert "plank is held, so it takes a time" in told(tmp_path, "exercises: [{exercise: plank, prescription: 3x10}]")


def test_a_prescription_may_be_a_number(tmp_path: Path) -> None:
    (item,) = section(tmp_path, "exercises: [{exercise: squat, prescription: 10}]").exercises
    assert item.prescription.start is not None
    assert item.prescription.start.high == 10


@pytest.mark.parametrize(
    ("written", "length_s"),
    [("12", 720), ("'12'", 720), ("12 min", 720), ("1.5", 90), ("90 s", 90), ("2:30", 150), ("ten", 600)],
)
def test_minutes_are_minutes(tmp_path: Path, written: str, length_s: int) -> None:
    exercises = "exercises: [{exercise: squat, prescription: 10}]"
    assert section(tmp_path, f"kind: amrap, minutes: {written}, {exercises}").minutes == length_s * 1000


def test_a_session_and_its_sections_say_whose_the_clock_is_and_what_is_told(tmp_path: Path) -> None:
    session = load(
        tmp_path,
        """
title: x
timing: exact
intro: short
sections:
  - kind: intervals
    timing: coached
    walk_through: names
    before: 0 s
    rounds: 3
    repeat: 2
    round_rest: 60 s
    lines: [{at: 1 min, say: Relax.}]
    exercises: [{exercise: row, work: 40 s}, {exercise: plank, work: 90 s}]
"""
        + OWN,
    )
    (one,) = session.sections
    assert (session.timing, session.intro) == (Timing.EXACT, Intro.SHORT)
    assert (one.timing, one.walk_through, one.before) == (Timing.COACHED, WalkThrough.NAMES, 0)
    assert (one.rounds, one.repeat, one.round_rest) == (3, 2, 60_000)
    assert one.lines == (TimedLine("Relax.", at=Ms(60_000)),)
    assert [item.work for item in one.exercises] == [40_000, 90_000]


def test_a_list_of_entries_shares_an_interval_of_an_emom(tmp_path: Path) -> None:
    entries = "[{exercise: squat, prescription: 5}, {exercise: bell, prescription: 10}]"
    one = section(tmp_path, f"kind: emom, minutes: 10, exercises: [{entries}, {{exercise: row, prescription: 8}}]")
    assert [(item.exercise.name, item.joined) for item in one.exercises] == [
        ("squat", False),
        ("bell", True),
        ("row", False),
    ]
    assert one.kind is SectionKind.EMOM
    assert "Only kind: emom has several" in told(tmp_path, f"kind: circuit, exercises: [{entries}]")


def test_each_side_gives_an_exercise_of_ones_own_its_sides(tmp_path: Path) -> None:
    text = "exercises: [{exercise: stretch, prescription: 30 s/side}, lift]"
    one = section(
        tmp_path,
        text,
        "exercises:\n  stretch: {title: Stretch, hold: true}\n  lift: {title: Lifts, prescription: 3x10/side}\n",
    )
    stretch, lift = one.exercises
    assert stretch.sides is Sides.EACH
    assert lift.exercise.sides is Sides.EACH
    assert "squat has no sides" in told(tmp_path, "exercises: [{exercise: squat, prescription: 3x10/side}]")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rounds: 3, exercises: [squat]", "mine.yaml:3:12: sections[0].rounds: a section of kind straight-sets has no"),
        ("rounds: 3, exercises: [squat]", "Did you mean kind: circuit?"),
        ("round_rest: 3, exercises: [squat]", "Did you mean kind: circuit?"),
        ("work: 40 s, exercises: [squat]", "Did you mean kind: intervals?"),
        ("every: 60 s, exercises: [squat]", "Did you mean kind: emom?"),
        ("minutes: 12, exercises: [squat]", "Did you mean kind: amrap, or kind: emom?"),
        ("cap: 12 min, exercises: [squat]", "Did you mean kind: for-time?"),
        ("kind: amrap, minutes: 9, rounds: 3, exercises: [squat]", "It goes on until the time is over."),
        ("kind: emom, minutes: 9, rest: 3, exercises: [squat]", "What is left of an interval is the rest."),
        ("kind: intervals, work: 9, every: 3, exercises: [squat]", "It belongs to kind: emom."),
        (
            "kind: intervals, exercises: [squat, row]",
            "mine.yaml:3:3: sections[0]: intervals need a time to work. Add work: 40 s",
        ),
        (
            "kind: intervals, exercises: [{exercise: squat, work: 9}, row]",
            "sections[0].exercises[1]: this interval has no time to work.",
        ),
        (
            "kind: intervals, work: 9, exercises: [{exercise: plank, prescription: 40 s}]",
            "intervals take their time from work. Write work: 40 s.",
        ),
        (
            "kind: intervals, work: 9, exercises: [{exercise: squat, prescription: 10}]",
            "intervals go by the clock, not by repetitions.",
        ),
        ("kind: intervals, work: 0, exercises: [squat]", "sections[0].work: no time at all. Write work: 40 s."),
        ("kind: emom, exercises: [squat]", "sections[0]: an EMOM needs minutes: 10, or rounds: 5"),
        (
            "kind: emom, minutes: 10, every: 90 s, exercises: [squat]",
            "10 min are not a whole number of intervals of 90 s.",
        ),
        ("kind: emom, minutes: 10, every: 90 s, exercises: [squat]", "Write 9 min."),
        (
            "kind: emom, minutes: 10, rounds: 3, exercises: [squat, bell]",
            "3 rounds take 6 min. Leave minutes or rounds out.",
        ),
        (
            "kind: emom, minutes: 10, exercises: [{exercise: plank, prescription: 70 s}]",
            "70 s of work don't fit into 1 min.",
        ),
        (
            "kind: emom, minutes: 10, exercises: [{exercise: squat, prescription: 3x10}]",
            "an entry has no sets. Write 10, not 3x10.",
        ),
        ("kind: amrap, exercises: [squat]", "sections[0]: an AMRAP needs its length. Add minutes: 12."),
        ("kind: for-time, exercises: [squat]", "work for time needs the most that it may take. Add cap: 15 min."),
        (
            "kind: for-time, cap: 9 min, exercises: [{exercise: squat, prescription: 9, rest: 5}]",
            "in a section of kind for-time no entry has a rest of its own.",
        ),
        (
            "kind: circuit, rounds: 3, exercises: [{exercise: squat, prescription: 4x10}]",
            "sections[0].exercises[0].prescription: 4 sets, but 3 rounds.",
        ),
        ("exercises: [{exercise: squat, work: 40 s}]", "only kind: intervals has it. Write prescription: 40 s."),
        ("exercises: [bell]", "sections[0].exercises[0]: nobody says how much of bell"),
        ("exercises: [plank]", "Write prescription: 3x30 s."),
        ("exercises: [squat: 3x10]", "'squat' stands as a key here. Write {exercise: squat, prescription: 3x10}."),
        ("exercises: [jumping jacks: 60 s]", "Write {exercise: jumping-jack, prescription: 60 s}."),
        ("exercises: [Press-ups 3x10 20 kg]", "Write {exercise: push-up, prescription: 3x10, load: 20 kg}."),
        ("exercises: [10 burpees]", "Write {exercise: burpee, prescription: 10}."),
        ("exercises: [{lunges: 3x10, rest: 30}]", "'lunges' stands as a key here. Write exercise: lunge, and"),
        ("exercises: [squat 3x10]", "Write {exercise: squat, prescription: 3x10}."),
        ("exercises: [{exercise: squat, reps: 10}]", "reps: unknown key. Did you mean 'prescription'?"),
        ("exercises: [{name: squat}]", "name: unknown key. Did you mean 'exercise'?"),
        ("exercises: [squat], warm_up: none", "warm_up: unknown key. It belongs to the session itself"),
        ("exercises: [{exercise: squat, first_side: left}]", "squat has no sides. Add sides: each, or leave it out."),
        (
            "exercises: [{exercise: squat, cues: {form: [{say: a, phase: dwn}]}}]",
            "no phase 'dwn'. Did you mean 'down'?",
        ),
        ("exercises: [{exercise: squat, note: 'The {side} one'}]", "note: {side} stands for nothing here"),
        (
            "exercises: [{exercise: squat, lines: [{at: 3, left: 4, say: x}]}]",
            "exercises[0].lines[0]: the line has at and left. Give one of at: 30 s, left: 60 s or every: 2 min.",
        ),
        ("exercises: [squat], lines: [{say: x}]", "sections[0].lines[0]: the line has no time."),
        ("exercises: [squat], lines: [{every: 0, say: x}]", "lines[0].every: no time at all. Write every: 2 min."),
    ],
)
def test_what_a_section_may_not_say_is_told_with_what_was_meant(tmp_path: Path, text: str, message: str) -> None:
    assert message in told(tmp_path, text)


@pytest.mark.parametrize(
    ("exercise", "message"),
    [
        ("{from: squat, hold: true}", "mine.hold: what is held has no phases."),
        ("{from: squat, pace: 3 s}", "mine.pace: its phases say how long a repetition takes."),
        ("{title: x, hold: true, pace: 3 s}", "mine.pace: it is held, so it has no repetitions."),
        ("{title: x, pace: 0}", "mine.pace: no time at all."),
        ("{title: x, first_side: left}", "mine.first_side: the exercise has no sides."),
        ("{title: x, reps: 10}", "mine.reps: unknown key. Did you mean 'prescription'?"),
        ("{title: x, rounds: 3}", "mine.rounds: unknown key. It belongs to a section"),
    ],
)
def test_what_an_exercise_may_not_say(tmp_path: Path, exercise: str, message: str) -> None:
    assert message in refusal(
        tmp_path, f"title: x\nsections: [{{exercises: [squat]}}]\nexercises: {{mine: {exercise}}}\n"
    )


def test_the_exercises_of_a_session_belong_into_a_section(tmp_path: Path) -> None:
    assert "sections: [{exercises: [squat]}]" in refusal(tmp_path, "title: x\nexercises: [squat, lunge]\n")


def test_thousands_of_exercises_load_in_a_moment(tmp_path: Path) -> None:
    own = "".join(f"  e{n}: {{title: Exercise {n}, prescription: 10}}\n" for n in range(3000))
    named = ", ".join(f"e{n}" for n in range(3000))
    session = load(tmp_path, f"title: x\nsections: [{{exercises: [{named}]}}]\nexercises:\n{own}")
    assert len(session.items) == 3000


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: intervals, work: 40 s, exercises: [{exercise: row, work: 0 s}]",
         "sections[0].exercises[0].work: no time at all. Write work: 40 s."),
        ("exercises: [{exercise: row, prescription: 3x20 m, takes: 0}]",
         "sections[0].exercises[0].takes: no time at all. Write takes: 30 s."),
    ],
)  # fmt: skip
def test_an_entry_that_takes_no_time_is_refused(tmp_path: Path, text: str, message: str) -> None:
    assert message in told(tmp_path, text)


def test_an_exercise_that_takes_no_time_is_refused(tmp_path: Path) -> None:
    own = "exercises:\n  walk: {title: Walk, takes: 0 s}\n"
    message = told(tmp_path, "exercises: [{exercise: walk, prescription: 20 m}]", own)
    assert "exercises.walk.takes: no time at all. Write takes: 30 s." in message


@pytest.mark.parametrize("text", ["{a b}", "{0 now", "go {", "now }", "{side!r}"])
@pytest.mark.parametrize(
    ("entry", "own"),
    [
        ("say: '%s'", ""), ("note: '%s'", ""), ("cues: {form: ['%s']}", ""), ("lines: [{at: 5 s, say: '%s'}]", ""),
        ("rest: 5 s", ", say: '%s'"), ("rest: 5 s", ", switch: '%s'"), ("rest: 5 s", ", changes: [{say: '%s'}]"),
        ("rest: 5 s", ", cues: {setup: [{say: x, short: ['%s']}]}"),
    ],
)  # fmt: skip
def test_a_brace_that_belongs_to_nothing_is_refused(tmp_path: Path, text: str, entry: str, own: str) -> None:
    exercise = f"exercises:\n  row: {{title: Rows, sides: each{own.replace('%s', text)}}}\n"
    message = told(
        tmp_path, f"exercises: [{{exercise: row, prescription: 3x5, {entry.replace('%s', text)}}}]", exercise
    )
    assert f"a brace in {text!r} that belongs to nothing. Remove it." in message


def test_a_brace_in_what_a_session_is_called_is_refused(tmp_path: Path) -> None:
    message = refusal(tmp_path, "title: x\nsay: 'go {'\nsections: [{exercises: [squat]}]\n")
    assert "mine.yaml:2:6: say: a brace in 'go {' that belongs to nothing. Remove it." in message


def test_a_list_of_nothing_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    row = "{title: Rows, cues: {form: [{say: Pull., short: []}]}, changes: [{say: Go on., short: []}]}"
    own = f"exercises:\n  row: {row}\n"
    one = section(tmp_path, "exercises: [{exercise: row, prescription: 3x5, variations: []}]", own)
    assert one == section(tmp_path, "exercises: [{exercise: row, prescription: 3x5}]", own.replace(", short: []", ""))
