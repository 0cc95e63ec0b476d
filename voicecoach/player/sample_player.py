"""Play a short clip now, to hear a voice; `live` has a player of its own."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from voicecoach.errors import OutputError
from voicecoach.packages import install_package
from voicecoach.player import player_process
from voicecoach.player.backends import usual_backends
from voicecoach.processes import running, status_of
from voicecoach.times import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GRACE_S = 3.0
"""For starting the player and for what the device holds back."""


def play(clip: NDArray[np.int16], backends: tuple[str, ...] | None = None, grace_s: float = GRACE_S) -> None:
    """Play `clip`, int16 of one channel at 48 kHz, and return when it has been heard.

    A process of its own plays it: a sound server that doesn't answer hangs its client for good, and the sound libraries
    of Linux print dozens of lines. It gets the clip's length and `grace_s` seconds. `backends` are names miniaudio
    knows, in order of preference; by default those of the platform.

    Raises `OutputError` if there is no sound device, or if it takes no sound; GivenUpError in a thread that is told so.
    """
    program = str(Path(player_process.__file__))
    names = backends or usual_backends()
    command = [sys.executable, "-P", program, str(SAMPLE_RATE_HZ), *names]
    limit_s = len(clip) / SAMPLE_RATE_HZ + grace_s
    with TemporaryFile() as sound:
        sound.write(clip.tobytes())
        sound.seek(0)
        with running(command, stdin=sound) as process:
            status = status_of(process, limit_s)
    if status is None:
        raise OutputError("The sound device takes no sound. Check it, or save the sample to a file: -o FILE.")
    if status == player_process.NO_LIBRARY:
        problem = (
            f"Playing sound needs miniaudio: {install_package('miniaudio')}. Or save the sample to a file: -o FILE."
        )
        raise OutputError(problem)
    if status != player_process.PLAYED:
        raise OutputError("No sound device was found. Save the sample to a file instead: -o FILE.")
