"""Where the player's sound goes, as a live session sees it: a device, or a browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, Self

from voicecoach.counted import counted
from voicecoach.player.playback import Snapshot


@dataclass(frozen=True, slots=True)
class Lost:
    """What should have been heard and wasn't, because the sound wasn't there in time."""

    holes: int = 0
    seconds: float = 0.0

    def and_then(self, seconds: float) -> Lost:
        """With one more hole."""
        return Lost(self.holes + 1, self.seconds + seconds)

    def sentences(self) -> list[str]:
        """What to tell the listener; nothing where nothing was lost."""
        if not self.holes:
            return []
        return [f"The sound had {counted(self.holes, 'hole')}, {self.seconds:.1f} s in all: the machine was busy."]


class Output(Protocol):
    """An open output that plays a player. It is a context manager that closes it."""

    what: str
    """What it is, in messages: `sound device`."""

    def __enter__(self) -> Self:
        """Itself."""
        ...

    def __exit__(self, *exception: object) -> None:
        """Close it."""
        ...

    @property
    def error(self) -> Exception | None:
        """What went wrong in the player, if something did."""
        ...

    @property
    def lost(self) -> Lost:
        """What was lost so far."""
        ...

    def heard(self) -> Snapshot:
        """The player's state at the sound that is heard now, not at the one that is rendered ahead of it."""
        ...

    def stalled(self) -> bool:
        """Whether it has taken nothing for a while: it may be gone."""
        ...

    def interrupted(self) -> bool:
        """Whether there was a gap since this was last asked; the player was paused then."""
        ...

    def reopen(self) -> None:
        """Open it again, the same way, from what was heard on; pause the player before.

        Raises as at first; `close` is fine then, and so is another try.
        """
        ...

    def close(self) -> None:
        """Stop at once."""
        ...
