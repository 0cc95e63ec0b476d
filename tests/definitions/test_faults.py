"""Every fault of a file is told with its place, its field, what stands there, and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.definitions.files import SQUATS, load, refusal, write
from voicecoach.definitions.convert import Converter, shape_of
from voicecoach.definitions.faults import Faults
from voicecoach.definitions.files import LIBRARY, built_in
from voicecoach.definitions.load import load_session, names
from voicecoach.definitions.model import Cue, Equipment, Exercise, Need, Phase, SetChange, Variation, Wordings
from voicecoach.definitions.session import Item, Section, Session, Source, TimedLine
from voicecoach.definitions.source import Node, Plain, plain
from voicecoach.errors import DefinitionError, Fault, Place, VoicecoachError, nearest

HEAD = "title: x\n"
SECTIONS = "sections: [{exercises: [squat]}]\n"
OWN = HEAD + SECTIONS + "exercises:\n  mine:\n    from: squat\n"


MISSPELLED = """\
title: x
sectons:
  - kind: circut
    wieght: 3
    exercises:
      - sqat
      - {exercise: squat, prescripton: 3x1o}
  - exercises: [plnk, mine]
    rst: soon
exercies:
  mine: {from: sqat, sides: each}
warmup: elswhere
"""


def test_what_stands_below_a_misspelled_key_is_checked_with_it(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_session(write(tmp_path, MISSPELLED))
    found = [(one.place.line, one.field) for one in caught.value.faults if isinstance(one.place, Place)]
    assert found == [
        (2, "sectons"), (3, "sectons[0].kind"), (4, "sectons[0].wieght"), (6, "sectons[0].exercises[0]"),
        (7, "sectons[0].exercises[1].prescripton"), (7, "sectons[0].exercises[1].prescripton"),
        (8, "sectons[1].exercises[0]"), (9, "sectons[1].rst"), (9, "sectons[1].rst"),
        (10, "exercies"), (11, "exercies.mine.from"), (12, "warmup"), (12, "warmup"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # names
        (HEAD + "sectons: [{exercises: [squat]}]\n", "mine.yaml:2:1: sectons: unknown key. Did you mean 'sections'?"),
        (
            HEAD + "sections: [{exercises: [sqat]}]\n",
            ("mine.yaml:2:25: sections[0].exercises[0]: Unknown exercise 'sqat'. Did you mean 'squat'?"),
        ),
        (
            HEAD + "sections:\n- exercises:\n  - squat\n   - lunge\n",
            "Unknown exercise 'squat - lunge'. Similar: lunge, squat, side-lunge. Begin the '- ' of each item in the",
        ),
        (HEAD + "sections: [{exercises: [press-up]}]\n", "Unknown exercise 'press-up'. Did you mean 'push-up'?"),
        (
            HEAD + "sections: [{exercises: [{exercise: squat, wieght: 10 kg}]}]\n",
            "sections[0].exercises[0].wieght: unknown key. Did you mean 'load'?",
        ),
        (
            HEAD + "sections: [{wieght: 10 kg, exercises: [squat]}]\n",
            "sections[0].wieght: unknown key. Did you mean 'load'? It belongs to an entry",
        ),
        (OWN + "    discription: x\n", "exercises.mine.discription: unknown key. Did you mean 'about'?"),
        (OWN + "    tempoo: 3-0-2-0\n", "mine.yaml:6:5: exercises.mine.tempoo: unknown key. Did you mean 'tempo'?"),
        (
            OWN + "    sides: eech\n",
            ("mine.yaml:6:12: exercises.mine.sides: 'eech' is not one of none, each, alternating. Did"),
        ),
        (
            OWN + "    needs: [bnd]\n",
            "mine.yaml:6:13: exercises.mine.needs[0]: unknown equipment 'bnd'. Did you mean 'band'?",
        ),
        (
            OWN + "    needs:\n      - any_of: [trampoline]\n        say: a trampoline\n",
            "exercises.mine.needs[0].any_of[0]: unknown",
        ),
        (
            OWN + "    substitutes: [{without: band, use: lunge}]\n",
            "mine.yaml:6:29: exercises.mine.substitutes[0].without: 'band' is not",
        ),
        (
            OWN + "    needs: [band]\n    substitutes: [{without: band, use: lung}]\n",
            ("mine.yaml:7:40: exercises.mine.substitutes[0].use: Unknown exercise 'lung'. Did you mean 'lunge'?"),
        ),
        (
            OWN.replace("from: squat", "from: sqat"),
            "mine.yaml:5:11: exercises.mine.from: Unknown exercise 'sqat'. Did you mean",
        ),
        (
            OWN.replace("from: squat", "from: [squat]"),
            "mine.yaml:5:11: exercises.mine.from: the name of an exercise is",
        ),
        (
            OWN + "    cues: {form: [{say: x, phase: dwn}]}\n",
            ("mine.yaml:6:35: exercises.mine.cues.form[0].phase: the exercise has no phase 'dwn'. Did you"),
        ),
        (
            HEAD + "sections: [{exercises: [{exercise: squat, variations: [bagpack]}]}]\n",
            ("mine.yaml:2:56: sections[0].exercises[0].variations[0]: squat has no variation 'bagpack'. Did"),
        ),
        (
            HEAD + SECTIONS + "language: eng\n",
            "mine.yaml:3:11: language: there are no phrases in 'eng'. Did you mean 'en'?",
        ),
        (HEAD + SECTIONS + "warm_up: here\n", "mine.yaml:3:10: warm_up: 'here' is not one of elsewhere, none."),
        (
            HEAD + "sections: [{kind: circuits, exercises: [squat]}]\n",
            "sections[0].kind: 'circuits' is not one of straight-sets,",
        ),
        (HEAD + "sections: [{exercises: [./no.yaml]}]\n", "mine.yaml:2:25: sections[0].exercises[0]: There is no file"),
        # keys as names
        (
            HEAD + SECTIONS + "exercises: {-mine: {from: squat}}\n",
            "mine.yaml:3:13: exercises: '-mine' is neither a key nor an item of a list. Write '- mine: …', with a",
        ),
        (HEAD + SECTIONS + "exercises: {a/b: {from: squat}}\n", "'a/b' can't be a name. Use letters and digits"),
        (HEAD + SECTIONS + f"exercises: {{{'n' * 90}: {{from: squat}}}}\n", "can't be a name. Use letters and digits"),
        (HEAD + SECTIONS + f"exercises: {{? {'n' * 300} : {{from: squat}}}}\n", "A key has at most 100 characters."),
        (HEAD + SECTIONS + "equipment: {a=b: a rope}\n", "equipment: 'a=b' can't be a name."),
        (OWN + "    variations: {a+b: {title: x, say: x}}\n", "exercises.mine.variations: 'a+b' can't be a name."),
        (OWN + "    name: other\n", "mine.yaml:6:11: exercises.mine.name: a name isn't written here."),
        # shapes
        (
            "[1, 2]",
            "mine.yaml:1:1: this is not a session: a list where keys and values are expected. Begin with 'title",
        ),
        ("- squat\n- lunge\n", "mine.yaml:1:1: this is not a session: a list where keys and values are expected."),
        ("squat", "mine.yaml:1:1: this is not a session: 'squat' where keys and values are expected."),
        ("", "mine.yaml:1:1: the file is empty."),
        ("# nothing\n", "mine.yaml:1:1: the file is empty."),
        ("title: x\n", "mine.yaml:1:1: the key 'sections' is missing. Add a line 'sections: …'."),
        ("say: x\n", "mine.yaml:1:1: the key 'title' is missing."),
        (HEAD + "sections: []\n", "mine.yaml:2:11: sections: there is no exercise in this session."),
        (HEAD + "sections: {}\n", "mine.yaml:2:11: sections: keys and values where a list was expected."),
        (HEAD + "sections: [squat]\n", "mine.yaml:2:12: sections[0]: 'squat' where keys and values were expected."),
        (
            HEAD + "sections: [{exercises: squat}]\n",
            "mine.yaml:2:24: sections[0].exercises: 'squat' where a list was expected.",
        ),
        (
            HEAD + "sections: [{exercises: [[squat]]}]\n",
            "sections[0].exercises[0]: a list where an exercise was expected. Only kind: emom has several in",
        ),
        (HEAD + "sections: [{exercises: [{exercise: {title: x}}]}]\n", "keys and values where a text was expected."),
        (HEAD + SECTIONS + "exercises: [squat]\n", "mine.yaml:3:12: exercises: names with definitions are expected."),
        (
            HEAD + SECTIONS + "exercises: {mine: squat}\n",
            "mine.yaml:3:19: exercises.mine: this is not an exercise: 'squat' where keys and values are expected.",
        ),
        (HEAD + SECTIONS + "equipment: [rope]\n", "mine.yaml:3:12: equipment: names with definitions are expected."),
        (
            HEAD + SECTIONS + "equipment: {rope: [x]}\n",
            "mine.yaml:3:19: equipment.rope: a list where a text was expected.",
        ),
        (
            HEAD + SECTIONS + "cues: [x]\n",
            "mine.yaml:3:7: cues: a list where keys and values were expected. Write {form: [x]}.",
        ),
        (
            HEAD + SECTIONS + "prescription: {sets: 3}\n",
            "mine.yaml:3:15: prescription: keys and values is not a prescription.",
        ),
        (HEAD + SECTIONS + "count_aloud: yes\n", "mine.yaml:3:14: count_aloud: 'yes' is neither true nor false."),
        ("title: 12\n" + SECTIONS, 'mine.yaml:1:8: title: 12 where a text was expected. Put it in quotes: "12".'),
        ("title: ''\n" + SECTIONS, "mine.yaml:1:8: title: an empty text. Fill it in."),
        (HEAD + SECTIONS + "about:\n", "about: nothing where a text was expected. Fill it in, or leave 'about' out."),
        (HEAD + SECTIONS + "cues:\n", "cues: nothing where keys and values were expected. Fill it in, or leave 'cues'"),
        (
            HEAD + SECTIONS + "equipment: {rope: }\n",
            "equipment.rope: nothing where a text was expected. Fill it in, or",
        ),
        (HEAD + "sections: [{exercises: [squat, '']}]\n", "exercises[1]: an empty text. Fill it in, or remove it."),
        (HEAD + "sections: [{kind: emom, minutes: 5, exercises: [[]]}]\n", "was expected. Fill it in, or remove it."),
        ('title: "a\\u0007b"\n' + SECTIONS, "mine.yaml:1:8: title: control character U+0007 in 'a\\x07b'. Remove it."),
        (f"title: {'x ' * 600}\n" + SECTIONS, "mine.yaml:1:8: title: a text of 1199 characters; at most 1000."),
        (
            "title: x\nsource: {title: a, author: b, video: 'javascript:x'}\n" + SECTIONS,
            "source.video: 'javascript:x' is not",
        ),
        # what doesn't go together
        (
            OWN + "    phases: [{name: down, tempo: eccentric, length: 2 s}]\n",
            "exercises.mine.phases[0]: a phase has both",
        ),
        (OWN + "    phases: [{name: down}]\n", "mine.yaml:6:14: exercises.mine.phases[0]: a phase needs 'tempo'"),
        (OWN + "    phases: [{name: down, length: 0}]\n", "exercises.mine.phases: the phases take no time at all."),
        (
            OWN + "    phases: [{name: a, length: 1}, {name: a, length: 1}]\n",
            "there are two phases called 'a'. Rename one.",
        ),
        (
            OWN + "    tempo:\n",
            "mine.yaml:5:5: exercises.mine: the exercise has no tempo for this. Add one, such as tempo: 3-0-2-0.",
        ),
        (
            OWN + "    phases:\n    hold: true\n    cues: {form: [x]}\n",
            "mine is held, so it takes a time such as 3x30 s",
        ),
        (
            OWN + "    sides: none\n    prescription: 3x10/side\n",
            "mine.yaml:7:19: exercises.mine.prescription: mine has no sides",
        ),
        (
            OWN + "    changes: [{say: x, from_set: 3, to_set: 2}]\n",
            "exercises.mine.changes[0].to_set: the change ends in set 2",
        ),
        (
            OWN + "    cues: {setup: [{say: x, phase: down}]}\n",
            "cues.setup[0].phase: only a form cue goes with a phase.",
        ),
        (
            OWN + "    cues: {encouragement: [{say: x, phase: down}]}\n",
            "cues.encouragement[0].phase: only a form cue goes with a phase.",
        ),
        (
            OWN + "    cues: {form: [x, {say: a, short: 'your {side} leg'}]}\n",
            "mine.yaml:6:22: exercises.mine.cues.form[1]: {side} stands for nothing here: only the cues and changes of",
        ),
        (
            OWN + "    sides: each\n    cues: {safety: ['your {foo} leg']}\n",
            "cues.safety[0]: {foo} stands for nothing. Write it out, or {side}.",
        ),
        (OWN + "    cues: {setup: ['{0}']}\n", "cues.setup[0]: {0} stands for nothing. Write it out."),
        (OWN + "    sides: each\n    say: '{side} squats'\n", "exercises.mine.say: {side} stands for nothing here"),
        (OWN + "    changes: [{say: '{side}'}]\n", "exercises.mine.changes[0]: {side} stands for nothing here"),
        (
            OWN + "    variations: {a: {title: x, say: x, cues: {form: ['{x}']}}}\n",
            "variations.a.cues.form[0]: {x} stands",
        ),
        (
            HEAD + SECTIONS + "cues: {setup: ['{side}']}\n",
            "mine.yaml:3:16: cues.setup[0]: {side} stands for nothing here",
        ),
        (
            HEAD + SECTIONS + "cues: {form: [x]}\n",
            "mine.yaml:3:15: cues.form[0]: a session has no form cues of its own.",
        ),
        (
            HEAD + SECTIONS + "cues: {safety: [{say: x, phase: a}]}\n",
            "cues.safety[0].phase: only an exercise's form cue",
        ),
        (HEAD + SECTIONS + "hold: 3x10\n", "mine.yaml:3:7: hold: holds are prescribed by time, not by repetitions."),
        (
            HEAD + "sections: [{exercises: [{exercise: wall-press, prescription: 3x10}]}]\n",
            "wall-press is held, so it takes a time such as 3x30 s",
        ),
        (HEAD + "sections: [{exercises: [{exercise: squat, prescription: 3x10 each leg}]}]\n", "squat has no sides"),
    ],
)
def test_a_fault_is_told_with_its_place_and_its_cure(tmp_path: Path, text: str, message: str) -> None:
    told = refusal(tmp_path, text)
    assert message in told
    assert "\n" not in told


def test_of_several_faults_the_first_in_the_file_is_told_and_the_others_counted(tmp_path: Path) -> None:
    text = "title: 5\nsections: [{exercises: [squat], rest: soon}]\nweeks: -1\n"
    assert refusal(tmp_path, text).startswith("mine.yaml:1:8: title: 5 where")
    assert refusal(tmp_path, text).endswith("(2 more after this one.)")


def test_a_fault_in_another_file_is_told_where_it_stands(tmp_path: Path) -> None:
    write(tmp_path, SQUATS + "tempoo: x\n", "other.yaml")
    told = refusal(tmp_path, HEAD + "sections: [{exercises: [./other.yaml]}]\n")
    assert told == "other.yaml:8:1: tempoo: unknown key. Did you mean 'tempo'?"


NUMBERS = [".nan", ".inf", "-.inf", "-1", "1e300", "9" * 17, "9" * 5000, "true", "", "x", "[]", "{}"]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("rest", HEAD + SECTIONS + "rest: N\n"),
        ("lead_in", HEAD + "sections: [{exercises: [{exercise: squat, lead_in: N}]}]\n"),
        ("change", HEAD + SECTIONS + "change: N\n"),
        ("weeks", HEAD + SECTIONS + "weeks: N\n"),
        ("prescription", HEAD + SECTIONS + "prescription: N\n"),
        ("hold", HEAD + SECTIONS + "hold: N\n"),
        ("rest", HEAD + "sections: [{exercises: [squat], rest: N}]\n"),
        ("round_rest", HEAD + "sections: [{exercises: [squat], round_rest: N}]\n"),
        ("get_ready", OWN + "    get_ready: N\n"),
        ("tempo", OWN + "    tempo: N\n"),
        ("from_set", OWN + "    changes: [{say: x, from_set: N}]\n"),
        ("to_set", OWN + "    changes: [{say: x, to_set: N}]\n"),
        ("length", OWN + "    phases: [{name: a, length: N}]\n"),
    ],
)
def test_no_field_takes_a_number_that_is_none_or_out_of_bounds(
    tmp_path: Path, field: str, line: str, number: str
) -> None:
    if not number and field in {"lead_in", "weeks", "round_rest", "tempo", "to_set", "rest", "length", "get_ready"}:
        return  # these may be left empty, or the key is taken away
    assert f"{field}: " in refusal(tmp_path, line.replace("N", number))


@pytest.mark.parametrize("number", ["0", "1.5", "1001"])
def test_counts_are_whole_numbers_from_one_to_a_thousand(tmp_path: Path, number: str) -> None:
    assert "weeks: " in refusal(tmp_path, HEAD + SECTIONS + f"weeks: {number}\n")


def test_substitutes_must_not_run_in_a_circle(tmp_path: Path) -> None:
    both = "needs: [band], substitutes: [{without: band, use"
    exercises = f"  a: {{from: squat, {both}: b}}]}}\n  b: {{from: squat, {both}: a}}]}}\n"
    text = f"{HEAD}sections: [{{exercises: [a]}}]\nexercises:\n{exercises}"
    told = refusal(tmp_path, text)
    assert "substitutes: substitutes run in a circle: " in told
    assert told.startswith("mine.yaml:")


@pytest.mark.parametrize(
    "exercises", ["{a: {from: a}}", "{a: {from: b}, b: {from: a}}", "{a: {from: b}, b: {from: c}, c: {from: b}}"]
)
def test_exercises_must_not_be_made_from_each_other(tmp_path: Path, exercises: str) -> None:
    assert "from: " in refusal(tmp_path, f"{HEAD}sections: [{{exercises: [a]}}]\nexercises: {exercises}\n")


def test_a_chain_of_bases_has_an_end(tmp_path: Path) -> None:
    chain = "".join(f"  e{n}: {{from: e{n + 1}}}\n" for n in range(3000))
    text = f"{HEAD}sections: [{{exercises: [e0]}}]\nexercises:\n{chain}  e3000: {{from: squat}}\n"
    assert "runs in a circle, or too far: e0 → e1" in refusal(tmp_path, text)


def test_a_file_made_from_itself_is_refused(tmp_path: Path) -> None:
    assert "runs in a circle" in refusal(tmp_path, "from: ./mine.yaml\ntitle: x\n")


def test_two_exercises_of_one_name_are_refused(tmp_path: Path) -> None:
    write(tmp_path, SQUATS, "squat.yaml")
    assert "another exercise called 'squat'" in refusal(
        tmp_path, HEAD + "sections: [{exercises: [squat, ./squat.yaml]}]\n"
    )


def shipped(kind: str) -> dict[str, Plain]:
    return {name: plain(built_in(kind, name)) for name in names(kind)}


EVERYTHING: Plain = {
    "title": "Everything in one file",
    "sections": [{"exercises": [f"my-{name}" for name in names("exercises")]}],
    "exercises": {f"my-{name}": tree for name, tree in shipped("exercises").items()},
    "equipment": {"rope": "a rope", "mat": {"say": "a mat"}},
}
SHIPPED: list[Plain] = [*shipped("exercises").values(), *shipped("sessions").values(), EVERYTHING]
JUNK: list[Plain] = [
    None,
    True,
    0,
    -1,
    10**17,
    float("inf"),
    float("nan"),
    -0.5,
    "",
    " ",
    "x",
    "no",
    "1:30",
    "3x8",
    "2026-01-01",
    "\u202e",
    "a" * 2000,
    "{side}",
    "{",
    "squat",
    "./no.yaml",
    "mine.yaml",
    "./mine.yaml",
    "3-0-1-0",
    "each",
    [],
    {},
    [[]],
    {"a": 1},
    [1, "b"],
    ["band"],
]
KEYS = ["name", "from", "say", "x", "phases", "exercises", "equipment", "prescription", "use", "sections", "title"]


@st.composite
def mutants(draw: st.DrawFn) -> Plain:
    """A shipped definition with one to three things in it changed, taken away or added."""
    tree = draw(st.sampled_from(SHIPPED))
    for _ in range(draw(st.integers(1, 3))):
        tree = mutant(draw, tree)
    return tree


def mutant(draw: st.DrawFn, tree: Plain) -> Plain:
    """`tree` with one change somewhere in it."""
    if not isinstance(tree, (dict, list)) or not tree or draw(st.integers(0, 5)) == 0:
        return draw(st.sampled_from(JUNK))
    if isinstance(tree, list):
        index = draw(st.integers(0, len(tree) - 1))
        changed = [mutant(draw, tree[index])] if draw(st.integers(0, 5)) else []
        return [*tree[:index], *changed, *tree[index + 1 :]]
    key = draw(st.sampled_from([*tree, *KEYS]))
    rest = {name: value for name, value in tree.items() if name != key}
    return {**rest, key: mutant(draw, tree.get(key))} if draw(st.integers(0, 5)) else rest


def told_of(folder: Path, tree: Plain) -> str:
    """What is said about a file with this tree; `loaded` if nothing is."""
    try:
        load(folder, json.dumps(tree, ensure_ascii=False))
    except VoicecoachError as error:
        return str(error)
    return "loaded"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(mutants())
def test_any_change_to_a_shipped_file_is_loaded_or_refused_with_one_line(tmp_path: Path, tree: Plain) -> None:
    told = told_of(tmp_path, tree)
    assert told
    assert "\n" not in told


trees = st.recursive(
    st.sampled_from(JUNK) | st.text(max_size=5),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.sampled_from(KEYS), children, max_size=4),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(trees)
def test_any_tree_is_loaded_or_refused_with_one_line(tmp_path: Path, tree: Plain) -> None:
    told = told_of(tmp_path, tree)
    assert told
    assert "\n" not in told


def test_the_shipped_files_pass_their_own_checks() -> None:
    for file in sorted(LIBRARY.glob("[es]*/*.yaml")):
        load_session(str(file))


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, SQUATS + "tempoo: x\n", "other.yaml")
    text = """title: 5
rest: soon
sections:
  - kind: intervals
    exercises: [sqat, {exercise: lunge, rst: 5}]
  - rounds: 3
    exercises: [./other.yaml, mine, mine, {exercise: squat, variations: [none]}]
exercises:
  mine: {title: x, hold: ja}
  spare: {titel: x}
equipment: {rope: [x]}
"""
    with pytest.raises(DefinitionError) as caught:
        load(tmp_path, text)
    places = [str(fault.place).removeprefix(f"{tmp_path}/") for fault in caught.value.faults]
    assert places == [
        "mine.yaml:1:8",
        "mine.yaml:2:7",
        "mine.yaml:5:17",
        "mine.yaml:5:41",
        "mine.yaml:6:13",
        "mine.yaml:7:74",
        "mine.yaml:9:26",
        "mine.yaml:10:11",
        "mine.yaml:11:19",
        "other.yaml:8:1",
    ]


@pytest.mark.parametrize(
    ("name", "known"),
    [("rounds", ["round_rest"]), ("plank", ["lunge", "squat"]), ("burpee", ["bridge"]), ("x", ["y"]), ("row", ["run"])],
)
def test_a_name_that_is_far_off_is_never_guessed(name: str, known: list[str]) -> None:
    assert not nearest(name, known)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("sqat", "squat"), ("Push ups", "push-ups"), ("pushup", "push-ups"), ("lunge", "lunges"), ("pluse", "pulse")],
)
def test_a_name_with_a_slip_in_it_is_recognised(name: str, meant: str) -> None:
    assert nearest(name, ["squat", "push-ups", "lunges", "pulse"]) == f" Did you mean {meant!r}?"


def test_a_bad_name_leaves_the_other_exercises_known(tmp_path: Path) -> None:
    own = "exercises: {a.b: {title: A}, row: {title: Row}, plank: {title: Plank, hold: true}}\n"
    text = (
        "title: x\nsections: [{exercises: [{exercise: row, prescription: 3x10}, {exercise: a.b, prescription: 5}]}]\n"
    )
    with pytest.raises(DefinitionError) as caught:
        load(tmp_path, text + own)
    assert [(fault.field, fault.problem) for fault in caught.value.faults] == [("exercises", "'a.b' can't be a name.")]


def texts_of(kind: type) -> list[str]:
    return [key for key, slot in shape_of(kind).items() if slot.kind in {str, str | None, Wordings}]


@pytest.mark.parametrize(
    "kind", [Session, Section, Item, TimedLine, Source, Exercise, Variation, Phase, Cue, SetChange, Equipment, Need]
)
@pytest.mark.parametrize("nothing", ["", " ", None])
def test_every_text_with_nothing_in_it_says_what_to_do(kind: type, nothing: str | None) -> None:
    place = Place("mine.yaml", 1, 1)
    assert texts_of(kind)
    for key in texts_of(kind):
        slot, converter = shape_of(kind)[key], Converter()
        node = Node({key: Node(nothing, place, key)}, place, keys={key: place})
        converter.fields(node, kind)
        told = [fault.fix for fault in gathered(converter.faults) if fault.field == key]
        is_fine = nothing is None and slot.kind == str | None
        assert told == ([] if is_fine else ["Fill it in." if slot.is_needed else f"Fill it in, or leave {key!r} out."])


def gathered(faults: Faults) -> Sequence[Fault]:
    try:
        faults.raise_any("mine.yaml")
    except DefinitionError as error:
        return error.faults
    return ()
