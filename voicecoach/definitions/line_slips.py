"""What is told of the pieces of a line that would pass for exercises and are none: settings with a slip, or astray."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from voicecoach.definitions.line_heads import LENGTH, is_like_head, read_setting
from voicecoach.definitions.line_names import matched_exactly
from voicecoach.definitions.line_numbers import A_NUMBER
from voicecoach.definitions.notation.spelling import in_digits
from voicecoach.errors import nearest_name

_SETTINGS = ("rest", "between", "rounds", "exercises", "takes", "tempo", "week", "work")
"""Words of settings that are looked for behind a slip; shorter ones are too near to other words."""
_SETTING_WORDS = frozenset(
    {*_SETTINGS, "round", "exercise", "each", "week", "cap", "limit", "for", "time", "no", "sec"}
)
_OTHER_WORDS = frozenset({"worm", "worms"})
"""Names of exercises that are a slip away from a setting."""
LEAST_LETTERS = 3
_NUMBER = rf"(?:\d+|{A_NUMBER})"
_ROUNDS = (
    (
        rf"(?:rounds?:?\s+)({_NUMBER})|({_NUMBER})\s+(?:rounds?|rds?)|repeat\s+({_NUMBER})(?:\s+times|\s*x)",
        "Write {} rounds and a colon before the exercises.",
    ),
)
_ASTRAY = (
    *_ROUNDS,
    (rf"weeks?:?\s+({_NUMBER})", "A line has no weeks. Choose one with --week {}."),
    (rf"takes:?\s+({LENGTH})", "Write it behind a distance: run 400 m takes {}."),
    (r"tempo:?\s+([\dx]\S*)", "Write it behind an amount: squats 3x10 @{}."),
    (rf"work:?\s+({LENGTH})", "Write work and rest before the exercises: 40/20 squats, plank."),
)
"""Settings that have their place elsewhere, and where."""


def slip_of(piece: str) -> tuple[str, str] | None:
    """The problem and its fix if a piece is a setting that is misspelled, or stands where it isn't one; else `None`."""
    meant = respelled(piece)
    if meant != piece and (read_setting(meant) or _astray(meant)):
        return f"{piece!r} is no exercise.", f"Did you mean {meant!r}?"
    fix = _astray(piece)
    return (f"{piece!r} is a setting that has its place elsewhere.", fix) if fix else None


def about_all(piece: str) -> tuple[str, str] | None:
    """The problem and its fix if a piece behind several exercises could be about all of them; else `None`."""
    fix = _astray(piece, _ROUNDS)
    if fix is None and re.fullmatch(r"(?:each|per|every)\s+(?:side|leg|arm)", piece, re.IGNORECASE):
        fix = f"Write it behind each exercise that it is about, without a comma: 10 lunges {piece}."
    return (f"{piece!r} could be about all exercises, or about the last one.", fix) if fix else None


def respelled(piece: str) -> str:
    """The piece with the words of settings in place of those that are a slip away from one."""
    return re.sub(r"[^\W\d_]+", lambda word: _word_meant(word[0]), piece)


def _word_meant(word: str) -> str:
    small = word.lower()
    if small in _SETTING_WORDS | _OTHER_WORDS or len(word) < LEAST_LETTERS or in_digits(word) != word:
        return word
    alike = [one for one in _SETTINGS if one[0] == small[0] or sorted(one) == sorted(small)]
    return nearest_name(small, alike) or word


def _astray(piece: str, forms: Iterable[tuple[str, str]] = _ASTRAY) -> str | None:
    for form, fix in forms:
        if match := re.fullmatch(form, piece, re.IGNORECASE):
            return fix.format(next(one for one in match.groups() if one))
    return None


def scheme_without_colon(text: str, known: Mapping[str, str]) -> str | None:
    """What to write for `21-15-9 thrusters and pull-ups`, which may be one exercise or two; else `None`."""
    match = re.fullmatch(r"(\d+(?:-\d+){2,})\s+([^\W\d_][^\d@]*?)(?:\s+for\s+time)?", text, re.IGNORECASE)
    if match is None or matched_exactly(match[2], known):
        return None
    names = [one for one in re.split(r"\s*[,&+]\s*|\s+and\s+", match[2], flags=re.IGNORECASE) if one]
    if len(names) == 1:
        return None
    or_one = "" if "," in match[2] else f", or {match[2]} {match[1]} if it is one exercise"
    return f"Write {match[1]}: {', '.join(names)}{or_one}."


def without_colons(text: str, known: Mapping[str, str]) -> str | None:
    """The line `squats: 3x10; rest: 60 s` without the colons between names and numbers, `None` if there are none."""

    def joined(match: re.Match[str]) -> str:
        name, amount = match.groups()
        is_name = matched_exactly(name, known) or read_setting(f"{name} {amount}") or not is_like_head(name)
        return f"{name} " if is_name else match[0]

    meant = re.sub(r"(?<![^\s,;])([^\W\d_][^:;,]*?)\s*:\s*(?=(\d[^;,]*))", joined, text)
    return meant if meant != text else None


def times_without_commas(text: str) -> str | None:
    """What to write for `run 60 s walk 90 s x8`, else `None`."""
    one = rf"(?!x\s)[^\W\d_](?:(?!\s[x×]\s)[^\d,;:])*?\s+{LENGTH}"
    match = re.fullmatch(rf"(?P<times>(?:{one}\s+)+{one})(?:\s*[x×]\s*(?P<rounds>\d+))?", text, re.IGNORECASE)
    if match is None:
        return None
    times = ", ".join(re.findall(one, match["times"], re.IGNORECASE))
    return f"Write {match['rounds']} rounds: {times}." if match["rounds"] else f"Put commas between them: {times}."
