"""Numbers that are no amounts: the table of what looks like one and isn't."""

from __future__ import annotations

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_LIMB = r"(?:leg(?:ged)?|arm(?:ed)?|hand(?:ed)?|foot(?:ed)?|feet|point|way|part|step|count|pose|position|limb|inch|kneeling)"

NAMES: tuple[str, ...] = (
    r"\b(?:block|part|circuit|super-?set|round|day|week|session|workout|exercise|station|minute|min|phase|stage|level|group|set)_\d{1,2}(?=_[-–]_| ?:| \()",
    r"^(?:block|part|round|circuit|super-?set|day|week|session|workout|exercise|station|phase|stage|level|group)_\d{1,2}(?= ?$)",
    r"(?<![-/\d])(\d+) [-/] \1\b(?![-/\d])(?!_*(?:s|sec|min|reps?|x)\b)",  # 90-90, 90/90, 50/50
    r"\b(?:strong ?lifts|mad ?cow|gvt)_\d{1,2} ?x ?\d{1,2}\b|\b\d{1,2} ?x ?\d{1,2}_(?:program(?:me)?|plan|routine|method|template)\b",
    r"\b5/3/1\b",  # a programme's name
    r"\b[a-z]+_\d/\d{1,2}(?=_[a-z])(?!_(?:x|sets?|reps?|rounds?|for|sec|min)\b)",  # hang 7/3 repeaters
    rf"\b(?:\d+-|[1-4] |(?:one|two|three|four|single|double)[ -])(?!hand_release){_LIMB}\b(?!_hold|[ -](?:ups?|downs?|overs?|backs?)\b)",  # one-leg, 4-point
    r"\b(?:to|from|repeat|of)_steps?_\d{1,2}(?:_?(?:-|to|and)_?\d{1,2})?\b",
    r"\b21s\b",  # curls
    r"(?<=\bin\sthe\s)(?:19)?\d0s\b",  # years
    r"\b[1-4][ -]finger(?:ed|s)?\b",  # a grip
    r"\bfigure[ -]?(?:4|8|four|eight)\b",
    r"\b(?:no|number|nr|option|variation|version|stage|phase|level|lvl|part|lesson|chapter|tip)\.?_?\#?\d+\b",
    r"\b\d+(?:\.\d)?[ -](?:degrees?|deg|°)[a-z]*",  # 45-degree
    r"\b\d+(?:/\d+)?(?:\.\d)? ?-?(?:\"|in\b\.?|inch(?:es)?|cm|mm)(?=_(?:box|step|bench|platform|high|hurdle|target|deep|wide|apart|off|away|block|ball|band|in front|from|behind|below|above))",
    r"\b\d+(?:\.\d)? ?-?(?:inch(?:es)?|cm|mm)\b",  # a box's height
    r"\b\d{1,2} ?-?(?:ft|feet|foot|')(?=_(?:target|box|line|wall|high|mark|rope)\b)",  # a target's height
    r"\b\d{2} ?/ ?\d{2} ?(?:\"|in\b|inch(?:es)?)",
    r"\b(?:box|step|target)[a-z -]*\(\d{2} ?/ ?\d{2}\)",  # a box's height
    r"\b(?:l|c|t|s)\d(?:/\d)?\b",  # a vertebra
    r"\b(?:covid|top|iso|win|ps)[- ]?\d+\b",
    r"\b(?:to|for|your|first|a)_\d+k\b(?=_*(?:$|[.,!)]|[a-z]))",  # couch to 5k
    r"\b\d+(?:k|km|-mile|_mile)_(?:runner|race|pace|plan|time|pb|goal|training|programme|program)s?\b",
    r"(?<!\d\s)\b(?:z|zone|hr|level|gear|incline|speed|resistance|gradient|setting|cadence)(?:_of|_at|:)?_?\d+(?:\.\d+)?\+?(?: ?- ?\d+(?:\.\d+)?)? ?%?(?:_?(?:mph|km/h|kph|bpm|rpm))?",
    r"\b\d+(?:/\d+)?[ -]?cals?\b",
    r"\b\d+(?:\.\d+)?(?: ?- ?\d+)? ?(?:mph|km/h|kph|bpm|rpm|spm|watts?|w\b(?!/)|kcal|calories|cals?|ml|litres?|liters?)\b",
)
"""These stay in the name, or in the sentence, that they stand in."""

_LAST = r"last_(?:time|week|session|month|year|night)"
_HARDER = r"(?:progress(?:ion|ions)?|regress(?:ion|ions)?|harder|easier|too_(?:easy|hard|difficult))"
_EASY = r"(?:when|once|if|as)_(?:it|this|that|these|\d+_?\w+)_(?:is|are|gets?|becomes?|feels?)_(?:too_)?(?:easy|easier|comfortable)"
_ADD = r"(?:add|hold|holding|use|using|wear|put|with|take|grab|drop|lower|reduce|increase|try|do|go)"

ASIDES: tuple[str, ...] = (
    rf"\b(?:i_|we_)?(?:only_|just_)?(?:did|done|managed|got|used|lifted|hit|had|ran|was|were|went)\b[^.;()]*\b{_LAST}\b[^.;,()]*",  # what was done before
    rf"\b{_LAST}\b(?:,? (?:i|we|it_was|was|did|got|managed)\b|_?:)[^.;()]*",
    r"\bused_to_[a-z]+\b[^.;]*",
    r"\b(?:up|down)_\d+(?:\.\d+)? ?(?:kgs?|lbs?|kilos?|pounds?)\b[^.;!]*",
    r"\b(?:i|we|he|she|they)(?:'ve|_have)?_(?:\w+_)?(?:lost|gained|put_on|weigh\w*)_[^.;,]*",
    r"\b\d+(?: ?- ?\d+)? ?-?min(?:ute)?s?,?_(?:(?:\d_times|once)_(?:a|per|each|every)_(?:day|week)|an?_day|per_day|every_(?:day|morning|night|evening)|daily|each_(?:day|morning|evening))\b",
    r"\b(?:weigh(?:ing|s|ed)?|bw|body ?weight)(?:_in)?(?:_at|_is)?[:=]?_*\d+(?:\.\d+)?(?: ?(?:kgs?|lbs?|st(?:one)?)\b|(?= ?$))",
    r"\b(?:date|dob|issued|started|updated|printed|since|from)\b[^\d]{0,12}\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b0\d[./-]\d{1,2}[./-]\d{2}\b|\b\d{1,2}[./-]0\d[./-]\d{2}\b",
    r"\balternat(?:e|ing)_(?:between_)?(?:(?:workouts?|days?|sessions?)_)?[a-e1-5]_(?:and|&|/|with)_[a-e1-5]\b[^.;]*",
    r"\b(?:switch|swap|change|alternate)\w*_(?:\w+_){0,2}every_\d+_\w+|\bevery_\d+_reps?\b",
    r"\b(?:\d+_times|once)_in_(?:an?|1|one|the_(?:last|past)|\d+)_*(?:\w+_)?(?:years?|months?|weeks?|seasons?)\b",
    r"\b(?:i|we)(?:'ve|'m|_have|_am)?_(?:\w+ly_|just_|only_)?(?:got|have|use|using|did|used|lifted|managed|pressed|benched|squatted|pulled)_(?:an?_|my_|the_|only_)*\d+(?:\.\d+)? ?(?:kgs?|kilos?|lbs?|pounds?)\b[^.;()]*",
    rf"(?:\bto_(?:progress|regress)\b|\bto_make_(?:it|this|these)_(?:harder|easier|more_\w+)\b|\bfor_(?:more_of_)?an?_(?:extra_)?(?:challenge|progression)\b|\b{_HARDER}(?:_(?:version|option))? ?[:=?–-]|\b{_EASY}),?_*(?:you_can_|just_|then_|try_to_)*{_ADD}\b(?:[^.;]|\.(?=\d))*",  # what comes later
    r"\b(?:drop|reduce|take|remove|minus|lower|decrease|increase|add|up|go_up|go_down)_(?:(?:the_)?(?:weight|load|bar)_)?(?:by_|off_)?\d+(?: ?- ?\d+)? ?%(?:_(?:off|of_the_\w+))?",
    r"\b\d+[ -](?:min(?:ute)?|second|sec)s?[ -](?:marks?|points?)\b",
    r"\b(?:spend|takes?|allow|stay|do|repeat|run|follow|then)_\d+(?: ?- ?\d+)?_(?:weeks?|months?)\b",
    r"\bas_\d+_[a-z]+(?: ?[,/+&] ?\d+_[a-z]+)+",  # how a length is made up: 200 as 50 kick, 150 swim
    r"(?:(?<=jog\s)|(?<=run\s)|(?<=walk\s)|(?<=swim\s)|(?<=skip\s)|(?<=sprint\s))\d{1,2}_(?:laps?|lengths?)\b",
    r"(?<=[a-z],\s)\d{1,2}_(?:lengths?|widths?|laps?)\b[^.,;]*",
    r"\b\d{1,2}(?:\.\d| ?- ?\d)?_laps?_(?:easy|steady|slow|jog(?:ging)?|run(?:ning)?|walk(?:ing)?)\b",  # of a track
    r"\b(?:build|work|ramp)(?:ing|ed|s)?(?:_your_way)?(?:_up)?_to_(?:an?_|your_|the_)?(?:heavy|top|max)_(?:single|double|triple|set)\b(?!_of)(?:_(?:in|within|over)_\d+_?min(?:ute)?s?)?",
    r"(?:w/|\bwith) ?\d{2,3}s(?= ?$)",  # a pair of dumb-bells
    r"\b(?:hold|pause)(?:ing)?_(?:on_)?the_(?:last|final)(?:_(?:one|rep|repetition))?(?:_(?:for|at_the_top|up|there))*_\d+_?(?:s|secs?|seconds)\b",
    r"\bsame_(?:bell|weight|load|kb|db|dumbbells?|kettlebell|bar)\b",
    r"\b(?:another|next|each|every|one|this|full|first|last)_cycles?\b[^.;,]*",
    r"\b\d+(?:\.\d+)? ?%_(?:incline|gradient|grade|slope|decline)\b|\b\d+(?:\.\d+)?_(?:speed|incline|resistance|mph)\b",
    r"(?<=recovery\s)\((?:[5-9]|\d\d)(?: ?- ?\d+)?[ -]?min(?:ute)?s?\)(?= ?$)|(?<=break\s)\((?:[5-9]|\d\d)(?: ?- ?\d+)?[ -]?min(?:ute)?s?\)(?= ?$)",  # how long a part takes
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?_(?:of_)?{_MONTH}(?:,?_\d{{4}})?\b",  # 12 March 2021
    rf"\b{_MONTH}_\d{{1,2}}(?:st|nd|rd|th)?(?:,?_\d{{4}})?\b(?!_?(?:reps?|sets?|x|sec|min))",  # March 3, 2021
    r"\b\d{1,4}[./-]\d{1,2}[./-](?:19|20)?\d{2}\b(?=_\d{1,2}:\d\d)",  # 03.04.21 18:30
    r"\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b",
    r"(?:(?<=,\s)|(?<=day\s))\d{1,2}/\d{1,2}/\d{2}(?= ?$)",  # Leg day, 1/14/13
    r"(?<!x)(?<!x\s)\b\d+(?:-\d+)?_(?:light_|easy_)?warm[ -]?up_sets?\b(?:_of_\d+(?:-\d+)?)?(?:_reps?)?",
    r"(?:©|\(c\)|\bcopyright\b|\bsince\b|\bin_(?=(?:19|20)\d\d\b))_*(?:19|20)\d\d",
    r"(?<!tempo\x20)(?<!@)(?<!@\x20)\b(?:19|20)\d\d\b(?!_?(?:m|met(?:re|er)s?|yards?|reps?)\b)",  # a year
    r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?![a-z])",
    r"\b(?:at|from|until|till)_\d{1,2}:\d\d\b(?!_*(?:pace|/|per|min))",  # a time of day
    rf"\b{_DAY}_\d{{1,2}}[:.]\d\d\b|^\[?\d{{1,2}}[:.]\d\d\]?(?=_*[-,]?_*[a-z]+:)",  # a chat's stamp
    r"[$£€]_*\d+(?:[.,]\d\d?)?(?:_?(?:/|per|a)_?[a-z]+)?|\b\d+(?:[.,]\d\d)?_?(?:euros?|dollars|usd|eur|gbp|pence|bucks)\b",
    r"\b\d+(?:\.\d+)?k?_(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|yrs?)_(?:ago|old|post-?op|later|read|video|of_age)\b",
    r"\b\d+[ -](?:min|minute)s?[ -]read\b",
    r"\b\d+(?:\.\d+)?k?_*(?:views?|comments?|likes?|shares?|repl(?:y|ies)|followers?|subscribers?|ratings?|reviews?|votes?|kudos|stars?(?!_jump)|people|members?|clients|photos?)\b",
    r"\b(?:ages?|aged|over|under)_\d+(?:s|\+)?\b(?!_*(?:reps?|sets?|sec|min|%|kg|lb|x\b|weeks?|rounds?))",
    r"\b(?:done|completed?|finish(?:ed)?|of|through)_all_\d{1,2}\b(?!_*(?:rounds?|sets?|reps?|x\b))",
    r"\b(?:about_|around_|approx\.?_)?\d+(?:-\d+)?(?: (?:x|times?))?_?(?:/|per|an?|each|every|in_a|through(?:out)?_the)_?(?:day|week|wk|month|fortnight|night|morning)\b",
    r"\b\d+(?:-\d+)? ?(?:x|times)?_(?:daily|weekly)\b|\bevery_(?:other|second|\d+)_(?:day|hour|hr)s?\b",
    r"\b\d+(?:-\d+)?(?:_to_\d+)?_(?:days?|sessions?|workouts?|times|runs?|nights?|mornings?)_(?:a|per|each|every|/)_?(?:week|wk|day|month)\b",
    r"\b(?:\d+|a few)(?:-\d+)?_(?:days|nights)(?:_off)?\b|\b\d+(?:-\d+)? ?(?:hours?|hrs?)_(?:between|after|before|apart|of sleep)\b",
    r"\b(?:for|over|in|within|after|next|first|last|full|than|about)_(?:the_)?(?:next_|first_|last_)?\d+(?:-\d+)?_(?:weeks?|months?|years?|days?)\b",
    r"\b\d+_(?:weeks?|days?)_(?:out|to_go|post)\b",
    r"(?<=\d)[,;/|]? ?\(?(?:weeks?|wks?)_?(?:[2-9]|1\d)(?: ?[:=]|_-_).*",  # what comes in later weeks
    r"\b(?:wks?|weeks?)_?\d+_of_\d+\b",
    r"\bwks?_?\d+(?: ?(?:-|to|and|&) ?\d+)?\b",
    r"\bbetween_reps?_\d+_?(?:and|&|-)_?\d+\b",
    r"\bin_(?:no_more_than_|at_most_|as_few_as_|under_|fewer_than_)\d+(?: ?- ?\d+)?_sets\b",
    r"\b\d+ ?x ?\d+_?min(?:ute)?s?_(?:of_)?[^.,;]{0,40}?(?:an?|per|each|every)_(?:week|day)\b",
    r"\bweeks?_\d+(?:_?(?:-|to|and|&)_?\d+)?\b|\bday_\d+\b|\b\d+(?:st|nd|rd|th)_(?:week|day)\b",
    r"\b(?:pain|score|scale|vas)[^.;,]{0,25}?\b\d{1,2}(?: ?- ?\d{1,2})?(?:_?(?:/|out_of)_?\d{1,2})?\b|\b(?:\d|10)/10\b(?!_?x)",  # 3/10 pain
    r"\b(?:total(?:_time|_duration)?|time(?:_required|_needed)?|duration|est\.?|estimated|takes?|length)(?: \([^)]*\))?(?:_time|_duration)?_*(?:[:=]|of|is|about)_*(?:about_)?~? ?\d+(?:-\d+)?_?(?:min(?:ute)?s?|hours?|hrs?|')(?=_*(?:$|[.,;|)]|total))",
    r"\b(?:lasts?|lasting|took|takes|(?:should|will|can|may)_(?:only_)?take|spen[dt])(?:_(?:me|you|us|for|about|around|roughly|only|just|up_to))*_\d+(?:\.\d+)?(?: ?- ?\d+)?_?(?:min(?:ute)?s?|hours?|hrs?|')(?![a-z])(?!_*(?:rest|break|between|off|recover|\w+ing\b))",
    r"^\d+_(?:[\w-]+_){1,3}(?:sessions|workouts|exercises|moves|stretches|drills|ways|tips)\b",
    r"\b\d+(?:-\d+)?[ -](?:min(?:ute)?s?|hours?)_(?:in_)?(?:total|altogether|all_in|start_to_finish|workout|session|routine|class|video|or_less|of_your)\b",
    r"\((?:\d+ \+ ?\d+_)?(?:\d+_)?(?:in_)?total\)|(?<!x\s)(?<!x)\b\d+(?:-\d+)?(?:_(?:reps?|minutes?|mins?|metres|m|km|miles?)(?:_[a-z]+ing)?)?_(?:in_)?(?:total|altogether)\b",
    r"\btotal(?: distance| reps| volume)? [:=] ?\d+(?:\.\d+)?_?(?:km|m|reps|miles?|kg)?\b",
    r"(?<!sets\sof\s)\b\d+(?:\.\d+)?(?:_to)?_?(?:-_?\d+)?_(?:exercises|movements|moves|stations|stretches|poses|muscles?|things|tips|reasons|ways|parts|sections|classes|phases|levels|workouts|supersets|different|of these|of the following)\b",
    r"\b\d+(?:\.\d+)?_?%_(?:of_(?:people|runners|injuries|women|men|adults|all)|max_by|by|more|less|better|discount|off)\b",
    r"\b\d+(?:-\d+)?_(?:rounds|cycles)_of_breath(?:s|ing)?\b",
    r"\b\d+(?:-\d+)?_(?:deep_|slow_|long_|full_|steady_)?breaths?\b(?:_each(?!_(?:side|leg|arm|way|direction)))?",
    r"\badd(?:ing)?_\d+(?:\.\d+)? ?(?:kgs?|lbs?|kilos?|pounds?)_(?:next|if|when|once)\b[^.;()]*",
    r"\b(?:add|adding|increase_by|go_up(?:_by)?)_\d+(?:\.\d+)? ?(?:kgs?|lbs?|kilos?|pounds?)_(?:each|every|per|a)_(?:session|week|time|workout|set|round)",
    r"\badd(?:ing)?_\d+(?:_reps?)?_(?:each|every|per)_(?:minute|min|round|set|time)\b",
    r"(?:^|(?<=[a-z:]\s)(?=\d\d?-min))\d+[ -](?:min(?:ute)?s?)[ -](?:[a-z]+[ -]){0,2}?(?:workout|session|routine|class|break|flow|core|hiit|circuit|stretch(?:ing)?(?=_*(?:$|[.,;:)]|session|routine|class))|blast|challenge|reset|warm-?up|cool-?down|mobility|plan)\b(?!_+(?:jog|walk|run|row|bike|ride|cycle|spin|swim|march)\b)",
    r"\b(?:that's|that_is|this_is|=|equals)_?(?:1|one|a|your)_(?:round|set|circuit|rep|repetition)\b",
    r"\b(?:page_\d+_of|tel|phone|fax|page|p\.|pp\.|ref|vol|isbn|version|v)[.:]?_*[\d+][\d ().-]*\b|\bhttps?://\S+|\bwww\.\S+|\b\S+@\S+\.\w+",
    r"@ ?\d(?:\.\d+)?:\d\d(?:_?/_?(?:km|mi|mile))?|\b\d{1,2}:\d\d_?(?:/|per_|min/)(?:km|mi|mile|k)\b",  # a pace
    r"\b\d+_?rir\b|\brir_?\d+(?:-\d+)?\b|\b\d+(?:-\d+)?_(?:reps?_)?(?:in_reserve|in_the_tank|left_in_the_tank)\b",
    r"(?:\bwith|\bw/) ?(?:an?_)?<apart:d>_(?:of_)?(?:easy_|slow_)?(?:jog|walk|float|swim|spin)\w*\b(?:_(?:back|recover\w+|between))?",
    r"<apart:d>_(?:of_)?(?:very_)?(?:easy|jog|walk|float|slow|steady)(?:_(?:jog|walk|run|swim|spin))?_(?:in[ -]?between|between|recover(?:y|ies))\b(?:_(?:each|reps|efforts|them))?",
    r"\b(?:aim|go|up)_(?:for|to)_\d+(?:-\d+)?_(?:days|sessions|workouts)\b",
)
"""These are said beside the exercise; they are no part of its name."""
