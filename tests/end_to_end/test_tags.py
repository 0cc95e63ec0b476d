from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from mutagen.wave import WAVE
from PIL import Image

from tests.end_to_end.conftest import Made
from tests.end_to_end.home import SHORT, Home, HomeHere
from tests.parts import needs

Chapters = list[tuple[int, int, str]]


def planned(plan: dict[str, Any]) -> Chapters:
    """The plan's chapters as start and end in ms, and title."""
    return [(round(one["start"] * 1000), round(one["end"] * 1000), one["title"]) for one in plan["chapters"]]


def probed(path: Path) -> Chapters:
    """The chapters that ffprobe finds."""
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_chapters", str(path)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["chapters"]
    return [(_ms(one["start_time"]), _ms(one["end_time"]), one["tags"]["title"]) for one in found]


def _ms(seconds: str) -> int:
    return round(float(seconds) * 1000)


@pytest.fixture
def home(home: Home) -> Home:
    """A home whose program runs here."""
    return HomeHere(home.folder, home.variables)


@pytest.fixture
def tags(made: Made) -> ID3:
    return ID3(made.path)


def test_the_chapters_are_those_of_the_plan(made: Made, tags: ID3) -> None:
    listed = [tags[f"CHAP:{name}"] for (contents,) in [tags.getall("CTOC")] for name in contents.child_element_ids]
    found = [(one.start_time, one.end_time, str(one.sub_frames["TIT2"])) for one in listed]
    assert found == planned(made.plan)
    assert len(found) <= 255
    assert len(tags.getall("CHAP")) == len(found)


def test_chapters_show_their_moves(made: Made, tags: ID3) -> None:
    shown = {str(one.sub_frames["TIT2"]): one.sub_frames.getall("APIC") for one in tags.getall("CHAP")}
    assert not shown["Welcome"]
    first, again = (shown[f"Step ups, set {number}"] for number in (1, 2))
    assert [(one.mime, one.type, len(one.data) <= 15_000) for one in first] == [("image/png", 3, True)]
    with Image.open(io.BytesIO(first[0].data)) as image:
        assert image.size == (400, 400)
    assert first[0].data == again[0].data != shown["Squats, set 1"][0].data
    assert tags.size < made.path.stat().st_size / 20


@needs("ffprobe")
def test_there_are_no_pictures_if_the_command_line_or_the_configuration_says_so(home: Home) -> None:
    drawn, plain = home.made("drawn.mp3", *SHORT), home.made("plain.mp3", *SHORT, "--no-pictures")
    assert probed(drawn) == probed(plain)
    assert any(one.sub_frames.getall("APIC") for one in ID3(drawn).getall("CHAP"))
    assert not any(one.sub_frames.getall("APIC") for one in ID3(plain).getall("CHAP"))
    (home.folder / "config.yaml").write_text("pictures: false\n")
    assert home.made("configured.mp3", *SHORT).read_bytes() == plain.read_bytes()
    assert home.made("typed.mp3", *SHORT, "--pictures").read_bytes() == drawn.read_bytes()


def test_wav_files_have_them_too_and_others_say_that_they_have_none(home: Home) -> None:
    assert any(one.sub_frames.getall("APIC") for one in WAVE(home.made("a.wav", *SHORT)).tags.getall("CHAP"))
    ran = home.run("make", *SHORT, "--no-pictures", "-o", "a.flac")
    assert "note: .flac files have no pictures for chapters, so --no-pictures changes nothing." in ran.stderr
    (home.folder / "config.yaml").write_text("pictures: false\n")
    assert "pictures" not in home.run("make", *SHORT, "-o", "a.flac").stderr


def test_each_track_of_an_exercise_shows_it(home: Home) -> None:
    whole = home.made("session.mp3", *SHORT, "--split")
    (track,) = (home.folder / "session").iterdir()
    shown = [
        {one.data for tag in ID3(path).getall("CHAP") for one in tag.sub_frames.getall("APIC")}
        for path in (whole, track)
    ]
    assert len(shown[0]) == 1
    assert shown[0] == shown[1]


@needs("ffprobe")
def test_ffprobe_finds_the_same_chapters(made: Made) -> None:
    assert probed(made.path) == planned(made.plan)


def test_every_set_of_every_exercise_is_a_chapter(made: Made) -> None:
    sets = {(step["exercise"], step["set"]) for step in made.plan["steps"] if step["kind"] in {"work", "hold"}}
    chapters = made.plan["chapters"]
    assert len({round(one["start"], 3) for one in chapters}) == len(chapters) == len(sets) + 2


def test_a_set_is_announced_within_its_own_chapter(made: Made) -> None:
    work = [step for step in made.plan["steps"] if step["kind"] in {"work", "hold"}]
    announced = [event for event in made.events if event["role"] == "announce" and event["start"] < work[-1]["start"]]
    sets = set()
    for event in announced:
        about = next(step for step in work if step["start"] >= event["start"])
        (chapter,) = [one for one in made.plan["chapters"] if one["start"] <= about["start"] < one["end"]]
        assert chapter["start"] <= event["start"] < event["end"] <= about["start"], event
        sets.add((about["exercise"], about["set"]))
    assert sets == {(step["exercise"], step["set"]) for step in work}


def test_players_show_what_it_is(tags: ID3) -> None:
    shown = {name: str(tags[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK", "TCON")}
    genre = shown.pop("TCON")
    assert shown == {
        "TIT2": "Glutes strength for runners, week 1",
        "TPE1": "Alexa, running coach",
        "TALB": "Glutes strength for runners",
        "TRCK": "1",
    }
    assert genre
    assert not [name for name in tags if name.startswith(("TDRC", "TYER", "TDAT"))]


def test_there_is_a_cover(tags: ID3) -> None:
    (cover,) = tags.getall("APIC")
    assert cover.mime == "image/png"
    assert cover.data.startswith(b"\x89PNG")


def test_the_lyrics_hold_every_line_that_is_not_counting(made: Made, tags: ID3) -> None:
    (lyrics,) = tags.getall("USLT")
    roles = {"intro", "announce", "setup", "safety", "finish"}
    said = {event["text"] for event in made.events if event["channel"] == "voice" and event["role"] in roles}
    assert said
    assert [text for text in said if text not in lyrics.text] == []


def test_it_is_64_kbit_mono_and_its_length_is_known_without_decoding(made: Made) -> None:
    info = MP3(made.path).info
    assert (info.bitrate, info.channels, info.sample_rate) == (64_000, 1, 48_000)
    assert info.length == pytest.approx(made.plan["duration"], abs=0.05)


def test_weeks_are_tracks_of_one_album(home: Home) -> None:
    path = home.made("week-3.mp3", "glutes-for-runners", "--week", "3", "--only", "squat", "--sets", "1")
    assert str(ID3(path)["TRCK"]) == "3"
    assert str(ID3(path)["TALB"]) == "Glutes strength for runners"
