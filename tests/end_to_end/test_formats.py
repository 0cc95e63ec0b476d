from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from mutagen.mp3 import MP3

from tests.end_to_end.conftest import Made
from tests.end_to_end.hearing import (
    away_from,
    correlation,
    decoded,
    peak,
    rms_db,
    sample_at,
    snr_db,
    together,
)
from tests.end_to_end.home import SHORT, Home, HomeHere
from tests.end_to_end.test_tags import planned, probed
from tests.parts import needs

if TYPE_CHECKING:
    from numpy.typing import NDArray

CODEC_SNR_DB = 10.0
"""What 64 kbit/s leaves of the wave form of speech, at the least."""


@dataclass(frozen=True)
class Reference:
    """The short session, losslessly."""

    plan: dict[str, Any]
    sound: NDArray[np.int16]


@pytest.fixture(scope="module")
def reference(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    home = Home(tmp_path_factory.mktemp("reference"), {"VOICECOACH_CACHE": str(made.home.cache)})
    return Reference(home.plan(*SHORT), decoded(home.made("reference.wav", *SHORT)))


@pytest.fixture
def home(home: Home) -> Home:
    """A home whose program runs here."""
    return HomeHere(home.folder, home.variables)


def test_lossless_formats_hold_the_same_samples(home: Home, reference: Reference) -> None:
    assert np.array_equal(decoded(home.made("session.flac", *SHORT)), reference.sound)
    assert len(reference.sound) == sample_at(reference.plan["duration"])


@pytest.mark.parametrize("suffix", ["mp3", "ogg"])
def test_lossy_formats_hold_the_same_sound(home: Home, reference: Reference, suffix: str) -> None:
    sound = decoded(home.made(f"session.{suffix}", *SHORT))
    assert len(sound) == len(reference.sound)
    assert snr_db(sound, reference.sound) > CODEC_SNR_DB


@needs("ffmpeg", "ffprobe")
@pytest.mark.parametrize("suffix", ["m4a", "opus"])
def test_formats_that_ffmpeg_writes(home: Home, reference: Reference, suffix: str) -> None:
    path = home.made(f"session.{suffix}", *SHORT)
    as_wav = home.folder / "decoded.wav"
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-i", path, "-ar", "48000", as_wav], check=True)
    sound = decoded(as_wav)
    assert len(sound) == pytest.approx(len(reference.sound), abs=sample_at(0.03))
    event = max(reference.plan["events"], key=lambda one: one["end"] - one["start"])
    late, alike = correlation(sound, together(reference.sound, [event]), sample_at(event["start"]), sample_at(0.1))
    assert abs(late) <= sample_at(0.005)
    assert alike > 0.9
    chapters, expected = probed(path), planned(reference.plan)
    assert [(start, title) for start, _, title in chapters] == [(start, title) for start, _, title in expected]
    assert [end for _, end, _ in chapters] == pytest.approx([end for _, end, _ in expected], abs=30)


def test_without_ffmpeg_there_is_a_message(home: Home) -> None:
    alone = Home(home.folder, {**home.variables, "PATH": ""})
    ran = alone.run("make", *SHORT, "-o", "session.m4a")
    assert (ran.returncode, ran.stdout, alone.files()) == (1, "", set())
    assert "needs ffmpeg, which is not installed" in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows finds its own libraries on the PATH")
def test_no_other_program_is_needed(new_home: Home, short: bytes) -> None:
    alone = Home(new_home.folder, {"PATH": "", "LD_LIBRARY_PATH": ""})
    ran = alone.run("make", *SHORT, "-o", "session.mp3")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (alone.folder / "session.mp3").read_bytes() == short


def test_tracks_add_up_to_the_whole(home: Home) -> None:
    choices = ("glutes-for-runners", "--only", "squat", "--only", "hip-lift", "--sets", "1")
    path = home.made("session.mp3", *choices, "--split")
    listed = path.with_suffix(".m3u").read_text(encoding="utf-8").splitlines()
    tracks = [path.parent / line for line in listed if not line.startswith("#")]
    assert len(tracks) >= 2
    assert set(tracks) == set((home.folder / "session").iterdir())
    assert [str(MP3(track)["TRCK"]) for track in tracks] == [str(n) for n in range(1, len(tracks) + 1)]
    whole, joined = decoded(path), np.concatenate([decoded(track) for track in tracks])
    assert len(joined) == len(whole)
    assert snr_db(joined, whole) > CODEC_SNR_DB
    seconds = [int(line.removeprefix("#EXTINF:").split(",")[0]) for line in listed if line.startswith("#EXTINF:")]
    assert seconds == [round(MP3(track).info.length) for track in tracks]


@pytest.mark.parametrize("kbps", [32, 128])
def test_the_bit_rate_is_what_is_asked_for(home: Home, reference: Reference, kbps: int) -> None:
    path = home.made("session.mp3", *SHORT, "--bitrate", str(kbps))
    assert MP3(path).info.bitrate == kbps * 1000
    assert len(decoded(path)) == len(reference.sound)


@pytest.mark.parametrize(("level", "expected_db"), [("-60", -60.0), (None, -75.0)])
def test_pauses_carry_the_room_tone(home: Home, reference: Reference, level: str | None, expected_db: float) -> None:
    sound = decoded(home.made("session.wav", *SHORT, *(["--room-tone", level] if level else [])))
    pauses = away_from(reference.plan["events"], len(sound), sample_at(0.2))
    assert rms_db(sound[pauses]) == pytest.approx(expected_db, abs=1.0)


def test_without_room_tone_pauses_are_silent(home: Home, reference: Reference) -> None:
    pauses = away_from(reference.plan["events"], len(reference.sound), sample_at(0.1))
    assert peak(decoded(home.made("silent.wav", *SHORT, "--room-tone", "off"))[pauses]) == 0
    assert peak(decoded(home.made("silent.mp3", *SHORT, "--room-tone", "off"))[pauses]) <= 1


def test_without_a_name_it_goes_by_the_session_and_others_may_read_it(home: Home) -> None:
    home.done("make", *SHORT)
    (path,) = home.folder.iterdir()
    assert path.match("squat*.mp3")
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask
