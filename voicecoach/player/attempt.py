"""Calls into sound libraries that may never return."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread
from typing import Generic, TypeVar

from voicecoach.player.caught import Caught

T_co = TypeVar("T_co", covariant=True)


class Attempt(Generic[T_co]):
    """Carries out `work` in a thread of its own. What comes when nobody waits any more goes to `unwanted`."""

    def __init__(self, work: Callable[[], T_co], unwanted: Callable[[T_co], object]) -> None:
        self._work, self._unwanted = work, unwanted
        self._caught = Caught()
        self._results: list[T_co] = []
        self._given_up = False
        self._lock = Lock()
        # A daemon: the interpreter leaves without it, should it hang.
        self._thread = Thread(target=self._run, name="sound device", daemon=True)
        self._thread.start()

    @property
    def hanging(self) -> bool:
        """Whether it has not come back yet."""
        return self._thread.is_alive()

    def result(self, timeout_s: float) -> T_co:
        """What the work returns; raises what it raises, and TimeoutError after `timeout_s`, once and for all."""
        self._thread.join(timeout_s)
        with self._lock:
            if self._caught.error is not None:
                raise self._caught.error
            if self._results:
                return self._results.pop()
            self._given_up = True
        raise TimeoutError(f"no answer for {timeout_s:g} s")

    def wait(self, timeout_s: float) -> bool:
        """Whether the work is over within `timeout_s`."""
        self._thread.join(timeout_s)
        return not self.hanging

    def _run(self) -> None:
        with self._caught:
            result = self._work()
            with self._lock:
                if not self._given_up:
                    self._results.append(result)
                    return
            self._unwanted(result)
