"""Where faults are gathered, so that all of a file's are told at once."""

from __future__ import annotations

from voicecoach.errors import DefinitionError, Fault, Place

MOST_FAULTS = 500
"""Nobody mends so many by hand, and each takes its time to be explained."""


class Faults:
    """What is wrong with a definition, as far as it is known; no fault is told twice.

    With `MOST_FAULTS` of them there is no reading on: they are raised as a DefinitionError.
    """

    def __init__(self) -> None:
        self._found: dict[Fault, None] = {}

    def __len__(self) -> int:
        return len(self._found)

    def add(self, fault: Fault) -> None:
        """Note a fault."""
        self._found.setdefault(fault)
        if len(self._found) >= MOST_FAULTS:
            self.raise_any(fault.place.file if isinstance(fault.place, Place) else fault.place)

    def add_all(self, error: DefinitionError) -> None:
        """Note the faults of an error."""
        for fault in error.faults:
            self.add(fault)

    def add_from(self, others: Faults) -> None:
        """Note all of the others' faults."""
        self._found.update(others._found)

    def raise_any(self, file: str) -> None:
        """Raise DefinitionError with all faults, in the order of `file`; those of other files come after its own."""
        if self._found:
            raise DefinitionError.of(sorted(self._found, key=lambda fault: _order(fault, file)))


def _order(fault: Fault, file: str) -> tuple[bool, str, int, int]:
    place = fault.place if isinstance(fault.place, Place) else Place(fault.place, 0, 0)
    return place.file != file, place.file, place.line, place.column
