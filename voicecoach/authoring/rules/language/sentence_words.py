"""The words that tell sentences from names, and what a sentence says of all exercises, or of the time between."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import UNIT_OF_TIME

_IN_SENTENCES = any_of(
    r"you|you're|you'll|you've|your|yours|we|we'll|they|it's|its|this|these|those",
    r"(?<!warrior\s)(?<!virabhadrasana\s)i(?!\W*$)|i'm",  # not `Twist I`, nor `Warrior I (both sides)`
    r"it(?!\s+bands?\s+(?:stretch|foam|roll|release|walk|mobili))"
    r"(?!(?:(?<=\broll\sit)|(?<=\brolling\sit))\s+bands?\b)",
    r"if|unless|should|will|(?<!empty\s)(?<!full\s)(?<!frozen\s)(?<!soup\s)can|can't|could|would|must|may",
    "is|are|was|were|has|have|had|be|been|do|does|don't|doesn't",
    "cant|dont|doesnt|wont|isnt|youre|youve|youll|thats|theres",  # as somebody types in haste
    r"when|while|until|because|so\s+that|make\s+sure|ensure|keep|keeping|try|remember|avoid|let|let's",
    r"them|their|there(?!\s+and\s+back\b)|which|who|what|why|how|never|always|not|throughout|enough",
    "uses|includes|consists|nobody|everybody|everyone|somebody|someone|anyone|people|makes?|looks?|really|honestly|probably",
    r"tonight|tomorrow|yesterday|gets?(?!\W*ups?\b)",
    r"(?:says?|said|writes?|wrote|explains?|asks?)(?=\W*$)",
)
SENTENCE = in_any_case(rf"\b{_IN_SENTENCES}\b")
"""Words of sentences, which no name has."""

_TO_DO = any_of(
    "keep|brace|squeeze|push|drive|lower|lift|engage|tuck|breathe|exhale|inhale",
    r"avoid|don't|do\s+not|make|ensure|focus|maintain|press|pull|bend|extend|rotate",
    "step|stand|lie|lay|sit|kneel|place|put|hold|start|begin|slowly|gently|repeat|return|imagine|think|feel|aim|try",
    "look|stay|relax|set|grab|take|raise|point|let|draw|roll|reach|shift|lean|move|come|bring|use|allow|pause|tighten",
    "control|straighten|stretch|turn|twist|hinge|land|jump|find|get|face|grip|tilt|lock|plant|cross|slide|glide",
    "open|close|complete|perform|do|go|choose|add|reduce|increase|rest|switch|swap|alternate|position|rise|cue|loop",
    "peel|prop|shut|scale|partition|drape|soften|sink|spread|interlace|clasp|wrap|hook|shuffle|scoot|settle|wait|mind|picture",
    r"combine|support|demonstrate|change|carry\s+out|explode|assume|(?:squat|crouch|hop|leap)\s+(?:down|back|up|from|as|slightly|on|onto|over)",
    r"attach|stop|never|always|notice|remember|no|not|build|work\s+up|establish|warm\s+up\s+to",
    "release|unwind|clench|tense",
)
IMPERATIVE = in_any_case(rf"(?:then\s+|now\s+|slowly\s+|gently\s+|next,?\s+)*{_TO_DO}\b(?!\s*-)")
"""How a sentence begins that tells what to do."""
AND_BACK = in_any_case(
    r"^and\s+(?=(?:lower|release|return|relax|repeat|rest|let|bring|come|straighten|slowly|unwind)\b)"
)
"""How it is gone on with an order to come back from what was done: `And lower`."""

_DEED = any_of(
    "step|push|pull|press|sit|stand|get|lift|lower|roll|reach|rotate|jump|stretch|twist|hold|hinge|turn|open|raise|cross"
)
_GOES_ON = r"(?!\s+(?:in|on|into|onto|to|and|with|from|against|your|the|until|so|slowly|for|facing)\b)"
"""`Step back into ...` is no name, `step back` is."""
_NAMED_BY_IT = any_of(
    rf"ups?(?!(?<=\bsit\sup)\s+(?:on|tall|straight|in|at)\b)|(?:down|out|back|in)\b{_GOES_ON}|downs|outs|backs|ins|overs?|throughs?|aparts?",
    r"press(?:es)?|jerks?|jacks?|rope|squats?|lunges?|off|train(?:er|ing)|fit|to\s+stands?|crunch(?:es)?|books?",
    "stretch(?:es)?|s",
)
AND_YET_NAMES = in_any_case(
    rf"(?!(?:sit|stand)\s+up\s+(?:tall|straight|in|with)\b|sit\s+up\s+and\b){_DEED}s?[\s-]+{_NAMED_BY_IT}\b",
    r"stand(?:ing)?\s+on\s+(?:one|each)\s+(?:leg|foot)(?=\s*(?:$|[,(–-]|for\b|while\b|\d))",
    r"(?:close|cross|reach)[\s-]+(?:grip|stance|body|country|unders?)\b",
    r"sit\s+to\s+stand|push\s+press|pull\s+through|press\s+ups?|step\s+on|stretch:",
)
"""Names that begin like that."""

_MOVE = any_of(
    "raise|lift|lower|bend|straighten|pull|push|press|squeeze|turn|tilt|rotate|roll|slide|point|circle|tighten|swing",
    "stretch|extend|cross|clasp|lace|rock|march|tap|step|bring|lean|reach|shrug|drop|flex|open|close|spread|curl|walk",
    "move|twist|draw|arch|kick|clench|nod|touch",
)
_THERE_AND_BACK = rf"(?:{_MOVE}|tense|clench|contract|lock|bring)\s+(?:and|&)\s+(?:{_MOVE}|relax|release|unlock|return)"
THERE_AND_BACK = in_any_case(rf"\b{_THERE_AND_BACK}\s+(?=(?:the|your|both|one|each)\b)")
"""What is moved there and back, which is one order: `raise and lower your heels`, `tighten and relax your thigh`."""
MOVED = in_any_case(
    rf"(?:(?:slowly|gently)\s+)?(?:{_THERE_AND_BACK}|{_MOVE})"
    r"\s+(?!back\b|and\b|down\s+(?:slowly|again)\b|for\b|it\b)\w[^.!?,;:]*"
)
"""An order that moves something, which is what an exercise is that nobody calls: `Raise your heels`."""
MOVES = in_any_case(rf"\W*(?:(?:slowly|gently|then|and|now)\s+)*(?!stretch){_MOVE}\s+[a-z]")
"""How a sentence begins that tells to move, and not to stay in a stretch."""

BODY = in_any_case(
    r"\b(?:knees?|legs?|thighs?|ankles?|feet|foot|toes?|heels?|hips?|pelvis|tailbone|buttocks?|bottom|arms?|elbows?"
    r"|wrists?|hands?|palms?|fingers?|ears?|eyes|shoulders?|head|neck|chin|chest|ribs|back|spine|stomach|tummy|belly|trunk|torso|body)\b"
)
"""A part of the body, which an order moves."""

_ONE_OF_ALL = any_of(
    "exercises?|movements?|moves?|stations?|stretch(?:es)?|poses?|positions?|sets?|holds?|ones?|others?|sessions?",
    "drills?|pairs?|pairings?|super-?sets?|tri-?sets?|giant sets?",
)
_ALL_OF_THEM = any_of(
    "exercises|movements|moves|stretches|stations|poses|drills|circuit|list|sequence|routine|combo|series|flow|complex",
)
_SEVERAL = any_of("exercises|movements|moves|stretches|drills|lifts|super-?sets|tri-?sets|giant sets|pairs|stations")
FOR_ALL = in_any_case(
    r"\b(?!(?<=[\s-]\d\sseconds\sfor\s)each\smovement)"  # a phase: taking 3 seconds for each movement
    rf"(?:each|every|all|both)(?:\s+of\s+(?:the|these))?\s+(?:the\s+)?(?:\d+\s+)?{_ONE_OF_ALL}\b",
    rf"\b(?:these|following|the)\s+(?:\w+\s+)?{_ALL_OF_THEM}\b",
    r"\b(?:hold|do|perform|repeat|stay\s+in)\s+(?:each|all)\s+of\s+(?:them|these|those)\b",
    rf"\b{_SEVERAL},?\s+(?:and\s+)?each\s+(?:of\s+which\s+)?(?:is|lasts?|lasting|done|performed|held|tak(?:es|ing)|for|to|one)\b",
    rf"^\W*(?:\d{{1,2}}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:[\w-]+\s+)?{_SEVERAL}\s*[,:;–—-]\s",
    r"\b(?:do|repeat|complete|perform|run)\s+this\s+(?:circuit|sequence|combo|series|flow|complex|list)\b",
    r"\bbetween\s+(?:\w+\s+)?(?:sets|exercises|movements|moves|rounds|stations|stretches|circuits|poses|positions|postures)\b",
    r"\bper\s+(?:exercise|movement|set|station|stretch)\b",
    r"\d\s+(?:sets\s+|reps\s+|repetitions\s+|times\s+)?(?:of|on|for)\s+(?:each|every|all|everything)\b(?!\s+(?:sides?|legs?|arms?|foot|feet|hands?|of\s+your|weeks?|days?))",
    r"^\W*(?:sets|rests?(?:\s+periods?)?)\s+are\b|^\W*keep\s+(?:your\s+|the\s+|all\s+)?rests?\b",
    r"\b(?:do|repeat|complete|perform|through)\s+(?:all\s+of\s+(?:this|it|these|them|that)|the\s+lot)\b",
    r"\b(?:whole|entire|complete)\s+(?:circuit|thing|sequence|workout|routine|list)\b",
    r"\bunless\s+(?:stated|noted|otherwise|it)\b",
    r"\bthrough(?:out)?\s+the\s+(?:list|circuit)\b|\bas\s+a\s+circuit\b",
    r"(?<!place\s)(?<!hands\s)(?<!stand\s)(?<!sit\s)\bback[ -]to[ -]back\b",
    r"\brepeat\s+(?:the\s+)?(?:circuit|all|everything|the\s+above|from|whole|sequence|workout)\b",
    r"(?:^|[.!?;]\s+)\W*(?:all|each|everything)\s+(?:of\s+(?:these|them)\s+)?(?:are\s+|is\s+|to\s+be\s+)?(?:held|done|for|at|with)\b",
    r"(?:^|[.!?]\s+)\W*(?:all\s+|my\s+|the\s+)*(?:assistance|accessory|accessories|isolation|supplementary|remaining)"
    r"(?:\s+(?:exercises|lifts|movements|work))?\s+(?:are|is|get)\b",
    r"(?:^|[.!?]\s+)\W*all\s+(?:of\s+)?(?:(?:the|my|these|main|other)\s+)*(?:workouts|lifts|days|working\s+sets)\s+(?:are|is|get)\b",
    r"\beverything\b|\bholds\s+are\b|\bthe\s+(?:above|below)\b|\beach\s+for\b|\bfor\s+(?:timed|holds?)\b",
)
"""What a statement about all exercises says."""

OWN_SETS = in_any_case(
    r"(?:^|[.!?]\s+)\W*(?:I|we)(?:'m|'ll|\s+(?:will|am|are|usually|generally|typically|normally|always|just|mostly))*\s+"
    r"(?:do|doing|perform|use|using|run|aim\s+for|go\s+for|stick\s+(?:to|with))\s+[^.!?]{0,40}?\bsets\b"
)
"""How somebody says how many sets he does of everything: `I do about 3 sets of 8 to 10 reps`."""

ALL_FIRST = in_any_case(
    r"\W*(?:all|each)\s+(?:of\s+(?:these|them)\s+)?(?:are\s+)?(?:held|done|performed|repeated|with|for|at|x|\d)"
)
"""How a line begins that says it of all, whatever else is in it: `All held for 30 s, no bouncing`."""

_ON_SOMETHING = r"(?!\s+(?:your|the|on|in|against|one|both|hands?|arms?|it)\b)"
RESTING = in_any_case(
    rf"\W*(?:(?:we|they|i|you|my|our|your|the|take|keep)\s+)*(?:(?:short|long|brief)(?:er)?\s+)?(?:rests?(?:ed)?{_ON_SOMETHING}|recover(?:y)?|recoveries)\b"
)
"""How a line begins that is about the time between."""

RESTED = in_any_case(rf"\W*\d[\d:.]*[\s-]*{UNIT_OF_TIME}\s+(?:of\s+)?rest(?:ing)?\b(?!-)")
"""How a rest begins with its length: `20 seconds resting in child's pose`."""

_HELD = (
    r"(?:feet|foot|knees?|hips?|legs?|arms?|hands?|shoulders?|back|chest|head|elbows?|heels?|toes|core|glutes?|abs"
    r"|palms?|forehead|chin|gaze|eyes|neck|spine|ribs|tailbone|belly|forearms?|thighs?|wrists?|weight|torso)"
)
_SO = "(?:slow|smooth|steady|controlled|easy|strong|light|heavy|gentle|relaxed)"
HELD_SO = in_any_case(
    r"(?!(?:feet|eyes|legs|arms) (?:together|apart|open|wide|straight|up|down|out|in)\W*$)"
    rf"(?:(?:big|both|front|back|your) )?{_HELD}\s+"
    + any_of(
        r"(?:hip|shoulder)[- ]width|wide|soft|level|straight|apart|together|flat|tight|still|bent|square|stays?",
        r"long|close|relaxed|lifted|engaged|neutral|parallel|stacked|touching|drawn|resting|squared|braced",
        r"(?:up|down|back|high|low|forwards?|over|behind|out|in)(?=\s*(?:[,.;!]|and\b|to\b))|tucked|turned|facing|pointing",
        r"as (?:high|low|wide|close|far|straight)\b|(?:directly |right |stacked )?(?:in line|over|above|under)\b",
    )
    + r"\b",
    r"(?:chest|elbows|shoulders|eyes|gaze) (?:up|down|back|forwards?|out|in)$|knees out$|chest open(?=,)",
    r"(?:gaze|eyes|weight) (?:at|on|in|to|into|through) (?:the|your)\b",
    r"(?:keep )?(?:a )?(?:soft|neutral|tall|relaxed|proud|square|engaged|quiet|loose|flat(?= back)|tight(?= core))"
    rf" {_HELD}(?=\s*(?:[,.;!]|and\b|$))",
    rf"(?:strong|straight|long|big|tight|flat) {_HELD}(?=,)",
    rf"(?:(?:nice|very) (?:and )?{_SO}|{_SO},? (?:and|but) {_SO})[.!]?$",
    r"(?:light|heavy) (?:weights?|dumb-?bells?|band|load)[.!]?$",
    r"(?:full|big|small|controlled) range(?: of (?:motion|movement))?(?=\s*(?:[,.;!]|$))",
    r"(?:right|left|both) hand(?:s)? on (?:your|the)\b",
)
"""How a part of the body is held, which is no title: `Feet wide, chest up.`"""

ON_OTHER_SIDE = in_any_case(
    r"\brepeat\b[^.;\d]*\b(?:other|opposite|second) (?:sides?|legs?|arms?|hands?|foot|feet|hips?|knees?|directions?)\b"
)
"""What is done again on the other side is one exercise, `the above` or all of its steps."""
