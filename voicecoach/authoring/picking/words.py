"""The words of a request: `20 minutes, legs and core, no equipment`. What people may say is a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from voicecoach.authoring.picking.length_words import HOURS, MINUTES, lengths_in_minutes
from voicecoach.authoring.picking.negation import EXCEPT, JUMPS, LINKS, Meaning, Negation
from voicecoach.authoring.picking.request import (
    FOCUSES,
    FOR_RUNNERS,
    LEAST_MINUTES,
    MOST_MINUTES,
    ON_THE_ROAD,
    WHOLE_BODY,
    PickKind,
    Request,
)
from voicecoach.definitions.groups import Difficulty
from voicecoach.definitions.index import Index
from voicecoach.definitions.notation.spelling import in_digits
from voicecoach.errors import ChoiceError, nearest_name

FILLERS = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "but",
        "can",
        "do",
        "easily",
        "for",
        "from",
        "give",
        "have",
        "has",
        "i",
        "i'd",
        "i've",
        "in",
        "is",
        "it",
        "like",
        "long",
        "make",
        "me",
        "my",
        "need",
        "of",
        "on",
        "or",
        "our",
        "please",
        "plus",
        "really",
        "session",
        "short",
        "some",
        "something",
        "that",
        "the",
        "then",
        "there",
        "this",
        "to",
        "training",
        "up",
        "use",
        "using",
        "want",
        "we",
        "with",
        "workout",
        "would",
        "home",
        "work",
        "exercise",
        "exercises",
        "all",
        "quick",
        "routine",
    ]
)
"""Words that say nothing about the session."""
BUT = "but"
NOT = frozenset({"no", "not", "without", "minus", EXCEPT, "avoid", "skip"})
ONLY = frozenset({"only", "just"})
ARTICLES = frozenset({"a", "an", "the"})


FOCUS_WORDS: Mapping[str, tuple[str, ...]] = {
    **{name: (name,) for name in FOCUSES},
    **dict.fromkeys(("leg", "lower body"), ("legs",)),
    **dict.fromkeys(("hip",), ("hips",)),
    **dict.fromkeys(("glute", "bum", "bottom", "butt"), ("glutes",)),
    **dict.fromkeys(("thigh", "knees", "knee"), ("thighs",)),
    **dict.fromkeys(("quad", "quadriceps"), ("quads",)),
    **dict.fromkeys(("hamstring",), ("hamstrings",)),
    **dict.fromkeys(("inner thigh", "adductors"), ("inner thighs",)),
    **dict.fromkeys(("calf",), ("calves",)),
    **dict.fromkeys(("foot", "shins", "shin"), ("feet",)),
    **dict.fromkeys(("arm", "biceps", "triceps", "forearms"), ("arms",)),
    **dict.fromkeys(("shoulder",), ("shoulders",)),
    **dict.fromkeys(("upper back", "lower back", "lats"), ("back",)),
    **dict.fromkeys(("ab", "stomach", "belly", "obliques"), ("abs",)),
    **dict.fromkeys(("trunk",), ("core",)),
    **dict.fromkeys(("conditioning", "endurance", "sweaty"), ("cardio",)),
    **dict.fromkeys(("plyometrics", "plyo", "plyos", "jump", "jumping"), JUMPS),
    **dict.fromkeys(("whole body", "full body", "total body", "everything", "all over"), WHOLE_BODY),
    **dict.fromkeys(("runner", "runners", "for running"), FOR_RUNNERS),
    **dict.fromkeys(("run", "runs", "jog", "jogging", "easy run"), ("running",)),
    **dict.fromkeys(("walk", "walks", "brisk walk"), ("walking",)),
}
LEVEL_WORDS: Mapping[str, Difficulty] = {
    **dict.fromkeys(("easy", "gentle", "light", "beginner", "beginners", "starter"), Difficulty.BEGINNER),
    **dict.fromkeys(("medium", "moderate", "intermediate"), Difficulty.INTERMEDIATE),
    **dict.fromkeys(("hard", "tough", "advanced", "challenging", "heavy", "intense"), Difficulty.ADVANCED),
}
KIND_WORDS: Mapping[str, PickKind] = {
    **{str(kind): kind for kind in PickKind},
    **dict.fromkeys(("circuits", "rounds"), PickKind.CIRCUIT),
    **dict.fromkeys(("superset", "pairs"), PickKind.SUPERSETS),
    **dict.fromkeys(("straight sets", "strength"), PickKind.SETS),
    **dict.fromkeys(("interval", "hiit"), PickKind.INTERVALS),
    **dict.fromkeys(("every minute on the minute",), PickKind.EMOM),
    **dict.fromkeys(("as many rounds as possible",), PickKind.AMRAP),
    **dict.fromkeys(("stretch", "stretches", "mobility", "flexibility"), PickKind.STRETCHING),
}
ITEM_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("bands", "resistance bands"), ("band", "long-band")),
    "resistance band": ("band",),
    "loop band": ("band",),
    "dumbbells": ("dumbbells", "dumbbell"),
    "weights": ("dumbbells", "dumbbell"),
    **dict.fromkeys(("stairs", "stair", "staircase"), ("step",)),
    **dict.fromkeys(("skipping rope", "jump rope"), ("rope",)),
    "rucksack": ("backpack",),
    "couch": ("sofa",),
    "broomstick": ("stick",),
}
"""Beside the names of the library's equipment, in the singular and plural."""
EQUIPMENT = frozenset({"equipment", "kit", "gear", "tools", "anything"})
QUIET = frozenset({"quiet", "low impact", "silent"})
MOST_WORDS = 5
MOST_CHARACTERS = 500


def read_request(text: str, index: Index) -> Request:
    """What `text` asks for.

    Raises ChoiceError for words that aren't understood, for what contradicts itself, and for a length that no session
    can have.
    """
    if len(text) > MOST_CHARACTERS:
        raise ChoiceError(f"--pick: {len(text):,} characters; {MOST_CHARACTERS} are the most. Say it in short.")
    reading = _Reading(text, _vocabulary(index))
    reading.read()
    return _checked(reading.request, text)


def _vocabulary(index: Index) -> dict[str, Meaning]:
    items = {form: (name,) for name in index.equipment for form in _forms(name.replace("-", " "))}
    return {
        **{
            word: ("items", names) for word, names in {**items, **ITEM_WORDS}.items() if set(names) & {*index.equipment}
        },
        **{word: ("focuses", names) for word, names in FOCUS_WORDS.items()},
        **{word: ("level", level) for word, level in LEVEL_WORDS.items()},
        **{word: ("kind", kind) for word, kind in KIND_WORDS.items()},
        **dict.fromkeys(EQUIPMENT, ("equipment", True)),
        **dict.fromkeys(QUIET, ("quiet", True)),
        "bodyweight": ("bare", True),
        "body weight": ("bare", True),
    }


def _forms(name: str) -> tuple[str, ...]:
    return (name,) if name.endswith("s") else (name, f"{name}s", f"{name}es")


_SIGNS = {";": ",", "/": ",", "&": "and", "+": "and"}


def _words_of(text: str) -> list[str]:
    lower = re.sub(r"[-–−_]", " ", lengths_in_minutes(text.lower().replace("’", "'")))
    spaced = re.sub(r"(?<=\d)(?=[a-z])", " ", lower)
    found = re.findall(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?|[,;/&+]", in_digits(spaced))
    return [_SIGNS.get(one, one) for one in found]


@dataclass
class _Reading:
    """Reads a request word by word into `request`."""

    text: str
    vocabulary: Mapping[str, Meaning]
    request: Request = field(default_factory=Request)
    negation: Negation = field(default_factory=Negation)

    def read(self) -> None:
        """Read all of it. Raises ChoiceError."""
        words = _words_of(self.text)
        while words:
            words = words[self._step(words) :]

    def _step(self, words: Sequence[str]) -> int:
        """Take what the words begin with; gives how many words that are."""
        word = words[0]
        if word in LINKS:
            self.negation.link(word)
        elif word[0].isdigit():
            if self.negation.word:
                raise self._no_length(self.negation.word, words)
            self.negation.end()
            return self._length(words[:2])
        elif word in NOT or (word == BUT and self._is_except(words[1:])):
            self.negation.begin(word if word in NOT else EXCEPT)
        elif phrase := self._phrase(words):
            count = len(phrase.split())
            self._take(phrase, is_alone=words[count : count + 1] == ["only"])
            return count
        elif word in ONLY:
            self.negation.end()
            self.request = replace(self.request, only=True)
        elif word in FILLERS or word in MINUTES:
            self.negation.pass_by(word)
        else:
            raise self._not_understood(word)
        return 1

    def _is_except(self, words: Sequence[str]) -> bool:
        """Whether `but` before these words takes something out of a whole: a part of the body, or of no equipment."""
        phrase = self._phrase(words[1:] if ARTICLES & {*words[:1]} else words)
        name = self.vocabulary[phrase][0] if phrase else ""
        is_whole = {*WHOLE_BODY} <= {*self.request.focuses}
        return (name == "items" and self.request.bare) or (name == "focuses" and is_whole)

    def _phrase(self, words: Sequence[str]) -> str | None:
        """The longest phrase of the vocabulary with which the words begin."""
        begun = (" ".join(words[:length]) for length in range(MOST_WORDS, 0, -1))
        return next((phrase for phrase in begun if phrase in self.vocabulary), None)

    def _length(self, words: Sequence[str]) -> int:
        """Take a length; gives how many words it has."""
        number = float(words[0].replace(",", "."))
        unit = words[1] if len(words) > 1 else ""
        if unit not in MINUTES | HOURS:
            near = nearest_name(unit, MINUTES | HOURS)
            meant = f"Did you mean {words[0]} {near}?" if near else "A length is written like this: 20 minutes."
            raise ChoiceError(f"--pick: {words[0]} of what? {meant}")
        self._set("minutes", round(number * (60 if unit in HOURS else 1)), " ".join(words))
        return 2

    def _no_length(self, word: str, words: Sequence[str]) -> ChoiceError:
        said = " ".join([word, *words[:2]])
        return ChoiceError(f"--pick: {said!r} leaves open how long it is. Say that, such as '20 minutes'.")

    def _take(self, phrase: str, *, is_alone: bool) -> None:
        """Take a phrase as wanted, as not wanted, or as an exception from that; `is_alone` if `only` stands behind."""
        meaning = self.vocabulary[phrase]
        name, value = meaning
        is_kept = self.negation.is_exception or (self.negation.word == EXCEPT and name == "items" and self.request.bare)
        if is_kept and name == "items" and self.request.bare:
            self.request = replace(self.request, bare=False, only=True)
        is_not = not is_kept and self.negation.holds_for(meaning, phrase, is_alone=is_alone)
        self.negation.taken(meaning if is_not else None)
        if is_not:
            self._take_away(name, value, phrase)
        else:
            self._add(name, value, phrase)

    def _add(self, name: str, value: Any, phrase: str) -> None:  # noqa: ANN401 - as `Meaning` has it
        if name in {"focuses", "items"}:
            more: Any = tuple(dict.fromkeys((*getattr(self.request, name), *value)))
            self.request = replace(self.request, **{name: more})
        elif name == "equipment":
            return  # with equipment: which, they say beside it
        else:
            self._set(name, value, phrase)

    def _take_away(self, name: str, value: Any, phrase: str) -> None:  # noqa: ANN401 - as `Meaning` has it
        if name == "equipment":
            self.request = replace(self.request, bare=True)
        elif name == "items":
            self.request = replace(self.request, missing=(*self.request.missing, *value))
        elif value == JUMPS:
            self.request = replace(self.request, quiet=True)
        elif name == "focuses" and len(value) == 1:
            self.request = replace(self.request, apart=(*self.request.apart, *value))
        else:
            raise ChoiceError(f"--pick: 'no {phrase}' leaves open what is wanted instead. Say that.")

    def _set(self, name: str, value: Any, said: str) -> None:  # noqa: ANN401 - as `Meaning` has it
        before = getattr(self.request, name)
        if before and before != value:
            raise ChoiceError(f"--pick: {said!r} contradicts what is said before it. Leave one of them out.")
        self.request = replace(self.request, **{name: value})

    def _not_understood(self, word: str) -> ChoiceError:
        near = nearest_name(word, {*FOCUSES, *KIND_WORDS, *LEVEL_WORDS}) or nearest_name(word, self.vocabulary)
        meant = f" Did you mean {near!r}?" if near else ""
        return ChoiceError(f"--pick: {word!r} isn't understood.{meant} {' '.join(_what_can_be_said())}")


def _what_can_be_said() -> Iterator[str]:
    yield f"What can be said: a length ({LEAST_MINUTES} to {MOST_MINUTES} minutes);"
    yield f"what for ({', '.join(FOCUSES)}, whole body, runners);"
    yield "equipment (no equipment, with a kettlebell, band only, no chair);"
    yield "how hard (easy, medium, hard); quiet;"
    yield f"how ({', '.join(PickKind)})."


def _checked(request: Request, text: str) -> Request:
    if request == Request():
        raise ChoiceError(f"--pick: {text!r} says nothing to go by. {' '.join(_what_can_be_said())}")
    if request.minutes is not None and not LEAST_MINUTES <= request.minutes <= MOST_MINUTES:
        raise ChoiceError(
            f"--pick: a session of {request.minutes} minutes can't be picked. "
            f"Ask for {LEAST_MINUTES} to {MOST_MINUTES} minutes."
        )
    beside = [one for one in (*request.focuses, request.kind) if one and one not in ON_THE_ROAD]
    if request.is_on_the_road and beside:
        road = next(one for one in request.focuses if one in ON_THE_ROAD)
        raise ChoiceError(f"--pick: {road} and {beside[0]} are two sessions. Pick one, and then the other.")
    both = [*({*request.items} & {*request.missing})]
    if request.focuses and {*request.focuses} <= {*request.apart}:
        both = [*request.focuses]
    if request.bare and request.items:
        both = [*request.items]
    if both:
        raise ChoiceError(f"--pick: {both[0]!r} is both wanted and not. Leave one of them out.")
    if request.only and not request.items:
        raise ChoiceError("--pick: 'only' what? Say what there is, such as 'band only'.")
    return request
