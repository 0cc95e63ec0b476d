"""Refuses a Python that is too old, in words that an old Python can read: this file and its callers parse there."""

import sys

NEEDED = (3, 11)

MESSAGE = (
    "voicecoach needs Python {}.{} or newer, and this is {}.{}. "
    "Install it from your system's packages or from python.org, and run this command with it."
)


def refuse_old_python(version: "tuple[int, ...]" = sys.version_info[:3]) -> None:
    """Leave with status 1 and one line on standard error if `version` is older than `NEEDED`."""
    if version[:2] < NEEDED:
        sys.exit(MESSAGE.format(NEEDED[0], NEEDED[1], version[0], version[1]))
