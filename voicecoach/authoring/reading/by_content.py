"""What a text is: one of the formats that are read by themselves, a page, Markdown, or plain."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from voicecoach.authoring.document import Document
from voicecoach.authoring.reading.decoding import Decoded
from voicecoach.authoring.written import Written
from voicecoach.errors import DefinitionError
from voicecoach.late_patterns import late
from voicecoach.shell import quoted

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(r"<(?:p|div|ul|ol|li|h[1-6]|table|br|span)\b[^>]{0,500}>", re.IGNORECASE)
_LINE_OF_PAGE = late(
    r"</?(?:p|div|ul|ol|li|h[1-6]|table|thead|tbody|t[rdh]|br|span|section|article)\b[^>]{0,500}>", re.IGNORECASE
)
LEAST_LINES = 4
MOST_TAGS = 100_000
"""Of a page, which is what takes time; a long article has some thousands."""
_OWN_FILE = late(r"^(?:sections|phases|prescription)\s*:|^exercises\s*:(?!\s*-\s)", re.MULTILINE)
_NAMED = re.compile(r"^\s+(?:-\s+)?name\s*:", re.MULTILINE)
"""The key by which other programs call their exercises, each on a line of its own."""
_MHTML = re.compile(r"\A(?:[\w-]+:.*\n(?:[ \t].*\n)*)*content-type:\s*multipart/related", re.IGNORECASE)
Read = Document | Written


class _Format(NamedTuple):
    """A format: how files with it are named, how a text looks that is in it, and what reads it.

    `look` is asked first, of every text that has one of `marks`; an ending of `suffixes` is enough by itself.
    """

    suffixes: tuple[str, ...]
    look: Callable[[str, str], bool]
    read: Callable[[str, str], Read | None]
    marks: tuple[str, ...] = ("",)

    def is_in(self, text: str, suffix: str) -> bool:
        """Whether a text is in this format, or its name says so."""
        looks = any(mark in text for mark in self.marks) and self.look(text, suffix)
        return looks or suffix in self.suffixes


def read_decoded(decoded: Decoded, name: str) -> Read:
    """What is in a text. Raises DefinitionError for one that is damaged or has nothing in it."""
    suffix = _suffix(name)
    for kind in _FORMATS:
        if kind.is_in(decoded.text, suffix):
            found = kind.read(decoded.text, name)
            if found is not None:
                return replace(found, notes=(*decoded.notes, *found.notes))
    raise AssertionError("plain text reads everything")


def _suffix(name: str) -> str:
    """The ending of a file's name that tells its kind; `.txt` doesn't."""
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _looks_like_page(text: str, _: str) -> bool:
    return _PAGE.match(text) is not None or _is_piece_of_page(text)


def _is_piece_of_page(text: str) -> bool:
    """Whether most of its lines begin with a tag, as what was cut out of a page."""
    lines = [one for line in text.splitlines() if (one := line.strip())]
    return len(lines) >= LEAST_LINES and sum(bool(_LINE_OF_PAGE.match(one)) for one in lines) > len(lines) * 2 / 3


def _read_page(text: str, name: str) -> Read | None:
    from voicecoach.authoring.reading.html import read_html

    if not _TAGS.search(text) and not _PAGE.match(text):
        return None
    if text.count("<") > MOST_TAGS:
        fix = "Copy the session's text into a file, and import that."
        raise DefinitionError(name, "", f"this page has more than {MOST_TAGS:,} tags.", fix)
    document = read_html(text)
    if not document.blocks:
        fix = "Its text may come by a script: select and copy it in the browser, and import that."
        raise DefinitionError(name, "", "there is no text in this page.", fix)
    return document


def _looks_like_zwift(text: str, _: str) -> bool:
    return "<workout_file" in text


def _read_zwift(text: str, name: str) -> Read:
    from voicecoach.authoring.formats.zwift import read_zwift

    return read_zwift(text, name)


def _looks_like_json(text: str, _: str) -> bool:
    if re.match(r"\s*(?:\{\s*\"|\[\s*\{)", text):
        return True
    if not re.match(r"(?:[^\n{\[]*\n){1,5}\s*(?:\{\s*\"|\[\s*\{)", text):
        return False
    from voicecoach.authoring.formats.exercise_data import has_json_below

    return has_json_below(text)


def _read_json(text: str, name: str) -> Read:
    from voicecoach.authoring.formats.exercise_data import read_exercise_data

    return read_exercise_data(text, name)


def _looks_like_data(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.exercise_data import holds_exercises
    from voicecoach.authoring.formats.json_like import json_of

    found = json_of(text)
    return found is not None and holds_exercises(found)


def _read_data(text: str, name: str) -> Read:
    from voicecoach.authoring.formats.json_like import json_of

    return _read_json(json_of(text) or text, name)


def _looks_told(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.told_data import told_in_data

    return told_in_data(text) is not None


def _read_told(text: str, _: str) -> Read | None:
    from voicecoach.authoring.formats.told_data import told_in_data

    blocks = told_in_data(text)
    return Document(tuple(blocks)) if blocks else None


def _looks_like_yaml(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.yaml_data import values_of

    return values_of(text) is not None


def _read_yaml(text: str, name: str) -> Read:
    from voicecoach.authoring.formats.exercise_data import read_yaml_data

    return read_yaml_data(text, name)


def _looks_like_json_script(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.json_script import reads_as_json_script

    return reads_as_json_script(text)


def _read_json_script(text: str, _: str) -> Read | None:
    from voicecoach.authoring.formats.json_script import read_json_script

    found = read_json_script(text)
    return found if found.sections else None


def _looks_like_liftoscript(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.liftoscript_marks import has_marks

    if not has_marks(text):
        return False
    from voicecoach.authoring.formats.liftoscript import reads_as_liftoscript

    return reads_as_liftoscript(text)


def _read_liftoscript(text: str, name: str) -> Read | None:
    from voicecoach.authoring.formats.liftoscript import read_liftoscript

    found = read_liftoscript(text, name)
    if not found.sections:
        fix = "Write exercises as Squat / 3x8 / 60kg 90s."
        raise DefinitionError(name, "", "there is no exercise in this Liftoscript.", fix)
    return found


def _looks_like_calendar(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.calendar import looks_like_calendar

    return looks_like_calendar(text)


def _read_calendar(text: str, name: str) -> Read:
    from voicecoach.authoring.formats.calendar import read_calendar

    return read_calendar(text, name)


def _looks_exported(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.exported_text import looks_exported

    return looks_exported(text)


def _read_exported(text: str, _: str) -> Read | None:
    from voicecoach.authoring.formats.exported_text import read_exported

    return read_exported(text)


def _looks_like_gaps(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.gaps import reads_as_gap_script

    return reads_as_gap_script(text)


def _read_gaps(text: str, name: str) -> Read | None:
    from voicecoach.authoring.formats.gap_script import read_gap_script, says_its_amounts
    from voicecoach.authoring.formats.gaps import GAP

    if says_its_amounts(text):
        return _spoken(text) or _spoken(GAP.sub("", text)) or _read_plain(GAP.sub("", text), name)
    found = read_gap_script(text)
    return found if found.sections else None


def _spoken(text: str) -> Document | None:
    """What somebody says in a text; `None` if it isn't that."""
    from voicecoach.authoring.reading.text import read_text
    from voicecoach.authoring.rules.spoken_texts.utterances import utterances_in

    document = read_text(text)
    return replace(document, is_spoken=True) if utterances_in(document.blocks) else None


def _looks_like_keyed_notes(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.keyed_notes import reads_as_keyed_notes

    return reads_as_keyed_notes(text)


def _read_keyed_notes(text: str, name: str) -> Read:
    from voicecoach.authoring.formats.keyed_notes import read_keyed_notes

    return read_keyed_notes(text, name)


def _looks_like_power_steps(text: str, _: str) -> bool:
    from voicecoach.authoring.formats.power_steps import reads_as_power_steps

    return reads_as_power_steps(text)


def _read_power_steps(text: str, _: str) -> Read:
    from voicecoach.authoring.formats.power_steps import read_power_steps

    return read_power_steps(text)


_MOST_ABOVE_HEADS = 2


def _looks_like_table(text: str, _: str) -> bool:
    if not _has_even_lines(text):
        return False
    from voicecoach.authoring.formats.csv_table import reads_as_table

    return reads_as_table(text)


def _has_even_lines(text: str) -> bool:
    """Whether what may part cells stands in one of the first lines, and as often in most of those below it."""
    lines = [line for line in text.split("\n") if line.strip()]
    return any(_are_even(lines[at:], one) for at in range(_MOST_ABOVE_HEADS + 1) for one in ",;\t")


def _are_even(lines: list[str], delimiter: str) -> bool:
    least, *others = [line.count(delimiter) for line in lines] or [0]
    return least > 0 and sum(one >= least for one in others) >= len(others) / 2


def _read_table(text: str, name: str) -> Read:
    from voicecoach.authoring.formats.csv_table import read_table

    return read_table(text, name)


def _looks_like_wikitext(text: str, _: str) -> bool:
    from voicecoach.authoring.reading.wikitext import reads_as_wikitext

    return reads_as_wikitext(text)


def _read_wikitext(text: str, _: str) -> Read:
    from voicecoach.authoring.reading.text import begin_of
    from voicecoach.authoring.reading.wikitext import read_wikitext

    cut, notes = begin_of(text)
    return replace(read_wikitext(cut), notes=notes)


def _looks_like_line(text: str, _: str) -> bool:
    return "\n" not in text.strip()


def _read_line(text: str, _: str) -> Read | None:
    from voicecoach.authoring.formats.line_notation import read_line_notation

    return read_line_notation(text)


def _looks_like_own_file(text: str, suffix: str) -> bool:
    return suffix in {"yaml", "yml"} and _OWN_FILE.search(text) is not None and not _NAMED.search(text)


def _refuse_own_file(_: str, name: str) -> Read:
    fix = f"Use it as it is: {quoted(['voicecoach', 'check', name])}."
    raise DefinitionError(name, "", "this is a file of voicecoach already.", fix)


def _read_course(text: str, name: str) -> Read:
    from voicecoach.authoring.formats.course import read_course

    return read_course(text, name)


def _looks_like_mhtml(text: str, _: str) -> bool:
    return _MHTML.match(text[:4096]) is not None


def _read_mhtml(text: str, name: str) -> Read:
    from email import message_from_string, policy

    try:
        message = message_from_string(text, policy=policy.compat32)
    except RecursionError:
        problem = "the parts of this web archive are within each other without end."
        raise DefinitionError(name, "", problem, "Save the page as HTML, and import that.") from None
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            html = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
            if found := _read_page(html, name):
                return found
    raise DefinitionError(name, "", "there is no page in this web archive.", "Save the page as HTML, and import that.")


def _read_markdown(text: str, _: str) -> Read:
    from voicecoach.authoring.reading.markdown import read_markdown
    from voicecoach.authoring.reading.note_marks import without_note_marks
    from voicecoach.authoring.reading.text import begin_of

    cut, notes = begin_of(text)
    return replace(read_markdown(without_note_marks(cut)), notes=notes)


def _read_plain(text: str, _: str) -> Read:
    """Its blocks; the reader of plain text finds Markdown's marks by itself."""
    from voicecoach.authoring.reading.text import read_text

    return read_text(text)


_LIFTOSCRIPT = ("liftoscript", "liftosaur")
_FORMATS: tuple[_Format, ...] = (
    _Format((), _looks_like_own_file, _refuse_own_file),
    _Format(("mht", "mhtml"), _looks_like_mhtml, _read_mhtml),
    _Format(("html", "htm", "xhtml"), _looks_like_page, _read_page),
    _Format(("zwo",), _looks_like_zwift, _read_zwift),
    _Format(("erg", "mrc"), lambda *_: True, _read_course, marks=("[COURSE DATA]",)),
    _Format((), _looks_like_json_script, _read_json_script, marks=("{",)),
    _Format((), _looks_told, _read_told, marks=('": "', '":"', '": [', '":[', "- ", ":\n")),
    _Format(("json",), _looks_like_json, _read_json),
    _Format((), _looks_like_data, _read_data, marks=("= [", "= {", "=[", "={", "=\n", "default")),
    _Format((), _looks_like_yaml, _read_yaml, marks=("- ", ":\n")),
    _Format(_LIFTOSCRIPT, _looks_like_liftoscript, _read_liftoscript),
    _Format(("ics",), _looks_like_calendar, _read_calendar, marks=("VCALENDAR", "vcalendar")),
    _Format((), _looks_exported, _read_exported, marks=("===", "# ")),
    _Format((), _looks_like_gaps, _read_gaps),
    _Format((), _looks_like_keyed_notes, _read_keyed_notes, marks=("_",)),
    _Format((), _looks_like_power_steps, _read_power_steps, marks=("- ", "* ", "• ")),
    _Format(("csv", "tsv"), _looks_like_table, _read_table),
    _Format((), _looks_like_line, _read_line),
    _Format(("wiki", "mediawiki"), _looks_like_wikitext, _read_wikitext, marks=("==", "{|")),
    _Format(("md", "markdown"), lambda *_: False, _read_markdown),
    _Format((), lambda *_: True, _read_plain),
)
"""The formats in the order in which they are asked; one whose reader finds nothing leaves the text to the next."""
