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


def as_prescribed(text: str) -> str:
    """`We ran 2 miles` as `We did run 2 miles`."""
    return _DID.sub(lambda found: f"{found['who']} did {_DONE[found['verb'].lower()]}", text)
