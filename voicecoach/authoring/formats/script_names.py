"""How a script that is read aloud says which exercise comes, on which side it is done, and that one changes over."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.sentence_words import IMPERATIVE
from voicecoach.authoring.rules.prose.clauses import is_place
from voicecoach.counted import sentence_case
from voicecoach.definitions.model import Sides

_ORDINALS = "first|next|last|final|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_MOVES = "exercise|move|movement|pose|stretch|station|drill"
_NUMBERED = rf"(?:{_MOVES}|number)\s+(?:\d{{1,2}}|one|two|three|four|five|six|seven|eight)"
_IS = "(?:(?:that )?(?:we have |we.ll do )?is(?: called)?|will be|we have|comes)"
_ARTICLE = r"(?:the\s+|an?\s+|our\s+|some\s+)?"
_NAME = r"(?P<name>[^.!?:,]{2,60})"
_WE = r"we(?:[’'](?:ll|re)|\s+will|\s+are)\s+(?:(?:now|then|going to)\s+)?"
_DEED = "(?:do|be|start|begin|finish|end|try|work|stretch|hold|move|go|use|need|take|repeat)"
_ANNOUNCED = (
    # First exercise: Cat cow.   Next up, plank.   Exercise 3 - Squats.
    re.compile(
        rf"^(?:(?:our|the|your|and|up)\s+)*(?:{_ORDINALS}|{_NUMBERED})"
        rf"(?:\s+(?:up|one|{_MOVES})(?:\s+{_IS})?\s*[:,–—-]*|\s+{_IS}|\s*[:–—-])"
        rf"\s+{_ARTICLE}{_NAME}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:and )?(?:finally|lastly|up next|coming up(?: next)?)(?:\s*[:,–—-]+|\s+{_IS})\s+{_ARTICLE}"
        r"(?P<name>[^.!?:,]{2,40})[.!:]?$",
        re.IGNORECASE,
    ),
    re.compile(rf"^{_NUMBERED}\s*[:,–—-]+\s+{_NAME}", re.IGNORECASE),
    # Now for lunges.   Moving on to the plank.   Let's do push-ups.
    re.compile(
        r"^(?:(?:now|okay|ok|and|so|next|then)[, ]+)*(?:"
        r"(?:(?:we[’']re\s+)?(?:moving|going|on)\s+(?:on\s+|over\s+)?|(?:we[’']ll\s+)?move on\s+)"
        rf"(?:in)?to(?!\s+{_DEED}\b)|"
        r"(?:now|time)\s+for|"
        r"let[’']s\s+(?:do|try|(?:start|begin|finish|end|go on) with|move (?:on )?(?:in)?to)|"
        rf"{_WE}(?:do(?:ing)?|try(?:ing)?|go(?:ing)? into|"
        r"(?:start|begin|finish|end|continu|carry on)(?:n?ing|e)? with))\s+"
        rf"{_ARTICLE}{_NAME}",
        re.IGNORECASE,
    ),
    # We stretch the calves next with a wall lean.
    re.compile(rf"^[^.!?:]{{3,60}}?\b(?:next|now|then),?\s+with\s+(?:an?|the|some)\s+{_NAME}[.!]?$", re.IGNORECASE),
    # Stand up for the Side Bend.
    re.compile(
        r"^(?i:stand|sit|lie|come|get|roll|kneel)\b[a-z ]{0,24}?\bfor\s+(?:the\s+|our\s+|a\s+)?"
        r"(?P<name>[A-Z][^.!?:,]{2,40})[.!:]?$"
    ),
    # # Plank   or   Plank:
    re.compile(r"^#{1,4}\s+(?P<name>.{2,60})$"),
    re.compile(r"^(?P<name>[A-Z][\w'’ -]{2,40}):$"),
)
"""The ways to announce an exercise, the plainest first."""
_ORDERED = re.compile(
    r"^(?:now\s+|then\s+|next,?\s+)?(?:start|begin|sit|stand|lie|kneel|come|get|roll|move|go|step|find|take)\b"
    r"[^.!?:]{0,50}?(?:\b(?:perform|do|try|practi[sc]e)\s+(?:an?|the|your|some)|\b(?:in)?to\s+(?:an?|the|your)?)\s+"
    rf"{_NAME}",
    re.IGNORECASE,
)
"""How one is told to do an exercise that nobody announced: `Sit down and do a seated twist with ...`."""
_BEHIND_NAME = re.compile(
    r"\s+(?:(?:with|on|from|using|keeping)\s+(?:your|my|the|one|both|left|right)\b|for\s+\d|by\s+\w+ing\b"
    r"|(?:and|then|so|as|where|while|until|now)\b(?=\s+\w+\s+(?:your|the|for|in|on|up|down|to)\b)).*$",
    re.IGNORECASE,
)
"""What stands behind a name and says how it is done."""
_COUNT = re.compile(r"^\d{1,2}\s+(?=[^\W\d_]\w+s$)")
_PLACED = re.compile(
    r"^(?:now\s+|then\s+)?(?P<deed>stand|sit|lie|kneel|get|come|roll|turn|place|find|lean|start|begin|rest|bring)\b",
    re.IGNORECASE,
)
_FELT = re.compile(r"\bfeel (?:the|a|this) (?:\w+ )?stretch (?:right )?in (?:your|the) (?P<where>\w+)", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.!?:]|\s(?:and|so|then|until|while)\s")
_ONCE_MORE = re.compile(r"\b(?:again|once more|one more|another|same|shake|breathe?|relax|breath)\b", re.IGNORECASE)
REST = re.compile(
    r"\b(?:rest(?! (?:your|the|it|one)\b)|recover|take a break|catch your breath|have a break|sip)\b", re.IGNORECASE
)
"""What is said before a silence in which nobody works."""
_CHANGE = re.compile(
    r"\b(?:switch|swap|change)\b|\b(?:other|opposite|second) (?:side|leg|(?:fore)?arm|foot|hand|knee|hip|heel|elbow)\b",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\b(?P<side>left|right)\b", re.IGNORECASE)
_SIDES: tuple[tuple[Sides, re.Pattern[str]], ...] = (
    # one half of the gap a side
    (
        Sides.EACH,
        re.compile(
            r"\b(?:switch|change|swap)\b[^.]{0,80}\bhalf-?\s?way\b|\bhalf-?\s?way\b[^.]{0,80}\b(?:switch|change)\b",
            re.IGNORECASE,
        ),
    ),
    # a side in turn
    (
        Sides.ALTERNATING,
        re.compile(r"\balternat\w+\b|\bswitch\b.*\bswitch\b.*\bswitch\b|\bside to side\b$", re.IGNORECASE | re.DOTALL),
    ),
    (
        Sides.EACH,
        re.compile(r"\b(?:each|both) (?:sides?|legs?|arms?)\b|\bswitch sides\b|\bthen the other\b", re.IGNORECASE),
    ),
)
MOST_WORDS_CALLED, LEAST_WORDS_PLACED = 5, 12
"""So much is said at least of where one is before what nobody has named."""


def announced_in(sentence: str) -> str | None:
    """The exercise that a sentence leads over to, by its name."""
    for announced in _ANNOUNCED:
        if found := announced.match(sentence.strip()):
            name = _COUNT.sub("", found["name"].strip(" -–—*_"))
            return None if name[:1].isdecimal() and not ends_with_movement(name) else name
    return None


def ordered_in(sentence: str) -> str | None:
    """The exercise that a sentence tells to do, if it is called as exercises are."""
    found = _ORDERED.match(sentence.strip())
    name = bare_name(found["name"]) if found else ""
    return name if ends_with_movement(name) else None


def called_in(sentence: str) -> str | None:
    """The exercise that a sentence begins with, where that is all it has but for how it is done: `Wall sit, hold`."""
    name = bare_name(re.split(r"[,;.!?:–—]", sentence.strip())[0])
    is_short = len(name.split()) <= MOST_WORDS_CALLED and name[:1].isupper()
    is_order = is_place(name) or IMPERATIVE.fullmatch(name)
    is_name = is_short and ends_with_movement(name) and reads_as_name(name) and not is_order
    is_more = _ONCE_MORE.search(sentence) or REST.search(sentence) or changes_side(sentence)
    return name if is_name and not is_more else None


def bare_name(name: str) -> str:
    """A name without what is said behind it of how it is done: `twist with your left leg up`."""
    return _BEHIND_NAME.sub("", name).strip(" -–—*_")


def placed_in(text: str) -> str | None:
    """What an exercise may be called that has no name, where a text tells at length how one gets into place for it."""
    found = _PLACED.match(text)
    if not found or len(text.split()) < LEAST_WORDS_PLACED or _ONCE_MORE.search(text):
        return None
    felt = _FELT.search(text)
    name = f"{felt['where']} stretch" if felt else _CLAUSE.split(text[found.start("deed") :])[0].strip()
    return sentence_case(name)


def changes_side(text: str) -> bool:
    """Whether a text says that one changes over to the other side."""
    return bool(_CHANGE.search(text))


def side_in(text: str) -> str | None:
    """The side that a text names first, `left` or `right`."""
    found = _SIDE.search(text)
    return found["side"].lower() if found else None


def sides_in(text: str) -> Sides | None:
    """The sides on which a text says that something is done."""
    return next((side for side, words in _SIDES if words.search(text)), None)
