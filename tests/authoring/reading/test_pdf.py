"""The text of PDF files."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from tests.authoring.containers import lines, pdf
from tests.fuzz.bombs.pdfs import one_page, stream
from voicecoach.authoring.document import Document
from voicecoach.authoring.reading import pdf_apart, read_document
from voicecoach.authoring.reading.line_joining import joined
from voicecoach.authoring.reading.pdf import MAX_DRAWN_BYTES, MAX_PAGES, pdf_text
from voicecoach.errors import DefinitionError

PAGE = lines(
    "Leg day (easy)",
    "",
    "Begin with a warm-up of ten minutes, and go on as soon as you are well",
    "warmed up and out of breath.",
    "",
    "- Squats 3x10, slowly down and quickly up, with your heels on the floor",
    "- Lunges 3x8 each leg",
    "",
    "Exercise        Sets   Reps",
    "Plank           3      30 s",
)


def test_broken_lines_are_joined_and_lists_and_tables_are_not() -> None:
    assert [line for line in pdf_text(pdf(PAGE), "plan.pdf").split("\n") if line] == [
        "Leg day (easy)",
        "Begin with a warm-up of ten minutes, and go on as soon as you are well warmed up and out of breath.",
        "- Squats 3x10, slowly down and quickly up, with your heels on the floor",
        "- Lunges 3x8 each leg",
        "Exercise        Sets   Reps",
        "Plank           3      30 s",
    ]


def test_it_is_read_in_a_process_of_its_own() -> None:
    found = read_document(pdf(PAGE), "plan.pdf")
    assert isinstance(found, Document)
    assert found.blocks[0].text == "Leg day (easy)"
    with pytest.raises(DefinitionError, match=r"bad.pdf: this PDF file is damaged\. Open it, print it"):
        read_document(b"%PDF-1.7\nnothing", "bad.pdf")


def test_what_takes_its_reader_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_apart, "MOST_S", 0.001)
    with pytest.raises(DefinitionError, match=r"plan\.pdf: reading this PDF takes too long, or too much memory"):
        pdf_apart.pdf_text_apart(pdf(PAGE), "plan.pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system may bound less")
def test_a_page_that_keeps_its_reader_busy_is_refused() -> None:
    drawn = b"BT /F1 1 Tf " + b"[(a)9(b)9(c)9]TJ " * 40_000
    with pytest.raises(DefinitionError, match=r"bomb\.pdf: reading this PDF takes too long, or too much memory"):
        read_document(one_page(stream(drawn)), "bomb.pdf")


def test_columns_of_prose_come_one_after_the_other() -> None:
    left = [f"On the left this is line number {number}" for number in range(8)]
    right = [f"while on the right it is line {number}" for number in range(8)]
    page = [*lines("Both columns"), *lines(*left, top=760), *lines(*right, x=330, top=760)]
    assert [line for line in pdf_text(pdf(page), "plan.pdf").split("\n") if line] == ["Both columns", *left, *right]


def test_columns_of_a_table_stay_beside_each_other() -> None:
    page = [*lines(*["Squats"] * 8), *lines(*["3x10"] * 8, x=330)]
    text = pdf_text(pdf(page), "plan.pdf")
    assert all("Squats" in line and "3x10" in line for line in text.split("\n") if line)


def test_what_all_pages_have_at_their_ends_goes() -> None:
    pages = [
        lines("The Running Shed", "", f"Squats {at}x10 in part {'abc'[at - 1]}", "", f"Page {at}") for at in (1, 2, 3)
    ]
    assert [line for line in pdf_text(pdf(*pages), "plan.pdf").split("\n") if line] == [
        "Squats 1x10 in part a",
        "Squats 2x10 in part b",
        "Squats 3x10 in part c",
    ]


def test_what_is_done_on_all_pages_stays() -> None:
    pages = [lines("Squats 3x10", f"Then something else for day {at}", "Lunges 3x8") for at in (1, 2, 3)]
    text = pdf_text(pdf(*pages), "plan.pdf")
    assert (text.count("Squats 3x10"), text.count("Lunges 3x8")) == (3, 3)


def test_a_pdf_becomes_a_document_that_says_what_is_lost() -> None:
    found = read_document(pdf(PAGE), "plan.pdf")
    assert isinstance(found, Document)
    assert found.blocks[0].text == "Leg day (easy)"
    assert "PDF" in found.notes[0]


def test_a_scan_is_refused() -> None:
    with pytest.raises(DefinitionError, match="there is no text in this PDF"):
        read_document(pdf([]), "scan.pdf")


def test_a_password_is_told() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(PAGE))))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    with pytest.raises(DefinitionError, match="this PDF has a password"):
        read_document(file.getvalue(), "locked.pdf")


def test_a_book_is_refused() -> None:
    with pytest.raises(DefinitionError, match=f"{MAX_PAGES} are the most"):
        read_document(pdf(*[lines("A page")] * (MAX_PAGES + 1)), "book.pdf")


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(DefinitionError, match="damaged"):
        read_document(b"%PDF-1.7\nnothing else", "half.pdf")


def test_a_word_that_was_parted_is_whole_again() -> None:
    first = "Keep your back straight, push through your heels, and finish the exer-"
    assert joined([first, "cise slowly."]).endswith("the exercise slowly.")


@pytest.mark.parametrize("pages", [1, 6])
def test_what_is_small_only_while_it_is_packed_is_refused(pages: int) -> None:
    packed = PdfWriter(
        clone_from=PdfReader(BytesIO(pdf(*[lines("Squats " * (MAX_DRAWN_BYTES // pages // 6))] * pages)))
    )
    for page in packed.pages:
        page.compress_content_streams()
    file = BytesIO()
    packed.write(file)
    assert len(file.getvalue()) < 100_000
    with pytest.raises(DefinitionError, match="draw more than"):
        read_document(file.getvalue(), "bomb.pdf")


def test_fonts_that_are_large_for_each_page_are_refused() -> None:
    packed = PdfWriter(clone_from=PdfReader(BytesIO(pdf(*[lines("Squats 3x8")] * 20))))
    letters = DecodedStreamObject()
    letters.set_data(b"begincmap\n" + b" " * (MAX_DRAWN_BYTES // 4))
    named = packed._add_object(letters.flate_encode())  # noqa: SLF001 - how its own examples add one
    for page in packed.pages:
        font: Any = page["/Resources"]
        font["/Font"]["/F1"][NameObject("/ToUnicode")] = named
    file = BytesIO()
    packed.write(file)
    assert len(file.getvalue()) < 50_000
    with pytest.raises(DefinitionError, match="draw more than"):
        read_document(file.getvalue(), "bomb.pdf")
