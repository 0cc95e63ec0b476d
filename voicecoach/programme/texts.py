"""The words for a workout's facts as they are read, on a page or on paper."""

from __future__ import annotations

import re
from datetime import date

from voicecoach.counted import counted
from voicecoach.definitions.model import Cue, Need
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.shown import time_text
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.times import MINUTE_MS, Ms, minutes_up

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


def minutes_text(length: Ms) -> str:
    """`33 min`, `1 h 5 min`, in whole minutes, rounded up as the opening says it."""
    hours, minutes = divmod(minutes_up(length), 60)
    parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else "")
    return " ".join(part for part in parts if part)


def day_text(day: date) -> str:
    """`30 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def size_text(size_bytes: int) -> str:
    """A file's size in bytes as `15 MB`, `0.4 MB`."""
    megabytes = size_bytes / 1_000_000
    return f"{megabytes:.0f} MB" if megabytes >= 1 else f"{max(megabytes, 0.1):.1f} MB"


def rest_text(section: WorkSection, entry: int) -> str:
    """`30 s`, the rest after each set of an entry; a dash where there is none of its own."""
    rest = section.works[entry].rest
    if section.is_listed or section.kind is SectionKind.EMOM:
        rest = Ms(0)
    elif section.is_in_rounds and entry == len(section.works) - 1:
        goes_on = len(section.works) == 1 and section.rounds * section.repeat > 1
        rest = section.round_rest if goes_on else Ms(0)
    return time_text(rest) if rest else "–"


def section_note(section: WorkSection) -> str:
    """How a section goes, in a sentence; empty for straight sets that are done once."""
    kind, listed = section.kind, section.is_listed
    if kind is SectionKind.AMRAP:
        note = f"As many rounds as possible in {time_text(section.limit)}"
    elif kind is SectionKind.FOR_TIME:
        note = f"{counted(section.rounds, 'round')} as fast as possible, at most {time_text(section.limit)}"
    elif kind is SectionKind.EMOM:
        note = f"Every {_interval(section.every)}, {counted(section.rounds, 'set')}"
    elif kind is SectionKind.STRAIGHT_SETS:
        return f"All of it {section.repeat} times, {_between(section)}" if section.repeat > 1 else ""
    else:
        return _rounds_note(section)
    times = f", {section.repeat} times" if section.repeat > 1 else ""
    return f"{note}{times}, {_between(section)}" if times and (listed or section.round_rest) else f"{note}{times}"


def _rounds_note(section: WorkSection) -> str:
    """`Superset: 3 rounds, 90 s of rest between them`."""
    rounds = section.rounds * section.repeat
    parts = [_by_the_clock(section)] if section.kind is SectionKind.INTERVALS else []
    if rounds > 1 or section.kind is not SectionKind.INTERVALS:
        parts.append(counted(rounds, "round"))
    if rounds > 1 and not _is_steady(section):
        parts.append(_between(section))
    text = ", ".join(filter(None, parts))
    return f"{str(section.kind).capitalize()}: {text}" if text else ""


def _by_the_clock(section: WorkSection) -> str:
    """`40 s of work, 20 s of rest`, where all intervals are the same."""
    times = {(work.set_ms, work.rest) for work in section.works}
    if len(times) > 1 or len(section.works) * section.rounds == 1:
        return ""
    ((length, rest),) = times
    return f"{time_text(length)} of work, {time_text(rest)} of rest" if rest else f"{time_text(length)} each, no rest"


def _is_steady(section: WorkSection) -> bool:
    """Whether a single interval comes again and again, so that the rest between rounds is that of all."""
    return section.kind is SectionKind.INTERVALS and len(section.works) == 1 and _rest_is_even(section)


def _rest_is_even(section: WorkSection) -> bool:
    return {section.round_rest} == {work.rest for work in section.works}


def _between(section: WorkSection) -> str:
    return f"{time_text(section.round_rest)} of rest between them" if section.round_rest else "no rest between them"


def _interval(length: Ms) -> str:
    return "minute" if length == MINUTE_MS else time_text(length)


def tempo_in(section: WorkSection, entry: int) -> str:
    """The tempo of an entry; none in a list that everybody goes through as fast as they can."""
    work = section.works[entry]
    return "" if section.is_listed and not work.exercise.is_hold else tempo_text(work)


def tempo_text(work: Work) -> str:
    """`3-0-2-0`; the phases where the tempo doesn't reach any of them; `held still`; `3 s each` at a written pace."""
    if work.exercise.is_hold:
        return "held still"
    if not work.exercise.phases:
        return f"{seconds_text(work.exercise.pace)} each" if work.exercise.pace is not None and work.reps else ""
    if work.tempo and any(phase.tempo for phase in work.exercise.phases):
        return str(work.tempo)
    return ", ".join(f"{phase.name} {seconds_text(length)}" for phase, length in work.phases)


def cue_text(cue: Cue, wording: Wording, *, short: bool = False) -> str:
    """A cue as it is read, where nobody knows which side it will be; `short` is its shortest wording."""
    return wording.cue((cue.wordings[-1 if short else 0],), "either_side")[0]


def need_text(need: Need, workout: Workout) -> str:
    """`chair or sofa`: one thing of those that a variation needs, whether it is there or not."""
    items = [item for item in need.any_of if item not in workout.missing] or list(need.any_of)
    return need.named(items)


def item_text(item: str, workout: Workout) -> str:
    """`a resistance band`."""
    equipment = workout.session.equipment.get(item)
    return equipment.say if equipment else item
