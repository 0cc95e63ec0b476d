"""Packs of all that sessions say: spoken by an engine, or out of recordings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cache.store import Cache
from voicecoach.errors import ChoiceError, PackError, UnspokenLineError
from voicecoach.interrupts import signals_wait
from voicecoach.mix.tones import ToneSet
from voicecoach.outputs.whole_file import check_writable
from voicecoach.packs.pack import SUFFIX, Pack
from voicecoach.packs.writing import PackWriter
from voicecoach.pipeline.prepare import Loaded, Prepared, prepare
from voicecoach.pipeline.sounds import Sounds
from voicecoach.speech.casting import Candidates
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine_voice import EngineVoice
from voicecoach.speech.pack_voice import PackVoice
from voicecoach.speech.service import Speaker
from voicecoach.times import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Report = Callable[[int, int], None]
"""Told how many of how many sentences are done."""

AT_ONCE = 32
"""So many sentences are spoken before they are put away."""


@dataclass
class Packed:
    """How many sentences are new in a pack. `problems` are those that are not in it, with the reason as a clause."""

    new: int = 0
    problems: dict[str, str] = field(default_factory=dict)


def check_pack(path: Path, inputs: Collection[Path]) -> None:
    """Find out, before anything is spoken, whether a pack could be written there.

    Raises OutputError as `check_writable` does, ChoiceError for a name without the suffix, and for a file that is
    there and is no pack that this program reads.
    """
    if path.suffix != SUFFIX:
        raise ChoiceError(f"{str(path)!r} has no suffix of a voice pack. Write {str(path.with_suffix(SUFFIX))!r}.")
    check_writable(path, inputs)
    try:
        if path.exists():
            Pack.open(path).close()
    except PackError as error:
        raise ChoiceError(f"{error} So it is not replaced: remove it, or choose another name with -o.") from None


def language_of(loaded: Iterable[Loaded]) -> str:
    """The language of sessions. Raises ChoiceError when there is more than one: a pack speaks one."""
    languages = sorted({one.phrases.language for one in loaded})
    if len(languages) > 1:
        raise ChoiceError(f"A voice speaks one language, and these sessions are in {' and '.join(languages)}.")
    return languages[0]


def prepared_for(
    writer: PackWriter, voice: EngineVoice, choice: VoiceChoice, loaded: Sequence[Loaded], cache: Cache
) -> list[Prepared]:
    """The sessions as the pack in the making will speak them; what isn't in it yet is spoken, and kept in `cache`."""
    with closing(Pack.open(writer.work)) as pack:
        who = Candidates(PackVoice(pack, 1.0), lambda: (voice, True), "as you chose", is_asked_for=True)
        sounds = Sounds(Speaker(choice, cache, who=who), ToneSet.load(None), cache)
        try:
            return [prepare(one, sounds) for one in loaded]
        finally:
            cache.commit()


def speak_into(writer: PackWriter, sentences: Collection[str], voice: EngineVoice, report: Report) -> Packed:
    """Have the voice speak those of the sentences that the pack doesn't have, or has in another wording.

    Raises SpeechError, OutputError.
    """
    packed, known = Packed(), writer.known()
    missing = sorted(one for one in sentences if known.get(one) != voice.utterance(one))
    for at in range(0, len(missing), AT_ONCE):
        for sentence in _said(voice, missing[at : at + AT_ONCE], packed.problems):
            put(writer, sentence, voice.clip(sentence), voice.utterance(sentence))
            packed.new += 1
            report(packed.new + len(packed.problems), len(missing))
    return packed


def put(writer: PackWriter, sentence: str, clip: NDArray[np.int16], said: str | None = None) -> None:
    """Add a clip, mono at 48 kHz, with its level and the wording that was spoken. Raises OutputError."""
    from voicecoach.speech.engine import Waveform
    from voicecoach.speech.shape import level_lufs

    level = level_lufs(Waveform(clip.tobytes(), SAMPLE_RATE_HZ))
    with signals_wait():  # it is encoded in memory
        writer.put(sentence, clip, level, said)


def _said(voice: EngineVoice, sentences: list[str], problems: dict[str, str]) -> list[str]:
    """Have them spoken; gives those that could be, and adds what is wrong with the others to `problems`."""
    with suppress(UnspokenLineError):
        voice.lengths(sentences)
        return sentences
    for sentence in sentences:
        try:
            voice.lengths([sentence])
        except UnspokenLineError as error:
            problems[sentence] = error.problem
    return [one for one in sentences if one not in problems]
