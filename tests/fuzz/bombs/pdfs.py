"""PDF files of less than 1 MB that would take much to read."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import partial

from tests.fuzz.bombs.made import Make, repeated

TEXT = b"BT /F1 10 Tf 1 0 0 1 50 700 Tm (Squats 3x10 and lunges 3x8 each leg) Tj ET\n"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>"


def file_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from one; the first is the catalogue."""
    made, places = b"%PDF-1.7\n", list[int]()
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return (
        made + head + table + b"trailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(made))
    )


def stream(data: bytes, entries: bytes = b"/Filter/FlateDecode", *, packed: int = 1) -> bytes:
    """A stream, packed so often."""
    for _ in range(packed):
        data = zlib.compress(data, 9)
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), entries, data)


def one_page(contents: bytes, *, font: bytes = FONT, page: bytes = PAGE, more: Sequence[bytes] = ()) -> bytes:
    """A file of a page with these contents; `more` are numbered from six."""
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return file_of([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, contents, font, *more])


def cid_font(widths: bytes, letters: bytes) -> bytes:
    """A file with a font of these widths and this map of letters."""
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts["
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 500/W[%b]>>]>>" % widths
    )
    return one_page(stream(b"BT /F1 10 Tf 50 700 Td <00410042> Tj ET"), font=font, more=[stream(letters)])


def pages_of(count: int, contents: bytes, *, font: bytes = FONT, resources: bytes = b"") -> bytes:
    """A file of so many pages with the same contents."""
    own = PAGE.replace(b"/F1 5 0 R", b"/F1 5 0 R" + resources)
    kids = b" ".join(b"%d 0 R" % (6 + at) for at in range(count))
    pages = b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids)
    return file_of([b"<</Type/Catalog/Pages 2 0 R>>", pages, b"null", contents, font, *[own] * count])


def drawn() -> Iterator[tuple[str, bytes]]:
    """What a page may draw: a text of which there may be more than enough, and its unit."""
    yield "texts at one place", TEXT
    yield "texts below each other", b"BT /F1 10 Tf 50 %d Td (a) Tj ET\n"
    yield "letters", b"BT /F1 10 Tf 50 700 Td (a) Tj ET\n"
    yield "letters side by side", b"BT /F1 1 Tf %d 700 Td (a) Tj ET\n"
    yield "letters one by one", b"(a)Tj "
    yield "letters in an array", b"[(a)9(b)9(c)9]TJ "
    yield "kept states", b"q "
    yield "kept states and back", b"q Q "
    yield "texts within texts", b"BT "
    yield "arrays", b"["
    yield "dictionaries", b"<<"
    yield "numbers", b"1 "
    yield "names", b"/a "
    yield "texts without end", b"("
    yield "moves", b"1 0 0 1 1 1 cm "
    yield "pictures within", b"BI /W 1 /H 1 ID a EI "
    yield "pictures without end", b"BI ID "
    yield "forms", b"/X1 Do "
    yield "spaces", b" "
    yield "remarks", b"%\n"
    yield "strings of digits", b"9" * 5000 + b" "
    yield "fonts", b"/F1 1 Tf "
    yield "lines", b"BT 1 TL /F1 1 Tf T* (a) ' T* (b) ' ET "


def filled(unit: bytes, size: int) -> bytes:
    """So many bytes of it; where it counts, of all numbers."""
    if b"%d" not in unit:
        return unit * (size // len(unit))
    return b"".join(unit % at for at in range(size // (len(unit) + 3)))


def pdf_bombs() -> Iterator[tuple[str, Make]]:
    """Each with what it is made of."""
    yield from _drawings()
    yield from _packings()
    yield from _places_far_off()
    yield from _structures()
    yield from _fonts_and_letters()
    yield from _files()


def _drawings() -> Iterator[tuple[str, Make]]:
    for what, unit in drawn():
        begin = b"BT /F1 1 Tf " if unit.endswith((b"Tj ", b"TJ ")) else b""
        for size in (2_900_000, 700_000):
            yield f"{size} bytes of {what}", partial(_drawing, begin, unit, size, 1)
        yield f"60 pages of {what}", partial(_drawing, begin, unit, 48_000, 60)


def _packings() -> Iterator[tuple[str, Make]]:
    yield (
        "much, packed twice",
        lambda: one_page(stream(bytes(500_000_000), b"/Filter[/FlateDecode/FlateDecode]", packed=2)),
    )
    yield "much, packed", lambda: one_page(stream(bytes(600_000_000)))
    yield "many filters", lambda: one_page(stream(TEXT * 30_000, b"/Filter[%b]" % (b"/FlateDecode" * 15), packed=15))
    yield "run lengths", lambda: one_page(_plain(b"\x81a" * 490_000, b"/RunLengthDecode"))
    yield "digits of 85", lambda: one_page(_plain(b"z" * 900_000, b"/ASCII85Decode"))
    yield "digits of 16", lambda: one_page(_plain(b"41" * 450_000, b"/ASCIIHexDecode"))
    yield "LZW", lambda: one_page(_plain(b"\x80" * 900_000, b"/LZWDecode"))
    yield (
        "wide rows",
        lambda: one_page(stream(bytes(2_000_000), b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 1>>")),
    )
    yield (
        "far rows",
        lambda: one_page(
            stream(bytes(2_000_000), b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>")
        ),
    )


def _places_far_off() -> Iterator[tuple[str, Make]]:
    yield "a place far up", lambda: one_page(stream(TEXT + b"BT /F1 .0001 Tf 1 0 0 1 5 999999999 Tm (far) Tj ET"))
    yield "a place far right", lambda: one_page(stream(TEXT + b"BT /F1 .0001 Tf 1 0 0 1 999999999 5 Tm (far) Tj ET"))
    yield (
        "many places far up",
        lambda: one_page(stream(b"".join(b"BT /F1 .01 Tf 5 %d Td (a) Tj ET\n" % (at * 99) for at in range(25_000)))),
    )
    yield (
        "many places far right",
        lambda: one_page(
            stream(b"".join(b"BT /F1 .01 Tf %d 5 Td (a) Tj ET\n" % (at * 999 % 99_999) for at in range(25_000)))
        ),
    )
    yield "steps to the right", lambda: one_page(stream(b"BT /F1 1 Tf 5 5 Td [" + b"(a)-9999999" * 60_000 + b"]TJ ET"))


def _structures() -> Iterator[tuple[str, Make]]:
    yield "pages many times", lambda: _many_times(50_000)
    yield (
        "pages without end",
        lambda: file_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R]>>"]),
    )
    yield "pages that say to be many", lambda: one_page(stream(TEXT)).replace(b"Count 1", b"Count 99999999")
    yield "pages within pages", lambda: _nested_pages(8000)
    yield "pages that are their parents", lambda: one_page(stream(TEXT)).replace(b"Parent 2", b"Parent 3")
    yield "contents of itself", lambda: one_page(b"[4 0 R 4 0 R]")
    yield "contents of many", lambda: one_page(b"[" + b"6 0 R " * 90_000 + b"]", more=[stream(TEXT * 20)])
    yield "contents of many large", lambda: one_page(b"[" + b"6 0 R " * 90_000 + b"]", more=[stream(TEXT * 30_000)])
    yield (
        "resources of themselves",
        lambda: one_page(stream(TEXT), page=PAGE.replace(b"<</Font<</F1 5 0 R>>>>", b"3 0 R")),
    )
    yield "forms of themselves", lambda: _forms(b"/X1 Do " * 2000)
    yield "wide arrays", lambda: one_page(stream(TEXT), font=b"[" * 300_000)
    yield "deep dictionaries", lambda: one_page(stream(TEXT), font=b"<</a" * 200_000)
    yield "long names", lambda: one_page(stream(TEXT), font=b"/" + b"#41" * 300_000)
    yield "long texts", lambda: one_page(stream(TEXT), font=b"(" + b"\\101" * 200_000 + b")")
    yield "texts within texts", lambda: one_page(stream(TEXT), font=b"(" * 900_000)


def _fonts_and_letters() -> Iterator[tuple[str, Make]]:
    yield "widths", lambda: cid_font(b"0 99999999 500", b"")
    yield "many widths", lambda: cid_font(b"0 65535 500 " * 40_000, b"")
    yield "listed widths", lambda: cid_font(b"0 [" + b"5 " * 90_000 + b"]", b"")
    yield (
        "a range of letters",
        lambda: cid_font(b"", b"begincmap 1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"),
    )
    yield (
        "ranges of letters",
        lambda: cid_font(b"", b"begincmap 9 beginbfrange " + b"<0000> <FFFF> <0000>\n" * 100_000 + b"endbfrange"),
    )
    yield (
        "letters of long texts",
        lambda: cid_font(b"", b"begincmap 9 beginbfchar " + b"<0041> <" + b"0041" * 400_000 + b">\nendbfchar"),
    )
    yield "fonts with letters", lambda: _fonts(200, b"begincmap 9 beginbfrange <0000> <FFFF> <0000>\nendbfrange")
    yield "pages with letters", lambda: pages_of(60, stream(TEXT), font=FONT.replace(b">>", b"/ToUnicode 66 0 R>>"))
    yield (
        "differences",
        lambda: one_page(
            stream(TEXT), font=FONT.replace(b"/WinAnsiEncoding", b"<</Differences[" + b"1 /a " * 49_000 + b"]>>")
        ),
    )


def _files() -> Iterator[tuple[str, Make]]:
    yield "tables of places of themselves", lambda: one_page(stream(TEXT)).replace(b"/Root", b"/Prev 9/Root")
    yield "many tables of places", lambda: _tables(8000)
    yield (
        "a table of places that says to be long",
        lambda: one_page(stream(TEXT)).replace(b"xref\n0 6", b"xref\n0 99999999"),
    )
    yield "no table of places", lambda: one_page(stream(TEXT), more=[b"null"] * 30_000).replace(b"startxref", b"x")
    yield "beginnings of objects", lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 120_000
    yield "ends", lambda: b"%PDF-1.7\n" + b"%%EOF\n" * 150_000
    yield "begins of tables", lambda: b"%PDF-1.7\n" + b"startxref\n" * 90_000
    yield "trailers", lambda: b"%PDF-1.7\n" + b"trailer<<>>\n" * 80_000
    yield "streams without end", lambda: one_page(b"<</Length 9>>stream\n" * 40_000)
    yield "objects in a stream", lambda: _packed_objects(60_000)
    yield "a long stream of places", _places
    for what, unit in (("zeros", b"\0"), ("spaces", b" "), ("brackets", b"["), ("angles", b"<"), ("lines", b"\n")):
        yield f"nothing but {what}", partial(repeated, unit, 980_000, b"%PDF-1.7\n")
    yield "a password", _with_password


def _drawing(begin: bytes, unit: bytes, size: int, pages: int) -> bytes:
    contents = stream(begin + filled(unit, size))
    return one_page(contents) if pages == 1 else pages_of(pages, contents)


def _plain(data: bytes, name: bytes) -> bytes:
    return b"<</Length %d/Filter%b>>stream\n%b\nendstream" % (len(data), name, data)


def _many_times(count: int) -> bytes:
    pages = b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, b"3 0 R " * count)
    return file_of([b"<</Type/Catalog/Pages 2 0 R>>", pages, PAGE, stream(TEXT), FONT])


def _nested_pages(deep: int) -> bytes:
    nested = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (at + 3) for at in range(deep)]
    return file_of([b"<</Type/Catalog/Pages 2 0 R>>", *nested, PAGE])


def _forms(contents: bytes) -> bytes:
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 6 0 R>>>>/Filter/FlateDecode"
    page = PAGE.replace(b"<</Font", b"<</XObject<</X1 6 0 R>>/Font")
    return one_page(stream(TEXT + contents), page=page, more=[stream(TEXT + contents, entries)])


def _fonts(count: int, letters: bytes) -> bytes:
    fonts = b"".join(b"/F%d 5 0 R" % at for at in range(2, count))
    font = FONT.replace(b">>", b"/ToUnicode 3 0 R>>")
    made = pages_of(60, stream(TEXT), font=font, resources=fonts)
    return made.replace(b"3 0 obj\nnull", b"3 0 obj\n" + stream(letters))


def _tables(count: int) -> bytes:
    made = one_page(stream(TEXT))
    at = made.rindex(b"xref\n0 6")
    for _ in range(count):
        place = len(made)
        made += b"\nxref\n0 0\ntrailer<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF" % (at, place + 1)
        at = place + 1
    return made


def _packed_objects(count: int) -> bytes:
    heads = b" ".join(b"%d %d" % (at + 7, at) for at in range(count))
    entries = b"/Type/ObjStm/N %d/First %d/Extends 6 0 R/Filter/FlateDecode" % (count, len(heads) + 1)
    return one_page(stream(TEXT), more=[stream(heads + b" " + b"1" * count, entries)])


def _places() -> bytes:
    data = zlib.compress(b"\1" * 3_000_000, 9)
    head = b"/Type/XRef/Size 99999999/Index[0 99999999]/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length %d" % len(data)
    body = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    return body + b"9 0 obj\n<<%b>>stream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (head, data, len(body))


def _with_password() -> bytes:
    made = one_page(stream(TEXT))
    key = b"<" + b"00" * 48 + b">"
    own = b"/Encrypt<</Filter/Standard/V 5/R 6/O%b/U%b/OE%b/UE%b/Perms%b/P -1/Length 256>>/ID[<00><00>]" % (
        key,
        key,
        b"<" + b"00" * 32 + b">",
        b"<" + b"00" * 32 + b">",
        b"<" + b"00" * 16 + b">",
    )
    return made.replace(b"/Root", own + b"/Root")
