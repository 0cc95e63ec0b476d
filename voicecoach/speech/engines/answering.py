"""What the processes of engines have in common: a request is read, frames answer it, and lines are shared out to cores.

Needs no numpy by itself; what an engine needs is imported by its own worker.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any, TypeVar

from voicecoach.cores import cores
from voicecoach.errors import VoicecoachError
from voicecoach.speech import frames
from voicecoach.speech.engine import Waveform
from voicecoach.speech.frames import Frame, Kind

Request = dict[str, Any]
"""What the parent asks for: `task`, and for `speak` also `lines`, `voice`, `wpm` and what the engine needs besides."""

READY = Frame(-1, Kind.READY, b"")
"""Sent once a model is loaded, since that takes longer than a line."""

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def answer(answers: Callable[[Request], Iterable[Frame]]) -> None:
    """Read the request on standard input and write the frames of `answers` to standard output, as they come.

    A VoicecoachError becomes a `FAULT` frame.
    """
    # Nothing but frames may reach standard output, and engines print.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        request: Request = json.load(sys.stdin.buffer)
        try:
            for frame in answers(request):
                frames.write(out, frame)
        except VoicecoachError as error:
            frames.write(out, Frame(-1, Kind.FAULT, str(error).encode()))


def sound_frame(index: int, result: Waveform | str) -> Frame:
    """The frame of a line's sound, or of the problem with it."""
    if isinstance(result, str):
        return Frame(index, Kind.PROBLEM, result.encode())
    return Frame(index, Kind.SOUND, frames.sound_payload(result.pcm, result.rate_hz))


def shared_out(
    work: Callable[[_Task], _Result], tasks: Mapping[int, _Task], *, one_at_a_time: bool = False
) -> Iterator[tuple[int, _Result]]:
    """The result of each task by its number, as they get ready: on all cores, begun in the order given.

    With `one_at_a_time` each is handed over before the next begins.
    """
    if one_at_a_time:
        for number, task in tasks.items():
            yield number, work(task)
        return
    with ThreadPoolExecutor(cores()) as pool:
        numbers = {pool.submit(work, task): number for number, task in tasks.items()}
        for done in as_completed(numbers):
            yield numbers[done], done.result()
