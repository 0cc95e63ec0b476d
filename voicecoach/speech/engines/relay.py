"""From a speaking child's frames to lines, and what is done when they stop coming."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing

from voicecoach.counted import quoted_sentence
from voicecoach.errors import EngineError
from voicecoach.speech import frames
from voicecoach.speech.child import StalledError, Waits, answers
from voicecoach.speech.engine import Waveform
from voicecoach.speech.frames import Frame, Kind

BYTES_PER_SAMPLE = 2
_ATTEMPTS = 2


def spoken(
    arguments: list[str],
    request: Mapping[str, object],
    missing: dict[int, str],
    *,
    waits: Waits,
    isolated: bool = False,
) -> Iterator[tuple[int, Waveform | str]]:
    """Have a child speak the lines of `missing`, and take each out of it as it arrives.

    Raises StalledError with the rest still in `missing`: when frames stay away, and for one that is no answer.
    """
    indices = list(missing)
    request = {**request, "task": "speak", "lines": [missing[index] for index in indices]}
    arriving = answers(
        arguments,
        request,
        expected=len(indices),
        waits=waits,
        isolated=isolated,
    )
    with closing(arriving):
        for frame in arriving:
            index = indices[frame.index] if 0 <= frame.index < len(indices) else -1
            if index not in missing:
                raise StalledError("answered where no answer was due")
            answer = _answer(frame)
            del missing[index]
            yield index, answer


def _answer(frame: Frame) -> Waveform | str:
    if frame.kind is not Kind.SOUND:
        return frame.payload.decode(errors="replace")
    sound = Waveform(*frames.sound(frame.payload))
    if sound.rate_hz <= 0 or len(sound.pcm) % BYTES_PER_SAMPLE:
        raise StalledError("gave a sound that isn't made of 16-bit samples")
    return sound


def spoken_with_retry(
    name: str,
    arguments: list[str],
    request: Mapping[str, object],
    lines: Sequence[str],
    *,
    waits: Waits,
) -> Iterator[tuple[int, Waveform | str]]:
    """Have a child speak `lines`; when it stalls, a second one goes on, and may stall only at another line.

    A second child is asked to take `one_at_a_time`, in order, since only so the line is known at which it stalls.
    Raises EngineError naming the line at which it stalled twice.
    """
    missing = dict(enumerate(lines))
    stalls: dict[int, int] = {}
    while missing:
        try:
            asked = {**request, "one_at_a_time": bool(stalls)}
            yield from spoken(arguments, asked, missing, waits=waits)
        except StalledError as error:
            culprit = next(iter(missing))
            stalls[culprit] = stalls.get(culprit, 0) + 1
            if stalls[culprit] == _ATTEMPTS:
                line = quoted_sentence(missing[culprit])
                raise EngineError(f"The engine {name!r} {error}, twice, at the line {line}.") from error
