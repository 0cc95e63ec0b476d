"""Numbers that are said beside an exercise: the table of what looks like an amount and is none."""

from __future__ import annotations

from voicecoach.authoring.rules.amount_forms.breath_forms import BREATHS, LET_GO, PACED
from voicecoach.authoring.rules.amount_forms.date_forms import DATES, IN_WEEKS, OF_WEEKS
from voicecoach.authoring.rules.amount_forms.effort_forms import HOW_HARD
from voicecoach.authoring.rules.amount_forms.other_forms import OTHERS
from voicecoach.authoring.rules.amount_forms.own_forms import OF_ONESELF
from voicecoach.authoring.rules.amount_forms.page_counts import PAGE_COUNTS
from voicecoach.authoring.rules.amount_forms.session_sizes import NOT_OF_ONE_PART, SESSION_SIZES
from voicecoach.authoring.rules.amount_forms.size_forms import SIZES
from voicecoach.authoring.rules.amount_forms.warm_up_sets import WARM_UP_SETS
from voicecoach.authoring.rules.language.form_words import NO_AMOUNT, Traps
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import KILOS, MINUTES, SECONDS

_BEHIND_AMOUNT = any_of(
    r"(?<=x\d)|(?<=x\d\d)|(?<=x\s\d)|(?<=x\s\d\d)|(?<=of\s\d)|(?<=of\s\d\d)|(?<=\d-\d)|(?<=\d-\d\d)",
    r"(?<=\brep)|(?<=\breps)|(?<=\ds)|(?<=\d\ss)|(?<=\dmin)|(?<=\smin)|(?<=\ssec)|(?<=\sseconds)|(?<=\sminutes)",
)
_NO_UP = "".join(rf"(?<!\b{one}\s)" for one in ("pull", "push", "step", "chin", "sit", "get", "press"))
_LAST = r"last_(?:time|week|session|month|year|night)"
_HARDER = r"(?:progress(?:ion|ions)?|regress(?:ion|ions)?|harder|easier|too_(?:easy|hard|difficult))"
_EASY = (
    r"(?:when|once|if|as)_(?:\d+_?\w+_|(?:\w+\)?_){1,3}?)(?:is|are|gets?|becomes?|feels?)"
    r"_(?:too_)?(?:easy|easier|comfortable)"
)
_ADD = "(?:add|hold|holding|use|using|wear|put|with|take|grab|drop|lower|reduce|increase|try|do|go)"
_LATER = any_of(
    r"\bto_(?:progress|regress)\b",
    r"\bto_make_(?:it|this|these)_(?:harder|easier|more_\w+)\b",
    r"\bfor_(?:more_of_)?an?_(?:extra_)?(?:challenge|progression)\b",
    rf"\b{_HARDER}(?:_(?:version|option))? ?[:=?–-]",
    rf"\b{_EASY}",
)
_COUNTED = any_of(
    r"views?|comments?|likes?|shares?|repl(?:y|ies)|followers?|subscribers?|ratings?|reviews?|(?:up|down)?vote[sd]?|kudos|points?(?=_*[·•|])",
    r"stars?(?!_jump)|people|members?|clients|photos?",
)
_SESSION = any_of(
    r"workout|session|routine|class|breaks?|flow|core|hiit|circuit",
    r"stretch(?:ing)?(?=_*(?:$|[.,;:)]|session|routine|class))|blast|challenge|reset|(?:warm|cool)-?(?:up|down)(?=_*(?:routine|session|flow|class|video))|mobility|plan",
    r"(?:exercises|moves)(?=_*(?:$|[.,;:)]|(?:at|for|to|you|in|that)\b))",
)
ASIDES: Traps = (
    *OTHERS,
    (
        "last",
        (
            r"\b(?:i_|we_)?(?:only_|just_)?(?:did|done|managed|got|used|lifted|hit|had|ran|was|were|went)\b"
            rf"[^.;()]*\b{_LAST}\b[^.;,()]*"  # what was done before
        ),
        rf"\b{_LAST}\b(?:,? (?:i|we|it_was|was|did|got|managed)\b|_?:)[^.;()]*",
    ),
    (
        "previous",
        r"\b(?:than_|as_)?(?:the_|your_|last_)*previous_\d{1,2} ?x ?\d{1,3}\b(?:_\w+)?",  # what was done before
    ),
    LET_GO,
    ("heart|hr", r"\b(?:heart(?:_rate)?|hr)\b[^.;]{0,60}\b\d+ ?%[^.;]*"),  # how fast it beats
    ("effort|pace", r"\b(?:working|running|going|feel(?:s|ing)?|be|it's)_at_(?:about_)?\d+k_(?:effort|pace)\b[^.;]*"),
    (
        "up for|down for",  # a tempo
        r"\b(?:up|down)_for_(?:a_count_of_)?\d{1,2}\b(?:,?_(?:and_)?(?:up|down)_for_(?:a_count_of_)?\d{1,2}\b)+",
    ),
    (
        "count",  # how slowly: count to 3 on the way down
        (
            r"\b(?:lift|rais|ris|lower|bend|straighten|return)(?:e|ing)?(?:_(?!hold|pause)[a-z]+){0,4}?_(?:as|while)_you"
            r"_(?:slowly_)?count_(?:slowly_)?(?:up_)?to_\d{1,2}\b"
        ),
        r"\bcount(?:ing)?(?:_slowly)?_(?:up_)?(?:to|of)_\d{1,2}\b[^.;\d]{0,12}?_(?:on_(?:the|your)_way|as_you|while)_\w+",
    ),
    *PACED,
    (
        "down to",  # a ladder: continue down to 5 push-ups
        (
            r"\b(?:continue|keep_going|carry_on|count(?:ing)?|go(?:ing)?|work(?:ing)?(?:_your_way)?)_(?:all_the_way_|back_)*"
            r"down_to_\d{1,2}\b(?:_[a-z-]+)?"
        ),
    ),
    ("round", r"\b(?:in|during|by|of|until|after)_(?:the_)?rounds?_\d{1,2}\b"),  # which of them, not how many
    (
        "or",
        (
            rf"{_BEHIND_AMOUNT}"
            r",?_or_(?:for_|do_)?\d{1,2}_?(?:x|sets?_(?:of_|x_?)?)_?\d{1,3}(?:_?-_?\d{1,3})?"  # 3 x 10 or 5 x 5
            rf"(?:_?(?:reps?|{SECONDS}|{MINUTES})\b)?(?![\d/:])"
        ),
    ),
    ("add", rf"(?<=:\s)add_\d+(?:\.\d+)?(?: ?(?:-|to) ?\d+(?:\.\d+)?)? ?{KILOS}(?= ?\.?$)"),  # Squat: add 5 lb
    (
        "weight|load",
        rf"\b(?:weight|load)_?\+_?\d+(?:\.\d+)?(?:_?(?:-|to)_?\d+)? ?{KILOS}\b",
    ),  # last week's weight + 5 lb
    ("add", r"\badd(?:ing)?_\d+_(?:more_)?reps?_(?:to|each|every|per)\b[^.;]*"),
    ("used", r"\bused_to_[a-z]+\b[^.;]*"),
    ("rest", rf"\b(?:with_)?(?:an?_)?\d+(?:-\d+)? ?-?{SECONDS}\.?[ -]_?rest[ -]pauses?\b"),  # within a set
    (
        "negative|eccentric|lowering",
        rf"\bwith_(?:an?_)?\d+(?:-\d+)? ?-?{SECONDS}\.?_?(?:negatives?|eccentrics?|lowering)\b",
    ),
    ("break", rf"\b(?:on|during|in)_(?:an?|your|the)_(?:\w+_)?\d+ ?-?{MINUTES}_breaks?\b"),
    (
        "body",
        (
            r"\b\d+(?:\.\d+)?(?:_?(?:-|to)_?\d+)?_?(?:x|times)_(?:your_|our_|the_)?body_?(?:weight|mass)\b"  # a force
            r"(?=_(?:on|when|while|during|through|with|in|at|per|of)\b)[^.;]*"
        ),
    ),
    ("k", r"(?:@|\bat\b) ?\d+k(?:_pace)?_?[+-]_?\d+(?:_split|_pace)?\b"),  # a pace: 2k + 4
    ("sub", r"\bsub[ -]?\d+(?::\d\d)?\b(?:_(?:min[a-z]*_)?for_(?:an?_|the_|your_)?\w+)?"),  # sub 45 for 10k
    (
        "drag|damper",
        r"\b(?:drag_factor|damper)(?:_setting)?_(?:of_|at_)?\d+(?: ?- ?\d+)?(?:_(?:pls|please))?\b",
    ),
    (
        "quiet|busy|open|shut|close|free|here|there|meet",
        (
            r"\b(?:quiet|busy|opens?|shuts?|closed?|closes|free|here|there|meet)_(?:\w+_)?"  # quiet after 8
            r"(?:before|after|until|till|from|at|by)_\d{1,2}(?:[:.]\d\d)?(?! ?(?:s|sec|min|reps?|rounds?|sets?|x)\b)"
        ),
    ),
    ("kg|lb|kilo|pound", rf"(?<!-){_NO_UP}\b(?:up|down)_\d+(?:\.\d+)? ?{KILOS}\b[^.;!]*"),  # no pull-up 5 kg
    (
        "day|week|morning|night|evening|daily",
        r"(?<!exercise\sfor\s)(?<!move\sfor\s)(?<!stretch\sfor\s)(?<!each\sfor\s)(?<!one\sfor\s)"
        r"(?<![a-z]:\s)(?<![a-z]\s-\s)"  # but not `Bike: 10 min daily`
        rf"\b\d+(?: ?- ?\d+)? ?-?{MINUTES},?_"
        + any_of(  # 10 minutes a day
            r"(?:\d_times|once)_(?:a|per|each|every)_(?:day|week)",
            r"an?_day|per_day|every_(?:day|morning|night|evening)|daily|each_(?:day|morning|evening)",
        )
        + r"\b",
    ),
    (
        "alternat",
        r"\balternat(?:e|ing)_(?:between_)?(?:(?:workouts?|days?|sessions?)_)?[a-e1-5]_(?:and|&|/|with)_[a-e1-5]\b[^.;]*",
    ),
    (
        "",
        any_of(
            r"\b(?:date|dob|issued|started|updated|printed|since|from)\b[^\d]{0,12}\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b",
            r"\b0\d[./-]\d{1,2}[./-]\d{2}\b|\b\d{1,2}[./-]0\d[./-]\d{2}\b",
        ),
    ),
    (
        "every",
        r"\b(?:switch|swap|change|alternate)\w*_(?:\w+_){0,2}every_\d+_\w+|\bevery_\d+_reps?\b",
        rf"\bevery_(?:1[5-9]|[2-9]\d)(?: ?(?:-|to) ?\d+)? ?-?{MINUTES}\b(?!,?_for_\d)",  # a break from the desk
        r"\bevery_(?:half(?:_an)?_hour|hour)\b",
    ),
    (
        "progress|regress|harder|easier|easy|hard|difficult|comfortable|challenge|make",
        rf"{_LATER},?_*(?:you_can_|just_|then_|try_to_)*{_ADD}\b(?:[^.;]|\.(?=\d))*",
    ),  # what comes later
    (
        "%",
        (
            r"\b(?:drop|reduce|take|remove|minus|lower|decrease|increase|add|up|go_up|go_down)"
            r"_(?:(?:(?:the|your|all)_)?(?:weights?|loads?|bar|intensity)_(?:to_)?)?(?:by_|off_)?"  # the weight by 10%
            r"\d+(?: ?- ?\d+)? ?%(?:_(?:off|of_(?:the|your|working)_\w+))?"
        ),
    ),
    (
        "%",
        (
            r"\b(?:build|work|ramp)(?:ing)?_up_to_\d+(?: ?- ?\d+)? ?%"  # work up to 60% on each lift
            r"_(?:(?:of_(?:your_)?\w+_)?(?:on|for|in|of|with)_)(?:each|every|all|both|the_main|your)_[a-z]+"
        ),
    ),
    (
        ">",
        (
            r"(?:\b(?:empty_)?bar ?x ?\d{1,2} ?> ?)?\b\d{2,3} ?x ?\d{1,2}(?: ?> ?\d{2,3} ?x ?\d{1,2})+"  # 135x5 > 185x3
            r"(?: ?> ?(?:work(?:ing)?_)?weight(?: ?x ?\d{1,2})?)?"
        ),
    ),
    ("mark|point", r"\b\d+[ -](?:min(?:ute)?|second|sec)s?[ -](?:marks?|points?)\b"),
    ("as ", r"\bas_\d+_[a-z]+(?: ?[,/+&] ?\d+_[a-z]+)+"),  # how a length is made up: 200 as 50 kick, 150 swim
    (
        "round",
        r"\b(?:after|before|during)_(?:the_)?rounds?_\d{1,2}(?:_?(?:,|and|&|-)_?\d{1,2})*\b",
    ),  # which of them, not how many
    (
        "descend",
        r"\bdescend\w*(?:_times)?(?:_by)?_\d{1,2}-\d{1,2}(?: ?, ?\d{1,2}-\d{1,2})*",
    ),  # swims of a set, each faster
    (
        "lap|length|width",
        r"(?:(?<=jog\s)|(?<=run\s)|(?<=walk\s)|(?<=swim\s)|(?<=skip\s)|(?<=sprint\s))\d{1,2}_(?:laps?|lengths?)\b",
        (
            r"(?<=[a-z],\s)(?<!rest,\s)(?<!off,\s)\d{1,2}_(?:lengths?|widths?|laps?)\b"
            r"(?!_of_(?:the|this)_(?:list|circuit|stations|exercises|moves))[^.,;]*"
        ),
        r"\b\d{1,2}(?:\.5)?_(?:(?:easy|single|slow|full)_)*(?:lengths?|laps?)_(?:of|around|round)_(?:the|a)_(?!lot|whole|list|stations|circuit|following|above)[a-z]+(?:_pitch|_room|_hall)?",
        r"\b\d{1,2}(?:\.\d| ?- ?\d)?_laps?_(?:easy|steady|slow|jog(?:ging)?|run(?:ning)?|walk(?:ing)?)\b",  # of a track
    ),
    (
        "heavy|top|max",
        (
            r"\b(?:build|work|ramp)(?:ing|ed|s)?(?:_your_way)?(?:_up)?_to_(?:an?_|your_|the_)?"
            rf"(?:heavy|top|max)_(?:single|double|triple|set)\b(?!_of)(?:_(?:in|within|over)_\d+_?{MINUTES})?"
        ),  # build up to a heavy single
    ),
    ("with|w/", r"(?:w/|\bwith) ?\d{2,3}s(?= ?$)"),  # a pair of dumb-bells
    ("the|your|those|these|all", r"\b(?:the|your|those|these|all)_\d{3,4}s\b"),  # of a track
    ("all the way", r"\ball_the_way_(?:down|up|back)?_?to_\d+(?:_and_\d+)*\b"),  # of a ladder
    ("off|out", r"\b(?:knock|take|shave|drop|cut|trim)_\d{1,2}_(?:off|out)\b(?! ?\d)"),  # some of them less
    (
        "in|within",
        (
            r"\b(?:be|all|get|you're|it's)_(?:done|finished|through|home|out(?:_of_(?:here|there))?|in_and_out)"
            rf"_(?:in|within)_(?:like_|about_|around_|under_|roughly_|just_)*\d+ ?-?{MINUTES}\b"  # how long it takes
        ),
    ),
    (
        "last|final",
        (
            r"\b(?:hold|paus|squeez)(?:e|ing)?_[^.;,]{0,25}?\b(?:last|final)\b[^.;,]{0,25}?"  # the last one
            rf"(?<![\d.])\d+ ?-?(?:{SECONDS}|{MINUTES})\b"
        ),
        (
            r"\b(?:on|at|with|after|in|during)_(?:the_|your_)?(?:last|final)_(?:one|reps?|repetition|sets?|rounds?)\b"
            r"(?:_of_[^.;,\d]{3,50}?)?,?_*"
            rf"(?:you_|and_)?(?:hold|pause|squeeze)\b[^.;,\d]{{0,20}}\d+(?: ?{SECONDS})?\b"
        ),
    ),
    ("same", r"\bsame_(?:bell|weight|load|kb|db|dumbbells?|kettlebell|bar|\d{1,3}s)\b"),
    (
        "round",
        (
            r"\b(?:got|made|managed|scored|completed|finished|did)_(?:with_|through_)?\d+_(?:full_)?rounds?"  # a score
            r"(?: ?(?:\+|and|plus) ?\d+(?:_[a-z-]+)?)(?= ?(?:$|[.,;!)]))"
        ),
        r"\baround_round_\d+\b",
    ),
    ("cycle", r"\b(?:another|next|each|every|one|this|full|first|last)_cycles?\b[^.;,]*"),
    (
        "%|speed|incline|resistance|mph",
        any_of(
            r"\b(?:set|put|keep|increase|raise|lower)_(?:the_)?(?:incline|speed|resistance)\b[^.;,]{0,30}?_(?:to|at)_[\d.-]+%?"
            r"(?:[^.;%]{0,60}_and_(?:to_)?\d+ ?%)?",
            r"\b\d+ ?%_(?:strength_)?(?:of|as|compared_\w+)_the_(?:other|un(?:involved|injured)|opposite|good|well)\b",
            r"\b\d+(?:\.\d+)?_(?:mph|(?:speed|incline|resistance)(?!_(?!for|on|at|and|if|then|with)[a-z]))\b",
        ),
    ),
    (
        "recovery|break",
        any_of(  # how long a part takes
            rf"(?<=recovery\s)\((?:[5-9]|\d\d)(?: ?- ?\d+)?[ -]?{MINUTES}\)(?= ?$)",
            rf"(?<=break\s)\((?:[5-9]|\d\d)(?: ?- ?\d+)?[ -]?{MINUTES}\)(?= ?$)",
        ),
    ),
    WARM_UP_SETS,
    *DATES,
    *SIZES,
    *OF_ONESELF,
    *PAGE_COUNTS,
    ("that's", r"\bthat's_(?:it,_|all,_|about_)?\d+_?min(?:ute)?s?\b(?!_(?:of|on|rest|each))"),
    (
        "kg|lb|kilo|pound",
        (
            r"\b(?:[a-z]+_(?:does|uses|lifts)"  # Carl does 100 kg
            r"|(?:he|she|they|who|i|we)_(?:squats?|press(?:es)?|pulls?))_"
            rf"(?:it_with_)?(?:an?_|the_)?\d+(?:\.\d+)? ?{KILOS}\b"
        ),
    ),
    (
        "pound|$|£|€|euro|dollar|usd|eur|gbp|pence|bucks",
        any_of(  # a price
            r"\b(?:bring|pay|costs?|charged?|owe|donate|fee_is|only|just)_(?:me_|us_|in_)?\d+(?:\.\d\d)?_pounds?\b",
            r"\b\d+_pounds?_(?:\d\d|please|in_the|for_(?:the|a|entry|tea)|(?:a|per)_(?:class|session|go|head|person))\b",
            r"[$£€]_*\d+(?:[.,]\d\d?)?(?:_?(?:/|per|a)_?[a-z]+|_for_\d+)?",
            r"\b\d+(?:[.,]\d\d)?_?(?:euros?|dollars|usd|eur|gbp|pence|bucks)\b",
        ),
    ),
    (
        "ago|old|post|later|read|video|age",
        (
            r"\b\d+(?:\.\d+)?k?_(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?)"  # 3 weeks ago
            r"_(?:ago|old|post-?op|later|read|video|of_age)\b"
        ),
    ),
    ("read", r"\b\d+[ -](?:min|minute)s?[ -]read\b"),
    (
        "view|comment|like|share|repl|follow|subscriber|rating|vote|kudos|point|star|people|member|client|photo",
        rf"\b\d+(?:\.\d+)?k?_*{_COUNTED}\b",
    ),
    (
        "age |ages |aged |over |under ",
        rf"\b(?:age[sd]?_\d+|(?:over|under)_\d\d(?! ?(?:-|to) ?\d))(?:s|\+)?\b{NO_AMOUNT}",
    ),
    ("all ", r"\b(?:done|completed?|finish(?:ed)?|of|through)_all_\d{1,2}\b(?!_*(?:rounds?|sets?|reps?|x\b))"),
    (
        "day|daily|week|wk|month|night|morning|hour| hr",
        (
            r"(?:\bx ?|\b)(?:about_|around_|approx\.?_)?\d+(?:(?: ?-|- |_(?:to|or)_)\d+)?(?: x|(?: times?| more)+)?"
            r"_?(?:(?:/|per|an?|each|every|in_a|through(?:out)?_the)_?(?:day|week|wk|month|fortnight|night|morning)"
            r"|(?:during|over|through)_the_(?:day|week))\b"
        ),
        r"(?:\bx ?|\b)\d+(?:(?: ?-|- |_(?:to|or)_)\d+)? ?(?:x|times)?_(?:daily|weekly|day|week|wk)\b",
        r"\b(?:even|just|only)_\d+(?: ?- ?\d+)?_(?:minutes|mins)_(?:every|each)_(?:other|second)_day\b",
        r"\b(?:every|each)_(?:other|second|few|couple_of|\d+(?: ?(?:-|to) ?\d+)?)_(?:days?|hours?|hrs?)\b",
        (
            r"\b\d+(?:(?: ?-|- )\d+)?(?:_to_\d+)?_(?:days?|sessions?|workouts?|times|runs?|nights?|mornings?)"
            r"_(?:(?:a|per|each|every|this|next|in_the|in_a|/)_?(?:week|wk|day|month)|daily|weekly)\b"
        ),
    ),
    *IN_WEEKS,
    ("between", r"\bbetween_reps?_\d+_?(?:and|&|-)_?\d+\b"),
    ("sets", r"\bin_(?:no_more_than_|at_most_|as_few_as_|under_|fewer_than_)\d+(?: ?- ?\d+)?_sets\b"),
    *OF_WEEKS,
    *HOW_HARD,
    *SESSION_SIZES,
    (
        "%",
        (
            r"\b\d+(?:\.\d+)?_?%_"
            r"(?:of_(?:people|runners|injuries|women|men|adults|all|(?:the_|your_)?(?:weekly|total))|max_by|by|more|less|better|discount|off)\b"
        ),
    ),
    (
        "%",  # how much better it makes
        r"\b(?:improv|increas|reduc|boost|lower|rais|gain|cut)\w*\b[^.;\d]{0,50}?_by_(?:[a-z]+_){0,3}\d+(?:-\d+)? ?%",
    ),
    BREATHS,
    ("kg|lb|kilo|pound", rf"\badd(?:ing)?_\d+(?:\.\d+)? ?{KILOS}_(?:next|if|when|once)\b[^.;()]*"),
    (
        "kg|lb|kilo|pound",
        (
            rf"(?:\b(?:add|adding|increase_by|go_up(?:_by)?)_|\+ ?)\d+(?:\.\d+)? ?{KILOS}"  # add 2.5 kg a week
            r"(?:_(?:each|every|per|a)_| ?/ ?)(?:session|week|time|workout|set|round|training)"
        ),
    ),
    ("add", r"\badd(?:ing)?_\d+(?:_reps?)?_(?:each|every|per)_(?:minute|min|round|set|time)\b"),
    (
        "min",
        (
            rf"(?:^|(?<=[a-z:]\s)(?=\d\d?-min))\d+[ -](?:{MINUTES})[ -]"  # 20-minute core workout
            rf"{NOT_OF_ONE_PART}(?:(?!of\b)[a-z]+[ -]){{0,2}}?{_SESSION}\b"
            r"(?!_+(?:jog|walk|run|row|bike|ride|cycle|spin|swim|march)\b)"
        ),
    ),
    (
        "workout|session|routine|class",
        (
            rf"\b(?:this|the|my|our|your|following)_\d+[ -]{MINUTES}[ -]"  # this 20-minute core workout
            r"(?:[a-z]+[ -]){0,2}?(?:workout|session|routine|class)\b"
        ),
    ),
    (
        "that's|is|makes|counts|=|equals",
        r"\b(?:that's|is|makes|counts_as|=|equals)_?(?:1|one|a|your)_(?:round|set|circuit|rep|repetition)\b",
    ),
    (
        "",
        any_of(
            r"\b(?:page_\d+_of|tel|phone|fax|page|p\.|pp\.|ref|vol|isbn|version|v)[.:]?_*[\d+][\d ().-]*\b",
            r"\bhttps?://\S+|\bwww\.\S+|\b\S+@\S+\.\w+",
        ),
    ),
    (
        ":",
        (
            r"[@~<]? ?\b\d{1,2}:\d\d(?: ?- ?\d{1,2}:\d\d)?_?(?:/|per_|min/)_?(?:km|mi|mile|k|\d+_?m|100)\b"  # a pace
            r"(?:_pace\b)?|@ ?\d(?:\.\d+)?:\d\d|\bpace_?\([~<]?\d{1,2}:\d\d(?: ?- ?\d{1,2}:\d\d)?\)"
        ),
    ),
    (
        "jog|walk|float|swim|spin",
        (
            r"(?<!up\s)(?<!down\s)(?<!start\s)(?<!begin\s)(?<!finish\s)"  # start with a 2 km jog
            r"(?:\bwith|\bw/) ?(?:an?_)?<apart:d>_(?:of_)?(?:easy_|slow_)?"  # with 200 m jog between
            r"(?:jog|walk|float|swim|spin)\w*\b(?:_(?:back|recover\w+|between))?"
        ),
    ),
    (
        "between|recover",
        (
            r"<apart:d>_(?:of_)?(?:very_)?(?:easy|jog|walk|float|slow|steady)(?:_(?:jog|walk|run|swim|spin))?"
            r"_(?:in[ -]?between|between|recover(?:y|ies))\b(?:_(?:each|reps|efforts|them))?"
        ),
    ),
    (
        "take|have",
        r"\b(?:take|have)_(?:an?_)?<apart:t>(?:_(?:easy|off|rest|break))?,?_(?:and_|then_)+do_(?=\d{1,2} ?x ?\d)",
    ),  # between two parts: take 4 min and do 4 x 200 m
    ("days|sessions|workouts", r"\b(?:aim|go|up)_(?:for|to)_\d+(?:-\d+)?_(?:days|sessions|workouts)\b"),
)
"""These are said beside the exercise; they are no part of its name."""
