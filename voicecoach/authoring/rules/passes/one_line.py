"""Lines that are several: pairs of exercises, a rest and the part behind it, a list behind what holds for all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of, without_brackets
from voicecoach.authoring.rules.exercise_names.joined_names import joined_names
from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.exercise_names.whole_names import listed_names
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL
from voicecoach.authoring.rules.language.vocabulary import UNIT_OF_TIME
from voicecoach.authoring.rules.passes.each_of import with_each_counted
from voicecoach.authoring.rules.passes.name_lists import ARROW
from voicecoach.authoring.rules.passes.often_ahead import often_ahead

_PAIRED = re.compile(
    r"[\s,(]+(?:ss|s/s|(?:then |and )?super-?\s?set(?:ted)?)\s*(?:w/|with|\+|:)?\s+(?!of\b)", re.IGNORECASE
)
_PAIRED_ABOVE = in_any_case(r"\W*(?:(?:and|then)\s+)?(?:ss|s/s|super-?\s?set(?:ted)?)\s*(?:w/|with\b)\s*(?P<what>\S.*)")
"""An exercise that goes together with the one above: `ss w/ pushdown 3x12`."""
PAIR = "Superset with"
_NAMED = r"[^\W\d_][^\d,;:.()|+&]{2,40}?"
_NOT_A_SIDE = r"(?! (?:sides?|legs?|arms?|ways?|hands?)\b)"
_BOTH = in_any_case(rf"\s*,?\s*(?<!after )(?<!between )\b(?:(?:for|of) )?(?:both|each)\b{_NOT_A_SIDE}")
_BEHIND = r"[\s,:(–—-]+[x×]?\d[^+;]*"
_EACH_OF_TWO = re.compile(rf"(?P<one>{_NAMED})\s*\+\s*(?P<other>{_NAMED}{_BEHIND})")
"""Two exercises that go together, with an amount behind them: `Rows + curls, 3x12 of each`."""
_TWO = re.compile(rf"(?P<one>{_NAMED}s)\s+(?:and|&)\s+(?P<other>{_NAMED}s{_BEHIND})")
"""Two exercises that have an amount together: `Chins and dips, 3x8 each`, but not `Squat and press`."""
_REST_BEHIND = in_any_case(rf"\s*[,;]\s*(?=(?:then |and )*(?:rest\b|\d[\d.:]*\s*-?{UNIT_OF_TIME}(?!\w)))")
"""Where the rest begins, which is behind the last of them."""
_RESTED = re.compile(
    r"(?P<rest>\W*(?:take |then )?(?:a )?rest\b[^,;.:]{2,40})[,;.]?\s+(?:and )?then[:,]?\s+"
    r"(?P<then>(?!(?:go|start|do|repeat|begin)\b).+)",
    re.IGNORECASE,
)
"""A rest between two parts, and the title of the second: `Rest 2 min, then: EMOM for 6 min`."""
_IN_A_ROW = re.compile(
    r"(?P<name>[^\W\d_](?:[^\d,;:.()+&-]|(?<=\w)-(?=\w)){2,40}?)\s+\d{1,2}"
    r"\s?[x×]\s?\d{1,3}(?:-\d{1,3})?(?: ?(?:s|secs?|reps)\b)?(?:\s+(?=[^\W\d_]{3})|\s*$)"
)
"""One of several exercises that stand in a row with nothing between, as columns do: `Bench 4x6   Squat 4x6`."""
_BRACKETED = re.compile(
    r"(?P<name>[^\W\d_][^(),;:]{1,40}?)\s*\((?P<amount>[x×]?\d[^(),;]{0,20})\)(?:\s*[,;+&]\s*(?:and\s+)?|\s+and\s+|\.?$)"
)
LEAST_LISTED, MOST_LISTED, MOST_WORDS_LISTED, MOST_WORDS_OF_A_PAIR = 3, 40, 5, 12


def by_line(block: Block) -> Iterator[Block]:
    """The block; a block for each of the exercises that stand in it."""
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
        yield block
        return
    block = replace(block, text=_with_colon(_without_arrows(with_each_counted(block.text))))
    if ahead := often_ahead(block.text):
        yield replace(block, text=ahead[0])
        yield Block(BlockKind.PARAGRAPH, ahead[1], block.line)
    elif pair := _pair(block.text):
        yield replace(block, text=pair[0])
        for one in pair[1:]:
            yield Block(BlockKind.PARAGRAPH, PAIR, block.line)
            yield replace(block, text=one, breaks=0)
    elif (above := _PAIRED_ABOVE.fullmatch(block.text)) and _is_counted(above["what"]):
        yield Block(BlockKind.PARAGRAPH, PAIR, block.line)
        yield replace(block, text=above["what"], breaks=0)
    elif (
        (two := _TWO.fullmatch(block.text))
        and _BOTH.search(block.text)
        and (both := of_all([two["one"], two["other"]]))
    ):
        yield from (replace(block, text=one, breaks=block.breaks if at == 0 else 0) for at, one in enumerate(both))
    elif (rested := _RESTED.fullmatch(block.text)) and _is_of_part(rested["then"]):
        yield replace(block, text=rested["rest"])
        yield replace(block, text=rested["then"], breaks=1)
    elif counted := of_list(block.text) or _counted(block.text):
        yield from (replace(block, text=one, breaks=0 if at else block.breaks) for at, one in enumerate(counted))
    elif listed := _listed(block.text):
        yield replace(block, text=listed[0])
        yield from (Block(BlockKind.ITEM, one, block.line, marker="-") for one in listed[1:])
    else:
        yield block


def _without_arrows(text: str) -> str:
    """A line with commas in place of the arrows that lead from each exercise to the next."""
    pieces = ARROW.split(text) if "→" in text or "->" in text else []
    called = sum(has_movement(one) and len(one.split()) <= MOST_WORDS_OF_A_PAIR for one in pieces)
    counted = sum(bool(parts_of(one).parts) for one in pieces)
    is_list = counted in {0, len(pieces)} or bool(_BOTH.search(pieces[-1]))  # else all of it is counted
    return ", ".join(pieces) if LEAST_LISTED <= len(pieces) == called and is_list else text


def of_list(text: str) -> list[str]:
    """The exercises of a list that has the amount of each of them behind it, each with that; what holds for all before.

    That is `Squats, rows, dips: 3x10 each`, where each is none of two sides.
    """
    if not _BOTH.search(text):
        return []
    text = _without_arrows(text)
    if led := _LED.match(text):
        text = text[led.end() :]
    head, colon, tail = text.rpartition(": ")
    is_headed = bool(colon) and bool(_is_amount(head) or SECTION.fullmatch(head))
    listed = tail if is_headed else text
    first = next(iter(parts_of(listed).parts), None)
    named = listed[: first.start].strip(" ,:;–—-(x×") if first else ""
    names = listed_names(named)
    are_several = len(names) > 1 and (", " in named or all(one.endswith("s") for one in names))
    if first is None or not are_several or not all(map(_is_called, names)):
        return []
    counted = of_all([*names[:-1], f"{names[-1]} {listed[first.start :].rstrip(').')}"])
    return [f"{head}:", *counted] if is_headed else counted


_LED = in_any_case(r"(?:then,? )?(?:finish|end|start|begin)(?: off| up| out)? with:? (?:an? |the )?(?=[a-z])")
"""How one leads on to a list: `Finish with a quad stretch, a calf stretch and ...`."""


def _is_called(name: str) -> bool:
    return len(name.split()) <= MOST_WORDS_LISTED and reads_as_name(name) and ends_with_movement(name)


def _is_amount(text: str) -> bool:
    """Whether it says how much is done, and calls nothing."""
    parts = parts_of(text)
    return bool(parts.parts) and not _LETTERS.search(_BESIDE.sub("", parts.rest))


def _with_colon(text: str) -> str:
    """A line of amounts, and a list of names behind a colon or a dash: with a colon, and with `of each` for `each`."""
    stop = _STOP.search(text)
    if stop is None or not _is_amount(text[: stop.start()]):
        return text
    head, listed = text[: stop.start()], text[stop.end() :]
    names = listed_names(listed.rstrip(" ."))
    are_names = len(names) > 1 and all(map(reads_as_name, names)) and 2 * sum(map(has_movement, names)) > len(names)
    is_list = are_names and not any(map(str.isdecimal, listed))
    return f"{_EACH.sub(' of each', head)}: {listed}" if is_list else text


_EACH = in_any_case(r"(?<=[\ds])\s+each\s*$")
_STOP = re.compile(r"(?:\s+[-–—]|:)\s+(?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]")
_BESIDE = in_any_case(r"\b(?:of|x|and|each|per|for|reps?|circuits?|exercises?)\b")
"""What stands beside the amounts of a list and names nothing."""


def _is_counted(text: str) -> bool:
    return has_movement(text) and bool(parts_of(text).parts)


def _is_of_part(text: str) -> bool:
    """Whether it says what only a part of a session has, as its title does."""
    return facts_of(parts_of(text)).is_of_section and not has_movement(text)


def _pair(text: str) -> list[str]:
    """The exercises of a superset in one line: `Curl 3x10 ss w/ pushdown 3x12`, `Curl ss pushdown, 3x12 both`."""
    pieces = [one.strip(" )") for one in _PAIRED.split(text)]
    if len(pieces) == 2 and not parts_of(text).parts:  # noqa: PLR2004 - a pair
        return pieces if all(ends_with_movement(one) and reads_as_name(one) for one in pieces) else []
    if 1 < len(pieces) <= MOST_LISTED and not any(parts_of(one).parts for one in pieces[:-1]):
        pieces = of_all(pieces)
    elif (found := _EACH_OF_TWO.fullmatch(text)) and (_BOTH.search(text) or _are_apart(found)):
        pieces = of_all([found["one"], found["other"]])
    is_pair = 1 < len(pieces) <= MOST_LISTED and bool(parts_of(pieces[0]).parts)
    are_short = all(one[:1].isalnum() and _words_before_told(one) <= MOST_WORDS_OF_A_PAIR for one in pieces)
    are_named = any(map(has_movement, pieces)) and all(has_movement(one) or parts_of(one).parts for one in pieces)
    return pieces if is_pair and are_short and are_named else []


def _are_apart(found: re.Match[str]) -> bool:
    """Whether two names with a sign between are two exercises, with what is said in brackets of both."""
    is_in_brackets = found["other"].rstrip(" .").endswith(")") and " (" in found["other"]
    is_counted = is_in_brackets and facts_of(parts_of(found["other"])).has_amount
    return is_counted and bool(joined_names(f"{found['one']} + {without_brackets(found['other']).strip()}"))


def _words_before_told(text: str) -> int:
    """How many words it has, without what is told in brackets and behind them."""
    return len(without_brackets(text.partition("), ")[0] + ")" if "), " in text else text).split())


def of_all(pieces: list[str]) -> list[str]:
    """The exercises of a superset with what stands behind the last of them, which is of all; none if it isn't that."""
    first = next(iter(parts_of(pieces[-1]).parts), None)
    names = [*pieces[:-1], pieces[-1][: first.start].strip(" ,:;–—-(")] if first else []
    if first is None or not any(map(has_movement, names)):
        return []
    amount = _BOTH.sub("", pieces[-1][first.start :], count=1)
    once = _REST_BEHIND.split(amount, maxsplit=1)[0]
    return [*(f"{one} {once}" for one in names[:-1]), f"{names[-1]} {amount}"]


def _counted(text: str) -> list[str]:
    """The exercises of a list that has the amount of each in brackets behind it, or nothing between them."""
    if (run := list(_IN_A_ROW.finditer(text))) and len(run) > 1 and "".join(one[0] for one in run) == text:
        are_named = all(reads_as_name(one["name"]) for one in run) and any(has_movement(one["name"]) for one in run[1:])
        return [one[0].strip() for one in run] if are_named else []
    found = list(_BRACKETED.finditer(text))
    is_whole = len(found) > 1 and "".join(one[0] for one in found) == text
    are_named = is_whole and all(reads_as_name(one["name"]) for one in found)
    are_counted = are_named and all(facts_of(parts_of(f"({one['amount']})")).has_amount for one in found)
    is_list = are_counted and 2 * sum(has_movement(one["name"]) for one in found) >= len(found)
    return [f"{one['name']}: {one['amount']}" for one in found] if is_list else []


def _listed(text: str) -> list[str]:
    """What holds for all exercises of a list, and these: `Do each for 5 reps: clean, press, squat`."""
    head, colon, tail = text.rstrip(" .").partition(": ")
    if not colon or not FOR_ALL.search(head) or not parts_of(head).parts:
        return []
    names = listed_names(tail)
    if not LEAST_LISTED <= len(names) <= MOST_LISTED:
        return []
    called = sum(map(has_movement, names))
    is_list = 2 * called >= len(names) and not parts_of(tail).parts
    are_short = all(reads_as_name(one) and len(one.split()) <= MOST_WORDS_LISTED for one in names)
    return [f"{head}:", *names] if is_list and are_short else []
