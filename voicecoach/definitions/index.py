"""The library's index: what `list` and a picked session have to know of what is built in, without reading every file.

`scripts/make_library_index.py` writes it from the definitions; a test says when it has to be made anew.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from voicecoach.definitions.groups import Difficulty, Family, Muscle
from voicecoach.definitions.model import Position, Sides
from voicecoach.definitions.session import SectionKind

INDEX = Path(__file__).parent / "library" / "index.json"


@dataclass(frozen=True)
class ExerciseEntry:
    """An exercise as it is looked for.

    Each of `needs` is met by any one of its items; `substitutes` has the exercise that takes its place without an item.
    `amount` is where its prescription starts, `8-10` or `30 s`, empty for a distance, an open set or sets that differ;
    `set_s` is how long a set at the top of that takes, both sides and the change between them included, `rep_s` a
    repetition, `None` if it goes by time. `ready_s` is the time to get into position, `said` how many characters its
    set-up has, `easier` and `harder` variations that need nothing more, and take no longer.
    """

    name: str
    title: str
    about: str = ""
    family: Family | None = None
    muscles: tuple[Muscle, ...] = ()
    level: Difficulty | None = None
    sides: Sides = Sides.NONE
    position: Position = Position.STANDING
    hold: bool = False
    needs: tuple[tuple[str, ...], ...] = ()
    substitutes: Mapping[str, str] = field(default_factory=dict)
    amount: str = ""
    set_s: float | None = None
    rep_s: float | None = None
    ready_s: float = 0.0
    said: int = 0
    easier: str | None = None
    harder: str | None = None


@dataclass(frozen=True)
class SessionEntry:
    """A session as it is looked for.

    `minutes` are those of its first and its last week with the voice that ships, in whole minutes. `exercises` are by
    name; those of its own, which the library hasn't, are in `own`.
    """

    name: str
    title: str
    about: str = ""
    level: Difficulty | None = None
    kinds: tuple[SectionKind, ...] = ()
    weeks: int = 1
    minutes: tuple[int, int] = (0, 0)
    exercises: tuple[str, ...] = ()
    own: Mapping[str, ExerciseEntry] = field(default_factory=dict)


@dataclass(frozen=True)
class Index:
    """All that is built in: sessions and exercises by name, and how each piece of equipment is said."""

    sessions: Mapping[str, SessionEntry]
    exercises: Mapping[str, ExerciseEntry]
    equipment: Mapping[str, str]

    def can_be_done(self, entry: SessionEntry | ExerciseEntry, missing: Collection[str]) -> bool:
        """Whether all of it can be done without the items `missing`, substitutes counted."""
        if isinstance(entry, ExerciseEntry):
            return self._is_doable(entry, missing, self.exercises)
        known = {**self.exercises, **entry.own}
        return all(self._is_doable(known[name], missing, known) for name in entry.exercises)

    def _is_doable(
        self,
        entry: ExerciseEntry,
        missing: Collection[str],
        known: Mapping[str, ExerciseEntry],
        before: frozenset[str] = frozenset(),
    ) -> bool:
        unmet = [need for need in entry.needs if all(item in missing for item in need)]
        if not unmet:
            return True
        before |= {entry.name}
        instead = [known[use] for item, use in entry.substitutes.items() if item in unmet[0] and use in known]
        return any(one.name not in before and self._is_doable(one, missing, known, before) for one in instead)


@cache
def load_index() -> Index:
    """The index that ships."""
    tree = _tree()
    return Index(
        {name: _session(name, one) for name, one in tree["sessions"].items()},
        {name: _exercise(name, one) for name, one in tree["exercises"].items()},
        tree["equipment"],
    )


def indexed_titles(kind: str) -> Mapping[str, str]:
    """The titles in the index of `sessions` or `exercises`, by name."""
    return {name: one["title"] for name, one in _tree().get(kind, {}).items()}


@cache
def _tree() -> dict[str, dict[str, Any]]:
    try:
        tree: dict[str, dict[str, Any]] = json.loads(INDEX.read_bytes())
    except FileNotFoundError:  # it is being made
        return {"sessions": {}, "exercises": {}, "equipment": {}}
    return tree


def _exercise(name: str, one: Mapping[str, Any]) -> ExerciseEntry:
    return ExerciseEntry(
        name=name,
        title=one["title"],
        about=one.get("about", ""),
        family=Family(one["family"]) if "family" in one else None,
        muscles=tuple(map(Muscle, one.get("muscles", ()))),
        level=Difficulty(one["level"]) if "level" in one else None,
        sides=Sides(one.get("sides", Sides.NONE)),
        position=Position(one.get("position", Position.STANDING)),
        hold=one.get("hold", False),
        needs=tuple(map(tuple, one.get("needs", ()))),
        substitutes=one.get("substitutes", {}),
        amount=one.get("amount", ""),
        set_s=one.get("set_s"),
        rep_s=one.get("rep_s"),
        ready_s=one.get("ready_s", 0.0),
        said=one.get("said", 0),
        easier=one.get("easier"),
        harder=one.get("harder"),
    )


def _session(name: str, one: Mapping[str, Any]) -> SessionEntry:
    return SessionEntry(
        name=name,
        title=one["title"],
        about=one.get("about", ""),
        level=Difficulty(one["level"]) if "level" in one else None,
        kinds=tuple(map(SectionKind, one["kinds"])),
        weeks=one["weeks"],
        minutes=(one["minutes"][0], one["minutes"][-1]),
        exercises=tuple(one["exercises"]),
        own={own: _exercise(own, facts) for own, facts in one.get("own", {}).items()},
    )
