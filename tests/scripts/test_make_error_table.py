"""The page of errors is that of the errors there are."""

from __future__ import annotations

import re

import pytest

import make_error_table
from voicecoach import errors
from voicecoach.errors import VoicecoachError


def test_the_page_is_up_to_date() -> None:
    """If not: python3 scripts/make_error_table.py."""
    assert make_error_table.PAGE.read_text("utf-8") == make_error_table.page()


def test_every_error_for_the_user_is_told_and_no_other() -> None:
    headings = set(re.findall("^### (.+)$", make_error_table.page(), re.MULTILINE))
    assert headings == set(make_error_table.TOLD)
    mine = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, VoicecoachError)}
    assert mine <= headings


def test_every_class_of_errors_says_what_it_is_about() -> None:
    classes = list(make_error_table.found())
    assert len(classes) > 20
    assert [one.name for one in classes if not one.about] == []


@pytest.mark.parametrize("name", [name for name, told in make_error_table.TOLD.items() if told.mend])
def test_an_example_is_one_line(name: str) -> None:
    message = make_error_table.message(name)
    assert message
    assert "\n" not in message


def test_the_tree_in_the_errors_own_words_names_each() -> None:
    drawn = set(re.findall(r"\w+Error\b", errors.__doc__ or ""))
    assert drawn >= {name for name, one in vars(errors).items() if isinstance(one, type) and name.endswith("Error")}
