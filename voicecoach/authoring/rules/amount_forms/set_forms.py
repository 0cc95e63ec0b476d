"""Forms of how much of an exercise is done: sets, repetitions, times, distances, a number alone."""

from __future__ import annotations

from voicecoach.authoring.rules.amount_forms.move_forms import MOVE_FORMS
from voicecoach.authoring.rules.amount_forms.round_forms import ROUND_FORMS
from voicecoach.authoring.rules.language.form_words import LIMBS, REPS, SETS, WHICH_SETS, Groups, X
from voicecoach.authoring.rules.language.pattern import any_of

_NOT_A_REST = "(?! ?(?:rest|break|pause|recovery|between|off))"
_AS_MANY = (
    r"as_many(?:_\w+)?_(?:reps_)?as_(?:poss(?:ible)?\b|(?:you|they|we)?(?:'?ve)?_?"
    r"(?:can|could|like|manage|have|got|are_able)(?:_(?:do|get|manage|got|left|in_you|to))*)\b"
)
"""How many: all that somebody can."""
_OPEN = any_of(
    rf"max(?:imum)?\b(?:_(?:reps?|time|hold))?|amrap|{_AS_MANY}",
    r"(?:to_|until_|till_)?failure|tf\b|f\b",
)
_GOOD = any_of(
    "slow_|controlled_|smooth_|good_|total_|clean_|full_|quality_|gentle_|light_|heavy_|explosive_|steady_",
)
_DO_AGAIN = any_of(
    "repeat|repeated|repeats|repeating|do_(?:this|it|that|these|them|everything|the_(?:lot|circuit|list|sequence|whole_thing))",
    r"go_(?:through|round)(?:_(?:it|them|this))?|perform_(?:this|it)|complete(?:_\w+){0,4}?",
)
_WHAT_AGAIN = (
    r"(?:_(?:this|it|them|these(?:_(?:[a-z]+|\0+))?|the_\w+|all|everything|whole|entire|circuit|sequence|workout|routine|list|thing|set"
    r"|again|for|of_(?:it|them|this|that)|a_total_of|at_least|on_\w+_sides?"
    r"|both_(?:movements|moves|steps|poses|positions|stretches)|movements?|slowly|gently"
    r"|with_(?:your|the|each)_breath(?:ing)?\b|at_your_own_(?:pace|speed)))"
)
_WHAT_REPEATED = (
    r"(?:_(?:this|it|them|the_\w+|all|everything|whole|entire|circuit|sequence|set|for|a_total_of|at_least|about|each"
    r"|exercises?|stretch|movement|process|above|between|on|side|intervals?|pattern|cycle|combination))"
)
_TO_A_TIME = r"(?:-|_to_|_or_)\d+[ -]?(?:s\b|sec|min)"
"""How a range of times goes on behind its first number: `repeat for 3 to 5 minutes`."""
_TOLD = any_of(
    r"(?<![a-z]\s)|(?<=\band\s)|(?<=\bthen\s)|(?<=\bto\s)|(?<=\bor\s)",
    r"(?<=\byou\s)|(?<=\bplease\s)|(?<=\bgently\s)",
)
"""Where `hold` is what is done, and not a part of a name: `Hollow hold`."""
_HELD = any_of(
    "it|this|that|there|here|still|(?:all|these|those|all_the|all_of_these)_(?:stretches|poses|positions|holds|exercises)",
    "(?:the|this|that|each|every|your)_(?:end_|final_|top_|bottom_|raised_|maximum_|max_|deepest_|full_)?"
    "(?:stretch|position|pose|posture|contraction|plank|lift|raise|squeeze|bridge|reach|exercise|movement)",
    "an?_(?:maximum|comfortable|gentle|deep|light|mild|easy|good|full|strong)_(?:stretch|position)",
    "(?:the|this|that|each|every|your)_(?:bend|tilt|turn|twist|extension|stance|balance|top|end)",
    "for_a_(?:slow_)?count_of|at_(?:this|that)_(?:angle|point|height|level)|in_(?:this|that)_(?:position|pose)",
    "for|steady|(?:each|every)(?:_side|_stretch|_pose|_one)?|position|stretch|pose|gently",
    r"on_\w+_sides?|and_breathe|:|-|~|about|around|at_least|up_to|a_maximum_of",
)
_TRIES = any_of(
    "attempts|tries|throws|shots|jumps|hops|leaps|runs|climbs|hits|kicks|punches|strikes|slams|passes|catches|serves",
    "lifts|efforts|take-?offs|approaches|casts|strokes",
)

_FAR = any_of("m|met(?:re|er)s?|yards?|yds?|km|miles?")
_RUN = r"(?:hard_|fast_|uphill_)?(?:strides|strideouts|sprints|hills|pickups|accelerations|surges)_of_(?:about_)?\d"
_NOT_OTHER_SIDE = "".join(rf"(?<!{one}\sand\s)" for one in ("sides", "legs", "feet", "arms", "hands", "over", "round"))
"""What is done again when one has changed over is no more of it: `swap your feet and do it again`."""
_ANOTHER = r" ?[,/] ?\d{1,2}"
_OTHERS = r"(?:(?: ?[,/] ?\d{1,2}){1,9} ?,? ?(?:&|and_) ?\d{1,2}|(?: ?[,/] ?\d{1,2}){2,9})"
"""The repetitions of two sets and more behind those of the first: `10, 8 & 6`."""
SET_FORMS: Groups = (
    # what is tried so often, behind its name: Shot put: 6 throws
    ("|:|-", (
        ((
            rf"(?<=[a-z)]) ?(?:[|:]|_[-]_) ?<reps:n>_(?:max_effort_|maximum_|good_|quality_)?{_TRIES}"
            r"(?= ?(?:$|[|,;.(\0]|-_|over\b))"
        ), {}),
    )),
    ("|:|-", (
        ((
            rf"(?<=[a-z)]) ?(?:[|:]|_[-]_) ?<sets:n>_?sets?,? (?:(?:of|x)_)?<reps:n>_{_TRIES}"  # 3 sets, 10 jumps
            r"(?= ?(?:$|[|,;.(]|-_))"
        ), {}),
    )),
    ("rep", (
        (r"(?<![\d./-])(?P<chain>\d{1,3}_?reps?(?: ?, ?\d{1,3}_?reps?){1,9})\b", {}),  # 10 reps, 15 reps, 25 reps
    )),
    # sets with amounts
    ("rir", (
        (r"\b<sets:n> ?x ?\d(?:-\d)? ?rir\b", {"is_open": True}),
    )),
    ("max|amrap|as many|fail|f", (
        (rf"\b<sets:n> ?(?:sets?|rounds?)? ?(?:x|of|by|,|-|:|/)? ?{_OPEN}", {"is_open": True}),  # 3 x max
    )),
    ("no|number|total", (
        (r"\b(?:no\.?|number|total)_(?:of_)?sets ?[:=-]? ?<sets:n>", {}),
        (r"\b(?:no\.?|number|total)_(?:of_)?(?:rounds|circuits) ?[:=-]? ?<rounds:n>", {}),
    )),
    ("set|rep", (
        (r"\bsets? ?[:=]? ?<sets:n> ?[,;/|-]* ?(?:reps?|repetitions?) ?[:=]? ?<seconds:u>", {}),  # reps: 30 s
        (r"\bsets? ?[:=]? ?<sets:n> ?[,;/|-]* ?(?:reps?|repetitions?) ?[:=]? ?<reps:n>", {}),
        (r"\b(?:reps?|repetitions?) ?[:=] ?<reps:n> ?[,;/|-]* ?sets? ?[:=] ?<sets:n>", {}),
    )),
    (X, (
        (rf"\b(?P<sets>[1-9]) x \(? ?(?P<chain>\d{{1,2}}{_OTHERS}) ?\)?(?! ?(?:kg|lb|x|%|\d))", {}),
    )),
    ("set", (
        ((
            rf"\b(?P<sets>[1-9])_sets? ?(?:of|:|-|x|,)? ?\(? ?(?P<chain>\d{{1,2}}{any_of(_OTHERS, _ANOTHER)}) ?\)?"
            r"(?:_?reps?\b)?(?! ?(?:kg|lb|x|%|[,/]? ?\d|s\b|secs?\b|mins?\b))"
        ), {}),
    )),
    ("a set", (
        ((
            r"(?<!complete\s)\ba_set_of_<reps:n>"
            rf"(?! ?(?:s\b|sec|min|m\b|kg|lb|%|x\b|exercises|moves))(?:_?{REPS})?"
        ), {"sets": (1.0, 1.0)}),
    )),
    ("goes|turns|trips", (
        (r"\b<sets:n>_trips(?=_(?:up|down|along|across|over|to|through|round|around|there)\b)", {}),
        (r"\b<sets:n>_(?:goes|turns)\b(?!_(?:a|per|each)_(?:week|day))", {}),
    )),
    ("times", (
        ((
            r"\b<sets:n>_times_<reps:n>"  # 3 times 10
            r"(?!\d| ?(?:m|km|s|sec|min|met|times|more|a|per|each_(?:week|day)))(?:_of_each)?"
        ), {}),
    )),
    ("times", (
        (r"\b<sets:n>_times_(?:over|across|along)_(?:about_|a_distance_of_)?<metres:d>", {}),
    )),
    (X, (
        (rf"\b<rounds:n> ?{SETS}_of_<sets:n> ?x ?<metres:d>", {}),  # 3 sets of 6 x 200 m
        (rf"\b<rounds:n> ?{SETS}_of_<sets:n> ?x ?<seconds:u>{_NOT_A_REST}", {}),
    )),
    ("round|rd", (
        ((
            r"\b<rounds:n>_(?:rounds?|rds?)_of_<reps:n>(?:_each)?(?:_of)?"
            r"(?:_(?:each|the_following|these)(?:_\w+)?)? ?:? ?$"
        ), {}),  # 3 rounds of 10 of:
    )),
    ("interval", (
        ((
            r"\b<sets:n>_intervals?\b(?= ?(?:$|[,;.])"
            r"|_(?!of|at|with|on|off|for|in|and|or|between|sessions?|training|runs?|workouts?)[a-z]{3})"
        ), {}),  # 4 intervals burpees
    )),
    ("hold|set", (
        (r"\b<sets:n>_<seconds:t>[ -]?(?:holds|sets)\b", {}),  # three 30-second holds
    )),
    ("x|set|by|rep|series|lot|trip|goes of|holds of|hangs of|efforts of|bursts of|bouts of|intervals of", (
        (rf"\b<sets:n> (?:x|by) (?:{SETS} )?<metres:d>", {}),
        (rf"\b(?P<sets>[1-9])_?sets?(?P<reps>\d{{1,2}})_?{REPS}", {}),  # 3 sets10 reps
        (r"\b<reps:n> x <sets:n>_times\b(?!_(?:a|per|each|every)_(?:day|week))", {}),  # 10 x 3 times
        (rf"(?<![a-z\d])x ?<reps:n> x ?<sets:n>_?{SETS}", {}),  # x10 x3 sets
        (rf"\b<sets:n>_?{SETS}_by_<reps:n>(?! ?(?:m\b|s\b|sec|min|ft|feet|kg|lb|%))(?:_?{REPS})?", {}),
        (r"(?<=[:(-]\x20)(?P<sets>[1-6])_by_(?P<reps>\d{1,2})(?= ?(?:$|[,;.)]|_reps))", {}),
        (r"^(?P<sets>[1-6])_by_(?P<reps>\d{1,2}) ?(?:reps)?$", {}),
        (rf"\b<sets:n> {SETS} ?(?:x|of|,|-|:|/|@)? ?<metres:d>", {}),
        ((
            rf"\b<sets:n> ?{SETS} (?:x|of|for|,|-|:|/|@|\()?_?(?:about_|at_least_|a_)?(?:hold(?:s|ing)?(?:_for)?_)?"
            rf"<seconds:u>{_NOT_A_REST}"
        ), {}),
        (rf"\b<sets:n> (?:x|by) (?:{SETS} )?(?:hold(?:s)?(?:_for)?_)?<seconds:u>{_NOT_A_REST}(?:_?-?holds?\b)?", {}),
        ((
            rf"\b<sets:n> ?{SETS} ?(?:x|of|for|,|-|:|/|@|with|\()? ?(?:about_|at_least_|up_to_|around_)?"
            rf"<reps:n>(?! ?(?:rounds?|x\b|sets|kg|lb|%|s\b|sec|min|m\b))(?:_?{REPS})?"
        ), {}),
        (rf"\b<reps:n> ?{REPS} ?(?:x|for|,|-|/|\()? ?<sets:n> ?{SETS}", {}),
        (rf"\b<reps:n> ?(?:{REPS})? ?x ?<sets:n> ?{SETS}", {}),
        (rf"\b<reps:n>_?{REPS} ?x ?(?P<sets>[1-9])(?![\d.]| ?(?:kg|lb|%|x|s\b|sec|min|m\b))", {}),  # 8 reps x 4 a side
        (rf"\b<sets:n> x (?:{SETS} )?(?:<reps:n>)(?P<plus>\+)?(?! ?(?:kg|lb|%|m\b|s\b|sec|min|km))(?:_?{REPS})?", {}),
    )),
    *ROUND_FORMS,
    ("more|additional|further|another", (
        (rf"\b(?:<more_sets:n>_(?:more|additional|further)|another_<more_sets:n>)_{SETS}(?!_(?:of|x|with|at)_?\d)", {}),
    )),
    ("set|series|lot", (
        (any_of(
            rf"\b<sets:n> ?(?:{WHICH_SETS}_)?{SETS}(?!_of_\d+_(?:exercises|supersets))",
            r"(?<!quad\x20)(?<!quads\x20)(?<!glute\x20)(?<!quadriceps\x20)(?<!hamstring\x20)\bsets ?[:=]? ?<sets2:n>",
        ), {}),
    )),
    # an amount for each set
    ("-|/|,", (
        ((
            r"(?<![\d./-])(?P<chain>\d{1,3} ?(?P<sign>[-/,]) ?\d{1,3}(?: ?(?P=sign) ?\d{1,3})+"  # 21-15-9
            r"|\d{1,3}(?:, ?\d{1,3}){1,6},?_(?:and|then)_\d{1,3}(?=_reps?\b))(?![\d.]|/|-\d)"
            r"(?: ?[-,/] ?(?P<last>max|amrap|failure))?(?:_?(?:reps?|metres|meters)\b)?(?! ?(?:kg|lb|%))"
        ), {}),
    )),
    ("through", (
        (r"\b<times:n>_?(?:more_)?times?_through\b", {}),
    )),
    ("length", (
        (r"\b(?P<sets>\d{1,2})_single_lengths?_of(?=_(?:front|crawl|breast|back|butterfly|free|kick|pull|drill))", {}),
        ((
            r"\b\d{1,2}_(?:(?:easy|slow|full|steady|hard)_)*lengths?_of"  # 4 lengths of breaststroke
            r"(?=_(?:front|crawl|breast|back|butterfly|free|kick|pull|drill))"
        ), {"is_loose": True}),
    )),
    ("length|width", (
        ((
            r"^(?:\d{1,2}|an?)_(?:full_)?(?:lengths?|widths?)_(?:of_)?"  # two lengths of lunges
            r"(?=[a-z])(?!(?:the|an?|your|my|our|this|pool|track|field|gym|hall|and|then|at|on|in|easy|for|each|per|with)\b)"
        ), {"is_loose": True}),
    )),
    # open sets
    ("as long as", (
        ((
            r"\b(?:for_)?as_long_as_(?:you'?d?_(?:like|want|wish|need|please|fancy|have)"
            r"|(?:it_)?(?:feels|is)_(?:good|nice|right|comfortable)|comfortable)\b"
        ), {"is_loose": True}),
        (r"\b(?:for_)?as_long_as_(?:possible|(?:you|we|they|i)_(?:can|could)|you're_able)\b", {"is_open": True}),
    )),
    ("max|fail", (
        ((
            r"(?:(?<=[a-z)]\s)x |(?<=[a-z)]) ?[:,-] )"  # Pull-ups: max reps
            r"(?:max(?:imum)?(?:_(?:reps?|effort|time|hold))?|failure)(?= ?(?:$|[,;.(]))"
        ), {"is_open": True}),
    )),
    ("max", (
        ((
            r"(?:(?<=[a-z]{2}s)(?<!reps)(?<!secs)(?<!mins)(?<!seconds)(?<!minutes)(?<!rounds)(?<!sets)(?<!kilos)(?<!lbs)(?<!kgs)"
            r"|(?<=plank)|(?<=hang)|(?<=\bsit))_max ?$"  # push-ups max
        ), {"is_open": True}),
        ((
            r"^max(?:imum)?_(?!(?:hold|time|duration|reps?|effort|hangs?)\b)"
            r"(?=(?:[a-z]+[_-])*(?:ups|dips|burpees|squats|jacks|crunches|rows|lunges|planks?|sits?|hangs?)\b)"
        ), {"is_open": True}),
        (r"(?<=[a-z])_\(max(?:imum)?(?:_(?:reps?|effort))?(?:,?_to_(?:technical_)?failure)?\)", {"is_open": True}),
    )),
    ("amrap|as many|max|fail|fatigue|tired", (
        ((
            rf"\b(?:amrap|{_AS_MANY}"
            r"|(?:for_)?max(?:imum)?_(?:reps?|effort|(?:time|duration|hold)(?! ?[:=] ?\d|_(?:\d|of\b)))"
            r"|(?:to|until|till|near|close_to)_failure"
            r"|to_fatigue|until_(?:you're_)?(?:tired|fatigued?))\b(?:_(?:in|for)_<seconds:t>)?"
        ), {"is_open": True}),
    )),
    ("cal", (
        (r"\bfor_(?:max(?:imum)?_)?(?:calories|cals?)\b", {"is_open": True}),
    )),
    ("+", (
        (r"\b(?P<least>\d{1,3})\+(?! ?\d)(?:_?reps?)?", {}),
    )),
    ("in a row", (
        (r"\b(?:means|will_(?:be_)?do(?:ing)?|that's|is|are|makes)_\d{1,3}(?:_[a-z]+)?_in_a_row\b", {}),  # all of it
        (r"\b<reps:n>(?:_times)?_in_a_row\b", {}),
    )),
    # repetitions, times, distances
    ("more|additional", (
        (rf"\b{_DO_AGAIN}{_WHAT_AGAIN}*_?(?:x_)?<more:n>_(?:times_more|more_times?|additional_times)\b", {}),
    )),
    ("another", (
        (rf"\b{_DO_AGAIN}{_WHAT_AGAIN}*_?(?:for_)?another_<more:n>_times\b", {}),
    )),
    ("repeat", (
        ((
            r"\brepeat_(?:the_|this_)?(?:whole_|entire_)?(?:sequence|circuit|series|routine|list)_(?:for_)?"
            r"<rounds:n>_(?:repetitions|reps)\b"
        ), {}),
    )),
    ("repeat|redo|again", (
        ((
            rf"\b(?:repeat|repeated|repeats|redo|again)\b{_WHAT_REPEATED}*_?(?:x|for)? ?<repeat:n>"
            rf"(?: ?x\b|_times|_more_times)?(?!\d|{_TO_A_TIME}"
            r"| ?(?:total_|full_|complete_)?(?:sets|reps|rounds|s\b|sec|min))"
        ), {}),
    )),
    ("again", (
        ((
            rf"{_NOT_OTHER_SIDE}\b(?:do|did|go|went|go_through|went_through)_(?:it|that|them|this|everything|the_lot|the_whole_thing)"
            r"(?:_all)?_(?:once_)?again\b(?!_*(?:on|with|for|to)\b)"
        ), {"repeat": (2.0, 2.0)}),
    )),
    ("repeat", (
        ((
            r"(?<=[)\0]) ?[,;]? ?(?:and_|then_)*repeat(?:_(?:it|this))?(?:_(?:once(?:_more)?|again))?[.!]* ?$"
        ), {"repeat": (2.0, 2.0)}),
    )),
    ("interval", (
        (r"\b(?:in|at|for|with)_<seconds:u> ?-?_?intervals?(?:_(?:each|of_each|per_exercise))?\b", {}),
    )),
    ("pieces|efforts|intervals|repeats|repetitions|reps|sprints|bouts", (
        ((
            r"\b(?P<sets>\d{1,2})_(?:x_)?<metres:d>"  # 6 x 200 m repeats
            r"_(?:pieces|efforts|intervals|repeats|repetitions|reps|sprints|bouts)\b"
        ), {}),
    )),
    ("pieces|efforts|intervals|repeats|repetitions|bouts", (
        (r"\b(?P<sets>\d{1,2})_(?:x_)?<seconds:t>[ -](?:pieces|efforts|intervals|repeats|repetitions|bouts)\b", {}),
    )),
    ("of ", (
        (rf"\b(?P<sets>\d{{1,2}})_(?=(?:{_RUN}|[a-z]+s_of_(?:about_)?\d+ ?(?:{_FAR})\b))", {}),  # 4 strides of 80 m
    )),
    ("plenty|enough|loads", (
        (r"\b<reps:n>_(?:is|are|will_be|should_be)_(?:plenty|enough|loads)\b", {}),  # 10 to 12 is plenty
    )),
    ("rep", (
        (rf"\b{REPS},?_(?:i_|you_|we_)?(?:aim|go|shoot|try)_(?:for|to_get)_<reps:n>(?! ?(?:s\b|sec|min|sets))", {}),
        (rf"\b<reps:n> ?{_GOOD}*{REPS}", {}),  # 10 slow, controlled reps
        (r"\brep(?:etition)?s? ?[:=] ?<seconds:u>", {}),
        (r"\brep(?:etition)?s?(?:_range|_target)? ?[:=] ?<reps:n>", {}),
    )),
    ("/|per set|per round", ((r"\b<reps:n>(?: ?/ ?|_per_)(?:set|round)\b", {}),)),  # Dips: 10-12/set
    ("of each|of every", (
        ((
            rf"(?:\b(?:do|perform|complete)_|^)<reps:n>_of_(?:each|every)\b(?!_{LIMBS})"
            r"(?:_(?:one|exercise|move|movement))?"
        ), {}),
    )),
    ("about|around|roughly|at least", (
        ((
            r"\b(?:do|perform|complete|try|aim_for|go_for|manage)_(?:about|around|roughly|at_least)_<reps:n>"
            r"(?= ?(?:$|[.,;(]|at_first\b|for_now\b|to_(?:begin|start)\b))"  # do about 10 to begin with
        ), {}),
    )),
    ("in all|in total", (
        (r"\b<reps:n>_in_(?:all|total)\b", {}),
    )),
    *MOVE_FORMS,
    ("do|perform|complete", (
        (r"\b(?:and|then),?_(?:do|perform|complete)_<reps:n>(?= ?(?:$|[.;]))", {}),  # hold for 5 s and do 10.
    )),
    ("times", (
        (r"(?:(?<=you\x20can\x20)|(?<=possible\x20))<reps:n>_times\b", {}),  # jump as high as you can 20 times
        (r"\b(?:at_least_|up_to_|about_)?<times:n> ?times\b", {}),
    )),
    ("hold|count|slow", (
        ((
            rf"{_TOLD}\bhold(?:s|ing)?(?:_time)?(?: ?[:=])?(?:_{_HELD})*_?<held:l>"
            r"(?! ?(?:reps?|x\b|g\b|gms?\b|grams?))(?!\d|_+(?:\d|dumb|dbs?\b|kettle|kbs?\b|weights?|plates?|bars?))"
        ), {}),
        ((
            r"\b(?:count(?:ing)?(?:_(?:slowly|gently|aloud|out_loud))?_(?:(?:up_)?to|of)|for_a_slow)"
            r"_(?P<held>\d{1,3}(?:(?: ?- ?|_to_)\d{1,2})?)\b"  # count slowly to 5
        ), {}),
        ((
            r"<held:t>[ -]*(?:iso(?:metric)?[ -]*)?(?:static_)?holds?\b(?! ?\w*\s?(?:squat|plank))"
            r"(?:_(?:on_)?each(?:_(?:one|rep|time))?(?=_*(?:$|[,.;)])))?"
        ), {}),
    )),
    ("m|k|y|f", (
        (r"<metres:d>", {}),
    )),
    ('s|m|h|:|\'|"', (
        ((
            r"(?:\b(?:time|duration|length)(?:_each)? ?[:=] ?|\bfor_|\bx_?|@ ?)?"
            r"(?:about_|at_least_|up_to_|around_|~ ?)?<seconds:t>(?:_?(?:duration|work|of_work)\b)?"
        ), {}),
    )),
    (X, (
        (r"(?<![\w.])(?P<times>\d{1,3}(?: ?- ?\d{1,3})?) ?x(?![a-z\d])", {}),  # 10x squats
        (r"(?<![a-z\d])x ?<times:n>(?! ?(?:kg|lb|%))", {}),  # x10
    )),
)  # fmt: skip
