from __future__ import annotations

from voicecoach.outputs.playlist import Track, playlist
from voicecoach.times import Ms


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
