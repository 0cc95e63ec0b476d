"""The phrase catalogue: every line that belongs to no exercise, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from voicecoach.definitions.model import Wordings


@dataclass(frozen=True)
class Phrases:
    """A catalogue.

    `lines` gives for each name the variants to choose from, each with its shorter wordings; `numbers` the words for
    0, 1, 2 … as far as they go, `words` single words such as the names of the sides. `own` names the lines that an
    author has written in place of stock lines.
    """

    language: str
    lines: Mapping[str, tuple[Wordings, ...]]
    words: Mapping[str, str]
    numbers: tuple[str, ...]
    own: frozenset[str] = frozenset()

    def line(self, name: str, **values: str | int) -> Wordings:
        """The wordings of the first variant of the line `name`, with `values` filled in."""
        return self.filled(self.lines[name][0], **values)

    def filled(self, variant: Wordings, /, **values: str | int) -> Wordings:
        """The wordings of a variant with `values` filled in; whole numbers become words."""
        return _filled(variant, tuple((key, self._spoken(value)) for key, value in values.items()))

    def _spoken(self, value: str | int) -> str:
        return self.number(value) if isinstance(value, int) else value

    def is_own(self, name: str) -> bool:
        """Whether the line `name` is an author's rather than a stock line."""
        return name in self.own

    def with_lines(self, lines: Mapping[str, tuple[Wordings, ...]]) -> Phrases:
        """The catalogue with these lines in place of its own."""
        return replace(self, lines={**self.lines, **lines}, own=self.own | set(lines))

    def word(self, name: str) -> str:
        """A single word, such as `left`."""
        return self.words[name]

    def number(self, value: int) -> str:
        """The word for a number, or its digits where the catalogue has none."""
        return self.numbers[value] if 0 <= value < len(self.numbers) else str(value)

    def joined(self, parts: list[str], last: str = "and") -> str:
        """`a, b and c`."""
        if len(parts) < 2:  # noqa: PLR2004
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.words[last]} {parts[-1]}"


@lru_cache(4096)
def _filled(variant: Wordings, values: tuple[tuple[str, str], ...]) -> Wordings:
    """A variant with its values; a long session says the same again and again."""
    return tuple(_sentence(wording.format(**dict(values))) for wording in variant)


def _sentence(text: str) -> str:
    """Begin sentences with a capital letter: a number or a name may have come first."""
    return re.sub(r"(^|[.!?] )([^\W\d_])", lambda match: match[1] + match[2].upper(), text)
