"""Warm-ups and cool-downs that are an exercise of their own, and what is run by the clock: by the lines around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of
from voicecoach.authoring.rules.exercise_names.names import is_gone_on_with
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import compiled, in_any_case
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.language.words import EFFORT
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.passes.above import are_counted, below, heads_items
from voicecoach.authoring.rules.passes.leg_manners import LEG, is_leg_in_a_manner
from voicecoach.authoring.rules.prose.in_sentences import told_in

MOST_TOLD = 2
"""So many paragraphs may stand between a title and what is below it."""
MOST_AHEAD = 40
"""So many lines are looked at for what a warm-up stands before."""
_LABELLED = re.compile(r"[^:\d]{3,40}:\s*\d")
"""What has its amount behind a colon, a warm-up as the exercises below it: `Warm-up: 5 min`."""
_DASHED = re.compile(r"[^:\d]{3,60}?\s[–—-]\s*\d")
"""The same with a dash: `Warm-up – 5 min`."""
_LENGTH = compiled(r"(?:<seconds:t>|<metres:d>)")


_OF_LEGS = in_any_case(r"\W*(?:\w+ )?(?:stretch(?:es|ing)|movements?|drills?|mobility|activation|moves)\W*")
"""The title of what a warm-up or a cool-down has in it."""


_UNNAMED = frozenset({Role.AMOUNT, Role.SENTENCE, Role.STATEMENT})


def is_leg(lines: Sequence[Line], at: int) -> bool:
    """Whether `lines[at]` says how long the warm-up or the cool-down is that has no exercises of its own."""
    line = lines[at]
    if not is_leg_alone(line):
        return False
    if _is_last(lines, at) or _is_before_all(lines, at) or _is_first_of_list(lines, at):
        return True
    after = below(lines, at)
    if after is not None and after.role is Role.TITLE and _is_above_its_parts(line, after):
        return False
    if after is None or after.role is Role.TITLE or after.is_heading or runs(after) or heads_items(lines, at + 1):
        return not (after and after.is_heading and line.is_heading and after.block.level > line.block.level)
    is_alike = after.block.kind is line.block.kind and not after.block.breaks
    if is_alike and _is_by_clock(after):
        return True
    is_listed = line.role is not Role.TITLE or all(_LABELLED.match(one.text) for one in (line, after))
    is_listed = is_listed or _is_first_of_longer(lines, at)
    return is_listed and is_alike and after.is_counted


def _is_above_its_parts(line: Line, after: Line) -> bool:
    """Whether the title below a leg calls a part of it: `Mobility drills`, or the item of a list with more below it."""
    is_of_legs = bool(_OF_LEGS.fullmatch(after.text)) and "(" in line.text
    return is_of_legs or (line.is_heading and after.block.kind is BlockKind.ITEM)


def _is_first_of_longer(lines: Sequence[Line], at: int) -> bool:
    """Whether lines as it is, with a dash, stand right below it, and go on for longer than it does."""
    if not _DASHED.match(lines[at].text):
        return False
    alike = list(takewhile(lambda one: not one.block.breaks and bool(_DASHED.match(one.text)), lines[at + 1 :]))
    return bool(alike) and _is_longer(lines[at].facts, [one.facts for one in alike])


def _is_first_of_list(lines: Sequence[Line], at: int) -> bool:
    """Whether the tight list that it begins has another leg in it as well: `- Warm-up: 5 min`, `- Cool-down: 5 min`.

    Lines without bullets are one if they tell to do it: `Warm up for 5 minutes`, `Cool down for 5 minutes`.
    """
    first = lines[at].block
    beside = takewhile(lambda one: one.block.kind is first.kind and not one.block.breaks, lines[at + 1 :])
    alike = [one for one in beside if one.block.level == first.level]
    is_list = first.kind is BlockKind.ITEM or bool(_ORDERED.match(lines[at].text))
    return is_list and len(alike) > 1 and any(map(is_leg_alone, alike[1:]))


_ORDERED = in_any_case(r"(?:warm|cool) (?:up|down) for\s")


def _is_before_all(lines: Sequence[Line], at: int) -> bool:
    """Whether all that comes behind it, under no title of its own, is no warm-up's: done in sets, or longer than it."""
    ahead = lines[at + 1 : at + 1 + MOST_AHEAD]
    behind = [one for one in ahead if one.role is not Role.NOISE and not is_leg_alone(one)]
    is_untitled = not any(one.role is Role.TITLE or one.is_heading for one in behind)
    done = [one for one in behind if one.calls_exercise or one.role is Role.STATEMENT]
    if not is_untitled or lines[at].is_heading or not done:
        return False
    return bool(done[0].facts.sets) or _is_longer(lines[at].facts, [one.facts for one in done])


def _is_longer(leg: Facts, done: Sequence[Facts]) -> bool:
    """Whether what is done goes on for more than a part of the length of a leg, which it would be made up of."""
    lengths = [one.seconds[1] for one in done if one.seconds and not (one.sets or one.rounds)]
    return leg.seconds is not None and len(lengths) == len(done) > 1 and sum(lengths) > leg.seconds[1]


def is_leg_alone(line: Line) -> bool:
    """Whether a line has a warm-up or a cool-down with its length, and nothing else but a remark."""
    is_long = bool(line.facts.seconds or line.facts.distance_m) and not (line.facts.sets or line.facts.reps)
    if not is_long:
        return False
    called = parts_of(line.text).rest.replace(BREAK, " ").strip(" :;,.()-–—")
    head, comma, remark = called.partition(", ")
    name = head.strip(" :;.()-–—")
    is_gone_on = line.role is Role.TITLE and is_gone_on_with(name, line.facts)  # `Cardio: 20 min`
    is_called = (bool(LEG.fullmatch(name)) or is_gone_on) and not (comma and has_movement(remark))
    return is_called or is_leg_in_a_manner(_LENGTH.sub(" ", spelled(line.text).text, count=1))


def _is_last(lines: Sequence[Line], at: int) -> bool:
    """Whether only talk stands behind it."""
    behind = {one.role for one in lines[at + 1 :]}
    return behind <= {Role.NOISE, Role.SENTENCE, Role.EQUIPMENT, Role.END}


def _is_by_clock(after: Line) -> bool:
    """Whether a leg stands above `1 min hard`, or in a list above `6 x 5 min with 3 min rest`."""
    is_unnamed = after.block.kind is BlockKind.ITEM and after.role in _UNNAMED and after.facts.rest_s is not None
    return is_unnamed or (after.role is Role.EXERCISE and _is_stretch(after))


def _is_stretch(line: Line) -> bool:
    """Whether it is called by nothing but how hard it is: `1 min effort`."""
    is_timed = line.text[:1].isdecimal() and line.facts.seconds is not None
    return is_timed and (bool(EFFORT.match(line.name.text)) or not has_movement(line.name.text))


def runs(line: Line) -> bool:
    """Whether it is walked or run by the clock, and called by nothing but its effort: `3 x 1 min hard, 2 min easy`."""
    if timed := by_clock(line.text):
        return timed.is_running
    is_statement = line.role is Role.STATEMENT and line.facts.work_s is not None
    return is_statement and told_in(line.text).is_running


def is_above_legs(lines: Sequence[Line], at: int) -> bool:
    """Whether the name in `lines[at]` is that of a run or a ride whose parts stand below it, its warm-up first."""
    after = below(lines, at)
    is_leg_first = (
        after is not None and bool(LEG.match(after.text)) and bool(after.facts.seconds or after.facts.distance_m)
    )
    has_more = any(_OTHER_PART.match(one.text) for one in lines[at + 2 : at + 2 + MOST_PARTS])
    return is_leg_first and has_more and bool(_RUN.search(lines[at].text))


MOST_PARTS = 5
_RUN = in_any_case(
    r"\b(?:runs?|rides?|swims?|intervals?|repeats?|tempo|fartlek|hills?|track|rows?|bike|turbo|threshold)\b"
)
_OTHER_PART = in_any_case(r"(?:main|work|session|set|interval|cool|warm[ -]?down|c/?d)\w*\b[^:]{0,20}:")


def is_above_session(lines: Sequence[Line], at: int) -> bool:
    """Whether the session begins, or goes on, below the name in `lines[at]`: with a leg, or with exercises."""
    told = list(takewhile(lambda one: one.role is Role.SENTENCE, lines[at + 1 : at + MOST_TOLD + 1]))
    first = at + 1 + len(told)
    return first < len(lines) and (is_leg(lines, first) or are_counted(lines[first : first + 2]))
