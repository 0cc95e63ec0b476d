"""docs/speakable.md says what is so, and the data files have what `Rules` asks for."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from voicecoach.definitions.files import names
from voicecoach.definitions.lexicons import load_lexicon
from voicecoach.speakable.rules import LANGUAGES, Rules, rules_of
from voicecoach.speakable.spoken import spoken_form

PAGE = (Path(__file__).parents[2] / "docs" / "speakable.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `(.+)` \| (.+) \|$", PAGE, re.MULTILINE)
LEAST_ROWS = 12


@pytest.mark.parametrize(("written", "said"), ROWS)
def test_the_table_holds(written: str, said: str) -> None:
    assert len(ROWS) >= LEAST_ROWS
    assert spoken_form(written, "en") == said


def test_the_example_is_a_lexicon(tmp_path: Path) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "lexicon.yaml"
    path.write_text(block, encoding="utf-8")
    assert len(load_lexicon(path).respellings) == block.count(": ")


def test_a_language_has_all_rules() -> None:
    assert json.loads((LANGUAGES / "en.json").read_text(encoding="utf-8")).keys() == {one.name for one in fields(Rules)}
    assert rules_of("en-GB") is not None
    assert rules_of("xx") is None


def test_sessions_are_in_english_and_other_texts_lose_signs_only() -> None:
    assert list(names("phrases")) == ["en"]
    assert rules_of("en") is not None
    assert spoken_form("**3x8** 🏋 www.example.org 1/2 Wdh.", "de") == "3x8 1/2 Wdh."
