"""Texts that call no exercise: what their sentences tell to do, with how long or how often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.joining import joined
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.moment_words import EASIER, INSTEAD, PROGRESS
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import BODY, IMPERATIVE, MOVES
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.unnamed import as_told, deed_in, is_counted, without_manner
from voicecoach.counted import sentence_case
from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS

_ADDRESSED = in_any_case(
    r"(?<!\bas )(?<!\bthat )(?<!\bwhen )(?<!\bif )(?<!\buntil )(?<!\bso )(?<!\bbefore )(?<!\bhow )(?<!\bwhere )"
    r"\b(?:so |and )?(?:what )?(?:(?:you|we|I)(?:'ll|'re|'d)?|let's|(?:he|she|they) wants? me to)"
    r"(?: (?:will|can|may|should|would|need|want|like|are|going|you|then|to|be))*"
    r"(?: (?:do|doing)(?: [a-z]+){0,4} is(?: to)?)?(?: (?:just|simply|then|try to|go ahead and))*\s+"
    rf"(?={IMPERATIVE.pattern})"
)
"""How somebody leads over to what is to be done: `what we want to do is straighten the knee`."""
_PLACED = in_any_case(r"(?:place|put|rest|set|find|grab|take|position|attach|loop|count)\b")
"""How somebody gets ready, or measures something."""
_LABEL = in_any_case(
    r"^(?:duration|dosage|dose|amount|reps|sets|sets and reps|how (?:many|much|often|long))\s*[:–-]\s*"
)
_RESTED = in_any_case(r",?\s*\b(?:with|and) [^,.]{0,40}\b(?:rests?|breaks?|pause) [^,.]*\bbetween\b.*")
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
MOST_OF_A_LABEL, MOST_S, MOST_BEFORE = 3, 300, 12
"""So many sentences before one that says how often tell what is done."""


@dataclass
class _Told:
    """What is done, with the sentences that tell of it, and how much of it they say."""

    deed: str
    block: Block
    sentences: list[str] = field(default_factory=list)
    facts: Facts = Facts()

    @property
    def is_exercise(self) -> bool:
        """Whether it has its amount, and isn't gone on with for so long as nobody exercises without a rest."""
        return self.facts.has_amount and (self.facts.seconds or (0, 0))[1] <= MOST_S

    def take(self, sentences: Sequence[str], *, is_first: bool = False) -> None:
        """Go on with more sentences; `is_first` says that how much of it may be said before what is done."""
        is_begun = bool(self.sentences)
        self.sentences += sentences
        start = 0 if is_begun else self._begin(sentences, is_first=is_first)
        for one in sentences[start:]:
            if not _is_beside(one) and (facts := facts_of(parts_of(one))).says_anything:
                self.facts = joined(self.facts, facts, one)

    def _begin(self, sentences: Sequence[str], *, is_first: bool) -> int:
        """Where it begins to be told how it is done, and how much of it: what is said before is of no exercise."""
        deed = self.deed.lower()
        own = [at for at, one in enumerate(sentences) if not is_first and deed in one.lower()]
        first = [at for at, one in enumerate(sentences) if deed_in(one) or _is_counted(one)]
        return next(iter((*own[-1:], *first)), len(sentences))


def told_alone(blocks: Sequence[Block]) -> list[Line]:
    """What is told to do with a part of the body, and right behind that how long or how often, as an exercise each."""
    found, before = list[_Told](), list[str]()
    for block, sentence in _sentences(blocks):
        before.append(sentence)
        if _is_beside(sentence) or not _is_counted(sentence):
            continue
        if deed := _deed_in([*(one for one in before[-MOST_BEFORE:-1] if not _is_counted(one)), sentence]):
            found.append(_Told(deed, block))
        if found:
            found[-1].take(before)
            before = []
    if found:
        found[-1].take(before)
    elif any(map(_is_counted, before)) and (deed := _deed_in([one for one in before if not _is_counted(one)])):
        found = [_Told(deed, blocks[0])]
        found[0].take(before, is_first=True)
    return [line for one in found if one.is_exercise for line in _lines(one)]


def _deed_in(sentences: Sequence[str]) -> str:
    """What they tell to do with a part of the body, or what is a whole exercise."""
    deed = deed_in(" ".join(sentences))
    is_moved = bool(BODY.search(deed) or _WITHIN.search(deed)) and not _PLACED.match(deed)
    return deed if is_moved or " " not in deed else ""


_WITHIN = in_any_case(r"\b(?:pelvic floor|(?:your|the|these|those) muscles)\b")
"""What is tightened within the body, which nobody sees moved."""


def deed_said(sentences: Sequence[str]) -> str:
    """What somebody who speaks tells to do with a part of the body: `let's begin by rolling the knees over`."""
    orders = [sentence_case(_ADDRESSED.sub("", one).strip(" ,")) for one in map(_as_order, sentences)]
    return _deed_in([one if one.endswith((".", "!", "?")) else f"{one}." for one in orders if one])


def _as_order(sentence: str) -> str:
    """A sentence; what is begun by doing something as an order: `start by rolling your knees`."""
    found = _BY_DOING.search(sentence)
    if not found:
        return sentence
    stem = found["stem"]
    verbs = (stem, f"{stem}e", stem[:-1])
    verb = next((one for one in verbs if MOVES.match(f"{one} your")), "")
    return f"{verb} {sentence[found.end() :]}" if verb else sentence


_BY_DOING = in_any_case(
    r"^.*\b(?:by|with|just|we're|you're)\s+(?:just |simply |gently |slowly )*"
    r"(?P<stem>[a-z]{3,})ing\s+(?=(?:the|your|our)\b)"
)


def _is_counted(sentence: str) -> bool:
    return is_counted(_RESTED.sub("", _LABEL.sub("", sentence))) or _is_moved_often(sentence)


def _is_moved_often(sentence: str) -> bool:
    """Whether it says how often some part of the body is moved: `Roll your shoulders back for ten more`."""
    found = _OFTEN.search(sentence)
    return found is not None and bool(BODY.search(deed_in(sentence[: found.start()])))


_OFTEN = in_any_case(
    rf"\b(?:for )?(?:another |about )?(?:\d{{1,2}}|{A_NUMBER_IN_WORDS}) (?:more(?: times)?|times)\b(?! a )"
)


def _is_beside(sentence: str) -> bool:
    """Whether it says what makes it harder or easier, or what is done instead."""
    return any(one.search(sentence) for one in (PROGRESS, EASIER, INSTEAD))


def _sentences(blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """The sentences of paragraphs and lists, as orders."""
    for block in blocks:
        is_label = len(block.text.split()) <= MOST_OF_A_LABEL and block.text.rstrip()[-1:] not in ".!"
        if block.kind in _TOLD and not is_label and line_of(block).role is not Role.NOISE:
            for sentence in sentences_in(block.text.replace("’", "'")):
                yield block, sentence_case(_ADDRESSED.sub("", without_manner(sentence)))


def _lines(told: _Told) -> Iterator[Line]:
    """What is done as the name, with how much of it, and below it what is told without."""
    block = replace(told.block, kind=BlockKind.ITEM, marker="-", text=_without_amounts(told.sentences))
    name, sentence = as_told(line_of(block), sentence_case(told.deed))
    yield replace(name, role=Role.EXERCISE, facts=told.facts)
    if sentence.text:
        yield sentence


def _without_amounts(sentences: Sequence[str]) -> str:
    """The orders among sentences that say no amount."""
    return " ".join(one for one in sentences if is_told(one) and not facts_of(parts_of(one)).says_anything)
