"""Scripts to be read aloud, with `[Gap: 30 seconds]` or `(pause 10 s)` where the listener works."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from voicecoach.authoring.formats.gaps import GAP
from voicecoach.authoring.formats.script_names import REST, announced_in, sides_in
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.spoken_texts.announced import called_in
from voicecoach.authoring.written import Unplaced, Written, WrittenExercise, WrittenSection
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import NotationError, parse_length
from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS

LEAST_WORK_S = 5
"""A shorter gap lets what was said sink in; nobody works in it."""
_REMARK = re.compile(r"\s#.*$|^\s*//.*$|</?[a-z][^<>]*>?")
"""What nobody says: a remark, a mark for the voice."""
_COUNTED = r"\d{1,2}|ten|nine|eight|seven|six|five|four|three|two|one|go|start|switch"
_COUNTDOWN = re.compile(
    r"(?:[\w ',]{0,40}?\bin\b\s*[:,]?\s*)?"
    rf"(?:(?:{_COUNTED})[\s.…,!-]+){{2,}}(?:(?:{_COUNTED}|begin|rest|stop)[\s.…,!]*)?",
    re.IGNORECASE,
)
"""Numbers to be counted aloud, and what leads to them: the coach counts by itself."""
_PRAISE = re.compile(
    r"^(?:great|good|nice|well|excellent|awesome|amazing|fantastic|perfect)\b[\w ,]{0,30}[.!]*$|"
    r"^(?:and )?(?:go|begin|start|relax|rest|stop|"
    r"ready|done|time|time's up|that's it|let's go|here we go|get ready|you can do it)[.!]*$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:again|once more|one more (?:time|set|round)|another (?:set|round)|set (?:two|three|\d))\b", re.IGNORECASE
)
OTHER_SIDE = re.compile(
    r"\b(?:other|opposite|second|right|left) (?:side|leg|arm|foot|hand)\b|\b(?:switch|swap)(?: sides?)?\b"
    r"|\bchange (?:legs|sides|arms|feet|over)\b|\bsame (?:again )?(?:with|on) (?:the |your )?(?:left|right|other)\b"
    r"|\b(?:and|now|then|again|over|repeat) (?:to|on|for|with) (?:the |your )?(?:left|right)\b"
    r"|^(?:and |now |then )*(?:the )?(?:other|left|right)(?: one)?[.!]*$"
    r"|\b(?:and|now|then),? (?:the )?(?:left|right)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\bhold (?:this|that|it|here|for|still|(?:the|a) (?:position|pose|stretch|plank))\b|\bstay (?:here|there|still)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"[\[(]?\s*(?:silence|pause|quiet|bell|no talking|hold)\b[^.!?]{0,40}[.\])]*|[\])., ]*(?:bell|no talking)?[\]). ]*",
    re.IGNORECASE,
)
"""What says only that nothing is said."""
_CUE = re.compile(r"(?:and )?(?:keep|stay|breathe|hold|relax|soften|let|notice|feel|try to)\b", re.IGNORECASE)
"""How a sentence begins that goes on with what is done."""
_AMOUNT = in_any_case(
    rf"\b(?:\d+|half|{A_NUMBER_IN_WORDS})\b(?: \w+){{0,2}} (?:seconds?|minutes?|times|reps|breaths)\b",
    rf"\b(?:do|take|for|of) (?:\d+|{A_NUMBER_IN_WORDS})\b(?! (?:of|seconds?|minutes?))",
)
_SEVERAL = in_any_case(r"\b(?:stretches|exercises|moves|movements|poses)$")
_GREETING = in_any_case(
    r"(?:hello|hi|hey|welcome|good (?:morning|evening|afternoon)|today|this is|ready"
    r"|let['’]s (?:begin|start|get started|go)|close your eyes|thank"
    r"|we(?:['’]ve| have| will|['’]ll| are)|you(?:['’]ll| will| are))\b"
)
"""How it begins what is said before the first exercise."""
MS_PER_S = 1000
LEAST_TOLD_S, TOLD = 10, 0.6
MOST_CHARACTERS = 2_000
"""So much of what is said before a gap is searched for sides and holds."""
MOST_WORDS = 5
"""A sentence of more words isn't taken for the name of an exercise."""


MOST_WORDS_OF_A_DEED = 12
_TITLE = re.compile(r"[^.!?:#\[]{3,60}")
_MOVES_BODY = in_any_case(
    r"(?:(?:and|now|then|next|gently|slowly),? )*(?:drop|tilt|turn|roll|lift|raise|lower|bend|straighten|stretch|reach"
    r"|pull|push|squeeze|press|circle|rotate|open|clasp|interlace|extend|twist|slide|swing|shrug|cross|point|flex|bring|tuck|draw|hug)"
    r"(?: [a-z-]+){0,2}? (?:your|both|one|the) (?:[a-z-]+ ){0,2}?(?:ears?|chin|head|neck|shoulders?|shoulder blades"
    r"|arms?|elbows?|wrists?|hands?|fingers?|chest|back|spine|torso|hips?|legs?|knees?|ankles?|feet|foot|heels?|toes)\b"
)
"""How a sentence begins that tells to move a part of the body: `Drop your right ear to your shoulder`."""
_DEED_END = in_any_case(
    r"[,;:.]\s|\s(?:until|so that|as far|as if|while|without|and (?:hold|feel|keep|breathe|relax))\b"
)


@dataclass(frozen=True)
class _Passage:
    """What is said before a gap, and how long that is; `None` behind the last."""

    said: tuple[tuple[int, str], ...]
    gap_s: float | None

    @property
    def text(self) -> str:
        return "\n".join(text for _, text in self.said)


def read_gap_script(text: str) -> Written:
    """The session: an exercise a gap, with what is said before it."""
    reading = _Reading([], [], [])
    head, _, body = text.partition("\n\n")
    is_titled = "\n" not in head.strip() and bool(_TITLE.fullmatch(head.strip())) and not GAP.search(head)
    for passage in _passages("\n\n" + body if is_titled else text):
        reading.add(passage)
    section = WrittenSection(tuple(reading.exercises), reading.exercises[0].line) if reading.exercises else None
    return Written(
        head.strip() if is_titled else None,
        (section,) if section else (),
        about=tuple(reading.about),
        unplaced=tuple(reading.unplaced),
    )


def says_its_amounts(text: str) -> bool:
    """Whether it is said before most gaps to work in how much is done: then these only keep the time of that."""
    worked = [one for one in _passages(text) if one.gap_s and one.gap_s >= LEAST_TOLD_S]
    return len(worked) > 0 and sum(bool(_AMOUNT.search(one.text)) for one in worked) >= TOLD * len(worked)


def _passages(text: str) -> list[_Passage]:
    found: list[_Passage] = []
    said: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        begin, before = 0, 0.0
        for gap in GAP.finditer(line):
            is_right_behind = begin > 0 and not line[begin : gap.start()].strip()
            said.extend(_spoken(line[begin : gap.start()], number))
            begin = gap.end()
            length = (_seconds(gap["length"] or gap["first"]) or 0.0) + (before if is_right_behind else 0.0)
            if is_right_behind and before >= LEAST_WORK_S:
                found[-1] = replace(found[-1], gap_s=length)
            elif length >= LEAST_WORK_S:
                found.append(_Passage(tuple(said), length))
                said = []
            before = length
        said.extend(_spoken(line[begin:], number))
    return [*found, _Passage(tuple(said), None)]


def _spoken(text: str, number: int) -> list[tuple[int, str]]:
    """The sentences of a line that are for the listener: no remarks, no counting, but for `1... switch... 2...`."""
    bare = _REMARK.sub("", text).strip(" *_>")
    if _SILENT.fullmatch(bare):
        return []
    if _COUNTDOWN.fullmatch(bare):
        return [(number, bare)] if "switch" in bare.lower() else []
    return [(number, one) for one in sentences(bare)]


def _seconds(written: str) -> float | None:
    try:
        return parse_length(written) / MS_PER_S
    except NotationError:
        return None


@dataclass
class _Reading:
    """Takes passages in order."""

    exercises: list[WrittenExercise]
    about: list[str]
    unplaced: list[Unplaced]

    def add(self, passage: _Passage) -> None:
        """Take one more passage: an exercise, a rest after the last one, more of it, or what nobody can place."""
        said = [(number, one) for number, one in passage.said if not _PRAISE.match(one)]
        at, name = _first_called(said)
        if passage.gap_s is None:
            self._leave(said)
        elif name:
            (self.about.extend if not self.exercises else self._ignore)([one for _, one in said[:at]])
            self.exercises.append(_exercise(name, said[at:], passage))
        elif not self.exercises and said:
            self._begin(said, passage)
        else:
            self._go_on(said, passage)

    def _ignore(self, _: list[str]) -> None:
        """What is said of the exercise before, once it is over."""

    def _leave(self, said: list[tuple[int, str]]) -> None:
        self.unplaced.extend(Unplaced(number, one) for number, one in said if not _COUNTDOWN.fullmatch(one))

    def _begin(self, said: list[tuple[int, str]], passage: _Passage) -> None:
        """Where nothing says that it is a name, a short first sentence is one, and no greeting or order."""
        at = next((at for at, (_, one) in enumerate(said) if not _GREETING.match(one)), 0)
        _, first = said[at]
        words = first.rstrip(".!:").split()
        if len(words) <= MOST_WORDS and not (REST.search(first) or _GREETING.match(first) or is_told(first)):
            self.exercises.append(_exercise(" ".join(words), said[at:], passage))
        else:
            self._call_by_deed(said, passage)

    def _call_by_deed(self, said: list[tuple[int, str]], passage: _Passage) -> None:
        """What nobody names is called by the last order before a gap that is long enough for it."""
        orders = [at for at, (_, one) in enumerate(said) if _MOVES_BODY.match(one)]
        deed = _deed(said[orders[-1]][1]) if orders and (passage.gap_s or 0.0) >= LEAST_TOLD_S else ""
        if deed:
            self.exercises.append(_exercise(deed, said[orders[-1] :], passage))
        else:
            self._leave(said)
            self.unplaced.append(Unplaced(said[0][0], f"[{passage.gap_s:g} s]"))

    def _go_on(self, said: list[tuple[int, str]], passage: _Passage) -> None:
        """A gap without an exercise of its own: the other side, the same again, a rest, or another with a bare name."""
        if not self.exercises:
            return
        last, text = self.exercises[-1], " ".join(one for _, one in said)
        if REST.search(text):
            self.exercises[-1] = replace(last, rest_s=passage.gap_s)
        elif OTHER_SIDE.search(text) and last.sides in {None, Sides.EACH}:
            self.exercises[-1] = replace(last, sides=Sides.EACH)
        elif _AGAIN.search(text) and last.seconds == (passage.gap_s, passage.gap_s):
            self.exercises[-1] = replace(last, sets=(last.sets or 1) + 1)
        elif said and all(_CUE.match(one) for _, one in said[:1]):
            length = (last.seconds or (0.0, 0.0))[0] + (passage.gap_s or 0.0)
            self.exercises[-1] = replace(last, seconds=(length, length))
        elif said:
            self._begin_or_leave(said, passage)
        elif last.rest_s is None:
            self.exercises[-1] = replace(last, rest_s=passage.gap_s)

    def _begin_or_leave(self, said: list[tuple[int, str]], passage: _Passage) -> None:
        words = said[0][1].rstrip(".!:").split()
        if len(words) <= MOST_WORDS:
            self.exercises.append(_exercise(" ".join(words), said, passage))
        else:
            self._call_by_deed(said, passage)


def _first_called(said: list[tuple[int, str]]) -> tuple[int, str | None]:
    """Where an exercise is announced, and its name; what only talks of some stretches calls none."""
    found = [(at, name) for at, (_, one) in enumerate(said) if (name := _announced(one))]
    return next((one for one in found if not _SEVERAL.search(one[1])), (0, None))


def _announced(sentence: str) -> str | None:
    """The exercise that a sentence announces, as a script does or as somebody does who only speaks."""
    named = (one.name for one in called_in(sentence) if one.is_sure)
    return announced_in(sentence) or next(named, None)


def _deed(order: str) -> str:
    """What an order says to do, up to how long and why; empty if that is long."""
    deed = " ".join(_AMOUNT.sub("", _DEED_END.split(order.strip(" .!"))[0]).split()).strip(" ,")
    return deed if len(deed.split()) <= MOST_WORDS_OF_A_DEED else ""


def _exercise(name: str, said: list[tuple[int, str]], passage: _Passage) -> WrittenExercise:
    """The exercise of a passage that names it in its first sentence."""
    text = "\n".join(one for _, one in said)[:MOST_CHARACTERS]
    rest = [one for _, one in said[1:] if not _COUNTDOWN.fullmatch(one)]
    own = said[0][1]
    behind = own[own.index(name) + len(name) :].strip(" :,–—.!") if name in own else ""
    if len(behind.split()) > 1:
        rest.insert(0, behind[0].upper() + behind[1:])
    sides = sides_in(text)
    is_hold = True if (is_held(name) or _HELD.search(text)) and sides is not Sides.ALTERNATING else None
    length = passage.gap_s or 0.0
    return WrittenExercise(
        name,
        said[0][0],
        sets=1,
        seconds=(length, length),
        is_hold=is_hold,
        sides=sides,
        cues=sorted_cues(rest),
    )
