"""Forms of whole sections: their kinds, how long they go on, intervals of work and rest."""

from __future__ import annotations

from voicecoach.authoring.rules.form_words import EVERY, Groups
from voicecoach.authoring.rules.pattern import any_of
from voicecoach.authoring.rules.vocabulary import MINUTES
from voicecoach.definitions.session import SectionKind as Kind

_ON_AND_OFF = r"on[ ,/&+-]*(?:and_|then_)?\d{1,3} ?(?:s|secs?|seconds)?_?off\b"

SECTION_FORMS: Groups = (
    # kinds of section
    ("mom|every", (
        (r"\b(?:death by|ladder)\b(?=.*\bemom\b)", {}),
        (r"\be(?P<every_min>\d)mom\b(?: (?:x|for|-|:|of)? (?P<minutes>\d{1,3})(?: ?(?:min(?:ute)?s?|'))?)?", {"kind": Kind.EMOM}),
        ((
            rf"\bemom\b(?: (?:x|for|-|:|of)? <minutes:n> ?-?(?:{MINUTES}|')?)?[ ,;:(-]*{EVERY}"
            rf"(?: (?:(?:x|for)_?)?<rounds:n>_?(?:rounds?|sets?|times)\b|_for_(?P<minutes>\d{{1,3}}) ?-?(?:{MINUTES}|'))?"
        ), {"kind": Kind.EMOM}),  # EMOM, every 2 minutes for 20 minutes
        ((
            r"\bemom\b(?: \(? (?:x|for|-|:|of|@)? <minutes:n>"
            rf"(?!\s*(?:x|reps?|rounds?|sets?)\b) ?-?(?:{MINUTES}|')?)?"
        ), {"kind": Kind.EMOM}),  # EMOM 10
        (r"<minutes:n> ?-?(?:min(?:ute)?s?|')?[ -]+emom\b", {"kind": Kind.EMOM}),
        (rf"{EVERY},?_?(?:(?:for|x)_?|\()(?P<rounds>\d{{1,3}})_?(?:rounds?|sets?|times)\b", {"kind": Kind.EMOM}),
        (rf"{EVERY} x ?(?P<rounds>\d{{1,2}})(?= ?(?:$|[:,;]))", {"kind": Kind.EMOM}),
        (rf"{EVERY},?_for_(?P<minutes>\d{{1,3}}) ?-?(?:min(?:ute)?s?|')", {"kind": Kind.EMOM}),
        (r"\bevery_minute_on_the_minute\b(?:,?_for_<minutes:n>_?(?:min(?:ute)?s?|'))?", {"kind": Kind.EMOM}),
    )),
    ("amrap|as many", (
        (r"\bamrap\b (?:[:x-]|in|for|of)? (?P<minutes>\d{1,3}) ?-?(?:min(?:ute)?s?\b|')", {"kind": Kind.AMRAP}),
        (r"\bamrap\b (?:[:x-]|in|for|of|-)? (?P<minutes>\d{1,3})(?= ?(?:$|[:,.)]))", {"kind": Kind.AMRAP}),
        (r"(?P<minutes>\d{1,3})[ -]*(?:min(?:ute)?s?\b|')[ -]*(?:of_)?amrap\b", {"kind": Kind.AMRAP}),
        ((
            r"\bas_many_(?:quality_|good_)?(?:rounds|sets)(?:_and_reps|_\(?amrap\)?)?_as_(?:possible|you_can)(?:_of)?"
            rf"(?:_in| in|_for)_(?P<minutes>\d{{1,3}})[ -]*(?:{MINUTES}|')"
        ), {"kind": Kind.AMRAP}),
        ((
            r"\bin_(?P<minutes>\d{1,3})_min(?:ute)?s,?_(?:do_|complete_)?as_many_(?:rounds|sets)"
            r"(?:_as_(?:possible|you_can))?"
        ), {"kind": Kind.AMRAP}),
    )),
    ("timer|clock|stopwatch", (
        (r"\bset_(?:a_|the_|your_)(?:timer|clock|stopwatch)_(?:for_|to_)?<minutes:n> ?-?(?:min(?:ute)?s?\b|')", {}),
    )),
    ("time|rft", (
        (any_of(
            r"(?P<rounds>\d{1,2}) (?:rounds?|rft|rds?)(?:_|$|:)(?:for_time)?(?<=for.time)",
            r"(?P<rounds2>\d{1,2}) rft\b",
        ), {"kind": Kind.FOR_TIME}),
        (r"(?<!not\s)\bfor_time\b", {"kind": Kind.FOR_TIME}),
    )),
    ("cap|tc|limit", (
        (any_of(
            r"\b(?:time_)?cap(?:ped)?_*(?:[:=]|of|at)? <cap_s:t>",  # time cap: 12 min
            r"<cap_s:t>_(?:(?:time|hard|strict|total)_)?(?:cap|limit)\b",  # 12-minute cap
            r"\btc[: ]+<cap_s:t>",
            r"\b(?:time_)cap (?:[:=]|of|at)? (?P<cap_min>\d{1,2})\b",
        ), {}),
    )),
    ("tabata", (
        (r"\b(?P<tabata>tabata)\b", {"kind": Kind.INTERVALS}),
    )),
    # a load and an amount for each set: 60/8 70/8
    ("/", (
        ((
            r"(?<![\d/.])(?P<slashed>(?P<weight>\d{2,3}(?:\.5)?)/\d{1,2}"
            r"(?: ?[, ] ?\d{2,3}(?:\.5)?/\d{1,2}){1,9})(?![\d/])"
        ), {}),
    )),
    # intervals
    ("round", (
        ((
            rf"(?<!x\s)(?<!x)\b(?P<work_s>\d{{1,2}}[ -]*(?:{MINUTES}|'))[ -]+rounds\b"  # 3-minute rounds
            r"(?= ?(?:$|[,;:.(/]|_(?:with|and)_))"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("on", (
        (rf"\b<sets:n> ?sets?_(?:of|x)_<reps:n> (?:x|reps?_(?:of|x)|times)? \(? ?<pause_s:t>_?{_ON_AND_OFF} ?\)?", {}),
        (rf"\b<sets:n> x <reps:n> x \(? ?<pause_s:t>_?{_ON_AND_OFF} ?\)?", {}),
    )),
    ("off|rest|recover|easy|break| to ", (
        ((
            r"<work_s:t> (?:of_)?(?:on|work(?:ing)?|hard|effort|fast)\b"  # 40 s on, 20 s off x 8
            r"[ ,/:;&+|-]*(?:and_|then_|with_|followed_by_)?"
            r"<rest_s:l> (?:of_)?(?:off|rest|recovery|easy|break)\b(?: (?:x|for) <rounds:n>_?(?:rounds?|times|sets?)?)?"
        ), {"kind": Kind.INTERVALS}),
        (r"\b(?P<work_s>\d{2,3})_on[ ,/&+|-]*(?:and_|then_)?(?P<rest_s>\d{2,3})_off\b", {"kind": Kind.INTERVALS}),
        ((
            r"\b(?:work|on)[: ]+(?:for )?<work_s:l>"
            r"[ ,/:;&+|-]*(?:and_|then_)?(?:rest|off)[: ]+(?:for )?<rest_s:l>"
        ), {"kind": Kind.INTERVALS}),
        ((
            r"\b(?:rest|off)[: ]+(?:for )?<rest_s:l>"
            r"[ ,/:;&+|-]*(?:and_|then_)?(?:work|on)[: ]+(?:for )?<work_s:l>"
        ), {"kind": Kind.INTERVALS}),
        ((
            r"\b(?:do|perform|work(?:_hard)?)(?:_(?:each|every)_[a-z]+)?(?:_for)?_<work_s:t>"
            r"(?:_per_(?:exercise|station|move))?[ ,/;&-]+(?:and_|then_)?"
            r"(?:rest(?:_for)?_<rest_s:l>|(?:have|get|take)_<rest_s:t>_(?:to_\w+|off|of_rest|rest|to_recover)\b)(?!_*(?:reps|between_(?:rounds|sets|circuits)))"
        ), {"kind": Kind.INTERVALS}),
    )),
    ("work|on|interval", (
        (r"^(?:work|on|interval)(?:_time|_interval|_period)? ?[:=] ?<work_s:t>$", {"kind": Kind.INTERVALS}),
    )),
    ("/", (
        ((
            r"(?<![\d.x])(?P<rounds>\d{1,2}) ?x ?\(?(?P<work_s>[1-9][05])/(?P<rest_s>[1-9][05]|5)\)?"  # 8 x 40/20
            r"(?![\d/.])(?! ?(?:kg|lb|s\b|sec))"
        ), {"kind": Kind.INTERVALS}),
        (r"(?P<work_s>:\d\d) / (?P<rest_s>:\d\d)(?: (?:x|for) <rounds:n>(?:_?(?:rounds?|times|sets?))?)?", {"kind": Kind.INTERVALS}),
        ((
            r"\b(?P<work_s>\d{2,3}) ?(?:s|sec|\")? ?/ ?(?P<rest_s>[1-9]?[05])(?: ?(?:s|sec|\"))?"  # 40/20 x 8
            r" ?(?:x|for|,) ?(?P<rounds>\d{1,2})(?:_?(?:rounds?|times|sets?))?(?![\d.])(?!_*(?:lb|kg))"
        ), {"kind": Kind.INTERVALS}),
        ((
            r"\b(?P<work_s>\d{2,3}) ?(?:s|secs?|\") ?/ ?(?P<rest_s>\d{1,3}) ?(?:s|secs?|\")(?![a-z])"
        ), {"kind": Kind.INTERVALS}),
    )),
)  # fmt: skip
