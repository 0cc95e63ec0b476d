"""A rest between sets that is told with the warm-up is that of what is done in sets."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft, SectionDraft

LEAST_WARM_UP_S, LEAST_IN_SETS = 180, 2


def rest_to_sets(section: SectionDraft) -> None:
    """Put the rest of a first exercise that goes on for minutes to the others, if these are all sets without one."""
    if len(section.exercises) <= LEAST_IN_SETS:
        return
    first, *others = section.exercises
    if not (first.facts.rest_s and _goes_on(first)):
        return
    if all(one.facts.sets and not one.facts.rest_s for one in others) and not section.facts.rest_s:
        for one in others:
            one.facts = replace(one.facts, rest_s=first.facts.rest_s)
        first.facts = replace(first.facts, rest_s=None)


def rest_of_one(section: SectionDraft) -> None:
    """Make what is rested before one goes again that of the sets, where nothing else is done in between."""
    rest_s = section.facts.round_rest_s
    if len(section.exercises) == 1 and rest_s and not (section.facts.rounds or section.facts.kind):
        (one,) = section.exercises
        one.facts = replace(one.facts, rest_s=one.facts.rest_s or rest_s)
        section.facts = replace(section.facts, round_rest_s=None)


def _goes_on(one: ExerciseDraft) -> bool:
    seconds = one.facts.seconds
    return bool(seconds and seconds[0] >= LEAST_WARM_UP_S) and not (one.facts.sets or one.facts.work_s)


def intervals_to_sets(section: SectionDraft) -> None:
    """Make work and rest of one exercise its sets, if others have sets of their own: `Hangs: 5 x 10 s on, 50 s off`."""
    paced = [one for one in section.exercises if one.facts.work_s and (one.facts.repeat or one.facts.sets)]
    others = [one for one in section.exercises if one.facts.sets and not one.facts.work_s]
    for one in paced if others else ():
        facts = one.facts
        one.facts = replace(
            facts,
            kind=None,
            work_s=None,
            repeat=None,
            sets=facts.sets or facts.repeat,
            seconds=None if facts.reps else facts.work_s,
            pause_s=facts.work_s if facts.reps else facts.pause_s,
        )
