"""The words that titles begin with: those of sections, of what holds for all, of what is told about a session."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.late_patterns import late

_WHICH = any_of(
    "dynamic|general|specific|quick|short|gentle|joint|main|strength|power|skill|core|lower|upper|full",
    "leg|glute|hip|cardio|bonus|optional",
    "(?:pre|post|before|after)[- ](?:run|race|ride|swim|workout|training|game|match|session|lift)",
    r"first|second|third|final|\d+(?:st|nd|rd|th)?",
)
_SECTION = any_of(
    # before and after
    r"warm(?:ing)?[ -]?ups?|cool(?:ing)?[ -]?downs?|cooldowns?|w/?u|c/?d",
    # what goes round, or is one of several parts
    r"main(?:\s+(?:set|part|workout|session|work|block|lifts?|course|body))?\b",
    r"workouts?|circuits?(?:\s+(?:[a-z]|\d+))?|super-?\s?sets?|tri-?\s?sets?|giant\s+sets?",
    r"(?:drill|kick|pull|sprint|swim|pre)[ -]?sets?",
    r"(?:pair|couplet|triplet|trio)(?:\s+(?:[a-h]|\d+))?(?=\s*(?:$|[-–—:(,]))",
    r"blocks?|part|rounds?(?! (?:the|your|my|both|one) )|days?|weeks?|wk|sessions?|finishers?|metcon|wod",
    r"(?:ascending |descending |up-?down )?(?:ladders?|pyramids?|chippers?|countdown|rep scheme)",
    r"(?:(?:(?:double |single )?(?:kb|kettlebell)|barbell|bb|dumbbell|db|sandbag|plate) )?(?:complex|flow)"
    r"(?=\s*(?:$|[:(]|[x×]\s?\d))",
    r"(?:emom|e\dmom|amrap)(?:x? ?\d+)?|tabata",
    r"(?:exercise|stretch|move|movement|station|drill|pose)[ -](?:circuit|routine|sequence|series|flow|super-?set)s?",
    # what it is for
    r"conditioning|endurance|hypertrophy|calisthenics|hiit|gymnastics|weightlifting|agility|activation|mobility",
    r"(?<!\w\s)(?:(?:main|big)\s+)?lifts(?=\s*(?:$|[:(]))",
    r"(?:stage|level)(?=\s+\d)|cycle(?=\s+[1-9]\s*(?:$|[-–—:(]))",
    r"(?:resistance|cardio(?:vascular)?)(?:\s+(?:training|conditioning|work))(?=\s*(?:$|[:(]))",
    r"accessor(?:y|ies)(?:\s+work)?|phase|section|strength|cardio|core(?:\s+(?:work|exercises|circuit|block))?",
    r"set\s+[a-z]\b|sets?\s+\d|exercises?|the\s+exercises|routine|buy[ -]?in|cash[ -]?out",
    r"stretch(?:es|ing|(?=\s*\(\d))",
    r"(?:(?:run(?:ning)?|form|speed|activation|technique|footwork|agility) )?drills(?=\s*(?:$|[:(]))",
    r"(?:my|our|your)\s+(?:[\w-]+\s+){0,2}(?:routines?|workouts?|split|program(?:me)?)(?=\s*(?:$|[-–—:(,]))",
    r"prehab|rehab|skill|plyos?|plyometrics|primer|ramp|prep(?:aration)?",
    # where it stands
    r"(?:to )?(?:finish|start)(?:\s+(?:off|up))?(?=\s*:?\s*$)|to end(?=\s*:?\s*$)",
    # days
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri|sat|sun",
    r"rest[ -]days?(?=\s*(?:$|[-–—:(,]))",
    # parts of the body, and how one stands
    r"(?:push|pull|legs?|(?:upper|lower)(?:\s+body)?|(?:full|whole|total)[\s-]+body)(?:\s+day)?(?:\s+[a-d1-4](?=\s*(?:$|[:(])))?",
    r"chest|back|shoulders|arms|abs",
    r"standing(?:\s+(?:poses|series|exercises|sequence|flow))?|seated(?:\s+\w+)?",
    r"floor(?:\s+(?:work|exercises|series))?|lying(?:\s+\w+)?|mat\s*work|sun\s+salutations?",
    # lessons and classes
    r"opening|closing|relaxation|recovery|starter|plenary|main\s+activit(?:y|ies)",
    r"morning|evening|beginners?|intermediate|advanced|for\s+time|balance|flexibility|speed",
    r"hips?|glutes?(?:\s+\w+)?|quads|hamstrings|calves|ankles?|feet|knees?|isometrics?|supine|prone",
    r"group\s+\w|[a-z]\s+(?:series|block)|series\s+\w|run\s+\d(?=\s*$)|intervals?|program(?:me)?",
)
SECTION = in_any_case(rf"(?:the\s+)?(?:{_WHICH}\s+(?:body\s+)?)*{_SECTION}(?!\w)")
"""How the title of a section begins."""

REASONS = in_any_case(
    any_of(
        r"why|who|what (?:is|are)\b(?! to)|(?:when|where)(?=\W*$)",
        r"(?:do (?:this|it|these) )?when(?: to (?:do|use|stretch)\b[\w ]*)?(?=\W*$)",
        r"(?:the )?(?:\w+ ){0,2}benefits?|advantages?|(?:the )?science|background",
        "nutrition|diet|meals?|food|fuel(?:l?ing)?|supplements|hydration",
        r"(?:a )?(?:bit|little) about|about (?:me|us|the author|this (?:post|blog|plan))",
    )
    + r"\b"
)
"""The title of what is told about a session and is no part of it."""

_NOTES = any_of(
    "notes|tips|advice|guidance|reminders|mistakes|benefits|faqs?|cues|pointers",
    "modifications|variations|adaptations|substitutions|alternatives|scaling(?: options)?",
)
_WHOSE = any_of(
    "the |key |general |house |ground |some |a few |quick ",
    "programme |program |session |training |coach'?s? |exercise |important |please |safety |week'?s? |weekly |today's ",
)
_OF_PROGRESS = " (?:guide(?:lines?)?|rules?|schemes?|models?|protocols?|strateg(?:y|ies)|targets?|methods?|criteria)"
_RULES = any_of(
    "rules?|guidelines?|notes?|tips?|instructions?|directions?|format|structure|overview|prescription|protocol",
    "remember|important|goals?(?: revised)?|aims?|objectives?|benefits?",
    "why.*|about.*|who .*|how (?:to|it|often|this|many|much|long|do|does|should) .*|how (?:to|often|many|much|long)",
    "progressive overload(?: (?:rules?|scheme|plan|notes))?",
    f"(?:(?:to|ways to) )?progress(?:ion|ing)?s?(?: by| it| over time|{_OF_PROGRESS})?",
    "(?:(?:to|ways to) )?mak(?:e|ing) (?:it|this|these|them) (?:harder|easier)",
    "frequency|schedule|safety|precautions?|reminders?|intensity",
    "(?:do (?:this|it|these) )?when(?: to (?:do|use|stretch) .*)?",
    "before you (?:start|begin)|good to know|introduction|intro|description|summary|nb",
    "(?:competition |movement )?standards",
    "(?:(?:a few|some|several) )?(?:things|points) (?:to|worth) (?:bear(?:ing)? in mind|keep(?:ing)? in mind"
    "|remember(?:ing)?|not(?:e|ing)|know(?:ing)?|consider(?:ing)?)",
    "loads?|rest(?: (?:periods?|times?|intervals?))?|reps? and sets?|sets? and reps?|(?:rep |lifting )?tempos?",
    "(?:daily|today's|workout|training|session) focus|(?:key |coaching |form )?points(?: of performance)?",
    "stimulus|intent|takeaways?",
)
RULES = in_any_case(
    rf"(?:(?:[\w'’&/-]+ ){{0,3}}{_NOTES}|{_WHOSE}*{_RULES})"
    r"(?: (?:across|for|on|of|to|from|before|after|about) .{3,40}"
    rf"|(?:, (?:(?:and|&) )?(?:(?:[\w'’-]+ ){{0,2}}{_NOTES}|{_RULES}))+)?"
    r"(?: \((?:very )?(?:important|read (?:this|first)|please read|all days)\))?"
)
"""The title of what holds for all exercises, or of what is told about them."""

REASON_TOLD = in_any_case(r"(?:why|about|who)(?: \S+){4,}\.")
"""A sentence that begins as a title of reasons does, and tells one itself: `Why It works the back of your thighs.`"""

_OF_EACH = late(
    r"(?P<head>[^\d(:,]{3,40}?)\s*(?:\(|[-–—:,]\s)(?=.*\b(?:each|every|per|hold|repeat))[^()]*\d[^()]*\)?\W*",
    re.IGNORECASE,
)
_SEVERAL = late(r"\b(?:stretches|stretching|poses|holds|drills|exercises|moves|mobility|flexibility)$", re.IGNORECASE)
_ALL_OF_IT = r"(?:the|this|your|today's)\s+(?:workout|session|routine|class|day|circuit|training)"
_ENDING = (
    r"(?:finish|end|round\s+off|complete)(?:ing)?(?:\s+(?:off|up))?"
    rf"(?:\s+(?:off\s+)?{_ALL_OF_IT})?(?:\s+(?:off|up))?"
)
LEADING_ON = in_any_case(
    r"^(?:and\s+)?(?:then\s+|now\s+|finally,?\s+)?"
    rf"(?:then|next|now|finally|lastly|to\s+(?:finish|end)|{_ENDING}\s+(?:with|w/|on))[,:]?\s+"
    r"(?!.*\b(?:if|because|when|whenever|circuit training)\b)"  # what may be done is no section
    r"(?:(?:an?|the|this|one(?:\s+(?:last|final))?)\s+)?(?:(?:last|final|quick|short)\s+)?"
    r"(?=super|tri-?set|giant|circuit|e\d?mom|amrap|tabata|\d+\s+rounds)"
)
"""How one leads on to a section: `Finish the workout with a circuit`."""


def calls_several(title: str) -> bool:
    """Whether a title calls several exercises and says how long each is done: `Stretches (hold each for 30 s)`."""
    found = _OF_EACH.fullmatch(title)
    return found is not None and bool(SECTION.fullmatch(found["head"]) or _SEVERAL.search(found["head"]))
