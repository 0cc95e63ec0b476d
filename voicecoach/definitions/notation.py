"""The short notations people write: lengths of time, tempos, amounts, whole prescriptions.

Each function takes what stood in the file or on the command line and gives a value, or raises `NotationError` whose
message says what is wrong and shows the form that works.
"""

from __future__ import annotations

import re

from voicecoach.definitions.model import Amount, Prescription, Tempo, Unit
from voicecoach.times import GRID_MS, Ms, ms

HOUR_MS = 3_600_000
MAX_LENGTH_MS = Ms(24 * HOUR_MS)
MAX_SETS = 1000
MAX_REPS = 100_000
MAX_WEEKS = 520
EXPLOSIVE_MS = Ms(500)
"""How long an explosive part (`X`) is given: as fast as one can, with the beat still felt. Our choice."""


class NotationError(ValueError):
    """What was written can't be read; the message is for its author."""


_UNITS_MS = {"": 1000, "s": 1000, "sec": 1000, "secs": 1000, "second": 1000, "seconds": 1000,
             "m": 60_000, "min": 60_000, "mins": 60_000, "minute": 60_000, "minutes": 60_000,
             "h": HOUR_MS, "ms": 1}  # fmt: skip
_NUMBER = r"\d{1,9}(?:[.,]\d{1,6})?"
_LENGTH = re.compile(rf"({_NUMBER})\s*([a-z]*)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})")
_LENGTH_FORMS = "Write seconds (30, 30 s), minutes (2 min) or minutes and seconds (1:30)."


def parse_length(value: object, *, zero: bool = False) -> Ms:
    """`30`, `30 s`, `1.5 min`, `1:30` or `0:45` as ms. `zero` says whether nothing at all is allowed."""
    length = _length_ms(value)
    if length < 0 or (length == 0 and not zero):
        raise NotationError(f"{value!r} is not more than zero. {_LENGTH_FORMS}")
    if length > MAX_LENGTH_MS:
        raise NotationError(f"{value!r} is longer than 24 hours.")
    if length % GRID_MS:
        raise NotationError(f"{value!r} is finer than a tenth of a second. {_LENGTH_FORMS}")
    return length


def _length_ms(value: object) -> Ms:
    if isinstance(value, bool) or value is None:
        raise NotationError(f"{value!r} is not a length of time. {_LENGTH_FORMS}")
    if isinstance(value, (int, float)):
        if not abs(value) <= MAX_LENGTH_MS:  # also true of not-a-number
            raise NotationError(f"{value!r} is not a length of time. {_LENGTH_FORMS}")
        return ms(value) if value >= 0 else Ms(-1)
    text = str(value).strip()
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, secs = (int(part or 0) for part in clock.groups())
        if secs > 59:
            raise NotationError(f"{text!r} has more than 59 seconds after the colon. {_LENGTH_FORMS}")
        return Ms((hours * 3600 + minutes * 60 + secs) * 1000)
    match = _LENGTH.fullmatch(text)
    if not match or match[2].lower() not in _UNITS_MS:
        raise NotationError(f"{text!r} is not a length of time. {_LENGTH_FORMS}")
    return Ms(int(float(match[1].replace(",", ".")) * _UNITS_MS[match[2].lower()] + 0.5))


def parse_lengthy(value: object) -> Ms:
    """A length of time that may also be zero, such as a rest."""
    return parse_length(value, zero=True)


_TEMPO_FORM = "Write four numbers of seconds, such as 3-0-1-1 (down, pause, up, pause); X is explosive."


def parse_tempo(value: object) -> Tempo:
    """`3-1-1-0`, `3:1:X:0`, `31X0` as a tempo."""
    text = str(value).strip().upper()
    parts = re.split(r"[-–:/ ]+", text) if re.search(r"[-–:/ ]", text) else list(text)
    if len(parts) != len(("eccentric", "bottom", "concentric", "top")):
        raise NotationError(f"{value!r} is not a tempo. {_TEMPO_FORM}")
    tempo = Tempo(*(_tempo_part(value, part) for part in parts))
    if not (tempo.eccentric or tempo.concentric or tempo.bottom or tempo.top):
        raise NotationError(f"{value!r} takes no time at all. {_TEMPO_FORM}")
    return tempo


def _tempo_part(value: object, part: str) -> Ms:
    if part == "X":
        return EXPLOSIVE_MS
    if not re.fullmatch(r"\d{1,2}(\.\d)?", part):
        raise NotationError(f"{value!r} is not a tempo: {part!r} is not a number of seconds up to 99. {_TEMPO_FORM}")
    return ms(float(part))


_AMOUNT = re.compile(
    rf"(?P<low>(?:\d{{1,3}}:)?\d{{1,3}}:\d{{2}}|{_NUMBER})\s*(?P<low_unit>[a-z]*)"
    rf"(?:\s*(?:-|–|to)\s*(?P<high>(?:\d{{1,3}}:)?\d{{1,3}}:\d{{2}}|{_NUMBER})\s*(?P<unit>[a-z]*))?",
    re.IGNORECASE,
)
_REP_WORDS = {"", "rep", "reps"}
_AMOUNT_FORM = "Write repetitions (10, 8-10) or a time (45 s, 30-45 s, 1:30)."


def parse_amount(value: object) -> Amount:
    """`10`, `8-10`, `45 s`, `30-45 s`, `1:30` as an amount of work."""
    text = str(value).strip()
    match = _AMOUNT.fullmatch(text)
    if isinstance(value, bool) or not match:
        raise NotationError(f"{value!r} is not an amount of work. {_AMOUNT_FORM}")
    low, high = match["low"], match["high"] or match["low"]
    unit = (match["unit"] or match["low_unit"]).lower()
    if ":" in low + high or unit not in _REP_WORDS:
        clock_unit = unit if unit not in _REP_WORDS else ""
        lengths = [parse_length(end if ":" in end else f"{end} {clock_unit}".strip()) for end in (low, high)]
        return _ordered(text, lengths[0], lengths[1], Unit.MS)
    if not (low.isdecimal() and high.isdecimal()):
        raise NotationError(f"{value!r} is not a whole number of repetitions. {_AMOUNT_FORM}")
    if int(low) < 1 or int(high) > MAX_REPS:
        raise NotationError(f"{value!r} is not between 1 and {MAX_REPS} repetitions.")
    return _ordered(text, int(low), int(high), Unit.REPS)


def _ordered(text: str, low: int, high: int, unit: Unit) -> Amount:
    if low > high:
        raise NotationError(f"{text!r} runs backwards: write the smaller number first.")
    return Amount(low, high, unit)


def parse_hold(value: object) -> Amount:
    """A time to hold; a bare number is seconds."""
    if isinstance(value, (int, float)) or str(value).strip().replace("-", "").isdecimal():
        value = f"{value} s"
    amount = parse_amount(value)
    if amount.unit is not Unit.MS:
        raise NotationError(f"{value!r} is not a time to hold. Write seconds (30, 30-45 s) or minutes (1:30).")
    return amount


_PRESCRIPTION = re.compile(
    r"(?:(?P<sets>\d{1,6})\s*(?:x|×|sets?\s+of)\s*)?"
    r"(?P<start>[^@/>→]+?)"
    r"(?P<side>\s*/\s*(?:side|leg|arm)|\s+(?:each|per|a)\s+(?:side|leg|arm))?"
    r"(?:\s*@\s*(?P<tempo>[\dXx.:–-]+))?"
    r"(?:\s*,?\s*(?:with\s+)?rest\s+(?P<rest>[\d.:]+\s*[a-z]*))?"
    r"(?:\s*(?:->|→)\s*(?P<goal>.+?))?"
    r"(?:\s+over\s+(?P<weeks>\d{1,6})\s+weeks?)?",
    re.IGNORECASE,
)
_PRESCRIPTION_FORM = "Write sets and amounts, such as 3x8-10, 3x45 s, 3x12/side @3-1-1-0 or 8-10 -> 12-15 over 6 weeks."


def parse_prescription(value: object) -> Prescription:
    """`3x8-10`, `3 x 10 each leg`, `3×45 s`, `3x12/side @3-1-1-0`, `4x6 rest 90s`, `30s -> 60s over 4 weeks`."""
    text = " ".join(str(value).split())
    match = _PRESCRIPTION.fullmatch(text)
    if isinstance(value, bool) or not match:
        raise NotationError(f"{value!r} is not a prescription. {_PRESCRIPTION_FORM}")
    start = parse_amount(match["start"])
    goal = parse_amount(match["goal"]) if match["goal"] else None
    if goal and goal.unit is not start.unit:
        raise NotationError(f"{value!r} starts in one unit and ends in another. {_PRESCRIPTION_FORM}")
    return Prescription(
        sets=parse_count(match["sets"], "sets", MAX_SETS) if match["sets"] else None,
        start=start,
        goal=goal,
        weeks=parse_count(match["weeks"], "weeks", MAX_WEEKS) if match["weeks"] else None,
        tempo=parse_tempo(match["tempo"]) if match["tempo"] else None,
        rest=parse_lengthy(match["rest"].strip()) if match["rest"] else None,
        per_side=bool(match["side"]),
    )


def parse_count(value: object, what: str, most: int) -> int:
    """A whole number from one to `most`."""
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,9}", text) or not 1 <= int(text) <= most:
        raise NotationError(f"{value!r} is not a number of {what} from 1 to {most}.")
    return int(text)
