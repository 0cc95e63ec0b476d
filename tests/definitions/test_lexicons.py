from __future__ import annotations

from pathlib import Path

import pytest

from voicecoach.definitions.lexicons import load_lexicon
from voicecoach.errors import DefinitionError


def written(folder: Path, text: str) -> Path:
    path = folder / "words.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text", ["Siobhán: shi-vawn\nIT band: eye tee band\n", "lexicon:\n  siobhán: shi-vawn\n  IT band: eye tee band\n"]
)
def test_entries_stand_at_the_top_or_below_their_name(tmp_path: Path, text: str) -> None:
    lexicon = load_lexicon(written(tmp_path, text))
    assert lexicon.respellings == {"siobhán": "shi-vawn", "it band": "eye tee band"}


def test_a_respelling_is_made_speakable(tmp_path: Path) -> None:
    lexicon = load_lexicon(written(tmp_path, "joule: '  jewel [[!  💎'\n"))
    assert lexicon.respellings == {"joule": "jewel!"}


def test_an_empty_file_is_an_empty_lexicon(tmp_path: Path) -> None:
    assert not load_lexicon(written(tmp_path, "# later\n")).respellings


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("- joule\n", ["1:1: words with respellings are expected, such as 'joule: jewel'."]),
        ("joule: true\n", ['1:8: joule: True where a respelling was expected. Put it in quotes: "True".']),
        ("joule:\n", ["1:7: joule: nothing where a respelling was expected. Fill it in, or leave 'joule' out."]),
        ("joule: [jewel]\n", ["1:8: joule: a list where a respelling was expected."]),
        (
            "lexcon: {joule: jewel}\n",
            ["1:9: lexcon: a mapping where a respelling was expected. Did you mean 'lexicon'?"],
        ),
        ("joule: '💎'\n5: five\n", ["1:8: joule: '💎' has nothing in it that can be said.", "2:1: 5: '5' is no word"]),
        ("joule: jewel\nJoule: jowl\n", ["2:1: Joule: the same word as 'joule'; capitals make no difference."]),
        (f"joule: {'j' * 101}\n", ["1:8: joule: a respelling of more than 100 characters."]),
    ],
)
def test_every_fault_is_told_with_its_place(tmp_path: Path, text: str, faults: list[str]) -> None:
    path = written(tmp_path, text)
    with pytest.raises(DefinitionError) as caught:
        load_lexicon(path)
    assert len(caught.value.faults) == len(faults)
    assert all(f"{path}:{told}" in str(fault) for fault, told in zip(caught.value.faults, faults, strict=True))
