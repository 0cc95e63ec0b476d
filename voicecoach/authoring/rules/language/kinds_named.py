"""Kinds of exercises as people name them in passing, and which exercises are of such a kind: `upper body`, `legs`."""

from __future__ import annotations

from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

KIND = any_of(
    "(?:upper|lower)[ -]?(?:body|half|limbs?)|arms?|legs?|shoulders?|core|chest|back|glutes?|abs",
    "(?:every|any|all)(?:thing)?(?: of)?(?: the)? (?:else|others?|rest)|(?:the )?(?:others|rest)",
)
_IS_KIND = in_any_case(rf"(?:the )?{KIND}")
_ELSE = in_any_case(r"\b(?:else|others?|rest)\b")
_LOWER = in_any_case(
    r"\b"
    + any_of(
        "squats?|lunges?|dead-?lifts?|rdls?|step-?ups?|bridges?|(?:hip )?thrusts?|calf|calves|legs?|glutes?|hips?",
        "heels?|toes?|hamstrings?|quads?|swings?|clams?|good mornings?|knees?",
    )
    + r"\b"
)
_OF_KIND = {
    "arm": in_any_case(
        r"\b(?:curls?|triceps?|biceps?|kickbacks?|push-?downs?|arms?|skull)\b(?<!leg\scurls)(?<!leg\scurl)"
    ),
    "shoulder": in_any_case(
        r"(?!.*\b(?:leg|calf|heel|knee)\b).*\b(?:shoulders?|overhead|raises?|shrugs?|arnold|military)\b"
    ),
    "chest": in_any_case(r"\b(?:chest|bench|fl(?:y|ies|yes?)|push-?ups?)\b"),
    "back": in_any_case(r"\b(?:rows?|pull-?ups?|pull-?downs?|pull-?overs?|dead-?lifts?)\b"),
    "core": in_any_case(r"\b(?:crunch(?:es)?|sit-?ups?|twists?|planks?|core|abs?|obliques?)\b"),
}
_OWN_WEIGHT = in_any_case(
    r"\b"
    + any_of(
        r"(?:push|press|pull|chin|sit|muscle)[ -]?ups?(?! press)|crunch(?:es)?|burpees?|climbers?|jacks?|planks?|dips?",
        "runs?|running|jog(?:ging)?|sprints?|skip(?:s|ping)?|rope|bike|cycling|rower|rowing machine|skaters?",
        "stretch(?:es)?|hang(?:s|ing)?|crawls?|inchworms?|high knees|butt kicks?|box jumps?|double unders?",
        "walk(?:ing)?|march(?:ing)?|bird[ -]?dogs?|dead bugs?",
    )
    + r"\b(?! lunges?\b)"
)


def is_kind(name: str) -> bool:
    """Whether a kind of exercises is called so, or all others."""
    return bool(_IS_KIND.fullmatch(name.strip()))


def is_all_else(name: str) -> bool:
    """Whether it calls all exercises that nothing else is said of."""
    return bool(_ELSE.search(name))


def is_of_kind(exercise: str, kind: str) -> bool:
    """Whether an exercise is of a kind that is called so."""
    is_lower = bool(_LOWER.search(exercise))
    words = bare_words(kind)
    if "upper" in words:
        return not is_lower
    if {"lower", "leg", "glute"} & set(words):
        return is_lower
    return any(word in _OF_KIND and bool(_OF_KIND[word].search(exercise)) for word in (*words, kind.rstrip("s")))


def is_own_weight(exercise: str) -> bool:
    """Whether it is done without a weight, unless somebody wears one."""
    return bool(_OWN_WEIGHT.search(exercise))
