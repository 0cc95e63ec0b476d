"""What people write who don't write YAML: what is told of it, and how it is read on behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.definitions.files import refusal
from voicecoach.definitions.faults import Faults
from voicecoach.definitions.files import LIBRARY
from voicecoach.definitions.source import Plain, parse, plain
from voicecoach.errors import DefinitionError, Fault


def read(text: str) -> tuple[list[str], Plain]:
    """What is told of a text, and what was read of it all the same."""
    faults = Faults()
    try:
        root = parse(text.encode(), "f", faults)
    except DefinitionError as error:
        return [str(one) for one in error.faults], None
    told: list[Fault] = []
    try:
        faults.raise_any("f")
    except DefinitionError as error:
        told = list(error.faults)
    return [str(one) for one in told], plain(root)


SLIPS: list[tuple[str, str, Plain]] = [
    (
        "title: Legs: all\nrest: 3",
        "f:1:8: a text that contains ': ' needs quotes. Write title: \"Legs: all\"",
        "Legs: all",
    ),
    (
        "title: {x} of rest",
        'f:1:8: a text that begins with a brace needs quotes. Write title: "{x} of rest"',
        "{x} of rest",
    ),
    (
        "title: [x] of rest",
        'f:1:8: a text that begins with a bracket needs quotes. Write title: "[x] of rest"',
        "[x] of rest",
    ),
    ('title: "Legs\nrest: 3', 'f:1:8: the quote " that opens here is never closed.', "Legs"),
    ('title: "Legs\nsay: "now"', 'f:1:8: the quote " that opens here is never closed.', "Legs"),
    ("title: 'Legs\nrest: 3", "f:1:8: the quote ' that opens here is never closed.", "Legs"),
    ('"title: Legs\nrest: 3', 'f:1:1: the quote " that opens here is never closed. Write title: Legs', "Legs"),
    (
        "title: 'Don't stop'\nrest: 3",
        "f:1:8: the text goes on behind its closing quote '. Write title: \"Don't stop\"",
        "Don't stop",
    ),
    (
        'title: "Say "now" loud"',
        'f:1:8: the text goes on behind its closing quote ". Write title: \'Say "now" loud\'',
        'Say "now" loud',
    ),
    ('title: "Legs" day\nrest: 3', 'f:1:8: the text goes on behind its closing quote ".', '"Legs" day'),
    ("title: “Legs: all”\nrest: 3", "f:1:8: “ is a typographic quote, and YAML knows only straight ones.", "Legs: all"),
    (
        "title: “Slow: down”",
        'f:1:8: “ is a typographic quote, and YAML knows only straight ones. Write title: "Slow: down"',
        "Slow: down",
    ),
    (
        "title: {exercise: squat, note: “Slow: down”}",
        'f:1:32: “ is a typographic quote, and YAML knows only straight ones. Write "Slow: down".',
        {"exercise": "squat", "note": "Slow: down"},
    ),
    (
        "title: [“Slow: down”]",
        'f:1:9: title[0]: “ is a typographic quote, and YAML knows only straight ones. Write "Slow: down".',
        ["Slow: down"],
    ),
    (
        "title:\n  - ‘Slow: down’\n  - b",
        'f:2:5: title[0]: ‘ is a typographic quote, and YAML knows only straight ones. Write "Slow: down".',
        ["Slow: down", "b"],
    ),
    ("title Legs\nrest: 3", "f:1:6: there is no colon after 'title'. Write title: Legs", "Legs"),
    ("title = Legs\nrest: 3", "f:1:6: there is no colon after 'title'. Write title: Legs", "Legs"),
    ("title:Legs\nrest: 3", "f:1:6: a colon needs a space after it. Write title: Legs", "Legs"),
    ("rest: 3\ntitle:Legs\nabout: x", "f:2:6: a colon needs a space after it. Write title: Legs", "Legs"),
    ("title：Legs\nrest: 3", "f:1:6: this colon is not a plain one. Write title: Legs", "Legs"),
    (
        "title:\nLegs\nrest: 3",
        "f:2:1: a line without a colon. If it belongs to 'title:', indent it by two spaces",
        "Legs",
    ),
    ("title: Legs rest: 3", "f:1:13: a second key in one line. Begin a new line with 'rest: 3'.", "Legs"),
    (
        "rest: 3\n title: Legs",
        "f:2:2: the line begins in column 2, further in than 'rest:' above it. Begin it in column 1",
        "Legs",
    ),
    ("\ttitle: Legs", "f:1:1: a tab at the beginning of the line. Indent with spaces", "Legs"),
    (
        "title: #1 workout",
        'f:1:7: title: nothing: what begins with # is a remark. Put the text in quotes: "#1 workout".',
        None,
    ),
    ("title: Workout #1", "f:1:8: title: what begins with # is a remark, so this is only 'Workout'.", "Workout"),
    ("title: %70", 'f:1:8: a text that begins with % needs quotes. Write title: "%70"', "%70"),
    ("title: @home", 'f:1:8: a text that begins with @ needs quotes. Write title: "@home"', "@home"),
    ("title: *go*", 'f:1:8: a text that begins with * needs quotes. Write title: "*go*"', "*go*"),
    ("title: > 30 s", 'f:1:8: a text that begins with > needs quotes. Write title: "> 30 s"', "> 30 s"),
    ('title: "C:\\path"', "f:1:11: in double quotes a backslash has a meaning of its own.", "C:\\path"),
    ("title: [a, b]]", "f:1:14: one ] too many. Leave it out.", ["a", "b"]),
    ("title: [a, b\nrest: 3", "f:1:8: the [ that opens here is never closed. Write ] at its end.", ["a", "b"]),
    ("title: {a: 1,, b: 2}", "f:1:14: one comma too many. Leave it out.", {"a": 1, "b": 2}),
    (
        "title: {exercise: squat prescription: 3x8}",
        "f:1:25: a comma is missing before 'prescription'.",
        {"exercise": "squat", "prescription": "3x8"},
    ),
    ("title:\n  * a\n  * b", "f:2:3: a list is written with dashes. Write '- a'.", ["a", "b"]),
    ("title:\n\u00a0\u00a0- a", "f:2:1: the line begins with a space that is none in YAML (U+00A0).", ["a"]),
    (
        "title:\n  - kind: circuit\n   rounds: 3",
        "f:3:4: the line begins in column 4, and nothing above it does. Begin it in column 3 or 5",
        [{"kind": "circuit", "rounds": 3}],
    ),
    (
        "title:\n  - kind: circuit\n     rounds: 3",
        "f:3:6: the line begins in column 6, further in than 'kind:' above it. Begin it in column 5",
        [{"kind": "circuit", "rounds": 3}],
    ),
    (
        "title:\n  - exercise: a\n  prescription: 3x8",
        "f:3:3: this line stands in a list and has no '- ' in front.",
        [{"exercise": "a", "prescription": "3x8"}],
    ),
    (
        "title:\n  - exercise: a\n  exercise: b",
        "f:3:3: this line stands in a list and has no '- ' in front. Write '- exercise: b' for a new item",
        [{"exercise": "a"}, {"exercise": "b"}],
    ),
    ("title: Legs\n...\nrest: 3", "f:2:1: '...' ends the document, and more comes after it. Remove this line.", "Legs"),
]


@pytest.mark.parametrize(("text", "told", "meant"), SLIPS)
@pytest.mark.parametrize("parser", ["libyaml", "Python"])
def test_a_slip_is_told_in_its_line_and_read_as_it_was_meant(
    monkeypatch: pytest.MonkeyPatch, text: str, told: str, meant: Plain, parser: str
) -> None:
    if parser == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    (only, *more), tree = read(f"{text}\n")
    assert only.startswith(told)
    assert isinstance(tree, dict)
    assert tree["title"] == meant
    assert len(more) == text.count("*", 0, -1) // 2 if "\n  * " in text else not more


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "title: x\nsections:\n- exercises:\n  - {exercise: squat}\n   - lunge\n",
            "f:5:4: an item of a list begins deeper than the one above. Begin it in column 3, as that.",
        ),
        (
            "title: x\nsections:\n- exercises:\n    - squat\n    rest: 30 s\n",
            "f:5:5: this line stands in a list and has no '- ' in front. Begin it in column 3, if it belongs",
        ),
        ("title: x\n- squat\n", "f:2:1: an item of a list where a key was expected. Indent it under the key"),
        ("sections:\n- a\nb\n", "f:3:1: a line without a colon. A line is 'key: value', or '- ' and an item."),
        ("title: - x\n", "f:1:8: a list doesn't begin in the line of its key. Write title: [x], or the items below"),
        ("a: {say: Now: go}\n", "f:1:13: a text that contains ': ' needs quotes."),
        ("sections:\n  -exercises: [squat]\n", "f:2:3: sections: '-exercises' is neither a key nor an item of a list."),
        ("sections:\n  – exercises: [squat]\n", "Write '- exercises: …', with a plain dash and a space."),
        ("a: {rest:3, work: 2}\n", "f:1:5: a: a colon needs a space after it: 'rest:3'. Write rest: 3"),
    ],
)
def test_other_slips_are_told_in_their_lines(text: str, told: str) -> None:
    assert told in read(text)[0][0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = x\nrest = 3\n", "A key and its value are parted by ': ', such as 'title: Squats'."),
        ("- squat\n- lunge\n", "this is not a session: a list where keys and values are expected."),
        ("title: x\nsections:\n  • exercises\n", "Begin each section with '- '"),
        ("title: x\nsections: [{exercises: squat}]\n", "'squat' where a list was expected. Write [squat], or one item"),
        ("title: x\nsections: [{exercises: [squat lunge]}]\n", "Write squat, lunge, with commas between them."),
        (
            "title: x\nsections: [{exercises: [“squat”]}]\n",
            'stands in typographic quotes, which would be spoken. Write "squat".',
        ),
        ("title: x\nsections:\n- exercises:\n    • squat\n", "Write one item a line, each after '- ' in place of '•'."),
        ("title: x\nsections:\n- exercises:\n    1. squat\n    2. lunge\n", "each after '- ' in place of '1.'."),
        ("title: x\nsections:\n- exercises:\n    -squat\n    -lunge\n", "each after '- ' in place of '-'."),
    ],
)
def test_what_yaml_takes_for_something_else_is_told_as_what_it_is(tmp_path: Path, text: str, told: str) -> None:
    assert told in refusal(tmp_path, text)


def test_slips_and_other_faults_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as caught:
        parse(b"title: Legs: all\nrest 30 s\nabout: 'Don't'\nabout: x\n", "f")
    assert [str(fault.place) for fault in caught.value.faults] == ["f:1:8", "f:2:5", "f:3:8", "f:4:1"]
    text = "title: Legs: all\nrest: soon\nsections: [{exercises: [sqat]}]\n"
    assert refusal(tmp_path, text).endswith("(2 more after this one.)")


def test_a_file_of_nothing_but_slips_is_given_up_in_a_moment() -> None:
    told, _ = read("".join(f"a{n}: b: c\n" for n in range(5000)))
    assert 1 < len(told) <= 21


LINES = [line for file in sorted(LIBRARY.glob("*/*.yaml")) for line in file.read_text().splitlines() if line.strip()]


@given(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=8),
    st.integers(0, 7),
    st.integers(0, 60),
    st.sampled_from(
        ["", "\t", " ", '"', "'", ": ", "{", "}", "[", "]", "- ", ",", "#1", "“", "\\", "*", "\u00a0", "|"]
    ),
)
def test_any_slip_in_any_lines_is_told_with_a_place_in_them(lines: list[str], at: int, column: int, slip: str) -> None:
    changed = list(lines)
    number = at % len(changed)
    changed[number] = changed[number][:column] + slip + changed[number][column + 1 :]
    text = "\n".join(changed)
    faults = Faults()
    try:
        parse(text.encode(), "f", faults)
        faults.raise_any("f")
    except DefinitionError as error:
        for fault in error.faults:
            assert not isinstance(fault.place, str)
            assert 1 <= fault.place.line <= len(changed) + 1
            assert "\n" not in str(fault)


@pytest.mark.parametrize("end", ["\r", "\r\n", "\u2028", "\u2029", "\x85"])
def test_lines_are_counted_as_the_parser_counts_them(end: str) -> None:
    text = end.join(["title: Legs", "rest: 30 s", "sections: [{exercises: [squat}]"])
    with pytest.raises(DefinitionError) as caught:
        parse(text.encode(), "mine.yaml")
    assert str(caught.value.place).startswith("mine.yaml:3:")


def test_a_line_of_nothing_but_tabs_is_no_trouble() -> None:
    with pytest.raises(DefinitionError, match="the quote"):
        parse(b'title: "x\nsections:\n\t\nhold: tr- exercises: at,[qus \n ue - exercise\ns: x\n', "mine.yaml")
