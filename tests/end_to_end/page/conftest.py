"""The page of a programme in a real browser, as `voicecoach share` made it and as its server hands it out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.end_to_end.home import SHORT, Home
from tests.outputs.samples_of_tags import LOGO
from tests.parts import require
from voicecoach.assets import asset_folder
from voicecoach.outputs.mp3_parts import encode_stream
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.programme.figures import figures_file, has_figures
from voicecoach.programme.model import APP_ICONS, FIGURES, PAGE, Programme
from voicecoach.programme.page import page as page_text
from voicecoach.programme.script_data import script_file
from voicecoach.programme.web_app import MANIFEST, manifest
from voicecoach.programme.web_server import FolderServer
from voicecoach.times import Ms

PATIENCE_MS = 120_000
"""For whatever a page does sooner or later, on a machine with much else to do."""

expect.set_options(timeout=PATIENCE_MS)

OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Until it is closed it has an event loop, and other tests of the same process have loops of their own."""
    require("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page, and all that it complained about and asked of others than its own host."""

    page: Page
    fails: bool = False
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page, home: str, *, fails: bool = False) -> Watched:
        watched = cls(page, fails)
        page.on("console", lambda said: watched.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        page.on("dialog", lambda dialog: watched.complaints.append(f"dialog: {dialog.message}"))
        # By the context, so that what a service worker asks for counts as well.
        page.context.on("request", lambda one: watched.outside.append(one.url) if not is_of(one.url, home) else None)
        return watched


def is_of(url: str, home: str) -> bool:
    return url.startswith((home, "data:", "blob:"))


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open an address in a browser that knows nothing yet; in the end nothing may have gone wrong in it.

    `script` runs before the page's own; `fails` is for what is meant to go wrong; the other options are those of a
    browser context.
    """
    watched: list[Watched] = []

    def opened(address: str, *, script: str = "", fails: bool = False, **options: Any) -> Page:  # noqa: ANN401 - playwright's own
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(script)
        page = context.new_page()
        home = address.rsplit("/", 1)[0]
        watched.append(Watched.of(page, home, fails=fails))
        page.goto(address)
        return page

    yield opened
    for one in watched:
        one.page.context.close()
        assert not one.complaints or one.fails
        assert not one.outside


@pytest.fixture(scope="session")
def programme_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two weeks of a short session for Sam, made by what a coach types."""
    home = Home(tmp_path_factory.mktemp("coach"))
    (home.folder / "logo.png").write_bytes(LOGO)
    (home.folder / "coach.yaml").write_text("name: Mira\ncontact: mira@example.org\nlogo: logo.png\n")
    options = ("--client", "Sam", "--weeks", "2", "--coach", "coach.yaml", "--start", "2026-11-30")
    home.done("share", *SHORT, *options, "-o", "sam")
    return home.folder / "sam"


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    with FolderServer(folder, port=0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://localhost:{server.port}/"
        finally:
            server.close()
            thread.join()


@pytest.fixture(scope="package")
def site(programme_folder: Path) -> Iterator[str]:
    with serving(programme_folder) as address:
        yield address


def written(folder: Path, programme: Programme, files: int | None = None) -> str:
    """The address of a programme's page on the disk, with a second of silence for each session, or for the first."""
    folder.mkdir(exist_ok=True)
    for episode in programme.episodes if files is None else programme.episodes[:files]:
        (folder / episode.mp3).write_bytes(silence())
        (folder / episode.script).write_text(script_file(episode), "utf-8")
    for icon in APP_ICONS.values():
        shutil.copy(asset_folder() / icon, folder / icon)
    if has_figures(programme):
        (folder / FIGURES).write_text(figures_file(programme), "utf-8")
    (folder / MANIFEST).write_text(manifest(programme), "utf-8")
    (folder / PAGE).write_text(page_text(programme), "utf-8")
    return (folder / PAGE).as_uri()


@cache
def silence() -> bytes:
    second = SampleStream([np.zeros(48_000, np.int16)], Ms(1000))
    return b"".join(encode_stream(second, 32))
