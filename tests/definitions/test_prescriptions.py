from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.definitions.written_prescriptions import MEANINGS, REFUSED, as_many, each, kg, reps, seconds, tempo
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Unit
from voicecoach.definitions.notation import MAX_CHARACTERS, NotationError, parse_prescription
from voicecoach.definitions.notation.forms import FORMS
from voicecoach.definitions.notation.forms import REFUSED as REFUSED_FORMS
from voicecoach.times import Ms

TEXTS = [text for _, texts in MEANINGS for text in texts]


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in MEANINGS for text in texts])
def test_a_prescription_is_read_as_it_is_meant(meaning: Prescription, text: str) -> None:
    assert parse_prescription(text) == meaning


@pytest.mark.parametrize(("text", "shows"), REFUSED)
def test_what_is_refused_is_quoted_with_the_nearest_form(text: str, shows: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_prescription(text)
    assert str(caught.value).startswith(repr(text))
    assert shows in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("written", "prescription"),
    [
        ([12, 10, 8], each(reps(12), reps(10), reps(8))),
        ([12, "10 reps"], each(reps(12), reps(10))),
        (["30 s", "0:45"], each(seconds(30), seconds(45))),
        ([10], each(reps(10))),
    ],
)
def test_a_list_has_an_amount_for_each_set(written: object, prescription: Prescription) -> None:
    assert parse_prescription(written) == prescription


@pytest.mark.parametrize("written", [[], [12, "30 s"], [12, [10]], [None], ["3x10"], ["20 m"], [10] * 1001])
def test_lists_that_are_no_amounts_are_refused(written: object) -> None:
    with pytest.raises(NotationError):
        parse_prescription(written)


def test_every_word_of_the_table_of_forms_is_in_small_letters_as_the_spelling_makes_it() -> None:
    sources = [source for some in FORMS.values() for source in some] + list(REFUSED_FORMS)
    words = [word for source in sources for part in source.split() for word in part.strip("[]!").split("|")]
    assert [word for word in words if word.upper() != word and word.lower() != word] == []


@given(
    st.sampled_from(TEXTS),
    st.sampled_from(["x", "X", "×", "*", " x ", " × ", "  X  "]),
    st.sampled_from([" ", "  ", "\u00a0", "\t", " \u202f"]),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["", ".", " .", " ;", "  "]),
)
def test_case_signs_and_spaces_change_nothing(text: str, times: str, space: str, case: object, end: str) -> None:
    assert callable(case)
    varied = case(text).replace(" ", space)
    if "x" in text and "max" not in text.lower() and "x-0" not in text:
        varied = varied.replace("x", times).replace("X", times)
    if len(varied + end) <= MAX_CHARACTERS:
        assert _without_notes(parse_prescription(varied + end)) == _without_notes(parse_prescription(text))


def _without_notes(prescription: Prescription) -> Prescription:
    """Notes quote what was written."""
    return Prescription(**{**vars(prescription), "notes": ()})


lengths_s = st.integers(1, 600)
counts = st.builds(lambda low, more: reps(low, low + more), st.integers(1, 99), st.integers(0, 20))
times = st.builds(lambda low, more: seconds(low, low + more), lengths_s, st.integers(0, 60))
amounts = counts | times | st.builds(as_many, lengths_s, st.integers(0, 30))
tempos = st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(any).map(lambda parts: tempo(*parts))
loads = st.builds(kg, st.integers(1, 300), st.none() | st.integers(1, 300)) | st.builds(
    Load, st.integers(1, 10), st.just(LoadUnit.RPE)
)
additions = {
    "tempo": st.none() | tempos,
    "rest": st.none() | lengths_s.map(lambda length: Ms(length * 1000)),
    "per_side": st.booleans(),
    "load": st.none() | loads,
}
straight = st.builds(Prescription, sets=st.none() | st.integers(1, 20), start=amounts, **additions)
building = st.builds(
    lambda pair, **rest: Prescription(start=pair[0], goal=pair[1], **rest),
    st.tuples(counts, counts) | st.tuples(times, times),
    weeks=st.none() | st.integers(1, 52),
    sets=st.none() | st.integers(1, 20),
    **additions,
)
held = st.builds(Prescription, sets=st.none() | st.integers(1, 9), start=counts, pause=st.just(Ms(5000)), **additions)
by_set = st.builds(
    lambda some, **rest: Prescription(sets=len(some), start=some[0], each_set=tuple(some), **rest),
    st.lists(counts, min_size=3, max_size=5) | st.lists(times, min_size=3, max_size=5),
    **additions,
)
distances = st.builds(Prescription, sets=st.none() | st.integers(1, 9), distance_m=st.integers(1, 9999), **additions)


def canonical(prescription: Prescription) -> str:
    """As the project itself would write it."""
    p = prescription
    work = (
        ", ".join(map(amount_text, p.each_set))
        if p.each_set
        else amount_text(p.start)
        if p.start
        else f"{p.distance_m} m"
    )
    said = [
        (f"{p.sets}x" if p.sets and not p.each_set else "") + work + (" each side" if p.per_side else ""),
        f"-> {amount_text(p.goal)}" if p.goal else "",
        f"over {p.weeks} weeks" if p.weeks else "",
        f"({p.pause / 1000:g} s hold)" if p.pause is not None else "",
        f"@{p.tempo}" if p.tempo else "",
        f"rest {p.rest / 1000:g} s" if p.rest is not None else "",
        f"@ {load_text(p.load)}" if p.load else "",
    ]
    return " ".join(part for part in said if part)


def amount_text(amount: Amount) -> str:
    if amount.is_open:
        return f"{f'{amount.least}+' if amount.least else 'max'} in {amount.high / 1000:g} s"
    scale, unit = (1, "") if amount.unit is Unit.REPS else (1000, " s")
    low, high = amount.low // scale, amount.high // scale
    return f"{low}{unit}" if low == high else f"{low}-{high}{unit}"


def load_text(load: Load) -> str:
    if load.unit is LoadUnit.RPE:
        return f"RPE {load.start:g}"
    return f"{load.start:g} {load.unit}" + (f" -> {load.goal:g} {load.unit}" if load.goal else "")


@given(straight | building | held | by_set | distances)
def test_a_prescription_reads_back_from_its_plain_form(prescription: Prescription) -> None:
    if prescription.weeks and prescription.load and prescription.load.goal:
        prescription = replace(prescription, load=replace(prescription.load, weeks=prescription.weeks))
    text = canonical(prescription)
    if len(text) <= MAX_CHARACTERS:
        assert parse_prescription(text) == prescription


PIECES = sorted({word for text in TEXTS for word in text.split()} | set("0159x-/@:+,;()%'\"½ a"))
mixed = st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join)


@given(st.text() | mixed | st.lists(st.integers() | st.floats() | st.text() | mixed))
def test_anything_is_read_or_refused_with_a_message(value: object) -> None:
    with suppress(NotationError):
        read = parse_prescription(value)
        assert read.start or read.distance_m
        assert read.each_set == () or (len(read.each_set), read.each_set[0]) == (read.sets, read.start)


@given(mixed)
def test_an_addition_takes_nothing_away(text: str) -> None:
    with suppress(NotationError):
        read = parse_prescription(text)
        if read.rest is None and len(text) < MAX_CHARACTERS - 20:
            assert _without_notes(parse_prescription(f"{text}, rest 77 s")) == _without_notes(
                replace(read, rest=Ms(77_000))
            )


@pytest.mark.parametrize(
    "piece", ["3 x ", "1-", "1 ", "a ", "((", "1/", "1 min ", "->", "1 1/2 ", "as many ", "@", "1,", ":30", "x"]
)
def test_the_longest_text_takes_no_longer_than_its_length_asks_for(piece: str) -> None:
    began = time.process_time()
    for times_of_piece in range(1, 21):
        with suppress(NotationError):
            parse_prescription((piece * MAX_CHARACTERS)[: MAX_CHARACTERS - times_of_piece])
    assert time.process_time() - began < 2
