from __future__ import annotations

import io
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.machinery import ExtensionFileLoader, ModuleSpec
from importlib.util import module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from voicecoach.interrupts import SLICE_S, hear, lost_ones_come_again, patiently, signals_wait
from voicecoach.packs import sound
from voicecoach.times import Ms

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LONG_S = 20.0
SOUND = np.full(4800, 0.5, np.float32)


class InterruptedFile(io.BytesIO):
    """Whenever it is read, it is interrupted."""

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read, as ever."""
        signal.raise_signal(signal.SIGINT)
        return super().readinto(buffer)


def interrupted_file() -> InterruptedFile:
    file = InterruptedFile()
    soundfile.write(file, SOUND, 48_000, format="WAV", subtype="FLOAT")
    file.seek(0)
    return file


def test_an_interrupt_while_a_sound_is_read_from_memory_comes_after_it() -> None:
    read = np.zeros(0)
    with pytest.raises(KeyboardInterrupt), signals_wait():
        read, _ = soundfile.read(interrupted_file(), dtype="float32")
    assert np.array_equal(read, SOUND)


def test_an_interrupt_while_a_clip_is_unpacked_comes_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(io, "BytesIO", lambda _: interrupted_file())
    with pytest.raises(KeyboardInterrupt):
        sound.unpacked(b"", Ms(100), 1.0)
    with pytest.raises(KeyboardInterrupt):
        sound.length_of(b"")


def test_what_a_signal_does_is_as_before_and_other_threads_may_wait_too() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with signals_wait():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
    waiting = threading.Thread(target=lambda: signals_wait().__enter__())
    waiting.start()
    waiting.join()
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.fixture
def interrupts() -> Iterator[None]:
    """SIGINT as the program hears it."""
    before = signal.getsignal(signal.SIGINT)
    hear(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class InterruptedLoader(ExtensionFileLoader):
    """Loads a module of C code, and is interrupted."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """One with nothing in it yet."""
        return ModuleType(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Fill it."""
        signal.raise_signal(signal.SIGINT)
        vars(module)["done"] = True


def be_interrupted() -> None:
    """Wait in slices, as the program does: an interrupt that is sent once more ends none of them."""
    until_s = time.monotonic() + LONG_S
    while time.monotonic() < until_s:
        time.sleep(SLICE_S)


@pytest.mark.usefixtures("interrupts")
def test_an_interrupt_while_c_code_is_loaded_comes_after_it() -> None:
    spec = ModuleSpec("c_code", InterruptedLoader("c_code", "nowhere"))
    module = module_from_spec(spec)

    def load() -> None:
        InterruptedLoader("c_code", "nowhere").exec_module(module)
        be_interrupted()

    with pytest.raises(KeyboardInterrupt):
        load()
    assert vars(module)["done"]


@pytest.mark.usefixtures("interrupts")
def test_an_interrupt_that_python_drops_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    lost_ones_come_again()

    class Interrupted:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    def drop() -> None:
        Interrupted()
        be_interrupted()

    with pytest.raises(KeyboardInterrupt):
        drop()


@pytest.mark.usefixtures("interrupts")
def test_it_waits_for_the_outermost_body() -> None:
    reached = []

    def reach_the_end() -> None:
        with signals_wait():
            with signals_wait():
                signal.raise_signal(signal.SIGINT)
            reached.append("the end")

    with pytest.raises(KeyboardInterrupt):
        reach_the_end()
    assert reached == ["the end"]


@pytest.mark.usefixtures("interrupts")
def test_a_signal_comes_between_two_slices_of_waiting() -> None:
    lock, slices = threading.Lock(), []

    def wait(slice_s: float) -> None:
        with lock:
            slices.append(slice_s)
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        patiently(wait)
    assert (len(slices), lock.locked()) == (1, False)


def test_waiting_ends_with_what_comes_or_at_the_limit() -> None:
    came = iter([None, None, "it"])
    assert patiently(lambda _: next(came)) == "it"
    assert patiently(time.sleep, 0.1) is None


STARTED = """
import os, signal, sys
from voicecoach import __main__
class Interrupting:
    def find_spec(self, name, *_):
        if name == "voicecoach.cli.main":
            os.kill(os.getpid(), {number})
sys.meta_path.insert(0, Interrupting())
__main__.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("number", "status", "said"), [(signal.SIGINT, 130, "voicecoach: interrupted\n"), (signal.SIGTERM, 143, "")]
)
def test_while_the_program_is_loaded_it_ends_at_once(number: signal.Signals, status: int, said: str) -> None:
    program = STARTED.format(number=int(number))
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (status, said)
