"""Characters: what a voice can do something with stays, in its plainest form; emoji and signs go."""

from __future__ import annotations

import re
import unicodedata

ARROW, BULLET, DASH = "→", "•", "—"
"""Signs that stand for a pause, or between two numbers for a word."""

_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3")
_ALIKE = {
    **dict.fromkeys("“”„‟«»″〃", '"'),
    **dict.fromkeys("‘’‚‛′´ʼ", "'"),
    **dict.fromkeys("—―⸺⸻", DASH),
    **dict.fromkeys("–‒", "–"),
    **dict.fromkeys("‐‑\u2212", "-"),
    **dict.fromkeys("→➔➙➛➜➝➞➡⇒⟶⇨⟹", ARROW),
    **dict.fromkeys("•‣◦▪▸▹►▶·‧∙⁃●○■□◆◇★☆☐☑☒✓✔✗✘", BULLET),
    **dict.fromkeys("×✕✖⨯", "×"),
    **dict.fromkeys("±÷≈≤≥…°+=<>|~", None),
    **dict.fromkeys("†‡¶§※\\`^", ""),
    **dict.fromkeys("[]{}", " "),
    "\u200b": " ",
    "‼": "!",
    "⁉": "?",
    "⁇": "?",
    "〰": "",
    "ℹ": "",
    "№": "No. ",
    "℃": "°C",
    "℉": "°F",
    "⁄": "/",
    "_": " ",
}
"""What a character becomes; None: it stays."""


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = found = _plain(char)
        return found


def plain_characters(text: str) -> str:
    """`text` without emoji, signs and controls; quotes, dashes, spaces and styled letters in their usual form."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _KEYCAP.sub(" ", text))
    return text.translate(_TABLE)


def is_dropped_sign(char: str) -> bool:
    """Whether `char` is no emoji, may have been meant to be said, and isn't: `∑`, `①`."""
    return unicodedata.category(char) in {"Sm", "No"} and not char.translate(_TABLE).strip()


def _plain(char: str) -> str:
    if char in _ALIKE:
        alike = _ALIKE[char]
        return char if alike is None else alike
    category = unicodedata.category(char)
    if char.isascii() and category != "Cc":
        return char
    if category == "Mn":
        return "" if _varies(char) else char
    if category[0] in "LN" or category in {"Mc", "Sc", "Po", "Ps", "Pe", "Pi", "Pf", "Pc"}:
        return _compatible(char, category)
    return {"Cf": "", "Sk": "", "Me": "", "Pd": "-"}.get(category, " ")


def _compatible(char: str, category: str) -> str:
    """A letter, digit or mark in its plain form; `½` as `1/2` with room before it, circled digits not at all."""
    if category != "No":
        return unicodedata.normalize("NFKC", char)
    tag = unicodedata.decomposition(char).partition(" ")[0]
    if tag == "<fraction>":
        return " " + unicodedata.normalize("NFKC", char).replace("⁄", "/")
    return unicodedata.normalize("NFKC", char) if tag == "<sub>" else " "


def _varies(char: str) -> bool:
    """Whether it only says how the character before it looks."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" or char in "\u180b\u180c\u180d"


_TABLE = _Table()
