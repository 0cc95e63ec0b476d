"""The words for a workout's facts as they are read, on a page or on paper."""

from __future__ import annotations

import re
from datetime import date

from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.definitions.model import Cue, Need, Sides
from voicecoach.plan.fit import amount_text
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work, Workout
from voicecoach.times import Ms

MINUTE_MS = 60_000
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""strftime's depend on the machine."""

_UNSHOWABLE = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), *range(55296, 57344)), "�")
_WEB = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def visible(text: str) -> str:
    """The text with a replacement character for every one that a page can't hold: control characters, surrogates."""
    return text.translate(_UNSHOWABLE)


def web_address(text: str | None) -> str | None:
    """The text if it is the address of a web page; None for anything else, such as `javascript:`."""
    return text if text and _WEB.fullmatch(text) else None


def contact_address(text: str) -> str | None:
    """Where a contact in the coach's own words leads, if it is an address and nothing else."""
    return f"mailto:{text}" if _MAIL.fullmatch(text) else web_address(text)


def seconds_text(length: Ms) -> str:
    """`1.5 s`."""
    return f"{length / 1000:g} s"


def length_text(length: Ms) -> str:
    """`33 min`, `1 h 5 min`, in whole minutes, rounded up as the opening says it."""
    hours, minutes = divmod(-(-length // MINUTE_MS), 60)
    parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else "")
    return " ".join(part for part in parts if part)


def day_text(day: date) -> str:
    """`30 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def size_text(size: int) -> str:
    """A file's size in bytes as `15 MB`, `0.4 MB`."""
    megabytes = size / 1_000_000
    return f"{megabytes:.0f} MB" if megabytes >= 1 else f"{max(megabytes, 0.1):.1f} MB"


def work_text(work: Work) -> str:
    """`3 × 8–10 reps`, with `each leg` or `alternating` where there are sides."""
    amount = "1 rep" if work.amount == Amount(1, 1, Unit.REPS) else amount_text(work.amount)
    sides = {Sides.NONE: "", Sides.EACH: f", each {work.exercise.side_noun}", Sides.ALTERNATING: ", alternating"}
    return f"{work.sets} × {amount}{sides[work.exercise.sides]}"


def tempo_text(work: Work) -> str:
    """`3-0-2-0`; the phases where the tempo doesn't reach any of them; for a hold that it is one."""
    if work.exercise.is_hold:
        return "held still"
    if work.tempo and any(phase.tempo for phase in work.exercise.phases):
        return str(work.tempo)
    return ", ".join(f"{phase.name} {seconds_text(length)}" for phase, length in work.phases)


def cue_text(cue: Cue, wording: Wording, *, short: bool = False) -> str:
    """A cue as it is read, where nobody knows which side it will be; `short` is its shortest wording."""
    return wording.cue((cue.wordings[-1 if short else 0],), "either_side")[0]


def need_text(need: Need, workout: Workout) -> str:
    """`chair or sofa`: one thing of those that a variation needs, whether it is there or not."""
    items = [item for item in need.any_of if item not in workout.missing] or list(need.any_of)
    return need.say.replace("{items}", " or ".join(items))


def item_text(item: str, workout: Workout) -> str:
    """`a resistance band`."""
    equipment = workout.session.equipment.get(item)
    return equipment.say if equipment else item
