"""The web page of a programme: one file that works from a disk, from any host, and without a network."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from voicecoach.programme.model import Programme
from voicecoach.programme.page_script import page_script
from voicecoach.programme.page_view import page_view
from voicecoach.programme.rendering import TEMPLATES, template
from voicecoach.programme.texts import visible
from voicecoach.programme.web_app import MANIFEST, WORKER
from voicecoach.web.files import FIGURE_COLOURS, FIGURE_STYLE, TRAINING_STYLE

STYLES = ("page", "session", "exercises", "training", "sheet")
_INDENT = re.compile(r"\n\s+")


def page(programme: Programme) -> str:
    """The whole `index.html` of a programme; equal programmes give equal pages.

    Beside it the page expects the sound files and their scripts, the figures, the logo, the icons, the manifest and
    the worker, by the names that `model` and `web_app` give them.
    """
    code = page_script()
    return template("page.html.jinja", _shown).render(
        view=page_view(programme),
        style=_style(),
        script=code,
        script_digest=b64encode(sha256(code.encode()).digest()).decode(),
        manifest=MANIFEST,
        worker=WORKER,
    )


def _style() -> str:
    sheets = (FIGURE_COLOURS, FIGURE_STYLE, TRAINING_STYLE, *(TEMPLATES / "page" / f"{name}.css" for name in STYLES))
    return "".join(_INDENT.sub("\n", sheet.read_text("utf-8")) for sheet in sheets)


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
