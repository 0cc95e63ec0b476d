"""What is to be read on a screen of some size: which things, how they may be arranged, and what matters how much."""

from __future__ import annotations

from dataclasses import dataclass, replace

from voicecoach.plan.script import StepKind
from voicecoach.terminal.block_letters import width_of
from voicecoach.terminal.layout import Bar, Beside, Column, Lines, Node, Space, Words
from voicecoach.terminal.lettering import plain_lines
from voicecoach.terminal.lines import State, following, number_text, status, where
from voicecoach.timeline.places import WORKING
from voicecoach.timeline.view import View

ROOMY_ROWS = 26
"""So many rows have two for a cue, and what to do in large letters."""
CUE = "Keep your hips level and breathe out on the way up."
"""As long as cues usually are: room is kept for one."""
LONG_CUE = "Keep your hips level and your ribs down, and breathe out on the way up."
"""So much in a window of so many rows."""
LONG_FROM_ROWS = 45
TITLE_LINES = 3
LIST_BESIDE_ROWS = 6
NOTES_BESIDE_ROWS = 4
"""Rows that stand around a list, and around notes."""
TITLE_ROWS = 2
"""So many rows a title may have in plain letters, before it is cut."""
BESIDE_SHARE = 0.5
"""So much of the columns is left for what stands beside a number."""
MOST_ROWS = 3
"""So many rows are made for a long line, though others then move."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing: how it is laid out, what is read there (see `layout.fitted`), and its style in the palette.

    What is free is as large as its room allows, whatever it measured.
    """

    what: Words | Lines | Bar
    texts: tuple[str, ...] = ()
    style: str = "strong"
    is_free: bool = False

    @property
    def is_list(self) -> bool:
        """Whether its texts stand below each other."""
        return isinstance(self.what, Lines)


@dataclass(frozen=True, slots=True)
class Scene:
    """All things by their names, and the ways in which they may be arranged."""

    ways: tuple[Column, ...]
    shown: dict[str, Shown]


def scene(view: View, state: State, space: Space) -> Scene:
    """What there is to see at a moment."""
    things = _Things(view, state, space)
    if state.notes:
        things.opening_notes()
    elif view.kind in WORKING:
        things.work()
    elif view.kind == StepKind.OUTRO:
        things.outro()
    else:
        things.break_()
    return Scene(tuple(things.ways), things.shown)


class _Things:
    """Collects what stands on a screen."""

    def __init__(self, view: View, state: State, space: Space) -> None:
        self._view, self._state, self._space = view, state, space
        self.shown: dict[str, Shown] = {}
        self.ways: list[Column] = []

    # The four scenes

    def work(self) -> None:
        """The number and the phase beside or above each other, below the exercise and the set."""
        view = self._view
        head = self._all(
            self._title(view.title, 0.22, 1.0),
            self._words("place", self._places(), 0.2, "accent", lines=2),
        )
        number, foot = self._number(0.6 if view.entries else 1.0), self._foot()
        entries = self._list("entries", view.entries, 0.8)
        if entries:
            self._arrange(
                (*head, Beside(number, entries, 0.34, number_first=False), *foot), (*head, entries, number, *foot)
            )
            return
        beside = self._all(self._status(0.42), self._words("of", (self._of(),), 0.25, "accent"))
        self._arrange(
            (*head, Beside(number, Column(beside), 0.66), *foot),
            (*head, number, *beside, *foot),
        )

    def break_(self) -> None:
        """What comes next is the big thing, with the seconds beside it; in a change of sides that is the side."""
        view = self._view
        coming = view.upcoming
        is_change = view.kind == StepKind.CHANGE
        title = view.title if not coming or (view.title and not coming.is_other and not coming.load) else coming.title
        side = (coming.side if coming else view.side) or ""
        turn = str(coming.turn or "") if coming else ""
        amount = ", ".join(part for part in (coming.amount, coming.load) if part) if coming else ""
        big, small = (0.9, 0.35) if is_change else (0.36, 0.55)
        named = (
            self._title(title, small, BESIDE_SHARE),
            self._words(
                "side",
                (f"{side} side" if side in {"left", "right"} and not is_change else side,),
                big,
                "accent",
                lines=2,
            ),
        )
        facts = self._all(
            *(reversed(named) if is_change else named),
            self._words("turn", (turn,), 0.22, lines=2),
            self._words("amount", (amount,), 0.28, lines=2),
            self._list("entries", coming.entries, 0.25) if coming else None,
        )
        status, number = self._status(0.22) if self._has_status else None, self._number(1.25)
        foot = self._all(
            self._words("needs", (f"Fetch: {view.needs}" if view.needs else "",), 0.22, "accent", lines=2),
            *self._foot(),
        )
        self._arrange(
            (*self._all(status), Beside(number, Column(facts), 0.42, number_first=False), *foot) if facts else (),
            (*self._all(status), *facts, number, *foot),
        )

    def outro(self) -> None:
        """That it is done."""
        self._arrange((*self._all(self._status(1.0)), *self._foot()))

    def opening_notes(self) -> None:
        """What is to be known before it begins."""
        head = self._all(self._words("heading", ("Before you begin",), 0.6, "accent", lines=2))
        texts = self._notes_with_room()
        notes = [
            self._words(f"note {number}", (text,), 0.3, lines=4, rows=self._rows_of(text))
            for number, text in enumerate(texts)
        ]
        self._arrange((*head, *self._all(*notes), *self._foot()))

    def _notes_with_room(self) -> list[str]:
        """As many notes as fit in plain letters, and how many more there are."""
        room, texts = self._space.rows - NOTES_BESIDE_ROWS, list(self._state.notes)
        while len(texts) > 1 and sum(map(self._rows_of, texts)) + (len(texts) < len(self._state.notes)) > room:
            texts.pop()
        missing = len(self._state.notes) - len(texts)
        return [*texts, *([f"and {missing} more, told again at the end"] if missing else [])]

    # Their parts

    @property
    def _has_status(self) -> bool:
        """Whether it says what to do: the edge of a small window does that already, but for what stops everything."""
        return self._space.rows >= ROOMY_ROWS or self._state.paused or self._state.holding

    def _status(self, weight: float) -> Words | None:
        """The phase, or what to do; as wide as any that may come while the step lasts.

        How it goes on is said in the edge of a small window, and not again.
        """
        text = status(self._view, self._state)
        short = text.partition(":")[0].partition("?")[0] + ("?" if "?" in text else "")
        widest = max((*self._view.phases, self._view.doing), key=_width)
        texts = (text, short) if self._space.rows >= ROOMY_ROWS else (short,)
        return self._words("status", tuple(dict.fromkeys(texts)), weight, "accent", measure=widest)

    def _number(self, weight: float) -> Words:
        text = number_text(self._view)
        digits = len(str(self._view.reps)) if self._view.reps else max(2, len(text))
        measure = "".join(":" if character == ":" else "8" for character in text.rjust(digits, "8"))
        words = Words("number", measure, weight)
        self.shown["number"] = Shown(words, (text,), "accent")
        return words

    def _of(self) -> str:
        if self._view.reps:
            return f"of {self._view.reps}"
        return "" if ":" in number_text(self._view) else "seconds"

    def _places(self) -> tuple[str, ...]:
        """Set and side, in full, or shorter where that has no room in large letters."""
        view, full = self._view, where(self._view).replace(",", "")
        if view.entries:
            return (str(view.turn or ""),)
        short = [f"{view.turn.number}/{view.turn.of}"] if view.turn else []
        short += [part for part in (view.side, view.target) if part]
        least = self._space.grain.narrowest(5)
        fits = (_width(full) or 0) * least <= self._space.columns * self._space.grain.across
        return (full,) if fits else (full, " ".join(short))

    def _foot(self) -> tuple[Node, ...]:
        """The bar, the cue or what is to be told instead, and what comes next."""
        view, state = self._view, self._state
        rows = 2 if self._space.rows >= ROOMY_ROWS else 1
        text = state.notice or view.cue or view.said
        rows = max(rows, min(MOST_ROWS, self._rows_of(text)))
        bar = Bar("bar", 0.12)
        self.shown["bar"] = Shown(bar)
        cue = self._words(
            "cue",
            (text or " ",),
            0.1,
            "notice" if state.notice else "soft",
            lines=4,
            rows=rows,
            measure=LONG_CUE if self._space.rows >= LONG_FROM_ROWS else CUE,
        )
        comes = following(view) if view.kind in WORKING else ""
        if cue:
            self.shown["cue"] = replace(self.shown["cue"], is_free=True)
        return self._all(cue, bar, self._words("next", (comes, comes.partition(", then ")[0]), 0.09, "soft", lines=2))

    def _words(  # noqa: PLR0913
        self,
        name: str,
        texts: tuple[str, ...],
        weight: float,
        style: str = "strong",
        *,
        lines: int = 1,
        rows: int = 1,
        measure: str = "",
    ) -> Words | None:
        """One thing to read, if there is anything to."""
        if not texts[0]:
            return None
        words = Words(name, measure or texts[-1], weight, lines, rows)
        self.shown[name] = Shown(words, texts, style)
        return words

    def _list(self, name: str, texts: tuple[str, ...], weight: float) -> Words | Lines | None:
        """A list, in running text where it hasn't a row for each."""
        if not texts:
            return None
        if len(texts) > self._space.rows - LIST_BESIDE_ROWS:
            text = "; ".join(texts)
            return self._words(name, (text,), weight, rows=min(self._rows_of(text), self._space.rows // 2))
        lines = Lines(name, texts, weight)
        self.shown[name] = Shown(lines, texts)
        return lines

    def _title(self, title: str, weight: float, share: float) -> Words | None:
        """The exercise, in so many rows as it takes in plain letters on this share of the columns."""
        rows = min(TITLE_ROWS, self._rows_of(title, share))
        return self._words("title", (title,), weight, lines=TITLE_LINES, rows=rows)

    def _rows_of(self, text: str, share: float = 1.0) -> int:
        return len(plain_lines(text, int(self._space.columns * share), self._space.rows))

    def _arrange(self, *ways: tuple[Node, ...]) -> None:
        self.ways = [Column(way) for way in ways if way]

    @staticmethod
    def _all(*nodes: Node | None) -> tuple[Node, ...]:
        return tuple(node for node in nodes if node is not None)


def _width(text: str) -> int:
    return width_of(text) or 4 * len(text)
