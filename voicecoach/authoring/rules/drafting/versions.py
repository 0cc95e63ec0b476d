"""Lines that tell what some do instead of what stands above: `Scaled: ...`, `If you are just getting started ...:`."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.language.moment_words import FOR_SOME, INSTEAD
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_OF_BEGINNERS = in_any_case(
    r"\b(?:level (?:one|1)|beginner'?s?'?|easier|scaled|modified|low(?:er)?[- ]impact|lighter)"
    r" (?:\w+ )?(?:choice|version|option|alternative|one)\b",
    r"\bif you(?:'re| are) (?:just )?(?:getting started|starting out|a beginner|new\b)",
)
"""Who does something else than what stands above."""
_VERSION = re.compile(
    r"\W*(?:scal(?:e|ed|ing)|modif(?:y|ied|ications?)|subs?(?:titut(?:e|ions?))?|rx)(?: \w+)?\s*:", re.IGNORECASE
)
"""How a line begins that tells another version of what stands above."""
_OF_SOME = in_any_case(rf"\W*{FOR_SOME}\s*(?::|\s[-–—])\W*(?=[a-z]{{2}})[^\d]*")
"""What some do instead, on the line of what they are called: `Low impact modification: step out in turn`."""
FOR_OTHERS = in_any_case(
    r"\W*(?:for|if you(?:['’]re| are))\s+(?:the\s+|those\s+|an?\s+)?(?:(?:more|very|less|absolute|complete)\s+)?"
    r"(?:beginners?|novices?|newbies|advanced|experienced|fitter|stronger)\b(?![- ](?:plan|program|level|class))"
    r"[^,.:;!?\d]{0,30},\s*(?=[a-z])"
)
"""How a sentence begins that says what some do: `For the more advanced, repeat the circuit 3 times`."""
_LEVEL = in_any_case(
    r"\W*(?:(?:for (?:an? )?)?(?:more )?(?:beginner|newbie|novice|intermediate|advanced|expert|easier|harder|easy|hard"
    r"|challenge|progression|regression|modification|modified|scaled)(?:['’]?s['’]?)?"
    r"(?: (?:option|version|variation|alternative|level|athlete|lifter|exerciser|people|modification)s?)?)"
    r"\s*(?::|\s[-–—])\s*(?P<told>\S.*)"
)
"""For whom an amount is, and which: `Advanced option: do 3 sets of 25`."""


def is_amount_of_some(line: Line) -> bool:
    """Whether it says how much of the exercise above some do, and names no other exercise."""
    found = _LEVEL.fullmatch(line.text.strip()) if line.facts.says_anything and not line.is_heading else None
    is_of_all = line.facts.rounds or _OF_ALL.search(line.text)
    is_effort = found is not None and bool(_EASY_OR_HARD.match(line.text)) and not _COUNTED.search(found["told"])
    return found is not None and not (is_of_all or is_effort or has_movement(found["told"]))


_EASY_OR_HARD = in_any_case(r"\W*(?:easy|hard)\s*(?::|\s[-–—])")
"""What may as well be how hard a part of a run or a ride is."""
_COUNTED = in_any_case(r"\d\s*[x×]\s*\d+\b(?!\s*(?:m|s|km?|min\w*|sec\w*)\b)|\b(?:sets|reps)\b")


_OF_ALL = in_any_case(r"\b(?:rounds?|circuits?|times|through|exercises?|moves?|laps?)\b")


def is_labelled_version(line: Line) -> bool:
    """Whether it names for whom it is, and behind that what they do instead of what stands above."""
    return not line.is_heading and _OF_SOME.fullmatch(line.text.strip()) is not None


def is_instead_of(line: Line) -> bool:
    """Whether it says what to do instead: `No bench? ...`, `If your knee hurts swap it for ...`, `Scaled: ...`."""
    if is_labelled_version(line):
        return True
    is_if = re.match(r"\W*if\b", line.text, re.IGNORECASE) and len(sentences_in(line.text)) == 1
    if (_VERSION.match(line.text) or FOR_OTHERS.match(line.text)) and not line.is_heading:
        return True
    is_lead = line.role is Role.SENTENCE and line.text.rstrip().endswith(":")
    if is_lead and _OF_BEGINNERS.search(line.text):
        return True
    return bool(INSTEAD.match(line.text) or (is_if and INSTEAD.search(line.text)))
