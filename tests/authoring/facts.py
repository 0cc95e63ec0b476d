"""What a person reads from a text, and how much of it an answer has right.

A file of facts has a line for an exercise, `Name: sets=3 reps=8-10 s=30 rest=60 sides=each load=20`, with what the text
states, and before them, in brackets, the kind of their section with what it states: `[circuit rounds=3]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent / "texts"
_OF_SECTION = {"kind", "rounds", "round_rest", "minutes"}
_JSON = {"s": "seconds", "m": "distance_m", "rest": "rest_s", "round_rest": "round_rest_s"}
_BESIDE = {"the", "a", "of", "with", "and", "on", "in"}


@dataclass(frozen=True)
class Fact:
    """An exercise with what is stated of it, its section's facts among them."""

    name: str
    stated: Mapping[str, str] = field(default_factory=dict)
    section: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Score:
    """How many facts are right, of how many; what was wrong, and what was invented."""

    right: int
    total: int
    wrong: tuple[str, ...]
    invented: tuple[str, ...]

    @property
    def share(self) -> float:
        """Of the facts, those that are right; what is invented costs one."""
        return max(0, self.right - len(self.invented)) / self.total


def facts_of(text: str) -> list[Fact]:
    """The facts of a file of them."""
    found, section = list[Fact](), dict[str, str]()
    for line in text.splitlines():
        if head := re.fullmatch(r"\[(\S+)(.*)\]", line):
            section = {"kind": head[1], **_pairs(head[2])}
        elif line.strip():
            name, _, stated = line.rpartition(":")
            found.append(Fact(name, _pairs(stated), section))
    return found


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in text.split())


def scored(facts: list[Fact], answer: Mapping[str, Any]) -> Score:
    """How the answer of `import --json` does."""
    found = [(section, one) for section in answer["sections"] for one in section["exercises"]]
    pairs = _matched(facts, [one["name"] for _, one in found])
    right, total = 0, 0
    wrong, invented = list[str](), list[str]()
    for at, fact in enumerate(facts):
        total += 1 + len(fact.stated)
        if at not in pairs:
            wrong.append(f"no {fact.name!r}")
            continue
        section, one = found[pairs[at]]
        missed = [key for key, want in fact.stated.items() if not _is_right(key, want, section, one)]
        right += 1 + len(fact.stated) - len(missed)
        wrong += [f"{fact.name}: {key} {fact.stated[key]}, not {one.get(_JSON.get(key, key))}" for key in missed]
        invented += [f"{fact.name}: {key} {one[key]}" for key in _invented(fact, one)]
    invented += [f"not in the text: {one['name']!r}" for at, (_, one) in enumerate(found) if at not in pairs.values()]
    told = _sections(facts, found, pairs)
    right, total = right + sum(good for good, _ in told), total + len(told)
    return Score(right, total, (*wrong, *(what for good, what in told if not good)), tuple(invented))


def _sections(facts: list[Fact], found: list[Any], pairs: dict[int, int]) -> list[tuple[bool, str]]:
    """Each fact of a section, whether it is right and what it is; once for each section."""
    told = []
    seen: list[int] = []
    for at, fact in enumerate(facts):
        if fact.section and id(fact.section) not in seen and at in pairs:
            seen.append(id(fact.section))
            section = found[pairs[at]][0]
            told += [
                (
                    _is_of_section(key, want, section),
                    f"section of {fact.name}: {key} {want}, not {section.get(_JSON.get(key, key))}",
                )
                for key, want in fact.section.items()
                if want != "list"
            ]
    return told


def _is_of_section(key: str, want: str, section: Mapping[str, Any]) -> bool:
    have = section.get(_JSON.get(key, key))
    return bool(have == want if key == "kind" else have is not None and float(have) == float(want))


def _is_right(key: str, want: str, section: Mapping[str, Any], one: Mapping[str, Any]) -> bool:
    have = one.get(_JSON.get(key, key))
    if key == "sides":
        return bool(have == want)
    if key == "load":
        return want in re.findall(r"[\d.]+", have or "")
    if have is None and key == "sets":
        have = section.get("rounds")
    if have is None and key == "rest":
        have = section.get("rest_s")
    ends = [float(end) for end in want.split("-")]
    span = [have, have] if isinstance(have, (int, float)) else have
    return span is not None and (span[0] == ends[0] if key in {"rest", "sets"} else span == [ends[0], ends[-1]])


def _invented(fact: Fact, one: Mapping[str, Any]) -> Iterator[str]:
    for key, stated in (("sets", "sets"), ("reps", "reps"), ("seconds", "s"), ("rest_s", "rest"), ("load", "load")):
        if one.get(key) not in (None, 1) and stated not in fact.stated and key not in one["guessed"]:
            if key == "rest_s" and ("round_rest" in fact.section or fact.section.get("kind") == "intervals"):
                continue
            if key == "reps" and one.get("each_set"):
                continue
            yield key


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", re.sub(r"s\b", "", name.lower()))) - _BESIDE


def _alike(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    return bool(a and b) and len(a & b) / len(a | b) >= 0.5


def _matched(facts: list[Fact], names: list[str]) -> dict[int, int]:
    """Facts and found exercises in pairs, in order, as many as possible."""
    best = [[0] * (len(names) + 1) for _ in range(len(facts) + 1)]
    for i in reversed(range(len(facts))):
        for j in reversed(range(len(names))):
            both = best[i + 1][j + 1] + 1 if _alike(facts[i].name, names[j]) else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    i = j = 0
    pairs = {}
    while i < len(facts) and j < len(names):
        if _alike(facts[i].name, names[j]) and best[i][j] == best[i + 1][j + 1] + 1:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
