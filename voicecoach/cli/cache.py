"""`voicecoach cache`: what is kept, and how to be rid of it."""

from __future__ import annotations

from typing import Annotated

import typer

from voicecoach.cli.messages import notes

MEGABYTE = 1_000_000


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
        notes([*store.notes, *([store.problem] if store.problem else [])])
    if summary.path is None:  # a note has said why
        return
    print(f"{summary.path}: {summary.entries} sounds, {summary.total_bytes / MEGABYTE:.1f} MB")
    for kind, size in sorted(summary.bytes_by_kind.items()):
        print(f"  {kind:8} {size / MEGABYTE:.1f} MB")
