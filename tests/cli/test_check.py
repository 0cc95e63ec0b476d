"""What `check` tells of files that are in order, and of those that aren't."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.definitions.files import write
from voicecoach.definitions.load import names

ROOT = Path(__file__).parents[2]
FINE = "title: Fine\nsections: [{exercises: [{exercise: squat, prescription: 2x5}]}]\n"
THREE_FAULTS = "title: 5\nsections:\n  - exercises: [sqat]\n    rest: soon\n"


def warnings(folder: Path, text: str) -> list[str]:
    """What is doubted about a file that is in order."""
    write(folder, text)
    ran = run("check", "mine.yaml")
    assert ran.status == 0, ran
    assert ran.out.startswith("mine.yaml: in order.")
    return [line for line in ran.err.splitlines() if line.startswith("note: mine.yaml:")]


def test_all_faults_are_told_in_the_order_of_the_file_and_counted(tmp_path: Path) -> None:
    write(tmp_path, THREE_FAULTS)
    ran = run("check", "mine.yaml")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        'mine.yaml:1:8: title: 5 where a text was expected. Put it in quotes: "5".',
        "mine.yaml:3:17: sections[0].exercises[0]: Unknown exercise 'sqat'. Did you mean 'squat'?",
        (
            "mine.yaml:4:11: sections[0].rest: 'soon' is not a length of time. "
            "Write seconds (30, 30 s), minutes (2 min) or minutes and seconds (1:30)."
        ),
        "3 faults in mine.yaml",
    ]


def test_several_files_are_checked_one_after_the_other(tmp_path: Path) -> None:
    write(tmp_path, THREE_FAULTS, "bad.yaml")
    write(tmp_path, FINE, "fine.yaml")
    ran = run("check", "bad.yaml", "none.yaml", "fine.yaml", "sqat")
    assert ran.status == 1
    assert "3 faults in bad.yaml\n" in ran.err
    assert "voicecoach: There is no file 'none.yaml'.\n" in ran.err
    assert "voicecoach: Unknown session 'sqat'." in ran.err
    assert ran.out.startswith("fine.yaml: in order. Fine: 1 exercise, 1 week, ")
    assert run("check", "fine.yaml", "squat").status == 0


def test_an_exercise_of_several_sections_is_one(tmp_path: Path) -> None:
    section = "{in_weeks: %s, exercises: [{exercise: press, prescription: 5}, {exercise: row, prescription: %s}]}"
    own = "exercises: {press: {title: Presses}, row: {title: Rows}}"
    sections = f"sections: [{section % ('1-2', 5)}, {section % ('3-4', 8)}]"
    write(tmp_path, f"title: Weeks\n{sections}\n{own}\n", "weeks.yaml")
    assert run("check", "weeks.yaml").out.startswith("weeks.yaml: in order. Weeks: 2 exercises, 4 weeks, ")


@pytest.mark.parametrize("command", ["make", "plan", "live"])
def test_other_commands_tell_the_first_fault_and_how_many_there_are(tmp_path: Path, command: str) -> None:
    write(tmp_path, THREE_FAULTS)
    told = run(command, "mine.yaml").message
    assert told.startswith("voicecoach: mine.yaml:1:8: title: ")
    assert told.endswith("(2 more after this one.)")


def test_a_session_that_means_what_it_says_is_not_doubted(tmp_path: Path) -> None:
    assert warnings(tmp_path, FINE) == []
    assert not run("check", "glutes-for-runners").err


def test_an_amount_without_sets_is_one_set(tmp_path: Path) -> None:
    text = "title: x\nsections: [{exercises: [{exercise: squat, prescription: 10}, mine]}]\n"
    assert warnings(tmp_path, f"{text}exercises: {{mine: {{title: x, hold: true, prescription: 30 s}}}}\n") == [
        (
            "note: mine.yaml:2:57: sections[0].exercises[0].prescription: "
            "one set, since '10' names none. Write 3x10 for three."
        ),
        "note: mine.yaml:3:56: exercises.mine.prescription: one set, since '30 s' names none. Write 3x30 s for three.",
    ]
    in_words = "title: x\nsections: [{exercises: [{exercise: squat, prescription: ten to fifteen}]}]\n"
    assert warnings(tmp_path, in_words)[0].endswith("'ten to fifteen' names none. Write 3x10 to 15 for three.")
    rounds = "title: x\nsections: [{kind: circuit, rounds: 2, exercises: [{exercise: squat, prescription: 10}]}]\n"
    assert warnings(tmp_path, rounds) == []


def test_a_name_in_a_line_that_is_nearly_another_is_doubted(tmp_path: Path) -> None:
    text = "title: x\nsections: ['3 rounds: 10 sqats, 5 sled pulls']\n"
    near = "'Sqats' is not built in, and becomes an exercise of your own. Did you mean 'squat'?"
    doubted = [one for one in warnings(tmp_path, text) if "built in" in one]
    assert doubted == [f"note: mine.yaml:2:22: '10 sqats': {near}"]
    ran = run("check", "3 rounds: 10 sqats, 5 sled pulls")
    assert f"note: the line:1:11: '10 sqats': {near}" in ran.err


def test_a_load_that_is_written_twice_is_doubted(tmp_path: Path) -> None:
    found = warnings(tmp_path, FINE.replace("2x5", "2x5 @ 20 kg, load: 30 kg"))
    place = "note: mine.yaml:2:76: sections[0].exercises[0].load"
    assert found == [f"{place}: it takes the place of the load in the prescription. Take one of the two out."]


def test_an_exercise_that_nobody_does_is_doubted(tmp_path: Path) -> None:
    exercises = "{a: {from: b}, b: {from: squat}, c: {from: squat}}"
    text = f"title: x\nsections: [{{exercises: [a]}}]\nexercises: {exercises}\n"
    assert warnings(tmp_path, text) == [
        "note: mine.yaml:3:45: exercises.c: no section has this exercise. Add it to one, or take it out."
    ]


def test_a_change_that_goes_on_for_ever_is_doubted(tmp_path: Path) -> None:
    text = "title: x\nsections: [{{exercises: [{{exercise: mine, prescription: {sets}x5}}]}}]\nexercises:\n  mine:\n"
    mine = "    from: squat\n    changes: [{say: A little wider.}]\n"
    assert warnings(tmp_path, text.format(sets=4) + mine) == []
    (told,) = warnings(tmp_path, text.format(sets=6) + mine)
    assert "6:15: exercises.mine.changes[0]: 'A little wider.' is heard before 5 of the 6 sets" in told
    assert told.endswith("Add to_set: 3 for where it ends.")


@pytest.mark.parametrize("cue", ["Bend your left knee.", "Now the other leg.", "Turn to the right.", "Switch sides."])
def test_a_side_in_an_exercise_without_sides_is_doubted(tmp_path: Path, cue: str) -> None:
    text = "title: x\nsections: [{exercises: [mine]}]\nexercises:\n  mine:\n    from: squat\n"
    cues = f"    cues: {{form: [{cue}]}}\n"
    (told,) = warnings(tmp_path, text + cues)
    assert "exercises.mine.cues.form[0]: " in told
    assert "in an exercise without sides. Add sides: each or sides: alternating" in told
    assert warnings(tmp_path, f"{text}    sides: each\n{cues}") == []
    assert warnings(tmp_path, text + cues.replace(cue, "Right away, the right height.")) == []


def test_what_a_voice_may_say_wrong_is_doubted_where_it_stands(tmp_path: Path) -> None:
    text = (
        "title: KFO\nabout: KFO\nsections: [{title: Part ZFQ, exercises: [mine]}]\n"
        "exercises:\n  mine:\n    from: squat\n    title: KFO\n    say: squats\n"
        "    cues: {form: [{say: The brbk goes., phase: down}]}\n"
    )
    assert warnings(tmp_path, text) == [
        (
            "note: mine.yaml:1:8: title: 'KFO' may be said as a word or letter by letter, and neither may be meant."
            " Write it as it is said, or put it into your lexicon."
        ),
        (
            "note: mine.yaml:3:20: sections[0].title: 'ZFQ' may be said as a word or letter by letter, and neither may"
            " be meant. Write it as it is said, or put it into your lexicon."
        ),
        (
            "note: mine.yaml:9:25: exercises.mine.cues.form[0].say: 'brbk' has no vowel, so it may be said letter by"
            " letter. Write it as it is said, or put it into your lexicon."
        ),
    ]


def test_what_is_said_of_a_title_is_doubted(tmp_path: Path) -> None:
    text = "title: x\nsections: [{exercises: [mine]}]\nexercises: {mine: {from: squat, title: %s}}\n"
    assert warnings(tmp_path, text % "ZFQ drill")[0].startswith("note: mine.yaml:3:40: exercises.mine.title: 'ZFQ' may")
    assert warnings(tmp_path, text % "ZAF DRILL") == []


def test_what_may_be_said_wrong_in_a_line_is_told_once_as_it_was_typed() -> None:
    told = [line for line in run("check", "squats 3x10; kzb 3x8").err.splitlines() if "the line:" in line]
    assert told == [
        (
            "note: the line:1:14: 'kzb 3x8': 'Kzb' has no vowel, so it may be said letter by letter."
            " Write it as it is said, or put it into your lexicon."
        )
    ]


def test_what_may_be_said_wrong_in_a_line_of_a_file_stands_where_it_is_written(tmp_path: Path) -> None:
    (told,) = warnings(tmp_path, 'title: x\nsections: ["10x3 squats; kzb 3x8"]\n')
    assert told.startswith("note: mine.yaml:2:25: 'kzb 3x8': 'Kzb' has no vowel")


def test_what_stands_in_ones_lexicon_is_not_doubted(tmp_path: Path, configuration: Path) -> None:
    text = "title: KFO\nsections: [{exercises: [squat]}]\n"
    assert len(warnings(tmp_path, text)) == 1
    configuration.write_text("lexicon:\n  kfo: kay-fo\n")
    assert warnings(tmp_path, text) == []
    configuration.write_text("lexicon: words.yaml\n")
    (tmp_path / "words.yaml").write_text("KFO: kay-fo\n")
    assert warnings(tmp_path, text) == []


def test_a_lexicon_that_is_named_counts_as_in_make(tmp_path: Path) -> None:
    write(tmp_path, "title: KFO\nsections: [{exercises: [squat]}]\n")
    (tmp_path / "words.yaml").write_text("KFO: kay-fo\n")
    assert "'KFO'" in run("check", "mine.yaml").err
    assert "'KFO'" not in run("check", "mine.yaml", "--lexicon", "words.yaml").err
    assert "There is no file 'wrods.yaml'" in run("check", "mine.yaml", "--lexicon", "wrods.yaml").err


@pytest.mark.skipif(sys.platform != "linux", reason="the voice that says what the pack lacks is the system's elsewhere")
def test_the_readme_shows_what_is_said_of_its_session(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (session,) = re.findall(r"```yaml\n(title: Evening legs\n.*?)```", text, re.DOTALL)
    (shown,) = re.findall(r"\$ voicecoach check evening\.yaml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "evening.yaml").write_text(session, encoding="utf-8")
    assert run("check", "evening.yaml").out == shown


def test_what_is_certain_is_mended_shown_and_then_checked(tmp_path: Path) -> None:
    file = Path(write(tmp_path, f"# mine\n{FINE.replace('sections', 'sectons')}rest:5 s   # short\n"))
    ran = run("check", "--fix", "mine.yaml")
    assert ran.status == 0
    assert ran.out.splitlines()[:4] == [
        "mine.yaml:3: - sectons: [{exercises: [{exercise: squat, prescription: 2x5}]}]",
        "mine.yaml:3: + sections: [{exercises: [{exercise: squat, prescription: 2x5}]}]",
        "mine.yaml:4: - rest:5 s   # short",
        "mine.yaml:4: + rest: 5 s   # short",
    ]
    assert ran.out.splitlines()[4].startswith("mine.yaml: in order.")
    assert ran.err.startswith("mended: 2 lines in mine.yaml\n")
    assert file.read_text("utf-8") == f"# mine\n{FINE}rest: 5 s   # short\n"
    before = file.stat().st_ino
    assert run("check", "--fix", "mine.yaml", "squat").out.count(" in order. ") == 2
    assert file.stat().st_ino == before


def test_a_tab_that_is_mended_can_be_seen(tmp_path: Path) -> None:
    write(tmp_path, "title: Legs\nsections:\n- title: Main\n  exercises:\n\t- squat\n")
    ran = run("check", "--fix", "mine.yaml")
    assert ran.out.splitlines()[:2] == ["mine.yaml:5: - →- squat", "mine.yaml:5: +     - squat"]


def test_what_is_not_certain_is_left_and_told(tmp_path: Path) -> None:
    write(tmp_path, THREE_FAULTS)
    ran = run("check", "--fix", "mine.yaml", "none.yaml")
    assert ran.status == 1
    assert ran.out == 'mine.yaml:1: - title: 5\nmine.yaml:1: + title: "5"\n'
    assert "mended: 1 line in mine.yaml\n" in ran.err
    assert "2 faults in mine.yaml\n" in ran.err
    assert "There is no file 'none.yaml'" in ran.err


def test_a_file_that_cant_be_replaced_stays_as_it_was(tmp_path: Path) -> None:
    file = Path(write(tmp_path, THREE_FAULTS))
    file.chmod(0o444)
    assert "is read-only" in run("check", "--fix", "mine.yaml").message
    assert file.read_text("utf-8") == THREE_FAULTS


def test_the_others_are_mended_all_the_same(tmp_path: Path) -> None:
    wrong = FINE.replace("sections", "sectons")
    Path(write(tmp_path, wrong, "first.yaml")).chmod(0o444)
    other = Path(write(tmp_path, wrong, "second.yaml"))
    ran = run("check", "--fix", "first.yaml", "second.yaml")
    assert ran.status == 1
    assert ran.err.splitlines()[:2] == [
        "voicecoach: first.yaml is read-only. Make it writable.",
        "mended: 1 line in second.yaml",
    ]
    assert "second.yaml: in order." in ran.out
    assert other.read_text("utf-8") == FINE


@pytest.mark.parametrize(
    ("configured", "said"),
    [("lexicon: {KFO: [1]}", "lexicon"), ("lexicon: none.yaml", "'none.yaml'"), ("rate: fast", "'fast'")],
)
def test_a_fault_of_the_configuration_is_none_of_each_file(
    tmp_path: Path, configuration: Path, configured: str, said: str
) -> None:
    configuration.write_text(f"{configured}\n")
    write(tmp_path, FINE)
    assert said in run("check", "mine.yaml", "squat").message
    assert said in run("check", "--fix", "mine.yaml", "squat").message


def test_all_that_is_built_in_is_in_order() -> None:
    ran = run("check", "--library", "squats 3x10")
    assert ran.status == 0
    assert ran.out.count(": in order. ") == len(names("sessions")) + len(names("exercises")) + 1
    told = ran.err.splitlines()
    assert not [line for line in told if not line.startswith("note: ")]
    assert len(told) <= 3
    shown = re.search(r"such as (\S+): (.+) All about one: voicecoach check \1\.$", told[-1])
    assert shown
    assert f"note: {shown[2]}\n" in run("check", shown[1]).err


def test_what_is_noted_about_all_that_is_built_in_is_told_once(configuration: Path) -> None:
    configuration.write_text("rate: 0.8\n")
    ran = run("check", "--library", "box-jump")
    assert ran.out.count("box-jump: ") == 1
    box, every = "note: Box jumps: there is no room ", "note: At a rate of 0.8 every line takes longer; "
    assert (ran.err.count(box), ran.err.count(every), ran.err.count("\n")) == (1, 2, 5)


def test_something_has_to_be_named() -> None:
    assert run("check").status == 2
    assert run("check", "--fix").status == 2
