"""Whole plans as text: what is heard and seen, when, and what the choices made of it.

`python -m tests.plan.whole` writes them anew; whoever does reads what has changed, as a coach would. Of the many small
cases only digests are kept: `python -m tests.plan.whole NAME` prints the plan of one.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tests.plan.facts import chosen
from tests.plan.laid import Laid, english, laid
from voicecoach.definitions.amounts import Amount, Tempo, Unit
from voicecoach.definitions.load import load_session
from voicecoach.definitions.session import Intro, Session
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.fit import changes, ladder
from voicecoach.plan.select import select
from voicecoach.plan.shown import work_text
from voicecoach.plan.wording import Wording
from voicecoach.timeline.about import about_exercises
from voicecoach.timeline.cut import tracks
from voicecoach.timeline.edit import longer
from voicecoach.timeline.model import Channel, Event, TimedStep, Timeline
from voicecoach.timeline.places import (
    after_number,
    hold_points,
    next_exercise,
    previous_exercise,
    run_up,
    set_start,
)
from voicecoach.timeline.unheard import too_short, unheard
from voicecoach.timeline.view import View, view_at
from voicecoach.times import Ms

FOLDER = Path(__file__).parent / "plans"
CASES = Path(__file__).parent / "cases"
EXTRA_MS = Ms(15_000)

PLANS: dict[str, tuple[str, Choices]] = {
    "glutes": ("glutes-for-runners", Choices(week=3, client="Sam")),
    "glutes-without-a-band": (
        "glutes-for-runners",
        Choices(without=("band",), with_items=("chair",), variations=(("lunge", "rotation"),), sets=2, seed=4),
    ),
    "glutes-brief": (
        "glutes-for-runners",
        Choices(week=6, detail=Detail.BRIEF, rest=Ms(20_000), only=("lunge", "squat")),
    ),
    "glutes-counts": ("glutes-for-runners", Choices(detail=Detail.COUNTS, only=("band-walk", "hip-lift"), sets=2)),
    "glutes-tones": ("glutes-for-runners", Choices(detail=Detail.TONES, only=("step-up",), lead_in=Ms(0))),
    "intervals": ("3 rounds: 40/20 burpees, side plank each side, squats; rest 75s", Choices(seed=2)),
    "superset": (
        "superset 3 rounds: 10 push-ups 8 kg, 8 rows; rest 90 s; cool-down: calf stretch 45 s each side",
        Choices(intro=Intro.SHORT),
    ),
    "emom": ("EMOM 4: 8 squats, 5 lunges + 5 burpees", Choices()),
    "amrap": ("AMRAP 7 min: 10 squats, 5 lunges each side, 20 s plank", Choices()),
    "for-time": ("warm-up: march 60 s; 3 rounds for time: 10 burpees, 15 squats; cap 5 min", Choices(seed=1)),
    "amounts": ("squats 5, 8, max, 5+ rest 90 s; side plank 2x30-40 s/side; press 2x6-8 @3-0-1-0 20 kg", Choices()),
    "run-walk": ("3 rounds: run 3 min, walk 90 s", Choices(intro=Intro.NONE)),
    "everything": ("everything.yaml", Choices(week=3, client="Sam")),
    "everything-chosen": (
        "everything.yaml",
        Choices(
            sets=3,
            reps=Amount(3, 3),
            hold=Amount(25_000, 25_000, Unit.MS),
            without=("mat",),
            with_items=("bell",),
            tempo=Tempo(Ms(1000), Ms(0), Ms(1000), Ms(0)),
            only=("raise", "row", "stretch"),
            count_aloud=True,
            lead_in=Ms(8000),
            seed=3,
        ),
    ),
}


def source(name: str) -> Session:
    """The session of a plan."""
    written = PLANS[name][0]
    return load_session(str(FOLDER / written) if written.endswith(".yaml") else written)


def whole(name: str) -> str:
    """All of a plan."""
    return f"{PLANS[name][0]}\n{plan_of(source(name), PLANS[name][1])}"


def plan_of(session: Session, choices: Choices) -> str:
    """All of the plan that a session and choices make."""
    one = laid(session, choices)
    wording = Wording(english(), one.workout, None)
    found = [*_workout(one)]
    found += (f"never: {text}" for text in too_short(one.workout, one.timeline, choices))
    found += (f"never: {text}" for text in unheard(one.workout, one.timeline, wording, choices))
    found += ["", *_timeline(one), "", *_places(one.timeline), "", *_shorter(session, choices), ""]
    return "\n".join(found)


def _workout(one: Laid) -> Iterator[str]:
    yield from (f"note: {text}" for text in (*one.workout.notes, *one.timeline.warnings))
    for section in one.workout.sections:
        texts = [f"{work.exercise.title} {work_text(section, entry)}" for entry, work in enumerate(section.works)]
        yield f"{section.kind}: {'; '.join(texts)}"


def _timeline(one: Laid) -> Iterator[str]:
    about = about_exercises(one.workout, english())
    chapters = {chapter.start: chapter for chapter in one.timeline.chapters}
    for step, events in one.by_step():
        for start in [start for start in chapters if step.start <= start < step.end]:
            chapter = chapters.pop(start)
            yield f"{_at(start)} # {chapter.title} ({chapter.section}, {chapter.part})"
        yield f"{_at(step.start)} {_step(step)}"
        yield from (f"{' ' * 8}{_seen(view_at(one.timeline, about, Ms(at)))}" for at in _looks(step))
        yield from (f"{' ' * 8}{_at(event.start)} {_event(event)}" for event in events)
    yield _at(one.timeline.duration)


def _looks(step: TimedStep) -> Iterator[int]:
    yield step.start + 200
    yield (step.start + step.end) // 2


def _step(step: TimedStep) -> str:
    return f"== {step.kind} {(step.end - step.start) / 1000:g} s {_about(step)}"


def _about(step: TimedStep) -> str:
    facts = (step.exercise, step.title, step.side, step.load, step.section_title)
    counts = f"section {step.section} round {step.round} set {step.set}/{step.sets} reps {step.reps}"
    return " ".join([counts, *(str(fact) for fact in facts if fact)])


def _event(event: Event) -> str:
    text = event.sound.text if event.sound.channel is Channel.VOICE else f"[{event.sound.text}]"
    end = " (closing)" if event.closing else ""
    return f"{event.role}: {text} {event.set}/{event.side}/{event.rep}{end}"


def _seen(view: View) -> str:
    number = f"{view.number} of {view.reps}" if view.reps else f"{view.number}"
    facts = (view.title, view.turn, view.side, number, view.target, "; ".join(view.entries), view.doing, view.said)
    after = f"then {view.next} ({view.needs}) {view.set_progress:.2f} {view.session_progress:.3f}"
    return " | ".join([*(str(fact or "-") for fact in facts), after])


def _places(timeline: Timeline) -> Iterator[str]:
    yield f"waits: {' '.join(map(_at, hold_points(timeline)))}"
    for step in timeline.steps:
        middle = Ms((step.start + step.end) // 200 * 100)
        places = [place(timeline, middle) for place in (previous_exercise, set_start, next_exercise)]
        begins = [place(timeline, step.start) for place in (run_up, after_number)]
        yield f"from {_at(middle)}: {' '.join(map(_at, places))}; {' '.join(map(_at, begins))}"
    for title, track in tracks(timeline):
        yield f"track {title}: {_at(track.duration)}, {len(track.events)} sounds, {len(track.steps)} steps"
    for step in timeline.steps:
        if step.kind == "rest":
            longer_one = longer(timeline, Ms(step.start + 100), EXTRA_MS)
            moved = [event for event in longer_one.events if step.start <= event.start < step.end + EXTRA_MS]
            yield f"rest at {_at(step.start)} longer: {' '.join(_at(event.start) for event in moved)}"
            return


def _shorter(session: Session, choices: Choices) -> Iterator[str]:
    workout = select(session, choices)
    rungs = ladder(workout)
    for number in sorted({1, len(rungs) // 4, len(rungs) // 2, len(rungs) - 1} & set(range(len(rungs)))):
        yield f"rung {number} of {len(rungs)}: {' '.join(changes(workout, rungs[number]))}"


def _at(at: int) -> str:
    minutes, rest = divmod(at, 60_000)
    return f"{minutes}:{rest / 1000:05.2f}"


def case(path: Path, folder: Path) -> str:
    """All of the plan of a case in tests/plan/cases; `folder` takes the file of its session."""
    facts, written = path.read_text(encoding="utf-8").split("\n---\n")
    file = folder / path.name
    file.write_text(written, encoding="utf-8")
    return plan_of(load_session(str(file)), chosen(yaml.safe_load(facts)))


def case_digests() -> str:
    """A line for each case, with what its plan comes to."""
    with TemporaryDirectory() as folder:
        rows = {path.stem: zlib.crc32(case(path, Path(folder)).encode()) for path in sorted(CASES.glob("*.yaml"))}
    return "".join(f"{name} {digest:08x}\n" for name, digest in rows.items())


if __name__ == "__main__":
    for name in sys.argv[1:]:
        with TemporaryDirectory() as temporary:
            sys.stdout.write(case(CASES / f"{name}.yaml", Path(temporary)))
    (FOLDER / "cases.digests").write_text(case_digests(), encoding="utf-8")
    for plan in PLANS:
        (FOLDER / f"{plan}.txt").write_text(whole(plan), encoding="utf-8")
