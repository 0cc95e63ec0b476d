"""Forms of how often all of a list is done: rounds, circuits, how often it is gone through."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import LIMBS, ROUNDS, Groups
from voicecoach.authoring.rules.language.pattern import any_of

_TURNS = r"(?:rotations?|cycles?)\b"
_ONE_WAY = any_of(
    rf"(?:in_|on_|to_)?(?:each|per|both|either|every)_{LIMBS}|(?:in_)?both_(?:directions|ways)|a_side",
    r"(?:anti|counter)?-?clockwise\b|forwards?\b|backwards?\b|(?:to_the_)?(?:left|right)\b",
)
"""Which way something is turned, which no round of several exercises is."""
_NOT_ORDERED = "".join(rf"(?<!\b{one})" for one in ("complete", "do", "repeat", "perform", "for", "of", "aim", "go"))
"""What is only ordered to be done so often is all of it: `Complete 8 cycles`."""
_WHOLE_OF_IT = (
    r"(?:(?:all_(?:of_)?)?(?:this|these|them|those)(?:_all)?|all_of_it|(?:all_of_)?the_following"
    r"|(?:all_(?:of_)?)?(?:the|this|these|those|your)_(?:(?:whole|entire|full|complete|following|above|same|[2-9]|1\d)_){0,2}"
    r"(?:lot|circuit|list|sequence|series|workout|routine|session|flow|complex|set_of_exercises|whole_thing"
    r"|exercises|moves|movements|drills|stretches|poses)(?:_(?:listed_)?(?:below|above)|_in_(?:order|turn|sequence))?)"
)
"""All of a list: `these exercises`, `the whole circuit`."""
_NOT_OFTEN = (
    r"(?!_(?:each|every|a|per|this|over|on|with|in|for|then|more)\b|_(?:weekly|daily)\b"
    r"|,?_(?:with_)?\d+ ?(?:reps|repetitions|s\b|sec))"
)
"""Behind how often something is done: it is of one session, and of all of it."""

ROUND_FORMS: Groups = (
    ("rotation|cycle", (
        (rf"\b<reps:n>_(?:\w+_)?{_TURNS}(?=[_(,]+{_ONE_WAY})", {}),  # 10 rotations each way
        ((
            rf"{_NOT_ORDERED}(?<=[a-z)]) ?(?:[-:,(]_?|x_?)?(?<![\d.])(?P<reps>[6-9]|[1-9]\d)_{_TURNS}(?!_of_the)"
        ), {}),  # Arm circles: 12 rotations
    )),
    ("round|rd|circuit|lap|through|rotation|cycle", (
        (rf"\b<rounds:n> ?(?:x_?)?(?:(?:full|complete|whole|total)_)?{ROUNDS}", {}),
    )),
    ("sets", (
        ((
            r"^(?P<rounds>\d{1,2})_(?!quad|ham|glut|working|warm|work|total|more|easy|hard)"
            r"[a-z]+_sets ?:? ?$"  # 3 big sets:
        ), {}),
    )),
    ("round|through|do|complete|perform", (
        ((
            r"\b(?:go|going|went|get|run|cycle|work|rotate|move|(?:work|make)_your_way)_(?:(?:a)?round|through)_"
            rf"(?:(?:it|that|all|{_WHOLE_OF_IT})_)?(?:for_)?(?:a_total_of_)?(?P<rounds>\d{{1,2}})(?:_times\b| ?x\b)"
            rf"{_NOT_OFTEN}"
        ), {}),
        ((
            r"\b(?:go|run|cycle|work|get)_(?:(?:a)?round|through)_"  # go through them twice more
            rf"(?:(?:it|that|all|{_WHOLE_OF_IT})_)?(?:for_)?<more_rounds:n>_(?:more_times|times_more)\b"
        ), {}),
        ((
            r"\b(?:do|complete|perform)_(?:(?:this|the)_(?:whole_|entire_|full_)?(?:workout|routine|session|lot|whole_thing))"
            rf"_(?:for_)?(?:a_total_of_)?(?P<rounds>\d{{1,2}})(?:_times\b| ?x\b){_NOT_OFTEN}"  # do this workout 3 times
        ), {}),
        ((
            rf"\b(?:do|complete|perform)_(?!this_\d){_WHOLE_OF_IT}"
            rf"_(?:for_)?(?:a_total_of_)?(?P<rounds>[2-6])(?:_times\b| ?x\b){_NOT_OFTEN}"  # do all of these 3 times
        ), {}),
        (r"\b(?P<rounds>\d{1,2})_?(?:x|times?)_(?:(?:a)?round|through)\b(?:_(?:the_)?(?:circuit|list|course)\b)?", {}),
        (r"\bonce_(?:(?:a)?round|through)\b", {"rounds": (1.0, 1.0)}),
    )),
    ("round|rd|circuit|lap|through|rotation|cycle", (
        ((
            r"(?:(?<=total\s)|(?<=of\s)|(?<![a-z/)]\s)\b)(?:cycles?|circuits?|laps?|rotations?) ?[:=] ?<rounds:n>"
            r"(?!\d| ?(?:min|s\b|sec|:|reps?\b|each\b|per\b|/))"
        ), {}),
        (rf"\brounds? ?[:=]? ?<rounds:n>(?!\d| ?(?:min|s\b|sec|:))|\bx ?(?P<rounds2>\d{{1,2}})_?{ROUNDS}", {}),
    )),
)  # fmt: skip
