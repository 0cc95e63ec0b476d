"""A live session that a voice pack speaks."""

from __future__ import annotations

import numpy as np

from tests.end_to_end.hearing import decoded
from tests.end_to_end.home import Home
from tests.end_to_end.live.conftest import Start
from tests.end_to_end.live.recording import FADE, Walk, recorded
from tests.parts import needs
from tests.sound_server import SoundServer
from voicecoach.player.live_session import LEAST_SILENCE_MS
from voicecoach.times import Ms, samples

pytestmark = needs("pulseaudio", "parec")


def test_what_is_heard_is_what_make_writes(live: Start, sound_server: SoundServer, home: Home) -> None:
    home.done(
        "voices", "pack", "tiny.yaml", "--week", "1", "--engine", "pyttsx3", "--voice", "en-gb", "-o", "mine.pack"
    )
    pack = str(home.folder / "mine.pack")
    sound = np.asarray(decoded(home.made("tiny.wav", "tiny.yaml", "--voice", pack)))
    first = home.plan("tiny.yaml", "--voice", pack)["events"][0]
    with recorded(sound_server) as recording, live("--voice", pack) as terminal:
        terminal.until("Welcome")
        recording.hear(4)
        terminal.leave()
        heard = recording.listen(0.1)
    walk = Walk(heard, sound)
    walk.goes_on_at(samples(Ms(round(first["start"] * 1000) - LEAST_SILENCE_MS)))
    walk.fades_out()
    assert walk.stopped > 3 * 48_000 - FADE
