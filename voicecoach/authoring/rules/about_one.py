"""Articles on one exercise: the title calls it, and a sentence further below says how much of it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import is_told, reads_as_name
from voicecoach.authoring.rules.language.moment_words import started_with
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

MOST_WORDS, MOST_WORDS_OF_A_TITLE = 6, 16
_PLAIN = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})
_LEAD = in_any_case(
    r"(?:(?:how|learn|when) to (?:do|perform|use|master|nail|get better at)"
    r"|(?:why|what|the benefits|benefits)\b[^:]*?\b(?:needs?|loves?|should (?:do|try|use)|of|is|are)"
    r"|(?:exercise|move|stretch|drill|tip|fit tip) (?:of the (?:week|month|day)|\#?\d+)\s*[:–-]"
    r"|(?:master|meet|enter|introducing|try|in praise of|say hello to|exercise spotlight|spotlight)\b:?"
    r"|(?:i|we) call (?:this|it)(?: (?:one|exercise|move|stretch))?"
    r"|(?:it|this|this (?:one|exercise|move))(?:'s| is) called)"
    r"\s+(?:the |an? |your |some )?"
)
"""How a title begins, before it calls the exercise."""
_TAIL = in_any_case(
    r"\s+(?:exercises?|technique|tutorial|how[- ]to|guide|drill|variations?)\b.*"
    r"|\s+(?:for|to|in|with|off|against|from|and why|explained)\b.*|\s*[:|(–—].*|\s+-\s.*",
)
_IS_ONE = in_any_case(
    r"\W*(?:the|an?)\s+(?P<name>[\w'’ -]{3,40}?)(?:\s*\([^()]*\))?,?\s+(?:is|are)\s+"
    r"(?:an?|the|one of|among|probably|perhaps|still)\b"
    r"[^.!?]*\b(?:exercises?|moves?|movements?|stretch(?:es)?|drills?|lifts?)\b"
)
"""How an article says what the exercise is that it tells of."""
_DOSE = in_any_case(r"\W*(?:duration|dosage|dose|sets(?: and reps)?|reps(?: and sets)?|how (?:many|much))\s*:")
_ARTICLE = in_any_case(r"^(?:the|an?)\s+")
_NOT_ONE = in_any_case(
    r"(?:in|on|at|by|from|posted|filed|tag|category)\b|(?:the|my|our|\d+|best|top|these|those|other)\b.*s$",
)
_DO = in_any_case(
    r"\b(?:do|perform|complete|repeat|aim for|(?:start|begin|commence|commencing|starting|beginning) with|try"
    r"|go for|work up to|hold)\b"
)


def of_one(blocks: Sequence[Block]) -> list[Block]:
    """What such an article tells, below the name of its exercise alone; nothing for any other text."""
    titles = (at for at, one in enumerate(blocks) if one.kind in _PLAIN and _called(one.text))
    defined = (at for at, one in enumerate(blocks) if one.kind is BlockKind.PARAGRAPH and _defined(one.text))
    first = next(titles, next(defined, None))
    if first is None:
        return []
    told = [started_with(one) for one in _sentences(blocks[first + 1 :])]
    counted = next((at for at, one in enumerate(told) if _says_how_much(one)), None)
    if counted is None:
        return []  # nor does less of it, below a later title
    steps = [one for one in told[:counted] if is_told(one) and not facts_of(parts_of(one)).says_anything]
    name = _called(blocks[first].text) or _defined(blocks[first].text)
    text = " ".join([*steps, told[counted]])
    return [Block(BlockKind.PARAGRAPH, one, blocks[first].line) for one in (name, text)]


def _called(title: str) -> str:
    """The exercise that a title calls, empty for none."""
    text = title.strip(" .!?")
    if len(text.split()) > MOST_WORDS_OF_A_TITLE:
        return ""
    name = _TAIL.sub("", _ARTICLE.sub("", _LEAD.sub("", text, count=1))).strip(" ,'\"“”")
    is_one = ends_with_movement(name) and reads_as_name(name) and not _NOT_ONE.match(name)
    return name if is_one and len(name.split()) <= MOST_WORDS else ""


def _defined(text: str) -> str:
    """The exercise that a text says first what it is, empty for none: `The glute bridge is a move for ...`."""
    found = _IS_ONE.match(text)
    return _called(found["name"]) if found else ""


def _sentences(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            yield from sentences_in(block.text)


def _says_how_much(sentence: str) -> bool:
    """Whether a sentence prescribes repetitions: with their sets, or as what is done."""
    facts = facts_of(parts_of(sentence))
    is_whole = bool(facts.sets and facts.has_amount)
    if is_whole and sentence[:1].isdecimal() and not has_movement(parts_of(sentence).rest):
        return True
    return bool(_DO.search(sentence) or _DOSE.match(sentence)) and (is_whole or bool(facts.reps and facts.sides))
