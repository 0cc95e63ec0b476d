"""How a warm-up or a cool-down is done: what may stand beside its length without being an exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.exercise_names.name_pieces import with_choices
from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.exercise_names.whole_names import listed_names
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, compiled, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.authoring.rules.language.words import GONE_ON_WITH
from voicecoach.late_patterns import late

_DEGREE = any_of("very|nice and|nice|really|fairly|super|quite|as|all|just|only|about|around|approx\\.?|roughly")
_EASE = any_of(
    "easy|easily|gentle|gently|light|lightly|slow|slowly|steady|steadily|brisk|briskly|relaxed|comfortable|comfortably",
    "moderate|conversational|gradual|gradually|low|progressive|progressively|building|aerobic|recovery|general|optional",
    "intensity|pace|effort|resistance|cadence|speed|zone \\d(?:-\\d)?|z\\d(?:-z?\\d)?|able to talk",
)
_MEASURE = any_of(
    r"\d{1,3}(?:[.,]\d+)?(?:\s*[-–]\s*\d{1,3}(?:[.,]\d+)?)?\s*"
    + any_of(r"mph|km/?h|kph|kmh|watts?|w|rpm|bpm|spm|%(?:\s*(?:of\s*)?(?:ftp|max(?:\s*hr)?|mhr|hr))?"),
    r"rpe\s*\d(?:\s*[-–]\s*\d)?|(?:level|incline|gradient|speed|rate|effort|hr|resistance)\s*:?\s*\d{1,3}(?:\.\d)?\s*%?",
    r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s*(?:/|out of)\s*10",
    r"\d{1,2}:\d\d(?:\s*[-–]\s*\d{1,2}:\d\d)?\s*(?:/|per )\s*(?:km|k|mi|mile)",
)
_AT = any_of("at|@|in|of|with|an?|the|your|to|and|to start|to finish|to begin|first|last|then|for|each|no")
_MANNER = in_any_case(rf"(?:{_DEGREE}|{_EASE}|{_MEASURE}|{_AT})")
_PAUSES = late(r"[\s,;:.()\[\]–—/|&+-]+")
LEG = in_any_case(rf"(?:{WARM_UP}|{COOL_DOWN}|warming[ -]?up|cooling[ -]?down|warmup|cooldown)s?")
"""What a part is called that one begins or ends with."""


_BESIDE_ITS_LENGTH = compiled(
    rf"(?P<leg>\W*(?:{WARM_UP}|{COOL_DOWN}))(?:"
    r"(?:\s*[,(–—-]\s*|\s+(?:for\s+)?)<time:t>\)?\s*[:–—-]+\s+(?P<done>[^:.;()]+)"
    r"|\s*[:–—-]+\s+<length:t>\s+(?P<then>[^:.;()]+)|\s*[:–—-]+\s+(?P<first>[^:.;()\d]+?)[,\s–—-]+<behind:t>)\W*"
)
_AND_THEN = compiled(
    rf"(?P<leg>\W*(?:{WARM_UP}|{COOL_DOWN})\W+<time:t>)\)?(?:,? (?:and )?then |,? followed by | ?\+ )(?P<next>\d.*)"
)
"""A warm-up with its length, before what is done next on its line."""
_GOES_ON = compiled(r"(?P<leg>\W*)<length:t>\s+(?P<then>[^:.;(),]+)\W*")


_LISTED = late(
    rf"\W*(?P<time>\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?[\s-]?min(?:ute)?s?)(?: of)?\s+(?P<leg>{WARM_UP}|{COOL_DOWN})\b"
    r"(?:\s*[:;,(–—-]+|\s+(?:with|of))\s*(?P<list>[^\W\d_][^\d.;:()]*)\)?\W*",
    re.IGNORECASE,
)
"""A leg behind its length, and what is done in it: `5 minute warm-up: jumping jacks, arm circles`."""


_WHEN = in_any_case(
    r"(?P<sign>[(\[])\s*(?:(?:do|done|to be done|use)\s+(?:this\s+|these\s+|it\s+)?)?"
    r"(?:before|after)\s+(?:every|each|any|all|your)\s+"
    r"(?:run|ride|swim|race|workout|session|training|practice|game|match|class)s?\s*[,;:–—-]\s*"
    r"(?=(?:about\s+|approx\.?\s+|~\s*)?\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s*-?min[a-z]*\s*[)\]])"
)
"""When it is done, before how long it takes: `(before every run, 5 min)`."""


def with_lengths_ahead(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; the length of a warm-up is that of the one thing done in it: `Warm-up (10 min): jog`.

    What somebody goes on with, and nobody says how, has its length right before it: `5 min of stretching`.
    """
    bare = [replace(one, text=_WHEN.sub(r"\g<sign>", one.text)) if _WHEN.search(one.text) else one for one in blocks]
    for block, after in zip_longest(bare, bare[1:]):
        if listed := _LISTED.fullmatch(block.text) if block.text.strip("*-• ")[:1].isdecimal() else None:
            block = replace(block, text=_as_title(listed))  # noqa: PLW2901 - the same
        has_more = after is not None and after.kind is BlockKind.ITEM and after.level > block.level
        text = "" if has_more else block.text.lower().replace("–", "-")
        is_leg = text.lstrip(" *-").startswith(("warm", "cool")) and any(map(str.isdecimal, text))
        if then := is_leg and _AND_THEN.fullmatch(text):
            yield replace(block, text=block.text[: then.end("leg")])
            block = replace(block, text=block.text[then.start("next") :], breaks=0)  # noqa: PLW2901 - the rest of it
            text = ""
        found = (is_leg and _BESIDE_ITS_LENGTH.fullmatch(text)) or (
            block.kind is BlockKind.ITEM and _GOES_ON.fullmatch(text)
        )
        yield replace(block, text=_with_length_ahead(block.text, found)) if found else block


def _as_title(found: re.Match[str]) -> str:
    """A leg with its length in brackets behind it, where a list of exercises stands behind both."""
    names = listed_names(found["list"])
    is_list = len(names) > 1 and all(map(reads_as_name, names)) and 2 * sum(map(has_movement, names)) >= len(names)
    return f"{found['leg'].capitalize()} ({found['time']}): {found['list'].strip()}" if is_list else found[0]


def _with_length_ahead(text: str, found: re.Match[str]) -> str:
    said = {called: value for called, value in found.groupdict().items() if value}
    called = next(one for one in ("done", "then", "first") if one in said)
    done = text[found.start(called) : found.end(called)].strip()
    leg = f"{text[: found.end('leg')]}: " if found["leg"].strip() else text[: found.end("leg")]
    length = next(said[one] for one in ("time", "length", "behind") if one in said)
    if GONE_ON_WITH.fullmatch(done):
        return f"{leg}{length} of {done}"
    is_one = len(with_choices(done).split(", ")) == 1 and " and " not in done and reads_as_name(done)
    return f"{leg}{length} {done}" if called == "done" and is_one else text


def is_leg_in_a_manner(text: str) -> bool:
    """Whether a text without its length calls a warm-up or a cool-down, and nothing else but how it is done."""
    found = LEG.search(text)
    return found is not None and _is_manner(text[: found.start()]) and _is_manner(text[found.end() :])


def _is_manner(text: str) -> bool:
    at = 0
    while at < len(text):
        match = _PAUSES.match(text, at) or _MANNER.match(text, at)
        if match is None or (text[match.end() :][:1].isalnum() and match[0][-1:].isalnum()):
            return False
        at = match.end()
    return True
