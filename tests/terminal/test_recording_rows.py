"""What is seen while sentences are recorded, on terminals of any size."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from voicecoach.pipeline.sentences import Sentence
from voicecoach.terminal.canvas import Canvas
from voicecoach.terminal.recording_rows import HINTS, Shown, Stage, rows

QUESTION = Sentence("Something hurts, or you get dizzy?", 6, "Grab these first.", "Then stop.")
LONG = Sentence("Keep your knees over your toes. " * 8, 1)
READY = Shown(QUESTION, 12, 240, 18, Stage.READY, 0.1)
SIZES = [(30, 10), (40, 12), (80, 24), (120, 50)]


def text(shown: Shown, width: int = 80, height: int = 24, encoding: str = "utf-8") -> str:
    return "\n".join(row.plain for row in rows(shown, Canvas(width, height, encoding)))


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("sentence", [QUESTION, LONG, Sentence("Zwölf. 十二", 0), Sentence("x" * 300, 1)])
@pytest.mark.parametrize("stage", Stage)
def test_it_fits_and_has_the_sentence(width: int, height: int, sentence: Sentence, stage: Stage) -> None:
    shown = Shown(sentence, 1, 1, 1, stage, 0.5, 2.0, notice="It is very quiet. " * 9)
    found = rows(shown, Canvas(width, height))
    assert len(found) <= height
    assert all(cell_len(row.plain) <= width for row in found)
    if len(sentence.text) < width * (height - 9):
        assert sentence.text.split()[-1][-20:] in "".join(row.plain for row in found)


def test_it_shows_the_sentence_large_and_as_it_is_written_between_its_neighbours() -> None:
    shown = text(READY)
    assert shown.startswith("12 of 240, about 18 minutes left, heard 6 times\n")
    places = [shown.index(part) for part in ("… Grab these first.", "▀▄", QUESTION.text, "Then stop. …", "level ")]
    assert places == sorted(places)


def test_what_has_no_large_letters_or_no_room_is_shown_plainly() -> None:
    for shown in (text(READY, height=16), text(READY, encoding="ascii")):
        assert "▀" not in shown
        assert QUESTION.text in shown
    assert "▀" not in text(Shown(Sentence("Zwölf 十二", 1), 1, 1, 1, Stage.READY, 0.1))


@pytest.mark.parametrize(
    ("stage", "has_recording", "expected"),
    [
        (Stage.READY, False, "Space records."),
        (Stage.READY, True, "Recorded. Space records it again, s goes on."),
        (Stage.RECORDING, False, "Recording, 2.0 s. Space stops."),
        (Stage.TAKEN, False, "2.0 s. Enter keeps it, p plays it, r records it again."),
    ],
)
def test_it_says_what_can_be_done(stage: Stage, has_recording: bool, expected: str) -> None:
    shown = text(Shown(QUESTION, 1, 2, 1, stage, 0.1, 2.0, has_recording)).splitlines()
    assert expected in shown
    assert shown[-1] == "   ".join(HINTS[stage])


@pytest.mark.parametrize(
    ("peak", "share", "style"),
    [(0.0, 0.0, "green"), (0.001, 0.0, "green"), (0.0316, 0.5, "green"), (0.5, 0.9, "yellow"), (1.0, 1.0, "red")],
)
def test_the_meter_shows_how_loud_it_is(peak: float, share: float, style: str) -> None:
    (meter,) = [row for row in rows(Shown(QUESTION, 1, 2, 1, Stage.READY, peak), Canvas(80, 24)) if "dB" in row.plain]
    bar = meter.plain.count("━"), meter.plain.count("─")
    assert bar[0] / sum(bar) == pytest.approx(share, abs=0.02)
    assert meter.spans[0].style == style or not bar[0]
