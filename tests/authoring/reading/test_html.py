"""Saved web pages: what somebody wrote stays, what the site puts around it goes."""

from __future__ import annotations

import time

import pytest

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.reading.html import read_html

PAGE = """<!DOCTYPE html>
<html><head><title>Hill legs | The Running Shed</title><style>p { color: red }</style>
<script>var a = "<p>not this</p>";</script></head>
<body class="single has-sidebar">
<header><div>The Running Shed</div><nav><ul><li><a href="/">Home</a><li>Plans</ul></nav></header>
<div class="cookie-consent">We use 5 cookies.</div>
<div id="page"><main><article>
<h1>Hill legs</h1>
<div class="entry-meta">By Jo, 3 May 2021, 7 min read</div>
<p>Do <b>three sets</b> of each.<br>Rest 45&nbsp;seconds.</p>
<h2>Strength</h2>
<ol><li>Squats, 3 x 10<ul><li>Slowly.</ul><li><p>Lunges, 3 x 8</p><p>Each leg.</p></ol>
<table><thead><tr><th>Exercise<th>Time</tr></thead><tbody><tr><td>Plank<td>30 s</tr></tbody></table>
<div class="share-buttons">Share 12</div>
<aside>Buy our band for 9.99</aside>
<div class="related-posts"><h3>More</h3><p>10 squats a day</p></div>
</article></main>
<section id="comments"><p>I did 100 reps, 2 minutes ago</p></section></div>
<footer>2024</footer></body></html>"""


def test_of_a_page_only_what_its_author_wrote_is_read() -> None:
    document = read_html(PAGE)
    assert document.title == "Hill legs"
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.HEADING, "Hill legs"),
        (BlockKind.PARAGRAPH, "Do three sets of each."),
        (BlockKind.PARAGRAPH, "Rest 45 seconds."),
        (BlockKind.HEADING, "Strength"),
        (BlockKind.ITEM, "Squats, 3 x 10"),
        (BlockKind.ITEM, "Slowly."),
        (BlockKind.ITEM, "Lunges, 3 x 8"),
        (BlockKind.PARAGRAPH, "Each leg."),
        (BlockKind.ROW_HEAD, "Exercise | Time"),
        (BlockKind.ROW, "Plank | 30 s"),
    ]


def test_levels_markers_and_cells_are_kept() -> None:
    blocks = read_html(PAGE).blocks
    assert [(block.level, block.marker) for block in blocks if block.kind is BlockKind.ITEM] == [
        (0, "1."),
        (1, "-"),
        (0, "2."),
    ]
    assert [block.level for block in blocks if block.kind is BlockKind.HEADING] == [1, 2]
    assert blocks[-1].cells == ("Plank", "30 s")


def test_blocks_have_lines_that_grow_and_what_a_line_break_parts_stands_close() -> None:
    blocks = read_html(PAGE).blocks
    assert [block.line for block in blocks] == sorted({block.line for block in blocks})
    assert blocks[1].breaks == 1
    assert blocks[2].breaks == 0


@pytest.mark.parametrize(
    "name", ["comment-list", "post-comments", "sidebar-1", "newsletter-form", "ads", "toc_container"]
)
def test_what_is_called_something_else_than_content_goes(name: str) -> None:
    html = f"<body><p>Squats, three sets of ten, slowly.</p><div class='{name}'><p>5 x 5</p></div></body>"
    assert [block.text for block in read_html(html).blocks] == ["Squats, three sets of ten, slowly."]


@pytest.mark.parametrize(
    "name", ["has-sidebar", "elementor-widget", "navy-text", "with-comments", "adsorbed", "content"]
)
def test_names_that_only_resemble_those_are_content(name: str) -> None:
    html = f"<body><p>Warm up first, for five minutes or more.</p><div class='{name}'><p>Squats</p></div></body>"
    assert [block.text for block in read_html(html).blocks][-1] == "Squats"


def test_what_holds_most_of_the_text_is_content_whatever_it_is_called() -> None:
    html = "<body><p>Menu</p><div class='modal-content'><p>Squats, three sets of ten.</p></div></body>"
    assert read_html(html).blocks[-1].text == "Squats, three sets of ten."


def test_a_page_that_is_one_form_is_read_and_a_form_in_it_isnt() -> None:
    html = "<form><p>Squats, three sets of ten.</p></form>"
    assert [block.text for block in read_html(html).blocks] == ["Squats, three sets of ten."]
    html = "<p>Squats, three sets of ten.</p><form>Your e-mail <button>Send</button></form>"
    assert [block.text for block in read_html(html).blocks] == ["Squats, three sets of ten."]


def test_what_is_folded_is_read_and_what_is_hidden_isnt() -> None:
    html = (
        "<h3><button>Day one</button></h3><div class='accordion-panel' hidden><p>Squats</p></div>"
        "<p style='display: none'>Secret</p><button>Buy</button>"
    )
    assert [block.text for block in read_html(html).blocks] == ["Day one", "Squats"]


def test_a_table_of_one_column_only_places_what_is_in_it() -> None:
    html = "<table><tr><td><p>Squats 3x10</p><p>Lunges 3x8</p></td></tr></table>"
    blocks = read_html(html).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "Squats 3x10"),
        (BlockKind.PARAGRAPH, "Lunges 3x8"),
    ]


def test_without_a_heading_the_title_is_the_browsers_without_the_sites_name() -> None:
    assert read_html("<title>Leg day - My site</title><p>Squats</p>").title == "Leg day"
    assert read_html("<p>Squats</p>").title is None


def test_where_several_headings_are_of_the_highest_rank_none_is_the_pages() -> None:
    assert (
        read_html("<title>Two days</title><h1>Monday</h1><p>Squats</p><h1>Friday</h1><p>Rows</p>").title == "Two days"
    )
    assert read_html("<h1>Monday</h1><p>Squats</p><h1>Friday</h1><p>Rows</p>").title == "Monday"


def test_lines_of_preformatted_text_stay_lines() -> None:
    assert [block.text for block in read_html("<pre>Squats 3x10\n\nLunges 3x8</pre>").blocks] == [
        "Squats 3x10",
        "Lunges 3x8",
    ]


def test_a_list_goes_on_counting_where_it_says() -> None:
    assert [block.marker for block in read_html("<ol start=4><li>Squats<li>Lunges</ol>").blocks] == ["4.", "5."]


@pytest.mark.parametrize(
    "piece", ["<!--", "<a ", '<a b="', "<div>", "<p><b>", "<table><b>", "<ul><li>", "<script>", "&"]
)
def test_no_page_takes_long(piece: str) -> None:
    begin = time.process_time()
    read_html(piece * 4000)
    assert time.process_time() - begin < 5


def test_what_several_rows_of_a_table_share_stands_in_each() -> None:
    page = (
        "<h1>Legs</h1><table><tr><th>Day<th>Exercise<th>Sets<th>Rest</tr>"
        "<tr><td rowspan=2>Mon<td>Squat<td>3<td rowspan='2'>2 min</tr><tr><td>Lunge<td>4</tr>"
        "<tr><td>Wed<td colspan=2>Deadlift 1x5<td>3 min</tr></table>"
    )
    rows = [one.cells for one in read_html(page).blocks if one.kind is BlockKind.ROW]
    assert rows == [
        ("Mon", "Squat", "3", "2 min"),
        ("Mon", "Lunge", "4", "2 min"),
        ("Wed", "Deadlift 1x5", "", "3 min"),
    ]


@pytest.mark.parametrize("span", ["0", "-1", "2.5", "x", "", "99999999999999999999"])
def test_a_cell_goes_over_as_many_columns_as_a_table_may_have(span: str) -> None:
    page = f"<h1>Legs</h1><table><tr><td colspan='{span}' rowspan='{span}'>a<td>b</tr><tr><td>c<td>d</tr></table>"
    rows = [one.cells for one in read_html(page).blocks if one.kind is BlockKind.ROW]
    assert rows
    assert max(map(len, rows)) <= 100


def test_no_more_columns_than_a_table_may_have_are_read() -> None:
    page = f"<h1>Legs</h1><table><tr>{'<td colspan=40>a' * 4}</tr><tr><td>b<td>c</tr></table>"
    rows = [one.cells for one in read_html(page).blocks if one.kind is BlockKind.ROW]
    assert [len(row) for row in rows] == [100, 2]
