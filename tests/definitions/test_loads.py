from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.definitions.amounts import Load, LoadUnit
from voicecoach.definitions.notation import NotationError, parse_load


@pytest.mark.parametrize(
    ("written", "load"),
    [
        ("16 kg", Load(16, LoadUnit.KG)),
        ("16kg", Load(16, LoadUnit.KG)),
        ("@ 16 kg", Load(16, LoadUnit.KG)),
        ("with sixteen kilos", Load(16, LoadUnit.KG)),
        ("22,5 kg", Load(22.5, LoadUnit.KG)),
        ("45 lb", Load(45, LoadUnit.LB)),
        ("45 pounds", Load(45, LoadUnit.LB)),
        ("70 %", Load(70, LoadUnit.PERCENT)),
        ("70% 1RM", Load(70, LoadUnit.PERCENT)),
        ("RPE 8", Load(8, LoadUnit.RPE)),
        ("@RPE8.5", Load(8.5, LoadUnit.RPE)),
        ("20 kg -> 30 kg over 6 weeks", Load(20, LoadUnit.KG, 30, 6)),
        ("20 -> 30 kg over 6 weeks", Load(20, LoadUnit.KG, 30, 6)),
        ("20 kg → 30 over six weeks", Load(20, LoadUnit.KG, 30, 6)),
        ("20 to 30 kg over 6 weeks", Load(20, LoadUnit.KG, 30, 6)),
        ("20kg->30kg", Load(20, LoadUnit.KG, 30)),
        ("RPE 7 -> 8 over 4 weeks", Load(7, LoadUnit.RPE, 8, 4)),
        ("RPE 7 -> RPE 8", Load(7, LoadUnit.RPE, 8)),
    ],
)
def test_a_load_in_every_form(written: object, load: Load) -> None:
    assert parse_load(written) == load


@pytest.mark.parametrize(
    ("written", "shows"),
    [
        (16, "16 kg"),
        ("16", "16 kg"),
        ("heavy", "16 kg"),
        ("", "16 kg"),
        (None, "16 kg"),
        ([20, 30], "16 kg"),
        ("3x10", "16 kg"),
        ("20 m", "16 kg"),
        ("0 kg", "20 kg"),
        ("5000 kg", "20 kg"),
        ("RPE 11", "RPE 8"),
        ("RPE 7-8", "Write RPE 7."),
        ("20-25 kg", "Write 20 kg."),
        ("20 kg over 6 weeks", "20 kg -> 30 kg over 6 weeks"),
        ("20 kg -> RPE 8", "20 kg -> 30 kg"),
        ("20 kg -> 30 lb", "20 kg -> 30 kg"),
        ("20 kg -> 25 kg -> 30 kg", "Leave one out"),
        ("-> 30 kg", "20 kg -> 30 kg"),
        ("20 kg @ RPE 8", "an entry for each"),
        ("20 kg -> 30 kg over 0 weeks", "6 weeks"),
        ("16 kg each hand", "16 kg alone"),
        ("bodyweight", "Leave it out"),
    ],
)
def test_what_is_no_load_is_refused_with_the_nearest_form(written: object, shows: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_load(written)
    assert shows in str(caught.value)


@given(st.integers(1, 1000), st.sampled_from([LoadUnit.KG, LoadUnit.LB]), st.none() | st.integers(1, 1000))
def test_a_load_reads_back(start: int, unit: LoadUnit, goal: int | None) -> None:
    text = f"{start} {unit}" + (f" -> {goal} {unit} over 6 weeks" if goal else "")
    assert parse_load(text) == Load(start, unit, goal, 6 if goal else None)


@given(st.text() | st.integers() | st.floats() | st.from_regex(r"[0-9kglbRPE%@> .-]{0,30}"))
def test_anything_is_a_load_or_refused(value: object) -> None:
    with suppress(NotationError):
        assert parse_load(value).start > 0
