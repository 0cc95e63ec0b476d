"""Forms of how often several exercises that go together are done: each superset, this circuit."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Groups
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.definitions.session import SectionKind

_PARTS = r"(?:super-?sets?|pairs?|pairings?|tri-?sets?|giant_sets?|couplets?|circuits?)\b"
"""What several exercises are called that are done one after the other."""
_ORDERED = any_of("do|complete|repeat|perform|alternate|finish", "(?:cycle|go|run|work|get)_(?:through|round)")
_THESE = r"(?:each|every|both|this|that|the|these)_(?:whole_|entire_|same_|first_|above_)?"
"""How several that are done one after the other are ordered, and which of them."""
PART_FORMS: Groups = (
    ("supersets|trisets|tri-sets", (
        (r"\b<sets:n>_(?:supersets|tri-?sets)_(?:of|for)_each\b(?:_(?:pair|superset|tri-?set|one)\b)?", {}),
        (r"^<rounds:n>_(?:supersets|tri-?sets)(?= ?: ?$)", {"kind": SectionKind.SUPERSET}),
    )),
    ("set|pair|couplet|circuit", (
        ((
            rf"\b{_ORDERED}_{_THESE}{_PARTS}(?:_of_(?:exercises|moves|movements))?(?:_(?:for|a_total_of|at_least))*"
            r"_<rounds:n>(?: ?x\b|_(?:times|rounds|sets)\b)(?!_more)"  # each superset 3 times
            r"(?:_before_(?:\w+ing|you)_[^.;,\d]*)?"
        ), {}),
        (rf"\b{_ORDERED}_{_THESE}{_PARTS}(?:_for)?_(?:<more_rounds:n>_more_times|another_<more_rounds:n>_times)\b", {}),
        ((
            rf"\b<more_rounds:n>_(?:more|additional|further)_(?:rounds|sets|times)_(?:of|for|through)_{_THESE}{_PARTS}"
            r"(?:_for_a_total_of_\d\b(?:_(?:sets|rounds|times))?)?"
        ), {}),
        (rf"\b<rounds:n>_(?:rounds|sets|times)_(?:of|for|through)_{_THESE}{_PARTS}", {}),
    )),
    ("circuits|blocks|supersets", (
        ((
            r"\b(?:each|all|both)_(?:of_)?(?:the_|these_)?(?:\d_)?(?:\w+_)?"  # all of the 3 circuits 2 times
            r"(?:circuits|blocks|supersets)_(?P<rounds>\d{1,2})_times\b"
        ), {}),
    )),
)  # fmt: skip
