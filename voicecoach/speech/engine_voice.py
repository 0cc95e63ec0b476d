"""A voice that an engine gives: sentences are spoken as they are needed, and remembered in the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING

from voicecoach.cache.store import Cache
from voicecoach.errors import UnknownNameError
from voicecoach.speakable.lexicon import Lexicon, built_in_lexicon, pronounced
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import Engine
from voicecoach.speech.profile import Delivery, Profile, identity, profile
from voicecoach.times import SAMPLES_PER_MS, Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KIND = "speech"
_BYTES_PER_MS = 2 * SAMPLES_PER_MS

Progress = Callable[[int, int], None]
"""Told how many of how many missing sentences are ready."""


class EngineVoice:
    """An engine's voice with a memory. Nothing is started before something has to be spoken."""

    def __init__(
        self,
        engine: Engine,
        choice: VoiceChoice,
        cache: Cache,
        progress: Progress | None = None,
        *,
        or_default: bool = False,
    ) -> None:
        """The voice of `choice` is any name that `profile.find_voice` understands; without one it is the engine's.

        With `or_default` it is the engine's as well where there is none of that name: on another machine, say.
        """
        self.engine, self._choice, self._cache, self._progress = engine, choice, cache, progress
        self._or_default = or_default

    @property
    def name(self) -> str:
        """The engine's id of the voice."""
        return self._profile.voice

    @property
    def language(self) -> str:
        """The voice's language."""
        return self._profile.language

    @property
    def is_as_chosen(self) -> bool:
        """Whether the engine has the voice of that name. Raises as `lengths`."""
        return self._found[1]

    def lengths(self, sentences: Collection[str]) -> dict[str, Ms]:
        """How long each takes; what isn't known yet is spoken, on all cores.

        Raises UnspokenLineError for one that comes out silent or cut, EngineError when the engine can't speak at all,
        UnknownNameError for an unknown voice.
        """
        keys = {sentence: self.key(sentence) for sentence in sentences}
        lengths = self._cache.lengths(keys.values())
        spoken = self._speak(sentence for sentence, key in keys.items() if key not in lengths)
        return {sentence: Ms(spoken.get(key) or lengths[key]) for sentence, key in keys.items()}

    def clip(self, sentence: str) -> NDArray[np.int16]:
        """The sentence's sound: mono, 48 kHz, as many ms as `lengths` says. Raises as `lengths` does."""
        import numpy as np

        key = self.key(sentence)
        known = self._cache.read([key])
        if not known:
            self._speak([sentence])
            known = self._cache.read([key])
        return np.frombuffer(known[key], np.int16)

    def key(self, sentence: str) -> str:
        """What the sentence's sound is known by: equal keys sound the same, on this machine."""
        return self._key_of(self.utterance(sentence))

    def utterance(self, sentence: str) -> str:
        """The sentence as the engine gets it, with words respelled that it would say wrongly."""
        return pronounced(sentence, self._lexicon)

    def _key_of(self, utterance: str) -> str:
        return hashlib.sha256(f"{self._key_prefix}\0{utterance}".encode()).hexdigest()

    @cached_property
    def _lexicon(self) -> Lexicon:
        return built_in_lexicon(self._choice.language).plus(self._choice.lexicon)

    @property
    def _profile(self) -> Profile:
        return self._found[0]

    @cached_property
    def _found(self) -> tuple[Profile, bool]:
        """The voice as measured, and whether it is the one that was chosen."""
        try:
            return profile(self.engine, self._choice.voice, self._choice.language, self._cache), True
        except UnknownNameError:
            if not self._or_default:
                raise
        return profile(self.engine, None, self._choice.language, self._cache), False

    @cached_property
    def _delivery(self) -> Delivery:
        return self._profile.delivery(self._choice.rate)

    @cached_property
    def _key_prefix(self) -> str:
        delivery = self._delivery
        return "\0".join(("clip", identity(self.engine), delivery.voice, str(delivery.wpm), f"{delivery.gain_db:.2f}"))

    def _speak(self, sentences: Iterable[str]) -> dict[str, int]:
        """Speak and keep; the lengths in ms, by key."""
        missing = sorted({self.utterance(sentence) for sentence in sentences})
        if not missing:
            return {}
        from voicecoach.speech.speaking import clips

        lengths: dict[str, int] = {}
        self._report(0, len(missing))
        with closing(clips(self.engine, missing, self._delivery)) as ready:
            for utterance, pcm in ready:
                key = self._key_of(utterance)
                lengths[key] = len(pcm) // _BYTES_PER_MS
                self._cache.put(KIND, key, pcm, lengths[key])
                self._report(len(lengths), len(missing))
        return lengths

    def _report(self, done: int, total: int) -> None:
        if self._progress:
            self._progress(done, total)
