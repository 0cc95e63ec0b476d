from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.outputs.playlist import MAX_STEM_BYTES, Track, file_stem, playlist
from voicecoach.times import Ms


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Step ups, set 1/3", "step-ups-set-1-3"),
        ("Übungen für Läufer", "übungen-für-läufer"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf --all", "rf-all"),
        ('C:\\a|b*?<>"\n\t\0', "c-a-b"),
        ("CON", "con-session"),
        ("lpt1", "lpt1-session"),
        ("...", "session"),
        ("🏃", "session"),
        ("", "session"),
        ("跑步", "跑步"),
    ],
)
def test_names_are_readable_and_safe(text: str, stem: str) -> None:
    assert file_stem(text) == stem


@given(st.text(max_size=400))
def test_every_text_gives_a_name_every_system_takes(text: str) -> None:
    stem = file_stem(text)
    assert 0 < len(stem.encode()) <= MAX_STEM_BYTES
    assert not set(stem) & set('/\\:*?"<>|. \0\n')
    assert not stem.startswith("-")
    assert file_stem(stem) == stem


def test_no_entry_of_a_playlist_looks_like_a_comment() -> None:
    assert playlist("Legs", [Track("#1/01 squats.mp3", Ms(1000), "Squats")]).splitlines()[-1] == "./#1/01 squats.mp3"


def test_a_playlist_lists_tracks_with_whole_seconds_on_one_line_each() -> None:
    tracks = [Track("01-step-ups.mp3", Ms(61_499), "Step ups"), Track("02-läufe.mp3", Ms(61_500), "Läufe\n#EXTM3U")]
    assert playlist("Glutes\nfor runners", tracks).splitlines() == [
        "#EXTM3U",
        "#EXTENC:UTF-8",
        "#PLAYLIST:Glutes for runners",
        "#EXTINF:61,Step ups",
        "01-step-ups.mp3",
        "#EXTINF:62,Läufe #EXTM3U",
        "02-läufe.mp3",
    ]
