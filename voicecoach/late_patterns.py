"""Regular expressions that are compiled when they are first asked for something: most runs need half of them."""

from __future__ import annotations

import re
from typing import cast

_ASKED = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn", "flags")


class _Late:
    """A regular expression that isn't compiled yet.

    What a match has as its `re` isn't this object: compare their `pattern`.
    """

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        form = re.compile(self.pattern, self._flags)
        self.__dict__.update({one: getattr(form, one) for one in _ASKED})
        return getattr(form, name)


def late(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What `re.compile` gives, compiled when it is first used."""
    return cast("re.Pattern[str]", _Late(source, flags))
