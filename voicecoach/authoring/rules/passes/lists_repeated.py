"""How often a list in a sentence is done, in one spelling: `10 squats, 10 dips and 10 lunges, three times`.

The number behind the last is no amount of that one, which has one already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.definitions.exercise_names import bare_words
from voicecoach.definitions.line_numbers import A_NUMBER
from voicecoach.definitions.notation.spelling import in_digits
from voicecoach.late_patterns import late

LEAST_LISTED, MOST_CHARACTERS, MOST_BELOW = 2, 400, 12
_NUMBER = rf"(?:\d{{1,2}}|{A_NUMBER})"
_IT = any_of(
    r"(?:all\s+of\s+|all\s+)?(?:it|this|that|these|them|everything)",
    r"the\s+(?:whole\s+)?(?:lot|circuit|set|sequence|thing|list)",
)
_ORDERED = any_of("repeat|redo|do|complete|perform", r"go\s+through|run\s+through")
_DOING = rf"(?:(?:and|then)\s+)*{_ORDERED}(?:\s+{_IT}(?:\s+again)?)?"
_OFTEN = any_of(
    rf"(?:{_DOING}\s+)?(?:for\s+)?(?:a\s+total\s+of\s+)?(?P<often>{_NUMBER}|twice)(?P<more>\s+more)?"
    r"(?:\s*(?:x|times|rounds|sets)|(?<=twice)|(?<=more))(?P<again>\s+(?:more|over|through|in\s+total))?",
    rf"{_DOING}\s*(?:x|×)\s*(?P<behind>\d{{1,2}})",
    r"(?<!\d\s)(?<!\d)[x×]\s?(?P<timed>\d{1,2})(?:\s+(?:rounds|sets|times))?",
)
_BEHIND = in_any_case(rf"(?P<list>.*?[a-z\d)])(?:\s*[,;:–—-]\s*|\.?\s+|\s*\()(?:for\s+)?{_OFTEN}\)?\s*\.?")
_AHEAD = in_any_case(
    rf"(?P<label>[^\d:]{{2,30}}:\s+)?(?:{_DOING}\s+)?(?:for\s+)?(?P<often>{_NUMBER}|twice)\s*"
    r"(?:(?:x|×|times|rounds|sets)\s*(?:[:=]\s*|\(|\[)|rounds\s+of\s+)(?P<list>.*?)[)\]]?\.?"
)
"""`3x: 10 squats, 10 dips`."""
_ALONE = in_any_case(rf"\W*{_OFTEN}\W*")
_ORDER = in_any_case(
    r"\W*(?:(?:then|now|next|so|first|finally)[,\s]+)*(?:do|perform|complete|try)\s+",
)
_LABEL = in_any_case(r"[^\d:,.;]{2,40}:\s+", _ORDER.pattern)
"""What stands before a list."""
_BETWEEN = in_any_case(
    r"\s*(?:,\s*(?:and\s+|then\s+)*|;\s*|\s\+\s|\s/\s|\s&\s|\s(?:and\s+)?then\s|\sand\s(?=\d|[a-z-]+\s+x?\s*\d)|\s*>\s*)\s*"
)
_RUN = in_any_case(
    r"\b(?:run(?:ning)?|jog(?:ging)?|walk(?:ing)?|sprint(?:s|ing)?|row|bike|cycle|ride|swim|strides?|skip(?:ping)?"
    r"|elliptical|treadmill|cross[ -]?trainer|cardio)\b"
)
_TOO_MUCH = in_any_case(r"\d\s*[x×]\s*\d|\b(?:rest|sets?|rounds?|each\s+exercise|per|week|day|every|kg|lbs?)\b|[@%]")
_HELD = in_any_case(
    r"(?:and\s+)?(?:hold|pause|squeeze|stay|wait|rest|relax)\s+(?:it\s+|this\s+|there\s+|each\s+)?(?:for\s+)?\d.*"
)
"""How long the one before is held."""
_OF_ALL = in_any_case(r"rounds|repeat|redo|\b(?:this|that|these|them|it|all)\b|through")
"""That it is of all, whatever the last of them is."""
_PREPARING = in_any_case(r"\W*(?:warm|cool)(?:ing)?[ -]?(?:up|down)|.*\b(?:warm|cool)[ -]?(?:up|down)\b")
_LENGTH = in_any_case(
    r"(?P<number>\d+(?:\.\d+)?)[ -]?(?P<unit>s|secs?|seconds?|m(?:in(?:ute)?s?)|hours?|'|k?m|miles?)(?![a-z])"
)
_S = {"s": 1.0, "m": 60.0, "'": 60.0, "h": 3600.0, "k": 300.0}
LONG_S, MOST_OF_OTHERS = 240, 5
_A_NUMBER = late(r"\d+(?:[.:]\d+)?(?:\s*[-–]\s*\d+)?")


def with_lists_repeated(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a list in a sentence has behind it how often it is done, as `3 rounds`."""
    found = list[Block]()
    for at, block in enumerate(blocks):
        text = _spelled(block)
        is_same = text is None or _is_listed_again(text, blocks[at + 1 : at + 1 + MOST_BELOW])
        found.append(block if text is None or is_same else replace(block, text=text))
    return found


def _is_listed_again(text: str, below: Sequence[Block]) -> bool:
    """Whether lines below have its exercises with their numbers again: it only tells them in short."""
    called = [set(bare_words(one)) for one in _BETWEEN.split(text)]
    again = [set(bare_words(one.text)) for one in below]
    return sum(any(len(words) > 1 and words <= line for line in again) for words in called) >= LEAST_LISTED


def _spelled(block: Block) -> str | None:
    """The text of a block with such a list; of any other nothing."""
    if block.kind is BlockKind.ROW or len(block.text) > MOST_CHARACTERS or not any(map(str.isdecimal, block.text)):
        return None
    sentences = list(sentences_in(block.text))
    found = list(_each_spelled(sentences))
    return " ".join(found) if found != sentences else None


def _each_spelled(sentences: Sequence[str]) -> Iterator[str]:
    is_said = False
    for sentence, after in zip_longest(sentences, sentences[1:]):
        alone = _ALONE.fullmatch(after) if after else None
        if is_said:
            is_said = False
        elif alone and _is_list(sentence):
            yield _with_rounds(sentence, alone)
            is_said = True
        elif often := _beside_list(sentence):
            yield (often.groupdict().get("label") or "") + _with_rounds(often["list"], often)
        else:
            yield sentence


def _beside_list(sentence: str) -> re.Match[str] | None:
    """How often the list is done that a sentence calls, before or behind it."""
    ahead, behind = _AHEAD.fullmatch(sentence), _BEHIND.fullmatch(sentence)
    if ahead and _is_list(ahead["list"]):
        return ahead
    said = sentence[behind.end("list") :] if behind else ""
    is_of_last = bool(behind and behind["timed"]) and "(" not in said and not _RUN.search(sentence)
    is_sure = bool(_OF_ALL.search(said))
    if is_of_last and not is_sure:
        return None  # `10 squats, plank 30 s x 2`
    return behind if behind and _is_list(behind["list"]) and (is_sure or _is_even(behind["list"])) else None


def repeats_list(line: str) -> bool:
    """Whether a line calls several exercises, and says behind them how often all of them are done."""
    sentences = list(sentences_in(line))
    is_ahead = any((found := _AHEAD.fullmatch(one)) and _is_list(found["list"]) for one in sentences)
    return not is_ahead and list(_each_spelled(sentences)) != sentences


def _is_even(text: str) -> bool:
    """Whether its exercises may be gone round: none is a warm-up, or takes far longer than the others."""
    entries = _BETWEEN.split(text)
    if _PREPARING.match(text):
        return False
    are_run = [bool(_RUN.search(one)) for one in entries]
    found = [one for one in map(_LENGTH.search, entries) if one]
    lengths = [float(one["number"]) * _S[one["unit"][0].lower()] for one in found]
    if not any(are_run) and not lengths:
        return True
    if any(are_run):
        return all(are_run) and len(lengths) == len(entries) and max(lengths) < MOST_OF_OTHERS * min(lengths)
    return max(lengths) < LONG_S


def _with_rounds(text: str, often: re.Match[str]) -> str:
    order = _ORDER.match(text)
    return f"{text[order.end() if order else 0 :].strip(' .,;:–—-(')}, {_often(often)} rounds."


def _often(found: re.Match[str]) -> int:
    said = found.groupdict()
    written = (said.get("often") or said.get("behind") or said.get("timed") or "").lower()
    is_more = bool(said.get("more") or (said.get("again") or "").strip() == "more")
    return (2 if written == "twice" else int(in_digits(written))) + is_more


def _is_list(text: str) -> bool:
    """Whether it calls several exercises, each with one number."""
    label = _LABEL.match(text)
    bare = text[label.end() :] if label else text
    entries = [one for one in _BETWEEN.split(bare.strip(" .")) if one.strip()]
    return len(entries) >= LEAST_LISTED and not _TOO_MUCH.search(bare) and all(map(_is_entry, entries))


def _is_entry(text: str) -> bool:
    if _HELD.fullmatch(text.strip()):
        return False
    return len(_A_NUMBER.findall(text)) == 1 and (has_movement(text) or bool(_RUN.search(text)))
