from __future__ import annotations

import pytest

from tests.every_kind import SECTIONS, laid_kind
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


@pytest.mark.parametrize("name", SECTIONS)
def test_each_line_has_all_that_is_said_in_a_step_with_its_last_number(name: str) -> None:
    result = laid_kind(name)
    lines = [line for line in transcript(result.timeline).splitlines() if line]
    titles = {chapter.title for chapter in result.timeline.chapters}
    said = [line.partition(" ")[2] for line in lines if line.partition(" ")[2] not in titles]
    expected = [" ".join(result.said_in(step)) for step in result.timeline.steps]
    assert said == [text for text in expected if text]
