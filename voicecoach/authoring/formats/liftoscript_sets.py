"""The sets of Liftoscript: `3x8-12 @8 60kg 90s, 1x5+ 70%`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

_SETS = re.compile(
    r"(?P<sets>\d{1,2})(?P<more>\+)?\s*x\s*(?P<low>\d{1,4})(?:\s*-\s*(?P<high>\d{1,4}))?(?P<open>\+)?(?=[\s@]|$)"
)
_NUMBER = r"(?:\d{1,4}(?:\.\d{1,9})?|\.\d{1,9})"
_LABEL = re.compile(r"\([^)]*\)")
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("timer", re.compile(r"(?P<work>\d{1,5})s\+?\|(?:(?P<rest>\d{1,5})s|\?)")),  # 60s|30s: a set of 60 s, then 30 s
    ("rest", re.compile(r"(?P<rest>\d{1,5})s")),
    ("rpe", re.compile(rf"@(?P<rpe>{_NUMBER})\+?")),
    ("ask", re.compile(r"@\+")),  # the app asks afterwards how hard it was
    ("percent", re.compile(rf"(?P<percent>[+-]?{_NUMBER})%\+?")),
    ("weight", re.compile(rf"(?P<weight>[+-]?{_NUMBER})(?P<unit>kg|lb)\+?")),
    ("kind", re.compile(r"[a-z]{1,20}\[(?P<kind>\w{1,30})\]")),  # type[drop]: of which kind the set is
    ("ask", re.compile(r"\?\+?|auto")),  # what the app asks for, or goes on by itself with
)
"""What may stand beside a number of sets, or for all of them in a part of its own."""


@dataclass(frozen=True)
class LiftSet:
    """So many sets that are the same, or so many at least (`may_be_more`); what is `None` isn't written."""

    sets: int
    low: int
    high: int
    is_open: bool = False
    may_be_more: bool = False
    work_s: int | None = None
    rest_s: int | None = None
    load: str | None = None
    rpe: str | None = None
    kind: str | None = None

    def completed(self, other: LiftSet) -> LiftSet:
        """The sets, with what another says of all of them where these don't say it."""
        return replace(
            self,
            work_s=other.work_s if self.work_s is None else self.work_s,
            rest_s=other.rest_s if self.rest_s is None else self.rest_s,
            load=self.load or other.load,
            rpe=self.rpe or other.rpe,
            kind=self.kind or other.kind,
        )


NO_SETS = LiftSet(0, 0, 0)


def read_sets(part: str) -> tuple[LiftSet, ...] | None:
    """The sets that a part of an exercise's line lists, or one with no sets that says what all are; `None` if none."""
    found = [_set(_LABEL.sub(" ", one).strip().removeprefix("!").strip()) for one in part.split(",")]
    whole = tuple(one for one in found if one is not None)
    is_mixed = len(whole) > 1 and any(one.sets == 0 for one in whole)
    return None if len(whole) < len(found) or is_mixed else whole


def _set(text: str) -> LiftSet | None:
    match = _SETS.match(text)
    rest = text[match.end() :] if match else text
    found = NO_SETS
    if match:
        low = int(match["low"])
        high, is_open, may_be_more = int(match["high"] or low), bool(match["open"]), bool(match["more"])
        found = LiftSet(int(match["sets"]), low, high, is_open=is_open, may_be_more=may_be_more)
    words = rest.replace("@", " @").split()
    if not match and not words:
        return None
    for word in words:
        said = _said(word)
        if said is None:
            return None
        found = found.completed(said)
    return found


def _said(word: str) -> LiftSet | None:
    for kind, form in _PARTS:
        if match := form.fullmatch(word):
            return _beside(kind, match)
    return None


def _beside(kind: str, match: re.Match[str]) -> LiftSet:
    read = _READ.get(kind)
    return read(match) if read else NO_SETS


def _timer(match: re.Match[str]) -> LiftSet:
    return replace(NO_SETS, work_s=int(match["work"]), rest_s=int(match["rest"]) if match["rest"] else None)


_READ: Mapping[str, Callable[[re.Match[str]], LiftSet]] = {
    "timer": _timer,
    "rest": lambda match: replace(NO_SETS, rest_s=int(match["rest"])),
    "rpe": lambda match: replace(NO_SETS, rpe=f"RPE {float(match['rpe']):g}"),
    "percent": lambda match: replace(NO_SETS, load=f"{float(match['percent']):g} %"),
    "weight": lambda match: replace(NO_SETS, load=f"{float(match['weight']):g} {match['unit']}"),
    "kind": lambda match: replace(NO_SETS, kind=_in_words(match["kind"])),
}
"""What each of `_PARTS` says of sets."""


def _in_words(name: str) -> str:
    """A name of a program's in words: `dropSet` is `drop set`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()
