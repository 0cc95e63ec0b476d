"""Sections and their entries in words that are read back: what both the text and the table say of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from voicecoach.authoring.formats.exported_lines import is_clear_title
from voicecoach.counted import counted
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import EVERY_MS, SectionKind, Timing
from voicecoach.outputs.export.amounts import is_chain, is_counted, is_ladder, ladder, set_amount
from voicecoach.plan.draft import load_text
from voicecoach.plan.kinds.emom import intervals_in
from voicecoach.plan.workout import Work, WorkSection
from voicecoach.times import MINUTE_MS, Ms, length_text

IN_TURN = frozenset({SectionKind.SUPERSET, SectionKind.CIRCUIT})


def repeats(section: WorkSection) -> int:
    """How often all of a section is done: a repeat of whole rounds is told as more rounds."""
    is_in_rounds = section.kind in IN_TURN or section.kind is SectionKind.INTERVALS
    return 1 if is_in_rounds and all(_is_alike_in(section.rounds, work) for work in section.works) else section.repeat


def _is_alike_in(rounds: int, work: Work) -> bool:
    """Whether an entry is the same in every round."""
    return work.sets == rounds and not is_ladder(work)


def rounds(section: WorkSection) -> int | None:
    """How often its list is gone through; `None` where that isn't what it is about."""
    kind = section.kind
    if kind in {SectionKind.STRAIGHT_SETS, SectionKind.AMRAP}:
        return None
    if kind is SectionKind.EMOM:
        turns = intervals_in(section.works, 1)
        return section.rounds // turns if section.rounds % turns == 0 else None
    if kind is SectionKind.FOR_TIME or repeats(section) > 1:
        return section.rounds
    return section.rounds_in_all


def limit(section: WorkSection) -> Ms | None:
    """When it is over by the clock: an AMRAP, work for time, and an EMOM that ends within a round."""
    if section.kind is SectionKind.EMOM and rounds(section) is None:
        return Ms(section.every * section.rounds)
    return section.limit if section.is_listed else None


def rest(section: WorkSection, entry: int) -> Ms | None:
    """The rest after each set of an entry; `None` where there is none of its own, as at the end of a round."""
    if section.is_listed or section.kind is SectionKind.EMOM:
        return None
    if section.kind is SectionKind.STRAIGHT_SETS:
        return section.works[entry].rest
    if entry == len(section.works) - 1:
        return section.round_rest if len(section.works) == 1 and section.rounds_in_all > 1 else None
    return section.works[entry].rest


def round_rest(section: WorkSection) -> Ms | None:
    """The rest between its rounds; `None` where there is none, or where it is that after each set."""
    if section.kind not in IN_TURN and section.kind is not SectionKind.INTERVALS:
        return None
    return section.round_rest if section.rounds_in_all > 1 and len(section.works) > 1 else None


def shared_rest(section: WorkSection) -> Ms | None:
    """The rest that all entries of a section in rounds share, or most of its intervals; `None` if they don't."""
    rests = [rest(section, entry) for entry in range(len(section.works))]
    known = [one for one in rests if one is not None]
    if section.kind is SectionKind.INTERVALS:
        return most_common(known) if known else Ms(0)  # nothing is behind the last one
    is_shared = len(set(known)) == 1 and section.kind is not SectionKind.STRAIGHT_SETS
    return known[0] if is_shared else None


def shared_work(section: WorkSection) -> Ms | None:
    """The time of all intervals of a section that is gone through more than once; `None` if they differ."""
    times = set(map(_time, section.works))
    return times.pop() if section.kind is SectionKind.INTERVALS and is_in_rounds(section) and len(times) == 1 else None


def most_common(lengths: Iterable[Ms]) -> Ms:
    """The length that is there most often, the first of several."""
    return Counter(lengths).most_common(1)[0][0]


def _time(work: Work) -> Ms:
    return Ms(work.amount.high)


def heading(section: WorkSection, *, is_first: bool = False) -> str:
    """How a section goes, empty where it needs no word: `Circuit, 3 rounds, 20 s rest between exercises`."""
    gap = "" if is_first else _gap(section)
    said = "; ".join(filter(None, (_of_kind(section), gap, _repeated(section), _timing(section))))
    return said[:1].upper() + said[1:]


def _gap(section: WorkSection) -> str:
    """When it begins, where that isn't after the rest that is between all sections."""
    if section.before is None:
        return ""
    return f"begins {length_text(section.before) if section.before else 'right'} after the section before"


def _repeated(section: WorkSection) -> str:
    times = repeats(section)
    return f"done {times} times, {_resting(section.round_rest, 'in between')}" if times > 1 else ""


def _timing(section: WorkSection) -> str:
    return {Timing.EXACT: "rests by the clock", Timing.COACHED: "rests as long as the announcements need", None: ""}[
        timing(section)
    ]


def timing(section: WorkSection) -> Timing | None:
    """Whose the clock is, where that isn't as usual in its kind."""
    if section.exact is (section.kind is not SectionKind.STRAIGHT_SETS):
        return None
    return Timing.EXACT if section.exact else Timing.COACHED


def _of_kind(section: WorkSection) -> str:
    kind = section.kind
    if kind in IN_TURN:
        return ", ".join([str(kind).capitalize(), counted(rounds(section) or 1, "round"), *_rests(section)])
    if kind is SectionKind.INTERVALS:
        return _intervals(section) if is_in_rounds(section) else _by_the_clock(section)
    if kind is SectionKind.EMOM:
        return _emom(section)
    if kind is SectionKind.AMRAP:
        return f"AMRAP {minutes(section.limit)}"
    if kind is SectionKind.FOR_TIME:
        is_named = section.rounds > 1 and not all(map(is_ladder, section.works))
        named = [counted(section.rounds, "round")] if is_named else []
        return ", ".join(["For time", *named, f"cap {length_text(section.limit)}"])
    return ""


def minutes(length: Ms) -> str:
    """`12 min`, `4.5 min`, `100 s`."""
    return f"{length / MINUTE_MS:g} min" if length % (MINUTE_MS // 2) == 0 else length_text(length)


def is_in_rounds(section: WorkSection) -> bool:
    """Whether intervals are gone through more than once; once is a list of times."""
    return section.rounds_in_all > 1


def _by_the_clock(section: WorkSection) -> str:
    """`By the clock`, `By the clock, 5 s rest between exercises`."""
    between = shared_rest(section) if len(section.works) > 1 else None
    return "By the clock" if between is None else f"By the clock, {_resting(between, 'between exercises')}"


def _rests(section: WorkSection) -> Iterator[str]:
    between, after = shared_rest(section), round_rest(section)
    if len(section.works) == 1 and between is not None:
        yield _resting(between, "between rounds")
    elif between is not None:
        yield _resting(between, "between exercises")
    if after is not None:
        yield _resting(after, "between rounds")


def _resting(length: Ms, where: str) -> str:
    return f"{length_text(length)} rest {where}" if length else f"no rest {where}"


def _intervals(section: WorkSection) -> str:
    """`Intervals, 3 rounds: 40 s work, 20 s rest, 60 s rest between rounds`."""
    work, between, after = shared_work(section), shared_rest(section), round_rest(section)
    facts = [f"{length_text(work)} work"] if work is not None else []
    facts.append(f"{length_text(between)} rest" if between else "no rest")
    if after is not None and after != between:
        facts.append(_resting(after, "between rounds"))
    if any(own_rest(section, entry) for entry in range(len(section.works))):
        facts.append("unless stated otherwise")
    return f"Intervals, {counted(section.rounds_in_all, 'round')}: {', '.join(facts)}"


def _emom(section: WorkSection) -> str:
    """`EMOM 10 min`, `Every 90 s for 12 min`, `Every 40 s for 4 rounds`."""
    whole = Ms(section.every * section.rounds)
    if section.every == EVERY_MS:
        return f"EMOM {minutes(whole)}"
    times = rounds(section)
    length = minutes(whole) if whole % MINUTE_MS == 0 or times is None else counted(times, "round")
    return f"Every {length_text(section.every)} for {length}"


def entry_line(section: WorkSection, entry: int) -> str:
    """All of an entry: `Squats 3 x 8-10, tempo 3-1-1-0, rest 30 s`."""
    work = section.works[entry]
    facts = [
        f"{work.exercise.title} {_amount(section, work)}".strip() + sides(work),
        _held(section, work),
        load_of(work),
        f"tempo {tempo}" if (tempo := tempo_of(section, work)) else "",
        f"hold each rep {length_text(work.pause)}" if work.pause else "",
        f"takes {length_text(length)}" if (length := takes(section, work)) else "",
        own_rest(section, entry),
    ]
    return ", ".join(filter(None, facts))


def takes(section: WorkSection, work: Work) -> Ms | None:
    """How long its distance takes; `None` without one, and where nobody needs to know."""
    if work.distance_m is None or section.kind is SectionKind.INTERVALS or work.amount.is_open:
        return None
    return Ms(work.amount.high)


def _held(section: WorkSection, work: Work) -> str:
    """That it is held, where no amount says so."""
    return "held" if work.exercise.is_hold and not _amount(section, work) else ""


def own_rest(section: WorkSection, entry: int) -> str:
    """The rest after an entry, where its section doesn't say it for all."""
    length = rest(section, entry)
    if length is None or length == shared_rest(section):
        return ""
    return f"rest {length_text(length)}" if length else "no rest"


def _amount(section: WorkSection, work: Work) -> str:
    """How much it is, with its sets where it has some: `3 x 8-10`, `12 reps`, `30 s hold`."""
    hold = " hold" if work.exercise.is_hold else ""
    if section.kind is SectionKind.INTERVALS:
        return f"{length_text(_time(work))}{hold}" if shared_work(section) is None else ""
    if is_ladder(work):
        return ladder(work).replace(", ", "-") if is_chain(work) else f"{ladder(work)}{hold}"
    one, times = set_amount(work, work.amount), sets(section, work)
    if times is not None:
        return f"{times} x {one}{hold}"
    is_many = is_counted(work.amount) or (one == "max" and not hold)
    unit = " rep" if one == "1" else " reps" if is_many else ""
    return f"{one}{unit}{hold}"


def sets(section: WorkSection, work: Work) -> int | None:
    """How many sets there are; `None` where the rounds of its section say so."""
    is_short = section.kind in IN_TURN and work.sets < section.rounds
    return work.sets if section.kind is SectionKind.STRAIGHT_SETS or is_short else None


def sides(work: Work) -> str:
    """` each leg`, `, alternating`."""
    each = {Sides.EACH: f" each {work.exercise.side_noun}", Sides.ALTERNATING: ", alternating"}
    return each.get(work.exercise.sides, "")


def tempo_of(section: WorkSection, work: Work) -> str:
    """The tempo in four numbers; empty where it changes nothing."""
    has_parts = work.tempo and not work.exercise.is_hold and any(phase.tempo for phase in work.exercise.phases)
    return str(work.tempo) if has_parts and not section.is_listed else ""


def load_of(work: Work) -> str:
    """`16 kg`, `RPE 8`, `70 %`."""
    return load_text(work.load) if work.load else ""


def shares_interval(section: WorkSection, work: Work) -> bool:
    """Whether it is done in the same interval of an EMOM as the entry before."""
    return section.kind is SectionKind.EMOM and work.joined


def beside(work: Work) -> Iterator[str]:
    """What stands below an entry: the variations that are done, and the coach's note."""
    yield from (f"Variation: {one.title}" for one in work.variations)
    if work.note:
        yield f"Note: {work.note}"


def title_of(title: str | None, number: int) -> str:
    """What a section is called where all have a name: `Warm-up`, `Part 2`, `Part 2 (Week 1)`."""
    if not title:
        return f"Part {number}"
    return title if is_clear_title(" ".join(title.split())) else f"Part {number} ({title})"
