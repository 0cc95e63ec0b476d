"""Templates of files to write, read once, and what may stand in XML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold in any form (section 2.2)."""


@cache
def template(file: Path, finalize: Callable[[object], object]) -> Template:
    """The template in a file, in which every value passes through `finalize` and is then escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # here, since other commands don't need it

    environment = Environment(
        loader=FileSystemLoader(file.parent),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(file.name)


def safe_text(value: object) -> object:
    """Like `xml_text`; what is markup already stays as it is."""
    return value if hasattr(value, "__html__") else xml_text(value)


def xml_text(value: object) -> str:
    """A value as text without the characters that XML can't hold."""
    return _NOT_XML.sub("", str(value))
