"""The files that pages of both kinds are made of: a live session's second screen, and a programme."""

from __future__ import annotations

from pathlib import Path

TRAINING_STYLE, TRAINING_SCRIPT = (Path(__file__).parent / f"training_view.{suffix}" for suffix in ("css", "js"))
"""What draws a training at a moment, on any page."""
FIGURE_STYLE, FIGURE_SCRIPT = (Path(__file__).parent / f"figure.{suffix}" for suffix in ("css", "js"))
"""What draws a figure."""
FIGURE_COLOURS = Path(__file__).parents[1] / "figures" / "figure.css"
"""The colours of figures, wherever they are drawn."""
