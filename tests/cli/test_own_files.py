"""Sessions and exercises of the user's own, from the file to the plan."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import lengths_s, plan, run
from tests.definitions.files import PLANK, SQUATS, write
from voicecoach.definitions.load import load_exercise


def worked(told: dict[str, object]) -> list[tuple[object, object, object]]:
    """Exercise, set and repetitions of each step of work, in order."""
    steps = told["steps"]
    assert isinstance(steps, list)
    return [(one["exercise"], one["set"], one.get("reps")) for one in steps if one["kind"] in {"work", "hold"}]


def test_a_circuit_goes_round_after_round(tmp_path: Path) -> None:
    circuit = "kind: circuit, rest: 15 s, round_rest: 1:00, exercises: [squat, lunge]"
    write(tmp_path, f"title: x\nprescription: 2x5\nsections: [{{{circuit}}}]\n")
    told = plan("mine.yaml")
    assert worked(told) == [("squat", 1, 5), ("lunge", 1, 5), ("squat", 2, 5), ("lunge", 2, 5)]
    assert lengths_s(told, "rest") == {15, 60}


def test_sections_follow_each_other(tmp_path: Path) -> None:
    write(
        tmp_path,
        "title: x\nprescription: 1x5\nsections:\n- exercises: [squat]\n- {kind: circuit, exercises: [lunge]}\n",
    )
    assert [exercise for exercise, _, _ in worked(plan("mine.yaml"))] == ["squat", "lunge"]


def test_an_exercise_with_phases_may_go_by_time(tmp_path: Path) -> None:
    write(tmp_path, SQUATS.replace("3x10", "3x45 s"))
    told = plan("mine.yaml")
    assert worked(told) == [("mine", 1, None), ("mine", 2, None), ("mine", 3, None)]
    assert lengths_s(told, "work") == {45}
    assert lengths_s(plan("mine.yaml", "--hold", "0:50"), "work") == {50}
    assert run("plan", "mine.yaml", "--detail", "full").status == 0


def test_own_exercises_equipment_and_files_work_together(tmp_path: Path) -> None:
    write(tmp_path, PLANK, "my-plank.yaml")
    write(
        tmp_path,
        """
title: Mine
rest: 20 s
sections:
  - exercises:
      - exercise: wide-squat
        prescription: 2x5 @2-0-2-0
      - swing
      - ./my-plank.yaml
equipment:
  bell: {say: a kettlebell, put_away: Bell down.}
exercises:
  wide-squat:
    from: squat
    title: Wide squats
  swing:
    title: Swings
    say: swings
    needs: [bell]
    phases:
      - {name: down, length: 1 s}
      - {name: up, length: 1 s}
    prescription: 1x10
    substitutes: [{without: bell, use: lunge}]
""",
    )
    told = plan("mine.yaml")
    assert [exercise for exercise, _, _ in worked(told)] == ["wide-squat"] * 2 + ["swing"] + ["my-plank"] * 3
    assert lengths_s(told, "work") == {20}
    assert lengths_s(told, "hold") == {30}
    assert lengths_s(plan("mine.yaml", "--week", "4"), "hold") == {60}
    assert "lunge" in {exercise for exercise, _, _ in worked(plan("mine.yaml", "--without", "bell"))}
    assert {exercise for exercise, _, _ in worked(plan("mine.yaml", "--only", "my-plank"))} == {"my-plank"}


def test_an_exercise_by_itself_is_a_session(tmp_path: Path) -> None:
    write(tmp_path, PLANK, "my-plank.yaml")
    assert worked(plan("./my-plank.yaml")) == [("my-plank", number, None) for number in (1, 2, 3)]
    assert plan("squat")["title"] == "Squats"
    assert run("check", "./my-plank.yaml").out.startswith("./my-plank.yaml: in order. My plank: 1 exercise, 4 weeks")


def test_every_change_of_the_first_session_can_be_reached() -> None:
    name = "glutes-for-runners"
    held = plan(name, "--without", "band")
    holds = [one for one in held["steps"] if one.get("exercise") == "wall-press" and one["kind"] == "hold"]
    assert {one["side"] for one in holds} == {"left", "right"}
    for variation in (
        "step-up=running-pose",
        "lunge=rotation",
        "lunge=backpack",
        "squat=backpack",
        "squat=heels-raised",
    ):
        exercise, _, named = variation.partition("=")
        say = load_exercise(exercise).variations[named].say
        told = plan(name, "--variation", variation, "--only", exercise, "--sets", "1", detail="brief")
        assert any(say in event["text"] for event in told["events"] if event["role"] == "announce"), variation
    combined = plan(name, "--variation", "lunge=rotation+backpack", "--with", "mirror", "--only", "lunge")
    assert "backpack" in str(combined["equipment"])
