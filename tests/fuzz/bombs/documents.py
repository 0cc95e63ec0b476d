"""DOCX files, packed web pages and transcripts of less than 1 MB that would take much to read."""

from __future__ import annotations

import struct
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from io import BytesIO

from tests.authoring.containers import archive, docx, paragraph, table
from tests.fuzz.bombs.made import Make, repeated

MOST_UNPACKED = 4_900_000
"""A little less than a document may have, unpacked."""
MOST_ELEMENTS = 30_000
TYPES = "<!DOCTYPE d [{}]>"


def docx_bombs() -> Iterator[tuple[str, Make]]:
    """Each with what it is made of."""
    row = table(("Squats", "3x10"))
    for what, part, before, after in (
        ("paragraphs", paragraph("Squats 3x10"), "", ""),
        ("empty paragraphs", "<w:p/>", "", ""),
        ("items", paragraph("Squats 3x10", list_number=1), "", ""),
        ("styles", paragraph("Squats 3x10", style="Heading1"), "", ""),
        ("runs", "<w:r><w:t>a</w:t></w:r>", "<w:p>", "</w:p>"),
        ("breaks", "<w:r><w:br/></w:r>", "<w:p>", "</w:p>"),
        ("tabs", "<w:tab/>", "<w:p><w:r>", "</w:r></w:p>"),
        ("tables", row, "", ""),
        ("columns", f"<w:tc>{paragraph('a')}</w:tc>", "<w:tbl><w:tr>", "</w:tr></w:tbl>"),
        ("rows", f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>", "<w:tbl>", "</w:tbl>"),
        (
            "merged cells",
            f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph('a')}</w:tc><w:tc/></w:tr>",
            "<w:tbl>",
            "</w:tbl>",
        ),
        (
            "wide cells",
            f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>{paragraph("a")}</w:tc></w:tr>',
            "<w:tbl>",
            "</w:tbl>",
        ),
        ("fields", '<w:fldChar w:fldCharType="begin"/>', "<w:p><w:r>", "</w:r></w:p>"),
        ("letters", "<w:r><w:t>" + "a" * 1000 + "</w:t></w:r>", "<w:p>", "</w:p>"),
        ("signs", paragraph("<[*_`~" * 50), "", ""),
    ):
        yield what, partial(_many, part, MOST_UNPACKED // len(part), before, after)
        yield f"fewer {what}", partial(_many, part, MOST_ELEMENTS // part.count("<"), before, after)
    for what, opened, inner, closed in (
        ("tables within tables", "<w:tbl><w:tr><w:tc>", paragraph("a"), "</w:tc></w:tr></w:tbl>"),
        ("contents within contents", "<w:sdt><w:sdtContent>", paragraph("a"), "</w:sdtContent></w:sdt>"),
        ("unknown within unknown", "<w:x>", paragraph("a"), "</w:x>"),
        ("paragraphs within paragraphs", "<w:p>", "", "</w:p>"),
    ):
        for deep in (300, 5000, 20_000):
            yield f"{deep} {what}", partial(_nested, opened, inner, closed, deep)
    yield "entities", lambda: docx(paragraph("a"), before=TYPES.format("".join(_entities())))
    yield "many styles", lambda: _with("word/styles.xml", _styles(25_000))
    yield "many numberings", lambda: _with("word/numbering.xml", _numberings(15_000))
    yield "many notes", lambda: _with("word/footnotes.xml", _notes(15_000))
    yield "many relations", lambda: _with("word/_rels/document.xml.rels", _relations(25_000))
    yield "many parts", lambda: archive({"word/document.xml": "<a/>"} | {f"{at}.xml": "" for at in range(8000)})
    yield "a long tag", lambda: docx(f'<w:p w:a="{"a" * MOST_UNPACKED}"/>')
    yield "many attributes", lambda: docx("<w:p " + " ".join(f'a{at}=""' for at in range(300_000)) + "/>")
    yield "many namespaces", lambda: docx("<w:p " + " ".join(f'xmlns:a{at}="{at}"' for at in range(150_000)) + "/>")
    for kind in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield f"a text packed by {kind} that says to be smaller", partial(said_smaller, kind)


def spoken_bombs() -> Iterator[tuple[str, Make]]:
    """Each with what it is made of."""
    said = (
        b"okay so next up we have squats and let's do ten of those heels down and then lunges eight on the right and "
    )
    yield "what is spoken without a stop", partial(repeated, said, 990_000)
    yield "what is spoken line by line", partial(repeated, said + b"\n", 990_000)
    yield "captions", partial(repeated, b"00:00:01,000 --> 00:00:02,000\n" + said + b"\n\n", 990_000)


def mhtml_bombs() -> Iterator[tuple[str, Make]]:
    """Each with what it is made of."""
    begin = b'From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    part = b"--b\nContent-Type: text/html\n\n"
    for what, unit in (("parts", part), ("borders", b"--b\n"), ("parts of nothing", b"--b\n\n"), ("heads", b"a: b\n")):
        yield what, partial(repeated, unit, 990_000, begin)
    yield "a long head", lambda: begin.replace(b"From: x", b"From: x\n" + b" x\n" * 330_000)
    yield (
        "parts within parts",
        lambda: b"".join(
            b'Content-Type: multipart/related; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(15_000)
        ),
    )
    yield "many attributes", lambda: begin.replace(b"b\x22", b"b\x22" + b"; a=b" * 150_000)
    for code, text in (
        (b"base64", b64encode(b"<" * 700_000)),
        (b"quoted-printable", b"=3C" * 330_000),
        (b"quoted-printable", b"=\n" * 490_000),
        (b"x-uuencode", b"begin 666 a\n" + b"M" + b"`" * 900_000),
    ):
        coded = part.replace(b"\n\n", b"\nContent-Transfer-Encoding: " + code + b"\n\n")
        yield f"a page in {code.decode()}: {text[:4]!r}", partial(repeated, begin + coded + text + b"\n--b--", 1)


def _many(part: str, count: int, before: str, after: str) -> bytes:
    return docx(before, part * count, after)


def _nested(opened: str, inner: str, closed: str, deep: int) -> bytes:
    return docx(opened * deep, inner, closed * deep)


def said_smaller(kind: int) -> bytes:
    """A document of several hundred MB that says to have a few kB."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", kind) as made:
        made.writestr("word/document.xml", bytes(600_000_000))
    data = bytearray(file.getvalue())
    for sign, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", data, data.rfind(sign) + at, 5000)
    return bytes(data)


def _with(member: str, text: str) -> bytes:
    """A document of which one member has this text."""
    with zipfile.ZipFile(BytesIO(docx(paragraph("Squats 3x10", style="S1", list_number=1)))) as whole:
        members = {one: whole.read(one).decode() for one in whole.namelist()}
    if "styles" in member or "notes" in member:
        kind = member.removeprefix("word/").removesuffix(".xml")
        relation = _RELATION.format("n2", kind, f"{kind}.xml")
        name = "word/_rels/document.xml.rels"
        members[name] = members[name].replace("</Relationships>", f"{relation}</Relationships>")
    return archive(members | {member: text})


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = f'<Relationship Id="{{}}" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _entities() -> Iterator[str]:
    yield '<!ENTITY a0 "aaaaaaaaaa">'
    for at in range(1, 12):
        yield f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">'


def _styles(count: int) -> str:
    some = (
        f'<w:style w:type="paragraph" w:styleId="S{at}"><w:name w:val="S{at}"/><w:basedOn w:val="S{at + 1}"/></w:style>'
        for at in range(count)
    )
    return f"<w:styles {_WORD}>{''.join(some)}</w:styles>"


def _numberings(count: int) -> str:
    some = (
        f'<w:abstractNum w:abstractNumId="{at}"><w:numStyleLink w:val="S{at + 1}"/></w:abstractNum>'
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(count)
    )
    return f"<w:numbering {_WORD}>{''.join(some)}</w:numbering>"


def _notes(count: int) -> str:
    some = (f'<w:footnote w:id="{at}">{paragraph("a")}</w:footnote>' for at in range(count))
    return f"<w:footnotes {_WORD}>{''.join(some)}</w:footnotes>"


def _relations(count: int) -> str:
    some = (_RELATION.format(f"n{at}", "styles", f"s{at}.xml") for at in range(count))
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(some)}</Relationships>'
