"""How large a session is, which is no amount of an exercise: how long it takes, sums, what it has a number of."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Traps
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import MINUTES

NOT_OF_ONE_PART = (
    r"(?!(?:(?<=min\x20)|(?<=mins\x20)|(?<=\b[1-3]\x20minutes\x20)|(?<=\b1\x20minute\x20))(?:[a-z]+[ -]){0,2}?"
    r"(?:hamstrings?|quads?|quadriceps?|calf|calves|hips?|flexors?|pecs?|chest|shoulders?|neck|back|lats?|triceps?|biceps?"
    r"|glutes?|groin|adductors?|thighs?|ankles?|toes?|wrists?|side|couch|spine|bands?|soleus|piriformis|legs?|arms?|frog"
    r"|lunge|pose|sleeper|butterfly|pigeon)[ -]stretch)"
)
"""A time that is no session's: `2 min calf stretch`."""
_LENGTH = any_of(r"total(?:_time|_duration)?|time(?:_required|_needed)?|duration|est\.?|estimated|takes?|length")
_TAKES = any_of(
    r"lasts?|lasting|took|takes|equals?(?:_to)?|equall?ing|totall?ing|(?:should|will|can|may)_(?:only_)?take|spen[dt]"
)
_NOT_OF_ONE = "".join(
    rf"(?<!{one}\s)" for one in ("station", "exercise", "move", "interval", "drill", "stretch", "pose")
)
"""How long each of them takes is how much of it is done: `each station lasts 2 minutes`."""
_OF_A_TEXT = (
    "exercises|movements|moves|stations|stretches|poses|muscle|muscles|things|tips|reasons|ways|parts|sections"
    "|classes|phases|levels|workouts|supersets|tabatas|emoms|amraps|different"
    "|principles|rules|mistakes|errors|facts|benefits|questions|categories"
)
"""What a text has a number of."""
_OF_SOME_KIND = any_of(
    "strength(?:ening)?|mobility|core|balance|simple|easy|basic|gentle|quick|short|long-?hold|key|best|great|effective"
    "|essential|favou?rite|static|dynamic|main|recommended|top|daily"
)
_ONE = any_of("exercise|stretch|move|movement|station|drill|pose")

_LESS = any_of("(?:no_)?(?:more|less|longer)_than|up_to|about|around|roughly|between|only|just|under|anywhere|from|for")
_AT_MOST = rf"(?:{_LESS}_)*"

SESSION_SIZES: Traps = (
    ("within", rf"\bwithin_(?:about_|the_first_|a_)?\d+(?: ?- ?\d+)? ?-?{MINUTES}_(?:of_[a-z]+,?_)?you(?:r|'\w+)?\b"),
    (
        "total|time|duration|est|take|length",
        (
            rf"\b{_LENGTH}(?: \([^)]*\))?(?:_time|_duration)?_*(?:[:=]|of|is|about)_*(?:about_)?~? ?"
            rf"\d+(?:-\d+)?_?(?:{MINUTES}|hours?|hrs?|')(?=_*(?:$|[.,;|)]|total))"  # total time: 40 min
        ),
    ),
    (
        "done|finished",
        rf"\b(?:only_|just_)?\d+_{MINUTES},?_and_(?:you're|you_are|you'll_be|it's)_(?:all_)?(?:done|finished)\b",
    ),
    (
        "last|take",
        (
            r"\b(?:1|an?|each|the)_(?:full_|whole_)?(?:rounds?|circuit|lap)_"  # one round takes 4 minutes
            rf"(?:(?:will|should|may|can)_)?(?:only_)?(?:lasts?|takes?)_(?:about_|around_|only_|just_)?"
            rf"\d+(?:\.\d+)?(?: ?- ?\d+)?_?(?:{MINUTES}|')(?![a-z])"
        ),
    ),
    (
        "last|took|take|equal|total|spen",
        (
            rf"{_NOT_OF_ONE}\b{_TAKES}"  # takes about 30 minutes
            r"(?:_(?:me|you|us|for|about|around|roughly|only|just|up_to))*_"
            rf"\d+(?:\.\d+)?(?: ?- ?\d+)?_?(?:{MINUTES}|hours?|hrs?|')(?![a-z])"
            r"(?!_*(?:rest|break|between|off|recover|\w+ing\b)|_(?:at|on|in|with)_(?:each|every)\b)"
        ),
    ),
    (
        "workouts|sessions|routines|classes",  # most workouts last no more than 20 minutes
        (
            r"\b(?:workouts|sessions|routines|classes)(?:_(?:of_this_kind|like_th(?:is|ese)))?"
            r"_(?:(?:\w+ly|often|only|just|will|can|may)_)*"
            rf"(?:last|take|run_for|are|be)_{_AT_MOST}\d+(?: ?- ?\d+)?_?(?:{MINUTES}|hours?|')(?![a-z])(?:_long\b)?"
        ),
    ),
    (
        "brief|short|little|quick",
        rf"\b(?:be|is|are)_as_(?:brief|short|little|quick)_as_\d+(?: ?- ?\d+)?_?(?:{MINUTES}|hours?)\b",
    ),
    (
        "in contrast|unlike|compared",  # in contrast to running at one pace for 45 minutes
        rf"\b(?:in_contrast|unlike|compared)\b[^.;:\d\0]{{3,90}}_for_\d+(?: ?- ?\d+)?_?(?:{MINUTES}|hours?)\b",
    ),
    (
        "sessions|workouts|exercises|moves|stretches|drills|ways|tips",
        (
            rf"^\d+_(?!(?:{MINUTES}|sec(?:ond)?s?|reps?|sets?|rounds?|x|m|k?met(?:re|er)s?|yards?|feet|ft)\b)"
            r"(?:[\w-]+_){1,3}(?:sessions|workouts|exercises|moves|stretches|drills|ways|tips)\b"
        ),
        r"^\d{1,2}_drills(?=_(?:to|that|you|our|my|we|i|an?|every|before|after|for(?!_\d))\b| ?$)",
    ),
    (
        "total|altogether|all in|start|work|session|routine|class|video|less|of your",
        (
            r"\b(?!(?<=[:-]\s)[1-5][ -]min[a-z]*_(?:in_)?total)"  # `Squat hold: 2 min in total` is no session's
            rf"\d+(?:-\d+)?(?:[ -](?:{MINUTES}|hours?)|')"  # 45 minutes in total
            r"_(?:in_)?(?:total(?!_body)|altogether|all_in|start_to_finish|or_less|of_your"
            r"|work[ -]?out|session|routine|class|video)\b"
            rf"(?:_\(?\+ ?\d+ ?(?:{MINUTES}|')_?rest\)?)?"
        ),
    ),
    (
        "total|altogether",
        any_of(
            r"\((?:\d+ \+ ?\d+_)?(?:\d+_)?(?:in_)?total\)",
            r"\((?:for_)?(?:an?_)?total_of_\d+_(?!(?:rounds?|sets?|reps?|times|circuits?|laps?|min|sec))[^()]*\)",
            rf"\bfor_a_total_of_\d+_{MINUTES}\b(?!_(?:of|each|per|on)\b)",
            r"(?<!x\s)(?<!x)(?<!:)\b(?!(?<=[:-]\s)[1-5]_min)\d+(?:-\d+)?(?:_(?:reps?|minutes?|mins?|metres|m|km|miles?)(?:_[a-z]+ing)?)?"
            r"_(?:in_)?(?:total|altogether)\b(?!_*(?:rounds?|sets?|reps?)\b)",
        ),
        r"\btotal(?: distance| reps| volume)? [:=] ?\d+(?:\.\d+)?_?(?:km|m|reps|miles?|kg)?\b",
    ),
    (
        f"{_OF_A_TEXT}|these|following",
        (
            rf"(?<!sets\sof\s)(?<!\d-)(?<!\d\s-\s)(?<!\dx)(?<!\dx\s)(?<!\d\sx\s)(?<!\bto\s)(?<!\ball\s)\b\d+(?:\.\d+)?(?:_to)?_?(?:-_?\d+)?_"
            rf"(?:{_OF_A_TEXT}|of these|of the following)\b"
            r"(?!(?<=muscle) ?-?ups?\b)(?!(?<=supersets)(?:_(?:of|for)_each\b| ?: ?$))"
        ),
    ),  # 8 exercises
    (
        "poses|moves|exercises|stretches|drills",
        r"\b\d{1,2}_(?=(?:[a-z-]+_){1,2}(?:poses|moves|exercises|stretches|drills)_(?:to|that|you|for(?!_\d))\b)",
    ),
    (
        "exercises|moves|drills|stretches|poses",
        rf"\b\d{{1,2}}(?:-\d{{1,2}})?_(?=(?:{_OF_SOME_KIND}_){{1,3}}(?:exercises|moves|drills|stretches|poses)\b)",
    ),
    (
        "circuit|routine|sequence|series|flow",
        rf"\b\d{{1,2}}[ -](?={_ONE}[ -](?:circuit|routine|sequence|series|flow)\b)",
    ),
    (
        "rep",  # what one of them is
        (
            r"(?:\b(?:sides?|legs?|arms?|hands?|foot|start|position|direction)_for|\b(?:to_)?completes?|\bto_make|\bmakes"
            r"|\b(?:is|equals|counts_as|that's|that_is)| ?=)_?(?:just_|only_)?1_(?:full_|whole_)?rep(?:etition)?\b"
        ),
    ),
    ("last|first|final", r"\b(?:the_|your_)?(?:last|first|final)_\d{1,2}(?: ?- ?\d{1,2})?_reps?\b"),
)
"""These are kept as notes."""
