"""What can be said, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping

from voicecoach.definitions.model import Wordings
from voicecoach.timeline.model import Channel, Sound
from voicecoach.times import Ms

Lengths = Mapping[Sound, Ms]


def voice(text: str) -> Sound:
    """The sound of a spoken text."""
    return Sound(Channel.VOICE, text)


def tone(name: str) -> Sound:
    """The sound of a tone."""
    return Sound(Channel.TONE, name)


class Sayings:
    """The sounds of these `lengths`. A wording without one can't be said, and is not."""

    def __init__(self, lengths: Lengths) -> None:
        self.lengths = lengths
        self.voices = {sound.text: sound for sound in lengths if sound.channel is Channel.VOICE}
        self.voice_ms = {text: lengths[sound] for text, sound in self.voices.items()}
        self._sayable: dict[Wordings, Wordings] = {}

    def sayable(self, wordings: Wordings) -> Wordings:
        """The wordings that can be said; a long session asks for the same again and again."""
        known = self._sayable.get(wordings)
        if known is None:
            known = self._sayable[wordings] = tuple(text for text in wordings if text in self.voice_ms)
        return known

    def preferred(self, wordings: Wordings) -> str | None:
        """The first wording that can be said."""
        return next(iter(self.sayable(wordings)), None)
