"""The default engine: pyttsx3, with the espeak-ng of `espeakng_loader` on Linux and the system's voices elsewhere."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from voicecoach.errors import EngineError
from voicecoach.packages import contents, package_folder, version
from voicecoach.speech.engine import TIMEOUT_S, Engine, VoiceInfo, Waveform

NAME = "pyttsx3"
_SERVER = "voicecoach.speech.engines.espeak_server"
_WORKER = "voicecoach.speech.engines.system_worker"
_AMERICAN, _AMERICAN_FILE = "gmw/en-us", "espeak-ng-data/lang/gmw/en-US"
_SERVER_ATTEMPTS = 2
_PATIENCE = 3
"""The server itself gives a line two attempts of a timeout each, so its parent waits longer than both."""


def pyttsx3_engine(*, timeout_s: float = TIMEOUT_S) -> Engine:
    """The pyttsx3 engine for this platform. `timeout_s` is what one line may take."""
    return EmbeddedEngine(timeout_s) if sys.platform == "linux" else SystemEngine(timeout_s)


@dataclass(frozen=True)
class EmbeddedEngine:
    """espeak-ng as it comes with `espeakng_loader`, through pyttsx3; needs nothing of the system."""

    timeout_s: float = TIMEOUT_S
    name: str = field(default=NAME, init=False)

    def identity(self) -> str:
        """Versions of the driver, and the contents of library and voices."""
        return f"{NAME} {version('pyttsx3')} espeak-ng {version('espeakng_loader')} {contents('espeakng_loader')}"

    def voices(self) -> list[VoiceInfo]:
        """espeak-ng's voices."""
        return _voices([_SERVER], self.timeout_s, isolated=True)

    def default_voice(self, language: str) -> str | None:
        """American English for English; for another language its first voice."""
        folder = package_folder("espeakng_loader")
        return _AMERICAN if language == "en" and folder and (folder / _AMERICAN_FILE).is_file() else None

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        """Speak on all cores."""
        from voicecoach.speech.child import StalledError, Waits
        from voicecoach.speech.engines import relay

        missing = dict(enumerate(lines))
        problem = ""
        for _ in range(_SERVER_ATTEMPTS):
            try:
                yield from relay.spoken(
                    [_SERVER],
                    {"voice": voice, "wpm": wpm, "timeout_s": self.timeout_s},
                    missing,
                    waits=Waits(self.timeout_s * _PATIENCE),
                    isolated=True,
                )
            except StalledError as error:
                problem = str(error)
            if not missing:
                return
        raise EngineError(f"The voice {voice!r} broke down twice: it {problem}. `voicecoach doctor` may say more.")


@dataclass(frozen=True)
class SystemEngine:
    """The system's own voices (macOS, Windows) through pyttsx3, line by line in a child process."""

    timeout_s: float = TIMEOUT_S
    name: str = field(default=NAME, init=False)

    def identity(self) -> str:
        """Versions of the driver and of the system, whose update may change its voices."""
        import platform

        return f"{NAME} {version('pyttsx3')} {platform.system()} {platform.release()} {platform.version()}"

    def voices(self) -> list[VoiceInfo]:
        """The voices the system has."""
        return _voices([_WORKER], self.timeout_s, isolated=False)

    def default_voice(self, language: str) -> str | None:
        """None: the first that the system lists for the language."""
        del language
        return None

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        """Speak line after line; after a hang or a crash once more from that line on."""
        from voicecoach.speech.child import Waits
        from voicecoach.speech.engines import relay

        return relay.spoken_with_retry(
            self.name, [_WORKER], {"voice": voice, "wpm": wpm}, lines, waits=Waits(self.timeout_s)
        )


def _voices(arguments: list[str], timeout_s: float, *, isolated: bool) -> list[VoiceInfo]:
    from voicecoach.speech.child import StalledError, Waits, answers
    from voicecoach.speech.frames import Kind

    try:
        with closing(
            answers(arguments, {"task": "voices"}, expected=1, waits=Waits(timeout_s), isolated=isolated)
        ) as arriving:
            frame = next(arriving)
    except StalledError as error:
        raise EngineError(f"The engine {NAME!r} could not list its voices: it {error}.") from error
    if frame.kind is not Kind.VOICES:
        raise EngineError(f"The engine {NAME!r} could not list its voices: {frame.payload.decode()}.")
    return [VoiceInfo(*entry) for entry in json.loads(frame.payload)]
