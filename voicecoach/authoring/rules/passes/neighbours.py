"""Lines that are read by the one before: a set each, open sets, a part's length, rounds with an exercise each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL
from voicecoach.authoring.rules.language.vocabulary import MINUTES
from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.title_lines import OF_SEVERAL
from voicecoach.authoring.rules.passes.manners import SET_BY_SET
from voicecoach.definitions.session import SectionKind
from voicecoach.late_patterns import late

LEAST_IN_A_ROW, MOST_WORDS_OF_A_TITLE, LEAST_WORDS_OF_AN_ORDER, MOST_BETWEEN_ITEMS = 2, 6, 4, 8
_LENGTH_BEHIND = in_any_case(r"\([^()]*\d\s*(?:min(?:ute)?s?|')[^()]*\)\W*$")
_OUTSIDE = re.compile(r"\([^()]*\)|[^\d()]")
"""What stands in brackets, and what is no number outside of them."""
_OPTION = in_any_case(r"(?:option|version|choice|variation|level|circuit)\s+(?:\d|[a-e]|one|two|three)\b")
_LETTERED = re.compile(r"\(?(?P<letter>[A-Ha-h])\d?\W*")
_ROUND = in_any_case(r"(?:round|rd)\s*#?(?P<number>\d{1,2})(?:\s*[:.)]|\s+[-–—])\s+(?P<what>\S.*)")
"""A round with what is done in it: `Round 1 - skipping`."""
_STATION = in_any_case(r"(?:station|exercise|move)\s*\d{1,2}\s*[:.)–-]\s+\S")
"""What is listed, though no sign of a list stands before it."""
_AN_EXERCISE = in_any_case(r"(?:[\w'’-]+ ){1,5}(?:exercise|stretch|drill)\W*")
"""The heading of one exercise that is told step by step: `Isometric exercise:`."""
_LEG = in_any_case(rf"(?P<time>\d{{1,2}}[ -]?{MINUTES})[ ,]+(?P<leg>(?:warm|cool)[ -]?(?:up|down))\W*")
"""A leg with its length before it: `10 min warm-up`."""
_OPEN = in_any_case(r"\W*(?:amrap|max(?:imum)?(?: reps)?|as many as possible)\W*")
"""How many of the exercise above: as many as somebody can."""
LEAST_OF_ALL_S = 1200
"""What takes so long, and is called by no movement, is the session."""
_LASTING = in_any_case(r"(?:time|duration|length)\s*:\s*(?P<time>\d.*)")
"""How long the part above goes on."""
_TOLD = frozenset({Role.SENTENCE, Role.AMOUNT, Role.RULES})
_REST = in_any_case(r"(?:rest|break)\b[\s:–-]*(?:for )?[\d:.]+\s*\w*\W*|[\d:.]+\s*-?\w*\s+(?:rest|break)\W*")
"""A rest, and not between what."""
_PAIRED = in_any_case(r"(?:super-?\s?set|pair(?:ing)?|tri-?set|giant set|complex)\b")
_UNITS = in_any_case(r"\b(?:feet|met(?:re|er)s?|yards?|miles?)\b")
_GOING_ON = frozenset({SectionKind.AMRAP, SectionKind.EMOM})


def with_stations(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which rounds that each have one exercise are a list of these."""
    rounds = [_round(block) for block in blocks]
    if pairs := _pairs(rounds):
        return [one for block, pair in zip(blocks, pairs, strict=True) for one in _in_pair(block, pair)]
    return [
        block if one is None or (rounds[at - 1 : at] or [None])[0] is (rounds[at + 1 : at + 2] or [None])[0] is None
        else replace(block, kind=BlockKind.ITEM, text=one["what"], marker=f"{one['number']}.", level=0)
        for at, (block, one) in enumerate(zip(blocks, rounds, strict=True))
    ]  # fmt: skip


def _pairs(rounds: Sequence[re.Match[str] | None]) -> list[list[str]]:
    """The two exercises of each round, `[]` for what is none; nothing where not all rounds have two."""
    found = [_AND.split(one["what"].strip(" .")) if one else [] for one in rounds]
    named = [names for names in found if names]
    are_pairs = len(named) > 1 and all(len(names) == 2 and all(map(reads_as_name, names)) for names in named)  # noqa: PLR2004
    return found if are_pairs else []


_AND = in_any_case(r"\s+(?:and|&|\+)\s+|\s*/\s*")


def _in_pair(block: Block, names: Sequence[str]) -> list[Block]:
    """A round as a title with its exercises below it; any other block as it is."""
    if not names:
        return [block]
    found = _ROUND.fullmatch(block.text.strip())
    title = block.text[: found.start("what")].strip(" :.)–—-") if found else block.text
    items = [Block(BlockKind.ITEM, name, block.line, marker="-") for name in names]
    return [replace(block, text=f"{title}:", breaks=max(block.breaks, 1)), *items]


def _round(block: Block) -> re.Match[str] | None:
    found = _ROUND.fullmatch(block.text.strip())
    return found if found and has_movement(found["what"]) and not parts_of(found["what"]).parts else None


def read_together(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each with the role that it has below the one before it."""
    before: Line | None = None
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if before is not None and _tells_behind(before, line):
            before = replace(line, role=Role.SENTENCE)
        elif after is not None and _heads_deeper(line, after):
            before = replace(line, role=Role.NAME)
        elif after is not None and _heads_list(line, after):
            before = replace(line, role=Role.TITLE, tail="")
        else:
            before = _below(before, line, after)
        yield before


def _below(before: Line | None, line: Line, after: Line | None) -> Line:  # noqa: C901, PLR0911 - a list of decisions
    if before is None or line.block.kind in {BlockKind.ROW, BlockKind.ROW_HEAD, BlockKind.HEADING}:
        return line
    is_set = SET_BY_SET.match(line.text) and line.facts.has_amount and not has_movement(line.text)
    is_above_list = after is not None and after.is_counted  # as an AMRAP is
    is_open = _OPEN.fullmatch(line.text) and _is_name(before) and not line.block.breaks and not is_above_list
    if is_set or is_open:
        return replace(line, role=Role.AMOUNT, tail="")
    if line.role is Role.SENTENCE and all(one and _is_named_item(one) for one in (before, after)) and _is_short(line):
        return replace(line, role=Role.NAME)
    if _is_named_beside(before, line, after):
        return replace(line, role=Role.NAME)
    if after is not None and (leg := _LEG.fullmatch(line.text)) and after.text[:1].isdecimal() and after.facts.seconds:
        return line_of(replace(line.block, text=f"{leg['leg']} {leg['time']}"))
    is_told_of = after is not None and after.role is Role.SENTENCE and bool(after.block.marker[:1].isdecimal())
    if line.role is Role.TITLE and is_told_of and _AN_EXERCISE.fullmatch(line.text.strip()):
        return replace(line, role=Role.NAME)
    if (
        _is_name(before)
        and line.block.kind is BlockKind.PARAGRAPH
        and not line.block.breaks
        and _begins_with_amount(line)
    ):
        return replace(line, role=Role.AMOUNT, tail="")
    if _is_name(before) and _is_distance(before, line, after):
        return replace(line, role=Role.AMOUNT)
    is_told = after is not None and line.block.breaks > 0 and not after.block.breaks
    is_listed = after is None or _STATION.match(after.text) or not (is_told or after.role in _TOLD)
    if line.role is Role.NAME and line.block.kind is BlockKind.PARAGRAPH and _STATION.match(line.text) and is_listed:
        return replace(line, block=replace(line.block, kind=BlockKind.ITEM))
    is_paced = line.role is Role.TITLE and line.facts.is_of_section and line.facts.has_amount
    if is_paced and _is_name(before) and not line.block.breaks and not has_movement(line.text):
        return replace(line, role=Role.AMOUNT, tail="")
    if _is_told_of(line, after):
        return replace(line, role=Role.NAME)
    return _lasting(before, line)


def _is_distance(before: Line, line: Line, after: Line | None) -> bool:
    """Whether it is how far and how often alone, right below what is done: `500 m x 4`."""
    is_spaced = before.block.breaks > 0 and not (after is not None and after.name.is_distance)
    is_deeper = line.block.kind is before.block.kind is BlockKind.ITEM and line.block.level > before.block.level
    is_below = is_deeper or (line.block.kind is BlockKind.PARAGRAPH and (is_spaced or not line.block.breaks))
    return is_below and line.name.is_distance and not re.search(r"[^\W\d_]{3}", _UNITS.sub("", line.name.text))


def _lasting(before: Line, line: Line) -> Line:
    """The line; as a time alone where it says how long the exercise or the part above goes on."""
    is_of_part = before.role is Role.TITLE and _goes_on(before)
    is_of_name = before.role is Role.NAME and line.role is Role.NOISE
    found = _LASTING.fullmatch(line.text) if is_of_part or is_of_name else None
    read = line_of(replace(line.block, text=found["time"])) if found else line
    is_of_all = is_of_name and not has_movement(before.text) and (read.facts.seconds or (0.0,))[0] >= LEAST_OF_ALL_S
    return line if is_of_all else read


def _heads_list(line: Line, after: Line) -> bool:
    """Whether it has nothing but its length in brackets, above a list: `Some cardio (optional, 10-20 min)`."""
    if _is_called(line) and after.calls_exercise:
        return True
    is_plain = line.role in {Role.EXERCISE, Role.AMOUNT} and not has_movement(line.name.text)
    is_alone = is_plain and line.block.kind is BlockKind.PARAGRAPH and line.text[:1].isalpha()
    is_list = after.block.kind is BlockKind.ITEM and after.calls_exercise
    if is_alone and is_list and SECTION.fullmatch(line.name.text) and not after.facts.says_anything:
        return True  # `Accessories - 3 x 12`
    return is_alone and is_list and bool(_LENGTH_BEHIND.search(line.text)) and not _OUTSIDE.sub("", line.text)


def _heads_deeper(line: Line, after: Line) -> bool:
    """Whether an item that begins as an order does is the title of the deeper items below it: `Lower`."""
    is_short = len(line.text.split()) < LEAST_WORDS_OF_AN_ORDER and not line.text.endswith((".", "!"))
    are_items = line.block.kind is after.block.kind is BlockKind.ITEM and after.block.level > line.block.level
    return line.role is Role.SENTENCE and is_short and are_items and after.role is Role.EXERCISE


def _is_called(line: Line) -> bool:
    """Whether a part is called something, with how often it is gone through in brackets: `Full house (3 rounds)`."""
    head, bracket, tail = line.text.partition("(")
    is_short = 0 < len(head.split()) <= MOST_WORDS_OF_A_TITLE and reads_as_name(head.strip())
    is_behind = line.role is Role.STATEMENT and bool(bracket) and tail.rstrip(" :.").endswith(")")
    return is_behind and is_short and not parts_of(head).parts and line.facts.is_of_section


def _tells_behind(before: Line, line: Line) -> bool:
    """Whether it stands behind a name on its line, and could be a title anywhere else: `Quad stretch: heel up`."""
    is_behind = before.role is Role.NAME and line.block.line == before.block.line
    is_title = line.role is Role.TITLE or (line.role is Role.NAME and not has_movement(line.text))
    return is_behind and is_title and line.block.kind is BlockKind.PARAGRAPH and not line.facts.says_anything


def _is_told_of(line: Line, after: Line | None) -> bool:
    """Whether an exercise that begins as a title does has a sentence right below it: `Balance on one leg`."""
    is_title = (
        line.role is Role.TITLE
        and line.block.kind is BlockKind.PARAGRAPH
        and not (line.tail or line.facts.is_of_section)
    )
    is_below = after is not None and after.role is Role.SENTENCE and not after.block.breaks
    is_called = (
        bool(SECTION.match(line.text)) and not SECTION.fullmatch(line.text.strip(" :")) and not line.text.endswith(":")
    )
    return is_title and is_below and is_called and has_movement(line.text) and not OF_SEVERAL.search(line.text)


def listed_rest(section: SectionDraft, line: Line) -> Facts | None:
    """The rest that stands in the list of a round as its exercises do, which is that between the rounds."""
    is_rest = line.facts.rest_s and not line.facts.has_amount and _REST.fullmatch(line.text.strip())
    is_pair = bool(section.facts.sets and _PAIRED.match(section.title or ""))
    is_round = (is_pair or bool(section.facts.rounds)) and not section.facts.work_s and len(section.exercises) > 1
    is_close = not line.block.breaks and section.exercises[-1:] and line.block.kind is section.exercises[-1].block.kind
    return Facts(round_rest_s=line.facts.rest_s) if is_rest and is_round and is_close else None


def are_options(sections: Sequence[SectionDraft]) -> bool:
    """Whether there are several sections, each an option by its title, of which none says how often it is done."""
    titles = [_OPTION.match(one.title or "") for one in sections]
    return len(sections) > 1 and all(titles) and not any(one.facts.rounds or one.facts.sets for one in sections)


def is_of_letter(lines: Sequence[Line], at: int, exercise: ExerciseDraft) -> bool:
    """Whether the rest in `lines[at]` is below the last exercise of a letter (A1, A2), not apart behind all of them."""
    facts, letter = lines[at].facts, _letter(exercise.block)
    is_rest = facts.rest_s or facts.round_rest_s
    is_more = facts.has_amount or replace(facts, round_rest_s=None).is_of_section
    is_apart = lines[at].block.breaks > 0 and not any(_letter(one.block) for one in lines[at + 1 :])
    if not letter or not is_rest or is_more or is_apart or FOR_ALL.search(lines[at].text):
        return False
    return any(_letter(one.block) not in {"", letter} for one in lines)


def are_of_one_letter(blocks: Sequence[Block]) -> bool:
    """Whether several exercises go together by their letter: A1, A2."""
    marks = [marked(one) for one in blocks]
    letters = {_letter(one) for one, mark in zip(blocks, marks, strict=True) if any(map(str.isdecimal, mark[1:]))}
    return len(blocks) > 1 and len(letters) == 1 and "" not in letters and all(map(_letter, blocks))


def _letter(block: Block) -> str:
    """The letter of an exercise's marker: `A` of `A1`."""
    found = _LETTERED.fullmatch(marked(block))
    return found["letter"].upper() if found else ""


_HEADED = late(r"(?P<mark>[A-H][1-9]|[1-9][A-Da-d])(?:[.):]\s*|\s+(?:[-–—:]\s+)?)(?=[^\W\d_])")
"""How a heading begins that says which exercise of a superset it is: `A1. Bench press`, `1a) Row`."""


def marked(block: Block) -> str:
    """What a block is marked with, which in a heading is a part of its text: `A1`."""
    found = _HEADED.match(block.text) if block.kind is BlockKind.HEADING and not block.marker else None
    return found["mark"] if found else block.marker


def _begins_with_amount(line: Line) -> bool:
    """Whether the first of several sentences is nothing but an amount: `4 on each side. Turn your head ...`."""
    first, *others = sentences_in(line.text) or [""]
    parts = parts_of(first)
    is_of_all = bool(FOR_ALL.search(first))
    return bool(others) and not is_of_all and facts_of(parts).has_amount and not re.search(r"[^\W\d_]{3}", parts.rest)


def _is_name(line: Line) -> bool:
    return line.role is Role.NAME and not line.is_heading and has_movement(line.text)


def _is_named_item(line: Line) -> bool:
    return line.role is Role.NAME and line.block.kind is BlockKind.ITEM


def _is_named_beside(before: Line, line: Line, after: Line | None) -> bool:
    """Whether an item beside names begins as they do, and goes on with how it is done: `press-ups, on the knees`."""
    is_item = line.role is Role.SENTENCE and line.block.kind is BlockKind.ITEM and not line.facts.says_anything
    name, comma, _ = line.text.partition(",")
    is_name = bool(comma) and reads_as_name(name) and ends_with_movement(name)
    return is_item and is_name and (_is_named_item(before) or (after is not None and _is_named_item(after)))


def _is_short(line: Line) -> bool:
    """Whether an item is two words that only begin as an order does: `Open hand`."""
    is_said = line.facts.says_anything or line.text.endswith((".", "!", "?"))
    return line.block.kind is BlockKind.ITEM and not is_said and len(line.text.split()) == 2  # noqa: PLR2004


def _goes_on(line: Line) -> bool:
    return line.facts.kind in _GOING_ON or bool(re.search(r"\b(?:amrap|emom)\b", line.text, re.IGNORECASE))


def are_in_one_list(block: Block, other: Block) -> bool:
    """Whether both are items of the same list."""
    return block.kind is other.kind is BlockKind.ITEM and block.level == other.level


def is_next(exercise: ExerciseDraft, line: Line) -> bool:
    """Whether a line right below an exercise is written as that is, with a name that could be its own."""
    block, other = exercise.block, line.block
    is_below = are_in_one_list(block, other) or (block.kind is other.kind and other.line == block.line + 1)
    is_alike = block.text[:1].isdecimal() and other.text[:1].isdecimal()
    return is_below and is_alike and not exercise.is_headed and has_movement(line.name.text)


def is_halved(lines: Sequence[Line]) -> bool:
    """Whether the second of two lines stands behind the first, as what is told of it."""
    return len(lines) > 1 and lines[0].block.line == lines[1].block.line and lines[1].block.kind is BlockKind.PARAGRAPH


def is_beside_name(lines: Sequence[Line], at: int) -> bool:
    """Whether an item of its list right before or behind it has an amount, or is a name."""
    beside = [one for one in (_item_beside(lines, at, -1), _item_beside(lines, at, 1)) if one]
    return any(one.is_counted or one.calls_exercise for one in beside)


def _item_beside(lines: Sequence[Line], at: int, step: int) -> Line | None:
    """The next item before or behind one, of its kind; what is told of an item stands between."""
    marker = lines[at].block.marker[:1]
    for other in range(at + step, at + step * MOST_BETWEEN_ITEMS, step):
        if not 0 <= other < len(lines) or lines[other].is_heading:
            return None
        block = lines[other].block
        if block.kind is BlockKind.ITEM and block.marker[:1].isalnum() == marker.isalnum():
            return lines[other]
    return None
