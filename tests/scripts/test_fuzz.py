from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

import fuzz

ENDS = """#!/bin/sh
echo "#2	INITED cov: 5 ft: 5 corp: 1/1b exec/s: 0 rss: 40Mb" >&2
echo "#1234	DONE   cov: 210 ft: 755 corp: 104/3374b lim: 90 exec/s: 9 rss: 77Mb" >&2
"""


@pytest.fixture(autouse=True)
def findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "findings"
    folder.mkdir()
    monkeypatch.setattr(fuzz, "FINDINGS", folder)
    return folder


def test_an_error_that_is_not_our_own_is_kept_once(findings: Path, tmp_path: Path) -> None:
    watch = fuzz.Watch("clients", tmp_path)

    def refusal(reader: str, data: bytes, folder: Path) -> str:
        return f"{reader} {folder} {data.decode()}"

    watch.start()
    watch.refusal = refusal
    for data in (b"fine", b"\xff", b"\xfe"):
        watch.tried(data)
    (kept,) = (path for path in findings.iterdir() if path.suffix != ".said")
    assert kept.name.startswith("clients.error-")
    assert kept.read_bytes() == b"\xff"
    assert "UnicodeDecodeError" in kept.with_name(f"{kept.name}.said").read_text("utf-8")


@pytest.mark.parametrize(("times_s", "kept"), [((6.0, 1.0), 0), ((6.0, 6.0), 1), ((4.0,), 0)])
def test_an_input_is_slow_if_it_is_so_twice(
    findings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times_s: tuple[float, ...], kept: int
) -> None:
    watch = fuzz.Watch("clients", tmp_path)
    watch.start()
    clock_s = iter([at for taken_s in times_s for at in (0.0, taken_s)])
    monkeypatch.setattr("fuzz.time.process_time", lambda: next(clock_s))
    watch.tried(b"name\nSam\n")
    assert len([path for path in findings.iterdir() if path.suffix != ".said"]) == kept


def test_what_is_refused_in_words_is_no_finding(findings: Path, tmp_path: Path) -> None:
    watch = fuzz.Watch("clients", tmp_path)
    watch.start()
    watch.tried(b"neither a name nor a list\n")
    assert not list(findings.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no shell scripts")
def test_the_figures_are_the_last_that_the_fuzzer_told(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text(f"{ENDS}sleep 1\n", "utf-8")
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    figures = fuzz.fuzz(python, fuzz.Figures("clients", 10.0, 1234, peak_mb=100), 1.5)
    assert (figures.branches, figures.features, figures.kept, figures.found) == (210, 755, 104, 0)
    assert figures.peak_mb == 100
    assert figures.tried % 1234 == 0 < figures.tried - 1234
    assert figures.seconds > 11
    assert figures.row().startswith("clients ")


def test_words_and_tags_of_the_corpus_are_put_together() -> None:
    assert fuzz._words([b"rest: 3x10\n<p>a</p>"]) == [b"3x10", b"</p>", b"<p>", b"rest:"]  # noqa: SLF001 - what it begins with


def test_slow_readers_get_more_of_the_second_half(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shares: dict[str, list[float]] = {"quick": [], "slow": []}

    def of(_: Path, figures: fuzz.Figures, seconds: float) -> fuzz.Figures:
        shares[figures.reader].append(seconds)
        a_second = 90 if figures.reader == "quick" else 10
        tried = figures.tried + round(a_second * seconds)
        return fuzz.Figures(figures.reader, figures.seconds + seconds, tried)

    monkeypatch.setattr(fuzz, "fuzz", of)
    quick, slow = fuzz.fuzz_all(tmp_path, ["quick", "slow"], 60)
    assert shares == {"quick": [900, pytest.approx(180)], "slow": [900, pytest.approx(1620)]}
    assert quick.tried - 81_000 == pytest.approx(slow.tried - 9000, rel=0.01)
