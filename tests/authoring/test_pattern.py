"""Regular expressions that are compiled late, and the short ones that are looked for before them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voicecoach.authoring.rules.amount_forms.forms import GROUPS, Form
from voicecoach.authoring.rules.language.pattern import compiled, in_any_case, sketched
from voicecoach.authoring.rules.language.spelled import spelled


def test_it_is_not_compiled_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[str]()
    compiled = re.compile

    def noted(source: str, flags: int = 0) -> re.Pattern[str]:
        made.append(source)
        return compiled(source, flags)

    monkeypatch.setattr(re, "compile", noted)
    form = in_any_case("squats?", "rows?")
    assert made == []
    assert form.search("3 SQUATS")
    assert form.fullmatch("row")
    assert not form.match("3 rows")
    assert made == ["(?:squats?|rows?)"]


def test_it_does_all_that_a_compiled_one_does() -> None:
    form = in_any_case(r"(?P<count>\d+) squats")
    found = form.search("then 12 Squats")
    assert found
    assert (found["count"], found.re.pattern) == ("12", form.pattern)
    assert form.sub("rows", "9 squats, 8 squats") == "rows, rows"
    assert form.findall("9 squats, 8 squats") == ["9", "8"]
    assert [one["count"] for one in form.finditer("9 squats, 8 squats")] == ["9", "8"]
    assert form.split("up 9 squats down") == ["up ", "9", " down"]
    assert form.groupindex == {"count": 1}
    assert form.flags & re.IGNORECASE


FORMS = [form for group in GROUPS for form in group.forms if re.search(r"<\w+:[turlwd]>", form.source)]


@pytest.mark.parametrize("form", FORMS, ids=range(len(FORMS)))
def test_no_amount_that_a_sketch_makes_wider_forbids_anything(form: Form) -> None:
    for begin in re.finditer(r"\(\?<?!", form.source):
        assert not re.search(r"<\w+:[turlwd]>", _up_to_its_end(form.source[begin.start() :]))


def _up_to_its_end(source: str) -> str:
    """A bracket at the beginning with all that is in it."""
    depth = 0
    for found in re.finditer(r"\\.|\[(?:\\.|[^\]\\])*\]|[()]", source):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            return source[: found.end()]
    raise AssertionError(source)


def test_a_sketch_fits_wherever_its_form_does() -> None:
    lines = {
        spelled(line).text
        for file in (Path(__file__).parent / "texts").glob("*.txt")
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"\d", line)
    }
    found = 0
    for form in FORMS:
        whole, sketch = compiled(form.source), compiled(sketched(form.source))
        for line in lines:
            if whole.search(line):
                assert sketch.search(line), (form.source, line)
                found += 1
    assert found > 1000
