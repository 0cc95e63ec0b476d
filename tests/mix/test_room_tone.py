from __future__ import annotations

import hashlib

import numpy as np
import pytest

from tests.mix.sounds import level_db
from voicecoach.errors import ChoiceError
from voicecoach.mix.room_tone import parse_room_tone, room_tone_loop


@pytest.mark.parametrize("level_dbfs", [-50.0, -75.0, -82.5])
def test_the_loop_has_the_level_asked_for(level_dbfs: float) -> None:
    assert level_db(room_tone_loop(level_dbfs)) - 20 * np.log10(32_768) == pytest.approx(level_dbfs, abs=0.2)


def test_the_loop_is_whole_mp3_frames() -> None:
    assert len(room_tone_loop(-75)) == 125 * 1152


def test_the_loop_never_changes() -> None:
    digest = hashlib.sha256(room_tone_loop(-75).astype("<i2").tobytes()).hexdigest()
    assert digest == "67c8599d9eaa5dacf6e9f2f23880efc0dd5673134026df6aadaf8d44ba2a4dff"


def test_the_end_meets_the_start() -> None:
    loop = room_tone_loop(-50).astype(int)
    assert abs(loop[0] - loop[-1]) <= np.abs(np.diff(loop)).max()
    assert abs(loop.mean()) < 0.5


def test_the_tone_is_dull_not_hissy() -> None:
    power = np.abs(np.fft.rfft(room_tone_loop(-50).astype(float))) ** 2
    hz = np.fft.rfftfreq(125 * 1152, 1 / 48_000)
    assert power[hz < 2000].sum() > 50 * power[hz > 4000].sum()


@pytest.mark.parametrize("text", ["off", "OFF", " off ", "0", "-0.0", "0 dB"])
def test_off_and_zero_switch_it_off(text: str) -> None:
    assert parse_room_tone(text) is None


@pytest.mark.parametrize("text", ["-75", "\N{MINUS SIGN}75", "-75.0", "-75 dB", "-75dBFS", " -75 "])
def test_a_level_is_read_as_people_write_it(text: str) -> None:
    assert parse_room_tone(text) == -75


@pytest.mark.parametrize("text", ["", "on", "-49.9", "-91", "12", "nan", "-inf", "1e999", "-7_x"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ChoiceError, match=r"Give a level in dB between -90 and -50, or 'off'\."):
        parse_room_tone(text)


def test_a_forgotten_minus_is_pointed_out() -> None:
    with pytest.raises(ChoiceError, match=r"Did you mean -75\?"):
        parse_room_tone("75")
