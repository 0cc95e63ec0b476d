"""What somebody says who guides that is worth saying again: how it is done, without counts, clocks and talk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.sentence_words import IMPERATIVE
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.spoken_texts.said_amounts import clauses_said
from voicecoach.authoring.rules.spoken_texts.utterances import without_counting
from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS

LEAST_WORDS, MOST_WORDS, MOST_WORDS_WITH_STOPS, MOST_CUES = 2, 9, 18, 6
_OF_BODY = any_of(
    "chest|heels?|hips?|knees?|elbows?|back|spine|shoulders?|core|belly|tummy|bum|bottom|glutes|chin|head|neck|arms?",
    "hands?|palms?|fingers|feet|foot|toes|legs?|thighs?|ribs|ribcage|eyes|tailbone|wrists?|thumbs?|weight",
)
_DOES = in_any_case(rf"(?:and |so |then |the |your |both |big |tall |soft |nice )*(?:{_OF_BODY}\b|no bouncing|don't\b)")
_MOVES = in_any_case(
    r"(?:and |so |then )?(?:keep|stay|breathe|push|pull|squeeze|press|drive|lean|sit back|step"
    r"|drop|tip|tuck|hug|wrap|fold|scoop|nod)\b"
)
_TALK = in_any_case(
    r"\b(?:i|i'm|i'll|i've|i'd|me|my|mine|we|we're|we'll|us|let's|today|guys|everyone|everybody|thank|comments?)\b",
    r"\b(?:rounds?|rest|next|last|minutes?|seconds?|halfway|again|sets?|reps?|times|twice)\b",
    r"\b(?:other side|switch|swap|change)\b|\b(?:come|go) on\b|\bkeep (?:going|it up|moving)\b|\boff you go\b",
    rf"\b(?:\d+|{A_NUMBER_IN_WORDS})\b|\b(?:go go|y'all|done|ready|both sides|each side|camera|screen|video)\b|\?",
)
_ENDS_OPEN = in_any_case(
    r"\b(?:an?|the|and|or|of|to|with|your|my|our|for|in|on|at|by|from|is|are|that|so|but|if|under|into|like|those|these)$"
)


def cues_said(text: str, name: str) -> list[str]:
    """The sentences or clauses that tell how an exercise is done which is called `name`, in order."""
    is_run_on = not re.search(r"[.!?…]", text)
    parts: Sequence[str] = clauses_said(text) if is_run_on else sentences_in(text)
    most = MOST_WORDS if is_run_on else MOST_WORDS_WITH_STOPS
    found = (_bare(without_counting(one), name) for one in parts)
    return [one for one in found if LEAST_WORDS <= len(one.split()) <= most and _is_cue(one)][:MOST_CUES]


def _bare(text: str, name: str) -> str:
    """What is told behind the name of what is done."""
    own = re.match(rf"\W*{re.escape(name)}\b[\s,:–—-]*(?:so\s+|and\s+)?", text, re.IGNORECASE)
    return (text[own.end() :] if own else text).strip(" ,;")


def _is_cue(text: str) -> bool:
    is_told = bool(IMPERATIVE.match(text) or _DOES.match(text) or _MOVES.match(text))
    return is_told and not _TALK.search(text) and not _ENDS_OPEN.search(text)
