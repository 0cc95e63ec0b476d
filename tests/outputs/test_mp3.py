from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outputs.sounds import (
    as_float,
    by_ffmpeg,
    by_miniaudio,
    by_mpg123,
    by_soundfile,
    in_chunks,
    lag,
    level_dbfs,
    room_tone,
    snr_db,
    sweep,
)
from tests.parts import needs
from voicecoach.errors import OutputError
from voicecoach.outputs.mp3 import Mp3Format, frame_count, info_frame, settings_key, splice, stream_bytes
from voicecoach.outputs.mp3_encode import encode_block, encode_loop
from voicecoach.outputs.mp3_parts import encode_stream
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.times import SAMPLES_PER_FRAME, Ms, Samples, samples

if TYPE_CHECKING:
    from numpy.typing import NDArray

Decoder = Callable[[Path], "NDArray[np.float64]"]
DECODERS = [
    pytest.param(by_soundfile, id="soundfile"),
    pytest.param(by_miniaudio, id="miniaudio"),
    pytest.param(by_mpg123, id="mpg123", marks=needs("mpg123")),
    pytest.param(by_ffmpeg, id="ffmpeg", marks=needs("ffmpeg")),
]
SOUNDS = (sweep(700), sweep(83, 1500, 200), sweep(250, 400, 500))
STARTS = tuple(Ms(at) for at in (100, 1000, 1300, 1800, 3100, 4300, 5900, 6700, 8000))
DURATION = Ms(9_337)


def placed_sounds() -> list[tuple[Ms, NDArray[np.int16]]]:
    return [(at, SOUNDS[i % len(SOUNDS)]) for i, at in enumerate(STARTS)]


def block_at(at: Ms, pcm: NDArray[np.int16], fmt: Mp3Format, room: NDArray[np.int16] | None = None) -> bytes:
    return encode_block(pcm, Samples(samples(at) % SAMPLES_PER_FRAME), fmt, room)


def spliced(
    placed: list[tuple[Ms, NDArray[np.int16]]], duration: Ms, fmt: Mp3Format, room: NDArray[np.int16] | None = None
) -> bytes:
    blocks = ((at, block_at(at, pcm, fmt, room)) for at, pcm in placed)
    return b"".join(splice(blocks, duration, encode_loop(room, fmt), fmt))


def laid_out(placed: list[tuple[Ms, NDArray[np.int16]]], duration: Ms) -> NDArray[np.int16]:
    whole = np.zeros(samples(duration), np.int16)
    for at, pcm in placed:
        whole[samples(at) :][: len(pcm)] = pcm[: len(whole) - samples(at)]
    return whole


def main_data_begins(data: bytes, fmt: Mp3Format) -> list[int]:
    return [data[i + 4] << 1 | data[i + 5] >> 7 for i in range(0, len(data), fmt.frame_bytes)]


@pytest.mark.parametrize("decode", DECODERS)
@pytest.mark.parametrize("bitrate_kbps", [32, 48, 64, 128, 320])
def test_length_and_positions_are_exact_to_the_sample(tmp_path: Path, bitrate_kbps: int, decode: Decoder) -> None:
    file = tmp_path / "spliced.mp3"
    file.write_bytes(spliced(placed_sounds(), DURATION, Mp3Format(bitrate_kbps)))
    got = decode(file)
    assert len(got) == samples(DURATION)
    for at, pcm in placed_sounds():
        around = slice(samples(at) - 4000, samples(at) + len(pcm) + 4000)
        want = np.pad(as_float(pcm), 4000)
        assert lag(got[around], want) == 0


@pytest.mark.parametrize("bitrate_kbps", [32, 64, 128])
def test_quality_equals_one_pass_of_the_encoder(tmp_path: Path, bitrate_kbps: int) -> None:
    want = laid_out(placed_sounds(), DURATION)
    in_one, in_many = tmp_path / "one.mp3", tmp_path / "many.mp3"
    in_one.write_bytes(b"".join(encode_stream(SampleStream([want], DURATION), bitrate_kbps)))
    in_many.write_bytes(spliced(placed_sounds(), DURATION, Mp3Format(bitrate_kbps)))
    one, many = (snr_db(by_soundfile(each), as_float(want)) for each in (in_one, in_many))
    assert many > one - 0.5


@pytest.mark.parametrize("decode", DECODERS)
def test_gaps_keep_the_room_tone_and_seams_are_no_louder(tmp_path: Path, decode: Decoder) -> None:
    room = room_tone(frames=40)
    file = tmp_path / "room.mp3"
    placed = [(Ms(500), SOUNDS[1]), (Ms(4000), SOUNDS[1])]
    file.write_bytes(spliced(placed, Ms(8000), Mp3Format(), room))
    tone_alone = tmp_path / "tone.mp3"
    whole = np.resize(room, samples(Ms(8000)))
    tone_alone.write_bytes(b"".join(encode_stream(SampleStream([whole], Ms(8000)), 64)))
    got, in_one = decode(file), decode(tone_alone)
    # At this bit rate the encoder takes away what is above 11 kHz, about 2 dB of white noise.
    assert level_dbfs(in_one) == pytest.approx(-76.8, abs=0.5)
    for first_ms, last_ms in ((100, 400), (800, 3800), (4300, 8000)):
        gap = got[samples(Ms(first_ms)) : samples(Ms(last_ms))]
        assert level_dbfs(gap) == pytest.approx(level_dbfs(in_one), abs=0.5)
        assert np.abs(gap).max() < 1.1 * np.abs(in_one).max()


def test_without_room_tone_gaps_are_silent(tmp_path: Path) -> None:
    file = tmp_path / "silent.mp3"
    file.write_bytes(spliced([(Ms(500), SOUNDS[1])], Ms(3000), Mp3Format()))
    got = by_soundfile(file)
    assert np.abs(got[samples(Ms(700)) :]).max() < 1e-5


def test_a_session_without_blocks_is_a_file_of_its_length(tmp_path: Path) -> None:
    file = tmp_path / "empty.mp3"
    file.write_bytes(spliced([], Ms(1), Mp3Format()))
    assert len(by_soundfile(file)) == 48


@pytest.mark.parametrize("bitrate_kbps", [32, 64, 320])
def test_blocks_and_loops_start_with_a_frame_that_points_nowhere(bitrate_kbps: int) -> None:
    fmt = Mp3Format(bitrate_kbps)
    loop = main_data_begins(encode_loop(room_tone(frames=20), fmt), fmt)
    block = main_data_begins(encode_block(SOUNDS[0], Samples(192), fmt, None), fmt)
    assert loop[0] == block[0] == 0
    assert max(loop) > 0
    assert max(block) > 0


def test_blocks_are_the_same_bytes_each_time_and_in_threads() -> None:
    with ThreadPoolExecutor(2) as pool:
        encoded = list(pool.map(lambda _: encode_block(SOUNDS[0], Samples(384), Mp3Format(), None), range(4)))
    assert len(set(encoded)) == 1


@given(data=st.data(), duration=st.integers(2_000, 20_000), bitrate_kbps=st.sampled_from([32, 64, 160]))
def test_any_placement_is_whole_frames_of_the_announced_size(
    data: st.DataObject, duration: int, bitrate_kbps: int
) -> None:
    fmt = Mp3Format(bitrate_kbps)
    placed: list[tuple[Ms, NDArray[np.int16]]] = []
    free = 100
    while free < duration - 300:
        pcm = SOUNDS[1][: data.draw(st.integers(1, len(SOUNDS[1])))]
        at = Ms(data.draw(st.integers(free, min(free + 5000, duration - 100))))
        placed.append((at, pcm))
        free = at + -(-len(pcm) // 48) + 150
    stream = spliced(placed, Ms(duration), fmt)
    assert len(stream) == stream_bytes(Ms(duration), fmt)
    body = stream[-frame_count(samples(Ms(duration))) * fmt.frame_bytes :]
    assert {body[i : i + 2] for i in range(0, len(body), fmt.frame_bytes)} == {b"\xff\xfb"}
    for at, pcm in placed:
        first = samples(at) // SAMPLES_PER_FRAME - 1
        block = block_at(at, pcm, fmt)
        kept = body[first * fmt.frame_bytes :][: len(block)]
        assert kept == block[: len(kept)]


def test_the_last_sound_may_end_with_the_session(tmp_path: Path) -> None:
    file = tmp_path / "end.mp3"
    duration = Ms(2700)
    placed = [(Ms(2000), SOUNDS[0])]
    file.write_bytes(spliced(placed, duration, Mp3Format(128)))
    got, want = by_soundfile(file), as_float(laid_out(placed, duration))
    assert len(got) == len(want)
    assert snr_db(got[-9600:], want[-9600:]) > 15


@pytest.mark.parametrize("starts", [(0,), (100, 240), (100, 9000)])
def test_blocks_without_room_are_refused(starts: tuple[int, ...]) -> None:
    fmt = Mp3Format()
    placed = [(Ms(at), block_at(Ms(at), SOUNDS[1], fmt)) for at in starts]
    with pytest.raises(ValueError, match="no room for a block"):
        b"".join(splice(placed, Ms(5000), encode_loop(None, fmt), fmt))


def test_bytes_that_are_not_whole_frames_are_refused() -> None:
    fmt = Mp3Format()
    with pytest.raises(ValueError, match="not whole frames"):
        b"".join(splice([(Ms(100), bytes(100))], Ms(5000), encode_loop(None, fmt), fmt))


def test_long_gaps_come_in_small_pieces() -> None:
    fmt = Mp3Format(320)
    day = Ms(24 * 3600 * 1000)
    pieces = [len(piece) for piece in splice([], day, encode_loop(room_tone(frames=125), fmt), fmt)]
    assert sum(pieces) == stream_bytes(day, fmt)
    assert max(pieces) <= 1 << 18


def test_a_size_past_four_gigabytes_is_left_out_of_the_info_frame() -> None:
    two_days = samples(Ms(48 * 3600 * 1000))
    frame = info_frame(two_days, Mp3Format(320))
    start = frame.index(b"Info")
    assert frame[start + 4 : start + 8] == bytes([0, 0, 0, 0b1001])
    assert int.from_bytes(frame[start + 8 : start + 12], "big") == frame_count(two_days)
    assert frame[start + 16 : start + 25] == b"LAME3.100"


def test_bitrates_layer_three_lacks_are_refused() -> None:
    with pytest.raises(OutputError, match=r"no bit rate of 65 kbit/s\. It has 32, 40"):
        Mp3Format(65)


def test_settings_key_names_encoder_and_bitrate() -> None:
    assert settings_key(Mp3Format(64)) != settings_key(Mp3Format(128))
    assert "lameenc 1." in settings_key(Mp3Format())


@pytest.mark.parametrize("decode", DECODERS[:2])
def test_a_stereo_stream_has_its_exact_length_and_place(tmp_path: Path, decode: Decoder) -> None:
    left = laid_out(placed_sounds(), DURATION)
    both = np.stack([left, left[::-1]], axis=1)
    file = tmp_path / "stereo.mp3"
    file.write_bytes(b"".join(encode_stream(SampleStream(in_chunks(both), DURATION, channels=2), 128)))
    got = decode(file)
    assert got.shape == both.shape
    assert lag(got[:, 0], as_float(both[:, 0])) == 0
    assert lag(got[:, 1], as_float(both[:, 1])) == 0
    assert file.stat().st_size == stream_bytes(DURATION, Mp3Format(128, 2))


def test_a_stream_of_another_length_than_announced_is_refused() -> None:
    with pytest.raises(ValueError, match="4800 samples were announced and 4799 came"):
        list(encode_stream(SampleStream([np.zeros(4799, np.int16)], Ms(100)), 128))


def test_laying_down_cached_blocks_needs_no_numpy() -> None:
    program = (
        "import sys\n"
        "from voicecoach.outputs import formats, playlist, sound_stream, tags, whole_file\n"
        "from voicecoach.outputs.mp3 import Mp3Format, settings_key, splice\n"
        "b''.join(splice([(500, bytes(192 * 9))], 5000, bytes(192), Mp3Format())), settings_key(Mp3Format())\n"
        "tags.id3_bytes(tags.TagData('Squats'))\n"
        "print(*({'numpy', 'soundfile', 'pydub'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout == "\n"
