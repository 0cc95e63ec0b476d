"""`voicecoach share` with the real voice: what a coach hands to a client, looked at from outside."""

from __future__ import annotations

import json
import signal
import urllib.request
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import mutagen
import pytest

from tests.end_to_end.conftest import Made
from tests.end_to_end.home import ENDS_WITHIN_S, SHORT, Home, HomeHere, goes_on
from tests.outputs.caption_readers import cues, shown
from tests.outputs.samples_of_tags import LOGO
from tests.ports import free_port
from tests.programme.examples import HOSTILE
from voicecoach.cores import cores
from voicecoach.outputs.artwork import COVER_PX, square

TWO_WEEKS = ("share", *SHORT, "--weeks", "2", "--client", "Sam")
EPISODES = ("week-01-squat", "week-02-squat")
BASE = "https://example.org/sam/"
PODCAST = {"podcast": "https://podcastindex.org/namespace/1.0"}


@pytest.fixture
def home(home: Home) -> Home:
    """A home whose program runs here."""
    return HomeHere(home.folder, home.variables)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def frames(mp3: Path) -> bytes:
    """An MP3 without its tag, whose size stands in four times seven bits."""
    data = mp3.read_bytes()
    size = sum((byte & 0x7F) << 7 * (3 - place) for place, byte in enumerate(data[6:10]))
    return data[10 + size :]


EVERYTHING = (*TWO_WEEKS, "--coach", "coach.yaml", "--zip", "--base-url", BASE, "--start", "2020-11-30")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, made: Made) -> Home:
    """Where a coach has made a programme with all that goes with it."""
    office = Home(tmp_path_factory.mktemp("office"), {"VOICECOACH_CACHE": str(made.home.cache)})
    (office.folder / "logo.png").write_bytes(LOGO)
    (office.folder / "coach.yaml").write_text("name: Alexa\ncontact: alexa@example.org\nlogo: logo.png\n")
    office.done(*EVERYTHING, "-o", "sam")
    return office


@pytest.fixture
def coached(office: Home) -> Path:
    """The programme's folder; nobody changes it."""
    return office.folder / "sam"


def test_the_folder_holds_all_that_belongs_to_a_programme_and_nothing_else_was_written(coached: Path) -> None:
    beside = {"index.html", "manifest.webmanifest", "worker.js", "icon-192.png", "icon-512.png", "feed.xml",
              "artwork.png", "podcast.png", "programme.json", "sam.zip", "page.figures.js"}  # fmt: skip
    chapters = json.loads((coached / "week-01-squat.chapters.json").read_bytes())["chapters"]
    (picture,) = {one["img"].rpartition("/")[2] for one in chapters if "img" in one}
    assert {file.name for file in coached.iterdir()} == beside | {picture} | {
        f"{episode}{suffix}" for episode in EPISODES for suffix in (".mp3", ".js", ".vtt", ".lrc", ".chapters.json")
    }
    home = {file.name for file in coached.parent.iterdir()}
    assert home - {".cache", ".config", ".local"} == {"sam", "logo.png", "coach.yaml"}


def test_the_same_programme_made_twice_is_identical(coached: Path, office: Home, tmp_path: Path) -> None:
    again = tmp_path / "sam"
    office.done(*EVERYTHING, "-o", again)
    assert contents(again) == contents(coached)
    before = {file: file.stat().st_mtime_ns for file in again.iterdir()}
    office.done(*EVERYTHING, "-o", again)
    assert {file: file.stat().st_mtime_ns for file in again.iterdir()} == before


@pytest.mark.parametrize("week", [1, 2])
def test_an_episode_sounds_as_it_is_planned_and_made_by_itself(coached: Path, home: Home, week: int) -> None:
    made = home.made("alone.mp3", *SHORT, "--client", "Sam", "--week", str(week))
    assert frames(made) == frames(coached / f"week-{week:02}-squat.mp3")


def test_captions_say_what_the_plan_says_when_it_says_it(coached: Path, home: Home) -> None:
    plan = home.plan(*SHORT, "--client", "Sam", "--week", "2")
    voices = [event for event in plan["events"] if event["channel"] == "voice"]
    assert voices[0]["text"] in {"Hello, Sam.", "Hi, Sam.", "Welcome, Sam."}
    found = cues((coached / "week-02-squat.vtt").read_text("utf-8"))
    assert [cue for cue in found if not cue[2].startswith("[")] == [
        (round(event["start"] * 1000), round(event["end"] * 1000), event["text"]) for event in voices
    ]
    signals = [
        event["text"]
        for event in plan["events"]
        if event["channel"] == "tone" and event["text"] not in {"tick", "soft"}
    ]
    assert [text for *_, text in found if text.startswith("[")] == [f"[{name}]" for name in signals]


def test_lyrics_say_what_the_plan_says_when_it_says_it(coached: Path, home: Home) -> None:
    plan = home.plan(*SHORT, "--client", "Sam", "--week", "1")
    lines = shown((coached / "week-01-squat.lrc").read_text("utf-8"))
    said = [(round(one["start"] * 1000), one["text"]) for one in plan["events"] if one["channel"] == "voice"]
    assert [line for line in lines if line[1] and not line[1].startswith("(")] == said


def test_chapters_are_those_of_the_plan(coached: Path, home: Home) -> None:
    plan = home.plan(*SHORT, "--client", "Sam", "--week", "2")
    chapters = json.loads((coached / "week-02-squat.chapters.json").read_bytes())["chapters"]
    assert [(one["startTime"], one["title"]) for one in chapters] == [
        (one["start"], one["title"]) for one in plan["chapters"]
    ]


def test_the_tags_name_the_coach_and_the_client(coached: Path) -> None:
    tags = mutagen.File(coached / "week-02-squat.mp3").tags
    assert [str(tags[name]) for name in ("TIT2", "TPE1", "TALB", "TRCK")] == [
        "Squats, week 2", "Alexa", "Squats, for Sam", "2",
    ]  # fmt: skip
    assert [frame.text for frame in tags.getall("COMM")] == [["alexa@example.org"]]
    assert tags.getall("APIC")[0].data == square(LOGO, COVER_PX)


def test_a_coach_does_not_take_the_place_of_whom_a_session_is_by(home: Home, office: Home) -> None:
    options = ("--only", "squat", "--sets", "1", "--week", "1", "--detail", "tones")
    home.done("share", "glutes-for-runners", *options, "--coach", office.folder / "coach.yaml", "-o", "out")
    (comment,) = mutagen.File(home.folder / "out" / "week-01-glutes-for-runners.mp3").tags.getall("COMM")
    assert comment.text == ["alexa@example.org. Glutes Strength for Runners, by Alexa, running coach"]


def test_the_archive_holds_the_whole_folder_in_one(coached: Path) -> None:
    with zipfile.ZipFile(coached / "sam.zip") as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    expected = {name: data for name, data in contents(coached).items() if name not in {"sam.zip", "programme.json"}}
    assert held == {f"sam/{name}": data for name, data in expected.items()}


def test_the_feed_leads_to_the_files_as_they_are(coached: Path) -> None:
    feed = feedparser.parse((coached / "feed.xml").read_bytes())
    assert not feed.bozo
    assert [entry.enclosures[0].href for entry in feed.entries] == [f"{BASE}{episode}.mp3" for episode in EPISODES]
    assert [int(entry.enclosures[0].length) for entry in feed.entries] == [
        (coached / f"{episode}.mp3").stat().st_size for episode in EPISODES
    ]
    assert [entry.published for entry in feed.entries] == [
        "Sun, 22 Nov 2020 06:00:00 GMT", "Sun, 29 Nov 2020 06:00:00 GMT",
    ]  # fmt: skip
    tree = ET.parse(coached / "feed.xml")  # noqa: S314 - our own
    linked = [
        one.get("url", "") for tag in ("chapters", "transcript") for one in tree.iterfind(f".//podcast:{tag}", PODCAST)
    ]
    assert linked
    assert all((coached / url.removeprefix(BASE)).is_file() for url in linked)


def test_names_and_texts_of_strangers_do_no_harm(home: Home) -> None:
    client = f"{HOSTILE.replace(chr(0x202E), '')} {'x' * 200}"
    session = {"title": HOSTILE, "about": HOSTILE, "sections": [{"exercises": ["squat"]}]}
    (home.folder / "hostile.yaml").write_text(json.dumps(session, ensure_ascii=False), encoding="utf-8")
    (home.folder / "coach.yaml").write_text(
        json.dumps({"name": HOSTILE, "contact": HOSTILE}, ensure_ascii=False), encoding="utf-8"
    )
    options = ("--detail", "tones", "--sets", "1", "--weeks", "1", "--base-url", BASE, "--start", "2020-11-30")
    home.done("share", "hostile.yaml", "--client", client, "--coach", "coach.yaml", *options)
    (folder,) = (each for each in home.folder.iterdir() if each.name.startswith("hostile-for-"))
    assert all(file.name.isascii() and not set(file.name) & set("<>&'\"") for file in (folder, *folder.iterdir()))
    page = (folder / "index.html").read_text("utf-8")
    assert "</script><b>" not in page
    feed = feedparser.parse((folder / "feed.xml").read_bytes())
    assert not feed.bozo
    assert client in feed.feed.title
    (mp3,) = folder.glob("*.mp3")
    assert str(mutagen.File(mp3).tags["TPE1"]) == HOSTILE
    assert client in str(mutagen.File(mp3).tags["TALB"])


# Serving


def test_a_folder_is_served_until_ctrl_c(coached: Path, home: Home) -> None:
    port = free_port()
    with home.started("share", "-o", coached, "--serve", "--port", str(port)) as process:
        assert process.stdout
        url = process.stdout.readline().strip()
        assert url == f"http://127.0.0.1:{port}/sam/"
        with urllib.request.urlopen(url) as answer:  # noqa: S310
            assert answer.read() == (coached / "index.html").read_bytes()
        request = urllib.request.Request(f"{url}week-01-squat.mp3", headers={"Range": "bytes=1000-1999"})  # noqa: S310
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            assert (answer.status, answer.read()) == (206, (coached / "week-01-squat.mp3").read_bytes()[1000:2000])
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=ENDS_WITHIN_S)
    assert process.returncode == 0
    assert messages.strip() == "Serving until Ctrl-C."


def test_a_programme_is_made_and_served_in_one(home: Home) -> None:
    options = ("--detail", "tones", "--serve", "--port", str(free_port()))
    with home.started(*TWO_WEEKS, "-o", "sam", *options) as process:
        assert process.stdout
        made, url = process.stdout.readline(), process.stdout.readline().strip()
        assert made.startswith("sam/index.html  2 sessions  ")
        with urllib.request.urlopen(f"{url}manifest.webmanifest") as answer:  # noqa: S310
            assert json.load(answer)["start_url"]
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=ENDS_WITHIN_S)
    assert process.returncode == 0


# Lists of clients, and what interrupts them

CLIENTS = max(16, 8 * cores())
"""One for each core to be finished, as many at work, and enough waiting for two seconds in which nobody may look."""
LIST = "name,session,weeks,detail\n" + "".join(f"Client {n},squat,1,tones\n" for n in range(CLIENTS))
LAST_IN_PLACE = "*/week-01-squat.mp3"
"""Where this is, all that belongs to it is."""


def parts(folder: Path) -> list[Path]:
    return list(folder.rglob(".voicecoach-*.part"))


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_an_interrupted_list_goes_on_where_it_was(home: Home, number: signal.Signals, status: int) -> None:
    (home.folder / "clients.csv").write_text(LIST)
    all_of_them = home.folder / "clients"
    with home.started("share", "--clients", "clients.csv", "--sets", "1") as process:
        while not list(all_of_them.glob(LAST_IN_PLACE)):
            goes_on(process, 0.02)
        process.send_signal(number)
        # The workers have its outputs, too: this waits until the last of them has ended.
        _, messages = process.communicate(timeout=ENDS_WITHIN_S)
    assert (process.returncode, "Traceback" in messages) == (status, False)
    finished = {file.parent for file in all_of_them.glob(LAST_IN_PLACE)}
    if number != signal.SIGKILL:
        assert not parts(all_of_them)
        assert {folder for folder in all_of_them.iterdir() if folder.is_dir()} == finished
    before = {file: file.stat().st_mtime_ns for folder in finished for file in folder.iterdir()}
    home.done("share", "--clients", "clients.csv", "--sets", "1")
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert len(list(all_of_them.glob("*/index.html"))) == CLIENTS


def test_a_list_is_made_as_each_programme_is_made_alone(home: Home) -> None:
    (home.folder / "clients.csv").write_text("name,equipment\nSam,no step\nJo,\n")
    home.done("share", *SHORT, "--clients", "clients.csv", "--weeks", "1", "--zip")
    home.done("share", *SHORT, "--client", "Jo", "--weeks", "1", "--zip", "-o", "jo")
    assert contents(home.folder / "jo") == contents(home.folder / "clients" / "jo")
