"""Exercises that have no name: what is told to do, with how long and how often, is called by what is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of, without_brackets
from voicecoach.authoring.rules.exercise_names.names import Name, is_told, unlabelled
from voicecoach.authoring.rules.language.moment_words import EASIER, INSTEAD, PROGRESS, SETUP
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import BODY, FOR_ALL, IMPERATIVE, MOVED, THERE_AND_BACK
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.parting import BEGUN
from voicecoach.counted import sentence_case
from voicecoach.late_patterns import late

LEAST_ALIKE, MOST_WORDS, LEAST_WORDS, MOST_ORDERS, MOST_JOINED, MOST_TOLD = 2, 12, 2, 2, 10, 8
MOST_WORDS_OF_A_STEP = 7
_READ = frozenset({Role.SENTENCE, Role.EXERCISE, Role.AMOUNT, Role.STATEMENT})
_COUNTED = in_any_case(
    r"\W*(?:and |then |now )*(?:(?:slowly|gently) )?"
    r"(?:hold(?! your| on|ing| the (?!stretch|position)| an? (?!slow|count)| one)"
    r"|repeat|do|perform|complete|aim for|stay|go (?!back)|continue|carry on|\d|reps?|repetitions|try to do"
    r"|x ?\d+|\d{2}(?: ?(?:-|–|to) ?\d+)? ?(?:times|x|reps?|repetitions|seconds?|secs?|sets))\b.*"
)
"""How a sentence or a clause begins that says how long or how often."""
_BACK = in_any_case(
    r"\W*(?:and |then )*(?:(?:slowly|gently) )*"
    r"(?:return|relax|release|come down|lower (?:back|it|down|slowly|your leg|and)|keep|do not|don't|avoid|make sure"
    r"|ensure"
    r"|try not|go back|come back|bring (?:it|them) back|rest|breathe|remember|feel|you should|swap|switch|change"
    r"|(?:\w+ (?:your|the|both) \w+ and )?\w+ (?:your \w+ |it |them )?back (?:up|down|to (?:the |your )?"
    r"(?:start|stand|cent|middle|neutral)\w*)"
    r"|hold (?!it|for|this|that|there|the (?:stretch|position))\w+)\b"
)
"""How a sentence begins that says how it ends, or what to mind."""
_CUT = in_any_case(
    r",? (?:until|so (?:that|your?|the)|as if|as though|while|whilst|without|making sure|keeping|ensuring)\b.*",
    r",? as (?:high|low|wide|far|close|tall|long|much|straight) as\b.*",
    r",? (?:and|then|,)+ (?:hold|repeat|return|relax|release|lower|keep|slowly lower|slowly return)\b.*",
    r",? for (?:about |up to )?\d.*|,? all the way\b.*",
    r",? (?:slowly|gently|carefully)(?: and (?:slowly|gently|carefully))?(?=\W*$| (?:x ?)?\d)",
    r",? (?:x|×) ?\d.*|,? \d{1,3}(?: ?(?:-|–|to) ?\d{1,3})? ?(?:times|x|reps?|repetitions)\b.*",
)
_ORDER = in_any_case(
    IMPERATIVE.pattern,
    r"(?:then |now |slowly |gently )*(?:balance|bridge|march|walk|squat|swing|curl|rock|circle|tap|nod|clench|flex|arch"
    r"|flatten|pump|kick|crunch|clasp|drop|tense|scrunch|spread|rise|hang|hug)\b",
)
_ON_WITH_IT = in_any_case(r"(?:(?:then|slowly|gently) )*(?:let )?\w+ (?:it|them)\b|let (?:it|them)\b")
"""How it is gone on with what was named before: `lift your shoulders and drop them down`."""
_IN_ALL = in_any_case(r"\b(?:exercises|stretches|movements|moves|drills|poses|lifts|steps)\W*$|:\s*$")
"""How a title of several ends."""
_DONE = in_any_case(r"^(?:do|perform|try|complete)\s+(?:some\s+)?")
_BEGINNING = in_any_case(
    r"^(?:(?:and|then|now|next|slowly|gently|carefully|gradually|simply|(?:try|attempt|aim) to"
    r"|use [^,.]{3,60}? to)[ ,]+)+"
)
_PARTS = re.compile(r",\s+(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+)?(?=[a-z]+\s)|\s+then\s+", re.IGNORECASE)
_DOING = re.compile(r"[a-z]+ing\s+your\s", re.IGNORECASE)
"""How an exercise is called by what is done: `Tilting your pelvis`."""
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_RISING = late(r"(?:stand|sit|lie)\s+(?:back\s+)?(?:up|down)\b(?!\s+(?:on|in|with|tall|straight))", re.IGNORECASE)
"""Getting up or down is what is done; lying is how it begins."""

_OF_SOMEBODY = late(r"\s(?:your|the|one|both|each)\s", re.IGNORECASE)


def with_unnamed(lines: Sequence[Line]) -> list[Line]:
    """The lines; orders with their amount, of which several follow each other below no name, are an exercise each."""
    parts = list(_paragraphs(lines))
    whole = [part[0] if len(part) == 1 else _as_one(part) for part in parts]
    deeds = {at: deed for at in range(len(whole)) if (deed := _deed_of(whole, at))}
    named = {at for run in _runs(whole, deeds) if len(run) >= LEAST_ALIKE for at in run}
    read = [list(as_told(whole[at], deeds[at])) if at in named else part for at, part in enumerate(parts)]
    return _without_first([one for part in read for one in part])


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Each line by itself; orders with their amount on the line right below, apart from all else, are together."""
    at = 0
    while at < len(lines):
        end = at + 1
        while lines[at].block.kind in _PLAIN and _is_tight(lines, end):
            end += 1
        part = list(lines[at:end])
        is_amount = part[-1].role is Role.AMOUNT and all(one.role is Role.SENTENCE for one in part[:-1])
        if len(part) > 1 and is_amount and BODY.search(deed_in(" ".join(one.text for one in part[:-1]))):
            yield part
        else:
            yield from ([one] for one in part)
        at = end


def _is_tight(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a paragraph right below another."""
    if at >= len(lines) or lines[at].block.kind is not BlockKind.PARAGRAPH or lines[at].block.breaks:
        return False
    return unlabelled(lines[at].text) == lines[at].text  # no `Exercise 2: ...`


def _as_one(part: Sequence[Line]) -> Line:
    return line_of(replace(part[0].block, text=" ".join(one.text for one in part)))


def _without_first(lines: Sequence[Line]) -> list[Line]:
    """The lines; an amount of orders before all that is called is of none of that."""
    first = next(
        (at for at, one in enumerate(lines) if has_movement(one.name.text) and one.role in _CALLED), len(lines)
    )
    return [replace(one, role=Role.SENTENCE) if _is_of_order(lines, at, first) else one for at, one in enumerate(lines)]


def _is_of_order(lines: Sequence[Line], at: int, first: int) -> bool:
    """Whether an amount stands right below orders on their own lines, before anything is called: it is of none else."""
    line, above = lines[at], lines[at - 1] if at else None
    if at >= first or line.role is not Role.AMOUNT or above is None or above.role is not Role.SENTENCE:
        return False
    is_below = line.block.kind is above.block.kind is BlockKind.PARAGRAPH and not line.block.breaks
    is_ended = any(one.block.breaks for one in lines[at + 1 : at + 2])
    is_of_all = FOR_ALL.search(line.text) or _OF_EACH.search(line.text)
    return is_below and is_ended and not is_of_all and bool(BODY.search(deed_in(above.text)))


_OF_EACH = in_any_case(r"\b(?:each|every)\b(?! (?:side|leg|arm|foot|hand|time|direction|way)s?\b)")


_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_CALLED = frozenset({Role.EXERCISE, Role.NAME})


def is_step(text: str) -> bool:
    """Whether it only says how long or how often, `Hold for 30 seconds`, or how it ends."""
    is_short = len(text.split()) <= MOST_WORDS_OF_A_STEP and len(sentences_in(text)) == 1
    return bool(_BACK.match(text)) or (is_short and bool(_COUNTED.fullmatch(text)))


def deed_or_clause(text: str) -> str:
    """What an order tells to do, or how it begins where that is not known."""
    begun = re.split(r"[,.;:(]|\s[-–—]|—", _DONE.sub("", text), maxsplit=1)[0].strip()
    return deed_in(text) or " ".join(begun.split()[:MOST_WORDS])


def as_told(line: Line, deed: str) -> Iterator[Line]:
    """What is done as the name, and below it all that is told."""
    name = sentence_case(deed)
    block = replace(line.block, text=name)
    yield replace(line_of(block), role=Role.NAME, name=Name(name), is_listed=True)
    told = line_of(Block(BlockKind.PARAGRAPH, line.text, line.block.line))
    yield replace(told, role=Role.SENTENCE, tail="")


def _runs(lines: Sequence[Line], deeds: dict[int, str]) -> Iterator[list[int]]:
    """Where such lines follow each other, with nothing between them but what is told of the one before."""
    run = list[int]()
    for at, line in enumerate(lines):
        if at in deeds and not (run and line.block.kind is not lines[run[-1]].block.kind):
            run.append(at)
        elif run and not (line.role is Role.NOISE or _is_only_told(line)):
            yield run
            run = [at] if at in deeds else []
    yield run


def _is_only_told(line: Line) -> bool:
    return line.role is Role.SENTENCE and line.block.kind is not BlockKind.HEADING


def _deed_of(lines: Sequence[Line], at: int) -> str:
    """What a line tells to do, if it says of that how long or how often, and stands below no name."""
    line, above = lines[at], lines[at - 1] if at else None
    is_kind = line.block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and line.role in _READ and not line.is_told
    if not is_kind or (above is not None and _is_name(above) and not _is_of_several(lines, at)):
        return ""
    if _is_below_name(lines, at):
        return ""
    return deed_told(line.text)


def deed_told(line: str) -> str:
    """What it tells to do, with how long or how often."""
    text = _X_BEHIND.sub(" Do x ", without_manner(unlabelled(line)))
    return deed_in(text) if tells_what(text) and is_counted(text) else _deed_with_amount(text)


_X_BEHIND = late(r"(?<=[.!])\s+[x×]\s?(?=\d)")
"""How often, with no word before it, behind a sentence: `Raise your heels. x 10`."""


def without_manner(text: str) -> str:
    """The text without how it is done, where that stands before it as a label: `Slowly - tighten the muscles`."""
    return _MANNER.sub("", text)


_MANNER = in_any_case(
    r"^\W*(?:slow(?:ly)?|quick(?:ly)?|fast|long|short)(?: and (?:strong|steady|hard|fast))?\s*(?::|\s[–—-])\s+"
    r"(?:(?:gradually|slowly|gently|quickly|now)\s+)?(?=[a-z])"
)


def _is_of_several(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading that calls no exercise stands above several orders with their amounts: `Lying down`."""
    head, after = lines[at - 1], lines[at + 1 : at + 2]
    is_alike = bool(after) and after[0].block.kind is lines[at].block.kind and not after[0].is_heading
    is_title = head.is_heading and not head.facts.says_anything and not ends_with_movement(head.text)
    return is_title and is_alike and bool(deed_told(lines[at].text) and deed_told(after[0].text))


def _deed_with_amount(text: str) -> str:
    """What is moved, in a clause with how long or how often itself: `Raise your heels x 10`."""
    parts = parts_of(text)
    pieces = [bare for one in parts.rest.split(BREAK) if len((bare := one.strip(" .,;:–—-()")).split()) > 1]
    found = MOVED.fullmatch(pieces[0]) if pieces else None
    is_whole = found is not None and len(sentences_in(text)) == 1 and facts_of(parts).has_amount
    is_called = found is not None and not (is_told(found[0]) or _OF_SOMEBODY.search(found[0]))  # `Step lunges`
    return _bare(found[0]) if found and is_whole and not is_called and not _BACK.match(found[0]) else ""


def _is_name(line: Line) -> bool:
    """Whether what stands below it tells of it."""
    is_open = line.role is Role.EXERCISE and not (line.facts.has_amount or is_told(unlabelled(line.text)))
    return line.role is Role.NAME or is_open or line.is_heading


def _is_below_name(lines: Sequence[Line], at: int) -> bool:
    """Whether it goes on with what is told of an exercise, in a paragraph of its own."""
    told = reversed(lines[max(0, at - MOST_TOLD) : at])
    head = next((one for one in told if not (_is_only_told(one) or one.role is Role.NOISE)), None)
    if head is None or head.role is not Role.NAME or _IN_ALL.search(head.text):
        return False
    return ends_with_movement(head.text) or bool(_DOING.match(head.text))


def tells_what(text: str) -> bool:
    """Whether it is told to do something, or how one begins."""
    return is_told(text) or bool(BEGUN.match(text)) or bool(SETUP.match(text))


def is_counted(text: str) -> bool:
    """Whether several sentences, or clauses of one, say how long or how often beside what is done."""
    pieces = [piece for one in sentences_in(text) for piece in (one, *_PARTS.split(one)[1:])]
    counted = [one for one in pieces if _COUNTED.fullmatch(one) and not FOR_ALL.search(one)]
    return any(facts_of(parts_of(one)).has_amount for one in counted if not PROGRESS.search(one))


def deed_in(text: str) -> str:
    """What is done, in the words of the sentence that stands last before how long or how often."""
    before = list[str]()
    for sentence in sentences_in(text):
        if _COUNTED.fullmatch(sentence):
            break
        if not any(one.search(sentence) for one in (EASIER, INSTEAD, PROGRESS)):
            before.append(sentence)
    told = [one for sentence in before if (one := _bare(sentence))]
    moved = [one for one in told if not _is_posture(one)]
    whole = [one for one in moved if " " not in one]  # `squat`, before `straighten your legs`
    return (whole or moved or told or [""])[-1]


def _bare(sentence: str) -> str:
    """A sentence without how one begins, and without what is only said of how it is done."""
    joined = THERE_AND_BACK.sub(lambda found: _AND.sub(" & ", found[0]), without_brackets(sentence))
    text = _CUT.sub("", joined).strip(" .,;:!")
    starts = [0, *(one.end() for one in _PARTS.finditer(text))]
    ends = [*(one.start() for one in _PARTS.finditer(text)), len(text)]
    parts = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    counted = (at for at, (start, end) in enumerate(parts) if at and _COUNTED.fullmatch(text[start:end]))
    parts = parts[: next(counted, len(parts))]
    orders = [one for one in parts if _ORDER.match(text[slice(*one)]) and not _BACK.match(text[slice(*one)])]
    moved = [one for one in orders if not _is_posture(text[slice(*one)])] or orders[:1]
    moved = [one for one in moved if not _ON_WITH_IT.match(text[slice(*one)])] or moved
    if not moved:
        return ""
    start, end = moved[-min(len(moved), MOST_ORDERS)][0], moved[-1][1]
    if len(text[start:end].split()) > MOST_JOINED:
        start = moved[-1][0]
    words = _BEGINNING.sub("", text[start:end]).split()
    is_whole = len(words) >= LEAST_WORDS or ends_with_movement(" ".join(words))
    return " ".join(words[:MOST_WORDS]).replace(" & ", " and ") if is_whole else ""


def _is_posture(text: str) -> bool:
    return bool(SETUP.match(text)) and not _RISING.match(text)
