"""What of a text a voice can say, and how it is handed to an engine."""

from __future__ import annotations

import re
import unicodedata

LONGEST_PIECE = 250
"""Characters. Longer lines went missing, or came out empty, when pyttsx3 wrote them to a file."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_PART_END = re.compile(r"(?<=[.!?;:])\s+")
_CLAUSE_END = re.compile(r"(?<=,)\s+|\s+")
_SCRIPTS = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tt", "ba", "cv"), ("CYRILLIC",)),
    **dict.fromkeys(("el", "grc"), ("GREEK",)),
    **dict.fromkeys(("ar", "fa", "ur", "ug", "sd"), ("ARABIC",)),
    **dict.fromkeys(("hi", "mr", "ne", "kok"), ("DEVANAGARI",)),
    **dict.fromkeys(("cmn", "zh", "yue", "hak"), ("CJK",)),
    "ja": ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"),
    "ko": ("HANGUL", "CJK"),
    "he": ("HEBREW",),
    "th": ("THAI",),
    "ka": ("GEORGIAN",),
    "hy": ("ARMENIAN",),
}
_LATIN = "LATIN"
_WRITTEN_OTHERWISE = frozenset(
    (
        "am",
        "as",
        "bn",
        "bpy",
        "chr",
        "gu",
        "kn",
        "lo",
        "ml",
        "mni",
        "my",
        "or",
        "pa",
        "sat",
        "shn",
        "si",
        "ta",
        "te",
        "ti",
    )
)
"""Languages in scripts of their own, for which nothing is claimed."""


def sanitised(text: str) -> str:
    """`text` as engines take it: no control characters, no markup, no speech commands, single spaces."""
    kept = "".join(" " if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn"} else char for char in text)
    # SAPI reads a leading `<` as markup, macOS `[[` as a command.
    plain = kept.replace("[[", " ").replace("]]", " ").replace("<", " ").replace(">", " ")
    return " ".join(plain.split())


def speakable(text: str) -> bool:
    """Whether there is a letter or a digit in it; emoji, punctuation and other signs (`①`, `½`) alone say nothing."""
    return any(category[0] == "L" or category == "Nd" for category in map(unicodedata.category, text))


def sentences(text: str) -> tuple[str, ...]:
    """What of `text` can be said, sentence by sentence; empty if there is nothing to say in it."""
    return tuple(piece for piece in _SENTENCE_END.split(sanitised(text)) if speakable(piece))


def unsupported_script(text: str, language: str) -> str | None:
    """The letters a voice of this language can't say, in words (`the Cyrillic letters 'Привет'`), or None."""
    base = language.lower().split("-")[0]
    if base in _WRITTEN_OTHERWISE:
        return None
    known = (_LATIN, *_SCRIPTS.get(base, ()))
    foreign = [char for char in dict.fromkeys(text) if char.isalpha() and _script(char) not in known]
    if not foreign:
        return None
    scripts = sorted({_script(char).title() for char in foreign} - {"Other"})
    return (
        f"the {' and '.join(scripts)} letters {''.join(foreign)!r}" if scripts else f"the letters {''.join(foreign)!r}"
    )


def pieces(text: str) -> list[str]:
    """`text` in parts of at most `LONGEST_PIECE` characters, divided at sentence ends where there are any."""
    return [piece for part in _packed(_PART_END.split(text)) for piece in _short(part)]


def _short(part: str) -> list[str]:
    if len(part) <= LONGEST_PIECE:
        return [part]
    words = [
        word[at : at + LONGEST_PIECE] for word in _CLAUSE_END.split(part) for at in range(0, len(word), LONGEST_PIECE)
    ]
    return _packed(words)


def _packed(parts: list[str]) -> list[str]:
    packed: list[str] = []
    for part in parts:
        if packed and len(packed[-1]) + 1 + len(part) <= LONGEST_PIECE:
            packed[-1] += f" {part}"
        else:
            packed.append(part)
    return packed


def _script(char: str) -> str:
    name = unicodedata.name(char, "OTHER").split()[0]
    if name in {"MODIFIER", "FEMININE", "MASCULINE", "MICRO", "FULLWIDTH", "SCRIPT", "DOUBLE-STRUCK", "MATHEMATICAL"}:
        return _LATIN
    return name
