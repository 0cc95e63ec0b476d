"""What the clauses of a sentence say, gathered one after the other: exercises, and what is said of all of them."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.joining import joined
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import Name, is_gone_on_with, is_told, named
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.words import EFFORT, GENERIC, GOING_ON, ONE_OF_IT, WORKED
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.prose.clauses import WITH_SETS, called, choice_in, is_named, is_place

MOST_WORDS_BESIDE = 4
_BESIDE = in_any_case(
    r"\W*(?:and |then )*(?:(?:we|i|you|they) )?"
    r"(?:x\s?\d|repeat|do|did|done|for|with|on|rest|hold|each|at|using|holding|keeping|switch|swap|perform|complete|aim|build)\b",
    r"\W*(?:(?:this|the) (?:exercise|stretch|movement|move|position|pose|one)|this|it)"
    r" (?:(?:can|should|may|must|is to|needs to) (?:also )?be|is) (?:best )?"
    r"(?:done|performed|held|repeated|completed|carried out)\b",
)
_LEFT_OUT = in_any_case(
    r"\W*(?:and |but |or |then )*(?:skip|omit|miss out|leave out|avoid|drop)\s+"
    r"(?:the|this|that|these|those|any|your|all)\b",
)
"""What isn't to be done."""
_LAPS = in_any_case(r"\W*(?P<often>\d{1,2}) (?P<name>(?:lengths?|laps?) (?:of|around|round) [^,;.]+)\W*")
"""What is called by nothing else than how far it is: `1 lap of the field`."""
LENGTHS = in_any_case(r"(?:lengths?|laps?) (?:of|around|round) ")
"""How such a name begins."""
_FIRST_SIDE = in_any_case(r"\W*(?:with (?:the|your) |the )?(?:left|right)(?: \w+)? (?:side )?first\W*")
_OF_ALL = in_any_case(r"\bbetween\W*$|\b(?:each|all|every|everything)\b")
_OF_EACH = in_any_case(r"\b(?:each|all|every|everything)\b")
_BY_SOMEBODY = in_any_case(r"\W*(?:and |then )*(?:i|we|you|they|he|she)\b")
"""How a clause begins that tells of something that somebody does."""
_LIMBS = in_any_case(
    r"(?P<which>(?:both|single|one|two|each|alternat\w+|left|right)[ -](?:legs?|arms?|hands?|foot|feet|sides?))"
    r"(?: (?:all|each|only))?"
)
_OF_ROUND = in_any_case(r"[\W_]*(?:round|set)\s+\d{1,2}\s*[:=–-]")
"""What is another in each round: `Round 1: forward lunges`."""
_POSTURE = in_any_case(
    r"(?:standing|lying|sitting|seated|kneeling|leaning|facing|holding)\s+(?:(?:up|down|back|straight)\s+)*"
    r"(?:on|at|in|against|by|over|to|with|onto|near)\b"
)
"""Where it is done, behind a name: `leg lifts, standing at the sink, two lots of eight`."""
_GOING = in_any_case(r"\b(?:jog|walk|warm|easy|cool|drills?)\w*\b")
_IF = in_any_case(r"\b(?:if|unless|when)\b|^\W*(?:and |but )*(?:more|less|fewer|(?:the )?same)\b")
"""What is done only then, or is compared: `Same time in all, more running`."""
_AGAIN_ALL = in_any_case(r"\W*(?:and\s+|then\s+)?repeat\b")
_ROUNDS_ON = in_any_case(r"\brounds?\s+(?:on|with)\s+(?:the|an?)\b")
"""The rounds of one thing are its sets: `four rounds on the punch bag`."""
LEAST_ALIKE, MOST_WORDS_ALIKE = 2, 5


class Gathered:
    """What was gathered of a sentence so far.

    `pending` are the exercises named last whose amount may stand behind them, `beside` what they are done with;
    `unknown` what has an amount as the exercises have and isn't called by what exercises are called by, with how many
    stand before it. `is_summed` says that the sets of all stand before what comes next.
    """

    def __init__(self, text: str, *, is_list: bool) -> None:
        self.text = text
        self.is_list = is_list
        self.exercises = list[Said]()
        self.shared = Facts()
        self.pending = tuple[Name, ...]()
        self.beside = Facts()
        self.unknown = list[tuple[int, Said]]()
        self.is_summed = False

    def take(self, clause: str) -> None:
        """Take the next clause."""
        if not (self.pending or self.exercises) and (laps := _LAPS.fullmatch(clause)):
            often = float(laps["often"])
            self.exercises.append(Said(Name(laps["name"]), Facts(reps=(often, often)), clause))
            return
        said = self._said(clause)
        facts = said.facts
        if self._is_of_pending(said):
            given = [replace(said, name=one, facts=facts.over(self.beside)) for one in self.pending]
            self.exercises += [one for each in given for one in both_in(each)]
            self.pending, self.beside = (), Facts()
            return
        if not self.is_list and _is_only_loaded(said):
            self.pending, self.beside = (said.name,), Facts(load=facts.load)
            return
        if self.pending and _is_with(said):
            self.beside = self.beside.over(facts)
            return
        before = self.pending if self.pending and _is_shared(self.text, self.pending[-1], clause) else ()
        if before and _is_exercise(said, is_list=False):
            self.exercises += [replace(said, name=one, facts=replace(facts, notes=())) for one in before]
        if (
            _LEFT_OUT.match(clause)
            or _FIRST_SIDE.fullmatch(clause)
            or (_OF_ROUND.match(clause) and not facts.has_amount)
        ):
            return
        self._wait(said, before)
        if self._is_count_of_it(said):
            self._learn(said)
        elif _is_exercise(said, is_list=self.is_list) or _goes_on_with(said) or _is_with_sets(said):
            self.exercises += both_in(said)
        elif facts.says_anything:
            self._learn(said)

    def _said(self, clause: str) -> Said:
        """What a clause says; of two exercises that it leaves the choice of, the first, with the other as a note."""
        one, other = choice_in(clause)
        parts = parts_of(one)
        facts = facts_of(parts)
        if other:
            facts = replace(facts, notes=(*facts.notes, f"or {other}"))
        name = named(parts, facts) if self.is_list else called(parts, facts)
        if facts.rounds and _ROUNDS_ON.search(one) and is_named(name):
            facts = replace(facts, rounds=None, sets=facts.rounds)
        return Said(name, facts, clause)

    def _is_of_pending(self, said: Said) -> bool:
        """Whether it has the amount of what was named before."""
        has_amount = said.facts.has_amount or said.facts.sets or said.facts.is_loose
        is_length = said.name.is_distance and bool(self.pending) and not _GOING.search(self.pending[-1].text)
        is_unnamed = is_length or not is_named(said.name) or bool(ONE_OF_IT.fullmatch(said.name.text))
        return bool(self.pending and has_amount and is_unnamed and not is_of_another(said))

    def _is_count_of_it(self, said: Said) -> bool:
        """Whether it says how many of it there are in each set of the one before: `3 sets, 12 steps each leg`."""
        is_open = bool(self.exercises) and not self.exercises[-1].facts.has_amount
        return is_open and bool(said.facts.reps and ONE_OF_IT.fullmatch(said.name.text))

    def _wait(self, said: Said, before: tuple[Name, ...]) -> None:
        """Wait for the amount of what is only named; what only tells how it is done stands between."""
        says, clause = said.facts.says_anything or said.facts.is_loose, said.text.strip()
        is_order = clause.startswith(said.name.text) and is_told(clause)
        is_placed = _POSTURE.match(clause) or not ends_with_movement(said.name.text)
        is_how = bool(self.pending) and ends_with_movement(self.pending[-1].text) and bool(is_placed)
        if not says and is_named(said.name) and not (self.is_list or is_order or is_how):
            self.pending = (*before, said.name)
        elif says or not all(ends_with_movement(one.text) and not is_place(one.text) for one in self.pending):
            self.pending = ()

    def _learn(self, said: Said) -> None:
        """Take what is said of the exercise before, or of all of them."""
        facts, exercises = said.facts, self.exercises
        if not exercises and facts.has_amount and not facts.is_of_section and _BY_SOMEBODY.match(said.text):
            return  # it is of what nobody calls by name
        if _is_unknown(said) and not (exercises and not exercises[-1].facts.has_amount):
            self.unknown.append((len(exercises), said))
        elif self.unknown and self.unknown[-1][0] == len(exercises) and not (facts.has_amount or facts.is_of_section):
            at, last = self.unknown[-1]
            self.unknown[-1] = at, replace(last, facts=joined(last.facts, facts, said.text))
        elif self._is_sum(said) or self._is_rest_of_all(said) or (self.is_summed and not facts.has_amount):
            self.is_summed = self.is_summed or bool(facts.sets)
            self.exercises = [replace(one, facts=one.facts.over(facts)) for one in exercises]
        elif not exercises or facts.is_of_section or _is_of_all(said.text, facts, exercises):
            self.shared = self.shared.over(_as_often(said.text, facts) if exercises else facts)
            if exercises:
                self._rest_again(said.text)
        elif not is_of_another(said) and not (_is_with(said) and _is_choice(exercises[-1])):
            exercises[-1] = replace(exercises[-1], facts=joined(exercises[-1].facts, facts, said.text))

    def _is_sum(self, said: Said) -> bool:
        """Whether it is how many sets there are of all exercises before it, none of which says so."""
        several = len(self.exercises) > 1 and not any(one.facts.sets or one.facts.each_set for one in self.exercises)
        return several and bool(said.facts.sets) and not said.facts.has_amount and not is_named(said.name)

    def _is_rest_of_all(self, said: Said) -> bool:
        """Whether it is the rest of all exercises before it, none of which says so: `a minute between`."""
        several = len(self.exercises) > 1 and not any(one.facts.rest_s for one in self.exercises)
        is_rest = bool(said.facts.rest_s) and not (said.facts.has_amount or said.facts.is_of_section)
        is_of_last = several and bool(self.exercises[-1].facts.sets) and not _OF_EACH.search(said.text)
        return several and is_rest and bool(_OF_ALL.search(said.text)) and not is_of_last

    def _rest_again(self, clause: str) -> None:
        """Take the rest behind the last of several exercises as that between the rounds, if all is repeated then."""
        *before, last = self.exercises
        if not (before and _AGAIN_ALL.match(clause) and last.facts.rest_s) or any(one.facts.rest_s for one in before):
            return
        self.shared = self.shared.over(Facts(round_rest_s=last.facts.rest_s))
        self.exercises[-1] = replace(last, facts=replace(last.facts, rest_s=None))

    def alike(self) -> list[Said]:
        """The exercises, with what stands among several of them and is written as they are."""
        alike = {_likeness(one) for one in self.exercises} if len(self.exercises) >= LEAST_ALIKE else set()
        found = list(self.exercises)
        for at, said in reversed(self.unknown):
            if _likeness(said) in alike:
                found.insert(at, said)
        return [_called_after(found[0], one) for one in found]


def _called_after(first: Said, said: Said) -> Said:
    """An exercise; what only says with which limbs is called as the first: `bridges, 10 with both legs, 10 one leg`."""
    limbs = _LIMBS.fullmatch(said.name.text)
    if said is first or not limbs or _LIMBS.fullmatch(first.name.text):
        return said
    return replace(said, name=replace(said.name, text=f"{limbs['which']} {first.name.text}"))


def both_in(said: Said) -> list[Said]:
    """An exercise; two of them where a name is that of two: `raises and curls for 3 sets of 12 each`."""
    names = said.name.text.split(" and ")
    is_each = re.search(r"\beach\W*$", said.text, re.IGNORECASE)
    if not is_each or len(names) == 1 or not all(map(ends_with_movement, names)):
        return [said]
    facts = replace(said.facts, sides=None)
    return [replace(said, name=replace(said.name, text=one), facts=facts) for one in names]


def _likeness(said: Said) -> tuple[bool, bool]:
    """How an exercise is written: by time or not, its name before the amount or behind it."""
    return said.facts.seconds is not None, said.text.find(said.name.text) < len(said.text) // 2


def _is_unknown(said: Said) -> bool:
    """Whether something has an amount that may be called so."""
    name = said.name
    is_short = name.is_likely and len(name.text.split()) <= MOST_WORDS_ALIKE and not name.others
    is_beside = _BESIDE.match(said.text) or said.facts.is_of_section
    return is_short and said.facts.has_amount and not is_beside and not GENERIC.fullmatch(name.text)


def _is_choice(said: Said) -> bool:
    """Whether another exercise stands behind it that may be done in its place."""
    return said.facts.notes[-1:] != () and said.facts.notes[-1].startswith("or ")


def _is_with(said: Said) -> bool:
    """Whether it only says what is done with: `(25 lb)`."""
    facts = said.facts
    return bool(facts.load) and not (facts.has_amount or facts.sets or facts.rest_s) and not is_named(said.name)


def is_of_another(said: Said) -> bool:
    """Whether it is said how often something else is done that isn't called: `then dash to the line 5 times`."""
    words = re.findall(r"[^\W\d_]{2,}", parts_of(said.text).rest)
    facts = said.facts
    is_counted = bool(facts.repeat or facts.reps) and not (facts.rest_s or facts.seconds or facts.load)
    return is_counted and len(words) > MOST_WORDS_BESIDE and not _BESIDE.match(said.text)


def _is_shared(text: str, before: Name, clause: str) -> bool:
    """Whether two names with `and` between have the amount behind them: `a calf and a quad stretch, 30 s each`."""
    begun = clause.split(maxsplit=1)[0]
    is_behind = ends_with_movement(before.text) and not begun[:1].isdigit() and not parts_of(begun).parts
    is_behind = is_behind and not GOING_ON.match(clause)  # `Roll over and finish in a stretch`
    return is_behind and bool(
        re.search(
            rf"{re.escape(before.text)}\s+(?:and|&|(?:super-?set(?:ted)?|paired|combined)\s+(?:with|w/))\s+{re.escape(clause.strip())}",
            text,
        )
    )


def _is_exercise(said: Said, *, is_list: bool) -> bool:
    name, facts = said.name, said.facts
    if EFFORT.match(name.text) and (facts.seconds or facts.distance_m):
        return True
    if facts.sets and WORKED.fullmatch(said.text.strip(" .;,")):
        return True  # `abs 3x15`
    if not is_named(name):
        return False
    return facts.has_amount or facts.is_loose or bool(facts.sets) or (is_list and not _IF.search(said.text))


MOST_WORDS_OF_A_NAME = 3


def _is_only_loaded(said: Said) -> bool:
    """Whether it names an exercise with its load alone, whose amount may come: `goblet squats with the 16 kg bell`."""
    is_only = bool(said.facts.load) and not replace(said.facts, load=None).says_anything
    return is_only and ends_with_movement(said.name.text)


def _goes_on_with(said: Said) -> bool:
    """Whether it begins with what is gone on with for minutes: `Finish with 5 minutes of stretching`."""
    is_first = said.text.strip().startswith(said.name.text) or bool(GOING_ON.match(said.text))
    return is_first and is_gone_on_with(said.name.text, said.facts)


def _is_with_sets(said: Said) -> bool:
    name, facts = said.name, said.facts
    is_short = bool(name.text) and len(name.text.split()) <= MOST_WORDS_OF_A_NAME
    is_called = is_short and name.is_likely and not GENERIC.fullmatch(name.text)
    return bool(is_called and (facts.sets or facts.each_set) and facts.has_amount and WITH_SETS.match(said.text))


def _is_of_all(clause: str, facts: Facts, exercises: list[Said]) -> bool:
    if len(exercises) > 1 and _AGAIN_ALL.match(clause):
        return True
    return (
        len(exercises) > 1
        and not facts.has_amount
        and bool(re.search(r"\brepeat|times\b|\brounds?\b|\ball\b|x\s?\d", clause, re.IGNORECASE))
    )


def _as_often(clause: str, facts: Facts) -> Facts:
    """`repeat 3 times` behind several exercises: rounds of them, or sets of each."""
    often = facts.repeat or facts.reps
    if not often or facts.rounds or not _AGAIN_ALL.match(clause):
        return facts
    once = replace(facts, reps=None, repeat=None)
    is_of_each = re.search(r"\b(?:each|every)\b", clause, re.IGNORECASE)
    return replace(once, sets=often) if is_of_each else replace(once, rounds=often)
