"""The words that tell an exercise's name, a section's title, a cue, a statement and noise apart."""

from __future__ import annotations

import re

GENERIC = re.compile(
    r"(?:(?:some|stretching|rolling|mobility|light|gentle|dynamic|static|easy|general|full[ -]body|a few|more|basic|various|other|deep|your|favou?rite|of|and|foam|upper|lower|body)\s+)*"
    r"(?:(?:good|hard|big|nice|strong|full|gentle|slight|deep) (?:squeeze|stretch|contraction|burn|pump)|stretch(?:es|ing)|mobility|rolling|cardio|exercises?|movements?|drills?|work|moves|core|abs|strength|conditioning|rest(?: day)?|off|day off|rest or walk|warm[ -]?up|cool[ -]?down|activation|breathing|sets?|reps?|rounds?|holds?|tempo|recovery|intervals?|weights?|frequency|freq|duration|training|workout|balance|push|pull|legs?|hips?|back|chest|shoulders?|lift(?:s|ing)?|run/walk|program(?:me)?|plan|lunch|running plan)",
    re.IGNORECASE,
)
"""What is no exercise by itself, however much it looks like a name."""

GONE_ON_WITH = re.compile(
    r"(?:(?:some|light|gentle|easy|dynamic|static|full[ -]body|general|foam|deep|slow|basic|joint|hip|shoulder|ankle|spine|thoracic)\s+)*(?:stretching|rolling|cardio|mobility(?:\s+(?:work|drills|flow))?|breathing|balance(?:\s+work)?)",
    re.IGNORECASE,
)
"""What is gone on with for some minutes, without anybody saying what is done: `5 minutes of stretching`."""
LEAST_GONE_ON_S = 60
GOING_ON = re.compile(
    r"\W*(?:(?:and|then)\s+)*(?:finish|end|start|begin|warm|cool|do|spend|complete|\d)", re.IGNORECASE
)
"""How it begins that something is gone on with."""

EFFORT = re.compile(
    r"(?:(?:warm[ -]?up|wu|w/u|cool[ -]?down|warm[ -]?down|cd|c/d)[\s:,–-]+)?(?:(?:very|nice and|really|fairly|super) )?"
    r"(?:easy|steady|hard|strong|fast|moderately hard|moderate|tempo|threshold|slow|relaxed|comfortable|brisk|all[ -]out|race pace|(?:half[ -])?marathon pace|(?:5|10)k pace|mp|hmp|z\d|zone \d|effort|warm[ -]?up|cool[ -]?down|warm[ -]?down|at \d+ %)"
    r"(?: (?:effort|pace))?(?=$| to (?:finish|end|start|begin|warm[ -]?up|cool[ -]?down|recover))",
    re.IGNORECASE,
)
"""How runners, cyclists and swimmers call a stretch by its effort alone: `10 min easy`, `WU 2 miles steady`."""

SECTION = re.compile(
    r"(?:the\s+)?(?:(?:dynamic|general|specific|quick|short|gentle|joint|main|strength|power|skill|core|lower|upper|full|leg|glute|hip|cardio|bonus|optional|first|second|third|final|\d+(?:st|nd|rd|th)?)\s+(?:body\s+)?)*"
    r"(?:warm(?:ing)?[ -]?ups?|cool(?:ing)?[ -]?downs?|cooldowns?|w/?u|c/?d|main(?:\s+(?:set|part|workout|session|work|block|lifts?|course|body))?\b|workouts?|circuits?(?:\s+(?:[a-z]|\d+))?|super-?\s?sets?|tri-?sets?|giant\s+sets?"
    r"|(?:drill|kick|pull|sprint|swim|pre)[ -]?sets?|blocks?|part|rounds?|days?|weeks?|wk|sessions?|finishers?|metcon|wod|(?:ascending |descending |up-?down )?(?:ladders?|pyramids?|chippers?|countdown|rep scheme)|emom|e\dmom|amrap|tabata|conditioning|endurance|hypertrophy|calisthenics|hiit|gymnastics|weightlifting|agility|activation|mobility|accessor(?:y|ies)(?:\s+work)?|phase|section|strength|cardio|core(?:\s+(?:work|exercises|circuit|block))?"
    r"|set\s+[a-z]\b|sets?\s+\d|exercises?|the\s+exercises|routine|stretch(?:es|ing)|buy[ -]?in|cash[ -]?out|prehab|rehab|skill|plyos?|plyometrics|primer|ramp|prep(?:aration)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|push(?:\s+day)?|pull(?:\s+day)?|legs?(?:\s+day)?|upper(?:\s+body)?|lower(?:\s+body)?|chest|back|shoulders|arms|abs|standing(?:\s+(?:poses|series|exercises|sequence|flow))?|seated(?:\s+\w+)?|floor(?:\s+(?:work|exercises|series))?|lying(?:\s+\w+)?|mat\s*work|sun\s+salutations?|opening|closing|relaxation|recovery|starter|plenary|main\s+activit(?:y|ies)"
    r"|morning|evening|beginners?|intermediate|advanced|for\s+time|balance|flexibility|speed|hips?|glutes?(?:\s+\w+)?|quads|hamstrings|calves|ankles?|feet|knees?|isometrics?|supine|prone|group\s+\w|[a-z]\s+(?:series|block)|series\s+\w|run\s+\d(?=\s*$)|intervals?|program(?:me)?)(?!\w)",
    re.IGNORECASE,
)
"""How the title of a section begins."""

REASONS = re.compile(
    r"(?:why|who|what (?:is|are)\b(?! to)|(?:the )?(?:\w+ ){0,2}benefits?|advantages?|(?:the )?science|background|(?:a )?(?:bit|little) about|about (?:me|us|the author|this (?:post|blog|plan)))\b",
    re.IGNORECASE,
)
"""The title of what is told about a session and is no part of it."""

RULES = re.compile(
    r"(?:(?:[\w'’&/-]+ ){0,3}(?:notes|tips|reminders|mistakes|benefits|faqs?|modifications|variations|adaptations|substitutions|alternatives|scaling(?: options)?)|(?:the |key |general |house |ground |some |a few |quick |programme |program |session |training |coach'?s? |exercise |important |please |safety )*(?:rules?|guidelines?|notes?|tips?|instructions?|directions?|format|structure|overview|prescription|protocol|remember|important|goals?|aims?|objectives?|benefits?|why.*|about.*|who .*|how (?:to|it|often|this|many).*|frequency|schedule|progress(?:ion|ing)s?|safety|precautions?|reminders?|intensity|before you (?:start|begin)|introduction|intro|description|summary|(?:competition |movement )?standards|nb|loads?|rest(?: periods?)?|reps? and sets?|sets? and reps?))(?: (?:across|for|on|of|to|from|before|after|about) .{3,40})?",
    re.IGNORECASE,
)
"""The title of what holds for all exercises, or of what is told about them."""

SENTENCE = re.compile(
    r"\b(?:you|you're|you'll|you've|your|yours|i|i'm|we|we'll|they|it|it's|its|this|these|those|if|should|will|can|can't|could|would|must|may|is|are|was|were|has|have|had|be|been|do|does|don't|doesn't"
    r"|when|while|until|because|so\s+that|make\s+sure|ensure|keep|keeping|try|remember|avoid|let|let's|them|their|there|which|who|what|why|how|never|always|not|throughout|enough)\b",
    re.IGNORECASE,
)
"""Words of sentences, which no name has."""

IMPERATIVE = re.compile(
    r"(?:then\s+|now\s+|slowly\s+|gently\s+|next,?\s+)*(?:keep|brace|squeeze|push|drive|lower|lift|engage|tuck|breathe|exhale|inhale|avoid|don't|do\s+not|make|ensure|focus|maintain|press|pull|bend|extend|rotate|step|stand|lie|lay|sit|kneel"
    r"|place|put|hold|start|begin|slowly|gently|repeat|return|imagine|think|feel|aim|try|look|stay|relax|set|grab|take|raise|point|let|draw|roll|reach|shift|lean|move|come|bring|use|allow|pause|tighten|control|straighten|stretch|turn|twist|hinge|land|jump|find|get|face|grip|tilt|lock|plant|cross|slide|glide|open|close|complete|perform|do|go|choose|add|reduce|increase|rest|switch|swap|alternate|position|rise|cue|loop|attach|stop|never|always|notice|remember|no|not|build|work\s+up|establish|warm\s+up\s+to)\b(?!\s*-)",
    re.IGNORECASE,
)
"""How a sentence begins that tells what to do."""

AND_YET_NAMES = re.compile(
    r"(?:step|push|pull|press|sit|stand|get|lift|lower|roll|reach|rotate|jump|stretch|twist|hold|hinge|turn|open|raise|cross)s?[\s-]+"
    r"(?:ups?|(?:down|out|back|in)\b(?!\s+(?:in|on|into|onto|to|and|with|from|against|your|the|until|so|slowly)\b)|downs|outs|backs|ins|overs?|throughs?|aparts?|press(?:es)?|jerks?|jacks?|rope|squats?|lunges?|off|train(?:er|ing)|fit|to\s+stands?|crunch(?:es)?|books?|stretch(?:es)?|s)\b|sit\s+to\s+stand|push\s+press|pull\s+through|press\s+ups?|step\s+on|stretch:",
    re.IGNORECASE,
)
"""Names that begin like that."""

NOISE: tuple[str, ...] = (
    r"(?:top|bottom|back to top|end) ?(?:of)?(?: (?:the )?page)?|skip to (?:main )?content|menu|home|search|close|about(?: (?:us|me))?|contact(?: us)?|blog|shop|store|log ?in|sign ?(?:in|up)|register|subscribe.*|newsletter.*",
    r"(?:share|tweet|pin(?: it)?|email|print|save|like|reply|follow|comment|copy link|read more|see (?:all|more)|view (?:all|more)|load more|learn more|next|previous|prev|older|newer|continue reading|(?:story continues below )?advertisement|sponsored|ad)(?: (?:this|on|us|via|post|posts|article|page|to|me|with).*)?",
    r"(?:recent|related|popular|latest|similar|trending|featured|you (?:may|might) also like|more|other)(?: (?:posts?|articles?|stories|workouts|reads?|from|like this|news)).*|you (?:may|might) also like.*|tags?:.*|categor(?:y|ies):?.*|filed under.*|posted (?:in|on|by|at).*|published.*|updated.*|last (?:updated|modified|reviewed).*|next review.*|reviewed (?:by|on).*|written by.*|(?-i:[Bb]y [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2})(?:\s*[,|·•(–-].*)?|by [a-z]\w*|author:.*|photo(?:s|graph)?(?: credit)?s?(?: by)?:?.*|image:.*|credit:.*|caption:.*|generated:.*|created:.*|modified:.*|exported.*",
    r"(?:\d[\d,.]*k?\s*(?:views?|comments?|likes?|shares?|repl(?:y|ies)|kudos|followers?|claps?|ratings?)\s*)+",
    r"comment(?:s|aires)?(?: \(\d+\))?|leave a (?:comment|reply).*|\d+ (?:comments?|responses?|thoughts?).*|copyright.*|©.*|all rights reserved.*|privacy(?: policy)?|cookies?.*|terms.*|disclaimer.*|we use cookies.*|accept(?: all)?(?: cookies)?|page \d+(?: (?:of|/) \d+)?|\d+/\d+|- ?\d+ ?-|\d{1,3}",
    r"(?:https?://|www\.)\S+|(?:tel|phone|fax|email|e-mail|address|website|web):.*|.*\b(?:buy|order|book|download|enrol|join) (?:now|today|here|online)\b.*|.*[$£€]\s?\d.*|.*\b(?:free shipping|discount code|promo code|use code|affiliate|giveaway|click here|sign up|subscribe|follow me|link in bio|dm me)\b.*",
    r"(?:thanks|thank you|cheers|regards|kind regards|best wishes|see you|good luck|enjoy|have fun|let me know|xx|hi|hello|hey|dear|morning|good morning)\b[^.:]{0,40}[!,.]?\s*(?:[😀-🙏💪🔥❤️👍]+)?",
    r"[^\w]*",
    r"!?\[\[.*\]\]|!\[[^\]]*\]\([^)]*\)",
    r"(?:read|see|find out|learn) more\s*:.*|(?:related|see also|watch(?: next)?|next up on .*)\s*:.*",
    r"[\"“](?![^\"“”]*\d\s?x\s?\d)[^\"“”]{3,120}[\"”]\.?",
    r"(?:intro|outro|end screen|chapters?|timestamps?)\s*:?",
    r"(?:prepare|preparation|get ready|countdown)\s*[:=].*",
    r"calories burn(?:ed|t)?\b.*",
    r"speaker \d+\b.{0,20}",
    r"(?:goals?|scor(?:e|es|ing)|scaling|objecti(?:f|fs|ves?)|results?|target time|stimulus)\s*:.*|\d+ scores?|scores?|total(?: distance| yardage)?\s*:?\s*[\d,.]+\s*(?:m|k|km|yds?|yards|met(?:re|er)s)?",
    r"(?:targets?|(?:primary |secondary )?muscles?(?: worked| group)?s?|works|difficulty|body part|good for|skill level)\s*:.*",
    r"(?:location|where|when|date|time|venue|coach|trainer|instructor|teacher|tutor|member(?: no\.?)?|start date|room|studio|client|patient|name|dob|therapist|physio(?:therapist)?|clinic|ref(?:erence)?|class size|author|prepared (?:by|for)|hosted by|bpm|playlist|music|spotify)\s*:.*",
    r".{0,40}\b(?:patient|client|name|dob|d\.o\.b\.?|member(?: no\.?)?|(?:start )?date)\s*:\s*\S.{0,40}\b(?:dob|d\.o\.b\.?|date|start date|date issued|age|therapist|physio|clinic|ref|nhs no\.?|member no\.?)\s*:.*",
    r"(?:est\.?|estimated|total|approx\.?)?\s*(?:total\s+)?(?:time|duration|length)(?:\s*\([^)]*\))?\s*:.*|(?:calories|kcal|distance|pace|avg|average|elevation|moving time|elapsed time|heart rate|hr|suffer score|relative effort|gear|device|weather|feels like)\b[^a-z]*[:\d].*",
    r"(?:.{0,20}\b)?(?:yesterday|today|just now|\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) ago)(?: at .{0,12})?",
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}?(?:,? ?\d{4})?(?:,? at \d.*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:[, ]+\d{1,2}:\d\d.*)?|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d).*\d{4}.*",
)  # fmt: skip
"""Lines of a page that are no part of the session."""
_NOISE = tuple(re.compile(one, re.IGNORECASE) for one in NOISE)

AFTER_THE_END = re.compile(
    r"(?:related|recent|popular|similar|latest|more) (?:posts?|articles?|stories|workouts|reads?)|you (?:may|might) also like|leave a (?:comment|reply)|\d* ?comments?(?: \(\d+\))?|responses|commentaires|about the author|abbreviations|glossary(?: of terms)?|legend|terminology|faqs?|frequently asked questions|references|further reading|sources|sign up for|newsletter|footer|change ?log|(?:version |revision )?history|credits|licen[cs]e|to ?do",
    re.IGNORECASE,
)
"""Behind such a heading nothing of the session comes."""

FOR_ALL = re.compile(
    r"\b(?:each|every|all|both)(?:\s+of\s+(?:the|these))?\s+(?:the\s+)?(?:\d+\s+)?(?:exercises?|movements?|moves?|stations?|stretch(?:es)?|poses?|sets?|holds?|ones?|others?|sessions?|drills?)\b|\b(?:these|following|the)\s+(?:\w+\s+)?(?:exercises|movements|moves|stretches|stations|poses|drills|circuit|list|sequence|routine)\b"
    r"|\bbetween\s+(?:\w+\s+)?(?:sets|exercises|movements|moves|rounds|stations|stretches|circuits)\b|\bper\s+(?:exercise|movement|set|station|stretch)\b|\b(?:whole|entire|complete)\s+(?:circuit|thing|sequence|workout|routine|list)\b|\bunless\s+(?:stated|noted|otherwise|it)\b|\bthrough(?:out)?\s+the\s+(?:list|circuit)\b|\bas\s+a\s+circuit\b|\bback[ -]to[ -]back\b|\brepeat\s+(?:the\s+)?(?:circuit|all|everything|the\s+above|from|whole|sequence|workout)\b|\beverything\b|\bholds\s+are\b|\bthe\s+(?:above|below)\b|\beach\s+for\b|\bfor\s+(?:timed|holds?)\b",
    re.IGNORECASE,
)
"""What a statement about all exercises says."""

RESTING = re.compile(
    r"\W*(?:(?:we|they|i|you)\s+)?(?:rest(?:ed)?(?!\s+(?:your|the|on|in|against|one|both|hands?|arms?|it)\b)|recover(?:y)?|recoveries)\b",
    re.IGNORECASE,
)
"""How a line begins that is about the time between."""

PROGRESS = re.compile(
    r"\b(?:to (?:progress|make (?:it|this) (?:harder|more (?:difficult|challenging)))|progress(?:ion|ing|ed)?s?\b|make (?:it|this|these) (?:harder|more (?:difficult|challenging))|harder(?: version| option)?\b|once (?:you (?:can|have|are|become|get|feel (?:strong|comfortable|confident|ready|able))|you've|you're|(?:it|this|that|these) (?:is|are|gets?|becomes?|feels?))|as (?:you|it) (?:get|gets|become|becomes) (?:stronger|easier|easy)|when (?:this|it|that) (?:is|gets|becomes|feels) (?:too )?eas(?:y|ier)|next level|level up|advanced(?: version| option)?\b|too easy|for (?:more of )?a challenge|add (?:weight|load|\d[\d.]* ?(?:kg|lbs?)|resistance|a weight|a band)|could also use|build (?:up )?(?:to|from)(?! an? (?:heavy|top|max))|increase)\b",
    re.IGNORECASE,
)
EASIER = re.compile(
    r"\b(?:easier(?: version| option)?|regress(?:ion|ed)?s?|modif(?:y|ied|ication)s?|too (?:hard|difficult|much)|if (?:you )?struggl\w+|beginners?|scale(?:d)?|alternatives?|instead|options?|substitut\w+|swap)\b",
    re.IGNORECASE,
)
INSTEAD = re.compile(
    r"(?:^|\b)(?:if (?:you(?:'re| are)? )?(?:unable to|not able to|(?<=you )can't|(?<=you )cannot)|if you (?:don't|do not|haven't|have not)(?: got)?(?: have)?|(?:if )?(?:you have )?no (?:\w+ ){0,3}(?:band|dumbbells?|barbell|kettlebell|bench|box|weights?|gym|machine|equipment|rower|bike|rope|bar|access)\b\??|don't have|haven't got|without (?:a|an|any) \w+|in place of|swap (?:it|the|this|that|them)\b.{0,40}\bfor\b|replace (?:it|the|this|that|them)\b.{0,40}\b(?:with|by)\b|substitut\w+|instead of)\b",
    re.IGNORECASE,
)
SAFETY = re.compile(
    r"\b(?:stop (?:if|when|immediately|straight|and|the)|pain(?:ful)?\b(?!\s*-?free range)|dizz\w+|light-?headed|chest pain|consult|see (?:a|your) (?:doctor|gp|physio)|doctor|careful|caution|warning|injur\w+|hurts?\b|(?:can't|cannot|won't|doesn't|not) (?:slip|tip|slide|move about)|safe(?:ly|ty)?\b|never hold (?:your )?breath|do not (?:bounce|force|lock)|don't (?:bounce|force|jerk)|avoid\b|contraindicat\w+|pregnan\w+|numb\w*|tingl\w+)",
    re.IGNORECASE,
)
SETUP = re.compile(
    r"(?:start(?:ing)?(?: position)?\b|begin\b|setup\b|set[ -]up\b|set (?:your|up|the|a)|stand\b|standing\b|lie\b|lying\b|lay\b|sit\b|sitting\b|seated\b|kneel\b|kneeling\b|place\b|put\b|position\b|get (?:into|on|down|yourself)|come (?:into|onto|to)|on (?:all fours|your|hands)|with (?:your |the |a |an |feet|hands|one)|face\b|facing\b|grab\b|grip\b|take hold|hold (?:a|an|the|one|two|your|dumb|kettle)|loop\b|attach\b|find\b|feet\b|plant\b|hands\b|rest your|hang\b|support\b|from (?:a |all |standing|kneeling|lying)|side[ -]on|in (?:a )?(?:plank|push|standing|kneeling|press)|place)",
    re.IGNORECASE,
)
EQUIPMENT_LINE = re.compile(
    r"(?:what\s+)?(?:equipment(?:\s+(?:needed|required|list))?|kit(?:\s+(?:needed|list))?|you(?:'ll|\s+will)?\s+need|gear|what\s+you(?:'ll|\s+will)?\s+need|tools|props|bring|needed|requires?|things\s+you\s+need|materials)\b\s*(?::|-|–|—|is|are)?\s*",
    re.IGNORECASE,
)
_THINGS = r"(?:resistance |mini |loop |exercise |yoga |medicine |stability |swiss |foam |pull-?up |exercise )?(?:bands?|dumb-?bells?|dbs?|kettle-?bells?|kbs?|barbells?|mats?|straps?|towels?|chairs?|benche?s?|box(?:es)?|balls?|rollers?|rope|bars?|blocks?|bolsters?|blankets?|weights?|plates?|backpack|steps?|stool|sofa|couch|wall|discs?|sliders?|cables?|machine|rings?|trx|belt|pillow|cushion|bottles?|broomstick|stick|pole|table)"
WITH_THING = re.compile(
    rf"[,\s]+(?:(?:using|use)\s+|with\s+)(?:a|an|the|your|some|one|two|light|heavy|medium|both)?\s*((?:[\w-]+\s+){{0,2}}{_THINGS}(?:\s+or\s+(?:a\s+)?[\w-]+)?)\s*$",
    re.IGNORECASE,
)
"""What an exercise is done with, behind its name."""


_ASIDE = re.compile(
    r"ice\b(?!\s*skat)|(?-i:STIMULUS|SCALING|INTENT|FOCUS|SCORING)\b.{20,}|(?:(?:exit |discharge |progression )?criteri(?:a|on)\b[^:]{0,40}|milestones?|objecti(?:f|fs|ves?)|scor(?:e|es|ing)|calories burn(?:ed|t)?)\s*:|(?:rest|off)(?: day)? or\b|[\]})][.,;)].*[,;{}\[\]()]$",
    re.IGNORECASE,
)


def is_beside(text: str) -> bool:
    """Whether a line is beside the session whatever numbers it has."""
    return bool(_ASIDE.match(text))


def is_noise(text: str) -> bool:
    """Whether a line is of the page, not of the session."""
    stripped = text.strip().strip("|·•").strip()
    return any(one.fullmatch(stripped) for one in _NOISE)
