"""All that can be said of an exercise, and how it is written: the tables `..._forms`, where a form is added, in order.

Earlier forms go first: what they have claimed, no later one sees. `pattern` tells the language. What a form found goes
into the fields of `Facts` that its names and its constants say; a few names are put into their fields in `facts`:
`times` (sets or repetitions, by what is beside them), `more` (sets beside the first), `bare`, `metres`, `held` and
`heavy`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from voicecoach.authoring.rules.calories import CALORIES
from voicecoach.authoring.rules.load_forms import LOAD_FORMS
from voicecoach.authoring.rules.pattern import compiled
from voicecoach.authoring.rules.rest_forms import REST_FORMS
from voicecoach.authoring.rules.section_forms import SECTION_FORMS
from voicecoach.authoring.rules.set_forms import BARE_FORMS, SET_FORMS
from voicecoach.authoring.rules.side_forms import SIDE_FORMS
from voicecoach.authoring.rules.traps import ASIDES, NAMES


class Claim(Enum):
    """What a form does with the text that it claims."""

    SAYS = "says something of the exercise"
    NAME = "stays part of the name"
    BOTH = "says something, and stays part of the name"
    ASIDE = "is kept as a note"


@dataclass(frozen=True)
class Form:
    """A way of writing something; `says` are the constants that it sets.

    It is looked for only where one of the words of `when` occurs.
    """

    source: str
    when: tuple[str, ...] = ("",)
    says: Mapping[str, object] = field(default_factory=dict)
    claim: Claim = Claim.SAYS

    def found(self, text: str, *, has_digits: bool) -> Iterator[re.Match[str]]:
        """Where it stands in `text`, which has digits if `has_digits`."""
        if not (has_digits or self.says) or not any(word in text for word in self.when):
            return iter(())
        return _pattern(self.source).finditer(text)


_pattern = cache(compiled)

_GROUPS = (
    *SECTION_FORMS,
    *REST_FORMS,
    *LOAD_FORMS,
    *SET_FORMS,
    *SIDE_FORMS,
    *BARE_FORMS,
)


def _forms() -> tuple[Form, ...]:
    asides = (Form(source, claim=Claim.ASIDE) for source in ASIDES)
    named = (Form(source, claim=Claim.NAME) for source in NAMES)
    said = (_form(when, source, says) for when, rows in _GROUPS for source, says in rows)
    calories = (Form(_numbered(source), ("cal",), {"is_calories": True}) for source in CALORIES)
    return (*asides, *calories, *named, *said)


def _form(when: str, source: str, says: Mapping[str, object]) -> Form:
    constants = {name: value for name, value in says.items() if name != "name"}
    claim = Claim.BOTH if "name" in says else Claim.SAYS
    return Form(_numbered(source), tuple(when.split("|")), constants, claim)


def _numbered(source: str) -> str:
    """Each name only once: `<cap_s:t>|<cap_s:t>` becomes `<cap_s:t>|<cap_s__2:t>`."""
    seen: dict[str, int] = {}

    def again(match: re.Match[str]) -> str:
        begin, name, end = match.groups()
        seen[name] = seen.get(name, 0) + 1
        return f"{begin}{name}{f'__{seen[name]}' if seen[name] > 1 else ''}{end}"

    return re.sub(r"(\(\?P<|<)([a-z]\w*)(>|:[nturlwd]>)", again, source)


FORMS = _forms()
"""All of them, in their order."""
