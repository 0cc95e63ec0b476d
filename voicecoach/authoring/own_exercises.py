"""The exercises that a file needs of its own: those that the library doesn't know, or knows done in another way."""

from __future__ import annotations

from dataclasses import dataclass, field

from voicecoach.authoring.written import WrittenCues, WrittenExercise
from voicecoach.counted import sentence_case
from voicecoach.definitions.line_names import is_held, slug
from voicecoach.definitions.model import Exercise, Sides


@dataclass
class OwnExercise:
    """An exercise of the file's own."""

    name: str
    title: str
    is_hold: bool
    sides: Sides
    needs: list[str] = field(default_factory=list)
    cues: WrittenCues = WrittenCues()


class OwnExercises:
    """Those of one file, by what is done; `library` has the exercises that are built in and matched, by name."""

    def __init__(self, library: dict[str, Exercise], known: frozenset[str]) -> None:
        self.library = library
        self.known = known
        self.own: dict[str, OwnExercise] = {}

    def reference(self, written: WrittenExercise) -> str:
        """The name by which an entry refers to its exercise, which is the library's where that does the same."""
        if written.matched and self._is_same(written, self.library[written.matched]):
            return written.matched
        return self._own(written)

    def _is_same(self, written: WrittenExercise, exercise: Exercise) -> bool:
        if exercise.is_hold:
            is_open = written.is_open and not written.is_hold
            return not (written.reps or written.each_set or is_open or written.distance_m or written.pause_s)
        return not written.is_hold and not (written.pause_s and written.seconds)

    def _own(self, written: WrittenExercise) -> str:
        is_hold = _is_hold(written)
        sides = written.sides or Sides.NONE
        name = self._free_name(slug(written.name) or "exercise", is_hold=is_hold, sides=sides)
        one = self.own.setdefault(name, OwnExercise(name, sentence_case(written.name), is_hold, sides))
        one.needs += [thing for thing in written.needs if thing not in one.needs]
        one.cues = _both(one.cues, written.cues)
        return name

    def _free_name(self, base: str, *, is_hold: bool, sides: Sides) -> str:
        """A name that is free, or that of the same exercise done before."""
        number, name = 1, base
        while name in self.known or (name in self.own and not _does(self.own[name], is_hold=is_hold, sides=sides)):
            number += 1
            name = f"{base}-{number}"
        return name


def _is_hold(written: WrittenExercise) -> bool:
    """Whether it is held still: by what is said of it, else by its name."""
    if written.reps or written.pause_s:
        return False
    if written.is_hold is not None:
        return written.is_hold
    return bool(written.seconds) and is_held(written.name)


def _does(one: OwnExercise, *, is_hold: bool, sides: Sides) -> bool:
    return (one.is_hold, one.sides) == (is_hold, sides)


def _both(one: WrittenCues, other: WrittenCues) -> WrittenCues:
    return WrittenCues(
        tuple(dict.fromkeys((*one.setup, *other.setup))),
        tuple(dict.fromkeys((*one.form, *other.form))),
        tuple(dict.fromkeys((*one.safety, *other.safety))),
    )
