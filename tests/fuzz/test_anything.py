"""Whatever is handed to what reads: it is taken, or refused in words. Texts are put together from the corpus."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz.readers import BINARY, CORPUS, READERS, refusal
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.session import Item, Section, Session

TEXTS = sorted(READERS.keys() - BINARY)
quickly = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=15, deadline=None
)


def seeds(reader: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((CORPUS / reader).iterdir())]


def texts(reader: str) -> st.SearchStrategy[bytes]:
    """Lines and words of the corpus, and any others, in any order."""
    whole = b"\n".join(seeds(reader)).decode("utf-8", "replace")
    parts = st.sampled_from(sorted({*whole.split("\n"), *re.findall(r"\w+|[^\w\s]|\s+", whole)}))
    joints = st.sampled_from(["", " ", "\n", ", ", ": ", "\t", "; ", "\r", "\u2028"])
    return st.lists(st.tuples(parts | st.text(max_size=5), joints), max_size=25).map(
        lambda found: "".join(part + joint for part, joint in found).encode("utf-8", "replace")
    )


@pytest.mark.parametrize("reader", TEXTS)
@quickly
@given(data=st.data())
def test_texts_are_read_or_refused_in_words(reader: str, tmp_path: Path, data: st.DataObject) -> None:
    refusal(reader, data.draw(texts(reader)), tmp_path)


@pytest.mark.parametrize("reader", sorted(BINARY))
@quickly
@given(data=st.data())
def test_files_of_which_any_bytes_are_wrong_are_read_or_refused_in_words(
    reader: str, tmp_path: Path, data: st.DataObject
) -> None:
    damaged = bytearray(data.draw(st.sampled_from(seeds(reader))))
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255)), max_size=8)):
        damaged[at] = byte
    refusal(reader, bytes(damaged[: data.draw(st.integers(0, len(damaged)))]), tmp_path)
    refusal(reader, bytes(damaged), tmp_path)


_KEYS = st.sampled_from(sorted({one.name for kind in (Session, Section, Item, Exercise) for one in fields(kind)}))
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 2000)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["squat", "3x10", "30 s", "each", "3-1-1-0", "2x8 -> 3x12 over 4 weeks", "max", "1:30", "16 kg"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(quickly, max_examples=60)
@given(st.dictionaries(_KEYS, _VALUES, max_size=6), _VALUES)
@example({}, None)
def test_sessions_of_any_keys_and_values_are_planned_or_refused_in_words(
    tmp_path: Path, session: dict[str, object], sections: object
) -> None:
    written = yaml.safe_dump({"title": "x", "sections": sections} | session, allow_unicode=True)
    refusal("session", written.encode("utf-8", "replace"), tmp_path)


@quickly
@given(
    st.sampled_from(["sentence", "said", "length_ms", "level_lufs", "sha256", "opus"]),
    st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.binary(max_size=9) | st.text(max_size=9),
)
def test_packs_with_anything_in_a_cell_are_read_or_refused_in_words(tmp_path: Path, column: str, value: object) -> None:
    path = tmp_path / "odd.pack"
    path.write_bytes((CORPUS / "pack" / "two.pack").read_bytes())
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute("UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'clip'")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"UPDATE clip SET {column} = ? WHERE sentence = 'Go.'", (value,))  # noqa: S608 - from above
    refusal("pack", path.read_bytes(), tmp_path)
