"""An engine by its name: built in, or of another package."""

from __future__ import annotations

from typing import Any

from voicecoach.speech.engine import BUILT_IN, COMMAND, DEFAULT_ENGINE, KOKORO, PIPER, TIMEOUT_S, Engine


def engine_named(
    name: str, *, voice: str | None = None, command: tuple[str, ...] = (), timeout_s: float | None = None
) -> Engine:
    """The engine of this name; whether it lacks something before it can speak, `engine.missing_part` tells.

    `voice` is the one that will be asked for: Piper takes the path of a model, a command any name. `command` is the
    template of the engine `command`. `timeout_s` is what a line may take, unless the engine's own limit will do. Raises
    UnknownNameError when nobody offers the name, EngineError as `installed_engine`.
    """
    limit: dict[str, Any] = {} if timeout_s is None else {"timeout_s": timeout_s}
    if name == DEFAULT_ENGINE:
        from voicecoach.speech.engines.pyttsx3_engine import pyttsx3_engine

        return pyttsx3_engine(**limit)
    if name == KOKORO:
        from voicecoach.speech.engines.kokoro import KokoroEngine

        return KokoroEngine(**limit)
    if name == PIPER:
        from voicecoach.speech.engines.piper import PiperEngine

        return PiperEngine(voice, **limit)
    if name == COMMAND:
        from voicecoach.speech.engines.command import CommandEngine

        return CommandEngine(command, voice, **limit)
    return _hosted(name, timeout_s or TIMEOUT_S)


def engine_names() -> list[str]:
    """Every engine that `engine_named` knows, the default first."""
    from voicecoach.speech.engines.installed import installed_names

    return [*BUILT_IN, *(name for name in installed_names() if name not in BUILT_IN)]


def shadowed_names() -> list[str]:
    """The names of built-in engines that an installed package offers as well, in vain."""
    from voicecoach.speech.engines.installed import installed_names

    return [name for name in installed_names() if name in BUILT_IN]


def _hosted(name: str, timeout_s: float) -> Engine:
    from voicecoach.speech.engines.hosted import HostedEngine
    from voicecoach.speech.engines.installed import installed_engine

    return HostedEngine(name, installed_engine(name), timeout_s=timeout_s)
