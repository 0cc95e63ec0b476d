"""The templates of what is shared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach import templates

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).parent / "templates"


def template(name: str, finalize: Callable[[object], object]) -> Template:
    """The template in a file of this room, in which every value passes through `finalize` and is then escaped."""
    return templates.template(TEMPLATES / name, finalize)
