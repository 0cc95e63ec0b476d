"""The clauses of a sentence, and what exercise one leads to: `step back into downward dog`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import BREAK, Parts, parts_of
from voicecoach.authoring.rules.exercise_names.name_pieces import with_choices
from voicecoach.authoring.rules.exercise_names.names import Name, before_where, name_in, named
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.sentence_words import SENTENCE
from voicecoach.authoring.rules.language.vocabulary import UNIT_OF_TIME
from voicecoach.authoring.rules.language.words import GENERIC

_NOT_CUT_SHORT = (
    r"(?<!\bmin)(?<!\bmins)(?<!\bsec)(?<!\bsecs)(?<!\blb)(?<!\blbs)(?<!\breps)(?<!\bapprox)(?<!\bvs)(?<!\be\.g)"
)
"""Where a full stop doesn't end a sentence: `15 lbs. of weight`."""
_BEGINS_ANOTHER = any_of(
    r"(?:i|we|you|they|he|she|it)\s|\d|an?\s(?!half\b)|one\s|two\s|three\s|four\s|five\s|six\s|eight\s|ten\s|twelve\s|fifteen\s|twenty\s|thirty\s",
    r"start(?:ed)?\s|began\s|finish|end|hold|repeat\s|cooled\s|warmed\s|rested\s",
)
_PACE_BEFORE = any_of(
    "(?<=hard)|(?<=fast)|(?<=tempo)|(?<=strong)|(?<=effort)|(?<=pace)",
    "(?<=sprint)|(?<=run)|(?<=steady)|(?<=easy)|(?<=walk)|(?<=jog)",
)
_NEXT_SET = (
    r"(?:(?:\+\d{1,3}|[3-9]\d|\d{3})(?:\.5)?(?:\s?(?:kg|lb)s?)?(?:\s?[x×]\s?|\s+[1-9]\s?[x×]\s?))?"
    r"\d{1,2}\+?\s*(?:[,;/]|$)"
)
"""What goes on with the sets before: `245x4` behind `255x4`, `4` behind `225x4`."""
_CLAUSES = in_any_case(
    rf"\s*[;!?…]\s*(?:(?:and|or)\s+)?|{_NOT_CUT_SHORT}\.\s+|\.$",
    rf"\s*,(?!\s*{_NEXT_SET})\s*(?:and\s+)?(?:then\s+|followed\s+by\s+)?(?!\d{{3}}\b)",
    r"\s+(?:and\s+)?then\s+|\s+followed\s+(?:immediately\s+)?by\s+",
    r"\s+super-?\s?set(?:ted)?\s+(?:with|w/)\s+",
    rf"\s+and\s+(?={_BEGINS_ANOTHER})",
    r"(?:^|(?<=[\s)]))(?:and\s+|or\s+)?either\s+(?=\d)|\s+[+=]\s+|\s*→\s*",
    rf"\s+/+\s+(?!\d[\d:.]*\s*{UNIT_OF_TIME}\s*(?:easy|light|paddling|off|rest)\b)"  # not `hard / 1 min easy`
    r"(?!(?:side|leg|arm|way|hand|foot|direction)\b)",
    r"\s+(?:straight\s+)?into\s+(?=\d)|\s+\|\s+|\s*[\[\]]\s*",
    rf"\s*(?:\)|\((?!\s*[\d:.]+\s*{UNIT_OF_TIME}\s*(?:easy\s+)?(?:jog|walk)))(?=.*\d)\s*",  # not `(90 s jog)`
    rf"\s+with\s+(?=\d)(?!\d[\d:.]*[ -]?{UNIT_OF_TIME}[ -](?:\w+ )?(?:(?:jog|walk|off|float)\b|rest|recover))",
    r"\s+plus\s+|\s+alternat(?:e|ing)\s+(?=\d)|\s*&\s*(?=\d)",
    r"(?<!\d)\s+[-–—]\s+(?=\d)|(?<=[x×]\s\d)\s+[-–—]\s+(?=\d+\s*min)",  # not `10 - 20 reps`
    rf"{_PACE_BEFORE}\s*/\s*(?=\d[\d:.]*\s*{UNIT_OF_TIME}\s*(?:easy|jog|walk|float|steady|slow|hard|fast)\b)",
)
"""What stands between two exercises of a sentence."""
WITH_SETS = in_any_case(r"\s*[^\W\d_][\w'’/ -]{1,30}?[\s:–-]+\d{1,3}\s*[x×]\s*\d")
"""What has its sets and repetitions right behind it is an exercise, whatever it is called: `bench 5x5`."""
_AND = in_any_case(r"\s+and\s+(?!\d)")
_BEFORE_NAME = any_of("an?|the|your|our|some|another|more|that|this")
_LEADING = any_of("into|in|to|onto|for|with|is|are|do|does|did|doing|through")
_WORD = rf"(?!{_LEADING}\b)[\w'’-]+"
_LEADS = in_any_case(
    rf"\b{_LEADING}\s+(?:{_BEFORE_NAME}\s+)?(?P<name>(?:{_WORD}\s+){{0,3}}{_WORD})"
    rf"(?=\s*(?:$|{BREAK}|[,.;:()]|(?:and|where|while|on|at|then|from|so|{_LEADING})\b))"
)
"""What somebody comes to, or is told to do, at the end of a clause."""
_INTO = in_any_case(r"\b(?:into|onto|for) (?:an?|the|your)\b")
_SEVERAL = in_any_case(r"\s(?:series|sequence|combo|drills?)$")
_POSTURES = frozenset(
    {"stand", "standing", "sit", "sitting", "kneel", "kneeling", "side", "start", "back", "step", "push", "pull"}
)
"""What stands for where one is, though exercises are called by it."""
_WAYS = frozenset({"to", "into", "onto", "in", "as", "further", "back", "towards", "through", "and", "with", "for"})
_OF_A_PLACE = in_any_case(
    r"\b(?:(?:top|bottom|end|start|middle|side) of|towards?)\b",
    r"\bto (?:the|a|my|your) (?:[\w-]+ ){0,2}(?:racks?|machines?|bench|mat|bar|platform)$",
)


def clauses_of(text: str) -> Iterator[str]:
    """The clauses of a sentence; two exercises with their amounts and `and` between are two of them."""
    for clause in _CLAUSES.split(with_choices(text)):
        if clause and clause.strip():
            yield from _apart(clause)


def _apart(clause: str) -> list[str]:
    if len(clause) > MOST_CHARACTERS:
        return [clause]
    for found in _AND.finditer(clause):
        before, after = clause[: found.start()], clause[found.end() :]
        is_before = _is_counted(before) or WITH_SETS.match(before) or _is_of_another(before, after)
        if is_before and _is_counted(after):
            return [before, *_apart(after)]
    return [clause]


def _is_of_another(before: str, after: str) -> bool:
    """Whether something is told that is no exercise, and then what is done: `I put the kettle on and jog for 2 min`."""
    is_told = bool(SENTENCE.match(before.strip())) and not ends_with_movement(before)
    return is_told and len(before.split()) >= LEAST_WORDS_OF_A_TALE and has_movement(after.split(maxsplit=1)[0])


LEAST_WORDS_OF_A_TALE = 3
MOST_CHARACTERS = 300
"""A clause that is longer isn't of two exercises."""
_OR = in_any_case(r"\s+or\s+(?:else\s+)?")


def choice_in(clause: str) -> tuple[str, str]:
    """The first of two exercises with their amounts that a clause leaves the choice of, and the other, `""` if none."""
    for found in _OR.finditer(clause[:MOST_CHARACTERS]):
        one, other = clause[: found.start()], clause[found.end() :]
        if _is_counted(one) and _is_counted(other):
            return one, other
    return clause, ""


def _is_counted(text: str) -> bool:
    """Whether it calls an exercise and says how much of it is done."""
    parts = parts_of(text)
    facts = facts_of(parts)
    return facts.has_amount and is_named(called(parts, facts))


def is_named(name: Name) -> bool:
    """Whether it is what exercises are called by."""
    if name.is_distance:
        return bool(name.text)
    is_called = name.is_likely and not GENERIC.fullmatch(name.text) and has_movement(name.text)
    return is_called and not _OF_A_PLACE.search(name.text)


def called(parts: Parts, facts: Facts) -> Name:
    """The exercise that a clause names, or that it leads to."""
    name = named(parts, facts)
    head, _, goal = name.text.partition(" for ")
    if goal and not has_movement(head) and (reached := arrived_at(parts.rest)):
        return reached  # `down on your side for clamshells`
    name = replace(name, text=before_where(name.text) or name.text)
    if is_named(name) and not _INTO.search(name.text):
        return name
    return arrived_at(parts.rest) or name


def arrived_at(rest: str) -> Name | None:
    """The exercise that the rest of a clause leads to; `None` if there is none."""
    found = [whole for one in _LEADS.finditer(rest) for whole in (one["name"].partition(" and ")[0], one["name"])]
    found = [before_where(one) or one for one in found]
    names = [name_in(one) for one in found if ends_with_movement(_SEVERAL.sub("", one)) and not is_place(one)]
    likely = [one for one in names if one.is_likely and not GENERIC.fullmatch(one.text)]
    return likely[-1] if likely else None


def is_place(name: str) -> bool:
    """Whether it is where one is or goes: `to stand`, `into the floor to push`."""
    words = set(name.lower().split())
    is_way = not words.isdisjoint(_WAYS) or bool(_OF_A_PLACE.search(name))
    return is_way or set(bare_words(name)) <= _POSTURES
