"""Scripts to be read aloud, as JSON."""

from __future__ import annotations

import json
import time

import pytest

from tests.authoring.formats.reading import exercises, read
from voicecoach.authoring.formats.json_script import reads_as_json_script
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind

BEATS = [{"break_sec": 2}, "Back.", {"break_sec": 1}]
SCRIPT = {
    "voice": "anybody",
    "transcript": [
        "Hello to your ten minutes for the back.",
        "First up is the side bend. Reach over your head.",
        {"repeat": 9, "transcript": ["Lean to the left.", *BEATS]},
        "Now the other side.",
        {"break_sec": 6},
        {"repeat": 9, "transcript": ["Lean to the right.", *BEATS]},
        "Next is the towel pull. Pull it apart at three heights.",
        {"repeat": 7, "transcript": ["Pull.", *BEATS]},
        "A little higher.",
        {"repeat": 7, "transcript": ["Pull.", *BEATS]},
        "Stand up for the Door Stretch. Hold it for twenty.",
        {"break_sec": 20},
        "Switch arms.",
        {"break_sec": 20},
        "Finally, Neck Nods. Small and slow.",
        {"repeat": 11, "transcript": ["Nod.", *BEATS]},
    ],
}


def test_what_is_repeated_are_repetitions_sides_and_sets() -> None:
    written = read(json.dumps(SCRIPT, indent=1), "script.json")
    bend, pull, door, nods = exercises(written)
    assert (bend.name, bend.line, bend.sets, bend.reps, bend.sides) == ("side bend", 5, 1, (9, 9), Sides.EACH)
    assert (pull.name, pull.sets, pull.reps, pull.sides) == ("towel pull", 2, (7, 7), None)
    assert (door.name, door.seconds, door.reps, door.sides) == ("Door Stretch", (20, 20), None, Sides.EACH)
    assert (nods.name, nods.sets, nods.reps) == ("Neck Nods", 1, (11, 11))
    assert written.about == ("Hello to your ten minutes for the back.",)


def test_beside_repetitions_silences_are_holds_sets_and_rests() -> None:
    pull = ["First up is the towel pull.", {"repeat": 7, "transcript": ["Pull.", *BEATS]}]
    lean = ["Next is the Door Lean. Hold it for twenty.", {"break_sec": 20}, "And again.", {"break_sec": 20}]
    _, door = exercises(read(json.dumps([*pull, *lean, "Now rest.", {"break_sec": 35}])))
    assert (door.name, door.seconds, door.sets, door.rest_s, door.is_hold) == ("Door Lean", (20, 20), 2, 35, True)


def test_without_repetitions_the_silences_are_worked_in() -> None:
    said = ["First exercise: wall sit.", {"pause": 40}, "Rest a moment.", {"pause": 15}, "Next up, calf raises."]
    sit, raises = exercises(read(json.dumps([*said, {"pause": 30}], indent=1)))
    assert (sit.name, sit.line, sit.seconds, sit.rest_s, sit.is_hold) == ("wall sit", 2, (40, 40), 15, True)
    assert (raises.name, raises.seconds) == ("calf raises", (30, 30))


def test_lines_are_known_however_their_letters_are_written() -> None:
    said = [r'"First up is the caf\u00e9 press."', r'"Up\/down, \"slowly\"."', '"Zwölfmal."', '"Next: the wall sit."']
    text = "[\n" + ',\n{"break_sec": 30},\n'.join(said) + ',\n{"break_sec": 40}]'
    found = [(one.name, one.line) for one in exercises(read(text))]
    assert found == [("café press", 2), ('Up/down, "slowly"', 4), ("Zwölfmal", 6), ("wall sit", 8)]


@pytest.mark.parametrize("sentence", ["Noch einmal, Nummer ä{}.", "Up\\/down, number {}."])
def test_no_script_takes_long(sentence: str) -> None:
    text = ", ".join(f'"{sentence.replace("{}", str(number))}", {{"break_sec": 3}}' for number in range(30_000))
    begin = time.process_time()
    assert reads_as_json_script(f"[{text}]")
    assert time.process_time() - begin < 5


ROUND = {
    "repeat": 2,
    "transcript": [
        "Sit on a stool and do a knee hug with your right knee up.",
        {"break_sec": 30},
        "Swap to the left knee.",
        {"break_sec": 30},
        "We'll open the chest next with a wall press.",
        {"repeat": 8, "transcript": ["Press, hold for two.", {"break_sec": 2}, "Ease off.", {"break_sec": 1}]},
    ],
}
PLACED = "Kneel beside the stool and put one forearm on it so that your back is flat, then let the chest sink."


def test_what_is_repeated_of_several_exercises_is_a_round() -> None:
    rowing = ["Now for the towel row.", {"repeat": 9, "transcript": ["Row.", *BEATS]}]
    written = read(json.dumps([ROUND, *rowing]))
    circuit, behind = written.sections
    hug, press = circuit.exercises
    assert (circuit.kind, circuit.rounds) == (SectionKind.CIRCUIT, 2)
    assert (hug.name, hug.sets, hug.seconds, hug.sides) == ("knee hug", None, (30, 30), Sides.EACH)
    assert (press.name, press.reps, press.pause_s, press.sides) == ("wall press", (8, 8), 2, None)
    assert [(one.name, one.sets, one.reps) for one in behind.exercises] == [("towel row", 1, (9, 9))]


def test_a_long_hold_or_a_rest_within_what_is_repeated_makes_it_a_set() -> None:
    within = ["Hold.", {"break_sec": 20}, "Other side.", {"break_sec": 20}, "Take a break.", {"break_sec": 12}]
    (hang,) = exercises(read(json.dumps(["Time for the one-arm hang.", {"repeat": 3, "transcript": within}])))
    assert (hang.sets, hang.reps, hang.seconds, hang.sides, hang.rest_s) == (3, None, (20, 20), Sides.EACH, 12)


def test_from_side_to_side_and_back_are_two_sets_of_each() -> None:
    turns = [{"break_sec": 25}, "Swap arms.", {"break_sec": 25}, "Swap arms.", {"break_sec": 25}, "Swap.", *BEATS[:1]]
    nod = ["Next: the neck nod.", {"repeat": 5, "transcript": ["Nod.", *BEATS]}]
    reach, _ = exercises(read(json.dumps(["Up next is the arm reach.", *turns, {"break_sec": 25}, *nod])))
    assert (reach.name, reach.sets, reach.seconds, reach.sides) == ("arm reach", 2, (25, 25), Sides.EACH)


def test_an_order_below_an_announcement_tells_how_it_is_done() -> None:
    said = ["Now for the hip opener.", "Step into a lunge with the right foot forward.", {"break_sec": 30}]
    (opener,) = exercises(read(json.dumps([*said, "Swap.", {"repeat": 1, "transcript": BEATS}, ROUND])))[:1]
    assert (opener.name, opener.cues.setup[0]) == ("hip opener", said[1])


def test_what_nobody_announced_is_called_by_how_one_gets_into_place() -> None:
    lean = {"repeat": 4, "transcript": ["Sink, hold.", {"break_sec": 3}]}
    again = "Stay there, and do the same with the other forearm on the stool for just as long."
    text = json.dumps(["Now for the towel row.", {"repeat": 9, "transcript": BEATS}, PLACED, lean, again, lean])
    _, sink = exercises(read(text))
    assert (sink.name, sink.reps, sink.pause_s, sink.sides) == ("Kneel beside the stool", (4, 4), 3, Sides.EACH)
