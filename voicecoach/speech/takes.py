"""A take: what a microphone, or a file, has of one sentence. Where the speech in it is, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

import numpy as np

from voicecoach.pcm import FULL_SCALE
from voicecoach.speech.engine import Waveform
from voicecoach.speech.shape import HOP_MS, Floats, clear, energies

MARGIN_BEFORE_MS, MARGIN_AFTER_MS = 40, 80
"""What is kept around speech: a soft sound begins and ends below what counts as speech."""

QUIET_LUFS = -45.0
"""Speech below this has to be made so loud that the noise of the microphone itself is heard."""

SILENT_LUFS = -60.0
NOISY_DB = 20.0
"""Noise that is nearer to the speech than this is heard in every pause."""

_ABOVE_NOISE_DB = 8.0
_BELOW_SPEECH_DB = 35.0
_MOST_NOISE_DB = 18.0
"""Below the speech: what is nearer to it, in a file that was cut to the word, is the word's own end."""

_NOISE_PERCENTILE = 10
_LOUDEST_HOPS = 20
_ALL_NOISE_DB = 15.0
_LEAST_HOPS = 4
"""What is shorter than this is a click, unless it is near to speech: the last letter of `Right.` is that short."""

_NEAR_HOPS = 20
_LEAST_PAUSE_HOPS = 20
"""So much beside the speech shows how much noise there is."""

_FULL = 0.97
_EQUAL = 1e-4
_CLIPPED_RUN = 4
"""So many samples side by side with one value near full scale are a cut peak: no speech stands still there."""

_PEAK = 0.5


class Flaw(StrEnum):
    """What may be wrong with a take, as a clause about it."""

    SILENT = "nothing is heard in it"
    CLIPPED = "it is too loud: its peaks are cut off"
    QUIET = "it is very quiet"
    NOISY = "there is noise behind the voice"
    CUT = "the speech begins before it, or ends after it"


@dataclass(frozen=True)
class Take:
    """Mono samples, full scale 1.0, at `rate_hz`."""

    samples: Floats
    rate_hz: int

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.samples) / self.rate_hz

    @cached_property
    def clear(self) -> Floats:
        """The samples without rumble."""
        return clear(self.samples, self.rate_hz)

    @cached_property
    def loudness_lufs(self) -> Floats:
        """The loudness of every `HOP_MS`, without rumble."""
        count = len(self.samples) * 1000 // (self.rate_hz * HOP_MS)
        if not count:
            return np.zeros(0)
        mean_squares = energies(self.clear, self.rate_hz, count)
        loudness: Floats = -0.691 + 10 * np.log10(np.maximum(mean_squares, 1e-12))
        return loudness


def speech_in(take: Take) -> Take:
    """The take from a little before the speech in it to a little after; all of it where no speech is found."""
    span = _span(take.loudness_lufs)
    return take if span is None else _cut(take.samples, take.rate_hz, span)


def clear_speech_in(take: Take) -> Take | None:
    """As `speech_in`, without rumble; None where no speech is found."""
    span = _span(take.loudness_lufs)
    return None if span is None else _cut(take.clear, take.rate_hz, span)


def flaws(take: Take) -> list[Flaw]:
    """What is wrong with a whole take, the worst first. What lies around the speech tells the noise."""
    hops = take.loudness_lufs
    span = _span(hops)
    if span is None:
        return [Flaw.SILENT]
    speech_lufs, above_noise_db = _speech_lufs(hops), _speech_lufs(hops) - _noise_lufs(hops)
    has_pause = len(hops) - (span[1] - span[0]) >= _LEAST_PAUSE_HOPS
    is_noise = above_noise_db < (NOISY_DB if has_pause else _ALL_NOISE_DB)
    found = {
        Flaw.CLIPPED: is_clipped(take),
        Flaw.QUIET: speech_lufs < QUIET_LUFS,
        Flaw.NOISY: is_noise,
        Flaw.CUT: not is_noise and (span[0] <= 1 or span[1] >= len(hops) - 1),
    }
    return [flaw for flaw, is_there in found.items() if is_there]


def is_clipped(take: Take) -> bool:
    """Whether peaks of it were cut off."""
    loud = np.abs(take.samples)
    same = (loud[1:] >= _FULL) & (np.abs(np.diff(take.samples)) < _EQUAL)
    return any(end - start >= _CLIPPED_RUN - 1 for start, end in _runs(same))


def waveform_of(take: Take) -> Waveform:
    """The take as engines give their sound, with its peak at half of full scale: 16 bits are enough for it then."""
    peak = float(np.abs(take.samples).max(initial=0))
    scaled = take.samples * (_PEAK / peak) if peak else take.samples
    return Waveform(np.rint(scaled * (FULL_SCALE - 1)).astype(np.int16).tobytes(), take.rate_hz)


def _cut(samples: Floats, rate_hz: int, hops: tuple[int, int]) -> Take:
    """The part that these hops are, with the margins around it."""
    first = max(0, hops[0] * HOP_MS - MARGIN_BEFORE_MS) * rate_hz // 1000
    last = (hops[1] * HOP_MS + MARGIN_AFTER_MS) * rate_hz // 1000
    return Take(samples[first:last], rate_hz)


def _speech_lufs(hops: Floats) -> float:
    """How loud the loudest parts are, a fifth of a second of them."""
    return float(np.sort(hops)[-_LOUDEST_HOPS:].mean())


def _noise_lufs(hops: Floats) -> float:
    """How loud the quietest tenth is at most."""
    return float(np.percentile(hops, _NOISE_PERCENTILE))


def _span(hops: Floats) -> tuple[int, int] | None:
    """The first hop with speech and the one after the last; None if there is no speech."""
    if not len(hops) or (speech_lufs := _speech_lufs(hops)) < SILENT_LUFS:
        return None
    noise_lufs = min(_noise_lufs(hops), speech_lufs - _MOST_NOISE_DB)
    runs = _runs(hops > max(noise_lufs + _ABOVE_NOISE_DB, speech_lufs - _BELOW_SPEECH_DB))
    long = [run for run in runs if run[1] - run[0] >= _LEAST_HOPS]
    if not long:
        return None
    return _with_short_ones(runs, long[0][0], long[-1][1])


def _with_short_ones(runs: list[tuple[int, int]], first: int, end: int) -> tuple[int, int]:
    """The span with those runs before and after it that are near enough to be part of a word."""
    for run in reversed(runs):
        if run[1] <= first and first - run[1] <= _NEAR_HOPS:
            first = run[0]
    for run in runs:
        if run[0] >= end and run[0] - end <= _NEAR_HOPS:
            end = run[1]
    return first, end


def _runs(wanted: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """Where `wanted` is true: the first place of each run and the one after its last."""
    edges = np.flatnonzero(np.diff(np.pad(wanted, 1).astype(np.int8)))
    return [(int(start), int(end)) for start, end in list(pairwise(edges))[::2]]
