"""Pictures of moves for the chapters of a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from PIL import Image

from tests.plan.laid import Laid, laid
from tests.plan.sessions import choices, sessions
from voicecoach.cache.store import Cache
from voicecoach.definitions.load import load_session
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.session import Session
from voicecoach.pipeline import move_pictures
from voicecoach.pipeline.move_pictures import MOST_BYTES, MOST_PICTURE_BYTES, SIDES_PX, Pictures, chapter_pictures
from voicecoach.plan.choices import Choices


@pytest.fixture
def store() -> Iterator[Cache]:
    with Cache.in_memory() as cache:
        yield cache


def session(line: str, choices: Choices | None = None) -> Laid:
    return laid(load_session(line), choices or Choices())


def pictures(one: Laid, store: Cache) -> Pictures:
    return chapter_pictures(one.workout, one.timeline.chapters, store, pytest.fail)


def without_figure(one: Laid, entry: int) -> Laid:
    """The same where an exercise of the first section has no figure."""
    section, *others = one.workout.sections
    works = list(section.works)
    works[entry] = replace(works[entry], exercise=replace(works[entry].exercise, figure=None))
    sections = (replace(section, works=tuple(works)), *others)
    return Laid(replace(one.workout, sections=sections), one.timeline)


def side(picture: bytes) -> int:
    with Image.open(io.BytesIO(picture)) as image:
        assert image.size[0] == image.size[1]
        return image.size[0]


def test_every_chapter_of_a_move_with_a_figure_has_its_picture(store: Cache) -> None:
    one = without_figure(session("2x8 squats rest 60 s; 2x8 push-ups; 2x30 s plank"), entry=2)
    found = pictures(one, store)
    shown = [(chapter.title, found.get(chapter.place) if chapter.place else None) for chapter in one.timeline.chapters]
    assert [bool(picture) for _, picture in shown] == [False, *[True] * 4, *[False] * 3], shown
    assert len(set(found.values())) == 2
    assert all(side(picture) == SIDES_PX[0] and len(picture) <= MOST_PICTURE_BYTES for picture in found.values())


def test_chapters_are_of_what_is_done_in_them() -> None:
    one = session("3 rounds: 40/20 squats, plank, lunges; rest 60 s; AMRAP 5 min: 8 squats, 8 push-ups")
    for chapter in one.timeline.chapters:
        if chapter.place is not None:
            works = one.workout.works_at(chapter.place)
            assert any(work.exercise.title in chapter.title for work in works), chapter


@given(sessions(), choices)
def test_in_any_session_a_chapter_knows_what_is_done_in_it(made: Session, chosen: Choices) -> None:
    one = laid(made, chosen)
    assert any(chapter.place for chapter in one.timeline.chapters) == bool(one.works)
    for chapter in one.timeline.chapters:
        if chapter.place:
            names = {work.exercise.name for work in one.workout.works_at(chapter.place)}
            work = next(step for step in one.works if step.end > chapter.start)
            assert work.exercise in {None, *names}
            assert work.section == chapter.place[0] + 1


def test_a_list_shows_its_moves_together(store: Cache) -> None:
    together = pictures(session("AMRAP 5 min: 8 squats, 8 push-ups"), store)
    alone = pictures(session("2x8 squats"), store)
    assert len(together) == 1
    assert set(together.values()) != set(alone.values())


def test_the_same_move_has_the_same_picture_and_a_variation_may_have_another(store: Cache) -> None:
    plain, twice = (pictures(session(line), store) for line in ("2x8 squats", "2x8 squats; 2x30 s plank; 3x5 squats"))
    assert set(plain.values()) < set(twice.values())
    assert len(set(twice.values())) == 2


class Drawing:
    """Counts what is drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        drawn = move_pictures.drawn_square

        def counted(moves: tuple[Exercise, ...], px: int) -> bytes:
            self.count += 1
            return drawn(moves, px)

        monkeypatch.setattr(move_pictures, "drawn_square", counted)


def test_each_is_drawn_once_and_kept(store: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing, one = Drawing(monkeypatch), session("3 rounds: 40/20 squats, plank; rest 60 s")
    first = pictures(one, store)
    assert drawing.count == 2
    assert pictures(one, store) == first
    assert drawing.count == 2
    assert set(store.summary().bytes_by_kind) == {"picture"}


@pytest.mark.parametrize("change", ["figure", "muscles", "drawing"])
def test_what_shapes_a_picture_draws_it_anew(monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    squat = load_session("2x8 squats").items[0].exercise
    key = move_pictures.picture_key((squat,), 400)
    if change == "figure":
        assert squat.figure
        squat = replace(squat, figure=replace(squat.figure, beyond=True))
    elif change == "muscles":
        squat = replace(squat, muscles=squat.muscles[:1])
    else:
        monkeypatch.setattr(move_pictures, "drawing_digest", lambda: "other")
    assert move_pictures.picture_key((squat,), 400) != key


def test_very_many_chapters_have_smaller_pictures(store: Cache) -> None:
    one = session("60 rounds: 20/10 squats, plank, push-ups; rest 20 s", Choices(unlimited=True))
    found = pictures(one, store)
    chapters = [chapter.place for chapter in one.timeline.chapters if chapter.place]
    assert sum(len(found[place]) for place in chapters) <= MOST_BYTES < len(chapters) * 4500
    assert len({side(picture) for picture in found.values()}) == 1
    assert side(next(iter(found.values()))) < SIDES_PX[0]


def test_a_picture_that_would_be_too_large_is_smaller(store: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(move_pictures, "MOST_PICTURE_BYTES", 2500)
    found = pictures(session("2x8 squats"), store)
    assert all(len(picture) <= 2500 for picture in found.values())
    assert side(*found.values()) < SIDES_PX[0]


def test_where_nothing_draws_there_are_none_and_the_user_is_told(store: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    notes: list[str] = []
    one = session("2x8 squats")
    assert chapter_pictures(one.workout, one.timeline.chapters, store, notes.append) == {}
    assert "no pictures" in notes[0]
    assert "resvg-py" in notes[0]
