"""Workouts of Zwift (`.zwo`): what is ridden or run for how long and how hard, and what is shown when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

from voicecoach.authoring.written import Written, WrittenExercise, WrittenLine, WrittenSection
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError, Place

_BEGIN, _END = "<workout_file", "</workout_file"
_TYPES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BARE_AMPERSAND = re.compile(r"(?P<kept><!\[CDATA\[(?:(?!\]\]>).)*)|&(?!#?\w{1,10};)", re.DOTALL)
"""One that is no XML by itself: written by hand, outside of CDATA."""
_NAMES = {
    "warmup": "Warmup",
    "cooldown": "Cooldown",
    "steadystate": "Steady",
    "solidstate": "Steady",
    "ramp": "Ramp",
    "freeride": "Free ride",
    "freerun": "Free run",
    "maxeffort": "Max effort",
    "intervalst": "Interval",
}
"""The elements of a workout, and what each is called."""
_INTERVALS = "intervalst"
_SHOWN = {"textevent": "message", "textnotification": "text"}
"""The elements that show a text, with how the attributes that have it begin."""
_PACES = ("mile", "5 km", "10 km", "half marathon", "marathon")
"""What a runner's share is of, by the number in the file."""
_POWERS = (("powerlow", "powerhigh"), ("power", "power"))
_ON_POWERS = (("poweronlow", "poweronhigh"), ("onpower", "onpower"))
_OFF_POWERS = (("powerofflow", "poweroffhigh"), ("offpower", "offpower"))
MAX_ELEMENTS = 500
MAX_SECONDS = 24 * 3600
MAX_METRES = 1_000_000
MAX_REPEATS = 100
Attributes = dict[str, str]


def read_zwift(text: str, name: str) -> Written:
    """The workout. Raises DefinitionError if it isn't whole."""
    begin, end = text.find(_BEGIN), text.rfind(_END)
    if not 0 <= begin < end or _TYPES.search(text):
        raise DefinitionError(name, "", "this workout of Zwift isn't whole.", "Save or download it again.")
    first_line, xml = text.count("\n", 0, begin), _with_ampersands(f"{text[begin:end]}{_END}>")
    try:
        root = ET.fromstring(xml)  # noqa: S314 - there are no entities without a DOCTYPE, which is refused above
    except ET.ParseError as error:
        line = first_line + error.position[0]
        problem = f"line {line} of this workout of Zwift isn't XML."
        raise DefinitionError(name, "", problem, "Save or download it again.") from None
    is_far = _told(root, "durationType") == "distance"
    elements = [one for one in root.iterfind("workout/*") if _is_done(one)]
    if not elements:
        raise DefinitionError(name, "", "there is nothing to do in this workout of Zwift.", "Save it again.")
    for one in elements:
        one.set("sport", (_told(root, "sportType") or "").lower())
    if len(elements) > MAX_ELEMENTS:
        problem = f"{len(elements)} things to do; {MAX_ELEMENTS} are the most."
        raise DefinitionError(name, "", problem, "Use a shorter workout.")
    lines = _lines_of(xml, elements, first_line)
    sections = tuple(_sections(list(zip(elements, lines, strict=True)), name, is_far=is_far))
    about = _told(root, "description")
    return Written(_told(root, "name"), sections, about=(about,) if about else ())


def _with_ampersands(xml: str) -> str:
    return _BARE_AMPERSAND.sub(lambda found: found["kept"] or "&amp;", xml)


def _is_done(element: ET.Element) -> bool:
    """Whether it is ridden or run: not a text beside the workout, a day of rest, or what takes no time."""
    known = isinstance(element.tag, str) and (element.tag.lower() in _NAMES or "duration" in _values(element))
    return known and element.tag.lower() not in _SHOWN and _values(element).get("duration") != "0"


def _told(root: ET.Element, tag: str) -> str | None:
    return " ".join((root.findtext(tag) or "").split()) or None


def _lines_of(text: str, elements: list[ET.Element], first_line: int) -> list[int]:
    """The lines in which the elements begin."""
    found: list[int] = []
    at = text.find("<workout>")
    for element in elements:
        at = max(text.find(f"<{element.tag}", at + 1), at)
        found.append(first_line + text.count("\n", 0, at) + 1)
    return found


def _sections(elements: list[tuple[ET.Element, int]], name: str, *, is_far: bool) -> Iterator[WrittenSection]:
    """A section for what goes on without a break, and one for each set of intervals."""
    before: float | None = None
    for is_repeated, group in groupby(elements, lambda one: one[0].tag.lower() == _INTERVALS):
        if is_repeated:
            for element, line in group:
                section = _intervals(element, Place(name, line, 1), is_far=is_far)
                yield replace(section, before_s=before)
                before = section.rest_s or 0.0
        else:
            steady = tuple(_steady(element, Place(name, line, 1), is_far=is_far) for element, line in group)
            yield WrittenSection(steady, steady[0].line, kind=SectionKind.INTERVALS, rest_s=0.0, before_s=before)
            before = 0.0


def _steady(element: ET.Element, place: Place, *, is_far: bool) -> WrittenExercise:
    values = _values(element)
    amount = _amount(values, "duration", place, is_far=is_far)
    powers = tuple(pair[::-1] for pair in _POWERS) if element.tag.lower() == "cooldown" else _POWERS
    notes = (*_power(values, powers, "zone", "{}."), *_cadence(values), *_shown_far(element))
    called = _NAMES.get(element.tag.lower(), element.tag)
    return WrittenExercise(called, place.line, sets=1, is_hold=False, lines=_shown(element), notes=notes, **amount)


def _intervals(element: ET.Element, place: Place, *, is_far: bool) -> WrittenSection:
    """Work and easy riding in turn; the last of the easy riding is the break before what follows."""
    values = _values(element)
    rounds = int(_number({"repeat": "1", **values}, "repeat", place, MAX_REPEATS, least=1))
    amount = _amount(values, "onduration", place, is_far=is_far)
    rest = None if is_far else _number({"offduration": "0", **values}, "offduration", place, MAX_SECONDS)
    notes = (
        *_power(values, _ON_POWERS, "poweronzone", "{}."),
        *_power(values, _OFF_POWERS, "poweroffzone", "Between the intervals {}."),
        *_cadence(values),
        *_shown_far(element),
    )
    if is_far and "offduration" in values:
        notes += (f"{values['offduration']} m easy between the intervals.",)
    exercise = WrittenExercise(_NAMES[_INTERVALS], place.line, is_hold=False, rest_s=rest, notes=notes, **amount)
    work = amount["seconds"][1] if "seconds" in amount else None
    return WrittenSection(
        (exercise,),
        place.line,
        kind=SectionKind.INTERVALS,
        rounds=rounds,
        work_s=work,
        rest_s=rest,
        round_rest_s=rest,
        lines=_shown(element),
    )


def _values(element: ET.Element) -> Attributes:
    return {key.lower(): value.strip() for key, value in element.attrib.items()}


def _amount(values: Attributes, key: str, place: Place, *, is_far: bool) -> dict[str, Any]:
    """How long it takes, or how far it is."""
    if is_far:
        return {"distance_m": _number(values, key, place, MAX_METRES, least=1)}
    length = _number(values, key, place, MAX_SECONDS, least=1)
    return {"seconds": (length, length)}


def _number(values: Attributes, key: str, place: Place, most: float, *, least: float = 0) -> float:
    """A number to the tenth: programs write 360 s as 360.00003."""
    written = values.get(key, "")
    number = float(written) if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", written) else -1.0
    if not least <= number <= most:
        problem = f"it is {written[:40]!r}." if written else "it is missing."
        raise DefinitionError(place, key, problem, f"Write a number from {least:g} to {most:g}.")
    return round(number, 1)


def _power(values: Attributes, keys: tuple[tuple[str, ...], ...], zone: str, form: str) -> tuple[str, ...]:
    """How hard it is, as a sentence: a share of what one can keep up for an hour or of a pace, or a zone."""
    for low_key, high_key in keys:
        written = values.get(low_key), values.get(high_key)
        if all(one and re.fullmatch(r"[0-9]{0,3}\.?[0-9]{1,9}", one) for one in written):
            low, high = (f"{float(one or 0) * 100:.0f}" for one in written)
            share = f"{low} %" if low == high else f"{low} to {high} %"
            return (form.format(f"{share} of {_whole(values)}"),)
    return (
        (form.format(f"{'Zone' if form.startswith('{') else 'zone'} {values[zone]}"),)
        if re.fullmatch(r"[1-7]", values.get(zone, ""))
        else ()
    )


def _whole(values: Attributes) -> str:
    """What shares are of: of a pace in runs, of FTP else."""
    if values.get("sport") != "run":
        return "FTP"
    pace = values.get("pace", "")
    return f"{_PACES[int(pace)]} pace" if pace in set("01234") else "threshold pace"


def _cadence(values: Attributes) -> tuple[str, ...]:
    found = [values.get(key, "") for key in ("cadence", "cadencelow", "cadencehigh")]
    cadence, low, high = (one if re.fullmatch(r"[1-9][0-9]{1,2}", one) else "" for one in found)
    turns = cadence or (f"{low} to {high}" if low and high else low or high)
    return (f"{turns} turns a minute.",) if turns else ()


def _shown(element: ET.Element) -> tuple[WrittenLine, ...]:
    """The texts that are shown while an element lasts."""
    return tuple(
        WrittenLine(text, float(values.get("timeoffset", "0")))
        for values, text in _texts(element)
        if re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,9})?", values.get("timeoffset", "0")) and "distoffset" not in values
    )


def _shown_far(element: ET.Element) -> tuple[str, ...]:
    """The texts that are shown after so many metres, as sentences."""
    return tuple(
        f"After {values['distoffset']} m: {text}" for values, text in _texts(element) if "distoffset" in values
    )


def _texts(element: ET.Element) -> Iterator[tuple[Attributes, str]]:
    for event in element.iter():
        if begin := _SHOWN.get(event.tag.lower() if isinstance(event.tag, str) else ""):
            values = _values(event)
            said = (" ".join(values[key].split()) for key in sorted(values) if key.startswith(begin))
            yield from ((values, text) for text in said if text)
