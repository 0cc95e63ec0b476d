"""The second screen of the whole command in a real browser."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.end_to_end.live.conftest import Start, home, live, session, sound, sound_server, spoken, timeline
from tests.end_to_end.live.terminal import Terminal
from tests.end_to_end.page.conftest import PATIENCE_MS, browser
from tests.ports import free_port

__all__ = ["browser", "home", "live", "session", "sound", "sound_server", "spoken", "timeline"]

PATIENCE_S = PATIENCE_MS / 1000


@dataclass
class Live:
    """A live session with a second screen. Its terminal is read all the time: else the program in it would stand."""

    terminal: Terminal
    address: str = ""

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].split("/")[0])

    def says(self, expected: str) -> str:
        """Wait until the terminal has shown it."""
        until_s = time.monotonic() + PATIENCE_S
        while not (found := re.search(expected, self.terminal.text)):
            assert time.monotonic() < until_s, f"{expected!r} did not appear: {self.terminal.text[-500:]!r}"
            time.sleep(0.05)
        return found[0]

    def press(self, keys: str) -> None:
        self.terminal.press(keys)

    def paused(self) -> Live:
        """Itself, where it stands at its beginning until space is pressed, however long it takes to open a page."""
        self.press(" ")
        self.says("Paused")
        return self


@pytest.fixture
def screen(live: Start) -> Iterator[Callable[..., Live]]:
    """Starts the tiny session with a second screen and these arguments."""
    with ExitStack() as stack:

        def start(*arguments: str, **options: Any) -> Live:  # noqa: ANN401 - the terminal's own
            terminal = stack.enter_context(live("--screen", "--port", str(free_port()), *arguments, **options))
            ended = threading.Event()
            thread = threading.Thread(target=lambda: _read(terminal, ended))
            thread.start()
            stack.callback(thread.join)
            stack.callback(ended.set)
            found = Live(terminal)
            found.address = found.says(r"http://[\w.]+:\d+/[\w-]+/(?=\s)")
            return found

        yield start


def _read(terminal: Terminal, ended: threading.Event) -> None:
    while not ended.is_set():
        terminal.rest(0.05)


@pytest.fixture
def look(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens the page in a browser that knows nothing yet. In the end it may have complained about lost connections."""
    with ExitStack() as stack:
        complaints: list[str] = []

        def opened(address: str, *, script: str = "", **options: Any) -> Page:  # noqa: ANN401 - playwright's own
            context = browser.new_context(**options)
            stack.callback(context.close)
            context.set_default_timeout(PATIENCE_MS)
            context.add_init_script(script)
            page = context.new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
            page.goto(address)
            page.wait_for_selector(".training .title:not(:empty)")
            return page

        yield opened
        assert [one for one in complaints if "Failed to load resource" not in one] == []
