"""Everything that is said, as text to read along: the lyrics of a file."""

from __future__ import annotations

from voicecoach.timeline.model import Channel, Timeline
from voicecoach.times import clock


def transcript(timeline: Timeline) -> str:
    """The chapters as headings with their times, below each one line a step."""
    texts: dict[int, list[str]] = {}
    starts = [step.start for step in timeline.steps]
    index = 0
    for event in timeline.events:
        while index + 1 < len(starts) and starts[index + 1] <= event.start:
            index += 1
        if event.sound.channel is Channel.VOICE:
            texts.setdefault(index, []).append(event.sound.text)
    lines: list[str] = []
    chapters = list(timeline.chapters)
    for index, start in enumerate(starts):
        while chapters and chapters[0].start < timeline.steps[index].end:
            lines += ["", f"{clock(chapters[0].start)} {chapters[0].title}"]
            chapters.pop(0)
        if index in texts:
            lines.append(f"{clock(start)} {' '.join(texts[index])}")
    return "\n".join(lines).strip() + "\n" if lines else ""
