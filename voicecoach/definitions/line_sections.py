"""From a group of a line to the section that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from voicecoach.counted import counted
from voicecoach.definitions.line_entries import LineEntry, read_prescription
from voicecoach.definitions.line_heads import Head, completed, same
from voicecoach.definitions.line_parts import Part
from voicecoach.definitions.notation import parse_length
from voicecoach.definitions.session import SectionKind
from voicecoach.definitions.source import Plain
from voicecoach.errors import Place

Kind = SectionKind
Reference = Callable[[LineEntry], str]
DEFAULT_CAP = "20 min"
"""The most that work for time takes where the line names no cap. Our choice."""


def section_of(
    head: Head, entries: Sequence[LineEntry], reference: Reference, part: Part, place: Place
) -> dict[str, Plain]:
    """The tree of a section. Raises DefinitionError for a head that lacks what its kind needs."""
    kind = _kind(completed(head), entries)
    head = completed(_with_rounds(head, kind, entries, part, place))
    if unused := _unused(head, kind, entries):
        raise part.refused(place, *unused)
    section: dict[str, Plain] = {}
    if head.title:
        section["title"] = head.title
    if kind is not Kind.STRAIGHT_SETS:
        section["kind"] = str(kind)
    section |= _settings(head, kind, part, place)
    if kind is Kind.INTERVALS and "work" not in section:
        section.setdefault("rest", "0 s")
        if head.rounds:
            section.setdefault("round_rest", "0 s")
    section["exercises"] = entries_of(head, kind, entries, reference)
    return section


def entries_of(head: Head, kind: SectionKind, entries: Sequence[LineEntry], reference: Reference) -> list[Plain]:
    """The trees of the entries of a section."""
    return _in_intervals(kind, [(one, _entry(one, head, kind, reference)) for one in entries])


def _with_rounds(head: Head, kind: SectionKind, entries: Sequence[LineEntry], part: Part, place: Place) -> Head:
    """The head with the rounds that fill its length, as in `Tabata 4 min`. Raises DefinitionError if none do."""
    whole = completed(head)
    if kind is not Kind.INTERVALS or not whole.work or not head.minutes:
        return head
    name = head.label or f"{whole.work}/{whole.work_rest or whole.exercise_rest or '0 s'}"
    if head.minutes.isdigit():
        in_minutes, in_rounds = (counted(int(head.minutes), what) for what in ("minute", "round"))
        fix = f"Write {name} {head.minutes} min: or {name} {in_rounds}:."
        raise part.refused(place, f"{in_minutes} or {in_rounds} of {name}?", fix)
    if head.rounds or head.rest or head.round_rest:
        what = counted(head.rounds, "round") if head.rounds else "a rest of its own between rounds"
        problem = f"a length of {head.minutes} and {what} can contradict each other."
        raise part.refused(place, problem, "Write the rounds, and leave the length out.")
    rest_ms = parse_length(whole.work_rest or whole.exercise_rest or "0 s")
    round_ms = sum(parse_length(one.written if one.is_plain_time else whole.work) + rest_ms for one in entries)
    rounds, left_ms = divmod(parse_length(head.minutes), round_ms)
    if left_ms or not rounds:
        rounds = max(1, round(parse_length(head.minutes) / round_ms))
        problem = f"{head.minutes} aren't whole rounds of {round_ms / 1000:g} s."
        fix = f"Write {name} {counted(rounds, 'round')}: for {rounds * round_ms / 1000:g} s."
        raise part.refused(place, problem, fix)
    return replace(head, rounds=rounds, minutes=None)


def _unused(head: Head, kind: SectionKind, entries: Sequence[LineEntry]) -> tuple[str, str] | None:
    """The problem and its fix where something is said that this kind of section has no use for."""
    if head.minutes and (kind in {Kind.STRAIGHT_SETS, Kind.SUPERSET, Kind.CIRCUIT} or head.cap):
        fix = "Leave it out, or write AMRAP 12 min, EMOM 12 min or for time, cap 12 min."
        return f"nothing here lasts {head.minutes} in all.", fix
    if head.scheme and all(one.written for one in entries):
        return f"every exercise has its own amount, so {head.scheme} is that of none.", "Leave one of them out."
    for one in entries:
        if one.takes and one.prescription.distance_m is None:
            problem = f"{one.part.text!r} has no distance that could take {one.takes}."
            return problem, f"Write {one.name} 400 m takes {one.takes}, or {one.name} {_with_unit(one.takes)}."
    return None


def _kind(head: Head, entries: Sequence[LineEntry]) -> SectionKind:
    if head.kind:
        return head.kind
    if head.work:
        return Kind.INTERVALS
    if head.scheme:
        return Kind.FOR_TIME
    if all(one.is_plain_time for one in entries) and (head.rounds or len(entries) > 1):
        return Kind.INTERVALS
    return Kind.SUPERSET if head.rounds else Kind.STRAIGHT_SETS


def _settings(head: Head, kind: SectionKind, part: Part, place: Place) -> dict[str, Plain]:
    """The section's own keys; a rest of which isn't said between what is the one that the kind has no other for."""
    is_of_rounds = kind is Kind.SUPERSET or (
        kind is Kind.INTERVALS and bool(head.work_rest or head.rounds) and not _lacks_rest(head)
    )
    rests = (head.exercise_rest, head.work_rest, None if is_of_rounds else head.rest)
    rest = _one_rest(part, place, "rounds", *rests)
    round_rest = _one_rest(part, place, "exercises", head.round_rest, head.rest if is_of_rounds else None)
    minutes = head.minutes
    if kind in {Kind.EMOM, Kind.AMRAP} and not minutes and not (kind is Kind.EMOM and head.rounds):
        name = str(kind).upper()
        raise part.refused(place, f"how long is this {name}?", f"Write {name} 12 min: 10 squats, 5 lunges.")
    found: dict[str, Plain] = {
        "every": head.every,
        "minutes": _as_minutes(minutes) if kind in {Kind.EMOM, Kind.AMRAP} else None,
        "work": (head.work or head.minutes) if kind is Kind.INTERVALS else head.work,
        "rounds": head.rounds,
        "cap": (head.cap or head.minutes or DEFAULT_CAP) if kind is Kind.FOR_TIME else head.cap,
        "rest": rest,
        "round_rest": round_rest,
    }
    return {key: value for key, value in found.items() if value is not None}


def _one_rest(part: Part, place: Place, others: str, *rests: str | None) -> str | None:
    """The rest that is written, if one is; `others` are what may have another. Raises DefinitionError for two."""
    written = [one for one in rests if one]
    for other in written[1:]:
        if not same(written[0], other):
            fix = f"Leave one out, or write rest {other} between {others} if it is that."
            raise part.refused(place, f"a rest of {written[0]} and one of {other} contradict each other.", fix)
    return written[0] if written else None


def _lacks_rest(head: Head) -> bool:
    """Whether intervals have a time to work, and the rest that is said can only be what follows it."""
    return (head.work or head.minutes) is not None and head.work_rest is None and head.exercise_rest is None


def _as_minutes(text: str | None) -> Plain:
    return int(text) if text and text.isdigit() else text


def _entry(entry: LineEntry, head: Head, kind: SectionKind, reference: Reference) -> Plain:
    name, entry = reference(entry), entry.of(head.scheme) if head.scheme else entry
    written = entry.written
    if not written:
        return {"exercise": name, "sides": "each"} if entry.each_side else name
    if kind is Kind.INTERVALS and entry.is_plain_time:
        return {"exercise": name, "work": _with_unit(written)}
    takes: dict[str, Plain] = {"takes": _with_unit(entry.takes)} if entry.takes else {}
    amount, load = _parted(written)
    loads: dict[str, Plain] = {"load": load} if load else {}
    return {"exercise": name, "prescription": int(amount) if amount.isdigit() else amount, **loads, **takes}


def _parted(written: str) -> tuple[str, str]:
    """An amount, and the load at its end, which may follow it with nothing between: `10 kettlebell swings 16 kg`."""
    parted = re.fullmatch(r"(?P<amount>.*\w)(?:\s+|\s*[,@]\s*)(?P<load>\d\S*\s*(?:[^\W\d]+|%))", written)
    if parted is None:
        return written, ""
    amount, whole = read_prescription(parted["amount"]), read_prescription(written)
    is_load = amount and whole and whole.load and replace(amount, load=whole.load) == whole
    return (parted["amount"], parted["load"]) if is_load else (written, "")


def _with_unit(written: str) -> str:
    return f"{written} s" if written.isdigit() else written


def _in_intervals(kind: SectionKind, entries: Sequence[tuple[LineEntry, Plain]]) -> list[Plain]:
    """The entries; those that are joined with a plus share an interval of an EMOM."""
    found: list[Plain] = []
    for entry, tree in entries:
        if kind is not Kind.EMOM or not entry.joined:
            found.append(tree)
        elif isinstance(found[-1], list):
            found[-1].append(tree)
        else:
            found[-1] = [found[-1], tree]
    return found
