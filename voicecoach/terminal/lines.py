"""What the live screens say in words: the state of the playing, the keys, one line for a step."""

from __future__ import annotations

from dataclasses import dataclass

from voicecoach.counted import counted
from voicecoach.plan.script import StepKind
from voicecoach.plan.shown import time_text
from voicecoach.terminal.lists import Listing
from voicecoach.timeline.view import View
from voicecoach.times import Ms, clock

KEYS = (
    ("space, p", "pause, go on"),
    ("n, right", "next step"),
    ("b, left", "back"),
    ("N, B", "exercise on, back"),
    (", .", "5 s back, on"),
    ("g", "go to"),
    ("r", "repeat set"),
    ("e", "end set"),
    ("s", "15 s more"),
    ("i", "enter reps"),
    ("x", "swap exercise"),
    ("+, -", "volume"),
    ("m", "mute"),
    ("d, D", "fewer, more words"),
    ("?", "help"),
    ("q", "quit"),
)
SECONDS_UP_TO = 99
"""Longer countdowns are shown as minutes and seconds."""
GO_ON_HINT = "space go on"
HINTS = (
    "space pause",
    "n next",
    "b back",
    "? help",
    "q quit",
    "s +15 s",
    "r repeat",
    "e end set",
    "g go to",
    "x swap",
    "i enter",
    "+/- volume",
)


@dataclass(frozen=True, slots=True)
class State:
    """How the session is being played, beside where it is. `volume` is from 0 to 1; `holding` waits for the listener.

    `notice` is a sentence or a question for the listener, empty for none; `answers` are the keys that answer it, each
    with what it means, for those who have no keyboard. `help` asks for the list of keys, `listing` for a list to choose
    from. `notes` are sentences about how the session came to be, to be read before it begins; `address` is where the
    second screen is, empty for none.
    """

    paused: bool = False
    holding: bool = False
    volume: float = 1.0
    muted: bool = False
    notice: str = ""
    help: bool = False
    listing: Listing | None = None
    notes: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    address: str = ""


def clean(text: str, encoding: str = "utf-8") -> str:
    """`text` without control characters and with a `?` for what `encoding` doesn't have."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return printable.encode(encoding, "replace").decode(encoding)


def where(view: View) -> str:
    """`set 2 of 3, left`, `interval 4 of 6, 8 reps`, or the list that is gone through."""
    if view.kind == StepKind.REST:
        return "rest"
    if view.entries:
        return "; ".join(view.entries)
    parts = (str(view.turn or ""), view.side or "", view.target)
    return ", ".join(part for part in parts if part)


def status(view: View, state: State) -> str:
    """The phase of the repetition or what to do, or why nothing goes on."""
    if state.paused:
        return "Paused: space goes on"
    if state.holding:
        return "Ready? Space goes on"
    return view.doing


def following(view: View) -> str:
    """What comes next, in sentences."""
    needs = f" Needs: {view.needs}." if view.needs else ""
    return f"Next: {view.next}.{needs}" if view.next else ""


def number_text(view: View) -> str:
    """The repetitions done, or the seconds to go, as minutes and seconds where there are many."""
    if view.reps is None and view.number > SECONDS_UP_TO:
        minutes, seconds = divmod(view.number, 60)
        return f"{minutes}:{seconds:02}"
    return str(view.number)


def of_text(view: View) -> str:
    """What goes behind the number."""
    return f" of {view.reps}" if view.reps else "" if ":" in number_text(view) else " s"


def sound_text(state: State) -> str:
    """`muted`, or how loud it is."""
    return "muted" if state.muted else f"volume {state.volume:.0%}"


def hints(state: State, width: int) -> str:
    """As many hints as fit; in a pause the first says how to go on."""
    fitting = ""
    for hint in (GO_ON_HINT if state.paused or state.holding else HINTS[0], *HINTS[1:]):
        longer = f"{fitting}   {hint}" if fitting else hint
        if len(longer) > width:
            break
        fitting = longer
    return fitting


def step_line(view: View) -> str:
    """A step in one line, such as `Step ups, set 1 of 3, left: 10 reps. Next: right side. 31:04 left.`."""
    kind = StepKind(view.kind)
    place = ", ".join(part for part in (view.title, where(view)) if part)
    amount = counted(view.reps, "rep") if view.reps else time_text(Ms(view.number * 1000))
    if kind in {StepKind.WORK, StepKind.HOLD}:
        head = f"{place}: {amount}."
    elif kind is StepKind.REST:
        head = f"Rest: {amount}."
    else:
        head = f"{view.doing}: {place}." if place else f"{view.doing}."
    following = f" Next: {view.next}." if view.next else ""
    needs = f" Needs: {view.needs}." if view.needs else ""
    left = f" {clock(view.left)} left." if kind is not StepKind.OUTRO else ""
    return f"{head}{following}{needs}{left}"


def changes(before: State, after: State) -> list[str]:
    """What is different now, each in a line."""
    lines = []
    if (after.paused, after.holding) != (before.paused, before.holding):
        waiting = "Ready? Space goes on." if after.holding else "Going on."
        lines.append("Paused. Space goes on." if after.paused else waiting)
    if after.muted != before.muted:
        lines.append("Muted." if after.muted else "Sound on.")
    if after.volume != before.volume:
        lines.append(f"Volume {after.volume:.0%}.")
    if after.notice and after.notice != before.notice:
        lines.append(after.notice)
    if after.help and not before.help:
        lines += [f"{key}: {what}" for key, what in KEYS]
        lines += [f"Second screen: {after.address}"] if after.address else []
    lines += _list_changes(before.listing, after.listing)
    return lines


def _list_changes(before: Listing | None, after: Listing | None) -> list[str]:
    if after is None or after == before:
        return []
    if before is None or before.rows != after.rows:
        return [after.title, *after.lines, "Type a number, or go with the arrows; Enter chooses, Escape closes."]
    return [after.lines[after.at]]
