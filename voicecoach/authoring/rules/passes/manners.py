"""How lines read that have a rule of their own: a line for each set, a step of a flow, what is no prescription."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of
from voicecoach.authoring.rules.exercise_names.names import Name, name_in
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.name_words import OF_SETS
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.prose.in_sentences import COMPARED, told_in
from voicecoach.authoring.written import Unplaced
from voicecoach.late_patterns import late

MOST_WORDS_OF_A_STEP, LEAST_WORDS_OF_A_SENTENCE = 6, 10
_POSE = any_of(
    "pose|position|dog|lunge|fold|twist|stretch|plank|cobra|bridge|squat",
    r"warrior(?:\s+\w+)?|triangle|pigeon|table ?top|cat|cow",
)
_INTO = in_any_case(
    rf"\b(?:into|in|to|with|for)\s+(?:an?\s+|the\s+|your\s+)?(?P<name>(?:[\w'’-]+\s+){{0,2}}?{_POSE})\b"
)
"""How a step of a flow leads to its pose: `step back into downward dog`."""
OF_ALL = in_any_case(
    r"\b(?:all|these|those|following|every|each)\b.{0,20}"
    r"\b(?:exercises|exercise|stretches|moves|movements|poses|stations)\b",
    r"\bcircuit\b|\brounds?\b|\beverything\b",
)
_DOUBTED = any_of(
    "felt|could have|could(?:n['’]| no)t have|would have|should have|might have|thought|wanted",
)
PAST = in_any_case(
    r"\b(?:weight|load|resistance|kettlebell|dumbbells?|bell|bar) (?:with which |that |which )?(?:you|they) can\b",
    r"\bif you can(?:['’]?t|not)? (?:only |already |easily |comfortably )?"
    r"(?:do|manage|get|hold|complete|perform|handle|make)\b(?! ?(?:it|this|that|so|,))",
    r"\b(?:used to|most of you|some of you|many of you|reduced (?:the|it|to)|ended up)\b|\?\s*$",
    r"\b(?:how|so|as|too) \w+ I (?:was|felt)\b",
    rf"\bI {_DOUBTED}\b",
    r"\b(?:doesn't|does not|don't|do not|won't|isn't|needn't) (?:have to|need to|mean|require)\b",
    r"\b(?:I|we)(?:'d|'ve)? (?:\w+ )?(?:decided|chose|made up|came up with|put together|was feeling|were feeling)\b",
)
"""What is told, or asked, and isn't to be done."""
EXAMPLE = in_any_case(
    r"\W*(?:for )?(?:example|instance)\b|\W*e\.?g\.?\s|\W*ex\.?\s(?!\d{1,2}(?:[.:)]|$))",
    r"\W*(?:an?|one|another) (?:\w+ )?example (?:of (?:this|it|that) )?(?:is|was|would be|might be|could be)\b",
)
_WHO = r"(?:i|we|he|she|they|(?-i:[A-Z][a-z]+))"
SUCH_AS = in_any_case(
    r"\s*\((?:e\.?g\b|such as|for example|like|i\.?e\b|incl)[^()]*\)?",
    r"(?<=\w),?\s+(?:e\.?g\b|such as|for example|incl(?:uding|udes|\.|\b))\s.*",
)
_DID = any_of(
    r"used|attempted|managed|scaled|struggled|got\s+(?:to|through|up\s+to)|hit|scored|reached|maxed\s+out",
    r"failed|couldn't|worked\s+(?:on|up)|(?:enjoyed|liked|loved|hated)\s+(?:the|my|those)",
    r"did\s?n[o'’]t\s+(?:complete|finish|make|get)|did\s+not\s+(?:complete|finish|make|get)",
    r"(?:finished|completed|made)\s+(?:all\s+)?(?:only\s+)?\d+\s+(?:rounds|of)",
    r"(?:was|were|am)\s+(?:\w+\s+)?(?:tempted|surprised|amazed)",
    r"started\s+with\s+\d+\s*(?:\#|lbs?|kg)",
)
RESULT = in_any_case(
    r"\b(?:a|an|the) (?:super-?set|tri-?set|giant set|drop[ -]?set|compound set)s? (?:is|means)\b",
    r"^\W*(?:super-?set|tri-?set|giant set|drop[ -]?set)s? (?:are|is|mean)\b(?! as follows)",
    r"\b(?:my|his|her|our|their)\s+(?:\w+\s+){0,2}?(?:scores?|counts?|results?|prs?|pbs?|1rm|max)\b",
    rf"\b{_WHO}\s+(?:\w+ly\s+|just\s+|then\s+)?{_DID}\b",
    r"\b(?:it|this|that)\s+(?:took|takes)\s+(?:me|us|him|her)\b|\bi\s+did\s+it\b|^\W*score\s*:",
    r"\bi (?:\w+ )?burn(?:ed|t)?\b|\bburns? (?:more|about|around|up to|twice|\d)\b[^.]{0,40}\bcalories\b",
    r"\bmy (?:usual|typical|regular|normal|old|standard)\b|\bto replace (?:my|our|the usual|your usual)\b",
)
"""What somebody did of a session is no part of it: `I used 25 kg`, `My score: 8 rounds`."""
_HOW_IT_WENT = in_any_case(
    r"^\W*(?!if\b|when\b|once\b|until\b|what\b|how\b)(?P<what>[^\d:;,.()]{3,40}?)\s+(?:went|felt|was|were)\s+"
    r"(?:(?:really|very|so|pretty|an?|bit|little|quite|still|super|kind|of|too|surprisingly|rather|much|all)\s+)*"
    r"(?:well|great|good|fine|ok(?:ay)?|heavy|light|easy|easier|hard|harder|tough|brutal|rough|slow|smooth|shaky|solid"
    r"|awful|terrible|bad|better|amazing|strong|weak|tiring|challenging|nice|crap|fun|spicy|grindy)\b(?![^.]*:\s)"
)
"""How an exercise went, which is said of one that was done: `The pull-ups went well`."""
_WENT = any_of(
    "ran|did|started|finished|jogged|walked|swam|cycled|rowed|squatted|benched|went|held|got|was|had|managed|moved",
    "followed|altered|performed|completed|jumped|pumped|hit|kept|knocked|cranked|threw|pressed|curled",
)
HAS_DONE = in_any_case(rf"\b(?:i|we|he|she|they)\s+(?:\w+ly\s+|then\s+|just\s+|also\s+)*{_WENT}\b")
"""What somebody has done: it is no prescription where one stands beside it."""
WENT_ON = re.compile(r"\W*(?:and )?(?:after that|afterwards|then|next),? (?:it was|we|they|i|she|he)\b", re.IGNORECASE)
"""How somebody goes on to tell what was done next."""
SET_BY_SET = in_any_case(rf"\W*(?:(?:working |warm[ -]?up )?set)\s*\#?\d{{1,2}}\b\W(?!\s*{OF_SETS})")
"""A line for each set: `Set 1: 10 reps with 60 kg`."""
_WHICH_SETS = any_of(
    "back[ -]?off|drop|down|top|light(?:er)?|heav(?:y|ier)|working|work|volume|amrap|burn[ -]?out",
    "last|final|second|third",
)
KEYED = in_any_case(r"(?:sets?|reps?|repetitions?|hold(?: time)?|time|duration|how (?:often|many|long))\s*[:=]\s")
"""What a line of an exercise's amounts begins with: `Repetitions: 3 each leg`."""
EXPLAINED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?:\s+\S")
"""What is explained where rules are listed: `Tempo: down, hold, up`."""
LETTER = re.compile(r"\(?[A-H][.):]")
"""A letter alone, as the heading of a part."""
TO_ROUTINE = in_any_case(
    r"\b(?:my|our|this|current)\s+(?:[\w-]+\s+){0,3}(?:routine|workout|split|program(?:me)?|plan|schedule)\b"
    r"[^.!?:\d]{0,40}:\s*(?:\([^()]*\))?\W*$",
    r"\bhere(?:'s|’s|\s+is)\s+what\s+(?:i|we)\b[^.!?:\d]{0,40}:\W*$",
)
"""How somebody leads over from what he asks or tells to what he does: `Can you comment on my routine:`."""
AS_FOLLOWS = re.compile(
    r"\b(?:performed|executed|done|works?)\b[^.]{0,30}\b(?:as follows|(?:in )?the following (?:way|manner))\W*$",
    re.IGNORECASE,
)
"""What is listed below tells how one exercise is done."""
_MORE_OF_IT = in_any_case(
    rf"(?P<label>{_WHICH_SETS}(?: sets?| work)?)",
    r"then|and(?: then)?|plus|followed by|\+|",
)
"""What stands before more sets of the exercise above: a label, or a word that goes on."""
PARTS = any_of(
    "circuit|sequence|series|set|list|block|round|combo|combination|complex|flow|routine|workout",
    "super-?sets?|tri-?sets?|giant set|pair|pairing|couplet|triplet|two (?:exercises|moves)",
)
"""What several exercises are called that are done one after the other."""
THIS_AGAIN = any_of(
    "(?:it|this|that|these|those|them)(?: all| both)?",
    rf"(?:the|this|that|these|both)(?: (?:whole|entire|same|above|full))? (?:{PARTS}|exercises|moves)",
)
DONE_AGAIN = in_any_case(
    rf"\W*(?:then |and )*(?:repeat(?: {THIS_AGAIN})?|(?:do|perform|complete|go through) {THIS_AGAIN})(?: for)?"
    r"(?: a total of)? (?:(?:x ?)?(?:\d{1,2}(?: ?(?:[-–/]|to|or) ?\d{1,2})?|two|three|four|five|six)(?: more)?"
    r" (?:times|rounds|sets)(?: in total| total| through)?|twice(?: more)?|x ?\d{1,2}|\d{1,2} ?x)(?:,? then)?"
    r"(?:[,;]? \(?(?:if|depending|unless|but|when|or (?:more|as many))\b[^.!]*)?\W*$"
)
"""How often what stands above is done, alone on its line: `Repeat 4 times`."""
ONCE_AGAIN = in_any_case(
    r"\W*(?:then |and )*repeat(?: (?:it|this|that|these|them|everything|all|the (?:circuit|lot|list|sequence|above)))?"
    r"(?: (?:all|too|again|once|once more|once again|one more time))*\W*"
)
"""That all of it is done a second time: `Repeat`, `Repeat that too`."""
_SUBTITLE = in_any_case(
    any_of(
        "starting position|start(?:ing)?|set-?up|(?:instructions? )?(?:key )?movement|action|execution|technique",
        "instructions?|steps?|stretch",
        "difficulty(?: level)?|how to(?: do it)?|performance|directions?|form|finish(?:ing position)?",
    )
    + r"\W*"
)
_PAIRING = re.compile(r"\W*(?:super-?\s?set(?:ted)?|ss|paired|alternat(?:e|ed|ing))\s*(?:with|w/|/w)\W*", re.IGNORECASE)


def is_pairing(line: Line) -> bool:
    """Whether it only says that what stands above and below go together: `Superset with`."""
    return bool(_PAIRING.fullmatch(line.text))


def is_subtitle(line: Line, *, is_headed: bool) -> bool:
    """Whether it heads a part of what is told of the exercise above: `Starting position`.

    `is_headed` says that one is told about; else an empty line parts it from that.
    """
    is_alone = line.block.kind is not BlockKind.ITEM and (is_headed or not line.block.breaks)
    return is_alone and bool(_SUBTITLE.fullmatch(line.text.strip()))


_LABELLED = late(r"\W*(?:back[ -]?off|drop|down)s?\b(?: sets?)?", re.IGNORECASE)


def more_of_it(line: Line) -> str | None:
    """What further sets of the exercise above are called, `""` for nothing, `None` if the line is of something else."""
    marker = line.block.marker if line.block.marker == "+" else ""
    if (line.block.kind is BlockKind.ITEM and not marker) or line.block.breaks:
        label_only = _LABELLED.match(line.text)
        if not label_only:
            return None
    words = " ".join(parts_of(line.text).rest.replace(BREAK, " ").split()).strip(" ,;:.()–—-")
    found = _MORE_OF_IT.fullmatch(words)
    return (found["label"] or "").lower() if found else None


def with_set(before: Facts, facts: Facts) -> Facts:
    """An exercise's facts with one more set, or with several alike."""
    assert facts.reps  # noqa: S101 - asked by the caller
    each = (*sets_of(before), *sets_of(facts))
    if facts.load and before.load not in {None, facts.load}:
        facts = replace(facts, notes=(*facts.notes, f"{facts.reps[1]:g} @ {facts.load}"))
    same = facts.reps if len(set(each)) == 1 else None
    return replace(before, each_set=each, sets=None, reps=same).over(replace(facts, reps=None, sets=None))


def sets_of(facts: Facts) -> tuple[int, ...]:
    """The repetitions of each set: of those that are stated one by one, or of one, or of some alike."""
    if facts.each_set:
        return facts.each_set
    return (int(facts.reps[1]),) * int(facts.sets[1] if facts.sets else 1) if facts.reps else ()


def is_set_alone(line: Line) -> bool:
    """Whether it says nothing but how much a set is, or several alike: `135 for 5 reps`, `100 for 5 sets of 12`."""
    facts = replace(line.facts, sets=None, reps=None, load=None)
    is_only = bool(line.facts.reps) and not facts.says_anything and line.text[:1].isdecimal()
    return is_only and line.role is Role.AMOUNT and not line.name.text and not re.search(r"[a-z]{3}.*\.", line.text)


_NOTE_SIGNS = frozenset("*†‡§")
"""What a note below a list begins with, which may have the weight of what is marked there."""


def without_results(blocks: Iterable[Block]) -> tuple[list[Block], list[Unplaced]]:
    """The paragraphs without the sentences on what somebody did; those of them that have amounts."""
    kept, results = list[Block](), list[Unplaced]()
    for block in blocks:
        is_told = block.kind is BlockKind.PARAGRAPH and block.text[:1] not in _NOTE_SIGNS
        sentences = sentences_in(block.text) if is_told else []
        told = [one for one in sentences if _is_result(one) or EXAMPLE.match(one) or _is_compared(one)]
        results += [Unplaced(block.line, one) for one in told if any(char.isdecimal() for char in one)]
        if not told:
            kept.append(block)
        elif rest := " ".join(one for one in sentences if one not in told):
            kept.append(replace(block, text=rest))
    return kept, results


def _is_result(sentence: str) -> bool:
    went = _HOW_IT_WENT.match(sentence)
    is_told = RESULT.search(sentence) or (
        went and (has_movement(went["what"]) or went["what"].lower().endswith("bench"))
    )
    return bool(is_told) and not _is_session(sentence)


def _is_compared(sentence: str) -> bool:
    """Whether its amounts are only those of something else: `It beats 30 minutes on the bike`."""
    is_counted = any(map(str.isdecimal, sentence))
    return is_counted and not any(map(str.isdecimal, COMPARED.sub("", sentence)))


def _is_session(sentence: str) -> bool:
    """Whether somebody tells what was done with its sets and amounts, and not how it went."""
    return any(one.facts.sets and one.facts.has_amount for one in told_in(sentence).exercises)


def step_in(text: str) -> Name | None:
    """What a sentence is called that is a step of a flow; `None` if nothing in it is short enough."""
    found = next((one for one in _INTO.finditer(text) if ends_with_movement(one["name"])), None)
    step = found["name"] if found else re.split(r"[,.;:]", text)[0]
    return name_in(step) if len(step.split()) <= MOST_WORDS_OF_A_STEP else None


def is_long_sentence(text: str) -> bool:
    """Whether an item is a whole sentence of some length."""
    is_ended = text.rstrip().endswith((".", "!"))
    return is_ended and len(text.split()) >= LEAST_WORDS_OF_A_SENTENCE
