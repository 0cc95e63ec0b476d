"""`voicecoach show`: a session or an exercise as a coach hands it out."""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer

from voicecoach.authoring.picking.name import request_in
from voicecoach.cli import as_written, completion
from voicecoach.cli.options import Given, Switch
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.errors import UnknownNameError

COLUMNS = 100


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A session or an exercise, by name or by path, or a session in one line.",
            autocompletion=completion.sessions,
        ),
    ],
    everything: Annotated[
        bool, typer.Option("--all", help="Everything that the definition says, as an author needs it.")
    ] = False,
    pictures: Annotated[
        Switch,
        typer.Option(
            "--pictures/--no-pictures", help="Show the moves, in terminals that can show pictures.", show_default=False
        ),
    ] = None,
) -> None:
    """Show a session or an exercise as a coach's card.

    Examples:

      voicecoach show glutes-for-runners

      voicecoach show step-up

      voicecoach show step-up --all
    """
    session, exercise = _named(name)
    if everything:
        _print_all(session, exercise)
        return
    from voicecoach.cli.cards import print_card
    from voicecoach.cli.exercise_card import exercise_card
    from voicecoach.cli.session_card import session_card
    from voicecoach.cli.shown_moves import show_moves

    moves = [exercise] if exercise else list({item.exercise.name: item.exercise for item in session.items}.values())
    show_moves(moves, Given({"pictures": pictures}).get("pictures"))
    print_card(exercise_card(exercise, session.exercises) if exercise else session_card(session, name))


def _named(name: str) -> tuple[Session, Exercise | None]:
    """What is shown: a session, or the exercise that it was made of."""
    from voicecoach.definitions.load import built_in_exercise, is_path, line_of, load_session, names

    if request_in(name) is not None:
        from voicecoach.authoring.picking.pick import load_any

        return load_any(name).session, None
    if is_path(name) or name in names("sessions") or line_of(name):
        session = load_session(name)
        return session, _alone(session) if is_path(name) else None
    if exercise := built_in_exercise(name):
        session = load_session(exercise)
        return session, session.items[0].exercise
    known = [*names("sessions"), *names("exercises")]
    raise UnknownNameError("session or exercise", name, known, "See all with: voicecoach list.")


def _alone(session: Session) -> Exercise | None:
    """The exercise of a session that was made of one exercise and nothing else."""
    sections = tuple(Section((Item(item.exercise),)) for item in session.items)
    exercise = session.items[0].exercise
    bare = Session(exercise.name, exercise.title, sections, exercises=session.exercises, equipment=session.equipment)
    return exercise if len(sections) == 1 and session == bare else None


def _print_all(session: Session, exercise: Exercise | None) -> None:
    for line in as_written.exercise_lines(exercise) if exercise else as_written.session_lines(session):
        indent = " " * (len(line) - len(line.lstrip()))
        print(textwrap.fill(line, COLUMNS, subsequent_indent=f"{indent}  ") if line else "")
