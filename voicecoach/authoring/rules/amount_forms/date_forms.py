"""Dates, years and times, of day or on a clock, which are no amounts of an exercise that they are said beside."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Traps
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import MINUTES, MONTH, SHORT_DAY

DATES: Traps = (
    (
        "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
        (
            r"\b\d{1,2}(?:st|nd|rd|th)?_(?:of_)?(?!march_(?:on|in|with|steps?|each|per)\b)"
            rf"{MONTH}\b\.?(?:,?_\d{{4}}\b)?"  # 12 March 2021
        ),
        rf"\b{MONTH}\.?_\d{{1,2}}(?:st|nd|rd|th)?(?:,?_\d{{4}})?\b(?!_?(?:reps?|sets?|x|sec|min))",  # March 3, 2021
    ),
    (":", r"\b\d{1,4}[./-]\d{1,2}[./-](?:19|20)?\d{2}\b(?=_\d{1,2}:\d\d)"),  # 03.04.21 18:30
    ("19|20", r"\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b"),
    ("/", r"(?:(?<=,\s)|(?<=day\s))\d{1,2}/\d{1,2}/\d{2}(?= ?$)"),  # Leg day, 1/14/13
    ("19|20", r"(?:©|\(c\)|\bcopyright\b|\bsince\b|\bin_(?=(?:19|20)\d\d\b))_*(?:19|20)\d\d"),
    (
        "0s|0's",
        (
            r"\b(?:the|my|your|his|her|our|their)_(?:early_|mid[ -]?|late_)?'?\d0'?s\b"  # in the 80s
            r"(?:_(?:and|or|to)_(?:the_|their_)?'?\d0'?s\b)?"
            r"(?! ?-|_(?:rest|hold|break|sprint|plank|on\b|off\b))"
        ),
    ),
    (
        "19|20",
        r"(?<!tempo\x20)(?<!tempo:\x20)(?<!tempo:)(?<!@)(?<!@\x20)\b(?:19|20)\d\d(?:'?s)?\b(?!_?(?:m|met(?:re|er)s?|yards?|reps?)\b)",
    ),  # a year
    (
        "am|pm|a.m|p.m|clock",
        r"\b\d{1,2}(?:[:.]\d\d)? ?(?:-|to) ?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)(?![a-z])",
        r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?![a-z])",
    ),
    (":", r"\b(?:at|from|until|till?|by|before)_\d{1,2}:\d\d\b(?!_*(?:pace|/|per|min))"),  # a time of day
    (
        ":",  # when the next one begins: 8 x 25 on :40
        r"(?:@|\b(?:on|leaving|going)(?:_the)?) ?:\d\d(?![\d:])(?![ ,/|-]*(?:off|rest))",
        r"(?:(?<=swim\s)|(?<=pull\s)|(?<=kick\s)|(?<=yards\s)|(?<=\d\sm\s))(?:@|on|leaving)_(?:the_)?\d{1,2}:\d\d(?![\d:])",
    ),
    (
        "kick|meet|start|bus|open|clos|doors|moved|throw|brought|put",
        (
            r"\b(?:kick[ -]?off|meet(?:ing)?|starts?|bus|opens?|clos(?:es|ing)|doors|throw[ -]?in|moved|brought|put)\b"
            r"(?:_(?:is|has|been|time|moved|now|back|forward|leaves|a_bit))*(?:_(?:to|at|for|from|around))?_"
            r"\d{1,2}[:.][0-5]\d\b(?!_*(?:pace|/|per|min|sec|rest|hold|km|m\b|kg))"  # kick-off moved to 10:15
        ),
    ),
    (
        "until|till|til ",
        (
            r"\b(?:asleep|awake|out|in|here|away|home|busy|on|off|working|back|open|up)_(?:until|till?)_"  # out until 4
            r"\d{1,2}(?:[:.]\d\d)?\b(?! ?(?:s|sec|min|reps?|rounds?|sets?|x|kg|lb|%|metres|m)\b)"
        ),
    ),
    (
        ":|mon|tue|wed|thu|fri|sat|sun",
        rf"\b{SHORT_DAY}s?_\d{{1,2}}[:.]\d\d\b|^\[?\d{{1,2}}[:.]\d\d\]?(?=_*[-,]?_*[a-z]+:)",
    ),  # a chat's stamp
)
"""These are kept as notes."""
IN_WEEKS: Traps = (
    (
        "year|month|week|season",
        r"\b(?:\d+_times|once)_in_(?:an?|1|one|the_(?:last|past)|\d+)_*(?:\w+_)?(?:years?|months?|weeks?|seasons?)\b",
    ),
    ("week|month", r"\b(?:spend|takes?|allow|stay|do|repeat|run|follow|then)_\d+(?: ?- ?\d+)?_(?:weeks?|months?)\b"),
    (
        "days|nights|hour|hr",
        any_of(
            r"\b(?:\d+|a few)(?:-\d+)?_(?:days|nights)(?:_off)?\b",
            r"\b\d+(?:-\d+)? ?(?:hours?|hrs?)_(?:between|after|before|apart|of sleep)\b",
        ),
    ),
    (
        "week|wk|month|year|day",
        (
            r"\b(?:for|over|in|within|after|next|first|last|full|than|about|at_least|up_to|(?:minimum|maximum)_of)_"
            r"(?:the_)?(?:next_|first_|last_)?\d+(?:(?: ?- ?|_(?:to|or)_)\d+)?_(?:weeks?|months?|years?|days?)\b"
        ),
        r"\b\d+_(?:weeks?|days?)_(?:out|to_go|post)\b",
        r"(?<=\d)[,;/|]? ?\(?(?:weeks?|wks?)_?(?:[2-9]|1\d)(?: ?[:=]|_-_).*",  # what comes in later weeks
        r"\b(?:wks?|weeks?)_?\d+_of_\d+\b",
        r"\bwks?_?\d+(?: ?(?:-|to|and|&) ?\d+)?\b",
    ),
)
"""How long something goes on, and what comes in later weeks."""
OF_WEEKS: Traps = (
    (
        "week|day",
        rf"\b\d+ ?x ?\d+_?{MINUTES}_(?:of_)?[^.,;]{{0,40}}?(?:an?|per|each|every)_(?:week|day)\b",
        (
            r"\bweeks?_\d+(?:_?(?:-|to|and|&)_?\d+)*(?:,_?\d+(?:_?(?:-|to|and|&)_?\d+)*(?= *(?:$|[,;:|)–—])| - ))*\b"
            r"|\bday_\d+\b|\b\d+(?:st|nd|rd|th)_(?:week|day)\b"
        ),
    ),
    (
        "before|by|until|over",
        (
            r"\b\d+_(?:goes|times|sessions|runs)_"  # 3 goes before May
            r"(?:before(?!_(?:\w+ing|you)\b)|by|until|over(?!_\d))_(?!round)[^.;,]*"
        ),
    ),
    ("week|month", r"^ ?\d{1,2}_(?:weeks|months)_(?:back_)?(?:to|of|until|till)\b"),  # a title: 4 weeks to 5 k
    ("hour|hr", r"(?<!rest\s)\b(?:1[2-9]|[2-9]\d)(?: ?- ?\d\d)? ?-?(?:hours?|hrs?)\b[^.;,]*"),  # for 24 hours after it
)
"""Which weeks and days: `weeks 1-3, 5-7`."""
