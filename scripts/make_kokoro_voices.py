"""Cut the style vectors in `audio_assets/voices/kokoro/` from those that Kokoro's makers publish.

    python scripts/make_kokoro_voices.py FOLDER

FOLDER has files such as `af_heart.bin`: float32, 510 rows of 256 numbers, a row for each number of phonemes in a line.
No sentence of a coach has more phonemes than there are rows kept; a longer line takes the last row.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import numpy as np

VOICES = ("af_heart", "af_bella", "am_michael")
ROWS, SIZE = 130, 256
FOLDER = Path(__file__).resolve().parent.parent / "audio_assets" / "voices" / "kokoro"


def main() -> None:
    """Write the vectors of every voice that ships."""
    parser = argparse.ArgumentParser(description="Cut Kokoro's style vectors to what is needed.")
    parser.add_argument("source", type=Path, metavar="FOLDER", help="where the makers' files are")
    source = parser.parse_args().source
    for voice in VOICES:
        file = FOLDER / f"{voice}.npy"
        file.write_bytes(cut((source / f"{voice}.bin").read_bytes()))
        print(f"{file.name}: {file.stat().st_size} bytes")


def cut(published: bytes) -> bytes:
    """The first rows of a voice, as a NumPy file."""
    rows = np.frombuffer(published, "<f4").reshape(-1, 1, SIZE)
    file = io.BytesIO()
    np.save(file, rows[:ROWS])
    return file.getvalue()


if __name__ == "__main__":
    main()
