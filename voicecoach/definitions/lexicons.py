"""The user's own pronunciation lexicon: a mapping of words to respellings, in the configuration or in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from voicecoach.definitions.faults import Faults
from voicecoach.definitions.field_faults import how_to_fill
from voicecoach.definitions.source import Node, read
from voicecoach.errors import Fault, nearest
from voicecoach.speakable.lexicon import NO_LEXICON, Lexicon
from voicecoach.speakable.spoken import spoken_form

MAX_CHARACTERS = 100
"""Of a word and of a respelling."""

_ROOT = "lexicon"


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon in a file, with its entries at the top or below `lexicon:`.

    Raises ChoiceError if it can't be read, DefinitionError for its faults.
    """
    root = read(path, str(path))
    return read_lexicon(root.at(_ROOT) if set(root.children) == {_ROOT} else root)


def read_lexicon(node: Node) -> Lexicon:
    """The lexicon that stands at `node`; an empty value is an empty one. Raises DefinitionError for its faults."""
    if node.value is None:
        return NO_LEXICON
    faults = Faults()
    for fault in _faults(node):
        faults.add(fault)
    faults.raise_any(node.place.file)
    return Lexicon({_plain(word).lower(): _plain(str(child.value)) for word, child in node.children.items()})


def _faults(node: Node) -> Iterator[Fault]:
    if not isinstance(node.value, dict):
        yield Fault(node.place, node.path, "words with respellings are expected, such as 'joule: jewel'.")
    seen: dict[str, str] = {}
    for word, child in node.children.items():
        if problem := _word_problem(word, seen):
            yield Fault(node.keys[word], child.path, problem)
        elif problem := _respelling_problem(child):
            yield Fault(child.place, child.path, problem, _fix(word, child))
        seen.setdefault(_plain(word).lower(), word)


def _word_problem(word: str, seen: dict[str, str]) -> str | None:
    plain = _plain(word)
    if not plain[:1].isalnum() or not any(char.isalpha() for char in plain):
        return f"{word!r} is no word: there is no letter in it, or a sign in front of it."
    if plain.lower() in seen:
        return f"the same word as {seen[plain.lower()]!r}; capitals make no difference."
    return None


def _respelling_problem(node: Node) -> str | None:
    if node.value is None or node.value == "":
        return "nothing where a respelling was expected."
    if not isinstance(node.value, str):
        kind = "a mapping" if isinstance(node.value, dict) else "a list" if isinstance(node.value, list) else node.value
        return f"{kind} where a respelling was expected."
    if not any(char.isalnum() for char in _plain(node.value)):
        return f"{node.value!r} has nothing in it that can be said."
    if len(node.value) > MAX_CHARACTERS:
        return f"a respelling of more than {MAX_CHARACTERS} characters."
    return None


def _fix(word: str, node: Node) -> str:
    if isinstance(node.value, dict):
        return nearest(word, [_ROOT]).strip()
    written = node.value
    if written is None or written == "":
        return how_to_fill(node.path)
    return "" if isinstance(written, (str, list)) else f'Put it in quotes: "{written}".'


def _plain(text: str) -> str:
    """As it can stand in a spoken form, with the words of no language."""
    return spoken_form(text, "")
