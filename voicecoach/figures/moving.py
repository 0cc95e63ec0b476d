"""A figure that moves by itself: SVG with its own animation, at the exercise's tempo."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from voicecoach.figures.drawing import Painted
from voicecoach.figures.picture import Picture
from voicecoach.figures.shapes import number
from voicecoach.figures.svg import classes, floor, render

TEMPLATE = Path(__file__).parent / "moving.svg.jinja"
STEPS, LEAST_STEPS, MOST_IN_ALL = 7, 4, 24
"""So many straight steps stand for a movement; more aren't seen. They are fewer, but not fewer than the least, where
there would be more than so many in all."""
WIDTH = 400.0


def moments(picture: Picture) -> list[float]:
    """The times in ms at which the picture is drawn, from the beginning of a repetition to its end."""
    motion, found, begun = picture.motion, [0.0], 0.0
    rounds = 2 if motion.alternates else 1
    moving = sum(bool(stop.length) and not motion.is_still(index) for index, stop in enumerate(motion.stops)) * rounds
    most = max(LEAST_STEPS, min(STEPS, MOST_IN_ALL // max(1, moving)))
    for _ in range(rounds):
        for index, stop in enumerate(motion.stops):
            if stop.length:
                steps = 1 if motion.is_still(index) else most
                found += [begun + stop.length * step / steps for step in range(1, steps + 1)]
            begun += stop.length
    return found


def moving_svg(picture: Picture, words: str = "") -> str:
    """One figure that moves through its phases; it stands still where the reader wants no motion."""
    times, room = moments(picture), picture.room
    bodies = [picture.at(time) for time in times]
    frames = [picture.shapes(body) for body in bodies]
    scale = WIDTH / max(room.width, room.height)
    return render(
        TEMPLATE,
        width=round(room.width * scale),
        height=round(room.height * scale),
        box=f"{number(room.left)} {number(room.top)} {number(room.width)} {number(room.height)}",
        left=number(room.left),
        top=number(room.top),
        floor=floor(picture.eye, room),
        seconds=f"{times[-1] / 1000:g}",
        times=";".join(f"{time / times[-1]:.4f}".rstrip("0").rstrip(".") for time in times),
        shapes=_animated(frames),
        still=[{"kind": classes(one.kind), "path": one.path} for one in _still(picture) if one.is_seen],
        words=words or picture.exercise.title,
    )


def _animated(frames: Sequence[Sequence[Painted]]) -> list[dict[str, object]]:
    """Each shape with its path in all frames; they lie over each other as in the frame in the middle."""
    by_key = [{one.key: one for one in frame} for frame in frames]
    found: list[dict[str, object]] = []
    for shape in frames[len(frames) // 2]:
        all_of_it = [frame[shape.key] for frame in by_key if shape.key in frame]
        seen = [one for one in all_of_it if one.is_seen]
        if len(seen) * 2 > len(all_of_it):
            paths = [one.path for one in all_of_it]
            found.append({"kind": classes(seen[0].kind), "paths": paths, "moves": len(set(paths)) > 1})
    return found


def _still(picture: Picture) -> Sequence[Painted]:
    """The pose that says most: the last of the panels."""
    return picture.panels[-1].shapes
