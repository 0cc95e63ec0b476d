"""The sound systems of the platform through miniaudio: their devices, and opening one without ever hanging."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from voicecoach.errors import ChoiceError, OutputError, UnknownNameError
from voicecoach.packages import install_package
from voicecoach.player.attempt import Attempt
from voicecoach.player.libpulse import is_there
from voicecoach.player.pulse import Connection, PulseError

if TYPE_CHECKING:
    import miniaudio

T = TypeVar("T")

PERIODS = 3
MICROPHONE_PERIOD_MS = 20
ANSWER_TIMEOUT_S = 4.0
"""A sound system that takes longer does not answer."""

_BACKENDS = {"darwin": ("COREAUDIO",), "win32": ("WASAPI", "DSOUND", "WINMM")}
_LINUX_BACKENDS = ("PULSEAUDIO", "ALSA")


@dataclass(frozen=True)
class Purpose:
    """What a device is wanted for, in the words of messages: what is done, the device, a sentence of what else to do.

    `otherwise` is that sentence where it is a library that is missing.
    """

    doing: str
    device: str
    instead: str
    otherwise: str


PLAYING = Purpose(
    "Playing sound",
    "sound device",
    "Save the session to a file instead: voicecoach make.",
    "Or save the session to a file: voicecoach make.",
)
RECORDING = Purpose(
    "Recording",
    "microphone",
    "Record elsewhere instead, under the names that `voicecoach lines` lists.",
    "Or record with another program, under the names that `voicecoach lines` lists.",
)


def usual_backends() -> tuple[str, ...]:
    """The names of the platform's sound systems, the best first; miniaudio's `NULL` is never among them."""
    return _BACKENDS.get(sys.platform, _LINUX_BACKENDS)


def devices(backends: Sequence[str] | None = None, timeout_s: float = ANSWER_TIMEOUT_S) -> list[str]:
    """The names of the output devices: those of the first sound system that has any.

    Raises OutputError if none has, or if miniaudio is missing.
    """
    systems = SoundSystems(backends, timeout_s)
    return systems.first(_names, unwanted=lambda _names: None)


def plays_by_pulse(backend: str) -> bool:
    """Whether a sound system is played on by its own library, with a buffer that can be written anew."""
    return backend == "PULSEAUDIO" and is_there()


def _names(backend: str) -> list[str]:
    if plays_by_pulse(backend):
        with Connection() as connection:
            return list(connection.sinks())
    return list(_ids(backend))


class SoundSystems:
    """The sound systems to try, one at a time: given several, miniaudio falls back to one that plays nothing."""

    def __init__(
        self, backends: Sequence[str] | None = None, timeout_s: float = ANSWER_TIMEOUT_S, purpose: Purpose = PLAYING
    ) -> None:
        self._backends, self._purpose = tuple(backends or usual_backends()), purpose
        self._timeout_s = timeout_s
        self._hanging: dict[str, Attempt[object]] = {}

    def first(self, work: Callable[[str], T], unwanted: Callable[[T], object]) -> T:
        """What `work` returns for the first sound system with which it succeeds.

        One that does not answer within the time is passed over, now and until it does; a late result goes to
        `unwanted`. While they are tried, the standard error output is mute: some libraries talk a lot there.

        Raises OutputError if there is no device at all, or miniaudio is missing; what else `work` raises passes.
        """
        problems = []
        for backend in self._backends:
            errors = self._errors(backend)
            try:
                with _mute_stderr():
                    return self._try(backend, work, unwanted)
            except (errors, TimeoutError) as error:
                problems.append(f"{backend}: {error.args[0]}")
        raise OutputError(f"No {self._purpose.device} was found ({'; '.join(problems)}). {self._purpose.instead}")

    def _errors(self, backend: str) -> type[Exception]:
        """What says that a sound system has no device."""
        if self._purpose is PLAYING and plays_by_pulse(backend):
            return PulseError
        return _miniaudio_error(self._purpose)

    def _try(self, backend: str, work: Callable[[str], T], unwanted: Callable[[T], object]) -> T:
        earlier = self._hanging.get(backend)
        if earlier is not None and earlier.hanging:
            raise TimeoutError("still no answer")
        attempt = Attempt(partial(work, backend), unwanted)
        try:
            return attempt.result(self._timeout_s)
        except TimeoutError:
            self._hanging[backend] = attempt
            raise


def open_device(
    backend: str, name: str | None, channels: int, rate_hz: int, buffer_ms: int
) -> miniaudio.PlaybackDevice:
    """The device of that name, or part of a name, on one sound system; None is the one the system prefers.

    It holds `buffer_ms` of sound.

    Raises MiniaudioError if there is none, UnknownNameError or ChoiceError if there are only others.
    """
    import miniaudio

    return miniaudio.PlaybackDevice(
        output_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=channels,
        sample_rate=rate_hz,
        buffersize_msec=buffer_ms // PERIODS,
        device_id=None if name is None else chosen(name, _ids(backend)),
        callback_periods=PERIODS,
        backends=[miniaudio.Backend[backend]],
        app_name="voicecoach",
    )


def open_microphone(backend: str, name: str | None, rate_hz: int) -> miniaudio.CaptureDevice:
    """The microphone of that name, or part of a name, on one sound system, as one channel. Raises as `open_device`."""
    import miniaudio

    known = _microphone_ids(backend)
    return miniaudio.CaptureDevice(
        input_format=miniaudio.SampleFormat.SIGNED16,
        nchannels=1,
        sample_rate=rate_hz,
        buffersize_msec=MICROPHONE_PERIOD_MS,
        device_id=None if name is None else chosen(name, known, "microphone"),
        callback_periods=PERIODS,
        backends=[miniaudio.Backend[backend]],
        app_name="voicecoach",
    )


def chosen(name: str, known: Mapping[str, T], what: str = "output device") -> T:
    """The one whose name is `name`, or has it as a part, whatever the case; `what` it is, for messages.

    Raises UnknownNameError if there is none, ChoiceError if there are several.
    """
    if name in known:
        return known[name]
    matching = [one for one in known if name.casefold() in one.casefold()]
    if not matching:
        raise UnknownNameError(what, name, known)
    if len(matching) > 1:
        raise ChoiceError(f"{name!r} is part of the names of several {what}s: {', '.join(matching)}.")
    return known[matching[0]]


def _ids(backend: str) -> dict[str, object]:
    """The devices of a sound system: what miniaudio knows them by, by name."""
    import miniaudio

    return _by_name(miniaudio.Devices([miniaudio.Backend[backend]]).get_playbacks(), "devices")


def _microphone_ids(backend: str) -> dict[str, object]:
    """The same for microphones; PulseAudio lists what goes to a loudspeaker among them, and that is none."""
    import miniaudio

    found = miniaudio.Devices([miniaudio.Backend[backend]]).get_captures()
    if backend == "PULSEAUDIO":
        found = [one for one in found if not _pulse_name(one["id"]).endswith(b".monitor")]
    return _by_name(found, "microphones")


def _pulse_name(device_id: object) -> bytes:
    """PulseAudio's own name of a device, which the union that miniaudio knows it by begins with."""
    import miniaudio

    name: bytes = miniaudio.ffi.string(miniaudio.ffi.cast("char *", device_id))
    return name


def _by_name(found: Sequence[Mapping[str, Any]], what: str) -> dict[str, object]:
    import miniaudio

    if not found:
        raise miniaudio.MiniaudioError(f"it has no {what}")
    return {device["name"]: device["id"] for device in found}


def _miniaudio_error(purpose: Purpose) -> type[Exception]:
    try:
        import miniaudio
    except ImportError:
        raise OutputError(
            f"{purpose.doing} needs miniaudio: {install_package('miniaudio')}. {purpose.otherwise}"
        ) from None
    error: type[Exception] = miniaudio.MiniaudioError
    return error


@contextmanager
def _mute_stderr() -> Iterator[None]:
    """Send what libraries write to the standard error output nowhere."""
    try:
        kept = os.dup(2)
    except OSError:  # it is closed
        yield
        return
    if sys.stderr is not None:
        sys.stderr.flush()
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
