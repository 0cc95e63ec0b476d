"""How the program ends: its exit status says why, whoever is gone by then, and whatever is still to be printed."""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn, TextIO

from voicecoach.at_once import INTERRUPTED, TERMINATED
from voicecoach.interrupts import hear
from voicecoach.terminal.system import hung_up

FAILED = 1


def end_on_signals() -> None:
    """Ctrl-C raises KeyboardInterrupt from now on, a request to end and a closed terminal SystemExit.

    What `nohup` has ignored stays ignored.
    """
    hear(signal.SIGINT, signal.default_int_handler)
    hear(signal.SIGTERM, _terminate)
    if hasattr(signal, "SIGHUP"):
        hear(signal.SIGHUP, _hang_up)


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(TERMINATED)


def _hang_up(_number: int, _frame: FrameType | None) -> NoReturn:
    hung_up()


def complain(message: str) -> None:
    """A last word to the user, if anybody hears it."""
    with suppress(OSError):
        print(f"voicecoach: {message}", file=sys.stderr)


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
