"""Forms of repetitions that are called by what is done: `Squat 12 pulses`, `Lunges, 12 steps each leg`."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Groups

_MOVES = (
    "pulses|taps|kicks|circles|counts|punches|touches|claps|swings|squeezes|flutters|bounces|pumps|nods|steps|jumps|hops"
    "|crosses|rocks|rolls|twists|lifts|bends|throws"
)
"""What repetitions are called behind a name: `Squat 12 pulses`."""
_BEFORE_WHAT_IS_DONE = (
    "do", "does", "did", "perform", "complete", "try", "get", "take", "add", "finish", "make", "go", "walk",
    "in", "then", "and", "or", "plus", "with", "another", "next", "first", "last", "final", "of", "for", "to",
    "by", "at", "the", "a", "these", "those", "my", "your", "our", "only", "about", "all", "every", "each",
    "are", "is", "after", "least", "most", "hold",
)  # fmt: skip
_NOT_TOLD = "".join(rf"(?<!\b{one}\x20)" for one in _BEFORE_WHAT_IS_DONE)
"""What isn't ordered, but stands behind a name."""

MOVE_FORMS: Groups = (
    (_MOVES, (
        ((
            rf"(?<=[a-z]\x20){_NOT_TOLD}<reps:n>_(?:{_MOVES})"  # Squat 12 pulses
            r"(?= ?(?:$|[,.;(]|(?:on_|per_)?each|per))"
        ), {}),
    )),
    ("step|stride|pace", (
        ((
            r"(?:(?<=[:,(]\s)|(?<=[a-z)]\s-\s))<reps:n>_(?:\w+_)?(?:steps|strides|paces)\b"  # Lunges, 12 steps each leg
            r"(?= ?(?:$|[,.;)\0]|each|per))"
        ), {}),
        ((
            r"\b(?:take|walk|march|shuffle|step|go|do)_(?:(?:forwards?|sideways|back(?:wards?)?|out|for|about)_)?"
            r"(?P<reps>[5-9]|\d\d)_(?:\w+_)?(?:steps|strides|paces)\b"
            r"(?= ?(?:$|[,.;]|(?:laterally|sideways|forwards?|backwards?|to_the|each|in_each|one_way)\b|"
            r"(?:on_your|and|then)\b))"
        ), {}),
    )),
)  # fmt: skip
