from __future__ import annotations

import ast
import signal
import sys
from pathlib import Path

import pytest

import mutate

SOMEWHERE = Path("voicecoach/plan/example.py")


def changed(source: str) -> list[str]:
    return [mutation.applied(source) for mutation in mutate.mutations(SOMEWHERE, source)]


@pytest.mark.parametrize(
    ("source", "results"),
    [
        ("a < b", ["a <= b"]),
        ("(a)  ==  (b)", ["(a)  !=  (b)"]),
        ("a + b", ["a - b"]),
        ("é + b", ["é - b"]),
        ("a and b or c", ["a and b and c", "a or b or c"]),
        ("not a", ["(a)"]),
        ("a if b else c", ["c if b else a"]),
        ("if a:\n    b  # why", ["if not (a):\n    b  # why"]),
        ("max(a, b)", ["min(a, b)"]),
        ("a = True", ["a = False"]),
        ("a = 41", ["a = 42"]),
        ("a = 1_500", ["a = 1600"]),
        ("def a() -> int:\n    return b", ["def a() -> int:\n    return None"]),
        ("def a() -> bool:\n    return False", ["def a() -> bool:\n    return True"]),
        ("a: tuple[int, 3] = b", []),
        ("zip(a, b, strict=True)", []),
        ("if TYPE_CHECKING:\n    from a import b", []),
    ],
)
def test_the_changes_to_a_line(source: str, results: list[str]) -> None:
    assert sorted(changed(source)) == sorted(results)


def test_what_is_changed_is_still_a_program_and_differs_in_one_place() -> None:
    file = mutate.ROOT / "voicecoach/timeline/counting.py"
    source = file.read_text(encoding="utf-8")
    found = list(mutate.mutations(SOMEWHERE, source))
    assert len(found) > 10
    for mutation in found:
        ast.parse(mutation.applied(source))
        assert mutation.diff(source).count("\n-") <= 2


def test_a_seed_says_which_changes_are_made() -> None:
    first, again, other = (mutate.chosen(5, seed, list(mutate.CHANGED)) for seed in (1, 1, 2))
    assert first == again != other
    assert len(first) == 5


def test_a_change_that_a_test_notices_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text("def two():\n    return 1 + 1\n", encoding="utf-8")
    (tmp_path / "test_one.py").write_text("from one import two\n\ndef test_two():\n    assert two() == 2\n", "utf-8")
    (tmp_path / "conftest.py").write_text(
        "from hypothesis import settings\nsettings.register_profile('quick')\n", encoding="utf-8"
    )
    source = file.read_text(encoding="utf-8")
    noticed, kept = (
        mutate.judged(
            mutate.Mutation(Path("one.py"), source.index("+"), source.index("+") + 1, text, "x"), tmp_path, ["."]
        )
        for text in ("-", "*1+")
    )
    assert noticed.is_noticed
    assert noticed.by == "test_one.py::test_two"
    assert file.read_text(encoding="utf-8") == source
    assert not kept.is_noticed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("name", "runs"), [("SIGSEGV", 1), ("SIGKILL", mutate.ATTEMPTS)])
def test_tests_that_end_by_a_signal_come_to_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, runs: int
) -> None:
    monkeypatch.setattr(mutate, "PAUSE_S", 0.0)
    file = tmp_path / "conftest.py"
    file.write_text(
        "import os, signal\n"
        f"open({str(tmp_path / 'runs')!r}, 'a').write('.')\n"
        f"os.kill(os.getpid(), signal.{name})\n"
    )  # fmt: skip
    status, _ = mutate.run_tests(tmp_path, ["."])
    assert status == -getattr(signal, name)
    assert len((tmp_path / "runs").read_text()) == runs
