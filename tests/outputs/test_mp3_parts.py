from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.outputs.noise_to_mask import noise_to_mask_db
from tests.outputs.side_info import overlapping
from tests.outputs.sounds import as_float, by_ffmpeg, by_miniaudio, by_mpg123, by_soundfile, in_chunks, snr_db, tune
from tests.parts import needs
from voicecoach.errors import ChoiceError
from voicecoach.outputs import mp3_encode, mp3_parts
from voicecoach.outputs.mp3 import Mp3Format, frame_count, stream_bytes
from voicecoach.outputs.mp3_parts import RUN_IN_FRAMES, encode_stream
from voicecoach.outputs.mp3_seam import FrameRun, seam
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.outputs.tags import TagData
from voicecoach.outputs.writing import sound_file
from voicecoach.times import SAMPLES_PER_FRAME, Mp3Frames, Ms, samples

if TYPE_CHECKING:
    from numpy.typing import NDArray

LENGTH_S = 20
STEREO, MONO = tune(LENGTH_S), tune(LENGTH_S, seed=1, channels=1)
SOUNDS = {"stereo": STEREO, "mono": MONO}
IN_ONE = 1_000_000
"""Frames of a part that is longer than any sound here."""

PARTS = (60, 97, 211)
"""Frames of a part: short ones, so that there are many seams."""


class Encoding:
    """Encodes sounds in parts of so many frames; `seams` are the places at which those were joined, None for none."""

    known: ClassVar[dict[tuple[int, int, int], bytes]] = {}

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch
        self.seams: list[Mp3Frames | None] = []
        monkeypatch.setattr(mp3_parts, "seam", self._seam)

    def _seam(self, leaving: FrameRun, coming: FrameRun, earliest: int, latest: int) -> Mp3Frames | None:
        self.seams.append(seam(leaving, coming, earliest, latest))
        return self.seams[-1]

    def __call__(self, pcm: NDArray[np.int16], kbps: int, part_frames: int, threads: int | None = None) -> bytes:
        self.seams = []
        self.monkeypatch.setattr(mp3_parts, "PART_FRAMES", part_frames)
        stream = SampleStream(in_chunks(pcm), Ms(len(pcm) // 48), channels=pcm.ndim)
        return b"".join(encode_stream(stream, kbps, threads))

    def once(self, pcm: NDArray[np.int16], kbps: int, part_frames: int = IN_ONE) -> bytes:
        """What is made of `STEREO` or `MONO`, by one encoder unless parts are wanted: once for all tests."""
        key = pcm.ndim, kbps, part_frames
        if key not in self.known:
            self.known[key] = self(pcm, kbps, part_frames)
        return self.known[key]


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> Encoding:
    return Encoding(monkeypatch)


def by_frames(error: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mean square of every frame's worth of `error`."""
    whole = error[: len(error) // SAMPLES_PER_FRAME * SAMPLES_PER_FRAME]
    power: NDArray[np.float64] = (whole.reshape(-1, SAMPLES_PER_FRAME * error.ndim) ** 2).mean(axis=1)
    return power


def decoded(data: bytes, folder: Path) -> NDArray[np.float64]:
    (folder / "decoded.mp3").write_bytes(data)
    return by_soundfile(folder / "decoded.mp3")


@pytest.mark.parametrize("kbps", [32, 128, *(pytest.param(each, marks=pytest.mark.lengthy) for each in (64, 320))])
@pytest.mark.parametrize("pcm", [STEREO, pytest.param(MONO, marks=pytest.mark.lengthy)], ids=["stereo", "mono"])
def test_the_number_of_threads_changes_no_byte(kbps: int, pcm: NDArray[np.int16], encoded: Encoding) -> None:
    one, two, five = (encoded(pcm, kbps, 97, threads) for threads in (1, 2, 5))
    assert one == two == five


def _every_way() -> Iterator[object]:
    """Each sound at each bit rate in parts of one length, by turns, and the rest of the table where there is time."""
    for row, (name, kbps) in enumerate(product(SOUNDS, (32, 64, 128, 320))):
        for column, part_frames in enumerate(PARTS):
            marks = () if column == row % len(PARTS) else pytest.mark.lengthy
            yield pytest.param(kbps, part_frames, SOUNDS[name], marks=marks, id=f"{name}-{kbps}-{part_frames}")


@pytest.mark.parametrize(("kbps", "part_frames", "pcm"), list(_every_way()))
def test_seams_are_as_near_to_the_sound_as_one_pass_is(
    kbps: int, part_frames: int, pcm: NDArray[np.int16], encoded: Encoding, tmp_path: Path
) -> None:
    many, want = decoded(encoded(pcm, kbps, part_frames), tmp_path), as_float(pcm)
    places = [at for at in encoded.seams if at is not None]
    assert len(places) > len(encoded.seams) / 2 > 1
    one = decoded(encoded.once(pcm, kbps), tmp_path)
    assert one.shape == many.shape == want.shape
    of_one, of_many = by_frames(one - want), by_frames(many - want)
    near = np.unique(np.clip([at + off for at in places for off in range(-2, 4)], 0, len(of_one) - 1))
    more_db = 10 * np.log10((of_many + 1e-9) / (of_one + 1e-9))
    # A new encoder has saved up fewer bits, which at 320 kbit/s is a change of an error that is 30 dB down anyway.
    assert more_db[near].mean() < 1.5
    assert of_many[near].max() < 2 * of_one.max(), "a frame that was lost is as wrong as it is loud"
    assert snr_db(many, want) > snr_db(one, want) - 0.3


@pytest.mark.parametrize("kbps", [32, 128])
def test_nothing_jumps_at_a_seam(kbps: int, encoded: Encoding, tmp_path: Path) -> None:
    """A glide has no jumps of its own: each that is heard came from a seam."""
    at_s = np.arange(20 * 48_000) / 48_000
    glide = np.round(9000 * np.sin(2 * np.pi * (200 * at_s + 20 * at_s**2))).astype(np.int16)
    pcm = np.stack([glide, glide[::-1]], axis=1)
    many = decoded(encoded(pcm, kbps, 60), tmp_path)
    assert sum(at is not None for at in encoded.seams) > 5
    one = decoded(encoded(pcm, kbps, IN_ONE), tmp_path)
    steps_of_many, steps_of_one = (np.abs(np.diff(sound - as_float(pcm), axis=0)).max() for sound in (many, one))
    assert steps_of_many < 1.5 * steps_of_one


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(
    sound=st.builds(
        lambda pcm, start, length_ms: pcm[start:][: samples(Ms(length_ms))],
        st.sampled_from([STEREO, MONO]),
        st.integers(0, 48_000 * 10),
        st.integers(1, 9000),
    ),
    kbps=st.sampled_from([32, 48, 64, 128, 160, 320]),
    part_frames=st.integers(50, 300),
)
def test_any_length_is_exact_and_no_frame_runs_into_another(
    sound: NDArray[np.int16], kbps: int, part_frames: int, encoded: Encoding
) -> None:
    fmt, duration = Mp3Format(kbps, sound.ndim), Ms(len(sound) // 48)
    stream = encoded(sound, kbps, part_frames)
    assert len(stream) == stream_bytes(duration, fmt)
    body = stream[-frame_count(samples(duration)) * fmt.frame_bytes :]
    assert {body[at : at + 2] for at in range(0, len(body), fmt.frame_bytes)} == {b"\xff\xfb"}
    assert overlapping(body, fmt) == []


@pytest.mark.parametrize("kbps", [32, 128])
@pytest.mark.parametrize(
    "decoder",
    [
        pytest.param(by_miniaudio, id="miniaudio"),
        pytest.param(lambda file: by_mpg123(file, 2), id="mpg123", marks=needs("mpg123")),
        pytest.param(lambda file: by_ffmpeg(file, 2), id="ffmpeg", marks=needs("ffmpeg")),
    ],
)
def test_other_decoders_agree_and_complain_of_nothing(
    kbps: int, decoder: Callable[[Path], NDArray[np.float64]], encoded: Encoding, tmp_path: Path
) -> None:
    file = tmp_path / "many.mp3"
    file.write_bytes(encoded.once(STEREO, kbps, 60))
    got, want = decoder(file), by_soundfile(file)
    assert got.shape == want.shape == STEREO.shape
    assert np.abs(got - want).max() < 1e-3


def test_up_to_the_first_seam_it_is_what_one_encoder_makes(encoded: Encoding) -> None:
    one, many = encoded.once(STEREO, 128), encoded(STEREO, 128, 97)
    first = next(at for at in encoded.seams if at is not None)
    whole_frames = (1 + first - 2) * Mp3Format(128, 2).frame_bytes  # the Info frame, and what the next may reach into
    assert many[:whole_frames] == one[:whole_frames]
    assert many != one


@pytest.mark.parametrize(
    ("kbps", "part_frames"),
    [
        pytest.param(kbps, part_frames, marks=() if (row + column) % 2 else pytest.mark.lengthy)
        for (row, kbps), (column, part_frames) in product(enumerate((32, 128)), enumerate(PARTS))
    ],
)
def test_without_a_seam_one_encoder_makes_all_of_it(
    kbps: int, part_frames: int, encoded: Encoding, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = encoded.once(STEREO, kbps)
    monkeypatch.setattr(mp3_parts, "seam", lambda *_: None)
    assert encoded(STEREO, kbps, part_frames) == one


def test_seams_come_a_run_in_after_the_start_of_a_part(encoded: Encoding) -> None:
    encoded(STEREO, 128, 211)
    starts = range(211, 211 * (len(encoded.seams) + 1), 211)
    for start, at in zip(starts, encoded.seams, strict=True):
        assert at is None or RUN_IN_FRAMES <= at - start <= RUN_IN_FRAMES + mp3_parts.SEARCHED_FRAMES
    assert all(b > a for a, b in pairwise(at for at in encoded.seams if at))


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_sound_is_not_taken_long_before_it_is_encoded(threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mp3_parts, "PART_FRAMES", 100)
    fmt, taken, given_bytes, most = Mp3Format(128, 2), 0, 0, 0

    def chunks() -> Iterator[NDArray[np.int16]]:
        nonlocal taken
        for chunk in in_chunks(STEREO, 4800):
            taken += len(chunk)
            yield chunk

    for piece in encode_stream(SampleStream(chunks(), Ms(LENGTH_S * 1000), channels=2), 128, threads):
        given_bytes += len(piece)
        most = max(most, taken - given_bytes // fmt.frame_bytes * SAMPLES_PER_FRAME)
    assert most < (threads + 4) * 100 * SAMPLES_PER_FRAME


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say what memory a process took")
def test_memory_does_not_grow_with_the_length() -> None:
    program = (
        "import resource, sys\n"
        "import numpy as np\n"
        "from voicecoach.outputs.mp3_parts import encode_stream\n"
        "from voicecoach.outputs.sound_stream import SampleStream\n"
        "second = np.random.default_rng(1).integers(-3000, 3000, (48_000, 2)).astype(np.int16)\n"
        "seconds = int(sys.argv[1])\n"
        "for _ in encode_stream(SampleStream((second for _ in range(seconds)), seconds * 1000, 2), 128, 2):\n"
        "    pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == 'darwin' else 1024))"
    )
    short, longer = (int(subprocess.check_output([sys.executable, "-c", program, each])) for each in ("130", "260"))
    assert longer < short + 6_000_000


@pytest.mark.parametrize("error", [KeyboardInterrupt, ChoiceError("The music can't be used.")])
def test_what_breaks_off_in_the_middle_leaves_no_file_and_no_thread(
    error: BaseException | type[BaseException], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(mp3_parts, "PART_FRAMES", 100)

    def chunks() -> Iterator[NDArray[np.int16]]:
        yield from in_chunks(STEREO[: 48_000 * 15])
        raise error

    file = tmp_path / "session.mp3"
    file.write_bytes(b"old")
    before = threading.active_count()
    stream = SampleStream(chunks(), Ms(LENGTH_S * 1000), channels=2)
    with pytest.raises(error if isinstance(error, type) else type(error)), sound_file(file, stream, TagData("Squats")):
        pass
    assert threading.active_count() == before
    assert [each.name for each in tmp_path.iterdir()] == ["session.mp3"]
    assert file.read_bytes() == b"old"


def test_a_stream_that_is_left_ends_its_threads_soon() -> None:
    before, start = threading.active_count(), time.monotonic()
    stream = encode_stream(SampleStream([STEREO] * 20, Ms(20 * LENGTH_S * 1000), channels=2), 128, 2)
    next(stream), next(stream)
    stream.close()
    assert threading.active_count() == before
    assert time.monotonic() - start < 60


@pytest.mark.parametrize(("pcm", "kbps"), [(STEREO, 128), (MONO, 64)], ids=["stereo", "mono"])
def test_the_quality_adds_no_more_than_that_of_the_presets(
    pcm: NDArray[np.int16], kbps: int, encoded: Encoding, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Half a decibel between noises that are both masked is what nobody hears."""
    want = as_float(pcm).reshape(len(pcm), -1)
    ours = noise_to_mask_db(want, decoded(encoded.once(pcm, kbps), tmp_path).reshape(want.shape))
    monkeypatch.setattr(mp3_encode, "ENCODER_QUALITY", 2)
    presets = noise_to_mask_db(want, decoded(encoded(pcm, kbps, IN_ONE), tmp_path).reshape(want.shape))
    assert ours < -3
    assert ours < presets + 0.5
