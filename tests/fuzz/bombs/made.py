"""What makes inputs that would take much."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Make = Callable[[], bytes]
"""Makes an input of less than 1 MB."""
Makes = Callable[[], Iterator[tuple[str, Make]]]
"""Yields inputs, each with what it is made of."""


def repeated(unit: bytes, size: int, before: bytes = b"", after: bytes = b"") -> bytes:
    """About `size` bytes of it, with what stands before and after."""
    return before + unit * (size // len(unit)) + after
