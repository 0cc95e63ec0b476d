"""The captions of a film, with the numbers and times of their frames (SubRip, WebVTT): what is said, and when."""

from __future__ import annotations

import re

LEAST_FRAMES = 3
_FRAME = re.compile(
    r"^[^\S\n]*\[?(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>\d\d)[.,]\d{1,3}[^\S\n]*-->[^\S\n]*[^\s\]]+"
    r"(?:\](?P<said>.*)|.*)$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"\s*\d{1,5}\s*")
_HEAD = re.compile(r"\s*(?:WEBVTT\b.*|(?:NOTE|STYLE|REGION)\b.*|(?:Kind|Language):.*)")
_MARKS = re.compile(r"</?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}")
_VOICE = re.compile(r"^\s*<v(?:\.[\w.]+)? +(?P<who>[^<>:]{1,30})>")


def are_captions(text: str) -> bool:
    """Whether a text is a film's captions."""
    return len(_FRAME.findall(text)) >= LEAST_FRAMES


def without_frames(text: str) -> str:
    """The text of captions, each with its minute and second before it; lines stay where they are."""
    lines, stamp = list[str](), ""
    texts = text.splitlines()
    for at, line in enumerate(texts):
        below = texts[at + 1] if at + 1 < len(texts) else ""
        if frame := _FRAME.match(line):
            stamp = f"{60 * int(frame['hours'] or 0) + int(frame['minutes'])}:{frame['seconds']} "
            lines.append(f"{stamp}{frame['said'].strip()}" if frame["said"] else "")
        elif (_NUMBER.fullmatch(line) and _FRAME.match(below)) or _HEAD.fullmatch(line) or not line.strip():
            lines.append("")
        else:
            lines.append(f"{stamp}{_MARKS.sub('', _VOICE.sub(_named, line)).strip()}")
            stamp = ""
    return "\n".join(lines)


def _named(voice: re.Match[str]) -> str:
    """Who speaks, as it stands in a transcript."""
    return f"{voice['who'].strip()}: "
