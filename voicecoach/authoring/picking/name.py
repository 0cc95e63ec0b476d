"""How a session that is to be picked is named, where SESSION stands: `pick: 20 minutes, legs and core`."""

from __future__ import annotations

PREFIX = "pick:"


def request_in(name: str) -> str | None:
    """The request in the name of a session; `None` if it is another session."""
    return name[len(PREFIX) :].strip() if name.startswith(PREFIX) else None


def named(request: str) -> str:
    """The name of the session that is picked for a request."""
    return f"{PREFIX} {request.strip()}"
