"""The phrase catalogue: every line that belongs to no exercise, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from voicecoach.definitions.model import Wordings

_Filling = tuple[Wordings, tuple[tuple[str, str | int], ...]]


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
    _filled: dict[_Filling, Wordings] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Lines with what was filled in: a long session says the same again and again."""

    def line(self, name: str, **values: str | int) -> Wordings:
        """The wordings of the first variant of the line `name`, with `values` filled in."""
        return self.filled(self.lines[name][0], **values)

    def filled(self, variant: Wordings, /, **values: str | int) -> Wordings:
        """The wordings of a variant with `values` filled in; whole numbers become words."""
        filling = variant, tuple(values.items())
        if filling not in self._filled:
            spoken = {key: self._spoken(value) for key, value in values.items()}
            self._filled[filling] = tuple(_sentence(wording.format(**spoken)) for wording in variant)
        return self._filled[filling]

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


def _sentence(text: str) -> str:
    """Begin sentences with a capital letter: a number or a name may have come first."""
    return re.sub(r"(^|[.!?] )([^\W\d_])", lambda match: match[1] + match[2].upper(), text)
