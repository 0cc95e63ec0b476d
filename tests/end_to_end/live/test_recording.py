"""`voicecoach record`, in a terminal, with a microphone of a private sound server."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from tests.end_to_end.home import Home
from tests.end_to_end.live.terminal import Terminal
from tests.parts import needs
from tests.player.waiting import run_again, try_until
from tests.sound_server import RATE_HZ, SoundServer
from voicecoach.pipeline.sentences import stem_of
from voicecoach.player.microphone import STALLED_S

pytestmark = needs("pulseaudio", "paplay", "pactl")

Record = Callable[..., Terminal]
WEEK = ("--week", "1", "--detail", "counts", "--intro", "none")
"""What is short to record of the tiny session."""


@pytest.fixture
def microphone(sound_server: SoundServer) -> SoundServer:
    """A server with a microphone that hears what is played."""
    sound_server.add_microphone()
    return sound_server


@pytest.fixture
def record(home: Home) -> Record:
    """Starts recording the tiny session into the folder `takes`, with these arguments."""

    def start(*arguments: str, first: str = "", **variables: str) -> Terminal:
        names = (home.folder / "tiny.yaml", home.folder / "takes")
        environment = {**home.environment, **variables}
        options = (*WEEK, *arguments)
        return Terminal(*names, *options, environment=environment, command="record", size=(100, 30), first=first)

    return start


def listed(home: Home) -> list[tuple[str, str]]:
    """The files and the sentences, in order."""
    rows = home.done("lines", "tiny.yaml", *WEEK).splitlines()[1:]
    return [(row.split(",")[0], row.split(",", 2)[2].strip('"')) for row in rows]


def word(seed: int, seconds: float = 0.6, level: float = 0.2) -> NDArray[np.int16]:
    """Something like a word: noise that swells and fades, each one different."""
    count = int(seconds * RATE_HZ)
    noise = np.convolve(np.random.default_rng(seed).normal(size=count), np.hanning(24), "same")
    sound = noise / np.abs(noise).max() * np.sin(np.linspace(0, np.pi, count)) ** 0.5
    word: NDArray[np.int16] = (sound * level * 32767).astype(np.int16)
    return word


def say(terminal: Terminal, server: SoundServer, sound: NDArray[np.int16], taken: str = r"Enter keeps it") -> None:
    """Press the key, say it, and press it again."""
    terminal.press(" ")
    terminal.until("Space stops")
    terminal.rest(0.4)
    server.play(sound)
    terminal.rest(0.4)
    terminal.press(" ")
    terminal.until(taken)


def without_takes(home: Home) -> Path:
    """Where the takes will be; those of a run before are gone."""
    takes = home.folder / "takes"
    shutil.rmtree(takes, ignore_errors=True)
    return takes


def is_in(path: Path, sound: NDArray[np.int16]) -> bool:
    """Whether a file has this sound, at its level and with little around it."""
    take, rate_hz = soundfile.read(path)
    likeness, gain = compared(take, sound)
    around_s = len(take) / rate_hz - len(sound) / RATE_HZ
    return bool(rate_hz == RATE_HZ and likeness > 0.99 and abs(gain - 1) < 0.01 and abs(around_s) < 0.2)


def compared(heard: NDArray[np.float64], sound: NDArray[np.int16]) -> tuple[float, float]:
    """How much of what is heard is the sound, from 0 to 1, and the factor by which it is louder."""
    spoken = sound / (1 << 15)
    spectra = np.fft.rfft(heard, 1 << 18), np.fft.rfft(spoken, 1 << 18)
    correlation = float(np.fft.irfft(spectra[0] * spectra[1].conj()).max())
    return correlation / float(np.sqrt((heard**2).sum() * (spoken**2).sum())), correlation / float((spoken**2).sum())


@run_again
def test_sentences_are_recorded_heard_again_recorded_again_and_gone_on_with(
    microphone: SoundServer, record: Record, home: Home
) -> None:
    files, sentences = zip(*listed(home), strict=True)
    takes = without_takes(home)
    with record() as terminal:
        terminal.until(f"1 of {len(files)}, about")
        say(terminal, microphone, word(1))
        terminal.press("r")
        terminal.until("Space stops")
        terminal.rest(0.4)
        microphone.play(word(2))
        terminal.rest(0.3)
        terminal.press(" ")
        terminal.until("Enter keeps it")
        terminal.press("p")
        terminal.until("Playing")
        terminal.press("r")
        terminal.until("still being played")
        terminal.until("enter keep|can't be played")  # a machine with too much to do plays nothing in time
        terminal.press("\r")
        terminal.until("2 of ")
        assert is_in(takes / files[0], word(2))
        terminal.press("s")
        terminal.until("3 of ")
        say(terminal, microphone, word(3))
        terminal.press("\r")
        terminal.until("4 of ")
        terminal.press("q")
        assert terminal.status() == 0
        terminal.until(f"2 of {len(files)} sentences are recorded in")
        assert terminal.is_as_before
    assert {path.name for path in takes.iterdir()} == {files[0], files[2]}
    assert is_in(takes / files[2], word(3))
    with record() as terminal:
        terminal.until(f"2 of {len(files)}, about")
        terminal.press("b")
        terminal.until("Space records it again")
        say(terminal, microphone, word(4))
        terminal.press("\r")
        terminal.until("2 of ")
        terminal.press("s")
        terminal.until("4 of ")
        terminal.press("q")
        assert terminal.status() == 0
    assert is_in(takes / files[0], word(4))
    packed = home.run("voices", "pack", "tiny.yaml", *WEEK, "--clips", "takes", "-o", "mine.pack")
    assert packed.returncode == 0, packed.stderr
    assert f"{len(files) - 2} of {len(files)} sentences have no recording, and pyttsx3 speaks them" in packed.stderr
    assert repr(sentences[1]) in packed.stderr


def test_the_take_is_what_is_heard_when_it_is_played(microphone: SoundServer, record: Record) -> None:
    sound = word(9)
    with record() as terminal:
        terminal.until("Space records")
        say(terminal, microphone, sound)
        with microphone.recording() as recording:

            def is_heard() -> bool:
                terminal.press("p")
                terminal.until("Playing")
                played = recording.until_heard(len(sound), 5)[:, 0]
                return compared(played / (1 << 15), sound)[0] > 0.9  # louder or softer, since it is levelled

            try_until(is_heard)
        terminal.press("q")
        assert terminal.status() == 0


def test_what_is_heard_rarely_may_be_left_out(microphone: SoundServer, record: Record, home: Home) -> None:
    assert microphone.address
    often = ("--often", "2")
    frequent = len(home.done("lines", "tiny.yaml", *WEEK, *often).splitlines()) - 1
    assert 0 < frequent < len(listed(home))
    with record(*often) as terminal:
        terminal.until(f"1 of {frequent}, about")
        terminal.press("q")
        assert terminal.status() == 0
        terminal.until(f"0 of {frequent} sentences are recorded")


@pytest.mark.parametrize(
    ("sound", "warning"),
    [
        (np.clip(word(5, level=1.0).astype(int) * 8, -32768, 32767).astype(np.int16), "peaks are cut off"),
        (word(6, level=0.008), "very quiet"),
    ],
)
def test_a_take_that_is_too_loud_or_too_quiet_says_so(
    microphone: SoundServer, record: Record, sound: NDArray[np.int16], warning: str
) -> None:
    with record() as terminal:
        terminal.until("Space records")
        say(terminal, microphone, sound, warning)
        terminal.press("q")
        assert terminal.status() == 0


def test_when_nothing_is_heard_it_asks_whether_that_is_the_right_microphone(
    microphone: SoundServer, record: Record
) -> None:
    assert microphone.address
    with record() as terminal:
        terminal.until("Space records")
        terminal.press(" ")
        terminal.until("Space stops")
        terminal.rest(0.5)
        terminal.press(" ")
        terminal.until("Nothing was heard. Is it the right microphone")
        terminal.press("q")
        assert terminal.status() == 0


@run_again
def test_lines_instead_of_a_screen_say_the_same(microphone: SoundServer, record: Record, home: Home) -> None:
    without_takes(home)
    (file, sentence), *_ = listed(home)
    with record("--plain") as terminal:
        terminal.until(r"1 of \d+, about \d+ minutes? left, heard \d+ times?")
        terminal.until(sentence)
        say(terminal, microphone, word(7))
        terminal.press("k")
        terminal.until("2 of ")
        terminal.press("q")
        assert terminal.status() == 0
        assert "\x1b[?1049h" not in terminal.said
    assert is_in(home.folder / "takes" / file, word(7))


def test_a_microphone_from_which_nothing_comes_is_watched_before_it_counts_as_gone(
    microphone: SoundServer, record: Record
) -> None:
    with record(first="from voicecoach.terminal import recorder\nrecorder.GONE_AFTER_S = 60") as terminal:
        terminal.until("Space records")
        microphone.freeze()
        terminal.rest(STALLED_S + 1)
        microphone.thaw()
        say(terminal, microphone, word(8))
        terminal.press("q")
        assert terminal.status() == 0


def test_a_microphone_that_goes_away_ends_it_with_what_was_kept(
    microphone: SoundServer, record: Record, home: Home
) -> None:
    with record() as terminal:
        terminal.until("Space records")
        say(terminal, microphone, word(8))
        terminal.press("\r")
        terminal.until("2 of ")
        microphone.kill()
        assert terminal.status() == 1
        terminal.until("The microphone is gone")
        assert terminal.is_as_before
    assert len(list((home.folder / "takes").iterdir())) == 1


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_broken_off_it_leaves_the_terminal_as_it_was(
    microphone: SoundServer, record: Record, number: signal.Signals, status: int
) -> None:
    assert microphone.address
    with record() as terminal:
        terminal.until("Space records")
        terminal.press(" ")
        terminal.until("Space stops")
        terminal.signal(number)
        assert terminal.status() == status
        assert terminal.is_as_before


def test_without_a_microphone_one_line_says_so(sound_server: SoundServer, record: Record) -> None:
    assert sound_server.address
    with record() as terminal:
        assert terminal.status() == 1
        terminal.until("voicecoach: No microphone was found")
        assert terminal.is_as_before


def test_without_a_terminal_one_line_says_that_it_needs_one(home: Home) -> None:
    ran = home.run("record", "tiny.yaml", "takes")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "voicecoach: Recording needs a terminal: it shows each sentence and waits for keys.\n"
    assert not (home.folder / "takes").exists()


def test_what_is_all_recorded_needs_no_microphone(record: Record, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{home.folder}/nobody")
    takes = home.folder / "takes"
    takes.mkdir()
    for number, (_, sentence) in enumerate(listed(home)):
        soundfile.write(takes / f"{stem_of(sentence)}.flac", word(number), RATE_HZ)
    with record(PULSE_SERVER=os.environ["PULSE_SERVER"]) as terminal:
        assert terminal.status() == 0
        terminal.until("Make a voice of them: voicecoach voices pack")
