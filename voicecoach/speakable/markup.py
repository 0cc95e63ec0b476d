"""What comes of writing and not of speaking: Markdown, HTML, links, addresses, list markers, smileys.

All patterns are given to `re` as they are used, which keeps them compiled: most texts need none of them.
"""

from __future__ import annotations

import re

URL = r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]\"'*_]"
ADDRESS = r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
DOMAIN = r"(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|io|app|info|de|fr|uk|eu)\b(?:/[^\s<>,;!?)]*)?(?![\w@])"
_MARKER = (
    r"[ \t]*(?:>[ \t]*)*(?:(?:[-–—*+•→#]+|\[[ xX/-]\]|\d{1,3}\))[ \t]+|•[ \t]*|\d{1,3}\.[ \t]+(?=[^\W\d_]))"
    r"(?:\[[ xX/-]\][ \t]+)?"
)
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});"
_SMILEY = r"(?<!\S)(?:[:;=]['-]?[()DPpoO/*3]|<3)+(?!\w)"


def without_markup(text: str) -> str:
    """`text` as it would be read from a page: no marks of writing, no links, one line."""
    if "&" in text:
        text = re.sub(_ENTITY, _character, text)
    if "<" in text:
        text = re.sub(r"</?[a-zA-Z][\w-]*(?: [^<>]*=[^<>]*)? ?/?>|<!--[^<>]*-->", " ", text)
    if "](" in text:
        text = re.sub(r"!?\[([^\[\]]*)\]\([^()\s]*[^()]*\)", r"\1", text)
    text = without_links(text)
    text = re.sub(_SMILEY, " ", text)
    text = _unlisted(text)
    text = re.sub(r"[-=]{1,2}>", "→", text)
    return _unstressed(text)


def without_links(text: str) -> str:
    """`text` without web and mail addresses; nobody can follow one by ear."""
    if "/" in text or "." in text:
        text = re.sub(URL, " ", text)
        text = re.sub(ADDRESS, " ", text) if "@" in text else text
        text = re.sub(DOMAIN, " ", text)
    return text


def _character(entity: re.Match[str]) -> str:
    from html import unescape  # a table of two thousand names, and hardly anybody writes one

    return unescape(entity[0])


def _unlisted(text: str) -> str:
    """`text` on one line, without list markers; an item of a list ends what comes before it."""
    lines = text.splitlines()
    if len(lines) <= 1:
        return re.sub(rf"^{_MARKER}", "", text)
    joined = ""
    for line in lines:
        item = re.sub(rf"^{_MARKER}", "", line)
        ended = not joined.strip() or joined.rstrip()[-1] in ".,;:!?…"
        joined += f"{'' if ended or item == line else '.'} {item}"
    return joined


def _unstressed(text: str) -> str:
    """`text` without asterisks, but for one between two digits, which is a sign of multiplication."""
    if "*" in text:
        text = re.sub(r"(?<=\d) ?\* ?(?=\d)", "×", text).replace("*", "")
    return text.replace("~~", "") if "~~" in text else text
