"""Days that stand in one line, each behind the other: `Monday: run 2 min. Repeat x 4. Wednesday: ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import DAY, SHORT_DAY
from voicecoach.late_patterns import late

_BEGINS = in_any_case(rf"(?:^|(?<=[.;!]))\W*(?={DAY}s?\W*:\W*\w)")
LEAST_DAYS = 2


def by_day(block: Block) -> Iterator[Block]:
    """The block; one for each day, or week, that stands in it, where it begins with one."""
    if "eek " in block.text and block.kind is BlockKind.PARAGRAPH and (weeks := list(_by_week(block))):
        yield from weeks
        return
    starts = [one.end() for one in _BEGINS.finditer(block.text)] if block.kind is BlockKind.PARAGRAPH else []
    if len(starts) < LEAST_DAYS or block.text[: starts[0]].strip(" *"):
        yield block
        return
    for at, (start, end) in enumerate(zip(starts, [*starts[1:], len(block.text)], strict=True)):
        yield replace(block, text=block.text[start:end].strip(" *"), breaks=block.breaks if at == 0 else 0)


_IN_WEEK = in_any_case(
    r"(?:^|(?<=[.;!]\s))(?:in|during|for|by)\s+(?:the\s+)?week\s+(?P<week>\d{1,2}|[a-z]{3,6}),?\s+(?=[a-z\d])"
)


_LENGTH = late(
    r"\d[\s-]?(?:min|sec|mile|km|k\b)|(?:one|two|three|four|five|six|eight|ten)[\s-](?:min|sec|mile)", re.IGNORECASE
)


def _by_week(block: Block) -> Iterator[Block]:
    """A block for each week of a paragraph that tells how long each thing is done in them: `In week 1, run 1 min`."""
    starts = list(_IN_WEEK.finditer(block.text))
    if not LEAST_DAYS <= len(starts) <= MOST_WEEKS or len(_LENGTH.findall(block.text)) < len(starts):
        return
    ends = [*(one.start() for one in starts[1:]), len(block.text)]
    if not all(has_movement(block.text[one.end() : end]) for one, end in zip(starts, ends, strict=True)):
        return
    if before := block.text[: starts[0].start()].strip():
        yield replace(block, text=before)
    for one, end in zip(starts, ends, strict=True):
        yield replace(block, text=f"Week {one['week']}: {block.text[one.end() : end].strip()}", breaks=0)


_COUNTED_DAY = in_any_case(r"(?P<day>day\s*\#?(?P<number>\d{1,3}))(?P<sign>\s*[:.)–-]+)?\s+(?P<done>\S.*)")
_CHALLENGE = in_any_case(
    r"\W*(?:(?:the|my|our|\d{1,3})[ -])*(?:days? )?(?P<name>[a-z][a-z -]{2,30}?)"
    r"[ -](?:challenge|program(?:me)?|plan|ladder)\W*"
)
"""What is done in all of the days below, as the title calls it: `30 day squat challenge`."""
_ONLY_AMOUNT = in_any_case(
    r"(?P<count>\d{1,3})|(?P<free>rest|off|day off)(?: day)?",
    r"\d{1,3}(?:\s*[x×]\s*\d{1,3})?\s*(?:s|secs?|seconds?|min(?:ute)?s?|reps?)\b\.?",
)
_SEVERAL_DAYS = any_of(
    rf"(?:on\s+)?{SHORT_DAY}s?(?:\s*(?:to|until|till|and|or|[-–/,&+])\s*(?:(?:and|&)\s*)?{SHORT_DAY}s?){{1,6}}",
    rf"on\s+{SHORT_DAY}s?|[mtwf](?:/[mtwf]){{1,4}}|(?:at\s+the\s+)?weekends?|weekdays|every\s+(?:other\s+)?day|daily",
    r"days?\s+\d(?:\s*(?:,|&|and|\+|/)\s*\d){0,3}(?=,?\s+[^\W\d]|,?\s+\d{2})",
    r"(?:\d|two|three|four|five)\s+times\s+a\s+week|twice\s+a\s+week",
)
_WEEKDAY = in_any_case(
    rf"(?P<days>{_SEVERAL_DAYS}),?\s+(?P<deeds>(?!(?:i|we|you|he|she|they|the|my|our|is|are|was)\b)[^\W_].*)",
    rf"(?P<day>{SHORT_DAY}s?)\s+(?P<done>[^\W_].*)",
)
_IN_SHORT = in_any_case(
    r"^w(?:k|eek)?\s?(?P<week>\d{1,2})[\s,./-]{0,2}d(?:ay)?\s?(?P<day>\d)(?!\w)(?P<sign>\s*[:.–-]\s+)?"
)
_STOPPED = in_any_case(r"^(?P<which>(?:week|wk|day|stage|level|session|workout)\s?\#?\d{1,2})\.\s+(?=\D*\d)")
"""A week, or a day, with a stop before what is done in it: `Week 1. Run 5 min`."""
_COUNTED_RUN = in_any_case(r"^(?:run|ride|swim|jog)\s?\#?(?P<which>[1-7])\s*(?:[:–—]|-(?=\s)|\.(?!\d))\s*(?=[a-z\d])")
_LEGS = late(r"\d.*?(?:,|;|\+|/|\bthen\b|\band\b).*?\d.*\b(?:walk|jog|run|easy|cool)", re.IGNORECASE)
"""What a session has that is more than one run: `5 min walk, then 8 x 1 min run`."""
_FAR = r"\d{1,2}(?:\.\d)?(?:\s*[-–]\s*\d{1,2}(?:\.\d)?)?\s*(?:kms?|k|mi|miles?)|\d{2,3}\s*min(?:ute)?s?"
_BARE_RUN = in_any_case(
    rf"(?P<day>(?:{SHORT_DAY}s?|day \d)\s*[:–-]\s*)?(?P<far>{_FAR})"
    r"(?:\s+(?P<slow>recovery|long(?:,? slow)?)\b(?! (?:run|jog|walk|ride|spin|swim)))?"
    r"(?P<how>\W*|\s*(?:[(@,+–-]|w/|with\b|incl|progress).*)"
)
"""A day's distance, if nothing says how it is covered: `Tue: 5 km`, `3 miles (9:30 pace)`."""
_ONLY_DAY = in_any_case(
    rf"(?:{SHORT_DAY}s?|mid[- ]?week|week[- ]?(?:day|end)|\d(?:st|nd|rd|th)|first|second|third)"
    r"(?: (?:session|event))?(?: \d)?",
    r"(?:day|session|workout) (?:\d|[a-e])",
)
"""A title of a session that says nothing of what is done in it."""
_RUNNING = in_any_case(r"\b(?:run(?:s|ning|ner)?|jog|marathon|parkrun|(?:5|10)k|strides)\b")
_RIDDEN = in_any_case(r"\b(?:rid(?:e|ing)|bike|cycl\w+|swim\w*|row(?:ing|er)|ski\w*)\b")
_UNPARTED = late(r"(?<=[a-z]) (?=\d{1,3} [A-Za-z])")
LEAST_COUNTED, MOST_DAYS, MOST_WEEKS, OF_A_TITLE = 3, 400, 60, 3


def with_counted_days(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; days that each stand in a line with what is done on them have a colon between: `Day 1 50 squats`.

    A day that only says how much has the name from the title: `Plank challenge`.
    """
    if sum(one.text[:3].lower() == "day" for one in blocks) < LEAST_COUNTED:
        return list(blocks)
    title = _CHALLENGE.fullmatch(blocks[0].text) if blocks else None
    name = title["name"].strip().lower() if title and has_movement(title["name"]) else ""
    found, at = list[Block](), 0
    while at < len(blocks):
        days = list(takewhile(bool, (_COUNTED_DAY.fullmatch(one.text) for one in islice(blocks, at, at + MOST_DAYS))))
        numbers = [int(one["number"]) for one in days if one]
        is_counted = len(days) >= LEAST_COUNTED and all(after == before + 1 for before, after in pairwise(numbers))
        are_open = is_counted and all(one and (not one["sign"] or _ONLY_AMOUNT.fullmatch(one["done"])) for one in days)
        for block, day in zip(blocks[at:], days, strict=False):
            found.append(replace(block, text=_day(day, name)) if are_open and day else block)
        found += [] if days else blocks[at : at + 1]
        at += len(days) or 1
    return found


def with_weekdays(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; weekdays that each stand in a line with what is done on them have a colon: `Tue 30 min easy`.

    A week and a day in short, `W1D2`, are so in full, and `Week 1. Run 5 min` has a colon; runs that are counted are
    sessions: `Run 1 - 5 min walk, ...`.
    """
    found = list[Block]()
    runs = [one.text[run.end() :] for one in blocks if (run := _COUNTED_RUN.match(one.text))]
    if len(runs) > 1 and all(map(_LEGS.search, runs)):
        blocks = [replace(one, text=_COUNTED_RUN.sub(r"Session \g<which>: ", one.text)) for one in blocks]
    blocks = [replace(one, text=_IN_SHORT.sub(_in_full, one.text)) if one.text[:1] in "wW" else one for one in blocks]
    blocks = [
        replace(one, text=_STOPPED.sub(r"\g<which>: ", one.text)) if "." in one.text[:12] else one for one in blocks
    ]
    for at, block in enumerate(blocks):
        day = _WEEKDAY.fullmatch(block.text)
        beside = [one for one in (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2]) if _stands_by(one, block)]
        is_one = bool(day) and any(_WEEKDAY.match(one.text) for one in beside)
        found.append(replace(block, text=_on_day(day)) if day and is_one else block)
    return found


def _on_day(found: re.Match[str]) -> str:
    if found["day"] or not any(map(str.isdecimal, found["deeds"])):
        return f"{found['day']}: {found['done']}" if found["day"] else found[0]
    return f"{found['days']}: {found['deeds']}"


def _in_full(found: re.Match[str]) -> str:
    return f"Week {found['week']} Day {found['day']}{': ' if found['sign'] else ''}"


def _stands_by(one: Block, block: Block) -> bool:
    """Whether it is a line as the other, and of another day."""
    return one.kind is block.kind is not BlockKind.HEADING and one.text[:2].lower() != block.text[:2].lower()


def with_runs_called(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a running plan; a day that says only how far, or how long, is a run: `Tue: 5 km`."""
    bare = [one.text for one in blocks if any(map(str.isdecimal, one.text)) and _BARE_RUN.fullmatch(one.text)]
    is_called = any(_RUNNING.search(one.text) for one in blocks[:OF_A_TITLE])
    if bare and not is_called:
        is_called = not any(_RIDDEN.search(one.text) for one in blocks) and (
            len(bare) >= LEAST_COUNTED or any(_RUNNING.search(one.text) for one in blocks)
        )
    return [_with_run(*one) for one in zip([None, *blocks], blocks, strict=False)] if is_called else list(blocks)


def _with_run(before: Block | None, block: Block) -> Block:
    found = _BARE_RUN.fullmatch(block.text)
    is_below = before is not None and before.kind is BlockKind.HEADING and bool(_ONLY_DAY.fullmatch(before.text))
    if not found or not (found["day"] or is_below):
        return block
    run = f"{found['slow'].lower()} run" if found["slow"] else "run"
    return replace(block, text=f"{found['day'] or ''}{run} {found['far']}{found['how']}")


def _day(found: re.Match[str], name: str) -> str:
    """A day with what is done on it behind a colon."""
    done = _UNPARTED.sub(", ", found["done"].strip())
    amount = _ONLY_AMOUNT.fullmatch(done) if name else None
    if amount and not amount["free"]:
        done = f"{done} {name}" if amount["count"] else f"{name} {done}"
    return f"{found['day']}: {done}"
