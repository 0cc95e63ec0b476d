"""Make the tones in `audio_assets/`, the same bytes every time.

    python scripts/make_tones.py [--folder FOLDER]

They are told apart without looking by the number of pulses and the direction of their pitch; those with the same
count and direction, tick, soft and go, differ in height, length and loudness.

| Tone    | When it sounds                                | Pulses | Pitch                      | Length   |
|---------|-----------------------------------------------|--------|----------------------------|----------|
| tick    | each of the three before go; marks a rep      | 1      | level, A5 (880 Hz)         | 80 ms    |
| soft    | a long phase begins, or is counted down       | 1      | level, F5 (698 Hz), softer | 60 ms    |
| go      | work starts                                   | 1      | level, E6 (1319 Hz)        | 400 ms   |
| halfway | half of a hold is done                        | 2      | equal, C6 (1047 Hz)        | 320 ms   |
| switch  | change sides                                  | 2      | rising, F5 C6 (698, 1047)  | 340 ms   |
| done    | a set is done                                 | 2      | falling, C6 F5 (1047, 698) | 400 ms   |
| rest    | a rest starts                                 | 3      | falling, C6 G5 C5 (to 523) | 560 ms   |
| finish  | the session is over                           | 3      | rising, G5 C6 G6 (to 1568) | 1,000 ms |

Two overtones let small loudspeakers carry them. A pulse rises within 4 ms, decays like a bell and ends in silence.
48 kHz, mono, 16 bit.
"""

from __future__ import annotations

import argparse
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pydub warns when there is no ffmpeg, which WAV doesn't need
    from pydub import AudioSegment
    from pydub.generators import Sine

RATE_HZ = 48_000
FUNDAMENTAL_DBFS = -11.0
"""With its overtones a pulse peaks at about -10 dBFS, well below the peaks of speech."""

PARTIALS_DB = {1: 0.0, 2: -10.0, 3: -18.0}
"""Multiples of the fundamental, with their levels relative to it."""

SOFTER_DB = -9.0
"""Speech is understood over it."""

WORKING_BITS = 32
ATTACK_MS = 4
RELEASE_MS = 20
DECAY_STEP_MS = 50
"""pydub fades sample by sample only up to 100 ms, so a longer decay is a chain of short ones."""

DECAY_STEP_DB = -2.0
GAP_MS = 40

C5, F5, G5, A5, C6, E6, G6 = 523.25, 698.46, 783.99, 880.0, 1046.5, 1318.51, 1567.98
"""Pitches in Hz, equal temperament."""


@dataclass(frozen=True)
class Pulse:
    """One stroke of a tone; `level_db` is how much louder it is than the others."""

    pitch_hz: float
    length_ms: int
    level_db: float = 0.0


TONES: dict[str, tuple[Pulse, ...]] = {
    "tick": (Pulse(A5, 80),),
    "soft": (Pulse(F5, 60, SOFTER_DB),),
    "go": (Pulse(E6, 400),),
    "halfway": (Pulse(C6, 140), Pulse(C6, 140)),
    "switch": (Pulse(F5, 140), Pulse(C6, 160)),
    "done": (Pulse(C6, 140), Pulse(F5, 220)),
    "rest": (Pulse(C6, 120), Pulse(G5, 120), Pulse(C5, 240)),
    "finish": (Pulse(G5, 160), Pulse(C6, 160), Pulse(G6, 600)),
}


def pulse_segment(pulse: Pulse) -> AudioSegment:
    """One pulse as a pydub segment of `WORKING_BITS`."""
    segment = AudioSegment.silent(pulse.length_ms, frame_rate=RATE_HZ).set_sample_width(WORKING_BITS // 8)
    for multiple, level_db in PARTIALS_DB.items():
        sine = Sine(pulse.pitch_hz * multiple, sample_rate=RATE_HZ, bit_depth=WORKING_BITS)
        segment = segment.overlay(
            sine.to_audio_segment(pulse.length_ms, volume=FUNDAMENTAL_DBFS + pulse.level_db + level_db)
        )
    for start_ms in range(0, pulse.length_ms - RELEASE_MS, DECAY_STEP_MS):
        duration_ms = min(DECAY_STEP_MS, pulse.length_ms - start_ms)
        segment = segment.fade(to_gain=DECAY_STEP_DB, start=start_ms, duration=duration_ms)
    return segment.fade_in(ATTACK_MS).fade_out(RELEASE_MS)


def tone_segment(pulses: tuple[Pulse, ...]) -> AudioSegment:
    """The pulses one after the other, `GAP_MS` apart, as a 16-bit pydub segment."""
    length_ms = sum(pulse.length_ms for pulse in pulses) + GAP_MS * (len(pulses) - 1)
    tone = AudioSegment.silent(length_ms, frame_rate=RATE_HZ).set_sample_width(WORKING_BITS // 8)
    at_ms = 0
    for pulse in pulses:
        tone = tone.overlay(pulse_segment(pulse), position=at_ms)
        at_ms += pulse.length_ms + GAP_MS
    return tone.set_sample_width(2)


def wav_bytes(segment: AudioSegment) -> bytes:
    """The segment as a WAV file."""
    file = io.BytesIO()
    segment.export(file, format="wav")
    return file.getvalue()


def main() -> None:
    """Write every tone."""
    parser = argparse.ArgumentParser(description="Make the built-in tones.")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(__file__).resolve().parent.parent / "audio_assets",
        help="where the WAV files go (default: %(default)s)",
    )
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, pulses in TONES.items():
        (folder / f"{name}.wav").write_bytes(wav_bytes(tone_segment(pulses)))


if __name__ == "__main__":
    main()
