"""`voicecoach draw`: how an exercise looks, or all exercises of a session, as a picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import notes
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Text, option, switch
from voicecoach.definitions.exercise_names import Matcher
from voicecoach.errors import ChoiceError, UnknownNameError, suggestion

if TYPE_CHECKING:
    from voicecoach.definitions.model import Exercise
    from voicecoach.definitions.session import Session
    from voicecoach.figures.picture import Picture


def draw(
    name: Annotated[
        Text,
        typer.Argument(
            metavar="EXERCISE|SESSION",
            help="By name or by the path of its file, a session in one line as well.",
            show_default=False,
            autocompletion=completion.sessions,
        ),
    ] = None,
    output: Annotated[Text, option("FILE", "NAME.svg, .png or .gif; with --all a folder.", "-o", "--output")] = None,
    moving: Annotated[bool, switch("--moving", "One picture that moves, at the exercise's tempo.")] = False,
    variation: Annotated[Text, option("NAME", "With this variation of the exercise.", "--variation")] = None,
    only: Annotated[
        Text, option("EXERCISE", "Of a session just this exercise.", "--only", complete=completion.exercises)
    ] = None,
    everything: Annotated[
        bool, switch("--all", "Sheets of all built-in exercises that have a figure, to look through.")
    ] = False,
) -> None:
    """Draw an exercise, its poses side by side or moving, or a sheet of all exercises of a session.

    Examples:

      voicecoach draw squat -o squat.svg

      voicecoach draw step-up --moving -o step-up.svg

      voicecoach draw my-lunge.yaml -o my-lunge.png

      voicecoach draw my-session.yaml -o my-session.png

      voicecoach draw my-session.yaml --only my-lunge -o my-lunge.gif

      voicecoach draw --all -o sheets
    """
    single = {"--moving": moving, "--variation": variation, "--only": only}
    if everything:
        if name is not None:
            raise ChoiceError(f"--all draws every exercise, {name!r} among them. Leave out one of the two.")
        _check_none(single, "--all draws sheets of every exercise with its variations, which don't move.")
        _draw_sheets(_sheets() if output is None else typed_path(output))
    elif name is None:
        raise ChoiceError("Which exercise? Write voicecoach draw squat -o squat.svg, or --all for every one.")
    else:
        _draw_named(name, single, output)


def _draw_named(name: str, single: Mapping[str, Any], output: str | None) -> None:
    """Draw an exercise, a session, or one exercise of a session; `single` are the options of one exercise."""
    session, files = _session(name)
    only = single["--only"]
    if session and only is None:
        why = "A session is drawn as a sheet, which doesn't move. For one of its exercises write --only NAME."
        _check_none(single, why)
        _draw_session(session, _path(output, session.name), files)
        return
    if only is not None and session is None:
        raise ChoiceError(f"--only is for one exercise of a session, and {name} is an exercise. Leave it out.")
    exercise = _exercise_of(session, only) if session else _exercise(name)
    parts = [exercise.name, single["--variation"], "moving" if single["--moving"] else None]
    path = _path(output, "-".join(filter(None, parts)))
    _draw(exercise, single["--variation"], path, files, is_moving=single["--moving"])


def _path(output: str | None, stem: str) -> Path:
    """The file that is named, or else the one that is called after what is drawn. Raises OutputError."""
    from voicecoach.outputs.figure_file import check_not_anothers

    if output is not None:
        return typed_path(output)
    path = Path(f"{stem}.svg")
    check_not_anothers(path)
    return path


def _check_none(given: Mapping[str, object], why: str) -> None:
    """Raises ChoiceError if one of these options was given."""
    if options := [option for option, value in given.items() if value]:
        raise ChoiceError(f"{why} Leave out {' and '.join(options)}.")


def _session(name: str) -> tuple[Session | None, Collection[Path]]:
    """The session of this name, if there is one and it isn't an exercise's, and the user's files that are read."""
    from voicecoach.definitions.load import holds_session, is_path, line_of, session_and_files

    if holds_session(name) or line_of(name):
        return session_and_files(name)
    return None, [Path(name)] if is_path(name) else []


def _exercise(name: str) -> Exercise:
    from voicecoach.definitions.load import load_exercise

    return load_exercise(name)


def _exercise_of(session: Session, name: str) -> Exercise:
    """An exercise of a session, or one that can take the place of one. Raises UnknownNameError."""
    exercises = session.every_exercise
    titles = {one.name: one.title for one in exercises.values()}
    found = name if name in exercises else Matcher(titles).matched(name)
    if found is None:
        raise UnknownNameError("exercise", name, exercises)
    return exercises[found]


def _draw(exercise: Exercise, variation: str | None, path: Path, inputs: Collection[Path], *, is_moving: bool) -> None:
    from voicecoach.figures.picture import Picture
    from voicecoach.outputs.figure_file import check_figure_file, write_figure

    check_figure_file(path, inputs, is_moving=is_moving)
    if variation is not None:
        if variation not in exercise.variations:
            known = suggestion(variation, exercise.variations) or " It has none."
            raise ChoiceError(f"{exercise.name} has no variation {variation!r}.{known}")
        exercise = exercise.varied((variation,))
    if exercise.figure is None:
        raise ChoiceError(f"{exercise.name} has no figure. Write one in it, under 'figure:'; docs/figures.md says how.")
    picture = Picture(exercise, exercise.figure)
    notes(_doubts([picture]))
    write_figure(path, picture, inputs, is_moving=is_moving)
    _say_written(path)


def _draw_session(session: Session, path: Path, inputs: Collection[Path]) -> None:
    """Draw the exercises of a session that have a figure; the others are named."""
    from voicecoach.figures.picture import pictures_of
    from voicecoach.outputs.figure_file import check_sheet_file, write_sheet

    check_sheet_file(path, inputs)
    exercises = list({item.exercise.title: item.exercise for item in session.items}.values())
    pictures = pictures_of(exercises)
    without = ", ".join(one.title for one in exercises if one.figure is None)
    if not pictures:
        raise ChoiceError(f"Nothing in {session.name} has a figure: {without}. docs/figures.md says how to write one.")
    notes([*([f"There is no figure of: {without}."] if without else []), *_doubts(pictures)])
    write_sheet(path, pictures, inputs)
    _say_written(path)


def _doubts(pictures: Collection[Picture]) -> Iterator[str]:
    """What is wrong with figures that only their geometry shows."""
    from voicecoach.figures.doubts import doubts

    for one in pictures:
        whose = f"{one.exercise.name}: " if len(pictures) > 1 else ""
        yield from (f"{whose}figure.poses.{phase}: {problem}" for phase, problem in doubts(one.motion))


def _say_written(path: Path) -> None:
    print(f"{path}  {-(-path.stat().st_size // 1000)} kB")


def _sheets() -> Path:
    """The folder of sheets that nobody named. Raises OutputError if sheets in it are no drawings of ours."""
    from voicecoach.outputs.figure_file import check_not_anothers

    folder = Path("sheets")
    for path in sorted(folder.glob("sheet-[0-9]*.*")):
        check_not_anothers(path)
    return folder


def _draw_sheets(folder: Path) -> None:
    from voicecoach.definitions.load import load_exercise, names
    from voicecoach.outputs.figure_sheets import write_sheets

    drawn = [exercise for exercise in map(load_exercise, names("exercises")) if exercise.figure]
    for path in write_sheets(folder, drawn):
        print(path)
