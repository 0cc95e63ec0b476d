from __future__ import annotations

import re
from pathlib import Path

from voicecoach.programme.record import RECORD, Record
from voicecoach.programme.secret_names import secret_folder


def made(clients: Path, name: str, owner: str) -> str:
    (clients / name).mkdir()
    (clients / name / RECORD).write_text(Record(client=owner).text())
    return name


def test_a_name_nobody_can_guess_begins_with_the_clients(tmp_path: Path) -> None:
    found = {secret_folder(tmp_path, "sam", "Sam") for _ in range(50)}
    assert len(found) == 50
    assert all(re.fullmatch(r"sam-[a-z2-7]{16}", one) for one in found)


def test_a_client_keeps_the_folder_that_is_there(tmp_path: Path) -> None:
    sams = made(tmp_path, secret_folder(tmp_path, "sam", "Sam"), "Sam")
    others = made(tmp_path, secret_folder(tmp_path, "sam", "Sam Two"), "Sam Two")
    made(tmp_path, "sam", "Sam")
    made(tmp_path, "sam-jones", "Sam")
    assert secret_folder(tmp_path, "sam", "Sam") == sams
    assert secret_folder(tmp_path, "sam", "Sam Two") == others
    assert secret_folder(tmp_path, "sam", "Nobody") not in {sams, others}
    assert secret_folder(tmp_path / "none", "sam", "Sam").startswith("sam-")
