"""Who is asked to speak, and how fast."""

from __future__ import annotations

from dataclasses import dataclass, replace

from voicecoach.errors import ChoiceError
from voicecoach.speakable.lexicon import NO_LEXICON, Lexicon
from voicecoach.speech.engine import Engine

LEAST_RATE, MOST_RATE = 0.5, 2.0
_SURELY_WPM = 40


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """Who speaks, and how fast. `engine` is a name or an engine; `rate` a factor on the calm pace of coaching.

    `voice` is the name or path of a voice pack, or any name that `profile.find_voice` understands; `kokoro:af_heart`
    names the engine as well. Without both it is as `casting` says. `count_voice` is who says numbers and phase words,
    if that is somebody else; `lexicon` is the user's own, before the built-in one of the language. `command` is
    the template of the engine `command`. Raises ChoiceError for a rate that is none.
    """

    engine: Engine | str | None = None
    voice: str | None = None
    rate: float = 1.0
    language: str = "en"
    count_voice: str | None = None
    lexicon: Lexicon = NO_LEXICON
    command: tuple[str, ...] = ()

    def paced(self, factor: float) -> tuple[VoiceChoice, bool]:
        """The same at `factor` times its rate, as far as rates go, and whether they go that far."""
        wanted = self.rate * factor
        rate = min(max(wanted, LEAST_RATE), MOST_RATE)
        return replace(self, rate=rate), rate == wanted

    def __post_init__(self) -> None:
        """Refuse a rate outside its range."""
        if LEAST_RATE <= self.rate <= MOST_RATE:
            return
        meant = " It looks like words per minute." if self.rate >= _SURELY_WPM else ""
        raise ChoiceError(
            f"The rate {self.rate:g} can't be used: it is a factor from {LEAST_RATE} to {MOST_RATE}, where 1.0 is a"
            f" calm coaching pace and 1.2 a fifth faster.{meant}"
        )
