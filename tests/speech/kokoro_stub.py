"""Stands in for kokoro-onnx where it isn't installed, in tests of what becomes of its faults. Not of its voice."""

from __future__ import annotations

import os
import signal
import sys
import time
from threading import Barrier, Event
from types import SimpleNamespace
from typing import Any, Self

import numpy as np

RATE_HZ = 24_000
TOGETHER = Barrier(2, timeout=60)
"""Where a text with `together` in it waits for another one."""
LOADING_S = 0.6


class Kokoro:
    """Says a sine; words in the text make it fail."""

    def __init__(self) -> None:
        self.tokenizer = SimpleNamespace(phonemize=lambda text, _accent: "" if "unknown" in text else text)

    @classmethod
    def from_session(cls, _session: object, _style: str) -> Self:
        sys.stdout.write("chatter")
        return cls()

    def create(self, text: str, _style: object, speed: float, **_how: object) -> tuple[Any, int]:
        if "hang" in text:
            Event().wait()
        if "crash" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "together" in text:
            TOGETHER.wait()
        if "raise" in text:
            raise ValueError("out of memory")
        count = int(RATE_HZ * len(text) * 0.06 / speed)
        level = 0.0 if "hush" in text else 0.3
        return level * np.sin(np.arange(count, dtype=np.float32) / 8), RATE_HZ


class SessionOptions:
    """Takes whatever is set."""


def InferenceSession(model: str, _options: object, **_how: object) -> str:  # noqa: N802 - onnxruntime's name
    """The path of the model, unless that is one that can't be loaded."""
    time.sleep(LOADING_S)
    with open(model, "rb") as file:  # noqa: PTH123
        if file.read() == b"no model":
            sys.exit("Segmentation fault")
    return model
