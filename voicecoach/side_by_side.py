"""Work for several threads, which an interrupt ends: they are told to give up, and no lock stays taken."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Generic, ParamSpec, Self, TypeVar

from voicecoach.interrupts import given_up_by, patiently, signals_wait

GIVES_UP_WITHIN_S = 1.0
"""A thread that computes looks up only now and then."""

P = ParamSpec("P")
T = TypeVar("T")


class Task(Generic[T]):
    """What a thread works at, seen from whoever waits for it."""

    def __init__(self, future: Future[T]) -> None:
        self._future = future

    def is_done(self) -> bool:
        """Whether there is a result, which may be an error."""
        with signals_wait():
            return self._future.done()

    def result(self) -> T:
        """What came of it, once it is done. Raises what the work raised."""
        patiently(lambda slice_s: wait([self._future], slice_s).done or None)
        with signals_wait():
            return self._future.result()


class Threads:
    """Threads that take turns at tasks; a context manager. Left by an error, it drops those that haven't begun.

    Those under way find themselves given up, see `interrupts`, so that whatever they wait for ends.
    """

    def __init__(self, count: int | None = None) -> None:
        """`count` threads, by default some for each core."""
        self._given_up = threading.Event()
        self._begun: list[threading.Thread] = []
        self._pool = ThreadPoolExecutor(count, initializer=self._begin)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait until nothing is under way; after an error, not for ever."""
        with signals_wait():
            if kind is None:
                self._pool.shutdown()
                return
            self.give_up()

    def give_up(self) -> None:
        """What is under way is wanted no longer, nor what hasn't begun; it is waited for, but not for ever."""
        with signals_wait():
            self._given_up.set()
            self._pool.shutdown(wait=False, cancel_futures=True)
            until = time.monotonic() + GIVES_UP_WITHIN_S
            for thread in self._begun:
                thread.join(max(0.0, until - time.monotonic()))

    def submit(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Task[T]:
        """Let a thread do it as soon as one is free."""
        with signals_wait():
            return Task(self._pool.submit(work, *args, **kwargs))

    def _begin(self) -> None:
        self._begun.append(threading.current_thread())
        given_up_by(self._given_up)
