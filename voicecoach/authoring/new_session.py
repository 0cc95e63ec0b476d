"""A session for somebody who begins with one: from a few answers, or from a session that there is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from voicecoach.authoring.picking.name import request_in
from voicecoach.authoring.picking.pick import load_any, pick
from voicecoach.authoring.remarks import has_remarks, with_remarks
from voicecoach.counted import sentence_case
from voicecoach.definitions.amounts import Unit
from voicecoach.definitions.files import LIBRARY, check_named, is_path, names, titles
from voicecoach.definitions.line_names import nearly, slug
from voicecoach.definitions.line_yaml import flow, scalar, yaml_of
from voicecoach.definitions.load import line_of, load, load_exercise
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import parse_prescription
from voicecoach.definitions.one_line import Entries, read_entries
from voicecoach.definitions.session import SectionKind
from voicecoach.definitions.source import Node, Plain, parse, read_bytes
from voicecoach.errors import Place
from voicecoach.folders import expanded
from voicecoach.shell import quoted
from voicecoach.times import Ms, length_text

Kind = SectionKind
EXERCISES = ("squat", "lunge", "hip-lift")
IN_A_MINUTE = "20 s"
"""A time of work that fits into a minute on each side."""
_ROUNDS = frozenset({Kind.SUPERSET, Kind.CIRCUIT, Kind.INTERVALS, Kind.FOR_TIME})
_MINUTES = frozenset({Kind.EMOM, Kind.AMRAP})
_RESTS: Mapping[SectionKind, str] = {
    Kind.STRAIGHT_SETS: "rest",
    Kind.SUPERSET: "round_rest",
    Kind.CIRCUIT: "round_rest",
    Kind.INTERVALS: "rest",
}
"""The key that the longer rest is written with in each kind that has one."""
_MORE = """\
# More that can be written here: take the first # of a line away.
# warm_up: elsewhere  # you are told to warm up first
# intro: short  # the opening is brief
# count_aloud: true  # three, two, one are spoken
"""


@dataclass(frozen=True)
class Answers:
    """What a session is to be. Lengths are as they are written; `sets` are rounds where a kind has those.

    `exercises` are written as in a line, with an amount or without. `work` is for intervals, `minutes` for what goes on
    for a time, `cap` for work for time, `between` is the rest between the exercises of a circuit.
    """

    title: str
    kind: SectionKind = Kind.STRAIGHT_SETS
    exercises: tuple[str, ...] = EXERCISES
    sets: int = 3
    rest: str = "60 s"
    between: str = "30 s"
    work: str = "40 s"
    minutes: int = 10
    cap: str = "15 min"

    @property
    def questions(self) -> list[str]:
        """The names of what matters for the kind, beyond title, kind and exercises."""
        numbers = ["minutes"] if self.kind in _MINUTES else ["sets"]
        work = ["work"] if self.kind is Kind.INTERVALS else ["cap"] if self.kind is Kind.FOR_TIME else []
        between = ["between"] if self.kind is Kind.CIRCUIT else []
        return [*work, *numbers, *between, *(["rest"] if self.kind in _RESTS else [])]

    @property
    def has_rounds(self) -> bool:
        """Whether `rest` is the one between rounds."""
        return _RESTS.get(self.kind) == "round_rest"

    @property
    def entries(self) -> Entries:
        """What the exercises are. Raises DefinitionError."""
        return read_entries(", ".join(self.exercises), titles("exercises"), self.kind, Place("the exercises", 1, 1))

    @property
    def sets_named(self) -> int | None:
        """The sets of the first exercise that names how many. Raises DefinitionError."""
        amounts = (one.get("prescription") for one in self.entries.trees if isinstance(one, dict))
        named = (parse_prescription(str(amount)).sets for amount in amounts if amount is not None)
        return next(filter(None, named), None)


def file_of(name: str) -> tuple[Path, str]:
    """The path of the file that is called so, and a title for it: `evening-legs.yaml`, `Evening legs`.

    Raises OutputError for what is no name, such as `.`.
    """
    path = expanded(name)
    check_named(path, "session.yaml")
    if path.suffix.lower() not in {".yaml", ".yml"}:
        path = path.with_name(f"{slug(path.name) or 'session'}.yaml")
    words = path.stem.replace("-", " ").replace("_", " ").strip()
    given = Path(name).name
    return path, given if " " in given else sentence_case(words)


def session_text(answers: Answers, file: str) -> str:
    """The file with the session that the answers ask for. Raises DefinitionError where they don't go together."""
    lines = [f"title: {scalar(answers.title)}", _MORE.rstrip(), "sections:", *_section(answers)]
    if own := answers.entries.exercises:
        lines += ["exercises:", *(f"  {scalar(key)}: {flow(tree)}" for key, tree in own.items())]
    return _checked(_headed(with_remarks("\n".join([*lines, ""])), file), file)


def _section(answers: Answers) -> Iterator[str]:
    kind = answers.kind
    yield f"  - kind: {kind}"
    settings: dict[str, Plain] = {}
    if kind is Kind.INTERVALS:
        settings["work"] = answers.work
    if kind in _MINUTES:
        settings["minutes"] = answers.minutes
    if kind in _ROUNDS:
        settings["rounds"] = answers.sets
    if kind is Kind.FOR_TIME:
        settings["cap"] = answers.cap
    if kind is Kind.CIRCUIT:
        settings["rest"] = answers.between
    if kind in _RESTS:
        settings[_RESTS[kind]] = answers.rest
    yield from (f"    {key}: {flow(value)}" for key, value in settings.items())
    yield "    exercises:"
    entries = answers.entries
    yield from (f"      - {flow(_amounted(one, answers, entries.exercises))}" for one in entries.trees)


def _amounted(entry: Plain, answers: Answers, own: Mapping[str, Plain]) -> Plain:
    """An entry with a fair amount where none was written, and with the sets of the answers."""
    if isinstance(entry, list):
        return [_amounted(one, answers, own) for one in entry]
    given = entry if isinstance(entry, dict) else {"exercise": entry}
    if answers.kind is Kind.INTERVALS or "work" in given:
        return entry
    amount = given.get("prescription") or _amount(str(given["exercise"]), answers.kind, own)
    if amount is None:
        return entry
    return {**given, "prescription": _in_sets(amount, answers)}


def _in_sets(amount: Plain, answers: Answers) -> Plain:
    """An amount in so many sets, unless it names its own or the kind of section has rounds."""
    text = str(amount)
    if answers.kind is Kind.STRAIGHT_SETS and parse_prescription(text).sets is None:
        return f"{answers.sets}x {text}" if text[:1].isalpha() else f"{answers.sets}x{text}"
    return int(text) if text.isdecimal() else text


def _amount(reference: str, kind: SectionKind, own: Mapping[str, Plain]) -> str | None:
    """A fair amount of an exercise for one set; `None` for what has a distance of its own."""
    if (definition := own.get(reference)) is not None:
        return IN_A_MINUTE if isinstance(definition, dict) and "hold" in definition else "10"
    exercise = load_exercise(reference)
    start = exercise.prescription.start
    if exercise.prescription.distance_m is not None:
        return None
    if exercise.is_hold or (start and start.unit is Unit.MS and not start.is_open):
        return length_text(Ms(start.low)) if start and kind is not Kind.EMOM else IN_A_MINUTE
    return "10" if exercise.sides is Sides.NONE else "8/side"


def unknown_names(answers: Answers) -> dict[str, str | None]:
    """The names among the exercises that nothing built in has, each with the nearest that something has."""
    return {name: nearly(name, titles("exercises")) for name in answers.entries.called}


def text_from(session: str, file: str, title: str | None = None) -> str:
    """The file of a session to go on from: built in, in a file, in a line or picked; `title` is a new one for it.

    Raises DefinitionError, ChoiceError or UnknownNameError where there is no such session, or it isn't in order.
    """
    load_any(session)
    text = _written(session, file)
    if title is not None:
        text = _titled(text, title)
    is_file = is_path(session) and request_in(session) is None
    is_explained = is_file and has_remarks(text)  # in its author's own words
    return _checked(_headed(text if is_explained else with_remarks(text), file), file)


def _written(session: str, file: str) -> str:
    if (request := request_in(session)) is not None:
        return pick(request).text
    if is_path(session):
        text = read_bytes(Path(session), session).decode("utf-8-sig").replace("\r\n", "\n")
        return _moved(text, Path(session).parent, Path(file).parent)
    if line := line_of(session):
        return yaml_of(line, session)
    kind = "sessions" if session in names("sessions") else "exercises"
    return (LIBRARY / kind / f"{session}.yaml").read_text(encoding="utf-8")


def title_of(session: str) -> str:
    """The title of a session that is started from. Raises as `text_from`."""
    return load_any(session).session.title


def _titled(text: str, title: str) -> str:
    node = parse(text.encode(), "").at("title")
    return _replaced(text, node, scalar(title))


def _moved(text: str, before: Path, after: Path) -> str:
    """The text with the paths in it as they are seen from another folder."""
    for node in reversed(list(_paths(parse(text.encode(), "")))):
        path = Path(os.path.relpath(before / str(node.value), after))
        text = _replaced(text, node, scalar(path.as_posix()))
    return text


def _paths(node: Node) -> Iterator[Node]:
    """Every value that names a file of definitions, in the order of the text."""
    if isinstance(node.value, str) and node.value.lower().endswith((".yaml", ".yml")):
        yield node
    for child in node.value if isinstance(node.value, list) else node.children.values():
        yield from _paths(child)


def _replaced(text: str, node: Node, value: str) -> str:
    """The text with another value at the place of a node; as it is if the old one stands there in a way of its own."""
    lines = text.split("\n")
    number, begin = node.place.line - 1, node.place.column - 1
    line = lines[number] if number < len(lines) else ""
    for old in (str(node.value), f'"{node.value}"', f"'{node.value}'"):
        if line.startswith(old, begin):
            lines[number] = line[:begin] + value + line[begin + len(old) :]
            break
    return "\n".join(lines)


def _headed(text: str, file: str) -> str:
    check, make, live = (quoted(["voicecoach", command, file]) for command in ("check", "make", "live"))
    head = f"# Is it in order? {check}\n# As sound: {make}, or {live}\n"
    return f"{head}\n{text}"


def _checked(text: str, file: str) -> str:
    """The text, once it is known to be a session. Raises DefinitionError."""
    load(file, text.encode())
    return text
