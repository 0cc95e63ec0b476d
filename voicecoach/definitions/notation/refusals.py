"""What to say where a prescription isn't understood: what is wrong with it, and the nearest form that works."""

from __future__ import annotations

from collections.abc import Callable

from voicecoach.definitions.notation.errors import Refusal
from voicecoach.definitions.notation.forms import Part, Says, known_words
from voicecoach.definitions.notation.quantities import Measure
from voicecoach.definitions.notation.said import AMOUNTS

NEAR = 0.75
"""How alike a word and a known one are at least, of 1, for the one to be meant by the other. Our choice."""
FORM = "Write sets and amounts, such as 3x8-10, 3x45 s, 3x12/side @3-1-1-0 or 8-10 -> 12-15 over 6 weeks."
_MISSING = {
    **dict.fromkeys(["rest", "break", "recovery", "off"], "how long is the {word}? Write rest 60 s."),
    **dict.fromkeys(["hold", "holds", "pause", "squeeze"], "how long is the {word}? Write (5 s hold)."),
    **dict.fromkeys(("->", "to"), "{word} what? Write -> 12-15, or -> 60 s."),
    **dict.fromkeys(("over", "within"), "{word} how many weeks? Write over 6 weeks."),
    **dict.fromkeys(("set", "sets", "round", "rounds"), "how many {word}, and of how many? Write 3 sets of 10."),
    **dict.fromkeys(("x", "by"), "how many, and how often? Write 3x10."),
    **dict.fromkeys(("on", "work"), "how long? Write 8 x 20 s on, 10 s off."),
    **dict.fromkeys(("per", "each"), "{word} what? Write each side."),
    **dict.fromkeys(("kg", "lb", "%", "rpe", "load"), "how much? Write @ 20 kg, @ 70 % or @ RPE 8."),
    "tempo": "a tempo has four numbers of seconds. Write @3-1-1-0.",
    "@": "what is behind an @ is a tempo or a load. Write @3-1-1-0, @ 20 kg or @ RPE 8.",
    "repeat": "how often? Write repeat 3 times for three in all.",
    "+": "the least of an open set is a single number of repetitions. Write 5+.",
}
"""By the word that stands there without what belongs to it."""


def unknown(parts: tuple[Part, ...], is_readable: Callable[[str], bool]) -> Refusal:
    """What isn't understood. The nearest form is a known word that is spelled nearly so, or the text without it."""
    strays = [part for part in parts if part.says is Says.UNKNOWN]
    if why := next((part.why for part in strays if part.why), ""):
        return Refusal(why)
    for part in parts:
        for span in part.spans:
            span.ordered()
    word = strays[0].text
    if word in _MISSING:
        return Refusal(_MISSING[word].format(word=word))
    without = _as_text([part for part in parts if part.says is not Says.UNKNOWN])
    form = f"Write {without}." if is_readable(without) else FORM
    return Refusal(f"{' '.join(part.text for part in strays)!r} isn't understood here.{_meant(word)} {form}")


def _meant(word: str) -> str:
    """` Did you mean 'each'?` where a known word is spelled nearly so."""
    from difflib import get_close_matches  # here, since only errors need it

    near = get_close_matches(word, sorted(known_words()), n=1, cutoff=NEAR)
    return f" Did you mean {near[0]!r}?" if near and near[0] != word else ""


def _as_text(parts: list[Part]) -> str:
    """The parts as a text that reads the same."""
    text = ""
    for part in parts:
        words = [word for word in part.joint if word.isalpha()]
        comma = "," if text and part.joint and not words else ""
        space = "" if text.endswith("x") or part.text.startswith("/") else " "
        text += f"{comma}{space}{' '.join([*words, part.text])}"
    return text.strip()


def no_amount(said: tuple[Part, ...]) -> Refusal:
    """Nothing says how much a set is."""
    sets = next((part for part in said if part.says is Says.SETS), None)
    load = next((part for part in said if part.says in {Says.LOAD, Says.LOADS}), None)
    if sets is None:
        return Refusal(f"that doesn't say how much. Write the amount first: 3x10 {_as_text(list(said))}.")
    number = sets.spans[0].digits
    if load:
        return Refusal(_reps_or_load(sets, load))
    if sets.text.startswith(("x", "by")):
        return Refusal(f"how many sets of {number}? Write 3x{number}, or {number} alone.")
    return Refusal(f"{number} sets of how many? Write an amount, such as {number}x10 or {number}x30 s.")


def _reps_or_load(sets: Part, load: Part) -> str:
    number, weight = load.spans[0].digits, load.spans[0].text
    times = sets.spans[0].digits
    return (
        f"is {weight} the amount or the load? Write {times}x{number} for repetitions, {times}x10 @ {weight} for a load."
    )


def several_amounts(said: tuple[Part, ...]) -> Refusal:
    """Two amounts of which nobody knows how they belong together."""
    first, second = (part for part in said if part.says in AMOUNTS)
    one, other = first.text, second.text
    if one.endswith("m") and second.says is Says.AMOUNT and second.spans[0].measure is Measure.MS and not second.joint:
        return Refusal(f"{one} is metres. Write {one.rstrip('m ')} min {other} if minutes and seconds are meant.")
    if not (_is_bare(first) and _is_bare(second)):
        return Refusal(f"{one} and {other} are two amounts. Write rest {other} for a rest, ({other} hold) for a hold.")
    if second.joint != ("/",):
        return Refusal(f"{one} and {other} are two amounts. Write 1x{one}, 1x{other} for two sets, or a range as 8-10.")
    intervals = f"{one}/{other} x {_number_of_sets(said)}"
    return Refusal(
        f"{one}/{other} isn't an amount. Write {intervals} for seconds of work and rest, {one} each side, or {one} alone."
    )


def _number_of_sets(said: tuple[Part, ...]) -> str:
    return next((part.spans[0].digits for part in said if part.says is Says.SETS), "8")


def _is_bare(part: Part) -> bool:
    return part.says is Says.AMOUNT and part.spans[0].measure is Measure.BARE


def two_sets(said: tuple[Part, ...]) -> Refusal:
    """Sets that are written twice, without an amount for each."""
    first, second, *_ = (part.text for part in said if part.says is Says.SETS)
    return Refusal(f"that says {first} and {second}. Leave one out, or write an amount for each: 2x8, 1x6.")
