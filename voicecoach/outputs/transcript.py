"""Everything that is said, as text to read along: the lyrics of a file."""

from __future__ import annotations

from voicecoach.timeline.model import Channel, Timeline
from voicecoach.times import Ms, clock


def transcript(timeline: Timeline) -> str:
    """The chapters as headings with their times, below each one line a step."""
    texts: dict[int, list[str]] = {}
    index = 0
    for event in timeline.events:
        while index + 1 < len(timeline.steps) and not event.begins_in(Ms(0), timeline.steps[index].end):
            index += 1
        if event.sound.channel is Channel.VOICE:
            texts.setdefault(index, []).append(event.sound.text)
    lines: list[str] = []
    chapters = list(timeline.chapters)
    for index, step in enumerate(timeline.steps):
        while chapters and chapters[0].start < step.end:
            lines += ["", f"{clock(chapters[0].start)} {chapters[0].title}"]
            chapters.pop(0)
        if index in texts:
            lines.append(f"{clock(step.start)} {' '.join(texts[index])}")
    return "\n".join(lines).strip() + "\n" if lines else ""
