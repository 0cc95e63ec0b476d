from __future__ import annotations

import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.definitions.amounts import Amount, Prescription, Tempo, Unit
from voicecoach.definitions.notation import (
    MAX_LENGTH_MS,
    NotationError,
    parse_amount,
    parse_count,
    parse_hold,
    parse_length,
    parse_prescription,
    parse_reps,
    parse_tempo,
)
from voicecoach.times import Ms


def reps(low: int, high: int | None = None) -> Amount:
    return Amount(low, high or low)


def seconds(low: float, high: float | None = None) -> Amount:
    return Amount(round(low * 1000), round((high or low) * 1000), Unit.MS)


def tempo(*parts_s: float) -> Tempo:
    eccentric, bottom, concentric, top = (Ms(round(part * 1000)) for part in parts_s)
    return Tempo(eccentric, bottom, concentric, top)


@pytest.mark.parametrize(
    ("written", "length_s"),
    [
        (30, 30),
        (0, 0),
        (1.5, 1.5),
        ("30", 30),
        ("30 s", 30),
        ("30s", 30),
        ("2 min", 120),
        ("1.5 min", 90),
        ("1,5 min", 90),
        ("1:30", 90),
        ("0:45", 45),
        ("90:00", 5400),
        ("1:02:03", 3723),
        ("24 h", 86_400),
        ("500 ms", 0.5),
        ("030", 30),
        ("2 Minutes", 120),
        (" 30  s ", 30),
        ("30 sec.", 30),
        ("1:30.", 90),
        (":30", 30),
        ('90"', 90),
        ("1'30\"", 90),
        ("1m30s", 90),
        ("1 min 30 s", 90),
        ("1½ min", 90),
        ("1 1/2 min", 90),
        ("a minute and a half", 90),
        ("one minute", 60),
        ("half a minute", 30),
        ("two minutes", 120),
    ],
)
def test_a_length_of_time_in_every_form(written: object, length_s: float) -> None:
    assert parse_length(written) == length_s * 1000


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "soon",
        ".",
        "30 x",
        "-5",
        -5,
        "1:75",
        "1:75:00",
        "1:3",
        "0.05",
        0.05,
        "25 h",
        10**17,
        1e300,
        math.inf,
        -math.inf,
        math.nan,
        "nan",
        "inf",
        True,
        None,
        [],
        {},
        ["30"],
        "1:30 min",
        "3 0",
        "²",
        "9" * 5000,
        "2026-01-01",
        "60-90 s",
        "10 reps",
        "1,500 s",
        "3x10",
    ],
)
def test_what_is_no_length_of_time_is_refused_with_the_forms_that_are(written: object) -> None:
    with pytest.raises(NotationError, match=r"1:30"):
        parse_length(written)


@pytest.mark.parametrize("written", ["2 m", "2m", "2 metres"])
def test_a_bare_m_is_metres_and_no_length_of_time(written: str) -> None:
    with pytest.raises(NotationError, match=r"metres\. Write 2 min if minutes are meant"):
        parse_length(written)
    with pytest.raises(NotationError, match=r"metres\. Minutes are written 2 min"):
        parse_amount(written)


@pytest.mark.parametrize(
    ("written", "parts_s"),
    [
        ("3-1-1-0", (3, 1, 1, 0)),
        ("3:1:X:0", (3, 1, 0.5, 0)),
        ("31X0", (3, 1, 0.5, 0)),
        ("31x0", (3, 1, 0.5, 0)),
        (3110, (3, 1, 1, 0)),
        ("0120", (0, 1, 2, 0)),
        ("3 - 1 - 1 - 0", (3, 1, 1, 0)),
        ("3/1/1/0", (3, 1, 1, 0)),
        ("3 1 1 0", (3, 1, 1, 0)),
        ("2.5-0-1.5-0", (2.5, 0, 1.5, 0)),
        ("10-0-10-0", (10, 0, 10, 0)),
        ("3–1–1–0", (3, 1, 1, 0)),
    ],
)
def test_a_tempo_in_every_form(written: object, parts_s: tuple[float, ...]) -> None:
    assert parse_tempo(written) == tempo(*parts_s)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "3-1-1",
        "3-1-1-0-0",
        "0-0-0-0",
        "3-1-1-a",
        "3--1-0",
        "100-0-0-0",
        "1.25-0-0-0",
        "-3-1-1-0",
        3,
        3.1,
        -3110,
        True,
        None,
        [3, 1, 1, 0],
        math.nan,
        "y" * 5000,
    ],
)
def test_what_is_no_tempo_is_refused_with_an_example(written: object) -> None:
    with pytest.raises(NotationError, match="3-0-1-1"):
        parse_tempo(written)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        (10, reps(10)),
        ("10", reps(10)),
        ("8-10", reps(8, 10)),
        ("8 – 10", reps(8, 10)),
        ("8 to 10 reps", reps(8, 10)),
        ("10 reps", reps(10)),
        ("45 s", seconds(45)),
        ("30-45 s", seconds(30, 45)),
        ("30s-45s", seconds(30, 45)),
        ("30 s - 2 min", seconds(30, 120)),
        ("1:30", seconds(90)),
        ("0:45", seconds(45)),
        ("0:45-1:30", seconds(45, 90)),
        ("30 s to 1:00", seconds(30, 60)),
        ("1-2 min", seconds(60, 120)),
        ("ten", reps(10)),
        ("up to 10", reps(10)),
        ("five to ten seconds", seconds(5, 10)),
        ("max", Amount(60_000, 60_000, Unit.MS, is_open=True)),
        ("AMRAP in 5 min", Amount(300_000, 300_000, Unit.MS, is_open=True)),
        ("5+", Amount(60_000, 60_000, Unit.MS, is_open=True, least=5)),
    ],
)
def test_an_amount_of_work_in_every_form(written: object, amount: Amount) -> None:
    assert parse_amount(written) == amount


@pytest.mark.parametrize(
    "written",
    [
        "",
        "0",
        "-3",
        "10-8",
        "0-5",
        "1.5",
        "8 reps - 10 s",
        "0 s",
        "0:00",
        "1000000",
        "9" * 5000,
        0,
        -1,
        1.5,
        math.nan,
        math.inf,
        True,
        None,
        [],
        {},
        "8-",
        "-",
        "45 s-30 s",
        "1:30 reps",
        "20 m",
        "20 kg",
        "3x10",
        "90-90",
        "10, 8, 6",
    ],
)
def test_what_is_no_amount_of_work_is_refused(written: object) -> None:
    with pytest.raises(NotationError):
        parse_amount(written)


def test_a_bare_number_is_seconds_where_a_hold_is_meant() -> None:
    assert parse_hold(40) == parse_hold("40") == parse_hold("40 s") == seconds(40)
    assert parse_hold("30-45") == parse_hold("30 - 45") == seconds(30, 45)
    assert parse_hold("0:45") == seconds(45)
    assert parse_hold("1:30") == seconds(90)


def test_a_hold_takes_no_repetitions_and_repetitions_no_time() -> None:
    with pytest.raises(NotationError, match="time to hold"):
        parse_hold("10 reps")
    with pytest.raises(NotationError, match="time to hold"):
        parse_hold("max")
    with pytest.raises(NotationError, match="number of repetitions"):
        parse_reps("45 s")


@pytest.mark.parametrize(
    ("written", "prescription"),
    [
        ("3x8-10", Prescription(3, reps(8, 10))),
        ("3 x 10 each leg", Prescription(3, reps(10), per_side=True)),
        ("3×45 s", Prescription(3, seconds(45))),
        ("3x12/side @3-1-1-0", Prescription(3, reps(12), tempo=tempo(3, 1, 1, 0), per_side=True)),
        ("3x12 @31X0", Prescription(3, reps(12), tempo=tempo(3, 1, 0.5, 0))),
        ("4x6 rest 90s", Prescription(4, reps(6), rest=Ms(90_000))),
        ("4x6, rest 1:30", Prescription(4, reps(6), rest=Ms(90_000))),
        ("4x6 rest 0:45", Prescription(4, reps(6), rest=Ms(45_000))),
        ("8-10 -> 12-15 over 6 weeks", Prescription(None, reps(8, 10), reps(12, 15), 6)),
        ("30s -> 60s", Prescription(None, seconds(30), seconds(60))),
        ("3x30s → 45s over 1 week", Prescription(3, seconds(30), seconds(45), 1)),
        ("3 sets of 10", Prescription(3, reps(10))),
        ("3X10 per side", Prescription(3, reps(10), per_side=True)),
        ("3x0:45", Prescription(3, seconds(45))),
        ("2x1:30", Prescription(2, seconds(90))),
        (
            "3x8-10/leg @2-0-2-1 rest 45 -> 12-15 over 4 weeks",
            Prescription(3, reps(8, 10), reps(12, 15), 4, tempo(2, 0, 2, 1), Ms(45_000), per_side=True),
        ),
        ("3x8-10 -> 12-15 rest 60s", Prescription(3, reps(8, 10), reps(12, 15), rest=Ms(60_000))),
        ("3x8-10 -> 12-15 @3-0-1-0", Prescription(3, reps(8, 10), reps(12, 15), tempo=tempo(3, 0, 1, 0))),
        ("3x8-10 each leg -> 12-15 each leg", Prescription(3, reps(8, 10), reps(12, 15), per_side=True)),
        (
            "3x8 -> 12-15 a side over 4 weeks, rest 1 min",
            Prescription(3, reps(8), reps(12, 15), 4, None, Ms(60_000), True),
        ),
        ("3x10 on each side", Prescription(3, reps(10), per_side=True)),
        (
            "3x10 rest 60 each leg @2-0-X-0",
            Prescription(3, reps(10), None, None, tempo(2, 0, 0.5, 0), Ms(60_000), True),
        ),
        (10, Prescription(None, reps(10))),
    ],
)
def test_a_prescription_in_every_form(written: object, prescription: Prescription) -> None:
    assert parse_prescription(written) == prescription


@pytest.mark.parametrize(
    "written",
    [
        "",
        "many",
        "3x",
        "x10",
        "0x10",
        "3x0",
        "2000x10",
        "3x10 @3-1-1",
        "3x10 rest x",
        "3x10 rest 30 -> 12 rest 60",
        "3x10 @3-0-1-0 @3-0-1-0",
        "3x8-10 -> 12 -> 15",
        "8 -> 45 s",
        "8 -> ",
        "8 over 0 weeks",
        "8 over 9999 weeks",
        "3x-10",
        "3x1.5",
        "a" * 5000,
        "3 x " * 30,
        None,
        True,
        [],
        {},
        math.nan,
        -3,
        0,
        "3x10-8",
    ],
)
def test_what_is_no_prescription_is_refused(written: object) -> None:
    with pytest.raises(NotationError):
        parse_prescription(written)


def test_messages_stay_short_whatever_was_written() -> None:
    for parse in (parse_length, parse_tempo, parse_amount, parse_hold, parse_prescription):
        with pytest.raises(NotationError) as caught:
            parse("x" * 100_000)
        assert len(str(caught.value)) < 400


tenths_s = st.integers(0, MAX_LENGTH_MS // 100).map(lambda tenths: tenths / 10)
whole_s = st.integers(1, 5999)
amounts = st.one_of(
    st.tuples(st.integers(1, 500), st.integers(0, 500)).map(lambda pair: reps(pair[0], sum(pair))),
    st.tuples(whole_s, whole_s).map(lambda pair: seconds(pair[0], sum(pair))),
)
tempos = (
    st.lists(st.integers(0, 999), min_size=4, max_size=4).filter(any).map(lambda parts: tempo(*(p / 10 for p in parts)))
)


def written(amount: Amount) -> str:
    scale, unit = (1, "") if amount.unit is Unit.REPS else (1000, " s")
    low, high = amount.low // scale, amount.high // scale
    return f"{low}{unit}" if low == high else f"{low}-{high}{unit}"


@given(tenths_s)
def test_a_length_reads_back_from_seconds(length_s: float) -> None:
    assert parse_length(f"{length_s:.1f} s") == parse_length(length_s) == round(length_s * 1000)


@given(st.integers(0, 999), st.integers(0, 59))
def test_minutes_and_seconds_are_always_minutes_and_seconds(minutes: int, secs: int) -> None:
    assert parse_length(f"{minutes}:{secs:02}") == (minutes * 60 + secs) * 1000


@given(tempos)
def test_a_tempo_reads_back(value: Tempo) -> None:
    assert parse_tempo(str(value)) == value


@given(amounts)
def test_an_amount_reads_back(amount: Amount) -> None:
    assert parse_amount(written(amount)) == amount


@given(st.none() | st.integers(1, 1000), amounts, st.none() | tempos, st.none() | whole_s, st.booleans())
def test_a_prescription_reads_back(
    sets: int | None, start: Amount, speed: Tempo | None, rest_s: int | None, per_side: bool
) -> None:
    text = (f"{sets}x" if sets else "") + written(start) + ("/side" if per_side else "")
    text += f" @{speed}" if speed else ""
    text += f" rest {rest_s} s" if rest_s else ""
    rest = Ms(rest_s * 1000) if rest_s else None
    expected = Prescription(sets=sets, start=start, tempo=speed, rest=rest, per_side=per_side)
    assert parse_prescription(text) == expected


@given(st.one_of(st.text(), st.integers(), st.floats(), st.from_regex(r"[0-9x@:>/ .s-]{0,30}")))
def test_anything_is_read_or_refused_with_a_message(value: object) -> None:
    for parse in (parse_length, parse_tempo, parse_amount, parse_hold, parse_reps, parse_prescription):
        with suppress(NotationError):
            assert parse(value) is not None


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans()))
def test_a_count_is_a_whole_number_within_its_bounds(value: object) -> None:
    with suppress(NotationError):
        assert 1 <= parse_count(value, "sets", 1000) <= 1000
