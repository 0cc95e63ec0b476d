"""The parts of a session in one line, each with the column in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from voicecoach.errors import DefinitionError, Place


class Part(NamedTuple):
    """A part of the line and where it stands, counted from zero."""

    text: str
    column: int

    def stripped(self) -> Part:
        """The part without white space around it."""
        inner = self.text.lstrip()
        return Part(inner.rstrip(), self.column + len(self.text) - len(inner))

    def after(self, count: int) -> Part:
        """The part without its first characters."""
        return Part(self.text[count:], self.column + count).stripped()

    def split(self, pattern: str) -> Iterator[Part]:
        """The parts between what the pattern finds, but for empty ones."""
        begin = 0
        for match in re.finditer(pattern, self.text, re.IGNORECASE):
            yield from _filled(Part(self.text[begin : match.start()], self.column + begin))
            begin = match.end()
        yield from _filled(Part(self.text[begin:], self.column + begin))

    def refused(self, place: Place, problem: str, fix: str) -> DefinitionError:
        """The error of this part of a line that begins at `place`."""
        return DefinitionError(Place(place.file, place.line, place.column + self.column), "", problem, fix)


def _filled(part: Part) -> Iterator[Part]:
    stripped = part.stripped()
    if stripped.text:
        yield stripped
