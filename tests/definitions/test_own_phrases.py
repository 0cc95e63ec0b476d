"""The author's own lines in place of stock lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.definitions.files import load, refusal, write
from voicecoach.definitions.catalogue import load_phrases
from voicecoach.definitions.own_phrases import load_own_phrases
from voicecoach.errors import ChoiceError, DefinitionError

SECTIONS = "title: x\nsections: [{exercises: [squat]}]\n"


def test_a_name_has_a_text_or_variants_each_with_shorter_wordings(tmp_path: Path) -> None:
    session = load(
        tmp_path,
        SECTIONS + 'phrases:\n  rest: "Breathe out, {length}."\n  halfway: [Half, [Half of it is done., Half.]]\n',
    )
    assert session.phrases == {
        "rest": (("Breathe out, {length}.",),),
        "halfway": (("Half",), ("Half of it is done.", "Half.")),
    }
    phrases = load_phrases("en").with_lines(session.phrases)
    assert phrases.line("rest", length="ten seconds") == ("Breathe out, ten seconds.",)
    assert phrases.line("last_one") == load_phrases("en").line("last_one")


@pytest.mark.parametrize(
    ("phrases", "message"),
    [
        ("{rset: x}", "mine.yaml:3:11: phrases.rset: there is no stock line of this name. Did you mean 'rest'?"),
        (
            "{something_else: x}",
            "phrases.something_else: there is no stock line of this name. Known: amount_alternating,",
        ),
        ("{rest: 'For {time}.'}", "phrases.rest: {time} stands for nothing. Known here: {length}."),
        ("{halfway: '{length}'}", "phrases.halfway: {length} stands for nothing. halfway has nothing to fill in."),
        ("{rest: 'A { brace'}", "phrases.rest: a brace in 'A { brace' that belongs to nothing. Remove it."),
        ("{rest: '{length!r}'}", "phrases.rest: a brace in '{length!r}' that belongs to nothing."),
        ("{rest: {length}}", 'A text that begins with a brace needs quotes: "{length}".'),
        ("{rest: []}", "phrases.rest: an empty list where a text was expected. Fill it in, or leave 'rest' out."),
        ("{rest: [[]]}", "phrases.rest[0]: an empty list where a text was expected. Fill it in, or remove it."),
        ("{rest: 5}", 'phrases.rest: 5 where a text was expected. Put it in quotes: "5".'),
        ("[x]", "mine.yaml:3:10: phrases: names of lines with texts are expected."),
    ],
)
def test_own_lines_are_checked_against_the_stock_lines(tmp_path: Path, phrases: str, message: str) -> None:
    assert message in refusal(tmp_path, f"{SECTIONS}phrases: {phrases}\n")


@pytest.mark.parametrize("text", ["rest: Breathe.\n", "phrases:\n  rest: [Breathe.]\n"])
def test_own_lines_may_stand_in_a_file(tmp_path: Path, text: str) -> None:
    assert load_own_phrases(Path(write(tmp_path, text)), "en") == {"rest": (("Breathe.",),)}


def test_a_file_of_own_lines_is_checked_as_well(tmp_path: Path) -> None:
    assert load_own_phrases(Path(write(tmp_path, "")), "en") == {}
    with pytest.raises(DefinitionError) as caught:
        load_own_phrases(Path(write(tmp_path, "rset: x\nrest: '{x}'\n")), "en")
    assert [fault.field for fault in caught.value.faults] == ["rset", "rest"]
    with pytest.raises(ChoiceError, match="There is no file"):
        load_own_phrases(tmp_path / "none.yaml", "en")
