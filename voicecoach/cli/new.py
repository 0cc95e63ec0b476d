"""`voicecoach new`: a session of one's own to begin with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import notes, say
from voicecoach.cli.options import Text
from voicecoach.cli.refused import refused
from voicecoach.errors import ChoiceError, DefinitionError
from voicecoach.shell import quoted

if TYPE_CHECKING:
    from voicecoach.authoring.new_session import Answers

_ASKED = {
    "work": "How long is the work",
    "sets": "How many sets, or rounds",
    "minutes": "How many minutes",
    "cap": "How long may it take at most",
    "between": "How long is the rest between exercises",
    "rest": "How long are the rests",
}
_BETWEEN_ROUNDS = "How long is the rest between rounds"
_T = TypeVar("_T")


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
    from voicecoach.definitions.load import load
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
    reasons = refused(load(str(path), text.encode()).session)
    with whole_file(path, naming=NOT_NAMED) as part:
        part.write_text(text, encoding="utf-8", newline="\n")
    say(f"written: {path}. Hear it: {quoted(['voicecoach', 'live', str(path)])}")
    notes(reasons)


def _answers(proposed: Answers) -> Answers:
    """What the user wants instead of what is proposed."""
    from voicecoach.definitions.session import SectionKind

    say("A few questions; Enter takes what is in brackets.")
    title = _asked("Title", proposed.title, _text)
    kinds = ", ".join(SectionKind)
    kind = SectionKind(_asked(f"Kind of section ({kinds})", proposed.kind.value, _kind))
    answers = _with_exercises(replace(proposed, title=title, kind=kind))
    for name in answers.questions:
        question = _BETWEEN_ROUNDS if name == "rest" and answers.has_rounds else _ASKED[name]
        answers = _asked(question, str(getattr(answers, name)), partial(_changed, answers, name))
    return answers


def _with_exercises(answers: Answers) -> Answers:
    """The answers with the exercises that are wanted; of a name that is nearly a built-in one it is asked again."""
    from voicecoach.authoring.new_session import unknown_names

    proposed = ", ".join(answers.exercises)
    answers = _asked("Exercises, with commas between them", proposed, partial(_done, answers))
    for name, near in unknown_names(answers).items():
        if near:
            question = f"{name!r} is not built in. Which exercise is it"
            answers = _asked(question, near, partial(_renamed, answers, name))
    for name in unknown_names(answers):
        say(f"{name!r} is not built in: it becomes an exercise of your own, without cues. Write them in the file.")
    return answers


def _done(answers: Answers, exercises: str) -> Answers:
    answers = replace(answers, exercises=(exercises,))
    return _planned(replace(answers, sets=answers.sets_named or answers.sets))


def _renamed(answers: Answers, name: str, meant: str) -> Answers:
    return _done(answers, ", ".join(answers.exercises).replace(name, meant, 1))


def _changed(answers: Answers, name: str, answer: str) -> Answers:
    value = _count(name, answer) if isinstance(getattr(answers, name), int) else _length(answer)
    changed: dict[str, Any] = {name: value}
    return _planned(replace(answers, **changed))


def _asked(question: str, proposed: str, read: Callable[[str], _T]) -> _T:
    """The answer to a question, asked again until it can be read; one of blanks takes what is proposed."""
    from voicecoach.definitions.notation import NotationError
    from voicecoach.plan.select import UNLIMITED

    while True:
        answer: str = typer.prompt(question, default=proposed, err=True)
        try:
            return read(answer.strip() or proposed)
        except DefinitionError as error:
            say(f"{error.problem} {error.fix}".strip())
        except (NotationError, ChoiceError) as error:
            say(str(error).removesuffix(UNLIMITED).strip())


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


def _planned(answers: Answers) -> Answers:
    """The answers, once the session that they make is known to be in order. Raises VoicecoachError."""
    from voicecoach.authoring.new_session import session_text
    from voicecoach.definitions.load import load_text
    from voicecoach.plan.choices import Choices
    from voicecoach.plan.select import select

    select(load_text(session_text(answers, "session.yaml"), "session.yaml").session, Choices())
    return answers


def _count(what: str, answer: str) -> int:
    from voicecoach.definitions.notation import MAX_SETS, parse_count

    return parse_count(answer, what, MAX_SETS)


def _length(answer: str) -> str:
    from voicecoach.definitions.notation import parse_length

    parse_length(answer)
    return answer
