"""What people write who don't write YAML: from the parser's complaint to what is wrong, where, and how it should look.

A parser notices a slip late, and in words of its own. Here the lines around are looked at, and a line is written as it
was most likely meant, so that reading can go on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

from voicecoach.definitions.field_names import every_key
from voicecoach.definitions.slip_lines import (
    MOST_LOOKED_AT,
    NO_KEY,
    QUOTES,
    Slip,
    Span,
    column_around,
    indent_of,
    item_column,
    item_key,
    key_column,
    last_filled,
    levels,
    more_than_one_key,
    quoted,
    quoted_value,
    split_key,
    typographic,
)
from voicecoach.definitions.tabs import has_tab, without_tabs


@dataclass(frozen=True)
class Scene:
    """Where the parser stopped, and why; lines and columns count from zero.

    `opened` is where what it was reading began, `last` the scalar it had read before.
    """

    lines: Sequence[str]
    line: int
    column: int
    problem: str
    context: str
    opened: tuple[int, int]
    last: Span | None

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, lines: Sequence[str], last: Span | None) -> Scene:
        """What the error and the text show."""
        mark, opened = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
        at, begun = ((one.line, one.column) if one else (0, 0) for one in (mark, opened))
        return cls(lines, *at, f"{error.problem}", f"{error.context}", begun, last)

    @property
    def text(self) -> str:
        """The line in which the parser stopped."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def rest(self) -> str:
        """What stands in the line from where the parser stopped."""
        return self.text[self.column :]

    def says(self, pattern: str) -> bool:
        """Whether the parser's complaint is of this kind; its two implementations have two wordings."""
        return re.search(pattern, self.problem) is not None


def slip_of(error: yaml.MarkedYAMLError, lines: Sequence[str], last: Span | None) -> Slip:
    """What is wrong, as far as it can be told."""
    scene = Scene.of(error, lines, last)
    for look in _LOOKS if max(map(len, lines)) <= MOST_LOOKED_AT else ():
        if slip := look(scene):
            return slip
    problem = " ".join((scene.problem if error.problem else scene.context).split())
    return Slip(scene.line, scene.column, f"not YAML: {problem}.", "")


def _tab(scene: Scene) -> Slip | None:
    for number in dict.fromkeys((scene.line, scene.opened[0])):
        text = scene.lines[number] if number < len(scene.lines) else ""
        if has_tab(text):
            lines, is_certain = without_tabs(scene.lines, number)
            fix = "Indent with spaces, two for each level."
            problem = "a tab at the beginning of the line."
            return Slip(number, text.index("\t"), problem, fix, lines[number], is_certain)
    return None


def _open_quote(scene: Scene) -> Slip | None:
    """A quote that is closed nowhere, or only by the next text's opening quote."""
    if scene.context.endswith("quoted scalar") and scene.says("end of stream|document separator"):
        line, column = scene.opened
    elif (last := scene.last) and last.is_quoted and last.line < last.end_line == scene.line:
        line, column = last.line, last.column
    else:
        return None
    sign, text = scene.lines[line][column], scene.lines[line].rstrip()
    if split_key(text[column + 1 :]):
        meant = text[:column] + text[column + 1 :]
        return Slip(line, column, f"the quote {sign} that opens here is never closed.", f"Write {meant.strip()}", meant)
    fix = f"Write {sign} at its end as well, or leave both out."
    return Slip(line, column, f"the quote {sign} that opens here is never closed.", fix, text + sign)


def _after_quote(scene: Scene) -> Slip | None:
    """A text that goes on behind its closing quote: `'Don't stop'`, `"Legs" day`."""
    last = scene.last
    if last is None or not last.is_quoted or last.end_line != scene.line:
        return None
    if not scene.says("expected key|block end|'-' indicator|',' or"):
        return None
    begin, text = last.column, scene.text.rstrip()
    problem = f"the text goes on behind its closing quote {last.style}."
    if last.end_column > scene.column or not scene.rest.strip() or scene.rest.lstrip()[0] in "]},":
        return None
    if scene.context.startswith("while parsing a flow"):
        return Slip(scene.line, begin, problem, "Put the whole text in quotes of the other kind.")
    raw = text[begin:]
    inner = raw[1:-1] if raw.endswith(last.style) else raw
    meant = text[:begin] + quoted(inner)
    fix = f"Write {meant.strip().removeprefix('- ')}"
    return Slip(scene.line, begin, problem, fix, meant, is_certain="#" not in raw)


def _curly(scene: Scene) -> Slip | None:
    """Typographic quotes where YAML wants straight ones, also within braces."""
    if scene.rest.startswith(":") and scene.says("expected ',' or"):
        inner = re.finditer(rf"(?<=: )[{QUOTES}][^{QUOTES}]*[{QUOTES}]", scene.text)
        around = next((one for one in inner if one.start() < scene.column < one.end()), None)
        if around is None:
            return None
        text = quoted(around[0].strip(QUOTES))
        meant = scene.text[: around.start()] + text + scene.text[around.end() :]
        is_certain = "#" not in around[0]
        return Slip(scene.line, around.start(), typographic(around[0]), f"Write {text}.", meant, is_certain)
    key = split_key(scene.text)
    if not key or key.value[:1] not in set(QUOTES) or not scene.says("mapping values"):
        return None
    meant, is_certain = quoted_value(scene.text, key)
    return Slip(scene.line, key.begin, typographic(key.value), f"Write {meant.strip()}", meant, is_certain)


def _wide_colon(scene: Scene) -> Slip | None:
    for number in dict.fromkeys((scene.opened[0], scene.line, scene.line - 1)):
        text = scene.lines[number] if 0 <= number < len(scene.lines) else ""
        if match := re.match(r"\s*(?:- )?[\w-]+(：)", text):
            meant = f"{text[: match.start(1)]}: {text[match.end(1) :].lstrip()}"
            problem, fix = "this colon is not a plain one.", f"Write {meant.strip()}"
            return Slip(number, match.start(1), problem, fix, meant, is_certain=True)
    return None


def _second_colon(scene: Scene) -> Slip | None:
    """`title: Legs: all`, `title: x rest: 3`, and the same within braces."""
    key = split_key(scene.text)
    if not scene.says("mapping values") or key is None or scene.column <= key.begin:
        return None
    if second := more_than_one_key(key.value):
        own = scene.text[key.begin :].rindex(f"{second}:") + key.begin
        fix = f"Begin a new line with '{scene.text[own:].strip()}'."
        return Slip(scene.line, own, "a second key in one line.", fix, scene.text[:own].rstrip())
    meant, is_certain = quoted_value(scene.text, key)
    problem = "a text that contains ': ' needs quotes."
    return Slip(scene.line, key.begin, problem, f"Write {meant.strip().removeprefix('- ')}", meant, is_certain)


def _line_before(scene: Scene) -> Slip | None:
    """The first key of a line isn't expected: the line before has no colon, or this one stands too far in."""
    before = last_filled(scene.lines, scene.line)
    if not scene.says("mapping values") or before is None:
        return None
    return _no_colon(scene.lines, before) or _too_far_in(scene, before)


def _too_far_in(scene: Scene, before: int) -> Slip | None:
    above, indent = key_column(scene.lines[before]), indent_of(scene.text)
    key = split_key(scene.lines[before])
    if key is None or not key.value or indent <= above:
        return None
    problem = f"the line begins in column {indent + 1}, further in than '{key.name}:' above it."
    fix = f"Begin it in column {above + 1}, or put the text above in quotes."
    return Slip(scene.line, indent, problem, fix, " " * above + scene.text.lstrip())


def _colonless(scene: Scene) -> Slip | None:
    if not scene.says("could not find expected ':'"):
        return None
    number = scene.opened[0]
    if slip := _no_colon(scene.lines, number):
        return slip
    before = last_filled(scene.lines, number)
    key = split_key(scene.lines[before]) if before is not None else None
    text = scene.lines[number]
    if key and not key.value:
        fix = f"If it belongs to '{key.name}:', indent it by two spaces, or write it in the line of its key."
        return Slip(number, indent_of(text), "a line without a colon.", fix, f"  {text}")
    return Slip(number, indent_of(text), "a line without a colon.", "A line is 'key: value', or '- ' and an item.")


def _no_colon(lines: Sequence[str], number: int) -> Slip | None:
    """`rest:30 s`, `rest 30 s`, `rest = 30 s`."""
    text = lines[number]
    if match := re.match(r"(\s*(?:- )?)([A-Za-z_]\w*):(?=[^\s/])", text):
        meant = f"{text[: match.end()]} {text[match.end() :]}"
        problem = "a colon needs a space after it."
        return Slip(
            number, match.end() - 1, problem, f"Write {meant.strip()}", meant, is_certain=match[2] in every_key()
        )
    if match := re.match(r"(\s*(?:- )?)([A-Za-z_]\w*)(\s*=\s*|\s+)(?=[^\s:=])(?!.*:(?:\s|$))", text):
        meant = f"{match[1]}{match[2]}: {text[match.end() :]}"
        problem = f"there is no colon after {match[2]!r}."
        fix = f"Write {meant.strip().removeprefix('- ')}"
        return Slip(number, match.end(2), problem, fix, meant, is_certain=match[2] in every_key())
    return None


def _brace_text(scene: Scene) -> Slip | None:
    """A text that begins with a brace, or a bracket too many."""
    if not scene.says("expected key|block end|'-' indicator") or not scene.rest.strip():
        return None
    key = split_key(scene.text)
    begin = key.begin if key else re.match(r"\s*(?:- )*", scene.text).end()  # type: ignore[union-attr]
    if scene.column <= begin or scene.text[begin : begin + 1] not in {"{", "["}:
        return None
    if scene.rest[0] in "]}":
        meant = scene.text[: scene.column] + scene.text[scene.column + 1 :]
        return Slip(scene.line, scene.column, f"one {scene.rest[0]} too many.", "Leave it out.", meant)
    meant = scene.text[:begin] + quoted(scene.text[begin:].rstrip())
    sign = {"{": "brace", "[": "bracket"}[scene.text[begin]]
    problem = f"a text that begins with a {sign} needs quotes."
    return Slip(scene.line, begin, problem, f"Write {meant.strip()}", meant)


def _open_bracket(scene: Scene) -> Slip | None:
    """`[` or `{` that is never closed, or a comma that is missing."""
    if not scene.context.startswith("while parsing a flow") or not scene.says("expected ',' or"):
        return None
    line, column = scene.opened
    sign = scene.lines[line][column : column + 1]
    closing = {"[": "]", "{": "}"}.get(sign, "")
    if scene.line > line or scene.says("stream end") or not scene.rest.strip():
        problem = f"the {sign} that opens here is never closed."
        return Slip(line, column, problem, f"Write {closing} at its end.", scene.lines[line].rstrip() + closing)
    before = re.search(r"(?P<key>[\w-]+):\s+(?P<value>[^,{}\[\]]*)$", scene.text[: scene.column])
    word = re.search(r"[\w-]+$", scene.text[: scene.column].rstrip())
    if before and word and more_than_one_key(f"{before['value']}:"):
        meant = f"{scene.text[: word.start()].rstrip()}, {scene.text[word.start() :]}"
        return Slip(
            scene.line, word.start(), f"a comma is missing before {word[0]!r}.", f"Write {meant.strip()}", meant
        )
    if scene.rest.startswith(":"):
        return Slip(scene.line, scene.column, "a text that contains ': ' needs quotes.", 'Write "Legs: all".')
    return Slip(
        scene.line, scene.column, "a comma is missing here.", f"Between what stands in {sign}{closing} are commas."
    )


def _indentation(scene: Scene) -> Slip | None:
    """A line that begins in a column where nothing above begins."""
    if not scene.says("expected key|block end|'-' indicator") or indent_of(scene.text) != scene.column:
        return None
    text, indent, before = scene.text, scene.column, scene.lines[: scene.line]
    begun = sorted(levels(before, indent))
    if text.lstrip().startswith("- ") and scene.context.endswith("mapping"):
        return _stray_item(scene, before)
    if indent in begun and scene.context.endswith("collection"):
        return _stray_key(scene, before)
    if not begun:
        return None
    columns = " or ".join(str(level + 1) for level in begun[-3:])
    near = min(begun, key=lambda level: (abs(level - indent), -level))
    problem = f"the line begins in column {indent + 1}, and nothing above it does."
    fix = f"Begin it in column {columns}, below what it belongs with."
    return Slip(scene.line, indent, problem, fix, " " * near + text.lstrip())


def _stray_item(scene: Scene, before: Sequence[str]) -> Slip:
    """An item where a key was expected."""
    if (column := item_column(before, scene.column)) is not None:
        problem = "an item of a list begins deeper than the one above."
        fix = f"Begin it in column {column + 1}, as that."
        return Slip(scene.line, scene.column, problem, fix, " " * column + scene.text.lstrip())
    fix = "Indent it under the key that it belongs to, or write it as 'key: value'."
    return Slip(scene.line, scene.column, "an item of a list where a key was expected.", fix)


def _stray_key(scene: Scene, before: Sequence[str]) -> Slip:
    """A key among the items of a list."""
    text, indent = scene.text.strip(), scene.column
    problem = "this line stands in a list and has no '- ' in front."
    if (column := column_around(before, indent)) is not None:
        fix = f"Begin it in column {column + 1}, if it belongs to what the list is in; an item begins with '- '."
        return Slip(scene.line, indent, problem, fix, " " * column + text)
    fix = f"Write {'- ' + text!r} for a new item; what belongs to the one above is indented by two more."
    is_new = item_key(before, indent) == (split_key(text) or NO_KEY).name
    return Slip(scene.line, indent, problem, fix, f"{' ' * indent}{'- ' if is_new else '  '}{text}")


def _sign(scene: Scene) -> Slip | None:
    """A text that begins with a sign that means something in YAML."""
    if scene.says("cannot start any token|alphabetic or numeric|comment or (?:a )?line break|chomping or indentation"):
        at = scene.line if scene.says("start any token") else scene.opened[0]
        column = scene.column if scene.says("start any token") else scene.opened[1]
        text = scene.lines[at].rstrip()
        sign = text[column : column + 1]
        if sign == "*" and re.match(r"\s*\* ", text):
            return _bullets(scene, at)
        if sign == "\t":
            return Slip(
                at, column, "a tab where a space belongs.", "Write a space.", text.replace("\t", " "), is_certain=True
            )
        if re.search(r"[\[{]", text[:column]):
            return _sign_within(at, column, text)
        meant = text[:column] + quoted(text[column:])
        problem = f"a text that begins with {sign} needs quotes."
        return Slip(at, column, problem, f"Write {meant.strip()}", meant, is_certain=" #" not in text)
    return None


def _sign_within(at: int, column: int, text: str) -> Slip:
    """The same in brackets or braces, where a text ends at the next comma."""
    item = re.match(r"[^,\[\]{}:#]*[^,\[\]{}:#\s]", text[column:])
    problem = f"a text that begins with {text[column]} needs quotes."
    if item is None or text[column + item.end() :].lstrip()[:1] not in {",", "]", "}"}:
        return Slip(at, column, problem, f'Write "{text[column]}…".')
    meant = text[:column] + quoted(item[0]) + text[column + item.end() :]
    return Slip(at, column, problem, f"Write {quoted(item[0])}.", meant, is_certain=True)


def _bullets(scene: Scene, at: int) -> Slip:
    meant = scene.lines[at].replace("*", "-", 1)
    fix = f"Write {meant.strip()!r}."
    return Slip(at, indent_of(meant), "a list is written with dashes.", fix, meant, is_certain=True)


def _list_in_line(scene: Scene) -> Slip | None:
    if not scene.says("sequence entries are not allowed"):
        return None
    key = split_key(scene.text)
    item = scene.text[scene.column :].lstrip("- ").rstrip()
    name = key.name if key else "needs"
    fix = f"Write {name}: [{item}], or the items below it, one a line."
    return Slip(scene.line, scene.column, "a list doesn't begin in the line of its key.", fix)


def _backslash(scene: Scene) -> Slip | None:
    if not scene.says("unknown escape|escape sequence"):
        return None
    column = scene.text.rfind("\\", 0, scene.column + 1)
    meant = f"{scene.text[:column]}\\{scene.text[column:]}" if column >= 0 else None
    problem = "in double quotes a backslash has a meaning of its own."
    return Slip(scene.line, max(column, 0), problem, "Write it twice, or use single quotes.", meant)


def _comma(scene: Scene) -> Slip | None:
    if scene.says("expected node content|expected the node content") and scene.rest[:1] == ",":
        meant = scene.text[: scene.column] + scene.text[scene.column + 1 :]
        return Slip(scene.line, scene.column, "one comma too many.", "Leave it out.", meant, is_certain=True)
    return None


def _document_end(scene: Scene) -> Slip | None:
    if not scene.says("document start"):
        return None
    number = next((at for at in range(scene.line, -1, -1) if scene.lines[at].strip() == "..."), None)
    if number is None:
        return None
    return Slip(number, 0, "'...' ends the document, and more comes after it.", "Remove this line.", "")


_LOOKS: tuple[Callable[[Scene], Slip | None], ...] = (
    _tab,
    _open_quote,
    _after_quote,
    _curly,
    _wide_colon,
    _second_colon,
    _line_before,
    _colonless,
    _brace_text,
    _open_bracket,
    _sign,
    _list_in_line,
    _backslash,
    _comma,
    _document_end,
    _indentation,
)
