"""Sessions that somebody speaks: what is called, then how it is done and how much of it, then what comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.announced import Called, called_in
from voicecoach.authoring.rules.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.facts import Facts, facts_of
from voicecoach.authoring.rules.movements import bare_words
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.pattern import any_of, in_any_case
from voicecoach.authoring.rules.spelled import spelled
from voicecoach.authoring.rules.utterances import Utterance, utterances_in, without_counting
from voicecoach.authoring.written import Span
from voicecoach.counted import sentence_case
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS, in_digits
from voicecoach.definitions.session import SectionKind

LEAST_EXERCISES = 3
MOST_OF_A_REP_S, MOST_TIMES = 12, 6
_NUMBER = r"(?P<{}>\d+(?:\.\d+)?)"
_WORK = in_any_case(
    r"\bwork(?:ing)? (?:for )?(?P<work>\d+)[ -]?sec",
    r"\b(?P<work2>\d+)[ -]?seconds? (?:of )?(?:work|on)\b",
    r"\b(?P<work3>\d+) on,? (?:and )?\d+ off\b",
    r"\b(?P<work4>\d+)[ -]?sec(?:ond)?s? (?:per|each|for each|for every|on each|a) (?:move|exercise|one|station)\b",
    r"\b(?:every|each) (?:move|exercise|one|station) (?:is|for|lasts|goes on for) (?P<work5>\d+)[ -]?sec",
)
_PAUSE = in_any_case(
    r"\brest(?:ing)? (?:for )?(?P<rest>\d+)[ -]?sec",
    r"\b(?P<rest2>\d+)[ -]?seconds? (?:of )?(?:rest|off)\b",
    r"\b\d+ on,? (?:and )?(?P<rest3>\d+) off\b",
)
_ROUNDS = in_any_case(
    r"\brounds\b|\b(?:one|1) round\b|\btimes (?:through|round|around)\b|\bthrough\b.*\btimes\b|\b(?:whole thing|circuit|the lot)\b|\bthrough them\b"
)
_OTHER_SIDE = in_any_case(
    any_of(
        r"(?:other|opposite|second) (?:side|leg|arm|foot|hand|knee|ankle|direction|way)",
        r"(?:switch|swap|change)(?: (?:it|that))?(?: over)?(?: (?:legs|sides|arms|feet|hands|knees))?(?=\W|$)(?! it up)",
        r"same (?:thing |again )?(?:on|with|to) the (?:left|right|other)|(?:over )?(?:on|to|with) (?:your|the) left|(?:and )?(?:now )?the left",
        r"flip (?:over|onto)|roll over and|this side|each side",
    )
)
_SIDE = in_any_case(r"\b(?:left|right)\b")
_AGAIN = in_any_case(
    r"\b(?:second|another|one more) (?:set|round|time)\b|\bset (?:number )?(?:two|2)\b|\b(?:and |then )?repeat\b(?! (?:after|that on))"
)
_NEW_PART = in_any_case(
    r"\b(?:superset|tabata|circuit|block|part) (?:number )?(?:one|two|three|[1-4])\b|\bfinisher\b|\bcool(?:ing)?[ -]?down\b"
    r"|\b(?:main|first|next|second) (?:circuit|block|workout|part)\b|\bmove of the workout\b"
)
_RESTING = in_any_case(r"\b(?:rest|breather|break|recover)\w*\b|\btake your (?:\d+|thirty)\b|\bhave your\b")
_ASIDE = in_any_case(
    r"\b(?:i|he|she|they|my \w+|people|some of you)\b(?:'ve|'m|'s)? (?:did|do this|used to|got|had|was|were|put|takes?)\b"
)


_THINGS = in_any_case(r"\b(?:sets?|pairs?) of (?:dumb|weights|kettle|bands|stairs|steps)")
_COOL = in_any_case(
    r"\bcool(?:ing)?[ -]?down\b|\bbefore you go\b|\bstretch (?:it |that )?out\b|\bgot your breath back\b"
)
_STILL = frozenset({("stretch",), ("fold",), ("pose",), ("savasana",)})
"""What is done when the work is over, for as long as is said then."""
_RESTED = in_any_case(r"\brest\W*$")


def as_amounts(text: str, name: str) -> str:
    """What is said, with the counts that nobody but a speaker says so: `fifteen of those`, `twelve on the right leg`."""
    plain = _IN_WORDS.sub(lambda found: found[0] if found[0] == "one" else in_digits(found[0]), text.lower())
    plain = _WEIGHTS.sub(" ", plain)
    plain = _MOVED.sub(r"\1", plain)
    plain = _OF_THOSE.sub(r"\1 reps", plain)
    plain = _ON_A_SIDE.sub(r"\1 reps", plain)
    plain = _DONE.sub(r"\1 \2 reps", plain)
    words = [one for one in bare_words(name) if len(one) > 2]  # noqa: PLR2004 - no `up`
    if words:
        own = any_of(*(rf"{one}(?:e?s|ing)?" for one in words), _COUNTED)
        plain = re.sub(
            rf"\b([2-9]|\d{{2,3}})(?= (?:(?!to\b|or\b|and\b|sets?\b|of\b|on\b|seconds?\b|minutes?\b)\w+ ){{0,2}}{own}\b)(?! (?:sets|rounds|seconds|sec|min|kilo|pound|kg|lb|times))",
            r"\1 reps",
            plain,
        )
    return plain


_WEIGHTS = re.compile(r"\b(?:(?:same|the|my|your|both|those|2|pair of) )*\d{1,2}s\b(?! (?:rest|off|on|hold))")
"""What somebody lifts and calls by its weight: `grab your 15s`."""
_MOVED = re.compile(r"\b(comes?|lifts?|takes?|drops?|goes?) (?:off|out|in|up|down|back)\b")
_IN_WORDS = re.compile(A_NUMBER_IN_WORDS)
_COUNTED = any_of("steps|circles|pumps|kicks|pulses|taps|swings|squeezes|lifts|scrunches|flutters|reps|repetitions")
_OF_THOSE = re.compile(r"\b(\d{1,3}) (?:of|more of) (?:those|these|them|'em|each)\b")
_LIMB = any_of("side|leg|arm|foot|hand|knee|right|left|one|way|direction|ankle")
_ON_A_SIDE = re.compile(
    rf"\b(\d{{1,3}})(?= (?:on|with|to|for|going) (?:each|the|your|both|this|that|one|every) (?:\w+ )?{_LIMB}s?\b)"
)
_DONE = re.compile(
    r"\b(do|try|go|for|get|want|like|counting|through|another|is|just|only) (\d{1,3})"
    r"(?= ?(?:$|[,.!?]|please\b|altogether\b|all together\b|in total\b|in all\b|if\b|slow\b|here\b|alternating\b|with\b|at a\b))"
)


def transcript(blocks: Sequence[Block]) -> Draft | None:
    """The draft of a session that is spoken in these blocks; `None` if they are no transcript, or call too little."""
    said = utterances_in(blocks)
    if not said:
        return None
    told = _Told(said)
    told.go()
    draft = told.draft()
    return draft if sum(len(one.exercises) for one in draft.sections) >= LEAST_EXERCISES else None


@dataclass
class _Entry:
    """An exercise that was called, with what was said of it; `is_timed` says that the time of all was said of it."""

    called: Called
    line: int
    part: int
    facts: Facts = Facts()
    told: list[str] = field(default_factory=list)
    is_timed: bool = False


@dataclass
class _Told:
    """What was said so far: `general` of all, `parts` of each part.

    `is_resting` says that a rest was called, `is_by_clock` that the times of all hold, `since` how many utterances ago
    the exercise one is at was called.
    """

    said: Sequence[Utterance]
    entries: list[_Entry] = field(default_factory=list)
    at: _Entry | None = None
    general: Facts = Facts()
    parts: list[Facts] = field(default_factory=lambda: [Facts()])
    about: list[str] = field(default_factory=list)
    is_resting: bool = False
    is_by_clock: bool = False
    since: int = 0

    def go(self) -> None:
        """Through all that is said."""
        for one in self.said:
            start = 0
            self.is_by_clock = self.is_by_clock and not _COOL.search(one.text)
            if _NEW_PART.search(one.text) and self.entries:
                self.parts.append(Facts())
            self.since += 1
            for called in called_in(one.text):
                self._take(one.text[start : called.start])
                start = called.start
                if self._is_next(called):
                    self._call(called, one.line_at(start))
                    self.since = 0
            self._take(one.text[start:])

    def _is_next(self, called: Called) -> bool:
        """Whether what is called is done next; what is only named while another waits for its amount isn't."""
        at = self.at
        is_free = at is None or at.facts.has_amount or at.facts.is_loose or bool(self.general.work_s)
        return called.is_sure or is_free

    def _same(self, called: Called) -> _Entry | None:
        """The exercise that was called so before, in full or in short."""
        words = _stems(called.name)
        known = ((one, _stems(one.called.name)) for one in reversed(self.entries))
        return next(
            (one for one, its in known if words and (its[-len(words) :] == words or its == words[-len(its) :])), None
        )

    def _call(self, called: Called, line: int) -> None:
        same = self._same(called)
        if _stems(called.name)[-1:] in _STILL:
            self.is_by_clock = False
        if same:
            if not same.facts.has_amount and same is not self.at:
                same.part = len(self.parts) - 1
            same.called = replace(same.called, is_sure=True)
            self.at = same
            return
        self.at = _Entry(called, line, len(self.parts) - 1)
        self.entries.append(self.at)

    def _take(self, text: str) -> None:
        """What is said of the exercise one is at, or of all."""
        if not re.search(r"\w", text):
            return
        for at, chunk in enumerate(_chunks(text)):
            self.since += at > 0
            self._take_chunk(chunk)
        if self.at is not None:
            self.at.told.append(text)

    def _take_chunk(self, text: str) -> None:
        entry = self.at
        clean = as_amounts(without_counting(text), entry.called.name if entry else "")
        facts = facts_of(parts_of(clean)) if any(map(str.isalnum, clean)) else Facts()
        facts = replace(facts, reps=None) if facts.reps == (1.0, 1.0) else facts
        is_rest, self.is_resting = self.is_resting, bool(_RESTED.search(clean))
        if self._of_all(clean, facts):
            return
        if entry is None:
            self.about.append(text)
            return
        if is_rest and facts.seconds and not facts.reps:
            facts = replace(facts, seconds=None, rest_s=facts.rest_s or facts.seconds)
        if not _ASIDE.search(text):
            clean = clean if not self.parts[entry.part].rounds else _AGAIN.sub("", clean)
            entry.facts = _with(entry.facts, self._without_clock(facts), clean)

    def _without_clock(self, facts: Facts) -> Facts:
        """The facts without a time that is that of all, where it goes by the clock, or is called out while one waits."""
        if not self.is_by_clock:
            return facts
        if facts.reps and self.since > 0:
            facts = replace(facts, reps=None)
        if not facts.seconds:
            return facts
        if self.at is not None and facts.seconds == self.general.work_s:
            self.at.is_timed = True
        is_of_all = facts.seconds in {self.general.work_s, self.general.rest_s} or self.since > 1
        return replace(facts, seconds=None, is_hold=None) if is_of_all else facts

    def _of_all(self, text: str, facts: Facts) -> bool:
        """Take what is said of all, or of a part: by the clock, how many rounds, sets of everything."""
        plain = spelled(text).text
        work, rest = _seconds(_WORK, plain), _seconds(_PAUSE, plain)
        is_before = self.at is None or not self.general.work_s
        if work and (rest or self.at is None):
            self.is_by_clock = True
            self.general = replace(
                self.general, work_s=work, rest_s=rest or self.general.rest_s, kind=SectionKind.INTERVALS
            )
            return True
        if rest and self.general.work_s and not self.general.rest_s and is_before:
            self.general = replace(self.general, rest_s=rest)
            return True
        often = facts.rounds or (facts.repeat if _ROUNDS.search(text) else None)
        if often and (self.at is None or _ROUNDS.search(text)):
            part = self.parts[-1]
            self.parts[-1] = replace(
                part, rounds=part.rounds or often, round_rest_s=part.round_rest_s or facts.round_rest_s
            )
            return True
        if facts.round_rest_s or (facts.rest_s and re.search(r"\bround\b", plain)):
            self.parts[-1] = replace(self.parts[-1], round_rest_s=facts.round_rest_s or facts.rest_s)
            return True
        if self.at is None and (facts.sets or facts.rest_s) and not _THINGS.search(plain):
            self.general = replace(
                self.general, sets=self.general.sets or facts.sets, rest_s=self.general.rest_s or facts.rest_s
            )
            return True
        return False

    def draft(self) -> Draft:
        """All of it as a draft."""
        draft = Draft(about=self.about)
        draft.facts = Facts(sets=self.general.sets, rest_s=None if self.general.work_s else self.general.rest_s)
        before: tuple[int, bool] | None = None
        for entry in self.entries:
            facts = _settled(entry.facts)
            is_timed = bool(self.general.work_s) and not facts.has_amount
            if not (facts.has_amount or facts.is_loose or (is_timed and (entry.called.is_sure or entry.is_timed))):
                continue
            if (entry.part, is_timed) != before:
                draft.sections.append(self._section(entry, is_timed=is_timed))
                before = entry.part, is_timed
            name = sentence_case(entry.called.name.strip())
            block = Block(BlockKind.PARAGRAPH, entry.called.name, entry.line)
            made = ExerciseDraft(name, entry.line, facts, block)
            for text in entry.told:
                made.tell(text)
            draft.sections[-1].exercises.append(made)
        return draft

    def _section(self, entry: _Entry, *, is_timed: bool) -> SectionDraft:
        facts = self.parts[entry.part]
        if is_timed:
            facts = replace(self.general, sets=None).over(facts)
        elif self.general.work_s:
            facts = Facts()
        elif facts.rounds:
            facts = replace(facts, kind=SectionKind.CIRCUIT)
        return SectionDraft(entry.line, None, facts)


def _chunks(text: str) -> list[str]:
    """What is said without a stop, in pieces: a clause each."""
    if len(text.split()) <= MOST_WORDS_OF_A_CHUNK or re.search(r"[.!?;,]\s", text):
        return [text]
    return [one for one in _BETWEEN_CLAUSES.split(text) if re.search(r"\w", one)]


MOST_WORDS_OF_A_CHUNK = 14
_BETWEEN_CLAUSES = in_any_case(
    r"\s+(?=(?:and|now|then|okay|ok|alright|so|but|if|because|remember|halfway|again|keep|come|let's|lovely|good|great|switch|right)\b)"
)


def _stems(name: str) -> tuple[str, ...]:
    """The words of a name, without how many and without what is going on: `breaths` and `breathing` are the same."""
    return tuple(one.removesuffix("ing") if len(one) > LEAST_STEM else one for one in bare_words(name))


LEAST_STEM = 6


def _seconds(form: re.Pattern[str], text: str) -> Span | None:
    found = form.search(text)
    number = next((one for one in found.groups() if one), None) if found else None
    return (float(number), float(number)) if number else None


def _with(facts: Facts, more: Facts, text: str) -> Facts:
    """The facts of an exercise with what is said of it next: what is known stays, and what is said again is a side."""
    had = facts.has_amount
    if more.rest_s:
        facts = replace(facts, rest_s=facts.rest_s or more.rest_s)
    if _RESTING.search(text) and more.seconds and had and not more.rest_s:
        facts = replace(facts, rest_s=facts.rest_s or more.seconds)
    elif more.seconds and facts.seconds is None and (facts.reps is None or more.seconds[1] <= MOST_OF_A_REP_S):
        facts = replace(facts, seconds=more.seconds, is_hold=more.is_hold)
    elif (
        more.seconds
        and facts.seconds
        and facts.is_hold
        and facts.seconds[1] <= MOST_OF_A_REP_S
        and more.seconds[0] > MOST_OF_A_REP_S
    ):
        facts = replace(facts, seconds=more.seconds, pause_s=facts.seconds, is_hold=more.is_hold)
    times = more.repeat or (more.reps if re.search(r"\btimes\b|\btwice\b", text) else None)
    if more.reps and more.seconds and more.seconds[0] > MOST_OF_A_REP_S:
        times = times or more.reps  # two of these, 30 s each
    is_long = bool(facts.distance_m or more.distance_m or (facts.seconds and facts.seconds[0] > MOST_OF_A_REP_S))
    if times and is_long and times[1] <= MOST_TIMES:
        facts = replace(facts, sets=facts.sets or times)
    elif (more.reps or more.repeat) and facts.reps is None:
        facts = replace(facts, reps=more.reps or more.repeat)
    if more.sets and more.sets == facts.reps and (facts.seconds or facts.pause_s) and re.search(r"\bsets\b", text):
        facts = replace(facts, sets=more.sets, reps=None)
    elif more.sets and not facts.sets and more.sets != facts.reps:
        facts = replace(facts, sets=more.sets)
    if _AGAIN.search(text) and not facts.sets and had:
        facts = replace(facts, sets=(2.0, 2.0))
    is_same = had and more.has_amount and (more.reps or more.seconds) in {facts.reps, facts.seconds}
    is_other = bool(_OTHER_SIDE.search(text)) or (is_same and bool(_SIDE.search(text)))
    sides = more.sides or (Sides.EACH if (had or more.has_amount) and is_other else None)
    if sides and facts.sides is not Sides.ALTERNATING:
        facts = replace(facts, sides=sides)
    notes = tuple(dict.fromkeys((*facts.notes, *(one for one in more.notes if Facts(notes=(one,)).is_loose))))
    return replace(
        facts,
        distance_m=facts.distance_m or more.distance_m,
        load=facts.load or (more.load if more.load and not more.load.endswith("%") else None),
        pause_s=facts.pause_s or more.pause_s,
        is_open=facts.is_open or more.is_open,
        notes=notes,
    )


def _settled(facts: Facts) -> Facts:
    """What is held in each repetition is its pause; what is done to the end of a time has no number."""
    if facts.reps and facts.seconds and facts.seconds[1] <= MOST_OF_A_REP_S:
        return replace(facts, pause_s=facts.pause_s or facts.seconds, seconds=None, is_hold=None)
    if facts.reps and facts.seconds:
        is_few = facts.reps[1] <= MOST_TIMES and not facts.sets
        return replace(facts, sets=facts.reps if is_few else facts.sets, reps=None)
    if facts.pause_s and facts.sets and not facts.has_amount:
        return replace(facts, seconds=facts.pause_s, pause_s=None, is_hold=True)
    if facts.seconds and facts.is_open:
        return replace(facts, is_open=None)
    return facts
