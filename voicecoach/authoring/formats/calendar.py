"""A calendar that `voicecoach export` wrote: the session of its events, week by week. Its days stay in the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from voicecoach.authoring.formats.exported_text import read_exported
from voicecoach.authoring.written import Written
from voicecoach.errors import DefinitionError

NOTE = "The days of a calendar stay in it: a session has weeks, and no dates."
_FIX = "Copy what an event says into a text, and import that."
_SUMMARY = re.compile(r"(?P<title>.*?)(?:, week (?P<week>\d{1,3}))?(?:, for .*)?")
_PROPERTY = re.compile(r"(?P<name>[\w-]+)(?:;[^:]*)?:(?P<value>.*)")


class _Event(NamedTuple):
    title: str
    week: int
    steps: str


def looks_like_calendar(text: str) -> bool:
    """Whether a text is a calendar (RFC 5545)."""
    return re.match(r"\s*BEGIN:VCALENDAR\b", text, re.IGNORECASE) is not None


def read_calendar(text: str, name: str) -> Written:
    """The session of a calendar. Raises DefinitionError for one that `export` didn't write, or of several sessions."""
    events = list(_events(text))
    if not events:
        raise DefinitionError(name, "", "this is a calendar, and none of its events is a session of voicecoach.", _FIX)
    titles = list(dict.fromkeys(event.title for event in events))
    if len(titles) > 1:
        shown = ", ".join(titles[:3])
        raise DefinitionError(name, "", f"this calendar has several sessions: {shown}.", "Export one of them alone.")
    written = read_exported(_whole(titles[0], events))
    if written is None:
        problem = "the events of this calendar were changed, and can't be read any more."
        raise DefinitionError(name, "", problem, _FIX)
    return replace(written, notes=(NOTE,))


def _whole(title: str, events: list[_Event]) -> str:
    """The events as the text of a programme; several of a week are of one session."""
    weeks = {event.week: event.steps for event in reversed(events)}
    return "\n\n".join([f"{title}\n===", *(f"Week {week}\n\n{weeks[week]}" for week in sorted(weeks))])


def _events(text: str) -> Iterator[_Event]:
    """The events that are sessions of voicecoach."""
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    for body in unfolded.split("BEGIN:VEVENT")[1:]:
        of_event = re.split("END:VEVENT|BEGIN:VALARM", body, maxsplit=1)[0]
        lines = (_PROPERTY.fullmatch(line) for line in of_event.splitlines())
        said = {line["name"].upper(): _plain(line["value"]) for line in lines if line}
        summary = _SUMMARY.fullmatch(said.get("SUMMARY", ""))
        if summary and said.get("UID", "").endswith("@voicecoach"):
            title = said.get("X-VOICECOACH-TITLE") or summary["title"]
            week = said.get("X-VOICECOACH-WEEK") or summary["week"] or "1"
            _, _, steps = said.get("DESCRIPTION", "").partition("\n\n")
            yield _Event(title, int(week) if week.isdecimal() else 1, steps)


def _plain(value: str) -> str:
    """A text as it was before it was written into a calendar (RFC 5545, section 3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
