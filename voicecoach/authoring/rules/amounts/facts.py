"""What the parts of a line say together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from voicecoach.authoring.amounts import MINUTE_S
from voicecoach.authoring.rules.amounts.behind_names import LEAST_WEIGHT, sets_weighed, without_size
from voicecoach.authoring.rules.amounts.done_again import sets_again
from voicecoach.authoring.rules.amounts.lengths_beside import with_length_beside
from voicecoach.authoring.rules.amounts.parts import Part, Parts
from voicecoach.authoring.rules.amounts.pauses import (
    LEAST_PAUSE_S,
    LEAST_REST_S,
    LEAST_STRETCH_S,
    is_stretch,
    pause,
    pause_in_brackets,
)
from voicecoach.authoring.rules.amounts.readers import WITH_LOADS, read_of, shared_out
from voicecoach.authoring.rules.amounts.times_of_each import is_of_each, is_of_leg
from voicecoach.authoring.rules.language.pattern import in_any_case, range_of
from voicecoach.authoring.written import Span
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.late_patterns import late

MOST_OF_EACH_S = 180
"""What a title or a statement says to take longer, without `each`, is the length of all of it."""
MOST_OF_A_REP_S, LEAST_REPS = 10, 5
"""`10 x 5 seconds` are ten repetitions of five seconds each."""
LEAST_REST_ALONE_S = 30
"""What stands alone behind sets of repetitions, or of a distance, and is shorter is how long they take, or are held."""
MOST_STRETCHES = 6
"""`hold 30 s, repeat 3 times` are three holds; `hold 5 s, repeat 10 times` are ten repetitions."""
_LOOSELY = in_any_case(
    r"\bbreaths?\b|\bas long as (?:you|it|feels)\b|\b(?:\d{1,2}|an?) (?:full )?(?:lengths?|widths?|laps?)\b",
)


@dataclass(frozen=True)
class Facts:
    """What a line, or several that belong together, say; `None` is what they don't.

    Times are in seconds, `minutes` in minutes. `repeat` is how often something is done that is not said to be a set, a
    repetition or a round; `is_calories` says that `reps` count those. `notes` are said beside it.
    """

    sets: Span | None = None
    reps: Span | None = None
    seconds: Span | None = None
    is_hold: bool | None = None
    each_set: tuple[int, ...] = ()
    is_open: bool | None = None
    is_last_open: bool | None = None
    is_calories: bool | None = None
    distance_m: float | None = None
    load: str | None = None
    sides: Sides | None = None
    rest_s: Span | None = None
    round_rest_s: Span | None = None
    tempo: str | None = None
    pause_s: Span | None = None
    goal: Span | None = None
    goal_s: Span | None = None
    goal_sets: Span | None = None
    weeks: int | None = None
    rounds: Span | None = None
    repeat: Span | None = None
    kind: SectionKind | None = None
    work_s: Span | None = None
    every_s: Span | None = None
    minutes: Span | None = None
    cap_s: Span | None = None
    notes: tuple[str, ...] = ()

    @property
    def has_amount(self) -> bool:
        """Whether it says how much a set is."""
        return bool(self.reps or self.seconds or self.each_set or self.is_open or self.distance_m)

    @property
    def is_loose(self) -> bool:
        """Whether it says how long in what a file has no unit for: breaths, as long as somebody likes."""
        return any(_LOOSELY.search(one) for one in self.notes)

    @property
    def says_anything(self) -> bool:
        """Whether there is anything but notes."""
        return any(getattr(self, name) not in {None, ()} for name in _SAID)

    @property
    def is_of_section(self) -> bool:
        """Whether it says what only a section has."""
        return any((self.rounds, self.kind, self.work_s, self.every_s, self.minutes, self.round_rest_s, self.cap_s))

    def over(self, other: Facts) -> Facts:
        """These facts, completed by others; an amount takes the place of all of the other's."""
        names = set(_SAID)
        if self.has_amount:
            names -= {
                "reps",
                "seconds",
                "each_set",
                "is_open",
                "is_last_open",
                "is_calories",
                "distance_m",
                "is_hold",
                "goal",
                "goal_s",
                "goal_sets",
                "repeat",
            }
        if self.each_set:
            names -= {"sets"}
        added = {name: getattr(other, name) for name in names if getattr(self, name) in {None, ()}}
        return replace(self, **added, notes=tuple(dict.fromkeys((*self.notes, *other.notes))))


_SAID = tuple(one.name for one in fields(Facts) if one.name != "notes")
"""The fields of what is said."""


_SPRINTED = re.compile(
    r"\b(?:sprint|stride|burst|surge|all[ -]out|flat[ -]out|max(?:imal|imum)? effort)", re.IGNORECASE
)
"""What is done in short efforts, each of which is a set: `Hill sprints 8 x 10 s`."""


def facts_of(parts: Parts) -> Facts:
    """The facts of a line's parts; where two say the same thing the first counts, the other is a note."""
    parts, size = without_size(parts)
    said, notes = _said_in(parts)
    if size.isdecimal():
        said.setdefault("load", size)
    elif size:
        notes.append(size)
    if 0 < said.get("rest_s", (0.0, 0.0))[1] < LEAST_REST_S:
        pause(said, parts.line.text)
    if shared := shared_out(parts):
        said |= shared
        said.pop("repeat", None)
    said.pop("apiece", None)
    if re.fullmatch(r"[\d./]+", said.get("load", "")):
        notes.append(said["load"])  # a file's load has a unit
    if _ends_with_rest(parts, said):
        said["rest_s"] = said.pop("seconds")
    if "distance_m" in said and "seconds" in said and (aside := _in_brackets(parts)):
        said.pop("seconds")  # `800 m (2 min)`: the time that it takes, or the rest behind it
        notes.append(aside)
    pause_in_brackets(said, parts.line.text)
    said, beside = with_length_beside(said, parts)
    notes += beside
    if any(re.search(r"\bsets?\b", part.text) for part in parts.parts) or _SPRINTED.search(parts.line.text):
        said["named"] = True
    facts = _settled(_said_once(said | sets_weighed(said)), tuple(note for note in notes if note))
    if facts.sides is Sides.EACH and facts.seconds and _EACH_SET.search(parts.line.text):
        facts = replace(facts, sides=None)
    total = next((found for one in parts.asides if (found := _IN_ALL.fullmatch(one.lower()))), None)
    is_said = replace(facts, sides=None, load=None, tempo=None).says_anything
    return facts if is_said or not total else replace(facts, reps=range_of(total[1]))


def _said_once(said: dict[str, Any]) -> dict[str, Any]:
    """Without how often, where it is said as sets as well: `Repeat 2 more times (3 sets total)`, `20 times (2x10)`."""
    is_twice = "reps" not in said and said.get("repeat") == said.get("sets")
    if {"sets", "reps", "repeat"} <= said.keys():
        is_twice = said["repeat"][0] == said["sets"][0] * said["reps"][0]
    return {name: value for name, value in said.items() if name != "repeat"} if is_twice else said


def _said_in(parts: Parts) -> tuple[dict[str, Any], list[str]]:
    """What the parts say, by field, and what is said beside it."""
    said, notes = dict[str, Any](), list(parts.asides)
    last: Part | None = None
    for part in parts.parts:
        whole = read_of(part)
        read = _without_weight(whole)
        is_told = any(name in WITH_LOADS for name, _ in part.found) or ("heavy" in read and len(parts.parts) > 1)
        if read != whole or is_told:
            notes.append(part.text.strip(" :-"))
        fresh = {name: value for name, value in read.items() if name not in said} | sets_again(said, read, part)
        if _is_group(said, read, is_alike=_are_alike(parts, last, part)):
            fresh |= {"each_set": _groups(said, read), "grouped": True}
            if read.get("load", said.get("load")) != said.get("load"):
                notes.append(part.text.strip())
        if (read and not fresh and any(said[name] != value for name, value in read.items())) or not read:
            notes.append(part.text.strip(" ,;()"))
        said.update(fresh)
        last = part if last is None or [one for one, _ in part.found] != ["load"] else last
    if "grouped" in said:
        said = {name: value for name, value in said.items() if name not in {"sets", "grouped"}}
    if said.get("is_open") and len(set(said.get("each_set", ()))) == 1 and _is_last_open(parts):
        said["is_last_open"] = said.pop("is_open")
    return said, notes


def _are_alike(parts: Parts, last: Part | None, part: Part) -> bool:
    """Whether a part is written as the last before it, with nothing between or a load: `1x5 60%, 1x5 70%`."""
    if last is None or not (last.form is part.form or all(_CROSSED.match(one.text) for one in (last, part))):
        return False
    is_next = last.form is part.form and not any(last.end <= one.start < part.start for one in parts.parts)
    return is_next or parts.line.text[: part.start].rstrip()[-1:] in {",", ";"}


_CROSSED = re.compile(r"\d{1,2} ?x ?\d")


def _is_last_open(parts: Parts) -> bool:
    """Whether only the last of several groups of sets has as many repetitions as possible: `2x5, 1x5+`."""
    called = [{name for name, _ in one.found} for one in parts.parts]
    are_open = ["plus" in names for names in called if "sets" in names]
    return len(are_open) > 1 and are_open[-1] and not any(are_open[:-1])


def _ends_with_rest(parts: Parts, said: Mapping[str, Any]) -> bool:
    """Whether a time alone stands behind sets of repetitions, and no word behind it: `Bench press 4x8, 2-3 min`."""
    text = parts.line.text
    timed = [one for one in parts.parts if any(name == "seconds" for name, _ in one.found)]
    is_measured = bool(said.keys() & {"reps", "each_set", "distance_m"})
    is_of_reps = ("sets" in said or "each_set" in said) and is_measured and "rest_s" not in said
    least_s = LEAST_PAUSE_S if "distance_m" in said else LEAST_REST_ALONE_S
    if not timed or not is_of_reps or said["seconds"][0] < least_s:
        return False
    last = timed[-1]
    is_alone = last.text[:1].isdecimal() and not re.match(r"\s*(?!(?:on|at) the wall\b)\w", text[last.end :])
    is_long = said["seconds"][0] >= MINUTE_S and "distance_m" not in said  # not `6 x 400 m on 5:00`
    is_apart = is_long or bool(re.search(r"[,;./|(–—-]\s*$", text[: last.start]))
    return is_alone and is_apart


def _in_brackets(parts: Parts) -> str:
    """The time that stands alone in brackets, `""` if none does."""
    text = parts.line.text
    timed = (one for one in parts.parts if any(name == "seconds" for name, _ in one.found))
    alone = (one for one in timed if text[: one.start].endswith("(") and text[one.end : one.end + 1] == ")")
    return next((one.text.strip() for one in alone), "")


_EACH_SET = late(r"\bsets?, [^,;()]*\beach\b(?! (?:side|leg|arm|foot|hand|way|direction))")
"""What is as long in each set: `2 sets, 1 minute each`."""
_IN_ALL = late(r"\(?(\d+)(?: reps)? (?:in )?(?:total|altogether)\)?")
"""How often something is done in all, if nothing is said of each side."""


def _without_weight(read: dict[str, Any]) -> dict[str, Any]:
    """What a part says; `60x5` is five repetitions with a weight of some unit, not sixty sets."""
    is_weight = "sets" in read and "reps" in read and read["sets"][0] >= LEAST_WEIGHT
    return {name: value for name, value in read.items() if name != "sets"} if is_weight else read


def _is_group(said: Mapping[str, Any], read: Mapping[str, Any], *, is_alike: bool) -> bool:
    """Whether a part has sets beside another's: `3x10, 3x12`; the same again counts where it is written alike."""
    if "each_set" in said and all(name in read for name in ("sets", "reps", "load")):
        return True
    return all("sets" in one and "reps" in one for one in (said, read)) and (is_alike or _is_other(said, read))


def _is_other(said: Mapping[str, Any], read: Mapping[str, Any]) -> bool:
    """Whether an amount isn't the one before in other words: `1x5 (1 set of 5 reps)`."""
    return (said["sets"], said["reps"]) != (read["sets"], read["reps"])


def _groups(said: Mapping[str, Any], read: Mapping[str, Any]) -> tuple[int, ...]:
    """`1x1, 3x3`: an amount for each set."""
    return (*(said.get("each_set") or _each(said)), *_each(read))


def _each(read: Mapping[str, Any]) -> tuple[int, ...]:
    sets, reps = read["sets"], read["reps"]
    if reps[1] >= 2 * LEAST_WEIGHT:
        return (int(sets[1]),)  # 12 x 100, a set with a weight of some unit
    return (int(reps[1]),) * min(int(sets[0]), 50)


def _settled(said: dict[str, Any], notes: tuple[str, ...]) -> Facts:
    """What depends on what is beside it, in its field."""
    held, bare, repeat = said.pop("held", None), said.pop("bare", None), said.get("repeat")
    if not held and is_stretch(said.get("pause_s")) and not (bare or said.keys() & _EACH_TIME):
        held = said.pop("pause_s")  # hold each one for 30 seconds
    least, is_named = said.pop("least", None), said.pop("named", False)
    if said.get("each_set") == (0,) or 0 in said.get("each_set", ()):
        said.pop("each_set")
    if len(set(said.get("each_set", ()))) == 1 and said.get("sets") in {None, (float(len(said["each_set"])),) * 2}:
        each = said.pop("each_set")  # 5-5-5
        said |= {"sets": (float(len(each)),) * 2, "reps": (float(each[0]),) * 2}
    has_work = any(said.get(name) for name in ("reps", "seconds", "each_set", "distance_m"))
    if least and not has_work:
        said |= {"reps": least, "is_open": True}
        has_work = True
    if (heavy := said.pop("heavy", None)) and not has_work:
        said |= {"sets": (1.0, 1.0), "reps": heavy}  # else it is how the sets are come to
        has_work = True
    is_short = held is not None and held[1] <= MOST_OF_A_REP_S  # (hold for 3): 6
    if (bare := _held_often(held, bare, said)) and not has_work and (is_short or not (held and not repeat)):
        said["reps"], has_work = bare, True
    if said.get("reps") and said.get("seconds") and "sets" not in said and said["reps"][1] <= MOST_STRETCHES:
        said["sets"] = said.pop("reps")  # 3 reps of 20 seconds
    if (
        not (is_named or said.get("rest_s"))
        and said.get("seconds")
        and said.get("sets")
        and said["seconds"][1] <= MOST_OF_A_REP_S
        and said["sets"][0] > LEAST_REPS
    ):
        said["reps"], said["pause_s"] = said.pop("sets"), said.pop("seconds")  # 10 x 5 second holds
    if said.get("sets") and "rest_s" not in said and _is_rest(said):
        said["rest_s"] = said.pop("seconds")
    _settle_times(said, held, repeat, has_work=has_work)
    return Facts(**said, notes=notes)


def _is_rest(said: Mapping[str, Any]) -> bool:
    """Whether a time beside counted sets is what is between them: `3 x 10, 60 s`, `3 x max, 2 min`."""
    seconds = said.get("seconds")
    is_counted = bool(said.get("reps") or said.get("each_set")) and not said.get("is_hold")
    least = LEAST_BETWEEN_S if is_counted else LEAST_BREAK_S
    return bool(seconds and (is_counted or said.get("is_open")) and seconds[0] >= least)


LEAST_BREAK_S, LEAST_BETWEEN_S = 90, 45
_EACH_TIME = frozenset({"reps", "repeat", "each_set", "seconds", "distance_m"})
_COUNTED = _EACH_TIME | {"sets"}


def _held_often(held: Span | None, bare: Span | None, said: dict[str, Any]) -> Span | None:
    """A number alone; none if it is how often a long hold is done on each side: `hold 30 s, 3 each side`."""
    is_open = not (said.keys() & _COUNTED) and said.get("sides") is Sides.EACH
    if not (held and bare and is_open and held[0] >= LEAST_STRETCH_S and bare[1] <= MOST_STRETCHES):
        return bare
    said["sets"] = bare
    return None


def _settle_times(said: dict[str, Any], held: Span | None, repeat: Span | None, *, has_work: bool) -> None:
    """How long something is held and how often it is done, by what else is said."""
    if held and said.get("reps"):
        if "pause_s" not in said:
            said |= repeated_hold(held, said.pop("reps"), dict(said))  # hold 20 s, 3 reps
    elif held and said.get("seconds") and held[1] <= MOST_OF_A_REP_S and held[1] < said["seconds"][0]:
        said.setdefault("pause_s", held)  # hold for 5 s, and repeat for 30 s
    elif held and repeat and not has_work:
        said |= repeated_hold(held, repeat, said)
    elif held and not has_work:
        said |= {"seconds": held, "is_hold": True}
    elif repeat and not has_work and not (said.keys() & {"rest_s", "round_rest_s"} or said.get("is_open")):
        said["reps"] = said.pop("repeat")
    elif repeat and has_work and "sets" not in said:
        said["sets"] = said.pop("repeat")


def repeated_hold(held: Span, repeat: Span, said: dict[str, Any]) -> dict[str, Any]:
    """A hold in seconds that is repeated: sets of a stretch, else repetitions that are each held so long."""
    said.pop("repeat", None)
    if held[1] >= LEAST_STRETCH_S and repeat[1] <= MOST_STRETCHES and "sets" not in said:
        return {"seconds": held, "is_hold": True, "sets": repeat}
    return {"reps": repeat, "pause_s": held}


_OF_SIDES = re.compile(
    r"\b(?:sides?|legs?|arms?|foot|feet|hands?|hips?|knees?|shoulders?|ankles?|directions?|ways?|left|right|both|limbs?|l|r|es|e/s)\b"
)


_OF_A_ROUND = re.compile(r"[a-z'\"](?<!after)(?<!between)(?<!end of)\s*(?:per|a|each|every)\s+(?:round|circuit|lap)\b")
"""Behind a time: it is how long all of the exercises take together."""


def amounts_of(facts: Facts) -> set[object]:
    """The numbers of how much a set is, and of how often and how long in it."""
    values = (facts.sets, facts.reps, facts.seconds, facts.each_set, facts.distance_m, facts.pause_s, facts.repeat)
    return {one for one in values if one}


def facts_of_all(parts: Parts) -> Facts:
    """The facts of a title or a statement: a long time in it is the length of all that it is about."""
    facts = facts_of(parts)
    if facts.sides is Sides.EACH and not _OF_SIDES.search(parts.line.text):
        facts = replace(facts, sides=None)  # `45 s each` is that of each exercise
    if facts.sides is Sides.ALTERNATING and facts.kind and not _OF_SIDES.search(parts.line.text):
        facts = replace(facts, sides=None)  # `12 min EMOM, alternating`
    if is_stretch(facts.pause_s) and not facts.has_amount:
        facts = replace(facts, seconds=facts.pause_s, is_hold=True, pause_s=None)  # `hold each for 30 s`
    is_long = facts.seconds is not None and facts.seconds[0] >= MOST_OF_EACH_S and not is_of_each(parts)
    if is_long or is_of_leg(parts) or (facts.seconds and _OF_A_ROUND.search(parts.line.text)):
        return replace(facts, seconds=None, is_hold=None)
    return facts
