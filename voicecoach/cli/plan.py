"""`voicecoach plan`: what will be heard, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import Stopwatch, table_console
from voicecoach.cli.opening import asked_session, opened_session
from voicecoach.cli.options import Given, SessionName, Text, session_options, voice_options, with_options
from voicecoach.cli.plotting import check_plot_file, show_plot
from voicecoach.cli.saving import save_options, save_session
from voicecoach.collecting import without_collecting
from voicecoach.counted import counted
from voicecoach.times import MINUTE_MS, Ms, clock

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Prepared
    from voicecoach.timeline.model import Event, TimedStep, Timeline


@with_options(session_options, voice_options, save_options)
def plan(
    given: Given,
    session: SessionName = None,
    json: Annotated[bool, typer.Option("--json", help="The whole plan for other programs.")] = False,
    lines: Annotated[bool, typer.Option("--lines", help="Every line and tone in the table.")] = False,
    plot: Annotated[
        Text,
        typer.Option(
            "--plot", metavar="[FILE]", help="Draw it: into an .svg or .png file, else here.", show_default=False
        ),
    ] = None,
) -> None:
    """Show what will be heard, and when.

    Examples:

      voicecoach plan glutes-for-runners

      voicecoach plan glutes-for-runners --week 6 --lines

      voicecoach plan my-session.yaml --json > plan.json

      voicecoach plan glutes-for-runners --plot

      voicecoach plan glutes-for-runners --plot glutes.svg
    """
    if plot is not None:
        _check_plot(plot, json=json, lines=lines)
    name = asked_session(session, given)
    save_session(name, given)
    with without_collecting():
        _show(name, given, json=json, lines=lines, plot=plot)


def _check_plot(plot: str, *, json: bool, lines: bool) -> None:
    """Raises typer.BadParameter for what doesn't go with a picture, OutputError if it can't be written."""
    for option in [name for name, is_on in (("--json", json), ("--lines", lines)) if is_on]:
        raise typer.BadParameter(f"--plot and {option} don't go together: run it once for each.")
    check_plot_file(plot)


def _show(session: str, given: Given, *, json: bool, lines: bool, plot: str | None) -> None:
    with opened_session(session, given, Stopwatch()) as opened:
        if plot is not None:
            show_plot(plot, opened.prepared)
        elif json:
            from voicecoach.outputs.plan_json import plan_json

            prepared = opened.prepared
            print(plan_json(prepared.workout, prepared.timeline, opened.sounds.voice, dict.fromkeys(prepared.notes)))
        else:
            _print_table(opened.prepared, lines=lines)


def _print_table(prepared: Prepared, *, lines: bool) -> None:
    from voicecoach.cli.long_table import LongTable

    workout, timeline = prepared.workout, prepared.timeline
    week = f", week {workout.week} of {workout.weeks}" if workout.weeks > 1 else ""
    title = f"{prepared.session.title}{week}: {clock(timeline.duration)}"
    headers = ("at", "for", "step", "what is heard" if lines else "what")
    LongTable(title, headers, right=2, rows=list(_rows(timeline, lines))).print(table_console())


def _rows(timeline: Timeline, lines: bool) -> Iterator[tuple[str, str, str, str]]:
    from voicecoach.timeline.places import events_of

    for step in timeline.steps:
        at = at_tenth(step.start) if lines else clock(step.start)
        said = () if lines or step.kind in {"work", "hold", "change"} else _spoken(events_of(timeline, step))
        yield at, f"{(step.end - step.start) / 1000:g} s", step.kind, _what(step, said)
        for event in events_of(timeline, step) if lines else ():
            yield at_tenth(event.start), "", event.role, heard(event)


def _what(step: TimedStep, said: Iterable[str]) -> str:
    """The step in words, and what is `said` in it where that is neither counting nor shown line by line."""
    name = step.exercise or step.title or ""
    if step.section_title and step.section_title != name:
        name = f"{step.section_title}: {name}"
    facts = (
        name,
        *step.counted,
        step.side,
        step.reps and counted(step.reps, "rep"),
        step.load,
    )
    about = ", ".join(fact for fact in facts if fact)
    return ": ".join(part for part in (about, " ".join(said)) if part)


def _spoken(events: tuple[Event, ...]) -> list[str]:
    from voicecoach.timeline.model import Channel

    return [event.sound.text for event in events if event.sound.channel is Channel.VOICE]


def heard(event: Event) -> str:
    """The words, or the tone's name in brackets."""
    from voicecoach.timeline.model import Channel

    return event.sound.text if event.sound.channel is Channel.VOICE else f"[{event.sound.text}]"


def at_tenth(at: Ms) -> str:
    """A time to the tenth of a second, as in `1:05.3`."""
    minutes, rest = divmod(at, MINUTE_MS)
    return f"{minutes}:{rest / 1000:04.1f}"
