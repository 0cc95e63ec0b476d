"""What a word of a figure was meant to be, with the side that stands before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from voicecoach.definitions.figure_words import SIDES
from voicecoach.errors import certain_name, nearest_name

Find = Callable[[str, Collection[str]], str | None]


@dataclass(frozen=True)
class Words:
    """The words that may stand in one place of a figure; `by_side` gives nothing for one that has no such side."""

    known: Collection[str]
    by_side: Callable[[str], object] = lambda _: None

    def told(self, name: str) -> str:
        """The nearest of the known words, or all of them, as a sentence that begins with a space."""
        near = self._meant(name, nearest_name)
        return f" Did you mean {near!r}?" if near else f" Known: {', '.join(self.known)}."

    def certain(self, name: str) -> str | None:
        """The one word that can be meant; None where that leaves a doubt, or a side would be lost."""
        side, meant = name.partition(" ")[0], self._meant(name, certain_name)
        return None if meant and side in SIDES and not meant.startswith(f"{side} ") else meant

    def certain_keys(self, keys: Collection[str]) -> Mapping[str, str]:
        """What each key is certain to mean: none that another one means or says already."""
        meant = {key: self.certain(key) for key in keys}
        times = Counter(meant.values())
        return {key: word for key, word in meant.items() if word and times[word] == 1}

    def _meant(self, name: str, find: Find) -> str | None:
        side, _, rest = name.partition(" ")
        if side not in SIDES:
            near = find(side, SIDES) if rest in self.known else None
            return f"{near} {rest}" if near else find(name, self.known)
        word = find(rest, self.known)
        return f"{side} {word}" if word and self.by_side(f"{side} {word}") else word
