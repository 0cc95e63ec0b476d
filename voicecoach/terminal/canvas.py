"""What a terminal can show: its size, its characters, its colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.text import Text

from voicecoach.plan.script import StepKind
from voicecoach.terminal.block_letters import HALVES, QUADRANTS, WHOLE, Grain
from voicecoach.terminal.lines import clean

DRAWN = "▀▄█━─…"


@dataclass(frozen=True, slots=True)
class Canvas:
    """What the rows are for: columns, rows, the characters a terminal can show, and how many colours.

    `colours` is `truecolor`, `256`, `standard` for eight or sixteen, or None; `fine` says that its font has quadrants.
    """

    width: int
    height: int
    encoding: str = "utf-8"
    colours: str | None = "standard"
    fine: bool = True

    @property
    def draws(self) -> bool:
        """Whether it can show block characters."""
        return _has(DRAWN, self.encoding)

    @property
    def grain(self) -> Grain:
        """How finely it draws."""
        if self.fine and _has(QUADRANTS.characters, self.encoding):
            return QUADRANTS
        return HALVES if _has(HALVES.characters, self.encoding) else WHOLE

    def row(self, text: str, style: str = "") -> Text:
        """One row, cut to the width."""
        row = Text(clean(text, self.encoding), style)
        row.truncate(self.width, overflow="ellipsis" if self.draws else "crop")
        return row


@lru_cache(32)
def _has(characters: str, encoding: str) -> bool:
    return clean(characters, encoding) == characters


# Colours


@dataclass(frozen=True, slots=True)
class Hue:
    """The colours of a kind of step: what it is drawn in, the ground behind it, and one between."""

    bright: str
    ground: str
    between: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Styles: `ground` of what is empty, the others of what stands on it; `done` and `todo` are of the frame."""

    ground: str
    accent: str
    strong: str
    soft: str
    notice: str
    done: str
    todo: str


GREEN, CYAN, MAGENTA, YELLOW = "green", "cyan", "magenta", "yellow"
COLOURS = {
    StepKind.LEAD_IN: YELLOW,
    StepKind.WORK: GREEN,
    StepKind.HOLD: GREEN,
    StepKind.CHANGE: MAGENTA,
    StepKind.REST: CYAN,
    StepKind.OUTRO: GREEN,
}
HUES = {
    "truecolor": {
        GREEN: Hue("#5cf28c", "#0a2e18", "#1b6338"),
        CYAN: Hue("#62e4ff", "#062f3a", "#125f72"),
        MAGENTA: Hue("#ff8aec", "#360932", "#7a2a70"),
        YELLOW: Hue("#ffd94a", "#322800", "#6f5a0c"),
    },
    "256": {
        GREEN: Hue("color(84)", "color(22)", "color(28)"),
        CYAN: Hue("color(87)", "color(23)", "color(30)"),
        MAGENTA: Hue("color(213)", "color(53)", "color(90)"),
        YELLOW: Hue("color(227)", "color(58)", "color(94)"),
    },
    "standard": {name: Hue(name, "black", "black") for name in (GREEN, CYAN, MAGENTA, YELLOW)},
}
COLOURLESS = Palette("", "bold", "bold", "", "reverse bold", "reverse", "")
COLOURLESS_LIT = Palette("reverse", "reverse bold", "reverse bold", "reverse", "bold", "", "reverse")


@lru_cache(64)
def palette(kind: str, colours: str | None, *, lit: bool = False) -> Palette:
    """The styles for a kind of step; `lit` turns them round, light for dark."""
    hues = HUES.get(colours or "")
    if hues is None:
        return COLOURLESS_LIT if lit else COLOURLESS
    hue = hues[COLOURS[StepKind(kind)]]
    if lit:
        ink = f"black on {hue.bright}"
        return Palette(ink, f"bold {ink}", f"bold {ink}", ink, _on(hue.bright), _on(hue.bright), _on(hue.bright))
    white = "#ffffff" if colours == "truecolor" else "white" if colours == "standard" else "color(231)"
    on = f"on {hue.ground}"
    return Palette(
        f"{white} {on}",
        f"bold {hue.bright} {on}",
        f"bold {white} {on}",
        f"{white} {on}",
        "bold black on yellow" if colours == "standard" else "bold black on #ffd94a",
        f"bold black on {hue.bright}",
        f"bold {white} on {hue.between}",
    )


def _on(colour: str) -> str:
    return f"bold {colour} on black"
