"""Tempos as they are written."""

from __future__ import annotations

import re

from voicecoach.definitions.amounts import Tempo
from voicecoach.definitions.notation.notation_error import NotationError, shown, written
from voicecoach.times import Ms, ms

EXPLOSIVE_MS = Ms(500)
"""How long an explosive part (`X`) is given: as fast as one can, with the beat still felt. Our choice."""
TEMPO_FORM = "Write four numbers of seconds, such as 3-0-1-1 (down, pause, up, pause); X is explosive."
_TEMPO_PARTS = 4


def parse_tempo(value: object) -> Tempo:
    """`3-1-1-0`, `3:1:X:0`, `31X0` as a tempo. Raises NotationError."""
    text = written(value, "a tempo", TEMPO_FORM).upper()
    parts = re.split(r" ?[-‑–—−:/] ?| ", text) if re.search(r"[-‑–—−:/ ]", text) else list(text)
    if len(parts) != _TEMPO_PARTS:
        raise NotationError(f"{shown(value)} is not a tempo. {TEMPO_FORM}")
    lengths = [_tempo_part(value, part) for part in parts]
    if not any(lengths):
        raise NotationError(f"{shown(value)} takes no time at all. {TEMPO_FORM}")
    return Tempo(*lengths)


def _tempo_part(value: object, part: str) -> Ms:
    if part == "X":
        return EXPLOSIVE_MS
    if not re.fullmatch(r"\d{1,2}(\.\d)?", part):
        problem = f"{shown(value)} is not a tempo: {part!r} is not a number of seconds up to 99."
        raise NotationError(f"{problem} {TEMPO_FORM}")
    return ms(float(part))
