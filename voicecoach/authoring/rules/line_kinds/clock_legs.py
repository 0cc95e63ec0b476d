"""The legs in what is done by the clock: how long or how far each is, and how one moves."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from voicecoach.authoring.rules.language.clock_words import MODES, STROKES, Is, Token
from voicecoach.authoring.rules.language.machine_words import IS_CHANGE, IS_SET, IS_SPEED
from voicecoach.authoring.rules.language.pattern import metres_of, seconds_of
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.written import Span
from voicecoach.late_patterns import late

LONG_S, LONG_M = 240, 1200
"""What goes on for so long before or behind shorter legs is no part of what is repeated."""


@dataclass(frozen=True)
class Leg:
    """How long or how far, and how: `how` before an `@`, `at` behind it.

    `is_how_first` says that it was called before it was measured, `is_led` that it was only said which part it is of.
    `laps` are of a length that nobody says, `rest_s` is what follows it each time, `words` is all that is said of it.
    `is_run` says that nobody says how one moves, and that one jogs or walks behind it: `3 min, 2 min jog`.
    """

    how: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    seconds: Span | None = None
    metres: str | None = None
    laps: str | None = None
    is_how_first: bool = False
    is_led: bool = False
    is_at_both_ends: bool = False
    is_rest: bool = False
    is_run: bool = False
    rest_s: Span | None = None
    notes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def has_amount(self) -> bool:
        """Whether it is said how long or how far it is."""
        return any(one is not None for one in (self.seconds, self.metres, self.laps))

    @property
    def is_long(self) -> bool:
        """Whether it goes on for minutes, as what is done before and behind shorter ones."""
        far_m = metres_of(spelled(self.metres).text) if self.metres else 0.0
        return bool(self.seconds and self.seconds[1] >= LONG_S) or far_m >= LONG_M

    @property
    def is_named(self) -> bool:
        """Whether there is anything to call it by."""
        return bool(self.how or self.at or self.metres or self.is_run)

    @property
    def is_tried(self) -> bool:
        """Whether it is a distance that is raced: `10k attempt`."""
        return self.metres is not None and any(map(_RACED.fullmatch, self.how))

    @property
    def is_by_power(self) -> bool:
        """Whether it is said how hard to ride: in watts, as a share of one's best, or in turns a minute."""
        return self.seconds is not None and self.is_at_power

    @property
    def is_at_power(self) -> bool:
        """Whether it is said in watts, turns or strokes a minute how hard, or how fast a belt runs."""
        return self.is_at_speed or any(map(_POWER.fullmatch, self.at))

    @property
    def is_at_speed(self) -> bool:
        """Whether it is said how fast the belt runs."""
        return any(map(IS_SPEED.fullmatch, self.at))

    @property
    def is_moved(self) -> bool:
        """Whether it is said in which way one moves; strokes are called by words that mean other things on land."""
        modes = [one.lower() for one in self.how if MODES.fullmatch(one.lower())]
        return self.is_set or (bool(modes) and (self.seconds is None or not all(map(STROKES.fullmatch, modes))))

    @property
    def is_set(self) -> bool:
        """Whether it is said for how long a machine is set otherwise: `increase speed to 6.0 for 5 minutes`."""
        return bool(self.seconds) and any(map(IS_CHANGE.fullmatch, (*self.how, *self.notes)))

    @property
    def is_on_foot(self) -> bool:
        """Whether one jogs or walks."""
        return bool(self.seconds) and any(map(_ON_FOOT.fullmatch, self.how))

    def rested(self, rest: Leg) -> Leg:
        """The same with a rest behind it; one of no stated time is a note."""
        is_run = bool(self.seconds) and any(map(_ON_FOOT.fullmatch, rest.how))
        if rest.seconds:
            return replace(self, rest_s=rest.seconds, is_run=is_run)
        return replace(self, notes=(*self.notes, " ".join(rest.words)), is_run=is_run)


_POWER = late(
    r"z(?:one )?\d(?:\s?[-–]\s?z?\d)?|\d{2,3}(?:\s?[-–]\s?\d{2,3})?\+?\s?(?:w(?:atts)?|rpm|spm|%\s(?:of\s)?ftp)\+?",
    re.IGNORECASE,
)
_SWUM = late(rf"{STROKES.pattern}|swim")
_RACED = late(r"race|attempt|time trial|test", re.IGNORECASE)
_ON_FOOT = late(r"(?:jog|walk)(?:s|ging|ing)?", re.IGNORECASE)
Item = Leg | Token


def items_in(tokens: Sequence[Token]) -> list[Item]:
    """The legs, with what stands between them."""
    reading = _Reading()
    for token, after in zip_longest(tokens, tokens[1:]):
        reading.take(token, after)
    reading.end()
    return reading.items


class _Reading:
    """What was read, and the leg that one is at; `is_at` says that an `@` stood before."""

    def __init__(self) -> None:
        self.items = list[Item]()
        self.leg = Leg()
        self.is_at = False
        self.has_begun = False

    def take(self, token: Token, after: Token | None) -> None:
        """Take a word."""
        if _begins_another(self.leg, token):
            self.end()
        if token.kind is Is.AND and _is_only_set(self.leg):
            return  # raise the incline to 4% and walk
        if token.kind is Is.OFF and self.has_begun and self.leg.is_led and not self.leg.has_amount:
            return  # repeat 3 times, cool down with 10 min easy
        if token.kind is Is.OFF and not self.has_begun:
            self.leg = Leg()  # `warm up with 5 min easy`
        elif self._is_either(token, after):
            joint = " or" if token.text == "or" else "/"
            self.leg = replace(self.leg, how=(*self.leg.how[:-1], f"{self.leg.how[-1]}{joint}"))
        elif token.kind is Is.RESTED:
            self.end()
            self.items.append(Leg(seconds=seconds_of(token.rest or ""), is_rest=True))
        elif say := _SAID.get(token.kind):
            leg = say(self.leg, token, self.is_at)
            self.leg = replace(leg, words=(*leg.words, token.written))
            self.is_at = token.kind is Is.AT or (self.is_at and token.kind is not Is.AMOUNT)
            self.has_begun = self.has_begun or leg.has_amount
        else:
            self.end()
            self.items.append(token)
            self.leg = Leg(is_rest=token.kind is Is.OFF)

    def end(self) -> None:
        """End the leg one is at."""
        if self.leg.words:
            self.items.append(_as_set(self.leg))
        self.leg, self.is_at = Leg(), False

    def _is_either(self, token: Token, after: Token | None) -> bool:
        """Whether a stroke or an `or` stands between two ways to move: `run/walk`, `jog or walk`."""
        is_before = bool(self.leg.how) and after is not None and after.kind is Is.HOW
        if token.text != "/" or not (is_before and self.leg.has_amount):
            return is_before and token.text in {"or", "/"}
        return after is not None and all(map(_SWUM.fullmatch, (self.leg.how[-1].rstrip("/").lower(), after.text)))


def _begins_another(leg: Leg, token: Token) -> bool:
    """Whether a word is of the next leg: another amount, or what `run 2 min walk 1 min` goes on with."""
    if token.kind is Is.AMOUNT:
        return leg.has_amount
    is_attribute = leg.words[-1:] != () and "-" in leg.words[-1]  # a brisk 5-minute walk
    return (
        token.kind is Is.HOW
        and leg.has_amount
        and leg.is_how_first
        and bool(MODES.fullmatch(token.text))
        and not is_attribute
    )


def _with_amount(leg: Leg, token: Token, _is_at: bool) -> Leg:  # noqa: FBT001 - one of `_SAID`
    if _LAPS.search(token.text):
        return replace(leg, laps=token.written)
    if _LENGTHS.search(token.text):
        return replace(leg, metres=token.written)
    return replace(leg, seconds=seconds_of(token.text))


_LAPS = re.compile(r"\b(?:lap|length)")
_LENGTHS = re.compile(r"\d[\s-]*(?:km?|m(?:et(?:re|er)s?)?|mi(?:les?)?|y(?:ar)?ds?|ft|feet|kilomet(?:re|er)s?)$")


def _is_only_set(leg: Leg) -> bool:
    """Whether it is only said so far how the machine is set for it."""
    return bool(leg.how) and not leg.has_amount and bool(IS_SET.fullmatch(leg.how[-1]))


def _as_set(leg: Leg) -> Leg:
    """A leg whose machine is set for it, which is a note where it is said as well what is done."""
    settings = tuple(one for one in leg.how if IS_SET.fullmatch(one))
    done = tuple(one for one in leg.how if one not in settings)
    return replace(leg, how=done, notes=(*settings, *leg.notes)) if settings and done else leg


def _with_how(leg: Leg, token: Token, is_at: bool) -> Leg:  # noqa: FBT001 - one of `_SAID`
    if leg.has_amount and token.text.startswith("to "):
        return replace(leg, notes=(*leg.notes, token.written))  # slow down for 2 minutes to 5.0 mph
    if is_at:
        return replace(leg, at=(*leg.at, token.written))
    is_first = not leg.how and not leg.has_amount
    is_led = leg.is_led or (is_first and bool(_PARTS.fullmatch(token.text)))
    is_how_first = leg.is_how_first or not (leg.has_amount or is_led)
    return replace(leg, how=(*leg.how, token.written), is_how_first=is_how_first, is_led=is_led)


_PARTS = re.compile(r"(?:warm|cool|swim)[ -]?(?:up|down|off)")
_SAID: Mapping[Is, Callable[[Leg, Token, bool], Leg]] = {
    Is.AMOUNT: _with_amount,
    Is.HOW: _with_how,
    Is.MEASURED: lambda leg, token, _is_at: replace(leg, at=(*leg.at, token.written)),
    Is.AT: lambda leg, _token, _is_at: leg,
    Is.FILLER: lambda leg, _token, _is_at: leg,
    Is.REST: lambda leg, _token, _is_at: replace(leg, is_rest=True),
    Is.BETWEEN: lambda leg, _token, _is_at: replace(leg, is_rest=leg.is_rest or leg.has_amount),
    Is.BOTH_ENDS: lambda leg, _token, _is_at: replace(leg, is_at_both_ends=True),
    Is.NOTE: lambda leg, token, _is_at: replace(leg, notes=(*leg.notes, token.written)),
}
"""What a word says of the leg that it stands in; any other ends it."""
