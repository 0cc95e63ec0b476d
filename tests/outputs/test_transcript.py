from __future__ import annotations

import pytest

from tests.every_kind import SECTIONS, laid_kind
from tests.plan.laid import Laid, glutes_laid
from voicecoach.outputs.transcript import transcript
from voicecoach.plan.choices import Choices, Detail
from voicecoach.timeline.model import TimedStep


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
def test_all_that_is_said_is_there_in_order_with_the_last_number_in_its_set(name: str) -> None:
    result = laid_kind(name)
    lines = [line for line in transcript(result.timeline).splitlines() if line]
    titles = {chapter.title for chapter in result.timeline.chapters}
    said = [line.partition(" ")[2] for line in lines if line.partition(" ")[2] not in titles]
    of_steps = [" ".join(result.said_in(step)) for step in result.timeline.steps]
    assert " ".join(said) == " ".join(filter(None, of_steps))
    whole = [text for step, text in zip(result.timeline.steps, of_steps, strict=True) if _has_no_border(step, result)]
    assert [text for text in whole if text and text not in said] == []


def _has_no_border(step: TimedStep, result: Laid) -> bool:
    return not any(step.start < chapter.start < step.end for chapter in result.timeline.chapters)


@pytest.mark.parametrize("name", SECTIONS)
def test_times_never_go_back(name: str) -> None:
    lines = [line for line in transcript(laid_kind(name).timeline).splitlines() if line]
    times = [_seconds(line.partition(" ")[0]) for line in lines]
    assert times == sorted(times)


def _seconds(written: str) -> int:
    return sum(int(part) * 60**place for place, part in enumerate(reversed(written.split(":"))))
