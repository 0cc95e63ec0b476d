"""The legs of what is done by the clock in groups, with how often each is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from voicecoach.authoring.rules.language.clock_words import STROKES, Is, Token
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.clock_legs import Item, Leg
from voicecoach.authoring.written import Span


@dataclass(frozen=True)
class Group:
    """Legs that are done one after the other, so often; all of that so many `rounds`: `2 x (4 x 400 m)`."""

    legs: tuple[Leg, ...]
    often: Span | None = None
    rounds: Span | None = None
    round_rest_s: Span | None = None


def grouped(items: Sequence[Item]) -> list[Group]:
    """Legs with how often they are done; none where that can't be told."""
    grouping = _Grouping()
    for at, item in enumerate(items):
        if isinstance(item, Leg):
            is_begun = at > 0 and isinstance(before := items[at - 1], Token) and before.kind is Is.THEN
            is_next = (item.is_moved or is_begun) and _is_counted_next(items[at + 1 :])
            grouping.take_leg(item, is_before_count=is_next)
        else:
            grouping.take_word(item, items[at - 1] if at else None, items[at + 1 :])
    grouping.end()
    return [] if grouping.is_lost else grouping.groups


class _Grouping:
    """The groups so far, the legs that are in none yet, and how often those that come are done.

    `called` is how the leg that comes is called, if that stands before it. `is_open` says that a bracket is open that
    has a group in it, `is_aside` one that has a rest, `is_apart` one that has all of a group whose count stands behind
    it; `is_lost` that something has no place in the grammar.
    """

    def __init__(self) -> None:
        self.groups = list[Group]()
        self.legs = list[Leg]()
        self.called: tuple[str, ...] = ()
        self.often: Span | None = None
        self.rounds: Span | None = None
        self.round_rest_s: Span | None = None
        self.is_open = self.is_aside = self.is_apart = self.is_lost = False

    def take_leg(self, leg: Leg, *, is_before_count: bool) -> None:
        """Take a leg: one of the group, a rest behind the one before, or what is said of that."""
        if self.often and not self.is_open and self.legs and _is_apart(leg, self.legs):
            self.end()
        if self.is_aside and self.legs and (described := _said_aside(self.legs[-1], leg)):
            self.legs[-1] = described
        elif self._is_between_rounds(leg):
            self._take_round_rest(leg)
        elif (leg.is_rest and not (_is_end(leg) or (leg.is_by_power and not self.legs))) or self.is_aside:
            if not self.legs and self.groups and self.groups[-1].often and leg.is_rest:  # 3 x (1 min, 2 min), 30 s rest
                *before, last = self.groups[-1].legs
                self.groups[-1] = replace(self.groups[-1], legs=(*before, last.rested(leg)))
                return
            self.is_lost = self.is_lost or not self.legs
            self.legs[-1:] = [one.rested(leg) for one in self.legs[-1:]]
        elif leg.has_amount:
            self.legs.append(_called(leg, self.called))
            self.called = ()
        elif not self.legs or is_before_count:
            self.called = leg.how  # `strides, 2 laps`
        else:
            self.legs[-1:] = [_noted(one, leg) for one in self.legs[-1:]]

    def take_word(self, word: Token, before: Item | None, after: Sequence[Item]) -> None:
        """Take what stands between legs."""
        is_counted = isinstance(before, Token) and before.kind is Is.OFTEN
        if word.kind is Is.OPEN:
            self._open(is_counted=is_counted, after=after)
        elif word.kind is Is.CLOSE and self.is_aside:
            self.is_aside = False
        elif word.kind is Is.CLOSE:
            if self.often:
                self.end()  # as spelled, `5 x (` has lost its bracket
            self.is_open = False
        elif word.kind is Is.OFTEN and _is_often_again(after):
            self.end()
            self.rounds = word.often
        elif (word.kind is Is.OFTEN and _are_counted(after)) or (word.kind is Is.OF_ALL and _are_led_to(after)):
            if self.rounds is None or self.legs:
                self.end()
            self.often = word.often
            self.is_open = _is_closed(after)
        elif word.often:
            self._count(word.often)
        elif word.kind is Is.THEN and self.often and not self.is_open:
            self.end()

    def _open(self, *, is_counted: bool, after: Sequence[Item]) -> None:
        if not is_counted and _is_counted_behind(after):
            self.end()
            self.is_open = self.is_apart = True
        elif self.often and len(self.legs) == 1 and _is_sum(self.legs[0], _inside(after)):
            self.legs, self.is_open = [], True
        else:
            self.is_aside = bool(self.legs) and not is_counted
            self.is_open = self.is_open or not self.is_aside

    def end(self) -> None:
        """End the group one is at; what isn't repeated is done one by one."""
        if self.often and self.legs:
            self.groups.append(Group(_without_sum(self.legs), self.often, self.rounds, self.round_rest_s))
        elif self.often:
            self.is_lost = True
        else:
            self.groups += [Group((one,)) for one in self.legs]
        self.legs, self.often, self.rounds, self.round_rest_s = [], None, None, None

    def _is_between_rounds(self, leg: Leg) -> bool:
        """Whether it is the rest between rounds: `2 x (4 x 400 m off 60 s), 3 min between sets`."""
        is_in_rounds = bool(self.rounds or (self.often and len(self.legs) > 1)) or bool(
            not self.legs and self.groups and self.groups[-1].rounds
        )
        is_said = any(map(_OF_ROUNDS.search, leg.words))
        return is_in_rounds and bool(leg.seconds) and (is_said or (leg.is_rest and not self.legs))

    def _take_round_rest(self, leg: Leg) -> None:
        if self.rounds or self.often:
            self.round_rest_s = leg.seconds
        else:
            self.groups[-1] = replace(self.groups[-1], round_rest_s=leg.seconds)

    def _count(self, often: Span) -> None:
        """Take how often the legs before are done."""
        self.is_lost = self.is_lost or self.often is not None or not self.legs
        first = 0 if self.is_apart else _leading(self.legs)
        self.is_apart = False
        self.groups += [Group((one,)) for one in self.legs[:first]]
        self.legs, self.often = self.legs[first:], often
        if self.legs:
            self.end()


_OF_ROUNDS = in_any_case(r"\b(?:sets|rounds|blocks|each set)\b")
LEAST_APART = 2


def _is_counted_behind(after: Sequence[Item]) -> bool:
    """Whether a bracket has several legs, with how often they are done behind it: `(3 min hard, 1 min jog) x 4`."""
    end = next((at for at, one in enumerate(after) if isinstance(one, Token) and one.kind is Is.CLOSE), len(after))
    is_counted = any(isinstance(one, Token) and one.kind in {Is.OFTEN, Is.OF_ALL} for one in after[end + 1 : end + 2])
    return is_counted and len(_inside(after)) >= LEAST_APART and not _are_counted(after[end + 2 :])


def _inside(after: Sequence[Item]) -> list[Leg]:
    """The legs up to the end of a bracket."""
    inside = takewhile(lambda one: isinstance(one, Leg) or one.kind is not Is.CLOSE, after)
    return [one for one in inside if isinstance(one, Leg) and one.has_amount]


def _is_sum(leg: Leg, legs: Sequence[Leg]) -> bool:
    """Whether a leg says how long several take together: `3 x 8 min (5 min tempo, 3 min hard)`."""
    times = [one.seconds[1] if one.seconds else 0.0 for one in legs]
    return len(legs) >= LEAST_APART and bool(leg.seconds) and leg.seconds is not None and leg.seconds[1] == sum(times)


def _without_sum(legs: Sequence[Leg]) -> tuple[Leg, ...]:
    is_sum = not (legs[0].how or legs[0].at) and _is_sum(legs[0], legs[1:])
    return tuple(legs[1:] if is_sum else legs)


def _is_counted_next(after: Sequence[Item]) -> bool:
    """Whether how often something is done stands right behind, and what it is: `then run 8 x 400 m`."""
    is_often = bool(after) and isinstance(after[0], Token) and after[0].kind is Is.OFTEN
    return is_often and _are_counted(after[1:])


def _is_often_again(after: Sequence[Item]) -> bool:
    """Whether how often something is done stands right behind how often all of that is: `2 sets of 4 x 400 m`."""
    is_again = bool(after) and isinstance(after[0], Token) and after[0].kind is Is.OFTEN
    return is_again and _are_counted(after[1:])


def _said_aside(leg: Leg, aside: Leg) -> Leg | None:
    """A leg with what a bracket says of it: how it is done, or its length otherwise; `None` where that is a rest."""
    if (aside.how or aside.at) and not aside.has_amount:
        return _described(leg, aside)
    if _is_said_again(leg, aside):
        return leg
    if _is_time_instead(leg, aside):
        return replace(leg, seconds=aside.seconds)
    return _noted(leg, aside) if aside.words[:1] == ("or",) else None


def _noted(leg: Leg, said: Leg) -> Leg:
    return replace(leg, notes=(*leg.notes, " ".join(said.words)))


def _is_said_again(leg: Leg, aside: Leg) -> bool:
    """Whether a bracket has the same time in other numbers, which is no rest: `2.5 min (150 s)`."""
    is_same = aside.seconds is not None and aside.seconds == leg.seconds and not (aside.how or aside.is_rest)
    return is_same and not set(aside.words) & set(leg.words)


def _is_time_instead(leg: Leg, aside: Leg) -> bool:
    """Whether a bracket has the time that can be gone instead of a distance: `Jog 200 yards (or 90 seconds)`."""
    return aside.words[:1] == ("or",) and bool(aside.seconds) and bool(leg.metres) and not (leg.seconds or aside.how)


def _described(leg: Leg, aside: Leg) -> Leg:
    """A leg with how it is done, which stands in brackets behind it: its name, if it has none."""
    if leg.how or leg.at or not aside.how:
        return _noted(leg, aside)
    return replace(leg, how=aside.how, words=(*leg.words, *aside.words))


_GENERAL = in_any_case(r"intervals?|repeats?|pieces?|hills?|efforts?|recover(?:y)?|warm|cool")
"""What calls a part of the session, and none of its legs."""


def _called(leg: Leg, before: tuple[str, ...]) -> Leg:
    """A leg by the name that stands before how often it is done; how hard it is becomes a note then."""
    if not before or (leg.is_named and _GENERAL.match(before[-1])):
        return leg
    if leg.is_moved and not STROKES.fullmatch(before[-1].lower()):
        return leg  # `backstroke 4 x 25 m sculling` is backstroke
    return replace(leg, how=before, notes=(*leg.notes, " ".join(leg.how)) if leg.how else leg.notes)


def _are_led_to(after: Sequence[Item]) -> bool:
    """Whether a colon stands before what is done so often: `repeat twice: run 90 s, walk 90 s`."""
    return bool(after) and isinstance(after[0], Token) and after[0].text == ":"


def _are_counted(after: Sequence[Item]) -> bool:
    """Whether a leg, or several in brackets or behind a colon, stand right behind how often they are done."""
    if _are_led_to(after):
        after = after[1:]
    if after and isinstance(after[0], Token) and after[0].kind is Is.OPEN:
        after = after[1:]
    return bool(after) and isinstance(after[0], Leg) and after[0].has_amount


def _is_end(leg: Leg) -> bool:
    """Whether it is what the session ends with, which is no rest: `10 min tempo with 5 min cool-down`."""
    return leg.has_amount and any(map(_END.match, leg.how))


_END = in_any_case(r"(?:cool|warm|swim)[ -]?(?:down|off)|c/?d")


def _is_closed(after: Sequence[Item]) -> bool:
    """Whether a bracket ends behind whose beginning was lost as it was spelled: `4 x [20 s fast. 1 min easy]`."""
    brackets = (one.kind for one in after if isinstance(one, Token) and one.kind in {Is.OPEN, Is.CLOSE})
    return next(brackets, None) is Is.CLOSE


def _is_apart(leg: Leg, before: Sequence[Leg]) -> bool:
    """Whether a leg is none of those that are repeated: it goes on for longer, or the one that is has its rest."""
    is_longer = leg.is_long and not leg.is_rest and not any(one.is_long for one in before)
    is_closed = (
        len(before) == 1 and bool(before[0].rest_s) and leg.has_amount and not leg.is_rest
    )  # 3 x 1 mile off 2 min, 1 mile easy
    return leg.is_at_both_ends or is_longer or is_closed or _is_end(leg)


def _leading(legs: Sequence[Leg]) -> int:
    """How many go on for long before at least two, of which it is said behind them how often."""
    first = next((at for at, one in enumerate(legs) if not one.is_long), 0)
    return first if len(legs) - first > 1 else 0
