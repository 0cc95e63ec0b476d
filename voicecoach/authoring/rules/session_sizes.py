"""How large a session is, which is no amount of an exercise: how long it takes, sums, what it has a number of."""

from __future__ import annotations

from voicecoach.authoring.rules.form_words import Traps
from voicecoach.authoring.rules.pattern import any_of
from voicecoach.authoring.rules.vocabulary import MINUTES

_LENGTH = any_of(r"total(?:_time|_duration)?|time(?:_required|_needed)?|duration|est\.?|estimated|takes?|length")
_TAKES = any_of(
    r"lasts?|lasting|took|takes|equals?(?:_to)?|equall?ing|totall?ing|(?:should|will|can|may)_(?:only_)?take|spen[dt]"
)
_OF_A_TEXT = (
    "exercises|movements|moves|stations|stretches|poses|muscle|muscles|things|tips|reasons|ways|parts|sections"
    "|classes|phases|levels|workouts|supersets|tabatas|emoms|amraps|different"
)
"""What a text has a number of."""
_ONE = any_of("exercise|stretch|move|movement|station|drill|pose")

SESSION_SIZES: Traps = (
    (
        "total|time|duration|est|take|length",
        (
            rf"\b{_LENGTH}(?: \([^)]*\))?(?:_time|_duration)?_*(?:[:=]|of|is|about)_*(?:about_)?~? ?"
            rf"\d+(?:-\d+)?_?(?:{MINUTES}|hours?|hrs?|')(?=_*(?:$|[.,;|)]|total))"  # total time: 40 min
        ),
    ),
    (
        "last|took|take|equal|total|spen",
        (
            rf"\b{_TAKES}(?:_(?:me|you|us|for|about|around|roughly|only|just|up_to))*_"  # takes about 30 minutes
            rf"\d+(?:\.\d+)?(?: ?- ?\d+)?_?(?:{MINUTES}|hours?|hrs?|')(?![a-z])"
            r"(?!_*(?:rest|break|between|off|recover|\w+ing\b))"
        ),
    ),
    (
        "sessions|workouts|exercises|moves|stretches|drills|ways|tips",
        r"^\d+_(?:[\w-]+_){1,3}(?:sessions|workouts|exercises|moves|stretches|drills|ways|tips)\b",
        r"^\d{1,2}_drills(?=_(?:to|that|you|our|my|we|i|an?|every|before|after|for(?!_\d))\b| ?$)",
    ),
    (
        "total|altogether|all in|start|workout|session|routine|class|video|less|of your",
        (
            rf"\b\d+(?:-\d+)?[ -](?:{MINUTES}|hours?)"  # 45 minutes in total
            r"_(?:in_)?(?:total|altogether|all_in|start_to_finish|workout|session|routine|class|video|or_less|of_your)\b"
        ),
    ),
    (
        "total|altogether",
        any_of(
            r"\((?:\d+ \+ ?\d+_)?(?:\d+_)?(?:in_)?total\)",
            r"(?<!x\s)(?<!x)\b\d+(?:-\d+)?(?:_(?:reps?|minutes?|mins?|metres|m|km|miles?)(?:_[a-z]+ing)?)?"
            r"_(?:in_)?(?:total|altogether)\b(?!_*(?:rounds?|sets?|reps?)\b)",
        ),
        r"\btotal(?: distance| reps| volume)? [:=] ?\d+(?:\.\d+)?_?(?:km|m|reps|miles?|kg)?\b",
    ),
    (
        f"{_OF_A_TEXT}|these|following",
        rf"(?<!sets\sof\s)\b\d+(?:\.\d+)?(?:_to)?_?(?:-_?\d+)?_(?:{_OF_A_TEXT}|of these|of the following)\b",
    ),  # 8 exercises
    (
        "poses|moves|exercises|stretches|drills",
        r"\b\d{1,2}_(?=(?:[a-z-]+_){1,2}(?:poses|moves|exercises|stretches|drills)_(?:to|that|you|for(?!_\d))\b)",
    ),
    (
        "circuit|routine|sequence|series|flow",
        rf"\b\d{{1,2}}[ -](?={_ONE}[ -](?:circuit|routine|sequence|series|flow)\b)",
    ),
    (
        "rep",  # what one of them is
        (
            r"(?:\b(?:sides?|legs?|arms?|hands?|foot|start|position|direction)_for|\b(?:to_)?completes?|\bto_make|\bmakes"
            r"|\b(?:is|equals|counts_as|that's|that_is)| ?=)_?(?:just_|only_)?1_(?:full_|whole_)?rep(?:etition)?\b"
        ),
    ),
    ("last|first|final", r"\b(?:the_|your_)?(?:last|first|final)_\d{1,2}(?: ?- ?\d{1,2})?_reps?\b"),
)
"""These are kept as notes."""
