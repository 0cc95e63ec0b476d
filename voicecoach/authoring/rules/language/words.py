"""The words that tell an exercise from what is none: efforts, what is gone on with, what it is done with."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP

_VAGUELY = any_of(
    "some|stretching|rolling|mobility|light|gentle|dynamic|static|easy|general|full[ -]body|a few|more|basic|various",
    "other|deep|your|favou?rite|of|and|foam|upper|lower|body|office|desk|workplace|morning|evening|bedtime|daily|travel",
)
_FELT = any_of(
    "good|hard|big|nice|strong|full|gentle|slight|deep|intense|mild|comfortable",
    "(?:great|deep|big|strong|bett|long|hard|light)er|(?:more|less) (?:intense|of a)|increased|further|extra|added",
)
"""How one calls what is felt: `a deeper stretch`."""
_JOINT = "(?:neck|shoulder|elbow|wrist|finger|thumb|hip|knee|ankle|foot|toe|spine|back)"
_NO_EXERCISE = any_of(
    f"{_FELT} (?:squeeze|stretch|contraction|burn|pump)",
    rf"(?!{_JOINT} motion)(?:[\w-]+ ){{1,3}}(?:motion|manner|fashion)",
    "(?:slight|soft|small|little|tiny) bend",
    "stretch(?:es|ing)|mobility|rolling|cardio|exercises?|movements?|drills?|work|moves|core|abs|strength|conditioning",
    "(?:stretches|exercises|moves|movements|drills|poses) (?:below|above|listed|that follow)",
    "(?:all|each|every|both)(?: of)?(?: the| these)? (?:exercises?|moves?|movements?|drills?|poses?|positions?)",
    "(?:assistance|accessory|isolation|supplementary|remaining) (?:exercises|lifts|movements)",
    "(?:all|each|every|both)(?: of)?(?: the| these| my)? (?:workouts?|lifts|days|sessions?|sets)",
    "(?:(?:once |twice )?(?:daily|weekly|a day|per day|a week) ?(?:thereafter|afterwards|from then on)?|thereafter)",
    "each|both|rest(?: day)?|off|day off|rest or walk",
    "exercise|movement|move|stretch|positions?|poses?|postures?|motion|process|sequence|contraction",  # the one above
    "last|repeat",
    "it|this|that|them|these|those|following|everything|all|same|(?:an)?others?|side",
    "warm[ -]?up|cool[ -]?down|activation|breathing",
    "target|goal|planned|prescribed|programmed|volume|sets?|reps?|rounds?|holds?|tempo|recovery|intervals?|weights?|frequency|freq|duration",
    "training|workout|balance|push|pull",
    "(?:continue|carry on|keep(?: going)?|go|work)(?: (?:alternating|switching|going))?|alternating|perform(?:ed)?",
    "(?:low|medium|moderate|high|light|easy|full|max(?:imum)?)?[ -]?(?:intensity|resistance)",
    "(?:light|medium|moderate|heavy)(?:(?: to | or |/|-)(?:light|medium|moderate|heavy))? (?:weights?|loads?)",
    "legs?|hips?|back|chest|shoulders?",
    "(?:very |quite |moderately |as )?(?:heavy|heavier)(?: as possible)?",
    "runs|sessions|workouts|pairs",  # so many a week
    "(?:coach(?:ing|'s|’s)? |trainer(?:'s|’s) |pro |top |quick )?(?:notes?|comments?|tips?)|n\\.?b\\.?|p\\.?s\\.?",
    "reminder|important|warning|caution|disclaimer|key|homework|bonus|scaling|scale|options?|progressions?",
    "modifications?",
    "(?:total |session |workout )?(?:time|load|results?|scores?)|levels?|effort level|rpe|muscles?",
    "easier|harder|optional",
    "(?:next|last|this) (?:week|time|session|month)",
    "lift(?:s|ing)?|run/walk|program(?:me)?|plan|lunch|running plan",
)
_DOING = any_of("hold|do|repeat|keep|try|perform|demonstrate|show|explain") + "(?:ing)?"
GENERIC = in_any_case(
    r"(?!foam[ -]?roll)"
    rf"(?:(?:(?:again|just|still|and)\s+)*{_DOING}\s+(?=th|it|an?\s|each|every|all\b))?"
    rf"(?:(?:this|that|these|those|the|my|our|your)\s+)?(?:{_VAGUELY}\s+)*{_NO_EXERCISE}"
)
"""What is no exercise by itself, however much it looks like a name."""
_WORKED = "(?:abs|core|ab work|core work|calves|forearms|neck|grip)"
WORKED = in_any_case(
    rf"{_WORKED}(?:\s*[-–—])?\s+\d{{1,2}}\s*[x×]\s*\d.*",
    rf"\d{{1,2}}\s*[x×]\s*\d[\d\s–-]*(?:reps?)?\s*[-–—]?\s+{_WORKED}",
    rf"(?:\d{{1,2}} - )?{_WORKED}(?:\s*\([^()\d]*\))?(?:\s*[-–—:])?\s+\d{{1,2}}(?: ?[-–] ?\d{{1,2}})? ?min(?:ute)?s?",
)
"""A part of the body that stands for what is done for it: `Abs 3x15`, `3x20 - Core`, `Core 10 min`."""

_GONE_ON_HOW = any_of(
    "some|light|gentle|easy|dynamic|static|full[ -]body|general|foam|deep|slow|basic",
    "joint|hip|shoulder|ankle|spine|thoracic",
)
_GONE_ON_WITH = any_of(
    r"stretch(?:ing|es)?|drills|rolling|cardio|mobility(?:\s+(?:work|drills|flow))?|breathing|balance(?:\s+work)?",
    r"core\s+(?:work|exercises?|training|stability|strength(?:ening)?)|yoga|pilates|cross[ -]?training",
    r"strength\s+(?:training|work|(?:and|&)\s+conditioning)",
)
GONE_ON_WITH = in_any_case(rf"(?:{_GONE_ON_HOW}\s+)*{_GONE_ON_WITH}")
"""What is gone on with for some minutes, without anybody saying what is done: `5 minutes of stretching`."""
LEAST_GONE_ON_S = 60
GOING_ON = in_any_case(r"\W*(?:(?:and|then)\s+)*(?:finish|end|start|begin|warm|cool|do|spend|complete|\d)")
"""How it begins that something is gone on with."""

_LEG = any_of(f"{WARM_UP}|wu|w/u|{COOL_DOWN}|cd|c/d")
_EFFORT = any_of(
    "easy|steady|hard|strong|fast|moderately hard|moderate|tempo|threshold|slow|relaxed|comfortable|brisk|all[ -]out",
    r"race pace|(?:half[ -])?marathon pace|\d{1,2}k(?: race)? pace|mile pace|mp|hmp|z\d|zone \d",
    f"effort|{_LEG}|down",
    r"at \d+ %",
)
_TO_AN_END = any_of("finish|end|start|begin|warm[ -]?up|cool[ -]?down|recover")
EFFORT = in_any_case(
    rf"(?:{_LEG}[\s:,–-]+)?(?:(?:very|nice and|really|fairly|super) )?"
    rf"{_EFFORT}(?: (?:effort|pace))?(?=$| to {_TO_AN_END})"
)
"""How runners, cyclists and swimmers call a stretch by its effort alone: `10 min easy`, `WU 2 miles steady`."""

_OF_SOME_KIND = any_of(
    "slow|small|big|controlled|easy|full|quick|gentle|little|deep|steady|tiny|good|more|floor(?! press)"
)
_ONE_OF_IT = any_of(
    "pulses|reps|lifts?|raises|lowers|rises|steps?|taps|touches|circles|rolls?|presses|pushes|pulls|squeezes",
    "movements|holds|bounces|rocks|tilts|turns|drops|claps|rotations|bends|nods",
)
_GENTLY = r"(?:(?:slowly|gently|carefully|then|and|now|with control|under control),?\s+)*"
_WAY_BACK = any_of(
    r"(?:stand|sit|come|rise|push|press|lower|drop|go|step|roll|lie|(?:bring|lower|put) (?:it|(?:the|your) [a-z]+))\s+"
    r"(?:slowly\s+|gently\s+|straight\s+|all the way\s+)?back\s+(?:up|down)",
    r"(?:stand|sit)\s+(?:up\s+)?(?:tall|straight)|(?:stand|sit|lie|come)\s+(?:up|down)\s+again",
)
_TO_THE_START = (
    r"(?:\s+(?:again|slowly))?(?:\s+to\s+(?:the\s+|your\s+)?(?:start(?:ing)?|standing|floor|ground|first|neutral)"
    r"(?:\s+(?:position|pose|point))?)?"
)
"""How one comes back to where an exercise began, which is the last of its steps: `Slowly stand back up`."""
ONE_OF_IT = in_any_case(
    rf"(?:{_OF_SOME_KIND}[ -])*{_ONE_OF_IT}(?: (?:one way|each way|forwards?|backwards?|in total|out|back))?",
    _GENTLY + _WAY_BACK + _TO_THE_START,
    r"(?:forwards?|up|in|inwards?|left|clockwise) (?:and|then|&) "
    r"(?:backwards?|down|out|outwards?|right|(?:anti|counter)[ -]?clockwise)",
)
"""What the exercise above is counted in: `10 slow pulses`, `20 touches`; its last step as well, and its two ways."""

EQUIPMENT_LINE = in_any_case(
    r"(?:what\s+)?"
    + any_of(
        r"equipments?(?:\s+(?:needed|required|used|available|list))?|kit(?:\s+(?:needed|list))?",
        r"you(?:'ll|\s+will)?\s+need|gear|what\s+you(?:'ll|\s+will)?\s+need",
        r"tools|props|bring|needed|requires?|things\s+you\s+need|materials",
    )
    + r"\b\s*(?::|-|–|—|is|are)?\s*"
)
"""How a line begins that says what is needed."""

_KIND_OF_THING = any_of("resistance |mini |loop |exercise |yoga |medicine |stability |swiss |foam |pull-?up ")
_THING = any_of(
    "bands?|dumb-?bells?|dbs?|kettle-?bells?|kbs?|barbells?",
    "mats?|straps?|towels?|chairs?|benche?s?|box(?:es)?|balls?|rollers?|rope|bars?|blocks?|bolsters?|blankets?",
    "weights?|plates?|backpack|steps?|stool|sofa|couch|wall|discs?|sliders?|cables?|machine|rings?|trx|belt",
    "pillow|cushion|bottles?|broomstick|stick|pole|table",
)
_SOME = (
    r"(?:(?:the\s+)?(?:end|edge|side|top|back|bottom)\s+of\s+)?"
    r"(?:(?:a|an|the|your|some|one|two|light|heavy|medium|both)\b)?"
)
WITH_THING = in_any_case(
    rf"[,\s]+(?:(?:using|use)\s+|with\s+){_SOME}\s*"
    rf"((?:[\w-]+\s+){{0,2}}{_KIND_OF_THING}?{_THING}(?:\s+or\s+(?:a\s+)?[\w-]+)?)\s*"
    r"(?:(?:a?round|above|below|over|under|across|behind|between)\s+(?:your|my|the|both|each)\s+[\w ]+)?$"
)
"""What an exercise is done with, behind its name."""
