from __future__ import annotations

import io

import numpy as np

from make_kokoro_voices import FOLDER, ROWS, SIZE, VOICES, cut


def test_the_first_rows_are_kept_as_they_are() -> None:
    published = np.arange(510 * SIZE, dtype="<f4")
    rows = np.load(io.BytesIO(cut(published.tobytes())))
    assert rows.shape == (ROWS, 1, SIZE)
    assert rows.reshape(-1).tolist() == published[: ROWS * SIZE].tolist()


def test_what_ships_is_what_it_makes() -> None:
    assert {file.stem for file in FOLDER.glob("*.npy")} == set(VOICES)
