"""Amounts that are stated for groups: `Big muscles (chest, back) 3x10`, where each exercise says its group.

rule    = [words] "(" group, group ")" amounts | group (and group)* ":" amounts
item    = group ":" exercise             `Chest: push-ups`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of, without_brackets
from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft
from voicecoach.authoring.rules.passes.told_lists import with_part
from voicecoach.late_patterns import late

LEAST_LABELLED, LEAST_GROUPS, MOST_WORDS_OF_A_GROUP = 3, 2, 3
_LABELLED = re.compile(r"(?P<group>[^\W\d_][^\d:()]{1,30}):\s+(?P<what>[^\W\d_][^,;]*)")
_LISTED = re.compile(r"\((?P<groups>[^()\d]+)\)")
_BEFORE = re.compile(r"(?P<groups>[^\d:()]+?)(?::|\s[-–—])\s.*\d.*")
_CALLED = re.compile(r"[^:()\d]{3,30}:\s+(?P<groups>[^\d:()]+,[^\d:()]+?)\s[-–—]\s.*\d.*")
_AND = late(r"\s*[,;/&]\s*(?:and\s+)?|\s+and\s+")
_PIECE = re.compile(r"[,;.]\s+(?=[^()]*\([^()\d]+\)[^()]*\d)")
_OF_BODY = in_any_case(
    r"(?:upper |lower |rear |front |full |inner |outer )?"
    + any_of(
        "body|chest|pecs|back|lats|traps|neck|shoulders?|delts?|arms?|biceps?|triceps?|forearms?",
        "abs|core|obliques|legs?|quads?|quadriceps|hamstrings?|hams|glutes?|hips?|calves|calf|adductors|abductors",
    )
)
_Words = frozenset[str]


@dataclass(frozen=True)
class GroupedAmounts:
    """What is stated for each group, by the words that it is called with; in which line each exercise says its own."""

    amounts: tuple[tuple[_Words, Facts], ...]
    groups: tuple[tuple[int, _Words], ...]


def without_groups(blocks: Sequence[Block]) -> tuple[list[Block], GroupedAmounts]:
    """The blocks without the rules for groups, and without the group before each exercise of a list; both apart."""
    labelled = {at: one for run in _lists(blocks) for at, one in _labelled(run)}
    groups = tuple((blocks[at].line, _called(one["group"])) for at, one in labelled.items())
    titles = {_called(one.text) for one in blocks if len(one.text.split()) <= MOST_WORDS_OF_A_GROUP}
    known = {words for _, words in groups} | titles
    rules = _rules(blocks, known)
    kept = [
        replace(block, text=with_part(labelled[at]["group"], labelled[at]["what"])) if at in labelled else block
        for at, block in enumerate(blocks)
        if at not in rules
    ]
    return kept, GroupedAmounts(tuple(one for rule in rules.values() for one in rule), groups)


def amount_by_group(draft: Draft, stated: GroupedAmounts) -> None:
    """Give each exercise without an amount that of its group: the one it says itself, its section's title, its name."""
    amounts, groups = dict(stated.amounts), dict(stated.groups)
    called = {words: facts for words, facts in amounts.items() if has_movement(" ".join(words))}
    for section in draft.sections if amounts else ():
        title = _called((section.title or "").rpartition(", ")[2])
        for exercise in section.exercises:
            words = set(bare_words(exercise.name))
            by_name = next((facts for name, facts in called.items() if name <= words), None)
            facts = amounts.get(groups.get(exercise.line, title)) or by_name
            if facts and not exercise.facts.has_amount:
                exercise.facts = exercise.facts.over(facts)


def _lists(blocks: Sequence[Block]) -> Iterator[list[tuple[int, Block]]]:
    """Items of one depth, or paragraphs without a space between, that stand one behind the other, with their places."""
    run = list[tuple[int, Block]]()
    for at, block in enumerate(blocks):
        is_item = block.kind is BlockKind.ITEM
        is_close = is_item or (block.kind is BlockKind.PARAGRAPH and not block.breaks)
        if run and not (is_close and (block.kind, block.level) == (run[-1][1].kind, run[-1][1].level)):
            yield run
            run = []
        if is_item or block.kind is BlockKind.PARAGRAPH:
            run.append((at, block))
    yield run


def _labelled(run: Sequence[tuple[int, Block]]) -> list[tuple[int, re.Match[str]]]:
    """The items of a list, if each is an exercise behind a label that calls none, most of them parts of the body."""
    is_titled = len(run) > 1 and run[0][1].kind is BlockKind.PARAGRAPH and ": " not in run[0][1].text
    listed = run[1:] if is_titled else run
    found = [(at, one) for at, block in listed if (one := _LABELLED.fullmatch(block.text.strip()))]
    is_all = len(found) == len(listed) >= LEAST_LABELLED and all(_is_exercise(one) for _, one in found)
    of_body = sum(bool(_OF_BODY.fullmatch(one["group"])) for _, one in found)
    return found if is_all and 2 * of_body >= len(found) else []


def _is_exercise(labelled: re.Match[str]) -> bool:
    group, what = labelled["group"], labelled["what"]
    is_group = len(group.split()) <= MOST_WORDS_OF_A_GROUP and not has_movement(group)
    return is_group and has_movement(what) and reads_as_name(without_brackets(what).strip())


def _rules(blocks: Sequence[Block], known: set[_Words]) -> dict[int, list[tuple[_Words, Facts]]]:
    """What lines state of groups that the text has elsewhere, by where they stand; one beside such is another."""
    stated = {at: one for at, block in enumerate(blocks) if (one := _rule(block))}
    found = {at: one for at, one in stated.items() if any(words in known for words, _ in one)}
    return {at: one for at, one in stated.items() if at in found or at - 1 in found or at + 1 in found}


def _rule(block: Block) -> list[tuple[_Words, Facts]]:
    """What a line states of several things that it calls before their amount."""
    text = block.text.strip()
    is_line = block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH} and any(map(str.isdecimal, text))
    pieces = [_stated(one) for one in _PIECE.split(text)] if is_line else []
    return [one for piece in pieces for one in piece] if all(pieces) else []


def _stated(text: str) -> list[tuple[_Words, Facts]]:
    found = _LISTED.search(text) or _CALLED.fullmatch(text) or _BEFORE.fullmatch(text)
    called = [_called(one) for one in _AND.split(found["groups"])] if found else []
    if len(called) < LEAST_GROUPS or not all(called):
        return []
    facts = replace(facts_of(parts_of(_LISTED.sub("", text))), notes=())
    is_amount = bool(facts.sets or facts.has_amount) and not facts.is_of_section
    return [(one, facts) for one in called] if is_amount else []


def _called(text: str) -> _Words:
    return frozenset(bare_words(text)) - {"muscle", "exercise", "lift"}
