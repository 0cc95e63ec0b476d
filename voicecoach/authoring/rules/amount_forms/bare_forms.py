"""Forms of numbers that stand alone: `then 10 squats`, `Squats: 10`."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Groups
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import MINUTES

_BEFORE_A_COUNT = any_of(
    r"^|(?<=[:;,(=]) ?|(?<=\bthen)_|(?<=^and)_|(?<=\.)_",
    r"(?<=\bdo)_|(?<=\bdoes)_|(?<=\btry)_|(?<=\bget)_|(?<=\bthrough)_|(?<=\bdoing)_|(?<=\bdid)_|(?<=\bhit)_|(?<=\bme)_|(?<=\blike)_|(?<='s)_|(?<=\bout)_",
    r"(?<=\bon\sto)_|(?<=\bmove\sto)_|(?<=\bswitch\sto)_|(?<=\bup\sare)_|(?<=\bcome)_|(?<=\bcomes)_|(?<=\bfollow)_|(?<=\bthere\sare)_",
    r"(?<=\bmake)_(?![12]\b)|(?<=\bdraw)_|(?<=\btrace)_",
    r"(?<=perform)_|(?<=\bof)_|(?<=complete)_|(?<=\bwith)_|(?<=\bfor)_|(?<=[-+&]\s)|(?<=\band)_",
)
_NOT_A_TIME = "".join(rf"(?<!\b{one}\s)" for one in ("at", "by", "after", "before", "until", "till", "from", "since"))
"""A number alone behind one of these is a time of day: `the pool closes at nine`."""

BARE_FORMS: Groups = (
    # an amount for each set
    (",", (
        ((
            r"(?<=[a-z)]:\s)(?<!sets:\s)(?<!reps:\s)(?<!days:\s)(?<!weeks:\s)"  # 15, 9
            r"(?P<chain>\d{1,3} ?, ?\d{1,3})(?= ?$)"
        ), {}),
    )),
    ("", (
        (r"(?:(?<=[a-z]\s)|(?<=[a-z)]:\s)|(?<=[a-z)]\s-\s))(?P<chain>\d{1,3}(?:_\d{1,3}){2,9})(?= ?$)", {}),  # 30 30 30
    )),
    ("rep", (
        (r"\b(?:repetitions|reps)_of_<reps:n>(?! ?(?:s|secs?|seconds?|mins?|minutes?|kg|lb|m)\b)", {}),  # in reps of 10
    )),
    ("sets of|groups of", (
        ((
            r"(?:,_|\b(?:(?:broken|split|done|divided)_(?:up_|down_)?)?(?:in(?:to)?|as)_)"  # in sets of 20
            r"(?:sets|groups)_of_<apiece:n>(?= ?(?:$|[,;.)]))"
        ), {}),
    )),
    # a number alone
    ("", (
        ((
            rf"{_BEFORE_A_COUNT}(?P<bare>\d{{1,3}}(?: ?- ?\d{{1,3}})?)(?=_+\(?[a-z\0]|\0)"  # then 10 squats
            r"(?!_*(?:of|and|or|to(?!_each)|more|other|minutes?|in(?!_(?:each|\0))|on|at|is|the|for|days?|weeks?|months?|set|per)\b)"
            rf"(?!_[a-z]+_(?:[a-z]+_)?(?:{MINUTES}|hours?|weeks|days)\b)"  # 15 sleepy minutes
        ), {}),
        ((
            rf"(?:(?<=[a-z),:\-=]\s)|(?<=[a-z]\.\s)){_NOT_A_TIME}(?<!\d\sto\s)(?<!\d\s-\s)(?!(?<=:\s)1\._[a-z])"
            r"(?P<bare>\d{1,3}(?:(?: ?- ?|_to_)\d{1,3})?)"
            r"(?= ?(?:$|[,;)|\0]|(?:and|with|-) ?\0|\.(?!\d)|\())"
        ), {}),
        (r"(?<=[:(=])(?P<bare>\d{1,3}(?: ?- ?\d{1,3})?)(?= ?(?:$|[,;)|.(]))", {}),
        (r"^(?P<bare>\d{1,3}(?:(?: ?- ?|_to_)\d{1,3})?) (?:\.? $|(?=,_[a-z]))", {}),
    )),
)  # fmt: skip
