"""What was understood, as a file that `check` finds in order: `# guessed` marks what the text doesn't state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace

from voicecoach.authoring.amounts import MINUTE_S, each_set_of, prescription_of, time_of
from voicecoach.authoring.defaults import REST_S, RESTED, filled, runs_on
from voicecoach.authoring.own_exercises import OwnExercise, OwnExercises
from voicecoach.authoring.written import Field, Written, WrittenCues, WrittenExercise, WrittenLine, WrittenSection
from voicecoach.definitions.line_names import slug
from voicecoach.definitions.line_yaml import scalar
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.definitions.notation import NotationError, parse_load
from voicecoach.definitions.session import Section
from voicecoach.definitions.session import SectionKind as Kind

UNTITLED = "Imported session"
MOST_ABOUT, MOST_TITLE = 600, 120
_WITH_WEEKS = "in_weeks" in {one.name for one in fields(Section)}


def as_yaml(
    written: Written, library: Mapping[str, Exercise], known: frozenset[str], equipment: Iterable[str], source: str
) -> str:
    """The file. `library` has the exercises that were matched, by name; `known` are the names of all of them.

    `equipment` are the names of the things that are built in, `source` names what it was made from.
    """
    return "\n".join(
        [*_File(filled(written), OwnExercises(dict(library), known), frozenset(equipment)).lines(source), ""]
    )


class _File:
    def __init__(self, written: Written, own: OwnExercises, equipment: frozenset[str]) -> None:
        self.written, self.own, self.equipment = written, own, equipment
        self.things: dict[str, str] = {}

    def lines(self, source: str) -> Iterator[str]:
        written = self.written
        yield _comment("", f"Imported from {source}. What is marked as guessed isn't stated there: look it through.")
        yield f"title: {_text(written.title or UNTITLED, MOST_TITLE)}"
        if about := _about(written.about):
            yield f"about: {scalar(about)}"
        yield from self._session_rest()
        if written.weeks and written.weeks > 1:
            yield f"weeks: {written.weeks}"
        if written.needs:
            yield _comment("", f"needed: {', '.join(written.needs)}")
        if written.safety:
            yield "cues:"
            yield f"  safety: {_texts(written.safety)}"
        yield "sections:"
        for section in written.sections:
            yield from self._section(section)
        yield from self._definitions()
        for one in written.unplaced:
            yield _comment("", f"line {one.line} has no place: {one.text}")

    def _session_rest(self) -> Iterator[str]:
        if self.written.rest_s is not None:
            mark = "  # guessed" if Field.REST in self.written.guessed else ""
            yield f"rest: {time_of(self.written.rest_s)}{mark}"
        elif Field.REST in self.written.guessed:
            yield f"rest: {time_of(REST_S)}  # guessed"

    def _section(self, section: WrittenSection) -> Iterator[str]:
        keys = list(self._keys(section))
        begin = "  - "
        for note in section.notes:
            yield _comment("  ", note)
        for key in keys:
            yield f"{begin}{key}"
            begin = "    "
        yield f"{begin}exercises:"
        followers = [*section.exercises[1:], None]
        for exercise, following in zip(section.exercises, followers, strict=True):
            yield from self._entry(section, exercise, _entry_mark(section, exercise, following))

    def _keys(self, section: WrittenSection) -> Iterator[str]:
        if section.title:
            yield f"title: {_text(section.title, MOST_TITLE)}"
        if section.in_weeks and _WITH_WEEKS:
            first, last = section.in_weeks
            yield f"in_weeks: {first}" if first == last else f"in_weeks: {first}-{last}"
        if section.kind is not Kind.STRAIGHT_SETS:
            yield f"kind: {section.kind.value}{_mark(Field.KIND in section.guessed)}"
        if section.before_s is not None:
            yield f"before: {time_of(section.before_s)}"
        if section.timing:
            yield f"timing: {section.timing.value}"
        yield from self._times(section)
        if section.lines:
            yield f"lines: {_lines(section.lines)}"

    def _times(self, section: WrittenSection) -> Iterator[str]:
        """The times and rounds that its kind has."""
        if section.kind is Kind.INTERVALS and section.work_s:
            yield f"work: {time_of(section.work_s)}{_mark(Field.WORK in section.guessed)}"
        if section.kind is Kind.EMOM and section.every_s:
            yield f"every: {time_of(section.every_s)}"
        if section.kind in {Kind.EMOM, Kind.AMRAP} and section.minutes:
            yield f"minutes: {_minutes(section.minutes)}{_mark(Field.MINUTES in section.guessed)}"
        yield from self._rounds(section)

    def _rounds(self, section: WrittenSection) -> Iterator[str]:
        is_capped = section.cap_s is not None and Field.CAP not in section.guessed
        if section.kind is Kind.FOR_TIME and section.round_rest_s and section.repeat == 1 and not is_capped:
            section = replace(section, repeat=section.rounds or 1, rounds=None)  # each round is for time by itself
        if section.kind not in {Kind.STRAIGHT_SETS, Kind.AMRAP} and section.rounds:
            yield f"rounds: {section.rounds}{_mark(Field.ROUNDS in section.guessed)}"
        if section.kind is Kind.FOR_TIME and section.cap_s:
            yield f"cap: {time_of(section.cap_s)}{_mark(Field.CAP in section.guessed)}"
        if section.kind in RESTED and (section.rest_s is not None or runs_on(section)):
            yield f"rest: {time_of(section.rest_s or 0)}"
        if section.repeat > 1:
            yield f"repeat: {section.repeat}"
        has_rounds = section.kind in RESTED - {Kind.STRAIGHT_SETS} or section.repeat > 1
        if has_rounds and section.round_rest_s is not None:
            yield f"round_rest: {time_of(section.round_rest_s)}"

    def _entry(self, section: WrittenSection, exercise: WrittenExercise, mark: str) -> Iterator[str]:
        reference = self.own.reference(exercise)
        pairs = [f"exercise: {scalar(reference)}", *self._prescribed(section, exercise)]
        is_own = reference in self.own.own
        if not is_own:
            pairs += self._changes(exercise, self.own.library[reference])
        pairs += self._varied(exercise, reference)
        if exercise.lines:
            pairs.append(f"lines: {_lines(exercise.lines)}")
        if (
            section.kind in RESTED
            and exercise.rest_s is not None
            and exercise.rest_s != section.rest_s
            and not (
                section.rest_s is None and exercise.rest_s == self.written.rest_s and section.kind is not Kind.SUPERSET
            )
        ):
            pairs.append(f"rest: {time_of(exercise.rest_s)}")
        marks = sorted(one.value for one in exercise.guessed)
        guessed = f"  # guessed: {', '.join(marks)}" if marks else ""
        yield f"      {mark}{{{', '.join(pairs)}}}{guessed}"
        for note in exercise.notes:
            yield _comment("        ", note)
        if exercise.instead:
            yield _comment("        ", f"instead: {exercise.instead}")

    def _varied(self, exercise: WrittenExercise, reference: str) -> Iterator[str]:
        """The variations that are done, and what is said before the first set, which has those that nobody knows."""
        known = self.own.library[reference].variations if reference in self.own.library else {}
        by_title = {one.title: name for name, one in known.items()}
        if names := [by_title[one] for one in exercise.variations if one in by_title]:
            yield f"variations: [{', '.join(map(scalar, names))}]"
        said = [f"{one}." for one in exercise.variations if one not in by_title]
        if note := " ".join((*said, *([exercise.note] if exercise.note else []))):
            yield f"note: {_text(note, MOST_ABOUT)}"

    def _prescribed(self, section: WrittenSection, exercise: WrittenExercise) -> Iterator[str]:
        if section.kind is Kind.INTERVALS:
            seconds = exercise.seconds[1] if exercise.seconds else exercise.takes_s
            if seconds and seconds != section.work_s:
                yield f"work: {time_of(seconds)}"
        else:
            each = each_set_of(exercise)
            yield f"prescription: {each or scalar(prescription_of(exercise))}".replace("'", "")
            if exercise.distance_m and exercise.takes_s:
                yield f"takes: {time_of(exercise.takes_s)}"
        if exercise.load and _is_load(exercise.load):
            yield f"load: {scalar(exercise.load)}"
        if exercise.tempo:
            yield f"tempo: {scalar(exercise.tempo)}"

    def _changes(self, exercise: WrittenExercise, known: Exercise) -> Iterator[str]:
        """What the text says of an exercise of the library that the library has otherwise."""
        if exercise.sides and exercise.sides is not known.sides:
            yield f"sides: {exercise.sides.value}"
        if cues := _cues(exercise.cues):
            yield f"cues: {cues}"

    def _definitions(self) -> Iterator[str]:
        if not self.own.own:
            return
        yield "exercises:"
        for name, one in self.own.own.items():
            yield f"  {scalar(name)}:"
            yield from (f"    {key}" for key in self._definition(one))
        if self.things:
            yield "equipment:"
            yield from (f"  {scalar(name)}: {{say: {scalar(said)}}}" for name, said in self.things.items())

    def _definition(self, one: OwnExercise) -> Iterator[str]:
        yield f"title: {_text(one.title, MOST_TITLE)}"
        if one.is_hold:
            yield "hold: true"
        if one.sides is not Sides.NONE:
            yield f"sides: {one.sides.value}"
        if needs := [self._thing(thing) for thing in one.needs]:
            yield f"needs: [{', '.join(dict.fromkeys(map(scalar, needs)))}]"
        if cues := _cues(one.cues):
            yield f"cues: {cues}"

    def _thing(self, said: str) -> str:
        name = slug(said) or "thing"
        single = name.removesuffix("s")
        found = next((one for one in (name, single) if one in self.equipment), None)
        if found is None:
            self.things[name] = said
        return found or name


def _entry_mark(section: WrittenSection, exercise: WrittenExercise, following: WrittenExercise | None) -> str:
    """What an entry begins with: those that share an interval are a list of their own."""
    if section.kind is not Kind.EMOM:
        return "- "
    if exercise.joined and exercise is not section.exercises[0]:
        return "  - "
    return "- - " if following and following.joined else "- "


def _minutes(minutes: float) -> str:
    """`12`, `4.5`, `100 s`."""
    return f"{minutes:g}" if (minutes * 2).is_integer() else time_of(minutes * MINUTE_S)


def _is_load(text: str) -> bool:
    """Whether a file can have it: 0 lb is written in texts, and is none."""
    try:
        parse_load(text)
    except NotationError:
        return False
    return True


def _mark(is_guessed: bool) -> str:  # noqa: FBT001 - a mark or none
    return "  # guessed" if is_guessed else ""


def _cues(cues: WrittenCues) -> str:
    kinds = (("setup", cues.setup), ("form", cues.form), ("safety", cues.safety))
    found = [f"{kind}: {_texts(texts)}" for kind, texts in kinds if texts]
    return f"{{{', '.join(found)}}}" if found else ""


def _texts(texts: Iterable[str]) -> str:
    return f"[{', '.join(_text(one, MOST_ABOUT) for one in texts)}]"


def _lines(lines: Iterable[WrittenLine]) -> str:
    return f"[{', '.join(f'{{at: {time_of(one.at_s)}, say: {_text(one.say, MOST_ABOUT)}}}' for one in lines)}]"


def _about(about: Iterable[str]) -> str:
    text = _plain(" ".join(about))
    return text if len(text) <= MOST_ABOUT else text[:MOST_ABOUT].rsplit(" ", 1)[0] + " …"


def _text(text: str, most: int) -> str:
    return scalar(_plain(text)[:most].strip() or UNTITLED)


def _plain(text: str) -> str:
    """A text in one line, without what a file can't have or would take for a placeholder."""
    return " ".join("".join(char if char.isprintable() and char not in "{}" else " " for char in text).split())


def _comment(indent: str, text: str) -> str:
    return f"{indent}# {_plain(text)}"
