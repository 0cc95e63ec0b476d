"""What was measured, as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A line of the table; `reached` is None where there is no target."""

    what: str
    measured: str
    target: str = ""
    reached: bool | None = None

    @classmethod
    def at_most(cls, limit: float, unit: str, value: float, what: str, shown: str) -> Row:
        """A line about a `value` that should not be larger than `limit`."""
        return cls(what, shown, f"≤ {limit:g} {unit}", value <= limit)

    @classmethod
    def at_least(cls, limit: float, unit: str, value: float, what: str) -> Row:
        """A line about a `value` that should not be smaller than `limit`."""
        return cls(what, f"{value:.1f} {unit}", f"≥ {limit:g} {unit}", value >= limit)

    def cells(self) -> tuple[str, ...]:
        """Its cells as text."""
        return (self.what, self.measured, self.target, {None: "", True: "yes", False: "**no**"}[self.reached])


def in_seconds(seconds: float) -> str:
    """A time as it stands in the table."""
    return f"{seconds:.2f} s"


def table(lines: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    head = [("measured", "result", "target", "reached"), ("---",) * 4]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [*head, *(line.cells() for line in lines)])
