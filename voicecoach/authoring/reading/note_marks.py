"""What the programs for notes write into them for themselves: links, properties, states of tasks, outlines.

Such are Obsidian, Logseq and Org mode. The lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from voicecoach.authoring.formats.csv_columns import Column, head_of

_FENCE = re.compile(r"\s*(?:```|~~~)")
_HIDDEN = re.compile(
    r"%%.*?%%|\{\{[^{}\n]*\}\}|[ \t]*\{[#.:][^{}\n]*\}|\{%[^{}\n]*%\}"
    r"|!\[\[[^\[\]\n]*\]\]|\(\([0-9a-f-]{36}\)\)|#\[\[[^\[\]\n]*\]\]",
    re.DOTALL,
)
"""Remarks, macros, what headings are linked by, pictures, references to blocks, tags of several words."""
_LINK = re.compile(
    r"\[\[(?![^\[\]\n]*\.(?:png|jpe?g|gif|webp|mp4)\b)(?P<to>[^\[\]|\n]+?)(?:\\?\|(?P<shown>[^\[\]\n]+))?\]\]"
)
_ONLY_WITHIN = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[\[#[^\[\]\n]+\]\][ \t]*")
"""An item that only leads to a heading of the same note, as the contents at its top do."""
_SHINING = re.compile(r"==(?P<text>[^=\n]+)==")
_ANCHOR = re.compile(r"(?<=\S)[ \t]+\^[A-Za-z0-9-]{4,}[ \t]*$")
_DATED = re.compile(
    r"[ \t]*(?:[⏳📅🛫➕✅❌]\ufe0f?[ \t]*\d{4}-\d\d-\d\d|🔁\ufe0f?[ \t]*every [^⏳📅🛫➕✅❌\n]*"
    r"|[🔺⏫🔼🔽⏬]\ufe0f?(?=[ \t]|$))"
)
"""When a task is due, done, and how often it comes."""
_STATE = re.compile(
    r"(?P<mark>[ \t]*(?:[-*+]|#{1,6}|\*{2,6})[ \t]+)"
    r"(?:TODO|DONE|LATER|NOW|DOING|WAITING|NEXT)[ \t]+(?:\[#[A-C]\][ \t]+)?"
)
_CALLOUT = re.compile(r"(?P<mark>[ \t]*>[ \t]*)\[!\w+\][+-]?[ \t]*(?P<title>.*)$")
_AIMS = re.compile(
    r"\W*(?:(?:my|current|training) )?(?:goals?|targets?|aims?|objectives?|motivation)\W*", re.IGNORECASE
)
"""The title of what is aimed at, which nobody does in this session."""
_QUERY = re.compile(
    r"[ \t>]*(?:```|~~~)[ \t]*(?:tasks|dataview(?:js)?|query|base|mermaid|button|tracker|chart|heatmap|calendar)\b"
)
"""How code begins that a program shows something else for."""
_QUERY_END = re.compile(r"[ \t>]*(?:```|~~~)[ \t]*$")
_TAB = re.compile(r'[ \t]*===[+!]?[ \t]+"(?P<title>[^"\n]+)"[ \t]*')
_ADMONITION = re.compile(r'(?P<indent>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]+[a-z]+(?:[ \t]+"(?P<title>[^"\n]*)")?[ \t]*')
_DRAWER, _DRAWER_END = re.compile(r"[ \t]*:[A-Z_]+:[ \t]*"), re.compile(r"[ \t]*:END:[ \t]*")
_PLANNED = re.compile(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[]\d{4}-.*")
_PROPERTY = re.compile(r"[ \t]*(?:[-*+][ \t]+)?(?P<key>[A-Za-z][\w-]{0,30})::(?:[ \t]+(?P<value>.*))?")
_FIELD = re.compile(r"[ \t]*[\[(](?P<key>[A-Za-z][\w -]{0,30})::[ \t]*(?P<value>[^\[\]()\n]*)[\])]")
_ITEM = re.compile(r"[ \t]*[-*+][ \t]+\S")
_HEAD_IN_LIST = re.compile(r"[ \t]*[-*+][ \t]+(?P<heading>#{1,6} .*)")
INDENT = 4
_SAID = {
    Column.SETS: "{} sets", Column.REPS: "{} reps", Column.TIME: "{}", Column.DISTANCE: "{}", Column.REST: "rest {}",
    Column.LOAD: "{}", Column.EFFORT: "RPE {}", Column.TEMPO: "tempo {}", Column.PRESCRIPTION: "{}",
}  # fmt: skip
"""How the properties of an exercise are said behind its name."""
_NEED_UNITS = frozenset({Column.TIME, Column.DISTANCE, Column.REST, Column.LOAD})


def without_note_marks(text: str) -> str:
    """The text of a note as somebody would write it on paper."""
    shown = _HIDDEN.sub(lambda found: "\n" * found[0].count("\n"), text)
    lines = list(_plain(_without_shown(_quoted(shown.split("\n")))))
    return "\n".join(_without_outline(_with_properties_behind(lines)))


def _quoted(lines: Sequence[str]) -> Iterator[str]:
    """The lines; what a page's builder shows in a box is quoted, and what it shows in tabs stands below its title."""
    within: int | None = None
    for line in lines:
        if line.strip() and within is not None and _indent(line) < within:
            within = None
        if box := _ADMONITION.fullmatch(line):
            within = _indent(line) + INDENT
            yield f"> **{box['title']}**" if box["title"] else ""
        elif tab := _TAB.fullmatch(line):
            yield f"###### {tab['title']}"
        elif within is not None and line.strip():
            yield f"> {line.expandtabs(4)[within:]}"
        else:
            yield line


def _without_shown(lines: Iterable[str]) -> Iterator[str]:
    """The lines, without code that only shows something, and without boxes of what is aimed at."""
    is_query = is_aims = False
    for line in lines:
        found = _CALLOUT.fullmatch(line)
        is_aims = bool(_AIMS.fullmatch(found["title"])) if found else is_aims and line.lstrip().startswith(">")
        begins = bool(_QUERY.match(line))
        yield "" if is_query or is_aims or begins else line
        is_query = (is_query or begins) and not (_QUERY_END.fullmatch(line) and not begins)


def _plain(lines: Iterable[str]) -> Iterator[str]:
    """The lines without the marks in each; what stands in code and drawers is left as it is, or left out."""
    is_code = is_drawer = False
    for line in lines:
        is_code ^= bool(_FENCE.match(line))
        begins = not is_code and bool(_DRAWER.fullmatch(line)) and not _DRAWER_END.fullmatch(line)
        is_drawer = (is_drawer or begins) and not _DRAWER_END.fullmatch(line)
        is_own = is_drawer or _DRAWER_END.fullmatch(line) or _PLANNED.fullmatch(line)
        yield line if is_code else "" if is_own else _line(line)


def _line(line: str) -> str:
    if _ONLY_WITHIN.fullmatch(line):
        return ""
    if callout := _CALLOUT.fullmatch(line):
        return f"{callout['mark']}**{callout['title'].strip()}**" if callout["title"].strip() else ""
    shown = _LINK.sub(_shown, _STATE.sub(r"\g<mark>", _FIELD.sub(_field, line)))
    return _ANCHOR.sub("", _DATED.sub("", _SHINING.sub(r"\g<text>", shown)))


def _shown(link: re.Match[str]) -> str:
    """What a link shows: its own words, else the last part of where it leads."""
    return link["shown"] or link["to"].split("#", 1)[0].rsplit("/", 1)[-1] or link["to"].lstrip("#")


def _field(found: re.Match[str]) -> str:
    said = _said(found["key"], found["value"])
    return f", {said}" if said else ""


def _said(key: str, value: str | None) -> str:
    """What a property says of an exercise; nothing if it is about something else, or has no unit where it needs one."""
    head = head_of(key)
    text = (value or "").strip().strip("\"'")
    if head is None or not text:
        return ""
    if head.column is Column.SIDE:
        return "each side" if text.lower() in {"each", "both", "true", "yes", "per side"} else ""
    is_bare = re.fullmatch(r"[\d.]+(?:\s*[-–]\s*[\d.]+)?", text) is not None
    if head.column not in _SAID or (is_bare and head.column in _NEED_UNITS and not head.unit):
        return ""
    return _SAID[head.column].format(f"{text} {head.unit}" if is_bare and head.unit else text)


def _with_properties_behind(lines: Sequence[str]) -> list[str]:
    """The lines; a property that has one for itself stands behind the item that it belongs to, or nowhere."""
    found = list(lines)
    item: int | None = None
    is_code = False
    for at, line in enumerate(lines):
        is_code ^= bool(_FENCE.match(line))
        if is_code:
            continue
        if own := _PROPERTY.fullmatch(line):
            said = _said(own["key"], own["value"])
            found[at] = ""
            if said and item is not None:
                found[item] = f"{found[item]}, {said}"
        elif line.strip():
            item = at if _ITEM.match(line) else None
    return found


def _without_outline(lines: Sequence[str]) -> Iterator[str]:
    """The lines; headings that stand in a list as its items are headings, with the items below them further out."""
    above: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        indent = _indent(line)
        if line.strip():
            above = [one for one in above if one[0] < indent]
        if heading := _HEAD_IN_LIST.fullmatch(line):
            below = next((_indent(one) for one in lines[at + 1 :] if one.strip()), 0)
            above.append((indent, max(below, indent)))
            yield heading["heading"]
        else:
            yield line.expandtabs(4)[min(indent, above[-1][1]) :] if above else line


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())
