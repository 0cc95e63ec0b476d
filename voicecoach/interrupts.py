"""The one place where signals that end the program are heard: noted at once, raised where nothing is half done.

A signal raises in the middle of anything. Inside a lock of somebody else's that lock stays taken, and whoever waits for
it waits for ever; between a process that was started and the variable for it, the process is nobody's; where C code
calls Python back, what is raised is lost. So at such places it waits:

- `signals_wait` goes around what must not be broken off, and has to be short;
- `patiently` goes around what may take long: it waits in slices, and between them signals are raised;
- `given_up` is for other threads, which no signal reaches: those of `side_by_side` are told so.
"""

from __future__ import annotations

import _thread
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from importlib.machinery import ExtensionFileLoader
from types import FrameType
from typing import Any, TypeVar

SLICE_S = 0.05
"""An interrupt waits so long at most where something is waited for."""

AGAIN_S = 0.01
"""A signal that came at a bad moment comes again after so long."""

_LOADING = frozenset({"create_module", "exec_module"})
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_ENDING = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))

Action = Callable[[int, FrameType | None], Any]
T = TypeVar("T")


class GivenUpError(Exception):
    """What this thread works at is wanted no longer."""


class _Noted:
    """How many bodies signals wait for, and what has come meanwhile; the main thread's alone."""

    bodies = 0
    waiting: list[Callable[[], object]] = []  # noqa: RUF012 - there is one of it


_given_up: ContextVar[threading.Event | None] = ContextVar("given_up", default=None)


def hear(number: int, action: Action) -> None:
    """Let a signal do `action`, which may raise, as soon as nothing is half done; what is ignored stays ignored."""
    if signal.getsignal(number) is not signal.SIG_IGN:
        signal.signal(number, partial(_came, action))


def lost_ones_come_again() -> None:
    """A signal whose exception was raised where Python can only drop it, as in `__del__`, comes again."""
    sys.unraisablehook = partial(_dropped, sys.unraisablehook)


def wait_for_children() -> None:
    """Let ended child processes be waited for, even if whoever started this program wanted to hear of none."""
    if hasattr(signal, "SIGCHLD") and signal.getsignal(signal.SIGCHLD) is signal.SIG_IGN:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


@contextmanager
def signals_wait() -> Iterator[None]:
    """Signals that end the program do so after the body. It may stand in another of its kind, and in any thread."""
    if threading.current_thread() is not threading.main_thread():  # no other handles signals
        yield
        return
    strange: dict[int, Any] = {}
    if not _Noted.bodies:
        _Noted.waiting.clear()
        strange = _heard_by_others()
    _Noted.bodies += 1  # from here on nothing is raised
    try:
        for number, handler in strange.items():
            hear(number, handler if callable(handler) else _as_the_system)
        yield
    finally:
        _Noted.bodies -= 1
        if not _Noted.bodies:
            for number, handler in strange.items():
                signal.signal(number, handler)
            for act in _Noted.waiting[:1]:
                act()


def patiently(wait: Callable[[float], T | None], limit_s: float = threading.TIMEOUT_MAX) -> T | None:
    """What `wait` gives, which is handed seconds to wait for it; None if it gave none within the limit.

    Raises GivenUpError in a thread that is told so.
    """
    until = time.monotonic() + limit_s
    while True:
        left_s = until - time.monotonic()
        with signals_wait():
            found = wait(max(0.0, min(left_s, SLICE_S)))
        if found is not None or left_s <= 0:
            return found
        if is_given_up():
            raise GivenUpError


def is_given_up() -> bool:
    """Whether what this thread works at is wanted no longer."""
    event = _given_up.get()
    return event is not None and event.is_set()


def wanted(items: Iterable[T]) -> Iterator[T]:
    """The items, as long as what this thread works at is wanted. Raises GivenUpError."""
    for item in items:
        if is_given_up():
            raise GivenUpError
        yield item


def given_up_by(event: threading.Event) -> None:
    """From now on `is_given_up` in this thread as soon as the event is set."""
    _given_up.set(event)


def _came(action: Action, number: int, frame: FrameType | None) -> None:
    """Handle a signal."""
    if _Noted.bodies:
        _Noted.waiting.append(partial(action, number, frame))
    elif _is_loading_c_code(frame):
        _again(number)
    else:
        action(number, frame)


def _is_loading_c_code(frame: FrameType | None) -> bool:
    """Whether a module of C code is being loaded: what is raised in there comes out as an ImportError."""
    while frame is not None:
        if frame.f_code.co_name in _LOADING and isinstance(frame.f_locals.get("self"), ExtensionFileLoader):
            return True
        frame = frame.f_back
    return False


def _again(number: int) -> None:
    """Send the signal once more, a little later. A thread of `threading` would take locks that may be taken."""
    _thread.start_new_thread(_later, (number,))


def _later(number: int) -> None:
    time.sleep(AGAIN_S)
    _thread.interrupt_main(signal.Signals(number))


def _dropped(before: Callable[[Any], object], lost: sys.UnraisableHookArgs) -> None:
    if issubclass(lost.exc_type, KeyboardInterrupt):
        _again(signal.SIGINT)
    elif issubclass(lost.exc_type, SystemExit):
        _again(signal.SIGTERM)
    else:
        before(lost)


def _heard_by_others() -> dict[int, Any]:
    """The handlers of signals that end the program, but `hear`'s and those that nobody knows."""
    handlers = {number: signal.getsignal(number) for number in _ENDING}
    return {
        number: handler
        for number, handler in handlers.items()
        if handler not in {None, signal.SIG_IGN} and not (isinstance(handler, partial) and handler.func is _came)
    }


def _as_the_system(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)
