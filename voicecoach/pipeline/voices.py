"""One way of speaking in every language it is needed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from voicecoach.cache.store import Cache
from voicecoach.mix.tones import ToneSet
from voicecoach.pipeline.sounds import Sounds
from voicecoach.speech.service import Speaker, VoiceChoice


class Voices:
    """The sounds of sessions by their language, with the same engine, voice, rate and tones for all of them."""

    def __init__(
        self, choice: VoiceChoice, tones: ToneSet, cache: Cache, progress: Callable[[int, int], None] | None = None
    ) -> None:
        self.cache = cache
        self._choice, self._tones, self._progress = choice, tones, progress
        self._by_language: dict[str, Sounds] = {}

    def sounds(self, language: str) -> Sounds:
        """The sounds of a session in this language."""
        if language not in self._by_language:
            speaker = Speaker(replace(self._choice, language=language), self.cache, progress=self._progress)
            self._by_language[language] = Sounds(speaker, self._tones, self.cache)
        return self._by_language[language]
