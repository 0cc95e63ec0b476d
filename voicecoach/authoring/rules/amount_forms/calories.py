"""Calories that a machine counts: `12 cal row`. All others are no amount."""

from __future__ import annotations

_MACHINES = [
    "row",
    "rower",
    "rowing",
    "erg",
    "ergo",
    "bike",
    "ski",
    "skier",
    "run",
    "treadmill",
    "assault",
    "echo",
    "airdyne",
]
_MACHINE = rf"(?:{'|'.join(_MACHINES)}|rows|air|c2|concept|versa\w*|cross-?trainer|elliptical|machine|calories|cals)"
_BEHIND = "|".join(
    rf"(?<=\b{one}{mark})"
    for one in _MACHINES
    for mark in (r"\x20", r":\x20", r",\x20", r"\x20x\x20", r"\x20-\x20", r"\x20for\x20")
)
_MANY = r"(?P<calories>\d{1,3})(?: ?[/-] ?\d{1,3})?[ -]?"
CALORIES = (
    (
        rf"(?<![\d./]){_MANY}(?:k?cals?|calories)_(?:on|of)_(?:the_|an?_)?"  # 12 cal on the bike
        rf"(?=(?:[\w-]+_){{0,2}}{_MACHINE}\b)"
    ),
    (
        rf"(?<![\d./]){_MANY}(?=k?cals?\b|calories?\b)"  # 12 cal row
        rf"(?=[a-z]+[\s-]+(?:\(?(?:on|of|each|the|an?)_)*(?:[\w-]+_){{0,2}}{_MACHINE}\b)"
    ),
    rf"(?<![\d./]){_MANY}(?=(?:[\w-]+_){{0,1}}{_MACHINE}_(?:kcals?|cals?|calories)\b)",  # 15/12 echo bike calories
    rf"(?:{_BEHIND}){_MANY}(?:kcals?|cals?|calories)\b",  # row 12 cal
)
"""How they are written, in the language of `pattern`."""
