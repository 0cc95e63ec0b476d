"""Regular expressions that are compiled late."""

from __future__ import annotations

import re

import pytest

from voicecoach.authoring.rules.pattern import in_any_case


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
