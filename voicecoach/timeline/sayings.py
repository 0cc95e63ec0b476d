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
        self._sayable: dict[Wordings, Wordings] = {}

    def is_said(self, text: str) -> bool:
        """Whether a text can be said."""
        return voice(text) in self.lengths

    def voice_ms(self, text: str) -> Ms:
        """How long it takes to say a text. Raises KeyError for one that can't be said."""
        return self.lengths[voice(text)]

    def voice_ms_if_said(self, text: str) -> Ms | None:
        """How long it takes to say a text, `None` for one that can't be said."""
        return self.lengths.get(voice(text))

    def sayable(self, wordings: Wordings) -> Wordings:
        """The wordings that can be said; a long session asks for the same again and again."""
        known = self._sayable.get(wordings)
        if known is None:
            known = self._sayable[wordings] = tuple(filter(self.is_said, wordings))
        return known

    def preferred(self, wordings: Wordings) -> str | None:
        """The first wording that can be said."""
        return next(iter(self.sayable(wordings)), None)
