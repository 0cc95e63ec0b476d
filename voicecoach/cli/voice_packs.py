"""`voicecoach voices pack`: all that sessions say as a voice pack, spoken by an engine or out of recordings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import ProgressBar, notes, size_text
from voicecoach.cli.opening import chosen_command, chosen_lexicon, opened_voices
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Given, Text, session_options, with_options
from voicecoach.cli.session_weeks import SessionNames, loaded_weeks, prepared_weeks
from voicecoach.counted import counted
from voicecoach.errors import ChoiceError

if TYPE_CHECKING:
    from voicecoach.packs.pack import About
    from voicecoach.packs.writing import PackWriter
    from voicecoach.pipeline.pack_making import Packed
    from voicecoach.pipeline.prepare import Loaded, Prepared
    from voicecoach.speech.choice import VoiceChoice
    from voicecoach.speech.engine_voice import EngineVoice


LISTED = 5
"""So many sentences without a recording are named."""

MOST_FILES = 20
"""So many files that are of no use are named."""

OF_RECORDINGS = "the speaker's own; ask before you pass it on"
OF_ENGINES = "that of the engine's voice"


def speaker_options(
    engine: Annotated[
        Text, typer.Option("--engine", metavar="NAME", help="The engine that speaks it.", show_default=False)
    ] = None,
    voice: Annotated[Text, typer.Option(metavar="NAME", help="A voice of the engine.", show_default=False)] = None,
    rate: Annotated[
        Text, typer.Option(metavar="FACTOR", help="Speed of the engine's speech, as in make.", show_default=False)
    ] = None,
    lexicon: Annotated[
        Text,
        typer.Option(metavar="FILE", help="Words that the engine says wrong, as in make.", show_default=False),
    ] = None,
    clips: Annotated[
        Text,
        typer.Option("--clips", metavar="DIR", help="The folder of recordings it is made of.", show_default=False),
    ] = None,
) -> None:
    """The options of who speaks; they count as they are typed, and who is configured speaks in other commands."""


def about_options(
    name: Annotated[
        Text, typer.Option(metavar="TEXT", help="The pack's name; that of the file unless you say.", show_default=False)
    ] = None,
    licence: Annotated[
        Text, typer.Option(metavar="TEXT", help="The licence of the recordings.", show_default=False)
    ] = None,
    language: Annotated[
        Text, typer.Option(metavar="TAG", help="Its language, such as en-gb.", show_default=False)
    ] = None,
) -> None:
    """What the pack says of itself."""


@dataclass(frozen=True)
class _Order:
    """What is to be made: the sessions, where to, and what stays of what is there."""

    loaded: list[Loaded]
    path: Path
    language: str
    keep: bool


@with_options(session_options, speaker_options, about_options)
def pack(
    given: Given,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="The pack, with the suffix .pack.")],
    sessions: SessionNames = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep what is in the pack and these sessions don't say.")
    ] = False,
) -> None:
    """Make a voice pack of all that sessions can say, for --voice FILE.

    All weeks of each session are in it, or the one that --week names. An engine speaks what isn't in the pack yet; a
    run that was broken off is gone on with.

    Examples:

      voicecoach voices pack glutes-for-runners --engine pyttsx3 --voice en-gb -o british.pack

      voicecoach voices pack glutes-for-runners tabata.yaml --clips recordings -o mine.pack --name "Alexa"
    """
    from voicecoach.pipeline.pack_making import check_pack, language_of

    _check_speaker(given)
    loaded, path = loaded_weeks(sessions, given), typed_path(output)
    order = _Order(loaded, path, language_of(loaded), keep)
    check_pack(path, frozenset().union(*(one.files for one in loaded)))
    _check_language(given.values.get("language"), order.language)
    if given.values.get("clips"):
        _record(order, given)
    else:
        _speak(order, given)


def _check_speaker(given: Given) -> None:
    """Raises typer.BadParameter for options that contradict each other, and without any."""
    typed = [name for name in ("clips", "engine", "voice", "rate", "lexicon") if given.values.get(name) is not None]
    if typed[:1] == ["clips"] and len(typed) > 1:
        raise typer.BadParameter(f"--clips and --{typed[1]} don't go together: it is either recorded or spoken.")
    if not {"clips", "engine"} & {*typed}:
        raise typer.BadParameter("Say who speaks: --engine NAME, or --clips DIR for recordings.")


def _check_language(typed: str | None, language: str) -> None:
    from voicecoach.speakable.rules import base_of

    if typed and base_of(typed) != base_of(language):
        raise ChoiceError(f"The sessions are in {language!r}, so the pack can't be in {typed!r}.")


# Spoken


def _speak(order: _Order, given: Given) -> None:
    """Make the pack of what an engine says. Raises ChoiceError, SpeechError, OutputError."""
    from voicecoach.cache.store import Cache
    from voicecoach.packs.pack import is_same_voice
    from voicecoach.packs.writing import PackWriter
    from voicecoach.pipeline.pack_making import prepared_for, speak_into
    from voicecoach.speech.casting import candidates

    bar, choice = ProgressBar(), _choice(order, given)
    with Cache.open() as cache, _kept(order.path):
        try:
            voice = candidates(choice, cache, bar.of("speaking")).engine
            about = _about_spoken(order, given, choice, voice)
            _tell_anew(order.path, about)
            with PackWriter(order.path, about, lambda old: is_same_voice(old, about)) as writer:
                prepared = prepared_for(writer, voice, choice, order.loaded, cache)
                notes(note for one in prepared for note in one.workout.notes)
                needed = _sayable(prepared)
                packed = speak_into(writer, needed, voice, bar.of("packing"))
                cache.commit()
                _finish(writer, order, needed - packed.problems.keys(), packed)
        finally:
            bar.close()
            notes(cache.sentences)
    notes(f"{text!r} is not in it: {problem}." for text, problem in packed.problems.items())


def _choice(order: _Order, given: Given) -> VoiceChoice:
    """The engine and the voice that were typed. Raises ChoiceError for a pack: that has no engine of its own."""
    from voicecoach.packs.pack import SUFFIX
    from voicecoach.speech.choice import VoiceChoice

    voice = given.values.get("voice")
    if voice and voice.endswith(SUFFIX):
        raise ChoiceError(f"{voice!r} is a voice pack, and a pack is spoken by a voice of the engine.")
    rate = given.get("rate") if given.values.get("rate") is not None else 1.0
    engine = given.values["engine"]
    command = chosen_command(given, engine, voice)
    return VoiceChoice(engine, voice, rate, order.language, lexicon=chosen_lexicon(given), command=command)


def _about_spoken(order: _Order, given: Given, choice: VoiceChoice, voice: EngineVoice) -> About:
    from voicecoach.packs.pack import About

    rate = "" if choice.rate == 1 else f" at a rate of {choice.rate:g}"
    return About(
        name=given.values.get("name") or order.path.stem,
        voice=voice.name,
        language=given.values.get("language") or voice.language,
        licence=given.values.get("licence") or OF_ENGINES,
        made=f"spoken by {voice.engine.identity()}{rate}",
        engine=voice.engine.name,
        engine_voice=voice.name,
        engine_rate=choice.rate,
    )


def _tell_anew(path: Path, about: About) -> None:
    """Say that what is there can't be gone on with, where that is so. Raises PackError."""
    from voicecoach.packs.pack import Pack, is_same_voice

    if path.exists() and not is_same_voice(Pack.open(path).about, about):
        notes([f"What is in {str(path)!r} was not spoken this way, so all of it is spoken anew."])


@contextmanager
def _kept(path: Path) -> Iterator[None]:
    """Say, where it is broken off, that what was done is not lost."""
    from voicecoach.packs.writing import WORK_SUFFIX

    try:
        yield
    except BaseException:
        if path.with_name(path.name + WORK_SUFFIX).is_file():
            notes([f"What is done of {str(path)!r} is kept; the same command goes on with it."])
        raise


# Recorded


def _record(order: _Order, given: Given) -> None:
    """Make the pack of a folder of recordings. Raises ChoiceError, OutputError, SpeechError.

    The configured voice speaks meanwhile, since it takes lengths to know what is said; none of that is in the pack.
    """
    from voicecoach.packs.writing import PackWriter
    from voicecoach.pipeline.recordings import record_into, recordings_in
    from voicecoach.pipeline.sentences import heard

    folder = typed_path(given.values["clips"])
    with opened_voices(given) as (voices, bar):
        prepared = prepared_weeks(order.loaded, voices, bar)
        needed = _sayable(prepared)
        found = recordings_in(folder, needed)
        _some([*found.notes], "files are of no use")
        if not found.files:
            raise ChoiceError(
                f"There is no recording of any of {counted(len(needed), 'sentence')} in {str(folder)!r}."
                " `voicecoach lines` says how the files are called."
            )
        with PackWriter(order.path, _about_recorded(order, given), lambda _old: order.keep) as writer:
            packed = record_into(writer, found.files, bar.of("levelling"))
            has = writer.known().keys()
            _some([f"{found.files[one].name!r}: {why}." for one, why in packed.problems.items()], "files have problems")
            if not has:
                raise ChoiceError(f"No recording in {str(folder)!r} can be used, so there is no pack.")
            _finish(writer, order, needed, packed)
    said = [one.text for one in heard((one.timeline for one in prepared), order.language)]
    _tell_missing(order, [one for one in said if one not in has], len(said), len(needed - set(said) - has))


def _about_recorded(order: _Order, given: Given) -> About:
    from voicecoach.packs.pack import About

    name = given.values.get("name") or order.path.stem
    return About(
        name=name,
        voice=name,
        language=given.values.get("language") or order.language,
        licence=given.values.get("licence") or OF_RECORDINGS,
        made="recorded",
    )


def _tell_missing(order: _Order, missing: list[str], said: int, others: int) -> None:
    """How many sentences have no recording, and who speaks them. Raises SpeechError."""
    from voicecoach.cache.store import Cache
    from voicecoach.speech.casting import candidates
    from voicecoach.speech.choice import VoiceChoice

    if missing:
        with Cache.in_memory() as nothing:
            who = candidates(VoiceChoice(voice=str(order.path), language=order.language), nothing).engine.engine.name
        first = ", ".join(repr(one) for one in missing[:LISTED]) + (" …" if len(missing) > LISTED else "")
        have = "has" if len(missing) == 1 else "have"
        notes([f"{len(missing)} of {counted(said, 'sentence')} {have} no recording, and {who} speaks them: {first}"])
    if others:
        what = f"{counted(others, 'sentence')} more may be said where another pace leaves room for them"
        notes([f"{what}; `voicecoach record --often 0` asks for them too."])


def _some(sentences: list[str], what: str) -> None:
    """The first of many notes, and how many there are."""
    notes(sentences[:MOST_FILES])
    if len(sentences) > MOST_FILES:
        notes([f"{len(sentences) - MOST_FILES} more {what}."])


# Both


def _sayable(prepared: list[Prepared]) -> set[str]:
    from voicecoach.pipeline.sentences import sayable

    return set().union(*(sayable(one) for one in prepared))


def _finish(writer: PackWriter, order: _Order, needed: set[str], packed: Packed) -> None:
    """Put the pack in its place and say what it is."""
    dropped = 0 if order.keep else writer.keep_only(needed)
    count = len(writer.known())
    writer.finish()
    news = ", ".join(
        [counted(count, "sentence"), f"{packed.new} of them new", *([f"{dropped} dropped"] if dropped else [])]
    )
    print(f"{order.path}  {news}  {size_text(order.path.stat().st_size)}")
