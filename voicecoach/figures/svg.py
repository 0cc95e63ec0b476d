"""A picture as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.figures.arrows import Arrow
from voicecoach.figures.body import Body
from voicecoach.figures.drawing import Painted
from voicecoach.figures.picture import Panel, Picture, Room
from voicecoach.figures.shapes import Eye, Spot, line, number
from voicecoach.templates import safe_text, template

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATE, PANEL, STYLE = (
    Path(__file__).parent / name for name in ("figure.svg.jinja", "panel.svg.jinja", "figure.css")
)
PANEL_WIDTH, PANEL_HEIGHT, LABEL_HEIGHT, GAP = 260.0, 260.0, 26.0, 8.0
MOST_SCALE = 1.5
SHEET_WIDTH, SHEET_CELL, SHEET_ROW = 1240.0, 150.0, 206.0
TITLE_LETTER, LABEL_LETTER = 7.6, 6.2
"""How wide a letter is, or a little more: a title's are bold."""


def svg(picture: Picture, *, words: str = "") -> str:
    """All poses side by side, their phases below them; `words` say what is seen."""
    room = picture.room
    scale = _scale(picture, PANEL_WIDTH, PANEL_HEIGHT, MOST_SCALE)
    count = len(picture.panels)
    return render(
        TEMPLATE,
        width=round(count * (_panel_width(picture, scale) + GAP) - GAP),
        height=round(room.height * scale + LABEL_HEIGHT),
        panels=list(_panels(picture, scale, 0.0, 0.0)),
        titles=(),
        words=words or picture.exercise.title,
    )


def single_svg(picture: Picture, body: Body, width: float) -> str:
    """One moment, without any text."""
    room = picture.room
    scale = width / max(room.width, room.height)
    panel = placed_panel(picture, Panel("", body, tuple(picture.shapes(body))), scale)
    size = {"width": round(room.width * scale), "height": round(room.height * scale)}
    return render(TEMPLATE, panels=[panel], titles=(), words=picture.exercise.title, **size)


def sheet_svg(pictures: Sequence[Picture]) -> str:
    """Many figures, each with its title."""
    panels: list[PlacedPanel] = []
    titles: list[tuple[str, str, str]] = []
    x = y = widest = 0.0
    for picture in pictures:
        room = picture.room
        scale = _scale(picture, SHEET_CELL, SHEET_CELL, 1.0)
        title = picture.exercise.title
        drawn = len(picture.panels) * (_panel_width(picture, scale) + GAP)
        width = max(drawn, len(title) * TITLE_LETTER)
        if x and x + width > SHEET_WIDTH:
            x, y = 0.0, y + SHEET_ROW
        top = y + SHEET_CELL + 14 - room.height * scale
        panels += _panels(picture, scale, x, top, is_cut=True)
        titles.append((number(x + 4), number(y + 12), title))
        x += width + 3 * GAP
        widest = max(widest, x - 3 * GAP)
    size = {"width": round(widest), "height": round(y + SHEET_ROW)}
    return render(TEMPLATE, panels=panels, titles=titles, words="Figures", **size)


def _scale(picture: Picture, width: float, height: float, most: float) -> float:
    """How large a figure is drawn into a room: all alike, however small they are, but for close views."""
    scale = min(width / picture.room.width, height / picture.room.height)
    return scale if picture.eye.camera.close else min(scale, most)


def _panel_width(picture: Picture, scale: float) -> float:
    """How wide a panel is: as its figure or its label."""
    return max(picture.room.width * scale, *(len(panel.label) * LABEL_LETTER for panel in picture.panels))


@dataclass(frozen=True)
class _Window:
    """Where a panel is cut off: its place on the paper, and what of the figure is within."""

    x: str
    y: str
    width: str
    height: str
    box: str


@dataclass(frozen=True)
class PlacedPanel:
    """A panel as the template has it."""

    x: str
    y: str
    scale: str
    floor: str
    shapes: list[dict[str, str]]
    arrows: tuple[Arrow, ...] = ()
    label: str = ""
    middle: str = ""
    label_y: str = ""
    window: _Window | None = None


def placed_panel(
    picture: Picture, panel: Panel, scale: float, spot: Spot = (0.0, 0.0), room: Room | None = None
) -> PlacedPanel:
    """A panel of a picture without its label, its room's left upper corner there; else it has that of the picture."""
    room = room or picture.room
    return PlacedPanel(
        x=number(spot[0] - room.left * scale),
        y=number(spot[1] - room.top * scale),
        scale=f"{scale:.3f}",
        floor=floor(picture.eye, room),
        shapes=_shapes(panel.shapes),
        arrows=panel.arrows,
        window=_window(room, scale, *spot) if picture.eye.camera.close else None,
    )


def panels_svg(panels: Iterable[PlacedPanel]) -> Markup:
    """Panels as a part of another drawing, which has the style of figures."""
    from markupsafe import Markup

    drawn = template(PANEL, safe_text)
    return Markup("".join(drawn.render(panel=panel) for panel in panels))  # noqa: S704 - escaped by the template


def _panels(picture: Picture, scale: float, left: float, top: float, *, is_cut: bool = False) -> Iterator[PlacedPanel]:
    """The panels side by side, with their labels; those that are cut show nothing beyond their room."""
    room, width = picture.room, _panel_width(picture, scale)
    label_y = number(top + room.height * scale + LABEL_HEIGHT - 8)
    for index, panel in enumerate(picture.panels):
        x = left + index * (width + GAP) + (width - room.width * scale) / 2
        placed = placed_panel(picture, panel, scale, (x, top))
        window = _window(room, scale, x, top) if is_cut else placed.window
        middle = number(x + room.width * scale / 2)
        yield replace(placed, label=panel.label, middle=middle, label_y=label_y, window=window)


def _window(room: Room, scale: float, x: float, y: float) -> _Window:
    box = " ".join(map(number, (room.left, room.top, room.width, room.height)))
    return _Window(number(x), number(y), number(room.width * scale), number(room.height * scale), box)


def _shapes(shapes: Iterable[Painted]) -> list[dict[str, str]]:
    return [{"kind": classes(one.kind), "path": one.path} for one in shapes if one.is_seen]


def floor(eye: Eye, room: Room) -> str:
    """The line of the floor; none where it is seen from above."""
    if abs(eye.camera.tilt) > 5:  # noqa: PLR2004
        return ""
    return line([(x, eye.ground(x) + 1.0) for x in (room.left + 4, room.right - 4)])


def classes(kind: str) -> str:
    """The classes of a kind of shape."""
    return " ".join(f"vc-{word}" for word in kind.split())


def render(file: Path, **values: Any) -> str:  # noqa: ANN401 - a template's values
    """A template with the style of figures."""
    from markupsafe import Markup

    return template(file, safe_text).render(style=Markup(style()), **values)  # noqa: S704 - a file of ours


@cache
def style() -> str:
    """The style of all figures."""
    return STYLE.read_text(encoding="utf-8").strip()
