"""Sections that stand in some weeks of a programme only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from voicecoach.definitions.load import load_session
from voicecoach.errors import ChoiceError, DefinitionError
from voicecoach.plan.choices import Choices
from voicecoach.plan.progression import turning_weeks, weeks_of
from voicecoach.plan.select import select

PROGRAMME = """\
title: Towards half an hour
sections:
  - {title: Warm-up, kind: intervals, work: 5 min, exercises: [fast-walk]}
  - {in_weeks: 1, kind: intervals, rest: 0 s, rounds: 8, exercises: [{exercise: jog, work: 60 s}]}
  - {in_weeks: 2-4, kind: intervals, rest: 0 s, rounds: 6, exercises: [{exercise: hop, work: 2 min}]}
exercises:
  fast-walk: {title: Fast walk}
  jog: {title: Jog}
  hop: {title: Hop}
"""


def written(folder: Path, text: str) -> str:
    file = folder / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(("week", "names"), [(1, "fast-walk jog"), (2, "fast-walk hop"), (4, "fast-walk hop")])
def test_a_week_has_its_own_sections(tmp_path: Path, week: int, names: str) -> None:
    session = load_session(written(tmp_path, PROGRAMME))
    workout = select(session, Choices(week=week))
    assert [work.exercise.name for work in workout.works] == names.split()
    assert [section.index for section in workout.sections] == [0, 1]
    assert (workout.week, workout.weeks) == (week, 4)


def test_a_week_past_the_last_is_the_last(tmp_path: Path) -> None:
    session = load_session(written(tmp_path, PROGRAMME))
    workout = select(session, Choices(week=9))
    assert [work.exercise.name for work in workout.works] == ["fast-walk", "hop"]
    repeated = select(session, Choices(week=6, weeks=8))
    assert [work.exercise.name for work in repeated.works] == ["fast-walk", "hop"]


def test_weeks_come_from_the_sections(tmp_path: Path) -> None:
    session = load_session(written(tmp_path, PROGRAMME))
    assert weeks_of(session) == 4
    assert turning_weeks(session) == [1, 2, 4]


def test_what_stands_in_another_week_only_is_told(tmp_path: Path) -> None:
    session = load_session(written(tmp_path, PROGRAMME))
    with pytest.raises(ChoiceError, match="None of its exercises of this week is hop"):
        select(session, Choices(week=1, only=("hop",)))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2-4", "soon", r"5:16: sections\[2\]\.in_weeks: 'soon' is no week. Write 3, or 2-4"),
        ("2-4", "4-2", r"in_weeks: '4-2' runs backwards. Write 2-4\."),
        ("2-4", "0-2", r"in_weeks: '0' is not a number of weeks from 1 to 1000"),
        ("2-4", "true", r"in_weeks: True is no week"),
        ("sections:", "weeks: 3\nsections:", r"in_weeks: the session has 3 weeks. Write weeks: 4"),
        ("{title: Warm-up,", "{in_weeks: 4, title: Warm-up,", None),
        ("in_weeks: 1", "in_weeks: 2", None),
    ],
)
def test_weeks_that_make_no_sense_are_told(tmp_path: Path, old: str, new: str, told: str | None) -> None:
    path = written(tmp_path, PROGRAMME.replace(old, new))
    if told is None:
        load_session(path)
        return
    with pytest.raises(DefinitionError, match=told):
        load_session(path)


def test_amounts_that_build_past_the_last_section_are_a_fault(tmp_path: Path) -> None:
    building = "title: x\nsections:\n  - {in_weeks: 1-2, exercises: [{exercise: squat, prescription: %s}]}\n"
    six, two = building % "3x8 to 12 over 6 weeks", building % "3x8 to 12 over 2 weeks"
    with pytest.raises(DefinitionError, match=r"no section stands in week 3.*Or end .*write weeks: 2"):
        load_session(written(tmp_path, six))
    assert weeks_of(load_session(written(tmp_path, two))) == 2
    assert weeks_of(load_session(written(tmp_path, f"weeks: 2\n{six}"))) == 2


def test_a_week_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    session = load_session(written(tmp_path, PROGRAMME))
    with pytest.raises(ChoiceError, match="Nothing of it stands in week 3"):
        select(replace(session, sections=session.sections[1:2], weeks=3), Choices(week=3))


def test_a_week_without_a_section_is_a_fault(tmp_path: Path) -> None:
    text = PROGRAMME.replace("{title: Warm-up,", "{in_weeks: 1, title: Warm-up,").replace("2-4", "3-4")
    with pytest.raises(DefinitionError, match=r"sections: no section stands in week 2. Give one of them in_weeks: 2"):
        load_session(written(tmp_path, text))
