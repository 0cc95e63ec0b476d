"""The words without which a form isn't looked for: whatever it finds has one of them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from voicecoach.authoring.rules.amount_forms.forms import GROUPS, Group
from voicecoach.authoring.rules.language.pattern import compiled

EXAMPLES = 200
"""So many texts are made up for each form: some for each of its alternatives."""
CONDITIONS = frozenset(
    {
        "x|set|by|rep|series|lot|trips of|goes of|holds of",
        "jump|hop|step|bound|hurdle",
        "set|series|lot",
        "off|between|after|per",
        "round|circuit|superset|lap|block|tri|rotation|repeat|pair",
        "dumb|db|kettle|kb|bell|fly|flies",
        "press|bench|dead|row|curl|chop|raise|extension|fly|shrug|clean|snatch|thrust|pulldown|rdl|ohp|jerk|barbell",
        "squat|press|bench|dead|row|curl|chop|raise|extension|fly|shrug|clean|snatch|thrust|pulldown|rdl|ohp|jerk|barbell",
    }
)
"""Words that are more than what their forms need: where none of them occurs, those would say something else."""
OTHER = "~"
"""Stands for any character that is none of some others."""
CATEGORIES = {kinds.CATEGORY_DIGIT: "7", kinds.CATEGORY_SPACE: " "}


class Examples:
    """Texts that a regular expression finds, or would find if nothing else stood beside them."""

    def __init__(self, pattern: str) -> None:
        self.parsed = _parser.parse(pattern)
        self.chance = random.Random(0)  # noqa: S311 - no secret
        self.groups: dict[int, str] = {}
        self.made: dict[Any, Callable[[Any], str]] = {
            kinds.LITERAL: chr,
            kinds.RANGE: lambda ends: chr(self.chance.randint(*ends)),
            kinds.CATEGORY: lambda category: CATEGORIES.get(category, OTHER),
            kinds.NEGATE: lambda _: OTHER,
            kinds.ANY: lambda _: OTHER,
            kinds.IN: lambda allowed: self.of(allowed[:1] if allowed[0][1] is None else [self.chance.choice(allowed)]),
            kinds.BRANCH: lambda branch: self.of(self.chance.choice(branch[1])),
            kinds.SUBPATTERN: lambda group: self.group(group[0], group[-1]),
            kinds.GROUPREF: lambda number: self.groups.get(number, ""),
            kinds.MAX_REPEAT: lambda repeat: self.repeated(*repeat),
            kinds.MIN_REPEAT: lambda repeat: self.repeated(*repeat),
            kinds.ASSERT: lambda assertion: self.of(assertion[1]),
        }

    def __iter__(self) -> Iterator[str]:
        return (" ".join(self.of(self.parsed).split()) for _ in range(EXAMPLES))

    def of(self, parts: Any) -> str:  # noqa: ANN401 - its type is private to the library
        """An example of what stands one behind the other."""
        return "".join(self.made[kind](of) for kind, of in parts if kind in self.made)

    def group(self, number: int | None, parts: Any) -> str:  # noqa: ANN401 - as above
        """An example of a group, which stands there again where the pattern refers to it."""
        made = self.of(parts)
        if number is not None:
            self.groups[number] = made
        return made

    def repeated(self, least: int, most: int, parts: Any) -> str:  # noqa: ANN401 - as above
        """Some examples, one behind the other."""
        return "".join(self.of(parts) for _ in range(self.chance.randint(least, min(most, least + 2))))


LOOKED_FOR = [group for group in GROUPS if "|".join(group.when) not in CONDITIONS]


@pytest.mark.parametrize("group", LOOKED_FOR, ids=lambda group: "|".join(group.when)[:40])
def test_what_a_form_finds_has_one_of_the_words_it_is_looked_for_by(group: Group) -> None:
    for form in group.forms:
        for text in Examples(compiled(form.source).pattern):
            is_found = any(True for _ in form.found(f"{text} ", has_digits=True))
            assert group.may_be_in(f"{text} ") or not is_found, (form.source, text)
