"""The entries of a session in one line: which exercise, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from voicecoach.definitions.amounts import Prescription, Unit
from voicecoach.definitions.line_heads import LENGTH
from voicecoach.definitions.line_names import known_names, matched, matched_exactly
from voicecoach.definitions.line_numbers import begins_with_number, large_in_digits, number
from voicecoach.definitions.line_parts import Part
from voicecoach.definitions.line_slips import respelled, slip_of, times_without_commas
from voicecoach.definitions.notation import MAX_CHARACTERS, NotationError, parse_prescription
from voicecoach.definitions.notation.quantities import UNITS
from voicecoach.definitions.notation.spelling import in_digits
from voicecoach.errors import Place

MAX_WORDS = 24
MOST_OF_A_NAME = 3
"""Names end with numbers up to this one: warrior three."""
_NAME = re.compile(r"[^\W\d_][^@;:/,()\[\]{}\d]*")
_NO_NAMES = re.compile(
    r"\b(?:rest|rounds?|sets?|reps?|x|then|each|per|every|over|rpe|secs?|seconds?|minutes?|mins?|(?<!['’])s)\b|\d\s*[x×]|[x×]\s*\d",
    re.IGNORECASE,
)
"""Words and signs of a prescription that wasn't understood rather than of a name."""
_TAKES = re.compile(rf"(?:^|\s+)takes:?\s+(?P<length>{LENGTH})(?=\s|$)", re.IGNORECASE)
_BARE_SIDES = re.compile(r"(?P<name>[^\d]+?),?\s+(?:each|per)\s+(?:side|leg|arm)", re.IGNORECASE)
_BEGINS_AMOUNT = re.compile(r"[\d:½¼¾]|max\b|to\b|amrap\b|as\b|up\b|one\b|a\b", re.IGNORECASE)


class LineEntry(NamedTuple):
    """An exercise's place in a line: its name as it was written, and its prescription if it has one.

    `joined` says that it shares its interval of an EMOM with the entry before, `takes` how long its distance takes,
    `each_side` that without an amount each side is worked.
    """

    part: Part
    name: str
    written: str
    joined: bool = False
    takes: str | None = None
    each_side: bool = False

    def of(self, amount: str) -> LineEntry:
        """The entry with an amount, unless it has its own."""
        if self.written:
            return self
        return self._replace(written=f"{amount} each side" if self.each_side else amount, each_side=False)

    @property
    def prescription(self) -> Prescription:
        """What it prescribes."""
        return read_prescription(self.written) or Prescription()

    @property
    def is_plain_time(self) -> bool:
        """Whether it is a length of time and nothing else."""
        return re.fullmatch(r"[\d:.,½]+\s*[a-z]*", self.written.strip(), re.IGNORECASE) is not None and self.is_time

    @property
    def is_time(self) -> bool:
        """Whether it goes by time."""
        start = self.prescription.start
        return start is not None and start.unit is Unit.MS and not start.is_open


@lru_cache(maxsize=1024)
def read_prescription(text: str) -> Prescription | None:
    """The prescription in a text, `None` if it is none."""
    try:
        return parse_prescription(text)
    except NotationError:
        return None


def read_entry(part: Part, known: Mapping[str, str], place: Place) -> LineEntry:
    """The entry in a part of a line that begins at `place`. Raises DefinitionError with the nearest form."""
    if (large := large_in_digits(part.text)) != part.text and not matched_exactly(part.text, known):
        raise part.refused(place, f"{part.text!r} has a large number in words.", f"Write {large}.")
    takes = _TAKES.search(part.text)
    text = _in_digits(_TAKES.sub("", part.text, count=1).strip(), known)
    bare = _BARE_SIDES.fullmatch(text)
    words = (bare["name"] if bare else text).split()
    found = [one for one in _splits(words[:MAX_WORDS], known) if len(words) <= MAX_WORDS]
    best = next((one for one in found if matched(one[0], known)), None) or next(iter(found), None)
    slip = slip_of(part.text) if best is None or not matched_exactly(best[0], known) else None
    if slip:
        raise part.refused(place, *slip)
    if best is None:
        meant = respelled(part.text)
        if meant != part.text and _splits(meant.split()[:MAX_WORDS], known):
            raise part.refused(place, f"{part.text!r} isn't understood.", f"Did you mean {meant!r}?")
        raise _not_understood(part, place)
    name = re.sub(r"^hold\s+(?=\w)", "", best[0], flags=re.IGNORECASE)
    entry = LineEntry(part, name, "", takes=takes["length"] if takes else None, each_side=bool(bare))
    return entry.of(best[1]) if best[1] else entry


def read_takes(text: str) -> str | None:
    """The length in `takes 30 s` and nothing else."""
    match = _TAKES.fullmatch(text)
    return match["length"] if match else None


def counts_known(text: str, titles: Mapping[str, str]) -> bool:
    """Whether the first piece of a text is a known exercise with an amount beside it: `squats ten`, `ten squats`."""
    words, known = re.split(r"[,;]", text[:MAX_CHARACTERS])[0].split(), known_names(titles)
    parted = [(words[:end], words[end:]) for end in range(1, len(words))]
    return any(
        matched_exactly(" ".join(name), known) and read_prescription(" ".join(amount))
        for one, other in parted
        for name, amount in ((one, other), (other, one))
    )


def _in_digits(text: str, known: Mapping[str, str]) -> str:
    """The text with digits for a number in words at its beginning, unless that begins the name of a known exercise."""
    begun, words = begins_with_number(text), text.split()
    if not begun or any(matched_exactly(" ".join(words[:end]), known) for end in range(2, len(words) + 1)):
        return text
    return f"{in_digits(begun)}{text[len(begun) :]}"


def _splits(words: Sequence[str], known: Mapping[str, str]) -> list[tuple[str, str]]:
    """The ways to part an entry into a name and a prescription, the shortest name first."""
    found: list[tuple[str, str]] = []
    for length in range(1, len(words) + 1):
        for begin in range(len(words) - length, -1, -1):
            name = " ".join(words[begin : begin + length])
            is_name = matched_exactly(name, known) or (_NAME.fullmatch(name) and not _NO_NAMES.search(name))
            if not is_name or not _may_part(words, begin, length, is_known=matched_exactly(name, known)):
                continue
            written = " ".join([*words[:begin], *words[begin + length :]])
            if not written or read_prescription(written):
                found.append((name, written))
    return found


def _may_part(words: Sequence[str], begin: int, length: int, *, is_known: bool) -> bool:
    """Whether what stands around a name can be a prescription at first sight."""
    before, after = words[:begin], words[begin + length :]
    if number(words[0]) is not None and not begins_with_number(" ".join(words)) and begin == 1:
        return False
    if before and not _BEGINS_AMOUNT.match(before[0]):
        return False
    if not after or re.match(r"[^\W\d_]", after[0]) is None or after[0].lower() in _GOING_ON:
        return True
    return _counts(after, is_known=is_known)


def _counts(after: Sequence[str], *, is_known: bool) -> bool:
    """Whether what stands behind a name begins with its amount in words: `ten` of `squats ten`, not of `warrior two`.

    A small number without a unit belongs to the name of an exercise that isn't known.
    """
    count = number(after[0])
    if count is None:
        return False
    return is_known or count > MOST_OF_A_NAME or (len(after) > 1 and after[1].lower() in _COUNTED)


_COUNTED = frozenset((*UNITS, "set", "sets", "times"))


_GOING_ON = frozenset(
    {"max", "to", "each", "per", "on", "for", "with", "w/", "rest", "in", "a", "at", "rpe", "up", "l/r", "ea"}
)


def _not_understood(part: Part, place: Place) -> Exception:
    digits = re.search(r"\d", part.text)
    if digits is None:
        return part.refused(place, f"{part.text!r} is no exercise.", "Write its name, such as squats, or 10 squats.")
    if fix := times_without_commas(part.text):
        return part.refused(place, f"{part.text!r} names several exercises.", fix)
    begin = part.text.rfind(" ", 0, digits.start()) + 1
    if begin == 0 and read_prescription(part.text):
        return part.refused(place, f"{part.text!r} of which exercise?", f"Write {part.text} squats.")
    try:
        parse_prescription(part.text[begin:])
    except NotationError as error:
        return part.after(begin).refused(place, str(error), "")
    return part.refused(place, f"{part.text!r} isn't understood.", "Write squats 3x10, 10 squats or plank 30 s.")
