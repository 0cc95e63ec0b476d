from __future__ import annotations

from tests.plan.laid import glutes_laid
from voicecoach.outputs.transcript import transcript
from voicecoach.plan.choices import Choices, Detail


def test_chapters_are_headings_and_every_line_is_there() -> None:
    result = glutes_laid()
    lines = transcript(result.timeline).splitlines()
    assert lines[0] == "0:00 Welcome"
    for chapter in result.timeline.chapters:
        assert sum(line.endswith(f" {chapter.title}") for line in lines) == 1
    words = " ".join(lines)
    assert all(text in words for text in result.texts)


def test_a_session_without_words_has_headings_alone() -> None:
    result = glutes_laid(Choices(detail=Detail.TONES))
    lines = [line for line in transcript(result.timeline).splitlines() if line]
    assert len(lines) == len(result.timeline.chapters)
