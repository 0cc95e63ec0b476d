"""Forms of what somebody says of himself beside a session: what he weighs and owns, how long he has trained."""

from __future__ import annotations

from voicecoach.authoring.rules.language.form_words import Traps
from voicecoach.authoring.rules.language.moment_words import BEFORE_THIS
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import KILOS

_BEFORE = BEFORE_THIS.replace(" ", "_")
OF_ONESELF: Traps = (
    (
        "was|were|previous|formerly|from|for|last|instead|replac",
        (
            r"[(\[]_*(?:(?:modified|modification|changed?|updated?|swap(?:ped)?|note|edit(?:ed)?):?_*)?"  # (was 3 x 8)
            rf"(?!(?:instead|replac)(?![^()\[\]]*\d)){_BEFORE}\b(?![^()\[\]]*\b(?:rest|each|every|side|leg|kg|lbs?)\b)[^()\[\]]*[)\]]"
        ),
    ),
    ("lost|gained|put|weigh", r"\b(?:i|we|he|she|they)(?:'ve|_have)?_(?:\w+_)?(?:lost|gained|put_on|weigh\w*)_[^.;,]*"),
    (
        "weigh|bw|body",
        (
            r"\b(?:weigh(?:ing|s|ed)?|bw|body ?weight)(?:_in)?(?:_at|_is)?[:=]?_*\d+(?:\.\d+)?"
            r"(?: ?(?:kgs?|lbs?|st(?:one)?)\b|(?= ?$))"
        ),
        r"^ ?(?:bw|body ?weight) ?- ?(?:[4-9]\d|[1-3]\d\d)(?:\.\d)?(?: ?(?:kgs?|lbs?))? ?$",  # BW- 81
    ),
    (
        "kg|lb|kilo|pound",
        (
            r"\b(?:i|we)(?:'ve|'m|_have|_am)?_(?:\w+ly_|just_|only_)?"
            r"(?:got|have|use|using|did|used|lifted|managed|pressed|benched|squatted|pulled)"  # I only have a 12 kg ...
            rf"_(?:an?_|my_|the_|only_)*\d+(?:\.\d+)? ?{KILOS}\b[^.;()]*"
        ),
    ),
    (
        "bells|dbs|kbs|weights|plates",
        (
            r"\b(?:dumb-?bells|kettle-?bells|dbs|kbs|weights|plates)_*\(?_*(?:in_|of_)?"  # dumbbells (5, 10 and 20 lb)
            rf"\d{{1,3}}(?:_*(?:,|and|&|/)_*\d{{1,3}})+_*-?{KILOS}\b"
        ),
    ),
    (
        "been",
        (
            r"\b(?:i|we|he|she|they)(?:'ve|'s|_have|_has)_been_[a-z]+ing\b[^.;\d]{0,40}?"  # lifting for 8 months
            r"\b(?:for|since)_(?:\w+_){0,3}\d+(?:\.\d)?_*(?:months?|years?|yrs?|weeks?)\b"
        ),
    ),
    ("lb|kg|'", r"\b[1-7]\d ?[mf]\b(?=,? ?(?:\d{2,3} ?(?:lbs?|kgs?)\b|[4-7]'))"),  # 34M, 190 lb
    (
        "cycl",
        r"\bcycl(?:e|ing)_through_(?:the|all|them|these|my|your)\b(?![^.;,]{0,30}\d (?:times|x)\b)[^.;,]*",
    ),  # which day comes when
    (
        "i'm|i am|height|tall|old|lb|kg|pound",
        any_of(  # how tall somebody is
            r"\b(?:i'm|i_am|height|old)\b[^.;\d]{0,14}(?:[4-7]' ?(?:1[01]|\d)(?:\"|'')?|[12]m\d\d)(?!\w)",
            r"\b[4-7]' ?(?:1[01]|\d)(?:\"|'')?(?: tall\b|_*[,/]? ?\d{2,3} ?(?:lbs?|kgs?|pounds)\b)",
        ),
    ),
    (
        "alternat",
        r"\balternat\w*_(?:between_)?(?:(?:the|these|your|my|both|2|two)_)*(?:workouts|days|sessions|routines|weeks)\b",
    ),
    ("sets of", r"\b\d+_sets_of_(?:different_)?(?:exercises|workouts|moves)\b"),
    (
        "week",
        r"\b\d+(?:-\d+)?_(?:[a-z]+_)?sets(?:_(?:per|for|of)_(?:[a-z]+_){1,3}?)?_*(?:a|per|each|every|/)_?week\b",
    ),
)
"""These are none of the session's amounts."""
