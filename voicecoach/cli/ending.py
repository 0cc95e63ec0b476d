"""How the program ends: its exit status says why, whoever is gone by then, and whatever is still to be printed."""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import suppress
from io import BufferedWriter, FileIO, TextIOWrapper
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, TextIO

from voicecoach.at_once import INTERRUPTED, TERMINATED
from voicecoach.cli.messages import bounded
from voicecoach.interrupts import hear
from voicecoach.native_noise import audible
from voicecoach.terminal.system import hung_up

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

FAILED = 1
_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
SHORTAGE = "There is too little memory, or there are too many processes. Close other programs, or raise your limits."
_SIGNS_OF_SHORTAGE = (
    "start new thread",
    "Cannot allocate memory",
    "failed to map segment",
    "without setting an exception",
    "LAME encoding failed",
)
"""What messages of libraries say where there is no other type of error than for anything else."""


class _Interrupt(KeyboardInterrupt):
    """Ctrl-C. The type that Python knows leaves a mark where code is made from text, as dataclasses are.

    With that mark Python ends itself by the signal, whatever the exit status was.
    """


def end_on_signals() -> None:
    """Ctrl-C raises KeyboardInterrupt from now on, a request to end and a closed terminal SystemExit.

    What `nohup` has ignored stays ignored.
    """
    hear(signal.SIGINT, _interrupt)
    hear(signal.SIGTERM, _terminate)
    if hasattr(signal, "SIGHUP"):
        hear(signal.SIGHUP, _hang_up)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _Interrupt


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(TERMINATED)


def _hang_up(_number: int, _frame: FrameType | None) -> NoReturn:
    hung_up()


def fill_standard_streams() -> None:
    """Let what goes to closed standard streams go nowhere, and nothing come from there.

    Else the next file that is opened takes the number of such a stream, and messages of libraries end up in it.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("r" if number == 0 else "w", encoding="utf-8"))  # noqa: SIM115


class _MessagesFile(FileIO):
    """Standard error, or where it goes: what there is no room for is lost."""

    def write(self, data: ReadableBuffer) -> int | None:  # type: ignore[override]
        try:
            return super().write(data)
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            return memoryview(data).nbytes


def let_messages_be_lost() -> None:
    """From now on a full disk on which messages are kept stops nothing: what is made is no worse for it.

    Results are not lost so; and whoever reads messages and goes still ends what they are about.
    """
    stream = sys.__stderr__
    if isinstance(stream, TextIOWrapper) and stream is sys.stderr and not stream.isatty():
        file = BufferedWriter(_MessagesFile(stream.fileno(), "w", closefd=False))
        sys.stderr = TextIOWrapper(
            file, stream.encoding, stream.errors, line_buffering=True, write_through=stream.write_through
        )


def is_shortage(error: BaseException | None) -> bool:
    """Whether there was not enough memory, or not another thread to be had, when it all began."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        no_memory = isinstance(error, OSError) and error.errno == errno.ENOMEM
        if no_memory or isinstance(error, MemoryError) or any(sign in str(error) for sign in _SIGNS_OF_SHORTAGE):
            return True
        seen.add(id(error))
        error = error.__cause__ or error.__context__
    return False


def complain(message: str) -> None:
    """A last word to the user, if anybody hears it."""
    with suppress(OSError), audible():
        print(f"voicecoach: {bounded(message)}", file=sys.stderr)


def flush_output() -> None:
    """Wait until all that was printed has arrived. Raises OSError if it can't."""
    if sys.stdout:
        sys.stdout.flush()


def drop_undelivered() -> None:
    """What a standard stream still holds and nobody takes goes nowhere.

    Python tries to deliver it once more as it ends, and when that fails it leaves with 120, whatever the status was.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except OSError:
            _send_nowhere(stream)
        except ValueError:  # it is closed, and empty
            continue


def _send_nowhere(stream: TextIO) -> None:
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def status_before(error: BaseException) -> int:
    """The status of what had ended the command already when `error` came on top of it on the way out, else `FAILED`.

    On that way streams may fail: they go to whoever has just gone.
    """
    earlier = error.__context__
    while earlier is not None:
        if isinstance(earlier, KeyboardInterrupt):
            return INTERRUPTED
        if isinstance(earlier, SystemExit) and isinstance(earlier.code, int) and earlier.code:
            return earlier.code
        earlier = earlier.__context__
    return FAILED


def is_hang_up(error: OSError) -> bool:
    """Whether a stream failed because its terminal is closed; the signal that says so may come later, or never."""
    return error.errno == errno.EIO and any(_is_closed_terminal(stream) for stream in (sys.stdout, sys.stderr))


def _is_closed_terminal(stream: TextIO | None) -> bool:
    """Whether not even nothing can be written to it; pipes and files take nothing in any state."""
    try:
        if stream:
            os.write(stream.fileno(), b"")
    except OSError as error:
        return error.errno == errno.EIO
    except ValueError:
        return False
    return False
