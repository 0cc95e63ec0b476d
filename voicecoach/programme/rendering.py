"""The templates of what is shared, read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).parent / "templates"


@cache
def template(name: str, finalize: Callable[[object], object]) -> Template:
    """The template in a file, in which every value passes through `finalize` and is then escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # here, since other commands don't need it

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
