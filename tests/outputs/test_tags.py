from __future__ import annotations

import io
import json
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import mutagen.id3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outputs.samples_of_tags import CHAPTERS, DURATION, PNG, TAGS
from tests.outputs.sounds import by_miniaudio, by_soundfile
from tests.parts import needs
from voicecoach.errors import OutputError
from voicecoach.outputs.formats import SoundFormat
from voicecoach.outputs.mp3 import Mp3Format, splice
from voicecoach.outputs.mp3_encode import encode_loop
from voicecoach.outputs.tags import TagData, id3_bytes, listed_chapters, most_chapters, tag_file
from voicecoach.timeline.model import Chapter
from voicecoach.times import Ms, samples


def parsed(data: bytes) -> mutagen.id3.ID3:
    return mutagen.id3.ID3(io.BytesIO(data), translate=False)


def mp3_file(path: Path) -> Path:
    fmt = Mp3Format()
    path.write_bytes(id3_bytes(TAGS, DURATION) + b"".join(splice([], DURATION, encode_loop(None, fmt), fmt)))
    return path


def many_chapters(count: int, per_section: int) -> list[Chapter]:
    return [Chapter(Ms(i * 1000), Ms(i * 1000 + 1000), f"Chapter {i}", i // per_section) for i in range(count)]


def test_every_field_is_read_back() -> None:
    tag = parsed(id3_bytes(TAGS, DURATION))
    texts = {name: str(tag[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK", "TCON", "TLEN")}
    assert texts == {
        "TIT2": TAGS.title,
        "TPE1": "Alexa",
        "TALB": "Glutes for runners",
        "TRCK": "3",
        "TCON": "Fitness",
        "TLEN": "6250",
    }
    assert tag["COMM::eng"].text == [TAGS.comment]
    assert tag["USLT::eng"].text == TAGS.lyrics
    assert tag["WXXX:"].url == TAGS.url
    assert (tag["APIC:"].mime, tag["APIC:"].type, tag["APIC:"].data) == ("image/png", 3, PNG)


def test_chapters_are_read_back_in_order() -> None:
    tag = parsed(id3_bytes(TAGS))
    toc = tag["CTOC:toc"]
    chapters = [tag[f"CHAP:{each}"] for each in toc.child_element_ids]
    assert [(c.start_time, c.end_time, str(c.sub_frames["TIT2"])) for c in chapters] == [
        (each.start, each.end, each.title) for each in CHAPTERS
    ]
    assert {(c.start_offset, c.end_offset) for c in chapters} == {(0xFFFFFFFF, 0xFFFFFFFF)}
    assert toc.flags == mutagen.id3.CTOCFlags.TOP_LEVEL | mutagen.id3.CTOCFlags.ORDERED
    assert str(toc.sub_frames["TIT2"]) == TAGS.title


def test_an_address_in_any_letters_becomes_one_that_id3_has() -> None:
    tag = parsed(id3_bytes(TagData("Squats", url="https://example.org/übung/深蹲?a=b%20c#d")))
    assert tag["WXXX:"].url == "https://example.org/%C3%BCbung/%E6%B7%B1%E8%B9%B2?a=b%20c#d"


def test_the_version_is_one_that_every_player_reads() -> None:
    assert id3_bytes(TAGS)[:4] == b"ID3\x03"


def test_a_tag_has_no_date_and_is_the_same_each_time() -> None:
    assert id3_bytes(TAGS) == id3_bytes(TAGS)
    assert not {"TDRC", "TYER", "TDAT", "TDEN"} & {name[:4] for name in parsed(id3_bytes(TAGS))}


def test_empty_fields_are_left_out() -> None:
    assert list(parsed(id3_bytes(TagData(title="Squats")))) == ["TIT2"]


def test_sound_after_a_tag_keeps_its_length(tmp_path: Path) -> None:
    file = mp3_file(tmp_path / "tagged.mp3")
    assert len(by_soundfile(file)) == len(by_miniaudio(file)) == samples(DURATION)


@needs("ffprobe")
def test_ffprobe_reads_mp3_tags_and_chapters(tmp_path: Path) -> None:
    command = ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json"]
    found = subprocess.run([*command, str(mp3_file(tmp_path / "tagged.mp3"))], capture_output=True, check=True)
    assert found.stderr == b""
    probed = json.loads(found.stdout)
    assert probed["format"]["tags"]["title"] == TAGS.title
    assert [(c["start_time"], c["end_time"], c["tags"]["title"]) for c in probed["chapters"]] == [
        (f"{each.start / 1000:.6f}", f"{each.end / 1000:.6f}", each.title) for each in CHAPTERS
    ]
    assert [each["codec_name"] for each in probed["streams"]] == ["mp3", "png"]


@pytest.mark.parametrize("count", [255, 256, 1000])
def test_a_table_of_contents_never_overflows(count: int) -> None:
    tag = parsed(id3_bytes(TagData(title="Long", chapters=tuple(many_chapters(count, per_section=10)))))
    ids = tag["CTOC:toc"].child_element_ids
    assert len(ids) == len(set(ids)) == len(tag.getall("CHAP")) == 255


@pytest.mark.parametrize(
    ("kind", "most"), [(SoundFormat.MP3, 255), (SoundFormat.WAV, 255), (SoundFormat.FLAC, 999), (SoundFormat.M4A, None)]
)
def test_formats_hold_so_many_chapters(kind: SoundFormat, most: int | None) -> None:
    assert most_chapters(kind) == most


@given(count=st.integers(1, 900), per_section=st.integers(1, 50), most=st.integers(1, 300))
def test_listed_chapters_still_cover_the_whole_session(count: int, per_section: int, most: int) -> None:
    chapters = many_chapters(count, per_section)
    listed = listed_chapters(chapters, most)
    assert len(listed) == min(count, most)
    assert listed[0].start == 0
    assert listed[-1].end == chapters[-1].end
    assert all(one.end == after.start for one, after in pairwise(listed))
    sections = {each.section for each in chapters}
    if len(sections) <= most:
        assert {each.section for each in listed} == sections
        assert {each.title for each in chapters[::per_section]} <= {each.title for each in listed}


@pytest.mark.parametrize("kind", [SoundFormat.FLAC, SoundFormat.OGG, SoundFormat.M4A, SoundFormat.OPUS])
def test_a_damaged_file_is_reported(tmp_path: Path, kind: SoundFormat) -> None:
    file = tmp_path / "damaged"
    file.write_bytes(b"RIFFxxxx" + bytes(200))
    with pytest.raises(OutputError, match=f"The {kind} file could not be tagged"):
        tag_file(file, kind, TAGS)


def test_rounds_without_end_are_thinned_out_evenly() -> None:
    chapters = many_chapters(600, per_section=600)
    listed = listed_chapters(chapters, 255)
    assert len(listed) == 255
    assert listed[0] == replace(chapters[0], end=listed[1].start)
    assert max(one.end - one.start for one in listed) <= 3 * (chapters[0].end - chapters[0].start)
