"""Every sound of a session by its name: the voice's lines and the tones, with the cache below them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from voicecoach.cache.store import Cache
from voicecoach.errors import PackError
from voicecoach.mix.tones import TONE_NAMES, ToneSet
from voicecoach.plan.script import Script
from voicecoach.speech.casting import of_counts
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Cast, Speaker
from voicecoach.timeline.model import Channel, Sound
from voicecoach.times import Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parts:
    """Who speaks what of a session: the coach's voice, and that of the counts, which says the lines `counted`."""

    coach: Cast
    counter: Cast | None = None
    counted: frozenset[str] = frozenset()


class Sounds:
    """Looks up the length, the samples and the cache key of a sound; speaks what has not been spoken yet."""

    def __init__(
        self,
        speaker: Speaker,
        tones: ToneSet,
        cache: Cache,
        *,
        counter: Speaker | None = None,
        counted: frozenset[str] = frozenset(),
    ) -> None:
        """`counter`, if there is one, says the lines that are `counted`."""
        self.speaker, self.counter, self.counted = speaker, counter, counted
        self.tones, self.cache = tones, cache
        lengths = tones.lengths_ms()
        self._lengths = {Sound(Channel.TONE, name): lengths[name] for name in TONE_NAMES}
        self._keys: dict[Sound, str] = {}

    @property
    def cast(self) -> Parts:
        """Who speaks."""
        return Parts(self.speaker.cast, self.counter.cast if self.counter else None, self.counted)

    def cast_as(self, cast: Parts) -> Sounds:
        """The same sounds, spoken by those whom `cast_for` found."""
        if cast == self.cast:
            return self
        speaker = self.speaker.cast_as(cast.coach)
        counter = self.counter.cast_as(cast.counter) if self.counter and cast.counter else None
        return Sounds(speaker, self.tones, self.cache, counter=counter, counted=cast.counted)

    def cast_for(self, script: Script) -> Parts:
        """Who is to speak a session. Raises PackError for a clip that is damaged."""
        if self.counter is None:
            return Parts(self.speaker.cast_for(script.texts()))
        counted = script.counted()
        return Parts(self.speaker.cast_for(script.texts() - counted), self.counter.cast_for(counted), counted)

    def without_damaged(self, work: Callable[[], T]) -> T:
        """What `work` gives, which casts the voices first; it is done anew without a pack that turns out damaged.

        What was cast before stays as it was. Raises PackError for a pack that is none of these voices'.
        """
        while True:
            try:
                return work()
            except PackError as error:
                having = [one for one in (self.speaker, self.counter) if one and one.uses(error.path)]
                if not having:
                    raise
                for speaker in having:
                    speaker.do_without(error)

    def notes(self, texts: Collection[str]) -> tuple[str, ...]:
        """Sentences about who speaks these lines, where that isn't as one would expect. Raises PackError."""
        coach = self.speaker.notes(text for text in texts if text not in self.counted)
        counter = self.counter.notes(text for text in texts if text in self.counted) if self.counter else ()
        return tuple(dict.fromkeys((*coach, *counter)))

    @property
    def language(self) -> str:
        """The language of the voice."""
        return self.speaker.language

    @property
    def voice(self) -> str:
        """The id of the voice that speaks."""
        return self.speaker.voice

    @property
    def rate(self) -> float:
        """The factor on the calm pace of coaching."""
        return self.speaker.rate

    def lengths(self, texts: Collection[str]) -> dict[Sound, Ms]:
        """The length of every tone, and of every line of `texts` and of earlier calls. Raises SpeechError."""
        new = {text for text in texts if Sound(Channel.VOICE, text) not in self._lengths}
        if new:
            for speaker, lines in ((self.speaker, new - self.counted), (self.counter, new & self.counted)):
                spoken = speaker.lengths(sorted(lines)) if speaker and lines else {}
                self._lengths.update({Sound(Channel.VOICE, text): length for text, length in spoken.items()})
        return self._lengths

    def samples(self, sound: Sound) -> NDArray[np.int16]:
        """The sound itself: mono, 48 kHz, as long as `lengths` said. Raises SpeechError, PackError among them."""
        if sound.channel is Channel.TONE:
            return self.tones.samples(sound.text)
        return self._speaker(sound.text).clip(sound.text)

    def key(self, sound: Sound) -> str:
        """What identifies the sound's samples, whatever run made them. Raises PackError for a clip that is damaged."""
        if sound not in self._keys:
            of = self.tones.key if sound.channel is Channel.TONE else self._speaker(sound.text).key
            self._keys[sound] = of(sound.text)
        return self._keys[sound]

    def _speaker(self, text: str) -> Speaker:
        return self.counter if self.counter and text in self.counted else self.speaker


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
            choice = replace(self._choice, language=language)
            speaker = Speaker(choice, self.cache, progress=self._progress)
            counts = of_counts(choice)
            counter = Speaker(counts, self.cache, progress=self._progress) if counts else None
            self._by_language[language] = Sounds(speaker, self._tones, self.cache, counter=counter)
        return self._by_language[language]
