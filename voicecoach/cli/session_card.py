"""A session as a coach hands it out."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.cli.card_words import KINDS, amount_words, load_words, section_words, sentence
from voicecoach.cli.cards import Card, Line, Part, Row, row
from voicecoach.counted import counted
from voicecoach.definitions.index import load_index
from voicecoach.definitions.model import Level
from voicecoach.definitions.prescribed import prescribed
from voicecoach.definitions.session import Item, Section, SectionKind, Session, WarmUp
from voicecoach.plan.progression import weeks_of
from voicecoach.shell import quoted
from voicecoach.times import length_text

SET_BY_SET = frozenset({SectionKind.STRAIGHT_SETS})
"""Kinds whose exercises have sets of their own; elsewhere the sets are rounds."""


def session_card(session: Session, name: str) -> Card:
    """The card of a session that is called `name` on the command line."""
    return Card(
        title=session.title,
        facts=" · ".join(_facts(session, name)),
        about=session.about,
        rows=tuple(_rows(session)),
        parts=tuple(_part(section, session) for section in session.sections),
        more=f"More: {_command('plan', name, '--lines')}, and {_command('show', name, '--all')}",
    )


def _command(*words: str) -> str:
    return quoted(["voicecoach", *words])


def _facts(session: Session, name: str) -> Iterator[str]:
    if session.level:
        yield session.level
    entry = load_index().sessions.get(name)
    weeks = weeks_of(session)
    if entry:
        first, last = entry.minutes
        yield f"{first} min" if first == last else f"{first} min in week 1, {last} min in week {weeks}"
    if weeks > 1:
        yield counted(weeks, "week")
    yield counted(len({item.exercise.name for item in session.items}), "exercise")


def _rows(session: Session) -> Iterator[Row]:
    if session.source:
        yield row("From", [f"{session.source.title}, by {session.source.author}", session.source.video or ""])
    yield row("Before", ["Warm up first."] if session.warm_up is WarmUp.ELSEWHERE else [])
    needs = dict.fromkeys(need for item in session.items for need in item.exercise.needs)
    fetch = [sentence(text) for text in dict.fromkeys(need.named() for need in needs)]
    yield row("Fetch", fetch or ["Nothing but some room."])
    yield row("Instead", dict.fromkeys(_instead(session)))
    yield row("Good to know", (cue.say for cue in session.cues.setup))
    yield row("Safety", (cue.say for cue in session.cues.safety))
    yield row("Harder", _harder(session))


def _instead(session: Session) -> Iterator[str]:
    for item in session.items:
        for one in item.exercise.substitutes:
            known = session.exercises.get(one.use)
            use = known.titled(one.variations) if known else one.use
            yield f"Without {one.without}: {use} in place of {item.exercise.title}."


def _harder(session: Session) -> Iterator[Line]:
    """The harder variations, as they are typed; of a session that builds, where one moves on to them."""
    if weeks_of(session) == 1:
        return
    exercises = {item.exercise.name: item.exercise for item in session.items}
    for exercise in exercises.values():
        for name, one in exercise.variations.items():
            if one.level is Level.HARDER:
                yield Line(f"{one.title}: --variation {exercise.name}={name}")


def _part(section: Section, session: Session) -> Part:
    kind = KINDS[section.kind]
    heading = f"{section.title} · {kind[:1].lower()}{kind[1:]}" if section.title else kind
    rows = [row("", [section_words(section, session)])]
    rows += [row(_label(item), _item_lines(item, section, session)) for item in section.exercises]
    return Part(heading, tuple(rows))


def _label(item: Item) -> str:
    return f"+ {item.exercise.title}" if item.joined else item.exercise.title


def _item_lines(item: Item, section: Section, session: Session) -> Iterator[str]:
    exercise = item.exercise
    prescription = prescribed(session, item, exercise)
    sets = (prescription.sets or 1) if section.kind in SET_BY_SET else None
    work = section.work if item.work is None else item.work
    by_clock = section.kind is SectionKind.INTERVALS
    amount = "" if by_clock else amount_words(prescription, exercise, sets=sets)
    facts = (
        amount,
        length_text(work) if by_clock and work else "",
        load_words(item.load or prescription.load or exercise.load),
        f"tempo {tempo}" if (tempo := item.tempo or item.prescription.tempo) else "",
        f"then {length_text(item.rest)} of rest" if item.rest is not None else "",
        ", ".join(exercise.variations[name].say or exercise.variations[name].title for name in item.variations),
    )
    yield ", ".join(filter(None, facts)) or "by the clock"
    if item.note:
        yield item.note
