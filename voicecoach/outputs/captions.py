"""What is heard, as captions: WebVTT for browsers and podcast apps, LRC for music players."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from voicecoach.timeline.model import Channel, Event, Sound, Timeline
from voicecoach.times import Ms

CLEAR_AFTER_MS = 5000
"""An LRC line has no end: where it stays silent for longer than this, an empty line follows.

It is longer than most repetitions, so that the count stays in sight until the next."""

_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
"""Control characters, all that anybody takes for the end of a line, and halves of characters."""

_WORD_TIME = re.compile(r"<([\s\d:.]+)>")
"""`<00:12.34>`, the time of a single word in an extension of LRC."""

_ROUND = str.maketrans("[]", "()")
_TICKS = Sound(Channel.TONE, "tick"), Sound(Channel.TONE, "soft")


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """One line to read while its sound lasts. `text` has no line breaks and no control characters."""

    start: Ms
    end: Ms
    text: str


def caption_lines(timeline: Timeline) -> Iterator[CaptionLine]:
    """Everything that is said and, in square brackets, every signal but the ticks; in order of start."""
    for event in timeline.events:
        if is_worth_reading(event):
            yield CaptionLine(event.start, event.end, one_line(event))


def is_worth_reading(event: Event) -> bool:
    """Whether it has a line: ticks have none, which would only flicker."""
    return event.sound not in _TICKS


def one_line(event: Event) -> str:
    """What is said, or the name of the tone in brackets, without line breaks and control characters."""
    text = event.sound.text
    return _one_line(text if event.sound.channel is Channel.VOICE else f"[{text}]")


def webvtt(timeline: Timeline, language: str) -> str:
    """The text of a WebVTT file (write it as UTF-8), exact to the millisecond.

    `language` is named in the header, as information for people: players take it from where the file is linked.
    """
    cues = (
        # A cue has to end after it starts (WebVTT, "cue timings").
        f"{_vtt_time(line.start)} --> {_vtt_time(max(line.end, line.start + 1))}\n{_cue_text(line.text)}\n\n"
        for line in caption_lines(timeline)
    )
    return "".join([f"WEBVTT Language: {_cue_text(_one_line(language))}\n\n", *cues])


def lrc(timeline: Timeline, *, title: str, artist: str, album: str) -> str:
    """The text of an LRC file (write it as UTF-8), exact to the hundredth of a second; an empty tag is left out.

    Square brackets become round ones, those of signals as well: in LRC they are for times and tags alone, and players
    cut off what looks like one.
    """
    tags = {"ti": title, "ar": artist, "al": album, "length": _lrc_length(timeline.duration)}
    lines = [f"[{name}:{_lrc_text(text)}]" for name, value in tags.items() if (text := _one_line(value))]
    lines += [f"[{_lrc_time(at)}]{_lrc_text(text)}" for at, text in _changes(timeline)]
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    return _NO_TEXT.sub(" ", text).strip()


def _changes(timeline: Timeline) -> Iterator[tuple[Ms, str]]:
    """What a display shows from when on: each line, and nothing where it stays silent for long after one."""
    end_of_all = CaptionLine(timeline.duration, timeline.duration, "")
    silent_from = Ms(0)
    for line, following in pairwise([*caption_lines(timeline), end_of_all]):
        yield line.start, line.text
        silent_from = max(silent_from, line.end)
        if following.start - silent_from > CLEAR_AFTER_MS:
            yield silent_from, ""


def _cue_text(text: str) -> str:
    """With `>` escaped there can be no `-->`, which a cue must not hold."""
    return html.escape(text, quote=False)


def _lrc_text(text: str) -> str:
    return _WORD_TIME.sub(r"(\1)", text.translate(_ROUND))


def _vtt_time(at: int) -> str:
    seconds, ms = divmod(at, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{ms:03}"


def _lrc_time(at: Ms) -> str:
    """Rounded up, so that no line goes before its sound is over; starts are on the grid and stay exact."""
    seconds, hundredths = divmod(-(-at // 10), 100)
    return f"{seconds // 60:02}:{seconds % 60:02}.{hundredths:02}"


def _lrc_length(duration: Ms) -> str:
    seconds = (duration + 500) // 1000
    return f"{seconds // 60:02}:{seconds % 60:02}"
