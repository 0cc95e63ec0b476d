"""Front matter of notes, and what only looks like it."""

from __future__ import annotations

import time

import pytest

from voicecoach.authoring.formats.front_matter import front_matter
from voicecoach.authoring.importing import imported


@pytest.mark.parametrize("before", ["", "Notes\n", "A note\nof mine\n\n"])
def test_keys_between_dashes_are_no_part_of_the_text(before: str) -> None:
    front = front_matter(f"{before}---\ntitle: 'Legs'\ntags:\n  - gym\n- squat\n\nminutes: 12\n---\n# Squat\n")
    assert front
    assert (front.before, front.own.count("\n"), front.behind, front.title) == (before, 8, "# Squat\n", "Legs")


@pytest.mark.parametrize("keys", ["title:\nfoo: x\n", "title: ''\n", "tags: [gym]\n"])
def test_a_note_may_have_no_title(keys: str) -> None:
    front = front_matter(f"---\n{keys}---\n")
    assert front
    assert front.title is None


@pytest.mark.parametrize("own", ["\nSquats 3x10 reps\n", "- Squats 3x10\n- Rows 3x8\n", "\n    Squats 3x10\n", "\n"])
def test_what_stands_between_two_rules_is_the_authors(own: str) -> None:
    assert front_matter(f"# Legs\n---\n{own}---\n- Lunges 3x8\n") is None


def test_exercises_between_two_rules_are_read() -> None:
    note = b"# Legs\n---\n- Squats 3x10\n- Rows 3x8\n---\n- Lunges 3x8\n"
    sections = imported(note, "legs.md").written.sections
    assert [one.name for section in sections for one in section.exercises] == ["Squats", "Rows", "Lunges"]


@pytest.mark.parametrize("line", ["\n", " \n", "a: b\n", "- a\n", " a\n", "---\n"])
def test_no_text_takes_long(line: str) -> None:
    begin = time.process_time()
    front_matter("---\na: b\n" + line * 100_000 + "x")
    assert time.process_time() - begin < 5
