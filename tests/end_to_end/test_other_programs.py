"""What is made, in programs of others: checkers of MP3 files, readers of tags, podcast apps, a player with captions."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO, Any

import pytest

from tests.end_to_end.conftest import SHORT_MP3, Made
from tests.end_to_end.home import SHORT, Home, HomeHere
from tests.outputs.caption_readers import cues
from tests.parts import needs
from tests.ports import free_port
from voicecoach.programme.web_server import FolderServer

PATIENCE_S = 60
TITLE, COACH, ALBUM = "Glutes strength for runners, week 1", "Alexa, running coach", "Glutes strength for runners"
EPISODES = ["Squats, week 1", "Squats, week 2"]
FILES = ["week-01-squat.mp3", "week-02-squat.mp3"]


def said_by(*command: str | Path, **variables: str) -> tuple[str, str]:
    """What a program writes on its two outputs; it has to end well."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **variables}
    ran = subprocess.run(
        [*map(str, command)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert ran.returncode == 0, ran
    return ran.stdout, ran.stderr


@pytest.fixture
def home(home: Home) -> Home:
    """A home whose program runs here."""
    return HomeHere(home.folder, home.variables)


# The file


@needs("mp3val")
@pytest.mark.parametrize("options", [("--split",), ("--detail", "tones", "--bitrate", "32")], ids=" ".join)
def test_mp3val_finds_nothing_wrong(home: Home, options: tuple[str, ...]) -> None:
    home.done("make", *SHORT, *options, "-o", SHORT_MP3)
    files = sorted(home.folder.glob("**/*.mp3"))
    assert files
    out, err = said_by("mp3val", *files)
    assert "WARNING" not in out + err
    assert "ERROR" not in out + err
    assert out.count("MPEG frames (MPEG 1 Layer III), +ID3v2, ") == len(files)


@needs("mp3val")
def test_mp3val_finds_nothing_wrong_with_the_built_in_session(made: Made) -> None:
    out, _ = said_by("mp3val", made.path)
    assert "WARNING" not in out
    assert "(MPEG 1 Layer III), +ID3v2, CBR" in out


@needs("ffmpeg")
def test_ffmpeg_warns_of_nothing(made: Made) -> None:
    assert said_by("ffmpeg", "-nostdin", "-v", "warning", "-i", made.path, "-f", "null", "-") == ("", "")


@needs("mpg123")
def test_mpg123_warns_of_nothing(made: Made) -> None:
    assert said_by("mpg123", "-q", "-t", made.path) == ("", "")


# Its tags


@needs("eyeD3")
def test_eyed3_reads_the_tags_without_a_warning(made: Made, tmp_path: Path) -> None:
    out, err = said_by("eyeD3", "--no-color", made.path, HOME=str(tmp_path))
    assert err == ""
    for line in ("ID3 v2.3:", f"title: {TITLE}", f"artist: {COACH}", f"album: {ALBUM}"):
        assert line in out.splitlines()
    assert "track: 1\t" in out
    assert "FRONT_COVER Image:" in out
    assert "[Lang: eng]" in out


@needs("mediainfo")
def test_mediainfo_reads_the_tags_and_the_length(made: Made) -> None:
    out, err = said_by("mediainfo", "--Output=JSON", made.path)
    assert err == ""
    tracks = {one["@type"]: one for one in json.loads(out)["media"]["track"]}
    general, audio = tracks["General"], tracks["Audio"]
    assert [general[key] for key in ("Title", "Performer", "Album", "Track_Position")] == [TITLE, COACH, ALBUM, "1"]
    assert general["Cover_Mime"] == "image/png"
    assert general["Lyrics"]
    assert (audio["BitRate_Mode"], audio["BitRate"], audio["Channels"], audio["SamplingRate"]) == (
        *("CBR", "64000", "1", "48000"),
    )
    # It counts whole frames, with what players skip at both ends.
    assert float(audio["Duration"]) == pytest.approx(made.plan["duration"], abs=3 * 1152 / 48_000)


# The feed


@dataclass(frozen=True)
class Site:
    """A programme as it stands in the web."""

    folder: Path
    feed: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, made: Made) -> Iterator[Site]:
    home = Home(tmp_path_factory.mktemp("site"), {"VOICECOACH_CACHE": str(made.home.cache)})
    port = free_port()
    base = f"http://127.0.0.1:{port}/sam/"
    options = ("--weeks", "2", "--client", "Sam", "--base-url", base, "--start", "2026-11-02")
    home.done("share", *SHORT, *options, "-o", "sam")
    with FolderServer(home.folder / "sam", path="sam", port=port) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Site(home.folder / "sam", f"{base}feed.xml")
        finally:
            server.close()
            thread.join()


@needs("newsboat")
def test_newsboat_takes_the_feed(site: Site, tmp_path: Path) -> None:
    urls, cache, settings = (tmp_path / name for name in ("urls", "cache.db", "settings"))
    urls.write_text(f"{site.feed}\n")
    settings.touch()
    command = ("newsboat", "-u", urls, "-c", cache, "-C", settings, "-x", "reload", "print-unread")
    out, err = said_by(*command, HOME=str(tmp_path))
    assert (out.strip(), err) == ("2 unread articles", "")
    with closing(sqlite3.connect(cache)) as database:
        assert database.execute("SELECT title FROM rss_feed").fetchall() == [("Squats, for Sam",)]
        found = database.execute("SELECT title, enclosure_url, enclosure_type FROM rss_item ORDER BY title").fetchall()
    folder = site.feed.removesuffix("feed.xml")
    assert found == [(title, f"{folder}{file}", "audio/mpeg") for title, file in zip(EPISODES, FILES, strict=True)]


@needs("gpo")
def test_gpodder_takes_the_feed_and_fetches_the_episodes(site: Site, tmp_path: Path) -> None:
    places = {"GPODDER_HOME": str(tmp_path / "gpodder"), "HOME": str(tmp_path)}
    out, _ = said_by("gpo", "subscribe", site.feed, **places)
    assert "Successfully added" in out
    out, _ = said_by("gpo", "episodes", **places)
    assert [title for title in EPISODES if title in out] == EPISODES
    out, _ = said_by("gpo", "download", **places)
    assert "2 episodes downloaded." in out
    fetched = {file.name: file.read_bytes() for file in (tmp_path / "gpodder" / "Downloads").glob("*/*.mp3")}
    assert fetched == {name: (site.folder / name).read_bytes() for name in FILES}


# The captions


class Mpv:
    """mpv at work without a screen or a loudspeaker, told what to do through its socket."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream, self._asked = stream, 0

    def ask(self, *command: object) -> Any:  # noqa: ANN401 - whatever it answers
        """Its answer to a command."""
        self._asked += 1
        self._stream.write(json.dumps({"command": command, "request_id": self._asked}) + "\n")
        self._stream.flush()
        while True:
            told = json.loads(self._stream.readline())
            if told.get("request_id") == self._asked and "event" not in told:
                assert told["error"] == "success", (command, told)
                return told.get("data")

    def wait_for(self, event: str) -> None:
        """Read on until it has told of an event."""
        while json.loads(self._stream.readline()).get("event") != event:
            pass

    def shown_at(self, at_ms: float) -> str:
        """The caption that it shows at a time."""
        self.ask("seek", at_ms / 1000, "absolute", "exact")
        self.wait_for("playback-restart")
        return str(self.ask("get_property", "sub-text"))


@contextmanager
def mpv(socket_file: Path, *arguments: str | Path) -> Iterator[Mpv]:
    """With the file loaded, in a pause."""
    options = ("--no-config", "--vo=null", "--ao=null", "--pause", "--idle", f"--input-ipc-server={socket_file}")
    with subprocess.Popen(
        ["mpv", *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            with closing(connected(socket_file)) as connection, connection.makefile("rw") as stream:
                player = Mpv(stream)
                player.ask("loadfile", *map(str, arguments))
                player.wait_for("playback-restart")
                yield player
        finally:
            process.kill()


def connected(socket_file: Path) -> socket.socket:
    until_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < until_s:
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(PATIENCE_S)
        with suppress(OSError):
            connection.connect(str(socket_file))
            return connection
        connection.close()
        time.sleep(0.02)
    raise TimeoutError("mpv opens no socket")


@needs("mpv")
@pytest.mark.parametrize("suffix", [".vtt", ".lrc"])
def test_mpv_shows_each_caption_at_its_time(site: Site, tmp_path: Path, suffix: str) -> None:
    sound = site.folder / FILES[0]
    expected = cues(sound.with_suffix(".vtt").read_text("utf-8"))
    assert len(expected) > 10
    with mpv(tmp_path / "mpv.sock", sound) as player:
        player.ask("sub-add", str(sound.with_suffix(suffix)), "select")
        for start, end, text in expected[:: len(expected) // 8]:
            if suffix == ".lrc" and text.startswith("["):
                continue
            assert player.shown_at((start + end) / 2).replace("\n", " ") == text


@needs("mpv")
def test_mpv_has_the_chapters_and_the_title(made: Made, tmp_path: Path) -> None:
    with mpv(tmp_path / "mpv.sock", made.path) as player:
        assert player.ask("get_property", "media-title") == TITLE
        chapters = player.ask("get_property", "chapter-list")
    assert [one["title"] for one in chapters] == [one["title"] for one in made.plan["chapters"]]
    # It counts from the first frame on, and the encoder's delay comes before the sound.
    for found, planned in zip(chapters, made.plan["chapters"], strict=True):
        assert found["time"] == pytest.approx(planned["start"], abs=0.03)
