"""Everything that is said, as text to read along: the lyrics of a file."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.timeline.model import Channel, Timeline
from voicecoach.times import Ms, clock


def transcript(timeline: Timeline) -> str:
    """The chapters as headings with their times, below each one line a step; times never go back.

    A step in which a chapter begins, such as a rest, has a line before its heading and one after it.
    """
    headings = {chapter.start: chapter.title for chapter in timeline.chapters}
    lines: list[str] = []
    for start, text in _lines(timeline):
        if start in headings:
            lines += ["", f"{clock(start)} {headings[start]}"]
        if text:
            lines.append(f"{clock(start)} {text}")
    return "\n".join(lines).strip() + "\n" if lines else ""


def _lines(timeline: Timeline) -> Iterator[tuple[Ms, str]]:
    """What is said from each start of a step or a chapter on; the last number of a set belongs to the set."""
    starts = sorted({step.start for step in timeline.steps} | {chapter.start for chapter in timeline.chapters})
    events, at = timeline.events, 0
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else None
        texts = []
        while at < len(events) and (end is None or events[at].begins_in(Ms(0), end)):
            if events[at].sound.channel is Channel.VOICE:
                texts.append(events[at].sound.text)
            at += 1
        yield start, " ".join(texts)
