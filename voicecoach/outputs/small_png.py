"""A drawing as a small PNG: of sixteen colours, which a drawing of flat shapes needs no more of.

resvg writes PNGs in full colour. They are read here without an imaging library, which would be larger than all else
that is needed for them (ISO 15948, 9.2 and 11.2).
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from voicecoach.outputs.png_chunks import SIGNATURE, chunk, chunks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COLOURS = 16
_BITS = 5
"""So many bits of each channel tell colours apart."""
_CHANNELS = 4
_INDEXED, _DEPTH = 3, 4


def small_png(png: bytes) -> bytes:
    """An opaque PNG of 8-bit RGBA, not interlaced, as one of at most `COLOURS` colours."""
    image = pixels(png)
    height, width, _ = image.shape
    palette, indices = _reduced(image)
    lines = _packed(indices)
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((_DEPTH, _INDEXED, 0, 0, 0))
    parts = ((b"IHDR", header), (b"PLTE", palette.tobytes()), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(kind, data) for kind, data in parts)


def _packed(indices: NDArray[np.uint8]) -> bytes:
    """The lines, two pixels a byte, unfiltered: neighbours of an index say nothing about it."""
    import numpy as np

    even = np.pad(indices, ((0, 0), (0, indices.shape[1] % 2)))
    return np.pad(even[:, 0::2] << 4 | even[:, 1::2], ((0, 0), (1, 0))).tobytes()


def pixels(png: bytes) -> NDArray[np.uint8]:
    """The colours of a PNG of 8-bit RGBA: height × width × 3."""
    import numpy as np

    found = chunks(png)
    width, height = (int.from_bytes(found[b"IHDR"][at : at + 4], "big") for at in (0, 4))
    lines = np.frombuffer(zlib.decompress(found[b"IDAT"]), np.uint8).reshape(height, 1 + _CHANNELS * width)
    return _unfiltered(lines[:, 0], lines[:, 1:].reshape(height, width, _CHANNELS)[:, :, :3])


def _unfiltered(filters: NDArray[np.uint8], differences: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The colours, from the differences to those on the left, above, and left above.

    All pixels on a diagonal depend on earlier diagonals alone, and are done together; `slanted` has a diagonal in each
    row, and two empty ones and an empty column before them.
    """
    import numpy as np

    height, width, depth = differences.shape
    slanted = np.zeros((height + width + 1, height + 1, depth), np.int16)
    rows = np.arange(height)[:, None]
    at = np.arange(width)[None, :] + rows + 2
    slanted[at, rows + 1] = differences
    is_sub, is_up, is_average, is_paeth = ((filters == kind)[:, None] for kind in (1, 2, 3, 4))
    for diagonal in range(2, len(slanted)):
        first, last = max(0, diagonal - 1 - width), min(height, diagonal - 1)
        own, before = slice(first + 1, last + 1), slice(first, last)
        left, above, corner = slanted[diagonal - 1, own], slanted[diagonal - 1, before], slanted[diagonal - 2, before]
        guess = is_sub[before] * left + is_up[before] * above + is_average[before] * ((left + above) >> 1)
        guess += is_paeth[before] * _nearest(left, above, corner)
        slanted[diagonal, own] = (slanted[diagonal, own] + guess) & 255
    colours: NDArray[np.uint8] = slanted[at, rows + 1].astype(np.uint8)
    return colours


def _nearest(left: NDArray[np.int16], above: NDArray[np.int16], corner: NDArray[np.int16]) -> NDArray[np.int16]:
    """Which of the three is nearest to where they lead (Paeth's predictor)."""
    import numpy as np

    to_left, to_above, to_corner = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
    is_left = (to_left <= to_above) & (to_left <= to_corner)
    nearest: NDArray[np.int16] = np.where(is_left, left, np.where(to_above <= to_corner, above, corner))
    return nearest


def _reduced(image: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The colours that stand for all others, and which of them each pixel is.

    First the most frequent, then always the one that is farthest from those before, by how often it is there.
    """
    import numpy as np

    coarse = (image >> (8 - _BITS)).astype(np.int32)
    kinds = (coarse[:, :, 0] << 2 * _BITS) | (coarse[:, :, 1] << _BITS) | coarse[:, :, 2]
    counts = np.bincount(kinds.ravel(), minlength=1 << 3 * _BITS)
    there = np.flatnonzero(counts)
    sums = [np.bincount(kinds.ravel(), image[:, :, one].ravel(), len(counts))[there] for one in range(3)]
    colours = np.stack(sums, axis=1) / counts[there, None]
    chosen = [int(np.argmax(counts[there]))]
    distances = ((colours[:, None] - colours[None, chosen]) ** 2).sum(axis=2)
    while len(chosen) < min(COLOURS, len(there)):
        chosen.append(int(np.argmax(distances.min(axis=1) * counts[there])))
        distances = np.hstack([distances, ((colours - colours[chosen[-1]]) ** 2).sum(axis=1)[:, None]])
    lookup = np.zeros(len(counts), np.uint8)
    lookup[there] = distances.argmin(axis=1)
    return colours[chosen].round().astype(np.uint8), lookup[kinds]
