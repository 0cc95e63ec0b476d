"""Fuzzes everything that reads bytes of strangers, guided by coverage, for as long as it is told.

The readers are those of tests/fuzz/readers.py, the texts it begins with those of tests/fuzz/corpus. Each works in a
process of its own. Half of the time is shared equally, the other half by how long a reader took for an input, so that
the slow ones try thousands as well. What is found lies in build/fuzz/findings; what was tried and led somewhere new, in
build/fuzz/tried, so that the next run goes on from there. Leaves with 1 if anything was found: an error that is not the
project's own, a crash, or an input that took longer or more memory than any may take.

The fuzzer is atheris, libFuzzer for Python. There are wheels of it for Linux on x86, so this runs there alone.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS, BUILD = ROOT / "tests" / "fuzz" / "corpus", ROOT / "build" / "fuzz"
FINDINGS = BUILD / "findings"
FOLLOWED = ("voicecoach", "mammoth", "pypdf")
"""The packages whose branches count as coverage."""

MOST_S, MOST_MB = 5.0, 400
"""What any input below 1 MB may take: seconds of the processor, and memory."""
FUZZER_MB = 150
"""What the fuzzer itself takes of the memory, with what it notes."""
HANGS_S = 100
LONGEST_BYTES = 16_384
LEAST_S = 10
_CODE = "voicecoach"
_WORD = re.compile(rb"[A-Za-z_-]{3,24}:?|<[^<>]{1,20}>|[0-9]+[a-z:]+[0-9]*")
_FIGURES = re.compile(r"^#(\d+)\s+\w+\s+cov: (\d+) ft: (\d+) corp: (\d+).* rss: (\d+)Mb", re.MULTILINE)


@dataclass(frozen=True)
class Figures:
    """What came of a reader's share: inputs tried, branches reached, kinds of behaviour, inputs kept, memory, finds."""

    reader: str
    seconds: float = 0.0
    tried: int = 0
    branches: int = 0
    features: int = 0
    kept: int = 0
    peak_mb: int = 0
    found: int = 0

    @property
    def input_s(self) -> float:
        """How long an input took."""
        return self.seconds / max(1, self.tried)

    def and_of(self, process: Figures) -> Figures:
        """The figures with those of one more process."""
        most = {name: max(getattr(self, name), getattr(process, name)) for name in _REACHED}
        return replace(self, tried=self.tried + process.tried, **most)

    def row(self) -> str:
        """A line of the table."""
        numbers = (self.tried, round(self.tried / max(1.0, self.seconds)), self.branches, self.features, self.kept)
        figures = (*numbers, self.peak_mb, self.found)
        return f"{self.reader:20} {self.seconds:6.0f} s" + "".join(f"{number:11,}" for number in figures)


_REACHED = ("branches", "features", "kept", "peak_mb")
HEAD = f"{'reader':20} {'time':>8}" + "".join(
    f"{name:>11}" for name in ("tried", "a second", "branches", "features", "kept", "peak MB", "found")
)


def fuzz_all(python: Path, readers: Sequence[str], minutes: float) -> list[Figures]:
    """Fuzz the readers for so long in all, and print what came of each by half of it and at the end."""
    half_s = 30 * minutes
    shares_s = [half_s / len(readers)] * len(readers)
    first = _fuzz_each(python, [Figures(reader) for reader in readers], shares_s)
    per_input_s = sum(figures.input_s for figures in first)
    return _fuzz_each(python, first, [half_s * figures.input_s / per_input_s for figures in first])


def _fuzz_each(python: Path, before: Sequence[Figures], shares_s: Sequence[float]) -> list[Figures]:
    """Fuzz each of the readers for its share, and print what has come of it so far; `python` has the fuzzer."""
    print(HEAD, flush=True)
    found = []
    for figures, share_s in zip(before, shares_s, strict=True):
        found.append(fuzz(python, figures, max(LEAST_S, share_s)))
        print(found[-1].row(), flush=True)
    return found


def fuzz(python: Path, figures: Figures, seconds: float) -> Figures:
    """Fuzz a reader for so long, and add what came of it; where it crashes, go on in a new process."""
    before, began = _findings(figures.reader), time.monotonic()
    while (left := seconds - (time.monotonic() - began)) > 1:
        command = [str(python), __file__, "--one", figures.reader, "--seconds", str(max(1, round(left)))]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
        if told := _FIGURES.findall(done.stderr):
            figures = figures.and_of(Figures(figures.reader, 0.0, *map(int, told[-1])))
        if done.returncode and not told:
            sys.exit(done.stderr)
        if done.returncode:
            _keep_words(figures.reader, done.stderr)
    found = len(_findings(figures.reader) - before)
    return replace(figures, seconds=figures.seconds + time.monotonic() - began, found=figures.found + found)


def _findings(reader: str) -> set[Path]:
    return {path for path in FINDINGS.glob(f"{reader}.*") if path.suffix != ".said"}


def _keep_words(reader: str, said: str) -> None:
    """What a process said at its end, beside the input of which it died."""
    newest = max(_findings(reader), key=lambda path: path.stat().st_mtime, default=None)
    if newest:
        newest.with_name(f"{newest.name}.said").write_text(said[-8000:], "utf-8")


def fuzz_here(reader: str, seconds: int) -> None:
    """Fuzz a reader in this process, which ends with it."""
    import atheris

    seeds, tried = CORPUS / reader, BUILD / "tried" / reader
    for folder in (FINDINGS, tried):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as temporary:
        words = Path(temporary) / "words"
        words.write_text("".join(map(_quoted, _words([path.read_bytes() for path in seeds.iterdir()]))), "ascii")
        options = {
            "max_total_time": seconds,
            "max_len": LONGEST_BYTES,
            "dict": words,
            "timeout": HANGS_S,
            "report_slow_units": HANGS_S,
            "rss_limit_mb": 2 * (MOST_MB + FUZZER_MB),
            "artifact_prefix": f"{FINDINGS}/{reader}.",
            "close_fd_mask": 3,
        }
        arguments = [f"-{name}={value}" for name, value in options.items()]
        watch = Watch(reader, Path(temporary))
        with atheris.instrument_imports(include=list(FOLLOWED), enable_loader_override=False):
            watch.start()
            atheris.Setup([sys.argv[0], *arguments, str(tried), str(seeds)], watch.tried)
            atheris.Fuzz()


def _words(texts: list[bytes]) -> list[bytes]:
    """The words, tags and amounts of texts, of which new ones are put together."""
    return sorted({word for text in texts for word in _WORD.findall(text)})


def _quoted(word: bytes) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n'


class Watch:
    """Hands inputs to a reader, and keeps those that bring out a defect: one of each kind."""

    def __init__(self, reader: str, folder: Path) -> None:
        self.reader, self.folder = reader, folder
        self.known: set[str] = set()
        self.used_mb = 0.0

    def start(self) -> None:
        """Import what reads, so that the fuzzer can follow it; some of that is imported with the first input."""
        from tests.fuzz.readers import refusal
        from voicecoach.authoring.reading import pdf, pdf_apart

        pdf_apart.pdf_text_apart = pdf.pdf_text  # into a process of its own nobody could follow it
        for seed in sorted((CORPUS / self.reader).iterdir()):
            with suppress(Exception):
                refusal(self.reader, seed.read_bytes(), self.folder)
        self.refusal, self.used_mb = refusal, _peak_mb()

    def tried(self, data: bytes) -> None:
        """One input; a slow one twice, as something may have been imported for it."""
        if self._taken_s(data) > MOST_S and (taken_s := self._taken_s(data)) > MOST_S:
            self.keep("slow", f"{round(taken_s)}", data, f"{taken_s:.1f} s")
        peak_mb = _peak_mb()
        if peak_mb > max(MOST_MB + FUZZER_MB, self.used_mb + 20):
            self.keep("large", f"{round(peak_mb, -2)}", data, f"{self.used_mb:.0f} MB before, {peak_mb:.0f} MB after")
        self.used_mb = peak_mb

    def _taken_s(self, data: bytes) -> float:
        """How long an input took of the processor; an error that comes out is kept."""
        began_s = time.process_time()
        try:
            self.refusal(self.reader, data, self.folder)
        except Exception as error:  # noqa: BLE001 - whatever comes out is what is looked for
            self.keep("error", _place(error), data, traceback.format_exc())
        return time.process_time() - began_s

    def keep(self, kind: str, what: str, data: bytes, said: str) -> None:
        """Keep an input that brings out something that none did before."""
        if f"{kind} {what}" in self.known:
            return
        self.known.add(f"{kind} {what}")
        name = f"{self.reader}.{kind}-{hashlib.sha256(what.encode()).hexdigest()[:8]}"
        (FINDINGS / name).write_bytes(data)
        (FINDINGS / f"{name}.said").write_text(said, "utf-8")


def _place(error: BaseException) -> str:
    """What an error is, and where in the project it arose."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _CODE in frame.filename]
    at = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else ""
    return f"{type(error).__name__} {at}"


def _peak_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Fuzz, print a table, and leave with whether anything was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", nargs="*", help="what to fuzz (default: all)")
    parser.add_argument(
        "--minutes",
        type=float,
        default=10,
        help=f"how long in all, but {LEAST_S} s a reader at least (default: %(default)s)",
    )
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    if options.one:
        fuzz_here(options.one, options.seconds)
        return
    known = sorted(folder.name for folder in CORPUS.iterdir() if folder.is_dir())
    if unknown := set(options.readers) - set(known):
        parser.error(f"no such reader: {', '.join(sorted(unknown))}. Known: {', '.join(known)}")
    if not sys.platform.startswith("linux"):
        parser.error("there is a fuzzer for Linux alone")
    from environment import FUZZ
    from launch import ready

    found = fuzz_all(ready(FUZZ).program("python"), options.readers or known, options.minutes)
    total = sum(figures.found for figures in found)
    print(f"\n{sum(figures.tried for figures in found):,} inputs tried, {total} found: {FINDINGS}")
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
