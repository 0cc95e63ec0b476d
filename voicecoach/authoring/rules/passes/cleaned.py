"""A line's text without what nobody says: links, dots to an amount, ages, what a scanner took for digits."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.prose.both_sides import in_one
from voicecoach.counted import sentence_case
from voicecoach.late_patterns import late

MOST_CHARACTERS = 4000
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_FILLER = re.compile(
    r"(?:(?<=[a-z\d]),?\s+(?:please|lol|lmao|(?:ha){2,}|hehe|phew|yay|tbh)|(?<=[a-z])(?:\s+or\s+so|[\s-]+ish))\b"
    r"(?=\s*(?:$|[,.;!)])|\s+in|\s+between)",
    re.IGNORECASE,
)
_LEADER = re.compile(r"\s+\.{2,}\s+|\s*(?:\.{4,}|(?:\.\s){3,}\.?|_{4,})\s*(?=\d)")
"""Dots from a name to its amount."""
_POINTED = re.compile(r"\s+(?:<[-–—=]+|←|⟵)\s*(?P<remark>[^()]+)$")
"""A remark that an arrow points back from: `3x10 <- slow ones`."""
_QUOTED = re.compile(r"(?<![\w'])'([A-Za-z][^'\d]{1,40}?)'(?![\w'])")
"""Words in single quotes, whose last isn't that of minutes: `my 'fab five'`."""
_CALLED = re.compile(r'(?:^|(?<=[\s(=]))"([A-Za-z][^"]{1,40}\d)"(?=$|[\s,.;:)])')
"""What is called by a number at its end, in quotes, whose last isn't that of seconds: `my "Project 20"`."""
_RUN_INTO = re.compile(r"(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+ [a-z])")
"""A stop that the space behind it is missing of: `Stand tall.Lift one heel`."""
_GLUED = re.compile(
    r"(?<=[a-z]{2})-\s+(?=[A-Z\d])|(?<=[a-z]{3})\s+-(?=[a-z]{2})(?!-?(?:ups?|downs?|overs?|outs?|backs?|jacks?)\b)"
)
"""A dash that stands right behind a word: `Strength- Back squat 3x5`."""
_NAME_GLUED = late(
    r"(?P<name>(?!(?:As|Like|From|In|On|For|With|After|The same)\b)(?:[1-4] )?[A-Z][\w'/ ()-]{2,40}?[a-z)])- +"
    r"(?=[a-z])(?!(?:and|or|to|with)\b)"
)
"""A dash that stands right behind a name, before what is told of it in small letters: `Toe raise- rock back`."""
_MACHINE = "(?:run|bike|row|ski|jog|walk|swim|ride|elliptical|cycle|erg|skip)"
_ONE_OF = re.compile(rf"\b({_MACHINE})\s+/\s+(?={_MACHINE}\b)", re.IGNORECASE)
"""A choice of ways to go, which are one exercise: `run / bike / row, 5 min`."""
_SLASHED = in_any_case(r"\b(?:[a-z-]+ ){1,2}[a-z]+s(?:/(?:[a-z-]+ ){1,2}[a-z]+s\b){2,}")
"""Three and more in the plural with only a stroke between, which are as many: `leg swings/hip circles/ankle rocks`."""
_PICTURE = late(r"!\[\[[^\]]*\]\]|!\[[^\]]*\]\([^)]*\)|\[\[[^\]]*\.(?:png|jpe?g|gif|webp|mp4)[^\]]*\]\]")
_AGE = re.compile(
    r"(?P<who>\b(?i:says|said|explains|adds|according to) (?:[\w-]+ ){0,3}"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?), (?:1[6-9]|[2-9]\d)(?=[.,;])"
)
"""How old somebody is who is quoted."""
_LINK = late(r"\[\[(?:[^\]|]*\|)?(?P<shown>[^\]|]+)\]\]")
"""A note's link to another note."""
_IN_ORDER = re.compile(r"^(?:first|then|next|second|third|finally|lastly)(?: up)?, +(?=\d)", re.IGNORECASE)
"""Which of several comes now, before its amount: `First, 21-15-9 of`."""
_IN_TEAMS = late(
    r"^(?:in |as |with )?(?:(?:teams|pairs|groups|partners)(?: of (?:\d|two|three|four))?|a partner)"
    r"\s*(?P<end>[,:–-]\s*|$)",
    re.IGNORECASE,
)
"""With whom it is done, whose number is no amount: `In teams of 2, for time`."""
_OWN_WEIGHT = late(r"(?<=[a-z]) BW(?=[\s,:-]+(?:x ?)?\d)")
"""That nothing is added to one's own weight, between a name and its amount: `Dips BW 3x8`."""
_EACH_SHORT = late(r"(?<=[\w)] )ea\b\.?(?=\s*(?:$|[,;)/]|side|leg|arm|way|hand|foot))")
"""How coaches cut `each` short: `8 split squats ea.`."""
_EACH_SIDE = late(
    r"(?P<what>(?:^|(?<=[,;] ))\d{1,3}(?:-\d{1,3})?(?: ?(?:s|secs?|seconds?))? (?:[a-z-]+ ){0,3}"
    r"(?:lunges?|split squats?|step[ -]?ups?|clam ?(?:shell)?s?|side[ -]planks?|bird[ -]?dogs?|dead[ -]?bugs?"
    r"|fire hydrants?"
    r"|donkey kicks?|kick ?backs?|leg (?:swings?|raises?|circles)|(?:single|one)[ -](?:leg|arm)(?: [a-z-]+){1,2}))"
    r" each(?=\W*(?:$|, \d))",
    re.IGNORECASE,
)
"""What is done with one side at a time: `10 lunges each`; of anything else `each` may be of each person."""
_SIDE_APART = late(
    r"(?<=\d)(?P<unit>(?: ?(?:reps?|s|secs?|seconds?))?), (?=(?:each|a (?:side|leg)|/ ?(?:side|leg))\W*$)"
)
"""A comma before the side: `3 x 10, each`."""
_ROUNDS_OF = late(
    r"(?<!\d)(?P<often>\d{1,2})\s*[x×]\s*[(\[](?=[^()\[\]]*\d+ (?!s\b|sec|min|m\b|k?m\b|hard|easy)[a-z]{3})"
    r"(?P<done>[^()\[\]]*[a-z],? *[,+] *[^()\[\]]*\d[^()\[\]]*)[)\]]",
    re.IGNORECASE,
)
"""How often all of a bracket is done: `3 x (10 squats, 5 push-ups)`."""
_SCANNED = (
    (re.compile(r"\b0(?=[a-z]{3})"), "O"),
    (re.compile(r"(?<=[A-Z])0(?=[A-Z])"), "O"),
    (re.compile(r"(?<=[a-z])0(?=[a-z])"), "o"),
)
_KEYED = in_any_case(
    r"\W*(?:(?:exercise|movement|drill) )?(?:name|exercise|movement|drill|pose)\s*[:=]\s*(?P<name>[^:=,;|]+)"
)
"""A name behind its key, alone on its line: `Name: Bridge`."""
_NUMBERED_PART = re.compile(
    r"^(?P<part>(?:day|week|workout|session|training|circuit|routine|block|part|phase|level|stage))"
    r"(?:\s*[-–—]\s*|\s*\#\s*|\s+no\.?\s*)(?=\d{1,2}\s*(?:$|[:(–—-]))",
    re.IGNORECASE,
)
"""A part with a sign before its number, which is no amount: `Workout - 2`."""
_OF_A_PART = late(
    r"\d{1,2}(?:\.[1-9]\d?){1,2}[.):]{0,2}\s+(?=[A-Z][a-z]{2})(?!(?:Mi(?:le|n)|Kilo|Met|Ki?m|Hour|Sec|Lap|Round|Pound|Lb|Speed|Incline))"
)
"""The number of one of a part's exercises before its name, which counts the part as well: `2.1 Goblet squat`."""
_SUM = late(r"(?<=\d)(?P<how>[^=\d]{0,30}?)\s*=\s*\d{2,4}(?:\s+[A-Za-z-]+){0,3}\s*\.?$")
"""How many that makes in all: `12 x 20 on the minute = 240 swings`."""
_JOINED_WORDS = late(r"(?<=[A-Za-z])_(?=[A-Za-z])")
"""What stands for a space in a name that a program wrote: `front_squat`."""
_SECONDS = r"(?:[_ ]?(?:time|duration|length|interval|seconds?|secs?))"
_TIMED = late(
    rf"^(?:(?P<rest>(?:rest|break|pause){_SECONDS}+)|work{_SECONDS}*|exercise{_SECONDS}+)\s?[:=]\s?(?P<s>\d{{2,3}})$",
    re.IGNORECASE,
)
"""How many seconds of work or of rest, behind its key as programs write it: `exercise_time: 30`."""
_LIFTS_APART = late(
    r"(?:(?<=[x×,]\d)|(?<=[x×,]\d\d)|(?<=[x×,]\s\d)|(?<=[x×,]\s\d\d))/ ?(?=[A-Z][a-z]{2}[^/\d]*\d)"
    r"(?!(?:Side|Leg|Arm|Hand|Foot|Way|Direction|Each|Set|Round)s?\b)"
)
"""A stroke right behind the sets of one lift, before the next: `Press 3x5/ Row 3x8`."""
_CYCLE = late(r"(?<=\d)(?P<of>[ -](?:week|day)s?[ -])(?:meso|micro)?cycle\b", re.IGNORECASE)
"""What goes on for some weeks, and nobody rides: `4-week cycle`."""
_WARMED_FIRST = late(
    r"^(?P<name>[A-Za-z][^:\d–—]{2,40}?)(?P<sign>\s*[:–—]|\s+-)\s+warm(?:ed)?[ -]?up(?: sets?)?\s*"
    r"(?:(?:[,;+]|then\b|and\b)\s*)+(?=\d)",
    re.IGNORECASE,
)
"""What one does before the sets of an exercise, and is no part of the session: `Bench press: warm up, 5x5`."""
_MARKED = (
    (" BW", _OWN_WEIGHT, ""),
    (" ea", _EACH_SHORT, "each"),
    (", ", _SIDE_APART, r"\g<unit> "),
    (" each", _EACH_SIDE, r"\g<what> each side"),
    ("(", _ROUNDS_OF, r"\g<often> rounds: \g<done>"),
    ("[", _ROUNDS_OF, r"\g<often> rounds: \g<done>"),
    ("/", _LIFTS_APART, " / "),
    ("up", _WARMED_FIRST, r"\g<name>\g<sign> "),
    ("ycle", _CYCLE, r"\g<of>block"),
    ("=", _SUM, r"\g<how>"),
)
"""What is said otherwise, looked for only in texts with its mark."""


_TO_DO_IT = late(
    r"(?:how )?to (?:do|perform|practi[sc]e|carry out) (?:(?:an?|the|your) )?"
    r"(?P<name>(?!(?:this|these|it|that|them|so|each|all|every|any|exercises?|stretch(?:es)?|workout|routine|circuit)\b)"
    r"[a-z][\w'-]*(?: (?!(?:with|at|in|if|when|you|and|on)\b)[\w'-]+){0,4}):",
    re.IGNORECASE,
)
"""How steps are headed that tell of one exercise: `To perform the slow squeezes:`."""


def _without_to_do(text: str) -> str:
    headed = _TO_DO_IT.fullmatch(text) if text[-1:] == ":" and text[:1].lower() in "th" else None
    return sentence_case(headed["name"]) if headed else text


def _with_dash(text: str) -> str:
    """A text with its dash apart, where what stands behind it tells how the exercise before it is done."""
    glued = _NAME_GLUED.match(text)
    if not glued or not ends_with_movement(glued["name"].partition(" (")[0]):
        return text
    told = text[glued.end() :]
    is_long = len(_WORD.findall(told)) >= LEAST_WORDS_TOLD and not _AMOUNT_FIRST.match(told)
    is_other = is_long and not _AMOUNT_LAST.search(told) and (is_told(sentence_case(told)) or " " in glued["name"])
    return f"{glued['name']} - {told}" if is_other else text


LEAST_WORDS_TOLD = 3
_WORD, _AMOUNT_FIRST = re.compile(r"[^\W\d_]{2,}"), re.compile(r"\D{0,9}\d")
_AMOUNT_LAST = late(r"^[^.;]*[a-z] (?:x ?)?\d+(?: (?:reps|times))?(?: (?:on )?each(?: \w+)?)?\W*$")
"""A cue with the amount of the exercise behind it: `Toe raise- rock back 10`."""


def cleaned(text: str) -> str:
    """A text without what isn't said: links, what a scanner took for digits."""
    text = text[:MOST_CHARACTERS].translate(_QUOTES)
    if "[" in text:
        text = _LINK.sub(r"\g<shown>", _PICTURE.sub("", text))
    text = _NUMBERED_PART.sub(r"\g<part> ", text)
    if text[:1].isdecimal() and (numbered := _OF_A_PART.match(text)):
        text = text[numbered.end() :]
    for mark, pattern, said in _MARKED:
        text = pattern.sub(said, text) if mark in text else text
    if text[-1:].isdecimal() and text[:1].lower() in "werbp" and (timed := _TIMED.match(text)):
        return f"{'Rest' if timed['rest'] else 'Work'}: {timed['s']} s"
    if "_" in text and "://" not in text:
        text = _JOINED_WORDS.sub(" ", text)
    if text.count("/") > 1:
        text = _SLASHED.sub(lambda found: found[0].replace("/", ", "), text)
    text = _without_to_do(_IN_ORDER.sub("", text))
    if text[:1].lower() in "iawtpg":
        text = _IN_TEAMS.sub(lambda found: "" if found["end"] else "In teams", text)
    text = _POINTED.sub(r" - \g<remark>", _LEADER.sub(" - ", _FILLER.sub("", text)))
    if (keyed := _KEYED.fullmatch(text)) and ends_with_movement(keyed["name"]):
        text = keyed["name"]
    text = _with_dash(text) if "- " in text else text
    text = _ONE_OF.sub(r"\1/", _GLUED.sub(" - ", _QUOTED.sub(r"\1", _CALLED.sub(r"\1", text))))
    text = _RUN_INTO.sub(" ", _AGE.sub(r"\g<who>", in_one(text)))
    for pattern, letter in _SCANNED:
        text = pattern.sub(letter, text)
    return " ".join(text.split())
