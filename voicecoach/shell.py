"""What is shown to be typed, as the user's shell takes it."""

from __future__ import annotations

import os
from collections.abc import Iterable


def quoted(words: Iterable[str]) -> str:
    """A command, or a part of one, with those of its words in quotes that a shell would take apart."""
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(list(words))
    import shlex

    return shlex.join(words)
