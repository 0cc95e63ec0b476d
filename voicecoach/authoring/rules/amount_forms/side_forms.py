"""Forms of sides: each of them, or in turn."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import LIMBS, THEN_THE_OTHER, Groups
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import SECONDS
from voicecoach.definitions.model import Sides

_A_SIDE = r"(?:(?:the|your|each|both)_)?(?:left|right|sides?|legs?|arms?|feet|foot|hands?|knees?|elbows?|heels?|hips?)"
_BETWEEN_EXERCISES = (
    r"_(?:emoms?|tabatas?|amraps?|super-?sets?|exercises?|movements?|moves|sets?|rounds?|stations?|circuits?|lifts"
    r"|every_(?:\d+_)?(?:min|sec|round|set|station)|each_(?:min|round|set)|[ab][12]?_(?:and|&|with)_[ab12])"
)
"""What is done in turn is several exercises: `alternating EMOM`, `alternate every minute`."""
_WITH_ANOTHER = (
    rf"(?!_[\d\0]|{_BETWEEN_EXERCISES}|_between_(?!{_A_SIDE}\b)|_with_(?:an?_|your_|the_)?(?:partner|other)"
    rf"|_(?:the|these|them)\b(?!_{_A_SIDE}\b))"
)
"""What is done in turn with somebody, or between two amounts, is no matter of sides."""

_THE_SAME = any_of(
    "(?:(?:all|the|this|these|those|above|same|whole|entire)_)*"
    "(?:above|same|exercises?|movements?|moves?|stretch(?:es)?|steps?|sequence|process|thing|poses?|routine)",
    "this|it|them|all_of_(?:this|it|them)",
)
_OTHER_ONE = rf"(?:the_|your_)?(?:other|opposite|second)_{LIMBS}"

_ENDS = r"(?=_*(?:$|[.;,]))"
_ONE_SIDE = rf"(?:left|right)(?!_way)(?:_{LIMBS}(?:{_ENDS}|(?=_(?:and|up|out|off|back|forwards?)\b))|{_ENDS})"
_LEFT, _RIGHT = (rf"{side}(?:_{LIMBS})?" for side in ("left", "right"))
_COUNTED = r"(?:(?<=[\d\0]\s)|(?<=[\d\0],\s)|(?<=times\s)|(?<=times,\s))"
"""Behind how often or how long."""
_WITH_ONE = (
    r"(?:reps?_)?(?:(?:leading|starting|beginning)_)?(?:with|on|to|for|using)_(?:the_|your_)?(?:left|right)"
    rf"(?:_{LIMBS})?(?:_first)?"
)
"""Which side something is done with: `leading with the right leg`."""
_MOVES = any_of(
    "lift|raise|reach|kick|press|extension|row|lower|swing|bound|hop|step|tap|lunge|jump|drop|drive|march|curl|plank"
)

SIDE_FORMS: Groups = (
    ("b", (
        (r"\bb ?/ ?l\b", {}),  # both at once
    )),
    ("alternating left|alternating right", (
        (r"\balternating_(?:left_(?:and|&)_right|right_(?:and|&)_left)\b", {"sides": Sides.ALTERNATING}),
    )),
    # sides
    ("/", (
        ((
            r"^ \(?(?P<reps>[1-9]|1\d|20) ?/ ?(?P=reps)\)?(?=_[a-z])"  # 5/5 lunges
            r"(?!_(?:rounds?|sets?|x)\b)"
        ), {"sides": Sides.EACH}),
    )),
    ("each|every|either|per|both|/|e", (
        (any_of(
            r"(?:\b(?:on|for|to|with|per|in)_)?(?!(?<=\bin\s)each_hand)\b"
            rf"(?:each|every|either|per)_(?:of_the_)?{LIMBS}(?:_each)?",
            r"\b(?:on|for|to)_both_(?:sides|legs|arms)\b|(?<=[\d\0]\s)(?:on|for|with)_both_feet\b",
            r"\bwith_both_sides\b|(?:\bin_)?\bboth_(?:sides|directions|ways)\b",
            r"(?<=,\s)both_(?:legs|arms|feet|hands)(?=_*(?:$|[,.;)]))",
            rf"(?<=[\w)\0])(?<!\bknee)(?<!\bfoot)(?<!\bankle)(?<!\bhip)(?<!\barm)(?<!\bhand)(?<!\bleg) ?/ ?"
            rf"(?:side|leg|arm|hand|foot|direction|way|s\b|l\b)\b(?!_{_MOVES}s?\b)",  # 10/side, but no knee/leg
            rf"(?:\b(?:on|for)_)?\b(?:ea|e)[./ ] ?{LIMBS}|\be[/.]?s\b\.?(?![a-z])|\bp/s\b|\bes\b",  # ea. leg, e/s
        ), {"sides": Sides.EACH}),
    )),
    ("a side|a leg|an arm", (
        (any_of(
            r"(?<=[\d\0]\s)(?:a_side|a_leg|an_arm)\b",
            r"(?<=s\s)(?:a_side|a_leg|an_arm)\b(?= ?(?:$|[,.;()]))",  # 8 dead bugs a side
        ), {"sides": Sides.EACH}),
    )),
    ("side", (
        (r"\bsides? ?[:=] ?(?:both|each|left_(?:and|&)_right|l ?[&/+] ?r)\b", {"sides": Sides.EACH}),
    )),
    ("l|forward|inward|clockwise", (
        ((
            r"<seconds:t>_?l(?:eft)?\b ?[/,&+] ?"  # 30 s left / 30 s right
            rf"(?P<again>\d{{1,3}})_?{SECONDS}?_?r(?:ight)?\b"
        ), {"sides": Sides.EACH}),
        (r"(?<=[\0\d])_?l(?:eft)?\b (?:[/,&+]|and|then)? [\0\d\s]*r(?:ight)?\b", {"sides": Sides.EACH}),
        ((
            r"(?<=[\0\d])_(?:clockwise|forwards?|inwards?) ?(?:[/,&+]|and|then) ?[\0\d\s]+"  # 10 forwards, 10 backwards
            r"(?:(?:anti|counter)-?clockwise|back(?:wards?)?|outwards?)\b"
        ), {"sides": Sides.EACH}),
    )),
    ("left|right", (
        (rf"(?<=[\0\d])_{_WITH_ONE}[,;.]? (?:and_|then_|repeat_|x_?)*[\0\d]+_{_WITH_ONE}", {"sides": Sides.EACH}),
    )),
    ("l|r", (
        (r"\b(?:left|l|right|r) ?(?:&|\+|/|and) ?(?:right|r|left|l)\b(?:_(?:side|leg|arm)s?)?", {"sides": Sides.EACH}),
        (r"(?<=\()(?:left ?- ?right|right ?- ?left|l ?- ?r|r ?- ?l)(?=\))", {"sides": Sides.EACH}),  # row (R-L)
    )),
    ("one", (
        (rf"\b(?:(?:on|with|for|in)_one_{LIMBS}|one_(?:way|direction)\b){THEN_THE_OTHER}", {"sides": Sides.EACH}),
    )),
    ("one|left|right", (
        ((
            r"\b(?:do|perform|complete)_<reps:n>(?=_(?:on|with)_"
            rf"(?:one_{LIMBS}|(?:the_|your_)?(?:left|right)(?:_{LIMBS}|[,.]|\b ?$)))"  # do 15 on the left leg
        ), {}),
    )),
    ("each|every", (
        ((
            rf"\b(?:switch|swapp?|chang)(?:e|ing)?_{LIMBS}"  # change legs each time
            r"_(?:with_|after_|on_|for_)?(?:each|every)_(?:time|rep(?:etition)?|step|one)\b"
        ), {"sides": Sides.ALTERNATING}),
    )),
    ("before", (
        ((
            rf"\bbefore_(?:switch|swapp|chang|mov|repeat|go)ing(?:_(?:over|it|this))?(?:_(?:to|on|onto|with))?_(?:the_|your_)?"
            rf"(?:(?:other|opposite|second|left|right)(?:_{LIMBS})?|{LIMBS})\b"
        ), {"sides": Sides.EACH}),
    )),
    ("switch|swap|change|repeat|same|other|opposite|second", (
        (any_of(
            r"\b(?:then|and)_(?:do_)?(?:the_)?same(?:_again)?_(?:on|with|to)_(?:the_|your_)?(?:left|right)\b",
            rf"\bthen_(?:do_)?(?:the_)?same(?:_again)?_(?:on|with|to)_(?:the_)?(?:other|opposite|second)_{LIMBS}",
            rf"(?:^|\b(?:and|then)_)(?:do|repeat_on|switch_to|change_to)_(?:the_)?(?:other|opposite|second)_{LIMBS}",
            rf"\brepeat_(?:{_THE_SAME}|[a-z]+ly)_(?:on|with|for|to|using)_(?:the_|your_)?(?:other|opposite|second)_{LIMBS}",
            rf"\b(?:switch|swap|change)_so_(?:that_)?(?:the_|your_)?(?:other|opposite)_{LIMBS}_(?:is|goes|leads)\b",
            r"\b(?:switch|swap|change)_(?:over|round)_and_(?:repeat|go_again|do_(?:it|the_same|this)(?:_again)?)\b",
        ), {"sides": Sides.EACH}),
        (rf"\bthen_(?:do_|to_|onto_)?(?:the_)?(?:other|opposite|second)_{LIMBS}", {"sides": Sides.EACH}),
        (any_of(
            rf"\b(?:do_)?the_same_(?:on|with|to)_(?:the_)?(?:other|opposite|second)_{LIMBS}",
            rf"\b(?:step|lunge|tap|reach|kick)\w*_(?:\w+_){{1,2}}with_the_(?:other|opposite)_{LIMBS}",
            rf"\b(?:before|then)_(?:step|lung|tapp|reach|kick)\w*_(?:\w+_){{0,2}}with_the_(?:other|opposite)_{LIMBS}",
        ), {"sides": Sides.ALTERNATING}),
        (any_of(
            r"\b(?:then_|and_|now_)*(?:switch|swap|change|repeat(?:_on|_with|_for)?|same(?:_again)?_on)"
            rf"_(?:to_)?(?:the_|your_)?(?:other_|opposite_|second_|left_|right_)?{LIMBS}(?!_of_(?:the|a)_|_and_(?:knees|feet|toes)\b)(?:_(?:over|round))?",
            rf"\b(?:on|with(?!_the_[a-z]+_(?:hands?|arms?)\b))_the_(?:other|opposite)_{LIMBS}(?=_*(?:$|[.;,]))",
            r"(?:(?<=[,.;]\s)|(?<=then\s)|(?<=and\s))with_the_(?:other|opposite)_(?:hand|arm)(?=_*(?:$|[.;,]))",
            r"\brepeat(?:_[a-z]+){0,4}?_(?:to|on|with|for)_(?:the_|your_)?(?:left|right)\b(?:_side)?",
            rf"(?:(?<=,)_|^|(?<=\()(?=and_|now_|then_))(?:and_|now_|then_|the_)*other_{LIMBS}(?=_*(?:$|[.;,)\0]))",
        ), {"sides": Sides.EACH}),
    )),
    ("other|opposite|second|left|right", (
        (any_of(
            r"\b(?:do|perform|try|follow|go_through)_(?:it|this|the_same(?:_[a-z]+)?)(?:_again)?"
            rf"_(?:on|with|for|to)_(?:{_OTHER_ONE}|(?:the_|your_)?(?:left|right)(?:_{LIMBS})?)\b",
            rf"\b(?:now_|then_|next,?_)?(?:work|train|stretch|exercise)_{_OTHER_ONE}(?:_(?:too|as_well|in_the_same_way))?(?=_*(?:$|[.;,!]))",
            rf"\bforget_(?:to_(?:do|repeat_(?:on|with|for))_)?{_OTHER_ONE}",
            rf"{_OTHER_ONE}(?:'s_turn|_gets_(?:its|a)_turn)",
        ), {"sides": Sides.EACH}),
    )),
    ("make sure|be sure|remember|ensure|on one |on the one |on first |on the first |on same |on the same ", (
        (any_of(
            r"\b(?:make_sure|be_sure|remember|ensure)(?:_that)?(?:_you|_to)*_(?:do|work|train|repeat_on|exercise)"
            rf"_(?:both_{LIMBS}|{_OTHER_ONE})",
            rf"\bon_(?:the_)?(?:one|first|same)_{LIMBS}(?:_first)?,?_(?:before_(?:you_)?|and_then_|then_)(?:swap|switch|chang|mov)(?:p?ing|e|es)?",
        ), {"sides": Sides.EACH}),
    )),
    ("left|right|other|opposite|second", (
        ((
            r"\b(?:then|and)_(?:perform|do|hop|go)(?:_(?:it|them|this|reps))?_on_(?:the_|your_)?"
            r"(?:left|right|other)[ -]side\b"
        ), {"sides": Sides.EACH}),
        ((
            r"^(?:and_|now_|then_|next_|over_|again_)+(?:to|on|onto|for|with)_(?:the_|your_)?"
            rf"(?:left|right|other|opposite|second)(?:_{LIMBS})?(?=_*[.;,:]?$)"  # Now to the left
        ), {"sides": Sides.EACH}),
        ((
            r"\b(?:(?:and_|then_|now_)*(?:repeat(?:_on|_with|_for)?|switch_to|change_to)|then_do)_(?:the_|your_)?(?:left|right)"
            rf"(?:_{LIMBS})?(?=_*(?:$|[.;,]))"
        ), {"sides": Sides.EACH}),
    )),
    ("left|right|other|opposite|second", (
        (any_of(
            rf"\brepeat(?:_(?:this|it|the_\w+|by|but))?,?_[a-z]+ing_(?:to_)?(?:the_|your_)?(?:{_ONE_SIDE}|{_OTHER_ONE})",
            rf"\brepeat_on_with_{_OTHER_ONE}",
            rf"\b(?:switch|swap|change)_(?:over_)?to_[a-z]+_(?:(?:to_)?the_|your_)?{_ONE_SIDE}",
            rf"{_COUNTED}(?:and_|then_)+(?:move|go|turn)_(?:over_)?to_(?:the_|your_)?{_ONE_SIDE}",
            rf"\bthen_(?:go|roll|circle|do_it)_(?:in_)?the_other_(?:way|direction)\b{_ENDS}",
            rf"{_COUNTED}(?:with|on)_(?:the_|your_)?{_LEFT},?_(?:and_)?then_(?:with_|on_)?(?:the_|your_)?{_RIGHT}{_ENDS}",
            rf"{_COUNTED}(?:with|on)_(?:the_|your_)?{_RIGHT},?_(?:and_)?then_(?:with_|on_)?(?:the_|your_)?{_LEFT}{_ENDS}",
            rf"\b(?:the|your)_{_LEFT}_(?:for_)?\0+,?_(?:and_|then_)+(?:the_|your_)?{_RIGHT}_(?:for_)?(?=\0)",
            rf"\b(?:and|then)_do_[\0\d]+_(?:times_)?(?:with|on)_{_OTHER_ONE}",
        ), {"sides": Sides.EACH}),
    )),
    ("alt", (
        (r"(?<=[\0\d(])_?alt\b\.?(?= ?(?:$|[,;)]))", {"sides": Sides.ALTERNATING}),
    )),
    ("alternat", (
        ((
            rf"\b(?:alternating|alternate)(?!{_BETWEEN_EXERCISES}\b)(?=_[a-z])"
            r"(?!_(?:rounds|sets|exercises|intervals|bouts|bursts|periods|minutes|days|sides|legs|arms|feet|between|left|with|the|these|them)\b)"
            rf"(?!_(?:side|leg|arm)\b(?!_(?:[a-z]+s\b(?<!ss)|{_MOVES}\b)))"  # but `alternate arm raises`
        ), {"sides": Sides.ALTERNATING, "name": True}),
    )),
    ("alternat", (
        ((
            r"(?:^|[.;,]_)(?:(?:keep|continue|go_on)_)?alternat(?:e|ing)(?= ?(?:_for)? ?[\0\d])"
            r"(?![^.;]*\b(?:run|walk|jog)(?:n?ing)?\b)"
        ), {"sides": Sides.ALTERNATING}),
    )),
    ("alternat|interchang", (
        ((
            rf"\b(?:alternat(?:e|ing|ely){_WITH_ANOTHER}|interchang(?:e|ing))"
            r"(?:_(?:sides?|legs?|arms?|feet|between_(?:sides|legs|arms)|left_and_right|each_(?:side|leg|rep|time)))?\b"
        ), {"sides": Sides.ALTERNATING}),
    )),
    ("each|ea", (
        ((
            r"(?<=[\d\0])_?(?:each|ea)\b\.?"
            r"(?!_*(?:exercise|set|move|round|rep\b|repetition|interval|effort|lap|stride|of|for|with|time|day|week|month|session|workout|run))"
            r"(?!_(?:is|are|lasts?|should|will|one|pose|stretch|station|other)\b)"
        ), {"sides": Sides.EACH}),
    )),
)  # fmt: skip
