"""Who speaks: a voice pack first, if one is wanted or there is one for the language, and an engine for the rest.

Without a choice it is the pack that comes with the program for the session's language; sentences that it lacks are
spoken by the engine that has the same voice, if it is installed, and else by the default engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from voicecoach.cache.store import Cache
from voicecoach.errors import ChoiceError, PackError, VoicecoachError
from voicecoach.packs import shelf
from voicecoach.packs.pack import SUFFIX, About, Pack
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import DEFAULT_ENGINE, Engine, missing_part
from voicecoach.speech.engine_voice import EngineVoice, Progress
from voicecoach.speech.engines.named import engine_named, engine_names
from voicecoach.speech.pack_voice import LEAST_RATE, MOST_RATE, PackVoice, can_stretch

SAME_VOICE = {"kokoro": "pip install 'voicecoach[natural]', then: voicecoach voices install kokoro"}
"""How to get the engines that speak in the voice of a pack."""


@dataclass(frozen=True)
class Candidates:
    """Who may speak.

    `rest` finds the engine's voice, and whether the engine is the pack's own, which should have its voice: a pack that
    has everything needs none. `why` is a clause about the first of them. `is_asked_for` says that this very pack was.
    `notes` are sentences about packs that can't speak.
    """

    pack: PackVoice | None
    rest: Callable[[], tuple[EngineVoice, bool]]
    why: str
    is_asked_for: bool = False
    notes: tuple[str, ...] = ()

    @property
    def engine(self) -> EngineVoice:
        """The voice that speaks what the pack lacks."""
        return self._rest[0]

    @property
    def is_same(self) -> bool:
        """Whether its engine is the pack's own."""
        return self._rest[1]

    @cached_property
    def _rest(self) -> tuple[EngineVoice, bool]:
        return self.rest()


def candidates(choice: VoiceChoice, store: Cache, progress: Progress | None = None) -> Candidates:
    """Who may speak. Raises ChoiceError for a pack that isn't there, UnknownNameError for an unknown engine."""
    choice = _with_engine(choice)
    named = _named_pack(choice)
    notes: list[str] = []
    pack = _pack(choice, named, notes)

    def rest() -> tuple[EngineVoice, bool]:
        engine, voice, is_same = _engine(choice, named, pack)
        return EngineVoice(engine, replace(choice, voice=voice), store, progress, or_default=is_same), is_same

    found = Candidates(
        pack=PackVoice(pack, choice.rate) if pack else None,
        rest=rest,
        why=_why(choice, named, pack, notes),
        is_asked_for=pack is not None and pack.path == named,
        notes=tuple(notes),
    )
    if pack is None or choice.engine is not None:
        _ = found.engine  # what can't be is told at once
    return found


def how_to_get(about: About) -> str:
    """What to install for an engine that speaks in a pack's voice, or nothing."""
    return SAME_VOICE.get(about.engine, "")


def _with_engine(choice: VoiceChoice) -> VoiceChoice:
    """The choice with the engine that the voice's name begins with, if it does."""
    engine, colon, voice = (choice.voice or "").partition(":")
    return replace(choice, engine=engine, voice=voice or None) if colon and engine in engine_names() else choice


def _named_pack(choice: VoiceChoice) -> Path | None:
    """The pack that the voice's name means; with an engine, only a path means one."""
    if choice.voice is None or (choice.engine is not None and not choice.voice.endswith(SUFFIX)):
        return None
    return shelf.path_of(choice.voice)


def _pack(choice: VoiceChoice, named: Path | None, notes: list[str]) -> Pack | None:
    """The pack that is to speak; says why one can't."""
    if named is None and (choice.voice is not None or choice.engine is not None):
        return None
    found = _opened(choice, named, notes) if named else None
    if found is None and choice.engine is None:
        found, problems = _for_language(choice.language, shelf.shipped_folder())
        notes += [f"{problem} Another voice speaks." for problem in problems]
    if found is None:
        return None
    if problem := "".join(_rate_problem(choice.rate)):
        notes.append(problem)
        return None
    return found


def _opened(choice: VoiceChoice, path: Path, notes: list[str]) -> Pack | None:
    if not path.is_file():
        raise ChoiceError(f"There is no voice pack {str(path)!r}. `voicecoach voices` lists what there is.")
    try:
        pack = _shared(path, path.stat().st_mtime_ns)
    except PackError as error:
        notes.append(f"{error} Another voice speaks.")
        return None
    if not shelf.speaks(pack, choice.language):
        spoken = f"it speaks {pack.about.language}, and the session is in {choice.language}"
        notes.append(f"{PackError(str(path), spoken)} Another voice speaks.")
        return None
    return pack


def _rate_problem(rate: float) -> Iterator[str]:
    if not LEAST_RATE <= rate <= MOST_RATE:
        yield f"At a rate of {rate:g} an engine speaks: a voice pack can do {LEAST_RATE:g} to {MOST_RATE:g}."
    elif rate != 1 and not can_stretch():
        yield f"At a rate of {rate:g} an engine speaks: to do it, a voice pack needs python-stretch."


def _engine(choice: VoiceChoice, named: Path | None, pack: Pack | None) -> tuple[Engine, str | None, bool]:
    """The engine, the name of its voice, and whether that is the pack's."""
    voice = None if named else choice.voice
    if choice.engine is not None:
        if isinstance(choice.engine, str):
            return engine_named(choice.engine, voice=voice, command=choice.command), voice, False
        return choice.engine, voice, False
    if pack and pack.about.engine and (engine_of_pack := _ready(pack.about.engine)):
        return engine_of_pack, pack.about.engine_voice or None, True
    return engine_named(DEFAULT_ENGINE), voice, False


def _ready(name: str) -> Engine | None:
    """An engine that may not be installed."""
    try:
        engine = engine_named(name)
    except VoicecoachError:
        return None
    return None if missing_part(engine) else engine


def _why(choice: VoiceChoice, named: Path | None, pack: Pack | None, notes: list[str]) -> str:
    if choice.voice or choice.engine is not None:
        return "as you chose" if pack is None or pack.path == named else "in place of the one you chose"
    if pack:
        return "which comes with voicecoach"
    return f"since no voice pack can ({notes[0]})" if notes else f"since there is no voice pack in {choice.language!r}"


@cache
def _shared(path: Path, _changed_ns: int) -> Pack:
    """The pack in a file, opened once until the file changes."""
    return Pack.open(path)


@cache
def _for_language(language: str, _shipped: Path) -> tuple[Pack | None, list[PackError]]:
    return shelf.for_language(language)
