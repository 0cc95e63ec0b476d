"""An engine by its name: built in, or of another package."""

from __future__ import annotations

from voicecoach.speech.engine import DEFAULT_ENGINE, TIMEOUT_S, Engine


def engine_named(name: str, *, timeout_s: float = TIMEOUT_S) -> Engine:
    """The engine of this name. Raises UnknownNameError when nobody offers it, EngineError as `installed_engine`."""
    if name == DEFAULT_ENGINE:
        from voicecoach.speech.engines.pyttsx3_engine import pyttsx3_engine

        return pyttsx3_engine(timeout_s=timeout_s)
    from voicecoach.speech.engines.hosted import HostedEngine
    from voicecoach.speech.engines.installed import installed_engine

    return HostedEngine(name, installed_engine(name), timeout_s=timeout_s)


def engine_names() -> list[str]:
    """Every engine that `engine_named` knows, the default first."""
    from voicecoach.speech.engines.installed import installed_names

    return [DEFAULT_ENGINE, *installed_names()]
