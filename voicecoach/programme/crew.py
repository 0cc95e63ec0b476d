"""Processes that do one task after the other; what ends one of them costs the task that it was at, and nothing else.

Each has a connection of its own and nothing in common with the others: there is no lock that one could take with it. An
interrupt of the program ends them within a time limit, and they end by themselves when the program is gone.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import multiprocessing.resource_tracker
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from threading import Event, Thread
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from voicecoach.at_once import TERMINATED, end_at_once
from voicecoach.interrupts import hear, lost_ones_come_again, patiently, signals_wait

MOST = 61
"""Windows can't wait for more."""

CLEANS_UP_WITHIN_S = 1.0
"""A process that is told to end has so long to remove what is half done."""

GONE_WITHIN_S = 0.5
"""What was killed is gone by then, on a machine that gets round to it."""

ALONE_S = 10.0
"""A process whose program has ended is through with cleaning up by then."""

_told = Event()
"""Whether this process was told to end."""

K = TypeVar("K")
T = TypeVar("T")
Task = tuple[Callable[..., T], tuple[object, ...]]
"""A function of a module, and its arguments; the other process gets copies."""


class Crew(Generic[K, T]):
    """Up to `count` processes; a context manager. Left by an error, it ends those that are at work.

    `lost` is what a task gives whose process has ended before it was done.
    """

    def __init__(self, count: int, lost: T) -> None:
        self._count, self._lost = max(1, min(count, MOST)), lost
        self._members: list[_Member] = []

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        with signals_wait():
            _end(self._members, at_once=kind is not None)
            self._members = []

    def each(self, tasks: Iterable[tuple[K, Task[T]]]) -> Iterator[tuple[K, T]]:
        """What comes of each task, by its key, as they are done. Raises OSError if no process can be started."""
        waiting, at_work = deque(tasks), dict[Connection, tuple[_Member, K]]()
        while waiting or at_work:
            while waiting and len(at_work) < self._count:
                key, task = waiting[0]
                member = self._given(task, len(at_work))
                if member is None:
                    break
                waiting.popleft()
                at_work[member.connection] = (member, key)
            for connection in _ready(at_work):
                member, key = at_work.pop(connection)
                yield key, self._result(member)

    def _given(self, task: Task[T], others: int) -> _Member | None:
        """Somebody who is now at the task; None if there is nobody free, and nobody can be had, besides `others`."""
        for member in [one for one in self._members if not one.is_busy]:
            if member.takes(task):
                return member
            self._drop(member)
        try:
            with signals_wait():
                member = _Member()
                self._members.append(member)
        except OSError:
            if not others:
                raise
            return None
        if not member.takes(task):
            member.is_busy = True  # its end is noticed as if it had come a moment later
        return member

    def _result(self, member: _Member) -> T:
        try:
            result: T = member.result()
        except Exception:  # noqa: BLE001 - what it sent is no result, so it is gone or beside itself
            self._drop(member)
            return self._lost
        return result

    def _drop(self, member: _Member) -> None:
        with signals_wait():
            self._members.remove(member)
            _end([member], at_once=True)


class _Member:
    """A process and the connection to it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")  # forking a program with threads is not safe
        self.connection, theirs = context.Pipe()
        self.is_busy = False
        self.process = context.Process(target=_work, args=(theirs,), daemon=True)
        with theirs, _born_deaf():
            self.process.start()

    def takes(self, task: Task[Any]) -> bool:
        """Let it do the task, unless it has ended."""
        try:
            self.connection.send(task)
        except OSError:
            return False
        self.is_busy = True
        return True

    def result(self) -> Any:  # noqa: ANN401 - whatever the task gives
        """What came of its task. Raises EOFError when it has ended, and anything for what is no result."""
        result = self.connection.recv()
        self.is_busy = False
        return result


def _ready(connections: Iterable[Connection]) -> list[Connection]:
    """Those from which something has come, which may be their end, once there are some."""
    wanted = list(connections)
    found = patiently(lambda slice_s: multiprocessing.connection.wait(wanted, slice_s) or None)
    return [one for one in wanted if one in (found or ())]


def _end(members: Iterable[_Member], *, at_once: bool) -> None:
    """End processes: those that wait for work end when nobody can send any; others are told, and killed if need be."""
    members = list(members)
    for member in members:
        member.connection.close()
        if at_once:
            member.process.terminate()
    _join(members, CLEANS_UP_WITHIN_S)
    for member in members:
        member.process.kill()
    _join(members, GONE_WITHIN_S)
    for member in members:
        with suppress(ValueError):  # it is not even gone by now
            member.process.close()


def _join(members: Iterable[_Member], limit_s: float) -> None:
    until = time.monotonic() + limit_s
    for member in members:
        member.process.join(max(0.0, until - time.monotonic()))


@contextmanager
def _born_deaf() -> Iterator[None]:
    """Let a process that is started be deaf to what the terminal sends, before it can say so itself.

    What comes meanwhile comes afterwards: it is held back, not ignored.
    """
    if sys.platform == "win32":
        yield
        return
    # It would be started now, and hear everything again as soon as it is.
    multiprocessing.resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _from_the_terminal())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _from_the_terminal() -> list[signal.Signals]:
    """The signals that a terminal sends to all processes in it."""
    return [signal.SIGINT, *([signal.SIGHUP] if sys.platform != "win32" else [])]


def _work(program: Connection) -> None:
    """Do what the program sends until it sends no more."""
    _prepare()
    with suppress(EOFError, OSError, MemoryError):
        while True:
            end_at_once()
            function, arguments = program.recv()
            hear(signal.SIGTERM, _terminate)
            result = function(*arguments)
            end_at_once()
            program.send(result)


def _prepare() -> None:
    """The program decides when this process ends: Ctrl-C in the terminal, and its end, reach all of them at once."""
    for number in _from_the_terminal():
        signal.signal(number, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _from_the_terminal())
    lost_ones_come_again()
    if parent := multiprocessing.parent_process():
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(program: int) -> None:
    """End this process when the program has ended, however that was; unless it was told so and is cleaning up."""
    multiprocessing.connection.wait([program])
    if not _told.is_set():
        os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(ALONE_S)
    os._exit(TERMINATED)


def _terminate(_number: int, _frame: object) -> None:
    """End this process."""
    _told.set()
    raise SystemExit(TERMINATED)
