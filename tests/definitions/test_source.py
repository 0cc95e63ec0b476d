from __future__ import annotations

import math
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.definitions.source import Plain, parse, plain, read
from voicecoach.errors import ChoiceError, DefinitionError

MERGE_BOMB = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + "".join(
    f"{chr(name)}: &{chr(name)} [{', '.join([f'*{chr(name - 1)}'] * 9)}]\n" for name in range(ord("b"), ord("z"))
)


def value(text: str) -> Plain:
    return plain(parse(f"it: {text}".encode(), "f.yaml").at("it"))


def refusal(data: str | bytes) -> str:
    with pytest.raises(DefinitionError) as caught:
        parse(data if isinstance(data, bytes) else data.encode(), "f.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("1:30", "1:30"),
        ("0:45", "0:45"),
        ("'1:30'", "1:30"),
        ("3:1:1:0", "3:1:1:0"),
        ("2026-01-01", "2026-01-01"),
        ("12", 12),
        ("-3", -3),
        ("0x1F", 31),
        ("0o17", 15),
        ("0120", "0120"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("'12'", "12"),
        ("1_000", "1_000"),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("nUll", "nUll"),
        ("=", "="),
    ],
)
def test_scalars_follow_yaml_1_2(written: str, meant: Plain) -> None:
    assert value(written) == meant


def test_every_value_knows_its_place_and_its_path() -> None:
    root = parse(b"cues:\n  form:\n    - one\n    - {say: two}\n", "f.yaml")
    node = root.at("cues", "form", 1, "say")
    assert (str(node.place), node.path, node.value) == ("f.yaml:4:13", "cues.form[1].say", "two")
    assert str(root.at("cues").keys["form"]) == "f.yaml:2:3"


def test_a_path_that_ends_early_leads_to_where_it_ends() -> None:
    assert parse(b"a: [1]", "f.yaml").at("a", 7, "b").path == "a"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: caf\xe9\n", "f.yaml:1:7: byte 0xe9 is not UTF-8. Save the file as UTF-8."),
        ("title: x".encode("utf-16"), "f.yaml:1:1: this looks like UTF-16, not UTF-8."),
        ("title: x".encode("utf-16-be"), "f.yaml:1:1: this looks like UTF-16, not UTF-8."),
        ("a:\n\tb: 1\n", "f.yaml:2:1: a tab at the beginning of the line. Indent with spaces, two for each level."),
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3:1: a: stands here a second time; first in line 1."),
        ("a: {b: 1, b: 2}", "f.yaml:1:11: a.b: stands here a second time; first in line 1."),
        ("a: &x 1", "f.yaml:1:4: a: anchors and aliases (& and *) are not supported."),
        ("a: *x", "f.yaml:1:4: a: anchors and aliases (& and *) are not supported."),
        ("<<: {a: 1}", "f.yaml:1:1: merge keys (<<) are not supported. Write the values out, or use 'from:'."),
        (
            "a: !!python/object:os.system x",
            "f.yaml:1:4: a: tags such as 'tag:yaml.org,2002:python/object:os.system' are",
        ),
        ("!x a: 1", "f.yaml:1:1: tags such as '!x' are not supported."),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document; a file holds one."),
        ("[a, b]: 1", "f.yaml:1:1: a list or mapping as a key."),
        ('"\\e[31m": 1', "f.yaml:1:1: the key '\\x1b[31m' is too long or has characters that don't show."),
        ("k" * 101 + ": 1", "is too long or has characters that don't show."),
        ("a: \x07", "f.yaml:1:4: control character U+0007 in the text. Remove it."),
        ("a: " + "9" * 5000, "f.yaml:1:4: a: a number of 5000 digits. Use a smaller one."),
        ("a: b: c", "f.yaml:1:4: a text that contains ': ' needs quotes. Write a: \"b: c\""),
        ("a: [1, 2", "f.yaml:1:4: the [ that opens here is never closed. Write ] at its end."),
        ("a: 'x", "f.yaml:1:4: the quote ' that opens here is never closed. Write ' at its end as well"),
        ('a: "\\ud800"', "not YAML"),
        ("a: @x", "needs quotes"),
    ],
)
def test_what_a_definition_file_may_not_hold(data: str | bytes, message: str) -> None:
    assert message in refusal(data)


def test_a_bomb_of_aliases_is_refused_at_its_first_fuse() -> None:
    assert len(MERGE_BOMB) > 800
    assert "f.yaml:1:4: a: anchors and aliases" in refusal(MERGE_BOMB)


def test_a_bomb_of_merge_keys_is_refused_at_its_first_fuse() -> None:
    bomb = "a0: &a0 {k: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 25))
    assert "anchors and aliases" in refusal(bomb)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_more_than_fifty_levels_are_refused_without_exhausting_the_stack(opening: str) -> None:
    assert "more than 50 levels deep." in refusal(opening * 3000)
    closing = {"[": "]", "{a: ": "}", "- ": ""}[opening]
    parse((opening * 50 + "x" + closing * 50).encode(), "f.yaml")


def test_files_may_have_a_byte_order_mark_and_windows_line_ends() -> None:
    assert plain(parse("\ufeffa: 1\r\nb: 2\r\n".encode(), "f.yaml")) == {"a": 1, "b": 2}


@pytest.mark.parametrize("data", [b"", b"\n", b"# nothing here\n", b"---\n", b"--- ~\n"])
def test_an_empty_document_is_an_empty_value(data: bytes) -> None:
    assert parse(data, "f.yaml").value is None


def test_a_file_over_a_megabyte_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    file = tmp_path / "big.yaml"
    with file.open("wb") as out:
        out.truncate(10**10)
    with pytest.raises(DefinitionError, match="more than 1,000,000 bytes"):
        read(file, "big.yaml")


def test_files_that_cannot_be_read_are_refused_by_name(tmp_path: Path) -> None:
    for name, message in {
        "none.yaml": "There is no file",
        ".": "is a folder",
        "x" * 300: "can't be read",
        "\0": "can't",
    }.items():
        with pytest.raises(ChoiceError, match=message):
            read(tmp_path / name, name)


trees = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.floats() | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
)


@given(
    st.one_of(st.binary(), st.text().map(str.encode), st.text(alphabet="ab:-{}[]&*!|>'\"#\n\t <?,%@`0").map(str.encode))
)
def test_any_bytes_are_read_or_refused_with_a_message(data: bytes) -> None:
    with suppress(DefinitionError):
        assert parse(data, "f.yaml").place.file == "f.yaml"


@given(trees)
def test_what_other_programs_write_is_read_back(tree: Plain) -> None:
    import yaml

    try:
        node = parse(yaml.safe_dump({"it": tree}).encode(), "f.yaml")
    except DefinitionError:
        return  # such as duplicate keys after all, control characters, a key too long
    assert isinstance(plain(node), dict)
