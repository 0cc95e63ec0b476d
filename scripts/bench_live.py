"""A live session in a terminal, played into a sound server of its own, and what its recording says of its timing.

How right its times are, see `bench_recording`.
"""

from __future__ import annotations

import fcntl
import math
import os
import pty
import re
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
import wave
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from bench_recording import PATIENCE_S, PIECE_MS, RATE_HZ, SAMPLE_BYTES, Recording, all_of, recorded, sound_server

LIMIT_MS = 160
"""From a key to what it does, at most."""

GAP = 24
"""So many zeros in a row are no room tone."""

SPEECH = 1000
"""Samples louder than this are not room tone."""

MUTE = "m"
BUSY = "while True: pass"
"""What keeps a core busy."""

TONE_HZ, TONE_PEAK = 440, 9000
SETTLED_S = 1.5
"""The tone has faded in by then."""

HOLE_PIECE = RATE_HZ // 1000
"""So many samples of the tone that are all quiet are a hole; they have two of its peaks."""

STEP = RATE_HZ // 20
PLACE = RATE_HZ // 4
"""So many equal samples make a place."""


@dataclass(frozen=True)
class Live:
    """What is played: the command, its environment, and the same session as a WAV file."""

    command: Sequence[str]
    environment: Mapping[str, str]
    made: Path


@dataclass
class Timing:
    """What came out."""

    first_sounds_s: list[float] = field(default_factory=list)
    """From the start of the process to the first sample that is not zero, once for each start."""
    first_words_s: list[float] = field(default_factory=list)
    """From the same to the first sample of the voice, or of a tone."""
    to_silence_s: list[float] = field(default_factory=list)
    """From the key to silence."""
    to_sound_s: list[float] = field(default_factory=list)
    """From the key to sound."""
    stretch_s: float = 0
    """How long it played, for the two below."""
    core_share: float = 0
    """Processor time by wall-clock time: 1 is one core, all the time."""
    drift_s: float = 0
    """How much longer the stretch took, by the sound server's clock, than it is in the file."""
    gaps_s: float = 0
    """How much of it was gaps, for which the player was too late."""
    paused_share: float = 0
    """Processor time by wall-clock time in a pause."""


def missing() -> str | None:
    """What is not there that measuring needs, if anything."""
    if sys.platform != "linux":
        return "Linux"
    return next((program for program in ("pulseaudio", "parec") if not shutil.which(program)), None)


def timing(live: Live, folder: Path, runs: int, stretch_s: float) -> Timing:
    """Start it `runs` times with its lines in the cache; the last time let it play for `stretch_s`, then press keys."""
    found = Timing()
    with sound_server(folder) as address, recorded(address) as recording:
        heard_by = {**live.environment, "PULSE_SERVER": address}
        with playing(live.command, heard_by):
            recording.heard_after(recording.length, SPEECH)  # what is asked for only now is in the cache from here on
        for run in range(runs):
            recording.silent_after(recording.length)
            _fall_out_of_step(run / runs)
            before, began_s = recording.length, time.perf_counter()
            with playing(live.command, heard_by) as player:
                first_sound = recording.heard_after(before)
                found.first_sounds_s.append(recording.time_of(first_sound) - began_s)
                first_word = recording.heard_after(first_sound, SPEECH)
                found.first_words_s.append(recording.time_of(first_word) - began_s)
                if run == runs - 1:
                    _play(player, recording, found, live.made, stretch_s)
                    _press(player, recording, found, runs)
                    found.paused_share = _paused(player, recording, stretch_s)
    return found


def holes_s(live: Live, folder: Path, seconds: float, loops: int) -> float:
    """How long there was nothing in `seconds` of play over a steady tone, while `loops` others kept all cores busy."""
    tone = folder / "tone.wav"
    _write_tone(tone)
    with sound_server(folder) as address, recorded(address) as recording:
        heard_by = {**live.environment, "PULSE_SERVER": address}
        with playing([*live.command, "--music", str(tone)], heard_by):
            recording.heard_after(recording.length)
            recording.listen(SETTLED_S)
            start = recording.length
            with busy(loops):
                recording.listen(seconds)
            return quiet(recording.all()[start * SAMPLE_BYTES :]) / RATE_HZ


@contextmanager
def busy(loops: int) -> Iterator[None]:
    """So many processes that do nothing, as fast as they can."""
    processes = [subprocess.Popen([sys.executable, "-S", "-c", BUSY]) for _ in range(loops)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _write_tone(path: Path) -> None:
    """A second of a tone that can be repeated without a seam, many times."""
    second = array("h", (round(TONE_PEAK * math.sin(2 * math.pi * TONE_HZ * at / RATE_HZ)) for at in range(RATE_HZ)))
    if sys.byteorder == "big":
        second.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(RATE_HZ)
        file.writeframes(second.tobytes() * 120)


def quiet(heard: bytes) -> int:
    """How many samples are in pieces in which nothing of the tone is."""
    samples = array("h", heard)
    pieces = (samples[at : at + HOLE_PIECE] for at in range(0, len(samples) - HOLE_PIECE + 1, HOLE_PIECE))
    return sum(HOLE_PIECE for piece in pieces if max(map(abs, piece)) < GAP)


def _paused(player: Player, recording: Recording, stretch_s: float) -> float:
    player.press(" ")
    recording.listen(2)
    began_s, used_s = time.perf_counter(), player.processor_s()
    recording.listen(stretch_s)
    share = (player.processor_s() - used_s) / (time.perf_counter() - began_s)
    player.press(" ")
    return share


def _play(player: Player, recording: Recording, found: Timing, made: Path, stretch_s: float) -> None:
    recording.listen(1)
    start, began_s, used_s = recording.length, time.perf_counter(), player.processor_s()
    recording.listen(stretch_s)
    end, ended_s, used_at_end_s = recording.length, time.perf_counter(), player.processor_s()
    recording.listen(3)
    found.stretch_s = ended_s - began_s
    found.core_share = (used_at_end_s - used_s) / found.stretch_s
    with wave.open(str(made), "rb") as file:
        wanted = file.readframes(int(RATE_HZ * (stretch_s + 60)))
    found.drift_s = drift(recording.all(), wanted, start, end) / RATE_HZ
    found.gaps_s = gaps(recording.all()[start * SAMPLE_BYTES : end * SAMPLE_BYTES]) / RATE_HZ


def _press(player: Player, recording: Recording, found: Timing, times: int) -> None:
    for number in range(times):
        _fall_out_of_step(number / times)
        start, pressed_s = recording.length, time.perf_counter()
        player.press(MUTE)
        silent = recording.silent_after(start)
        found.to_silence_s.append(recording.time_of(silent - 1) - pressed_s)
        recording.listen(0.5)
        _fall_out_of_step(number / times)
        start, pressed_s = recording.length, time.perf_counter()
        player.press(MUTE)
        found.to_sound_s.append(recording.time_of(recording.heard_after(start)) - pressed_s)
        recording.listen(1.7)


def _fall_out_of_step(share: float) -> None:
    """Wait for this share of a piece: whoever has listened until now is in step with the pieces, as no key ever is."""
    time.sleep(PIECE_MS / 1000 * share)


def drift(heard: bytes, made: bytes, start: int, end: int) -> int:
    """How many samples more there are between two places in what was `heard` than between the same ones as `made`.

    The places are the first ones from the samples `start` and `end` on that are in both, sample by sample.
    """
    heard_start, [made_start, *_] = place(heard, made, start)
    heard_end, candidates = place(heard, made, end)
    return min((heard_end - heard_start - (at - made_start) for at in candidates), key=abs)


def gaps(heard: bytes) -> int:
    """How many samples of what was `heard` are digital silence, which no session with room tone has."""
    runs = re.finditer(rb"\0{2,}", heard)
    counts = (run.end() // SAMPLE_BYTES - -(-run.start() // SAMPLE_BYTES) for run in runs)
    return sum(count for count in counts if count >= GAP)


def place(heard: bytes, made: bytes, start: int) -> tuple[int, list[int]]:
    """The first sample from `start` on whose surroundings are in `made`, and where they are there."""
    for at in range(start, len(heard) // SAMPLE_BYTES - PLACE, STEP):
        sought = heard[at * SAMPLE_BYTES : (at + PLACE) * SAMPLE_BYTES]
        if any(sought) and (found := list(all_of(made, sought))):
            return at, found
    sys.exit("What was heard is not what was made.")


class Player:
    """A live session in a terminal of its own, with the keyboard at hand."""

    def __init__(self, process: int, terminal: int) -> None:
        self._process, self._terminal = process, terminal

    def press(self, keys: str) -> None:
        """Press keys one after the other."""
        os.write(self._terminal, keys.encode())

    def processor_s(self) -> float:
        """The processor time that it took so far."""
        fields = Path(f"/proc/{self._process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        user, system = fields[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def playing(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[Player]:
    """Start a live session; at the end of the context it is quit."""
    near, far = pty.openpty()
    fcntl.ioctl(near, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    variables = {**environment, "TERM": "xterm-256color"}
    with subprocess.Popen(command, stdin=far, stdout=far, stderr=far, env=variables, start_new_session=True) as process:
        os.close(far)
        screen = Thread(target=_drain, args=(near,), daemon=True)
        screen.start()
        try:
            yield Player(process.pid, near)
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE_S)
        finally:
            process.kill()
            screen.join()
            os.close(near)


def _drain(terminal: int) -> None:
    with suppress(OSError):  # of a terminal whose other end is closed
        while os.read(terminal, 65_536):
            pass
