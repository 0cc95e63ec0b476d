"""What to say where a prescription isn't understood: what is wrong with it, and the nearest form that works."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from voicecoach.definitions.notation.forms import Part, Says, known_words
from voicecoach.definitions.notation.notation_error import RefusedError
from voicecoach.definitions.notation.quantities import Measure
from voicecoach.definitions.notation.said import AMOUNTS, is_bare
from voicecoach.errors import certain_name

NEAR = 0.75
"""How alike a word and a known one are at least, of 1, for the one to be meant by the other. Our choice."""
LEAST_LETTERS = 4
"""A shorter word is too easily another one."""
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


def unknown(parts: tuple[Part, ...], is_readable: Callable[[str], bool]) -> RefusedError:
    """What isn't understood. The nearest form is a known word that is spelled nearly so, or the text without it."""
    strays = [part for part in parts if part.says is Says.UNKNOWN]
    if why := next((part.why for part in strays if part.why), ""):
        return RefusedError(why)
    for part in parts:
        for span in part.spans:
            span.ordered()
    word = strays[0].text
    if word in _MISSING:
        return RefusedError(_MISSING[word].format(word=word))
    what = f"{' '.join(part.text for part in strays)!r} isn't understood here."
    forms = (*_respelled(parts, strays[0]), _as_text([part for part in parts if part.says is not Says.UNKNOWN]))
    nearest = next((f"Write {form}." for form in forms if form and is_readable(form)), FORM)
    return RefusedError(f"{what} {nearest}", _slip(parts, strays, is_readable))


def _slip(parts: tuple[Part, ...], strays: list[Part], is_readable: Callable[[str], bool]) -> tuple[str, str] | None:
    """The only word that isn't understood, and the known one that it certainly is."""
    word = certain_name(strays[0].text, known_words()) if len(strays) == 1 else None
    if word is None or len(word) < LEAST_LETTERS:
        return None
    meant = _as_text(replace(part, text=word) if part is strays[0] else part for part in parts)
    return (strays[0].text, word) if is_readable(meant) else None


def _respelled(parts: tuple[Part, ...], stray: Part) -> list[str]:
    """The text with a known word in place of the one that is spelled nearly so, the nearest word first."""
    from difflib import get_close_matches  # here, since only errors need it

    near = get_close_matches(stray.text, sorted(known_words()), cutoff=NEAR)
    return [_as_text([replace(part, text=word) if part is stray else part for part in parts]) for word in near]


def _as_text(parts: Iterable[Part]) -> str:
    """The parts as a text that reads the same."""
    text = ""
    for part in parts:
        words = [word for word in part.joint if word.isalpha()]
        comma = "," if text and part.joint and not words else ""
        space = "" if text.endswith("x") or part.text.startswith("/") else " "
        text += f"{comma}{space}{' '.join([*words, part.text])}"
    return text.strip()


def no_amount(said: tuple[Part, ...], sets: Part | None = None, *_: Part) -> RefusedError:
    """Nothing says how much one of these `sets` is."""
    load, rest = _first(said, Says.LOAD), _first(said, Says.REST)
    if sets is None:
        return RefusedError(f"that doesn't say how much. Write the amount first: 3x10 {_as_text(said)}.")
    number = sets.spans[0].digits
    if load and load.joint == ():
        weight = load.spans[0]
        forms = f"Write {number}x{weight.digits} for repetitions, {number}x10 @ {weight.text} for a load."
        return RefusedError(f"is {weight.text} the amount or the load? {forms}")
    if rest and rest.spans and not rest.spans[0].is_range and rest.joint == () and rest.text[:1].isdecimal():
        time = rest.spans[0].text
        forms = f"Write {number}x{time} rest 60 s, or {number}x10 rest {time}."
        return RefusedError(f"is {time} the work or the rest? {forms}")
    if rest and rest.spans and rest.spans[0].is_range:
        return RefusedError(f"{rest.text} is a rest, so there is no amount. Put a comma between them: 3x10, rest 60 s.")
    if sets.text.startswith(("x", "by")):
        return RefusedError(f"how many sets of {number}? Write 3x{number}, or {number} alone.")
    return RefusedError(f"{sets.text} of how many? Write {number}x10, or {number} alone for one set.")


def _first(said: tuple[Part, ...], says: Says) -> Part | None:
    return next((part for part in said if part.says is says), None)


def several_amounts(said: tuple[Part, ...]) -> RefusedError:
    """Two amounts of which nobody knows how they belong together."""
    first, second = (part for part in said if part.says in AMOUNTS)
    what = f"{first.text} and {second.text} are two amounts."
    if {first.says, second.says} & {Says.OPEN, Says.LEAST}:
        return RefusedError(f"{what} Write one of them, or 10+ for ten and as many more as one can.")
    if is_bare(first) and is_bare(second):
        return RefusedError(_two_numbers(said, first.text, second.text, is_slash=second.joint == ("/",)))
    if first.spans[0].measure is Measure.METRES and second.spans[0].measure is Measure.MS and not second.joint:
        return RefusedError(f"{first.text} is metres. Write {first.spans[0].digits} min {second.text} if it is a time.")
    time = second.spans[0].text
    return RefusedError(f"{what} Write rest {time} for a rest, ({time} hold) for a hold.")


def _two_numbers(said: tuple[Part, ...], first: str, second: str, *, is_slash: bool) -> str:
    if not is_slash:
        return f"{first} and {second} are two amounts. Write 1x{first}, 1x{second} for two sets, or a range as 8-10."
    intervals = f"{first}/{second} x {_number_of_sets(said)}"
    return f"{first}/{second} isn't an amount. Write {intervals} for seconds of work and rest, or {first} alone."


def _number_of_sets(said: tuple[Part, ...]) -> str:
    sets = _first(said, Says.SETS)
    return sets.spans[0].digits if sets else "8"


def two_sets(said: tuple[Part, ...]) -> RefusedError:
    """Sets that are written twice, without an amount for each."""
    first, second, *_ = (part.text for part in said if part.says is Says.SETS)
    return RefusedError(f"that says {first} and {second}. Leave one out, or write an amount for each: 2x8, 1x6.")
