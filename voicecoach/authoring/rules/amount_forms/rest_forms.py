"""Forms of rests: between rounds, between sets, behind an effort."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import IS, OF_ROUNDS, OF_SETS, PLUS, REST, Groups
from voicecoach.authoring.rules.language.pattern import any_of

_NOT_HARD = r"(?<!hard\x20)(?<!fast\x20)(?<!tempo\x20)(?<!strong\x20)(?<!on\x20)(?<!effort\x20)"
_NOT_BEGUN = r"(?<!up\s)(?<!down\s)(?<!start\s)(?<!started\s)(?<!starting\s)(?<!begin\s)(?<!finish\s)(?<!finished\s)"
_GOING_ON = any_of(
    "find|move|moving|change|swap|switch|rotate|go|going|get|set_up|recover|breathe|catch|walk_(?:back|over|to)",
    "repeat|start|start_again|shake|the_next|next",
)
"""What one does when a rest is over, or with it."""

_THE_LAST = (
    r"(?:after|once|when|at_the_end_of)_(?:you(?:'ve|_have)?_)?(?:done_|finish(?:ed)?_|completed?_|got_through_)?"
    r"(?:with_)?(?:the_last|all|both|the_lot|every(?:thing)?)\b(?:_(?:of_them|(?:\w+_)?(?:moves?|exercises?|one|stations?)))?"
)
_A_ROUND = any_of(
    r"(?:(?:the|a|an|1|one|each|every|all|this|these|your|both|[2-9]|whole|entire|full|complete|first|last|final)_)*"
    "(?:circuit|round|lap|rotation|sequence|series|superset|triset|tri-set|giant_set)",
    r"(?:all|both|every)(?:_(?:of_)?(?:the|these|your|them))?(?:_(?:[2-9]|1\d))?"
    "(?:_(?:exercises?|movements?|moves?|stations?|drills?|of_them))?",
    "(?:the_)?(?:last|final)(?:_(?:exercise|movement|move|station|drill|one))?",
    "(?:the_)?(?:list|lot|sequence|whole_thing)",
)
_ALL_DONE = any_of(
    r"(?:complete|finish|do|perform|go_through|run_through|work_through)_(?:all|both|the_last)(?:_\w+){0,3}",
    r"(?:after|once|when|upon|on|following)_(?:you(?:'ve|_have|'re)?_)?"
    r"(?:(?:complet(?:e|ed|ing)|completion_of|finish(?:ed|ing)?|done|do(?:ing)?|(?:gone|going|go|got|get|been)_through"
    rf"|perform(?:ed|ing)?)_)?(?:with_)?{_A_ROUND}(?:_(?:is|are|has_been|have_been)_(?:complete|completed|done|finished|over))?",
    rf"(?:at|when_you_(?:get_to|reach))_the_end(?:_of_{_A_ROUND})?|once_through(?:_{_A_ROUND})?",
)
"""How it is said that all of a round is done."""
_ONE_CAN = r"(?:you_(?:can_|may_|should_)?|we_)?"
_ROUND_AGAIN = (
    r"(?:go|start|begin|do|run_through|go_through)_(?:it_|all_|over_|round_|through_|the_|this_|that_|whole_|entire_"
    r"|circuit_|sequence_|list_|lot_|workout_)*again\b"
)

REST_FORMS: Groups = (
    # what of a time is left for it, which depends on how fast one was
    ("left|remainder", (
        ((
            rf"(?:\b{REST}_(?:for_)?)?\b(?:what(?:ever)?(?:'?s|_is)_left|the_remainder)_(?:of|in)_(?:the_|your_)?<left:t>"
            rf"(?:_(?:is|as|for)_{REST})?"
        ), {}),
    )),
    # rests, most closely described first
    ("all|last|both|every|the lot", (
        (rf"\b{REST}_(?:for_)?<round_rest_s:t>_{_THE_LAST}", {}),
        (rf"<round_rest_s:t>_?-?(?:of_)?(?:{REST})_{_THE_LAST}", {}),
    )),
    ("circuit|round|lap|rotation|sequence|series|set|all|both|every|last|final|list|lot|whole|end|through", (
        ((
            rf"\b{_ALL_DONE},?_(?:then_|and_)*(?:you_(?:can_|may_|should_)?|we_)?(?:rest|recover|pause|break)"
            rf"_(?:for_)?(?:(?:a|an|up_to|about)_)*<round_rest_s:t>(?:_?-?(?:of_)?(?:{REST}|off))?"
        ), {}),
        ((
            rf"\b{_ALL_DONE},?_(?:then_|and_)*(?:you_(?:can_|may_|should_)?|we_)?(?:take|have|allow|get)"
            rf"_(?:(?:a|an|up_to|about)_)*<round_rest_s:t>"
            rf"(?:_?-?(?:of_)?(?:{REST}|off)|(?= ?(?:$|[.;,])|_(?:and|then|before)\b))"
        ), {}),
    )),
    ("round|circuit|superset|lap|block|tri-set|triset|rotation|pair", (
        (rf"\b{REST}{IS}<round_rest_s:l>_?{OF_ROUNDS}", {}),
        (rf"\b{REST}_{OF_ROUNDS}{IS}<round_rest_s:l>", {}),
        ((
            rf"\b{OF_ROUNDS},?_{_ONE_CAN}(?:rest|recover|pause)_"  # between rounds, rest 45 s
            rf"(?:for_|about_|up_to_|an?_)*<round_rest_s:t>(?:_?-?(?:of_)?(?:{REST}|off)\b)?"
        ), {}),
        ((
            rf"\b{OF_ROUNDS},?_{_ONE_CAN}(?:take|have|allow)_(?:about_|up_to_|an?_)*<round_rest_s:t>"
            rf"(?:_?-?(?:of_)?(?:{REST}|off)\b|(?= ?(?:$|[.;,)])))"  # after each lap, take a minute
        ), {}),
        ((
            rf"<round_rest_s:t>(?:_(?:of_)?(?:{REST}|off)(?:_periods?)?|_for_[a-z]+"
            rf"|_to(?:_[a-z]+){{1,5}}?)?_(?!per_){OF_ROUNDS}"  # 2 minutes to have a chat between rounds
        ), {}),
    )),
    ("round|circuit|superset|lap|block|tri|rotation|repeat|pair", (
        ((
            rf"\bwith_<round_rest_s:t>_?(?:(?:of_)?(?:{REST}|off)|for_[a-z]+|to_[a-z]+)?_*"  # with 90 s in the middle
            r"(?:in_the_middle|between_(?:laps?|rounds?|them|each(?:_(?:lap|round))?|circuits?))\b"
        ), {}),
    )),
    ("repeat|again", (
        ((
            rf"\b{REST}_(?:for_)?<round_rest_s:t>"  # rest 2 min, then repeat the circuit
            r"(?= ?,? (?:and_)?(?:and|then)_(?:repeat\b.{0,30}\b(?:circuits?|rounds?|whole|sequence|all)\b"
            rf"|{_ROUND_AGAIN}))"
        ), {}),
        ((
            rf"<round_rest_s:t>_?-?(?:of_)?(?:{REST})(?= ?,? (?:and_)?(?:and|then)_{_ROUND_AGAIN})"
        ), {}),
    )),
    ("next", (
        ((
            r"\bhave_<rest_s:t>_to_[^.;,]{0,60}?\b"  # have 20 seconds to get to the next station
            r"(?:the_)?next(?:_(?:one|station|exercise|move))?\b"
        ), {}),
    )),
    ("ri|rest interval", (
        (r"<rest_s:t>_(?:ri|rest_intervals?)\b", {}),
    )),
    ("between", (
        ((
            r"\b(?:(?:water|rest|breather?|break|drink)_)?(?:in[ -]?)?"
            r"between_(?:the_2|them|both|rounds|circuits)(?:_rounds)?[,:]?_(?:about_)?<round_rest_s:t>"
        ), {}),
    )),
    ("then have|then take", (
        ((
            r"\bthrough_(?:all_of_them|them_all|it_all|everything|all|the_(?:list|lot)),?_(?:and_)?then_(?:have|take)_(?:a_)?"
            r"<round_rest_s:t>(?:_(?:rest|off|to_[a-z]+(?:_[a-z]+){0,6}))?"  # then have 90 s to sit down
        ), {}),
    )),
    ("first lap|first round|first circuit|1st", (
        (rf"<round_rest_s:t>'?_{REST}(?:_\([^()]*\))?_after_the_(?:first|1st)_(?:lap|round|circuit)\b", {}),
    )),
    ("no |without|zero", (
        (rf"\b(?:no|without(?:_any)?|zero)_(?:{REST})(?:_{OF_SETS})?{PLUS}", {"rest_s": (0.0, 0.0)}),
    )),
    ("minimal|little|limited", (
        (rf"\b(?:minimal|little|limited)_(?:{REST})(?:_{OF_SETS})?", {}),
    )),
    ("than", (
        (rf"\brest(?:ing)?_(?:no_)?(?:more|longer)_than_(?:your_|the_|these_)?<rest_s:t>(?:_?{OF_SETS})?{PLUS}", {}),
    )),
    ("to", (
        (rf"\brests?(?:_periods?)?_to_<rest_s:t>(?:_?{OF_SETS})?", {}),  # keep rest periods to 60 s
    )),
    ("rest|break|breather|pause|off|rec|ri |ri:|ri=|ri-|ri~|ri(", (
        ((
            rf"\b(?:{REST}|(?<!-)off|rec\b|ri\b)(?:_periods?|_times?|_intervals?|_timers?)?(?:_{OF_SETS})?{IS}<rest_s:l>(?!_*(?:sets?|reps?|rounds?|x)\b)"
            rf"(?:_{REST}\b|_(?:easy_|slow_)?(?:jog|walk|float)(?:ging|ing)?\b(?!_*\d)(?:_(?:recover\w+|back))?)?"
            rf"(?:_?{OF_SETS})?{PLUS}(?!_*(?:hold|down)\b|_?(?:s|secs?|seconds?|mins?|minutes?)\b)(?<!reps.\d)(?<!reps.\d\d)"
        ), {}),
        ((
            rf"<rest_s:r>(?:_?-?(?:of_|to_)?(?:easy_|slow_|standing_|active_|complete_|full_)?{REST}\b"
            r"(?!_(?:pace|ride|run|jog|bike|row|walk|spin|swim|miles?)\b)(?:_periods?|_intervals?|_in)?)"
            rf"(?:_?{OF_SETS})?{PLUS}"
        ), {}),
    )),
    ("relax|let go|release", (
        ((
            r"(?:(?<=[,;.]\x20)|(?<=\band\x20)|(?<=\bthen\x20)|(?<=\x01\x20))"
            r"(?:relax|let_go|release)(?:_(?:it|them|your_\w+|the_\w+|fully|completely))?"
            r"_(?:for_)?(?!\d+[\s-]*m|\d[\s-]*s)<rest_s:t>"  # hold, then relax for 10 s; minutes of it are no rest
        ), {}),
    )),
    ("to move|to change|to switch|to transition|to rotate|to swap|to get to|transition|changeover", (
        ((
            r"<rest_s:r>_(?:to_(?:move_on|change(?:over)?|switch|transition|rotate|swap|get_to)"
            r"|(?:for_)?transitions?|changeovers?)\b(?:_\w+)?"
        ), {}),
    )),
    ("/", (
        ((
            rf"(?:(?<=\0)|(?<=\0\s)|(?<=[a-z]\s)){_NOT_HARD}/ ?<rest_s:r>"  # 3 min steady / 1 min easy
            r"_(?:of_)?(?:easy|light|paddling|off|rest)\b(?:_(?:row(?:ing)?|paddle|spin|paddling|pressure))?"
            r"(?= ?(?:$|[,.;)]))"
        ), {}),
    )),
    ("after|go again|back to", (
        (r"<rest_s:r>_after_(?:[a-h]\d|(?:the|each|every)_(?:pair|superset|second_one|last_one)|both)\b[^.;]*", {}),
        ((
            r"<rest_s:r>(?:_(?:off|rest))? ?,?_(?:(?:and|then)_)*"  # 90 s, then back to B1
            r"(?:go_again|back_to_(?:[a-h]\d|the_(?:first|top|start)))\b"
        ), {}),
    )),
    ("breath", (
        (rf"<rest_s:t>_to_(?:catch|get)_your_breath(?:_back)?\b(?:_?{OF_SETS}|_in[ -]?between)?", {}),
    )),
    ("drink|sip|water|breather", (
        (r"<rest_s:t>_(?:for|to_have|to_get|to_take)_(?:an?_)?(?:drink|sip|water|breather)\b(?:_of_water)?", {}),
    )),
    ("between", (
        ((
            r"<rest_s:r>_(?:of_)?(?:easy|light|gentle|slow)(?:_(?:spin(?:ning)?|pedall?ing|riding))?"
            r"_(?:in[ -]?)?between\b"
        ), {}),
    )),
    ("wall", (
        (r"<rest_s:t>_(?:on|at)_the_wall_(?:each_time|between|after_each)\b(?:_one)?", {}),  # of a pool
    )),
    ("again", (
        (r"(?<=[a-z\d\0]),? ?(?:and_)?again_<rest_s:t>(?= ?(?:$|[,.;)]))", {}),  # 4 x 4, again 3 min
    )),
    ("off|between|after|per", (
        (rf"<rest_s:r>_(?:off\b|(?!per_){OF_SETS}|between(?= ?(?:$|[,.;()]))){PLUS}", {}),
    )),
    ("take", (
        (r"\btake_<rest_s:t>_(?:between|off)\b", {}),
    )),
    ("take", (
        ((
            r"(?:^|(?<=[,.;:]\s)|(?<=\bthen\s)|(?<=\band\s))take_<rest_s:t>"  # take a minute and find your next station
            rf"(?= ?(?:$|[,.;)])|_(?:and|then|to|before)_(?:then_)?{_GOING_ON}\b)"
        ), {}),
    )),
    ("as long as", (
        (rf"\b{REST}_(?:for_)?as_long_as_[^.,;()]+|\bas_long_as_[^.,;()]{{2,25}}_(?:in[ -]?)?between\b", {}),
    )),
    ("jog|walk|float|spin", (
        ((
            r"<rest_s:r>_?(?:of_)?(?:easy_|slow_|light_|very_easy_)?(?:jog|walk|float|spin)(?:ging|ing)?[ -]+(?:back_)?"
            r"(?:recover(?:y|ies)|rec\b|rests?|between)(?:_\w+)?"
        ), {}),
        ((
            r"\( ?<rest_s:t>_?(?:of_)?(?:easy_|slow_|light_)?"  # (90 s jog)
            r"(?:jog|walk|float|spin)(?:ging|ing)?(?:_back)? ?(?:\)|$)"
        ), {}),
        ((
            rf"{_NOT_BEGUN}\b(?:with|w/|off|on) ?(?:a_)?<rest_s:t>"  # with 90 s jog
            r"_?(?:of_)?(?:easy_|slow_|light_)?(?:jog|walk|float|spin)(?:ging|ing)?\b(?:_between)?"
        ), {}),
    )),
    ("r", (
        (r"\br(?:[:=] ?|_?)(?P<rest_s>\d{2,3} ?(?:s|sec|\")?|\d:\d\d)(?![\dx]|_*(?:x|reps?|m\b|metres|sets?))", {}),
    )),
    ("standing|stood|static|seated", (
        ((
            r"\b(?:with|w/|off|on) ?(?:a_)?<rest_s:t>_(?:of_)?"  # w/ 45 s standing
            r"(?:standing|stood_still|static|seated)(?:_still)?(?= ?(?:$|[,.;:()]))"
        ), {}),
        (r"<rest_s:t>_(?:of_)?(?:standing|stood_still|seated)(?:_still)?_(?:in[ -]?)?between\b", {}),
    )),
    ("needed|required|necessary|you need", (
        (rf"\b{REST}_(?:as_(?:needed|required|necessary)|when_(?:needed|you_need)[^.;]*)", {}),
    )),
)  # fmt: skip
