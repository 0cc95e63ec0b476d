"""What is known of a voice: how its pace follows its setting, and how loud it is.

Words per minute mean something else to every engine, so a voice's pace is measured by the time it takes for one
sentence. That is done once and kept in the cache; a run that has it neither starts the voice nor imports numpy.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from voicecoach.cache.store import Cache
from voicecoach.errors import EngineError, UnknownNameError
from voicecoach.packages import version
from voicecoach.speakable.rules import base_of
from voicecoach.speech.engine import NOMINAL_WPM, Engine, VoiceInfo, Waveform, calm_wpm

KIND = "calibration"
VERSION = 2
"""Goes up whenever the same waveform would give another profile or another clip."""

REFERENCE = "Lower your hips slowly, then drive up strongly, and stand tall at the top."
REFERENCE_S = 4.69
"""How long `REFERENCE` takes at a rate of 1.0; espeak-ng's American English takes it at its 165 words per minute."""

SLOW_WPM, FAST_WPM = 120, 260
"""Between these two, and somewhat beyond, the time a sentence takes goes with the inverse of the setting within 1 %."""

LEAST_WPM, MOST_WPM = 70, 450
_HONOURED_S = 0.2


@dataclass(frozen=True, slots=True)
class Delivery:
    """How lines are spoken: the engine's voice, its setting of pace, the factor that stands for, the voice's gain."""

    voice: str
    wpm: int
    rate: float
    gain_db: float


@dataclass(frozen=True, slots=True)
class Profile:
    """A voice as measured: the time for `REFERENCE`, and the gain that brings it to level, at two paces.

    `calm_wpm` is its setting at a rate of 1.0, if the engine says so; otherwise it follows from `REFERENCE_S`.
    """

    voice: str
    language: str
    slow_s: float
    fast_s: float
    slow_gain_db: float
    fast_gain_db: float
    calm_wpm: int | None = None

    def delivery(self, rate: float) -> Delivery:
        """How to speak at a factor of the calm pace."""
        wpm = self.wpm(rate)
        return Delivery(self.voice, wpm, rate, self.gain_db(wpm))

    def wpm(self, rate: float) -> int:
        """The engine's setting at which the voice takes `REFERENCE_S` / `rate` for the reference, or its calm time."""
        per_inverse = (self.slow_s - self.fast_s) / (1 / SLOW_WPM - 1 / FAST_WPM)
        if self.slow_s - self.fast_s < _HONOURED_S:  # the engine has one pace, whatever is asked
            return round(NOMINAL_WPM * rate)
        constant_s = self.slow_s - per_inverse / SLOW_WPM
        calm_s = constant_s + per_inverse / self.calm_wpm if self.calm_wpm else REFERENCE_S
        speaking_s = max(calm_s / rate - constant_s, per_inverse / MOST_WPM)
        return min(max(round(per_inverse / speaking_s), LEAST_WPM), MOST_WPM)

    def gain_db(self, wpm: int) -> float:
        """The voice's own gain at a pace."""
        part = min(max((wpm - SLOW_WPM) / (FAST_WPM - SLOW_WPM), 0.0), 1.0)
        return round(self.slow_gain_db + part * (self.fast_gain_db - self.slow_gain_db), 2)


def identity(engine: Engine) -> str:
    """Whatever shapes a clip besides voice, pace and text."""
    return f"{VERSION} {engine.identity()} numpy {version('numpy')} soxr {version('soxr')}"


def profile(engine: Engine, wanted: str | None, language: str, cache: Cache) -> Profile:
    """The profile of the voice called `wanted`, or of the engine's voice for `language`.

    Raises UnknownNameError for a voice the engine doesn't have, SpeechError when it can't be measured.
    """
    key = hashlib.sha256(f"profile\0{identity(engine)}\0{wanted}\0{language}".encode()).hexdigest()
    known = cache.read([key]).get(key)
    if known:
        return Profile(**json.loads(known))
    voice = find_voice(engine, wanted, language)
    measured = _measured(engine, voice if voice.language else replace(voice, language=language))
    cache.put(KIND, key, json.dumps(asdict(measured)).encode(), 0)
    return measured


def find_voice(engine: Engine, wanted: str | None, language: str) -> VoiceInfo:
    """The voice that goes by `wanted`: its id, name, language, or a part that only one has. Case doesn't matter."""
    if wanted is None:
        return _default(engine, language)
    voices = engine.voices()
    sought = wanted.lower()
    for names in (_ids, _short_names):
        found = [voice for voice in voices if sought in names(voice)]
        if found:
            return found[0]
    found = [voice for voice in voices if any(sought in name for name in _ids(voice))]
    if len(found) == 1:
        return found[0]
    raise UnknownNameError(
        "voice", wanted, _worth_naming(sought, voices, language), "`voicecoach voices` lists them all."
    )


def _default(engine: Engine, language: str) -> VoiceInfo:
    preferred = engine.default_voice(language)
    if preferred is not None:
        return VoiceInfo(preferred, preferred, language)
    spoken = base_of(language)
    for voice in engine.voices():
        if base_of(voice.language) == spoken:
            return voice
    raise EngineError(
        f"The engine {engine.name!r} has no voice for the language {language!r}. Name one with --voice;"
        " `voicecoach voices` lists them all."
    )


def _ids(voice: VoiceInfo) -> tuple[str, ...]:
    return voice.id.lower(), voice.name.lower()


def _short_names(voice: VoiceInfo) -> tuple[str, ...]:
    return voice.language.lower(), voice.id.lower().rsplit("/", 1)[-1]


def _worth_naming(sought: str, voices: Sequence[VoiceInfo], language: str) -> list[str]:
    """The names near to what was sought, or, as an engine may have a hundred, those of the language."""
    from difflib import get_close_matches

    near = get_close_matches(sought, {name for voice in voices for name in (*_short_names(voice), voice.name.lower())})
    return near or [voice.id for voice in voices if voice.language.lower().startswith(language.lower())]


def _measured(engine: Engine, voice: VoiceInfo) -> Profile:
    from voicecoach.side_by_side import Threads

    # Both at once: most of the time goes into starting the voice, and into importing numpy here.
    with Threads(2) as threads:
        speaking = [threads.submit(_reference, engine, voice.id, wpm) for wpm in (SLOW_WPM, FAST_WPM)]
        from voicecoach.speech import shape

        slow, fast = (task.result() for task in speaking)
    if shape.is_silent(slow) or shape.is_silent(fast):
        raise EngineError(
            f"The engine {engine.name!r} gives no sound with the voice {voice.id!r}. Try another --voice."
        )
    slow_gain_db, fast_gain_db = (round(shape.voice_gain_db(waveform), 2) for waveform in (slow, fast))
    slow_s, fast_s = (round(shape.sounding_s(waveform), 3) for waveform in (slow, fast))
    return Profile(voice.id, voice.language, slow_s, fast_s, slow_gain_db, fast_gain_db, calm_wpm(engine))


def _reference(engine: Engine, voice: str, wpm: int) -> Waveform:
    for _, result in engine.speak([REFERENCE], voice, wpm):
        if isinstance(result, Waveform):
            return result
        raise EngineError(
            f"The engine {engine.name!r} could not say a test sentence with the voice {voice!r}: {result}."
        )
    raise EngineError(f"The engine {engine.name!r} gave no answer to a test sentence with the voice {voice!r}.")
