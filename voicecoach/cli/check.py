"""`voicecoach check`: is a definition file in order."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from voicecoach.cli.messages import notes
from voicecoach.cli.opening import opened_sounds
from voicecoach.cli.options import Given
from voicecoach.times import clock


def check(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A session or exercise: a YAML file, or a built-in name.")
    ],
) -> None:
    """Check a definition file: can it be read, do its first and last week work out, does what is said fit.

    Examples:

      voicecoach check my-session.yaml
    """
    from voicecoach.pipeline.prepare import load, prepare
    from voicecoach.plan.choices import Choices
    from voicecoach.plan.progression import weeks_of

    loaded = load(file, Choices())
    session, weeks = loaded.session, weeks_of(loaded.session)
    with opened_sounds(Given({}), session.language) as (sounds, bar):
        prepared = [prepare(replace(loaded, choices=Choices(week=week)), sounds) for week in sorted({1, weeks})]
        sounds.cache.commit()
        bar.close()
    notes(sentence for one in prepared for sentence in one.notes)
    lengths = " to ".join(dict.fromkeys(clock(one.timeline.duration) for one in prepared))
    count = len(session.items)
    exercises = f"{count} exercise{'s' if count > 1 else ''}"
    print(f"{file}: in order. {session.title}: {exercises}, {weeks} week{'s' if weeks > 1 else ''}, {lengths}.")
