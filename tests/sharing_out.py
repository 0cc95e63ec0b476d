"""Which process runs which tests: those of a file together, since they share what takes long to make.

Tests that look at sound as it is played are together too, one after the other, so that they don't disturb each other.
Those that play it as well, but only press keys and read the screen, don't mind, and have a process beside that one:
both mostly wait. Those that look at a page are together as well: a browser that has to share its cores with another one
shows too late what is heard, or doesn't begin to play. What takes long begins first.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

from voicecoach.cores import cores

SOUND = (
    *(f"tests/end_to_end/live/test_{name}.py" for name in ("heard", "pack", "recording")),
    *(f"tests/player/test_{name}.py" for name in ("backends", "device", "microphone", "sample_player")),
    "tests/scripts/test_bench.py::test_it_measures_a_session_as_it_is_played",
)
"""How the names of tests begin that look at what is played, and when."""

KEYS = ("tests/end_to_end/live/",)
"""How the names of other tests begin that play."""

BUILT_IN = tuple(f"tests/end_to_end/test_{name}.py" for name in ("heard", "levels", "decoders", "tags"))
"""How the names of tests begin that look at all of the built-in session's sound, which takes a while to decode."""

SHIPPED = ("tests/packs/test_shipped_choices.py", "tests/packs/test_shipped.py")
"""How the names of tests begin that go through all that the built-in content can say."""

PAGES = ("tests/end_to_end/page/", "tests/end_to_end/second_screen/")
"""How the names of tests begin that look at a page in a browser."""

LONG = (*SOUND, *KEYS, *PAGES, *BUILT_IN, "tests/end_to_end/", "tests/scripts/test_bench.py", *SHIPPED, "tests/cli/")


GROUPS = {"sound": SOUND, "keys": KEYS, "pages": PAGES, "the built-in session": BUILT_IN}
"""By their names, how the names of tests begin that are in them; the first that fits counts."""


def group(nodeid: str) -> str:
    """The group of a test; one process runs all of it."""
    file = nodeid.partition("::")[0]
    return next((name for name, starts in GROUPS.items() if nodeid.startswith(starts)), file)


def rank(nodeid: str) -> int:
    """Where its group stands among those that begin first."""
    return next((place for place, start in enumerate(LONG) if nodeid.startswith(start)), len(LONG))


def processes() -> int:
    """Two more than there are cores: those with the sound and with the keys mostly wait."""
    return 2 + cores()


class ByGroup(LoadScopeScheduling):  # type: ignore[misc]  # it ships no types
    """Hands out whole groups, in the order in which they were found."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)
