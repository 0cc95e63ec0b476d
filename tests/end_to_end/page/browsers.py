"""Firefox and WebKitGTK as a distribution has them, driven by what they speak themselves.

Firefox speaks WebDriver BiDi (W3C) on a port of its own. WebKitGTK has a driver that speaks WebDriver (W3C).
"""

from __future__ import annotations

import json
import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

import pytest
from websocket import WebSocket, create_connection

from tests.ports import free_port

T = TypeVar("T")

PATIENCE_S = 120.0
"""For whatever a browser does sooner or later, on a machine with much else to do."""

PREFERENCES = {
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.active-protocols": 1,
}
"""Firefox asks nobody for anything; 1 is BiDi."""


class Driven(Protocol):
    """A browser with one page."""

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""

    def run(self, script: str) -> Any:  # noqa: ANN401 - what JSON can hold
        """The value of an expression in the page; a promise is waited for."""

    def click(self, selector: str) -> None:
        """Click on the middle of an element, as a person does."""


def until(browser: Driven, expression: str, meanwhile: Callable[[], object] = lambda: None) -> None:
    """Wait until an expression is true in the page; `meanwhile` is done again and again."""
    end = time.monotonic() + PATIENCE_S
    while not browser.run(expression):
        if time.monotonic() > end:
            pytest.fail(f"it never came to this: {expression}")
        meanwhile()
        time.sleep(0.1)


# Firefox


class Firefox:
    """A client of WebDriver BiDi."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket, self._number = socket, 0
        self._send("session.new", capabilities={})
        self._context = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def run(self, script: str) -> Any:  # noqa: ANN401
        """As JSON, since BiDi has a notation of its own for values."""
        code = f"Promise.resolve({script}).then(value => JSON.stringify(value ?? null))"
        found = self._send("script.evaluate", expression=code, target={"context": self._context}, awaitPromise=True)
        if found["type"] == "exception":
            pytest.fail(f"{script}: {found['exceptionDetails']['text']}")
        return json.loads(found["result"]["value"])

    def click(self, selector: str) -> None:
        x, y = self.run(_middle(selector))
        mouse = [
            {"type": "pointerMove", "x": round(x), "y": round(y)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        actions = [{"type": "pointer", "id": "mouse", "actions": mouse}]
        self._send("input.performActions", context=self._context, actions=actions)

    def _send(self, method: str, **parameters: object) -> Any:  # noqa: ANN401
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv())).get("id") != self._number:
            pass
        if answer["type"] == "error":
            pytest.fail(f"{method}: {answer['message']}")
        return answer["result"]


@contextmanager
def firefox(
    folder: Path, variables: Mapping[str, str], preferences: Mapping[str, int] = MappingProxyType({})
) -> Iterator[Driven]:
    """Firefox without a window, with a profile of its own in `folder`, and `preferences` besides the usual ones."""
    profile, port = folder / "profile", free_port()
    profile.mkdir()
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n"
        for name, value in {**PREFERENCES, **preferences}.items()
    ]
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile), f"--remote-debugging-port={port}"]
    with _running(command, folder, variables):
        address = f"ws://127.0.0.1:{port}/session"
        socket = _soon(lambda: create_connection(address, timeout=PATIENCE_S, suppress_origin=True))
        with closing(socket):
            yield Firefox(socket)


# WebKitGTK


class WebKit:
    """A client of WebDriver."""

    def __init__(self, driver: str, session: str) -> None:
        self._session = f"{driver}/session/{session}"

    def open(self, address: str) -> None:
        _post(f"{self._session}/url", {"url": address})

    def run(self, script: str) -> Any:  # noqa: ANN401
        code = f"const done = arguments[0]; Promise.resolve({script}).then(value => done(value ?? null));"
        return _post(f"{self._session}/execute/async", {"script": code, "args": []})

    def click(self, selector: str) -> None:
        found = _post(f"{self._session}/element", {"using": "css selector", "value": selector})
        (element,) = found.values()
        _post(f"{self._session}/element/{element}/click", {})


@contextmanager
def webkit(folder: Path, variables: Mapping[str, str]) -> Iterator[Driven]:
    """WebKitGTK's small browser, in a window on a screen that nobody sees."""
    port = free_port()
    driver = f"http://127.0.0.1:{port}"
    with (
        _screen(folder) as display,
        _running(["WebKitWebDriver", f"--port={port}"], folder, {**variables, "DISPLAY": display}),
    ):
        made = _soon(
            lambda: _post(f"{driver}/session", {"capabilities": {"alwaysMatch": {"timeouts": {"script": 60_000}}}})
        )
        try:
            yield WebKit(driver, made["sessionId"])
        finally:
            _request("DELETE", f"{driver}/session/{made['sessionId']}", None)


@contextmanager
def _screen(folder: Path) -> Iterator[str]:
    """A screen of one's own; the X server chooses its number itself."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with (folder / "screen.log").open("wb") as log:
        server = subprocess.Popen(command, pass_fds=(write,), stdout=log, stderr=log)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _post(address: str, value: object) -> Any:  # noqa: ANN401
    return _request("POST", address, value)


def _request(method: str, address: str, value: object) -> Any:  # noqa: ANN401
    data = None if value is None else json.dumps(value).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310 - a driver on this machine
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        pytest.fail(f"{address}: {error.read().decode()}")


# Both


def _middle(selector: str) -> str:
    return f"""(() => {{
      const element = document.querySelector({json.dumps(selector)});
      element.scrollIntoView({{ block: "center", behavior: "instant" }});
      const {{ left, top, width, height }} = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }})()"""


@contextmanager
def _running(command: list[str], folder: Path, variables: Mapping[str, str]) -> Iterator[None]:
    """A program with a home of its own in `folder`; in the end it goes with all that it started."""
    home = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "TMPDIR": str(folder)}
    with (folder / "browser.log").open("wb") as log:
        process = subprocess.Popen(
            command, env={**os.environ, **home, **variables}, stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 15)
        process.wait()


def _soon(attempt: Callable[[], T]) -> T:
    """What an attempt gives, once the program has come so far."""
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            return attempt()
        except (OSError, urllib.error.URLError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
