"""What every command that works on a session begins with: the cache, the voice, the tones, the prepared session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from voicecoach.authoring.picking.name import named, request_in
from voicecoach.cli.messages import ProgressBar, Stopwatch, notes
from voicecoach.cli.options import Given
from voicecoach.errors import ChoiceError

if TYPE_CHECKING:
    from voicecoach.mix.tones import ToneSet
    from voicecoach.pipeline.prepare import Loaded, Prepared
    from voicecoach.pipeline.sounds import Sounds, Voices
    from voicecoach.speakable.lexicon import Lexicon
    from voicecoach.speech.choice import VoiceChoice


@dataclass(frozen=True)
class Opened:
    """A session ready to be heard, with the sounds that it was laid out with."""

    prepared: Prepared
    sounds: Sounds
    bar: ProgressBar


def asked_session(typed: str | None, given: Given) -> str:
    """The session that is asked for: SESSION, or what `--pick` names in its place.

    Raises typer.BadParameter if there is neither or both.
    """
    (session,) = asked_sessions([typed] if typed else [], given) or (None,)
    if session is None:
        raise typer.BadParameter("Say which session, or have one put together with --pick.", param_hint="SESSION")
    return session


def asked_sessions(typed: Sequence[str], given: Given) -> list[str]:
    """The sessions that are asked for: each SESSION, or what `--pick` names in their place; none if there is neither.

    Raises typer.BadParameter if there are both, ChoiceError if `--with` is typed and no equipment is to be used.
    """
    request = given.values.get("pick")
    if request is not None and typed:
        raise typer.BadParameter(f"SESSION and --pick don't go together: {typed[0]!r} is one already.")
    sessions = list(typed) if request is None else [named(request)]
    if items := given.values.get("with_"):
        _check_not_bare(filter(None, map(request_in, sessions)), items[0])
    return sessions


def _check_not_bare(requests: Iterable[str], item: str) -> None:
    from voicecoach.authoring.picking.pick import is_bare

    if any(map(is_bare, requests)):
        raise ChoiceError(f"--pick: no equipment, and --with {item}? Leave one of them out.")


def loaded_session(name: str, given: Given) -> tuple[Loaded, tuple[str, ...]]:
    """The session `name` with the choices that the options make, and sentences for the user about them."""
    from voicecoach.pipeline.prepare import load
    from voicecoach.plan.progression import weeks_of

    loaded = load(name, given.choices(), own_phrases=given.path("phrases"))
    if not given.week_is_auto:
        return loaded, ()
    from voicecoach.cli.next import auto_week

    week, why = auto_week(name, weeks_of(loaded.session))
    return replace(loaded, choices=replace(loaded.choices, week=week)), (f"Week {week}. {why}",)


@contextmanager
def opened_session(name: str, given: Given, watch: Stopwatch) -> Iterator[Opened]:
    """Load and prepare the session `name` as the options say."""
    with watch.timing("plan"):
        loaded, chosen = loaded_session(name, given)
    notes(chosen)
    with prepared_session(loaded, given, watch) as opened:
        yield opened


@contextmanager
def prepared_session(loaded: Loaded, given: Given, watch: Stopwatch) -> Iterator[Opened]:
    """Prepare what was loaded. What was spoken is kept, even if what follows fails."""
    from voicecoach.pipeline.prepare import prepare

    with opened_sounds(given, loaded.phrases.language) as (sounds, bar):
        with watch.timing("voice and timeline"):
            prepared = prepare(loaded, sounds)
            sounds.cache.commit()
        bar.close()
        notes(prepared.notes)
        yield Opened(prepared, sounds.cast_as(prepared.cast), bar)


@contextmanager
def opened_sounds(given: Given, language: str) -> Iterator[tuple[Sounds, ProgressBar]]:
    """The voice and the tones that the options ask for; says in the end what was wrong with the cache."""
    with opened_voices(given) as (voices, bar):
        yield voices.sounds(language), bar


@contextmanager
def opened_voices(given: Given) -> Iterator[tuple[Voices, ProgressBar]]:
    """Like `opened_sounds`, for sessions in any language."""
    from voicecoach.cache.store import Cache
    from voicecoach.pipeline.sounds import Voices

    bar, choice, tones = ProgressBar(), chosen_voice(given), chosen_tones(given)
    with Cache.open() as cache:
        try:
            yield Voices(choice, tones, cache, bar.of("speaking")), bar
        finally:
            bar.close()
            notes(cache.sentences)


def chosen_voice(given: Given, *, voice: str | None = None, lexicon: Lexicon | None = None) -> VoiceChoice:
    """Who speaks, and how. Raises ChoiceError, DefinitionError.

    `voice` takes the place of the one in the options; with a `lexicon`, theirs isn't read.
    """
    from voicecoach.speech.choice import VoiceChoice

    engine, voice = _engine_and_voice(given, voice)
    count_voice, rate = given.get("count_voice"), given.get("rate")
    return VoiceChoice(
        engine,
        voice,
        count_voice=count_voice,
        lexicon=chosen_lexicon(given) if lexicon is None else lexicon,
        command=chosen_command(given, engine, voice, count_voice),
        **({} if rate is None else {"rate": rate}),
    )


def chosen_command(given: Given, engine: str | None, *voices: str | None) -> tuple[str, ...]:
    """The configured program of the engine `command`, where it is this engine or one of these voices is its.

    Raises DefinitionError.
    """
    from voicecoach.speech.casting import engine_of
    from voicecoach.speech.engine import COMMAND

    command: tuple[str, ...] | None = given.get("command") if COMMAND in {engine, *map(engine_of, voices)} else None
    return command or ()


def _engine_and_voice(given: Given, voice: str | None) -> tuple[str | None, str | None]:
    """The two as asked for; of an engine and a voice of another one, that which is typed and not configured."""
    from voicecoach.speech.casting import engine_of

    voice_is_typed, engine_is_typed = bool(voice or given.values.get("voice")), bool(given.values.get("engine"))
    engine, voice = given.get("engine"), voice or given.get("voice")
    if engine is None or engine_of(voice) in {None, engine} or voice_is_typed == engine_is_typed:
        return engine, voice
    return (None, voice) if voice_is_typed else (engine, None)


def chosen_lexicon(given: Given) -> Lexicon:
    """The user's own pronunciations: in a file, or in the configuration itself. Raises ChoiceError, DefinitionError."""
    from voicecoach.speakable.lexicon import NO_LEXICON

    written, path = given.written_out("lexicon"), _lexicon_file(given)
    if path:
        from voicecoach.definitions.lexicons import load_lexicon

        return load_lexicon(path)
    if written:
        from voicecoach.definitions.lexicons import read_lexicon

        return read_lexicon(written)
    return NO_LEXICON


def _lexicon_file(given: Given) -> Path | None:
    return None if given.written_out("lexicon") else given.path("lexicon")


def chosen_tones(given: Given) -> ToneSet:
    """The built-in tones, or the user's in their place. Raises ChoiceError."""
    from voicecoach.mix.tones import ToneSet

    return ToneSet.load(given.path("tones"))


def sound_inputs(given: Given) -> Iterator[Path]:
    """Every file of music, of tones and of pronunciations that is read on the user's behalf."""
    if music := given.path("music"):
        from voicecoach.mix.music_files import music_files

        yield from music_files(music)
    if tones := given.path("tones"):
        from voicecoach.mix.tones import tone_files

        yield from tone_files(tones).values()
    if lexicon := _lexicon_file(given):
        yield lexicon


def idle_sound_options(given: Given) -> Iterator[str]:
    """Sentences about options of sound that were typed and change nothing."""
    if given.values.get("music_level") is not None and not given.get("music"):
        yield "Without --music, --music-level changes nothing."
