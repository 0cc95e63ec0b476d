"""The author's own lines in place of stock lines: in a session, or in a file for all of one's sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from voicecoach.definitions.catalogue import load_phrases
from voicecoach.definitions.convert import UNREAD, Converter
from voicecoach.definitions.faults import Faults
from voicecoach.definitions.field_faults import how_to_fill
from voicecoach.definitions.model import Wordings
from voicecoach.definitions.placeholders import placeholders, stray_brace, unknown
from voicecoach.definitions.source import Node, read
from voicecoach.errors import Fault, nearest

OwnPhrases = dict[str, tuple[Wordings, ...]]
Stock = Mapping[str, tuple[Wordings, ...]]


def read_own_phrases(node: Node, stock: Stock, converter: Converter) -> OwnPhrases:
    """Stock lines by name with the texts that take their places; notes what is wrong among the converter's faults.

    A name stands for a text or a list of them, each a variant; a variant may be a list of wordings, the longest first.
    """
    if not isinstance(node.value, dict):
        fix = "Write 'rest: \"Breathe out.\"', with the name of a stock line in front."
        converter.faults.add(Fault(node.place, node.path, "names of lines with texts are expected.", fix))
        return {}
    found: OwnPhrases = {}
    for name, child in node.value.items():
        if name not in stock:
            fix = nearest(name, stock).strip() or f"Known: {', '.join(sorted(stock))}."
            converter.faults.add(Fault(node.keys[name], child.path, "there is no stock line of this name.", fix))
            continue
        variants = _variants(child, converter)
        for fault in _placeholder_faults(child, name, variants, stock[name]):
            converter.faults.add(fault)
        if variants:
            found[name] = variants
    return found


def load_own_phrases(path: Path, language: str) -> OwnPhrases:
    """The author's own lines in a file, for sessions in this language.

    Raises ChoiceError if it can't be read, UnknownNameError for a language without phrases, DefinitionError for its
    faults.
    """
    faults = Faults()
    root = read(path, str(path))
    node = root.at("phrases") if set(root.children) == {"phrases"} else root
    found = read_own_phrases(node, load_phrases(language).lines, Converter(faults)) if root.value is not None else {}
    faults.raise_any(root.place.file)
    return found


def _variants(node: Node, converter: Converter) -> tuple[Wordings, ...]:
    nodes = node.value if isinstance(node.value, list) else [node]
    for one in (node, *nodes):
        if one.value == []:
            problem = "an empty list where a text was expected."
            converter.faults.add(Fault(one.place, one.path, problem, how_to_fill(one.path)))
    read_ones = [converter.read(one, Wordings) for one in nodes]
    return tuple(one for one in read_ones if one is not UNREAD)


def _placeholder_faults(
    node: Node, name: str, variants: tuple[Wordings, ...], stock: tuple[Wordings, ...]
) -> Iterator[Fault]:
    known = sorted({found for wordings in stock for text in wordings for found in placeholders(text)})
    for text in (text for wordings in variants for text in wordings):
        for placeholder in unknown(text, known):
            fix = f"Known here: {', '.join(known)}." if known else f"{name} has nothing to fill in. Write it out."
            yield Fault(node.place, node.path, f"{placeholder} stands for nothing.", fix)
        if problem := stray_brace(text):
            yield Fault(node.place, node.path, problem)
