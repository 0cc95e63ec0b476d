"""An engine of another package, spoken with in a child process: it may hang, crash or print without harm.

The parent asks it only who it is; everything else happens in the child (`python -m voicecoach.speech.engines.hosted
NAME`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field

from voicecoach.errors import EngineError
from voicecoach.speech.child import StalledError, Waits, answers
from voicecoach.speech.engine import TIMEOUT_S, Engine, VoiceInfo, Waveform, calm_wpm
from voicecoach.speech.engines import relay
from voicecoach.speech.engines.answering import Request, answer, sound_frame
from voicecoach.speech.engines.installed import installed_engine
from voicecoach.speech.frames import Frame, Kind

_MODULE = "voicecoach.speech.engines.hosted"


@dataclass(frozen=True)
class HostedEngine:
    """The parent's side of `engine`, an installed engine called `name`."""

    name: str
    engine: Engine
    timeout_s: float = field(default=TIMEOUT_S, kw_only=True)

    @property
    def calm_wpm(self) -> int | None:
        """As the engine gives it."""
        return calm_wpm(self.engine)

    def identity(self) -> str:
        """As the engine gives it."""
        try:
            return f"{self.name} {self.engine.identity()}"
        except Exception as error:
            raise EngineError(_broken(self.name, error)) from error

    def default_voice(self, language: str) -> str | None:
        """As the engine gives it."""
        try:
            return self.engine.default_voice(language)
        except Exception as error:
            raise EngineError(_broken(self.name, error)) from error

    def voices(self) -> list[VoiceInfo]:
        """As the engine gives them."""
        try:
            with closing(
                answers([_MODULE, self.name], {"task": "voices"}, expected=1, waits=Waits(self.timeout_s))
            ) as arriving:
                frame = next(arriving)
        except StalledError as error:
            raise EngineError(f"The engine {self.name!r} could not list its voices: it {error}.") from error
        return [VoiceInfo(**entry) for entry in json.loads(frame.payload)]

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        """Speak in a child, again from the line at which it hung or crashed."""
        request = {"voice": voice, "wpm": wpm}
        return relay.spoken_with_retry(self.name, [_MODULE, self.name], request, lines, waits=Waits(self.timeout_s))


def main(name: str) -> None:
    """Host the engine `name` in this process: read a request, answer it, end."""
    answer(lambda request: _answers(name, request))


def _answers(name: str, request: Request) -> Iterator[Frame]:
    engine = installed_engine(name)
    if request["task"] == "voices":
        voices = [asdict(voice) for voice in engine.voices()]
        yield Frame(-1, Kind.VOICES, json.dumps(voices).encode())
        return
    for index, result in engine.speak(request["lines"], request["voice"], request["wpm"]):
        yield sound_frame(index, result)


def _broken(name: str, error: Exception) -> str:
    return f"The engine {name!r} broke: {type(error).__name__}: {error}."


if __name__ == "__main__":
    main(sys.argv[1])
