"""`voicecoach check`: are definition files in order."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import ProgressBar, notes, say
from voicecoach.cli.opening import chosen_lexicon, opened_voices
from voicecoach.cli.options import Given, Text, Texts, with_options
from voicecoach.counted import counted
from voicecoach.errors import DefinitionError, VoicecoachError
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.authoring.fixing import Fixed
    from voicecoach.definitions.load import Loaded
    from voicecoach.pipeline.prepare import Prepared
    from voicecoach.pipeline.sounds import Voices
    from voicecoach.speakable.lexicon import Lexicon

FAILED = 1


def lexicon_options(
    lexicon: Annotated[
        Text, typer.Option(metavar="FILE", help="Words that the voice says wrong, as in make.", show_default=False)
    ] = None,
) -> None:
    """The option by which what would be said wrong isn't."""


@with_options(lexicon_options)
def check(
    given: Given,
    files: Annotated[
        Texts,
        typer.Argument(
            metavar="FILE...",
            help="Sessions or exercises: YAML files, built-in names, or a line.",
            show_default=False,
            autocompletion=completion.sessions,
        ),
    ] = None,
    library: Annotated[
        bool, typer.Option("--library", help="Check all that is built in as well.", show_default=False)
    ] = False,
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
    named = files or []
    names = [*named, *(one for one in (_built_in() if library else ()) if one not in named)]
    if not names:
        raise typer.BadParameter("Name a file, or a built-in session or exercise.", param_hint="FILE...")
    with opened_voices(given) as (voices, bar):
        voice = _Voice(voices, bar, chosen_lexicon(given))
        unmended = {name for name in names if fix and not _mend(name)}
        aside = _Aside()
        is_fine = [
            _is_in_order(name, voice, notes if name in named else partial(aside.add, name))
            for name in names
            if name not in unmended
        ]
    notes(aside.in_short())
    if unmended or not all(is_fine):
        raise typer.Exit(FAILED)


def _built_in() -> list[str]:
    from voicecoach.definitions.load import names

    return [*names("sessions"), *names("exercises")]


def _mend(file: str) -> bool:
    """Mend a file as far as that is safe, and show what changed; say so if it can't be written, which is `False`."""
    from voicecoach.authoring.fixing import fixed
    from voicecoach.definitions.load import is_path

    if not is_path(file) or not Path(file).is_file():  # why it isn't there is told by what comes after
        return True
    try:
        _put(file, fixed(file))
    except VoicecoachError as error:
        say(f"voicecoach: {error}")
        return False
    return True


def _put(file: str, done: Fixed) -> None:
    if done.after == done.before:
        return
    from voicecoach.outputs.whole_file import NOT_NAMED, whole_file

    with whole_file(Path(file), naming=NOT_NAMED) as part:
        part.write_bytes(done.after)
    for change in done.changes:
        old, new = _told_apart(change.old, change.new)
        print(f"{file}:{change.line}: - {old}\n{file}:{change.line}: + {new}")
    say(f"mended: {counted(len(done.changes), 'line')} in {file}")


def _told_apart(old: str, new: str) -> tuple[str, str]:
    """Two lines without what is around them, unless that is all that differs: then tabs are shown as arrows."""
    if old.strip() != new.strip():
        return old.strip(), new.strip()
    return old.rstrip().replace("\t", "→"), new.rstrip().replace("\t", "→")


@dataclass(frozen=True)
class _Voice:
    """The voice that is asked for, the bar that shows what it does, and the user's own pronunciations."""

    voices: Voices
    bar: ProgressBar
    lexicon: Lexicon


@dataclass
class _Aside:
    """What is noted about what is built in where all of it is checked; whoever asks for that changes none of it."""

    noted: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, sentences: Iterable[str]) -> None:
        """Note sentences about one that is built in, each once."""
        self.noted += ((name, sentence) for sentence in dict.fromkeys(sentences))

    def in_short(self) -> Iterator[str]:
        """The sentences that are about most of what was noted, and one that stands for all others."""
        names, counts = {name for name, _ in self.noted}, Counter(sentence for _, sentence in self.noted)
        common = [sentence for sentence, count in counts.items() if 2 * count > len(names)]
        yield from common
        if single := [one for one in self.noted if one[1] not in common]:
            name, sentence = single[0]
            yield (
                f"{counted(len(single), 'note')} about what is built in, such as {name}: {sentence}"
                f" All about one: voicecoach check {name}."
            )


def _is_in_order(file: str, voice: _Voice, tell: Callable[[Iterable[str]], None]) -> bool:
    """Whether a file is in order, which is said or what is wrong; `tell` takes what is noted about it."""
    from voicecoach.authoring.picking.pick import load_any
    from voicecoach.definitions.doubts import doubts

    try:
        loaded = load_any(file)
        tell(doubts(loaded, voice.lexicon))
        tell(_figure_doubts(loaded))
        prepared = _prepared(loaded, voice)
        tell(sentence for one in prepared for sentence in one.notes)
        print(f"{file}: in order. {_summary(loaded, prepared)}")
    except DefinitionError as error:
        for fault in error.faults:
            print(fault, file=sys.stderr)
        say(f"{counted(len(error.faults), 'fault')} in {file}")
        return False
    except VoicecoachError as error:
        say(f"voicecoach: {error}")
        return False
    return True


def _figure_doubts(loaded: Loaded) -> Iterator[str]:
    """What is wrong with the figures of the exercises that are the user's own, or that were asked for alone."""
    from voicecoach.figures.doubts import figure_doubts

    exercises = {item.exercise.name: item.exercise for item in loaded.session.items}
    for exercise in exercises.values():
        if len(exercises) == 1 or loaded.resolver.is_own(exercise):
            yield from figure_doubts(exercise)


def _summary(loaded: Loaded, prepared: list[Prepared]) -> str:
    """What there is in it, and how long its first and its last week take."""
    from voicecoach.plan.progression import weeks_of

    session, weeks = loaded.session, weeks_of(loaded.session)
    lengths = " to ".join(dict.fromkeys(clock(one.timeline.duration) for one in (prepared[0], prepared[-1])))
    exercises = len({item.exercise.name for item in session.items})
    return f"{session.title}: {counted(exercises, 'exercise')}, {counted(weeks, 'week')}, {lengths}."


def _prepared(loaded: Loaded, voice: _Voice) -> list[Prepared]:
    """The first and the last week, and every other one that begins or ends something."""
    from voicecoach.definitions.catalogue import load_phrases
    from voicecoach.pipeline.prepare import Loaded as Request
    from voicecoach.pipeline.prepare import prepare
    from voicecoach.plan.choices import Choices
    from voicecoach.plan.progression import turning_weeks

    session = loaded.session
    phrases = load_phrases(session.language)
    sounds = voice.voices.sounds(session.language)
    requests = [Request(session, phrases, Choices(week=week)) for week in turning_weeks(session)]
    prepared = [prepare(request, sounds) for request in requests]
    sounds.cache.commit()
    voice.bar.close()
    return prepared
