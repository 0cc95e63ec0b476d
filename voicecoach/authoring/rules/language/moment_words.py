"""The words that tell when a sentence about an exercise is of use: before it, when it is easy or hard, for safety."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_HARDER = any_of("harder|more (?:difficult|challenging)")
_IS_ABLE = any_of(
    "you (?:can|have|are|become|get|feel (?:strong|comfortable|confident|ready|able))",
    "you've|you're",
    "(?:it|this|that|these) (?:is|are|gets?|becomes?|feels?)",
)
_PROGRESS = any_of(
    rf"to (?:progress|make (?:it|this) {_HARDER})|progress(?:ion|ing|ed|ive overload)?s?\b",
    rf"make (?:it|this|these) {_HARDER}",
    r"harder(?: version| option)?\b",
    rf"once {_IS_ABLE}(?! (?:finished|done|completed|held)\b[^.]*\b(?:switch|swap|change|repeat|other)\b)",
    "as (?:you|it) (?:get|gets|become|becomes) (?:stronger|easier|easy)",
    "when (?:this|it|that) (?:is|gets|becomes|feels) (?:too )?eas(?:y|ier)",
    r"if you(?:['’]re| are) (?:feeling|up for|really|already)\b",
    r"next level|level up|advanced(?: version| option)?\b|too easy|for (?:more of )?a challenge",
    r"add (?:weight|load|\d[\d.]* ?(?:kg|lbs?)|resistance|a weight|a band)|could also use",
    "build (?:up )?(?:to|from)(?! an? (?:heavy|top|max))|increase",
)
PROGRESS = in_any_case(rf"\b{_PROGRESS}\b")
_CHANGE = "add|increase|go up|raise|bump|move up|drop|lower|decrease|reduce|deload"
_WEIGHED = r"(?:\d[\d.]*(?:\s?[-–]\s?\d[\d.]*)?\s?(?:kgs?|lbs?|pounds|kilos|%)|\b(?:weights?|loads?)\b)"
PROGRESSED = in_any_case(
    rf"\W*(?:then )?(?:aim to |try to )?(?:{_CHANGE})\b[^.;]{{0,100}}?{_WEIGHED}(?:[^.;]|\.\d){{0,100}}"
    r"\b(?:every|each|per|next|weekly|whenever|when|if|once|until|session|workout|week)\b",
    r"\W*(?:if|when|once) you (?:fail|miss|stall|hit|get|can|complete|reach)\b[^.;]{0,100}"
    rf"\b(?:{_CHANGE})\b[^.;]{{0,100}}{_WEIGHED}",
)
"""How it begins that loads grow from one session to the next: `Add 2.5 kg every week, 5 kg on deadlifts`."""
ONCE_ABLE = in_any_case(
    r"\W*(?:once|when|as soon as|if) you(?:['’]re| are)? (?:can|able to|manage|reach|get to|comfortably)\b"
    r"[^,.;]*\d[^,.;]*,[^\d]+"
)
"""What comes once so many of it are done, and isn't counted itself: `Once you can do 20, hold a weight`."""
_EASIER = any_of(
    r"easier(?: version| option)?|regress(?:ion|ed)?s?|too (?:hard|difficult|much)|modif(?:y|ication)s?",
    r"(?:(?<!\d )|(?<=\bor \d )|(?<=\bor \d\d ))modified",  # but `15 modified push-ups`
    r"if (?:you )?struggl\w+|beginners?|scale(?:d)?|alternatives?|instead|options?|substitut\w+",
    r"swap(?! ?(?:(?:your|the) )?(?:to|so|over|sides?|legs?|arms?|feet|hands|round|on))",
)
EASIER = in_any_case(rf"\b{_EASIER}\b")
OTHERWISE = in_any_case(
    r"\W*(?:(?:to )?make (?:it|this|these|them|things|the (?:workout|circuit|session)) (?:a (?:bit|little) |even )?"
    rf"(?:{_HARDER}|easier|tougher|less (?:difficult|challenging))\b|(?:is it )?too (?:easy|hard|difficult|much)\?"
    r"|(?:harder|easier|tougher|scaled?|modification|progression|regression)s?(?: version| option| down| up)?\s*[:–—-])"
)
"""How it begins that all of it can be done otherwise, with other rests or rounds: `Make it harder: do five rounds`."""

FOR_SOME = (
    r"(?:for an? )?(?:low(?:er)?[- ](?:impact|intensity)|no[- ](?:jump(?:ing)?|equipment|impact)|beginner'?s?'?|easier"
    r"|gentler|harder|advanced|seated|chair|wheelchair|standing|scaled|modified)"
    r" (?:modification|version|variation|option|alternative|adaptation)s?"
)
"""How it is called what some do instead: `Low impact modification`."""
_LACKED = any_of(
    "band|dumbbells?|barbell|kettlebell|bench|box|weights?|gym|machine|equipment|rower|bike|rope|bar|access",
)
_IT = "(?:it|the|this|that|them)"
_INSTEAD = any_of(
    "if (?:you(?:'re| are)? )?(?:unable to|not able to|(?<=you )can't|(?<=you )cannot)",
    "if you (?:don't|do not|haven't|have not)(?: got)?(?: have)?",
    rf"(?:if )?(?:you have )?no (?:\w+ ){{0,3}}{_LACKED}\b\??",
    r"^(?:alternate|alternative|other|optional|swap|substitute)(?: (?:exercise|option|move|movement))?s?\s*:",
    r"don't have|haven't got|(?<!\w )(?<!\w, )without (?:a|an|any) \w+|in place of",
    rf"swap {_IT}\b.{{0,40}}\bfor\b|replace {_IT}\b.{{0,40}}\b(?:with|by)\b|substitut\w+|instead of",
)
INSTEAD = in_any_case(rf"(?:^|\b){_INSTEAD}\b")

_SAFETY = any_of(
    r"stop (?:if|when|immediately|straight|and|the)|pain(?:ful)?\b(?!\s*-?free range)",
    r"dizz\w+|light-?headed|chest pain|consult|see (?:a|your) (?:doctor|gp|physio)|doctor",
    r"careful|caution|warning|injur\w+|hurts?\b",
    r"(?:can't|cannot|won't|doesn't|not) (?:slip|tip|slide|move about)|safe(?:ly|ty)?\b",  # a chair's legs
    r"never hold (?:your )?breath|do not (?:bounce|force|lock)|don't (?:bounce|force|jerk)|avoid\b",
    r"contraindicat\w+|pregnan\w+|numb\w*|tingl\w+",
)
SAFETY = in_any_case(rf"\b{_SAFETY}")

CAUTION = in_any_case(
    r"(?:if|when(?:ever)?|should|in case)\b[^.!?:]{0,60}\b(?:pain|hurts?|sore(?:ness)?|swell\w*|swollen|flares?|aches?"
    r"|worse|dizz\w+)\b[^.!?]*\b(?:ice|rest|stop|skip|miss|leave|take|halve|reduce|drop|cut|apply|see|call|consult|wait)\b"
    r"(?:[^.!?]|\.\d)*[.!?]?\s*"
)
"""A sentence on what is to be done if something hurts: its times and counts are none of an exercise."""

SETUP = in_any_case(
    r"start(?:ing)?(?: position)?\b|begin\b|setup\b|set[ -]up\b|set (?:your|up|the|a)",
    r"stand\b|standing\b|lie\b|lying\b|lay\b|sit\b|sitting\b|seated\b|kneel\b|kneeling\b|place\b|put\b|position\b",
    "get (?:into|on|down|yourself)|come (?:into|onto|to)|on (?:all fours|your|hands)",
    "with (?:your |the |a |an |feet|hands|one)",
    r"face\b|facing\b|grab\b|grip\b|take hold|hold (?:a|an|the|one|two|your|dumb|kettle)|loop\b|attach\b|find\b",
    r"feet\b|plant\b|hands\b|rest your|hang\b|support\b|from (?:a |all |standing|sitting|kneeling|lying)|side[ -]on",
    "in (?:a )?(?:plank|push|standing|sitting|lying|kneeling|press)|place",
)
"""How a sentence begins that says how one stands, sits or lies before it begins."""

_STARTED = in_any_case(
    r"\W*(?:(?:when|after|as) [^,.;\d]{3,60}, )?(?:you (?:can|could|should|might|may) |please |to |i'd |we )?"
    r"(?:start|begin)(?:ing)?(?: off| out)?(?: with| at| by)\b"
)
_LATER = in_any_case(
    r"\s*(?:,|\band\b|\bthen\b|\bbefore\b)[\s,]*(?:(?:and|then|try to|aim to|you can|\w+ly) )*"
    r"(?:increas|build|progress|work(?:ing)? (?:your way )?up|add|move up|go up)"
)

_COUNTED_FIRST = in_any_case(r"\W*(?:you \w+ |try to )?(?:do|perform|complete|try|hold|repeat)\b[^.;]{0,30}\d")
_BUILT = in_any_case(
    r"\s*(?:(?:,\s*)?(?:\band\b|\bthen\b)\s|,\s|\()\s*(?:\w+ly )?(?:build(?:ing)?|work(?:ing)? (?:your way )?up)\b",
    r"\s*(?:\s[-–]|[-–]\s|—|,|\()?\s*\bor (?:less|fewer|as (?:many|few|much|long))\b",
)
_NO_PAIN = any_of(
    "there(?:['’]s| is) no (?:pain|discomfort)|you (?:have|feel) no (?:pain|discomfort)",
    "(?:it|this|that) (?:doesn['’]t|does not) hurt",
    "(?:it|this|that)(?:['’]s| is) (?:pain[ -]?(?:free|less)|not painful)",
    "(?:it|this|that) (?:is|feels) comfortable|you(?:['’]re| are| feel) comfortable|you can|possible|able",
)
_IF_ALL_IS_WELL = (
    rf"(?:if|as long as|so long as|provided(?: that)?) {_NO_PAIN}(?: (?:to|with|in|when|doing) [^,.;\d]{{1,30}})?"
)
_CONDITION = in_any_case(
    rf"^\W*{_IF_ALL_IS_WELL},\s*(?:then )?"
    r"(?=(?:you (?:can|may|should) |please |try to )?(?:repeat|do|hold|perform|complete)\b)",
    rf"(?<=s),?\s*\(?{_IF_ALL_IS_WELL}\)?\W*$",
)
"""That nothing hurts: what is prescribed before it or behind it is prescribed all the same."""


def started_with(sentence: str) -> str:
    """What a sentence tells to start with, up to how one goes on later: `Start with ten and build to twenty`."""
    if _COUNTED_FIRST.match(sentence):
        return _BUILT.split(sentence, maxsplit=1)[0]
    return _LATER.split(sentence, maxsplit=1)[0] if _STARTED.match(sentence) else sentence


def without_condition(sentence: str) -> str:
    """A sentence without that it is done if nothing hurts: `If there's no pain, repeat this 3 times`."""
    return _CONDITION.sub("", sentence) if " " in sentence else sentence


BEFORE_THIS = any_of(
    "(?:now |it )?(?:was|were)|previously|formerly|instead of|replac(?:es|ed|ing)",
    "(?:changed|increased|reduced|progressed|swapped|bumped|lowered|raised)(?: (?:up|down))? (?:from|for)",
    r"(?:(?:last|previous) (?:time|week|session|block|month|cycle)|(?:up|down) from)\b(?=:? [^()\[\]]*\d)",
)
"""What begins a remark on what was done before, in brackets: `(was 3 x 8)`, `[changed from squats]`."""
