"""Inputs of less than 1 MB that would take much time or memory, made for each of the readers."""

from __future__ import annotations

from collections.abc import Mapping

from tests.fuzz.bombs.documents import docx_bombs, mhtml_bombs, spoken_bombs
from tests.fuzz.bombs.made import Makes
from tests.fuzz.bombs.packs import pack_bombs
from tests.fuzz.bombs.pdfs import pdf_bombs
from tests.fuzz.bombs.pictures import picture_bombs
from tests.fuzz.bombs.sounds import m4a_bombs, sounds

BOMBS: Mapping[str, Makes] = {
    "import-docx": docx_bombs,
    "import-mhtml": mhtml_bombs,
    "import-pdf": pdf_bombs,
    "import-txt": spoken_bombs,
    "logo": picture_bombs,
    "pack": pack_bombs,
    "music": sounds,
    "m4a": m4a_bombs,
    "tone": sounds,
    "recording": sounds,
}
"""For each reader what makes such inputs."""
