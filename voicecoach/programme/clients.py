"""The programmes of many clients, made on all cores by worker processes; one that can't be made stops no other.

Only small values travel between the processes: what is to be made, what was planned, what came of it.
"""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.connection
import os
import pickle
import signal
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from voicecoach.cache.store import Cache
from voicecoach.cores import cores
from voicecoach.errors import VoicecoachError
from voicecoach.mix.tones import ToneSet
from voicecoach.pipeline.sounds import Voices
from voicecoach.programme.assembly import Shared, write_programme
from voicecoach.programme.planning import Brief, Delivery, PlannedProgramme, plan_programme
from voicecoach.speech.service import VoiceChoice

TERMINATED = 143
CLEAN_UP_S = 60.0
"""A worker whose program has ended is through with cleaning up by then."""

MOST_WORKERS = 61
"""Windows can't wait for more."""

ENDED_FROM_OUTSIDE = (
    "its process was ended from outside, perhaps for want of memory. What is finished stays; the same command goes on."
)

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Job:
    """What is to be made for one client. `line` is where the list names them; `tones` is a folder of the user's own."""

    line: int
    brief: Brief
    delivery: Delivery
    voice: VoiceChoice
    tones: Path | None = None


@dataclass(frozen=True)
class Failure:
    """Why a client's programme was not made: a message for the user."""

    message: str


@dataclass(frozen=True)
class Outlook:
    """What a programme is going to be: how much of it is new, in bytes. `notes` are sentences for the user.

    `packed` is the plan itself, compressed: those of a thousand clients have to fit into memory. `files` are those of
    the user's that its sessions were read from.
    """

    packed: bytes
    new_bytes: int
    notes: tuple[str, ...]
    files: frozenset[Path]


@dataclass(frozen=True)
class Done:
    """What came of a job, and sentences about the cache for the user."""

    result: Outlook | Shared | Failure
    notes: tuple[str, ...] = ()


class Workers:
    """The processes that make programmes; a context manager. Left early, it ends them, and they clean up."""

    def __init__(self, jobs: int) -> None:
        self._count = max(1, min(jobs, cores(), MOST_WORKERS))
        self._pool = self._new_pool()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        if kind is not None:
            for child in multiprocessing.active_children():
                child.terminate()
        self._pool.shutdown(cancel_futures=kind is not None)

    def plan(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Done]]:
        """Plan each job; gives the jobs as they are finished."""
        return self._each(_plan, [(job, (job,)) for job in jobs])

    def write(self, planned: Iterable[tuple[Job, Outlook]]) -> Iterator[tuple[Job, Done]]:
        """Write each programme, over no file that one of them was made from; like `plan`."""
        outlooks = list(planned)
        read = frozenset().union(*(outlook.files for _, outlook in outlooks))
        return self._each(_write, [(job, (_sparing(job, read), outlook.packed)) for job, outlook in outlooks])

    def _each(
        self, function: Callable[..., Done], tasks: list[tuple[Job, tuple[object, ...]]]
    ) -> Iterator[tuple[Job, Done]]:
        try:
            futures = self._submitted(function, tasks)
        except BrokenProcessPool:  # by a worker that was killed earlier
            self._pool = self._new_pool()
            futures = self._submitted(function, tasks)
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], Done(Failure(ENDED_FROM_OUTSIDE))

    def _submitted(
        self, function: Callable[..., Done], tasks: list[tuple[Job, tuple[object, ...]]]
    ) -> dict[Future[Done], Job]:
        with _born_deaf():
            return {self._pool.submit(function, *arguments): job for job, arguments in tasks}

    def _new_pool(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")  # forking a program with threads is not safe
        return ProcessPoolExecutor(self._count, mp_context=context, initializer=_prepare_worker)


def _sparing(job: Job, files: frozenset[Path]) -> Job:
    """The job, to be done without overwriting these files."""
    return replace(job, delivery=replace(job.delivery, inputs=(*job.delivery.inputs, *files)))


@contextmanager
def _born_deaf() -> Iterator[None]:
    """Let processes that are started ignore what the terminal sends from the beginning, before they can say so."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in _from_the_terminal()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _from_the_terminal() -> list[signal.Signals]:
    """The signals that a terminal sends to all processes in it."""
    return [signal.SIGINT, *([signal.SIGHUP] if sys.platform != "win32" else [])]


def _prepare_worker() -> None:
    """The program decides when a worker ends: Ctrl-C in the terminal, and its end, reach all of them at once."""
    for number in _from_the_terminal():
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _terminate)
    if parent := multiprocessing.parent_process():
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(program: int) -> None:
    """End this worker when the program has ended, however that was; else it would wait for work for ever."""
    multiprocessing.connection.wait([program])
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(CLEAN_UP_S)
    os._exit(TERMINATED)


def _terminate(_number: int, _frame: object) -> None:
    """End this worker, once: the pool tells all of them again when one has ended, and they may be cleaning up."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(TERMINATED)


def _in_worker(function: Callable[P, Done]) -> Callable[P, Done]:
    """The task with its errors as messages; a worker that is told to end does so once the task has cleaned up."""

    @wraps(function)
    def task(*args: P.args, **kwargs: P.kwargs) -> Done:
        try:
            return function(*args, **kwargs)
        except SystemExit:
            pass  # with it goes what it holds and is still to be cleaned up
        except VoicecoachError as error:
            return Done(Failure(str(error)))
        except MemoryError:
            return Done(Failure("there was not enough memory."))
        except OSError as error:
            named = f"{os.fsdecode(error.filename)!r}: " if error.filename is not None else ""
            return Done(Failure(f"{named}{error.strerror or error}."))
        gc.collect()
        os._exit(TERMINATED)

    return task


@_in_worker
def _plan(job: Job) -> Done:
    with Cache.open() as cache:
        planned = plan_programme(job.brief, job.delivery, _voices(job, cache), _unseen)
        packed = zlib.compress(pickle.dumps(_without_shared(planned)), level=1)
        return Done(Outlook(packed, planned.new_bytes, planned.notes, planned.files), cache.sentences)


@_in_worker
def _write(job: Job, packed: bytes) -> Done:
    planned = _with_shared(pickle.loads(zlib.decompress(packed)), job.delivery)  # noqa: S301 - packed by `_plan`
    with Cache.open() as cache:
        return Done(write_programme(planned, _voices(job, cache), _unseen), cache.sentences)


def _without_shared(planned: PlannedProgramme) -> PlannedProgramme:
    """The plan without what is the same for all clients and may be large: the coach's logo, lists of files."""
    return _with_shared(planned, replace(planned.delivery, coach=None, inputs=()))


def _with_shared(planned: PlannedProgramme, delivery: Delivery) -> PlannedProgramme:
    sessions = (replace(one, target=replace(one.target, coach=delivery.coach)) for one in planned.sessions)
    return replace(planned, delivery=delivery, sessions=tuple(sessions))


def _voices(job: Job, cache: Cache) -> Voices:
    return Voices(job.voice, ToneSet.load(job.tones), cache)


def _unseen(_what: str, _done: int, _total: int) -> None:
    """Nobody watches a worker's progress; the program counts what is finished."""
