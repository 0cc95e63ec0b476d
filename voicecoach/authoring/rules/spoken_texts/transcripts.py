"""Sessions that somebody speaks: what is called, then how it is done and how much of it, then what comes next."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.spoken_texts.announced import Called, called_in
from voicecoach.authoring.rules.spoken_texts.said_amounts import (
    AGAIN,
    ONE_MOVE,
    OTHER_SIDE,
    PAUSE,
    WORK,
    as_amounts,
    clauses_said,
    first_number,
    settled,
    with_said,
)
from voicecoach.authoring.rules.spoken_texts.said_cues import cues_said
from voicecoach.authoring.rules.spoken_texts.utterances import Utterance, utterances_in, without_counting
from voicecoach.authoring.written import Span
from voicecoach.counted import sentence_case
from voicecoach.definitions.session import SectionKind

DeedOf = Callable[[Sequence[str]], str]
LEAST_EXERCISES, LEAST_STEM, MOST_TOLD_FIRST, FAR_IN = 2, 6, 3, 30
MOST_ORDERS, MOST_OF_AN_ORDER = 8, 600
_ROUNDS = in_any_case(
    r"\brounds\b|\b(?:one|1) round\b|\btimes (?:through|round|around)\b|\bthrough\b.*\btimes\b",
    r"\b(?:whole thing|circuit|the lot)\b|\bthrough them\b|\b(?:round|through) (?:it|that|everything)\b",
)
_OF_EACH = in_any_case(
    rf"\b(?:each|every|all)(?: of)?(?: the)? (?:{ONE_MOVE}|drills?|these|them),? (?:twice|(?P<sets>\d) times)\b"
)
"""How often everything is done: `each drill twice`."""
_THROUGH = in_any_case(
    r"\b(?:(?:go|going|run|running) (?:through|round|around)|circuit|through (?:it|that|them|all|everything|the))\b"
    r"[^.;]{0,40}?\b(?P<often>\d{1,2}) times\b(?! a\b)"
)
"""How often all is gone through: `through the whole thing three times`."""
_NEW_PART = in_any_case(
    r"\b(?:superset|tabata|circuit|block|part) (?:number )?(?:one|two|three|[1-4])\b|\bfinisher\b",
    r"\bcool(?:ing)?[ -]?down\b|\b(?:main|first|next|second) (?:circuit|block|workout|part)\b|\bmove of the workout\b",
)
_STORY = in_any_case(
    r"\b(?:i|he|she|they|my \w+|people|some of you)\b(?:'ve|'m|'s)? "
    r"(?:did|do this|used to|got|had|was|were|put|takes?)\b",
)
"""What somebody tells beside it."""
_JOKE = in_any_case(r"\bif (?:you|anybody|anyone) (?:skips?|miss(?:es)?|forgets?|cheats?)\b|\b(?:kidding|joking)\b")
_THINGS = in_any_case(r"\b(?:sets?|pairs?) of (?:dumb|weights|kettle|bands|stairs|steps)")
_COOL = in_any_case(
    r"\bcool(?:ing)?[ -]?down\b|\bbefore you go\b|\bstretch (?:it |that )?out\b|\bgot your breath back\b"
)
_HAS = in_any_case(r"\b(?:got|have|having|using|use|grab|need|holding|with (?:a|an|my|your|one|the|two))\b")
"""How somebody says, before anything is done, what it is done with."""
_LOADED = in_any_case(
    r"\b(?:dumb-?bells?|kettle-?bells?|bells?|goblet|weights?|dbs?|kbs?)\b(?<!no weight)(?<!no weights)"
)
_STILL = frozenset({("stretch",), ("fold",), ("pose",), ("savasana",)})
"""What is done when the work is over, for as long as is said then."""
_ONWARD = in_any_case(
    r"^\W*(?:(?:okay|ok|right|and|so|lovely|good|great)\W+)*(?:now|next|then|okay|ok|right|first|finally|lastly|oh)\b",
    r"^\W*(?:and\W+)?(?:the (?:next|last|first|second|third|final)|to finish|last|number \w+|we'll start)\b",
)
"""How it begins that something else is told, whose name may only come behind it."""
_NAMED_BEHIND = in_any_case(
    r"(?:\bthat's|\bthat is|\bthose are|\bthese are|\bthey're|\bcall(?:ed)? (?:it|this|that|them|these|those)"
    r"|\bcalled|\bdo (?:that|this))(?:\W+(?:just|an?|the|your|our|simple|called|basically|what we call))*\W*$"
)
"""Before the name of what was told: `so that's a`."""
_RESTED = in_any_case(r"\brest\W*$")


def _no_deed(_: Sequence[str]) -> str:
    return ""


def transcript(
    blocks: Sequence[Block], deed_of: DeedOf = _no_deed, *, is_known: bool = False, is_all: bool = False
) -> Draft | None:
    """The draft of a session that is spoken in these blocks; `None` if they are no transcript, or call too little.

    `deed_of` finds what is told to do in sentences that call nothing. `is_known` says that they are one, as captions
    are; `is_all` that nothing else was found in them: one exercise is enough then, and those that are called for
    certain are kept without an amount.
    """
    said = utterances_in(blocks, is_known=is_known)
    if not said:
        return None
    told = _Told(said, deed_of)
    told.go()
    draft = told.draft(are_names=is_all)
    least = 1 if is_known or is_all else LEAST_EXERCISES
    return draft if sum(len(one.exercises) for one in draft.sections) >= least else None


@dataclass
class _Entry:
    """An exercise that was called, with what was said of it, and what of that right behind its name.

    `is_timed` says that the time of all was said of it.
    """

    called: Called
    line: int
    part: int
    facts: Facts = Facts()
    told: list[str] = field(default_factory=list)
    told_first: list[str] = field(default_factory=list)
    is_timed: bool = False

    @property
    def is_stayed_in(self) -> bool:
        """Whether one stays in it, for a time that isn't known yet: `child's pose, take a full minute`."""
        return _stems(self.called.name)[-1:] in _STILL and not self.facts.has_amount

    def drafted(self, facts: Facts) -> ExerciseDraft:
        """It as a draft with these facts; what is told of it is its note, and its cues what of that is worth saying."""
        name, block = self.called.name.strip(), Block(BlockKind.PARAGRAPH, self.called.name, self.line)
        made = ExerciseDraft(sentence_case(name), self.line, facts, block)
        for text in self.told:
            for cue in cues_said(text, name):
                made.tell(f"{sentence_case(cue).rstrip('.!,')}.")
        made.notes.append(" ".join(self.told))
        return made


@dataclass
class _Told:
    """What was said so far: `general` of all, `parts` of each part.

    `sets_of_each` is how often all is done; `is_resting` says that a rest was called, `is_by_clock` that the times of
    all hold, `since` how many clauses ago the exercise one is at was called. `pending` is what is said since
    something else is told, whose name may come behind it; `left` is the exercise that one may have left then, with its
    facts; `orders` is what is told to do since then.
    """

    said: Sequence[Utterance]
    deed_of: DeedOf
    entries: list[_Entry] = field(default_factory=list)
    at: _Entry | None = None
    general: Facts = Facts()
    parts: list[Facts] = field(default_factory=lambda: [Facts()])
    about: list[str] = field(default_factory=list)
    sets_of_each: Span | None = None
    is_resting: bool = False
    is_by_clock: bool = False
    since: int = 0
    pending: Facts = Facts()
    left: tuple[_Entry | None, Facts] | None = None
    orders: list[str] = field(default_factory=list)
    line: int = 0

    def go(self) -> None:
        """Through all that is said."""
        for one in self.said:
            start = 0
            self._leave(one.text)
            self.line = one.line_at(0)
            self.orders = [*self.orders[-MOST_ORDERS:], one.text[:MOST_OF_AN_ORDER]]
            self.is_by_clock = self.is_by_clock and not _COOL.search(one.text)
            if _NEW_PART.search(one.text) and self.entries:
                self.parts.append(Facts())
            self.since += 1
            for called in called_in(one.text):
                self._take(one.text[start : called.start], leads_on=True)
                start = called.start
                if self._is_next(called) and not _JOKE.search(one.text[: called.start]):
                    self._call(called, one.line_at(start))
                    self._take_pending(one.text[:start])
                    self.since = 0
            self._take(one.text[start:])

    def _leave(self, text: str) -> None:
        """Leave what has its amount, where something else begins to be told."""
        other = OTHER_SIDE.search(text)
        is_else = bool(_ONWARD.search(text)) and (other is None or other.start() > FAR_IN)
        if is_else and (self.at is None or self.at.facts.has_amount):
            self.pending, self.left = Facts(), (self.at, self.at.facts if self.at else Facts())
            self.orders = []

    def _take_pending(self, before: str) -> None:
        """Give what is called now what was told before its name, which the one before it then hasn't."""
        is_own = self.left and self.at and self.at is not self.left[0] and not self.at.facts.says_anything
        if self.left and self.at and is_own and self.pending.has_amount and _NAMED_BEHIND.search(before):
            self.at.facts = self.pending
            if self.left[0]:
                self.left[0].facts = self.left[1]
        self.pending, self.left = Facts(), None

    def _is_next(self, called: Called) -> bool:
        """Whether what is called is done next; what is only named while another waits for its amount isn't."""
        at = self.at
        is_free = at is None or at.facts.has_amount or at.facts.is_loose or bool(self.general.work_s)
        return called.is_sure or is_free

    def _call(self, called: Called, line: int) -> None:
        """Be at what is called, which may have been called before."""
        self.orders = []
        if _stems(called.name)[-1:] in _STILL:
            self.is_by_clock = False
        if same := self._same(called):
            if not same.facts.has_amount and same is not self.at:
                same.part = len(self.parts) - 1
            same.called = replace(same.called, is_sure=True)
            self.at = same
        else:
            self.at = _Entry(called, line, len(self.parts) - 1)
            self.entries.append(self.at)

    def _same(self, called: Called) -> _Entry | None:
        """The exercise that was called so before, or in full; one in short only while nothing else is known of it."""
        words = _stems(called.name)
        known = ((one, _stems(one.called.name)) for one in reversed(self.entries))
        alike = (one for one, its in known if its[-len(words) :] == words or self._is_short(one, its, words))
        return next(alike, None) if words else None

    def _is_short(self, one: _Entry, its: tuple[str, ...], words: tuple[str, ...]) -> bool:
        return one is self.at and not one.facts.has_amount and its == words[-len(its) :]

    def _take(self, text: str, *, leads_on: bool = False) -> None:
        """Take what is said of the exercise one is at, or of all; `leads_on` says that the next is called behind it."""
        if not re.search(r"\w", text):
            return
        for at, clause in enumerate(clauses_said(text)):
            self.since += at > 0
            self._take_clause(clause)
        if self.at is not None:
            self.at.told.append(text)
            if not leads_on and len(self.at.told_first) < MOST_TOLD_FIRST:
                self.at.told_first.append(text)

    def _take_clause(self, text: str) -> None:
        entry = self.at
        clean = self._without_pair(as_amounts(without_counting(text), entry.called.name if entry else ""))
        facts = facts_of(parts_of(clean)) if any(map(str.isalnum, clean)) else Facts()
        facts = replace(facts, reps=None) if facts.reps == (1.0, 1.0) else facts
        is_rest, self.is_resting = self.is_resting, bool(_RESTED.search(clean))
        if self._is_of_all(clean, facts):
            return
        is_beside = bool(_STORY.search(text) or _JOKE.search(text))
        if not is_beside and self._is_deed(facts):
            entry = self.at
        if self.left is not None and not is_beside:
            self.pending = with_said(self.pending, facts, clean, is_by_clock=self.is_by_clock)
        if entry is None:
            self.about.append(text)
            if facts.load and _HAS.search(clean):
                self.general = replace(self.general, load=self.general.load or facts.load)
            return
        if entry.is_stayed_in and facts.rest_s and not (facts.seconds or re.search(r"\brest", clean)):
            facts = replace(facts, seconds=facts.rest_s, rest_s=None)
        if is_rest and facts.seconds and not facts.reps:
            facts = replace(facts, seconds=None, rest_s=facts.rest_s or facts.seconds)
        if not is_beside:
            clean = clean if not self.parts[entry.part].rounds else AGAIN.sub("", clean)
            entry.facts = with_said(entry.facts, self._without_clock(entry, facts), clean, is_by_clock=self.is_by_clock)

    def _is_deed(self, facts: Facts) -> bool:
        """Be at what is told to do where nothing is called, and how much of it is said; whether it was that."""
        is_free = self.at is None or (self.left is not None and self.at is self.left[0] and self.at.facts.has_amount)
        is_counted = bool(facts.reps or facts.repeat or facts.seconds) and not facts.rest_s
        deed = self.deed_of(self.orders) if is_free and is_counted and not self.general.work_s else ""
        if deed:
            self._call(Called(deed, 0, len(deed), is_sure=False), self.line)
            self.left = None
        return bool(deed)

    def _without_pair(self, text: str) -> str:
        """What is said, without the times of all that are called again in short: `same again, 20 10`."""
        general = self.general
        if not (general.work_s and general.rest_s):
            return text
        return re.sub(rf"\b{general.work_s[0]:g}\W{{1,3}}{general.rest_s[0]:g}\b(?! ?(?:x|reps?|sets?))", " ", text)

    def _without_clock(self, entry: _Entry, facts: Facts) -> Facts:
        """The facts without a time that is that of all, where all goes by the clock, or is called out meanwhile."""
        if not self.is_by_clock:
            return facts
        facts = replace(facts, reps=None) if self.since > 0 else facts
        if not facts.seconds:
            return facts
        entry.is_timed = entry.is_timed or facts.seconds == self.general.work_s
        is_of_all = facts.seconds in {self.general.work_s, self.general.rest_s} or self.since > 1
        return replace(facts, seconds=None, is_hold=None) if is_of_all else facts

    def _is_of_all(self, text: str, facts: Facts) -> bool:
        """Take what is said of all, or of a part; whether it was that."""
        if self._is_clock(spelled(text).text):
            self._go_round(text, replace(facts, rest_s=None))
            return True
        return self._is_of_part(text, facts) or self._is_of_sets(text, facts)

    def _is_clock(self, text: str) -> bool:
        """Take how long all of it is worked and rested."""
        work_s, rest_s = first_number(WORK, text), first_number(PAUSE, text)
        general = self.general
        if work_s and (rest_s or self.at is None):
            self.is_by_clock, kind = True, SectionKind.INTERVALS
            self.general = replace(general, work_s=work_s, rest_s=rest_s or general.rest_s, kind=kind)
            return True
        if rest_s and general.work_s and not general.rest_s and self.at is None:
            self.general = replace(general, rest_s=rest_s)
            return True
        return False

    def _is_of_part(self, text: str, facts: Facts) -> bool:
        """Take how often a part is gone through, and what is between."""
        if self._go_round(text, facts):
            return True
        part = self.parts[-1]
        if facts.round_rest_s or (facts.rest_s and re.search(r"\bround\b", text)):
            self.parts[-1] = replace(part, round_rest_s=facts.round_rest_s or facts.rest_s)
            return True
        return False

    def _go_round(self, text: str, facts: Facts) -> bool:
        """Take how often a part is gone through; whether it was that."""
        part, is_free = self.parts[-1], self.at is None or self.at.facts.has_amount or self.is_by_clock
        through = first_number(_THROUGH, text.replace("twice", "2 times")) if is_free else None
        is_round = bool(through or _ROUNDS.search(text))
        often = facts.rounds or through or (facts.repeat if is_round else None)
        is_it = bool(often) and (self.at is None or is_round)
        if is_it:
            rest_s = part.round_rest_s or facts.round_rest_s or facts.rest_s
            self.parts[-1] = replace(part, rounds=part.rounds or often, round_rest_s=rest_s)
        return is_it

    def _is_of_sets(self, text: str, facts: Facts) -> bool:
        """Take how many sets there are of everything, and the rest between them, before anything is called."""
        if of_each := _OF_EACH.search(text):
            often = float(of_each["sets"] or 2)
            self.sets_of_each = often, often
            return True
        is_it = self.at is None and bool(facts.sets or facts.rest_s) and not _THINGS.search(text)
        if is_it:
            general = self.general
            sets, rest_s = general.sets or facts.sets, general.rest_s or facts.rest_s
            self.general = replace(general, sets=sets, rest_s=rest_s)
        return is_it

    def draft(self, *, are_names: bool = False) -> Draft:
        """All of it as a draft; `are_names` says that names that are called for certain need no amount."""
        draft = Draft(about=self.about)
        draft.facts = Facts(sets=self.general.sets, rest_s=None if self.general.work_s else self.general.rest_s)
        before: tuple[int, bool] | None = None
        for entry in self.entries:
            facts = settled(entry.facts)
            if self.sets_of_each and entry.called.is_sure and not facts.has_amount:
                facts = replace(facts, sets=facts.sets or self.sets_of_each)
            facts = replace(facts, load=facts.load or self._load_of(entry))
            is_timed = bool(self.general.work_s) and not facts.has_amount
            is_told = facts.has_amount or facts.is_loose or bool(facts.sets) or (are_names and entry.called.is_sure)
            if not (is_told or (is_timed and (entry.called.is_sure or entry.is_timed))):
                continue
            if (entry.part, is_timed) != before:
                draft.sections.append(self._section(entry, is_timed=is_timed))
                before = entry.part, is_timed
            draft.sections[-1].exercises.append(entry.drafted(facts))
        return draft

    def _load_of(self, entry: _Entry) -> str | None:
        """The load that was said for all, if this is said to be done with one."""
        return self.general.load if _LOADED.search(" ".join([entry.called.name, *entry.told_first])) else None

    def _section(self, entry: _Entry, *, is_timed: bool) -> SectionDraft:
        facts = self.parts[entry.part]
        if is_timed:
            facts = replace(self.general, sets=None, load=None).over(facts)
        elif self.general.work_s:
            facts = Facts()
        elif facts.rounds:
            facts = replace(facts, kind=SectionKind.CIRCUIT)
        return SectionDraft(entry.line, None, facts)


@lru_cache(maxsize=4096)
def _stems(name: str) -> tuple[str, ...]:
    """The words of a name, without how many and without what is going on: `breaths` and `breathing` are the same."""
    return tuple(one.removesuffix("ing") if len(one) > LEAST_STEM else one for one in bare_words(name))
