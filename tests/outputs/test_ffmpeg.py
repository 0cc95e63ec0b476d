from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus

from tests.outputs.samples_of_tags import CHAPTERS, DURATION, PNG, TAGS
from tests.outputs.sounds import as_float, by_ffmpeg, in_chunks, lag, sweep
from tests.parts import needs
from voicecoach.errors import OutputError
from voicecoach.outputs.ffmpeg import check_length, find_ffmpeg, write_with_ffmpeg
from voicecoach.outputs.formats import SoundFormat
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.outputs.whole_file import whole_file
from voicecoach.times import Ms, samples

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = [SoundFormat.M4A, SoundFormat.OPUS]


def session_sound() -> NDArray[np.int16]:
    whole = np.zeros(samples(DURATION), np.int16)
    whole[4800:][: samples(Ms(5000))] = sweep(5000)
    return whole


def written(path: Path, kind: SoundFormat, pcm: NDArray[np.int16]) -> Path:
    stream = SampleStream(in_chunks(pcm), DURATION, channels=pcm.ndim)
    with whole_file(path, verify=lambda part: check_length(part, kind, DURATION)) as part:
        write_with_ffmpeg(part, kind, stream, TAGS)
    return path


def probed(path: Path) -> dict[str, Any]:
    command = ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json"]
    found = subprocess.run([*command, f"file:{path}"], capture_output=True, check=True)
    assert found.stderr == b""
    result: dict[str, Any] = json.loads(found.stdout)
    return result


@needs("ffmpeg", "ffprobe")
@pytest.mark.parametrize("kind", KINDS)
def test_length_and_place_are_kept(tmp_path: Path, kind: SoundFormat) -> None:
    pcm = session_sound()
    file = written(tmp_path / f"session{kind.suffix}", kind, pcm)
    got = by_ffmpeg(file)
    assert abs(len(got) - len(pcm)) <= 1024
    assert abs(lag(got, as_float(pcm))) <= 2
    assert float(probed(file)["format"]["duration"]) == pytest.approx(DURATION / 1000, abs=0.03)


@needs("ffmpeg")
@pytest.mark.parametrize("kind", KINDS)
def test_stereo_is_kept(tmp_path: Path, kind: SoundFormat) -> None:
    both = np.stack([session_sound(), np.zeros_like(session_sound())], axis=1)
    got = by_ffmpeg(written(tmp_path / f"session{kind.suffix}", kind, both), channels=2)
    assert np.abs(got[:, 0]).max() > 0.2
    assert np.abs(got[:, 1]).max() < 0.02


@needs("ffmpeg", "ffprobe")
@pytest.mark.parametrize("kind", KINDS)
def test_ffprobe_reads_the_chapters(tmp_path: Path, kind: SoundFormat) -> None:
    chapters = probed(written(tmp_path / f"session{kind.suffix}", kind, session_sound()))["chapters"]
    assert [(round(float(each["start_time"]) * 1000), each["tags"]["title"]) for each in chapters] == [
        (each.start, each.title) for each in CHAPTERS
    ]


@needs("ffmpeg")
def test_m4a_tags_and_cover_are_read_back(tmp_path: Path) -> None:
    tags = MP4(written(tmp_path / "session.m4a", SoundFormat.M4A, session_sound()))
    assert tags["\xa9nam"] == [TAGS.title]
    assert tags["\xa9ART"] == [TAGS.artist]
    assert tags["trkn"] == [(3, 0)]
    assert tags["\xa9cmt"] == [f"{TAGS.comment}\n{TAGS.url}"]
    assert tags["\xa9lyr"] == [TAGS.lyrics]
    assert bytes(tags["covr"][0]) == PNG


@needs("ffmpeg")
def test_opus_tags_are_read_back(tmp_path: Path) -> None:
    tags = OggOpus(written(tmp_path / "session.opus", SoundFormat.OPUS, session_sound()))
    assert tags["title"] == [TAGS.title]
    assert tags["metadata_block_picture"][0]


@needs("ffmpeg")
@pytest.mark.parametrize("kind", KINDS)
def test_same_sound_same_bytes(tmp_path: Path, kind: SoundFormat) -> None:
    one = written(tmp_path / "one", kind, session_sound()).read_bytes()
    two = written(tmp_path / "two", kind, session_sound()).read_bytes()
    assert one == two


@needs("ffmpeg")
@pytest.mark.parametrize("name", ["-y.m4a", "a:b.m4a", "50%d.m4a"])
def test_names_that_look_like_something_else_are_names(tmp_path: Path, name: str) -> None:
    assert written(tmp_path / name, SoundFormat.M4A, session_sound()).stat().st_size > 0


@needs("ffmpeg")
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_lost_its_end_is_noticed(tmp_path: Path, kind: SoundFormat) -> None:
    file = written(tmp_path / "session", kind, session_sound())
    with pytest.raises(OutputError, match=r"6\.2\d* s of 9\.0 s"):
        check_length(file, kind, Ms(9_000))
    file.write_bytes(file.read_bytes()[:40])
    with pytest.raises(OutputError, match="can't be read"):
        check_length(file, kind, DURATION)


@needs("ffmpeg")
@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_is_explained_and_the_old_file_stands(small_disk: Path, kind: SoundFormat) -> None:
    target = small_disk / f"session{kind.suffix}"
    target.write_bytes(b"old")
    duration = Ms(120_000)
    noise = np.random.default_rng(3).integers(-9000, 9000, samples(duration)).astype(np.int16)
    with (
        pytest.raises(OutputError, match=r"disk is full|Is the disk full"),
        whole_file(target, verify=lambda part: check_length(part, kind, duration)) as part,
    ):
        write_with_ffmpeg(part, kind, SampleStream(in_chunks(noise), duration), TAGS)
    assert target.read_bytes() == b"old"
    assert [each.name for each in small_disk.iterdir()] == [target.name]


@needs("ffmpeg")
def test_an_interrupt_ends_ffmpeg_and_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> Iterator[NDArray[np.int16]]:
        yield np.zeros(48_000, np.int16)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), whole_file(tmp_path / "session.opus") as part:
        write_with_ffmpeg(part, SoundFormat.OPUS, SampleStream(interrupted(), DURATION), TAGS)
    assert list(tmp_path.iterdir()) == []


def fake_ffmpeg(folder: Path, script: str) -> None:
    program = folder / "ffmpeg"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exec 1>&2; echo 'Conversion failed!'; exit 1", "Conversion failed!"),
        ("exit 3", "exit code 3"),
        ("cat >/dev/null; echo 'Unknown encoder' >&2; exit 1", "can't encode .opus files"),
        ("cat >/dev/null; echo 'x: No space left on device' >&2; exit 0", "the disk is full"),
        ("cat >/dev/null; echo 'Error while writing' >&2; exit 0", "Error while writing"),
    ],
)
def test_an_ffmpeg_that_fails_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    fake_ffmpeg(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    target = tmp_path / "session.opus"
    with pytest.raises(OutputError, match=said), whole_file(target) as part:
        write_with_ffmpeg(part, SoundFormat.OPUS, SampleStream(in_chunks(session_sound()), DURATION), TAGS)
    assert not target.exists()


def test_without_ffmpeg_the_other_formats_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OutputError, match=r"\.m4a files needs ffmpeg.*Install it: .*\.mp3, \.wav, \.flac, \.ogg"):
        find_ffmpeg(SoundFormat.M4A)
