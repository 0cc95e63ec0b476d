"""Small files that would take gigabytes or hours are refused, and the message says what to do.

How much they take is looked at by tests/scripts/test_fault_sizes.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.bombs import BOMBS
from tests.fuzz.readers import refusal


@pytest.mark.parametrize(
    ("reader", "what", "message"),
    [
        ("import-docx", "fields", "more than 5,000,000 bytes or 100,000 pieces of text. Copy the session"),
        ("import-docx", "many parts", "Copy the session into a document of its own."),
        (
            "import-mhtml",
            "parts within parts",
            "within each other without end. Save the page as HTML, and import that.",
        ),
        ("logo", "PNG of 1 x 1000000 in 8 bits of 2", "are the most on a side."),
        ("music", "WAV, 1 channels, 2147483647 Hz", "its sample rate is 2147483647 Hz."),
        ("tone", "WAV, 1 channels, 2147483647 Hz", "has 2,147,483,647 samples a second. Export it again, at 48,000."),
        (
            "recording",
            "WAV, 1 channels, 2147483647 Hz",
            "its rate of 2,147,483,647 Hz is none that anything records at",
        ),
        ("recording", "FLAC, 1 channels, 8000 Hz", "it is longer than 60 s, and a recording has one sentence"),
        ("pack", "a clip in FLAC, 1 channels", "the sound of 'Go.' can't be read"),
    ],
)
def test_it_is_refused_in_words(tmp_path: Path, reader: str, what: str, message: str) -> None:
    assert message in refusal(reader, dict(BOMBS[reader]())[what](), tmp_path)


def test_a_page_of_nothing_but_tags_is_refused_in_words(tmp_path: Path) -> None:
    said = refusal("import-html", b"<html><body>" + b"<" * 300_000, tmp_path)
    assert (
        said == "text.html: this page has more than 100,000 tags. Copy the session's text into a file, and import that."
    )


def test_boxes_within_boxes_are_no_music(tmp_path: Path) -> None:
    said = refusal("m4a", dict(BOMBS["m4a"]())["boxes within boxes"](), tmp_path)
    assert "it is damaged, or of another kind than its name says" in said
