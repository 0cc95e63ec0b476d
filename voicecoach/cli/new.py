"""`voicecoach new`: a session of one's own to begin with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import say
from voicecoach.cli.options import Text
from voicecoach.errors import ChoiceError
from voicecoach.shell import quoted

if TYPE_CHECKING:
    from voicecoach.authoring.new_session import Answers

_ASKED = {
    "work": "How long is the work",
    "sets": "How many sets, or rounds",
    "minutes": "How many minutes",
    "cap": "How long may it take at most",
    "rest": "How long are the rests",
}


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the file is called, .yaml is added.")],
    from_: Annotated[
        Text,
        typer.Option(
            "--from",
            metavar="SESSION",
            help="Begin with a built-in session, a file, a line, or: pick: 20 minutes, legs.",
            show_default=False,
            autocompletion=completion.sessions,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: take what would be proposed.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write a session of your own to begin with: it works as it is, and every kind of line is explained in it.

    Asks a few questions on a terminal.

    Examples:

      voicecoach new evening-legs

      voicecoach new my-glutes --from glutes-for-runners

      voicecoach new swings --from "EMOM 10: 10 kettlebell swings 16 kg"
    """
    from voicecoach.authoring.new_session import Answers, file_of, session_text, text_from, title_of
    from voicecoach.outputs.whole_file import NOT_NAMED, check_writable, whole_file

    path, title = file_of(name)
    if path.exists() and not force:
        raise ChoiceError(f"{str(path)!r} is there already. Choose another name, or replace it with --force.")
    check_writable(path, naming=NOT_NAMED)
    asks = not yes and sys.stdin.isatty() and sys.stderr.isatty()
    if from_ is not None:
        proposed = title_of(from_)
        asked = _asked("Title", proposed, _text) if asks else proposed
        text = text_from(from_, str(path), asked if asked != proposed else None)
    else:
        text = session_text(_answers(Answers(title)) if asks else Answers(title), str(path))
    with whole_file(path, naming=NOT_NAMED) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
    say(f"written: {path}. Hear it: {quoted(['voicecoach', 'live', str(path)])}")


def _answers(proposed: Answers) -> Answers:
    """What the user wants instead of what is proposed."""
    from voicecoach.definitions.session import SectionKind

    say("A few questions; Enter takes what is in brackets.")
    title = _asked("Title", proposed.title, _text)
    kinds = ", ".join(SectionKind)
    kind = SectionKind(_asked(f"Kind of section ({kinds})", proposed.kind.value, _kind))
    exercises = _asked("Exercises, with commas between them", ", ".join(proposed.exercises), _exercises)
    answers = replace(proposed, title=title, kind=kind, exercises=tuple(exercises.split(", ")))
    for name in answers.questions:
        before = getattr(answers, name)
        value = _asked(_ASKED[name], str(before), partial(_count, name) if isinstance(before, int) else _length)
        changed: dict[str, Any] = {name: int(value) if isinstance(before, int) else value}
        answers = replace(answers, **changed)
    return answers


def _asked(question: str, proposed: str, read: Callable[[str], str]) -> str:
    """The answer to a question, asked again until it can be read."""
    from voicecoach.definitions.notation import NotationError

    while True:
        answer: str = typer.prompt(question, default=proposed, err=True)
        try:
            return read(answer)
        except NotationError as error:
            say(str(error))


def _text(answer: str) -> str:
    from voicecoach.definitions.values import parse_text

    return parse_text(answer)


def _kind(answer: str) -> str:
    from voicecoach.definitions.notation import NotationError
    from voicecoach.definitions.session import SectionKind
    from voicecoach.errors import certain_name

    kinds = [str(one) for one in SectionKind]
    kind = certain_name(answer, kinds)
    if kind is None:
        raise NotationError(f"{answer!r} is not one of {', '.join(kinds)}.")
    return kind


def _exercises(answer: str) -> str:
    from voicecoach.definitions.line_names import slug
    from voicecoach.definitions.notation import NotationError

    found = [" ".join(one.split()) for one in answer.split(",") if one.strip()]
    if not found or not all(map(slug, found)):
        raise NotationError("Write names, such as: squat, lunge, push-ups.")
    return ", ".join(found)


def _count(what: str, answer: str) -> str:
    from voicecoach.definitions.notation import MAX_SETS, parse_count

    return str(parse_count(answer, what, MAX_SETS))


def _length(answer: str) -> str:
    from voicecoach.definitions.notation import parse_length

    parse_length(answer)
    return answer
