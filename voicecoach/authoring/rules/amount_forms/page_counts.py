"""What a page counts that is no amount of an exercise: its figures, how long all of it takes, sums."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Traps
from voicecoach.authoring.rules.language.vocabulary import MINUTES, PICTURE

PAGE_COUNTS: Traps = (
    (
        "fig|image|picture|photo|pic|illustration|diagram",
        (
            r"\b(?:(?:as|is)_)?(?:shown|seen|see|pictured|illustrated)_(?:here_)?(?:in_)?(?:the_)?"  # shown in figure 3
            rf"{PICTURE}s?\.?_*\d{{1,3}}[a-d]?\b|\( ?{PICTURE}s?\.?_*\d{{1,3}}[a-d]? ?\)"
        ),
    ),
    (
        "in",
        (
            r"\b(?:complet(?:e|es|ed|ing)|finish(?:es|ed|ing)?|fits?(?:ting)?|done|over|through)"  # done in 45 min
            r"_(?:(?:each|every|the|this|your|a|whole|entire|full)_)*"
            r"(?:session|workout|routine|class|programme|program)?_?"
            rf"(?:in|within|in_under)_(?:about_|around_|under_|just_)*\d+(?: ?- ?\d+)?_?(?:{MINUTES}|hours?)\b"
            r"(?=_*(?:$|[.,;)]|or_less|flat))"
        ),
    ),
    (
        "total|altogether",
        r"\b(?:1[1-9]|[2-9]\d)_(?:sets|exercises|moves)_(?:(?:in|on)_total|altogether)\b",  # the sum of all
    ),
    (
        "which|that|this|making|total",  # which works out to be 300 reps
        r"\b(?:which|that|this)_(?:works_out|comes(?:_out)?|adds_up|amounts)_(?:to_be|to|at|as)_\d{2,4}_[a-z][^.;)]*",
        r"\bfor_a_(?:grand_)?total_of_\d{2,4}_rep(?:etition)?s\b",
        r"\b(?:that's|which_(?:is|makes)|making)_(?:about_)?\d{2,4}_[a-z -]{3,24}_(?:in_(?:all|total)|altogether)\b",
    ),
    ("*", r"\b\d+_(?:sets|reps|rounds|exercises) ?\* ?[(\d][^.;]*"),  # how somebody reckons: 18 sets * (40 + 50) s
    ("breathing", r"(?<=breathing\s)\(? ?\d(?:-\d){2,3} ?\)?"),  # in, hold, out, hold
)
"""These are kept as notes."""
