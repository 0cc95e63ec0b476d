"""The web page of a programme: one file that works from a disk, from any host, and without a network."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from voicecoach.programme.model import Programme
from voicecoach.programme.page_view import page_view
from voicecoach.programme.rendering import TEMPLATES, template
from voicecoach.programme.texts import visible
from voicecoach.programme.web_app import MANIFEST, WORKER


def page(programme: Programme) -> str:
    """The whole `index.html` of a programme; equal programmes give equal pages.

    Beside it the page expects the sound files, the logo, the icons, the manifest and the worker, by the names that
    `model` and `web_app` give them.
    """
    style, script = (TEMPLATES / name for name in ("page.css", "page.js"))
    return template("page.html.jinja", _shown).render(
        view=page_view(programme),
        style=style.read_text("utf-8"),
        script=(code := script.read_text("utf-8")),
        script_digest=b64encode(sha256(code.encode()).digest()).decode(),
        manifest=MANIFEST,
        worker=WORKER,
    )


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) else value
