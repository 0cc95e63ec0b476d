"""Data as programs have it in their own files, `export const plan = [{ name: 'Squat', sets: 3 }];`, as JSON."""

from __future__ import annotations

import json
import re
from functools import lru_cache

_DECLARED = (
    r"(?:(?:export\s+)?(?:(?:const|let|var)\s+)?\w+\s*(?::[^=\n]{1,80})?=|export\s+default|module\.exports\s*=)"
    r"\s*(?=[\[{])"
)
_GIVEN = re.compile(r"(?:[^\n]*\n){0,60}?" + _DECLARED)
"""What stands before the data: imports, remarks, the types of what is in it."""
_BEHIND = r"(?<=[\]}])(?:\s+(?:as|satisfies)\s[^;\n]{1,80})?;?\s*"
_TOKEN = re.compile(
    r"(?P<text>\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`)|(?P<comment>(?://|#)[^\n]*|/\*.*?\*/)"
    r"|(?P<key>[A-Za-z_]\w*)(?=\s*:)|(?P<last>,)(?=\s*(?:(?://|#)[^\n]*\s*)*[\]}])|(?P<word>\b(?:None|True|False|undefined)\b)"
    r"|(?P<name>\b(?!(?:null|true|false)\b)[A-Za-z_$][\w$.]*(?:\([^()\n]*\))?)(?=\s*[,\]}])"
    rf"|(?P<next>{_BEHIND}\n{_DECLARED})|(?P<end>{_BEHIND}(?:(?:export\s|module\.)[^\n]{{1,80}}\s*)?\Z)",
    re.DOTALL,
)
_WORDS = {"None": "null", "True": "true", "False": "false", "undefined": "null"}
_NEXT = "\0"
"""What parts the data of several declarations, until it is known that there are several."""
MAX_CHARACTERS = 1_000_000


@lru_cache(maxsize=1)
def json_of(text: str) -> str | None:
    """The data in a text as JSON, in the same lines; `None` if it isn't written so."""
    given = _GIVEN.match(text[:MAX_CHARACTERS])
    if given is None:
        return None
    data = _TOKEN.sub(_as_json, text[given.end() : MAX_CHARACTERS])
    listed = data.replace(_NEXT, ",")
    found = "\n" * given[0].count("\n") + (data if listed == data else f"[{listed}]")
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
    if token["word"]:
        return _WORDS[token["word"]]
    if token["name"]:
        return "null"
    return (_NEXT if token["next"] else "") + "\n" * token[0].count("\n")
