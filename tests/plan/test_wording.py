from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.plan.laid import english, glutes, plain
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Unit
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select
from voicecoach.plan.wording import Wording


def wording(choices: Choices | None = None) -> Wording:
    return Wording(plain(), select(glutes(), choices or Choices()), 0)


@pytest.mark.parametrize(
    ("length_ms", "said"),
    [
        (1000, "one second"), (30_000, "thirty seconds"), (59_500, "one minute"), (60_000, "one minute"),
        (70_000, "seventy seconds"), (90_000, "ninety seconds"), (91_000, "one minute thirty-one seconds"),
        (121_000, "two minutes one second"), (600_000, "ten minutes"),
    ],
)  # fmt: skip
def test_lengths_as_people_say_them(length_ms: int, said: str) -> None:
    assert wording().length(length_ms) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Amount(8, 10), "eight to ten reps on each side"),
        (Amount(10, 10), "ten reps on each side"),
        (Amount(1, 1), "one rep on each side"),
        (Amount(45_000, 45_000, Unit.MS), "forty-five seconds on each side"),
    ],
)
def test_amounts(amount: Amount, said: str) -> None:
    words = wording()
    assert words.amount(words.workout.works[0], amount) == said


@pytest.mark.parametrize(
    ("low_ms", "high_ms", "said"),
    [
        (30_000, 30_000, "hold for thirty seconds on each side"),
        (30_000, 45_000, "hold for thirty to forty-five seconds on each side"),
        (30_000, 60_000, "hold for thirty seconds to one minute on each side"),
    ],
)
def test_holds(low_ms: int, high_ms: int, said: str) -> None:
    words = wording(Choices(without=("band",), hold=Amount(low_ms, high_ms, Unit.MS)))
    assert words.amount(words.workout.works[1], words.workout.works[1].amount) == said


def test_alternating_repetitions_are_explained() -> None:
    words = wording()
    assert words.amount(words.workout.works[3], Amount(8, 10)) == "eight to ten reps, left and right in turn"
    assert words.amount(words.workout.works[3], Amount(8000, 8000, Unit.MS)) == "eight seconds"


def test_names_carry_their_variations() -> None:
    words = wording(Choices(variations=(("lunge", "rotation"), ("lunge", "backpack"))))
    assert words.name(words.workout.works[3]) == "lunges with a turn and with the loaded backpack"


def test_what_stands_in_for_an_exercise_keeps_its_name_and_takes_up_what_is_asked_for() -> None:
    session = glutes()
    items = tuple(replace(item, say="my name") for item in session.sections[0].exercises)
    renamed = replace(session, sections=(replace(session.sections[0], exercises=items),))
    chosen = Choices(without=("band",), variations=(("lunge", "rotation"),))
    workout = select(renamed, chosen)
    words = Wording(plain(), workout, 0)
    assert [words.name(work) for work in workout.works][1:4] == ["the wall press", "my name", "my name with a turn"]


def test_things_to_fetch_are_those_that_are_there() -> None:
    words = wording(Choices(without=("sofa",)))
    assert words.need(words.workout.works[2].exercise.needs[0]) == "a chair"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Amount(60_000, 60_000, Unit.MS, is_open=True), "as many good ones as you can"),
        (Amount(60_000, 60_000, Unit.MS, is_open=True, least=5), "at least five, then as many good ones as you can"),
        (Amount(60_000, 90_000, Unit.MS), "one minute to ninety seconds"),
        (Amount(20_000, 90_000, Unit.MS), "twenty to ninety seconds"),
        (Amount(20_500, 90_000, Unit.MS), "twenty-one seconds to ninety seconds"),
    ],
)
def test_open_amounts_and_times(amount: Amount, said: str) -> None:
    words = wording()
    squat = words.workout.works[4]
    assert words.amount(squat, amount) == said


def test_an_open_hold_and_a_distance() -> None:
    words = wording(Choices(without=("band",)))
    hold, squat = words.workout.works[1], words.workout.works[4]
    assert words.amount(hold, Amount(9000, 9000, Unit.MS, is_open=True)) == "hold as long as you can"
    metres = replace(squat, distance_m=400)
    assert words.amount(metres, Amount(90_000, 90_000, Unit.MS)) == "400 metres"


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (Load(16, LoadUnit.KG), "With sixteen kilos."),
        (Load(7.5, LoadUnit.RPE), "Effort seven point five of ten."),
        (Load(70, LoadUnit.PERCENT), "At seventy per cent."),
        (Load(45, LoadUnit.LB), "With forty-five pounds."),
        (Load(1, LoadUnit.KG), "With one kilo."),
        (Load(1, LoadUnit.LB), "With one pound."),
        (Load(1, LoadUnit.RPE), "Effort one of ten."),
    ],
)
def test_loads(load: Load, said: str) -> None:
    assert wording().load(load) == (said,)


def test_an_author_s_words_for_loads_are_for_one_as_well() -> None:
    own = plain().with_lines({"load_kg": (("{load} kilo bell.",),)})
    words = Wording(own, wording().workout, 0)
    assert words.load(Load(1, LoadUnit.KG)) == ("One kilo bell.",)


@pytest.mark.parametrize("more", [1, 2])
def test_what_is_left_of_a_range_is_told_in_words_for_one_and_for_many(more: int) -> None:
    said = [text for variant in english().lines["more_if_good"] for text in english().filled(variant, more=more)]
    assert not [text for text in said if re.search(r"\b(reps|ones|them|they|these|those)\b", text)]
    assert all(re.search("one|two", text, re.IGNORECASE) for text in said)


def test_the_variants_of_a_line_take_turns() -> None:
    words = wording()
    variants = len(plain().lines["last_two"])
    said = [words.line("last_two")[0] for _ in range(2 * variants)]
    assert len(set(said[:variants])) == variants
    assert said[:variants] == said[variants:]
    assert all(before != after for before, after in pairwise(said))


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ((Amount(21, 21), Amount(15, 15), Amount(9, 9)), "twenty-one, fifteen and nine reps"),
        ((Amount(5, 5), Amount(5, 5)), "five reps"),
        ((Amount(5, 5), Amount(9000, 9000, Unit.MS)), "five reps"),
    ],
)
def test_the_amounts_of_all_rounds_of_a_list(amounts: tuple[Amount, ...], said: str) -> None:
    words = wording()
    assert words.amounts(replace(words.workout.works[4], amounts=amounts)) == said


def test_either_of_two_variants_may_begin() -> None:
    two = plain().with_lines({"rest_open": (("Rest.",), ("Breathe.",))})
    workout = wording().workout
    assert {Wording(two, workout, seed).line("rest_open") for seed in range(9)} == {("Rest.",), ("Breathe.",)}
