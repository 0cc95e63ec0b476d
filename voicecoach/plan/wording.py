"""The words for a workout's facts: amounts, loads, lengths of time, things to fetch, sides."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.counted import sentence_case
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Unit
from voicecoach.definitions.model import SIDE, Need, Sides, Wordings
from voicecoach.plan.workout import Work, Workout
from voicecoach.times import MINUTE_MS

if TYPE_CHECKING:
    from voicecoach.definitions.phrases import Phrases


SPOKEN_AS_SECONDS_MS = 90_000
"""Up to this length people say seconds (`ninety seconds`), above it minutes."""

LOAD_LINES = {
    LoadUnit.KG: "load_kg",
    LoadUnit.LB: "load_lb",
    LoadUnit.PERCENT: "load_percent",
    LoadUnit.RPE: "load_rpe",
}


@dataclass
class Wording:
    """Puts a workout's facts into words with the phrases of its language.

    The variants of a line take turns, so that none is heard twice in a row; `seed` says which one begins. Without a
    seed, for what is read, the first is always taken.
    """

    phrases: Phrases
    workout: Workout
    seed: int | None
    used: Counter[str] = field(default_factory=Counter)
    """How often each line was taken."""

    def line(self, name: str, **values: str | int) -> Wordings:
        """A line of the catalogue, in the next of its variants."""
        variants = self.phrases.lines[name]
        if self.seed is None or len(variants) == 1:
            return self.phrases.filled(variants[0], **values)
        first = zlib.crc32(f"{name} {self.seed}".encode())
        chosen = variants[(first + self.used[name]) % len(variants)]
        self.used[name] += 1
        return self.phrases.filled(chosen, **values)

    def rest_open(self, rest: int) -> Wordings:
        """What begins a rest whose length isn't said; an author's own words for a rest take its place too."""
        own = self.phrases.is_own("rest") and not self.phrases.is_own("rest_open")
        return self.line("rest" if own else "rest_open", length=self.length(rest))

    def text(self, name: str, **values: str | int) -> str:
        """The preferred wording of a line, as a part of a sentence."""
        text = self.phrases.filled(self.phrases.lines[name][0], **values)[0]
        return text[:1].lower() + text[1:]

    # Times

    def length(self, length_ms: int) -> str:
        """`thirty seconds`, `two minutes thirty seconds`."""
        phrases = self.phrases
        seconds = (length_ms + 500) // 1000
        if self._in_seconds(length_ms):
            return phrases.word("second") if seconds == 1 else self._counted("seconds", seconds)
        minutes, rest = divmod(seconds, 60)
        spoken = phrases.word("minute") if minutes == 1 else self._counted("minutes", minutes)
        if not rest:
            return spoken
        return phrases.word("minutes_seconds").format(minutes=spoken, seconds=self.length(rest * 1000))

    def _in_seconds(self, length_ms: int) -> bool:
        return length_ms <= SPOKEN_AS_SECONDS_MS and (length_ms + 500) // 1000 != MINUTE_MS // 1000

    def _counted(self, word: str, number: int) -> str:
        return self.phrases.word(word).format(number=self.phrases.number(number))

    # Amounts

    def amount(self, work: Work, amount: Amount) -> str:
        """`eight to ten reps on each side`, `hold for thirty seconds`, `as many good ones as you can`."""
        text = self.bare_amount(work, amount)
        if amount.is_open:
            return text
        if work.exercise.sides is Sides.EACH:
            return self.text("amount_each_side", amount=text)
        if work.exercise.sides is Sides.ALTERNATING and amount.unit is Unit.REPS:
            return self.text("amount_alternating", amount=text)
        return text

    def amounts(self, work: Work) -> str:
        """The amounts of all rounds of a list: `twenty-one, fifteen and nine reps`."""
        counts = [amount.high for amount in work.amounts if amount.unit is Unit.REPS]
        if len(set(work.amounts)) == 1 or len(counts) < work.sets:
            return self.amount(work, work.amount)
        numbers = self.phrases.joined([self.phrases.number(count) for count in counts])
        return self.phrases.filled(self.phrases.lines["amount_reps"][0], reps=numbers)[0].lower()

    def bare_amount(self, work: Work, amount: Amount) -> str:
        """The amount without its sides: `eight to ten reps`."""
        if work.distance_m is not None:
            return self.text("amount_distance", metres=work.distance_m)
        if amount.is_open:
            return self._open(work, amount)
        if amount.unit is Unit.REPS:
            return self._reps(amount.low, amount.high)
        return self._time("amount_hold" if work.exercise.is_hold else "amount_time", amount.low, amount.high)

    def _open(self, work: Work, amount: Amount) -> str:
        if amount.least:
            return self.text("amount_open_least", least=amount.least)
        return self.text("amount_open_hold" if work.exercise.is_hold else "amount_open")

    def _reps(self, low: int, high: int) -> str:
        if low < high:
            return self.text("amount_reps_range", low=low, high=high)
        return self.text("amount_one_rep") if high == 1 else self.text("amount_reps", reps=high)

    def _time(self, name: str, low: int, high: int) -> str:
        if low < high:
            both_seconds = self._in_seconds(low) and self._in_seconds(high)
            least = self.phrases.number(low // 1000) if both_seconds and not low % 1000 else self.length(low)
            return self.text(f"{name}_range", low=least, high=self.length(high))
        return self.text(name, length=self.length(high))

    def load(self, load: Load) -> Wordings:
        """What is lifted: `With sixteen kilos`."""
        name, one = LOAD_LINES[load.unit], f"{LOAD_LINES[load.unit]}_one"
        takes_one = load.start == 1 and one in self.phrases.lines and not self.phrases.is_own(name)
        return self.line(one if takes_one else name, load=self._decimal(load.start))

    def _decimal(self, value: float) -> str:
        whole, tenths = divmod(round(value * 10), 10)
        text = self.phrases.number(whole)
        return f"{text} {self.phrases.word('point')} {self.phrases.number(tenths)}" if tenths else text

    # Names

    def name(self, work: Work) -> str:
        """The exercise with its variations: `lunges with the loaded backpack`."""
        named_with = work.variations if work.named_with is None else work.named_with
        variations = self.phrases.joined([one.say for one in named_with if one.instead.say != work.exercise.say])
        return " ".join([work.exercise.spoken, *variations.split()])

    def items(self, needs: tuple[Need, ...]) -> str:
        """`a resistance band and a chair or sofa that stays put`."""
        return self.phrases.joined([self.need(need) for need in needs])

    def need(self, need: Need) -> str:
        """One thing to fetch, with those of its alternatives that are there."""
        serving = [str(item) for item in self.workout.serving(need)]
        return need.say.replace("{items}", self.phrases.joined(serving, "or"))

    def side(self, side: str) -> str:
        """The word for `left` or `right`."""
        return self.phrases.word(side)

    def cue(self, wordings: Wordings, side: str | None) -> Wordings:
        """The wordings of an exercise's own line with the side in place."""
        return tuple(_sided(text, self.side(side)) for text in wordings) if side else wordings


def _sided(text: str, side: str) -> str:
    filled = text.replace(SIDE, side)
    return sentence_case(filled) if text.startswith(SIDE) else filled
