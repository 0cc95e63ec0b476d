"""Make the library's index, voicecoach/definitions/library/index.json, from the definitions.

    python scripts/make_library_index.py

It measures how long every session takes with the voice that ships: when texts have changed, make the voice pack first.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from voicecoach.cache.store import Cache
from voicecoach.definitions.index import INDEX
from voicecoach.definitions.indexing import Facts, index_facts, index_text, session_facts
from voicecoach.definitions.load import names
from voicecoach.mix.tones import ToneSet
from voicecoach.pipeline.prepare import load, prepare
from voicecoach.pipeline.sounds import Voices
from voicecoach.plan.choices import Choices
from voicecoach.plan.progression import weeks_of
from voicecoach.speech.choice import VoiceChoice
from voicecoach.times import MINUTE_MS


def main() -> None:
    """Write the index, and say whether it is another one."""
    before = INDEX.read_text(encoding="utf-8") if INDEX.exists() else ""
    text = index_text(index_facts(sessions()))
    INDEX.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{INDEX}: {'as it was' if text == before else 'made anew'}\n")


def sessions() -> Mapping[str, Facts]:
    """The entries of all sessions, with their measured lengths."""
    with tempfile.TemporaryDirectory() as folder, Cache.open(Path(folder)) as cache:
        voices = Voices(VoiceChoice(), ToneSet.load(None), cache)
        return {name: _entry(name, voices) for name in names("sessions")}


def _entry(name: str, voices: Voices) -> Facts:
    session = load(name, Choices()).session
    weeks = weeks_of(session)
    minutes = {week: _minutes(name, week, voices) for week in sorted({1, weeks})}
    return session_facts(session, weeks, (minutes[1], minutes[weeks]))


def _minutes(name: str, week: int, voices: Voices) -> int:
    loaded = load(name, Choices(week=week))
    duration = prepare(loaded, voices.sounds(loaded.phrases.language)).timeline.duration
    return max(1, round(duration / MINUTE_MS))


if __name__ == "__main__":
    main()
