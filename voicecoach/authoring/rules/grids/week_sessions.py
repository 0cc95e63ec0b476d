"""Tables of a running plan with a row for each week: which of their columns have a session in each of its cells.

Such a plan calls its columns as it likes: `Tue`, `Mid-week run 1`, `Weekend`, `Parkrun`. Those that nobody knows have a
session where their cells are told as runs are; what a week comes to, and remarks on it, are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.amounts.parts import without_brackets
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.late_patterns import late

_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)\w*"
DAY = in_any_case(
    rf"(?:{_WEEKDAY}|(?:day|session|workout|block|circuit|part)\s*(?:\d{{1,2}}|[a-e]|one|two|three|four|five|six))\b.{{0,30}}|d\d",
    rf"(?:{WARM_UP}|{COOL_DOWN}|main(?: \w+)?|finisher)",
    "(?:push|pull|legs?|cardio|core|chest|back|arms?|shoulders?|(?:upper|lower|full)(?: body)?)(?: day)?",
)
"""What a column is of whose cells are done one after the other: a day, a part of a session."""
_MANNER = (
    r"(?:key|long|easy|hard|recovery|quality|tempo|interval|speed|hill|steady|short|medium|main|optional|club|group"
    rf"|first|second|third|fourth|1st|2nd|3rd|4th|mid[- ]?week|week[- ]?day|week[- ]?end|{_WEEKDAY})s?"
)
_OF_RUNS = in_any_case(
    rf"(?:{_MANNER} ?){{0,3}}(?:sessions?|runs?|rides?|swims?|workouts?|days?|efforts?|events?|nights?)"
    r"(?: #?(?:\d|[a-e]))?",
    r"intervals?|tempos?|speed(?: ?work)?|hills?|threshold|cross[- ]?train(?:ing)?|strength(?: training)?",
    r"(?:mid[- ]?week|week[- ]?end)s?(?: #?\d)?|park ?run",
)
"""What a week's column is called by that has a session: `Long run`, `Mid-week run 2`."""
_HOW = in_any_case(rf"{_MANNER}(?: {_MANNER})?")
"""What a column of runs is called by as well: `Easy`, `Long`."""
_LEVEL = in_any_case(
    r"\W*(?:beginner|novice|improver|intermediate|advanced|experienced|elite|level|group|lane|plan)s?\b.*"
)
"""What a column is called by that is for some of those who read it."""
_OF_NONE = in_any_case(
    r"(?:week(?:ly|'s)? )?(?:total|mileage|volume|distance|kms?|miles?|load)(?: .{0,20})?|.{0,20}\btotals?",
    r"(?:coach'?s? )?(?:notes?|comments?|remarks?|tips?|focus|aims?|goals?|purpose|theme|phase|block|stage|emphasis)",
    r"(?:session |total |run(?:ning)? )?(?:time|duration|pace)",
    r"dates?|starting|starts?|from|w/?c|commencing|week commencing|done|✓",
)
"""What a week's column is called by that has none."""
_OF_SETS = in_any_case(r"reps?|repeats|repetitions|rounds|sets|rests?|recover(?:y|ies)")
"""What a column is called by beside legs and exercises, of which a row has one each."""
EMPTY = late(r"[\W_]*|rest(?: day)?|off|n/?a", re.IGNORECASE)
_FAR = r"\d{1,3}(?:\.\d{1,2})?(?:\s*[-–]\s*\d{1,3}(?:\.\d{1,2})?)?\s*(?:kms?|k|mi|miles?|min(?:ute)?s?|hours?|hrs?)"
_A_RUN = in_any_case(
    rf"\W*(?:{_FAR}|\d{{1,2}}\s*[x×]\s*\d.*)\b.{{0,60}}",
    r"\W*(?:easy|steady|slow|long|tempo|run|jog|race|rest)\b.{0,60}",
)
_IN_HEAD = in_any_case(r"[^()]*\(\s*(?:in )?(?P<unit>kms?|miles?|mi|min(?:ute)?s?|k)\s*\)\W*")
_BARE = late(r"\d{1,3}(?:\.\d{1,2})?(?:\s*[-–]\s*\d{1,3}(?:\.\d{1,2})?)?")
LEAST_SESSIONS, MOST_UNKNOWN = 2, 1


def sessions_of(head: Block, rows: Sequence[Block]) -> list[int]:
    """Which columns behind the weeks have a session in each row; none where too many others are unknown."""
    columns = range(1, len(head.cells))
    if any(_OF_SETS.fullmatch(_bare(one)) for one in head.cells):
        return []
    called = [at for at in columns if is_session(head.cells[at])]
    others = [at for at in columns if at not in called and not _OF_NONE.fullmatch(_bare(head.cells[at]))]
    runs = [at for at in others if _are_runs([row.cells[at] for row in rows if at < len(row.cells)])]
    is_plan = called or any(_HOW.fullmatch(_bare(head.cells[at])) for at in runs)
    told = [at for at in runs if is_plan and not _LEVEL.fullmatch(head.cells[at])]
    found = sorted((*called, *told))
    return found if len(found) >= LEAST_SESSIONS and len(others) - len(told) <= MOST_UNKNOWN else []


def is_session(cell: str) -> bool:
    """Whether a column of a table of weeks is called by what has a session."""
    return any(one.fullmatch(text) for one in (DAY, _OF_RUNS) for text in (cell.strip(" *"), _bare(cell)))


def with_unit_of(head: str, cell: str) -> str:
    """A cell with the unit that its column's head has in brackets: `Long run (km)` above `12`."""
    unit = _IN_HEAD.fullmatch(head)
    return f"{cell.strip(' *')} {unit['unit']}" if unit and _BARE.fullmatch(cell.strip(" *")) else cell


def _are_runs(cells: Sequence[str]) -> bool:
    done = [one.strip() for one in cells if not EMPTY.fullmatch(one.strip())]
    return bool(done) and all(map(_A_RUN.fullmatch, done))


def _bare(cell: str) -> str:
    return without_brackets(cell).strip(" *")
