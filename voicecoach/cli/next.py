"""`voicecoach next`: which week to do next, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.history import tell
from voicecoach.clock import local_now
from voicecoach.shell import quoted

if TYPE_CHECKING:
    from voicecoach.definitions.session import Session
    from voicecoach.history.advice import Advice
    from voicecoach.history.model import Options

_OF_ONE_DAY = frozenset({"only", "minutes", "sets", "reps", "hold", "seed"})
"""Options that made one training what it was; the next one is what the week asks for."""


def next_(
    session: Annotated[str, typer.Argument(metavar="SESSION", help="A built-in name, or the path of a YAML file.")],
    json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Say which week of a session to do next, from what you did and how it felt.

    Examples:

      voicecoach next glutes-for-runners

      voicecoach next my-session.yaml --json
    """
    from voicecoach.definitions.load import load_session
    from voicecoach.plan.progression import weeks_of

    definition = load_session(session)
    weeks = weeks_of(definition)
    advice, options = _advice(session, weeks)
    harder = harder_variations(definition) if advice.harder else []
    typed = command(session, advice.week, options)
    if json:
        print(_as_json(session, weeks, advice, typed, harder))
        return
    print(f"Week {advice.week} of {weeks}. {advice.reason}" if weeks > 1 else advice.reason)
    if harder:
        print(f"Harder: {'; '.join(f'--variation {one}' for one in harder)}")
    print(typed)


def auto_week(session: str, weeks: int) -> tuple[int, str]:
    """The week that `--week auto` means for SESSION, which has so many weeks, and a sentence that says why."""
    advice, _ = _advice(session, weeks)
    return advice.week, advice.reason


def _advice(session: str, weeks: int) -> tuple[Advice, Options]:
    """What to do next, and the options of the last training, which are worth repeating."""
    from voicecoach.history.advice import next_week
    from voicecoach.history.model import SessionId
    from voicecoach.history.store import History

    remembered = History()
    trainings = remembered.trainings(SessionId.of(session))
    tell(remembered)
    options = dict(trainings[-1].options) if trainings else {}
    return next_week(trainings, weeks, local_now().date()), options


def command(session: str, week: int, options: Options) -> str:
    """What to type to train SESSION in that week, with these options as far as they are for longer than a day."""
    from voicecoach.history.repeat import arguments

    lasting = {name: value for name, value in options.items() if name not in _OF_ONE_DAY}
    named = f"./{session}" if session.startswith("-") else session
    return quoted(["voicecoach", "live", named, "--week", str(week), *arguments(lasting)])


def harder_variations(session: Session) -> list[str]:
    """The harder variations of a session's exercises, as `--variation` takes them."""
    from voicecoach.definitions.model import Level

    return [
        f"{item.exercise.name}={name}"
        for item in session.items
        for name, variation in item.exercise.variations.items()
        if variation.level is Level.HARDER and name not in item.variations
    ]


def _as_json(session: str, weeks: int, advice: Advice, typed: str, harder: list[str]) -> str:
    import json

    fields = {"session": session, "week": advice.week, "weeks": weeks, "reason": advice.reason}
    return json.dumps(fields | {"command": typed, "harder": harder}, ensure_ascii=False, indent=1)
