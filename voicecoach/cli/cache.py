"""`voicecoach cache`: what is kept, and how to be rid of it."""

from __future__ import annotations

from typing import Annotated

import typer

from voicecoach.cli.messages import notes, size_text


def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Remove everything; it is made again when needed.")] = False,
) -> None:
    """Show the cache of spoken lines and encoded sound, or clear it.

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
    print(f"{summary.path}: {summary.entries} sounds, {size_text(summary.total_bytes)}")
    for kind, size_bytes in sorted(summary.bytes_by_kind.items()):
        print(f"  {kind:8} {size_text(size_bytes)}")
