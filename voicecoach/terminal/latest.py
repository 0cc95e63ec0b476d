"""A thread that does the newest thing it was asked for: who takes their time keeps nobody waiting."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread

Task = Callable[[], None]


class Latest:
    """Does tasks one after the other in a thread of its own; one that is overtaken by another is never done.

    What a task raises is raised where the next one is asked for.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._wanted: Task | None = None
        self._busy = self._over = False
        self._error: Exception | None = None
        Thread(target=self._run, daemon=True).start()

    def do(self, task: Task) -> None:
        """Have this done as soon as what is under way is. Raises what went wrong before."""
        with self._changed:
            error, self._error = self._error, None
            self._wanted = task
            self._changed.notify_all()
        if error:
            raise error

    def wait(self, limit_s: float) -> bool:
        """Wait until all is done, for so long at most; whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy and self._wanted is None, limit_s)

    def end(self, limit_s: float) -> None:
        """Do what is still wanted, if it takes no longer than that, and no more."""
        self.wait(limit_s)
        with self._changed:
            self._over, self._wanted = True, None
            self._changed.notify_all()

    def _run(self) -> None:
        while task := self._next():
            error: Exception | None = None
            try:
                task()
            except Exception as raised:  # noqa: BLE001 - raised again in the thread that asks
                error = raised
            with self._changed:
                self._busy, self._error = False, error or self._error
                self._changed.notify_all()

    def _next(self) -> Task | None:
        with self._changed:
            self._changed.wait_for(lambda: self._over or self._wanted is not None)
            task, self._wanted = (None if self._over else self._wanted), None
            self._busy = task is not None
            return task
