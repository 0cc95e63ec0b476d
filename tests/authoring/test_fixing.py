"""What `check --fix` mends, and that it mends nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.samples import documented, every_sample, library
from tests.definitions.files import write
from voicecoach.authoring.fixing import fixed
from voicecoach.definitions.field_names import every_key
from voicecoach.definitions.load import load
from voicecoach.errors import DefinitionError

SESSION = "title: x\n{}sections: [{{exercises: [squat]}}]\n"


def mended(folder: Path, text: str) -> str:
    return fixed(write(folder, text)).after.decode()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("rets: 45 s", "rest: 45 s"),
        ("Rest: 45 s", "rest: 45 s"),
        ("lead-in: 8 s", "lead_in: 8 s"),
        ("lead in: 8 s", "lead_in: 8 s"),
        ("description: What for.", "about: What for."),
        ("rest:45 s", "rest: 45 s"),
        ("rest = 45 s", "rest: 45 s"),
        ("rest 45 s", "rest: 45 s"),
        ("rest： 45 s", "rest: 45 s"),
        ("count_aloud: yes  # for once", "count_aloud: true  # for once"),
        ("count_aloud: Off", "count_aloud: false"),
        ("rest: 45 secnds  # short", "rest: 45 seconds  # short"),
        ("rest: 2 Minuts", "rest: 2 minutes"),
        ("prescription: 3 stes of 10", "prescription: 3 sets of 10"),
        ("say: 5", 'say: "5"'),
        ("say: “My legs”", 'say: "My legs"'),
        ("say: “Legs: all”  # all", 'say: "Legs: all"  # all'),
        ("say: Legs: all  # all", 'say: "Legs: all"  # all'),
        ("say: @home", 'say: "@home"'),
        ("say: 'Don't stop'", 'say: "Don\'t stop"'),
        ("say: Legs #1", 'say: "Legs #1"'),
        ("intro: Short", "intro: short"),
        ("intro: shrt", "intro: short"),
        ("level: begginer", "level: beginner"),
        ("cues: {safety: Stop if it hurts.}", "cues: {safety: [Stop if it hurts.]}"),
        ("cues: {safety: [@home, “Slow: go”]}", 'cues: {safety: ["@home", "Slow: go"]}'),
        ("cues:\n\tsafety:\n\t\t- Stop.", "cues:\n  safety:\n    - Stop."),
        ("cues:\n\u00a0\u00a0safety: [Stop.]", "cues:\n  safety: [Stop.]"),
        ("cues:\n  safety:\n    * Stop.\n    * Wait.", "cues:\n  safety:\n    - Stop.\n    - Wait."),
    ],
)
def test_what_can_be_meant_in_one_way_is_written_so(tmp_path: Path, written: str, meant: str) -> None:
    assert mended(tmp_path, SESSION.format(f"{written}\n")) == SESSION.format(f"{meant}\n")
    load(write(tmp_path, SESSION.format(f"{meant}\n")))


CIRCUIT = "title: x\nsections:\n    - kind: circuit\n{}      exercises: [{{exercise: squat, prescription: 10}}]\n"
OWN = (
    "title: x\nsections: [{{exercises: [mine]}}]\n"
    "exercises:\n  mine:\n    title: Mine\n    cues:\n{}    prescription: 3x10\n"
)


@pytest.mark.parametrize(
    ("around", "written", "meant"),
    [
        (CIRCUIT, "      rest: 30 s\n\trounds: 3\n", "      rest: 30 s\n      rounds: 3\n"),
        (CIRCUIT, "\t\trest: 30 s\n\n\t\trounds: 3\n", "      rest: 30 s\n\n      rounds: 3\n"),
        (OWN, "\tform:\n\t  - Up with you.\n", "      form:\n        - Up with you.\n"),
        (OWN, "\t\tform:\n\t\t\t- Up with you.\n", "      form:\n        - Up with you.\n"),
    ],
)
def test_a_tab_among_spaces_gets_the_depth_that_the_lines_around_it_leave(
    tmp_path: Path, around: str, written: str, meant: str
) -> None:
    assert mended(tmp_path, around.format(written)) == around.format(meant)
    load(write(tmp_path, around.format(meant)))


@pytest.mark.parametrize(
    "text",
    [
        OWN.format("      form:\n        - Up with you.\n\tsafety: [Stop.]\n"),
        OWN.format("      form: [Up with you.]\n") + "\tpace: 3 s\n",
        OWN.format("      form:\n        - Up with you.\n\t- Down with you.\n"),
        "title: x\nsections:\n  - about: |\n\trest: 30 s\n    exercises: [squat]\n",
    ],
)
def test_a_tab_that_may_have_had_several_depths_stays(tmp_path: Path, text: str) -> None:
    assert mended(tmp_path, text) == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("exercises: squat", "exercises: [squat]"),
        ("exercises: squat, lunge", "exercises: [squat, lunge]"),
        ("exercise: squat", "exercises: [squat]"),
        ("exercises: [Squat]", "exercises: [squat]"),
        ("exercises: [squat: 3x10]", "exercises: [{exercise: squat, prescription: 3x10}]"),
        ("exercises: [{exercise: squat, weight: 20 kg}]", "exercises: [{exercise: squat, load: 20 kg}]"),
        ("{kind: Circuit, repeats: 2, exercises: [squat]}", "{kind: circuit, repeat: 2, exercises: [squat]}"),
        ("{kind: amrap, minuts: 9, exercises: [squat]}", "{kind: amrap, minutes: 9, exercises: [squat]}"),
        ("{kind: circuit, Rounds: 2, exercises: [squat]}", "{kind: circuit, rounds: 2, exercises: [squat]}"),
    ],
)
def test_sections_are_mended_as_well(tmp_path: Path, written: str, meant: str) -> None:
    text = "title: x\nsections:\n  - {}\n"
    assert mended(tmp_path, text.format(written)) == text.format(meant)


FIGURE = OWN.replace("    cues:\n{}", "    figure: {}\n")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{view: sied, poses: {down: }}", "{view: side, poses: {down: }}"),
        ("{poses: {down: {near kne: 90, naer hip: 9}}}", "{poses: {down: {near knee: 90, near hip: 9}}}"),
        ("{poses: {down: {from: standin, lena: 9}}}", "{poses: {down: {from: standing, lean: 9}}}"),
        ("{poses: {down: {on: {far fot: stepp}}}}", "{poses: {down: {on: {far foot: step}}}}"),
        ("{poses: {down: {moved: [near fot]}}}", "{poses: {down: {moved: [near foot]}}}"),
        ("{porps: {stpe: {heigth: 9}}, poses: {down: }}", "{props: {step: {height: 9}}, poses: {down: }}"),
    ],
)
def test_the_words_of_a_figure_are_mended_with_their_sides(tmp_path: Path, written: str, meant: str) -> None:
    assert mended(tmp_path, FIGURE.format(written)) == FIGURE.format(meant)


@pytest.mark.parametrize(
    "written",
    [
        "{poses: {down: {near kne: 90, near knee: 9}}}",
        "{poses: {down: {near kne: 90, near kneee: 9}}}",
        "{poses: {down: {near lean: 9}}}",
        "{poses: {down: {on: {near hand: near ankl}}}}",
    ],
)
def test_no_side_of_a_figure_is_lost_and_no_joint_there_twice(tmp_path: Path, written: str) -> None:
    assert mended(tmp_path, FIGURE.format(written)) == FIGURE.format(written)


@pytest.mark.parametrize(
    "written",
    [
        "sections: [{exercises: [{exercise: squat, sets: 3, reps: 10}]}]",  # an amount of which both are a part
        "sections: [{exercises: [{exercise: squat, sets: 3}]}]",  # not three repetitions
        "sections: [{kind: amrap, duration: 40, exercises: [squat]}]",  # seconds, or minutes
        "sections: [{kind: amrap, length: 40, exercises: [squat]}]",
        "sections: [{kind: intervals, time: 10, exercises: [squat]}]",  # of an exercise, or of all
        "sections: [{kind: circuit, sets: 3, exercises: [squat]}]",  # rounds, or sets of each
        "sections: [{exercises: squat lunge}]",  # one, or two
        "sections: [{exercises: squat and lunge}]",
        "sections:\n  - exercises: squat + lunge",
        "exercises: {mine: {title: Mine, needs: a chair or a bench}}",
        "sections: [{exercises: [sqat]}]",  # whatever that is
        "sections: [{exercises: [squat], rest: 45-60 s}]",
        "sections: [{exercises: [squat], rest: 45 m}]",
        "sections: [{exercises: [{exercise: squat, prescription: 3x10 sorted}]}]",
        "sections: [{exercises: [squat], rest: 5 s, Rest: 6 s}]",
        "sections: [{exercises: [squat], rets: 5 s, Rest: 6 s}]",
        "sections: [{exercises: [squat], tempo: 3-1-1-0}]",  # of an entry
        "sections: [{exercises: [squat}]",
        "sections:\n  - exercises: [squat]\n rest: 5 s",
        "about: Day 1: legs #1",  # a number, or a remark
        "about: text: with (see #3) inside",
        "about: Day 1: legs # one",
        'about: "Legs # one": more',
        "about: “Legs: #1”  # all",
        "about: Day 1: “Legs # one”",
        "about: 'Don't # stop'",
        "about: Legs #1  # all",
        "sections: [{exercises: [squat #1, lunge]}]",
    ],
)
def test_what_leaves_a_doubt_stays_and_is_told(tmp_path: Path, written: str) -> None:
    text = f"title: x\n{written}\n"
    assert mended(tmp_path, text) == text
    with pytest.raises(DefinitionError):
        load(write(tmp_path, text))


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("title: Day 1: Legs #1", 'Write title: "Day 1: Legs #1"'),
        ('title: "Legs # one": more', "Write title: '\"Legs # one\": more'"),
        ("title: “Legs: #1”  # all", 'Write title: "Legs: #1"'),
    ],
)
def test_what_may_be_text_or_a_remark_is_proposed_as_text(tmp_path: Path, written: str, proposed: str) -> None:
    with pytest.raises(DefinitionError, match=re.escape(proposed)):
        load(write(tmp_path, SESSION.format("").replace("title: x", written)))


TEXTS = st.lists(st.sampled_from(["Legs", "1: ", " #1", " # ", " ", "“", "”", '"', "'", "#", "x", ", "]), max_size=6)


@given(TEXTS.map("".join))
def test_no_part_of_a_text_becomes_a_remark(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = write(tmp_path_factory.getbasetemp(), f"title: Legs{text}\nsections: [{{exercises: [squat]}}]\n")
    if (done := fixed(file)).changes:
        assert re.findall(r"[\w#:]", load(file, done.after).session.title) == re.findall(r"[\w#:]", f"Legs{text}")


def test_line_ends_marks_and_bytes_of_all_the_rest_stay(tmp_path: Path) -> None:
    before = (
        b"\xef\xbb\xbf# mine\r\ntitle:  'x'   # so\r\n\r\nrets: 45 s\t# short\r\nsections:\r\n- exercises: [ squat ]"
    )
    done = fixed(write(tmp_path, before))
    assert done.after == before.replace(b"rets", b"rest")
    assert [(change.line, change.old.strip()) for change in done.changes] == [(4, "rets: 45 s\t# short")]


def test_a_file_that_nobody_can_read_stays(tmp_path: Path) -> None:
    for data in (b"\xff\xfet\0", b"title: \x80\n", b"", b"[", b"title: *a\n"):
        assert fixed(write(tmp_path, data)).after == data


@pytest.mark.parametrize("name", [*documented(), *library()])
def test_what_is_in_order_is_left_alone(tmp_path: Path, name: str) -> None:
    text = every_sample()[name]
    assert mended(tmp_path, text) == text


LEAST_LETTERS = 5
SAMPLES = [text for name, text in every_sample().items() if "\n  " in text and not name.startswith("exercises/")]
KEY = re.compile(r"(?<![\w-])(?P<key>[a-z_]+)(?P<rest>: (?=\S)|:$)", re.MULTILINE)
PLAIN_VALUE = re.compile(r"^(?P<key> *(?:- )?(?:title|say|about)): (?P<value>[A-Z][\w ,.]*)$", re.MULTILINE)


SLIPS_IN_TEXTS = [
    (r"\g<0>", r"\g<0>"),
    (r'\g<key>: "\g<value> #1"', r"\g<key>: \g<value> #1"),
    (r'\g<key>: "\g<value> #1: go"', r'\g<key>: "\g<value> #1: go"'),
    (r"""\g<key>: 'Say: "\g<value>"'""", r'\g<key>: Say: "\g<value>"'),
    (r'\g<key>: "Say: \g<value>"  # one', r"\g<key>: Say: \g<value>  # one"),
]
"""How a text is meant, and how it is written."""


def _misspelled(draw: st.DrawFn, key: str) -> str:
    """The key with a slip that doesn't make another key of it."""
    at = draw(st.integers(1, len(key) - 2))
    slips = [key[:at] + key[at + 1 :], key[:at] + key[at] * 2 + key[at + 1 :], key.title(), key.upper()]
    slip = draw(st.sampled_from([one for one in slips if one not in every_key()]))
    return slip.replace("_", draw(st.sampled_from(["_", "-", " "])))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A file, and the same with slips in it whose meaning is certain."""
    sample, slip = draw(st.sampled_from(SAMPLES)), draw(st.sampled_from(SLIPS_IN_TEXTS))
    whole, text = (PLAIN_VALUE.sub(written, sample, count=1) for written in slip)
    keys = sorted({one["key"] for one in KEY.finditer(text)} & every_key())
    for key in draw(st.sets(st.sampled_from([one for one in keys if len(one) >= LEAST_LETTERS]), max_size=4)):
        wrong = _misspelled(draw, key)
        text = re.sub(rf"(^[ -]*|[{{,] *){key}(?=:(?: \S|$))", rf"\g<1>{wrong}", text, count=1, flags=re.MULTILINE)
    if draw(st.booleans()):
        text = PLAIN_VALUE.sub(draw(st.sampled_from([r"\g<key>: “\g<value>”", r"\g<key>:\g<value>"])), text, count=1)
    text = text.replace(": true", draw(st.sampled_from([": true", ": yes", ": on"])))
    if draw(st.booleans()):
        text = re.sub("^ +", lambda one: one[0].replace("  ", "\t"), text, flags=re.MULTILINE)
    elif draw(st.booleans()):
        text = re.sub("^  ", "\u00a0 ", text, flags=re.MULTILINE)
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return whole, text.replace("\n", ending)


@given(damaged())
def test_slips_whose_meaning_is_certain_are_mended_to_what_was_meant(
    tmp_path_factory: pytest.TempPathFactory, one: tuple[str, str]
) -> None:
    whole, text = one
    file = write(tmp_path_factory.getbasetemp(), text)
    after = fixed(file).after
    assert load(file, after).session == load(file, whole.encode()).session, text
    assert fixed(write(tmp_path_factory.getbasetemp(), after)).after == after


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028"])
def test_line_ends_stay_as_they_are(tmp_path: Path, end: str) -> None:
    lines = ["title: Legs", "sections:", "  - exercises: [squat]", "titel: x"]
    file = tmp_path / "mine.yaml"
    file.write_bytes(end.join([*lines[:-1], "rset: 30 s"]).encode())
    assert fixed(str(file)).after.decode() == end.join([*lines[:-1], "rest: 30 s"])
