"""Does to the program what a bad day does: for as long as it is told, it looks for what breaks it.

Each family of faults has its trials in turn, chosen by chance that can be repeated. After each the same has to hold:
the file that stood there is whole, the old one or the new one to the byte; the program ended with the status that it
promises, in a line or two and without a traceback; and the next run, which nothing disturbs, makes the right bytes and
leaves nothing lying about. Prints what went wrong as it comes, and a table at the end, also at one by Ctrl-C; leaves
with 1 if any trial went wrong.

kills        signals at any moment; what no program can answer, too
interrupts   Ctrl-C and the like at any moment of more commands, as in fault_interrupts.py
disks        a disk that is full after so many bytes
flips        bits of the cache and of the history, as in fault_flips.py
limits       little memory, few open files, few processes
streams      standard streams that are closed, full, or gone in the middle
concurrency  several runs at once, with one cache and one file
sizes        inputs of up to 1 MB for everything that reads, as in fault_sizes.py

Linux alone: elsewhere limits don't hold.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import cycle, takewhile
from pathlib import Path

from fault_interrupts import ENDS_WITHIN_S, Prover, any_moment, told
from fault_sizes import MOST_MB, MOST_S, any_input, problem_of

ROOT = Path(__file__).resolve().parent.parent
SESSION = "title: Tiny\nrest: 6 s\nwarm_up: none\nsections:\n  - exercises: [{exercise: squat, prescription: 2x3}]\n"
OUT, OLD = "out.mp3", b"what stood there before"
MAKE = ("make", "tiny.yaml", "-o", OUT)
DONE, REFUSED = 0, 1
HANGS_S, MOST_LINES = 120.0, 6
FINE, SAID_NO = "as without it", "refused in words"
ENDINGS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}
MB = 1 << 20
FLIPS_A_TRIAL = 20


class WrongError(Exception):
    """What may not be; the message says what."""


@dataclass(frozen=True)
class Home:
    """A folder with a session, and a cache that has its sounds; `folder` may be used up by a trial."""

    folder: Path

    @cached_property
    def whole(self) -> bytes:
        """The bytes that come of the session when nothing disturbs it."""
        ran = self.ran()
        if ran.returncode:
            sys.exit(f"Even without any fault it ends with {ran.returncode}: {ran.stderr}")
        return self.out.read_bytes()

    @cached_property
    def whole_s(self) -> float:
        """How long that takes, with all sounds in the cache."""
        began = time.monotonic()
        self.ran()
        return time.monotonic() - began

    @cached_property
    def prover(self) -> Prover:
        """What interrupts other commands."""
        return Prover(self.folder / "interrupted")

    @property
    def out(self) -> Path:
        """The file that is made."""
        return self.folder / OUT

    @property
    def environment(self) -> dict[str, str]:
        """What the program finds in its environment."""
        own = {
            "HOME": self.folder,
            "VOICECOACH_CACHE": self.folder / "cache",
            "VOICECOACH_CONFIG": self.folder / "none",
        }
        from voicecoach.cores import environment

        usual = {**environment(), "PYTHONPATH": str(ROOT), "TMPDIR": str(self.folder / "temporary")}
        return usual | {name: str(path) for name, path in own.items()}

    def prepared(self) -> Home:
        """Itself, with an old file in the place of the new one."""
        self.out.write_bytes(OLD)
        return self

    def started(self, arguments: Sequence[str] = MAKE, **how: object) -> subprocess.Popen[str]:
        """The program as it runs."""
        usual = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        command = [sys.executable, "-m", "voicecoach", *arguments]
        options = {"cwd": self.folder, "env": self.environment, "text": True, "errors": "replace", **usual}
        return subprocess.Popen(command, **options)  # type: ignore[call-overload,no-any-return]

    def ran(self, arguments: Sequence[str] = MAKE, **how: object) -> subprocess.CompletedProcess[str]:
        """The program, run to its end. Raises WrongError if it has none."""
        with self.started(arguments, **how) as process:
            try:
                out, said = process.communicate(timeout=HANGS_S)
            except subprocess.TimeoutExpired:
                process.kill()
                raise WrongError(f"it hangs: {' '.join(arguments)}") from None
        return subprocess.CompletedProcess(arguments, process.returncode, out or "", said or "")

    def check(self) -> None:
        """Raise WrongError unless the file is whole, and the next run is as if nothing had been."""
        if (found := self.out.read_bytes() if self.out.exists() else b"") not in (OLD, self.whole):
            raise WrongError(f"the file is neither the old nor the new one: {len(found)} bytes")
        again = self.ran()
        if again.returncode or self.out.read_bytes() != self.whole:
            raise WrongError(f"the next run is wrong: {again.returncode} {_last_line(again.stderr)}")
        if left := [path.name for path in self.folder.glob(".voicecoach-*")]:
            raise WrongError(f"left behind: {', '.join(left)}")


def _last_line(said: str) -> str:
    return (said.strip().splitlines() or [""])[-1][:200]


def _judged(ran: subprocess.CompletedProcess[str], statuses: Sequence[int] = (DONE, REFUSED)) -> str:
    """What came of a run, in a few words. Raises WrongError for what may not be."""
    if "Traceback" in ran.stderr or "Error ignored" in ran.stderr:
        raise WrongError(f"a traceback: {_last_line(ran.stderr)}")
    if ran.returncode not in statuses:
        raise WrongError(f"status {ran.returncode}: {_last_line(ran.stderr)}")
    if ran.returncode == REFUSED and not 1 <= len(ran.stderr.splitlines()) <= MOST_LINES:
        raise WrongError(f"{len(ran.stderr.splitlines())} lines of a message: {_last_line(ran.stderr)}")
    return FINE if ran.returncode == DONE else SAID_NO


def kills(home: Home, chance: random.Random) -> str:
    """A signal at any moment."""
    number, at_s = chance.choice([signal.SIGKILL, *ENDINGS]), chance.uniform(0, home.whole_s)
    home.prepared()
    with home.started() as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(at_s)
        process.send_signal(number)
        try:
            _, said = process.communicate(timeout=HANGS_S)
        except subprocess.TimeoutExpired:
            process.kill()
            raise WrongError(f"{number.name} ends nothing") from None
    if "Traceback" in said and str(ROOT) in said:
        raise WrongError(f"{number.name}: {_last_line(said)}")
    ran = subprocess.CompletedProcess(MAKE, process.returncode, "", said)
    if process.returncode not in {DONE, -number, ENDINGS.get(number, -number)} and not _is_python_itself(ran):
        raise WrongError(f"{number.name}: status {process.returncode}, {_last_line(said)}")
    if process.returncode == DONE:
        home.prepared()
    home.check()
    return FINE if process.returncode == DONE else "ended by a signal"


def interrupts(home: Home, chance: random.Random) -> str:
    """A signal that a program answers, at any moment of one of several commands."""
    outcome = home.prover.outcome(any_moment(home.prover, chance))
    if outcome.problems or outcome.seconds > ENDS_WITHIN_S:
        raise WrongError(told(outcome))
    return FINE if outcome.was_over else "ended by a signal"


def disks(home: Home, chance: random.Random) -> str:
    """A file can't grow beyond some size, as on a full disk; the cache neither."""
    limit = chance.randrange(len(home.whole) * 5 // 4)
    home.prepared()
    if chance.random() < 1 / 2:
        shutil.rmtree(home.folder / "cache")
    outcome = _judged(home.ran(preexec_fn=partial(_limit, resource.RLIMIT_FSIZE, limit)))
    home.check()
    return outcome


def flips(home: Home, chance: random.Random) -> str:
    """Bits of the cache and the history."""
    from fault_flips import cache_flips, history_flips

    name, work = chance.choice([("cache", cache_flips), ("history", history_flips)])
    found = work(home.folder / "flipped" / name, FLIPS_A_TRIAL, chance.randrange(1 << 30))
    if wrong := [outcome for outcome in found if outcome.startswith("WRONG")]:
        raise WrongError(f"{name}: {wrong[0]}")
    return f"{FLIPS_A_TRIAL} flips harmless"


def limits(home: Home, chance: random.Random) -> str:
    """Little memory, few files, few processes."""
    kind, low, high = chance.choice(
        [
            (resource.RLIMIT_AS, 150 * MB, 700 * MB),
            (resource.RLIMIT_NOFILE, 8, 40),
            (resource.RLIMIT_DATA, 60 * MB, 400 * MB),
        ]
    )
    home.prepared()
    ran = home.ran(preexec_fn=partial(_limit, kind, chance.randrange(low, high)))
    if _is_python_itself(ran):
        return "Python itself did not start"
    outcome = _judged(ran)
    home.check()
    return outcome


def _is_python_itself(ran: subprocess.CompletedProcess[str]) -> bool:
    """Whether it ended before there was anything of the program that could have done better."""
    is_early = "Fatal Python error" in ran.stderr or "error while loading shared libraries" in ran.stderr
    return is_early or ("Traceback" in ran.stderr and str(ROOT) not in ran.stderr)


def _limit(kind: int, most: int) -> None:
    resource.setrlimit(kind, (most, most))


def streams(home: Home, chance: random.Random) -> str:
    """Standard streams that are closed, full, in an odd encoding, or whose reader has gone."""
    command = chance.choice([MAKE, ("plan", "tiny.yaml", "--json"), ("--help",), ("list",), ("check", "tiny.yaml")])
    closed = chance.choice([">&-", "2>&-", "<&-", ">&- 2>&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>&1", "| :"])
    encoding = chance.choice(["", "utf-16", "ascii", "latin-1:strict"])
    line = f'"$0" -m voicecoach "$@" {closed}'
    home.prepared()
    ran = subprocess.run(
        ["sh", "-c", line, sys.executable, *command],
        cwd=home.folder,
        env=home.environment | ({"PYTHONIOENCODING": encoding} if encoding else {}),
        capture_output=True,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
        timeout=HANGS_S,
        check=False,
    )
    if "Traceback" in ran.stderr or ran.returncode not in {DONE, REFUSED}:
        raise WrongError(f"{' '.join(command)} {closed} {encoding}: {ran.returncode} {_last_line(ran.stderr)}")
    home.check()
    return FINE if ran.returncode == DONE else SAID_NO


def concurrency(home: Home, chance: random.Random) -> str:
    """Several runs at once, with one cache, which may be empty, and one file."""
    if chance.random() < 1 / 2:
        shutil.rmtree(home.folder / "cache")
    home.prepared()
    running = [home.started() for _ in range(chance.randint(2, 4))]
    for process in running:
        with process:
            _, said = process.communicate(timeout=HANGS_S)
            _judged(subprocess.CompletedProcess(MAKE, process.returncode, "", said), (DONE,))
    if home.out.read_bytes() != home.whole:
        raise WrongError("the file is another one")
    home.check()
    return FINE


def sizes(home: Home, chance: random.Random) -> str:
    """An input of nearly 1 MB for one of the readers, in a process of its own."""
    reader, what, make = any_input(chance)
    problem = problem_of(reader, make(), home.folder)
    if problem:
        raise WrongError(f"{reader}, {what}: {problem}")
    return f"within {MOST_S:g} s and {MOST_MB} MB"


Trial = Callable[[Home, random.Random], str]
FAMILIES: Mapping[str, Trial] = {
    one.__name__: one for one in (kills, interrupts, disks, flips, limits, streams, concurrency, sizes)
}


@dataclass
class Row:
    """What came of the trials of a family."""

    family: str
    outcomes: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def trials(self) -> int:
        """How many there were."""
        return sum(self.outcomes.values())

    def add(self, trial: Trial, home: Home, chance: random.Random) -> None:
        """One more trial."""
        began = time.monotonic()
        try:
            outcome = trial(home, chance)
        except Exception as error:  # noqa: BLE001 - an hour of trials ends with no single one
            outcome = "WRONG"
            self.wrong.append(str(error) if isinstance(error, WrongError) else f"the trial broke off: {error!r}")
            print(f"{self.family}: {self.wrong[-1]}", file=sys.stderr, flush=True)
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        self.seconds += time.monotonic() - began

    def cells(self) -> tuple[str, ...]:
        """A line of the table."""
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(self.outcomes.items()))
        return self.family, str(self.trials), str(len(self.wrong)), f"{self.seconds:.0f} s", told


HEADINGS = ("faults", "trials", "wrong", "time", "what came of them")


def rows_of(families: Iterable[str], folder: Path, seed: int) -> list[Row]:
    """A trial of each of the families, as they come, and what came of them until Ctrl-C; `folder` is used up."""
    home = Home(folder)
    for name in ("temporary", "flipped"):
        (folder / name).mkdir(parents=True)
    (folder / "tiny.yaml").write_text(SESSION, "utf-8")
    _ = home.whole
    rows: dict[str, Row] = {}
    with suppress(KeyboardInterrupt):
        for family in families:
            row = rows.setdefault(family, Row(family))
            # What one trial has drawn moves no other, and a trial can be repeated by itself.
            chance = random.Random(f"{seed} {family} {row.trials}")  # noqa: S311 - no secret
            row.add(FAMILIES[family], home, chance)
    return list(rows.values())


def table(rows: Sequence[Row]) -> str:
    """What was found, in Markdown, and below it what went wrong."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *(row.cells() for row in rows)]
    wrong = (f"- {row.family}: {problem}" for row in rows for problem in row.wrong)
    return "\n".join([*(f"| {' | '.join(cells)} |" for cells in lines), *wrong])


def main() -> None:
    """Try, print the table, and leave with whether anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=f"one of {', '.join(FAMILIES)} (default: all)")
    parser.add_argument("--minutes", type=float, default=5, help="how long (default: %(default)s)")
    parser.add_argument("--rounds", type=int, help="how many trials of each, in place of a time")
    parser.add_argument("--seed", type=int, default=0, help="another seed tries other things (default: %(default)s)")
    options = parser.parse_args()
    if unknown := set(options.families) - FAMILIES.keys():
        parser.error(f"no such family: {', '.join(sorted(unknown))}. Known: {', '.join(FAMILIES)}")
    sys.path.insert(0, str(ROOT))
    from voicecoach.cores import spare_blas_threads

    spare_blas_threads()
    families = options.families or list(FAMILIES)
    until = time.monotonic() + 60 * options.minutes
    in_turn = (
        families * options.rounds if options.rounds else takewhile(lambda _: time.monotonic() < until, cycle(families))
    )
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        rows = rows_of(in_turn, Path(folder) / "home", options.seed)
    print(table(rows))
    sys.exit(1 if any(row.wrong for row in rows) else 0)


if __name__ == "__main__":
    main()
