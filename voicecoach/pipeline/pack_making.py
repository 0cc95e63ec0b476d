"""Packs of all that sessions say: spoken by an engine, or out of recordings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from voicecoach.cache.store import Cache
from voicecoach.definitions.files import check_named
from voicecoach.errors import ChoiceError, PackError, UnspokenLineError
from voicecoach.mix.tones import ToneSet
from voicecoach.outputs.whole_file import Naming, check_writable
from voicecoach.packs.pack import SUFFIX, Pack
from voicecoach.packs.writing import PackWriter
from voicecoach.pipeline.prepare import Loaded, Prepared, prepare
from voicecoach.pipeline.sounds import Sounds
from voicecoach.speech.casting import AS_CHOSEN, Candidates
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

EXAMPLE = f"mine{SUFFIX}"
AT_ONCE = 256
"""So many sentences are spoken before they are put away: loading a model takes as long as speaking five."""

T = TypeVar("T")


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
    check_named(path, EXAMPLE)
    if path.suffix != SUFFIX:
        raise ChoiceError(f"{str(path)!r} has no suffix of a voice pack. Write {str(path.with_suffix(SUFFIX))!r}.")
    check_writable(path, inputs, naming=Naming(example=EXAMPLE))
    try:
        if path.exists():
            Pack.open(path)
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
    """The sessions as the pack in the making will speak them; what isn't in it yet is spoken, and kept in `cache`.

    Raises ChoiceError, SpeechError.
    """
    who = Candidates(PackVoice(writer.pack(), 1.0), lambda: (voice, True), AS_CHOSEN, is_asked_for=True)
    sounds = Sounds(Speaker(choice, cache, who=who), ToneSet.load(None), cache)
    try:
        return [prepare(one, sounds) for one in loaded]
    finally:
        cache.commit()


def speak_into(writer: PackWriter, sentences: Collection[str], voice: EngineVoice, report: Report) -> Packed:
    """Have the voice speak those of the sentences that the pack doesn't have, or has in another wording.

    Raises SpeechError, OutputError.
    """
    known = writer.known()
    missing = sorted(one for one in sentences if known.get(one) != voice.utterance(one))
    return put_spoken(writer, {one: one for one in missing}, voice, report, voice.utterance)


def put_spoken(
    writer: PackWriter, texts: Mapping[str, str], voice: EngineVoice, report: Report, wording: Callable[[str], str]
) -> Packed:
    """Have the voice say the text of each sentence in `texts`, and put it into the pack under the sentence.

    `wording` is what the pack is to say of how a text was spoken. Raises SpeechError, OutputError.
    """
    packed = Packed()
    for some in portions(texts, AT_ONCE):
        problems = _spoken({texts[sentence] for sentence in some}, voice)
        for sentence in some:
            text = texts[sentence]
            if text in problems:
                packed.problems[sentence] = problems[text]
            else:
                put(writer, sentence, voice.clip(text), wording(text))
                packed.new += 1
            report(packed.new + len(packed.problems), len(texts))
    return packed


def portions(items: Iterable[T], count: int) -> Iterator[list[T]]:
    """The items, `count` at a time."""
    rest = iter(items)
    while some := list(islice(rest, count)):
        yield some


def put(writer: PackWriter, sentence: str, clip: NDArray[np.int16], said: str | None = None) -> None:
    """Add a clip, mono at 48 kHz, with its level and the wording that was spoken. Raises OutputError."""
    from voicecoach.speech.engine import Waveform
    from voicecoach.speech.shape import level_lufs

    level = level_lufs(Waveform(clip.tobytes(), SAMPLE_RATE_HZ))
    writer.put(sentence, clip, level, said)


def _spoken(texts: Collection[str], voice: EngineVoice) -> dict[str, str]:
    """Have texts spoken; gives what is wrong with those that can't be, as clauses."""
    with suppress(UnspokenLineError):
        voice.lengths(texts)
        return {}
    problems: dict[str, str] = {}
    for text in texts:
        try:
            voice.lengths([text])
        except UnspokenLineError as error:
            problems[text] = error.problem
    return problems
