"""Sessions to measure with: one of each kind, and long ones."""

from __future__ import annotations

import time

REPEATED = """\
title: {title}
weeks: 1
rest: 30 s
sections:
  - exercises:
      - {{exercise: {exercise}, prescription: {sets}x{reps}}}
"""
LENGTHS = {
    "3 minutes": REPEATED.format(title="Three minutes", exercise="squat", sets=2, reps=8),
    "30 minutes": REPEATED.format(title="Half an hour", exercise="squat", sets=22, reps=10),
    "10 hours, 25 times the same 18 sets": "title: Ten hours\nweeks: 1\nrest: 30 s\nsections:\n  - exercises:\n"
    + "      - {exercise: squat, prescription: 18x10}\n" * 25,
    "10 hours, 450 sets that are numbered": REPEATED.format(title="Ten hours", exercise="squat", sets=450, reps=10),
}
"""Sessions that grow. Of those of ten hours, one repeats itself, and in the other each set has an announcement of its
own: what takes memory may be length or distinct sound, and a table with only one of them would not tell."""

WITH_MUSIC = REPEATED.format(title="With music", exercise="squat", sets=24, reps=10)
"""32 minutes"""

EXERCISES = """\
exercises:
  push-up: {title: Push-ups, pace: 3 s}
  burpee: {title: Burpees}
  row: {title: Rows, pace: 3 s}
  run: {title: Run}
  walk: {title: Walk}
"""
SECTIONS = {
    "superset": "{kind: superset, rounds: 3, round_rest: 60 s, exercises: [{exercise: push-up, prescription: 10},"
    " {exercise: row, prescription: 10, load: 16 kg}]}",
    "circuit": "{kind: circuit, rounds: 3, rest: 20 s, exercises: [{exercise: squat, prescription: 12},"
    " {exercise: push-up, prescription: 10}, {exercise: lunge, prescription: 8}]}",
    "intervals": "{kind: intervals, rounds: 8, rest: 0 s, round_rest: 0 s, exercises: [{exercise: run, work: 60 s},"
    " {exercise: walk, work: 90 s}]}",
    "emom": "{kind: emom, minutes: 10, exercises: [{exercise: squat, prescription: 10, tempo: 1-0-1-0},"
    " {exercise: push-up, prescription: 8}]}",
    "amrap": "{kind: amrap, minutes: 12, exercises: [{exercise: squat, prescription: 10},"
    " {exercise: burpee, prescription: 5}]}",
    "for-time": "{kind: for-time, rounds: 3, cap: 10 min, exercises: [{exercise: burpee, prescription: 10},"
    " {exercise: squat, prescription: 15}]}",
}
"""A section of each kind but straight sets, which the built-in session has."""


def of_kind(kind: str) -> str:
    """A session with a section of this kind, as a file has it."""
    return f"title: A session of {kind}\nsections:\n  - {SECTIONS[kind]}\n{EXERCISES}"


def of_exercises(count: int) -> str:
    """A session of so many exercises in straight sets."""
    names = ("squat", "lunge", "hip-lift", "step-up")
    entries = "".join(f"      - {names[number % len(names)]}\n" for number in range(count))
    return f"title: Many exercises\nrest: 30 s\nprescription: 3x8-10\nsections:\n  - exercises:\n{entries}"


def planning_s(file: str) -> float:
    """The seconds that it takes to plan the session in `file`, were all lines spoken already, in this process."""
    from voicecoach.definitions.load import load_phrases, load_session
    from voicecoach.mix.tones import ToneSet
    from voicecoach.plan.choices import Choices
    from voicecoach.plan.compose import compose
    from voicecoach.plan.select import select
    from voicecoach.timeline.layout import lay_out
    from voicecoach.timeline.sayings import tone, voice
    from voicecoach.times import Ms

    session, phrases, choices = load_session(file), load_phrases("en"), Choices(unlimited=True)
    lengths = {tone(name): length for name, length in ToneSet.load().lengths_ms().items()}
    start = time.perf_counter()
    script = compose(select(session, choices), choices, phrases)
    lengths |= {voice(text): Ms(200 + 55 * len(text)) for text in script.texts()}
    lay_out(script, lengths)
    return time.perf_counter() - start
