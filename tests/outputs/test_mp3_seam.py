from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.outputs.side_info import frames, misshapen, overlapping
from tests.outputs.sounds import tune
from voicecoach.outputs.mp3 import Mp3Format
from voicecoach.outputs.mp3_encode import new_encoder
from voicecoach.outputs.mp3_seam import FrameRun, frames_back, joined_before, main_data_bytes, seam
from voicecoach.times import Mp3Frames

if TYPE_CHECKING:
    from numpy.typing import NDArray


def run(pcm: NDArray[np.int16], fmt: Mp3Format) -> FrameRun:
    return FrameRun(Mp3Frames(0), bytes(new_encoder(fmt).encode(pcm)), fmt)


@pytest.mark.parametrize("kbps", [32, 64, 128])
@pytest.mark.parametrize("channels", [1, 2])
def test_even_other_sound_is_joined_where_frames_and_windows_fit(kbps: int, channels: int) -> None:
    """Encoders of two sounds agree about little, and wherever a seam is found, they have to."""
    fmt = Mp3Format(kbps, channels)
    leaving, coming = (run(tune(10, seed, channels)[seed * 5000 :], fmt) for seed in (2, 3))
    assert any(any(frame.windows) for frame in frames(leaving.encoded, fmt))
    found = {seam(leaving, coming, earliest, earliest + 30) for earliest in range(10, 300)} - {None}
    assert len(found) > 50
    for at in found:
        assert at is not None
        body = joined_before(at, leaving, coming) + coming.after(at).encoded
        assert len(body) == len(coming.encoded)
        assert overlapping(body, fmt) == []
        assert misshapen(body, fmt) == []


def test_no_seam_is_found_past_the_end_of_a_run() -> None:
    fmt = Mp3Format(128, 2)
    whole = run(tune(3), fmt)
    short = FrameRun(Mp3Frames(0), whole.between(0, 40), fmt)
    assert seam(short, whole, 40, 60) is None
    assert seam(whole, short, 40, 60) is None
    assert seam(whole, short, 39, 60) == 39


@pytest.mark.parametrize(("fmt", "back"), [(Mp3Format(128, 2), 2), (Mp3Format(32, 2), 9), (Mp3Format(320, 1), 1)])
def test_a_frame_reaches_no_farther_back_than_nine_bits_say(fmt: Mp3Format, back: int) -> None:
    assert frames_back(fmt) == back
    assert (back - 1) * main_data_bytes(fmt) < 511 <= back * main_data_bytes(fmt)
