"""`voicecoach show --all`: everything that the definition of a session or an exercise says, key by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from voicecoach.cli.card_words import KINDS
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription
from voicecoach.definitions.model import Cue, Cues, Exercise, FirstSide, Guide, Sides, Variation
from voicecoach.definitions.notation.written_amounts import OPEN_CAP_MS
from voicecoach.definitions.session import Item, Section, Session, TimedLine, WarmUp
from voicecoach.plan.progression import weeks_of
from voicecoach.times import Ms, length_text

SIDES = {Sides.NONE: "both sides together", Sides.EACH: "each side in turn", Sides.ALTERNATING: "sides alternate"}
GUIDES = {
    Guide.ALWAYS: "named in every repetition",
    Guide.THIN: "named in the first three repetitions",
    Guide.NONE: "not named",
}


def session_lines(session: Session) -> Iterator[str]:
    """A session, line by line."""
    yield session.title
    yield from _given("Said", session.say)
    yield from _given("About", session.about)
    if session.source:
        yield f"Source: {session.source.title}, by {session.source.author}"
        yield from _given("Video", session.source.video)
    yield from _given("Weeks", str(weeks) if (weeks := weeks_of(session)) > 1 else "")
    yield from _given("Warm-up", "before you start" if session.warm_up is WarmUp.ELSEWHERE else "")
    yield from _given("Prescription", prescription_text(session.prescription))
    yield from _given("Holds", prescription_text(session.hold))
    yield f"Rest: {_seconds(session.rest)}"
    yield from _given("Lead-in", _seconds(session.lead_in))
    yield f"Change of sides: {_seconds(session.change)}"
    yield from _given("Timing", session.timing)
    yield from _given("Intro", session.intro)
    yield from _given("3-2-1", "counted aloud" if session.count_aloud else "")
    yield from _all_cue_lines(session.cues)
    yield from _own_phrases(session)
    for section in session.sections:
        yield ""
        yield from _section_lines(section, session)


def _own_phrases(session: Session) -> Iterator[str]:
    if session.phrases:
        yield "Phrases"
    for name, variants in session.phrases.items():
        yield from (f"  {name}: {' / '.join(wordings)}" for wordings in variants)


def _section_lines(section: Section, session: Session) -> Iterator[str]:
    kind = KINDS[section.kind]
    yield f"{section.title} ({kind[:1].lower() + kind[1:]})" if section.title else kind
    facts = (
        ("In weeks", section.in_weeks and str(section.in_weeks)),
        ("Rounds", section.rounds and str(section.rounds)),
        ("Repeated", section.repeat > 1 and f"{section.repeat} times"),
        ("Work", _seconds(section.work)),
        ("Every", _seconds(section.every)),
        ("Length", _seconds(section.minutes)),
        ("At most", _seconds(section.cap)),
        ("Rest", _seconds(section.rest)),
        ("Rest between rounds", _seconds(section.round_rest)),
        ("Time before it", _seconds(section.before)),
        ("Timing", section.timing),
        ("Walk-through", section.walk_through),
    )
    for title, text in facts:
        yield from _given(f"  {title}", text or "")
    yield from (f"  {line}" for line in _timed_lines(section.lines))
    for number, item in enumerate(section.exercises, start=1):
        yield f"  {number}. {item_text(item)}"
        yield from (f"     {line}" for line in _item_lines(item, session))


def _timed_lines(lines: Iterable[TimedLine]) -> Iterator[str]:
    """An author's lines with their times: `at 30 s: Relax your shoulders.`."""
    for line in lines:
        moments = (("at", line.at), ("left", line.left), ("every", line.every))
        when = next((f"{name} {_seconds(length)}" for name, length in moments if length is not None), "")
        yield f"{when}: {line.say}"


def _item_lines(item: Item, session: Session) -> Iterator[str]:
    exercise = item.exercise
    yield from _given("with", ", ".join(exercise.variations[name].title for name in item.variations))
    facts = (
        ("work", _seconds(item.work)),
        ("takes", _seconds(item.takes)),
        ("load", item.load and load_notation(item.load)),
        ("tempo", item.tempo and str(item.tempo)),
        ("rest", _seconds(item.rest)),
        ("lead-in", _seconds(item.lead_in)),
        ("said", item.say),
        ("sides", item.sides and SIDES[item.sides]),
        ("first side", item.first_side),
        ("change of sides", _seconds(item.change)),
        ("phases", item.guide and GUIDES[item.guide]),
        ("note", item.note),
        ("in the same interval as", "the one before" if item.joined else ""),
    )
    for title, text in facts:
        yield from _given(title, text or "")
    yield from _timed_lines(item.lines)
    yield from _all_cue_lines(item.cues)
    for need in exercise.needs:
        yield f"needs {need.named()}"
    for substitute in exercise.substitutes:
        use = session.exercises[substitute.use].titled(substitute.variations)
        yield f"without {substitute.without}: {use}"
    for name, variation in exercise.variations.items():
        yield f"{variation.level}: {variation.title} (--variation {exercise.name}={name})"


def item_text(item: Item) -> str:
    """`Step ups (step-up)`, with what the session prescribes for it alone."""
    prescribed = prescription_text(item.prescription) or _seconds(item.work)
    return f"{item.exercise.title} ({item.exercise.name})" + (f": {prescribed}" if prescribed else "")


def exercise_lines(exercise: Exercise) -> Iterator[str]:
    """An exercise, line by line."""
    yield f"{exercise.title} ({exercise.name})"
    yield from _given("About", exercise.about)
    yield from _given("Video", exercise.video)
    yield from _given("Needs", ", ".join(need.named() for need in exercise.needs))
    yield from _given("Can use", ", ".join(need.named() for need in exercise.optional))
    yield f"Sides: {_sides_text(exercise)}"
    yield from _given("Prescription", prescription_text(exercise.prescription))
    yield from _given("Load", load_notation(exercise.load) if exercise.load else "")
    yield from _how_it_goes(exercise)
    yield from _all_cue_lines(exercise.cues)
    if exercise.changes:
        yield "From set to set"
        for change in exercise.changes:
            until = f" to {change.to_set}" if change.to_set else " on"
            yield f"  - from set {change.from_set}{until}: {change.say}"
    for name, variation in exercise.variations.items():
        yield f"Variation {name} ({variation.level}): {variation.title}"
        yield from (f"  {line}" for line in _variation_lines(variation))
    for substitute in exercise.substitutes:
        yield f"Without {substitute.without}: {substitute.reference}"


def _variation_lines(variation: Variation) -> Iterator[str]:
    """What it adds, and what it puts in the place of the exercise's own."""
    yield from (f"needs {need.named()}" for need in variation.needs)
    yield from (f"needs no {item}" for item in variation.without)
    yield from _given("Tempo", str(variation.tempo) if variation.tempo else "")
    yield from _all_cue_lines(variation.cues)
    instead = variation.instead
    none = [kind for kind, cues in instead.lists(Cues()).items() if not cues and getattr(instead, kind) is not None]
    own = (
        *(_given(key, getattr(instead, key.lower().replace(" ", "_"))) for key in ("Say", "Side noun", "Switch")),
        _given("Position", instead.position),
        _all_cue_lines(Cues(**{kind: cues for kind, cues in instead.lists(Cues()).items() if cues})),
        (f"{'Set-up' if kind == 'setup' else kind.capitalize()}: none" for kind in none),
        (f"{text!r}: {cue.say}" for text, cue in instead.lines.items()),
        (f"At {phase}: {word}" for phase, word in instead.phases.items()),
        (f"From set {change.from_set}: {change.say}" for change in instead.changes or ()),
    )
    if lines := list(chain.from_iterable(own)):
        yield "In place of the exercise's own"
        yield from (f"  {line}" for line in lines)


def _sides_text(exercise: Exercise) -> str:
    parts = [SIDES[exercise.sides]]
    if exercise.sides is not Sides.NONE and exercise.first_side is not FirstSide.ALTERNATE:
        parts.append(f"{exercise.first_side} first")
    if exercise.sides is Sides.EACH and exercise.change is not None:
        parts.append(f"{_seconds(exercise.change)} to change")
    return ", ".join(parts)


def _how_it_goes(exercise: Exercise) -> Iterator[str]:
    """How a repetition goes, at the tempo at which it is done unless a session says otherwise."""
    if exercise.is_hold:
        yield "Held still"
    if exercise.phases:
        tempo = exercise.tempo or exercise.prescription.tempo
        timed = ", ".join(f"{phase.name} {_seconds(length)}" for phase, length in exercise.phase_lengths(tempo))
        yield f"Tempo: {tempo} ({timed})" if tempo else f"Tempo: {timed}"
        if exercise.guide is not Guide.THIN:
            yield f"Phases: {GUIDES[exercise.guide]}"
    elif exercise.pace is not None:
        yield f"Pace: {_seconds(exercise.pace)} a repetition"
    yield from _given("Its distance takes", _seconds(exercise.takes))


def _all_cue_lines(cues: Cues) -> Iterator[str]:
    yield from _cue_lines("Set-up", cues.setup)
    yield from _cue_lines("Safety", cues.safety)
    yield from _cue_lines("Form", cues.form)
    yield from _cue_lines("Encouragement", cues.encouragement)


def _cue_lines(title: str, cues: Iterable[Cue]) -> Iterator[str]:
    lines = [f"  - {cue.say}{_when(cue)}" for cue in cues]
    if lines:
        yield title
        yield from lines


def _when(cue: Cue) -> str:
    """What ties a cue to a moment or to a thing, in brackets."""
    ties = (cue.phase and f"at: {cue.phase}", cue.needs and f"with: {cue.needs}")
    return f" ({', '.join(tie for tie in ties if tie)})" if any(ties) else ""


def _given(title: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"{title}: {text}"


def prescription_text(prescription: Prescription) -> str:
    """A prescription in the notation of the files; empty if it says nothing."""
    tempo, rest, load = prescription.tempo, prescription.rest, prescription.load
    parts = (
        _amounts_notation(prescription),
        prescription.pause and f"({_seconds(prescription.pause)} hold)",
        load and (f"@ {load_notation(load)}" if load.unit in {LoadUnit.RPE, LoadUnit.PERCENT} else load_notation(load)),
        tempo and f"@{tempo}",
        rest is not None and f"rest {_seconds(rest)}",
        prescription.goal and f"-> {_amount_notation(prescription.goal)}",
        prescription.weeks and f"over {prescription.weeks} weeks",
    )
    return " ".join(part for part in parts if part)


def _amounts_notation(prescription: Prescription) -> str:
    """`3x8-10 each side`; the sets one by one where they differ: `5, 8, 10`."""
    sets, side = prescription.sets, " each side" if prescription.per_side else ""
    if prescription.each_set:
        return ", ".join(_amount_notation(one).removesuffix(" reps") for one in prescription.each_set) + side
    if prescription.distance_m is not None:
        amount = f"{prescription.distance_m} m"
    elif prescription.start:
        amount = _amount_notation(prescription.start)
    else:
        return f"{sets} sets" if sets else ""
    gap = "" if amount[0].isdigit() else " "
    return f"{sets}x{gap}{amount}{side}" if sets else f"{amount}{side}"


def _amount_notation(amount: Amount) -> str:
    """`8-10 reps`, `30 s`, `max in 40 s`, `5+`."""
    from voicecoach.plan.fit import amount_text

    if not amount.is_open:
        return amount_text(amount)
    cap = "" if amount.high == OPEN_CAP_MS else f" in {_seconds(Ms(amount.high))}"
    return f"{amount.least}+{cap}" if amount.least else f"max{cap}"


def load_notation(load: Load) -> str:
    """`16 kg`, `20 kg -> 30 kg over 6 weeks`."""
    from voicecoach.plan.draft import load_text

    goal = f" -> {load_text(replace(load, start=load.goal))}" if load.goal is not None else ""
    weeks = f" over {load.weeks} weeks" if load.weeks else ""
    return f"{load_text(load)}{goal}{weeks}"


def _seconds(length: Ms | None) -> str:
    return "" if length is None else length_text(length)
