"""What is seen of the figure of squats in the training view, and what is due."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.figures.drawn_figures import picture
from voicecoach.figures.motion import eased
from voicecoach.figures.shapes import path

WATCH = """new Promise(resolve => {
  const seen = [], audio = document.querySelector("#session-1 audio");
  const look = () => {
    const trunk = document.querySelector("#view .figures .vc-trunk").getAttribute("d");
    seen.push([audio.currentTime, Number(trunk.match(/^M\\S+ ([-\\d.]+)/)[1])]);
    if (seen.length < 90) requestAnimationFrame(look); else resolve(seen);
  };
  requestAnimationFrame(look);
})"""
"""Some ninety frames: where the sound is, and how high the trunk begins."""


def steps_of(folder: Path) -> list[dict[str, Any]]:
    """The steps of the first session: what kind each is, when it starts, and what its figure does."""
    text = min(folder.glob("week-*.js")).read_text("utf-8")
    data = json.loads(text[text.index("{") : text.rindex("}") + 1])
    found, view = [], {}
    for start, _, _, shown in data["steps"]:
        view = view | shown.get("view", {})
        found.append({"kind": view["kind"], "start": start, "move": view["move"]})
    return found


def hips_due(step: dict[str, Any], at_s: float) -> float:
    """How high the trunk of the squats begins at a moment of a step."""
    one, lengths = picture("squat"), dict(step["move"]["rhythm"])
    into = (at_s * 1000 - step["start"]) % sum(lengths.values())
    index = 0 if into < lengths["down"] else 1
    share = into / lengths["down"] if index == 0 else (into - lengths["down"]) / lengths["up"]
    shapes = one.shapes(one.motion.on_the_way(index, eased(share)))
    trunk = path(next(shape.outline for shape in shapes if shape.key == "trunk"))
    return float(trunk[1:].split("L")[0].split(" ")[1])
