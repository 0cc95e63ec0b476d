"""A voice from a pack: sentences that were spoken beforehand, at their own pace or a little stretched."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from voicecoach.errors import PackError
from voicecoach.packages import package_folder, version
from voicecoach.packs.pack import Clip, Pack
from voicecoach.times import Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = 1
"""Goes up whenever the same clip would come out of a pack differently."""

LEAST_RATE, MOST_RATE = 0.8, 1.25
"""Within these, stretched speech sounds natural."""

_CLIPS_IN_MEMORY = 64


class PackVoice:
    """A pack's voice at `rate` times its own pace, which has to be from `LEAST_RATE` to `MOST_RATE`."""

    def __init__(self, pack: Pack, rate: float) -> None:
        self.pack, self.rate = pack, rate
        self._known: dict[str, Clip | None] = {}
        self._unpacked = lru_cache(_CLIPS_IN_MEMORY)(self._sound)

    @property
    def name(self) -> str:
        """What `--voice` calls it."""
        return self.pack.path.stem

    @property
    def language(self) -> str:
        """The pack's language."""
        return self.pack.about.language

    def has(self, sentences: Collection[str]) -> set[str]:
        """Those of the sentences that are in the pack. Raises PackError when one is damaged."""
        new = [sentence for sentence in sentences if sentence not in self._known]
        if new:
            found = self.pack.clips(new)
            self._known.update({**dict.fromkeys(new), **found})
        return {sentence for sentence in sentences if self._known[sentence]}

    def length(self, sentence: str) -> Ms:
        """How long a sentence takes that it has. Raises PackError when it hasn't, or when it is damaged."""
        return Ms(-int(-self._clip(sentence).length // self.rate))

    def clip(self, sentence: str) -> NDArray[np.int16]:
        """A sentence's sound: mono, 48 kHz, as many ms as `length` says. Raises PackError as `length` does."""
        return self._unpacked(sentence)

    def key(self, sentence: str) -> str:
        """What the sentence's sound is known by: equal keys sound the same, on this machine.

        Raises PackError as `length` does.
        """
        return hashlib.sha256(f"{self._key_prefix} {self._clip(sentence).sha256}".encode()).hexdigest()

    @cached_property
    def _key_prefix(self) -> str:
        stretched = "" if self.rate == 1 else f" {self.rate:g} python_stretch {version('python_stretch')}"
        return f"pack {VERSION} soundfile {version('soundfile')} soxr {version('soxr')}{stretched}"

    def _sound(self, sentence: str) -> NDArray[np.int16]:
        from soundfile import LibsndfileError

        from voicecoach.packs.sound import unpacked

        try:
            return unpacked(self._clip(sentence).opus, self.length(sentence), self.rate)
        except LibsndfileError as error:
            raise PackError(str(self.pack.path), f"the sound of {sentence!r} can't be read ({error})") from error

    def _clip(self, sentence: str) -> Clip:
        self.has([sentence])
        clip = self._known[sentence]
        if clip is None:
            raise PackError(str(self.pack.path), f"it has no {sentence!r}")
        return clip


def can_stretch() -> bool:
    """Whether what changes a clip's pace is installed; there is none for Linux on Arm."""
    return package_folder("python_stretch") is not None
