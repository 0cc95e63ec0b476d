"""The table of what can be said of an exercise, and how it is written: the place to add a form.

Earlier forms go first: what they have claimed, no later one sees. `pattern` tells the language. What a form found goes
into the fields of `Facts` that its names and its constants say; a few names are put into their fields in `facts`:
`times` (sets or repetitions, by what is beside them), `more` (sets beside the first), `bare`, `metres`, `held`, `heavy`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from voicecoach.authoring.rules.calories import CALORIES
from voicecoach.authoring.rules.pattern import compiled
from voicecoach.authoring.rules.traps import ASIDES, NAMES
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind as Kind


class Claim(Enum):
    """What a form does with the text that it claims."""

    SAYS = "says something of the exercise"
    NAME = "stays part of the name"
    BOTH = "says something, and stays part of the name"
    ASIDE = "is kept as a note"


@dataclass(frozen=True)
class Form:
    """A way of writing something; `says` are the constants that it sets.

    It is looked for only where one of the words of `when` occurs.
    """

    source: str
    when: tuple[str, ...] = ("",)
    says: Mapping[str, object] = field(default_factory=dict)
    claim: Claim = Claim.SAYS

    def found(self, text: str, *, has_digits: bool) -> Iterator[re.Match[str]]:
        """Where it stands in `text`, which has digits if `has_digits`."""
        if not (has_digits or self.says) or not any(word in text for word in self.when):
            return iter(())
        return _pattern(self.source).finditer(text)


_pattern = cache(compiled)


_REST = r"(?:rest(?:ing|ed|s)?|breaks?|recover(?:y|ies)?|breathers?|pauses?)"
_REPS = r"(?:repetitions?|reps?)\b\.?"
_SETS = r"(?:sets?|series|lots?(?=\s+of))\b"
_ROUNDS = r"(?:rounds?|rds?|circuits?|laps?(?!_(?:a?round|of_(?:the|a|your)|up|down|in|at)\b)|times_(?:a)?round|times_through|rotations?|cycles?)\b"
_BETWEEN = r"(?:in[ -]?between|between|after|per|at_the_end_of)"
_EACH = r"(?:of_)?(?:all_|each_|every_|the_)?(?:of_the_)?"
_OF_ROUNDS = rf"{_BETWEEN}_{_EACH}(?:rounds?|circuits?|supersets?|laps?|blocks?|tri-?sets?|rotations?|pairs?)\b"
_OF_SETS = rf"(?:{_BETWEEN}_{_EACH}(?:working_)?(?:sets?|exercises?|moves?|movements?|reps?|intervals?|stations?|one|effort|poses?|stretch(?:es)?|everything|them|[a-h][1-9])\b|{_BETWEEN}_each\b|in[ -]?between\b)"
_PLUS = r"(?:_(?:and|before)_(?:exercises?|sets?|repeating|moving_on|the_next_\w+|going_again))?"
_WORD = r" (?:[:=~-]|of|for|is|was|should_be|about|approx\.?|around|up_to|at_least) (?:about_|approx\.?_|around_|up_to_|~)?| ?\("
_IS = rf"(?:{_WORD})? "
_LIMBS = r"(?:sides?|legs?|arms?|foot|feet|hands?|hips?|knees?|shoulders?|ankles?|calf|calves|ways?|directions?|elbows?|wrists?|thighs?|glutes?|limbs?)\b"

_EVERY = r"\bevery_(?P<every>(?:\d+(?:\.\d)? )?(?:min(?:ute)?s?|sec(?:ond)?s?|s|')|\d:\d\d)(?:_on_the_(?:\d_)?min(?:ute)?s?)?"

_GROUPS: tuple[tuple[str, tuple[tuple[str, dict[str, object]], ...]], ...] = (
    # kinds of section
    ("mom|every", (
        (r"\b(?:death by|ladder)\b(?=.*\bemom\b)", {}),
        (r"\be(?P<every_min>\d)mom\b(?: (?:x|for|-|:|of)? (?P<minutes>\d{1,3})(?: ?(?:min(?:ute)?s?|'))?)?", {"kind": Kind.EMOM}),
        (rf"\bemom\b(?: (?:x|for|-|:|of)? <minutes:n> ?-?(?:min(?:ute)?s?|')?)?[ ,;:(-]*{_EVERY}(?: (?:(?:x|for)_?)?<rounds:n>_?(?:rounds?|sets?|times)\b|_for_(?P<minutes>\d{{1,3}}) ?-?(?:min(?:ute)?s?|'))?", {"kind": Kind.EMOM}),
        (r"\bemom\b(?: \(? (?:x|for|-|:|of|@)? <minutes:n>(?!\s*(?:x|reps?|rounds?|sets?)\b) ?-?(?:min(?:ute)?s?|')?)?", {"kind": Kind.EMOM}),
        (r"<minutes:n> ?-?(?:min(?:ute)?s?|')?[ -]+emom\b", {"kind": Kind.EMOM}),
        (rf"{_EVERY},?_?(?:(?:for|x)_?|\()(?P<rounds>\d{{1,3}})_?(?:rounds?|sets?|times)\b", {"kind": Kind.EMOM}),
        (rf"{_EVERY} x ?(?P<rounds>\d{{1,2}})(?= ?(?:$|[:,;]))", {"kind": Kind.EMOM}),
        (rf"{_EVERY},?_for_(?P<minutes>\d{{1,3}}) ?-?(?:min(?:ute)?s?|')", {"kind": Kind.EMOM}),
        (r"\bevery_minute_on_the_minute\b(?:,?_for_<minutes:n>_?(?:min(?:ute)?s?|'))?", {"kind": Kind.EMOM}),
    )),
    ("amrap|as many", (
        (r"\bamrap\b (?:[:x-]|in|for|of)? (?P<minutes>\d{1,3}) ?-?(?:min(?:ute)?s?\b|')", {"kind": Kind.AMRAP}),
        (r"\bamrap\b (?:[:x-]|in|for|of|-)? (?P<minutes>\d{1,3})(?= ?(?:$|[:,.)]))", {"kind": Kind.AMRAP}),
        (r"(?P<minutes>\d{1,3})[ -]*(?:min(?:ute)?s?\b|')[ -]*(?:of_)?amrap\b", {"kind": Kind.AMRAP}),
        (r"\bas_many_(?:quality_|good_)?(?:rounds|sets)(?:_and_reps|_\(?amrap\)?)?_as_(?:possible|you_can)(?:_of)?(?:_in| in|_for)_(?P<minutes>\d{1,3})[ -]*(?:min(?:ute)?s?|')", {"kind": Kind.AMRAP}),
        (r"(?P<minutes>\d{1,3})[ -]*min(?:ute)?s?_(?:to_)?(?:complete|do|get_through)_as_many_(?:rounds|sets)_as_(?:possible|you_can)", {"kind": Kind.AMRAP}),
        (r"\bin_(?P<minutes>\d{1,3})_min(?:ute)?s,?_(?:do_|complete_)?as_many_(?:rounds|sets)(?:_as_(?:possible|you_can))?", {"kind": Kind.AMRAP}),
    )),
    ("timer|clock|stopwatch", (
        (r"\bset_(?:a_|the_|your_)(?:timer|clock|stopwatch)_(?:for_|to_)?<minutes:n> ?-?(?:min(?:ute)?s?\b|')", {}),
    )),
    ("repeat", (
        (r"\brepeat_(?:exercises_|steps_|numbers_)?\d{1,2} ?(?:&|and|to|-|,) ?\d{1,2}_(?:x_|for_)?<repeat:n> ?(?:x\b|times\b)", {}),
    )),
    ("time|rft", (
        (r"(?P<rounds>\d{1,2}) (?:rounds?|rft|rds?)(?:_|$|:)(?:for_time)?(?<=for.time)|(?P<rounds2>\d{1,2}) rft\b", {"kind": Kind.FOR_TIME}),
        (r"(?<!not\s)\bfor_time\b", {"kind": Kind.FOR_TIME}),
    )),
    ("cap|tc|limit", (
        (r"\b(?:time_)?cap(?:ped)?_*(?:[:=]|of|at)? <cap_s:t>|<cap_s:t>_(?:(?:time|hard|strict|total)_)?(?:cap|limit)\b|\btc[: ]+<cap_s:t>|\b(?:time_)cap (?:[:=]|of|at)? (?P<cap_min>\d{1,2})\b", {}),
    )),
    ("tabata", (
        (r"\b(?P<tabata>tabata)\b", {"kind": Kind.INTERVALS}),
    )),
    # a load and an amount for each set: 60/8 70/8
    ("/", (
        (r"(?<![\d/.])(?P<slashed>(?P<weight>\d{2,3}(?:\.5)?)/\d{1,2}(?: ?[, ] ?\d{2,3}(?:\.5)?/\d{1,2}){1,9})(?![\d/])", {}),
    )),
    # intervals
    ("round", (
        (r"(?<!x\s)(?<!x)\b(?P<work_s>\d{1,2}[ -]*(?:min(?:ute)?s?|'))[ -]+rounds\b(?= ?(?:$|[,;:.(/]|_(?:with|and)_))", {"kind": Kind.INTERVALS}),
    )),
    ("on", (
        (r"\b<sets:n> ?sets?_(?:of|x)_<reps:n> (?:x|reps?_(?:of|x)|times)? \(? ?<pause_s:t>_?on[ ,/&+-]*(?:and_|then_)?\d{1,3} ?(?:s|secs?|seconds)?_?off\b ?\)?", {}),
        (r"\b<sets:n> x <reps:n> x \(? ?<pause_s:t>_?on[ ,/&+-]*(?:and_|then_)?\d{1,3} ?(?:s|secs?|seconds)?_?off\b ?\)?", {}),
    )),
    ("off|rest|recover|easy|break", (
        (r"<work_s:t> (?:of_)?(?:on|work(?:ing)?|hard|effort|fast)\b[ ,/:;&+|-]*(?:and_|then_|with_|followed_by_)?<rest_s:l> (?:of_)?(?:off|rest|recovery|easy|break)\b(?: (?:x|for) <rounds:n>_?(?:rounds?|times|sets?)?)?", {"kind": Kind.INTERVALS}),
        (r"\b(?P<work_s>\d{2,3})_on[ ,/&+|-]*(?:and_|then_)?(?P<rest_s>\d{2,3})_off\b", {"kind": Kind.INTERVALS}),
        (r"\b(?:work|on)[: ]+(?:for )?<work_s:l>[ ,/:;&+|-]*(?:and_|then_)?(?:rest|off)[: ]+(?:for )?<rest_s:l>", {"kind": Kind.INTERVALS}),
        (r"\b(?:rest|off)[: ]+(?:for )?<rest_s:l>[ ,/:;&+|-]*(?:and_|then_)?(?:work|on)[: ]+(?:for )?<work_s:l>", {"kind": Kind.INTERVALS}),
        (r"\b(?:do|perform|work(?:_hard)?)(?:_(?:each|every)_[a-z]+)?(?:_for)?_<work_s:t>(?:_per_(?:exercise|station|move))?[ ,/;&-]+(?:and_|then_)?(?:rest(?:_for)?_<rest_s:t>)(?!_*between_(?:rounds|sets|circuits))", {"kind": Kind.INTERVALS}),
    )),
    ("work|on|interval", (
        (r"^(?:work|on|interval)(?:_time|_interval|_period)? ?[:=] ?<work_s:t>$", {"kind": Kind.INTERVALS}),
    )),
    ("/", (
        (r"(?<![\d.x])(?P<rounds>\d{1,2}) ?x ?\(?(?P<work_s>[1-9][05])/(?P<rest_s>[1-9][05]|5)\)?(?![\d/.])(?! ?(?:kg|lb|s\b|sec))", {"kind": Kind.INTERVALS}),
        (r"(?P<work_s>:\d\d) / (?P<rest_s>:\d\d)(?: (?:x|for) <rounds:n>(?:_?(?:rounds?|times|sets?))?)?", {"kind": Kind.INTERVALS}),
        (r"\b(?P<work_s>\d{2,3}) ?(?:s|sec|\")? ?/ ?(?P<rest_s>[1-9]?[05])(?: ?(?:s|sec|\"))? ?(?:x|for|,) ?(?P<rounds>\d{1,2})(?:_?(?:rounds?|times|sets?))?(?![\d.])(?!_*(?:lb|kg))", {"kind": Kind.INTERVALS}),
        (r"\b(?P<work_s>\d{2,3}) ?(?:s|secs?|\") ?/ ?(?P<rest_s>\d{1,3}) ?(?:s|secs?|\")(?![a-z])", {"kind": Kind.INTERVALS}),
    )),
    # rests, most closely described first
    ("round|circuit|superset|lap|block|tri|rotation|repeat|pair", (
        (rf"\b{_REST}{_IS}<round_rest_s:l>_?{_OF_ROUNDS}", {}),
        (rf"\b{_REST}_{_OF_ROUNDS}{_IS}<round_rest_s:l>", {}),
        (rf"<round_rest_s:t>(?:_(?:of_)?(?:{_REST}|off)(?:_periods?)?)?_{_OF_ROUNDS}", {}),
        (rf"\b{_REST}_(?:for_)?<round_rest_s:t>(?= ?,? (?:and|then)_repeat\b.{{0,30}}\b(?:circuits?|rounds?|whole|sequence|all)\b)", {}),
    )),
    ("rest|break|recover|breather|pause", (
        (rf"\b(?:no|without(?:_any)?|zero)_(?:{_REST})(?:_{_OF_SETS})?{_PLUS}", {"rest_s": (0.0, 0.0)}),
        (rf"\b(?:minimal|little|limited)_(?:{_REST})(?:_{_OF_SETS})?", {}),
    )),
    ("rest|break|breather|pause|off|rec|ri |ri:|ri=|ri-", (
        (rf"\b(?:{_REST}|(?<!-)off|rec\b|ri)(?:_periods?|_times?|_intervals?)?(?:_{_OF_SETS})?{_IS}<rest_s:l>(?:_{_REST}\b|_(?:easy_|slow_)?(?:jog|walk|float)(?:ging|ing)?\b(?!_*\d)(?:_(?:recover\w+|back))?)?(?:_?{_OF_SETS})?{_PLUS}(?!_*\w*_*(?:hold|down))(?<!reps.\d)(?<!reps.\d\d)", {}),
        (rf"<rest_s:r>(?:_?-?(?:of_)?(?:easy_|slow_|standing_|active_|complete_|full_)?{_REST}\b(?!_(?:pace|ride|run|jog|bike|row|walk|spin|swim|miles?)\b)(?:_periods?|_intervals?|_in)?)(?:_?{_OF_SETS})?{_PLUS}", {}),
    )),
    (" to |transition|changeover", (
        (r"<rest_s:r>_(?:to_(?:move_on|change(?:over)?|switch|transition|rotate|swap|get_to)|(?:for_)?transitions?|changeovers?)\b(?:_\w+)?", {}),
    )),
    ("/", (
        (r"(?:(?<=\0)|(?<=\0\s)|(?<=[a-z]\s))(?<!hard\x20)(?<!fast\x20)(?<!tempo\x20)(?<!strong\x20)(?<!on\x20)(?<!effort\x20)/ ?<rest_s:r>_(?:of_)?(?:easy|light|paddling|off|rest)\b(?:_(?:row(?:ing)?|paddle|spin|paddling|pressure))?(?= ?(?:$|[,.;)]))", {}),
    )),
    ("off|between|after|per", (
        (rf"<rest_s:r>_(?:off\b|{_OF_SETS}){_PLUS}", {}),
    )),
    ("go again", (
        (r"<rest_s:r>(?:_off)?,?_(?:and_|then_)*go_again\b", {}),
    )),
    ("jog|walk|float|spin", (
        (r"<rest_s:r>_?(?:of_)?(?:easy_|slow_|light_|very_easy_)?(?:jog|walk|float|spin)(?:ging|ing)?[ -]+(?:back_)?(?:recover(?:y|ies)|rec\b|rests?|between)(?:_\w+)?", {}),
        (r"\( ?<rest_s:t>_?(?:of_)?(?:easy_|slow_|light_)?(?:jog|walk|float|spin)(?:ging|ing)?(?:_back)? ?(?:\)|$)", {}),
        (r"(?<!start\s)(?<!started\s)(?<!starting\s)(?<!begin\s)(?<!finish\s)(?<!finished\s)\b(?:with|w/|off|on) ?(?:a_)?<rest_s:t>_?(?:of_)?(?:easy_|slow_|light_)?(?:jog|walk|float|spin)(?:ging|ing)?\b(?:_between)?", {}),
    )),
    ("r", (
        (r"\br(?:[:=] ?|_?)(?P<rest_s>\d{2,3} ?(?:s|sec|\")?|\d:\d\d)(?![\dx]|_*(?:x|reps?|m\b|metres|sets?))", {}),
        (rf"\b{_REST}_(?:as_(?:needed|required|necessary)|when_(?:needed|you_need)[^.;]*)", {}),
    )),
    # a bare weight, its unit known to the author
    ("x", (
        (r"(?<![\d.x])(?P<weights>(?:(?:bwt?|body ?weight) ?x ?\d{1,2} ?[,;] ?)?(?P<weight>(?:[3-9]\d|\d{3})(?:\.5)?) ?x ?\d{1,2}\+?(?: ?[,;] ?(?:[3-9]\d|\d{3})(?:\.5)? ?x ?\d{1,2}\+?){1,9})(?! ?(?:kg|lb|%|\#|s\b|sec|min|m\b|\d|x))", {}),
        (r"(?<![\d.x])(?P<weight>(?:[3-9]\d|\d{3})(?:\.5)?) ?x ?(?P<reps>\d{1,2}) ?x ?(?P<sets>\d{1,2})_?sets\b", {}),
    )),
    # tempo and phases of a repetition
    ("tempo|@|-|x", (
        (r"(?:\btempo ?[:=]? ?|@ ?)(?P<tempo>\d[- /.]?[\dx][- /.]?[\dx][- /.]?[\dx])(?![\d-])(?! ?(?:kg|lb|%))(?:_tempo\b)?", {}),
        (r"(?<![\d-])(?!1-1-1-1|2-2-2-2|3-3-3-3|4-4-4-4|5-5-5-5|6-6-6-6|8-8-8-8)(?P<tempo>\d-[\dx]-[\dx]-[\dx]|\d[0x][\dx][0x\d](?=_tempo))(?![\d-])(?:_tempo\b)?", {}),
        (r"(?<=,\s)(?P<tempo>[2-9]\dx\d)(?= ?(?:[,;)]|$))", {}),  # behind the sets: 5x5, 30x1
        (r"\btempo_(?:was_|is_|of_)?(?P<tempo>\d, ?[\dx], ?[\dx], ?[\dx])(?!\d)", {}),
        (r"\btempo ?[:=]? ?\d-\d-\d\b|\b\d-\d-\d_tempo\b", {}),
    )),
    ("down|up|lower|centric|negative|descent|rise|hale|raise|lift|descend|breathe", (
        (r"<phase:t>_(?:count_)?(?:on_(?:the_)?way_)?(?:down|up|lower(?:ing)?|eccentrics?|concentrics?|negatives?|descent|to_lower|to_rise|inhale|exhale)\b", {}),
        (r"(?<!warm\s)(?<!warm-)(?<!cool\s)(?<!walk\s)(?<!jog\s)(?<!back\s)(?<!run\s)(?<!walking\s)(?<!jogging\s)(?<!-)\b(?:lower(?:ing)?|raise|lift|down|up|descend|eccentric|breathe_(?:in|out)|inhale|exhale)(?:_(?:down|up|it|slowly|over))?(?:_(?:for|over|in|take|taking))?(?:_a)? ?:?_?<phase:t>", {}),
    )),
    ("pause|pausing|squeez|hold", (
        (r"\b(?:pause|pausing|squeez(?:e|ing)|hold(?:ing)?)(?:_(?:it|this|that|here|the_(?:contraction|squeeze|position|top)))?(?:_(?:at|in)_the_(?:top|bottom|end|middle)(?:_position)?)?_?(?:for_)?(?:a_)?<pause_s:l>_(?:at|in|on)_(?:the_)?(?:top|bottom|end|each|every)\b(?:_(?:position|rep|of_each_rep|of_every_rep|of_the_movement|rep(?:etition)?))?", {}),
        (r"\b(?:pause|squeeze|hold)(?:ing)?(?:_(?:it|this|that|there|the_\w+))?(?:_(?:at|in)_(?:the_)?(?:top|bottom|end|middle)(?:_position)?)(?:_of_(?:each|every|the)_(?:rep|repetition|movement))?_(?:for_)?(?:a_)?<pause_s:t>", {}),
        (r"\b(?:hold(?:ing)?|pause|squeeze)_(?:each|every)(?:_(?:rep|repetition|one))?_(?:for_)?<pause_s:t>", {}),
        (r"<pause_s:t>_?-?(?:pauses?|squeezes?)(?:_(?:at|in)_(?:the_)?(?:top|bottom|end|middle))?(?:_(?:of|on|in)_(?:each|every)_rep)?", {}),
        (r"\b(?:pause|squeeze)_(?:for_)?(?:a_)?<pause_s:t>", {}),
        (r"<pause_s:t>_?-?(?:iso(?:metric)?_?)?holds?_(?:at|in|on)_(?:the_)?(?:top|bottom|end|each|every)\b(?:_of_(?:each|every|the)_(?:rep|movement))?", {}),
    )),
    # an amount and a load for each set
    ("@|at", (
        (r"(?P<waves>(?<![\d.x])(?<!x\s)\d{1,2}\+? ?(?:reps?)? ?(?:@|at) ?<load:w>(?: ?[,;/>]_*\d{1,2}\+? ?(?:reps?)? ?(?:@|at) ?<other:w>){1,7})", {}),
    )),
    # a load and an amount for each set
    ("x|for", (
        (r"(?<![\d.x])(?<!x\s)(?P<weighed><load:w> ?(?:x|for)_?\d{1,2}(?! ?(?:s\b|sec|min|m\b|\d|x)) ?(?:reps?)?(?: ?[,;/>] ?(?:<other:w>) ?(?:x|for)_?\d{1,2} ?(?:reps?)?){1,9})(?! ?(?:x|sets))", {}),
        (r"(?<![\d.x,])(?<!,\x20)(?P<counted>(?:\d{1,2} ?, ?)*\d{1,2} ?x ?<load:w>(?: ?[,;/>] ?(?:\d{1,2} ?, ?)*\d{1,2} ?x ?<other:w>){1,9})(?!\w)", {}),
        (r"(?<![\d.x,])(?<!,\x20)(?P<counted>(?:\d{1,2} ?, ?){1,9}\d{1,2} ?x ?<load:w>)(?!\w)", {}),
    )),
    ("x", (
        (r"\b(?P<sets>\d{1,2}) ?x ?(?P<reps>\d{1,2}) ?x ?(?P<weight>\d{2,3})(?! ?(?:kg|lb|%|\#|s\b|sec|min|m\b|\d))", {}),
    )),
    # loads and efforts
    ("rpe", (
        (r"(?:@|\bat|\bwith)? \brpe ?[:=]? ?(?P<rpe>\d{1,2}(?:\.5)?(?: ?- ?\d{1,2}(?:\.5)?)?)(?!\d)(?: ?/ ?10)?|@ ?(?P<rpe2>\d(?:\.5)?)_rpe\b", {}),
    )),
    ("kg|kilo|lb|pound|#|%|percent", (
        (r"\b<sets:n> x <reps:n> x <load:w>", {}),
        (r"<load:w> ?(?:x|for)_?(?P<chain>\d{1,2}(?: ?[,/] ?\d{1,2}){1,9})(?! ?(?:kg|lb|x|\d))", {}),
        (r"(?:@|\bat|\bwith|\busing|\bload:?|\bweight:?)?_?(?:an?_|the_)?(?:(?<!\d)[12] x ?)?<load:w>(?:_(?:of_)?(?:your_)?(?:1rm|max|1_rm|tm|training_max|one-rep_max|body ?weight|bw|ftp))?(?!_*(?:max_by))(?:_(?:each|per|in_each)_(?:hand|dumbbell|db|arm|kettlebell|kb|bell|side(?=_*kg)))?(?!\w)", {}),
    )),
    ("/", (
        (r"(?<=[\w\0]\s)\((?P<pair>\d{2,3}(?:\.5)? ?/ ?\d{2,3}(?:\.5)?)\)|(?<=[a-z]\s)-_(?P<pair>\d{2,3}(?:\.5)? ?/ ?\d{2,3}(?:\.5)?)(?= ?$)|@ ?(?P<pair2>\d{2,3}(?:\.5)? ?/ ?\d{2,3}(?:\.5)?)(?![\d/]| ?(?:kg|lb|%|\#|s\b|sec))", {}),  # men's and women's, in a unit that nobody says
    )),
    ("weight|load", (
        (r"(?:\bloads? ?[:=]? ?|\bweights? ?[:=] ?)(?P<pair>\d{1,3}(?:\.\d{1,2})?)(?! ?(?:\d|x\b|/|-|kg|lb|%|reps?|sets?))(?=[\s,;.)]|$)", {}),
    )),
    ("body|bw", (
        (r"(?:@|\bwith\b|\bat\b)?_?\b(?:body ?weight|bw)\b_?(?:only)?(?=_*(?:$|[,;.)|]))", {}),
    )),
    # progressions
    ("heavy|top|max", (
        (r"\b(?:build|work|ramp)(?:ing|ed|s)?(?:_your_way)?(?:_up)?_to_(?:an?_|your_|the_)?(?:heavy|top|max)(?:_sets?_of)?_<heavy:n>(?! ?(?:kg|lb|%|x|sets?))(?:_?reps?)?", {}),
        (r"^(?:a_)?(?:heavy|top)_(?:sets?_of_)?<heavy:n>(?= ?$)", {}),
    )),
    ("build|work|progress|increas|go", (
        (r"\b(?:build|building|work(?:ing)?(?:_your_way)?|progress(?:ing)?|increas(?:e|ing)|going|go)(?:_this|_it|_up)*_(?:up_)?(?:to|towards)_(?:sets_of_)?<goal_s:t>(?:_over_<weeks:n>_weeks?)?", {}),
        (r"\b(?:build|building|work(?:ing)?(?:_your_way)?|progress(?:ing)?|increas(?:e|ing))(?:_this|_it|_up|_reps)*_(?:up_)?(?:to|towards)_(?:sets_of_)?(?:3_x_)?<goal:n>(?! ?(?:sets|x|kg|lb|%|rounds?|weeks?|min))(?:_reps?)?(?:_over_<weeks:n>_weeks?)?", {}),
        (r"\b(?:build|building|work(?:ing)?(?:_your_way)?|progress(?:ing)?|increas(?:e|ing))(?:_this|_it|_up)*_(?:up_)?(?:to|towards)_\d+(?: ?- ?\d+)?_(?:sets|rounds|circuits)\b(?:_of_\d+)?", {}),
    )),
    # sets with amounts
    ("rir", (
        (r"\b<sets:n> ?x ?\d(?:-\d)? ?rir\b", {"is_open": True}),
    )),
    ("max|amrap|as many|fail|f", (
        (r"\b<sets:n> ?(?:sets?|rounds?)? ?(?:x|of|by|,|-|:|/)? ?(?:max(?:imum)?\b(?:_reps?)?|amrap|as_many(?:_\w+)?_(?:reps_)?as_(?:possible|you_can)|(?:to_|until_|till_)?failure|tf\b|f\b)", {"is_open": True}),
    )),
    ("set|rep", (
        (r"\bsets? ?[:=]? ?<sets:n> ?[,;/|-]* ?(?:reps?|repetitions?) ?[:=]? ?<reps:n>", {}),
        (r"\b(?:reps?|repetitions?) ?[:=] ?<reps:n> ?[,;/|-]* ?sets? ?[:=] ?<sets:n>", {}),
    )),
    ("x", (
        (r"\b(?P<sets>[1-9]) x \(? ?(?P<chain>\d{1,2}(?: ?, ?\d{1,2}){2,9}) ?\)?(?! ?(?:kg|lb|x|%|\d))", {}),
    )),
    ("x|set|by|rep|series|lot", (
        (rf"\b<sets:n> (?:x|by) (?:{_SETS} )?<metres:d>", {}),
        (rf"\b<sets:n> {_SETS} ?(?:x|of|,|-|:|/|@)? ?<metres:d>", {}),
        (rf"\b<sets:n> ?{_SETS} (?:x|of|for|,|-|:|/|@|\()?_?(?:about_|at_least_|a_)?(?:hold(?:s|ing)?(?:_for)?_)?<seconds:u>(?! ?(?:rest|break|pause|recovery|between|off))", {}),
        (rf"\b<sets:n> x (?:{_SETS} )?(?:hold(?:s)?(?:_for)?_)?<seconds:u>(?! ?(?:rest|break|pause|recovery|between|off))(?:_?-?holds?\b)?", {}),
        (rf"\b<sets:n> ?{_SETS} ?(?:x|of|for|,|-|:|/|@|with|\()? ?(?:about_|at_least_|up_to_|around_)?<reps:n>(?! ?(?:rounds?|x\b|sets|kg|lb|%|s\b|sec|min|m\b))(?:_?{_REPS})?", {}),
        (rf"\b<reps:n> ?{_REPS} ?(?:x|for|,|-|/|\()? ?<sets:n> ?{_SETS}", {}),
        (rf"\b<reps:n> ?(?:{_REPS})? ?x ?<sets:n> ?{_SETS}", {}),
        (rf"\b<seconds:t> ?(?:holds?)? ?(?:x|for|,|-|/|\() ?<sets:n> ?(?:{_SETS}|times)", {}),
        (rf"\b<sets:n> x (?:{_SETS} )?(?:<reps:n>)(?P<plus>\+)?(?! ?(?:kg|lb|%|m\b|s\b|sec|min|km))(?:_?{_REPS})?", {}),
    )),
    ("round|rep|rd|circuit|lap|through|rotation|cycle", (
        (r"\b(?:each|all|both)_(?:of_)?(?:the_|these_)?(?:\d_)?(?:\w+_)?(?:circuits|blocks|supersets)_(?P<rounds>\d{1,2})_times\b", {}),
        (rf"\b<rounds:n> ?(?:x_?)?(?:(?:full|complete|whole|total)_)?{_ROUNDS}", {}),
        (r"\b(?:cycles?|circuits?|laps?|rotations?) ?[:=] ?<rounds:n>(?! ?(?:min|s\b|sec|:))", {}),
        (rf"\brounds? ?[:=]? ?<rounds:n>(?! ?(?:min|s\b|sec|:))|\bx ?(?P<rounds2>\d{{1,2}})_?{_ROUNDS}", {}),
    )),
    ("set|series|lot", (
        (rf"\b<sets:n> ?(?:working_|work_|total_|straight_|more_)?{_SETS}(?!_of_\d+_(?:exercises|supersets))|\bsets ?[:=]? ?<sets2:n>", {}),
    )),
    # an amount for each set
    ("-|/|,", (
        (r"(?<![\d./-])(?P<chain>\d{1,3}(?: ?[-/,] ?\d{1,3}){2,})(?![\d.]|/)(?: ?[-,/] ?(?P<last>max|amrap|failure))?(?:_?(?:reps?|metres|meters)\b)?(?! ?(?:kg|lb|%))", {}),
    )),
    ("through", (
        (r"\b<times:n>_?(?:more_)?times?_through\b", {}),
    )),
    # open sets
    ("as long as", (
        (r"\b(?:for_)?as_long_as_(?:possible|(?:you|we|they|i)_(?:can|could|like|want|need|wish|please)|you're_able)\b", {"is_open": True}),
    )),
    ("max|fail", (
        (r"(?:(?<=[a-z)]\s)x |(?<=[a-z)]) ?[:,-] )(?:max(?:imum)?(?:_reps?|_effort)?|failure)(?= ?(?:$|[,;.(]))", {"is_open": True}),
    )),
    ("amrap|as many|max|fail|fatigue|tired", (
        (r"\b(?:amrap|as_many(?:_\w+)?_(?:reps_)?as_(?:possible|you_can|they_can)|max(?:imum)?_(?:reps|effort|rep)|(?:to|until|till|near|close_to)_failure|to_fatigue|until_(?:you're_)?(?:tired|fatigued?))\b(?:_(?:in|for)_<seconds:t>)?", {"is_open": True}),
    )),
    ("+", (
        (r"\b(?P<least>\d{1,3})\+(?! ?\d)(?:_?reps?)?", {}),
    )),
    # repetitions, times, distances
    ("repeat|do|perform|complete|redo|again", (
        (r"\b(?:repeat|repeated|repeats|do_(?:this|it|that|these|them|everything|the_lot)|go_(?:through|round)(?:_(?:it|them|this))?|perform_(?:this|it)|complete(?:_\w+){0,4}?)(?:_(?:this|it|the_\w+|all|everything|whole|entire|circuit|sequence|workout|routine|list|thing|set|for|a_total_of|at_least|on_\w+_sides?))*_?(?:x_)?<more:n>_(?:times_more|more_times?|additional_times)\b", {}),
        (r"\b(?:repeat|repeated|repeats|redo|again)\b(?:_(?:this|it|them|the_\w+|all|everything|whole|entire|circuit|sequence|set|for|a_total_of|at_least|about|each|exercises?|stretch|movement|process|above|between|on|side))*_?(?:x|for)? ?<repeat:n>(?: ?x\b|_times|_more_times)?(?! ?(?:sets|reps|rounds|s\b|sec|min))", {}),
    )),
    ("again", (
        (r"\b(?:do|did|go|went|go_through|went_through)_(?:it|that|them|this|everything|the_lot|the_whole_thing)(?:_all)?_(?:once_)?again\b(?!_*(?:on|with|for|to)\b)", {"repeat": (2.0, 2.0)}),
    )),
    ("repeat", (
        (r"(?<=[)\0]) ?[,;]? ?(?:and_|then_)*repeat(?:_once(?:_more)?)?[.!]* ?$", {"repeat": (2.0, 2.0)}),
    )),
    ("piece|effort|interval|repeat|rep|sprint|bout", (
        (r"\b(?P<sets>\d{1,2})_(?:x_)?<metres:d>_(?:pieces|efforts|intervals|repeats|repetitions|reps|sprints|bouts)\b", {}),
        (r"\b(?P<sets>\d{1,2})_(?:x_)?<seconds:t>[ -](?:pieces|efforts|intervals|repeats|repetitions|bouts)\b", {}),
    )),
    ("rep", (
        (rf"\b<reps:n> ?(?:slow_|controlled_|smooth_|good_|total_|clean_|full_|quality_|gentle_|light_|heavy_|explosive_|steady_)*{_REPS}", {}),
        (r"\brep(?:etition)?s?(?:_range|_target)? ?[:=] ?<reps:n>", {}),
    )),
    ("times", (
        (r"\b(?:at_least_|up_to_|about_)?<times:n> ?times\b", {}),
    )),
    ("hold|count|slow", (
        (r"(?:(?<![a-z]\s)|(?<=\band\s)|(?<=\bthen\s)|(?<=\bto\s)|(?<=\bor\s)|(?<=\byou\s)|(?<=\bplease\s)|(?<=\bgently\s))\bhold(?:s|ing)?(?:_time)?(?: ?[:=])?(?:_(?:it|this|that|there|here|still|(?:the|this|that|each|your)_(?:stretch|position|pose|posture|contraction|plank)|for_a_(?:slow_)?count_of|at_(?:this|that)_(?:angle|point|height|level)|in_(?:this|that)_(?:position|pose)|for|steady|each(?:_side|_stretch|_pose)?|position|stretch|pose|gently|on_\w+_sides?|and_breathe|:|-|~|about|around|at_least|up_to|a_maximum_of))*_?<held:l>(?! ?(?:reps?|x\b))(?!\d|_+(?:\d|dumb|dbs?\b|kettle|kbs?\b|weights?|plates?|bars?))", {}),
        (r"\b(?:count_to|count_of|for_a_slow)_(?P<held>\d{1,3})\b", {}),
        (r"<held:t>[ -]*(?:iso(?:metric)?[ -]*)?(?:static_)?holds?\b(?! ?\w*\s?(?:squat|plank))", {}),
    )),
    ("m|k|y|f", (
        (r"<metres:d>", {}),
    )),
    ('s|m|h|:|\'|"', (
        (r"(?:\bfor_|\bx_?|@ ?)?(?:about_|at_least_|up_to_|around_|~ ?)?<seconds:t>(?:_?(?:duration|work|of_work))?", {}),
    )),
    ("x", (
        (r"(?<![\w.])(?P<times>\d{1,3}(?: ?- ?\d{1,3})?) ?x(?![a-z\d])", {}),  # 10x squats
        (r"(?<![a-z\d])x ?<times:n>(?! ?(?:kg|lb|%))", {}),  # x10
    )),
    # sides
    ("each|every|either|per|both|/|e", (
        (rf"(?:\b(?:on|for|to|with|per)_)?(?!(?<=\bin\s)each_hand)\b(?:each|every|either|per)_(?:of_the_)?{_LIMBS}(?:_each)?|\b(?:on|for|to)_both_(?:sides|legs|arms|feet)\b|\bwith_both_sides\b|\bboth_(?:sides|directions|ways)\b|(?<=,\s)both_(?:legs|arms|feet)\b(?= ?(?:$|[,;.)]))|(?<=[\w)\0]) ?/ ?(?:side|leg|arm|hand|foot|s\b|l\b)\b|(?:\b(?:on|for)_)?\b(?:ea|e)[./ ] ?{_LIMBS}|\be/?s\b(?![a-z])|\bp/s\b|\bes\b", {"sides": Sides.EACH}),
    )),
    ("a side|a leg|an arm", (
        (r"(?<=[\d\0]\s)an?_(?:side|leg|arm)\b", {"sides": Sides.EACH}),
    )),
    ("side", (
        (r"\bsides? ?[:=] ?(?:both|each|left_(?:and|&)_right|l ?[&/+] ?r)\b", {"sides": Sides.EACH}),
    )),
    ("l", (
        (r"<seconds:t>_?l(?:eft)?\b ?[/,&+] ?(?P<again>\d{1,3})_?(?:s|secs?|seconds)?_?r(?:ight)?\b", {"sides": Sides.EACH}),
        (r"(?<=[\0\d])_?l(?:eft)?\b ?[/,&+] ?[\0\s]*r(?:ight)?\b", {"sides": Sides.EACH}),
        (r"\b(?:left|l|right|r) ?(?:&|\+|/|and) ?(?:right|r|left|l)\b(?:_(?:side|leg|arm)s?)?", {"sides": Sides.EACH}),
    )),
    ("switch|swap|change|repeat|same|other|opposite", (
        (rf"\b(?:do_)?the_same_(?:on|with|to)_(?:the_)?(?:other|opposite|second)_{_LIMBS}|\b(?:step|lunge|tap|reach|kick)\w*_(?:\w+_){{1,2}}with_the_(?:other|opposite)_{_LIMBS}", {"sides": Sides.ALTERNATING}),
        (rf"\b(?:then_|and_|now_)*(?:switch|swap|change|repeat(?:_on|_with|_for)?|same_on)_(?:to_)?(?:the_)?(?:other_|opposite_|second_)?{_LIMBS}|\b(?:on|with)_the_(?:other|opposite)_{_LIMBS}(?=_*(?:$|[.;,]))", {"sides": Sides.EACH}),
    )),
    ("alternat", (
        (r"\b(?:alternating|alternate)(?=_[a-z])(?!_(?:rounds|sets|exercises|intervals|days|sides?|legs?|arms?|feet|between|left|with)\b)", {"sides": Sides.ALTERNATING, "name": True}),
    )),
    ("alternat|interchang", (
        (r"\b(?:alternat(?:e|ing|ely)(?!_[\d\0]|_between_[\d\0]|_with_(?:an?_|your_|the_)?(?:partner|other))|interchang(?:e|ing))(?:_(?:sides?|legs?|arms?|feet|between_(?:sides|legs|arms)|left_and_right|each_(?:side|leg|rep|time)))?\b", {"sides": Sides.ALTERNATING}),
    )),
    ("each|ea", (
        (r"(?<=[\d\0])_?(?:each|ea)\b\.?(?!_*(?:exercise|set|move|round|of|for|with|time|day))", {"sides": Sides.EACH}),
    )),
    # a number alone
    ("", (
        (r"(?:^|(?<=[:;,(=]) ?|(?<=\bthen)_|(?<=^and)_|(?<=\.)_|(?<=\bdo)_|(?<=\bdoing)_|(?<=\bdid)_|(?<=\bhit)_|(?<=\bme)_|(?<=\blike)_|(?<='s)_|(?<=\bout)_|(?<=perform)_|(?<=\bof)_|(?<=complete)_|(?<=\bwith)_|(?<=\bfor)_|(?<=[-+&]\s)|(?<=\band)_)(?P<bare>\d{1,3}(?: ?- ?\d{1,3})?)(?=_+\(?[a-z\0]|\0)(?!_*(?:of|and|or|to(?!_each)|more|other|minutes?|in|on|at|is|the|for|day|week|set|per)\b)", {}),
        (r"(?<=[a-z),:\-=]\s)(?P<bare>\d{1,3}(?: ?- ?\d{1,3})?)(?= ?(?:$|[,;)|\0]|\.(?!\d)|\())", {}),
        (r"(?<=[:(=])(?P<bare>\d{1,3}(?:-\d{1,3})?)(?= ?(?:$|[,;)|.(]))", {}),
        (r"^(?P<bare>\d{1,3}(?: ?- ?\d{1,3})?)\.?$", {}),
    )),
)  # fmt: skip


def _forms() -> tuple[Form, ...]:
    asides = (Form(source, claim=Claim.ASIDE) for source in ASIDES)
    named = (Form(source, claim=Claim.NAME) for source in NAMES)
    said = (_form(when, source, says) for when, rows in _GROUPS for source, says in rows)
    calories = (Form(_numbered(source), ("cal",), {"is_calories": True}) for source in CALORIES)
    return (*asides, *calories, *named, *said)


def _form(when: str, source: str, says: Mapping[str, object]) -> Form:
    constants = {name: value for name, value in says.items() if name != "name"}
    claim = Claim.BOTH if "name" in says else Claim.SAYS
    return Form(_numbered(source), tuple(when.split("|")), constants, claim)


def _numbered(source: str) -> str:
    """Each name only once: `<cap_s:t>|<cap_s:t>` becomes `<cap_s:t>|<cap_s__2:t>`."""
    seen: dict[str, int] = {}

    def again(match: re.Match[str]) -> str:
        begin, name, end = match.groups()
        seen[name] = seen.get(name, 0) + 1
        return f"{begin}{name}{f'__{seen[name]}' if seen[name] > 1 else ''}{end}"

    return re.sub(r"(\(\?P<|<)([a-z]\w*)(>|:[nturlwd]>)", again, source)


FORMS = _forms()
"""All of them, in their order."""
