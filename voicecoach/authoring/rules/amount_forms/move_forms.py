"""Forms of repetitions that are called by what is done: `Squat 12 pulses`, `Lunges, 12 steps each leg`."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Groups

_ONLY_COUNTED = "counts|steps|jumps|pulses|lifts|bounces|pumps|squeezes"
"""What repetitions are called behind a name: `Squat 12 pulses`."""
_ALSO_NAMES = "kicks|punches|swings|hops|twists"
"""The same, if it is part of the name as well: `Front 10 kicks`."""
_MOVES = f"{_ONLY_COUNTED}|{_ALSO_NAMES}"
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
            rf"(?<=[a-z]\x20){_NOT_TOLD}<reps:n>(?:_(?:{_ONLY_COUNTED})|(?=_(?:{_ALSO_NAMES})\b))"
            rf"(?=(?:_(?:{_ALSO_NAMES}))? ?(?:$|[,.;(]|(?:on_|per_)?each|per))"
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
