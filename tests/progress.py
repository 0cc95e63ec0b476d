"""How far the tests are, in words: how many are done and failed, and about how long it is going to take.

A plugin of pytest (`-p tests.progress`) for `scripts/test.py`. On a terminal it is one line that changes, elsewhere a
line now and then. What each test took is kept in pytest's cache: next time tells how long the rest will take.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection, Generator, Mapping

import pytest

LATEST = "voicecoach/seconds of each test"
SHOWN_EVERY_S = {True: 0.2, False: 20.0}
"""On a terminal, and elsewhere."""

TOLD_FROM = 0.05
"""Before so much of the work is done, its pace says nothing."""

UNKNOWN_S = 0.1


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Take part in the process that shows something, unless it is to show more or less than usual."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter and not hasattr(config, "workerinput") and config.get_verbosity() == 0:
        config.pluginmanager.register(Shown(config, reporter), "progress in words")


class Progress:
    """How many of the tests are done, and how long the rest will take by what each took `before`."""

    def __init__(self, tests: Collection[str], before: Mapping[str, float], clock: Callable[[], float]) -> None:
        self.taken_s: dict[str, float] = {}
        self._left = set(tests)
        self._count = len(self._left)
        self._failed: set[str] = set()
        self._expected_s = {test: before.get(test, UNKNOWN_S) for test in tests}
        self._work_s = sum(self._expected_s.values())
        self._done_s = 0.0
        self._clock = clock
        self._began_s = clock()

    def took(self, test: str, seconds: float, *, failed: bool) -> None:
        """A part of a test took so long."""
        self.taken_s[test] = self.taken_s.get(test, 0.0) + seconds
        if failed:
            self._failed.add(test)

    def done(self, test: str) -> None:
        """A test is over."""
        if test in self._left:
            self._left.remove(test)
            self._done_s += self._expected_s[test]

    def text(self) -> str:
        """`tests: 1200 of 2598, 2 failed, about 1 min 40 s left`."""
        failed = f", {len(self._failed)} failed" if self._failed else ""
        return f"tests: {self._count - len(self._left)} of {self._count}{failed}{self._rest()}"

    def _rest(self) -> str:
        share = self._done_s / self._work_s if self._work_s else 1.0
        if not self._left or share < TOLD_FROM:
            return ""
        from checks import about  # of `scripts`, which pytest finds later than its plugins

        return f", {about((self._clock() - self._began_s) * (1 - share) / share)} left"


class Shown:
    """Shows the progress instead of a dot for each test."""

    def __init__(self, config: pytest.Config, reporter: pytest.TerminalReporter) -> None:
        self._reporter = reporter
        self._cache: pytest.Cache | None = getattr(config, "cache", None)
        self._is_terminal = sys.stdout.isatty()
        self._shown_s = time.monotonic()
        self._progress: Progress | None = None
        reporter.showfspath = False

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Begin, where the tests run in this process."""
        self._begin([item.nodeid for item in session.items])

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: list[str]) -> None:
        """Begin, where they run in others; each of these finds the same."""
        self._begin(ids)

    def _begin(self, tests: Collection[str]) -> None:
        if tests and self._progress is None:
            before = self._cache.get(LATEST, {}) if self._cache else {}
            self._progress = Progress(tests, before, time.monotonic)

    @pytest.hookimpl(wrapper=True)
    def pytest_report_teststatus(self) -> Generator[None, tuple[str, str, str], tuple[str, str, str]]:
        """Count it, and show no letter for it."""
        category, _letter, _word = yield
        return category, "", ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A part of a test is over."""
        if self._progress:
            self._progress.took(report.nodeid, report.duration, failed=report.failed)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """A test is over."""
        if self._progress:
            self._progress.done(nodeid)
            self._show()

    def _show(self) -> None:
        now_s = time.monotonic()
        if self._progress is None or now_s - self._shown_s < SHOWN_EVERY_S[self._is_terminal]:
            return
        self._shown_s = now_s
        if self._is_terminal:
            self._reporter.rewrite(self._progress.text(), erase=True)
        else:
            self._reporter.write_line(self._progress.text())
        self._reporter.flush()

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Make room for the summary, and keep what each test took."""
        if self._progress is None:
            return
        if self._is_terminal:
            self._reporter.rewrite("", erase=True)
        if self._cache:
            before = self._cache.get(LATEST, {})
            taken_s = {test: round(seconds, 2) for test, seconds in self._progress.taken_s.items()}
            self._cache.set(LATEST, {**before, **taken_s})
