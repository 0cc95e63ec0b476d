"""The page and the sheet of sessions with every kind of section."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.every_kind import EVERYTHING, SECTIONS, session_of
from tests.programme.examples import episode, of_kinds
from tests.programme.test_page import bars_of
from voicecoach.definitions.amounts import Load, LoadUnit
from voicecoach.definitions.session import Session, WarmUp
from voicecoach.plan.choices import Choices
from voicecoach.programme.model import Episode, Programme
from voicecoach.programme.page import page
from voicecoach.programme.page_view import PageView, page_view
from voicecoach.programme.script_data import script_data
from voicecoach.programme.session_view import SessionView
from voicecoach.programme.sheet import HEIGHT_MM, Sheet, height_mm, sheet


def shared(*episodes: Episode) -> Programme:
    return Programme("Kinds", episodes)


def view_of(*names: str) -> SessionView:
    (session,) = page_view(shared(of_kinds(*names))).sessions
    return session


def sheet_of(*names: str) -> Sheet:
    one = of_kinds(*names)
    return sheet(shared(one), one)


def steps_of(*names: str) -> list[str]:
    one = of_kinds(*names)
    return [text for _, _, text, _ in json.loads(json.dumps(script_data(one)))["steps"]]


def test_the_chapters_of_rounds_stand_together() -> None:
    parts = view_of("straight", "superset", "circuit", "amrap").parts
    assert [(part.number, part.title) for part in parts] == [
        (None, ""),
        (1, "Squats"),
        (2, "Side plank"),
        (3, "Squats + Rows"),
        (4, "Round and round"),
        (5, "Squats + Lunges + Plank"),
        (None, ""),
    ]
    assert [chapter.title for chapter in parts[1].chapters] == ["set 1", "set 2"]
    assert [chapter.title for chapter in parts[3].chapters][:3] == [
        "Squats, round 1",
        "Rows, round 1",
        "Squats, round 2",
    ]
    circuit = parts[4].chapters[0]
    assert (circuit.title, circuit.full) == ("Lunges, round 1", "Round and round: Lunges, round 1")


def test_titled_sections_do_not_repeat_their_title_in_every_chapter() -> None:
    session = session_of("straight")
    titled = replace(session, sections=(replace(session.sections[0], title="Main part"),))
    (one,) = page_view(shared(episode(1, titled))).sessions
    assert [chapter.title for part in one.parts for chapter in part.chapters][1:3] == ["set 1", "set 2"]
    assert (one.plan[0].title, one.plan[0].note) == ("Main part", "")


@pytest.mark.parametrize("name", SECTIONS)
def test_each_kind_has_a_drawing_from_end_to_end_and_stretches_in_order(name: str) -> None:
    one = view_of(name)
    assert bars_of(one)[-1][1] == pytest.approx(1000, abs=0.1)
    assert [stretch.number for stretch in one.stretches] == list(range(1, len(one.stretches) + 1))
    for before, after in zip(one.stretches, one.stretches[1:], strict=False):
        assert before.x + before.width == pytest.approx(after.x, abs=0.1)


def test_what_is_going_on_is_said_for_every_kind() -> None:
    superset = steps_of("superset")
    assert superset[:4] == ["Welcome", "Get ready: Squats", "Squats, round 1 of 3", "Rows, 16 kg, round 1 of 3"]
    assert superset[4] == "Rest. Next: Squats"
    assert steps_of("amrap")[1:3] == ["Get ready: Squats + Lunges + Plank", "Squats + Lunges + Plank"]
    assert "Jumping jacks, interval 2 of 4" in steps_of("emom")
    assert "Rest. Next: Jumping jacks" in steps_of("emom")
    assert steps_of("exact")[2:6] == [
        "Side plank, set 1 of 2, left side",
        "Change sides: right side",
        "Side plank, set 1 of 2, right side",
        "Rest",
    ]


def test_the_last_number_of_a_set_is_marked_as_the_end_of_it() -> None:
    one = of_kinds("superset")
    lines = json.loads(json.dumps(script_data(one)))["lines"]
    closing = [event.start for event in one.timeline.events if event.closing]
    assert closing
    assert [at for at, _, marks in lines if marks & 2] == closing
    assert all(marks & 1 for at, _, marks in lines if at in closing and marks & 2)


def test_a_repetition_is_drawn_only_where_there_are_phases() -> None:
    exercises = {one.title: one for one in page_view(shared(of_kinds("pyramid", "amrap", "intervals"))).exercises}
    assert [phase.name for phase in exercises["Squats"].phases] == ["down", "up"]
    assert not exercises["Burpees"].phases
    tempos = {title: exercises[title].tempo for title in ("Burpees", "Plank", "Jumping jacks")}
    assert tempos == {"Burpees": "4 s each", "Plank": "held still", "Jumping jacks": ""}
    text = page(shared(of_kinds("pyramid", "amrap", "intervals")))
    assert text.count("Held still") == 2
    assert "4 s each" in text


def test_a_list_has_no_tempo() -> None:
    (section,) = view_of("amrap").plan
    assert [row.tempo for row in section.rows] == ["", "", "held still"]


def test_a_sheet_has_boxes_for_sets_and_rounds_and_room_for_a_result() -> None:
    straight, circuit, amrap, for_time, emom = sheet_of("straight", "circuit", "amrap", "for-time", "emom").sections
    assert [row.boxes for row in straight.rows] == [2, 1]
    assert [row.boxes for row in circuit.rows] == [2, 2, 2]
    assert circuit.note == "Round and round. Circuit: 2 rounds, 25 s of rest between them"
    assert [row.boxes for row in amrap.rows] == [0, 0, 0]
    assert amrap.note == "As many rounds as possible in 4 min. Rounds done: ________"
    assert [row.boxes for row in for_time.rows] == [3, 3]
    assert for_time.note.endswith("at most 3 min. Time: ________")
    assert [row.boxes for row in emom.rows] == [2, 2]


@pytest.mark.parametrize("names", [(name,) for name in SECTIONS] + [EVERYTHING])
def test_a_sheet_of_any_kind_fits(names: tuple[str, ...]) -> None:
    assert height_mm(sheet_of(*names)) <= HEIGHT_MM


def test_who_warms_up_in_the_session_is_not_told_to_do_it_first() -> None:
    session = replace(session_of("straight", "superset"), warm_up=WarmUp.ELSEWHERE)
    warm_up, main = session.sections
    with_warm_up = replace(session, sections=(replace(warm_up, title="Warm-up"), main))
    for one, told in ((session, True), (with_warm_up, False)):
        made = episode(1, one)
        assert ("Warm up first." in sheet(shared(made), made).safety) == told


def weeks_of(session: Session) -> PageView:
    return page_view(shared(*(episode(week, session, Choices(weeks=3)) for week in (1, 2, 3))))


def test_the_weeks_tell_loads_and_nothing_of_ranges_where_there_are_none() -> None:
    session = session_of("superset")
    (section,) = session.sections
    building = replace(section.exercises[1], load=Load(20, LoadUnit.KG, 30, 3))
    builds = replace(session, sections=(replace(section, exercises=(section.exercises[0], building)),), weeks=3)
    view = weeks_of(builds)
    assert dict(view.progress[0].rows)["Rows"] == tuple(f"3 × 5 reps with {kilos} kg" for kilos in (20, 25, 30))
    assert view.moving_on.startswith("Stay on a week until every set is done in good form.")
    assert weeks_of(replace(session, weeks=3)).moving_on == ""
