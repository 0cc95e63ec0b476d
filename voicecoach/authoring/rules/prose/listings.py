"""What sentences only name: a list of exercises, or the one that comes next."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of
from voicecoach.authoring.rules.exercise_names.names import Name, name_in
from voicecoach.authoring.rules.exercise_names.whole_names import listed_names
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.sentence_words import AND_YET_NAMES, IMPERATIVE, SENTENCE
from voicecoach.authoring.rules.line_kinds.said import Said, Told
from voicecoach.late_patterns import late

LEAST_LISTED, MOST_WORDS_LISTED, MOST_WORDS_BEFORE, MOST_WORDS_TOLD = 3, 4, 7, 9
_GO_ON_TO = any_of(
    "(?:going to|gonna|want you to|let's|we'll|you'll) (?:just )?(?:do|go|get into|go into|go for)",
    "(?:get|going|coming|come) into|move (?:on |in)?to|moving on to|next (?:up )?(?:is|we have)",
)
_ANNOUNCED = in_any_case(
    rf"\b{_GO_ON_TO}\s+(?:just )?(?:(?:some|an?|the|our|your) )?"
    r"(?P<name>[^.,;:!?…()]{3,60}?)(?=[.,;:!?…]|\s+(?:with|where|and|on|so)\b|$)"
)
"""How somebody who speaks leads over to an exercise."""
_WHICH = any_of(
    "first|second|third|fourth|fifth|sixth|next|last|final|other",
    r"(?:exercise|number|move) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)",
)
_IS_NEXT = in_any_case(
    rf"\b{_WHICH}\b(?: (?:one|exercise|stretch|move|movement|drill|pose|up)){{0,2}}(?: though| then|,? which)? "
    r"(?:is|will be|['’]?s)(?: (?:going to (?:be|target|work)|called|known as|for))? (?:just )?"
    r"(?:(?:an?|the|our|your|some) )?"
    r"(?P<name>[^.,;:!?…()]{3,60}?)(?=[.,;:!?…]|\s+(?:with|where|and|on|so)\b|$)"
)
"""How somebody says which exercise is the next."""
_PRAISE = any_of(
    "great|good|excellent|perfect|fantastic|brilliant|wonderful|ideal|effective|amazing|superb|classic|fab|best"
)
_PRAISED = in_any_case(
    r"\W*(?:(?:and|next|then|also|lastly|last|finally|next up)\W+)*(?:(?:the|an?) )?(?P<name>[^.,;:!?()]{3,40}?)"
    r"(?: (?:position|exercises?|moves?|movement|pose))? (?:is|are)"
    rf"(?: (?:also|just|really|very|such|an?|one of (?:the|my)))* {_PRAISE}\b"
)
"""How a sentence begins that praises an exercise whose amount comes behind: `Dips are great for the arms`."""
_DOING = late(r"[a-z]{3,}ing\s+(?:the|your|both|one|an?|up|down|over|out|back|side)\b", re.IGNORECASE)
"""How it is said what is done by somebody who doesn't name it: `the next one is bringing the knees up`."""
_OF_SOMEBODY = late(r"\b(?:that|this|your|my|our)\b", re.IGNORECASE)
_GROUP = any_of(r"super-?\s?set|tri-?set|giant set|circuit|complex|couplet|triplet|combination")
_GROUP_OF = in_any_case(rf"\b{_GROUP}s?\s+(?:of|with)\s+(?P<list>[^.!?:(]+)")
_HAS_PARTS = any_of(
    "stations?|exercises|moves|movements|stretches|poses|drills|circuits?|workout|session|routine",
)
_CONSISTS_OF = any_of(
    r"is|are|was|were|include[sd]?|including|consist(?:s|ed)?\s+of|comprise[sd]?|involve[sd]?",
)
_LISTED = in_any_case(
    rf"\b{_HAS_PARTS}\b[^.:;,]{{0,40}}?\b{_CONSISTS_OF}\b\s*[:;–-]?\s*(?P<list>[^.!?]+,[^.!?]+)[.!]?$"
)
"""How a sentence begins that lists exercises, or those of a superset."""

_OF_THESE = in_any_case(
    r"\s*(?:of\s+(?:(?:each|all)\s+of\s+)?)?(?:the|these)\s+(?:following\s*)?(?:\w+\s*)?:\s*(?P<list>[^:.!?()]+)$",
    r"\s*(?:of\s+)?(?:each|the following)?\s*:\s*(?P<list2>[^:.!?()]+)$",
    r"\s*of\s+(?P<list3>[^:.!?()]+)$",
    r"\s+(?:reps of\s+)?(?P<list4>[a-z][^:.!?()\d\1]+?)(?:\s+for time)?$",
)
"""What stands between an amount and the list of what has it."""


def listed_in(text: str) -> tuple[Said, ...]:
    """The exercises that a sentence only names: `The stations are step-ups, star jumps, hops and planks`."""
    found = _LISTED.search(text) or _GROUP_OF.search(text)
    least = LEAST_LISTED if found and found.re.pattern == _LISTED.pattern else LEAST_LISTED - 1
    names = [one.strip(" .;:,") for one in listed_names(found["list"])] if found else []
    called = sum(map(has_movement, names))
    is_list = len(names) >= least and 2 * called > len(names)
    if not is_list or any(len(one.split()) > MOST_WORDS_LISTED or parts_of(one).parts for one in names):
        return ()
    return tuple(Said(name_in(one), Facts(), one) for one in names)


def shared_in(text: str) -> tuple[Said, ...]:
    """The exercises of a list with the amount that stands before it: `3 sets of 10 of each: squats, rows and dips`."""
    parts = parts_of(text)
    facts = facts_of(parts)
    if not (facts.has_amount or facts.sets) or BREAK not in parts.rest:
        return ()
    before, _, behind = parts.rest.strip(" .").removesuffix(BREAK).rstrip().rpartition(BREAK)
    found = _OF_THESE.match(behind)
    if found and found["list3"] and not (facts.sets or facts.each_set):
        return ()  # `20 minutes of squats, rows and dips` are those of all of them
    if found and found["list4"] and not (facts.each_set or (facts.sets and facts.reps and "," in behind)):
        return ()
    names = listed_names(found[found.lastindex or 0] if found else "")
    least = LEAST_LISTED - (":" in behind or bool(facts.each_set))
    if found and found["list4"] and not all(one.endswith("s") for one in names):
        return ()  # `12-10-8 squat and press`
    is_list = len(names) >= least and 2 * sum(map(has_movement, names)) > len(names) and not has_movement(before)
    if not is_list or any(len(one.split()) > MOST_WORDS_LISTED for one in names):
        return ()
    return tuple(Said(name_in(one), facts, one) for one in names)


def listed_before(text: str) -> tuple[Said, ...]:
    """The exercises of a list with the amount that stands behind it: `Squats, rows and dips: 3x10`."""
    parts = parts_of(text)
    facts = facts_of(parts)
    listed, _, behind = parts.rest.partition(BREAK)
    if not facts.has_amount or facts.is_of_section or re.search(r"[^\W\d_]{2}", behind.replace(BREAK, "")):
        return ()
    names = [one.replace(JOINED, " and ") for one in listed_names(AS_ONE.sub(JOINED, listed.strip(" :–—-")))]
    is_list = len(names) > 1 and all(map(is_listed, names))
    is_of_all = bool(facts.sets) or all(len(one.split()) > 1 or one.endswith("s") for one in names)
    is_by_and = len(names) == LEAST_LISTED - 1 and not re.search(r"[,;&+]", listed)
    if not (is_list and is_of_all) or (is_by_and and not all(one.endswith("s") for one in names)):
        return ()
    return tuple(Said(name_in(one), facts, one) for one in names)


def is_listed(name: str, *, most_words: int = MOST_WORDS_LISTED) -> bool:
    """Whether a part of a list is called as exercises are."""
    is_short = 0 < len(name.split()) <= most_words and bool(re.fullmatch(r"[^\d:!?]+", name))
    is_order = IMPERATIVE.match(name) and not AND_YET_NAMES.match(name)
    is_told = is_order or SENTENCE.search(name) or _POINTING.match(name)
    return is_short and ends_with_movement(name) and not is_told


AS_ONE = in_any_case(r"(?<=\bclean) and (?=jerk|press)|(?<=\bcat) and (?=cow)|(?<=\bin) and (?=outs?\b)")
"""What stands in the middle of a name, and parts none."""
JOINED = "\2"
_POINTING = in_any_case(r"(?:this|that|these|those|it|we|you|the|then|next|now|our|my|some|any)\b")


def announced_in(text: str) -> Name | None:
    """The exercise that a sentence leads over to: `Let's get into a side plank`; how much of it comes behind."""
    if parts_of(text).parts:
        return None
    found = _PRAISED.match(text) or _IS_NEXT.search(text) or _ANNOUNCED.search(text)
    name = name_in(found["name"]) if found else None
    if name is None or found is None:
        return None
    if found.re.pattern == _IS_NEXT.pattern and _DOING.match(name.text) and len(name.text.split()) <= MOST_WORDS_TOLD:
        return name
    is_called = has_movement if found.re.pattern == _IS_NEXT.pattern else ends_with_movement
    return name if len(name.text.split()) <= MOST_WORDS_LISTED + 1 and is_called(name.text) else None


def told_next(text: str) -> tuple[Said, ...]:
    """What a sentence says comes next, with its amount, where that has no name: `Next is lifting the arm, 10 times`."""
    found = _IS_NEXT.search(text)
    facts = facts_of(parts_of(text)) if found else Facts()
    name = name_in(found["name"]) if found and _DOING.match(found["name"]) else None
    is_one = name is not None and len(name.text.split()) <= MOST_WORDS_TOLD and facts.has_amount
    return (Said(name, facts, text),) if name and is_one else ()


def named_first(told: Told, text: str) -> Name | None:
    """The exercise that a sentence names where it begins, without an amount: `Side planks now, hips high`."""
    name = told.pending[-1] if told.pending and not told.exercises else None
    if name and (IMPERATIVE.fullmatch(name.text) or _OF_SOMEBODY.search(name.text)):
        return None  # `Twist.`
    is_first = name is not None and len(text.partition(name.text)[0].split()) <= MOST_WORDS_BEFORE
    return name if name and is_first and ends_with_movement(name.text) else None


def led_to(told: Told, text: str) -> Name | None:
    """The exercise that a sentence leads to where it ends: `Stand facing a wall for the calf stretch`."""
    name = told.pending[-1] if told.pending and not told.exercises else None
    if not name or name.text == "March":  # the month
        return None
    lead = rf"\b(?:into|onto|for|in|to|try|practi[sc]e)\s+(?:(?:an?|the|your|our)\s+)?{re.escape(name.text)}\W*$"
    return name if re.search(lead, text) else None
