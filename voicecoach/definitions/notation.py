"""The short notations people write: lengths of time, tempos, amounts, whole prescriptions.

Each function takes what stood in the file or on the command line and gives a value, or raises `NotationError` whose
message says what is wrong and shows the form that works.
"""

from __future__ import annotations

import re
import unicodedata

from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Tempo, Unit
from voicecoach.times import GRID_MS, Ms, ms

SECOND_MS, MINUTE_MS, HOUR_MS = 1000, 60_000, 3_600_000
MAX_LENGTH_MS = Ms(24 * HOUR_MS)
MAX_SETS = 1000
MAX_REPS = 100_000
MAX_WEEKS = 1000
MAX_NAME_CHARACTERS = 300
JOINERS = frozenset("\u200c\u200d") | frozenset(map(chr, range(0xE0020, 0xE0080)))
"""The invisible characters that join or part the letters of some scripts, and the parts of some emoji and flags."""
MAX_CHARACTERS = 100
"""No notation is longer; what is would only keep the patterns busy."""
EXPLOSIVE_MS = Ms(500)
"""How long an explosive part (`X`) is given: as fast as one can, with the beat still felt. Our choice."""


class NotationError(ValueError):
    """What was written can't be read; the message is for its author."""


def shown(value: object) -> str:
    """A value as it is quoted in a message: cut if it is long, lists and mappings by what they are."""
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= MAX_CHARACTERS else f"{text[:MAX_CHARACTERS]}…"


def _written(value: object, what: str, form: str) -> str:
    """What was written, trimmed; refuses what can't be a notation of any kind."""
    text = " ".join(str(value).split()) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    if not text or len(text) > MAX_CHARACTERS:
        raise NotationError(f"{shown(value)} is not {what}. {form}")
    return text


_UNITS_MS = {
    **dict.fromkeys(("", "s", "sec", "secs", "second", "seconds"), SECOND_MS),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), MINUTE_MS),
    **dict.fromkeys(("h", "hour", "hours"), HOUR_MS),
    "ms": 1,
}
_NUMBER = r"\d{1,9}(?:[.,]\d{1,6})?"
_LENGTH = re.compile(rf"({_NUMBER})\s*([a-z]*)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})")
_SIXTY = 60
_LENGTH_FORM = "Write seconds (30, 30 s), minutes (2 min) or minutes and seconds (1:30)."


def parse_length(value: object) -> Ms:
    """`30`, `30 s`, `1.5 min`, `1:30`, `0:45` or `0` as a time of whole tenths of a second, at most a day."""
    length = _length_ms(value)
    if length > MAX_LENGTH_MS:
        raise NotationError(f"{shown(value)} is longer than 24 hours. {_LENGTH_FORM}")
    if length % GRID_MS:
        raise NotationError(f"{shown(value)} is finer than a tenth of a second. {_LENGTH_FORM}")
    return length


def _length_ms(value: object) -> Ms:
    text = _written(value, "a length of time", _LENGTH_FORM)
    if isinstance(value, (int, float)):
        if not 0 <= value < float("inf"):  # refuses not-a-number as well
            raise NotationError(f"{shown(value)} is not a length of time. {_LENGTH_FORM}")
        return ms(value)
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        if seconds >= _SIXTY or (clock[1] and minutes >= _SIXTY):
            raise NotationError(f"{shown(value)} has more than 59 after a colon. {_LENGTH_FORM}")
        return Ms(hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS)
    match = _LENGTH.fullmatch(text)
    if not match or match[2].lower() not in _UNITS_MS:
        raise NotationError(f"{shown(value)} is not a length of time. {_LENGTH_FORM}")
    return ms(float(match[1].replace(",", ".")) * _UNITS_MS[match[2].lower()] / SECOND_MS)


_TEMPO_FORM = "Write four numbers of seconds, such as 3-0-1-1 (down, pause, up, pause); X is explosive."
_TEMPO_PARTS = 4


def parse_tempo(value: object) -> Tempo:
    """`3-1-1-0`, `3:1:X:0`, `31X0` as a tempo."""
    text = _written(value, "a tempo", _TEMPO_FORM).upper()
    parts = re.split(r" *[-–:/] *| +", text) if re.search(r"[-–:/ ]", text) else list(text)
    if len(parts) != _TEMPO_PARTS:
        raise NotationError(f"{shown(value)} is not a tempo. {_TEMPO_FORM}")
    lengths = [_tempo_part(value, part) for part in parts]
    if not any(lengths):
        raise NotationError(f"{shown(value)} takes no time at all. {_TEMPO_FORM}")
    return Tempo(*lengths)


def _tempo_part(value: object, part: str) -> Ms:
    if part == "X":
        return EXPLOSIVE_MS
    if not re.fullmatch(r"\d{1,2}(\.\d)?", part):
        problem = f"{shown(value)} is not a tempo: {part!r} is not a number of seconds up to 99."
        raise NotationError(f"{problem} {_TEMPO_FORM}")
    return ms(float(part))


_END = rf"(?:\d{{1,3}}:)?\d{{1,3}}:\d{{2}}|{_NUMBER}"
_AMOUNT = re.compile(
    rf"(?P<low>{_END})\s*(?P<low_unit>[a-z]*)(?:\s*(?:-|–|to)\s*(?P<high>{_END})\s*(?P<unit>[a-z]*))?",
    re.IGNORECASE,
)
_REP_WORDS = {"rep", "reps"}
_AMOUNT_FORM = "Write repetitions (10, 8-10) or a time (45 s, 30-45 s, 1:30)."


def parse_amount(value: object) -> Amount:
    """`10`, `8-10`, `45 s`, `30-45 s`, `1:30` as an amount of work."""
    text = _written(value, "an amount of work", _AMOUNT_FORM)
    match = _AMOUNT.fullmatch(text)
    if not match:
        raise NotationError(f"{shown(value)} is not an amount of work. {_AMOUNT_FORM}")
    high_unit = (match["unit"] or match["low_unit"]).lower()
    low_unit = match["low_unit"].lower() or high_unit
    low, high = match["low"], match["high"] or match["low"]
    is_time = ":" in low + high or not {low_unit, high_unit} <= {"", *_REP_WORDS}
    if is_time and _REP_WORDS & {low_unit, high_unit}:
        raise NotationError(f"{shown(value)} is both repetitions and a time. {_AMOUNT_FORM}")
    if is_time:
        return _ordered(text, _work_ms(value, low, low_unit), _work_ms(value, high, high_unit), Unit.MS)
    return _ordered(text, _work_reps(value, low), _work_reps(value, high), Unit.REPS)


def _work_ms(value: object, number: str, unit: str) -> Ms:
    length = parse_length(number if ":" in number else f"{number} {unit}")
    if not length:
        raise NotationError(f"{shown(value)} is no time at all. {_AMOUNT_FORM}")
    return length


def _work_reps(value: object, number: str) -> int:
    if not number.isdecimal():
        raise NotationError(f"{shown(value)} is not a whole number of repetitions. {_AMOUNT_FORM}")
    if not 1 <= int(number) <= MAX_REPS:
        raise NotationError(f"{shown(value)} is not between 1 and {MAX_REPS} repetitions. {_AMOUNT_FORM}")
    return int(number)


def _ordered(text: str, low: int, high: int, unit: Unit) -> Amount:
    if low > high:
        raise NotationError(f"{text!r} runs backwards: write the smaller number first.")
    return Amount(low, high, unit)


_HOLD_FORM = "Write seconds (30, 30-45 s) or minutes (1:30)."
_BARE = re.compile(rf"{_NUMBER}(?:\s*(?:-|–|to)\s*{_NUMBER})?")


def parse_hold(value: object) -> Amount:
    """A time to hold; a bare number is seconds."""
    text = _written(value, "a time to hold", _HOLD_FORM)
    amount = parse_amount(f"{text} s" if _BARE.fullmatch(text) else text)
    if amount.unit is not Unit.MS:
        raise NotationError(f"{shown(value)} is not a time to hold. {_HOLD_FORM}")
    return amount


def parse_reps(value: object) -> Amount:
    """A number of repetitions, or a range of them."""
    amount = parse_amount(value)
    if amount.unit is not Unit.REPS:
        raise NotationError(f"{shown(value)} is a time, not a number of repetitions. Write 10 or 8-10.")
    return amount


_SIDE = re.compile(r"\s*/\s*(?:side|leg|arm)\b|\s+(?:on\s+)?(?:each|per|a)\s+(?:side|leg|arm)\b", re.IGNORECASE)
_TEMPO = re.compile(r"\s*@\s*([\dX.:–-]*[\dX.:–])", re.IGNORECASE)
_REST = re.compile(
    rf"\s*,?\s*(?:with\s+)?rest\s+([\d.:]+(?:\s*(?:{'|'.join(filter(None, _UNITS_MS))})\b)?)", re.IGNORECASE
)
_ADDITIONS = f"(?:{'|'.join(re.sub(r'[(](?![?])', '(?:', one.pattern) for one in (_SIDE, _TEMPO, _REST))})*"
"""What may stand after an amount, in any order."""
_PRESCRIPTION = re.compile(
    r"(?:(?P<sets>\d{1,6})\s*(?:x|×|sets?\s+of)\s*)?"
    rf"(?P<start>[^@/>→]+?)(?P<with_start>{_ADDITIONS})"
    rf"(?:\s*(?:->|→)\s*(?P<goal>[^@/>→]+?)(?P<with_goal>{_ADDITIONS}))?"
    rf"(?:\s+over\s+(?P<weeks>\d{{1,6}})\s+weeks?)?(?P<with_weeks>{_ADDITIONS})",
    re.IGNORECASE,
)
_PRESCRIPTION_FORM = "Write sets and amounts, such as 3x8-10, 3x45 s, 3x12/side @3-1-1-0 or 8-10 -> 12-15 over 6 weeks."


def parse_prescription(value: object) -> Prescription:
    """`3x8-10`, `3 x 10 each leg`, `3×45 s`, `3x12/side @3-1-1-0`, `4x6 rest 90s`, `30s -> 60s over 4 weeks`."""
    match = _PRESCRIPTION.fullmatch(_written(value, "a prescription", _PRESCRIPTION_FORM))
    if not match:
        raise NotationError(f"{shown(value)} is not a prescription. {_PRESCRIPTION_FORM}")
    start = parse_amount(match["start"])
    goal = parse_amount(match["goal"]) if match["goal"] else None
    if goal and goal.unit is not start.unit:
        raise NotationError(f"{shown(value)} starts in one unit and ends in another. {_PRESCRIPTION_FORM}")
    additions = "".join(filter(None, match.group("with_start", "with_goal", "with_weeks")))
    tempo, rest = _once(_TEMPO, additions, value), _once(_REST, additions, value)
    return Prescription(
        sets=parse_count(match["sets"], "sets", MAX_SETS) if match["sets"] else None,
        start=start,
        goal=goal,
        weeks=parse_count(match["weeks"], "weeks", MAX_WEEKS) if match["weeks"] else None,
        tempo=parse_tempo(tempo) if tempo else None,
        rest=parse_length(rest) if rest else None,
        per_side=bool(_SIDE.search(additions)),
    )


def _once(pattern: re.Pattern[str], additions: str, value: object) -> str | None:
    """What the pattern found, which may be written once."""
    found = pattern.findall(additions)
    if len(found) > 1:
        raise NotationError(f"{shown(value)} says {found[0].strip()} and {found[1].strip()}. Leave one out.")
    return found[0] if found else None


def parse_count(value: object, what: str, most: int) -> int:
    """A whole number from one to `most`."""
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,9}", text) or not 1 <= int(text) <= most:
        raise NotationError(f"{shown(value)} is not a number of {what} from 1 to {most}.")
    return int(text)


def parse_name(value: object) -> str:
    """A name as its owner writes it, in any script: no control characters, no line breaks, single spaces.

    Invisible characters go, but for the joiners that scripts and emoji need. Raises NotationError.
    """
    text = str(value)
    if isinstance(value, (bool, list, dict)) or value is None or not text.strip():
        raise NotationError(f"{shown(value)} where a name was expected.")
    # Unassigned characters may be emoji that are newer than this Python.
    if any(unicodedata.category(character) in {"Cc", "Cs", "Co"} for character in text):
        raise NotationError(f"{shown(value)} has characters that don't show. Remove them.")
    visible = (char for char in text if unicodedata.category(char) != "Cf" or char in JOINERS)
    name = unicodedata.normalize("NFC", " ".join("".join(visible).split()))
    if not name or len(name) > MAX_NAME_CHARACTERS:
        raise NotationError(f"a name of {len(name)} characters; it has from 1 to {MAX_NAME_CHARACTERS}.")
    return name


def parse_weeks(value: object) -> tuple[int, ...]:
    """Weeks in order: `6` is the first six, `3-6` and `1,3,5` name them. Raises NotationError."""
    text = str(value).replace("–", "-").strip()
    if re.fullmatch(r"\d{1,9}", text) and not isinstance(value, bool):
        return tuple(range(1, parse_count(text, "weeks", MAX_WEEKS) + 1))
    weeks: set[int] = set()
    for part in text.split(",") if isinstance(value, str) else [""]:
        if not (match := re.fullmatch(r"\s*(\d{1,9})(?:\s*-\s*(\d{1,9}))?\s*", part)):
            raise NotationError(
                f"{shown(value)} is not a choice of weeks. Write 6 for the first six, or 3-6, or 1,3,5."
            )
        first, last = (parse_count(number, "weeks", MAX_WEEKS) for number in (match[1], match[2] or match[1]))
        if last < first:
            raise NotationError(f"{shown(value)} runs backwards. Write {last}-{first}.")
        weeks.update(range(first, last + 1))
    return tuple(sorted(weeks))


_LOAD = re.compile(
    r"(?P<number>\d{1,4}(?:[.,]\d{1,3})?)\s*(?P<unit>kg|lb|lbs|%)|rpe\s*(?P<rpe>\d{1,2}(?:[.,]5)?)", re.IGNORECASE
)
_LOAD_FORM = "Write a weight (16 kg), 70 % or RPE 8."


def parse_load(value: object) -> Load:
    """`16 kg`, `70 %`, `RPE 8` as a load."""
    text = _written(value, "a load", _LOAD_FORM)
    match = _LOAD.fullmatch(text)
    if not match:
        raise NotationError(f"{shown(value)} is not a load. {_LOAD_FORM}")
    if match["rpe"]:
        return Load(float(match["rpe"].replace(",", ".")), LoadUnit.RPE)
    return Load(float(match["number"].replace(",", ".")), LoadUnit(match["unit"].lower().removesuffix("s")))
