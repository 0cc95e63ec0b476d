"""Which kind of section it is, by what is said of it, and what that kind makes of its facts and of its rests."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.authoring.amounts import MINUTE_S
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import SectionDraft
from voicecoach.authoring.written import WrittenSection
from voicecoach.definitions.session import SectionKind as Kind

_SUPERSET = in_any_case(
    r"super-?\s?set|tri-?\s?set|giant|\bset [a-z]\b|complex|couplet|triplet",
)
_PAIR = in_any_case(
    r"^\W*(?:(?:first|second|third|fourth|last|1st|2nd|3rd|4th) )?pair(?:ing)?(?: (?:[a-h]|\d))?(?=\W|$)",
)
_CIRCUIT = in_any_case(r"circuit|round|amrap|back.to.back")
MOST_OF_EACH_S = 120


def kind_of(  # noqa: PLR0911 - a list of decisions
    section: SectionDraft, facts: Facts, title: str | None, *, is_superset: bool
) -> Kind:
    """The kind of a section; `is_superset` says that letters tell its exercises to go together."""
    several = len(section.exercises) > 1
    if section.is_running:
        return Kind.INTERVALS
    if facts.kind and not _is_of_each(facts):
        return facts.kind
    if facts.work_s:
        return Kind.INTERVALS
    if several and len(facts.each_set) > 2:  # noqa: PLR2004 - two are a range
        return Kind.FOR_TIME
    chains = {() if one.facts.sets or one.facts.rest_s else one.facts.each_set for one in section.exercises}
    if several and len(chains) == 1 and all(len(one) > 2 for one in chains):  # noqa: PLR2004
        return Kind.FOR_TIME
    if facts.cap_s and not any(one.facts.sets or one.facts.rest_s for one in section.exercises):
        return Kind.FOR_TIME
    if is_superset or (title and (_SUPERSET.search(title) or (several and _PAIR.search(title)))):
        return Kind.SUPERSET
    if facts.rounds or (title and several and _CIRCUIT.search(title)):
        return Kind.CIRCUIT
    return Kind.STRAIGHT_SETS


def _is_of_each(facts: Facts) -> bool:
    """Whether `AMRAP` is said of the repetitions of each exercise, in a minute or two: what goes round is told else."""
    is_short = facts.seconds is not None and facts.seconds[1] <= MOST_OF_EACH_S
    return facts.kind is Kind.AMRAP and bool(facts.is_open) and is_short


def for_kind(section: SectionDraft, facts: Facts, kind: Kind) -> Facts:
    """`repeat` as the rounds of what goes round; as the sets of straight sets it is the exercises'.

    A time said of an EMOM or an AMRAP is how long it goes on.
    """
    if kind in {Kind.EMOM, Kind.AMRAP} and facts.seconds and not facts.minutes and facts.seconds[0] >= MINUTE_S:
        low, high = facts.seconds
        facts = replace(facts, seconds=None, minutes=(low / MINUTE_S, high / MINUTE_S))
    if kind is Kind.AMRAP and facts.cap_s and not facts.minutes:
        low, high = facts.cap_s
        facts = replace(facts, cap_s=None, minutes=(low / MINUTE_S, high / MINUTE_S))
    if facts.repeat and not facts.rounds and (kind is not Kind.STRAIGHT_SETS):
        facts = replace(facts, rounds=facts.repeat)
    if (
        kind in {Kind.CIRCUIT, Kind.SUPERSET}
        and facts.sets
        and not facts.rounds
        and not any(one.facts.sets for one in section.exercises)
    ):
        facts = replace(facts, rounds=facts.sets, sets=None)
    return facts


def one_after_the_other(sections: list[WrittenSection]) -> tuple[WrittenSection, ...]:
    """The sections; a rest said of one that has none within is the time before the next.

    Rounds for time may have one between them, each being done for time by itself.
    """
    found = list[WrittenSection]()
    before_s: float | None = None
    for section in map(_repeated, sections):
        before_s = section.before_s if section.before_s is not None else before_s
        is_whole = section.kind in {Kind.AMRAP, Kind.EMOM, Kind.FOR_TIME}
        is_for_time = section.kind is Kind.FOR_TIME and section.round_rest_s is not None and (section.rounds or 1) > 1
        is_apart = is_for_time or section.repeat > 1
        between_s = section.round_rest_s if is_apart else None
        rest_s = section.rest_s if section.rest_s is not None or is_apart else section.round_rest_s
        found.append(
            replace(section, before_s=before_s, rest_s=None, round_rest_s=between_s)
            if is_whole
            else replace(section, before_s=before_s)
        )
        before_s = rest_s if is_whole else None
    return tuple(found)


def _repeated(section: WrittenSection) -> WrittenSection:
    """An EMOM with a rest between its rounds is one round of it, again and again; other sections as they are.

    Its minutes are those of all rounds with their rests if that comes out even, as `EMOM 20` of four exercises and a
    minute of rest; else those of each.
    """
    rest_s, rounds = section.round_rest_s, section.rounds
    if section.kind is not Kind.EMOM or not rest_s or not (rounds or section.minutes):
        return section
    every_s = section.every_s or 60.0
    once_s = every_s * sum(not one.joined for one in section.exercises)
    total_s = 60 * section.minutes if section.minutes else (rounds or 1) * (once_s + rest_s)
    times, over_s = divmod(total_s, once_s + rest_s)
    if not over_s and rounds in {None, times}:
        return replace(section, rounds=None, repeat=int(times), minutes=once_s / 60)
    return replace(section, rounds=None, repeat=rounds) if rounds else section
