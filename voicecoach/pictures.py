"""The two kinds of picture that players, pages and phones all show."""

from __future__ import annotations

PNG, JPEG = "image/png", "image/jpeg"
SUFFIXES = {PNG: ".png", JPEG: ".jpg"}


def mime_type(data: bytes) -> str | None:
    """`image/png` or `image/jpeg`, by what the data begins with; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    return JPEG if data.startswith(b"\xff\xd8\xff") else None
