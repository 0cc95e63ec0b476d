"""Signals that end the program at once, while nothing is begun and when all is done.

Nothing that has to be loaded is imported: what comes before the first line of this is a traceback of Python's own.
"""

import _signal  # type: ignore[import-not-found]  # what `signal` makes its constants of
import os

INTERRUPTED, TERMINATED = 130, 143
SAID = b"voicecoach: interrupted\n"


def end_at_once() -> None:
    """From now on Ctrl-C and a request to end do so, without further ado; what is ignored stays ignored."""
    for number, end in ((_signal.SIGINT, _interrupted), (_signal.SIGTERM, _terminated)):
        if _signal.getsignal(number) != _signal.SIG_IGN:
            _signal.signal(number, end)


def _interrupted(_number: int, _frame: object) -> None:
    try:
        os.write(2, SAID)
    except OSError:  # nobody hears it
        pass
    finally:
        os._exit(INTERRUPTED)


def _terminated(_number: int, _frame: object) -> None:
    os._exit(TERMINATED)
