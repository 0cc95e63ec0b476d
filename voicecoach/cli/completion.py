"""What a shell offers when Tab is pressed: the names that an argument or option may have."""

from __future__ import annotations

from voicecoach.definitions.session import Intro
from voicecoach.plan.choices import Detail


def sessions(incomplete: str) -> list[str]:
    """Names for SESSION, and the YAML files of this folder."""
    from pathlib import Path

    from voicecoach.definitions.load import names

    files = sorted(file.name for file in Path().glob("*.y*ml"))
    return _begun([*names("sessions"), *names("exercises"), *files], incomplete)


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


def _begun(names: list[str], incomplete: str) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]
