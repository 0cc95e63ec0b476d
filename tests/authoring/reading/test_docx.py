"""Word documents."""

from __future__ import annotations

import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.authoring.containers import archive, docx, paragraph, table
from tests.fuzz.bombs.documents import said_smaller
from voicecoach.authoring.document import BlockKind, Document
from voicecoach.authoring.reading import read_document
from voicecoach.authoring.reading.docx import MAX_ELEMENTS, MAX_XML_BYTES
from voicecoach.errors import DefinitionError

DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _read(data: bytes) -> Document:
    found = read_document(data, "plan.docx")
    assert isinstance(found, Document)
    return found


def test_headings_lists_and_tables_are_read() -> None:
    document = _read(
        docx(
            paragraph("Leg day", style="Title"),
            paragraph("Strength", style="Heading1"),
            paragraph("Rest a minute & a half."),
            paragraph("Squats 3x10", list_number=1),
            paragraph("slowly", list_number=1, level=1),
            paragraph("Lunges", list_number=2),
            table(("Exercise", "Time"), ("Plank", "30 s")),
        )
    )
    assert [(block.kind, block.text, block.marker) for block in document.blocks] == [
        (BlockKind.HEADING, "Leg day", ""),
        (BlockKind.HEADING, "Strength", ""),
        (BlockKind.PARAGRAPH, "Rest a minute & a half.", ""),
        (BlockKind.ITEM, "Squats 3x10", "-"),
        (BlockKind.ITEM, "slowly", "-"),
        (BlockKind.ITEM, "Lunges", "1."),
        (BlockKind.ROW_HEAD, "Exercise | Time", ""),
        (BlockKind.ROW, "Plank | 30 s", ""),
    ]
    assert [block.line for block in document.blocks] == list(range(1, 9))
    assert document.blocks[4].level == 1


def test_the_ending_of_the_name_doesnt_matter() -> None:
    found = read_document(docx(paragraph("Squats 3x10")), "plan.txt")
    assert isinstance(found, Document)
    assert found.blocks[0].text == "Squats 3x10"


def test_a_document_without_text_is_refused() -> None:
    with pytest.raises(DefinitionError, match="there is no text in this document"):
        _read(docx())


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(DefinitionError, match="damaged"):
        _read(archive({"word/document.xml": "<no"}))
    whole = docx(paragraph("Squats 3x10"))
    with pytest.raises(DefinitionError, match="damaged"):
        _read(whole[: len(whole) // 2])


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "boom">]>'
    with pytest.raises(DefinitionError, match="damaged"):
        _read(docx(paragraph("Squats"), before=bomb))


@pytest.mark.parametrize("text", [paragraph(" " * MAX_XML_BYTES), paragraph("Squats") * (MAX_ELEMENTS // 3)])
def test_what_is_small_only_while_it_is_packed_is_refused(text: str) -> None:
    with pytest.raises(DefinitionError, match="unpacked"):
        _read(docx(text))


def test_no_more_is_unpacked_than_a_text_says_to_have() -> None:
    bomb = said_smaller(zipfile.ZIP_DEFLATED)
    tracemalloc.start()
    try:
        with pytest.raises(DefinitionError, match="damaged"):
            _read(bomb)
        assert tracemalloc.get_traced_memory()[1] < 10 * MAX_XML_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_word_never_packs_like_this_is_refused(kind: int) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", kind) as made, zipfile.ZipFile(BytesIO(docx(paragraph("Squats")))) as whole:
        for member in whole.namelist():
            made.writestr(member, whole.read(member))
    with pytest.raises(DefinitionError, match="damaged"):
        _read(file.getvalue())


def test_a_text_that_is_named_as_something_else_is_not_unpacked() -> None:
    with zipfile.ZipFile(BytesIO(docx(paragraph("Squats")))) as whole:
        members = {one: whole.read(one).decode() for one in whole.namelist()}
    members["word/image.png"] = members["word/document.xml"].replace("Squats", "Squats " * MAX_XML_BYTES)
    members["_rels/.rels"] = members["_rels/.rels"].replace("word/document.xml", "word/image.png")
    assert [block.text for block in _read(archive(members)).blocks] == ["Squats"]


def test_no_file_beside_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret", "utf-8")
    secret = (tmp_path / "secret").as_uri()
    picture = (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{DRAWN}/wordprocessingDrawing"><a:graphic xmlns:a="{DRAWN}/main">'
        f'<a:graphicData><pic:pic xmlns:pic="{DRAWN}/picture"><pic:blipFill><a:blip r:link="s1" xmlns:r="{OFFICE}"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    with zipfile.ZipFile(BytesIO(docx(paragraph("Squats"), picture))) as whole:
        members = {one: whole.read(one).decode() for one in whole.namelist()}
    relation = f'<Relationship Id="s1" Type="{OFFICE}/image" Target="{secret}" TargetMode="External"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    members[name] = members[name].replace("</Relationships>", relation)
    assert [block.text for block in _read(archive(members)).blocks] == ["Squats"]
