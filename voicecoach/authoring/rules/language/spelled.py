"""One spelling for signs and numbers, with the way back to what was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS, in_digits
from voicecoach.late_patterns import late

MOST_LINES = 2000
"""As many are kept as a long text has: each is asked for again and again."""
_UNITS = r"sets?|reps?|rounds?|times?|seconds?|secs?|minutes?|mins?|weeks?|circuits?|laps?|x"
_WHOLES = r"(?:miles?|mi|km|hours?|hrs?|min(?:ute)?s?|pounds?|lbs?)\b"
"""Of what there are halves and quarters."""
_MEASURED = r"sec|min|hour|mile|mi\b|km|k\b|met(?:er|re)|yard|lap|length"
_REPS = r"\d{1,2}(?![\d.,:]\d|\d|\s?(?:kg|lb|%|x))"
_BEHIND_A_WEIGHT = r"(?<=\dkg)|(?<=\dkgs)|(?<=\dlb)|(?<=\dlbs)|(?<=\d\skg)|(?<=\d\slb)|(?<=\d\slbs)"
_FEW = r"[2-6]|two|three|four|five|six"
_SPELLINGS: tuple[tuple[str, str, str], ...] = (
    ("\\times", r"\$?\\times\s*(\d*)\$?", r"x\1"),  # LaTeX
    ("", r"[\u00a0\u2000-\u200a\u202f\u3000\t]", " "),
    ("×|✕|✖|⨯|⨉|х", r"[×✕✖⨯⨉хХ]", "x"),
    ("minuets", r"\bminuets\b", "minutes"),
    ("*", r"(?<=\d)\s?\*\s?(?=\d)", "x"),  # 3*10
    ("~|≈", r"(?:(?<=[\s(:=])|(?<=\dx)|^)[~≈]\s?(?=\d+(?![\d:]))(?!\d+(?:[-–]\d+)?%)", ""),  # 3 x ~12
    (
        "ish|or so",
        r"(?<=\d)(?:\s?-?ish|\sor\sso)(?=\s(?:reps?|times|sec(?:ond)?s?|min(?:ute)?s?|each|sets|rounds)\b)",
        "",
    ),  # 8ish reps
    ("—", r"(?:(?<=\d)|(?<=\ds))\s\u2014\s(?=\d)", " ; "),  # @ 155 — 3 min
    ("", r"[\u2010-\u2015−]", "-"),
    ("", r"[‘’ʼ′`´]", "'"),
    ("", r"[“”„″]|''", '"'),
    ("→|⇒|➔|➜|⟶|->|=>", r"[→⇒➔➜⟶]|->|=>", ">"),
    ("½", r"(?<=\d)\s?½", ".5"),
    ("¼", r"(?<=\d)\s?¼", ".25"),
    ("¾", r"(?<=\d)\s?¾", ".75"),
    ("x [|x[|x (|x(", r"(?<=x\s)[\[(](?=\d)|(?<=x)[\[(](?=\d)", ""),  # 4 x [6-8]
    ("", rf"(?<![\d.,x/-])([1-9])\s?x\s?({_REPS})\s?-\s?\1\s?x\s?({_REPS})", r"\1x\2-\3"),  # 3x10-3x12
    ("", rf"(?<![\d.,x/-])([1-9])\s?x\s?({_REPS})\s?-\s?([1-9])\s?x\s?({_REPS})", r"\1-\3x\2-\4"),  # 3x8-4x10
    ("'", r"\b(seconds|minutes|secs|mins)'(?=\s)|\b(second|minute)'s\b", r"\1\2"),  # 60 seconds' rest
    ("/", r"(?:(?<=\bfor )|(?<=\bhold ))(\d{1,3}) ?/ ?(\d{1,3})(?= ?(?:s|secs?|seconds?|mins?|minutes?)\b)", r"\1-\2"),
    (":|=", r"\b(sets?|rep(?:etition)?s?|rounds?)([:=])(?=\d)", r"\1\2 "),  # reps:10
    ("x set|x-set|x rep|x-rep|x round|x-round", r"(?<=\d)x[ -](?=(?:sets|rep(?:etition)?s|rounds)\b)", " "),  # 3x sets
    ("on each|for each", r"(?<=\d) (?:on|for) each(?=\))", " each side"),  # (10 on each)
    ("--", r"(?<=\s)-{2,3}(?=\s)", "-"),  # rest -- 30 seconds
    ("//", r"(?<=\beach )//(?= [a-z])", ";"),  # 3 sets each // heavy
    (" - ", r"(\breps?: ?\d{1,2}(?:-\d{1,2})?) - (?=\d+ ?(?:s|secs?|seconds?|mins?|minutes?)\b)", r"\1 ; "),
    ("/", r"(?:(?<=\dx)|(?<=\dx\s)|(?<=\d\sx\s))([1-9]|1\d|20)/\1(?![\d/])", r"\1 each side"),  # 3x5/5
    ("atleast", r"\batleast\b", "at least"),
    ("drop-set|dropset", r"\bdrop-?set(s?)\b", r"drop set\1"),
    (
        "kgx|kgsx|lbx|lbsx|sx|cx|minx",
        r"(?:(?<=\dkg)|(?<=\dkgs)|(?<=\dlb)|(?<=\dlbs)|(?<=\ds)|(?<=\d\ss)|(?<=sec)|(?<=secs)|(?<=\dmin))x(?=\d)",
        " x ",
    ),  # 4x50kgx8
    ("-w/", r"(?<=[a-z])-w/(?=[a-z])", " w/ "),  # lunges-w/weights
    ("btwn|bet.|betw.|b/w|b/t", r"\bbtwn\b|\bbetw?\.(?= [a-z])|\bb/[wt]n?\b", "between"),
    (
        "btw |bw ",
        r"\bbt?w(?= (?:sets?|rounds?|reps?|exercises?|each|every)\b)",
        "between",
    ),  # else it is by the way, or bodyweight
    ("duration|time:|time=|time :|time =|length", r"(?<=\brest) ?[|,] ?(?:duration|time|length) ?[:=] ?", ": "),
    ("[", r"\[(\d[\d.:-]*(?: ?[a-z]{1,4})?)\](?!\()", r"\1"),  # reps: [12]
    (":0|:1|:2|:3|:4|:5", r"(?<![\d:])(:[0-5]\d)\s?sec(?:onds?|s)?\b\.?", r"\1"),  # :20 sec.
    ("times", r"(?<=\d)(?=times\b)", " "),
    ("-rep circuit", r"(?<=of )(\d{1,2})-rep circuits?\b", r"\1 reps"),  # 4 rounds of 10-rep circuits
    ("xs", r"(?<=\d)\s?xs\b", " times"),  # 6 Xs  # 15times
    ("+", r"(?<=\d)\+(?=[ -]?(?:sec(?:ond)?s?|min(?:ute)?s?|hours?)\b)", ""),  # 60+ minutes
    ("1/2|1/4|3/4", r"(?<![\d/.])(?<!x )(?<!x)([2-9]|1\d) (?=[13]/[24][ -]mile (?:repeat|rep|interval)s?\b)", r"\1 x "),
    ("1/2", rf"(?<=\d)(?: and |[ -])1/2(?=[ -]?{_WHOLES})", ".5"),  # 1 1/2 minutes
    ("1/2", rf"(?<![\d/.])1/2(?= ?(?:[–-]|to) ?\d{{1,2}}[ -]?{_WHOLES})", "0.5"),  # 1/2 - 1 mile
    ("1/2", rf"(?<![\d/.])1/2(?=[ -]?(?:\d{{1,2}}\s?)?{_WHOLES})", "0.5"),
    ("(l", r"\(l ?[-&,+] ?r\)", "(l/r)"),  # single-arm row (L-R)
    ("through|thru", r"\b(weeks? \d{1,2}) (?:through|thru) (?=\d)", r"\1-"),
    ("- to|- or", rf"(?<=\d)- (?:to|or) (?=\d{{1,3}}[- ]?(?:rep|m\b|{_MEASURED}))", "-"),  # 60- to 90-second
    ("-to-|-or-", rf"(?<=\d)-(?:to|or)-(?=\d{{1,3}}[- ]?(?:{_MEASURED}))", "-"),  # 1-to-2-mile
    (" to ", rf"(?<=\d) to (?=\d{{1,3}}-(?:{_MEASURED}))", "-"),  # 1 to 2-mile
    (
        "recover: |recovery: |rest: ",
        (
            r"\b(recover(?:y)?|rest): ((?:walk|jog|easy)(?: [a-z]+){0,3}?)(?: for)? "
            r"(\d{2,3} ?(?:s|secs?|seconds?)\b|[1-5](?:\.\d)? ?(?:mins?|minutes?)\b)"
        ),
        r"\1: \3 \2",
    ),  # recover: walk for 1 minute
    ("1/8", r"(?<![\d/.])1/8(?: of a)?[ -]?mile\b", "201 m"),
    (
        "repeats of|repetitions of|reps of",
        rf"\b({_FEW}) (?:repetitions|repeats|reps) of(?=(?: the following| these)?(?: ?:|$))",
        r"\1 rounds of",
    ),  # two repetitions of the following:
    (
        "the following|these",
        rf"\b(?:do|perform|complete) (?:the following|these)(?: [a-z]+)? ({_FEW}) times ?:",
        r"\1 rounds of the following:",
    ),  # do the following 3 times:
    ("for one round,|for 1 round,", r" for (?:one|1) round(?=,.*\brepeat\b.*\brounds?\b)", ""),
    (
        "until you",
        (
            r"\b(?:repeat|keep going|continue|carry on)(?: [a-z]+){0,3} until you(?:'ve|’ve| have)"
            rf" (?:done|completed|finished|got through) ({_FEW}) (?:full |complete |total )?(?:rounds|circuits|times)\b"
        ),
        r"\1 rounds",
    ),
    ("sets through", r"(?<=\d) sets through\b", " times through"),
    (
        "rpe",
        (
            r"(?<![\d./:×x-])(?<![x×] )(\d(?:\.5)?(?:\s?[-–]\s?\d{1,2}(?:\.5)?)?|10)(?:/10)?[ -]rpe\b"
            r"(?![ :=@<]*\d|\s*(?:of|max)\b)"
        ),
        r"rpe \1",
    ),  # 3-5 RPE
    ("1/4", rf"(?<![\d/.])1/4(?=[ -]?{_WHOLES})", "0.25"),
    ("3/4", rf"(?<![\d/.])3/4(?=[ -]?{_WHOLES})", "0.75"),
    (
        "ml",
        r"(?<=\d)\s?mls?(?=\s(?:easy|tempo|steady|run|jog|warm|cool|w/?u|w/?d|c/?d|recovery|long|race)\b)",
        " miles",
    ),
    ("½", "½", "0.5"),
    ("¼", "¼", "0.25"),
    ("¾", "¾", "0.75"),
    ("(s)", r"(?<=\b[sS]et)\(s\)|(?<=\b[rR]ep)\(s\)", "s"),
    ("", r"(?<=\d),(?=\d\d\d(?:\b|m\b))|(?<=\d)\.(?=\d\d\d\s?m(?:et(?:er|re)s?)?\b)", ""),  # 1,500 and 1.500 m
    (
        "kg|kilo|km|lb",
        r"(?:(?<=\s\d)|(?<=\s\d\d)|(?<=\s\d\d\d)),(?=\d{1,2} ?(?:kgs?|kilos?|km|lbs?)\b)",
        ".",
    ),  # 72,5 kg
    (
        "kg|lb",
        rf"(?:{_BEHIND_A_WEIGHT})\s(?=\d{{1,2}}(?:-\d{{1,2}})?(?:\s?$|\s?\(| (?:each|per|a) ))",
        ", ",
    ),  # 24 kg 10
    (
        "kg|kilo|lb|pound",
        (
            r"(?:(?<=\()|(?<=\bwith )|(?<=\busing )|(?<=\bholding )|(?<=\bw/ ))(?:one|two|[12]|a (?:pair|set) of) "
            r"(?=\d{1,3}(?:\.\d)?[ -]?(?:kg|kilo|lb|pound)(?!s? ?plates))"
        ),
        "",
    ),  # (two 8 kg bells), with one 50-pound dumbbell
    ("%", r"(?<=\d%)(?=\d)", " "),  # 75%5x5
    ("", r"(?<=\d)o(?=[\dx\s]|$)|\bo(?=\d)", "0"),  # what a scanner took for a letter
    ("", r"(?<=\dx)[li](?=\d)|(?<=\dx\s)[li](?=\d)|(?<=\d\sx\s)[li](?=\d)|\bl(?=[0-9]\b)|(?<=\d)l(?=\d)", "1"),
    ("quarter", r"\b(?:a|one) quarter of an hour\b", "15 minutes"),
    ("quarter", r"\bthree[ -]quarters of an hour\b", "45 minutes"),
    (
        " min",
        r"\b(?:one|an?) (?:whole|full|good|long|solid|slow|steady|gentle|easy|hard|quick) (?=minute\b|min\b)",
        "1 ",
    ),
    ("half a", r"\bhalf an? (?=min)", "0.5 "),
    (
        "count",
        r"(?<=\d)[ -]?counts? (?=(?:hold|pause|squeeze|lower|descent|raise|lift|negative|eccentric|iso|up|down)\b)",
        " seconds ",
    ),  # 3-count hold
    (
        " count",
        (
            r"\b((?:ris|rais|lift|lower|descend|press|push|drop|sink)(?:e|ing)?(?: (?:it|them|up|down|back|slowly))*"
            r" (?:for|over|in) \d{1,2}) counts?\b(?! of)"
        ),
        r"\1 seconds",
    ),  # lower for 3 counts
    ("half an hour", r"\bhalf an hour\b", "30 minutes"),
    ("minute", r"(?:^|(?<=\. )|(?<=\bfull ))minute(?=,? (?:off|rest|break|between)\b)", "1 minute"),
    ("half", r"\ban? (minute|min|hour|mile|km|kilomet(?:re|er))(?: and a (half))", r"1.5 \1"),
    ("or so", r"\b(minutes?|mins?|seconds?|secs?) or so\b", r"\1"),
    (
        "max|tops|at most",
        r"\b(minutes?|mins?|seconds?|secs?) (?:max(?:imum)?\.?|tops|at most) (?=rest\b|(?:in ?)?between\b)",
        r"\1 ",
    ),
    ("or two", r"\ban? (minute|min) or two\b", r"1-2 \1s"),
    ("a min|a hour|an min|an hour", r"\ban? (?=(?:minute|min|hour)\b)", "1 "),
    ("second or", r"(?:\bfor a|(?<=\bhold) a|(?<=\bpause) a) second or (?:two|2|so)\b", " for 1-2 seconds"),
    (
        "a second",
        r"\bfor (?:just )?a (?=second\b(?! (?:set|time|round|day|week|session|circuit|exercise)\b))",
        "for 1 ",
    ),
    ("half a", r"\bhalf an? (?=(?:mile|kilomet(?:re|er)|km)\b)", "0.5 "),
    ("a mile|an mile|a kilomet|an kilomet", r"\ban? (?=(?:mile|kilomet(?:re|er))\b)", "1 "),
    ("one count|one-count", r"(?<=\ba )one[ -]count\b", "1-count"),
    ("twice", r"\btwice\b", "2 times"),
    ("thrice", r"\bthrice\b", "3 times"),
    (
        "week one|day one|session one|workout one",
        r"(?<=week )one\b|(?<=day )one\b|(?<=session )one\b|(?<=workout )one\b",
        "1",
    ),
    ("one", rf"\bone(?=[ -](?:{_UNITS})\b)", "1"),
    ("one", r"\bone(?=(?: to | or |-)(?:two|three|four|[2-4])\b)", "1"),
    ("one", r"\bone(?:[ -]and[ -]a[ -]half|½)", "1.5"),
    ("couple of|pair of", r"\b(?:a couple of|a pair of)(?= (?:sets|rounds))", "2"),
    (" or ", r"(?:^|(?<=^\W ))(\d{1,2}) or (\d{1,2})(?= [a-z]{3})", r"\1-\2"),  # 5 or 6 push-ups
)
"""Texts of which one has to occur, if any are told, what is replaced, and by what."""
_OF_THOSE = late(
    r"(?<=\d) of (?:(?:those|these) (?!exercise|move|stretch|set)"
    r"|(?:those|these|them|'?em)(?= ?(?:$|[,.;!]| (?:and|with|then)\b)))"
)
_BETWEEN = late(
    rf"\b(?:(?:any|some)where )?between (\d{{1,3}}) and (\d{{1,3}})(?= ?(?:{_UNITS}|repetitions|s|kgs?|lbs?)\b)"
    r"|\b(?:any|some)where (?:between|from) (\d{1,3}) (?:and|to) (\d{1,3})\b"
)
_IN_WORDS = re.compile(rf"{A_NUMBER_IN_WORDS}(?!-(?:\w+ed|point|way|leg|arm|part|hand|day|week|inch)\b)", re.IGNORECASE)
_HELD_FOR_A_COUNT = late(
    r"\b(?P<held>(?:hold(?:ing|s)?|paus(?:e|es|ing)|squeez(?:e|es|ing))\b"
    r"(?: (?:it|this|that|there|here|the (?:position|pose|stretch|contraction|squeeze|top|bottom)))?"
    r"(?: (?:at|in) the (?:top|bottom|end|middle))?)(?: for)?(?: about| around)?(?: an?)?(?: slow)?"
    r" (?P<count>\d{1,2}(?:(?: ?- ?| to )\d{1,2})?)[ -](?:second )?counts?\b"
)
"""How long something is held, in counts: `hold for a five-count`."""
_ENDS_BEHIND_UNIT = re.compile(
    r"(?:(?<=\bs)|(?<=\bsec)|(?<=\bsecs)|(?<=\bseconds)|(?<=\bmin)|(?<=\bmins)|(?<=\bminute)|(?<=\bminutes))"
    r"\.(?=\s+(?:After|Between|In[ -]between|At the end|Per)\b)"
)
"""A stop that ends a sentence behind a unit of time, and is none of the unit's: `90 seconds. After each pose, ...`."""
_REPLACED: tuple[tuple[tuple[str, ...], re.Pattern[str], str | None], ...] = (
    *((tuple(when.split("|")), late(pattern), spelling) for when, pattern, spelling in _SPELLINGS),
    (("",), _IN_WORDS, None),
    (("a half", "a-half"), late(r"(?<=\d)[ -]and[ -]a[ -]half\b"), ".5"),
    (("between", "where"), _BETWEEN, r"\1\3-\2\4"),
    (("of th", "of em", "of 'em"), _OF_THOSE, " "),
    (("count",), _HELD_FOR_A_COUNT, r"\g<held> for a count of \g<count>"),
)
"""What is replaced, in order, and by what: numbers in words by digits."""


@dataclass(frozen=True)
class Spelled:
    """A text in one spelling: `text` in small letters, digits and plain signs, `written` as it was.

    `origins` has, for each character of `text` and for its end, where that stood in `written`.
    """

    text: str
    written: str
    origins: tuple[int, ...]

    def original(self, start: int, end: int) -> str:
        """What was written from `start` to `end` of `text`."""
        return self.written[self.origins[start] : self.origins[end]]


@lru_cache(maxsize=MOST_LINES)
def spelled(written: str) -> Spelled:
    """The text with digits for numbers in words, and plain signs."""
    plain = _ENDS_BEHIND_UNIT.sub(";", written)
    small = plain.lower()
    if len(small) > len(written):  # there are capitals whose small letter is two characters
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    done = Spelled(small, written, tuple(range(len(written) + 1)))
    for when, pattern, spelling in _REPLACED:
        if any(word in done.text for word in when) and pattern.search(done.text):
            done = _replaced(done, pattern, spelling)
    return done


def _replaced(before: Spelled, pattern: re.Pattern[str], spelling: str | None) -> Spelled:
    """With every match in another spelling, in digits if none is given; `one` stays where nothing is counted."""
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for match in pattern.finditer(before.text):
        new = match.expand(spelling) if spelling is not None else _digits(match)
        pieces += [before.text[at : match.start()], new]
        origins += [*before.origins[at : match.start()], *[before.origins[match.start()]] * len(new)]
        at = match.end()
    return Spelled("".join([*pieces, before.text[at:]]), before.written, (*origins, *before.origins[at:]))


def _digits(match: re.Match[str]) -> str:
    return match[0] if match[0].lower() == "one" else in_digits(match[0])
