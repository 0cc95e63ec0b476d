"""What the second screen's server answers: the page, the events, the keys that are pressed there, the sound.

Events go to a page as server-sent events and keys come as requests of their own, not through a websocket: both are
plain HTTP, which the server has already; a browser opens the stream again by itself when it was lost; a key that was
pressed is answered or known to be lost; and what flows without end flows in one direction alone.
"""

from __future__ import annotations

import hmac
import re
import select
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.exceptions import (
    BadRequest,
    Forbidden,
    HTTPException,
    MethodNotAllowed,
    MisdirectedRequest,
    NotFound,
    ServiceUnavailable,
    UnsupportedMediaType,
)
from werkzeug.wrappers import Request, Response

from voicecoach.second_screen.viewers import TooManyError, Viewers
from voicecoach.web.files import FIGURE_COLOURS, FIGURE_SCRIPT, FIGURE_STYLE, TRAINING_SCRIPT, TRAINING_STYLE
from voicecoach.web.server import CONNECTION, OPENED, is_addressed, own_names

PAGE = Path(__file__).parent / "page"
FILES = {
    "": (PAGE / "index.html", "text/html"),
    "page.css": (PAGE / "page.css", "text/css"),
    "colours.css": (FIGURE_COLOURS, "text/css"),
    **{style.name: (style, "text/css") for style in (TRAINING_STYLE, FIGURE_STYLE)},
    **{script.name: (script, "text/javascript") for script in (TRAINING_SCRIPT, FIGURE_SCRIPT)},
    **{
        name: (PAGE / name, "text/javascript")
        for name in ("page.js", "server.js", "moments.js", "controls.js", "dialog.js", "sound.js", "films.js")
    },
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every answer."""

MOST_BODY_BYTES = 1000
MOST_SAMPLES = 2**53
"""Numbers up to this are exact in a browser; so many samples are thousands of years."""
MOST_LETTERS = 64
"""Of an identity."""
KEY = re.compile(r"[^\W_]|[!-~]|space|enter|escape|backspace|left|right|up|down|row \d{1,3}")
"""The names of keys that a page may press; what is told of a mouse belongs to the terminal."""
BEAT_S = 1.0
"""A page that hears nothing for a few of these knows that the connection is lost, which no browser tells it."""
GONE_LOOK_S = 0.25
UNANSWERED_MS = 10_000
"""A viewer whose network is gone has left after so long."""


class SoundOutput(Protocol):
    """Where a page gets the sound, and says what was heard of it."""

    channels: int

    def stream(self, is_gone: Callable[[], bool]) -> Iterator[bytes]:
        """The sound from what was heard on, until `is_gone` or until another page wants it."""

    def was_heard(self, sample: float, lost_s: float) -> None:
        """A page hears this sample now, and has had holes of so many seconds in all."""


class Application:
    """The WSGI application, at the path that begins with `token`.

    `press` takes the names of keys; `sound` is where pages hear it, None where they don't. `film` gives the figure of a
    name as JSON, None where there is none.
    """

    def __init__(
        self,
        token: str,
        viewers: Viewers,
        press: Callable[[str], None],
        sound: SoundOutput | None = None,
        film: Callable[[str], str | None] = lambda _name: None,
    ) -> None:
        self._token, self._viewers, self._press, self._sound, self._film = token, viewers, press, sound, film
        self._names = own_names()
        self._posts: dict[str, Callable[[dict[str, Any]], None]] = {
            "keys": self._key,
            "control": self._control,
            "heard": self._heard,
        }

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer."""
        try:
            answer = self._answer(Request(environ))
        except HTTPException as error:
            answer = error.get_response()
        answer.headers.update(ALWAYS)
        answer.headers.pop("Date", None)  # the handler sends one
        return answer(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if not is_addressed(request.headers.get("Host", ""), self._names):
            raise MisdirectedRequest("This server answers at its address, at localhost and at its machine's name.")
        token, slash, name = request.path.removeprefix("/").partition("/")
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            raise NotFound("Take the whole address that the terminal shows.")
        if not slash:
            return Response(status=302, headers={"Location": f"/{self._token}/"})
        if request.method == "POST":
            return self._posted(request, name)
        if request.method not in {"GET", "HEAD"}:
            raise MethodNotAllowed(["GET", "HEAD", "POST"])
        if name == "events":
            return self._events(request)
        if name == "sound":
            return self._sounding(request)
        if name == "film":
            return self._filmed(request)
        return _file(name)

    # What a page asks for

    def _events(self, request: Request) -> Response:
        identity = _short(request.args.get("viewer"))
        try:
            viewer = self._viewers.join(identity, request.headers.get("User-Agent", ""))
        except TooManyError:
            raise ServiceUnavailable("There are as many viewers as there may be.") from None
        request.environ[OPENED].callback(self._viewers.leave, viewer)
        is_gone = _watching(request.environ[CONNECTION])

        def events() -> Iterator[bytes]:
            yield b"retry: 1000\n\n"
            silent_s = 0.0
            while not is_gone():
                told = viewer.next(GONE_LOOK_S)
                silent_s = 0.0 if told else silent_s + GONE_LOOK_S
                if told or silent_s >= BEAT_S:
                    silent_s = 0.0
                    yield "".join(
                        f"event: {kind}\ndata: {data}\n\n" for kind, data in (told or {"beat": "1"}).items()
                    ).encode()
                if "end" in told:
                    return

        return Response(events(), mimetype="text/event-stream")

    def _sounding(self, request: Request) -> Response:
        if self._sound is None:
            raise NotFound
        identity = _short(request.args.get("viewer"))
        if not self._viewers.has_controls(identity):
            raise Forbidden("The sound plays where the controls are.")
        is_gone = _watching(request.environ[CONNECTION])
        headers = {"Voicecoach-Channels": str(self._sound.channels)}
        stream = self._sound.stream(lambda: is_gone() or not self._viewers.has_controls(identity))
        request.environ[OPENED].callback(stream.close)  # type: ignore[attr-defined]
        return Response(stream, mimetype="application/octet-stream", headers=headers)

    def _filmed(self, request: Request) -> Response:
        film = self._film(_short(request.args.get("name")))
        if film is None:
            raise NotFound
        return Response(film, mimetype="application/json")

    # What a page says

    def _posted(self, request: Request, name: str) -> Response:
        """Only the page itself can send this: no form of another page has this type, and its origin isn't ours."""
        if name not in self._posts:
            raise NotFound
        if request.headers.get("Origin") != f"http://{request.headers.get('Host')}":
            raise Forbidden("This comes from another page.")
        if request.mimetype != "application/json":
            raise UnsupportedMediaType
        self._posts[name](_said(request))
        return Response(status=204)

    def _key(self, said: dict[str, Any]) -> None:
        if not self._viewers.has_controls(_short(said.get("viewer"))):
            raise Forbidden("Another screen has the controls.")
        key = said.get("key")
        if not isinstance(key, str) or not KEY.fullmatch(key):
            raise BadRequest
        self._press(key)

    def _control(self, said: dict[str, Any]) -> None:
        identity = _short(said.get("viewer"))
        if said.get("take") is False:
            self._viewers.release(identity)
        elif not self._viewers.take(identity):
            raise Forbidden("Another screen has the controls.")

    def _heard(self, said: dict[str, Any]) -> None:
        sample, lost_s = said.get("sample"), said.get("lost_s", 0)
        if self._sound is None or not self._viewers.has_controls(_short(said.get("viewer"))):
            raise Forbidden("The sound plays elsewhere.")
        if not all(isinstance(one, int | float) and 0 <= one < MOST_SAMPLES for one in (sample, lost_s)):
            raise BadRequest
        self._sound.was_heard(float(sample or 0), float(lost_s))


def _said(request: Request) -> dict[str, Any]:
    request.max_content_length = MOST_BODY_BYTES
    try:
        said = request.get_json()
    except RecursionError:  # a list in a list in a list …
        raise BadRequest from None
    if not isinstance(said, dict):
        raise BadRequest
    return said


def _short(said: object) -> str:
    if not isinstance(said, str) or not 0 < len(said) <= MOST_LETTERS or not said.isprintable():
        raise BadRequest
    return said


def _file(name: str) -> Response:
    if name not in FILES:
        raise NotFound
    path, kind = FILES[name]
    return Response(path.read_bytes(), mimetype=kind)


def _watching(connection: socket.socket) -> Callable[[], bool]:
    """Whether a client has hung up: it has nothing to say any more, so that anything to be read is its end."""
    with suppress(OSError, AttributeError):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNANSWERED_MS)

    def is_gone() -> bool:
        try:
            ready, _, _ = select.select([connection], [], [], 0)
        except (OSError, ValueError):
            return True
        return bool(ready)

    return is_gone
