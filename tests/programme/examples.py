"""Programmes laid out without a voice, with lengths of speech that are a pure function of the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.every_kind import session_of
from tests.plan.laid import english, glutes, glutes_laid, laid
from voicecoach.definitions.coach import Coach
from voicecoach.definitions.model import Cue
from voicecoach.definitions.session import Session
from voicecoach.outputs.mp3 import Mp3Format, stream_bytes
from voicecoach.plan.choices import Choices
from voicecoach.programme.model import Episode, Programme, day_of_week

FOR_SAM = Choices(client="Sam")
START = date(2026, 11, 30)
HOSTILE = "</script><b>&amp;]]>\"'--> {{7*7}} 🏃 \u202eabc שלום"
"""What has to be shown as it is, wherever it stands."""


def episode(
    week: int = 1, session: Session | None = None, choices: Choices | None = None, *, start: date | None = None
) -> Episode:
    """One week of a session."""
    chosen = replace(choices or Choices(), week=week)
    one = laid(session, chosen) if session else glutes_laid(chosen)
    stem = f"week-{week}-{one.workout.session.name}"
    size = stream_bytes(one.timeline.duration, Mp3Format())
    return Episode(stem, one.workout, one.timeline, english(), size, day_of_week(start, 1, week))


def of_kinds(*names: str) -> Episode:
    """A session with sections of these kinds."""
    return episode(1, session_of(*names))


def programme(
    weeks: int = 2,
    session: Session | None = None,
    choices: Choices = FOR_SAM,
    *,
    coach: Coach | None = None,
    start: date | None = None,
) -> Programme:
    """The first weeks of a session, for a client."""
    episodes = tuple(episode(week, session, choices, start=start) for week in range(1, weeks + 1))
    return Programme(episodes[0].workout.session.title, episodes, choices.client, coach, start)


def hostile(text: str = HOSTILE) -> Programme:
    """A programme in which every name and text that an author, a coach or a client gives is `text`."""
    session = glutes()
    cues = replace(session.cues, setup=(Cue(text),), safety=(Cue(text),))
    titled = replace(session, title=text, say=text, about=text, album=text, cues=cues)
    return programme(1, titled, Choices(client=text), coach=Coach(text, text))
