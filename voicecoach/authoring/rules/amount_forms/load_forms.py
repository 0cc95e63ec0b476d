"""Forms of how an exercise is done: its load, tempo, phases, effort, and what is built up to."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Groups, X
from voicecoach.authoring.rules.language.pattern import any_of

_BARE_WEIGHT = r"(?:[3-9]\d|\d{3})(?:\.5)?"
_KNOWN_WEIGHT = rf"(?<![\d.x])(?:(?P<weight>{_BARE_WEIGHT})|<load:w>)"
_NO_UNIT = r"(?! ?(?:kg|lb|%|\#|s\b|sec|min|m\b|x))"
_TOO_MANY = any_of(r"\d ?- ?(?:[3-9]\d|\d{3})", r"1[0-2] ?- ?(?:[4-9]\d|\d{3})", r"[12]\d ?- ?(?:[5-9]\d|\d{3})")
"""What is no range of repetitions, for its end is a weight: `12 - 130`."""
_KNOWN = r"\d{1,3}(?:\.\d)?"
_PAIR = r"\d{2,3}(?:\.5)? ?/ ?\d{2,3}(?:\.5)?"
_PHASE = any_of(
    "down|up|lower(?:ing)?|eccentrics?|concentrics?|negatives?|descent",
    "to_lower|to_rise|inhale|exhale",
)
_MOVED_BACK = any_of(
    "come|go|lower|raise|lift|rise|return|stand|sit|press|push|descend|straighten|bend|open|close|slide|let|roll|reach",
    "drop|sink|unwind|curl|uncurl|bring|pull|reach|ease",
)
_NOT_ANOTHER_DOWN = (
    r"(?<!warm\s)(?<!warm-)(?<!cool\s)(?<!walk\s)(?<!jog\s)(?<!back\s)(?<!run\s)(?<!walking\s)(?<!jogging\s)(?<!up\sand\s)(?<!-)"
    r"(?<!\bthis\s)(?<!\bit\s)(?<!\bthat\s)"
)
_NOT_OF_A_NAME = (
    r"(?!(?:lower|eccentric|concentric|negative)_"
    r"(?!phase|part|portion|each|every|per|on|and|then|to|with|for|at|in|of|the|down|slowly|under|before)[a-z])"
    r"(?!up(?: ?[-/&] ?|_and_)down"
    r"(?:s\b|_(?!on|and|then|to|with|for|at|in|of|the|your|each|every|per|slowly|under|before)[a-z]))"
)
"""No `lower back rotation`, no `eccentric slider`, no `up-down planks`."""
_NOT_A_SIDE = r"(?!_(?:of_the_)?(?:sides?|legs?|arms?|foot|hand|way|direction))"
_NO_WEIGHT = "".join(
    rf"(?<!\b{one}\s)"
    for one in (
        "day", "week", "set", "sets", "level", "rest", "phase", "round", "block", "workout", "session", "jump", "jumps",
        "for", "at", "of", "to", "x", "in", "every", "and", "or", "hold", "run", "bike", "jog", "walk", "emom", "amrap",
    )
)  # fmt: skip
"""A number behind one of these words, before sets, is no weight."""
_OF_WHAT = any_of("1rm|max|1_rm|tm|training_max|one-rep_max|body ?weight|bw|ftp")
_BUILD = "build|building|work(?:ing)?(?:_your_way)?|progress(?:ing)?|increas(?:e|ing)"

LOAD_FORMS: Groups = (
    ("sets of", (
        (r"\b(?P<sets>\d{1,2})_sets_of_(?P<reps>\d{1,2})_(?:reps_)?-_<load:w>(?!\w)", {}),  # 3 sets of 12 - 16 kg
    )),
    (X, (
        (r"\b(?P<sets>[1-9]) x <load:w> x <reps:n>(?! ?(?:kg|lb|%|x|s\b|sec|min|m\b))", {}),  # 3 x 25 lb x 15
    )),
    # a bare weight, its unit known to the author
    (X, (
        (rf"{_KNOWN_WEIGHT} ?x ?(?P<sets>[1-6]) ?x ?(?P<reps>[89]|1\d|20)(?![\d.x]|_?sets){_NO_UNIT}", {}),
        (rf"{_KNOWN_WEIGHT} ?x ?(?P<reps>\d{{1,2}}) ?x ?(?P<sets>\d{{1,2}})(?:_?sets\b)?(?![\d.x]){_NO_UNIT}", {}),
    )),
    # tempo and phases of a repetition
    ("tempo|@", (
        ((
            r"(?:\btempo ?[:=]? ?|@ ?)(?!\d\d/\d\d(?!\d))(?P<tempo>\d[- /.]?[\dx][- /.]?[\dx][- /.]?[\dx])"  # 3-1-X-0
            r"(?![\d-])(?! ?(?:kg|lb|%))(?:_tempo\b)?"
        ), {}),
    )),
    ("tempo|-", (
        ((
            r"(?<![\d-])(?!(\d)-\1-\1-\1(?!\d))(?P<tempo>\d-[\dx]-[\dx]-[\dx]|\d(?:0[\dx]|\dx)[0x\d](?=_tempo))"
            r"(?![\d-])(?:_tempo\b)?"
        ), {}),
    )),
    (X, (
        (r"(?<=,\s)(?P<tempo>[2-9]\dx\d)(?= ?(?:[,;)]|$))", {}),  # behind the sets: 5x5, 30x1
    )),
    ("tempo", (
        (r"\btempo_(?:was_|is_|of_)?(?P<tempo>\d, ?[\dx], ?[\dx], ?[\dx])(?!\d)", {}),
        (r"\btempo ?[:=]? ?\d-\d-\d\b|\b\d-\d-\d_tempo\b", {}),
    )),
    ("down|up|lower|centric|negative|descent|rise|hale|haling|raise|lift|descend|breath", (
        (rf"<phase:t>_(?:count_)?(?:on_(?:the_)?way_)?{_NOT_OF_A_NAME}{_PHASE}\b", {}),
        (r"\b(?:negatives?|eccentrics?|lowering|way_down)_\(<phase:t>(?= ?\))", {}),
        ((
            rf"{_NOT_ANOTHER_DOWN}\b"  # lower for 3 seconds, but not warm up: 5 min
            r"(?<!hold\sthe\s)(?<!hold\seach\s)(?<!hold\sthis\s)(?<!hold\sthat\s)(?<!hold\syour\s)"
            r"(?:lower(?:ing)?|raise|(?:(?<![a-z]\s)|(?<=\band\s)|(?<=\bthen\s))rise|lift|down|up|descend|eccentric|breath(?:e|ing)_(?:in|out)|inhal(?:e|ing)|exhal(?:e|ing)"
            r"|hold(?:ing)?_(?:your_|the_)?breath)"
            r"(?:_(?:down|up|it|slowly|over))?(?:_(?:for|over|in|take|taking))?(?:_a)? ?:?_?<phase:t>"
        ), {}),
    )),
    ("count", (
        ((
            r"\b(?:lower(?:ing)?|rais(?:e|ing)|lift(?:ing)?|ris(?:e|ing)|descend|return|breathe_(?:in|out)|inhale|exhale"
            r"|(?:stand|push|press|come|go|way)_(?:up|down))"
            r"(?:_(?!hold|pause)[a-z]+){0,4}?_(?:for|over|in|on|to|takes?)_(?:a_)?(?:slow_|steady_)?counts?_of_(?P<phase>\d)\b"
        ), {}),  # lower for a count of 4
    )),
    ("take|taking|count", (
        ((
            r"\b(?:tak(?:e|es|ing)|count(?:ing)?)_(?:about_|around_|at_least_|a_full_)?"
            r"(?P<phase>[1-9](?:(?: ?- ?|_to_)\d)?)_?(?:seconds?|secs?|s)_(?:to|as_you|while_you)_"
            rf"(?:slowly_|gently_)?{_MOVED_BACK}\b"
        ), {}),  # take 3 seconds to come down
    )),
    ("take|taking|last|allow|spend", (
        ((
            r"\b(?:each|every|one|1|a)_(?!exercise|move|stretch|pose|position|station|drill|interval)"
            r"(?:[a-z]+_){1,3}?(?:should_|will_|can_|to_)?(?:takes?|lasts?)_(?:you_)?"  # every squat takes 4 seconds
            r"(?:about_)?<phase:t>"
        ), {}),
        ((
            r"\b(?:tak(?:e|es|ing)|allow(?:ing)?|spend(?:ing)?|last(?:s|ing)?)_(?:about_|around_|roughly_)?"
            r"(?P<phase>[1-9](?:(?: ?- ?|_to_)\d)?)_?(?:seconds?|secs?|s)_(?:for|per|on|over|in|with)_"
            r"(?:each|every)_(?:movement|motion|rep(?:etition)?|phase|direction|half|part|transition)\b"
        ), {}),  # taking 3 seconds for each movement
    )),
    ("rep", (
        (r"(?<!hold\s)(?<!holds\s)(?<!pause\s)(?<!for\s)<phase:t>_?(?:/|per_|an?_|each_|every_)rep(?:etition)?\b", {}),
    )),
    ("over|across|during", (
        ((
            r"\b(?:over|across|during)_(?:the_(?:course|space)_of_)?(?:an?_)?(?:about_|around_)?(?:slow_)?"
            r"(?P<phase>\d(?:(?: ?- ?|_to_)\d)? ?-?(?:s|secs?|seconds?))(?:_counts?)?\b(?!_(?:rest|hold|break))"
        ), {}),  # over the course of a 5 second count
    )),
    ("pause|pausing|squeez|hold", (
        ((
            r"\b(?:pause|pausing|squeez(?:e|ing)|hold(?:ing)?)"  # squeeze for 2 s at the top
            r"(?:_(?:it|this|that|here|the_(?:contraction|squeeze|position|top)))?"
            r"(?:_(?:at|in)_the_(?:top|bottom|end|middle)(?:_position)?)?_?(?:for_)?(?:a_)?<pause_s:l>"
            rf"_(?:at|in|on)_(?:the_)?(?:top|bottom|end|each|every)\b{_NOT_A_SIDE}"
            r"(?:_(?:position|rep|of_each_rep|of_every_rep|of_the_movement|rep(?:etition)?))?"
        ), {}),
        ((
            r"\b(?:pause|squeeze|hold)(?:ing)?(?:_(?:it|this|that|there|the_\w+))?"
            r"(?:_(?:at|in))?_(?:the_)?(?:top|bottom|end|middle)(?:_position)?"
            r"(?:_of_(?:each|every|the)_(?:rep|repetition|movement))?_(?:for_)?(?:a_)?<pause_s:t>"
            r"(?:_before_(?:you_\w+|\w+ing)(?:_(?:back|down|it|your_\w+|again|slowly|and_repeating)){0,3})?"
        ), {}),
        (r"\b(?:hold(?:ing)?|pause|squeeze)_(?:each|every)(?:_(?:rep|repetition|one))?_(?:for_)?<pause_s:t>", {}),
        ((
            r"<pause_s:t>_?-?(?:pauses?|squeezes?)(?:_(?:at|in)_(?:the_)?(?:top|bottom|end|middle))?"
            r"(?:_(?:of|on|in)_(?:each|every)_rep)?"
        ), {}),
        (r"\b(?:pause|squeeze)_(?:for_)?(?:a_)?<pause_s:t>", {}),
        ((
            rf"<pause_s:t>_?-?(?:iso(?:metric)?_?)?holds?_(?:at|in|on)_(?:the_)?(?:top|bottom|end|each|every)\b{_NOT_A_SIDE}"
            r"(?:_of_(?:each|every|the)_(?:rep|movement))?"
        ), {}),
    )),
    ("pause|squeez|stop|wait", (
        ((
            r"\b(?:pause|squeeze|stop|wait)(?:_(?:it|there|here|hard))?_for_(?:a_)?(?P<pause_s>\d)"  # squeeze for 2
            r"(?! ?(?:[-\d./x:]*\d|x\b|sets?|reps?|times|rounds?|breaths?|min|deep|full|slow|more|of\b))"
        ), {}),
    )),
    # an amount and a load for each set, a load and an amount for each set
    ("kg|kilo|lb|pound|#|%|percent|0g|0 g", (
        ((
            r"(?P<waves>(?<![\d.x])(?<!x\s)\d{1,2}\+? ?(?:reps?)? ?(?:@|at) ?<load:w>"  # 5 @ 60 kg, 3 @ 70 kg
            r"(?: ?[,;/>]_*\d{1,2}\+? ?(?:reps?)? ?(?:@|at) ?<other:w>){1,7})"
        ), {}),
        ((
            r"(?<![\d.x])(?<!x\s)(?P<weighed><load:w> ?(?:x|for)_?\d{1,2}\+?"  # 60 kg x 8, 70 kg x 5
            r"(?! ?(?:s\b|sec|min|m\b|\d|x)) ?(?:reps?)?"
            r"(?: ?[,;/>] ?(?:<other:w>) ?(?:x|for)_?\d{1,2}\+? ?(?:reps?)?){1,19})(?! ?(?:x|sets))"
        ), {}),
        ((
            r"(?<![\d.x,])(?<!,\x20)(?P<counted>(?:\d{1,2} ?, ?)*\d{1,2}\+? ?x ?<load:w>"  # 5, 5 x 60 kg, 3 x 70 kg
            r"(?: ?[,;/>] ?(?:\d{1,2} ?, ?)*\d{1,2}\+? ?x ?<other:w>){1,9})(?!\w)"
        ), {}),
        (r"(?<![\d.x,])(?<!,\x20)(?<!x\x20)(?P<counted>(?:\d{1,2} ?, ?){1,9}\d{1,2} ?x ?<load:w>)(?!\w)", {}),
    )),
    ("%|percent", (
        ((
            r"(?<![\d/.])(?P<chain>\d{1,2}\+?(?: ?[/,] ?\d{1,2}\+?){1,9}) ?(?:@|at)_?"  # 5/3/1 @ 75/85/95%
            r"(?P<percents>\d{2,3} ?%?(?: ?[/,] ?\d{2,3} ?%?){1,9})(?<=%)"
        ), {}),
    )),
    ("@", (
        ((
            r"\b(?P<sets>\d{1,2}) ?x ?(?P<reps>\d{1,2}(?: ?- ?\d{1,2})?) ?@ ?(?P<weight>[1-9]\d{1,2}(?:\.5)?)(?:s\b)?"
            r"(?![\d/.:%]| ?- ?\d| ?(?:kg|lb|%|percent|\#|s\b|secs?\b|mins?\b|k?m\b|rpm|bpm|rpe|x))"
        ), {}),
    )),
    (".5s|.5's", (
        (r"(?:\b(?:w/|with|at) ?|@ ?)?\b(?P<weight>\d{1,2}\.5)'?s\b(?!_(?:rest|hold|on|off|between)\b)", {}),  # 17.5s
    )),
    ("@", (
        ((
            r"(?:(?<=thrusters\s)|(?<=squats\s)|(?<=press\s)|(?<=presses\s)|(?<=rows\s)|(?<=cleans\s)|(?<=curls\s)"
            r"|(?<=lunges\s)|(?<=snatches\s)|(?<=swings\s)|(?<=raises\s))@ ?(?P<weight>\d{2,3})s\b(?= ?(?:$|[,;.(]))"
        ), {}),  # thrusters @ 25s
    )),
    ("dumb|db|kettle|kb|bell|plate", (
        ((
            r"(?:w/ ?|\bwith_(?:the_|a_pair_of_)?|@ ?|(?<=,\s)|(?<=\())(?P<weight>\d{1,3}(?:\.5)?)'?s"  # 30s DBs
            r"_(?:dumb-?bells|dbs|kettle-?bells|kbs|bells|plates)\b(?= ?(?:$|[,;.()]))"
        ), {}),
    )),
    ("the|a pair", (
        (r"(?:w/ ?|\bwith_|@ ?)(?:the|a_pair_of)_(?P<weight>\d{1,3}(?:\.5)?)'?s\b(?!_*(?:hold|rest))", {}),  # the 65s
    )),
    (X, (
        ((
            rf"(?<=[a-z)]\s){_NO_WEIGHT}(?P<weight>[1-9]\d{{1,2}}(?:\.\d{{1,2}})?|\d\.5)"  # squat 80 3x5
            r"(?=_\d{1,2} ?x ?\d{1,2}(?!\d))"
        ), {}),
        ((
            r"(?:\b(?P<sets>\d{1,2}) ?)?x ?(?P<reps>\d{1,2})_[-@]_<load:w>"  # x 12 - 16 kg
            r"(?:_(?:each|ea)\b\.?(?= ?(?:$|[,;.)])))?(?!\w)"
        ), {}),
        ((
            r"\b(?P<sets>\d{1,2}) ?x ?(?P<reps>\d{1,2}) ?x ?(?P<weight>\d{2,3}(?:\.\d{1,2})?)"  # 3x8x60
            r"(?!\.\d| ?- ?\d| ?(?:kg|lb|%|\#|s\b|sec|min|m\b|\d))"
        ), {}),
        ((
            rf"\b(?P<sets>\d{{1,2}}) ?x ?(?={_TOO_MANY})(?P<reps>\d{{1,2}}) ?- ?"  # 3 x 5 - 130
            rf"(?P<weight>\d{{2,3}}(?:\.5)?)(?: ?, ?\d{{2,3}}(?:\.5)?)*(?! ?-|[\d.:]|_?reps?){_NO_UNIT}"
        ), {}),
    )),
    # the range in which one stays, and goes up or down beyond it
    ("range", (
        ((
            r"(?:\b(?:stay|staying|sit|sitting|work|working|keep|keeping|be|being)_)?\b(?:in|within)_(?:the_|an?_)?"
            r"<reps:n>_?reps?(?:etitions?)?_range\b"
        ), {}),
    )),
    # loads and efforts
    ("rpe", (
        (any_of(
            r"(?:@|\bat|\bwith)? \b(?:target_)?rpe(?:_(?:target|goal|range|cap|limit|zone|of))? ?[:=]? ?"
            r"(?P<rpe>\d{1,2}(?:\.5)?(?: ?- ?\d{1,2}(?:\.5)?)?)(?!\d)(?: ?/ ?10)?",
            r"@ ?(?P<rpe2>\d(?:\.5)?)_rpe\b",
        ), {}),
    )),
    ("@", (
        (r"(?<=[\d\0]) ?@ ?(?P<rpe>(?:[6-9](?:\.5)?|10))(?= ?(?:$|[,;)]))", {}),  # 4x8 @8
    )),
    ("kg|kilo|lb|pound|#|%|percent|0g|0 g", (
        (r"\b<sets:n> x <reps:n> x <load:w>", {}),
        (r"<load:w> ?(?:x|for)_?(?P<chain>\d{1,2}(?: ?[,/] ?\d{1,2}){1,9})(?! ?(?:kg|lb|x|\d))", {}),
        ((
            r"(?:@|\bat|\bwith|\busing|\bload:?|\bweight:?)?_?(?:\b(?:an?|the)_)?(?:(?<!\d)[12] x ?)?<load:w>"
            rf"(?:_(?:of_)?(?:your_)?{_OF_WHAT})?(?!_*(?:max_by))"
            r"(?:_(?:each|per|in_each)_(?:hand|dumbbell|db|arm|kettlebell|kb|bell|side(?=_*kg))"
            r"|_(?:each|ea)\b\.?(?= ?(?:$|[,;.)])))?(?!\w)"  # 20 lb each
        ), {}),
    )),
    ("(", (  # in a unit that the author knows, before how often
        ((
            rf"(?<=[\w\0)]\s)\((?P<pair>{_KNOWN})\)_?(?P<chain>(?P<one>\d{{1,2}})/(?!(?P=one)\b)\d{{1,2}})"
            r"(?= ?(?:$|\0))"  # front raise (15) 20/15
        ), {}),
        ((
            rf"(?<=[\w\0)]\s)(?!\([1-4]\))\((?P<pair>{_KNOWN}(?: ?/ ?{_KNOWN}){{0,9}})\)"  # bench (60/65) 8/6
            r"(?=_?(?:\d{1,3}(?: ?[-/,x] ?\d{1,3})+(?![\d.%]| ?(?:kg|lb|\#|s\b|sec|min|m\b))|\0))"
        ), {}),
        ((
            rf"(?<=[\w\0)]\s)(?!\([1-4]\))\((?P<pair>{_KNOWN}(?: ?/ ?{_KNOWN}){{0,9}})\)_?(?P<bare>\d{{1,3}})"
            r"(?=_?(?:reps?|each|per)\b)"
        ), {}),
        (rf"(?<=[\w\0)]\s)\((?P<pair>{_KNOWN}(?: ?/ ?{_KNOWN}){{1,9}})\)_?(?P<bare>\d{{1,3}})(?= ?(?:$|\0))", {}),
    )),
    ("/", (
        (any_of(  # men's and women's, in a unit that nobody says
            rf"(?<=[\w\0]\s)\((?P<pair>{_PAIR})\)",
            rf"@ ?(?P<pair2>{_PAIR})(?![\d/]| ?(?:kg|lb|%|\#|s\b|sec))",
        ), {}),
        ((
            r"(?:(?<=[a-z]\s)|(?<=[a-z],\s)|(?<=[a-z]\s-\s))"  # 21 thrusters 95/65
            r"(?P<pair>(?P<men>[2-9]\d|\d{3})/(?!(?P=men)\b)(?:1[2-9]|[2-9]\d|\d{3}))(?= ?(?:$|\0))"
        ), {}),
    )),
    ("weight|load", (
        ((
            r"(?:\bloads? ?[:=]? ?|\bweights? ?[:=] ?)(?P<pair>\d{1,3}(?:\.\d{1,2})?)"  # load: 20
            r"(?! ?(?:\d|x\b|/|-|kg|lb|%|reps?|sets?))(?=[\s,;.)]|$)"
        ), {}),
    )),
    ("body|bw", (
        ((
            r"(?:@|\bwith\b|\bat\b)?_?(?<![\d.,/])"
            r"(?:\d?\.\d{1,2}|[13]/[24]|(?:(?<=@)|(?<=@\s)|(?<=\bat\s)|(?<=\bwith\s)|(?<=\())[123])"
            r" ?(?:x|times)?_*(?:of_)?(?:your_)?(?:own_)?\b(?:body ?weight|bw)\b"  # 1.5x bodyweight
            r"(?!_(?!(?:x|for|each|per|and|then|in|by)\b)[a-z])"
        ), {}),
        (r"\b<sets:n> x (?:body ?weight|bw)\b", {}),
        (r"(?:@|\bwith\b|\bat\b)?_?\b(?:body ?weight|bw)\b_?(?:only)?(?=_*(?:$|[,;.)|]))", {}),
    )),
    # progressions
    ("heavy|top|max", (
        ((
            r"\b(?:build|work|ramp)(?:ing|ed|s)?(?:_your_way)?(?:_up)?_to_(?:an?_|your_|the_)?"  # up to a heavy 3
            r"(?:heavy|top|max)(?:_sets?_of)?_<heavy:n>(?! ?(?:kg|lb|%|x|sets?))(?:_?reps?)?"
        ), {}),
        (r"^(?:a_)?(?:heavy|top)_(?:sets?_of_)?<heavy:n>(?= ?$)", {}),
    )),
    ("build|work|progress|increas|go", (
        ((
            rf"\b(?:{_BUILD}|going|go)(?:_this|_it|_up)*_(?:up_)?(?:to|towards)_(?:sets_of_)?<goal_s:t>"
            r"(?:_over_<weeks:n>_weeks?)?"
        ), {}),
        ((
            rf"\b(?:{_BUILD})(?:_this|_it|_up|_reps|_slowly|_gradually|_your_way)*_(?:up_)?(?:to|towards)"
            r"_(?:a_set_of_|sets_of_)?(?:<goal_sets:n>(?: ?x ?|_(?:x|sets_of)_))?<goal:n>"
            r"(?!\d| ?(?:sets|x|kg|lb|%|rounds?|weeks?|min|sec|s\b))(?:_reps?)?(?:_over_<weeks:n>_weeks?)?"
        ), {}),
        ((
            rf"\b(?:{_BUILD})(?:_this|_it|_up)*_(?:up_)?(?:to|towards)_\d+(?: ?- ?\d+)?"
            r"_(?:sets|rounds|circuits)\b(?:_of_\d+)?"
        ), {}),
    )),
)  # fmt: skip
