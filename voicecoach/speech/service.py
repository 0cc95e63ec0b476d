"""The one door to speech: lengths of lines before anything is mixed, clips when it is.

With everything in the cache it asks one query and imports neither numpy nor an engine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from voicecoach.cache.store import Cache
from voicecoach.errors import ChoiceError, UnspokenLineError
from voicecoach.speech.engine import DEFAULT_ENGINE, Engine
from voicecoach.speech.engines.named import engine_named
from voicecoach.speech.profile import Delivery, Profile, identity, profile
from voicecoach.speech.text import sanitised, speakable
from voicecoach.times import SAMPLES_PER_MS, Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KIND = "speech"
LEAST_RATE, MOST_RATE = 0.5, 2.0
_BYTES_PER_MS = 2 * SAMPLES_PER_MS
_SURELY_WPM = 40


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """Who speaks, and how fast. `engine` is a name or an engine; `rate` a factor on the calm pace of coaching.

    `voice` is any name that `profile.find_voice` understands; without one it is the engine's for `language`. `command`
    is the template of the engine `command`. Raises ChoiceError for a rate that is none.
    """

    engine: Engine | str = DEFAULT_ENGINE
    voice: str | None = None
    rate: float = 1.0
    language: str = "en"
    command: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a rate outside its range."""
        if LEAST_RATE <= self.rate <= MOST_RATE:
            return
        meant = " It looks like words per minute." if self.rate >= _SURELY_WPM else ""
        raise ChoiceError(
            f"The rate {self.rate:g} can't be used: it is a factor from {LEAST_RATE} to {MOST_RATE}, where 1.0 is a"
            f" calm coaching pace and 1.2 a fifth faster.{meant}"
        )


class Speaker:
    """A voice with a memory."""

    def __init__(
        self, choice: VoiceChoice, cache: Cache, *, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Nothing is started yet. `progress` is told how many of how many missing lines are ready.

        Raises UnknownNameError when there is no such engine.
        """
        self._choice, self._cache, self._progress = choice, cache, progress
        self._engine = (
            engine_named(choice.engine, voice=choice.voice, command=choice.command)
            if isinstance(choice.engine, str)
            else choice.engine
        )

    @property
    def voice(self) -> str:
        """The id of the voice that speaks."""
        return self._profile.voice

    @property
    def language(self) -> str:
        """The language of that voice, for `text.unsupported_script`."""
        return self._profile.language

    @property
    def rate(self) -> float:
        """The factor on the calm pace of coaching."""
        return self._choice.rate

    def lengths(self, texts: Collection[str]) -> dict[str, Ms]:
        """How long each line takes; what isn't known yet is spoken, on all cores.

        Raises UnspokenLineError for a line with nothing to say in it or that comes out silent or cut, EngineError when
        the engine can't speak at all, UnknownNameError for an unknown voice.
        """
        keys = {text: self.key(text) for text in texts}
        lengths = self._cache.lengths(keys.values())
        missing = {key: text for text, key in keys.items() if key not in lengths}
        lengths.update({self.key(text): length for text, length in self._speak(missing.values()).items()})
        return {text: Ms(lengths[key]) for text, key in keys.items()}

    def clip(self, text: str) -> NDArray[np.int16]:
        """The line's sound: mono, 48 kHz, as many ms as `lengths` says. Raises as `lengths` does."""
        import numpy as np

        key = self.key(text)
        known = self._cache.read([key])
        if not known:
            self._speak([text])
            known = self._cache.read([key])
        return np.frombuffer(known[key], np.int16)

    def key(self, text: str) -> str:
        """What the line's sound is known by: equal keys sound the same, on this machine."""
        said = sanitised(text)
        if not speakable(said):
            raise UnspokenLineError(text, "there is no letter and no digit in it")
        return hashlib.sha256(f"{self._key_prefix}\0{said}".encode()).hexdigest()

    @cached_property
    def _profile(self) -> Profile:
        return profile(self._engine, self._choice.voice, self._choice.language, self._cache)

    @cached_property
    def _key_prefix(self) -> str:
        delivery = self._delivery
        return "\0".join(("clip", identity(self._engine), delivery.voice, str(delivery.wpm), f"{delivery.gain_db:.2f}"))

    @cached_property
    def _delivery(self) -> Delivery:
        return self._profile.delivery(self._choice.rate)

    def _speak(self, texts: Iterable[str]) -> dict[str, int]:
        """Speak and keep; the lengths in ms, by what was said after sanitising."""
        lines = sorted({sanitised(text) for text in texts})
        if not lines:
            return {}
        from voicecoach.speech.speaking import clips

        lengths: dict[str, int] = {}
        self._report(0, len(lines))
        with closing(clips(self._engine, lines, self._delivery)) as ready:
            for line, pcm in ready:
                lengths[line] = len(pcm) // _BYTES_PER_MS
                self._cache.put(KIND, self.key(line), pcm, lengths[line])
                self._report(len(lengths), len(lines))
        return lengths

    def _report(self, done: int, total: int) -> None:
        if self._progress:
            self._progress(done, total)
