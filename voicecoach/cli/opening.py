"""What every command that works on a session begins with: the cache, the voice, the tones, the prepared session."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.cli.options import Given
from voicecoach.cli.screen import ProgressBar, Stopwatch, notes

if TYPE_CHECKING:
    from voicecoach.definitions.phrases import Phrases
    from voicecoach.mix.tones import ToneSet
    from voicecoach.pipeline.prepare import Prepared
    from voicecoach.pipeline.sounds import Sounds
    from voicecoach.plan.choices import Choices


@dataclass(frozen=True)
class Opened:
    """A session ready to be heard as `choices` say, with what is needed to sound it, or to prepare it again."""

    prepared: Prepared
    choices: Choices
    phrases: Phrases
    sounds: Sounds
    bar: ProgressBar


@contextmanager
def opened_session(name: str, given: Given, watch: Stopwatch) -> Iterator[Opened]:
    """Load and prepare the session `name` as the options say. What was spoken is kept, even if what follows fails."""
    from voicecoach.pipeline.prepare import load, prepare
    from voicecoach.plan.progression import weeks_of

    choices = given.choices()
    with watch.timing("plan"):
        session, phrases = load(name)
        if given.week_is_auto:
            from voicecoach.cli.next import auto_week

            week, why = auto_week(name, weeks_of(session))
            notes([f"Week {week}. {why}"])
            choices = replace(choices, week=week)
    with opened_sounds(given, session.language) as (sounds, bar):
        with watch.timing("voice and timeline"):
            prepared = prepare(session, phrases, choices, sounds)
            sounds.cache.commit()
        bar.close()
        notes(prepared.notes)
        yield Opened(prepared, choices, phrases, sounds, bar)


@contextmanager
def opened_sounds(given: Given, language: str) -> Iterator[tuple[Sounds, ProgressBar]]:
    """The voice and the tones that the options ask for; says in the end what was wrong with the cache."""
    from voicecoach.cache.store import Cache
    from voicecoach.pipeline.sounds import Sounds
    from voicecoach.speech.service import Speaker, VoiceChoice

    bar = ProgressBar()
    asked = {"engine": given.get("engine"), "voice": given.get("voice"), "rate": given.get("rate")}
    choice = VoiceChoice(language=language, **{key: value for key, value in asked.items() if value is not None})
    tones = chosen_tones(given)
    with Cache.open() as cache:
        try:
            yield Sounds(Speaker(choice, cache, progress=bar.of("speaking")), tones, cache), bar
        finally:
            bar.close()
            notes([*cache.notes, *([cache.problem] if cache.problem else [])])


def chosen_tones(given: Given) -> ToneSet:
    """The built-in tones, or the user's in their place. Raises ChoiceError."""
    from voicecoach.mix.tones import ToneSet

    return ToneSet.load(given.path("tones"))
