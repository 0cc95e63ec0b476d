"""`voicecoach list`: what is built in, looked for by words and filters."""

from __future__ import annotations

import os
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Any, Optional, TypeVar

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import bounded
from voicecoach.cli.option_values import MAX_MINUTES
from voicecoach.counted import counted
from voicecoach.definitions.finding import Found, Wanted, find, loosened, loosened_words, unknown_words
from voicecoach.definitions.groups import Difficulty, Family, Muscle
from voicecoach.definitions.index import ExerciseEntry, Index, SessionEntry, load_index
from voicecoach.definitions.notation import NotationError, parse_count
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import UnknownNameError, nearest

LEAST_COLUMNS, MOST_COLUMNS = 60, 100
NAME_COLUMNS = 24
_FLAGS = {"kinds": "--kind", "muscles": "--muscle", "families": "--family", "levels": "--level"}
"""The options that `Wanted` has under another name."""

Texts = Optional[list[str]]  # noqa: UP045 - typer reads it at run time
One = TypeVar("One", bound=StrEnum)


def _option(metavar: str, text: str, kind: type[StrEnum] | None = None) -> Any:  # noqa: ANN401 - typer's own
    complete = completion.one_of(kind) if kind else completion.equipment
    return typer.Option(metavar=metavar, help=text, show_default=False, autocompletion=complete)


def list_(
    words: Annotated[
        Texts,
        typer.Argument(metavar="WORDS", help="All of them are in the name, title, text or muscles."),
    ] = None,
    kind: Annotated[Texts, _option("KIND", "Sessions with a section of this kind. Repeatable.", SectionKind)] = None,
    muscle: Annotated[Texts, _option("MUSCLE", "What works this muscle. Repeatable.", Muscle)] = None,
    family: Annotated[Texts, _option("FAMILY", "What belongs to this family. Repeatable.", Family)] = None,
    level: Annotated[Texts, _option("LEVEL", "What is for this level. Repeatable.", Difficulty)] = None,
    minutes: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="N", help="Sessions of N minutes at most in their first week.", show_default=False),
    ] = None,
    without: Annotated[Texts, _option("ITEM", "What can be done without it, by a substitute too. Repeatable.")] = None,
    json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """List the sessions, exercises and equipment that are built in, or those that fit.

    Of several values of one option any will do; of --without, and of different options, all have to hold.

    Examples:

      voicecoach list

      voicecoach list glutes --level beginner --without band

      voicecoach list --minutes 20 --kind circuit --kind intervals
    """
    index = load_index()
    wanted = Wanted(
        words=tuple(words or ()),
        kinds=_members(SectionKind, kind, "--kind"),
        muscles=_members(Muscle, muscle, "--muscle"),
        families=_members(Family, family, "--family"),
        levels=_members(Difficulty, level, "--level"),
        minutes=_minutes(minutes),
        without=_items(without, index),
    )
    found = find(index, wanted)
    if json:
        print(_as_json(found, index, with_equipment=not wanted.given))
    elif not found:
        print("\n".join(_nothing(index, wanted)))
    else:
        _print(found, index, wanted)


def _members(kind: type[One], texts: Sequence[str] | None, flag: str) -> tuple[One, ...]:
    """The members that are named. Raises typer.BadParameter with the nearest name for one that isn't there."""
    names = [str(one) for one in kind]
    for text in texts or ():
        if text not in names:
            problem = f"{text!r} is not one of {', '.join(names)}.{nearest(text, names)}"
            raise typer.BadParameter(problem, param_hint=flag)
    return tuple(map(kind, texts or ()))


def _minutes(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return parse_count(text, "minutes", MAX_MINUTES)
    except NotationError as error:
        raise typer.BadParameter(str(error), param_hint="--minutes") from None


def _items(names: Sequence[str] | None, index: Index) -> tuple[str, ...]:
    for name in names or ():
        if name not in index.equipment:
            raise UnknownNameError("equipment", name, index.equipment, "See all with: voicecoach list.")
    return tuple(names or ())


def _print(found: Found, index: Index, wanted: Wanted) -> None:
    if found.sessions:
        _heading("Sessions")
        for session in found.sessions:
            _entry(session.name, _session_facts(session), f"{session.title}. {session.about}")
    if found.exercises:
        _heading("Exercises")
        for exercise in found.exercises:
            about = f"{exercise.title}. {exercise.about}" if wanted.given else ""
            _entry(exercise.name, _exercise_facts(exercise), about)
    if not wanted.given:
        _heading("Equipment (for --with and --without)")
        for name, said in index.equipment.items():
            _entry(name, said)


def _heading(text: str) -> None:
    typer.secho(text, bold=not os.environ.get("NO_COLOR"))


def _entry(name: str, facts: str, about: str = "") -> None:
    columns = min(max(shutil.get_terminal_size((MOST_COLUMNS, 1)).columns, LEAST_COLUMNS), MOST_COLUMNS)
    indent = " " * NAME_COLUMNS
    begin = f"  {name:{NAME_COLUMNS - 2}}" if len(name) < NAME_COLUMNS - 2 else f"  {name}  "
    print(textwrap.fill(facts, columns, initial_indent=begin, subsequent_indent=indent))
    if about:
        print(textwrap.fill(about, columns, initial_indent=indent, subsequent_indent=indent))


def _session_facts(session: SessionEntry) -> str:
    first, last = session.minutes
    minutes = f"{first} min" if first == last else f"{first}–{last} min"
    weeks = counted(session.weeks, "week") if session.weeks > 1 else ""
    kinds = ", ".join(str(kind).replace("-", " ") for kind in session.kinds)
    return " · ".join(filter(None, (session.level, minutes, weeks, kinds)))


def _exercise_facts(exercise: ExerciseEntry) -> str:
    muscles = ", ".join(muscle.replace("-", " ") for muscle in exercise.muscles)
    return " · ".join(filter(None, (exercise.level, exercise.family, muscles))) or exercise.title


def _nothing(index: Index, wanted: Wanted) -> Iterator[str]:
    """What to say when nothing fits: what nothing has, and what to leave out."""
    yield "Nothing in the library fits all of that."
    for word, near in unknown_words(index, wanted.words).items():
        yield bounded(f"Nothing has {word!r} in it.{f' Did you mean {near!r}?' if near else ''}")
    for word, count in loosened_words(index, wanted).items():
        yield bounded(f"Leave out {word!r}: {count} would fit.")
    for name, count in loosened(index, wanted).items():
        yield bounded(f"Leave out {_typed(name, wanted)}: {count} would fit.")


def _typed(name: str, wanted: Wanted) -> str:
    """An option of `Wanted` as it was typed."""
    value = getattr(wanted, name)
    values: Iterable[object] = value if isinstance(value, tuple) else (value,)
    flag = _FLAGS.get(name, f"--{name}")
    return " ".join(f"{flag} {one}" for one in values)


def _as_json(found: Found, index: Index, *, with_equipment: bool) -> str:
    import json
    from dataclasses import asdict

    tree: dict[str, object] = {
        "sessions": [asdict(one) | {"own": [asdict(own) for own in one.own.values()]} for one in found.sessions],
        "exercises": [asdict(one) for one in found.exercises],
    }
    if with_equipment:
        tree["equipment"] = [{"name": name, "say": said} for name, said in index.equipment.items()]
    return json.dumps(tree, ensure_ascii=False, indent=1)
