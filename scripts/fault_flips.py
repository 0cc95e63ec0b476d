"""Flip bits in the files that voicecoach keeps, one at a time, and see that nothing is ever wrong because of it.

    python scripts/fault_flips.py [COUNT] [SEED]

Of a cache no wrong sound may come and no run may fail; after three runs it has to be whole again. Of a history nothing
may raise, what is set aside has to be what was there, and every training has to be in one of the two.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import TemporaryDirectory

from voicecoach.cache import store as cache_store
from voicecoach.cache.store import Cache
from voicecoach.history import store as history_store
from voicecoach.history.model import SessionId, TrainedStep, Training
from voicecoach.history.store import History
from voicecoach.times import Ms

COUNT = 1000
RUNS_UNTIL_WHOLE = 3
SOUNDS, TRAININGS = 120, 12
HEAD_BYTES = 100
"""So many bytes at the start of a file of SQLite's rule all others; a third of the flips goes there."""

Outcome = str
"""What came of a flip, in a few words; `WRONG` begins what may not be."""


def cache_flips(folder: Path, count: int, seed: int = 1) -> Counter[Outcome]:
    """What comes of `count` flips in a cache, each in `folder` alone."""
    chance = Random(seed)  # noqa: S311 - no secret: chance that can be repeated
    sounds = {f"{chance.getrandbits(256):064x}": chance.randbytes(chance.choice([30, 300])) for _ in range(SOUNDS)}
    with Cache.open(folder) as cache:
        for key, sound in sounds.items():
            cache.put("speech", key, sound, len(sound))
        cache.commit()
    return _flipped(folder / cache_store.FILE_NAME, count, chance, lambda _: _used_cache(folder, sounds))


def history_flips(folder: Path, count: int, seed: int = 1) -> Counter[Outcome]:
    """What comes of `count` flips in a history, each in `folder` alone."""
    history = History(folder)
    trainings = [_training(number) for number in range(TRAININGS)]
    if not all(map(history.save, trainings)):
        raise SystemExit(history.problem)
    ids = {one.id for one in trainings}
    return _flipped(history.path, count, Random(seed), lambda damaged: _used_history(folder, ids, damaged))  # noqa: S311 - as above


def _flipped(file: Path, count: int, chance: Random, use: Callable[[bytes], Outcome]) -> Counter[Outcome]:
    whole = file.read_bytes()
    outcomes: Counter[Outcome] = Counter()
    for number in range(count):
        bit = chance.randrange(8 * (len(whole) if number % 3 else HEAD_BYTES))
        damaged = bytearray(whole)
        damaged[bit // 8] ^= 1 << bit % 8
        rmtree(file.parent)
        file.parent.mkdir()
        file.write_bytes(damaged)
        try:
            outcome = use(bytes(damaged))
        except Exception as error:  # noqa: BLE001 - whatever comes is what is looked for
            outcome = f"WRONG: {type(error).__name__}"
        outcomes[f"{outcome}, bit {bit}" if outcome.startswith("WRONG") else outcome] += 1
    return outcomes


def _used_cache(folder: Path, sounds: dict[str, bytes]) -> Outcome:
    notes: list[str] = []
    for _ in range(RUNS_UNTIL_WHOLE):
        with Cache.open(folder) as cache:
            found, lengths = cache.read(sounds), cache.lengths(sounds)
            if any(sounds[key] != sound for key, sound in found.items()):
                return "WRONG sound"
            if any(len(sounds[key]) != length for key, length in lengths.items()):
                return "WRONG length"
            for key in sounds.keys() - found.keys():
                cache.put("speech", key, sounds[key], len(sounds[key]))
            cache.commit()
            cache.summary()
            notes += cache.notes
            if cache.problem:
                return f"WRONG: {cache.problem}"
    with Cache.open(folder) as cache:
        if cache.read(sounds) != sounds or cache.sentences:
            return "WRONG: it stays damaged"
    return notes[0] if notes else "not noticed"


def _used_history(folder: Path, ids: set[str], damaged: bytes) -> Outcome:
    history = History(folder)
    found = {one.id for one in history.trainings()} & ids
    if not history.save(_training(TRAININGS)):
        return f"WRONG: {history.problem}"
    aside = [file.read_bytes() for file in folder.glob(f"history-damaged-*/{history_store.FILE_NAME}")]
    if aside not in ([], [damaged]):
        return "WRONG: the damaged file isn't kept"
    if aside:
        return f"set aside, {len(found)} of {len(ids)} trainings kept"
    return "one training can't be read, and stays" if history.notes else "not noticed"


def _training(number: int) -> Training:
    """Trained on one day of many."""
    sets = tuple(TrainedStep("work", "squat", done, None, 10, done=True) for done in range(1, 6))
    return Training(
        session=SessionId("squat"),
        title="Squats",
        started=datetime(2026, 3, 2, 7, tzinfo=UTC) + timedelta(days=number),
        week=1,
        weeks=1,
        planned_ms=Ms(600_000),
        trained_ms=Ms(600_000),
        steps=sets,
        completed=True,
    )


def main() -> int:
    """Flip, print what came of it, and fail if anything is wrong."""
    count, seed = (int(given) if given else usual for given, usual in zip([*sys.argv[1:3], "", ""], (COUNT, 1)))  # noqa: B905
    is_wrong = False
    for name, flips in (("cache", cache_flips), ("history", history_flips)):
        with TemporaryDirectory() as folder:
            outcomes = flips(Path(folder) / name, count, seed)
        for outcome, times in outcomes.most_common():
            print(f"{name:8} {times:6}  {outcome}")
            is_wrong = is_wrong or outcome.startswith("WRONG")
    return int(is_wrong)


if __name__ == "__main__":
    sys.exit(main())
