"""How the values of options are read, from the command line and from the configuration file alike."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.definitions.notation import (
    MAX_SETS,
    MAX_WEEKS,
    NotationError,
    NothingWrittenError,
    parse_count,
    parse_hold,
    parse_length,
    parse_name,
    parse_reps,
    parse_tempo,
    parse_weeks,
    shown,
)
from voicecoach.errors import ChoiceError, nearest
from voicecoach.folders import expanded
from voicecoach.plan.choices import parse_detail, parse_intro

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

AUTO = "auto"
"""`--week auto`: the week that the history says is next."""
MAX_MINUTES = 24 * 60
MAX_KBPS = 1000
FIRST_YEAR, LAST_YEAR = 2000, 2199
MAX_PORT = 65_535
RELEASES = ("all", "weekly")
LAST_HOUR, LAST_MINUTE = 23, 59
MAX_ALARM_MIN = 7 * 24 * 60
LEAST_MUSIC_DB, MOST_MUSIC_DB = -40, 12


def _variation(value: object) -> tuple[tuple[str, str], ...]:
    exercise, _, names = (part.strip() for part in _text(value).partition("="))
    parts = [name.strip() for name in names.split("+")]
    if not exercise or not all(parts):
        raise NotationError(f"{shown(value)} is not a variation. Write EXERCISE=NAME, such as step-up=running-pose.")
    return tuple((exercise, name) for name in parts)


def _number(value: object) -> float:
    try:
        number = float(_text(value).replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        raise NotationError(f"{shown(value)} is not a number.") from None
    if not math.isfinite(number):
        raise NotationError(f"{shown(value)} is not a number to work with.")
    return number


def _decibels(value: object) -> float:
    number = _number(value)
    if not LEAST_MUSIC_DB <= number <= MOST_MUSIC_DB:
        raise NotationError(f"{shown(value)} is not between {LEAST_MUSIC_DB} and {MOST_MUSIC_DB} dB.")
    return number


def _rate(value: object) -> float:
    from voicecoach.speech.choice import VoiceChoice

    return VoiceChoice(rate=_number(value)).rate


def _command(value: object) -> tuple[str, ...]:
    from voicecoach.speech.engines.command import parse_template

    if isinstance(value, list):
        return parse_template([_text(part) for part in value])
    return parse_template(_text(value))


def _room_tone(value: object) -> str:
    from voicecoach.mix.room_tone import parse_room_tone

    text = _text(value)
    parse_room_tone(text)
    return text


def _whole(value: object) -> int:
    if not re.fullmatch(r"[-+]?\d{1,18}", _text(value)):
        raise NotationError(f"{shown(value)} is not a whole number of at most 18 digits.")
    return int(_text(value))


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise NotationError(f"{shown(value)} is neither true nor false.")
    return value


def _text(value: object) -> str:
    """A word or a number as it was written."""
    text = str(value).strip()
    if value is None or not text:
        raise NothingWrittenError(f"{shown(value)} where a text was expected.")
    if isinstance(value, (bool, list, dict)):
        raise NotationError(f"{shown(value)} where a text was expected.")
    if not text.isprintable():
        raise NotationError(f"{shown(value)} has characters that don't show. Remove them.")
    return text


def _file_name(value: object) -> str:
    """The name of a file or folder: of any characters but control characters, which no message could show."""
    text = str(value)
    if value is None or not text.strip():
        raise NothingWrittenError(f"{shown(value)} where a name was expected.")
    if isinstance(value, (bool, list, dict)):
        raise NotationError(f"{shown(value)} where a name was expected.")
    if any(unicodedata.category(character) == "Cc" for character in text):
        raise NotationError(f"{shown(value)} has characters that don't show. Remove them.")
    return text


def typed_path(name: str) -> Path:
    """The path that a name on the command line means. Raises ChoiceError for one that no message could show."""
    try:
        return expanded(_file_name(name) if name.strip() else name)
    except NotationError as error:
        raise ChoiceError(str(error)) from None


def _day(value: object) -> date:
    """A day such as `2026-11-30`."""
    try:
        day = date.fromisoformat(str(value).strip())
    except ValueError:
        raise NotationError(f"{shown(value)} is not a date. Write year-month-day, such as 2026-11-30.") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotationError(f"{shown(value)} is not between {FIRST_YEAR} and {LAST_YEAR}.")
    return day


def _days(value: object) -> tuple[int, ...]:
    from voicecoach.outputs.export.dates import parse_days

    return parse_days(value)


def _time_of_day(value: object) -> time:
    """A time such as `18:30`; YAML may have made minutes of it."""
    match = re.fullmatch(r"(\d{1,2})[:.](\d\d)", _text(value))
    if not match or int(match[1]) > LAST_HOUR or int(match[2]) > LAST_MINUTE:
        raise NotationError(f"{shown(value)} is not a time of day. Write hours and minutes, such as 18:30.")
    return time(int(match[1]), int(match[2]))


def _timezone(value: object) -> ZoneInfo:
    from zoneinfo import ZoneInfo, available_timezones

    text = _text(value)
    zones = available_timezones()
    if text not in zones:
        raise NotationError(
            f"{shown(value)} is not a time zone. Write a continent and a city, such as Europe/Berlin."
            f"{nearest(text, zones)}"
        )
    return ZoneInfo(text)


def _base_url(value: object) -> str:
    """The address of a folder in the web, with a slash at its end."""
    from urllib.parse import quote, urlsplit

    text = _text(value)
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except (UnicodeError, ValueError):
        host = ""
    if not host or parts.scheme not in {"http", "https"} or re.search(r"[\s\"<>\\]", text):
        problem = f"{shown(value)} is not a web address."
        raise NotationError(f"{problem} It begins with https://, such as https://example.org/sam/.")
    if parts.query or parts.fragment or parts.username or parts.password:
        raise NotationError(f"{shown(value)} has more than an address: a ?, a # or a name before an @. Leave that out.")
    named = f"[{host}]" if ":" in host else host
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    return f"{parts.scheme}://{named}{port}{path.rstrip('/')}/"


def _release(value: object) -> str:
    """Which episodes a feed has: `all`, or `weekly` those of the weeks that have begun."""
    text = _text(value).lower()
    if text not in RELEASES:
        raise NotationError(f"{shown(value)} is not one of {', '.join(RELEASES)}.{nearest(text, RELEASES)}")
    return text


def _port(value: object) -> int:
    text = _text(value)
    if not re.fullmatch(r"\d{1,5}", text) or not 1 <= int(text) <= MAX_PORT:
        raise NotationError(f"{shown(value)} is not a port. A port is a number from 1 to {MAX_PORT}.")
    return int(text)


PARSERS: Mapping[str, Callable[[object], object]] = {
    "week": lambda value: AUTO if value == AUTO else parse_count(value, "weeks", MAX_WEEKS),
    "without": _text,
    "with_": _text,
    "variation": _variation,
    "minutes": lambda value: parse_count(value, "minutes", MAX_MINUTES),
    "only": _text,
    "sets": lambda value: parse_count(value, "sets", MAX_SETS),
    "reps": parse_reps,
    "hold": parse_hold,
    "rest": parse_length,
    "tempo": parse_tempo,
    "lead_in": parse_length,
    "detail": parse_detail,
    "count_aloud": _truth,
    "intro": parse_intro,
    "phrases": _file_name,
    "client": parse_name,
    "voice": _text,
    "count_voice": _text,
    "engine": _text,
    "command": _command,
    "rate": _rate,
    "seed": _whole,
    "lexicon": _file_name,
    "tones": _file_name,
    "unlimited": _truth,
    "output": _file_name,
    "bitrate": lambda value: parse_count(value, "kbit/s", MAX_KBPS),
    "room_tone": _room_tone,
    "music": _file_name,
    "music_level": _decibels,
    "split": _truth,
    "pictures": _truth,
    "weeks": parse_weeks,
    "coach": _file_name,
    "start": _day,
    "days": _days,
    "time": _time_of_day,
    "timezone": _timezone,
    "alarm": lambda value: parse_count(value, "minutes", MAX_ALARM_MIN),
    "base_url": _base_url,
    "release": _release,
    "zip_": _truth,
    "port": _port,
}
REPEATABLE = {"without", "with_", "variation", "only"}
LISTS = {"command", "days"}
"""Values that may be a list and are one value all the same."""
