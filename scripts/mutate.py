"""Which small changes to the planner and the timeline do the tests notice? Makes some at random, one at a time.

Each change is made in a copy of the checkout, and the tests run there until the first failure. A change that none of
them notices is shown; some are no change at all in what comes out, which nobody but a reader can tell.
"""

import argparse
import ast
import difflib
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHANGED = ("voicecoach/plan", "voicecoach/timeline")
TESTS = ("tests/plan", "tests/timeline")
COPIED = ("voicecoach", "tests", "audio_assets", "scripts", "pyproject.toml")
TIMEOUT_S = 300
"""A change that makes the tests run so long is noticed as well."""

ATTEMPTS, PAUSE_S = 3, 1.0
KILLED = frozenset(-getattr(signal, name) for name in ("SIGKILL", "SIGTERM") if hasattr(signal, name))
"""The statuses of tests that somebody else ended, as a machine does that is short of memory; a crash has another."""

A_TIME_MS, GRID_MS = 500, 100
"""Numbers from here on are times in ms, and everything stands on a grid of a tenth of a second."""

COMPARISONS = {
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
}
SUMS = {ast.Add: "-", ast.Sub: "+", ast.Mult: "//", ast.FloorDiv: "*", ast.Div: "*", ast.Mod: "//"}
GUARDS = frozenset({"frozen", "slots", "strict"})
SWAPPED_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutation:
    """A change to a file: the characters from `start` to `end` become `text`."""

    path: Path
    start: int
    end: int
    text: str
    what: str

    def applied(self, source: str) -> str:
        """The text of the file with the change."""
        return source[: self.start] + self.text + source[self.end :]

    def diff(self, source: str) -> str:
        """The change as people read it."""
        before, after = source.splitlines(), self.applied(source).splitlines()
        lines = difflib.unified_diff(before, after, str(self.path), str(self.path), lineterm="", n=1)
        return "\n".join(list(lines)[2:])


@dataclass(frozen=True)
class Result:
    """What the tests said to a mutation, and how long that took."""

    mutation: Mutation
    is_noticed: bool
    seconds: float
    by: str = ""


class _Places:
    """Turns the places of a syntax tree into places in its text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = [0]
        for line in source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        """The index of a column that is counted in bytes."""
        start = self.lines[line - 1]
        text = self.source[start : self.lines[line]]
        return start + len(text.encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """From where to where a node stands."""
        assert node.end_lineno is not None  # noqa: S101 - the parser gives it
        assert node.end_col_offset is not None  # noqa: S101 - as above
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)

    def text(self, node: ast.expr | ast.stmt) -> str:
        """How a node is written."""
        start, end = self.span(node)
        return self.source[start:end]


def mutations(path: Path, source: str) -> Iterator[Mutation]:
    """Every small change that can be made to a file."""
    places = _Places(source)
    tree = ast.parse(source)
    hints = {id(inner) for hint in _left_alone(tree) for inner in ast.walk(hint)}
    for node in ast.walk(tree):
        if id(node) in hints:
            continue
        for start, end, text, what in _changes(node, places):
            yield Mutation(path, start, end, text, what)


_Change = tuple[int, int, str, str]


def _left_alone(tree: ast.AST) -> Iterator[ast.AST]:
    """What no test could notice: type hints, and what guards against mistakes in the program itself."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.AnnAssign, ast.arg)):
            yield from filter(None, [node.annotation])
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield from filter(None, [node.returns])
        elif isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            yield node
        elif isinstance(node, ast.keyword) and node.arg in GUARDS:
            yield node.value


def _changes(node: ast.AST, places: _Places) -> Iterator[_Change]:
    yield from _of_operators(node, places)
    yield from _of_branches(node, places)
    if isinstance(node, ast.Return) and not (node.value is None or _is_nothing(node.value)):
        yield (*places.span(node.value), "None", "a result dropped")
    elif isinstance(node, ast.Name) and node.id in SWAPPED_NAMES and isinstance(node.ctx, ast.Load):
        yield (*places.span(node), SWAPPED_NAMES[node.id], f"{SWAPPED_NAMES[node.id]} for {node.id}")
    elif isinstance(node, ast.Constant):
        yield from _constants(node, places)


def _is_nothing(value: ast.expr) -> bool:
    """Whether a result is as good as none."""
    return isinstance(value, ast.Constant) and not value.value


def _of_operators(node: ast.AST, places: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _between(node.left, node.comparators[0], COMPARISONS[type(node.ops[0])], places, "a comparison")
    elif isinstance(node, ast.BinOp) and type(node.op) in SUMS:
        yield from _between(node.left, node.right, SUMS[type(node.op)], places, "an operation")
    elif isinstance(node, ast.BoolOp):
        other = "or" if isinstance(node.op, ast.And) else "and"
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from _between(left, right, other, places, f"{other} for its opposite")


def _of_branches(node: ast.AST, places: _Places) -> Iterator[_Change]:
    if isinstance(node, ast.IfExp):
        start, end = places.span(node)
        body, test, other = map(places.text, (node.body, node.test, node.orelse))
        yield start, end, f"{other} if {test} else {body}", "branches swapped"
    elif isinstance(node, (ast.If, ast.While)):
        start, end = places.span(node.test)
        yield start, end, f"not ({places.text(node.test)})", "a condition negated"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        start, end = places.span(node)
        yield start, end, f"({places.text(node.operand)})", "a not dropped"


def _constants(node: ast.Constant, places: _Places) -> Iterator[_Change]:
    start, end = places.span(node)
    if isinstance(node.value, bool):
        yield start, end, str(not node.value), "a boolean negated"
    elif isinstance(node.value, int):
        more = GRID_MS if node.value >= A_TIME_MS else 1
        yield start, end, str(node.value + more), "a number by one" if more == 1 else "a time by a tenth"


def _between(left: ast.expr, right: ast.expr, text: str, places: _Places, what: str) -> Iterator[_Change]:
    """A change to the operator between two operands, which may stand in brackets of their own."""
    start, end = places.span(left)[1], places.span(right)[0]
    written = places.source[start:end]
    operator = written.strip("() \n\t")
    if operator and "#" not in written and "\n" not in operator:
        at = start + written.index(operator)
        yield at, at + len(operator), text, what


def chosen(count: int, seed: int, paths: list[str]) -> list[Mutation]:
    """So many mutations of the files, spread over them at random."""
    found = [
        mutation
        for path in paths
        for file in (sorted((ROOT / path).rglob("*.py")) if (ROOT / path).is_dir() else [ROOT / path])
        for mutation in mutations(file.relative_to(ROOT), file.read_text(encoding="utf-8"))
    ]
    return random.Random(seed).sample(found, min(count, len(found)))  # noqa: S311 - chance, not secrecy


def copy_of_checkout(folder: Path) -> Path:
    """What the tests need, as it is now."""
    for name in COPIED:
        source, target = ROOT / name, folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "build"))
        else:
            shutil.copy2(source, target)
    return folder


def run_tests(folder: Path, tests: list[str]) -> tuple[int, str]:
    """Run the tests in a copy until one fails; gives the status and the line that names the test.

    Tests that were killed by somebody else are run again, a few times: it may be the change that has them killed.
    """
    for _ in range(ATTEMPTS - 1):
        found = _run_once(folder, tests)
        if found[0] not in KILLED:
            return found
        time.sleep(PAUSE_S)
    return _run_once(folder, tests)


def _run_once(folder: Path, tests: list[str]) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    arguments = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "--hypothesis-profile", "quick", *tests]
    command = [sys.executable, "-m", "pytest", *arguments]
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return 1, "no end"
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return done.returncode, failed[0].split(" - ")[0].split(" ", 1)[1] if failed else done.stdout[-300:]


def judged(mutation: Mutation, folder: Path, tests: list[str]) -> Result:
    """What the tests say to a mutation, made in a copy and taken back."""
    file = folder / mutation.path
    source = file.read_text(encoding="utf-8")
    started = time.monotonic()
    try:
        _write(file, mutation.applied(source))
        status, by = run_tests(folder, tests)
    finally:
        _write(file, source)
    return Result(mutation, status != 0, time.monotonic() - started, by if status else "")


def _write(file: Path, source: str) -> None:
    """Write a program so that what was compiled from it before isn't taken for it."""
    file.write_text(source, encoding="utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()


def judge_all(found: list[Mutation], tests: list[str], jobs: int) -> Iterator[Result]:
    """What the tests say to each, as it becomes known. Ends the program if they fail without any change."""
    with tempfile.TemporaryDirectory(prefix="mutate-") as temporary:
        folders: queue.Queue[Path] = queue.Queue()
        for number in range(jobs):
            folders.put(copy_of_checkout(Path(temporary) / f"{number}"))
        first = folders.get()
        status, by = run_tests(first, tests)
        if status:
            sys.exit(f"The tests fail without any change: {by}")
        folders.put(first)
        stop = threading.Event()

        def one(mutation: Mutation) -> Result | None:
            if stop.is_set():
                return None
            folder = folders.get()
            try:
                return judged(mutation, folder, tests)
            finally:
                folders.put(folder)

        with ThreadPoolExecutor(jobs) as pool:
            try:
                yield from (result for result in pool.map(one, found) if result)
            finally:
                stop.set()


def main() -> None:
    """Make mutations, run the tests, print what became of each, and the diffs of those that nobody noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=list(CHANGED), help="what to change (default: plan and timeline)")
    parser.add_argument("--count", type=int, default=20, help="how many changes to make (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="another seed makes other changes (default: %(default)s)")
    parser.add_argument("--also", nargs="*", default=[], metavar="TEST", help="further tests to run")
    parser.add_argument("--deselect", nargs="*", default=[], metavar="TEST", help="tests to leave out")
    parser.add_argument("-j", "--jobs", type=int, default=2, help="how many run at once (default: %(default)s)")
    options = parser.parse_args()
    survivors: list[Mutation] = []
    total = 0
    tests = [*TESTS, *options.also, *(f"--deselect={test}" for test in options.deselect)]
    for result in judge_all(chosen(options.count, options.seed, options.paths), tests, max(1, options.jobs)):
        total += 1
        line = (ROOT / result.mutation.path).read_text(encoding="utf-8")[: result.mutation.start].count("\n") + 1
        verdict = "noticed" if result.is_noticed else "SURVIVED"
        place = f"{result.mutation.path}:{line}"
        print(f"{verdict:8}  {result.seconds:5.1f} s  {place:45} {result.mutation.what:22} {result.by}", flush=True)
        if not result.is_noticed:
            survivors.append(result.mutation)
    for mutation in survivors:
        print(f"\n{mutation.path}\n{mutation.diff((ROOT / mutation.path).read_text(encoding='utf-8'))}")
    print(f"\n{total - len(survivors)} of {total} changes noticed (seed {options.seed})")


if __name__ == "__main__":
    main()
