"""Lines become clips: spoken by the engine, judged by their sound, shaped while the next ones are being spoken.

Needs numpy, so it is imported only when there is something to speak.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing

from voicecoach.cores import cores
from voicecoach.errors import UnspokenLineError
from voicecoach.side_by_side import Task, Threads
from voicecoach.speakable.sentences import pieces
from voicecoach.speech import shape
from voicecoach.speech.engine import Engine, Waveform
from voicecoach.speech.profile import Delivery

_ATTEMPTS = 2
_MOST_THREADS = 4
_SHAPING_AT_ONCE = 16

# At a rate of 1.0 a letter takes about 0.06 s, and a digit may stand for a long word.
_LEAST_S, _LEAST_S_PER_LETTER = 0.04, 0.012
_MOST_S, _MOST_S_PER_CHARACTER = 3.0, 0.6


def clips(engine: Engine, lines: Iterable[str], delivery: Delivery) -> Generator[tuple[str, bytes], None, None]:
    """Each of `lines` with its clip's samples (int16, 48 kHz, mono), as they get ready.

    A line that comes back silent, cut or not at all is spoken once more. Raises UnspokenLineError when that is no
    better, EngineError when the engine breaks.
    """
    # The longest first, so that no core is left with a long line at the end.
    waiting = sorted(set(lines), key=lambda line: (-len(line), line))
    problems: dict[str, str] = {}
    with Threads(min(_MOST_THREADS, cores())) as threads:
        for _ in range(_ATTEMPTS):
            problems = {}
            shaping: deque[tuple[str, Task[bytes]]] = deque()
            # Closed at once when the work is broken off, so that no child outlives it.
            with closing(_judged(engine, waiting, delivery)) as judged:
                for line, result in judged:
                    if isinstance(result, str):
                        problems[line] = result
                        continue
                    shaping.append((line, threads.submit(_shaped, result, delivery.gain_db)))
                    yield from _ready(shaping, _SHAPING_AT_ONCE)
            yield from _ready(shaping, 0)
            waiting = [line for line in waiting if line in problems]
            if not waiting:
                return
    raise UnspokenLineError(waiting[0], problems[waiting[0]])


def fault(line: str, waveform: Waveform, rate: float) -> str | None:
    """What is wrong with the sound of a line spoken at `rate`, or None. It finds silence and lost or stuck speech."""
    if not waveform.pcm:
        return "the sound is empty"
    if shape.is_silent(waveform):
        return "the sound is silent"
    seconds = shape.sounding_s(waveform) * rate
    letters = sum(char.isalpha() for char in line)
    if seconds < _LEAST_S + _LEAST_S_PER_LETTER * letters:
        return f"the sound is cut off after {waveform.seconds:.2f} s"
    if seconds > _MOST_S + _MOST_S_PER_CHARACTER * len(line):
        return f"the sound is far too long ({waveform.seconds:.1f} s)"
    return None


def _judged(
    engine: Engine, lines: Sequence[str], delivery: Delivery
) -> Generator[tuple[str, Waveform | str], None, None]:
    for line, result in _spoken(engine, lines, delivery):
        yield line, result if isinstance(result, str) else fault(line, result, delivery.rate) or result


def _shaped(waveform: Waveform, gain_db: float) -> bytes:
    return shape.clip(waveform, gain_db).tobytes()


def _ready(shaping: deque[tuple[str, Task[bytes]]], most: int) -> Iterator[tuple[str, bytes]]:
    """Those that are done, and as many more as must be waited for until at most `most` are left."""
    while shaping and (len(shaping) > most or shaping[0][1].is_done()):
        line, task = shaping.popleft()
        yield line, task.result()


def _spoken(engine: Engine, lines: Sequence[str], delivery: Delivery) -> Iterator[tuple[str, Waveform | str]]:
    """Each line with its sound, put together from its pieces, or with the problem of one of them."""
    parts = [(line, at, piece) for line in lines for at, piece in enumerate(pieces(line))]
    heard: dict[str, dict[int, Waveform | str]] = {}
    missing = {line: len(pieces(line)) for line in lines}
    for index, result in engine.speak([piece for _, _, piece in parts], delivery.voice, delivery.wpm):
        line, at, _ = parts[index]
        heard.setdefault(line, {})[at] = result
        if len(heard[line]) == missing[line]:
            del missing[line]
            yield line, _joined(heard.pop(line))
    for line in missing:
        yield line, "the engine gave no answer"


def _joined(parts: dict[int, Waveform | str]) -> Waveform | str:
    pcm, rate_hz = b"", 0
    for at in sorted(parts):
        part = parts[at]
        if isinstance(part, str):
            return part
        pcm, rate_hz = pcm + part.pcm, part.rate_hz
    return Waveform(pcm, rate_hz)
