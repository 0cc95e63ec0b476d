"""Screens as they were looked at and found good: as text here, and some of them as pictures in `docs/samples`.

`python -m tests.terminal.pictures` writes them anew; whoever does looks at what has changed. With a folder it writes
all of them there, as SVG, at four sizes.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from rich.text import Text

from tests.terminal.small_session import ABOUT, TIMELINE
from tests.terminal.svg import picture
from voicecoach.terminal.canvas import Canvas
from voicecoach.terminal.frame import frame
from voicecoach.terminal.lines import State
from voicecoach.terminal.lists import Listing
from voicecoach.timeline.turns import Turn
from voicecoach.timeline.view import View, view_at
from voicecoach.times import Ms

FOLDER = Path(__file__).parent / "screens"
SAMPLES = Path(__file__).parents[2] / "docs" / "samples"
SIZES = ((40, 12), (80, 24), (120, 40), (200, 60))


def seen(at: int) -> View:
    return view_at(TIMELINE, ABOUT, Ms(at))


WORK = seen(37_000)
LIST = replace(
    WORK,
    title="Squats, lunges and plank",
    turn=None,
    side=None,
    reps=None,
    number=232,
    entries=("10 Squats", "5 Lunges, each leg", "20 s Plank"),
    doing="Go",
    phase="",
    phases=(),
    said="",
    cue="",
    next="the end",
)
NOTES = (
    "Step ups: a staircase will do.",
    "20 minutes: one set less of each exercise, and rests of 20 s.",
)
CHOICE = Listing("Go to", ("Step ups, done", "Sideways band walk", "Side plank", "Squats, 2 × 12 kg"), 1)
SCENES: dict[str, tuple[View, State]] = {
    "work": (WORK, State()),
    "hold": (
        replace(
            WORK,
            kind="hold",
            title="Side plank with the top leg raised",
            turn=Turn("set", 2, 3),
            reps=None,
            number=25,
            doing="Hold",
            phase="",
            phases=(),
            cue="Long line from the heel to the head.",
            said="Ten seconds.",
        ),
        State(),
    ),
    "rest": (seen(80_000), State()),
    "change": (seen(49_000), State()),
    "lead-in": (seen(113_000), State()),
    "tick": (replace(seen(121_000), tick=2), State()),
    "opening": (seen(3000), State()),
    "notes": (seen(3000), State(notes=NOTES)),
    "outro": (seen(142_000), State()),
    "pause": (WORK, State(paused=True)),
    "pause-in-rest": (seen(80_000), State(paused=True)),
    "list": (LIST, State(volume=0.8)),
    "question": (WORK, State(notice="1 of 3 sets is done. Quit? y or q quits, n goes on.")),
    "help": (WORK, State(help=True)),
    "choice": (WORK, State(listing=CHOICE)),
    "long": (replace(WORK, title="Single-leg Romanian deadlift with a row, 2 × 12 kg"), State(muted=True)),
}
KEPT = tuple((name, width, height) for name in SCENES for width, height in ((40, 12), (80, 24)))
SHOWN = ("work", "rest")
"""What the docs show."""


def drawn(name: str, width: int, height: int) -> list[Text]:
    view, state = SCENES[name]
    return frame(view, state, Canvas(width, height, colours="truecolor"))


def text(name: str, width: int, height: int) -> str:
    return "".join(f"{row.plain.rstrip()}\n" for row in drawn(name, width, height))


def kept(name: str, width: int, height: int) -> Path:
    return FOLDER / f"{name}-{width}x{height}.txt"


def sample(name: str) -> tuple[Path, str]:
    return SAMPLES / f"live-{name}.svg", picture(drawn(name, 80, 24), 80)


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for one in KEPT:
        kept(*one).write_text(text(*one), encoding="utf-8")
    for name in SHOWN:
        path, drawing = sample(name)
        path.write_text(drawing, encoding="utf-8")


def write_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCENES:
        for width, height in SIZES:
            (folder / f"{name}-{width}.svg").write_text(picture(drawn(name, width, height), width), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:]:
        write_all(Path(sys.argv[1]))
    else:
        write()
