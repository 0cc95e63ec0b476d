from __future__ import annotations

from voicecoach.timeline.blocks import TOUCHING_MS, Block, BlockContent, Part, blocks
from voicecoach.timeline.model import Channel, Event, Sound
from voicecoach.times import Ms

BEEP = Sound(Channel.TONE, "tick")


def event(start: int, end: int) -> Event:
    return Event(Ms(start), Ms(end), BEEP, "count")


def test_sounds_that_nearly_touch_share_a_block() -> None:
    first, second = blocks([event(0, 500), event(500 + TOUCHING_MS - 1, 900), event(900 + TOUCHING_MS, 1100)])
    assert first == Block(Ms(0), BlockContent((Part(Ms(0), BEEP), Part(Ms(649), BEEP)), Ms(900)))
    assert (second.start, second.end) == (1050, 1100)


def test_a_long_sound_holds_its_block_together() -> None:
    (only,) = blocks([event(0, 5000), event(100, 200), event(4000, 4100)])
    assert only.end == 5000


def test_equal_contents_are_equal_wherever_they_stand() -> None:
    first, second = blocks([event(0, 80), event(1000, 1080)])
    assert first.content == second.content


def test_no_events_no_blocks() -> None:
    assert list(blocks([])) == []
