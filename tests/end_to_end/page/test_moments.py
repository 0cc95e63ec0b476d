"""What the page shows at a position is what a live session shows there."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.end_to_end.page.conftest import Open
from tests.every_kind import EVERYTHING, SECTIONS
from tests.parts import needs
from tests.programme.examples import episode, of_kinds
from voicecoach.plan.choices import Choices, Detail
from voicecoach.programme.model import Episode
from voicecoach.programme.page_script import MAIN
from voicecoach.programme.script_data import script_data
from voicecoach.timeline.about import about_exercises
from voicecoach.timeline.view import view_at
from voicecoach.times import Ms

pytestmark = needs("chromium")

MODULES = """
<script type="module">
{times}
{moments}
window.viewsAt = (data, positions) => {{
  const moments = new Moments(data);
  return positions.map(at => moments.at(at));
}};
</script>
"""
MOST_POSITIONS = 1500
SHARES = ("set_progress", "session_progress")


@pytest.fixture
def page(open_page: Open, tmp_path: Path) -> Page:
    modules = {name: (MAIN.parent / f"{name}.js").read_text("utf-8") for name in ("times", "moments")}
    without = {
        name: "\n".join(line for line in code.split("\n") if not line.startswith(("import", "export")))
        for name, code in modules.items()
    }
    (tmp_path / "moments.html").write_text(f"<title>moments</title>{MODULES.format(**without)}", "utf-8")
    return open_page((tmp_path / "moments.html").as_uri())


def positions_in(one: Episode) -> list[int]:
    """Around everything that begins or ends, and here and there; of too many every second, third and so on."""
    timeline = one.timeline
    moments = {0, timeline.duration, *range(0, timeline.duration, 997)}
    for event in timeline.events:
        moments |= {event.start + by for by in (-1, 0, 1, 299, 300, 599, 600)} | {event.end - 1, event.end}
    for step in timeline.steps:
        moments |= {step.start + by for by in (-1, 0, 1, 1999, 2000, 2001)} | {step.end - 1}
    inside = sorted(at for at in moments if 0 <= at <= timeline.duration)
    return inside[:: 1 + len(inside) // MOST_POSITIONS]


@pytest.mark.parametrize(
    "one",
    [
        *(of_kinds(name) for name in SECTIONS),
        of_kinds(*EVERYTHING),
        episode(1),
        episode(2, choices=Choices(detail=Detail.BRIEF)),
        episode(3, choices=Choices(detail=Detail.TONES)),
    ],
    ids=[*SECTIONS, "everything", "glutes", "brief", "tones"],
)
def test_the_page_shows_what_a_live_session_shows(page: Page, one: Episode) -> None:
    about = about_exercises(one.workout, one.phrases)
    positions = positions_in(one)
    shown = page.evaluate("([data, at]) => viewsAt(data, at)", [script_data(one), positions])
    for at, found in zip(positions, shown, strict=True):
        wanted = json.loads(json.dumps(asdict(view_at(one.timeline, about, Ms(at)))))
        for name in SHARES:
            assert found.pop(name) == pytest.approx(wanted.pop(name), abs=2e-4), (at, name)
        assert found == wanted, at
