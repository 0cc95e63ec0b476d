"""How fast `voicecoach` is, and how much memory it takes, beside what others would do with the same session.

Everything is measured in one run, side by side, and printed as a Markdown table. What is measured is the installed
program: the one in the checkout's own environment, or the one given with --program.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import bench_live
import bench_page
import bench_sessions
from bench_music import by_writing_a_tune
from bench_peers import by_lame, by_planning, by_pydub
from bench_table import Row, in_seconds, table
from environment import RUN
from launch import hand_over, ready

SESSION = "glutes-for-runners"
MEGABYTE = 1_000_000
MOST_EXERCISES = 500
"""Of three sets each, so many stay below the two days that a session may take."""
WARM, COLD, LAME, LAME_SILENT, PYDUB, HELP = "warm", "cold", "lame", "lame over silence", "pydub", "help"
PLANNING, MUSIC, TUNE = "planning", "music", "tune"
TWELVE_WEEKS, TEN_CLIENTS = "twelve weeks", "ten clients"


@dataclass(frozen=True)
class Run:
    """One process from start to end: wall-clock time, processor time, and the memory of the largest process in it."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


@dataclass
class Bench:
    """What is measured, how often, and what came out so far; `folder` is where everything is written."""

    program: Path
    folder: Path
    runs: int
    quick: bool
    medians: dict[str, float] = field(default_factory=dict)

    @property
    def session(self) -> list[str]:
        """The session that is made, as arguments."""
        return [SESSION, *(["--only", "squat", "--sets", "1"] if self.quick else [])]

    @property
    def made(self) -> Path:
        """The session as a file, once it was made."""
        return self.folder / "session.mp3"

    @property
    def silent(self) -> Path:
        """The same with digital silence in pauses."""
        return self.folder / "silent.mp3"

    def run(self, *arguments: str | Path, cache: str = "cache") -> Run:
        """Run the program to its end."""
        return measured([str(self.program), *map(str, arguments)], self._environment(cache))

    def said(self, *arguments: str) -> str:
        """What the program writes on standard output."""
        return subprocess.check_output([str(self.program), *arguments], env=self._environment("cache"), text=True)

    @property
    def shared(self) -> Path:
        """Where programmes are shared."""
        return self.folder / "shared"

    @property
    def shared_bytes(self) -> int:
        """The size of what was shared last."""
        return sum(file.stat().st_size for file in self.shared.rglob("*") if file.is_file())

    def share(self, *options: str) -> Run:
        """Share the session into a new folder."""
        shutil.rmtree(self.shared, ignore_errors=True)
        return self.run("share", *self.session, *options, "-o", self.shared)

    def several(self, name: str, once: Callable[[int], float]) -> str:
        """Measure `runs` times and write it down as its median, with the best beside it."""
        times = [once(number) for number in range(self.runs)]
        self.medians[name] = statistics.median(times)
        return f"{in_seconds(self.medians[name])} (best {in_seconds(min(times))})"

    def times_warm(self, name: str) -> float:
        """How many times longer `name` took than a warm make."""
        return self.medians[name] / self.medians[WARM]

    def live(self) -> bench_live.Timing:
        """The timing of the session as it is played, with everything in the cache."""
        self.run("make", *self.session, "-o", self._live.made)
        return bench_live.timing(self._live, self.folder, self.runs, 1 if self.quick else 30)

    def holes_s(self, seconds: float, loops: int) -> float:
        """How much of it is lost while `loops` others want all there is of the machine."""
        return bench_live.holes_s(self._live, self.folder, seconds, loops)

    @property
    def _live(self) -> bench_live.Live:
        command = [str(self.program), "live", *self.session, "--fresh"]
        return bench_live.Live(command, self._environment("cache"), self.folder / "live.wav")

    def _environment(self, cache: str) -> dict[str, str]:
        own = {"HOME": str(self.folder), "VOICECOACH_CACHE": str(self.folder / cache)}
        # Users have what Python compiled the first time; a shell that forbids to keep it would measure compiling.
        own["PYTHONDONTWRITEBYTECODE"] = ""
        return {**os.environ, **own, "VOICECOACH_DATA": str(self.folder / "data")}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    options = _options(arguments)
    if options.peer:
        print(PEERS[options.peer](Path(options.file)))
        return
    program = options.program
    if program is None:
        environment = ready(RUN)
        program = environment.program("voicecoach")
        if Path(sys.prefix).resolve() != environment.folder.resolve():
            hand_over(environment.program("python"), [str(Path(__file__).resolve()), *(arguments or sys.argv[1:])])
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Bench(program.resolve(), Path(folder), options.runs or (1 if options.quick else 5), options.quick)
        print(table(rows(bench, options.only)), flush=True)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, help="the voicecoach to measure, where it is not the checkout's own")
    parser.add_argument("--runs", type=int, help="how often each thing is measured (5)")
    parser.add_argument("--quick", action="store_true", help="once, on a short session: does it work at all?")
    parser.add_argument("--only", choices=PARTS, help="a part of it: what one of the commands does")
    parser.add_argument("--peer", choices=PEERS, help=argparse.SUPPRESS)
    parser.add_argument("file", nargs="?", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def rows(bench: Bench, only: str | None = None) -> Iterator[Row]:
    """Every line of the table, or of the one part of it, as it is measured."""
    for part, parts_rows in PARTS.items():
        if only in {None, part}:
            for some in parts_rows:
                yield from some(bench)


def make_rows(bench: Bench) -> Iterator[Row]:
    """The whole process of `make`, with everything in its cache, and with an empty one each time."""

    def make(cache: str) -> float:
        return bench.run("make", *bench.session, "-o", bench.made, cache=cache).seconds

    cold = bench.several(COLD, lambda number: make(f"cold-{number}"))
    make("cache")
    warm = bench.several(WARM, lambda _: make("cache"))
    command = f"`voicecoach make {' '.join(bench.session)}`"
    yield Row.at_most(0.3, "s", bench.medians[WARM], f"{command}, everything in the cache", warm)
    yield Row.at_most(3, "s", bench.medians[COLD], "the same from an empty cache", cold)


def peer_rows(bench: Bench) -> Iterator[Row]:
    """The same session made in the ways it is usually done. Only their work is timed, not their start or reading."""
    # LAME takes about three times as long over room tone as over digital silence, which is what peers have in pauses.
    # So both are measured: the first is the same samples, the second says how far it depends on them.
    bench.run("make", *bench.session, "--room-tone", "off", "-o", bench.silent)
    for name, file, pauses in ((LAME, bench.made, "room tone"), (LAME_SILENT, bench.silent, "digital silence")):
        shown = bench.several(name, partial(_times_of, LAME, file))
        what = f"LAME over the whole session in one pass, {pauses} in pauses"
        yield Row(f"{what}: encoding alone, same settings", shown)
        yield Row.at_least(10, "×", bench.times_warm(name), f"{what}: times a warm `make`")
    (bench.folder / "plan.json").write_text(bench.said("plan", *bench.session, "--json"), encoding="utf-8")
    bench.medians[PYDUB] = peer(PYDUB, bench.made)
    pydub = in_seconds(bench.medians[PYDUB])
    yield Row("clips appended by pydub, `+=` in a loop: appending alone, once", pydub)
    yield Row.at_least(80, "×", bench.times_warm(PYDUB), "clips appended by pydub: times a warm `make`")


def length_rows(bench: Bench) -> Iterator[Row]:
    """Memory and time over sessions of growing length, first from an empty cache and then from a full one."""
    file = bench.folder / "length.mp3"
    for length in list(bench_sessions.LENGTHS)[: 1 if bench.quick else None]:
        definition = bench.folder / "length.yaml"
        definition.write_text(bench_sessions.LENGTHS[length], encoding="utf-8")
        cold, warm = (
            bench.run("make", definition, "--unlimited", "-o", file, cache=f"length of {length}") for _ in range(2)
        )
        peak = max(cold.peak_bytes, warm.peak_bytes) / MEGABYTE
        what = f"peak memory for {length} ({file.stat().st_size / MEGABYTE:.0f} MB of MP3); the time it took"
        shown = f"{peak:.0f} MB; {in_seconds(cold.seconds)} cold, {in_seconds(warm.seconds)} warm"
        yield Row.at_most(150, "MB", peak, what, shown)


def music_rows(bench: Bench) -> Iterator[Row]:
    """Half an hour with music under it, all of which is mixed and encoded each time; lines and blocks are cached."""
    length = "3 minutes" if bench.quick else "32 minutes"
    definition, tune, file = (bench.folder / name for name in ("music.yaml", "tune.mp3", "music.mp3"))
    definition.write_text(
        bench_sessions.LENGTHS[length] if bench.quick else bench_sessions.WITH_MUSIC, encoding="utf-8"
    )
    peer(TUNE, tune)
    make = partial(bench.run, "make", definition, "--music", tune, "-o", file)
    make()
    runs = [make() for _ in range(bench.runs)]
    shown = bench.several(MUSIC, lambda number: runs[number].seconds)
    cpu = in_seconds(statistics.median(run.cpu_seconds for run in runs))
    peak = max(run.peak_bytes for run in runs) / MEGABYTE
    what = f"`voicecoach make` of {length} with `--music`, {_on_cores()}"
    yield Row.at_most(9, "s", bench.medians[MUSIC], what, f"{shown}; processor time {cpu}; {peak:.0f} MB")


def start_rows(bench: Bench) -> Iterator[Row]:
    """How long one waits for nothing much."""
    shown = bench.several(HELP, lambda _: bench.run("--help").seconds)
    yield Row.at_most(0.15, "s", bench.medians[HELP], "`voicecoach --help`", shown)
    shown = bench.several("list", lambda _: bench.run("list").seconds)
    yield Row.at_most(0.2, "s", bench.medians["list"], "`voicecoach list`", shown)
    page = bench.folder / "page.html"
    page.write_text(bench_page.page(), encoding="utf-8")
    shown = bench.several("import", lambda _: bench.run("import", page).seconds)
    what = f"`voicecoach import` of a page of {page.stat().st_size / 1000:.0f} kB"
    yield Row.at_most(0.5, "s", bench.medians["import"], what, shown)


def kind_rows(bench: Bench) -> Iterator[Row]:
    """A session of each kind, and planning alone."""
    for kind in list(bench_sessions.SECTIONS)[: 1 if bench.quick else None]:
        definition = bench.folder / f"{kind}.yaml"
        definition.write_text(bench_sessions.of_kind(kind), encoding="utf-8")
        cold = bench.run("make", definition, "-o", bench.made, cache=f"kind {kind}").seconds
        again = partial(bench.run, "make", definition, "-o", bench.made, cache=f"kind {kind}")
        warm = bench.several(kind, lambda _, again=again: again().seconds)  # type: ignore[misc]
        yield Row(f"`voicecoach make` of a session of {kind}", f"{warm} warm, {in_seconds(cold)} from an empty cache")
    yield from _planning_rows(bench)


def _planning_rows(bench: Bench) -> Iterator[Row]:
    few, many = (10, 30) if bench.quick else (100, MOST_EXERCISES)
    definition = bench.folder / "many.yaml"
    definition.write_text(bench_sessions.of_exercises(few), encoding="utf-8")
    shown = bench.several(PLANNING, partial(_times_of, PLANNING, definition))
    what = f"planning a session of {few} exercises, without speech"
    yield Row.at_most(0.3, "s", bench.medians[PLANNING], what, shown)
    definition.write_text(bench_sessions.of_exercises(many), encoding="utf-8")
    bench.run("plan", definition, "--unlimited")
    shown = bench.several("plan", lambda _: bench.run("plan", definition, "--unlimited").seconds)
    yield Row.at_most(1, "s", bench.medians["plan"], f"`voicecoach plan` of {many} exercises", shown)


def library_rows(bench: Bench) -> Iterator[Row]:
    """Checking all that is built in, or a session alone where it has to be quick; what is said is in the cache."""
    names = ("glutes-for-runners",) if bench.quick else ("--library",)
    bench.run("check", *names)
    shown = bench.several("check", lambda _: bench.run("check", *names).seconds)
    yield Row.at_most(2, "s", bench.medians["check"], f"`voicecoach check {names[0]}`", shown)


def share_rows(bench: Bench) -> Iterator[Row]:
    """Programmes for clients, with everything in the cache, into a folder that isn't there yet."""
    weeks, clients = (2, 2) if bench.quick else (12, 10)
    listed = bench.folder / "clients.csv"
    listed.write_text("name\n" + "".join(f"Client {number}\n" for number in range(clients)), encoding="utf-8")
    one = f"one client's {weeks} weeks"
    yield _share_row(bench, TWELVE_WEEKS, 15, one, ["--weeks", str(weeks), "--client", "Sam"])
    weeks = min(weeks, 6)
    many = f"{clients} clients' {weeks} weeks, {_on_cores()}"
    yield _share_row(bench, TEN_CLIENTS, 12, many, ["--clients", str(listed), "--weeks", str(weeks)])


def _on_cores() -> str:
    from voicecoach.cores import cores

    return f"on {cores()} cores"


def _share_row(bench: Bench, name: str, limit_s: float, what: str, options: list[str]) -> Row:
    bench.share(*options)
    shown = bench.several(name, lambda _: bench.share(*options).seconds)
    size = f"{bench.shared_bytes / MEGABYTE:.0f} MB"
    what = f"`voicecoach share` of {what}, everything in the cache ({size})"
    return Row.at_most(limit_s, "s", bench.medians[name], what, shown)


def live_rows(bench: Bench) -> Iterator[Row]:
    """What one waits for while a session is played, and what playing takes."""
    sound, mute, unmute = "first sound of `voicecoach live`", "key to silence", "key to sound"
    processor, paused, drift = "processor use while playing", "processor use in a pause", "drift"
    holes = "holes in what is played over a steady tone"
    if missing := bench_live.missing():
        for what in (sound, mute, unmute, processor, paused, drift, holes):
            yield Row(what, f"not measured: no {missing}")
        return
    timing = bench.live()
    words_s = timing.first_words_s
    room_tone = in_seconds(statistics.median(timing.first_sounds_s))
    shown = f"{in_seconds(statistics.median(words_s))} (worst {in_seconds(max(words_s))}); room tone {room_tone}"
    what = f"{sound}, everything in the cache: from the start of the process to the first word heard"
    yield Row.at_most(1, "s", statistics.median(words_s), what, shown)
    for what, times_s in ((mute, timing.to_silence_s), (unmute, timing.to_sound_s)):
        middle_ms, worst_ms = 1000 * statistics.median(times_s), 1000 * max(times_s)
        yield Row.at_most(bench_live.LIMIT_MS, "ms", middle_ms, what, f"{middle_ms:.0f} ms (worst {worst_ms:.0f} ms)")
    over = f"over {timing.stretch_s:.0f} s"
    yield Row(f"{processor}, {over}", f"{timing.core_share:.1%} of a core")
    yield Row.at_most(1, "%", 100 * timing.paused_share, f"{paused}, {over}", f"{timing.paused_share:.1%} of a core")
    ppm = timing.drift_s / timing.stretch_s * 1_000_000
    what = f"{drift} of what is played against the sound server's clock, {over}"
    yield Row(what, f"{timing.drift_s * 1000:.2f} ms ({ppm:.0f} ppm), with {timing.gaps_s * 1000:.2f} ms of gaps")
    seconds, loops = (10, 8) if bench.quick else (60, 20)
    lost_ms = 1000 * bench.holes_s(seconds, loops)
    what = f"{holes}, {seconds} s with {loops} busy loops {_on_cores()}"
    yield Row.at_most(0, "ms", lost_ms, what, f"{lost_ms:.0f} ms")


def measured(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Run a command to its end; leaves with its message if it fails.

    Its memory is that of the largest of its processes at its peak. A process that was forked counts, for a moment, as
    its parent: so this one stays small, and the peers run in processes of their own.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed with {process.returncode}: {said.read().decode()}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, _bytes(usage))


def _bytes(usage: resource.struct_rusage) -> int:
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def peer(name: str, file: Path) -> float:
    """The seconds that a peer takes over the session in `file`, measured in a process of its own."""
    command = [sys.executable, str(Path(__file__).resolve()), "--peer", name, str(file)]
    return float(subprocess.check_output(command, text=True))


def _times_of(name: str, file: Path, _number: int) -> float:
    return peer(name, file)


PARTS = {
    "make": (make_rows, peer_rows, length_rows),
    "start": (start_rows, library_rows),
    "music": (music_rows,),
    "kinds": (kind_rows,),
    "share": (share_rows,),
    "live": (live_rows,),
}
PEERS: dict[str, Callable[[Path], float]] = {
    LAME: by_lame,
    PYDUB: by_pydub,
    PLANNING: by_planning,
    TUNE: by_writing_a_tune,
}


if __name__ == "__main__":
    main()
