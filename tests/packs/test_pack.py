from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.packs.making import ABOUT, pack_of
from voicecoach.errors import PackError
from voicecoach.packs.pack import Pack

SENTENCES = [f"Sentence number {number}." for number in range(40)]
HALF_SENTENCES = SENTENCES[::2]
OPEN_FILES = Path("/proc/self/fd")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return pack_of(tmp_path_factory.mktemp("packs") / "test.pack", SENTENCES).read_bytes()


@pytest.fixture
def path(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "test.pack"
    path.write_bytes(data)
    return path


def read(path: Path) -> Pack:
    """A pack that is whole."""
    pack = Pack.open(path)
    pack.clips(pack.sentences())
    return pack


def problem(path: Path) -> str:
    """What is wrong with all of it: read as far as that goes."""
    with pytest.raises(PackError) as raised:
        read(path)
    assert raised.value.path == str(path)
    assert str(raised.value).startswith(f"The voice pack {str(path)!r} can't be used: ")
    return raised.value.problem


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def test_what_was_put_is_read(path: Path) -> None:
    pack = Pack.open(path)
    assert (pack.about, pack.count, pack.sentences()) == (ABOUT, 40, sorted(SENTENCES))
    clips = pack.clips([*HALF_SENTENCES, "Unknown."])
    assert clips.keys() == set(HALF_SENTENCES)
    assert all(clip.opus.startswith(b"OggS") and 500 < clip.length < 2000 for clip in clips.values())


@pytest.mark.parametrize("written", ["fast", "0", "-1", "nan", "inf", ""])
def test_a_rate_that_is_no_factor_is_told(path: Path, written: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE about SET value = ? WHERE key = 'engine_rate'", [written])
    assert problem(path) == f"its engine_rate {written!r} is no factor, such as 1.1"


def test_without_a_rate_the_engine_of_a_pack_speaks_at_its_calm_pace(path: Path) -> None:
    changed(path, "DELETE FROM about WHERE key = 'engine_rate'")
    assert Pack.open(path).about.engine_rate == 1


def test_a_pack_of_nothing_has_nothing(tmp_path: Path) -> None:
    pack = Pack.open(pack_of(tmp_path / "no.pack", []))
    assert (pack.count, pack.sentences(), pack.clips(["One."])) == (0, [], {})


def test_a_folder_that_cannot_be_written_is_no_trouble(path: Path) -> None:
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        before = {one.name for one in path.parent.iterdir()}
        pack = Pack.open(path)
        assert len(pack.clips(SENTENCES)) == 40
        assert {one.name for one in path.parent.iterdir()} == before
    finally:
        path.parent.chmod(0o755)


def test_a_name_with_signs_of_addresses_in_it_is_a_name(tmp_path: Path) -> None:
    for name in ("50 % & more?.pack", "a#b.pack", "ä.pack"):
        assert Pack.open(pack_of(tmp_path / name, SENTENCES[:1])).count == 1


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="there is no list of a process's open files")
def test_nothing_stays_open_so_another_pack_may_take_its_place(path: Path) -> None:
    pack = read(path)
    assert pack.wordings().keys() == set(SENTENCES)
    assert path not in [one.resolve() for one in OPEN_FILES.iterdir()]
    path.unlink()
    with pytest.raises(PackError, match="there is no such file"):
        pack.clips(SENTENCES)


def test_any_damage_is_found(path: Path) -> None:
    whole = path.read_bytes()
    for cut in (100, 4096, len(whole) // 2, len(whole) - 1000):
        path.write_bytes(whole[:cut])
        assert "damaged" in problem(path), cut


def test_one_wrong_bit_in_the_sound_is_found_and_the_sentence_named(path: Path) -> None:
    data = bytearray(path.read_bytes())
    pack = Pack.open(path)
    opus = pack.clips(["Sentence number 7."])["Sentence number 7."].opus
    data[data.find(opus[-64:]) + 20] ^= 1
    path.write_bytes(data)
    assert problem(path) == "the sound of 'Sentence number 7.' is damaged"
    assert len(Pack.open(path).clips(["Sentence number 8."])) == 1


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("PRAGMA user_version = 2", "it is of version 2, and this voicecoach reads version 1"),
        ("PRAGMA application_id = 7", "it is no voice pack"),
        ("DELETE FROM about WHERE key = 'licence'", "it doesn't say its licence"),
        ("UPDATE about SET value = x'ff' WHERE key = 'voice'", "what it says of itself is damaged"),
        ("UPDATE clip SET length_ms = 0 WHERE sentence LIKE '%7.'", "its entry for 'Sentence number 17.' is damaged"),
        (
            "UPDATE clip SET length_ms = 300001 WHERE sentence LIKE '%7.'",
            "its entry for 'Sentence number 17.' is damaged",
        ),
        ("UPDATE clip SET opus = 'sound' WHERE sentence LIKE '%7.'", "its entry for 'Sentence number 17.' is damaged"),
        ("UPDATE clip SET sha256 = 'x' WHERE sentence LIKE '%7.'", "the sound of 'Sentence number 17.' is damaged"),
        ("DROP TABLE clip", "it is damaged, or no voice pack (no such table: clip)"),
        ("ALTER TABLE clip DROP COLUMN sha256", "it is damaged (no such column: sha256)"),
    ],
)
def test_what_is_not_as_it_should_be_is_named(path: Path, statement: str, expected: str) -> None:
    changed(path, statement)
    assert problem(path) == expected


ENDLESS = "CREATE VIEW clip AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
COMPUTED = "CREATE TABLE clip (a INT, sentence TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))))"
VIRTUAL = "CREATE VIRTUAL TABLE clip USING fts5(sentence)"


@pytest.mark.parametrize("statement", [ENDLESS, COMPUTED, COMPUTED.replace("GENERATED ALWAYS ", ""), VIRTUAL])
def test_a_pack_that_computes_what_it_says_is_refused(path: Path, statement: str) -> None:
    changed(path, "DROP TABLE clip", statement)
    assert problem(path) == "its 'clip' is no plain table"


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (lambda path: path.write_bytes(b""), "it is no voice pack"),
        (lambda path: path.write_text("no database at all\n" * 99), r"it is damaged, or no voice pack"),
        (Path.unlink, "there is no such file"),
        (lambda path: (path.unlink(), path.mkdir()), "there is no such file"),
    ],
    ids=["empty", "text", "gone", "a folder"],
)
def test_what_is_no_pack_is_refused(path: Path, write: Callable[[Path], object], expected: str) -> None:
    write(path)
    assert expected in problem(path)
