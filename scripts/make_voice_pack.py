"""Make the voice pack that ships: every sentence that the built-in content can say, spoken by Kokoro.

    python scripts/make_voice_pack.py [--voice af_heart] [--output audio_assets/voices/en-heart.pack]

It speaks what is new, drops what is no longer said, and goes on where it was broken off; of another voice than before
it speaks everything. It needs the extra `natural` and its model. Words that stand alone are spoken in the wordings that
`choose_wordings.py` found to be understood best; they are in a table beside the pack, with what a recogniser heard.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import Progress, TaskID

from pack_sentences import LANGUAGE, pack_sentences
from voicecoach.cache.store import Cache
from voicecoach.packs.pack import SMALL, About, is_same_voice
from voicecoach.packs.writing import PackWriter
from voicecoach.pipeline.pack_making import put_spoken
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine_voice import EngineVoice
from voicecoach.speech.engines.kokoro import KokoroEngine

FOLDER = Path(__file__).resolve().parent.parent / "audio_assets" / "voices"
PACK = FOLDER / "en-heart.pack"
LICENCE = "Apache-2.0 (Kokoro-82M, model and voice); the sentences are GPL-3.0-or-later"


@dataclass(frozen=True)
class Wording:
    """What is spoken for a sentence, and at which factor of the calm pace."""

    said: str
    rate: float = 1.0

    def __str__(self) -> str:
        """As it stands in the pack."""
        return self.said if self.rate == 1 else f"{self.said} [{self.rate:g}]"


def main() -> None:
    """Bring the pack up to date."""
    parser = argparse.ArgumentParser(description="Make the voice pack that ships.")
    parser.add_argument("--voice", default="af_heart", help="the voice of Kokoro's")
    parser.add_argument("--output", type=Path, default=PACK, help="the pack to make")
    given = parser.parse_args()
    wanted = wanted_sentences(given.output)
    new = about(given.voice)
    with PackWriter(given.output, new, lambda old: is_same_voice(old, new), compression=SMALL) as writer:
        dropped = writer.keep_only(wanted)
        known = writer.known()
        missing = sorted(sentence for sentence, said in wanted.items() if known.get(sentence) != str(said))
        print(f"{len(wanted)} sentences: {len(missing)} to speak, {dropped} dropped")
        speak({sentence: wanted[sentence] for sentence in missing}, given.voice, writer)
        writer.finish()
    print(f"{given.output}: {given.output.stat().st_size / 1e6:.1f} MB")


def wanted_sentences(pack: Path = PACK) -> dict[str, Wording]:
    """What is to be in the pack: every sentence, with the wording that is spoken for it."""
    wordings = chosen_wordings(pack)
    return {sentence: wordings.get(sentence, Wording(sentence)) for sentence in pack_sentences()}


def about(voice: str) -> About:
    """What the pack says of itself."""
    name = voice.partition("_")[2].capitalize()
    return About(
        name=name,
        voice=f"{name}, a voice of Kokoro-82M",
        language="en-us",
        licence=LICENCE,
        made="scripts/make_voice_pack.py, by Kokoro-82M (int8) at its calm pace; Ogg Opus",
        engine=KokoroEngine().name,
        engine_voice=voice,
    )


def speak(wordings: Mapping[str, Wording], voice: str, writer: PackWriter) -> None:
    """Speak each sentence in its wording, and put it into the pack. Exits with 1 when one can't be said."""
    with Progress() as bar, TemporaryDirectory() as folder, Cache.open(Path(folder)) as cache:
        for rate in sorted({wording.rate for wording in wordings.values()}):
            texts = {sentence: wording.said for sentence, wording in wordings.items() if wording.rate == rate}
            shown = partial(_show, bar, bar.add_task(f"speaking at {rate:g}"))
            packed = put_spoken(writer, texts, kokoro(voice, cache, rate), shown, partial(_as_put, rate))
            if packed.problems:
                sys.exit("\n".join(f"{sentence!r}: {problem}" for sentence, problem in packed.problems.items()))


def _show(bar: Progress, task: TaskID, done: int, total: int) -> None:
    bar.update(task, completed=done, total=total)


def _as_put(rate: float, said: str) -> str:
    return str(Wording(said, rate))


def kokoro(voice: str, cache: Cache, rate: float = 1.0) -> EngineVoice:
    """Kokoro with one of its voices, at a factor of the calm pace."""
    return EngineVoice(KokoroEngine(), VoiceChoice(voice=voice, language=LANGUAGE, rate=rate), cache)


def wordings_file(pack: Path) -> Path:
    """The table of single words beside a pack."""
    return pack.with_suffix(".wordings.csv")


def wordings_rows(pack: Path) -> list[dict[str, str]]:
    """The rows of the table of single words beside a pack, by their columns; none where there is no table."""
    file = wordings_file(pack)
    if not file.exists():
        return []
    with file.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def chosen_wordings(pack: Path) -> dict[str, Wording]:
    """How single words are worded, by sentence."""
    return {row["sentence"]: Wording(row["said"], float(row["rate"])) for row in wordings_rows(pack)}


if __name__ == "__main__":
    main()
