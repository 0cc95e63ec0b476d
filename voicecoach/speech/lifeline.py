"""A speaking child's standard input: the request is a line of JSON, and its end is the end of the parent.

However a parent ends, a child and the programs that it has started end with it.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from threading import Thread
from typing import Any, NoReturn

STREAM = 0
"""The descriptor of standard input: once the request is read, it is ready when the parent has ended."""

_PARENT_GONE = 1


def read_request() -> dict[str, Any]:
    """What the parent asks for."""
    request: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    return request


def end_with_parent() -> None:
    """End this process and those that it has started when the parent ends, whatever this process is at by then."""
    Thread(target=_watch, name="lifeline", daemon=True).start()


def end_now() -> NoReturn:
    """End this process and those that it has started."""
    if os.name == "posix" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(_PARENT_GONE)


def _watch() -> None:
    while os.read(STREAM, 1):
        pass
    end_now()
