"""Numbers that stay in the name of an exercise: the table of what looks like an amount and is none."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import THEN_THE_OTHER, Traps
from voicecoach.authoring.rules.language.pattern import any_of

_LIMB = any_of(
    "leg(?:ged)?|arm(?:ed)?|hand(?:ed)?|foot(?:ed)?|feet",
    "point|way|part|step|count|pose|position|limb|inch|kneeling",
)
_PART = any_of(
    "block|part|circuit|super[ -]?set|tri[ -]?set",
    "couplet|triplet|pair|pairing|round|day|week|session|workout|routine|program(?:me)?|option|version",
    "exercise|station|minute|min|phase|stage|level|group|set",
)
_HALF = any_of("push|pull|legs?|upper|lower|full|total|whole|chest|back|arms|core|strength|mobility|cardio")
"""What the days of a week are called by, with a number where there are two of them: `Upper body 2`."""
_KIND = any_of("cardio|hiit|treadmill|bike|hills?|track|speed|tempo|endurance|interval")
"""What sessions that are run or ridden are called by, with a number where there are several: `Hill session 2`."""
_HIGH = any_of(
    "box|step|bench|platform|high|hurdle|target|deep|wide|apart|off|away|block|ball|band",
    "in front|from|behind|below|above",
)

NAMES: Traps = (
    ("days", r"^days_\d(?: ?(?:,|&|\+|/|-|_and_|_to_) ?\d)+"),
    (
        "",
        rf"\b{_PART}_\d{{1,2}}(?=_[-–]_| ?:| \(|,?_(?:week|day|session|cycle)_\d)",  # Block 2: ...
        r"(?<![-/\d])(?!^ \(?(?:[1-9]|1\d|20) ?/ ?\d)(\d+) [-/] \1\b(?![-/\d])(?!_*(?:s|sec|min|reps?|x)\b)",  # 90-90
        rf"^(?!minute|min|set){_PART}_\d{{1,2}}(?= ?$)",
        rf"^{_HALF}(?:_body)?(?:_day)?_[1-9](?= ?$| ?:| \(|_[-–]_)",
        rf"^{_KIND}_(?:intervals?|workout|session|run|training)_[1-9](?= ?$| ?:| \(|_[-–]_)",
        (
            rf"(?:(?<=[\d\0]\s)|(?<=[\d\0][,:]\s)|(?<=[\d\0]\s-\s))(?:run|ride|(?!min|set|round){_PART})s?_\d{{1,2}}"
            r"(?: ?(?:-|&|to|and) ?\d{1,2})?(?= ?$)"  # Week 5, workout 2
        ),
    ),
    (
        "workout|session|routine|program|phase|level|stage|day|circuit",  # the first time you do Workout 2
        (
            r"(?<=[a-z]\s)(?:workout|session|routine|program(?:me)?|phase|level|stage|day|circuit)_\d{1,2}\b"
            r"(?=,_[a-z]| ?[.;)]|_(?:and|or|before|after|you|we|is|are|has|will|with|on|when|if)\b)"
        ),
    ),
    (
        "circuits|sets",  # `these two circuits` are none of one
        r"\b(?:these|those|here_are|one_of_the|one_of|the|following)_\d{1,2}_(?:\w+_)?(?:circuits|super-?sets|tri-?sets)\b",
    ),
    (
        "lifts|cow|gvt|program|plan|routine|method|template",
        any_of(
            r"\b(?:strong ?lifts|mad ?cow|gvt)_\d{1,2} ?x ?\d{1,2}\b",
            r"\b\d{1,2} ?x ?\d{1,2}_(?:program(?:me)?|plan|routine|method|template)\b",
        ),
    ),
    (
        "/",
        r"\b5/3/1\b(?!\+? ?@|\+_*(?:$|[(,;]))",  # a programme's name
        r"\b[a-z]+_\d/\d{1,2}(?=_[a-z])(?!_(?:x|sets?|reps?|rounds?|for|sec|min)\b)",  # hang 7/3 repeaters
    ),
    (
        "push|pull|leg|upper|lower|full|total",  # Monday: Legs 2
        (
            r"^(?:[a-z][a-z\d ]{1,19} ?[-–—:,]_)?(?:push|pull|legs?|(?:upper|lower|full|total)(?:_body)?)(?:_day)?"
            r"(?:_\(?| ?[-#] ?)[1-4]\)?(?= ?:?$| ?[:(]_?[a-z])"
        ),
    ),
    ("h", r"(?<!rest\s)(?<!rest:\s)\b[1-9]\d(?: ?(?:-|to) ?\d\d)? ?-?(?:h|hrs?|hours?)\b"),  # within 24 h
    ("5-10-5", r"\b5-10-5\b(?=_(?:shuttle|pro|agility|drill|run|test|sprint|yard)| ?\))"),  # how a shuttle is run
    ("pg|p.|pp|page", r"\b(?:pg\.?|pp?\.|pages?)_?\d{1,4}(?:(?: ?[-–] ?|, ?)\d{1,4}(?! ?[x×]|_sets?))*\b"),  # of a book
    ("cycle", r"\b(?:meso|micro)?cycle_\d{1,2}(?= ?(?:$|[,;:)]|_-|_week|_day))"),  # Phase 1, cycle 3
    ("1h|2h", r"\b[12]h(?=_(?:sw\b|swing|kb\b|kettle|press|clean|snatch|row\b|high_pull|deadlift|dl\b))"),  # 2H swing
    (
        "leg|arm|hand|foot|feet|point|way|part|step|count|pose|position|limb|inch|kneeling",
        (
            r"\b(?:(?:\d+-){1,2}|(?<!x\s)(?:[1-4] |(?:one|two|three|four|single|double)[ -]))"  # 4-point
            rf"(?!hand_release){_LIMB}\b"
            rf"(?!_hold|[ -](?:ups?|downs?|overs?|backs?)\b|{THEN_THE_OTHER})"
        ),
    ),
    (
        "one, 2|1, 2",  # counted along
        r"(?:\bone|\b(?:go|so|okay|counting|count|that's)_1),_2,_3\b(?:,?_(?:and_)?\d{1,2}\b)*(?!_?(?:reps?|sets?|x|s)\b)",
    ),
    (
        "bell|dbs|kbs|band|chair|towel|people|mats|clubs|blocks|bottles",
        (
            r"(?<!x\s)\b[1-4](?:_(?:pairs?_of|adjustable|light|heavy|small|large|sturdy|loop|resistance)){0,2}"
            r"_(?:dumb-?bells|kettle-?bells|dbs|kbs|bands|chairs|towels|people|mats|clubs|blocks|bottles)\b"
        ),
    ),
    (
        "choose|pick|select",  # how many of them, not how often
        r"\b(?:choose|pick|select)_(?:any_)?[1-6](?: ?- ?[1-6])?\b(?!_(?:sets|rounds|reps|times|min|sec)| ?x)",
    ),
    ("up in|down in", r"\b(?:up|down)_in_[1-9](?= ?(?:$|[,;.]))"),  # up in 1
    ("hands|arms|feet|legs", r"\(2_(?:hands|arms|feet|legs)\)"),
    (
        "hands|arms|feet|legs|knees|elbows",  # 2 hands on the bar
        r"\b2_(?:hands|arms|feet|legs|knees|elbows)_(?:on|in|at|around|round|under|behind|above|against)\b",
    ),
    ("rule|method|principle", r"\b\d{1,2}(?: ?[-/] ?\d{1,2}){1,3}_(?:rule|method|principle)\b"),
    (
        "breath",  # how long in, held and out
        r"\b\d{1,2}(?: ?[-/] ?\d{1,2}){1,3}_(?:[a-z]+_)?breath(?:s|e|ing|work)?\b",
        r"(?<=\bbreath)(?:s|e|ing|work)?(?:_pattern)?,? ?\(?\d{1,2}(?: ?[-/] ?\d{1,2}){2,3}\b\)?",
    ),
    ("20", r"\b20 ?[-/] ?20 ?[-/] ?20\b"),  # how often they are rested
    ("away|apart", r"\b\d+ ?(?:feet|ft|foot|m|met(?:re|er)s?|yards?|inches|paces|steps)_(?:away|apart)\b"),
    (
        "rep",
        (
            r"(?:\b(?:complet(?:e[sd]?|ing)|compris(?:e[sd]?|ing)|makes?|is|are|counts_as)|'s)"
            r"_(?:one|1)_(?:full_|whole_)?rep(?:etition)?\b"
        ),
    ),
    (
        "round",
        r"\bto_(?:complete|finish|make)_(?:one|1)_(?:full_|whole_)?round\b(?!,?_(?:(?:and|then)_)*rest)",
    ),  # no count of them
    ("step", r"\b(?:to|from|repeat|of)_steps?_\d{1,2}(?:_?(?:-|to|and)_?\d{1,2})?\b"),
    (
        "repeat",  # which of them, not how often
        (
            r"\brepeat_(?:(?:exercises?|stretch(?:es)?|moves?|numbers?|nos?\.?)_)?\d{1,2} ?(?:&|and|-|to|\+) ?\d{1,2}"
            r"(?=_(?:on|with|for|to|using)_(?:the_|your_)?(?:other|opposite|left|right|second)\b)"
        ),
    ),
    (
        "workout|challenge|routine|program|session",
        (
            r"^(?:the_)?\d{2,4}[ -](?!min|sec|day|week|kg|lb|m\b|km|mile)(?:[\w-]+_){1,3}"  # 400 Swing Workout
            r"(?:workout|challenge|routine|program(?:me)?|session)(?= ?$)"
        ),
    ),
    ("21s", r"\b21s\b"),  # curls
    ("st|nd|rd|th", r"\b\d{1,2}(?:st|nd|rd|th)\b(?=_(?:world|position|gear|pull)\b)"),  # 3rd world squat
    (" of ", r"\b(?:session|week|day|workout|part|lesson|class|block|month|phase)_\d{1,2}_of_\d{1,2}\b"),
    ("past", r"\b(?:\d{1,2}|half|quarter)[ -]past[ -]\d{1,2}\b"),  # a time of day
    (
        "00s",
        (
            r"(?<!rest\s)(?<!for\s)(?<!hold\s)(?<!x\s)(?<!off\s)(?<!\d)(?:[2468]00|1[0256]00)s\b"  # laps: rolling 400s
            r"(?!_*(?:rest|hold|plank|on\b|off\b|work|recover))"
        ),
    ),
    (
        "25s|50s|75s|00s",  # lengths of a pool: by 25s, those 50s are easy
        r"(?:(?<=\bby\s)|(?<=\bthose\s)|(?<=\bthe\s)|(?<=\bodd\s)|(?<=\beven\s))(?:25|50|75|100)s\b(?!_*(?:rest|hold|plank))",
        r"\b(?:25|50|75)s(?=_(?:workout|set|session|swim|are|were|might|should))",
    ),
    ("v", r"\b\d{1,2} ?v(?:s\.?)? ?\d{1,2}\b"),  # a game of 5v2
    ("0s", r"(?<=\bin\sthe\s)(?:19)?\d0s\b"),  # years
    ("warrior", r"\bwarrior_(?:pose_)?(?:[1-3]|one|two|three)\b"),  # a pose
    ("finger", r"\b[1-4][ -]finger(?:ed|s)?\b"),  # a grip
    ("figure", r"\bfigure[ -]?(?:4|8|four|eight)(?:'?s)?\b"),
    (
        " the ",
        r"\b(?:to|from|past|round|around|off|behind)_the_\d{1,3}\b(?= ?(?:$|[,.;:()])|_(?:and|line|mark)\b)",
    ),  # of a pitch
    ("", r"\b(?:no|number|nr|option|variation|version|stage|phase|level|lvl|part|pt|lesson|chapter|tip)\.?_?\#?\d+\b"),
    ("deg|°", r"\b(?:\d+(?: ?- ?|_(?:to|or)_))?\d+(?:\.\d)?[ -]?(?:degrees?|deg\b|°)[a-z]*"),  # 45-degree
    (
        "",
        rf"\b(?:\d+(?: ?- ?|_(?:to|or)_))?\d+(?:/\d+)?(?:\.\d)? ?-?(?:\"|in\b\.?|inch(?:es)?|cm|mm)(?=_{_HIGH})",
    ),
    (
        "inch|cm|mm",
        r"\b(?:\d+(?:\.\d)?(?: ?- ?|_(?:to|or)_))?\d+(?:\.\d)? ?-?(?:inch(?:es)?|cm|mm)\b(?!_worm)",
    ),  # a box's height
    (
        "target|box|line|wall|high|mark|rope",
        r"\b\d{1,2} ?-?(?:ft|feet|foot|')(?=_(?:target|box|line|wall|high|mark|rope)\b)",
    ),  # a target's height
    (
        "/",
        r"\b\d{2} ?/ ?\d{2} ?(?:\"|in\b|inch(?:es)?)",
    ),
    (
        "box|step|target",
        r"\b(?:box|step(?!-?_?ups?\b)|target)[a-z -]*\(\d{2}(?: ?/ ?\d{2})? ?(?:\"|in)?\)",
    ),  # a box's height
    (
        "",
        r"\b(?:l|c|t|s)\d(?:/\d)?\b",  # a vertebra
        r"\b(?:covid|top|iso|win|ps)[- ]?\d+\b",
        r"(?:\b(?:to|for|your|first|a|at)_|@ ?)\d+k\b(?=_*(?:$|[.,!)(]|[a-z]))",  # couch to 5k, 8 x 400 m @ 5k
        r"(?:\bat_|@_?|\bthan_|\byour_|\()\d{1,2}(?:\.\d)?_?km?_(?:(?:goal|target|race)_)*(?:pace|effort|speed|intensity)\b",
        r"\b\d+(?:k|km|-mile|_mile)_(?:runner|race|pace|plan|time|pb|goal|training|programme|program)s?\b",
        (
            r"\b\d+(?:k|km)_(?:(?:run|running|race|training|beginners?'?|walk|novice|fitness|starter|improver)_){1,3}"
            r"(?:plan|programme|program|schedule|guide)\b"  # 10 km running fitness plan
        ),
        (
            r"(?<!\d\s)\b(?:z|zone|hr|level|gear|incline|speed|resistance|gradient|setting|cadence)"  # zone 2
            r"(?:_of|_at|:)?_?\d+(?:\.\d+)?(?!\d| ?x ?\d)\+?(?: ?- ?\d+(?:\.\d+)?)? ?%?(?:_?(?:mph|km/h|kph|bpm|rpm))?"
        ),
    ),
    ("within", r"\bwithin_(?:the_first_|about_|an?_)?\d{1,2}(?: ?- ?\d)? ?-?(?:h|hrs?|hours?)\b"),
    ("cal", r"\b\d+(?:/\d+)?[ -]?cals?\b"),
    (
        "",
        (
            r"\b\d+(?:\.\d+)?(?: ?- ?\d+)? ?"  # 140 bpm
            r"(?:mph|km/h|kph|bpm|rpm|spm|watts?|w\b(?!/)|kcal|calories|cals?|ml|litres?|liters?)\b"
        ),
    ),
)
"""These stay in the name, or in the sentence, that they stand in."""
