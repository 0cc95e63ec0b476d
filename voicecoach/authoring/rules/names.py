"""The exercise's name in a line: what is left when amounts, labels, asides and lead-ins are taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voicecoach.authoring.rules.facts import Facts
from voicecoach.authoring.rules.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.parts import BREAK, Parts
from voicecoach.authoring.rules.section_words import SECTION
from voicecoach.authoring.rules.sentence_words import AND_YET_NAMES, IMPERATIVE, SENTENCE
from voicecoach.authoring.rules.words import EFFORT, WITH_THING

MOST_WORDS = 8
MOST_WORDS_OF_AN_ASIDE = 3
_LABEL = re.compile(
    r"\s*(?:(?:exercise|ex|movement|move|station|minute|min|odd(?:\s+min(?:ute)?s?)?|even(?:\s+min(?:ute)?s?)?|step|drill|pose|stretch|interval|no\.?|nr\.?|\#)(?:\s*\d{1,2}|\s+[a-z]\b)\s*[:.)–—-]+\s*"
    r"|(?:odd|even)s?(?:\s+min(?:ute)?s?)?\s*[:.)–—-]+\s*"
    r"|(?:exercise|ex|station|move|minute|min)\s*\d{1,2}\s+(?=[A-Za-z])|\(?[A-Za-z]\d?[.):]\s+|[A-H]\d\s*[-–:.)]?\s+|\d{1,2}\s*[.)]\s*(?=\D)|(?-i:\d{1,2}(?=[A-Z][a-z]))|\#?\d{1,2}\s*[:–—-]\s+(?=[A-Za-z])|[-*•+>]\s+)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\s*(?!ins?\s+and\s+outs?\b)(?:(?:ok(?:ay)?|oh|at\s+the\s+end|to\s+finish|so|and|then|now|next(?:\s+up)?(?:\s+is|\s+are)?|first\s+up|(?:was|were)(?=\s+(?:the|an?|\d)\b)|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|after\s+that|followed\s+by|plus|also|or|into|straight\s+into|(?:straight|right|over|on)(?:\s+(?:over|on|across))?\s+to|on(?=\s+(?:an?\s|the\s)?(?:[\w-]+\s+)?(?:machine|bike|rower|treadmill|elliptical|erg|cross[ -]?trainer|stepper)\b)|mov(?:e|ed|ing)\s+on\s+to|went\s+(?:on\s+to|for|through)|held(?=\s+(?:an?|the)\b)|onto|is|it's|we|you|i|they|he|she|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:the\s+)?(?:group|class|children|kids|everyone|everybody|lads)(?=\s+(?:did|do|then|all)\b)|let's|i'll|we'll|you'll|will|want|please|just|maybe|about|some|more|another"
    r"|(?:pair|set|couple)\s+of\s+[\w-]+\s+(?:for|and\s+do)|go|going|try|aim|shoot|repeat|from|by"
    r"|do(?:ing)?|did|perform(?:ing|ed)?|completed?|completing|execute|start(?:ing|ed)?(?:\s+(?:off|out|with|by))*|beg(?:in(?:ning)?|an)(?:\s+(?:with|by))?|finish(?:ing|ed)?(?:\s+(?:off|up|with|on|by))*|end(?:ing|ed)?\s+(?:with|on)|after\s+(?:that|\w+)\s+(?:came|it\s+was|we\s+did|i\s+did)|came|spend(?:ing)?|got|add|include|hit|knock\s+out|crank\s+out|bang\s+out|grab|take|have|get|of|for|with|at|(?-i:x)|a|an|the|your|my|each|in|per|sets?|reps?|rounds?|times?|minutes?|hold(?:ing)?(?=\s+(?:a|an|the|your|\w+\s+plank|plank)\b)|between|them|those|these|that's|ll)\b(?![-'’])[\s,:]*|[\s,:;.)\]&+/|–—~=-]+)+",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?<![\s,:;.(\[&+/|–—~=@-])(?:(?:(?<![-\w])(?:of|for|x|at|and|then|with|holding|using|wearing|to|do|by|per|the|a|an|or|from|after|before|during|(?<!step\s)on|is|are|your|but|plus|repeat|about|around|approx|both|each|between|w|(?<!quad\s)(?<!glute\s)sets?|reps?|tempo|in\s+total|total))|[\s,:;.(\[&+/|–—~=@-])+$",
    re.IGNORECASE,
)
_END = 200
"""So much of a long text is looked at for words that no name ends with, again and again: of more, it would take long."""
_SPLIT = re.compile(r"\s+[-–—|]+\s+|[:;]\s+|[:;]$|\s*[–—|]\s*|\.\s+|\.$|,\s+(?=\w)|\s+\+\s+|\s//?\s")
_AT_A = re.compile(
    r"\s+or\s+(?:cross[ -]?train(?:ing)?|(?:a\s+)?(?:rest|day off)(?:\s+day)?)\b.*$|\s+(?:before|after)\s+(?:you|your|the|each|every|that)\b.*$|\s+at\s+(?:an?\s|the\s|your\s|level|incline|speed|\d).*$|\s+(?:including|until|so that|just to|while|whilst|as if|to (?:warm|get|loosen|work|help|build|activate|wake|open|improve|strengthen))\s.*$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f\u20e3]")
_ADJECTIVE = re.compile(
    r"\b(brisk|easy|slow|steady|light|gentle|hard|fast|static|forearm|side|high|low|front|reverse|walking|quick|long|easy-paced|moderate|wall)$",
    re.IGNORECASE,
)
"""Stands before a number in the middle of a name: `a brisk 5-minute walk`."""
_JOINED = "\2+\2"
"""A sign in a remark that parts no names there: `Planks (front + side)`."""
_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")


@dataclass(frozen=True)
class Name:
    """The name as written, `""` if there is none, what else was said, and what it is done with."""

    text: str
    others: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_distance: bool = False

    @property
    def is_likely(self) -> bool:
        """Whether it reads as a name rather than as a sentence."""
        return reads_as_name(self.text)


_OF_YOURS = re.compile(
    r"\s(?:on|over|behind|against|above|with|to|from|between|under)\s(?:your|the)\s\w+", re.IGNORECASE
)


def reads_as_name(text: str) -> bool:
    """Whether a text is short and has no words of a sentence."""
    words = text.split()
    if (
        not 1 <= len(words) <= MOST_WORDS
        or not re.search(r"[^\W\d_]{2}", text)
        or re.search(r"[?!]|\.\s|[a-z]\.$", text)
    ):
        return False
    if SENTENCE.search(_OF_YOURS.sub("", text)):
        return False
    return not is_told(text)


def is_told(text: str) -> bool:
    """Whether it begins as an order, and is none of the names that do."""
    found = IMPERATIVE.match(text.strip())
    if not found or AND_YET_NAMES.match(text.strip()):
        return False
    return not (ends_with_movement(text) and len(text.split()) <= 3)  # noqa: PLR2004 - such as `pull aparts`, `reach press`


def unlabelled(text: str) -> str:
    """Without the letter or number that counts it."""
    return text[found.end() :] if (found := _LABEL.match(text)) and text[found.end() :].strip() else text


def without_remark(text: str) -> str:
    """A text without what stands in brackets behind an exercise's name, however much of it others are called."""
    head, bracket, _ = text.partition("(")
    return head if bracket and has_movement(head) else text


def named(parts: Parts, facts: Facts) -> Name:
    """The name in a line; `6 x 400 m` is called by its distance."""
    name = name_in(parts.rest)
    if facts.seconds and not has_movement(name.text) and (effort := EFFORT.match(_bare(parts.rest))):
        return Name(effort[0])
    if facts.seconds and not name.text and _PERCENT.fullmatch(facts.load or ""):
        return Name(f"at {facts.load}")
    if (has_movement(name.text) and not _RECOVERY.fullmatch(name.text)) or not (facts.distance_m and facts.sets):
        return name
    text = next((value for part in parts.parts for called, value in part.found if called == "metres"), "")
    pace = next(
        (one for one in (name.text, *name.others) if _AT_PACE.search(one) and len(one.split()) <= MOST_WORDS - 2), ""
    )
    return Name(f"{text.strip()} {pace}".strip(), name.others, is_distance=True)


_PERCENT = re.compile(r"\d+ %")
"""An effort that is a share of the greatest."""


def _bare(rest: str) -> str:
    """What is left of a line, without what leads to it."""
    words = " ".join(rest.replace(BREAK, " ").split()).strip(" ,;:.()@–—-")
    return re.sub(r"^(?:then|and|now|finally|at|of)\s+|\s+(?:of|at)(?=\s)", "", words, flags=re.IGNORECASE)


_AT_PACE = re.compile(r"\b(?:pace|effort|tempo|threshold|strong|hard|fast|sprint|all out|easy|steady)\b", re.IGNORECASE)
_RECOVERY = re.compile(
    r"(?:walk|jog)(?:ging|ing)?(?: back)?(?: (?:recovery|rest|down))?|recover(?:y|ies)|.*\bpace\b.*", re.IGNORECASE
)


def name_in(rest: str) -> Name:
    """The name in what is left of a line, in which a `BREAK` stands for each of its parts."""
    rest = _MARKS.sub("", unlabelled(_MARKS.sub("", rest)))
    kept, others = list[str](), list[str]()
    for piece in rest.split(BREAK):
        for at, one in enumerate(_SPLIT.split(_without_asides(piece, others))):
            (kept if at == 0 else others).append(one)
    candidates = [clean for one in (*kept, *others) if (clean := _clean(one))]
    chosen = _chosen(candidates)
    if chosen is None:
        return Name("", tuple(candidates))
    if chosen in movements_alone(kept) and (
        before := _ADJECTIVE.search(rest.partition(chosen)[0].rstrip(BREAK + " -"))
    ):
        return Name(
            f"{before[1]} {chosen}",
            tuple(one for one in candidates if one is not chosen and not one.endswith(before[1])),
        )
    text, needs = _needs(_AT_A.sub("", chosen))
    left = [one for one in candidates if one is not chosen]
    return Name(text, (*left, *([chosen[len(text) :].strip()] if _AT_A.search(chosen) else [])), needs)


def movements_alone(candidates: list[str]) -> set[str]:
    """Those that are one word."""
    return {clean for one in candidates if len((clean := _clean(one)).split()) == 1}


def _chosen(candidates: list[str]) -> str | None:
    """The first that reads as a name, one that exercises are called by before others."""
    likely = [one for one in candidates if reads_as_name(one)]
    movements = [one for one in likely if has_movement(one)]
    if movements:
        return movements[0]
    own = [one for one in likely if EFFORT.match(one) or not SECTION.fullmatch(one)]
    return next(iter(own or likely or candidates), None)


def _without_asides(piece: str, others: list[str]) -> str:
    """The piece; what stands in brackets and is longer than a name's remark goes to `others`."""

    def kept(match: re.Match[str]) -> str:
        words = match[1].split()
        if 1 <= len(words) <= MOST_WORDS_OF_AN_ASIDE and not re.search(
            r"optional|total|slow|time|each|or\b|\d|^(?:long|easy|recovery|tempo|hard|key) (?:run|ride|swim|day)$",
            match[1].lower(),
        ):
            return match[0].replace(" + ", _JOINED)
        others.append(match[1])
        return " | " if match.end() < len(piece) and match.start() else ""

    return _ASIDE.sub(kept, piece)


def _clean(text: str) -> str:
    before = None
    while before != text:
        before = text
        lead = _LEAD.match(text)
        if lead and re.search(r"[^\W\d_]", text[lead.end() :]):
            text = text[lead.end() :]
        text = (text[:-_END] + _TRAIL.sub("", text[-_END:])).strip(" \t,;:.]\"“”'!")
        if re.fullmatch(r"\([^()]*\)", text):
            text = text[1:-1]
        if text.endswith(")") and text.count(")") > text.count("("):
            text = text[:-1]
        if text.count("(") > text.count(")"):
            text = text.replace("(", "", 1) if text.startswith("(") else text.partition("(")[0].strip()
    if text.count(")") != text.count("("):
        text = text.replace("(", " ").replace(")", " ").strip()
    return " ".join(text.replace(_JOINED, " + ").split()) if re.search(r"[^\W\d_]{2}", text) else ""


def _needs(name: str) -> tuple[str, tuple[str, ...]]:
    found = WITH_THING.search(name)
    if not found or not name[: found.start()].strip():
        return name.strip(), ()
    things = re.split(r"\s+or\s+(?:a\s+)?", found[1].strip())
    return name[: found.start()].strip(), tuple(re.sub(r"^(?:an?|the|your)\s+", "", one) for one in things)
