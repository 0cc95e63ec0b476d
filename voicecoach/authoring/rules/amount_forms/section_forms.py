"""Forms of whole sections: their kinds, how long they go on, intervals of work and rest."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import EVERY, OF_ROUNDS, Groups
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import MINUTES, SECONDS
from voicecoach.definitions.session import SectionKind as Kind

_ON_AND_OFF = rf"on[ ,/&+-]*(?:and_|then_)?\d{{1,3}} ?{SECONDS}?_?off\b"

_CHANGE = (
    any_of("rotat(?:e|ion|ing)|change(?:_?over)?|changing|transition|swap|swop|switch", "move|get|set_up|reach|walk")
    + r"\b(?:_"
    + any_of(
        "over|on|up|yourself|around|along|round|to|between|the|each|next",
        "stations?|exercises?|cones?|one|places?|move|machine",
    )
    + r"\b)*"
)
"""What is done between two places of a circuit: `15 s to change over`."""
_ON_THE_WAY = (
    r"[ ,(]*(?:while_|as_you_)?(?:walk|jog|mov|chang|rotat|gett)\w*_(?:on_)?(?:to_)?(?:the_)?next_"
    r"(?:exercise|station|cone|one)\b"
)
"""What a rest is for: `15 s rest walking to the next station`."""
_BEFORE_THE_NEXT = any_of(
    rf"(?:rest|off|break)\b(?: {_CHANGE})?",
    _CHANGE,
    r"(?:in[ -]?)?between\b(?!_*(?:rounds?|circuits?|laps?)\b)(?:_(?:each|stations?|exercises?|moves?|them))*",
)

_SPELL = "(?:_(?:time|intervals?|periods?|phase))?"
_WORK, _PAUSE = "[1-6][05]", "[1-6]?[05]"
"""Seconds of work and of rest, in a pair without units."""
_RATIO = any_of(
    r"(?:of_)?work(?:ing)?(?:_(?:to|and)_|[ /:-]+)rest(?:ing)?\b(?:[ -](?:ratio|intervals?|periods?|format))?",
    r"(?:intervals?|ratio|format|work|on[ /-]+off)\b",
)
"""What a pair of work and rest is called."""

_OF_EACH_ONE = r"(?:(?:at|on|in|of|for|with)_)?(?:each|every|per)\b(?!_(?:round|set|circuit))"
"""What a time stands before that is that of each exercise."""

_CAN = r"(?:possible|(?:you|we|i|they)_can)"
_IN_MINUTES = rf"(?:(?:_in| in|_for|,? within)_(?P<minutes>\d{{1,3}})[ -]*(?:{MINUTES}|')|\b)"

_ROUNDS_COUNTED = any_of(
    rf"as_many_(?:times|rounds|circuits)(?:_through)?_as_{_CAN}",
    r"(?:how_many|(?:the_)?number_of)_(?:rounds|circuits)(?:_(?:that_)?(?:you|we)_(?:can_)?[a-z]+(?:_(?:it_)?through)?)?",
)
"""What is counted in a time that is set: it is gone round in it as often as one can."""

_NOT_KEPT_UP = "".join(
    rf"(?<!\b{one}\s)"
    for one in (
        "not",
        "hold",
        r"hold\x20it",
        "position",
        "pose",
        "stretch",
        "repeat",
        "continue",
        "sides",
        "legs",
        "here",
    )
)
"""What goes on as long as it is said goes on `for time`: `Hold this position for time`."""

SECTION_FORMS: Groups = (
    ("repeat", (
        ((
            r"\brepeat(?:_for)?_<reps:n>_(?:times|reps?|repetitions)(?:_on_each_\w+)?[,.;]?_(?:and_|then_)*"
            r"rest(?:_for)?_<rest_s:t>[,.;]?_(?:and_|then_)*repeat(?:_again|_once_more)?(?=_*(?:$|[.;]))"
        ), {"sets": (2.0, 2.0)}),
    )),
    # kinds of section
    ("emom", (
        ((
            rf"\bemom\b (?:x|for|-|:|of)? (?P<minutes>\d{{1,3}}) ?-?(?:{MINUTES}|')? ?[,;(–-] ?"  # EMOM 10, 12 per min
            r"<reps:n>(?:_reps)?_(?:per|a|each|every)_min(?:ute)?\b\)?"
        ), {"kind": Kind.EMOM}),
    )),
    ("mom|every|on the ", (
        (r"\b(?:death by|ladder)\b(?=.*\bemom\b)", {}),
        ((
            r"\be(?P<every_min>\d)mom\b"  # E2MOM for 20 minutes
            rf"(?: x ?(?P<rounds>\d{{1,2}})(?!\d| ?-?(?:{MINUTES}|'))(?:_(?:rounds?|sets?|times)\b)?"
            r"|_for_(?P<rounds2>\d{1,2})_(?:rounds?|sets?|times)\b"
            rf"| (?:x|for|-|:|of)? (?P<minutes>\d{{1,3}})(?!\d|_?(?:rounds?|sets?|times)\b)(?: ?(?:{MINUTES}|'))?)?"
        ), {"kind": Kind.EMOM}),
        (rf"<minutes:n> ?-?(?:{MINUTES}|')[ -]*emom\b", {"kind": Kind.EMOM}),
        ((
            rf"\bemom\b(?: (?:x|for|-|:|of)? <minutes:n> ?-?(?:{MINUTES}|')?)?[ ,;:(-]*{EVERY}"
            r"(?: (?:(?:x|for)_?)?<rounds:n>_?(?:rounds?|sets?|times)\b"
            rf"|_for_(?P<minutes>\d{{1,3}}) ?-?(?:{MINUTES}|'))?"
        ), {"kind": Kind.EMOM}),  # EMOM, every 2 minutes for 20 minutes
        ((
            r"\bemom(?=\b|x ?\d)(?: \(? (?:x|for|-|:|of|@)? <minutes:n>"
            rf"(?!\s*(?:x|reps?|rounds?|sets?)\b) ?-?(?:{MINUTES}|')?)?"
        ), {"kind": Kind.EMOM}),  # EMOM 10
        (r"<minutes:n> emom\b", {"kind": Kind.EMOM}),
        (rf"{EVERY},?_?(?:(?:for|x)_?|\()(?P<rounds>\d{{1,3}})_?(?:rounds?|sets?|times)\b", {"kind": Kind.EMOM}),
        (rf"{EVERY} x ?(?P<rounds>\d{{1,2}})(?= ?(?:$|[:,;]))", {"kind": Kind.EMOM}),
        (rf"{EVERY},?_for_(?P<minutes>\d{{1,3}}) ?-?(?:{MINUTES}|')", {"kind": Kind.EMOM}),
        (rf"\bevery_minute,?_on_the_minute\b(?:,?_for_<minutes:n>_?(?:{MINUTES}|'))?", {"kind": Kind.EMOM}),
    )),
    ("as many times|as often", (
        ((
            r"\b(?:(?:go|get|work|run|do)_(?:thr(?:ough|u)_)?(?:it|this|them|the_(?:circuit|list|exercises|lot))|repeat)"
            rf"_as_(?:many_times|often)_as_{_CAN}{_IN_MINUTES}"
        ), {"kind": Kind.AMRAP}),
    )),
    ("amrap", (
        (rf"\bamrap\b (?:[:x-]|in|for|of)? <seconds:t> ?{_OF_EACH_ONE}", {"is_open": True}),  # AMRAP 1 minute each
        (rf"<seconds:t>[ -]*(?:of_)?amraps?\b ?{_OF_EACH_ONE}", {"is_open": True}),
    )),
    ("on the minute", (
        (rf"\bon_the_minute\b,?_(?:for_|x_?)<minutes:n>_?(?:{MINUTES}|')", {"kind": Kind.EMOM}),
    )),
    ("amrap|as many", (
        (rf"\bamrap\b (?:[:x-]|in|for|of)? (?P<minutes>\d{{1,3}}) ?-?(?:{MINUTES}\b|')", {"kind": Kind.AMRAP}),
        (r"\bamrap\b (?:[:x-]|in|for|of|-)? (?P<minutes>\d{1,3})(?= ?(?:$|[:,.)]))", {"kind": Kind.AMRAP}),
        (r"\bamrap(?P<minutes>\d{1,3})\b(?! ?x)", {"kind": Kind.AMRAP}),
        (r"\bamrap\b[ (:@-]*(?P<minutes>\d{1,3}):00\b", {"kind": Kind.AMRAP}),
        (rf"(?P<minutes>\d{{1,3}})[ -]*(?:{MINUTES}\b|')[ -]*(?:of_)?amrap\b", {"kind": Kind.AMRAP}),
        ((
            r"\bas_many_(?:quality_|good_)?(?:rounds|sets)(?:_and_reps|_\(?amrap\)?)?_as_(?:possible|(?:you|we|i|they)_can)(?:_of)?"
            rf"(?: ?\(amrap\))?(?:_in| in|_for)_(?P<minutes>\d{{1,3}})[ -]*(?:{MINUTES}|')"
        ), {"kind": Kind.AMRAP}),
        ((
            r"\b(?:set|start)_(?:a_|the_|your_)(?:timer|clock|stopwatch)_(?:for_|to_|at_)?"
            rf"<minutes:n> ?-?(?:{MINUTES}\b|')"
            r"[ ,.;]*(?:and_|then_)*(?:do|complete|get_through|perform|repeat)?_*as_many_(?:rounds|sets)"
            r"_as_(?:possible|(?:you|we|i|they)_can)"
        ), {"kind": Kind.AMRAP}),
        ((
            r"(?P<minutes>\d{1,3})[ -]*min(?:ute)?s?_(?:to_)?(?:complete|do|get_through)"  # 12 min to do as many rounds
            r"_as_many_(?:rounds|sets)_as_(?:possible|(?:you|we|i|they)_can)"
        ), {"kind": Kind.AMRAP}),
        ((
            rf"(?P<minutes>\d{{1,3}})[ -]*(?:{MINUTES}|') ?[,:-] ?"  # 10 min: as many rounds
            rf"as_many_(?:quality_|good_)?(?:rounds|sets)(?:_and_reps)?_as_{_CAN}"
        ), {"kind": Kind.AMRAP}),
        ((
            r"\bin_(?P<minutes>\d{1,3})_min(?:ute)?s,?_(?:do_|complete_)?as_many_(?:rounds|sets)"
            r"(?:_as_(?:possible|(?:you|we|i|they)_can))?"
        ), {"kind": Kind.AMRAP}),
    )),
    ("as many|how many", (
        ((
            r"(?<![(\"'])\bas_many_(?:\w+_)?(?:rounds|circuits|sets(?=_of_th))(?:_of_(?:\w+_){1,4}?|_and_reps_|_)as_"
            rf"{_CAN}\b(?!\)? ?[(\"']|\)){_IN_MINUTES}"  # as many rounds of these as you can
        ), {"kind": Kind.AMRAP}),
        ((
            r"\bhow_many_rounds_(?:you_can|can_you|we_can)_(?:do|get|complete|manage|make|finish)(?:_through)?"
            rf"_in_(?P<minutes>\d{{1,3}})[ -]*(?:{MINUTES}|')"
        ), {"kind": Kind.AMRAP}),
    )),
    ("repeat", (
        ((
            r"\brepeat_(?:exercises_|steps_|numbers_)?\d{1,2} ?(?:&|and|to|-|,) ?\d{1,2}"  # repeat 1 & 2 x 4
            r"_(?:x_|for_)?<repeat:n> ?(?:x\b|times\b)"
        ), {}),
    )),
    ("amrap", (
        ((
            r"\bamrap ?\( ?as_many_(?:good_|quality_)?rounds\b[^()]{0,40}\)(?:_(?:workout|circuit|session))?"
        ), {"kind": Kind.AMRAP}),
        ((
            r"(?<!\bnot\x20)(?<!\binto\x20)(?<!\bit\x20)\b(?:an?|this|that)_amrap_(?:style_)?"
            r"(?:workout|circuit|session|challenge|wod)\b"
        ), {"kind": Kind.AMRAP}),
    )),
    ("timer|clock|stopwatch", (
        ((
            r"\b(?:set|start)_(?:a_|the_|your_)(?:timer|clock|stopwatch)_(?:for_|to_|at_)?"
            rf"<minutes:n> ?-?(?:{MINUTES}\b|')"
            rf"[^\d\0\1]{{0,120}}?\b{_ROUNDS_COUNTED}"  # count how many rounds you complete
        ), {"kind": Kind.AMRAP}),
        (rf"\bset_(?:a_|the_|your_)(?:timer|clock|stopwatch)_(?:for_|to_)?<minutes:n> ?-?(?:{MINUTES}\b|')", {}),
        (rf"(?P<minutes>\d{{1,3}})[ -]*{MINUTES}_on_the_(?:clock|timer)\b", {}),
    )),
    ("time|rft", (
        (any_of(
            r"(?P<rounds>\d{1,2}) (?:rounds?|rft|rds?)(?:_|$|:)(?:for_time)?(?<=for.time)",
            r"(?P<rounds2>\d{1,2}) rft\b",
        ), {"kind": Kind.FOR_TIME}),
        ((
            rf"{_NOT_KEPT_UP}\bfor_time\b(?!_(?:efficien|reason|sav|manage|constrain|under|being))"
        ), {"kind": Kind.FOR_TIME}),
    )),
    ("cap|tc:|tc |limit", (
        (any_of(
            r"\b(?:time_)?cap(?:ped)?_*(?:[:=]|of|at)? <cap_s:t>",  # time cap: 12 min
            r"<cap_s:t>_(?:(?:time|hard|strict|total)_)?(?:cap|limit)\b",  # 12-minute cap
            r"\btc(?::|_) <cap_s:t>",
            r"\b(?:time_)cap (?:[:=]|of|at)? (?P<cap_min>\d{1,2})\b",
        ), {}),
    )),
    ("tabata", (
        (r"\b(?P<tabata>tabata)\b", {"kind": Kind.INTERVALS}),
    )),
    # a load and an amount for each set: 60/8 70/8
    ("/", (
        ((
            r"(?<![\d/.])(?P<slashed>(?P<weight>(?:[2-9]\d|\d{3})(?:\.5)?)/\d{1,2}"
            r"(?: ?[, ] ?\d{2,3}(?:\.5)?/\d{1,2}){1,9})(?![\d/])"
        ), {}),
        ((
            r"(?<![\d/.])(?P<repped>1?\d/(?P<weight>(?:[2-9]\d|\d{3})(?:\.5)?)(?![\d/])"  # 12/115, 10/135
            r"(?: ?[, ] ?\d{1,2}/(?:[2-9]\d|\d{3})(?:\.5)?(?![\d/])){1,9})"
        ), {}),
    )),
    # intervals
    ("round", (
        ((
            rf"(?<!x\s)(?<!x)\b(?P<work_s>\d{{1,2}}[ -]*(?:{MINUTES}|'))[ -]+rounds\b"  # 3-minute rounds
            r"(?= ?(?:$|[,;:.(/]|_(?:with|and)_))"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("off", (
        (rf"\b<sets:n> ?sets?_(?:of|x)_<reps:n> (?:x|reps?_(?:of|x)|times)? \(? ?<pause_s:t>_?{_ON_AND_OFF} ?\)?", {}),
        (rf"\b<sets:n> x <reps:n> x \(? ?<pause_s:t>_?{_ON_AND_OFF} ?\)?", {}),
    )),
    ("rotat|chang|transition|swap|swop|switch|move|get|set up|reach|walk", (
        ((
            r"<work_s:t> (?:of_)?(?:on|work(?:ing)?)\b[ ,/:;&+|-]*(?:and_|then_|with_)?"  # 45 s work, 15 s to swap
            rf"<rest_s:l> (?:(?:of|for|to)_)?{_CHANGE}"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("station|exercise|move|cone|one", (
        ((
            r"<work_s:t>_?(?:(?:per|each|at_each|on_each|for_each|on|a)_)+(?:station|exercise|move|movement|cone|one)\b"
            r"[ ,/:;&+|-]*(?:and_|then_|with_)?<rest_s:l>"  # 1 min each station
            rf"(?!_?(?:of_)?(?:rest|off|break)_{OF_ROUNDS})_?(?:(?:of|for|to)_)?{_BEFORE_THE_NEXT}"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("off|rest|recover|easy|break|pause", (
        ((
            r"<work_s:t> (?:of_)?(?:on|work(?:ing)?|hard|effort|fast|exercis(?:e|ing))\b"  # 40 s on, 20 s off x 8
            r"[ ,/:;&+|-]*(?:and_|then_|with_|followed_by_)?(?:an?_)?"
            r"<rest_s:l> (?:of_)?(?:off|rest|recovery|easy|break|pause)\b"
            rf"(?: (?:x|for) <rounds:n>(?!\d|[ -]?(?:{MINUTES}|{SECONDS})\b)_?(?:rounds?|times|sets?)?"
            rf"| for (?P<minutes>\d{{1,2}})[ -]?{MINUTES}\b|{_ON_THE_WAY})?"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("round|set|circuit|lap", (
        ((
            r"(?P<rounds>\d{1,2})_(?:rounds?|sets?|circuits?|laps?)(?:_(?:of|at|for|with)|,|:|;)_*<work_s:t>"
            r"(?:_(?:each|per_\w+|of_each|work|on))[ ,/&+-]*(?:and_|with_)*(?:an?_)?<rest_s:l>_?(?:of_)?(?:rest|off)\b"
            r"(?!_*(?:between|after)_(?:each_|the_|all_)*(?:sets?|rounds?|circuits?|laps?))"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("off|rest", (
        (
            r"\b(?P<work_s>\d{2,3})_(?:on|work)[ ,/&+|-]*(?:and_|then_)?(?P<rest_s>\d{2,3})_(?:off|rest)\b",
            {"kind": Kind.INTERVALS},
        ),
        ((
            r"\b(?:work|on)_?(?:/|:|-|to)_?(?:rest|off) ?[:=]? ?(?P<work_s>\d{2,3})_?[/:-]_?"
            r"(?P<rest_s>\d{2,3})(?![\d:])"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("rest|off|recovery", (
        ((
            rf"\b(?:work|on|go(?:ing)?(?=_for)){_SPELL}[: ]+(?:for )?<work_s:l>"
            rf"[ ,./:;&+|-]*(?:and_|then_)?(?:rest|off|recovery){_SPELL}[: ]+(?:for )?<rest_s:l>"
        ), {"kind": Kind.INTERVALS}),
        ((
            rf"\b(?:rest|off|recovery){_SPELL}[: ]+(?:for )?<rest_s:l>"
            rf"[ ,./:;&+|-]*(?:and_|then_)?(?:work|on){_SPELL}[: ]+(?:for )?<work_s:l>"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("do |perform |work ", (
        ((
            r"\b(?:do|perform|work(?:_hard)?)(?:_(?:each|every)_[a-z]+)?(?:_for)?_<work_s:t>"
            r"(?:_per_(?:exercise|station|move))?[ ,/;&-]+(?:and_|then_)?"
            r"(?:rest(?:_for)?_<rest_s:l>|(?:have|get|take)_<rest_s:t>_(?:to_\w+|off|of_rest|rest|to_recover)\b)(?!_*(?:reps|between_(?:rounds|sets|circuits)))"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("rest|off", (
        ((
            r"\bas_many(?:_\w+)?_as_(?:possible|(?:you|we)_can)_(?:in|for)_<work_s:t>"  # all you can in 40 s, 20 s off
            r"[ ,.;/&+-]*(?:and_|then_|with_|followed_by_)*"
            r"(?:(?:a_)?rest(?:ing)?(?:_for|_of)?_<rest_s:t>|<rest_s:t>_(?:of_)?(?:rest|off)\b)"
            r"(?!_*between_(?:rounds|circuits))"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("work|on|interval", (
        (r"^(?:work|on|interval)(?:_time|_interval|_period)? ?[:=] ?<work_s:t>$", {"kind": Kind.INTERVALS}),
    )),
    (":|/", (
        ((
            rf"(?<![\d.:/])(?P<work_s>{_WORK}) ?[:/] ?(?P<rest_s>{_PAUSE})(?![\d:/])"  # 40:20 work to rest
            r"(?:_?-?(?:s|secs?|seconds?)\b)?_*" + _RATIO
        ), {"kind": Kind.INTERVALS}),
        ((
            rf"\b(?:timers?|clock|intervals?|format)(?:_(?:for|to|at|of|is))* ?[:=]? ?"  # Timer: 40/20
            rf"(?P<work_s>{_WORK}) ?[:/] ?(?P<rest_s>{_PAUSE})(?![\d:/])"
        ), {"kind": Kind.INTERVALS}),
        ((
            rf"^(?P<work_s>{_WORK}) ?[:/] ?(?P<rest_s>{_PAUSE}) (?:-_|,|x)? ?"  # 40:20 - 12 rounds
            r"(?P<rounds>\d{1,2})(?![\d.])(?:_?(?:x_)?(?:rounds?|times|sets?)| $)"
        ), {"kind": Kind.INTERVALS}),
        (rf"^(?P<work_s>{_WORK}) ?/ ?(?P<rest_s>{_PAUSE}) $", {"kind": Kind.INTERVALS}),
    )),
    ("/", (
        ((
            r"(?<![\d.x])(?P<rounds>\d{1,2}) ?x ?\(?(?P<work_s>[1-9][05])/(?P<rest_s>[1-9][05]|5)\)?"  # 8 x 40/20
            r"(?![\d/.])(?! ?(?:kg|lb|s\b|sec))"
        ), {"kind": Kind.INTERVALS}),
        ((
            r"(?P<work_s>:\d\d) / (?P<rest_s>:\d\d)"  # :40/:20 x 8
            r"(?: (?:x|for) <rounds:n>(?:_?(?:rounds?|times|sets?))?)?"
        ), {"kind": Kind.INTERVALS}),
        ((
            r"\b(?P<work_s>\d{2,3}) ?(?:s|sec|\")? ?/ ?(?P<rest_s>[1-9]?[05])(?: ?(?:s|sec|\"))?"  # 40/20 x 8
            r" ?(?:x|for|,) ?(?P<rounds>\d{1,2})(?:_?(?:rounds?|times|sets?))?(?![\d.])(?!_*(?:lb|kg))"
        ), {"kind": Kind.INTERVALS}),
        ((
            r"\b(?P<work_s>\d{2,3}) ?(?:s|secs?|\") ?/ ?"  # 40 s/20 s
            r"(?P<rest_s>\d{1,3}) ?(?:s|secs?|\")(?![a-z])"
        ), {"kind": Kind.INTERVALS}),
    )),
)  # fmt: skip
