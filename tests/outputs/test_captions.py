from __future__ import annotations

import itertools
import re
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lrcparser import LrcParser

from tests.every_kind import laid_kind
from tests.outputs.caption_readers import Heard, cues, shown
from tests.plan.laid import SpeechLength, erratic, glutes_laid, laid, tiny, usual
from tests.plan.sessions import choices, sessions
from tests.programme.examples import HOSTILE, hostile
from voicecoach.definitions.session import Session
from voicecoach.outputs.captions import CLEAR_AFTER_MS, caption_lines, lrc, webvtt
from voicecoach.plan.choices import Choices, Detail
from voicecoach.timeline.model import Channel, Event, Sound, Timeline
from voicecoach.times import Ms

EMPTY = Timeline((), (), (), Ms(0))
SIGNALS = {"go", "halfway", "switch", "done", "rest", "finish"}

TIMESTAMP = r"\d{2,}:[0-5]\d:[0-5]\d\.\d{3}"
CUE = rf"{TIMESTAMP} --> {TIMESTAMP}\n(?:[^\r\n\0&<]|&(?:amp|lt|gt);)*\n"
WEBVTT_FILE = re.compile(rf"WEBVTT [^\r\n\0]*\n\n(?:{CUE}\n)*")
"""What of the format is used here ("WebVTT: The Web Video Text Tracks Format", section 4)."""

ROUND = str.maketrans("[]<>", "()()")

nasty = st.sampled_from(
    (
        "[12:34.56]",
        "[ar:",
        "<00:01.00>",
        "-->",
        "\r\n",
        "\n\n",
        "\u2028",
        "\0",
        "\ud800",
        "]",
        "[",
        "&amp;",
        "NOTE",
        ":",
    )
)
anything = st.lists(st.text() | nasty, max_size=6).map("".join)
speeches = st.sampled_from((usual, tiny, erratic))


def spoken(*texts: str) -> Timeline:
    """A line every two seconds, for a second."""
    events = (Event(Ms(2000 * n), Ms(2000 * n + 1000), voice(text), "intro") for n, text in enumerate(texts))
    return Timeline(tuple(events), (), (), Ms(2000 * len(texts)))


def voice(text: str) -> Sound:
    return Sound(Channel.VOICE, text)


def moved(timeline: Timeline, by: int) -> Timeline:
    events = tuple(one._replace(start=Ms(one.start + by), end=Ms(one.end + by)) for one in timeline.events)
    return replace(timeline, events=events, duration=Ms(timeline.duration + by))


def voices(timeline: Timeline) -> Heard:
    return [(one.start, one.end, one.sound.text) for one in timeline.events if one.sound.channel is Channel.VOICE]


def signals(timeline: Timeline) -> Heard:
    tones = [one for one in timeline.events if one.sound.channel is Channel.TONE]
    return [(one.start, one.end, one.sound.text) for one in tones if one.sound.text not in {"tick", "soft"}]


def as_lrc(timeline: Timeline, name: str = "A name") -> str:
    return lrc(timeline, title=name, artist=name, album=name)


def ink(text: str) -> str:
    """What of a text can be seen: all of it but spaces, line breaks and control characters."""
    return "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp", "Zs"})


@given(sessions(), choices, speeches)
def test_cues_are_the_spoken_lines_and_the_signals_to_the_millisecond(
    session: Session, chosen: Choices, speech: SpeechLength
) -> None:
    timeline = laid(session, chosen, speech).timeline
    text = webvtt(timeline, "en")
    bracketed = [(start, end, f"[{name}]") for start, end, name in signals(timeline)]
    assert sorted(cues(text)) == sorted(voices(timeline) + bracketed)
    assert [start for start, *_ in cues(text)] == sorted(start for start, *_ in cues(text))
    assert WEBVTT_FILE.fullmatch(text)


def test_every_kind_of_signal_has_a_line_and_a_tick_has_none() -> None:
    tones = glutes_laid(Choices(detail=Detail.TONES)).timeline
    named = {line.text.strip("[]") for line in caption_lines(tones)}
    assert any(one.sound.text == "tick" for one in tones.events)
    assert named <= SIGNALS
    assert len(named) > 1
    assert [text for *_, text in cues(webvtt(tones, "en"))] == [f"[{name}]" for *_, name in signals(tones)]
    assert [text for _, text in shown(as_lrc(tones)) if text] == [f"({name})" for *_, name in signals(tones)]


@given(st.lists(anything, max_size=5), anything)
def test_no_text_breaks_out_of_its_cue(texts: list[str], language: str) -> None:
    timeline = spoken(*texts)
    text = webvtt(timeline, language)
    assert WEBVTT_FILE.fullmatch(text)
    assert text.encode()
    read = cues(text)
    assert [(start, end) for start, end, _ in read] == [(start, end) for start, end, _ in voices(timeline)]
    assert [ink(one) for *_, one in read] == [ink(one) for one in texts]


def test_hostile_texts_are_read_as_they_are() -> None:
    read = cues(webvtt(hostile().episodes[0].timeline, "en"))
    assert sum(text == HOSTILE for *_, text in read) > 0
    assert [text for *_, text in cues(webvtt(spoken("a\n\n00:00.000 --> 00:09.000\nb"), "en"))] == [
        "a 00:00.000 --> 00:09.000 b"
    ]


def test_nothing_heard_gives_valid_files() -> None:
    assert WEBVTT_FILE.fullmatch(webvtt(EMPTY, "en"))
    assert cues(webvtt(EMPTY, "en")) == []
    assert shown(as_lrc(EMPTY)) == []


def test_the_language_stands_in_the_header() -> None:
    assert webvtt(EMPTY, "de").splitlines()[0] == "WEBVTT Language: de"


def test_a_cue_ends_after_it_starts_even_for_a_sound_without_length() -> None:
    nothing = Timeline((Event(Ms(100), Ms(100), voice("…"), "intro"),), (), (), Ms(1000))
    assert cues(webvtt(nothing, "en")) == [(100, 101, "…")]


@given(sessions(), choices, speeches)
def test_lyrics_are_the_spoken_lines_and_the_signals_at_their_starts(
    session: Session, chosen: Choices, speech: SpeechLength
) -> None:
    timeline = laid(session, chosen, speech).timeline
    bracketed = [(start, f"({name})") for start, _, name in signals(timeline)]
    lines = [(start, text) for start, _, text in voices(timeline)]
    assert sorted(line for line in shown(as_lrc(timeline)) if line[1]) == sorted(lines + bracketed)


@given(sessions(), choices, speeches)
def test_a_display_is_empty_after_long_silence_and_never_before_a_sound_is_over(
    session: Session, chosen: Choices, speech: SpeechLength
) -> None:
    timeline = laid(session, chosen, speech).timeline
    heard = list(caption_lines(timeline))
    changes = [*shown(as_lrc(timeline)), (timeline.duration, "")]
    for at, text in changes:
        if not text:
            assert all(line.end <= at for line in heard if line.start < at)
    for (start, text), (following, _) in itertools.pairwise(changes):
        end = max([line.end for line in heard if line.start <= start], default=0)
        assert not text or following - end <= CLEAR_AFTER_MS + 10


def test_a_line_goes_five_seconds_of_silence_after_it_and_not_while_a_longer_sound_goes_on() -> None:
    events = (
        Event(Ms(0), Ms(9004), voice("A long line."), "intro"),
        Event(Ms(1000), Ms(1400), Sound(Channel.TONE, "go"), "go"),
        Event(Ms(14_000), Ms(15_000), voice("Near."), "intro"),
        Event(Ms(21_000), Ms(22_000), voice("Far."), "intro"),
    )
    text = as_lrc(Timeline(events, (), (), Ms(27_000)))
    assert shown(text) == [(0, "A long line."), (1000, "(go)"), (14_000, "Near."), (15_000, ""), (21_000, "Far.")]
    assert shown(as_lrc(Timeline(events, (), (), Ms(27_100))))[-1] == (22_000, "")


@given(st.lists(anything, max_size=5), anything)
def test_no_text_opens_a_line_or_passes_for_a_tag(texts: list[str], name: str) -> None:
    timeline = spoken(*texts)
    text = as_lrc(timeline, name)
    assert text.encode()
    parsed = LrcParser.parse(text)
    assert set(parsed["attributes"]) <= {"ti", "ar", "al", "length"}
    assert parsed["attributes"]["length"] == f"00:{timeline.duration // 1000:02}"
    read = shown(text)
    assert [start for start, _ in read] == [start for start, *_ in voices(timeline)]
    assert [ink(one).translate(ROUND) for _, one in read] == [ink(one).translate(ROUND) for one in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[12:34.56] Up.", "(12:34.56) Up."),
        ("[ar: me] Up.", "(ar: me) Up."),
        ("Up <00:01.00> and down.", "Up (00:01.00) and down."),
        ("3 < 4 <b>", "3 < 4 <b>"),
        ("Up.\n[00:00.00]Down.", "Up. (00:00.00)Down."),
    ],
)
def test_what_looks_like_a_tag_is_text(text: str, expected: str) -> None:
    assert shown(as_lrc(spoken(text))) == [(0, expected)]


def test_tags_are_those_of_the_file_and_empty_ones_are_left_out() -> None:
    text = lrc(moved(spoken("Up."), 6_424_600), title="Legs [1]\nnow", artist="", album="All: of it")
    assert LrcParser.parse(text)["attributes"] == {"ti": "Legs (1) now", "al": "All: of it", "length": "107:07"}
    assert "[ar:" not in text


def test_after_a_hundred_minutes_times_go_on() -> None:
    late = moved(glutes_laid().timeline, 107 * 60_000)
    text = webvtt(late, "en")
    assert WEBVTT_FILE.fullmatch(text)
    assert voices(late) == [cue for cue in cues(text) if not cue[2].startswith("[")]
    first = voices(late)[0]
    assert shown(as_lrc(late))[0] == (first[0], first[2])
    assert first[0] > 100 * 60_000
    assert "[107:00.50]" in as_lrc(late)


@pytest.mark.needs("ffmpeg")
def test_ffmpeg_reads_the_same_lines(tmp_path: Path) -> None:
    texts = ("[12:34.56] Up.", "[ar: me] Up.", "Down.\n[00:00.00] Up.", "3 > 2 & 1")
    timeline = spoken(*texts)
    for name, text in (("a.vtt", webvtt(timeline, "en")), ("a.lrc", as_lrc(timeline))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    from_vtt, from_lrc = (by_ffmpeg(tmp_path / name) for name in ("a.vtt", "a.lrc"))
    assert [start for start, *_ in from_vtt] == [0, 2000, 4000, 6000]
    assert [end for _, end, _ in from_vtt] == [1000, 3000, 5000, 7000]
    assert [text for *_, text in from_vtt] == [" ".join(text.split()) for text in texts]
    assert [(start, text) for start, _, text in from_lrc] == [
        (start, text.translate(ROUND).replace("3 )", "3 >")) for start, _, text in from_vtt
    ]


def by_ffmpeg(path: Path) -> Heard:
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "webvtt", "-"]
    return cues(subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout)


def test_a_caption_line_is_one_line_without_control_characters() -> None:
    (line,) = caption_lines(spoken(" a\r\n\x07b\u2028\x85c\ud800 "))
    assert (line.start, line.end, line.text) == (0, 1000, "a b c")


@pytest.mark.parametrize("name", ["straight", "superset", "emom", "circuit"])
def test_the_last_number_of_a_set_is_read_before_what_ends_it(name: str) -> None:
    timeline = laid_kind(name).timeline
    last = [event for event in timeline.events if event.closing]
    assert last
    lines = list(caption_lines(timeline))
    for event in last:
        number = next(n for n, line in enumerate(lines) if line.start == event.start)
        assert lines[number].text == event.sound.text
        assert lines[number].end <= lines[number + 1].start
