"""What somebody says who guides a session: the captions of a film, who says what, a run of words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.spoken_texts.announcing import NO_DEEDS, OF_TALK
from voicecoach.authoring.rules.spoken_texts.spoken import LEAST_SHARE, LEAST_WORDS, SPOKEN
from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS, in_digits

LEAST_BLOCKS, LEAST_QUIET, LEAST_STAMPED = 8, 4, 3
LEAST_WORDS_OF_A_SCRIPT = 200
LEAST_BROKEN, LEAST_LINES = 0.15, 20
"""So many lines end with a word that others must follow, where a width broke them."""
LEAST_IN_A_LINE, LEAST_IN_A_PARAGRAPH = 7, 25
MOST_STOPS = 0.03
"""So many stops for each word has what was typed as it was heard."""
LEAST_SPOKEN, LEAST_SPOKEN_WITH_STOPS, LEAST_SPOKEN_IN_A_SCRIPT = 0.004, 0.008, 0.011
MUCH_SPOKEN = 0.02
"""So many of the words are those of somebody who speaks."""
MOST_STAMPED, MUCH_OF_THE_TALK = 0.9, 0.6
"""So many lines have a time where nearly all do; who says so much of what the coach says coaches as well."""
_STAMP = re.compile(
    r"\s*[\[(]?(?:(?P<hours>\d{1,2}):(?=\d\d:))?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?:[.,]\d+)?[\])]?\s*[-–—>]*\s*"
)
_SAYS = re.compile(r"^\s*(?:>>+|[-–—](?=\s?[A-Z]))\s*")
"""Before what somebody else says."""
_TRANSCRIPT = in_any_case(
    r"(?:full |video |audio )?transcript(?:ion)?\W*",
    r".{0,40}\b(?:voice (?:memo|note|message)|dictat(?:ed|ion)|transcribed)\b.{0,40}",
)
_TIME = re.compile(r"[\[(]?(?<!\d)\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d+)?(?![\d:])[\])]?")
_WHO = re.compile(r"\s*(?P<who>[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+)?)(?: \([A-Za-z ]{1,20}\))?:\s+")
_HEARD = re.compile(r"[\[(](?:music|laugh\w*|applause|inaudible|♪)[^\])]*[\])]|♪", re.IGNORECASE)
_QUIET = in_any_case(r"[\[(](?:\.{3}|…|pause|silence|hold|quiet)[^\])]{0,60}[\])]|<break\b[^<>]{0,60}>")
_SPEAK = in_any_case(r"</?(?:speak|p|s|prosody|emphasis|voice)\b[^<>]{0,80}>")
_GOES_ON = in_any_case(
    r"\b(?:a|an|the|and|or|of|to|with|your|my|our|you|for|in|on|at|by|from|is|are|that|so|but|if|we|i|it's|we're|into)$"
)
_CUT = in_any_case(rf"\b(?:an?|the|or|of|to|with|your|my|our|for|by|from|is|are|another|{A_NUMBER_IN_WORDS}|\d+)$")
"""How a line ends that goes on in the next."""
_CUT_FROM = in_any_case(
    r"(?:is|are)\b|(?:on|off|of|seconds?|minutes?|reps?|times|sets?|rounds?|each|per)\b(?! (?:your|the|to|all)\b)"
)
"""How a line begins that goes on from the one before."""
_STOPS = re.compile(r"[.!?…;:]+(?:\s|$)")
_ENDS = re.compile(r"(?<=[a-z\d)][.!?…])\s+|(?<=\.\.\.)\s+")
_NUMBER = rf"(?:\d{{1,3}}|{A_NUMBER_IN_WORDS})"
_COUNTED = re.compile(rf"\b{_NUMBER}\b(?:(?:\W{{1,5}}|\W+and\W+){_NUMBER}\b)+", re.IGNORECASE)
_ONE_NUMBER = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)
_COUNTS_WHAT = any_of(r"sec|min|(?:reps?|sets?|of|on|each|with|more|to|for)\b|(?!awesome|is)\w+s\b")
_COUNTED_PARTS = any_of("set|round|number|superset|tabata|block|move|exercise|station|minute|pair|week|day")
_REACHED = in_any_case(
    any_of(
        rf"^\W*(?:and |that's |okay |good |all )*(?:and|that's|all) (?:all )?{_NUMBER}\b(?!\W*{_COUNTS_WHAT})",
        rf"\b{_NUMBER} (?:more|left|to go)\b|\b{_NUMBER} (?:more )?seconds (?:left|to go|more)\b|\blast {_NUMBER}\b",
        rf"\b{_NUMBER} down\b|\bin {_NUMBER} {_NUMBER}\b",
        rf"\b{_COUNTED_PARTS}s? (?:number )?{_NUMBER}\b(?! (?:sec|min|times))",
    )
)
"""What only says how far one is."""


@dataclass(frozen=True)
class Utterance:
    """What is said in one go; `starts` are where in it the lines of the text begin, each with its number."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def line_at(self, place: int) -> int:
        """The line in which something stands that begins at `place`."""
        return self.starts[bisect_right(self.starts, max(place, 0), key=itemgetter(0)) - 1][1]


def utterances_in(blocks: Sequence[Block], *, is_known: bool = False) -> list[Utterance]:
    """What is said in a transcript, in order; nothing if the text is none.

    `is_known` says that it is one, with times.
    """
    if any(one.kind in {BlockKind.ROW, BlockKind.ROW_HEAD} for one in blocks):
        return []
    texts = [
        _SAYS.sub("", f"{one.marker} {one.text}".strip() if one.kind is BlockKind.ITEM else one.text).replace("’", "'")
        for one in blocks
    ]
    stamps = [_STAMP.match(text) for text in texts]
    is_stamped = is_known or _are_stamps(stamps)
    untimed = [_TIME.sub(" ", text) for text in texts] if is_stamped else texts
    who = [found["who"] for text in untimed if (found := _WHO.match(text))]
    is_by_names = max(map(who.count, who), default=0) >= LEAST_BLOCKS // 2 and 2 * len(who) > len(texts)
    bare = [_bare(text) for text in (_of_coach(untimed) if is_by_names else untimed)]
    is_timed = is_stamped and sum(map(bool, stamps)) >= MOST_STAMPED * len(texts)
    if not is_known and not _is_spoken(bare, is_marked=is_stamped or is_by_names, is_timed=is_timed):
        return []
    lines = [(one.line, text) for one, text in zip(blocks, bare, strict=True) if re.search(r"\w", text)]
    if _are_broken([text for _, text in lines]):
        return [_joined(lines)]
    parted = [(line, said) for line, text in lines for said in _said(text)]
    return [_joined(one) for one in _runs(parted)]


def _runs(said: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """What is said, where a line's end cut it with what it goes on with: `forty seconds` and `on`."""
    run = list[tuple[int, str]]()
    for line, text in said:
        if run and not (_CUT.search(run[-1][1]) or _CUT_FROM.match(text) or _is_cut_name(run[-1][1], text)):
            yield run
            run = []
        run.append((line, text))
    if run:
        yield run


def _is_cut_name(before: str, text: str) -> bool:
    """Whether a name is cut: `the last two, glute` and `bridge`."""
    start, end = before.split()[-1:], text.split()[:1]
    if not start or not end or re.search(r"[.!?,;:]$", before):
        return False
    last = end[0].strip(".,").lower()
    name = f"{start[0]} {last}"
    if not (last.endswith("s") or last in NO_DEEDS):
        return False
    return ends_with_movement(name) and not OF_TALK.intersection(name.lower().split())


def _are_broken(texts: Sequence[str]) -> bool:
    """Whether lines break where a picture's width ends, in the middle of what is said, and there are no stops."""
    ends = sum(bool(_GOES_ON.search(one)) for one in texts)
    stops = sum(len(_STOPS.findall(one)) for one in texts)
    return (
        len(texts) >= LEAST_LINES
        and ends >= LEAST_BROKEN * len(texts)
        and stops <= MOST_STOPS * sum(len(one.split()) for one in texts)
    )


def _joined(lines: Sequence[tuple[int, str]]) -> Utterance:
    """All lines as one utterance."""
    text, starts = "", list[tuple[int, int]]()
    for line, one in lines:
        starts.append((len(text), line))
        text += f"{one} "
    return Utterance(text.rstrip(), tuple(starts))


def _are_stamps(found: Sequence[re.Match[str] | None]) -> bool:
    """Whether most lines begin with a time, and these only ever grow."""
    times = [3600 * int(one["hours"] or 0) + 60 * int(one["minutes"]) + int(one["seconds"]) for one in found if one]
    are_most = len(times) >= LEAST_BLOCKS and LEAST_STAMPED * len(times) > len(found)
    return are_most and all(before <= after for before, after in pairwise(times))


def _of_coach(texts: Sequence[str]) -> list[str]:
    """What the one says who says most, without that name; what the others say is left out if it is far less."""
    said = list[tuple[str, str]]()
    for text in texts:
        found = _WHO.match(text)
        name = found["who"] if found else (said[-1][0] if said else "")
        said.append((name, text[found.end() :] if found else text))
    words = Counter[str]()
    for name, text in said:
        words[name] += len(text.split())
    most = max(words.values())
    return [text if words[name] >= MUCH_OF_THE_TALK * most else "" for name, text in said]


def _bare(text: str) -> str:
    return " ".join(_SPEAK.sub(" ", _HEARD.sub(" ", text)).split())


def _is_spoken(texts: Sequence[str], *, is_marked: bool, is_timed: bool) -> bool:
    """Whether these are the words of somebody who speaks, and no notes.

    That is: without stops; with times, names or marks of where nothing is said; or in paragraphs, with much that is
    only said. `is_timed` says that nearly every line has its time.
    """
    words = sum(len(one.split()) for one in texts)
    stops = sum(len(_STOPS.findall(one)) for one in texts)
    share = sum(len(SPOKEN.findall(one)) for one in texts) / max(1, words)
    is_quiet = sum(bool(_QUIET.search(one)) for one in texts) >= LEAST_QUIET
    is_called_so = any(map(_TRANSCRIPT.fullmatch, texts))
    is_marked = is_marked or is_quiet or is_called_so
    if words < LEAST_WORDS:
        return False
    if stops <= MOST_STOPS * words and (is_marked or words >= LEAST_IN_A_LINE * len(texts)):
        return share >= LEAST_SPOKEN
    if is_quiet or is_called_so or (is_timed and words >= LEAST_IN_A_LINE * len(texts)):
        return share >= LEAST_SHARE
    is_long = words >= LEAST_WORDS_OF_A_SCRIPT
    in_paragraphs = words >= LEAST_IN_A_PARAGRAPH * len(texts) and share >= LEAST_SPOKEN_IN_A_SCRIPT
    return share >= LEAST_SPOKEN_WITH_STOPS and (is_marked or (is_long and (in_paragraphs or share >= MUCH_SPOKEN)))


def _said(text: str) -> Iterator[str]:
    yield from (one for one in _ENDS.split(text) if re.search(r"\w", one))


def without_counting(text: str) -> str:
    """What is said, without what only counts along and says how far one is: `three four five`, `ten seconds left`."""
    text = _QUIET.sub(" ", text)
    text = _COUNTED.sub(lambda found: " " if _counts_on(found[0]) else found[0], text)
    return " ".join(_REACHED.sub(" ", text).split())


def _counts_on(text: str) -> bool:
    """Whether numbers follow each other as one counts: up, down, or in tens."""
    numbers = [int(float(in_digits(one))) if not one.isdecimal() else int(one) for one in _ONE_NUMBER.findall(text)]
    steps = [after - before for before, after in pairwise(numbers)]
    return bool(steps) and all(step in {-1, 0, 1, 10} for step in steps)
