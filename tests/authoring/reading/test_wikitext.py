"""A wiki's text as blocks."""

from __future__ import annotations

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.reading.wikitext import read_wikitext, reads_as_wikitext

_TEXT = """== Workout ==
'''Warm up:''' 5 minutes of [[Rowing|the rower]]
* 10 [[squats]]
{| class="wikitable"
! Exercise !! Sets
|-
| Row
| style="text-align:right" | 3
|}
=== Notes ===
Slowly.
"""


def test_headings_lists_and_tables_of_a_wiki_are_read_with_their_lines() -> None:
    blocks = read_wikitext(_TEXT).blocks
    assert [(one.kind, one.line, one.cells or one.text) for one in blocks] == [
        (BlockKind.HEADING, 1, "Workout"),
        (BlockKind.PARAGRAPH, 2, "Warm up: 5 minutes of the rower"),
        (BlockKind.ITEM, 3, "10 squats"),
        (BlockKind.ROW_HEAD, 5, ("Exercise", "Sets")),
        (BlockKind.ROW, 6, ("Row", "3")),
        (BlockKind.HEADING, 10, "Notes"),
        (BlockKind.PARAGRAPH, 11, "Slowly."),
    ]


def test_only_a_wikis_headings_and_tables_make_a_wikis_text() -> None:
    assert reads_as_wikitext(_TEXT)
    assert not reads_as_wikitext("Squats 3x10 == hard\n# Notes\n| a | b |\n")
