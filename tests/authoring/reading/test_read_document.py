"""What a file is: by its content first, by its name second, or a message that says what to do."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.authoring.containers import archive, docx, lines, paragraph, pdf
from voicecoach.authoring.document import MOST_LINES, Document
from voicecoach.authoring.importing import imported
from voicecoach.authoring.reading import MAX_BYTES, read_document
from voicecoach.authoring.written import Written
from voicecoach.errors import DefinitionError, VoicecoachError

ZWO = "<workout_file><workout><SteadyState Duration='60' Power='0.6'/></workout></workout_file>"
TEXTS = {
    "csv": "exercise,sets,reps\nSquats,3,10\n",
    "liftoscript": "# Week 1\n## Day 1\nSquat / 3x8 / 60kg / progress: lp(5kg)\n",
    "zwo": ZWO,
    "json": '[{"name": "Squats", "instructions": ["Stand.", "Sit."]}]',
    "gaps": "First exercise: squats.\n[Gap: 30 seconds]\nNext: lunges.\n(pause 20 s)\n",
    "line": "3 rounds: 10 squats, 8 lunges",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_format_is_known_by_its_content(text: str) -> None:
    found = read_document(text.encode(), "plan.txt")
    assert isinstance(found, Written)
    assert found.sections


@pytest.mark.parametrize(
    "text",
    [
        "Squats 3x10\nLunges 3x8\n",
        "# Leg day\n\n- **Squats** 3x10\n",
        "Monday, then Tuesday, then rest.\nSquats, 3 sets, 10 reps\n",
        "Squats 3x10 (2 s pause)\nLunges / 3x8 / 60 s\n",
        "<html><body><p>Squats 3x10</p></body></html>",
    ],
)
def test_what_is_no_format_is_read_as_a_text(text: str) -> None:
    found = read_document(text.encode(), "plan.txt")
    assert isinstance(found, Document)
    assert "Squats" in " ".join(block.text for block in found.blocks)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "nothing in this file"),
        (b" \n\t\n", "nothing in this file"),
        (b"\xef\xbb\xbf", "nothing in this file"),
        (b"a" * (MAX_BYTES + 1), "are the most"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"{\\rtf1 Squats}", "RTF"),
        (b"ID3\x04", "recording"),
        (b"\x1f\x8b\x08", "archive"),
        (b"bplist00", "web archive of Safari"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (archive({"xl/workbook.xml": ""}), r"Save it as CSV"),
        (archive({"content.xml": ""}), "OpenDocument"),
        (archive({"photo.jpg": ""}), "archive"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"Squats\0\0\0 3x10", "isn't a text"),
        (b"\x01\x02\x03\x04\x05\x06 noise", "isn't a text"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"\x81\x8d\x8f", "neither UTF-8 nor Windows-1252"),
        (b"<html><body></body></html>", "no text in this page"),
        (b'[{"instructions": []}]', "this is no exercise"),
        (b'{"a": ', "isn't JSON"),
        (b"[" * 100_000 + b'{"', "isn't JSON|too deep"),
    ],
)
def test_what_cant_be_read_is_told_with_what_to_do(data: bytes, problem: str) -> None:
    name = "plan.json" if data.startswith(b"[[") else "plan.xyz"
    with pytest.raises(DefinitionError, match=problem) as error:
        read_document(data, name)
    assert str(error.value).startswith(name)
    assert error.value.fix


def test_a_file_of_ones_own_is_sent_elsewhere() -> None:
    with pytest.raises(DefinitionError, match=r"voicecoach check mine\.yaml"):
        read_document(b"title: A\nsections:\n  - exercises: [squat]\n", "mine.yaml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_utf_is_read_by_its_mark(encoding: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    data = marks.get(encoding, b"") + "Squats – 3×10\r\nLunges\r\n".encode(encoding)
    found = read_document(data, "plan.txt")
    assert isinstance(found, Document)
    assert [block.text for block in found.blocks] == ["Squats – 3×10", "Lunges"]
    assert not found.notes


def test_what_isnt_utf_is_read_as_windows_writes_and_told() -> None:
    found = read_document("Plié – 3×10\nLunges 3x8\n".encode("cp1252"), "plan.txt")
    assert isinstance(found, Document)
    assert found.blocks[0].text == "Plié – 3×10"
    assert "Windows-1252" in found.notes[0]


def test_a_page_is_read_in_the_encoding_that_it_names() -> None:
    page = '<html><meta charset="koi8-r"><body><p>Приседания 3x10</p></body></html>'
    found = read_document(page.encode("koi8-r"), "page.html")
    assert isinstance(found, Document)
    assert found.blocks[0].text == "Приседания 3x10"
    assert not found.notes


def test_a_page_that_was_saved_as_one_file_is_read() -> None:
    data = (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n--X\n"
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<html><body><p>Squats =C3=97 10</p></body></html>\n--X--\n"
    )
    found = read_document(data.encode(), "page.mhtml")
    assert isinstance(found, Document)
    assert found.blocks[0].text == "Squats × 10"


_STARTS = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html>",
    b"<workout_file>",
    b'[{"name": "',
    b"exercise,sets\n",
    b"# Week 1\n## Day 1\nSquat / 3x8 / ",
    b"[Gap: 30 s]\n[Gap: 20 s]\n",
    docx(paragraph("Squats"))[:400],
    pdf(lines("Squats 3x10 and lunges 3x8, slowly"))[:400],
]


@given(st.sampled_from(_STARTS), st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_nothing_but_the_projects_own_errors_comes_out_of_bytes(start: bytes, data: bytes) -> None:
    _read_or_refused(start + data)


_WORDS = st.sampled_from(
    re.split(
        " ",
        "Squat / 3x8 [1-4] ... // # ## , ; : \t | [Gap: 5 s] (pause 1 s) <p> <li> </p> <table> <td> exercise sets "
        'reps 10 each @8 60kg rest 90s {~ ~} { } " [ ] week day A1 set 1 superset: A \n \n\n',
    )
)


@given(
    st.lists(_WORDS, max_size=60).map(" ".join), st.sampled_from(["txt", "csv", "html", "liftoscript", "json", "zwo"])
)
@settings(max_examples=300, deadline=None)
@example("Squat[1-999] / ...Squat / 3x8", "liftoscript")
@example("exercise,sets\nSquat,999", "csv")
@example("squat 3x999999999; lunge 10", "txt")
def test_nothing_but_the_projects_own_errors_comes_out_of_texts(text: str, suffix: str) -> None:
    _read_or_refused(text.encode(), f"plan.{suffix}")


def _read_or_refused(data: bytes, name: str = "plan.txt") -> None:
    with suppress(VoicecoachError):
        assert isinstance(read_document(data, name), (Document, Written))


PIECES = (
    "<!--a-->",
    "[Gap: 5 s] a. ",
    "a / 3x8 / progress: x\n",
    "#\n\n\n",
    "[[[[",
    "**a ",
    "a,b\n",
    "\n",
    "switch ",
    "{~",
    "a | b\n",
    "- Squats 3x10\n",
    "1. Tall poppies\n\nDo them well.\n\n",
    "<li>Squats 3x10</li>\n",
)
SUFFIXES = ("txt", "csv", "liftoscript", "md", "html")


def _every_format() -> Iterator[object]:
    """Each piece as a text and in one other format, and the rest of the table where there is time for it."""
    for row, piece in enumerate(PIECES):
        for column, suffix in enumerate(SUFFIXES):
            is_usual = suffix == "txt" or column == 1 + row % (len(SUFFIXES) - 1)
            yield pytest.param(piece, suffix, marks=() if is_usual else pytest.mark.lengthy)


MOST_READ = 100_000
"""Of so many characters, or as many lines as are read, are the texts that are compared with a quarter of them."""
MOST_TIMES, NOISE_S = 10, 0.5
"""What grows with the square takes 16 times as long for four times as much."""


def _seconds_for(piece: str, suffix: str, times: int, first: str = "") -> float:
    data = (first + piece * times).encode()
    begin = time.process_time()
    with suppress(VoicecoachError):
        imported(data, f"plan.{suffix}")
    return time.process_time() - begin


def _is_linear(piece: str, suffix: str, first: str = "") -> bool:
    times = min(MOST_READ // len(piece), MOST_LINES // max(1, piece.count("\n")))
    _seconds_for(piece, suffix, 1, first)  # what is loaded once is no part of it
    quarter_s = _seconds_for(piece, suffix, times // 4, first)
    return _seconds_for(piece, suffix, times, first) < MOST_TIMES * quarter_s + NOISE_S


@pytest.mark.parametrize(("piece", "suffix"), list(_every_format()))
def test_the_time_a_text_takes_grows_with_its_length_and_not_with_the_square_of_it(piece: str, suffix: str) -> None:
    assert _is_linear(piece, suffix)


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        ("Squats 3x10\n", "Keep your back straight and tall.\n"),
        ("Head turns 10\n", "Turn it as far as you can to the left, and hold.\n"),
        ("", "Neck stretches (15 seconds each):\nTilt left.\nTilt right.\nNod.\n"),
        ("", "Neck stretches (15 seconds each):\nStand tall.\n"),
        ("", "Run 1 min\nWalk 1 min\nRepeat 3 times\n"),
        ("", "10 squats, 12 rows and 9 lunges, three times\n"),
    ],
)
def test_so_does_the_time_of_what_is_told_below_one_or_done_again(first: str, piece: str) -> None:
    assert _is_linear(piece, "txt", first)


@pytest.mark.parametrize(
    ("suffix", "piece"), [("txt", "{}. Squats 3x10\n"), ("md", "{}. Squats 3x10\n"), ("html", "<p>{} Squats 3x10</p>")]
)
def test_of_a_long_text_only_the_beginning_is_read_and_that_is_told(suffix: str, piece: str) -> None:
    data = "".join(piece.format(at) for at in range(1, MOST_LINES + 100)).encode()
    found = imported(data, f"plan.{suffix}").written
    assert found.notes == (f"Only the first {MOST_LINES:,} lines were read: a session is shorter.",)
    assert sum(len(one.exercises) for one in found.sections) <= MOST_LINES
