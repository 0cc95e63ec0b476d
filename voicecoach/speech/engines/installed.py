"""The engines of other packages, which offer them through an entry-point group."""

from __future__ import annotations

from voicecoach.errors import EngineError, UnknownNameError
from voicecoach.speech.engine import BUILT_IN, DEFAULT_ENGINE, Engine

ENTRY_POINTS = "voicecoach.engines"


def installed_engine(name: str) -> Engine:
    """An engine of another package, made in this process.

    Raises UnknownNameError when there is none of this name, EngineError when it can't be loaded.
    """
    from importlib.metadata import entry_points  # here, since it takes 15 ms that the built-in engine needn't pay

    found = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if name not in found:
        raise UnknownNameError("engine", name, [*BUILT_IN, *found])
    try:
        engine: Engine = found[name].load()()
    except Exception as error:
        raise EngineError(
            f"The engine {name!r} can't be loaded: {type(error).__name__}: {error}. Reinstall the package"
            f" that offers it, or use --engine {DEFAULT_ENGINE}."
        ) from error
    return engine


def installed_names() -> list[str]:
    """Every name that `installed_engine` knows, sorted."""
    from importlib.metadata import entry_points

    return sorted(point.name for point in entry_points(group=ENTRY_POINTS))
