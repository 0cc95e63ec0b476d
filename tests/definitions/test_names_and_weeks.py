from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.definitions.notation import MAX_NAME_CHARACTERS, NotationError, parse_name, parse_weeks


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sam", "Sam"),
        ("  José   Müller ", "José Müller"),
        ("Zoe\u0308", "Zoë"),
        ("שלום", "שלום"),
        ("\u202eevil", "evil"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("</script>&]]>", "</script>&]]>"),
        ("\U0001fae8", "\U0001fae8"),  # newer than Python 3.11
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f"),
        (7, "7"),
    ],
)
def test_a_name_is_kept_as_its_owner_writes_it(written: object, name: str) -> None:
    assert parse_name(written) == name


@pytest.mark.parametrize("written", ["", "  ", "\u202e", "a\x00b", "a\nb", "a\x1bb", None, True, ["Sam"], "x" * 301])
def test_what_is_no_name(written: object) -> None:
    with pytest.raises(NotationError):
        parse_name(written)


@given(st.text())
def test_a_name_has_nothing_invisible_and_stays_the_same_read_again(text: str) -> None:
    try:
        name = parse_name(text)
    except NotationError:
        return
    assert 0 < len(name) <= MAX_NAME_CHARACTERS
    assert not {unicodedata.category(char) for char in name} & {"Cc", "Cs", "Zl", "Zp"}
    assert parse_name(name) == name


@pytest.mark.parametrize(
    ("written", "weeks"),
    [
        ("6", (1, 2, 3, 4, 5, 6)),
        (2, (1, 2)),
        ("3-6", (3, 4, 5, 6)),
        ("3–4", (3, 4)),
        ("3 to 4,7", (3, 4, 7)),
        ("1,3, 5", (1, 3, 5)),
        ("5,1-2,2", (1, 2, 5)),
        ("6-6", (6,)),
    ],
)
def test_weeks_are_counted_or_named(written: object, weeks: tuple[int, ...]) -> None:
    assert parse_weeks(written) == weeks


@pytest.mark.parametrize("written", ["0", "six", "6-3", "1,,2", "", "-3", "1-2-3", "1001", "3-1001", True, None, 1.5])
def test_what_names_no_weeks(written: object) -> None:
    with pytest.raises(NotationError):
        parse_weeks(written)
