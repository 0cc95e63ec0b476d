"""`voicecoach cache`: what is kept, and how to be rid of it."""

from __future__ import annotations

from typing import Annotated

import typer

from voicecoach.cli.messages import notes, size_text

CALLED = {
    "block": "encoded sound",
    "calibration": "pace and loudness of voices",
    "picture": "pictures of moves",
    "speech": "spoken lines",
}
"""What the kinds of entries are, for those who read the list."""


def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Remove everything; it is made again when needed.")] = False,
) -> None:
    """Show the cache of spoken lines, encoded sound and pictures of moves, or clear it.

    Examples:

      voicecoach cache

      voicecoach cache --clear
    """
    from voicecoach.cache.store import Cache

    with Cache.open() as store:
        if clear:
            store.clear()
        summary = store.summary()
        notes(store.sentences)
    if summary.path is None:  # a note has said why
        return
    print(f"{summary.path}: {summary.entries} entries, {size_text(summary.total_bytes)}")
    named = {CALLED.get(kind, kind): size_text(size_bytes) for kind, size_bytes in summary.bytes_by_kind.items()}
    width = max(map(len, named), default=0)
    for name, size in sorted(named.items()):
        print(f"  {name:{width}}  {size}")
