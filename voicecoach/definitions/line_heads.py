"""What stands before the colon of a session in one line, and the settings that may follow: kind, rounds, work, rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from voicecoach.definitions.line_numbers import A_NUMBER
from voicecoach.definitions.line_parts import Part
from voicecoach.definitions.notation import NotationError, parse_length
from voicecoach.definitions.notation.spelling import in_digits
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import Place, nearest_name

Kind = SectionKind
LENGTH = r"(?:\d+:\d\d|\d+(?:[.,]\d+)?\s*(?:s|secs?|seconds?|m|mins?|minutes?|\"|')?)(?![\w/])"
"""A length of time as it is written; a bare number is one."""
_TITLES = {
    "warmup": "Warm-up",
    "cooldown": "Cool-down",
    "mainpart": "Main part",
    "main": "Main part",
    "finisher": "Finisher",
}


@dataclass(frozen=True)
class Head:
    """What is said about a group of entries; `None` is what isn't said. `scheme` is `21-15-9`.

    `label` is that of a Tabata, whose numbers hold where no others are said. `rest` is one of which isn't said
    between what, `exercise_rest` and `round_rest` are others.
    """

    kind: SectionKind | None = None
    title: str | None = None
    label: str | None = None
    rounds: int | None = None
    work: str | None = None
    work_rest: str | None = None
    rest: str | None = None
    exercise_rest: str | None = None
    round_rest: str | None = None
    every: str | None = None
    minutes: str | None = None
    cap: str | None = None
    scheme: str | None = None


def read_head(part: Part, place: Place) -> Head:
    """The head of a group. Raises DefinitionError, with the nearest form, for what isn't one."""
    head, left = _consumed(part.text)
    if left:
        word = re.findall(r"[a-z-]+", left.lower())
        if word and word[0] in _WORDS:
            raise part.refused(place, f"{left!r} doesn't go with the rest of {part.text!r}.", "Leave one of them out.")
        near = nearest_name(word[0], _WORDS) if word else None
        fix = (
            f"Did you mean {near}?" if near else "Write 3 rounds, 40/20 x 3, Tabata, EMOM 10, AMRAP 12 min or the like."
        )
        raise part.refused(place, f"{left!r} isn't understood before the colon.", fix)
    return head


def is_like_head(text: str) -> bool:
    """Whether a text is a head, or begins with a word that is a slip away from one of a head's."""
    _, left = _consumed(text)
    word = re.match(r"[a-z-]+", left.lower())
    return not left or bool(word and nearest_name(word[0], _WORDS))


def read_setting(text: str) -> Head | None:
    """A setting by itself: `rest 60 s`, `rest 90 s between rounds`, `cap 15 min`, `for time`; else `None`."""
    head, left = _consumed(text)
    return head if not left and re.search(r"\b(?:rest|cap|limit|for\s+time)\b", text, re.IGNORECASE) else None


def leading_work(text: str) -> tuple[Head, int]:
    """The work and rest with which entries may begin, `40/20`, and how many characters that takes."""
    match = re.match(rf"{_WORK_REST}\s+", text, re.IGNORECASE)
    if not match:
        return Head(), 0
    return Head(work=_seconds(match["work"]), work_rest=_seconds(match["off"])), match.end()


def begins_like_head(text: str) -> str | None:
    """The beginning of a text that would be a head if a colon followed."""
    match = re.match(
        rf"(?:{_KIND_WORDS})(?:\s+{LENGTH})?|(?:\d+|{A_NUMBER})\s*(?:rounds?|rds)(?:\s+for\s+time)?",
        text,
        re.IGNORECASE,
    )
    return match[0].strip() if match and text[match.end() : match.end() + 1] in {"", " "} else None


def head_before_of(text: str) -> int:
    """Where the head ends that `of` parts from what follows, as in `3 rounds of 10 squats`; 0 if there is none."""
    match = re.match(rf"(?:\d+|{A_NUMBER})\s*(?:rounds?|rds?)\s+of\b", text, re.IGNORECASE)
    return match.end() if match else 0


def merged(one: Head, other: Head) -> Head:
    """What is said by one, and else by the other."""
    return replace(other, **{name: value for name, value in vars(one).items() if value is not None})


def contradicted(one: Head, other: Head) -> list[str]:
    """What is said by both, and not the same: names of fields."""
    said = {name: value for name, value in vars(other).items() if value is not None}
    return [name for name, value in said.items() if vars(one)[name] is not None and not same(vars(one)[name], value)]


def same(one: object, other: object) -> bool:
    """Whether two settings are the same, lengths by how long they are: `60 s` is `1 min`."""
    if one == other:
        return True
    try:
        return parse_length(one) == parse_length(other)
    except NotationError:
        return False


def completed(head: Head) -> Head:
    """The head with the numbers of a Tabata where it is one and doesn't say others."""
    return merged(head, _TABATA) if head.label else head


_TABATA = Head(work="20 s", work_rest="10 s", rounds=8)

_WORK_REST = (
    r":?(?P<work>\d+)\s*(?:s|secs?|seconds?|\")?\s*(?:/|on\s*[,/]?|work\s*[,/]?)\s*:?(?P<off>\d+)\s*"
    r"(?:s|secs?|seconds?|\")?(?:\s*(?:off|rest)\b)?"
)
_KIND_WORDS = r"tabata|emom|e[2-9]mom|amrap|superset|circuit|intervals|hiit|straight\s+sets"
_WORDS = [
    "tabata",
    "emom",
    "amrap",
    "superset",
    "circuit",
    "intervals",
    "rounds",
    "rest",
    "warm-up",
    "cool-down",
    "cap",
    "for time",
]


_HYPHEN = re.compile(r"(?<=\d)-(s|m)(?:ecs?|econds?|ins?|inutes?)\b", re.IGNORECASE)
"""As in 10-minute."""


def _consumed(text: str) -> tuple[Head, str]:
    """What a text says as a head, and what is left of it."""
    head, left = Head(), _HYPHEN.sub(_spaced, f" {in_digits(text)} ")
    for pattern, read in _SAID:
        match = re.search(pattern, left, re.IGNORECASE)
        if match and set(contradicted(head, read(match))) <= {"kind"}:
            head = merged(read(match), head)
            left = f"{left[: match.start()]} {left[match.end() :]}"
    return head, " ".join(re.sub(r"[,()]|\b(?:of|with|in|a|the|and|min|for)\b", " ", left).split())


def _spaced(match: re.Match[str]) -> str:
    return " s" if match[1].lower() == "s" else " min"


def _rounds(match: re.Match[str]) -> Head:
    return Head(rounds=int(match["number"] or match["after"]))


def _rest(match: re.Match[str]) -> Head:
    length = _seconds(match["length"] or match["before"]) if match["length"] or match["before"] else "0 s"
    what = (match["between"] or "").lower()
    if what.startswith("round"):
        return Head(round_rest=length)
    return Head(exercise_rest=length) if what else Head(rest=length)


def _seconds(text: str) -> str:
    """A length with its unit; a bare number is seconds."""
    text = text.strip().replace('"', " s").replace("'", " min")
    return f"{text} s" if re.fullmatch(r"\d+(?:[.,]\d+)?", text) else text


def _minutes(text: str) -> str:
    """A length with its unit; a bare number is minutes."""
    text = text.strip()
    return f"{text} min" if re.fullmatch(r"\d+(?:[.,]\d+)?", text) else _seconds(text)


def _title(match: re.Match[str]) -> Head:
    return Head(title=_TITLES[re.sub(r"[\s-]", "", match[1].lower())])


_REST_OF = r"(?:\s+(?:between|after)\s+(?:each\s+|every\s+|the\s+)?(?P<between>rounds?|exercises?|sets?))?"
_SAID = (
    (r"\bfor\s+time\b", lambda _: Head(kind=Kind.FOR_TIME)),
    (r"\b(warm-?\s?up|cool-?\s?down|main\s+part|main|finisher)\b", _title),
    (rf"\b(?:time\s+)?(?:cap|limit)\s+(?P<length>{LENGTH})", lambda match: Head(cap=_minutes(match["length"]))),
    (rf"(?P<length>{LENGTH})\s+(?:time\s+)?(?:cap|limit)\b", lambda match: Head(cap=_minutes(match["length"]))),
    (rf"(?:\bno\s+rest\b|\brest:?\s+(?P<length>{LENGTH})|(?P<before>{LENGTH})\s+rest\b){_REST_OF}", _rest),
    (rf"(?:\bno\s+rest\b|\brest:?\s+(?P<length>{LENGTH})|(?P<before>{LENGTH})\s+rest\b){_REST_OF}", _rest),
    (r"\bstraight\s+sets\b", lambda _: Head(kind=Kind.STRAIGHT_SETS)),
    (r"\btabata\b", lambda _: Head(kind=Kind.INTERVALS, label="Tabata")),
    (r"\be([2-9])mom\b", lambda match: Head(kind=Kind.EMOM, every=f"{match[1]} min")),
    (r"\bemom\b|\bevery\s+minute\s+on\s+the\s+minute\b", lambda _: Head(kind=Kind.EMOM)),
    (rf"\bevery\s+(?P<length>{LENGTH})", lambda match: Head(kind=Kind.EMOM, every=_seconds(match["length"]))),
    (r"\bamrap\b", lambda _: Head(kind=Kind.AMRAP)),
    (r"\bsuperset\b", lambda _: Head(kind=Kind.SUPERSET)),
    (r"\bcircuit\b", lambda _: Head(kind=Kind.CIRCUIT)),
    (r"\b(?:hiit|intervals)\b", lambda _: Head(kind=Kind.INTERVALS)),
    (r"(?<![\d-])(\d+(?:-\d+){2,})(?![\d-])", lambda match: Head(scheme=match[1])),
    (_WORK_REST, lambda match: Head(work=_seconds(match["work"]), work_rest=_seconds(match["off"]))),
    (r"\b(?P<number>\d+)\s*(?:rounds?|rds?|x|×|times)(?!\w)|(?:rounds?:?|x|×)\s*(?P<after>\d+)\b", _rounds),
    (rf"(?<![\w/])(?P<length>{LENGTH})", lambda match: Head(minutes=match["length"].strip())),
)
"""What may be said in a head, in the order in which it is looked for."""
