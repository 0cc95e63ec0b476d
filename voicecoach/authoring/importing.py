"""The way of a written session: from the bytes of a file to what was understood, and to a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from voicecoach.authoring.as_yaml import as_yaml
from voicecoach.authoring.bounds import bounded
from voicecoach.authoring.defaults import filled
from voicecoach.authoring.written import Written, WrittenExercise, WrittenSection
from voicecoach.definitions.exercise_names import Matcher
from voicecoach.definitions.files import built_in_equipment, titles
from voicecoach.definitions.line_names import bare_name
from voicecoach.errors import DefinitionError

KIND = "exercises"


@dataclass(frozen=True)
class Imported:
    """What was understood of a file. `written` has `None` where the text says nothing, `guessed` names those fields."""

    written: Written
    yaml: str


def imported(data: bytes, name: str) -> Imported:
    """The session that is written in a file; `name` stands for it in messages.

    Raises DefinitionError for a file that can't be read, or that has no exercise in it.
    """
    from voicecoach.definitions.load import load_exercise

    known = titles(KIND)
    read = _read(data, name)
    matched = _titled(known) if read.is_exact else Matcher(known).matched
    written = bounded(_matched(read, matched))
    if not any(section.exercises for section in written.sections):
        fix = "Write one exercise a line with its amount, such as: Squats 3x10, rest 60 s."
        raise DefinitionError(name, "", "no exercise was found in this text.", fix)
    used = {one.matched for section in written.sections for one in section.exercises if one.matched}
    library = {one: load_exercise(one) for one in sorted(used)}
    yaml = as_yaml(written, library, frozenset(known), built_in_equipment().children, name)
    return Imported(_with_guesses(written), yaml)


def _read(data: bytes, name: str) -> Written:
    from voicecoach.authoring.reading import read_document
    from voicecoach.authoring.rules.understand import understood

    read = read_document(data, name)
    if isinstance(read, Written):
        return read
    written = understood(read, titles(KIND))
    return replace(written, notes=(*read.notes, *written.notes))


def _titled(known: Mapping[str, str]) -> Callable[[str], str | None]:
    """What gives the library's name for one of its titles, and for nothing that is only like one."""
    names = {bare_name(title): name for name, title in known.items()}
    return lambda title: names.get(bare_name(title))


def _matched(written: Written, matched: Callable[[str], str | None]) -> Written:
    """With the library's names for those exercises that have none yet; without sections that have no exercise."""

    def section_of(section: WrittenSection) -> WrittenSection:
        return replace(section, exercises=tuple(map(exercise_of, section.exercises)))

    def exercise_of(exercise: WrittenExercise) -> WrittenExercise:
        return replace(exercise, matched=exercise.matched or matched(exercise.name))

    return replace(written, sections=tuple(section_of(one) for one in written.sections if one.exercises))


def _with_guesses(written: Written) -> Written:
    """What was written, with the names of the fields that the file has a default for."""
    whole = filled(written)
    sections = (
        replace(
            was,
            guessed=now.guessed | was.guessed,
            exercises=tuple(
                replace(one, guessed=other.guessed) for one, other in zip(was.exercises, now.exercises, strict=True)
            ),
        )
        for was, now in zip(written.sections, whole.sections, strict=True)
    )
    return replace(written, sections=tuple(sections), guessed=whole.guessed)
