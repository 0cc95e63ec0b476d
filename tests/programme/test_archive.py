from __future__ import annotations

import os
import zipfile
from pathlib import Path

from voicecoach.programme.archive import write_archive


def test_an_archive_holds_the_files_in_one_folder(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1" * 3_000_000)
    (tmp_path / "two").write_bytes(b"2")
    write_archive(tmp_path / "all.zip", "sam", {"b.mp3": tmp_path / "one", "a.txt": tmp_path / "two"})
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["sam/a.txt", "sam/b.mp3"]
        assert archive.read("sam/b.mp3") == b"1" * 3_000_000


def test_the_same_files_give_the_same_bytes_whenever_they_were_made(tmp_path: Path) -> None:
    def archive(name: str, at: int) -> bytes:
        file = tmp_path / f"{name}.txt"
        file.write_text("the same")
        file.chmod(0o600 if at else 0o644)
        os.utime(file, (at, at))
        write_archive(tmp_path / name, "sam", {"a.txt": file})
        return (tmp_path / name).read_bytes()

    assert archive("first.zip", 0) == archive("second.zip", 1_700_000_000)
