"""What is seen of the figure of squats in the training view, and what is due."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.figures.drawn_figures import picture
from voicecoach.figures.motion import eased
from voicecoach.figures.picture import Picture
from voicecoach.figures.shapes import path

WATCH = """new Promise(resolve => {
  const seen = [], audio = document.querySelector("#session-1 audio");
  const look = () => {
    const trunk = document.querySelector("#view .figures .vc-trunk").getAttribute("d");
    seen.push([audio.currentTime, Number(trunk.match(/^M\\S+ ([-\\d.]+)/)[1])]);
    const isEnough = audio.paused || audio.currentTime > seen[0][0] + 1.4 || seen.length > 1500;
    if (seen.length < 90 || !isEnough) requestAnimationFrame(look); else resolve(seen);
  };
  requestAnimationFrame(look);
})"""
"""Some ninety frames, of a second at least where it plays: where the sound is, and how high the trunk begins."""

STANDS = """selector => {
  const drawn = document.querySelector(selector)?.getAttribute("d");
  if (window.drawn !== drawn) Object.assign(window, {drawn, frames: 0});
  window.frames += 1;
  return drawn && frames > 10;
}"""
"""Whether a shape has been drawn the same way for some frames; asked in each of them."""
TRUNK = "#view .figures .vc-trunk"


def steps_of(folder: Path) -> list[dict[str, Any]]:
    """The steps of the first session: what kind each is, when it starts, and what its figure does."""
    text = min(folder.glob("week-*.js")).read_text("utf-8")
    data = json.loads(text[text.index("{") : text.rindex("}") + 1])
    found: list[dict[str, Any]] = []
    view: dict[str, Any] = {}
    for start, _, _, shown in data["steps"]:
        view = view | shown.get("view", {})
        found.append({"kind": view["kind"], "start": start, "move": view["move"]})
    return found


def hips_due(step: dict[str, Any], at_s: float) -> float:
    """How high the trunk of the squats begins on the paper at a moment of a step."""
    return height_due(picture("squat"), step["move"]["rhythm"], at_s * 1000 - step["start"])


def height_due(one: Picture, rhythm: Sequence[Sequence[Any]], into: float) -> float:
    """How high the trunk begins on the paper so many ms into work in this rhythm, each phase with one stop."""
    rest = into % sum(length for _, length in rhythm)
    for phase, length in rhythm:
        if rest < length:
            index = next(place for place, stop in enumerate(one.motion.stops) if stop.phase == phase)
            shapes = one.shapes(one.motion.on_the_way(index, eased(rest / length)))
            outline = path(next(shape.outline for shape in shapes if shape.key == "trunk"))
            return float(outline[1:].split("L")[0].split(" ")[1])
        rest -= length
    raise AssertionError
