"""What is on the screen, in windows of any size."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.terminal.pictures import KEPT, NOTES, SCENES, SHOWN, SIZES, WORK, kept, sample, seen, text
from tests.terminal.small_session import TIMELINE
from voicecoach.terminal.block_letters import QUADRANTS, drawn
from voicecoach.terminal.canvas import HUES, Canvas, palette
from voicecoach.terminal.frame import coarse, frame
from voicecoach.terminal.layout import Space, solve
from voicecoach.terminal.lettering import Box
from voicecoach.terminal.lines import KEYS, State
from voicecoach.terminal.scene import scene
from voicecoach.timeline.view import View

STATES = st.builds(
    State,
    paused=st.booleans(),
    holding=st.booleans(),
    volume=st.floats(0, 1),
    muted=st.booleans(),
    notice=st.text(max_size=80),
    help=st.booleans(),
    notes=st.lists(st.text(max_size=90), max_size=12).map(tuple),
)


def shown(view: View, width: int, height: int, state: State | None = None, encoding: str = "utf-8") -> list[str]:
    return [row.plain.rstrip() for row in frame(view, state or State(), Canvas(width, height, encoding))]


def boxes(name: str, width: int, height: int) -> dict[str, Box]:
    view, state = SCENES[name]
    space = Space(width, height, QUADRANTS)
    return dict(solve(scene(view, state, space).ways, space))


@pytest.mark.parametrize(("name", "width", "height"), KEPT)
def test_a_screen_looks_as_it_was_found_good(name: str, width: int, height: int) -> None:
    assert text(name, width, height) == kept(name, width, height).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_the_pictures_in_the_docs_are_true(name: str) -> None:
    path, drawing = sample(name)
    assert path.read_text(encoding="utf-8") == drawing


# Any size


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 200), st.integers(1, 70), STATES, st.floats(0, 1), st.sampled_from(("utf-8", "ascii", "cp850")))
def test_every_size_is_kept(width: int, height: int, state: State, share: float, encoding: str) -> None:
    view = seen(int(share * TIMELINE.duration))
    rows = frame(view, state, Canvas(width, height, encoding))
    assert len(rows) <= height
    assert all(cell_len(row.plain) <= width for row in rows)
    assert all(character.isprintable() for row in rows for character in row.plain)
    if width >= 40 and height >= 12 and not state.help:
        assert len(rows) == height
        assert {cell_len(row.plain) for row in rows} == {width}


@pytest.mark.parametrize("name", SCENES)
def test_no_thing_stands_on_another(name: str) -> None:
    for width in (34, 52, 74, 114, 194):
        for height in (9, 14, 22, 38, 54):
            taken: set[tuple[int, int]] = set()
            for box in boxes(name, width, height).values():
                assert box.top + box.rows <= height
                assert box.left + box.columns <= width
                cells = {
                    (row, column)
                    for row in range(box.top, box.top + box.rows)
                    for column in range(box.left, box.left + box.columns)
                }
                assert not cells & taken
                taken |= cells


@pytest.mark.parametrize("name", ["work", "hold", "rest", "change", "lead-in", "pause", "long"])
def test_the_number_grows_with_the_window(name: str) -> None:
    heights = [boxes(name, width - 6, height - 2)["number"].height for width, height in SIZES]
    assert heights == sorted(heights)
    assert heights[0] >= 9
    assert heights[-1] >= 36


@pytest.mark.parametrize("name", ["work", "hold", "rest", "change", "lead-in", "pause", "long"])
def test_the_number_is_read_from_two_metres_in_the_usual_window(name: str) -> None:
    assert boxes(name, 74, 22)["number"].height >= 18


def test_the_phase_and_the_side_are_large_in_the_usual_window() -> None:
    assert min(boxes("work", 74, 22)[name].height for name in ("title", "place", "status")) >= 5
    assert boxes("change", 74, 22)["side"].height >= 10


def test_in_a_large_window_everything_is_in_large_letters() -> None:
    for name in ("work", "hold", "rest", "change", "lead-in"):
        assert all(box.height >= 5 for part, box in boxes(name, 194, 54).items() if part != "bar")


def test_in_a_rest_what_comes_next_is_the_big_thing() -> None:
    rows = boxes("rest", 114, 37)
    assert rows["title"].height >= 8
    assert {"side", "turn", "amount", "needs", "number", "bar"} <= set(rows)


def test_nothing_moves_while_a_step_lasts() -> None:
    first = boxes_of(replace(WORK, number=0, doing="Up", phase="Up"))
    for number, phase in ((3, "Hold"), (4, "Down")):
        assert boxes_of(replace(WORK, number=number, doing=phase, phase=phase, cue="", said="")) == first


def boxes_of(view: View) -> dict[str, Box]:
    space = Space(74, 22, QUADRANTS)
    return dict(solve(scene(view, State(), space).ways, space))


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize(("width", "height"), [(400, 30), (80, 24), (120, 40)])
def test_all_texts_are_there_in_letters_large_or_plain(name: str, width: int, height: int) -> None:
    view, state = SCENES[name]
    canvas = Canvas(width, height)
    space = Space(width - 6, height - 2, canvas.grain)
    found = scene(view, state, space)
    assert set(found.shown) <= set(solve(found.ways, space))


# States


def test_a_pause_a_wait_and_a_notice_are_said() -> None:
    assert any("Paused: space goes on" in row for row in shown(WORK, 80, 24, State(paused=True)))
    assert any("Ready? Space goes on" in row for row in shown(WORK, 80, 24, State(holding=True)))
    assert any("space go on" in row for row in shown(WORK, 80, 24, State(paused=True)))
    for width, height in ((30, 10), (40, 12), (80, 24)):
        rows = shown(WORK, width, height, State(notice="The sound device is gone."))
        assert any("The sound device is gone." in row for row in rows)
    assert any("muted" in row for row in shown(WORK, 40, 12, State(muted=True)))


def test_a_long_question_is_read_to_its_end() -> None:
    question = "Paused: the sound device is gone. It is looked for; q quits."
    rows = shown(WORK, 40, 12, State(notice=question))
    assert question in " ".join(" ".join(row.split()) for row in rows)


def test_notes_are_read_before_it_begins() -> None:
    rows = " ".join(" ".join(shown(seen(3000), 60, 30, State(notes=NOTES))).split())
    assert all(word in rows for note in NOTES for word in note.split()[-3:]) or "█" in rows
    many = tuple(f"This is note number {number}." for number in range(40))
    assert any("more, told again at the end" in row for row in shown(seen(3000), 60, 20, State(notes=many)))


@pytest.mark.parametrize(("width", "height"), [(80, 24), (80, 10), (30, 10)])
def test_help_names_every_key(width: int, height: int) -> None:
    rows = shown(WORK, width, height, State(help=True))
    joined = re.sub(r"\s+", " ", " ".join(rows))
    assert all(key in joined and what in joined for key, what in KEYS)


def test_the_times_behind_and_left_are_in_the_edge() -> None:
    edge = shown(WORK, 80, 24)[0]
    assert edge.split() == ["0:37", "Hold", "1:53", "left"]


# What a terminal can show


def test_the_smallest_terminal() -> None:
    assert shown(seen(91_000), 30, 10) == [
        "SIDEWAYS BAND WALK",
        "REST",
        "  ██  █████▙",
        "████      ██",
        "  ██  ▟████▛",
        "  ██  ██",
        "  ██  ▜█████ s",
        "Rest",
        "all  ━━━━━━━━━────── 0:59 left",
        "Next: Sideways band walk, 2 r…",
    ]


def test_no_room_for_big_digits() -> None:
    expected = ["2 of 4 Hold", "Step ups, set 1 of 1, le…", "1:53 left", "Next: right side."]
    assert shown(WORK, 25, 4) == expected


def test_a_terminal_without_block_characters() -> None:
    rows = shown(WORK, 80, 24, encoding="ascii")
    assert all(row.isascii() for row in rows)
    assert sum("##" in row for row in rows) >= 10
    assert set("".join(shown(WORK, 80, 24, encoding="cp850"))) & set("▀▄█")
    assert not set("".join(shown(WORK, 80, 24, encoding="cp850"))) & set("▘▝▖▗▚▞")


def test_titles_of_any_script_and_with_control_characters() -> None:
    view = replace(WORK, title="スクワット\x1b[2J", said="Größe: 5 €", cue="")
    assert any("スクワット [2J" in row for row in shown(view, 40, 24))
    assert any("Gr??e: 5 ?" in row for row in shown(view, 40, 24, encoding="ascii"))


def test_long_holds_are_counted_in_minutes() -> None:
    view = replace(WORK, kind="hold", reps=None, number=150, phases=(), phase="")
    assert drawn(("2:30",), 10, 4, QUADRANTS)[0] in shown(view, 30, 10)[2]
    assert "1800:00" in shown(replace(view, number=1800 * 60), 30, 10)[6]


# Colours


@pytest.mark.parametrize("colours", [*HUES, None])
def test_each_kind_has_its_colour_and_a_tick_turns_it_round(colours: str | None) -> None:
    kinds = ("work", "rest", "change", "lead-in")
    plain = [palette(kind, colours) for kind in kinds]
    lit = [palette(kind, colours, lit=True) for kind in kinds]
    assert len(set(plain)) == (4 if colours else 1)
    assert all(one.ground != other.ground for one, other in zip(plain, lit, strict=True))


def test_a_flash_is_the_whole_window_in_other_colours() -> None:
    one = replace(seen(120_000), tick=0)
    before, lit, after = (
        frame(view, State(), Canvas(80, 24, colours="truecolor")) for view in (one, replace(one, tick=3), one)
    )
    assert [row.plain for row in before] == [row.plain for row in lit]
    assert all(row.spans != other.spans or row.style != other.style for row, other in zip(before, lit, strict=True))
    assert before == after


def test_what_looks_the_same_is_the_same() -> None:
    canvas = Canvas(80, 24)
    assert coarse(seen(37_000), canvas) == coarse(seen(37_010), canvas)
    assert coarse(coarse(seen(37_123), canvas), canvas) == coarse(seen(37_123), canvas)
    assert coarse(seen(37_000), canvas) != coarse(seen(39_000), canvas)
