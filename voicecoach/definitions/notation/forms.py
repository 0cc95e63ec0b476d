"""Everything that can be said in a prescription, and the ways of writing it: the table to extend.

Where several ways fit at one place, the longest is meant. `patterns` tells how they are written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from voicecoach.definitions.notation.patterns import Pattern, key_of, pattern
from voicecoach.definitions.notation.quantities import UNITS, Span
from voicecoach.definitions.notation.tokens import END, Token, joined, word_set


class Says(Enum):
    """What a part of a prescription says."""

    SETS = "sets"
    MORE_SETS = "sets beside the first"  # repeat twice more: three in all
    AMOUNT = "an amount"
    AMOUNT_AND_SETS = "an amount and its sets"
    SETS_AND_AMOUNT = "sets and their amount"
    SETS_AMOUNT_LOAD = "sets, an amount and its load"
    TIMES = "times"  # repetitions, or sets of another amount
    CHAIN = "an amount for each set"
    OPEN = "as many as possible, in a time if there is one"
    LEAST = "so many and more"
    WORK = "a time of work"
    REST = "a rest"
    NO_REST = "no rest"
    INTERVALS = "seconds of work, seconds of rest, and how often"
    HOLD = "a hold"  # the amount, or what is added to the repetitions
    PAUSE = "a pause in each repetition"
    TEMPO = "a tempo"
    SIDE = "for each side"
    LOAD = "a load"
    LOADS = "a load and its goal"
    EFFORT = "an RPE"
    GOAL = "the goal of the amount"
    LOAD_GOAL = "the goal of the load"
    EFFORT_GOAL = "the goal of the RPE"
    WEEKS = "the weeks of the progression"
    UNKNOWN = "nothing that is known"


_IS = "[:|=|of|for|is]"
_BETWEEN = "in|between|after|per|each [between] [all|each|every|the] SETS"
_IN_EACH_REP = "[at|in [the] top|bottom|end|middle] [[of|on|in] each|every|per REPS]"
_AT = "[@|at|with|using|x|load|weight|intensity] [:|=|of] [a]"
_ONE_CAN = "possible|able|you|one|they [can]"
_IN_TIME = "[in|for|within TIME]"

FORMS: dict[Says, tuple[str, ...]] = {
    Says.SETS: (
        "NUMBERS x|by",
        "NUMBERS SETS [:|x|by]",
        "SETS [:|=] LABELLED",
        "x|by NUMBERS [SETS|times]",
        "repeat|repeated|repeats [for|x|:] NUMBERS [times|SETS]",
    ),
    Says.MORE_SETS: ("repeat|repeated|repeats NUMBERS [times|SETS] more [times|SETS]",),
    Says.AMOUNT: ("AMOUNT", "REPS [:|=] AMOUNT !x|by", "[for] up to AMOUNT", "x TIME", f"time|duration {_IS} LENGTH"),
    Says.AMOUNT_AND_SETS: ("AMOUNT x|by NUMBERS SETS",),
    Says.SETS_AND_AMOUNT: ("hold|holding [:|for] NUMBERS [SETS] x|by|of TIME",),
    Says.SETS_AMOUNT_LOAD: ("NUMBERS [SETS] x|of NUMBERS x|by WEIGHT",),
    Says.TIMES: ("NUMBERS times",),
    Says.CHAIN: ("CHAIN",),
    Says.OPEN: (
        f"max|maximum [REPS] {_IN_TIME}",
        "amrap [REPS] [:] [in|for|within] [TIME !REST]",
        "TIME amrap",
        f"[to|till|until] failure|exhaustion {_IN_TIME}",
        f"as many [good|clean] [REPS|ones] as {_ONE_CAN} {_IN_TIME}",
    ),
    Says.LEAST: (
        f"COUNT + !NUMBER [REPS] {_IN_TIME}",
        f"at least COUNT {_IN_TIME}",
        f"COUNT or more [REPS] {_IN_TIME}",
    ),
    Says.WORK: ("LENGTH [of] on|work !each|every|either|per|both|the|left|right", "on|work [:|for] LENGTH"),
    Says.REST: (
        f"REST|off [period|time|interval] {_IS} LENGTH [{_BETWEEN}]",
        f"REST [period|time|interval] {_BETWEEN} {_IS} LENGTH",
        f"[a] TIME [of] REST [period|time|interval] !LENGTH_OF_ITS_OWN [{_BETWEEN}]",
        "LENGTH off",
        f"TIME [pause] {_BETWEEN}",
        f"pause {_IS} LENGTH {_BETWEEN}",
    ),
    Says.NO_REST: (f"no|without [a] REST [{_BETWEEN}]",),
    Says.INTERVALS: ("NUMBER / NUMBER x NUMBERS [SETS|times]", "NUMBER / NUMBER [for|,] NUMBERS SETS|times"),
    Says.HOLD: (
        f"[a] TIME [isometric|static] hold|holds !LENGTH_OF_ITS_OWN {_IN_EACH_REP}",
        f"hold|holds|holding [each|every REPS] {_IS} [up to] LENGTH {_IN_EACH_REP}",
    ),
    Says.PAUSE: (
        f"[a] TIME pause|squeeze !LENGTH_OF_ITS_OWN {_IN_EACH_REP}",
        f"pause|squeeze [each|every REPS] {_IS} LENGTH {_IN_EACH_REP}",
        "TIME REST between|after [each|every] REPS",
    ),
    Says.TEMPO: ("TEMPO",),
    Says.SIDE: (
        "[on|for|to] each|ea [LIMB] [:]",
        "[on|for|to] every|either|per|/ LIMB [:]",
        "a LIMB",
        "e / s",
        "[on|for|to] both sides",
        "[on|for] [the] l|left and|&|plus|/ [the] r|right [LIMB]",
        "[on|for] [the] r|right and|&|plus|/ [the] l|left [LIMB]",
    ),
    Says.LOAD: (f"{_AT} WEIGHT [[of] [your|the] 1 rm] [[of] [your|the] max|rm]",),
    Says.LOADS: (f"{_AT} NUMBER ->|to WEIGHT",),
    Says.EFFORT: (f"{_AT} rpe [:|=|of] NUMBERS", "@ NUMBERS rpe !NUMBER"),
    Says.GOAL: ("->|to AMOUNT", "build|builds|building [up] to AMOUNT"),
    Says.LOAD_GOAL: ("->|to WEIGHT",),
    Says.EFFORT_GOAL: ("->|to rpe NUMBER",),
    Says.WEEKS: ("over|in|within|for [the] [next] NUMBER WEEKS",),
}
"""What can be said, and how."""

_RIR = "repetitions in reserve aren't known here. Write RPE 8 for two of them."
_TEMPO = "a tempo has four numbers of seconds. Write @3-1-1-0."
REFUSED: dict[str, str] = {
    "@ NUMBERS": "{0.text} can be an effort, a load or half a tempo. Write @ RPE {0.text}, @ {0.text} kg or @3-1-1-0.",
    "@ CHAIN": _TEMPO,
    "@ NUMBER -|:|/ NUMBER": _TEMPO,
    f"{_AT} WEIGHT each|ea !LIMB": "{0.text} in each hand, or on each side? Write each side @ {0.text}, or @ {0.text}.",
    f"{_AT} WEIGHT [in] each|per|a|/ hand|hands|dumbbell": "a load is all that is lifted. Write @ {0.text} alone.",
    "[@] NUMBERS rir": _RIR,
    "[@] rir NUMBERS": _RIR,
    "alternating|alternate|alternately [LIMB]": "alternating is how an exercise is done: its sides. Leave it out.",
    "[in] total|altogether": "a total doesn't say how it is shared out. Write how much each side does: 10 each side.",
    "[with] bodyweight|bw": "without a load it is bodyweight anyway. Leave it out.",
    "NUMBERS yd|yard|yards|mile|miles|mi|ft|feet|foot": "distances are in metres. Write 100 m or 1.5 km.",
    "TIME REST NUMBER x|by": "is {0.text} the rest, or what is behind it? Put a comma between the work and the rest.",
    "between|after [the] exercise|exercises": "a rest between exercises is the section's. Write it there: rest: 60 s.",
    "between|after [the] sides": "the time between the sides is the session's. Write it there: change: 8 s.",
    "WEIGHT x NUMBER x NUMBER": "sets of repetitions, or the other way round? Write {1.text}x{2.text} @ {0.text}, or"
    " {2.text}x{1.text} @ {0.text}.",
    "NUMBER x [(] NUMBER +|plus NUMBER": "{1.text}+{2.text} isn't one amount. Write {0.text}x{1.text} each side, or an"
    " entry for each.",
    "NUMBER x|by x|by NUMBER": "one x is enough. Write {0.text}x{1.text}.",
    "NUMBER + SETS|x|by": "{0.text} or more sets leave a choice. Write {0.text}x10, or {0.text}x5+ for open sets.",
    f"REST {_IS} DISTANCE": "{0.text} is metres. Write rest {0.digits} min if minutes are meant.",
    "DISTANCE REST !LENGTH": "{0.text} is metres. Write rest {0.digits} min if minutes are meant.",
    "emom": "an EMOM is a kind of section. Write kind: emom there, and one interval's amount here.",
    "tabata": "Tabata is 20 s of work and 10 s of rest. Write 20/10 x 8.",
}
"""What is known, but can't be taken as it is, and what to write."""

_PATTERNS: tuple[tuple[Says, str, Pattern], ...] = (
    *((Says.UNKNOWN, why, pattern(source)) for source, why in REFUSED.items()),
    *((says, "", pattern(source)) for says, sources in FORMS.items() for source in sources),
)
_BY_START = {
    start: tuple(one for one in _PATTERNS if start in one[2].starts)
    for start in frozenset[str]().union(*(form.starts for _, _, form in _PATTERNS))
}
_PUNCTUATION = word_set(", ; / ( ) [ ] | –")
_CONNECTIVES = word_set("and with then at for of from do perform complete using &")
_BEFORE_ALL = word_set("( [") | _CONNECTIVES
_AFTER_ALL = word_set(", ; ) ]")


@dataclass(frozen=True)
class Part:
    """One thing that is said: its numbers, how it was written, and what stood between it and the part before.

    `why` says what to write instead where it can't be taken.
    """

    says: Says
    spans: tuple[Span, ...]
    text: str
    joint: tuple[str, ...] = ()
    why: str = ""


def known_words() -> frozenset[str]:
    """Every word that some form has, and the units."""
    return frozenset(UNITS).union(*(form.words for _, _, form in _PATTERNS))


def parts(words: tuple[Token, ...]) -> tuple[Part, ...]:
    """What `words` say, part by part; words that aren't understood are parts as well."""
    found: list[Part] = []
    at = 0
    while words[at] is not END:
        start, part, end = at, *_part(words, at)
        while part.says is Says.UNKNOWN and not part.why and _is_joint(words[at].text, is_first=not found):
            at += 1
            part, end = _part(words, at)
        joint = tuple(word.text for word in words[start:at])
        if words[at] is END and _AFTER_ALL.issuperset(joint):
            break
        found.append(Part(part.says, part.spans, part.text or joined(words[start:]), joint, part.why))
        at = end
    return tuple(found)


def _is_joint(text: str, *, is_first: bool) -> bool:
    return text in (_BEFORE_ALL if is_first else _PUNCTUATION | _CONNECTIVES)


def _part(words: tuple[Token, ...], at: int) -> tuple[Part, int]:
    """The longest that is understood at `at`, and its end; else one unknown word."""
    best = Part(Says.UNKNOWN, (), words[at].text)
    best_end = at
    for says, why, form in _BY_START.get(key_of(words[at]), ()):
        for spans, end in form.find(words, at):
            if end > best_end:
                text = joined(words[at:end])
                best, best_end = Part(says, spans, text, why=why.format(*spans)), end
    return best, max(best_end, min(at + 1, len(words) - 1))
