"""Sessions in all of their weeks, for what is done with all that they say: recording it, making a pack of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import ProgressBar, notes
from voicecoach.cli.opening import asked_sessions, loaded_session, opened_voices
from voicecoach.cli.options import Given

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Loaded, Prepared
    from voicecoach.pipeline.sentences import Sentence
    from voicecoach.pipeline.sounds import Voices

SessionNames = Annotated[
    Optional[list[str]],  # noqa: UP045 - typer reads it at run time
    typer.Argument(
        metavar="SESSION",
        help="Built-in names, paths of YAML files, or sessions in one line.",
        show_default=False,
        autocompletion=completion.sessions,
    ),
]
OFTEN_HELP = "Only what is heard N times or more; 0 for all that may be said as well, in another voice or pace."


def often_option() -> Any:  # noqa: ANN401 - typer's own
    """`--often N`."""
    return typer.Option("--often", metavar="N", min=0, help=OFTEN_HELP)


def loaded_weeks(typed: Sequence[str] | None, given: Given) -> list[Loaded]:
    """Each session in each of its weeks, or in the one that `--week` names; a configured week is for other commands.

    Raises typer.BadParameter if there is none.
    """
    names = asked_sessions(typed or (), given)
    if not names:
        raise typer.BadParameter("Say which session, or have one put together with --pick.", param_hint="SESSION")
    return [week for name in names for week in _weeks(name, given)]


def prepared_weeks(loaded: list[Loaded], voices: Voices, bar: ProgressBar) -> list[Prepared]:
    """All of them ready to be heard. What was spoken is kept, even if it is broken off."""
    from voicecoach.pipeline.prepare import prepare

    try:
        prepared = [prepare(one, voices.sounds(one.phrases.language)) for one in loaded]
    finally:
        voices.cache.commit()
    bar.close()
    notes(note for one in prepared for note in one.notes)
    return prepared


def sentences_of(typed: Sequence[str] | None, given: Given, often: int) -> list[Sentence]:
    """The sentences of sessions that are heard `often` times or more, in the order in which they are heard.

    Raises ChoiceError for sessions in several languages.
    """
    from voicecoach.pipeline.pack_making import language_of
    from voicecoach.pipeline.sentences import all_sentences

    loaded = loaded_weeks(typed, given)
    language_of(loaded)
    with opened_voices(given) as (voices, bar):
        found = all_sentences(prepared_weeks(loaded, voices, bar))
    return [one for one in found if one.times >= often]


def _weeks(name: str, given: Given) -> Iterator[Loaded]:
    from voicecoach.plan.progression import weeks_of

    if given.values.get("week") is not None:
        loaded, chosen = loaded_session(name, given)
        notes(chosen)
        yield loaded
        return
    loaded, _ = loaded_session(name, Given({**given.values, "week": "1"}))
    for week in range(1, weeks_of(loaded.session) + 1):
        yield replace(loaded, choices=replace(loaded.choices, week=week))
