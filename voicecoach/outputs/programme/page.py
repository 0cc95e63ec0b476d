"""The web page of a programme: one file that works from a disk, from any host, and without a network."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.outputs.programme.model import Programme
from voicecoach.outputs.programme.texts import visible
from voicecoach.outputs.programme.view import page_view
from voicecoach.outputs.programme.web_app import MANIFEST, WORKER

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).parent / "templates"


def page(programme: Programme) -> str:
    """The whole `index.html` of a programme; equal programmes give equal pages.

    Beside it the page expects the sound files, the logo, the icons, the manifest and the worker, by the names that
    `model` and `web_app` give them.
    """
    style, script = (TEMPLATES / name for name in ("page.css", "page.js"))
    return _template().render(
        view=page_view(programme),
        style=style.read_text("utf-8"),
        script=(code := script.read_text("utf-8")),
        script_digest=b64encode(sha256(code.encode()).digest()).decode(),
        manifest=MANIFEST,
        worker=WORKER,
    )


def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: visible(value) if isinstance(value, str) else value,
    )
    return environment.get_template("page.html.jinja")
