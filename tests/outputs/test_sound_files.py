from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import mutagen
import numpy as np
import pytest
import soundfile
from mutagen.flac import FLAC, Picture
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from tests.outputs.samples_of_tags import CHAPTERS, DURATION, PNG, TAGS
from tests.outputs.sounds import as_float, by_miniaudio, by_soundfile, in_chunks, lag, snr_db, sweep
from voicecoach.errors import OutputError
from voicecoach.outputs.formats import SoundFormat
from voicecoach.outputs.sound_files import check_sound_file, write_sound_file
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.outputs.whole_file import whole_file
from voicecoach.times import Ms, samples

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = [SoundFormat.WAV, SoundFormat.FLAC, SoundFormat.OGG]


def session_sound() -> NDArray[np.int16]:
    whole = np.zeros(samples(DURATION), np.int16)
    whole[4800:][: samples(Ms(5000))] = sweep(5000)
    return whole


def written(path: Path, kind: SoundFormat, pcm: NDArray[np.int16]) -> Path:
    stream = SampleStream(in_chunks(pcm), DURATION, channels=pcm.ndim)
    with whole_file(path, verify=lambda part: check_sound_file(part, DURATION)) as part:
        write_sound_file(part, kind, stream, TAGS)
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_the_sound_comes_back(tmp_path: Path, kind: SoundFormat) -> None:
    pcm = session_sound()
    file = written(tmp_path / f"session{kind.suffix}", kind, pcm)
    for decode in (by_soundfile, by_miniaudio):
        got = decode(file)
        assert len(got) == len(pcm)
        if kind is SoundFormat.OGG:
            assert lag(got, as_float(pcm)) == 0
            assert snr_db(got, as_float(pcm)) > 15
        else:
            assert np.array_equal(np.round(got * 32768).astype(np.int16), pcm)


@pytest.mark.parametrize("kind", KINDS)
def test_stereo_comes_back(tmp_path: Path, kind: SoundFormat) -> None:
    both = np.stack([session_sound(), session_sound()[::-1]], axis=1)
    got = by_soundfile(written(tmp_path / f"session{kind.suffix}", kind, both))
    assert got.shape == both.shape
    noise = np.random.default_rng(1).standard_normal(both.shape) * 1e-6
    assert snr_db(got + noise, as_float(both)) > 15


@pytest.mark.parametrize("kind", KINDS)
def test_same_sound_same_bytes(tmp_path: Path, kind: SoundFormat) -> None:
    one = written(tmp_path / "one", kind, session_sound()).read_bytes()
    two = written(tmp_path / "two", kind, session_sound()).read_bytes()
    assert one == two


def test_a_write_of_minutes_at_once_is_taken_apart(tmp_path: Path) -> None:
    duration = Ms(200_000)
    target = tmp_path / "long.ogg"
    pcm = np.resize(sweep(1000), samples(duration))
    with whole_file(target, verify=lambda part: check_sound_file(part, duration)) as part:
        write_sound_file(part, SoundFormat.OGG, SampleStream([pcm], duration), TAGS)
    assert target.stat().st_size > 0


@pytest.mark.parametrize("kind", [SoundFormat.FLAC, SoundFormat.OGG])
def test_comments_chapters_and_cover_are_read_back(tmp_path: Path, kind: SoundFormat) -> None:
    file = written(tmp_path / "session", kind, session_sound())
    tags = FLAC(file) if kind is SoundFormat.FLAC else OggVorbis(file)
    assert tags["title"] == [TAGS.title]
    assert tags["tracknumber"] == ["3"]
    assert tags["lyrics"] == [TAGS.lyrics]
    assert tags["chapter002"] == ["00:00:01.500"]
    assert [tags[f"chapter{n:03}name"] for n in (1, 2, 3)] == [[each.title] for each in CHAPTERS]
    assert "date" not in tags
    if kind is SoundFormat.FLAC:
        picture = tags.pictures[0]
    else:
        from base64 import b64decode

        picture = Picture(b64decode(tags["metadata_block_picture"][0]))
    assert (picture.data, picture.width, picture.height, picture.type) == (PNG, 3, 2, 3)


def test_a_wav_carries_an_id3_chunk_with_chapters(tmp_path: Path) -> None:
    tags = WAVE(written(tmp_path / "session.wav", SoundFormat.WAV, session_sound())).tags
    assert str(tags["TIT2"]) == TAGS.title
    assert [each.start_time for each in tags.getall("CHAP")] == [each.start for each in CHAPTERS]


def test_a_wav_past_four_gigabytes_becomes_rf64(tmp_path: Path) -> None:
    file = tmp_path / "day.wav"
    day = Ms(24 * 3600 * 1000)
    with pytest.raises(ValueError, match="samples were announced and 48000 came"):
        write_sound_file(file, SoundFormat.WAV, SampleStream([np.ones(48_000, np.int16)], day), TAGS)
    assert file.read_bytes()[:4] == b"RF64"
    assert soundfile.info(str(file)).format == "RF64"
    from voicecoach.outputs.tags import tag_file

    before = file.read_bytes()
    tag_file(file, SoundFormat.WAV, TAGS)
    assert file.read_bytes() == before


def test_a_file_of_another_length_is_reported(tmp_path: Path) -> None:
    file = written(tmp_path / "session.flac", SoundFormat.FLAC, session_sound())
    with pytest.raises(OutputError, match=f"{samples(DURATION)} samples where {samples(Ms(7000))} were written"):
        check_sound_file(file, Ms(7000))
    file.write_bytes(b"nothing")
    with pytest.raises(OutputError, match="unreadable"):
        check_sound_file(file, DURATION)


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_is_explained_and_the_old_file_stands(small_disk: Path, kind: SoundFormat) -> None:
    target = small_disk / f"session{kind.suffix}"
    target.write_bytes(b"old")
    duration = Ms(60_000)
    noise = np.random.default_rng(3).integers(-9000, 9000, samples(duration)).astype(np.int16)
    with pytest.raises(OutputError, match="the disk is full"), whole_file(target) as part:
        write_sound_file(part, kind, SampleStream(in_chunks(noise), duration), TAGS)
    assert target.read_bytes() == b"old"
    assert [each.name for each in small_disk.iterdir()] == [target.name]


@pytest.mark.parametrize("kind", KINDS)
def test_a_disk_that_fills_up_during_tagging_is_explained(small_disk: Path, kind: SoundFormat) -> None:
    target = small_disk / f"session{kind.suffix}"
    silence = np.zeros(48_000, np.int16)
    large = replace(TAGS, cover=PNG + bytes(300_000))
    with pytest.raises(OutputError, match="the disk is full"), whole_file(target) as part:
        write_sound_file(part, kind, SampleStream([silence], Ms(1000)), large)
    assert list(small_disk.iterdir()) == []


def test_mutagen_recognises_every_kind(tmp_path: Path) -> None:
    lengths = [mutagen.File(written(tmp_path / f"a{kind.suffix}", kind, session_sound())).info.length for kind in KINDS]
    assert lengths == [pytest.approx(DURATION / 1000)] * 3
