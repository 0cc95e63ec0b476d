"""Sessions written down in many layouts, each with what a reader takes from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

HELD = ("Side plank", "Wall sit", "Hollow hold", "Copenhagen plank", "Hip flexor stretch")
SIDED = ("Side plank", "Bird dog", "Clamshell", "Reverse lunge", "Split squat", "Hip flexor stretch", "Curtsy lunge")
NAMES = tuple(
    dict.fromkeys(
        (
            *HELD, *SIDED, "Goblet squat", "Glute bridge", "Dead bug", "Calf raises", "Push-ups", "Hip thrust",
            "Burpees", "Romanian deadlift", "Mountain climbers", "Bent-over row", "Kettlebell swing", "Russian twist",
            "Superman",
            "Tricep dips", "Jump squats", "Nordic curl", "Leg raises", "Good mornings", "Toe taps", "Face pulls",
        )
    )
)  # fmt: skip
CUES = (
    "Keep your chest up and your weight in your heels.", "Don't let your lower back arch.", "Feet flat, ribs down.",
    "Squeeze at the top, then lower slowly.", "Stand with your feet hip-width apart.", "Start on your hands and knees.",
    "Keep your core tight throughout.", "Breathe out as you push up.", "If it feels too easy, slow it down.",
    "Hold on to a chair if you need to.", "Return to the start and repeat.", "Stop if you feel any pain.",
)  # fmt: skip
TITLES = ("Strength for runners", "Monday strength", "Leg day", "Home workout", "Full body session")
PARTS = ("Strength", "Core", "Main set", "Lower body")
RESTS = ("Rest {} seconds between sets.", "Rest: {} s between sets", "Take {} seconds between sets.")

TITLE = ("# {}", "{}", "**{}**", "")
INTRO = ("", "A short session for busy days.", "I do this one twice a week, and it has kept my knees happy for years.")
OUTRO = ("", "Let me know how you get on!", "Do this two or three times a week.")
PART = ("", "## {}", "{}:", "**{}**")
MARKER = ("", "- ", "1. ", "1) ", "• ", "A1. ", "**", "* ")
PLACE = ("{name}: {amount}", "{name} - {amount}", "{name}, {amount}", "{name} ({amount})", "{name} {amount}",
         "{amount} {name}", "below", "below, as an item", "keyed", "keyed in a line", "in the cues")  # fmt: skip
CUE = ("none", "paragraph", "items", "behind")
FORM = ("3 x 10", "3x10", "3 sets of 10", "3 sets of 10 reps", "3 sets x 10 reps", "10 reps x 3", "10 reps, 3 sets")
REST = ("none", "each", "first", "last", "below")
SIDE = ("each side", "per side", "/side", "each leg", "on each side")


@dataclass(frozen=True)
class Layout:
    """How a session is written."""

    title: str
    intro: str
    outro: str
    part: str
    marker: str
    place: str
    cue: str
    form: str
    rest: str
    side: str
    is_apart: bool

    @property
    def is_told_below(self) -> bool:
        """Whether amounts or cues stand on lines of their own below the names."""
        return "{" not in self.place or self.cue in {"paragraph", "items"} or self.rest == "below"


@dataclass(frozen=True)
class Exercise:
    """What is written of an exercise: `amount` is of repetitions, or of seconds of what is held."""

    name: str
    sets: int
    amount: str
    is_held: bool
    is_sided: bool
    rest_s: int | None

    @property
    def wanted(self) -> dict[str, Any]:
        """What is to be read."""
        low, high = self.amount.partition("-")[::2]
        span = [float(low), float(high or low)]
        reps, seconds = (None, span) if self.is_held else (span, None)
        sides = "each" if self.is_sided else None
        return {"sets": self.sets, "reps": reps, "seconds": seconds, "sides": sides, "rest_s": self.rest_s}


def drawn(random: Random) -> Layout:
    """A layout by chance, in which each part can stand beside the others."""
    place, cue, marker = random.choice(PLACE), random.choice(CUE), random.choice(MARKER)
    if cue == "behind" and "{" not in place:
        cue = "paragraph"
    if place == "in the cues" and cue == "none":
        cue = "paragraph"
    layout = Layout(
        random.choice(TITLE), random.choice(INTRO), random.choice(OUTRO), random.choice(PART), marker, place, cue,
        random.choice(FORM), random.choice(REST), random.choice(SIDE), random.random() < 0.5,
    )  # fmt: skip
    return layout if not layout.is_told_below or marker not in {"", "**"} else _apart(layout)


def _apart(layout: Layout) -> Layout:
    return Layout(**{**layout.__dict__, "is_apart": True})


def written(layout: Layout, random: Random) -> tuple[str, list[Exercise]]:
    """The text, and what stands in it."""
    exercises = list(_exercises(layout, random))
    rest = random.choice(RESTS).format(exercises[0].rest_s)
    half = len(exercises) // 2 if layout.part and random.random() < 0.5 else 0
    lines = [layout.title.format(random.choice(TITLES)), "", layout.intro, ""]
    lines += [rest, ""] if layout.rest == "first" else []
    for letter, part in (("A", exercises[:half]), ("B", exercises[half:])):
        if part and layout.part:
            lines += [layout.part.format(random.choice(PARTS[:2] if letter == "A" else PARTS[2:])), ""]
        for number, exercise in enumerate(part, start=1):
            lines += _lines(exercise, layout, random, letter, number)
        lines.append("")
    lines += [rest, ""] if layout.rest == "last" else []
    return "\n".join([*lines, layout.outro]).strip() + "\n", exercises


def _exercises(layout: Layout, random: Random) -> Iterator[Exercise]:
    rest_s = random.choice((30, 45, 60, 90)) if layout.rest != "none" else None
    for name in random.sample(NAMES, random.randint(3, 6)):
        is_held = name in HELD
        amount = random.choice(("20", "30", "45") if is_held else ("8", "10", "12", "15", "8-10", "10-12"))
        yield Exercise(name, random.choice((2, 3, 4)), amount, is_held, name in SIDED, rest_s)


def _lines(exercise: Exercise, layout: Layout, random: Random, letter: str, number: int) -> list[str]:
    cues = random.sample(CUES, random.randint(1, 3)) if layout.cue != "none" else []
    amount = _amount(exercise, layout)
    name = f"**{exercise.name}**" if layout.marker == "**" else exercise.name
    marker = {"1. ": f"{number}. ", "1) ": f"{number}) ", "A1. ": f"{letter}{number}. ", "**": ""}.get(
        layout.marker, layout.marker
    )
    is_item = bool(marker) and not layout.is_apart
    indent = "   " if is_item else ""
    first = layout.place.format(name=name, amount=amount) if "{" in layout.place else name
    stop = "" if first.endswith(")") else "."
    lines = [marker + first + (f"{stop} {' '.join(cues)}" if layout.cue == "behind" else "")]
    lines += [indent + one for one in _below(exercise, layout, amount)]
    cues += [f"Do {amount}."] if layout.place == "in the cues" else []
    lines += [indent + " ".join(cues)] if layout.cue == "paragraph" else []
    lines += [f"  - {one}" for one in cues] if layout.cue == "items" else []
    lines += [f"{indent}Rest {exercise.rest_s} seconds"] if layout.rest == "below" else []
    return [*lines, ""] if layout.is_apart else lines


def _below(exercise: Exercise, layout: Layout, amount: str) -> list[str]:
    if layout.place == "below, as an item":
        return [f"  - {amount}" if layout.marker.strip() in {"-", "*"} else f"- {amount}"]
    if layout.place == "below":
        return [amount]
    if not layout.place.startswith("keyed"):
        return []
    unit = f"Time: {exercise.amount} seconds" if exercise.is_held else f"Reps: {exercise.amount}"
    keys = [f"Sets: {exercise.sets}", unit + _side(exercise, layout)]
    keys += [f"Rest: {exercise.rest_s} seconds"] if layout.rest == "each" else []
    return [", ".join(keys)] if layout.place == "keyed in a line" else keys


def _amount(exercise: Exercise, layout: Layout) -> str:
    amount = layout.form.replace("3", str(exercise.sets))
    if exercise.is_held:
        amount = amount.replace(" reps", "").replace("10", f"{exercise.amount} s")
    rest = f", rest {exercise.rest_s} s" if layout.rest == "each" and not layout.place.startswith("keyed") else ""
    return amount.replace("10", exercise.amount, 1) + _side(exercise, layout) + rest


def _side(exercise: Exercise, layout: Layout) -> str:
    return (layout.side if layout.side.startswith("/") else f" {layout.side}") if exercise.is_sided else ""
