"""The words for a workout's facts: amounts, lengths of time, lists of things to fetch, sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.definitions.amounts import Unit
from voicecoach.definitions.model import SIDE, Need, Sides, Wordings
from voicecoach.plan.workout import Work, Workout

if TYPE_CHECKING:
    from voicecoach.definitions.phrases import Phrases

MINUTE_MS = 60_000
SPOKEN_AS_SECONDS_MS = 90_000
"""Up to this length people say seconds (`ninety seconds`), above it minutes."""


@dataclass(frozen=True)
class Wording:
    """Puts a workout's facts into words with the phrases of its language. `seed` chooses between variants."""

    phrases: Phrases
    workout: Workout
    seed: int

    def line(self, name: str, at: object = "", **values: str | int) -> Wordings:
        """A line of the catalogue; `at` distinguishes its places in the session, so that they can vary."""
        return self.phrases.line(name, f"{self.seed} {at}", **values)

    def text(self, name: str, **values: str | int) -> str:
        """The preferred wording of a line, as a part of a sentence."""
        text = self.phrases.line(name, **values)[0]
        return text[:1].lower() + text[1:]

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

    def amount(self, work: Work) -> str:
        """`eight to ten reps on each side`, `hold for thirty seconds`."""
        low, high = work.amount.low, work.amount.high
        if work.amount.unit is Unit.REPS:
            text = self._reps(low, high)
        elif work.exercise.is_hold:
            text = self._hold(low, high)
        else:
            text = self.text("amount_time", length=self.length(high))
        if work.exercise.sides is Sides.EACH:
            return self.text("amount_each_side", amount=text)
        if work.exercise.sides is Sides.ALTERNATING and work.reps:
            return self.text("amount_alternating", amount=text)
        return text

    def _reps(self, low: int, high: int) -> str:
        if low < high:
            return self.text("amount_reps_range", low=low, high=high)
        return self.text("amount_one_rep") if high == 1 else self.text("amount_reps", reps=high)

    def _hold(self, low: int, high: int) -> str:
        if low < high:
            both_seconds = self._in_seconds(low) and self._in_seconds(high)
            least = self.phrases.number(low // 1000) if both_seconds and not low % 1000 else self.length(low)
            return self.text("amount_hold_range", low=least, high=self.length(high))
        return self.text("amount_hold", length=self.length(high))

    def name(self, work: Work) -> str:
        """The exercise with its variations: `lunges with the loaded backpack`."""
        return " ".join([work.exercise.say, *self.phrases.joined([one.say for one in work.variations]).split()])

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
    return filled[:1].upper() + filled[1:] if text.startswith(SIDE) else filled
