"""`voicecoach draw`: how an exercise looks, as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import say
from voicecoach.cli.options import Text
from voicecoach.errors import ChoiceError, suggestion
from voicecoach.folders import expanded

if TYPE_CHECKING:
    from voicecoach.definitions.model import Exercise


def draw(
    name: Annotated[
        Text,
        typer.Argument(
            metavar="EXERCISE",
            help="An exercise, by name or by the path of its file.",
            show_default=False,
            autocompletion=completion.exercises,
        ),
    ] = None,
    output: Annotated[
        Text,
        typer.Option(
            "-o", "--output", metavar="FILE", help="NAME.svg, .png or .gif; with --all a folder.", show_default=False
        ),
    ] = None,
    moving: Annotated[bool, typer.Option("--moving", help="One picture that moves, at the exercise's tempo.")] = False,
    variation: Annotated[
        Text,
        typer.Option("--variation", metavar="NAME", help="With this variation of the exercise.", show_default=False),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Sheets of all built-in exercises that have a figure, to look through.")
    ] = False,
) -> None:
    """Draw an exercise, its poses side by side or moving.

    Examples:

      voicecoach draw squat -o squat.svg

      voicecoach draw step-up --moving -o step-up.svg

      voicecoach draw my-lunge.yaml -o my-lunge.png

      voicecoach draw --all -o sheets
    """
    if everything:
        if name is not None:
            raise ChoiceError(f"--all draws every exercise, {name!r} among them. Leave out one of the two.")
        _draw_sheets(expanded(output or "sheets"))
        return
    if name is None:
        raise ChoiceError("Which exercise? Write voicecoach draw squat -o squat.svg, or --all for every one.")
    _draw(name, _exercise(name), variation, expanded(output or f"{Path(name).stem}.svg"), is_moving=moving)


def _exercise(name: str) -> Exercise:
    from voicecoach.definitions.load import holds_session, load_exercise

    if holds_session(name):
        raise ChoiceError(
            f"{name} is a session, and what is drawn is an exercise: a built-in one, or one in a file of its own."
        )
    return load_exercise(name)


def _draw(name: str, exercise: Exercise, variation: str | None, path: Path, *, is_moving: bool) -> None:
    from voicecoach.definitions.load import is_path
    from voicecoach.figures.doubts import doubts
    from voicecoach.figures.picture import Picture
    from voicecoach.outputs.figure_file import check_figure_file, write_figure

    inputs = [Path(name)] if is_path(name) else []
    check_figure_file(path, inputs, is_moving=is_moving)
    if variation is not None:
        if variation not in exercise.variations:
            known = suggestion(variation, exercise.variations) or " It has none."
            raise ChoiceError(f"{exercise.name} has no variation {variation!r}.{known}")
        exercise = exercise.varied((variation,))
    if exercise.figure is None:
        raise ChoiceError(f"{exercise.name} has no figure. Write one in it, under 'figure:'; docs/figures.md says how.")
    picture = Picture(exercise, exercise.figure)
    for phase, problem in doubts(picture.motion):
        say(f"note: figure.poses.{phase}: {problem}")
    write_figure(path, picture, inputs, is_moving=is_moving)
    print(f"{path}  {-(-path.stat().st_size // 1000)} kB")


def _draw_sheets(folder: Path) -> None:
    from voicecoach.definitions.load import load_exercise, names
    from voicecoach.outputs.figure_sheets import write_sheets

    drawn = [exercise for exercise in map(load_exercise, names("exercises")) if exercise.figure]
    for path in write_sheets(folder, drawn):
        print(path)
