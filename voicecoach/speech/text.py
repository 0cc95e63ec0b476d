"""What of a text a voice can say."""

from __future__ import annotations

import unicodedata

from voicecoach.speakable.rules import base_of
from voicecoach.speakable.sentences import sentences as split
from voicecoach.speakable.spoken import spoken_form

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


def speakable(text: str) -> bool:
    """Whether there is a letter or a digit in it; emoji, punctuation and other signs (`①`, `½`) alone say nothing."""
    return any(category[0] == "L" or category == "Nd" for category in map(unicodedata.category, text))


def sentences(text: str, language: str) -> tuple[str, ...]:
    """What of `text` is said, sentence by sentence, as voices get it; empty if there is nothing to say in it."""
    return tuple(filter(speakable, split(spoken_form(text, language))))


def unsupported_script(text: str, language: str) -> str | None:
    """The letters a voice of this language can't say, in words (`the Cyrillic letters 'Привет'`), or None."""
    base = base_of(language)
    if base in _WRITTEN_OTHERWISE or text.isascii():
        return None
    known = (_LATIN, *_SCRIPTS.get(base, ()))
    foreign = [char for char in dict.fromkeys(text) if char.isalpha() and _script(char) not in known]
    if not foreign:
        return None
    scripts = sorted({_script(char).title() for char in foreign} - {"Other"})
    return (
        f"the {' and '.join(scripts)} letters {''.join(foreign)!r}" if scripts else f"the letters {''.join(foreign)!r}"
    )


def _script(char: str) -> str:
    name = unicodedata.name(char, "OTHER").split()[0]
    if name in {"MODIFIER", "FEMININE", "MASCULINE", "MICRO", "FULLWIDTH", "SCRIPT", "DOUBLE-STRUCK", "MATHEMATICAL"}:
        return _LATIN
    return name
