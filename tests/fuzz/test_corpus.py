"""What fuzzing begins with and what it has found, once more: nothing comes out but the project's own errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.readers import CORPUS, READERS, refusal

FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())
MOST_BYTES = 20_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_in_the_corpus_is_read_or_refused_in_words(path: Path, tmp_path: Path) -> None:
    said = refusal(path.parent.name, path.read_bytes(), tmp_path)
    assert bool(said) == path.name.startswith("refused-"), said
    assert said.count("\n") <= 2


def test_each_reader_has_a_corpus_that_is_small() -> None:
    assert {path.parent.name for path in FILES} == READERS.keys()
    assert all(path.stat().st_size <= MOST_BYTES for path in FILES)
