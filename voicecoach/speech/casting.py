"""Who speaks: a voice pack first, if one is wanted or there is one for the language, and an engine for the rest.

Without a choice it is the pack that comes with the program for the session's language; sentences that it lacks are
spoken by the engine that has the same voice, if it is installed, and else by the default engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path

from voicecoach.cache.store import Cache
from voicecoach.errors import ChoiceError, PackError, VoicecoachError
from voicecoach.packages import install_extra
from voicecoach.packs import shelf
from voicecoach.packs.pack import SUFFIX, About, Pack
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import DEFAULT_ENGINE, Engine, missing_part
from voicecoach.speech.engine_voice import EngineVoice, Progress
from voicecoach.speech.engines.named import engine_named, engine_names
from voicecoach.speech.pack_voice import LEAST_RATE, MOST_RATE, PackVoice, can_stretch

SAME_VOICE = {"kokoro": f"{install_extra('natural')}, then: voicecoach voices install kokoro"}
"""How to get the engines that speak in the voice of a pack."""

AS_CHOSEN = "as you chose"

Broken = tuple[tuple[str, str], ...]
"""The paths of packs that turned out to be damaged, each with what its problem is: a clause."""

NONE_BROKEN: Broken = ()

OpenPack = Callable[[Path], Pack]
"""Opens the pack in a file; raises PackError."""


@dataclass(frozen=True)
class Candidates:
    """Who may speak.

    `find_engine` finds the engine's voice, and whether the engine is the pack's own, which should have its voice, at
    the pack's pace: a pack that has everything needs none. `why` is a clause about the first of them. `is_asked_for`
    says that this very pack was. `notes` are sentences about packs that can't speak.
    """

    pack: PackVoice | None
    find_engine: Callable[[], tuple[EngineVoice, bool]]
    why: str
    is_asked_for: bool = False
    notes: tuple[str, ...] = ()

    @property
    def engine(self) -> EngineVoice:
        """The voice that speaks what the pack lacks."""
        return self._found[0]

    @property
    def is_same(self) -> bool:
        """Whether its engine is the pack's own, at the pack's pace."""
        return self._found[1]

    @property
    def has_same_voice(self) -> bool:
        """Whether the engine has the pack's voice; looks for it, so it is asked only where something is missing."""
        return self.is_same and self.engine.is_as_chosen

    @cached_property
    def _found(self) -> tuple[EngineVoice, bool]:
        return self.find_engine()


def candidates(
    choice: VoiceChoice,
    store: Cache,
    progress: Progress | None = None,
    broken: Broken = NONE_BROKEN,
) -> Candidates:
    """Who may speak; none of the packs that turned out to be `broken`.

    Raises ChoiceError for a pack that isn't there and for a voice of another engine than the chosen one,
    UnknownNameError for an unknown engine.
    """
    choice = _with_engine(choice)
    named = _named_pack(choice)
    notes: list[str] = []
    pack = _pack(choice, named, partial(_opened, dict(broken)), notes)

    def find_engine() -> tuple[EngineVoice, bool]:
        engine, voice, is_own = _engine(choice, named, pack)
        paced, is_at_pace = choice.paced(pack.about.engine_rate if pack and is_own else 1)
        spoken = EngineVoice(engine, replace(paced, voice=voice), store, progress, or_default=is_own)
        return spoken, is_own and is_at_pace

    found = Candidates(
        pack=PackVoice(pack, choice.rate) if pack else None,
        find_engine=find_engine,
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


def engine_of(voice: str | None) -> str | None:
    """The engine that a voice's name begins with, if it does: `kokoro` of `kokoro:af_heart`."""
    engine, colon, _ = (voice or "").partition(":")
    return engine if colon and engine in engine_names() else None


def of_counts(choice: VoiceChoice) -> VoiceChoice | None:
    """The choice for the voice of the counts, where there is one; it may be of an engine of its own."""
    if not choice.count_voice:
        return None
    engine = engine_of(choice.count_voice) or choice.engine
    return replace(choice, engine=engine, voice=choice.count_voice, count_voice=None)


def _with_engine(choice: VoiceChoice) -> VoiceChoice:
    """The choice with the engine that the voice's name begins with, if it does. Raises ChoiceError for another one."""
    engine = engine_of(choice.voice)
    if engine is None or choice.voice is None:
        return choice
    chosen = choice.engine if choice.engine is None or isinstance(choice.engine, str) else choice.engine.name
    if chosen not in {None, engine}:
        raise ChoiceError(
            f"The voice {choice.voice!r} is one of the engine {engine!r}, and the engine {chosen!r} was asked for."
            " Leave out that engine, given with --engine or configured as `engine`, or name a voice of it."
        )
    return replace(choice, engine=engine, voice=choice.voice.partition(":")[2] or None)


def _named_pack(choice: VoiceChoice) -> Path | None:
    """The pack that the voice's name means; with an engine, only a path means one."""
    if choice.voice is None or (choice.engine is not None and not choice.voice.endswith(SUFFIX)):
        return None
    return shelf.path_of(choice.voice)


def _pack(choice: VoiceChoice, named: Path | None, open_pack: OpenPack, notes: list[str]) -> Pack | None:
    """The pack that is to speak; says why one can't."""
    if named is None and (choice.voice is not None or choice.engine is not None):
        return None
    found = _of_name(choice, named, open_pack, notes) if named else None
    if found is None and choice.engine is None:
        found, problems = shelf.for_language(choice.language, open_pack)
        notes += [f"{problem} Another voice speaks." for problem in problems]
    if found is None:
        return None
    if problem := _rate_problem(choice.rate):
        notes.append(problem)
        return None
    return found


def _of_name(choice: VoiceChoice, path: Path, open_pack: OpenPack, notes: list[str]) -> Pack | None:
    if not path.is_file():
        raise ChoiceError(f"There is no voice pack {str(path)!r}. `voicecoach voices` lists what there is.")
    try:
        pack = open_pack(path)
    except PackError as error:
        notes.append(f"{error} Another voice speaks.")
        return None
    if not shelf.speaks(pack, choice.language):
        spoken = f"it speaks {pack.about.language}, and the session is in {choice.language}"
        notes.append(f"{PackError(str(path), spoken)} Another voice speaks.")
        return None
    return pack


def _rate_problem(rate: float) -> str | None:
    if not LEAST_RATE <= rate <= MOST_RATE:
        return f"At a rate of {rate:g} an engine speaks: a voice pack can do {LEAST_RATE:g} to {MOST_RATE:g}."
    if rate != 1 and not can_stretch():
        return f"At a rate of {rate:g} an engine speaks: to do it, a voice pack needs python-stretch."
    return None


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
    if named and (pack is None or pack.path != named):
        return f"in place of the one you chose ({notes[0]})"
    if choice.voice or choice.engine is not None:
        return AS_CHOSEN
    if pack:
        return "which comes with voicecoach"
    return f"since no voice pack can ({notes[0]})" if notes else f"since there is no voice pack in {choice.language!r}"


def _opened(broken: Mapping[str, str], path: Path) -> Pack:
    """The pack in a file, if it isn't known to be broken. Raises PackError."""
    if problem := broken.get(str(path)):
        raise PackError(str(path), problem)
    return _shared(path, path.stat().st_mtime_ns) if path.is_file() else Pack.open(path)


@cache
def _shared(path: Path, _changed_ns: int) -> Pack:
    """The pack in a file, opened once until the file changes."""
    return Pack.open(path)
