"""All that can be said of an exercise, and how it is written: the tables `..._forms`, where a form is added, in order.

Earlier forms go first: what they have claimed, no later one sees. `pattern` tells the language. What a form found goes
into the fields of `Facts` that its names and its constants say; a few names are put into their fields in `facts`:
`times` (sets or repetitions, by what is beside them), `more` (sets beside the first), `bare`, `metres`, `held` and
`heavy`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from voicecoach.authoring.rules.amount_forms.aside_forms import ASIDES
from voicecoach.authoring.rules.amount_forms.bare_forms import BARE_FORMS
from voicecoach.authoring.rules.amount_forms.calories import CALORIES
from voicecoach.authoring.rules.amount_forms.lifted_sets import LIFTED_SETS
from voicecoach.authoring.rules.amount_forms.load_forms import LOAD_FORMS
from voicecoach.authoring.rules.amount_forms.part_forms import PART_FORMS
from voicecoach.authoring.rules.amount_forms.rest_forms import REST_FORMS
from voicecoach.authoring.rules.amount_forms.section_forms import SECTION_FORMS
from voicecoach.authoring.rules.amount_forms.set_forms import SET_FORMS
from voicecoach.authoring.rules.amount_forms.side_forms import SIDE_FORMS
from voicecoach.authoring.rules.amount_forms.traps import NAMES
from voicecoach.authoring.rules.language.form_words import Traps
from voicecoach.authoring.rules.language.pattern import compiled, sketched


class Claim(Enum):
    """What a form does with the text that it claims."""

    SAYS = "says something of the exercise"
    NAME = "stays part of the name"
    BOTH = "says something, and stays part of the name"
    ASIDE = "is kept as a note"


@dataclass(frozen=True)
class Form:
    """A way of writing something; `says` are the constants that it sets."""

    source: str
    says: Mapping[str, object] = field(default_factory=dict)
    claim: Claim = Claim.SAYS

    def found(self, text: str, *, has_digits: bool) -> Iterator[re.Match[str]]:
        """Where it stands in `text`, which has digits if `has_digits`."""
        may_be_there = (has_digits or self.says) and _pattern(sketched(self.source)).search(text)
        return _pattern(self.source).finditer(text) if may_be_there else iter(())


@dataclass(frozen=True)
class Group:
    """Forms that are looked for only where one of the words of `when` occurs."""

    when: tuple[str, ...]
    forms: tuple[Form, ...]

    def may_be_in(self, text: str) -> bool:
        """Whether one of its words occurs in `text`, in small letters."""
        return any(word in text for word in self.when)


_pattern = cache(compiled)

_SAYING = (
    *SECTION_FORMS,
    *REST_FORMS,
    *LIFTED_SETS,
    *LOAD_FORMS,
    *PART_FORMS,
    *SET_FORMS,
    *SIDE_FORMS,
    *BARE_FORMS,
)


def _groups() -> tuple[Group, ...]:
    calories = (Form(_numbered(source), {"is_calories": True}) for source in CALORIES)
    said = (_group(when, (_form(source, says) for source, says in rows)) for when, rows in _SAYING)
    return (*_claiming(Claim.ASIDE, ASIDES), _group("cal", calories), *_claiming(Claim.NAME, NAMES), *said)


def _claiming(claim: Claim, traps: Traps) -> Iterator[Group]:
    for when, *sources in traps:
        yield _group(when, (Form(source, claim=claim) for source in sources))


def _group(when: str, forms: Iterable[Form]) -> Group:
    return Group(tuple(when.split("|")), tuple(forms))


def _form(source: str, says: Mapping[str, object]) -> Form:
    constants = {name: value for name, value in says.items() if name != "name"}
    return Form(_numbered(source), constants, Claim.BOTH if "name" in says else Claim.SAYS)


def _numbered(source: str) -> str:
    """Each name only once: `<cap_s:t>|<cap_s:t>` becomes `<cap_s:t>|<cap_s__2:t>`."""
    seen: dict[str, int] = {}

    def again(match: re.Match[str]) -> str:
        begin, name, end = match.groups()
        seen[name] = seen.get(name, 0) + 1
        return f"{begin}{name}{f'__{seen[name]}' if seen[name] > 1 else ''}{end}"

    return re.sub(r"(\(\?P<|<)([a-z]\w*)(>|:[nturlwd]>)", again, source)


GROUPS = _groups()
"""All of them, in their order."""
WITHOUT_DIGITS = tuple(group for group in GROUPS if any(form.says for form in group.forms))
"""Those with a form that may stand in a text without digits."""
