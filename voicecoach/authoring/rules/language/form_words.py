"""What the tables of forms have in common: words for rests, sets, rounds and limbs, in the language of `pattern`."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import MINUTES

Groups = tuple[tuple[str, tuple[tuple[str, dict[str, object]], ...]], ...]
"""Forms that are looked for where one of some words occurs, parted by `|`: each with the constants that it sets."""

Traps = tuple[tuple[str, ...], ...]
"""What looks like an amount, where one of some words occurs: first the words, parted by `|`, then its forms."""

X = "|".join((" x", ")x", "x ", "\0x", *(f"{digit}x|x{digit}" for digit in range(10))))
"""Where an x may stand between numbers, and no letter of a word: `3 x`, `3x`."""
REST = r"(?:rest(?:ing|ed|s)?|breaks?|recover(?:y|ies)?|breathers?|pauses?)"
REPS = r"(?:repetitions?|reps?)\b\.?"
SETS = r"(?:sets?|series|(?:lots?|trips?|goes|holds|hangs|efforts|bursts|bouts|intervals)(?=\s+of))\b"
WHICH_SETS = (
    "(?:(?:giant_|big_|long_|huge_|final_)?drop|working|work|heavy|total|straight|more|hard|easy|light|good|quality|solid"
    "|(?:light_|easy_)?warm[ -]?up)"
)
"""What sets are that stands before the word."""
_A_LAP_OF = (
    r"(?!_(?:a?round|of_(?:the|a|your)(?!_(?:lot|whole|circuit|list|stations|exercises|moves|above))|up|down|in|at)\b)"
)
_ROTATIONS = r"rotations?(?!_(?:to|on|in|of)_(?:the|each|your)_(?!circuit|list|whole))"
"""Times round; those of the head to one side are none."""
_ONE_IS = r"(?!_(?:is|equals|consists|means|takes?|lasts?|(?:should|will|may|can)_(?:only_)?take)\b| ?=)"
"""Not `one round is ten of each`."""
ROUNDS = (
    rf"(?:rounds?{_ONE_IS}|rds|(?<!\d)rd|circuits?|laps?{_A_LAP_OF}|times_(?:a)?round"
    rf"|times_through|{_ROTATIONS}|cycles?)\b"
)
_BETWEEN = r"(?:in[ -]?between|between|after|per|at_the_end_of)"
_EACH = r"(?:of_)?(?:all_|each_|every_|the_)?(?:of_the_)?"
OF_ROUNDS = rf"{_BETWEEN}_{_EACH}(?:rounds?|circuits?|supersets?|laps?|blocks?|tri-?sets?|rotations?|pairs?)\b"
_ONE_OF_SETS = any_of(
    "sets?|exercises?|moves?|movements?|reps?|intervals?|stations?|one|effort|singles|doubles|triples|clusters?|attempts?|poses?|stretch(?:es)?|everything|them",
    "[a-h][1-9]",  # between A1 and A2
)
OF_SETS = any_of(
    rf"{_BETWEEN}_{_EACH}(?:working_)?{_ONE_OF_SETS}\b",
    rf"{_BETWEEN}_each\b|in[ -]?between\b|between(?= ?(?:$|[.,;)]))",
)
PLUS = r"(?:_(?:and|before)_(?:exercises?|sets?|repeating|moving_on|the_next_\w+|going_again))?"
_WORD = (
    r" (?:[:=~-]|of|for|is|are|at(?!_\d+x)|was|should_be|about|approx\.?|around|up_to|at_least) "
    r"(?:about_|approx\.?_|around_|up_to_|~)?| ?\("
)
_SO_LONG = (
    r"(?: ?: ?|_)(?:(?:is|are|be|kept|should)_){0,3}(?:(?:fairly|relatively|very|quite)_)?"
    r"(?:short|brief|minimal|low|long|longer)\b,?"
)
"""How a rest is called before its length: `rest periods should be kept short (45 s)`."""
IS = rf"(?:{_SO_LONG})?(?:{_WORD})?(?:_between(?=_\d))? "
LIMBS = (
    any_of(
        "sides?|legs?|arms?|foot|feet|hands?|hips?|knees?|shoulders?|ankles?|calf|calves",
        "ways?|directions?|elbows?|wrists?|thighs?|glutes?|limbs?",
    )
    + r"\b"
)

THEN_THE_OTHER = (
    r",? (?:(?:and|then|do|perform|another|to|reps|repetitions|times|an?|seconds|minutes?)_|[-\d\0]+_)+"
    r"(?:(?:on|with|for|in)_)?the_other"
    rf"\b(?:_{LIMBS})?(?!_[a-z])"
)
"""What is said behind the first of two sides: `with one leg and then 10 to 12 with the other`."""
EVERY = (
    rf"\b(?:every|on_the(?=_\d:\d\d))_(?P<every>(?:\d+(?:\.\d)? )?(?:{MINUTES}|sec(?:ond)?s?|s|')|\d:\d\d)"
    rf"(?:_on_the_(?:\d_)?{MINUTES})?"
)
"""How often something begins anew: `every 2 minutes`."""
NO_AMOUNT = r"(?!_*(?:reps?|sets?|sec|min|times|%|kg|lb|x\b|weeks?|rounds?|m\b|met(?:re|er)s|yards|f(?:ee)?t\b))"
"""Behind a number: it counts nothing that is done, or how much of it."""
