from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.outputs.names import MAX_STEM_BYTES, ascii_stem, file_stem


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Step ups, set 1/3", "step-ups-set-1-3"),
        ("Übungen für Läufer", "übungen-für-läufer"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf --all", "rf-all"),
        ('C:\\a|b*?<>"\n\t\0', "c-a-b"),
        ("CON", "con-session"),
        ("lpt1", "lpt1-session"),
        ("...", "session"),
        ("🏃", "session"),
        ("", "session"),
        ("跑步", "跑步"),
    ],
)
def test_names_are_readable_and_safe(text: str, stem: str) -> None:
    assert file_stem(text) == stem


@given(st.text(max_size=400))
def test_every_text_gives_a_name_every_system_takes(text: str) -> None:
    stem = file_stem(text)
    assert 0 < len(stem.encode()) <= MAX_STEM_BYTES
    assert not set(stem) & set('/\\:*?"<>|. \0\n')
    assert not stem.startswith("-")
    assert file_stem(stem) == stem


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("José Müller", "jose-muller"),
        ("Юлия", "yuliya"),
        ("跑步", "paobu"),
        ("مريم", "mrym"),
        ("</script><script>alert(1)</script>", "script-script-alert-1-script"),
        ("../../etc", "etc"),
        ("con", "con-session"),
        ("🏃‍♀️", "client"),
        ("...", "client"),
    ],
)
def test_names_for_web_addresses_are_ascii(text: str, stem: str) -> None:
    assert ascii_stem(text, "client") == stem


@given(st.text(max_size=400))
def test_every_text_gives_an_ascii_name_every_system_takes(text: str) -> None:
    stem = ascii_stem(text)
    assert stem.isascii()
    assert file_stem(stem) == stem
