from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.mix.sounds import dull_noise, level_db, sine, write
from voicecoach.errors import ChoiceError
from voicecoach.mix.music_files import Playlist, crossfaded, music_files
from voicecoach.mix.pieces import Pieces

RATE = 48_000
ALONE_DB = -17 - 3.01
"""The RMS of each channel of a sine of 997 Hz that measures -17 LUFS in stereo."""


def heard(files: list[Path], length_s: float) -> tuple[NDArray[np.float32], list[str]]:
    """The first seconds of a playlist, and its notes."""
    notes: list[str] = []
    stream = Pieces(Playlist(files, notes.append).samples(), np.zeros((0, 2), np.float32))
    return stream.take(round(length_s * RATE)), notes


def levels_db(sound: NDArray[np.float32], window_s: float = 0.1) -> list[float]:
    width = round(window_s * RATE)
    return [level_db(sound[start : start + width]) for start in range(0, len(sound) - width + 1, width)]


def share(sound: NDArray[np.float32], hz: float) -> float:
    """The RMS of one pitch in `sound`, relative to a sine at the music's level."""
    at = np.arange(len(sound)) / RATE
    amplitude = 2 * abs(np.mean(sound[:, 0] * np.exp(-2j * np.pi * hz * at)))
    return float(amplitude / np.sqrt(2) / 10 ** (ALONE_DB / 20))


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg", ".mp3"])
@pytest.mark.parametrize("rate_hz", [22_050, 44_100, 48_000])
def test_every_kind_of_file_plays_at_the_same_level(
    tmp_path: Path, suffix: str, rate_hz: int, capfd: pytest.CaptureFixture[str]
) -> None:
    sound, notes = heard([write(tmp_path / f"song{suffix}", sine(997, 12, 0.1, rate_hz), rate_hz)], 4)
    assert notes == []
    assert capfd.readouterr() == ("", "")
    assert sound.shape == (4 * RATE, 2)
    assert sound.dtype == np.float32
    assert level_db(sound[RATE // 2 :]) == pytest.approx(ALONE_DB, abs=0.3)
    assert share(sound[RATE : 2 * RATE], 997) == pytest.approx(1, abs=0.05)


def test_loud_and_soft_tracks_play_equally_loud(tmp_path: Path) -> None:
    files = [
        write(tmp_path / "1.wav", sine(997, 10, peak=0.9)),
        write(tmp_path / "2.wav", sine(1003, 10, peak=0.02)),
    ]
    sound, _ = heard(files, 16)
    assert level_db(sound[: 5 * RATE]) == pytest.approx(level_db(sound[11 * RATE :]), abs=0.3)


def test_a_nearly_silent_track_is_not_blown_up(tmp_path: Path) -> None:
    sound, _ = heard([write(tmp_path / "1.wav", sine(997, 10, peak=0.001), subtype="FLOAT")], 5)
    assert np.abs(sound).max() == pytest.approx(0.01, rel=0.01)


def test_left_stays_left(tmp_path: Path) -> None:
    both = np.stack([sine(997, 5), np.zeros(5 * RATE, np.float32)], axis=1)
    sound, _ = heard([write(tmp_path / "1.wav", both)], 2)
    assert np.abs(sound[:, 1]).max() < 0.001 < np.abs(sound[:, 0]).max()


def test_a_track_turns_into_the_next_over_four_seconds(tmp_path: Path) -> None:
    files = [write(tmp_path / "1.wav", sine(997, 20)), write(tmp_path / "2.wav", sine(1250, 20))]
    sound, _ = heard(files, 36)
    seconds = [sound[start * RATE : (start + 1) * RATE] for start in range(36)]
    assert [share(second, 1250) < 0.01 for second in seconds[:16]] == [True] * 16
    assert [share(second, 997) < 0.01 for second in seconds[20:32]] == [True] * 12
    middle = sound[round(17.9 * RATE) : round(18.1 * RATE)]
    assert share(middle, 997) == pytest.approx(np.sqrt(0.5), rel=0.1)
    assert share(middle, 1250) == pytest.approx(np.sqrt(0.5), rel=0.1)
    assert np.ptp(levels_db(sound, 0.5)) < 1, "equal power throughout"
    assert share(seconds[35], 997) > 0.8, "the first track again"


def test_a_short_track_loops_without_a_hole(tmp_path: Path) -> None:
    sound, _ = heard([write(tmp_path / "1.wav", dull_noise(3 * RATE // 2, 0.5))], 30)
    assert len(sound) == 30 * RATE
    assert min(levels_db(sound)) > ALONE_DB - 6


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_crossfade_starts_with_one_sound_and_ends_with_the_other(count: int) -> None:
    ones = np.ones((count, 2), np.float32)
    faded = crossfaded(ones, 0 * ones) ** 2 + crossfaded(0 * ones, ones) ** 2
    assert np.allclose(faded, 1)


def test_unusable_files_are_left_out_with_one_note_each(tmp_path: Path) -> None:
    (tmp_path / "empty.mp3").touch()
    (tmp_path / "text.flac").write_text("no music")
    files = [
        tmp_path / "empty.mp3",
        tmp_path / "gone.ogg",
        tmp_path / "text.flac",
        write(tmp_path / "silent.wav", np.zeros(5 * RATE, np.float32)),
        write(tmp_path / "short.wav", sine(997, 0.9)),
        write(tmp_path / "slow.wav", np.ones(9, np.float32), rate_hz=2),
        write(tmp_path / "good.wav", dull_noise(3 * RATE, 0.5)),
    ]
    sound, notes = heard(files, 10)
    assert min(levels_db(sound)) > ALONE_DB - 6
    assert [note.split("'")[1] for note in notes] == [str(file) for file in files[:-1]]
    assert notes[1].endswith("is left out: there is no such file.")
    assert notes[3].endswith("is left out: it is silent.")
    assert notes[4].endswith("is left out: it is shorter than a second.")
    assert notes[5].endswith("is left out: its sample rate is 2 Hz.")


def test_a_playlist_with_nothing_to_play_is_refused(tmp_path: Path) -> None:
    silent = write(tmp_path / "silent.wav", np.zeros(5 * RATE, np.float32))
    with pytest.raises(ChoiceError, match=r"silent\.wav' can't be used"):
        Playlist([silent], print)
    with pytest.raises(ChoiceError, match="None of the 2 music files can be used"):
        Playlist([silent, tmp_path / "gone.mp3"], print)


def test_a_file_that_breaks_off_is_played_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = write(tmp_path / "1.mp3", dull_noise(12 * RATE, 0.5)).read_bytes()
    (tmp_path / "1.mp3").write_bytes(whole[: len(whole) // 2])
    sound, _ = heard([tmp_path / "1.mp3"], 20)
    assert len(sound) == 20 * RATE
    assert min(levels_db(sound)) > ALONE_DB - 6


@pytest.mark.parametrize("damage", ["removed", "emptied", "not music any more"])
def test_files_that_vanish_while_playing_end_it(tmp_path: Path, damage: str) -> None:
    file = write(tmp_path / "1.wav", sine(997, 10))
    notes: list[str] = []
    stream = Playlist([file], notes.append).samples()
    next(stream)
    empty = write(tmp_path / "empty.wav", np.zeros(0, np.float32))
    if damage == "removed":
        file.rename(tmp_path / "elsewhere.wav")
    elif damage == "emptied":
        shutil.move(empty, file)
    else:
        (tmp_path / "text").write_text("no music")
        shutil.move(tmp_path / "text", file)
    with pytest.raises(ChoiceError, match="can't be used"):
        for _ in stream:
            pass
    assert len(notes) == 1


def test_infinite_samples_are_silence(tmp_path: Path) -> None:
    music = sine(997, 5)
    music[::1000] = np.inf
    music[1::1000] = np.nan
    sound, _ = heard([write(tmp_path / "1.wav", music, subtype="FLOAT")], 4)
    assert np.isfinite(sound).all()


def test_a_folder_is_its_music_in_natural_order(tmp_path: Path) -> None:
    for name in ("10 b.mp3", "9 c.FLAC", "1 a.ogg", "cover.jpg", "._1 a.ogg", "1 A.wav"):
        (tmp_path / name).touch()
    names = [file.name for file in music_files(tmp_path)]
    assert set(names[:2]) == {"1 a.ogg", "1 A.wav"}
    assert names[2:] == ["9 c.FLAC", "10 b.mp3"]


def test_a_file_is_itself(tmp_path: Path) -> None:
    (tmp_path / "song.mp3").touch()
    assert music_files(tmp_path / "song.mp3") == (tmp_path / "song.mp3",)


def test_what_is_no_music_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="no music in it"):
        music_files(tmp_path)
    with pytest.raises(ChoiceError, match="There is no music file or folder"):
        music_files(tmp_path / "nowhere")
    (tmp_path / "song.wma").touch()
    with pytest.raises(ChoiceError, match="Convert it to one of flac, m4a, mp3, ogg, wav"):
        music_files(tmp_path / "song.wma")


def test_folders_within_are_searched_each_once(tmp_path: Path) -> None:
    for name in ("2 second/1.mp3", "10 last/1.mp3", "1 first/10.ogg", "1 first/9.ogg", ".trash/1.mp3", "single.wav"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "1 first" / "again").symlink_to(tmp_path)
    names = [str(file.relative_to(tmp_path)) for file in music_files(tmp_path)]
    assert names == ["single.wav", "1 first/9.ogg", "1 first/10.ogg", "2 second/1.mp3", "10 last/1.mp3"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with names are those of POSIX")
def test_a_pipe_is_no_music(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp3")
    with pytest.raises(ChoiceError, match="neither a file nor a folder"):
        music_files(tmp_path / "pipe.mp3")
    with pytest.raises(ChoiceError, match="no music in it"):
        music_files(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("empty.mp3", b"", "it is empty"),
        ("gone.mp3", None, "there is no such file"),
        ("text.flac", b"no music" * 999, "it is no music, or of a kind that can't be read"),
        ("text.m4a", b"no music" * 999, "it is damaged, or of another kind than its name says"),
        ("cut.mp3", b"\xff\xfb\x90\x64" + bytes(9), "it is damaged"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, name: str, data: bytes | None, problem: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ChoiceError, match=re.escape(f"{name}' can't be used: {problem}")):
        Playlist([tmp_path / name], print)


def test_surround_sound_is_not_half_played(tmp_path: Path) -> None:
    file = write(tmp_path / "surround.wav", np.stack([sine(997, 3)] * 6, axis=1))
    with pytest.raises(ChoiceError, match=r"can't be used: it has 6 channels\. Convert it to stereo\."):
        Playlist([file], print)


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there, names are text")
def test_a_name_may_be_any_bytes(tmp_path: Path) -> None:
    file = write(tmp_path / "1.wav", sine(997, 5))
    odd = file.rename(tmp_path / os.fsdecode(b"\xff\xfe.wav"))
    assert len(heard([odd], 2)[0]) == 2 * RATE


@pytest.mark.needs("ffmpeg")
def test_m4a_is_played_through_ffmpeg(tmp_path: Path) -> None:
    write(tmp_path / "1.wav", dull_noise(6 * RATE, 0.5))
    command = ["ffmpeg", "-v", "error", "-i", str(tmp_path / "1.wav"), "-c:a", "aac", str(tmp_path / "1.m4a")]
    subprocess.run(command, check=True)
    sound, notes = heard([tmp_path / "1.m4a"], 15)
    assert len(sound) == 15 * RATE
    assert min(levels_db(sound)) > ALONE_DB - 6
    assert notes == []


def test_m4a_without_ffmpeg_says_what_it_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.mix.ffmpeg_file._frames", lambda _: 10 * RATE)
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "1.m4a").write_bytes(b"music")
    with pytest.raises(ChoiceError, match=r"to read a \.m4a file takes ffmpeg, which is not installed"):
        Playlist([tmp_path / "1.m4a"], print)


def test_decoders_say_nothing_to_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = bytearray(write(tmp_path / "1.mp3", dull_noise(6 * RATE, 0.5)).read_bytes())
    for place in range(2000, len(data), 3000):
        data[place : place + 300] = bytes(300)
    (tmp_path / "1.mp3").write_bytes(data + bytes(50_000))
    heard([tmp_path / "1.mp3"], 20)
    assert capfd.readouterr().err == ""
