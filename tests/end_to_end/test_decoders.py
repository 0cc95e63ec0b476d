from __future__ import annotations

import pytest

from tests.end_to_end import hearing
from tests.end_to_end.conftest import Made
from tests.parts import needs

ROUNDING = 2 / hearing.FULL_SCALE
"""Decoders round, and the one they are compared with gives whole numbers."""


def test_the_file_is_as_long_as_the_plan_to_the_sample(made: Made) -> None:
    assert made.sound.shape == (hearing.sample_at(made.plan["duration"]),)


@pytest.mark.parametrize(
    "decoder",
    [
        pytest.param(hearing.by_miniaudio, id="miniaudio"),
        pytest.param(hearing.by_mpg123, id="mpg123", marks=needs("mpg123")),
        pytest.param(hearing.by_ffmpeg, id="ffmpeg", marks=needs("ffmpeg")),
    ],
)
def test_decoders_agree(made: Made, decoder: hearing.Decoder) -> None:
    count, largest = hearing.difference(decoder(made.path), made.sound)
    assert count == len(made.sound)
    assert largest <= ROUNDING
