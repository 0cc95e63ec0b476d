"""Captions as parsers of others read them."""

from __future__ import annotations

import html

import webvtt
from lrcparser import LrcParser, LrcTime

Heard = list[tuple[int, int, str]]
"""Starts and ends in ms, and texts."""


def cues(text: str) -> Heard:
    """The cues of a WebVTT file as webvtt-py reads them, strictly."""
    return [
        (one.start_time.in_milliseconds(), one.end_time.in_milliseconds(), html.unescape(one.raw_text))
        for one in webvtt.from_string(text, strict=True).captions
    ]


def shown(text: str) -> list[tuple[int, str]]:
    """The lines of an LRC file as lrcparser reads them: their starts in ms, and their texts."""
    lines = LrcParser.parse(text)["lrc_lines"]
    return [(at_ms(line.start_time), "|".join(segment.text for segment in line.text)) for line in lines]


def at_ms(time: LrcTime) -> int:
    """A time of LRC, which has hundredths of a second."""
    assert time.microseconds % 10_000 == 0
    return int((time.minutes * 60 + time.seconds) * 1000 + time.microseconds // 1000)
