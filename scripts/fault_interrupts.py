"""Shows whether an interrupt ends the program at whatever moment it comes, and leaves nothing behind.

Each moment is a run of its own that gets a signal: to the process alone, or to all in the terminal as Ctrl-C does.
Whoever stays longer than `ENDS_WITHIN_S` is looked at with py-spy, if that is found, and its stacks are told. Linux
alone, as processes that are left behind are looked for in /proc. `faults` and `table` are what other programs call.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENDS_WITHIN_S = 2.0
HANGS_AFTER_S = 30.0
LEFT_AFTER_S = 1.0
"""Whatever lives so much longer than the program was left behind by it."""

LOOKED_AT_S = 6.0
"""What doesn't end by itself is interrupted within this time."""

EARLY_S = 0.3
"""A third of the moments are within this time: while the program is being loaded."""

MARK = "VOICECOACH_FAULT"
"""A variable by which the processes of a run are known."""

SESSION = """
title: Tiny
weeks: 3
rest: 6 s
warm_up: none
sections:
  - exercises: [squat, press]
exercises:
  press: {title: Presses, say: presses, sides: each, prescription: 1x3s}
"""
MANY = 5000
HUNG = 'engine: command\ncommand: [sh, -c, "sleep 600; : $1 $2", sh, "{file}", "{text}"]\n'
SPEAKING = "engine: pyttsx3\n"

MAKE = ("make", "tiny.yaml", "-o", "out.mp3")
M4A = ("make", "tiny.yaml", "-o", "out.m4a")
SHARE = ("share", "tiny.yaml", "--client", "Sam", "--weeks", "1-3", "-o", "out")
LIST = ("share", "--clients", "6.csv", "-o", "out")
LONG_LIST = ("share", "--clients", f"{MANY}.csv", "-o", "out", "--detail", "tones", "--yes")


@dataclass(frozen=True)
class Case:
    """What is interrupted: arguments, with everything in the cache or nothing, with a voice that speaks or hangs."""

    title: str
    arguments: tuple[str, ...]
    is_warm: bool = False
    voice: str = SPEAKING

    @property
    def is_endless(self) -> bool:
        """Whether nobody waits for its end."""
        return self.voice == HUNG or self.arguments == LONG_LIST

    @property
    def is_possible(self) -> bool:
        """Whether the programs that it needs are here."""
        return self.arguments != M4A or shutil.which("ffmpeg") is not None


CASES = (
    Case("make, cold", MAKE),
    Case("make, warm", MAKE, is_warm=True),
    Case("make .m4a, warm", M4A, is_warm=True),
    Case("make, hung voice", MAKE, voice=HUNG),
    Case("share, cold", SHARE),
    Case("share, warm", SHARE, is_warm=True),
    Case("share --clients, cold", LIST),
    Case("share --clients, warm", LIST, is_warm=True),
    Case("share --clients, hung voice", LIST, voice=HUNG),
    Case(f"share --clients, {MANY} of them", LONG_LIST),
)


@dataclass(frozen=True)
class Moment:
    """A signal, so many seconds after the start; `is_shared` if all processes of the terminal get it."""

    case: Case
    at_s: float
    number: signal.Signals
    is_shared: bool


@dataclass(frozen=True)
class Outcome:
    """What came of it: how long the program stayed, and what is wrong; `was_over` if it had ended before."""

    moment: Moment
    seconds: float
    was_over: bool
    problems: tuple[str, ...]
    stacks: str = ""


@dataclass
class Fault:
    """All the moments of a case."""

    title: str
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def problems(self) -> list[str]:
        """What is wrong, with the moment."""
        return [told(one) for one in self.outcomes if one.problems]

    def cells(self) -> tuple[str, ...]:
        """A line of the table."""
        stayed = sorted(one.seconds for one in self.outcomes if not one.was_over) or [0.0]
        late = sum(seconds > ENDS_WITHIN_S for seconds in stayed)
        return (
            self.title,
            str(len(self.outcomes)),
            str(sum(one.was_over for one in self.outcomes)),
            f"{statistics.median(stayed):.2f} s",
            f"{stayed[-1]:.2f} s",
            str(late),
            str(len(self.problems)),
        )


HEADINGS = ("case", "moments", "had ended before", "median", "longest", f"over {ENDS_WITHIN_S:g} s", "at fault")


class Prover:
    """Interrupts runs in folders below `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = itertools.count()
        self._whole_s: dict[Case, float] = {}

    def whole_s(self, case: Case) -> float:
        """How long the case takes when nothing interrupts it; a voice that hangs has begun to by then."""
        if case not in self._whole_s:
            self._whole_s[case] = self._measured_s(case)
        return self._whole_s[case]

    def _measured_s(self, case: Case) -> float:
        home = self._home(case)
        begun = time.monotonic()
        process = self._started(home, case)
        with suppress(subprocess.TimeoutExpired):
            status = process.wait(LOOKED_AT_S if case.is_endless else HANGS_AFTER_S)
            if status or case.is_endless:
                raise RuntimeError(f"{case.title} ended with {status}: {(home / 'messages').read_text()}")
        seconds = time.monotonic() - begun
        _end_all(home)
        process.wait()
        return seconds

    def outcome(self, moment: Moment) -> Outcome:
        """Interrupt a run."""
        home = self._home(moment.case)
        process = self._started(home, moment.case)
        with suppress(subprocess.TimeoutExpired):
            process.wait(moment.at_s)
        was_over = process.poll() is not None
        sent = time.monotonic()
        with suppress(ProcessLookupError):
            (os.killpg if moment.is_shared else os.kill)(process.pid, moment.number)
        stacks = ""
        try:
            process.wait(ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            stacks = _stacks(home)
        with suppress(subprocess.TimeoutExpired):
            process.wait(HANGS_AFTER_S)
        seconds = time.monotonic() - sent
        problems = [] if process.returncode is not None else ["it hangs"]
        problems += _left_running(home)
        _end_all(home)
        process.wait()
        problems += _wrong_ending(moment, process.returncode, (home / "messages").read_text(errors="replace"), was_over)
        problems += _left_files(home)
        if not problems and seconds <= ENDS_WITHIN_S:
            shutil.rmtree(home)
        return Outcome(moment, seconds, was_over, tuple(problems), stacks)

    def _home(self, case: Case) -> Path:
        home = self.folder / f"run-{next(self._numbers)}"
        (home / "work").mkdir(parents=True)
        (home / "temporary").mkdir()
        (home / "config.yaml").write_text(case.voice)
        (home / "work" / "tiny.yaml").write_text(SESSION)
        for count in (6, MANY):
            rows = (f"Client {number},tiny.yaml,1\n" for number in range(count))
            (home / "work" / f"{count}.csv").write_text("".join(["name,session,weeks\n", *rows]))
        if case.is_warm:
            shutil.copytree(self._warm(case), home / "cache")
        return home

    def _warm(self, case: Case) -> Path:
        cold = Case("", case.arguments, voice=case.voice)
        kept = self.folder / "-".join(["cache", *(part.replace("/", "") for part in case.arguments)])
        if not kept.exists():
            home = self._home(cold)
            if self._started(home, cold).wait(120):
                raise RuntimeError((home / "messages").read_text())
            (home / "cache").replace(kept)
        return kept

    def _started(self, home: Path, case: Case) -> subprocess.Popen[bytes]:
        own = {
            MARK: str(home),
            "HOME": str(home),
            "TMPDIR": str(home / "temporary"),
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "PYTHONDONTWRITEBYTECODE": "",
            "VOICECOACH_CACHE": str(home / "cache"),
            "VOICECOACH_CONFIG": str(home / "config.yaml"),
        }
        with (home / "messages").open("wb") as messages:
            return subprocess.Popen(
                [sys.executable, "-m", "voicecoach", *case.arguments],
                cwd=home / "work",
                env={**os.environ, **own},
                stdin=subprocess.DEVNULL,
                stdout=messages,
                stderr=messages,
                start_new_session=True,
            )


def faults(  # noqa: PLR0913 - all but two have a usual value
    moments: int,
    folder: Path,
    *,
    cases: Sequence[Case] = CASES,
    jobs: int = 1,
    seed: int = 0,
    report: Callable[[Outcome], None] = lambda _: None,
) -> list[Fault]:
    """Interrupt each case at its share of so many moments; everything is written below `folder`.

    `jobs` runs are under way at the same time. The same `seed` gives the same moments, as parts of what a case takes.
    `report` gets each outcome as it comes.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # begun in the background, and all below it would be deaf
        signal.signal(signal.SIGINT, signal.default_int_handler)
    prover, chance = Prover(folder), random.Random(seed)  # noqa: S311 - moments, no secrets
    chosen: list[Moment] = []
    for case in cases:
        if not case.is_possible:
            continue
        whole_s = prover.whole_s(case)
        chosen += _moments(case, whole_s, -(-moments // len(cases)), chance)
    chance.shuffle(chosen)
    found = {moment.case.title: Fault(moment.case.title) for moment in sorted(chosen, key=lambda one: one.case.title)}
    with ThreadPoolExecutor(jobs) as pool:
        for outcome in pool.map(prover.outcome, chosen):
            found[outcome.moment.case.title].outcomes.append(outcome)
            report(outcome)
    return list(found.values())


def table(found: Sequence[Fault]) -> str:
    """What was found, in Markdown."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *(one.cells() for one in found)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _moments(case: Case, whole_s: float, count: int, chance: random.Random) -> Iterator[Moment]:
    early = count // 3
    for number in range(count):
        at, of, span_s = (number, early, EARLY_S) if number < early else (number - early, count - early, whole_s)
        one = signal.SIGINT if number % 2 else signal.SIGTERM
        yield Moment(case, span_s * (at + chance.random()) / of, one, is_shared=number % 4 == 1)


def any_moment(prover: Prover, chance: random.Random) -> Moment:
    """Any moment of any case, one in three of them early; one in four signals goes to all in the terminal."""
    case = chance.choice([one for one in CASES if one.is_possible])
    span_s = EARLY_S if chance.random() < 1 / 3 else prover.whole_s(case)
    number = chance.choice([signal.SIGINT, signal.SIGTERM])
    return Moment(case, chance.uniform(0, span_s), number, is_shared=chance.random() < 1 / 4)


def _wrong_ending(moment: Moment, status: int, messages: str, was_over: bool) -> Iterator[str]:  # noqa: FBT001
    if ("Traceback" in messages or "Fatal Python error" in messages) and str(ROOT) not in messages:
        return  # Python itself was still starting, and nothing of the program is there that could do better
    expected = {0} if was_over else {0, -moment.number, 128 + moment.number}
    if status not in expected:
        yield f"status {status}"
    if "Traceback" in messages or "ignored in" in messages:
        yield f"it said {messages.strip()[-1500:]!r}"


def _left_running(home: Path) -> Iterator[str]:
    until = time.monotonic() + LEFT_AFTER_S
    while (left := list(_processes(home))) and time.monotonic() < until:
        time.sleep(0.02)
    for pid in left:
        with suppress(OSError):
            command = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            yield f"left running: {command[:200]}"


def _left_files(home: Path) -> Iterator[str]:
    left = [*(home / "work").rglob(".voicecoach-*.part"), *(home / "temporary").iterdir()]
    yield from (f"left: {path.relative_to(home)}" for path in left)


def _processes(home: Path) -> Iterator[int]:
    mark = f"{MARK}={home}\0".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (folder / "environ").read_bytes():
                yield int(folder.name)


def _end_all(home: Path) -> None:
    for pid in _processes(home):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _stacks(home: Path) -> str:
    looker = shutil.which("py-spy")
    if looker is None:
        return "(py-spy isn't installed)"
    looks = (
        subprocess.run([looker, "dump", "--pid", str(pid)], capture_output=True, text=True, check=False)
        for pid in _processes(home)
    )
    return "\n".join(look.stdout for look in looks)


def told(outcome: Outcome) -> str:
    """Which moment it was, and what is wrong."""
    moment = outcome.moment
    whom = "all" if moment.is_shared else "the program"
    which = f"{moment.case.title}, {moment.number.name} to {whom} at {moment.at_s:.3f} s, {outcome.seconds:.2f} s"
    return f"{which}: {'; '.join(outcome.problems)}"


def _report(outcome: Outcome, count: Iterator[int]) -> None:
    number = next(count)
    if outcome.problems or outcome.seconds > ENDS_WITHIN_S:
        print(f"{number}: {told(outcome)}", outcome.stacks, sep="\n", flush=True)


def main() -> int:
    """Print the table; the status is 1 if anything is at fault or stays too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    typed = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fault-interrupts-") as folder:
        found = faults(
            typed.moments,
            Path(folder),
            jobs=typed.jobs,
            seed=typed.seed,
            report=partial(_report, count=itertools.count(1)),
        )
    print(table(found))
    late = any(one.seconds > ENDS_WITHIN_S for fault in found for one in fault.outcomes)
    return int(late or any(fault.problems for fault in found))


if __name__ == "__main__":
    sys.exit(main())
