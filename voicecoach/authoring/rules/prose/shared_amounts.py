"""Exercises that a sentence lists, with the amount of each behind them: `do squats, rows and curls, 3x10`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.rules.amounts.facts import facts_of_all
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.exercise_names.whole_names import listed_names
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.prose.listings import AS_ONE, JOINED, is_listed

LEAST_LISTED, LEAST_OF_EACH = 3, 2
_FIRST = any_of(
    "first|then|next|finally|now|today|and|so|also|after that|afterwards|followed by",
    r"(?:start|begin|finish|end)(?:ing)?(?: off| out| up)? with",
    r"(?:on|every) (?:mon|tues|wednes|thurs|fri|satur|sun)days?",
)
_SOMEBODY = r"(?:i|we|you)(?:'ll|'m|'re)?(?: (?:usually|always|then|just|normally|mostly|also|will|can|should|would))*"
_DONE = any_of("do|did|doing|perform|complete|go through|work through|alternate|hit|try")
_LEAD = in_any_case(
    rf"\W*(?:[^:.!?\d]{{3,40}}:\s+)?(?:{_FIRST},?\s+)*(?:{_SOMEBODY}\s+)?(?:{_DONE}\s+)?(?:the following,?:?\s+)?"
)
"""What a sentence begins with that then lists exercises: `On Mondays I do`, `The workout:`."""
_BETWEEN = in_any_case(
    r"[\s,;:–—-]*(?:\b(?:and|all|each|every one|of|for|at|with|done|performed|in|doing|do|about|around)\s*)*$"
)
"""What stands between the list and its amount: `, each for`."""
_THEN = in_any_case(r"[,;]?\s+(?:and\s+)?(?:then|followed by|finish(?:ing)?|before|after that)\b")
_NUMBER = in_any_case(
    r"\d|\b(?:two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty) (?:sets|reps|rounds|of)\b"
)
_ARTICLE = in_any_case(r"(?:an?|some|the)\s+")
_EACH = in_any_case(
    r"\b(?:each|apiece)\b(?! (?:side|leg|arm|hand|foot|way|direction))|\b(?:all|both|every one) of (?:them|these)\b"
)
_EACH_BEFORE = in_any_case(r"\beach\b[^,.]{0,12}$")
_EACH_BEHIND = in_any_case(
    r"\b(?:of|for|on) each\b|\beach(?: of (?:them|these|those)| one| exercise| move)?\W*$|\ball of (?:them|these)\b"
)
"""How an amount is said in a sentence of its own to be that of each: `3 sets of 10 of each`."""


@dataclass(frozen=True)
class Listed:
    """The exercises of a list with their amount, and what is told before and behind them."""

    before: str
    exercises: tuple[Said, ...]
    behind: str


def listed_with_amount(text: str) -> Listed | None:
    """The first list of a text whose amount stands behind it, in its sentence or in the next; `None` if none has."""
    sentences = sentences_in(text)
    for at, sentence in enumerate(sentences):
        before, more = " ".join(sentences[:at]), sentences[at + 1 :]
        amount, rest = _amount_behind(sentence)
        listed = sentence[: sentence.index(amount)] if amount else sentence
        if amount and (found := _each(_names(listed), amount, is_of_each=bool(_EACH_BEFORE.search(listed)))):
            return Listed(before, found, " ".join(filter(None, (rest, *more))))
        if more and not amount and (found := _in_next(sentence, more[0])):
            return Listed(before, found, " ".join(more[1:]))
    return None


def with_lists_whole(sentences: Sequence[str]) -> list[str]:
    """The sentences, in which a list stands together with the sentence behind it that has the amount of each."""
    found = list[str]()
    for sentence in sentences:
        is_amount = bool(found) and not _NUMBER.search(found[-1]) and bool(_in_next(found[-1], sentence))
        found[-1:] = [f"{found[-1]} {sentence}"] if is_amount else [*found[-1:], sentence]
    return found


def _in_next(sentence: str, amount: str) -> tuple[Said, ...]:
    """The exercises that a sentence lists, if the next has nothing but the amount of each."""
    return _each(_names(sentence), amount, is_of_each=True) if _EACH_BEHIND.search(amount) else ()


def _amount_behind(sentence: str) -> tuple[str, str]:
    """What begins with the first number of a sentence, and apart from it what is done then."""
    first = _NUMBER.search(sentence)
    behind = sentence[first.start() :] if first else ""
    amount = _THEN.split(behind, maxsplit=1)[0]
    return amount, behind[len(amount) :].strip(" ,;")


def _names(text: str) -> list[str]:
    """The exercises that a text lists, and nothing else but how that begins; none if it says more."""
    listed = _BETWEEN.sub("", text.rstrip(" ."))
    lead = _LEAD.match(listed)
    for start in dict.fromkeys((lead.end() if lead else 0, 0)):
        parts = listed_names(AS_ONE.sub(JOINED, listed[start:].strip(" :–—-")))
        names = [_ARTICLE.sub("", one.replace(JOINED, " and "), count=1) for one in parts]
        if len(names) >= LEAST_OF_EACH and all(map(_is_name, names)):
            return names
    return []


def _is_name(name: str) -> bool:
    return is_listed(name) or (" " not in name and ends_with_movement(name))


def _each(names: Sequence[str], amount: str, *, is_of_each: bool) -> tuple[Said, ...]:
    """The exercises, if a text has nothing but the amount of each of them; a time alone may be that of all."""
    if len(names) < LEAST_OF_EACH:
        return ()
    parts = parts_of(amount)
    facts = facts_of_all(parts)
    is_of_each = is_of_each or bool(_EACH.search(amount))
    if facts.work_s and is_of_each:
        facts = replace(facts, seconds=facts.work_s, work_s=None, kind=None)
    is_amount = facts.has_amount and not (facts.is_of_section or has_movement(parts.rest))
    is_shared = is_of_each or (len(names) >= LEAST_LISTED and bool(facts.reps or facts.sets))
    return tuple(Said(name_in(one), facts, f"{one} {amount}") for one in names) if is_amount and is_shared else ()
