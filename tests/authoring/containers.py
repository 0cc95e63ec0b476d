"""Small DOCX and PDF files, made as the programs that write them make them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_OF_DOCUMENT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="n1" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LEVELS = "".join(f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{{0}}"/></w:lvl>' for at in range(3))
_NUMBERING = (
    f'<?xml version="1.0"?><w:numbering xmlns:w="{_WORD}">'
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS.format("bullet")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{_LEVELS.format("decimal")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def paragraph(text: str, *, style: str = "", list_number: int = 0, level: int = 0) -> str:
    """A paragraph; `list_number` is 1 for an item with a dot and 2 for one with a number."""
    of_style = f'<w:pStyle w:val="{style}"/>' if style else ""
    of_list = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>' if list_number else ""
    return f"<w:p><w:pPr>{of_style}{of_list}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with one paragraph each."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(*parts: str, before: str = "") -> bytes:
    """A document of paragraphs and tables; `before` stands ahead of the root of its XML."""
    body = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_WORD}"><w:body>{"".join(parts)}</w:body></w:document>'
    return archive(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS,
            "word/_rels/document.xml.rels": _OF_DOCUMENT,
            "word/document.xml": body,
            "word/numbering.xml": _NUMBERING,
        }
    )


def archive(members: dict[str, str]) -> bytes:
    """A ZIP file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return file.getvalue()


def pdf(*pages: list[tuple[int, int, str]]) -> bytes:
    """A PDF whose pages have texts at places in points from the lower left, in Courier of ten points."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Courier"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for texts in pages:
        page = writer.add_blank_page(width=595, height=842)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        drawn = "".join(f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({_in_pdf(text)}) Tj ET\n" for x, y, text in texts)
        stream = DecodedStreamObject()
        stream.set_data(drawn.encode("cp1252"))
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 - how its own examples add one
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def lines(*texts: str, x: int = 50, top: int = 800, height: int = 14) -> list[tuple[int, int, str]]:
    """Lines under each other; an empty one leaves its place free."""
    return [(x, top - height * at, text) for at, text in enumerate(texts) if text]


def _in_pdf(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
