"""Sessions in JSON: lists of exercises that have a name and amounts, in days and weeks or not.

So is the public-domain data set free-exercise-db, which tells of no amounts but in its instructions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile, zip_longest

from voicecoach.authoring.formats.csv_cells import sides_told
from voicecoach.authoring.formats.csv_columns import Column, head_of
from voicecoach.authoring.formats.instructed import as_instructed
from voicecoach.authoring.formats.json_amounts import rows_of
from voicecoach.authoring.formats.json_groups import Group, Values, groups_in, has_amount, name_of, text_of
from voicecoach.authoring.formats.json_rounds import shared_of
from voicecoach.authoring.formats.keyed_values import AMOUNTS, cells_of, keyed_exercise
from voicecoach.authoring.formats.left_and_right import with_both_sides
from voicecoach.authoring.formats.line_notation import read_line_notation
from voicecoach.authoring.formats.listed_texts import in_lines_of, sections_of, with_shared
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.formats.yaml_data import values_of
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.written import Unplaced, Written, WrittenCues, WrittenExercise, WrittenSection
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

MAX_EXERCISES, MAX_PRESCRIBED = 100, 1_000
"""A session has fewer than so many; the data set itself has more than eight hundred. A programme has more."""
MAX_WEEKS = 104
_FIX = 'Each exercise is an object with a "name" and "instructions", as in free-exercise-db.'
_NOTHING = frozenset({"body only", "none", "other", "bodyweight"})
"""What the data set writes as equipment where there is nothing to fetch."""
_SUPERSETS = ("superset", "superset_id", "supersetId", "supersets_id", "supersetGroup", "superset_group")
_NO_EXERCISE = re.compile(r"(?:(?:active )?rest|day off|off|recovery)(?: day)?", re.IGNORECASE)


_BEFORE = re.compile(r"(?:[^\n{\[]*\n){1,5}(?=[{\[])")
_FENCE = re.compile(r"\n```\s*\Z")


def has_json_below(text: str) -> bool:
    """Whether a text is JSON below a few lines, such as where it is from, or between the marks of code."""
    before = _BEFORE.match(text)
    return before is not None and holds_exercises(_FENCE.sub("", text[before.end() :]))


def holds_exercises(text: str) -> bool:
    """Whether a text is JSON with exercises in it."""
    try:
        return bool(groups_in(json.loads(text)))
    except (ValueError, RecursionError):
        return False


def read_exercise_data(text: str, name: str) -> Written:
    """The exercises, with amounts where keys such as `sets` have some, in a section for each list of them.

    Raises DefinitionError if it is other JSON.
    """
    return _written(_groups(text, name), text, name)


def read_yaml_data(text: str, name: str) -> Written:
    """The exercises of a text that `yaml_data` has values of. Raises DefinitionError for too many."""
    return _written(groups_in(values_of(text)), text, name)


def _written(groups: list[Group], text: str, name: str) -> Written:
    count = sum(len(one.exercises) for one in groups)
    if not count:
        raise DefinitionError(name, "", "there is no exercise in this JSON.", _FIX)
    most = MAX_PRESCRIBED if any(map(has_amount, groups[0].exercises)) else MAX_EXERCISES
    if count > most:
        problem = f"{count} exercises; a session has at most {most}."
        raise DefinitionError(name, "", problem, "Keep those that you want.")
    unplaced: list[Unplaced] = []
    common = _common(groups)
    lines = _Lines(text)
    sections = tuple(one for group in groups for one in _sections(group, len(common), lines, unplaced))
    named = sections[0].exercises[0].name if count == 1 else None
    last = max((group.week for group in groups if group.week), default=None)
    return Written(
        ", ".join(common) or named,
        tuple(section for section in sections if section.exercises),
        weeks=last,
        unplaced=tuple(unplaced),
    )


def _common(groups: list[Group]) -> tuple[str, ...]:
    """The titles that all groups have before their own; of a day that is in several weeks, not the last."""
    shortest = min((one.titles for one in groups), key=len)
    most = len(shortest) - 1 if any(one.week for one in groups) else len(shortest)
    alike = takewhile(lambda at: len({one.titles[at] for one in groups}) == 1, range(most))
    return tuple(shortest[at] for at in alike)


def _sections(group: Group, known: int, lines: _Lines, unplaced: list[Unplaced]) -> Iterator[WrittenSection]:
    """The exercises of a group: a section, and one for each superset in it. So many of its titles are all groups'."""
    title = ", ".join(group.titles[known:]) or None
    weeks = (group.week, group.week) if group.week and 0 < group.week <= MAX_WEEKS else None
    exercises = list(_with_rests(group.exercises))
    shared = shared_of(group.about or {}, exercises)
    if listed := () if shared.work_s else sections_of(group, exercises):
        at = [lines.of(name_of(one)) for one in exercises]
        yield from (with_shared(replace(in_lines_of(one, at), title=title, in_weeks=weeks), shared) for one in listed)
        return
    for label, members in groupby(exercises, _superset):
        found = (one for values in members for one in _prescribed(_exercise(values, lines), values, unplaced))
        done = tuple(one if not shared.work_s else _timed(one, shared.work_s) for one in with_both_sides(found))
        kind = SectionKind.SUPERSET if label and len(done) > 1 else SectionKind.STRAIGHT_SETS
        kind = SectionKind.CIRCUIT if shared.rounds else kind
        kind = SectionKind.INTERVALS if shared.work_s else kind
        yield WrittenSection(
            done, done[0].line, title=title, kind=kind, in_weeks=weeks,
            rounds=shared.rounds, work_s=shared.work_s, rest_s=shared.rest_s, round_rest_s=shared.round_rest_s,
        )  # fmt: skip
        title = None


def _with_rests(members: Sequence[Values]) -> Iterator[Values]:
    """The exercises; a rest that stands between them as one of them is behind the one before."""
    for one, after in zip_longest(members, members[1:]):
        if _NO_EXERCISE.fullmatch(name_of(one)):
            continue
        is_rest = after is not None and _NO_EXERCISE.fullmatch(name_of(after)) is not None
        cells = cells_of(rows_of(after)[0][0]) if after is not None and is_rest else {}
        time = cells.get(Column.TIME) if Column.REST not in cells_of(rows_of(one)[0][0]) else None
        yield {**one, "rest": time} if time else one


def _timed(exercise: WrittenExercise, work_s: float) -> WrittenExercise:
    """The exercise for as long as all of them go on."""
    return replace(exercise, seconds=(work_s, work_s), is_hold=exercise.is_hold or is_held(exercise.name) or None)


def _line_read(exercise: WrittenExercise) -> tuple[WrittenExercise, ...]:
    """What a text in place of an object says of the exercise: `Squat 5x5`; nothing if it is a name alone."""
    read = read_line_notation(exercise.name)
    return (
        tuple(replace(one, line=exercise.line) for section in read.sections for one in section.exercises)
        if read
        else ()
    )


def _superset(values: Values) -> str:
    """What the exercises of a superset have in common."""
    found = next((values[key] for key in _SUPERSETS if values.get(key) not in (None, "", False)), "")
    return f"{found}" if isinstance(found, str | int) else ""


def _prescribed(exercise: WrittenExercise, values: Values, unplaced: list[Unplaced]) -> Iterator[WrittenExercise]:
    """The exercise with its amounts, where keys say some, else as its instructions say."""
    if set(values) == {"name"} and (line := _line_read(exercise)):
        yield from line
        return
    rows, warm_ups = rows_of(values)
    if warm_ups:
        exercise = replace(exercise, notes=(*exercise.notes, f"Sets to warm up before: {warm_ups}."))
    if (AMOUNTS | {Column.SET}) & set(cells_of(rows[0])):
        yield from keyed_exercise(exercise, rows, unplaced)
    else:
        yield as_instructed(exercise)


def _groups(text: str, name: str) -> list[Group]:
    before = _BEFORE.match(text)
    lines = before[0].count("\n") if before else 0
    try:
        found = json.loads("\n" * lines + _FENCE.sub("", text[before.end() if before else 0 :]))
    except json.JSONDecodeError as error:
        problem = f"line {error.lineno}, column {error.colno}: this isn't JSON."
        raise DefinitionError(name, "", problem, "Save or download it again.") from None
    except (RecursionError, ValueError):
        raise DefinitionError(name, "", "this JSON is too deep, or its numbers are too long.", _FIX) from None
    members = found if isinstance(found, list) else [found]
    nothing = next((at for at, one in enumerate(members) if not _may_be_one(one)), None)
    if nothing is not None:
        raise DefinitionError(name, f"[{nothing}]", "this is no exercise.", _FIX)
    groups = groups_in(found)
    if found and not groups:
        raise DefinitionError(name, "[0]", "this is no exercise.", _FIX)
    return groups


_HALFWAY = in_any_case(r"\b(?:switch|change|swap) (?:legs|sides|arms|feet|hands)\b[^.]{0,20}\bhalf-?\s?way")


def _may_be_one(value: object) -> bool:
    """Whether a member of a list is an exercise, or something that may hold some."""
    if not isinstance(value, dict):
        return False
    return bool(name_of(value)) or any(isinstance(one, list | dict) for one in value.values())


def _exercise(values: Values, lines: _Lines) -> WrittenExercise:
    title = name_of(values)
    equipment = text_of(values.get("equipment")).lower()
    texts = [one for key in values for one in _texts(values, key) if head_of(key)]
    told = (sides_told(one) or (Sides.EACH if _HALFWAY.search(one) else None) for one in texts)
    return WrittenExercise(
        title,
        lines.of(title),
        sides=next(filter(None, told), None),
        is_hold=True if values.get("force") == "static" else None,
        needs=(equipment,) if equipment and equipment not in _NOTHING else (),
        cues=_cues(values),
        notes=tuple(_about(values)),
    )


def _texts(values: Values, key: str) -> list[str]:
    value = values.get(key)
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, str)]


def _cues(values: Values) -> WrittenCues:
    """The instructions in sentences. They tell in order how it is done, so all but what is about safety is set-up."""
    found = [sentence for one in _texts(values, "instructions") for sentence in sentences(one)]
    safety = sorted_cues(found).safety
    noted = sorted_cues(sentence for one in _noted(values) for sentence in sentences(one))
    setup = tuple(one for one in found if one not in safety)
    return WrittenCues((*setup, *noted.setup), noted.form, (*safety, *noted.safety))


def _noted(values: Values) -> Iterator[str]:
    """What stands behind keys such as `notes`, `tips`, `description`."""
    for key in values:
        head = None if key == "instructions" else head_of(key)
        if head and head.column is Column.NOTES:
            yield from (one for one in _texts(values, key) if not sides_told(one))


def _about(values: Values) -> Iterator[str]:
    """What else it says, as sentences."""
    told = (
        ("Muscles", ", ".join(_texts(values, "primaryMuscles"))),
        ("Level", text_of(values.get("level"))),
        ("Category", text_of(values.get("category"))),
    )
    yield from (f"{key}: {said}." for key, said in told if said)


class _Lines:
    """The lines in which the exercises' names stand, going on through the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def of(self, title: str) -> int:
        """The line of the next exercise of that name."""
        written = (json.dumps(title, ensure_ascii=False), json.dumps(title), title)
        self.at = next((at for one in written if (at := self.text.find(one, self.at + 1)) >= 0), self.at)
        return self.text.count("\n", 0, self.at) + 1
