"""Every sentence that the built-in content can say: what the shipped voice pack has to have.

Two sources: the phrase catalogue with every value that may stand in it, and the built-in sessions and exercises as the
planner composes them, in all weeks, with all variations, without each thing that can be missing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from voicecoach.authoring.picking.building import section_titles, usual_titles
from voicecoach.authoring.picking.request import MOST_MINUTES as MOST_PICKED
from voicecoach.definitions.load import load, load_exercise, load_phrases, load_session, names
from voicecoach.definitions.model import SIDE, Exercise, Level
from voicecoach.definitions.phrases import Phrases
from voicecoach.definitions.placeholders import placeholders
from voicecoach.definitions.session import Intro, Session
from voicecoach.errors import ChoiceError
from voicecoach.plan.choices import Choices
from voicecoach.plan.compose import compose, telling
from voicecoach.plan.framing import Minutes
from voicecoach.plan.progression import weeks_of
from voicecoach.plan.select import select
from voicecoach.plan.wording import Wording
from voicecoach.speech.text import sentences
from voicecoach.times import MINUTE_MS

LANGUAGE = "en"
MOST_MINUTES = 180
SECONDS_MS = 1000

ROUND_SECONDS = (*range(5, 95, 5), 100, 105, 120)
"""Lengths that people write."""
INTERVAL_SECONDS = sorted({*range(5, 61), *ROUND_SECONDS})
"""Work and rest that `--minutes` may have shortened as well."""
HOLD_SECONDS = sorted({*range(10, 61), *ROUND_SECONDS})
"""Holds that `--minutes` may have shortened as well."""
NOUNS = ("side", "leg", "arm", "foot", "hand", "knee")
"""Beside those of the built-in exercises."""
ORDERED = (("number", "total"), ("round", "rounds"), ("set", "sets"), ("week", "weeks"))
"""Of these two in one sentence, the first is at most the second."""

Values = Mapping[str, Iterable[str]]


def pack_sentences() -> frozenset[str]:
    """Every sentence the shipped pack has to have, in the form in which voices get them."""
    texts = itertools.chain(_from_catalogue(), _from_exercises(), _from_sessions(), _from_equipment())
    return frozenset(sentence for text in set(texts) for sentence in sentences(text, LANGUAGE))


# The catalogue


@dataclass(frozen=True)
class _Catalogue:
    """The catalogue with the values that may stand in its lines."""

    phrases: Phrases
    wording: Wording

    def texts(self) -> Iterator[str]:
        for name, variants in self.phrases.lines.items():
            values = self.values | self.of_line.get(name, {})
            for text in itertools.chain(*variants):
                if name.startswith("amount_") and not text.endswith("."):  # a part of a sentence
                    continue
                for sentence in re.split(r"(?<=[.!?])\s+", text):
                    yield from self._filled(sentence, values)

    def _filled(self, sentence: str, values: Values) -> Iterator[str]:
        wanted = [one[1:-1] for one in dict.fromkeys(placeholders(sentence))]
        if any(one not in values for one in wanted):
            return
        for chosen in itertools.product(*(list(values[one]) for one in wanted)):
            filling = dict(zip(wanted, chosen, strict=True))
            if self._is_ordered(filling):
                yield self.phrases.filled((sentence,), **filling)[0]

    def _is_ordered(self, filling: Mapping[str, str]) -> bool:
        order = {word: place for place, word in enumerate(self.phrases.numbers)}
        pairs = [(filling[one], filling[other]) for one, other in ORDERED if one in filling and other in filling]
        return all(order[one] <= order[other] for one, other in pairs)

    def numbers(self, *of: int) -> list[str]:
        return [self.phrases.number(one) for one in of]

    def lengths(self, *seconds: int) -> list[str]:
        return [self.wording.length(one * SECONDS_MS) for one in seconds]

    def minutes(self, *minutes: int) -> list[str]:
        return [self.wording.length(one * MINUTE_MS) for one in minutes]

    @cached_property
    def values(self) -> dict[str, Iterable[str]]:
        """What may stand in the place of each placeholder, wherever it is."""
        times = [*self.lengths(*range(1, 91)), *self.minutes(*range(1, MOST_MINUTES + 1)), *self._odd_minutes()]
        return {
            "number": self.numbers(*range(1, 16)),
            "total": self.numbers(*range(2, 16)),
            "round": self.numbers(*range(1, 13)),
            "rounds": self.numbers(*range(2, 21)),
            "set": self.numbers(*range(1, 13)),
            "sets": self.numbers(*range(2, 13)),
            "week": self.numbers(*range(1, 13)),
            "weeks": self.numbers(*range(2, 13)),
            "count": self.numbers(*range(2, 21)),
            "more": self.numbers(*range(1, 11)),
            "minutes": self.numbers(*range(2, MOST_MINUTES + 1)),
            "length": times,
            "side": [self.phrases.word("left"), self.phrases.word("right")],
            "noun": sorted({*NOUNS, *(one.side_noun for one in _exercises())}),
            "exercise": sorted(set(_spoken_names())),
            "title": sorted(set(_titles())),
            "work": [*self.lengths(*INTERVAL_SECONDS), *self.minutes(*range(1, 31))],
            "rest": self.lengths(*INTERVAL_SECONDS),
            "every": [*self.lengths(30, 40, 45, 60, 75, 90), *self.minutes(2, 3, 4, 5)],
            "amount": sorted(set(self._amounts())),
            "load": self.numbers(*range(1, 61)),
            "metres": self.numbers(*range(5, 105, 5)),
        }

    @cached_property
    def of_line(self) -> dict[str, dict[str, Iterable[str]]]:
        """What may stand in single lines instead."""
        usual = [*self.lengths(*ROUND_SECONDS), *self.minutes(*range(2, 11)), *self._odd_minutes()]
        long, on_the_road = self.minutes(*range(1, 46)), self.minutes(*range(11, MOST_PICKED + 1))
        return {
            "count": {"number": self.numbers(*range(101))},
            "rest": {"length": [*self.lengths(*range(1, 91)), *usual]},
            "amount_for": {"length": [*usual, *self.lengths(*range(70, 600, 10)), *on_the_road]},
            "section_cap": {"length": long},
            "opening_length_most": {"length": self.minutes(*range(1, MOST_MINUTES + 1))},
            "finish_length_most": {"length": long},
            "section_amrap": {"length": long},
            "section_emom_sets": {"count": self.numbers(*range(2, 41))},
            "announce_round": {"rounds": self.numbers(*range(1, 13))},
            "more_seconds_if_good": {"length": self.lengths(*ROUND_SECONDS)},
            "load_kg": {"load": [*self.numbers(*range(2, 61)), *self._halves(20)]},
            "load_lb": {"load": self.numbers(*range(5, 101, 5))},
            "load_percent": {"load": self.numbers(*range(40, 101, 5))},
            "load_rpe": {"load": self.numbers(*range(5, 11))},
            "move_up_reps": {"high": self.numbers(*range(1, 31))},
            "move_up_hold": {"high": self.lengths(*range(1, 91))},
        }

    def _odd_minutes(self) -> list[str]:
        return self.lengths(*(60 * minutes + seconds for minutes in range(1, 6) for seconds in (30,) if minutes > 1))

    def _halves(self, most: int) -> list[str]:
        half = f"{self.phrases.word('point')} {self.phrases.number(5)}"
        return [f"{self.phrases.number(one)} {half}" for one in range(1, most)]

    def _amounts(self) -> Iterator[str]:
        """Amounts as the planner puts them into words, for both sides and for one after the other as well."""
        text = self.wording.text
        reps = [text("amount_one_rep"), *(text("amount_reps", reps=count) for count in range(2, 31))]
        reps += [text("amount_reps_range", low=low, high=high) for low, high in _ranges(20)]
        holds = [text("amount_hold", length=length) for length in self.lengths(*HOLD_SECONDS)]
        opens = [text("amount_open"), text("amount_open_hold")]
        opens += [text("amount_open_least", least=least) for least in range(1, 16)]
        yield from (*reps, *holds, *opens, *(text("amount_distance", metres=one) for one in range(5, 105, 5)))
        for amount in (*reps, *holds):
            yield text("amount_each_side", amount=amount)
        for amount in reps:
            yield text("amount_alternating", amount=amount)


def _ranges(most: int) -> Iterator[tuple[int, int]]:
    """Ranges of repetitions that people write: `eight to ten`."""
    return ((low, low + more) for low in range(3, most + 1) for more in (2, 3, 4, 5) if low + more <= most)


def _from_catalogue() -> Iterator[str]:
    phrases = load_phrases(LANGUAGE)
    workout = select(load(names("sessions")[0]).session, Choices())
    yield from _Catalogue(phrases, Wording(phrases, workout, None)).texts()


# Exercises, equipment and sessions


def _exercises() -> list[Exercise]:
    return [load_exercise(name) for name in names("exercises")]


def _sessions() -> list[Session]:
    return [load(name).session for name in names("sessions")]


def _titles() -> Iterator[str]:
    yield from (one.title for one in _exercises())
    yield from (one.title for one in _sessions())
    yield from usual_titles()  # of sessions that are picked
    yield from section_titles()


def _spoken_names() -> Iterator[str]:
    for exercise in _exercises():
        yield exercise.spoken
        wording = Wording(load_phrases(LANGUAGE), select(load(exercise.name).session, Choices()), None)
        work = wording.workout.works[0]
        for together in _together(exercise):
            variations = tuple(exercise.variations[name] for name in together)
            varied = exercise.varied(together)
            yield wording.name(replace(work, exercise=varied, variations=variations, named_with=None))


def _together(exercise: Exercise) -> Iterator[tuple[str, ...]]:
    """The variations of an exercise, one at a time, and two together that don't make it easier and harder at once."""
    yield from ((name,) for name in exercise.variations)
    together = [name for name, variation in exercise.variations.items() if variation.level is not Level.EASIER]
    yield from itertools.permutations(together, 2)


def _from_exercises() -> Iterator[str]:
    for exercise in _exercises():
        yield from _lines_of(exercise)
        yield from _texts_of(load(exercise.name).session)


def _from_equipment() -> Iterator[str]:
    """What is put away: sessions that are picked use one thing and then another."""
    items = load_session(names("exercises")[0]).equipment.values()
    yield from (item.put_away for item in items if item.put_away)


def _lines_of(exercise: Exercise, *, is_varied: bool = False) -> Iterator[str]:
    """An exercise's own lines in all wordings, for both sides, those of its variations with them."""
    wordings = [text for _, _, cue in exercise.cues.all() for text in cue.wordings]
    wordings += [text for change in exercise.changes for text in change.wordings]
    wordings += [f"{phase.say}." for phase in exercise.phases if phase.say]
    for name in () if is_varied else exercise.variations:
        yield from _lines_of(exercise.varied((name,)), is_varied=True)
    for text in wordings:
        yield from (text.replace(SIDE, side) for side in ("left", "right")) if SIDE in text else (text,)


def _from_sessions() -> Iterator[str]:
    for session in _sessions():
        yield from _texts_of(session)


def _texts_of(session: Session) -> Iterator[str]:
    """Whatever a session may say, in every week and every choice of equipment and of variations, one at a time."""
    for chosen in _choices_of(session):
        try:
            workout = select(session, chosen)
        except ChoiceError:  # nothing is left of it without a thing
            continue
        phrases = load_phrases(session.language)
        script = telling(compose(workout, chosen, phrases), Minutes(30, 30), workout, chosen, phrases)
        yield from script.texts()
    yield from (text for _, _, cue in session.cues.all() for text in cue.wordings)
    for section in session.sections:
        for item in section.exercises:
            yield from _lines_of(item.exercise)


def items_of(session: Session) -> list[str]:
    """The pieces of equipment that make a difference to a session, sorted."""
    exercises = [*(item.exercise for item in session.items), *session.exercises.values()]
    variations = [variation for exercise in exercises for variation in exercise.variations.values()]
    needs = [need for one in exercises for need in (*one.needs, *one.optional)]
    needs += [need for one in variations for need in one.needs]
    varied = [one.cues_of(name) for one in exercises for name in one.variations]
    all_cues = [session.cues, *(one.cues for one in exercises), *varied]
    of_cues = [cue.needs for cues in all_cues for _, _, cue in cues.all() if cue.needs]
    return sorted({item for need in needs for item in need.any_of} | set(of_cues))


def _choices_of(session: Session) -> Iterator[Choices]:
    weeks = range(1, weeks_of(session) + 1)
    variations = [(item.exercise.name, name) for item in session.items for name in item.exercise.variations]
    for week in weeks:
        yield from (Choices(week=week, intro=intro) for intro in Intro)
        for item in items_of(session):
            yield Choices(week=week, without=(item,))
            yield replace(Choices(week=week), with_items=(item,))
        for pair in variations:
            yield Choices(week=week, variations=(pair,))


def main() -> None:
    """Print them, sorted."""
    print("\n".join(sorted(pack_sentences())))


if __name__ == "__main__":
    main()
