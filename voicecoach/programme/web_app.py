"""What makes the page an app on a phone: the manifest, and the worker that keeps its files for use without network."""

from __future__ import annotations

import json
from collections.abc import Mapping

from voicecoach.programme.model import APP_ICONS, Programme
from voicecoach.programme.rendering import TEMPLATES
from voicecoach.programme.texts import visible

MANIFEST = "manifest.webmanifest"
WORKER = "worker.js"

NIGHT = "#16243d"
SHORT_NAME_LETTERS = 14
"""About what fits below an icon."""

_PLACE = '"FILES GO HERE"'


def manifest(programme: Programme) -> str:
    """The web app's manifest as JSON. Its `id` stays the same over all versions of the programme."""
    about = {
        "id": str(programme.identity),
        "name": visible(programme.full_title),
        "short_name": visible(_short(programme.title)),
        "lang": programme.language,
        "start_url": ".",
        "scope": ".",
        "display": "standalone",
        "background_color": NIGHT,
        "theme_color": NIGHT,
        "icons": [_icon(width, "any") for width in APP_ICONS] + [_icon(max(APP_ICONS), "maskable")],
    }
    return json.dumps(about, indent=2) + "\n"


def _icon(width: int, purpose: str) -> dict[str, str]:
    return {"src": APP_ICONS[width], "sizes": f"{width}x{width}", "type": "image/png", "purpose": purpose}


def _short(title: str) -> str:
    """The first words of a title, as many as fit below an icon, or the beginning of its first."""
    kept = ""
    for word in title.split():
        longer = f"{kept} {word}".strip()
        if len(longer) > SHORT_NAME_LETTERS:
            break
        kept = longer
    return kept or title.strip()[:SHORT_NAME_LETTERS]


def service_worker(digests: Mapping[str, str]) -> str:
    """The worker's script for the files with these names, relative to the page, and digests of their content.

    It fetches anew what has another digest and drops what is no longer named, so `digests` has to name every file that
    is needed without a network, and a digest has to change whenever its file does. Sound files are kept on the page's
    wish, all others from the start.
    """
    code = (TEMPLATES / WORKER).read_text("utf-8")
    return code.replace(_PLACE, json.dumps(dict(digests), indent=2))
