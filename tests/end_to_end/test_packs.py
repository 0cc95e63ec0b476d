"""Sessions that a voice pack speaks, made with the real program; and packs, made the same way."""

from __future__ import annotations

import hashlib
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.end_to_end.hearing import decoded
from tests.end_to_end.home import BOUND_BY_PERMISSIONS, ON_ONE_CORE, SHORT, Home, HomeHere, file_limit, goes_on, size
from tests.end_to_end.test_share import frames
from voicecoach.packs.pack import Pack
from voicecoach.packs.sound import unpacked
from voicecoach.speech.service import SENTENCE_PAUSE_MS
from voicecoach.speech.text import sentences
from voicecoach.times import SAMPLES_PER_MS

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process choose its cores")
BRITISH = ("--engine", "pyttsx3", "--voice", "en-gb", "-o")
LONG = (
    *("voices", "pack", "glutes-for-runners", "--only", "squat", "--only", "lunge"),
    *("--week", "1", "--detail", "brief", *BRITISH),
)
"""It makes a pack for some seconds, as the file that is named next."""


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Where a pack of the short session is made, by a voice that is not the default one."""
    home = HomeHere(tmp_path_factory.mktemp("packed"))
    home.done("voices", "pack", *SHORT, *BRITISH, "mine.pack")
    return home


@pytest.fixture(scope="module")
def pack(packed: Home) -> Path:
    return packed.folder / "mine.pack"


@pytest.fixture
def fresh(tmp_path: Path) -> Home:
    """A home with nothing in its cache, whose program runs here."""
    return HomeHere(tmp_path, {"VOICECOACH_DATA": str(tmp_path / "data")})


@pytest.fixture(scope="module")
def short(packed: Home, pack: Path) -> bytes:
    """The session as the pack speaks it."""
    return packed.made("short.mp3", *SHORT, "--voice", pack).read_bytes()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def heard(sound: NDArray[np.int16], at_ms: int, clip: NDArray[np.int16]) -> float:
    """How much of the sound from a moment on is the clip, from 0 to 1."""
    there = sound[at_ms * SAMPLES_PER_MS :][: len(clip)].astype(float)
    return float((there * clip).sum() / np.sqrt((there**2).sum() * (clip.astype(float) ** 2).sum()))


def test_every_sentence_that_is_heard_is_the_packs_with_its_pause_between(packed: Home, pack: Path) -> None:
    sound = decoded(packed.made("short.wav", *SHORT, "--voice", pack))
    events = [event for event in packed.plan(*SHORT, "--voice", pack)["events"] if event["channel"] == "voice"]
    assert len(events) > 20
    open_pack = Pack.open(pack)
    for event in events:
        at_ms = round(event["start"] * 1000)
        for sentence in sentences(event["text"], "en"):
            clip = open_pack.clips([sentence])[sentence]
            assert heard(sound, at_ms, unpacked(clip.opus, clip.length, 1.0)) > 0.95, (sentence, event)
            at_ms += clip.length + SENTENCE_PAUSE_MS
        assert at_ms - SENTENCE_PAUSE_MS == round(event["end"] * 1000), event


def test_the_voice_of_the_counts_is_heard_where_something_is_counted_and_nowhere_else(packed: Home, pack: Path) -> None:
    options = (*SHORT, "--count-voice", pack)
    sound = decoded(packed.made("counted.wav", *options))
    events = [event for event in packed.plan(*options)["events"] if event["channel"] == "voice"]
    counted = [event for event in events if event["role"] in {"count", "phase"}]
    assert {event["role"] for event in counted} == {"count", "phase"}
    beats = {event["text"] for event in counted}
    clips = Pack.open(pack).clips({event["text"] for event in events})
    for event in events:
        clip = clips.get(event["text"])  # that of the first sentence, where there are more
        if clip is None:
            continue
        likeness = heard(sound, round(event["start"] * 1000), unpacked(clip.opus, clip.length, 1.0))
        assert (likeness > 0.95) == (event["text"] in beats), event


def test_an_episode_has_the_voice_of_the_counts_too(packed: Home, pack: Path) -> None:
    options = ("--count-voice", pack)
    packed.done("share", *SHORT, *options, "--weeks", "1", "-o", "counted")
    alone = packed.made("counted.mp3", *SHORT, *options)
    assert frames(packed.folder / "counted" / "week-01-squat.mp3") == frames(alone)
    assert frames(alone) != frames(packed.made("uncounted.mp3", *SHORT))


def test_no_engine_speaks_for_it(fresh: Home, pack: Path, short: bytes) -> None:
    assert fresh.made("short.mp3", *SHORT, "--voice", pack).read_bytes() == short
    kept = fresh.done("cache")
    assert "encoded sound" in kept
    assert "spoken lines" not in kept
    assert "pace and loudness of voices" not in kept


@linux_only
def test_one_core_and_an_empty_cache_give_the_same_bytes(fresh: Home, pack: Path, short: bytes) -> None:
    assert fresh.made("alone.mp3", *SHORT, "--voice", pack, first=ON_ONE_CORE).read_bytes() == short


@linux_only
def test_stretched_it_is_the_same_on_one_core_too(packed: Home, fresh: Home, pack: Path) -> None:
    options = (*SHORT, "--voice", pack, "--rate", "1.2")
    assert digest(packed.made("fast.mp3", *options)) == digest(fresh.made("fast.mp3", *options, first=ON_ONE_CORE))


def test_a_pack_goes_by_its_name_and_may_be_configured(fresh: Home, pack: Path, short: bytes) -> None:
    shelf = fresh.folder / "data" / "voices"
    shelf.mkdir(parents=True)
    (shelf / "mine.pack").write_bytes(pack.read_bytes())
    assert fresh.made("named.mp3", *SHORT, "--voice", "mine").read_bytes() == short
    (fresh.folder / "config.yaml").write_text(f"voice: {pack}\n")
    assert fresh.made("configured.mp3", *SHORT).read_bytes() == short


def test_a_clients_name_is_the_one_thing_that_an_engine_says(packed: Home, pack: Path) -> None:
    ran = packed.run("plan", *SHORT, "--client", "Zoë", "--voice", pack)
    assert (ran.returncode, ran.stderr.count("note: ")) == (0, 1)
    assert "1 sentence is not in " in ran.stderr
    assert "pyttsx3 speaks it in the same voice." in ran.stderr


def test_a_programme_is_spoken_by_the_pack(packed: Home, pack: Path) -> None:
    packed.done("share", *SHORT, "--weeks", "2", "--voice", pack, "-o", "all")
    for week in (1, 2):
        alone = packed.made(f"{week}.mp3", *SHORT, "--week", str(week), "--voice", pack)
        assert frames(packed.folder / "all" / f"week-0{week}-squat.mp3") == frames(alone)


def test_clients_of_a_list_each_have_their_voice(packed: Home, pack: Path) -> None:
    (packed.folder / "clients.csv").write_text("name,voice\nSam,mine.pack\nJo,\n")
    packed.done("share", *SHORT, "--clients", "clients.csv", "--weeks", "1", "-o", "clients")
    for name, voice in (("Sam", ("--voice", str(pack))), ("Jo", ())):
        alone = packed.made(f"{name}.mp3", *SHORT, "--client", name, *voice)
        assert frames(packed.folder / "clients" / name.lower() / "week-01-squat.mp3") == frames(alone)


# Making one


@linux_only
def test_a_pack_made_on_one_core_is_the_same_file(fresh: Home, pack: Path) -> None:
    fresh.done("voices", "pack", *SHORT, *BRITISH, "mine.pack", first=ON_ONE_CORE)
    assert digest(fresh.folder / "mine.pack") == digest(pack)


@pytest.fixture(scope="module")
def counts(packed: Home) -> bytes:
    """A small pack."""
    packed.done("voices", "pack", *SHORT, "--week", "1", "--detail", "counts", *BRITISH, "counts.pack")
    return (packed.folder / "counts.pack").read_bytes()


@pytest.fixture
def old(fresh: Home, counts: bytes) -> Iterator[Path]:
    """A pack that is there, and has to stay as it is."""
    path, before = fresh.folder / "my.pack", counts
    path.write_bytes(before)
    yield path
    assert path.read_bytes() == before


def test_interrupted_it_is_gone_on_with(fresh: Home, old: Path, tmp_path: Path) -> None:
    with fresh.started(*LONG, old.name) as process:
        while size(tmp_path / "my.pack.part") <= old.stat().st_size:
            goes_on(process, 0.002)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out) == (130, "")
        assert err.splitlines() == [
            f"note: What is done of '{old.name}' is kept; the same command goes on with it.",
            "voicecoach: interrupted",
        ]
    (tmp_path / "other.pack.part").write_bytes((tmp_path / "my.pack.part").read_bytes())
    fresh.done(*LONG, "other.pack")
    assert not (tmp_path / "other.pack.part").exists()


def test_on_a_full_disk_the_old_pack_stays(fresh: Home, old: Path) -> None:
    ran = fresh.run(*LONG, old.name, first=file_limit(old.stat().st_size + 100_000))
    assert ran.returncode == 1
    assert "voicecoach: The voice pack 'my.pack' can't be written: " in ran.stderr
    assert "Traceback" not in ran.stderr


@linux_only
def test_a_folder_that_cannot_be_written_is_told(fresh: Home) -> None:
    locked = fresh.folder / "locked"
    locked.mkdir(mode=0o555)
    ran = fresh.run("voices", "pack", *SHORT, *BRITISH, "locked/my.pack", first=BOUND_BY_PERMISSIONS)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "no permission to write in locked" in ran.stderr
