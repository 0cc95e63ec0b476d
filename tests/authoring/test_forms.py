"""What the tables read in a line, and what they leave alone."""

from __future__ import annotations

from typing import Any

import pytest

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind


def facts(text: str) -> Facts:
    return facts_of(parts_of(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("3x10", {"sets": (3, 3), "reps": (10, 10)}),
        ("3 × 8–10", {"sets": (3, 3), "reps": (8, 10)}),
        ("3*10", {"sets": (3, 3), "reps": (10, 10)}),
        ("three sets of ten", {"sets": (3, 3), "reps": (10, 10)}),
        ("Sets: 3 Reps: 8-10", {"sets": (3, 3), "reps": (8, 10)}),
        ("10 reps x 3 sets", {"sets": (3, 3), "reps": (10, 10)}),
        ("3 x 45s", {"sets": (3, 3), "seconds": (45, 45)}),
        ("hold for 1½ minutes", {"seconds": (90, 90)}),
        ("1m30s", {"seconds": (90, 90)}),
        ("2:00", {"seconds": (120, 120)}),
        ("Javelin: 6 throws", {"reps": (6, 6)}),
        ("Long jump | 4 max effort attempts", {"reps": (4, 4)}),
        ("do two more sets", {"sets": (3, 3)}),
        ("3 x bodyweight", {"sets": (3, 3)}),
        ("hold a 750 g weight", {"load": "0.75 kg"}),
        ("1'30\"", {"seconds": (90, 90)}),
        ("3 x 1' 15\"", {"sets": (3, 3), "seconds": (75, 75)}),
        ("1'45", {"seconds": (105, 105)}),
        ("30\"-1'", {"seconds": (30, 60)}),
        ("hold for 5 seconds, 10 times", {"reps": (10, 10), "pause_s": (5, 5)}),
        ("hold for 30 seconds, repeat 3 times", {"sets": (3, 3), "seconds": (30, 30)}),
        ("10 x 10 w/ 24kg, 30sec rest", {"sets": (10, 10), "reps": (10, 10), "load": "24 kg", "rest_s": (30, 30)}),
        ("three sets of eight with 60 seconds' rest", {"sets": (3, 3), "reps": (8, 8), "rest_s": (60, 60)}),
        ("3x8 each side. To progress hold a 5 kg dumbbell", {"reps": (8, 8), "load": None}),
        ("3x10, last week I did 20 kg for 3x9", {"reps": (10, 10), "load": None}),
        ("Every 2 min x 5: 5 reps", {"kind": SectionKind.EMOM, "every_s": (120, 120), "rounds": (5, 5)}),
        ("2 rounds not for time", {"kind": None, "rounds": (2, 2)}),
        ("12 each leg", {"reps": (12, 12), "sides": Sides.EACH}),
        ("3x8/side", {"sets": (3, 3), "reps": (8, 8), "sides": Sides.EACH}),
        ("20 m", {"distance_m": 20}),
        ("4 x 400m", {"sets": (4, 4), "distance_m": 400}),
        ("3x5 @ 80 kg", {"sets": (3, 3), "reps": (5, 5), "load": "80 kg"}),
        ("3x5 @ RPE 8", {"load": "RPE 8"}),
        ("3x5 @ 70%", {"load": "70 %"}),
        ("4x6, rest 90 s", {"sets": (4, 4), "reps": (6, 6), "rest_s": (90, 90)}),
        ("4x6 with 2 min rest between sets", {"rest_s": (120, 120)}),
        ("rest 30 s between exercises, 2 min between rounds", {"rest_s": (30, 30), "round_rest_s": (120, 120)}),
        ("3x10 tempo 3-1-1-0", {"tempo": "3-1-1-0"}),
        ("3x10 @31X0", {"tempo": "3-1-X-0"}),
        ("3x10-3x12", {"sets": (3, 3), "reps": (10, 12)}),
        ("3 × 8 – 4 × 10", {"sets": (3, 4), "reps": (8, 10)}),
        ("3x10, 2x12", {"sets": None, "each_set": (10, 10, 10, 12, 12), "notes": ()}),
        ("21-15-9", {"each_set": (21, 15, 9)}),
        ("3 sets to failure", {"sets": (3, 3), "is_open": True}),
        ("EMOM 12", {"kind": SectionKind.EMOM, "minutes": (12, 12)}),
        ("12 min AMRAP", {"kind": SectionKind.AMRAP, "minutes": (12, 12)}),
        ("every 90 s for 6 rounds", {"kind": SectionKind.EMOM, "every_s": (90, 90), "rounds": (6, 6)}),
        ("EMOM 9 min, every 90 s", {"kind": SectionKind.EMOM, "every_s": (90, 90), "minutes": (9, 9)}),
        ("EMOM every 2:00 for 12 min", {"kind": SectionKind.EMOM, "every_s": (120, 120), "minutes": (12, 12)}),
        ("EMOM, every 2 min x 6 rounds", {"kind": SectionKind.EMOM, "every_s": (120, 120), "rounds": (6, 6)}),
        ("5 rounds for time", {"kind": SectionKind.FOR_TIME, "rounds": (5, 5)}),
        ("40 s on, 20 s off", {"kind": SectionKind.INTERVALS, "work_s": (40, 40), "rest_s": (20, 20)}),
        ("8-10 reps, build to 12-15 reps", {"reps": (8, 10), "goal": (12, 15)}),
        ("repeat twice more", {"reps": (3, 3)}),
        ("then do it all twice more", {"reps": (3, 3)}),
        ("12 x 40kg", {"reps": (12, 12), "load": "40 kg"}),
        ("8 x 60kg", {"reps": (8, 8), "load": "60 kg"}),
        ("3x10 with 2 x 10kg dumbbells", {"sets": (3, 3), "reps": (10, 10), "load": "10 kg"}),
        ("12 cal row", {"reps": (12, 12), "is_calories": True}),
        ("15/12 calorie bike", {"reps": (15, 15), "is_calories": True}),
        ("Ski erg: 10 cals", {"reps": (10, 10), "is_calories": True}),
        ("four lots of 400 m", {"sets": (4, 4), "distance_m": 400}),
        ("60kg x 5, 70kg x 5, 80kg x 3", {"each_set": (5, 5, 3), "load": "60 kg"}),
        ("10 x 60kg, 10,8 x 70kg", {"each_set": (10, 10, 8), "load": "60 kg"}),
        ("135x5, 225x3, 295x3x2 sets", {"each_set": (5, 3, 3, 3), "load": "135"}),
        ("60/8 70/8 80/6", {"each_set": (8, 8, 6), "load": "60"}),
        ("Three 600 meter pieces", {"sets": (3, 3), "distance_m": 600}),
        ("5 x 600m / 3 min easy", {"sets": (5, 5), "distance_m": 600, "rest_s": (180, 180)}),
        ("40 minute limit", {"cap_s": (2400, 2400)}),
        ("-12:00 hard cap", {"cap_s": (720, 720)}),
        ("after two full circuits", {"rounds": (2, 2)}),
        ("40 6kg shoulder presses", {"reps": (40, 40), "load": "6 kg"}),
        ("as many sets as possible in 20 minutes", {"kind": SectionKind.AMRAP, "minutes": (20, 20)}),
        ("AMRAP 1 minute each", {"kind": None, "seconds": (60, 60), "is_open": True}),
        ("40 s AMRAP per station", {"kind": None, "seconds": (40, 40), "is_open": True}),
        ("10 minutes, as many rounds as possible", {"kind": SectionKind.AMRAP, "minutes": (10, 10)}),
        ("as many rounds of these as you can", {"kind": SectionKind.AMRAP}),
        ("see how many rounds you can do in 7 minutes", {"kind": SectionKind.AMRAP, "minutes": (7, 7)}),
        ("repeat as many times as you can in 12 minutes", {"kind": SectionKind.AMRAP, "minutes": (12, 12)}),
        ("15 minutes on the clock", {"minutes": (15, 15)}),
        ("two 10-lb weights", {"load": "10 lb"}),
        ("Repeat 2 more times (3 sets total)", {"sets": (3, 3), "reps": None}),
        ("On the 2:00 x 5 sets", {"kind": SectionKind.EMOM, "every_s": (120, 120), "rounds": (5, 5)}),
        ("Spend 3 minutes at each station", {"seconds": (180, 180)}),
        ("Each station lasts 2 minutes", {"seconds": (120, 120)}),
        ("15 seconds of ankle stretches", {"seconds": (15, 15)}),
        ("alternate between strength and cardio", {"sides": None}),
        ("Dips x max", {"is_open": True}),
        ("plank for as long as you can", {"is_open": True}),
        ("Bench 3x5 (add 2.5kg each session)", {"reps": (5, 5), "load": None, "sides": None}),
        ("jump with both feet, 30 times", {"reps": (30, 30), "sides": None}),
    ],
)
def test_what_is_written_is_read(text: str, said: dict[str, Any]) -> None:
    found = facts(text)
    assert {name: getattr(found, name) for name in said} == said


@pytest.mark.parametrize(
    "text",
    ["90-90 hip switch", "Hang 7/3 repeaters", "5/3/1", "posted 2 minutes ago", "£12.50 a class", "in 2024",
     "12 March 2021", "111 views", "at 7am", "3 times a week", "45-degree back extension", "pain 3/10",
     "5k runner", "figure 4 stretch",
     "burns 300 calories", "5 x 30 minutes of moderate exercise a week", "done in no more than 2 sets",
     "a breath between reps 11 and 12", "a 10ft target", 'box 24/20"', "5 weeks out", "I've got my 24 kg today",
     "5-move circuit", "less than the previous 5 x 5", "Week 3", "5 min read", "aged 60", "page 2 of 3",
     "20-minute workout", "one round takes 4 minutes", "12-minute total body blast", "go down to 5 press-ups",
     "4 minutes and you're done"],
)  # fmt: skip
def test_numbers_that_are_no_amounts_are_left_alone(text: str) -> None:
    assert not facts(text).has_amount


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Squats 3x10", "Squats"),
        ("3x10 squats", "squats"),
        ("A1. DB bench - 3x8", "DB bench"),
        ("Do 3 sets of 12 push-ups on your knees", "push-ups on your knees"),
        ("10-15 min easy jog", "easy jog"),
        ("Bench press (paused): 3x5 @ 80%", "Bench press (paused)"),
        ("90/90 hip switch: 10 each side", "90/90 hip switch"),
        ("Good morning — 2×10", "Good morning"),
        ("a brisk 5-minute walk", "brisk walk"),
        ("Hamstring stretch with a strap", "Hamstring stretch"),
        ("Figure 8s x20", "Figure 8s"),
    ],
)
def test_the_name_is_what_is_left(text: str, name: str) -> None:
    assert name_in(parts_of(text).rest).text == name
