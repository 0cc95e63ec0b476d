"""Forms of sets that are noted one after the other, each with what is lifted: `170x1, 160x4,4,4, 145x5`."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Groups, X
from voicecoach.authoring.rules.language.pattern import any_of

_HEAVY = r"(?:[3-9]\d|\d{3})(?:\.5)?"
"""A number that is too much for repetitions: a weight whose unit its author knows."""
_UNIT = r"(?: ?(?:kgs?|lbs?|\#))?"
"""A weight's unit, where it is written."""
_NOT_LIFTED = r"(?=\d|b)" + "".join(
    rf"(?<!\b{one}\s)(?<!\b{one}:\s)"
    for one in ("run", "runs", "swim", "kick", "sprint", "sprints", "jog", "walk", "burpees", "jacks", "skips", "jumps")
)
"""Behind these words stands how far, or how often."""
_NO_WEIGHT = r"(?:(?:bwt?|body ?weight|(?:empty_)?bar) ?x ?\d{1,2} ?[,;] ?)?"
_FIRST = rf"{_NOT_LIFTED}(?<![\d.x/]){_NO_WEIGHT}(?:(?P<weight>{_HEAVY})|<load:w>)"
_OTHER = rf"{_HEAVY}{_UNIT}"
_END = r"(?![\d.]|_\d| ?(?:[x%\#]|/ ?\d|kg|lb|s\b|sets?\b|secs?\b|mins?\b|k?m\b|for\b))"
_REPS = rf"\d{{1,2}}\+?{_END}(?: ?reps?\b)?"
_EACH = rf"{_REPS}(?: ?, ?(?:x ?)?{_REPS})*"
_TIMES = any_of(" ?x ?", "_for_", r" ?\* ?")
_ASIDE = r"(?: ?\([a-z][a-z+ -]{1,24}\))?"
_THEN = r"(?: ?(?:[,;>]|then\b|and\b|drop(?:ped|set)?\b(?:_(?:set|to|down_to))?:?) ?){1,2}"
_SETS = r"_(?:for_)?[1-9] ?(?:x|sets_of) ?\d{1,2}\+?" + _END
_SET = rf"(?:{_TIMES}{_EACH}|{_SETS}){_ASIDE}"
_SOME_REPS = r"(?=[^;]* ?x ?(?:[5-9]|\d\d)(?!\d))"
"""So often is nothing held: `20s x 10`, not `20 s x 3`."""
_OF_TWO_BELLS = r"(?:\d{1,2}0|\d{1,2}5|1[2468]|2[24])(?:\.5)?'? ?s"
"""A pair of dumb-bells, called by what one weighs: `the 30s`."""
_LIFTS = "press|bench|dead|row|curl|chop|raise|extension|fly|shrug|clean|snatch|thrust|pulldown|rdl|ohp|jerk|barbell"

_ANY = r"\d{1,3}(?:\.\d{1,2})?"
_SINGLY = r"(?:heavy_|for_|all_)*(?:singles|doubles|triples)\b"
_AT = rf"_(?:(?:at|with|of|@)_)?{_ANY} ?(?:kgs?|lbs?|\#)"

LIFTED_SETS: Groups = (
    ("singles|doubles|triples", (
        ((
            rf"\(?(?=<load:w>|(?P<weight>{_ANY}))"  # 205 lb, 225 lb, singles
            rf"(?P<singly>{_ANY}{_UNIT}(?: ?[,/] ?{_ANY}{_UNIT}){{1,9}}\)?,? {_SINGLY})"
        ), {}),
    )),
    ("set at|sets at|set with|sets with|set @|sets @", (
        ((
            rf"\b(?=\d_sets?_(?:at|with|@)_<load:w>)(?P<sets_at>\d_sets?{_AT}"  # 2 sets at 12 kg, 1 set at 10 kg
            rf"(?:(?: ?[,;&]|_and|_then)+_(?:the_)?(?:last_|other_|next_)?\d_sets?{_AT})+)"
        ), {}),
    )),
    ("+", (
        ((
            rf"(?<=[a-z)]) ?[:-]? ?(?P<lifted>\+(?P<weight>{_ANY}){_UNIT}{_TIMES}{_EACH}"  # dips +20x8, +10x10
            rf"(?: ?[,;] ?\+?(?:{_ANY}|bw){_UNIT}{_TIMES}{_EACH})*)"
        ), {}),
    )),
    (f"{X}|for|*", (
        (rf"(?P<lifted>{_FIRST}{_SET}(?:{_THEN}{_OTHER}{_SET}){{1,19}})", {}),  # 275x1, 255 3x3
        (rf"{_NOT_LIFTED}(?<![\d.x/])(?P<lifted>(?P<weight>{_HEAVY}){_TIMES}{_REPS}(?: ?, ?{_REPS})+)", {}),  # 160x4,4
    )),
    ("dumb|db|kettle|kb|bell|fly|flies", (
        ((
            rf"{_SOME_REPS}(?P<lifted>(?P<bells>{_OF_TWO_BELLS}){_TIMES}{_EACH}{_ASIDE}"  # 20s x 10; 30s x 8
            rf"(?:{_THEN}{_OF_TWO_BELLS}{_TIMES}{_EACH}{_ASIDE}){{1,19}})"
        ), {}),
        (rf"{_SOME_REPS}(?P<lifted>(?P<bells>{_OF_TWO_BELLS}){_TIMES}{_REPS}(?: ?, ?{_REPS})+)", {}),
    )),
    (f"squat|{_LIFTS}", (
        (r"(?<=[a-z)])(?: [:-])?_(?P<weight>[4-9]\d|\d{3}) ?:? (?P<chain>\d{1,2}(?: ?, ?\d{1,2}){1,7})" + _END, {}),
    )),
    (_LIFTS, (
        ((
            r"(?<=[a-z)]) ?[:-]? ?(?=\d{1,2} ?x ?(?P<weight>\d{2,3}))"  # 4x120, 4x120, 8x105
            r"(?P<counted>\d{1,2} ?x ?(?:[6-9]\d|\d{3})(?: ?[,;] ?\d{1,2} ?x ?(?:[6-9]\d|\d{3})){1,9})" + _END
        ), {}),
    )),
)  # fmt: skip
