"""What a shell offers when Tab is pressed: the names that an argument or option may have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from voicecoach.definitions.session import Intro
from voicecoach.plan.choices import Detail


def sessions(incomplete: str) -> list[str]:
    """Names for SESSION, and the YAML files of this folder; the next exercise in a session in one line."""
    from pathlib import Path

    from voicecoach.definitions.line_look import reads_as_line
    from voicecoach.definitions.load import names

    if reads_as_line(incomplete):
        return _next_exercises(incomplete)
    files = sorted(file.name for file in Path().glob("*.y*ml"))
    return _begun([*names("sessions"), *names("exercises"), *files], incomplete)


def _next_exercises(line: str) -> list[str]:
    """The line with its last word completed to the name of an exercise."""
    from voicecoach.definitions.load import names

    word = re.split(r"[\s:;,+]", line)[-1]
    begun = line[: len(line) - len(word)]
    return [begun + name for name in _begun(names("exercises"), word)]


def exercises(incomplete: str) -> list[str]:
    """Names for --only."""
    from voicecoach.definitions.load import names

    return _begun(names("exercises"), incomplete)


def equipment(incomplete: str) -> list[str]:
    """Names for --with and --without."""
    from voicecoach.definitions.load import load_session, names

    return _begun(list(load_session(names("sessions")[0]).equipment), incomplete)


def variations(incomplete: str) -> list[str]:
    """`EXERCISE=NAME` for --variation."""
    from voicecoach.definitions.load import load_exercise, names

    pairs = (f"{exercise}={name}" for exercise in names("exercises") for name in load_exercise(exercise).variations)
    return _begun(list(pairs), incomplete)


def details(incomplete: str) -> list[str]:
    """Words for --detail."""
    return _begun([str(detail) for detail in Detail], incomplete)


def intros(incomplete: str) -> list[str]:
    """Words for --intro."""
    return _begun([str(intro) for intro in Intro], incomplete)


def engines(incomplete: str) -> list[str]:
    """Names for --engine."""
    from voicecoach.speech.engines.named import engine_names

    return _begun(engine_names(), incomplete)


def models(incomplete: str) -> list[str]:
    """Names for `voices install` and `remove`."""
    from voicecoach.speech.models.catalogue import MODELS

    return _begun([model.name for model in MODELS], incomplete)


def _begun(names: list[str], incomplete: str) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]


def one_of(kind: Iterable[str]) -> Callable[[str], list[str]]:
    """The names of a kind of things, as an option has them."""
    return lambda incomplete: _begun([str(one) for one in kind], incomplete)
