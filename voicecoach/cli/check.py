"""`voicecoach check`: are definition files in order."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import notes, say
from voicecoach.cli.opening import chosen_lexicon, opened_sounds
from voicecoach.cli.options import Given, Text, with_options
from voicecoach.counted import counted
from voicecoach.errors import DefinitionError, VoicecoachError
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.definitions.load import Loaded
    from voicecoach.pipeline.prepare import Prepared

FAILED = 1


def lexicon_options(
    lexicon: Annotated[
        Text, typer.Option(metavar="FILE", help="Words that the voice says wrong, as in make.", show_default=False)
    ] = None,
) -> None:
    """The option by which what would be said wrong isn't."""


@with_options(lexicon_options)
def check(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Sessions or exercises: YAML files, built-in names, or a line."),
    ],
    given: Given,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can only be meant in one way, and show it.", show_default=False)
    ] = False,
) -> None:
    """Check definition files: can they be read, do their first and last week work out, does what is said fit.

    All faults of a file are told, each with its place. Warnings are about what is allowed and probably not meant.

    With --fix, misspelled keys, tabs, typographic quotes and the like are mended first; nothing else in a file changes.

    Examples:

      voicecoach check my-session.yaml

      voicecoach check *.yaml

      voicecoach check --fix my-session.yaml
    """
    for file in files if fix else ():
        _mend(file)
    is_fine = [_is_in_order(file, given) for file in files]
    if not all(is_fine):
        raise typer.Exit(FAILED)


def _mend(file: str) -> None:
    """Mend a file as far as that is safe, and show what changed. Raises OutputError if it can't be written."""
    from voicecoach.authoring.fixing import fixed
    from voicecoach.definitions.load import is_path

    if not is_path(file) or not Path(file).is_file():  # why it isn't there is told by what comes after
        return
    done = fixed(file)
    if done.after == done.before:
        return
    from voicecoach.outputs.whole_file import whole_file

    with whole_file(Path(file)) as part:
        part.write_bytes(done.after)
    for change in done.changes:
        print(f"{file}:{change.line}: - {change.old.strip()}\n{file}:{change.line}: + {change.new.strip()}")
    say(f"mended: {counted(len(done.changes), 'line')} in {file}")


def _is_in_order(file: str, given: Given) -> bool:
    from voicecoach.definitions.doubts import doubts
    from voicecoach.definitions.load import load

    try:
        loaded = load(file)
        notes(doubts(loaded, chosen_lexicon(given)))
        print(f"{file}: in order. {_summary(loaded, given)}")
    except DefinitionError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        say(f"{counted(len(error.faults), 'fault')} in {file}")
        return False
    except VoicecoachError as error:
        print(f"voicecoach: {error}", file=sys.stderr)
        return False
    return True


def _summary(loaded: Loaded, given: Given) -> str:
    """What there is in it, and how long its first and its last week take."""
    from voicecoach.plan.progression import weeks_of

    session, weeks = loaded.session, weeks_of(loaded.session)
    prepared = _prepared(loaded, given)
    notes(sentence for one in prepared for sentence in one.notes)
    lengths = " to ".join(dict.fromkeys(clock(one.timeline.duration) for one in (prepared[0], prepared[-1])))
    return f"{session.title}: {counted(len(session.items), 'exercise')}, {counted(weeks, 'week')}, {lengths}."


def _prepared(loaded: Loaded, given: Given) -> list[Prepared]:
    """The first and the last week, and every other one that begins or ends something."""
    from voicecoach.definitions.catalogue import load_phrases
    from voicecoach.pipeline.prepare import Loaded as Request
    from voicecoach.pipeline.prepare import prepare
    from voicecoach.plan.choices import Choices
    from voicecoach.plan.progression import turning_weeks

    session = loaded.session
    phrases = load_phrases(session.language)
    with opened_sounds(given, session.language) as (sounds, bar):
        requests = [Request(session, phrases, Choices(week=week)) for week in turning_weeks(session)]
        prepared = [prepare(request, sounds) for request in requests]
        sounds.cache.commit()
        bar.close()
    return prepared
