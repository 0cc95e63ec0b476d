"""Data as programs have it in their own files, `export const plan = [{ name: 'Squat', sets: 3 }];`, as JSON."""

from __future__ import annotations

import json
import re
from functools import lru_cache

_GIVEN = re.compile(
    r"(?:[ \t]*\S[^\n]*\n){0,4}?\s*"
    r"(?:(?:import|//)[^\n]*\n\s*)*(?:export\s+)?(?:(?:const|let|var)\s+\w+\s*(?::[^=\n]{1,80})?=|default|module\.exports\s*=)"
    r"\s*(?=[\[{])"
)
"""What stands before the data."""
_TOKEN = re.compile(
    r"(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`)|(?P<comment>//[^\n]*|/\*.*?\*/)"
    r"|(?P<key>[A-Za-z_]\w*)(?=\s*:)|(?P<last>,)(?=\s*[\]}])|(?P<end>;\s*\Z)",
    re.DOTALL,
)
MAX_CHARACTERS = 1_000_000


@lru_cache(maxsize=1)
def json_of(text: str) -> str | None:
    """The data in a text as JSON, in the same lines; `None` if it isn't written so."""
    given = _GIVEN.match(text[:MAX_CHARACTERS])
    if given is None:
        return None
    data = _TOKEN.sub(_as_json, text[given.end() : MAX_CHARACTERS])
    found = "\n" * given[0].count("\n") + data
    try:
        json.loads(found)
    except (ValueError, RecursionError):
        return None
    return found


def _as_json(token: re.Match[str]) -> str:
    if token["key"]:
        return f'"{token["key"]}"'
    if token["text"]:
        inner = token["text"][1:-1]
        return token["text"] if token["text"][0] == '"' else json.dumps(inner.replace("\\'", "'"), ensure_ascii=False)
    return "\n" * token[0].count("\n")
