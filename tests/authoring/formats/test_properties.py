"""What is written in a format is what is read, whatever the numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, groupby

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.authoring.formats.reading import exercises, read

_SETS, _REPS = st.integers(1, 20), st.integers(1, 99)
_RESTS = st.integers(10, 600)
_KG = st.integers(1, 400).map(lambda halves: halves / 2)
_NAMES = st.sampled_from(["Squat", "Single-leg bridge", "Row, Cable", "90-90", "Figure 4 stretch", "Push-up (knees)"])
_ROWS = st.lists(st.tuples(_NAMES, _SETS, _REPS, _RESTS, _KG), min_size=1, max_size=6)


def _entries(rows: list[tuple[str, int, int, int, float]]) -> Iterator[list[tuple[str, int, int, int, float]]]:
    """The rows of each exercise: those with a set each, alike but for their repetitions, are sets of one."""
    for _, group in groupby(enumerate(rows), lambda row: (*row[1][:2], *row[1][3:]) if row[1][1] == 1 else row[0]):
        yield [row for _, row in group]


@given(_ROWS, st.sampled_from(",;\t"))
@example([("Squat", 1, 5, 60, 20.0), ("Squat", 1, 3, 60, 20.0), ("Squat", 2, 3, 60, 20.0)], ",")
@settings(max_examples=60, deadline=None)
def test_a_tables_rows_are_read_as_they_are_written(
    rows: list[tuple[str, int, int, int, float]], delimiter: str
) -> None:
    heads = delimiter.join(["Exercise", "Sets", "Reps", "Rest (s)", "Weight (kg)"])
    lines = [delimiter.join([f'"{name}"', *(f"{one:g}" for one in numbers)]) for name, *numbers in rows]
    found = exercises(read("\n".join([heads, *lines]), "plan.csv"))
    assert [(one.name, one.sets, one.reps, one.rest_s, one.load) for one in found] == [
        (
            alike[0][0],
            sum(sets for _, sets, *_ in alike),
            (min(reps for _, _, reps, *_ in alike), max(reps for _, _, reps, *_ in alike)),
            alike[0][3],
            f"{alike[0][4]:g} kg",
        )
        for alike in _entries(rows)
    ]
    assert [one.each_set for one in found] == [
        reps if len(set(reps)) > 1 else () for reps in (tuple(row[2] for row in alike) for alike in _entries(rows))
    ]
    firsts = accumulate((len(alike) for alike in _entries(rows)), initial=2)
    assert [one.line for one in found] == list(firsts)[:-1]


@given(_ROWS)
@settings(max_examples=60, deadline=None)
def test_lines_of_liftoscript_are_read_as_they_are_written(rows: list[tuple[str, int, int, int, float]]) -> None:
    text = "\n".join(f"{name} / {sets}x{reps} {load:g}kg {rest}s" for name, sets, reps, rest, load in rows)
    found = exercises(read(f"# Week 1\n## Day 1\n{text}\n"))
    assert [(one.name, one.sets, one.reps, one.rest_s, one.load) for one in found] == [
        (name, sets, (reps, reps), rest, f"{load:g} kg") for name, sets, reps, rest, load in rows
    ]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 900), st.integers(1, 300)), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_ride_takes_as_long_as_its_parts(parts: list[tuple[int, int, int]]) -> None:
    """Of each part: how often it is repeated, 0 for one that isn't; its work and its rest."""
    elements = [
        f'<IntervalsT Repeat="{times}" OnDuration="{work}" OffDuration="{rest}"/>'
        if times
        else f'<SteadyState Duration="{work}" Power="0.5"/>'
        for times, work, rest in parts
    ]
    written = read(f"<workout_file><workout>{''.join(elements)}</workout></workout_file>")
    taken = sum(
        (section.rounds or 1) * (one.seconds or (0, 0))[1] for section in written.sections for one in section.exercises
    )
    taken += sum(
        ((section.rounds or 1) - 1) * (section.rest_s or 0) + (section.before_s or 0) for section in written.sections
    )
    last_rest = parts[-1][2] if parts[-1][0] else 0
    assert taken + last_rest == sum(times * (work + rest) if times else work for times, work, rest in parts)


@given(st.lists(st.integers(5, 300), min_size=2, max_size=8))
@settings(max_examples=60, deadline=None)
def test_each_gap_is_as_long_as_it_is_written(gaps: list[int]) -> None:
    text = "\n".join(
        f"Next exercise: move {'abcdefgh'[at]}. Go on.\n[Gap: {gap} seconds]" for at, gap in enumerate(gaps)
    )
    assert [one.seconds for one in exercises(read(text))] == [(gap, gap) for gap in gaps]
