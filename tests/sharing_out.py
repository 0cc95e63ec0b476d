"""Which process runs which tests: those of a file together, since they share what takes long to make.

Tests that play sound in real time are together too, one after the other, so that they don't disturb each other. What
takes long begins first.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

from voicecoach.cores import cores

SOUND = (
    "tests/end_to_end/live/",
    "tests/player/",
    "tests/scripts/test_bench.py::test_it_measures_a_session_as_it_is_played",
)
"""How the names of tests begin that play."""

BUILT_IN = tuple(f"tests/end_to_end/test_{name}.py" for name in ("heard", "levels", "decoders", "tags"))
"""How the names of tests begin that look at all of the built-in session's sound, which takes a while to decode."""

SHIPPED = ("tests/packs/test_shipped_choices.py", "tests/packs/test_shipped.py")
"""How the names of tests begin that go through all that the built-in content can say."""

PAGES = ("tests/end_to_end/page/",)
LONG = (*SOUND, *PAGES, *BUILT_IN, "tests/end_to_end/", "tests/scripts/test_bench.py", *SHIPPED, "tests/cli/")


def group(nodeid: str) -> str:
    """The group of a test; one process runs all of it."""
    if nodeid.startswith(SOUND):
        return "sound"
    if nodeid.startswith(PAGES):
        return "pages"
    return "the built-in session" if nodeid.startswith(BUILT_IN) else nodeid.partition("::")[0]


def rank(nodeid: str) -> int:
    """Where its group stands among those that begin first."""
    return next((place for place, start in enumerate(LONG) if nodeid.startswith(start)), len(LONG))


def processes() -> int:
    """One more than there are cores: the one with the sound mostly waits."""
    return 1 + cores()


class ByGroup(LoadScopeScheduling):  # type: ignore[misc]  # it ships no types
    """Hands out whole groups, in the order in which they were found."""

    def _split_scope(self, nodeid: str) -> str:
        return group(nodeid)
