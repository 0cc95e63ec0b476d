"""What somebody tells to have done, in the words in which it is prescribed."""

from __future__ import annotations

import re

_DONE = {
    "ran": "run",
    "jogged": "jog",
    "walked": "walk",
    "swam": "swim",
    "cycled": "cycle",
    "rowed": "row",
    "sprinted": "sprint",
    "skipped": "skipping",
    "squatted": "squats",
    "benched": "bench press",
    "deadlifted": "deadlifts",
    "lunged": "lunges",
}
"""What somebody tells to have done, by what it is called when it is to be done."""
_DID = re.compile(
    rf"\b(?P<who>I|we|they|he|she|you|everyone|everybody|group|children|kids|then)\s+(?:all\s+|then\s+)*(?P<verb>{'|'.join(_DONE)})\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(rf"(?P<begin>^|[.;!]\s+)(?P<verb>{'|'.join(_DONE)})(?=\s+(?:\d|an?\b|for\b|the\b))", re.IGNORECASE)
"""What somebody tells who leaves himself out: `Rowed 1000 m`."""


def as_prescribed(text: str) -> str:
    """`We ran 2 miles` as `We did run 2 miles`."""
    text = _BEGUN.sub(lambda found: f"{found['begin']}did {_DONE[found['verb'].lower()]}", text)
    return _DID.sub(lambda found: f"{found['who']} did {_DONE[found['verb'].lower()]}", text)
