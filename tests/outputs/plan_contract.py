"""What other programs rely on in `plan --json`, checked strictly."""

from __future__ import annotations

import itertools
from typing import Any

ROLES = {"intro", "announce", "setup", "safety", "count", "half-rep", "phase", "cue", "call", "rest", "next",
         "countdown", "go", "halfway", "switch", "done", "finish", "encouragement", "line"}  # fmt: skip
TONES = {"tick", "go", "rest", "switch", "halfway", "done", "finish", "soft"}
KINDS = {"lead-in", "work", "hold", "change", "rest", "outro"}
SIDES = {"left", "right", "alternating"}

SESSION = {"title": str, "week": int, "weeks": int, "duration": float, "voice": str, "notes": list, "equipment": list,
           "chapters": list, "steps": list, "events": list}  # fmt: skip
CHAPTER = {"start": float, "end": float, "title": str}
STEP = {"kind": str, "start": float, "end": float}
EVENT = {"start": float, "end": float, "channel": str, "role": str, "text": str}
PLACE = {"exercise": str, "set": int, "side": str}
OF_A_STEP = {**PLACE, "reps": int, "section": int, "section_title": str, "round": int, "title": str, "load": str}


def check_contract(plan: dict[str, Any]) -> None:
    check_fields(plan, SESSION, {})
    for chapter in plan["chapters"]:
        check_fields(chapter, CHAPTER, {})
    for step in plan["steps"]:
        check_fields(step, STEP, OF_A_STEP)
        assert step["kind"] in KINDS
        assert step.get("side", "left") in SIDES
        assert "reps" not in step or step["kind"] in {"work", "hold"}
        assert ("exercise" in step) != ("title" in step) or step["kind"] in {"lead-in", "outro"}
        assert ("section" in step) == ("exercise" in step or "title" in step)
    for event in plan["events"]:
        check_fields(event, EVENT, {**PLACE, "rep": int})
        assert event["role"] in ROLES
        assert event["channel"] in {"voice", "tone"}
        assert event["channel"] == "voice" or event["text"] in TONES
        assert event.get("side", "left") in SIDES
    check_order(plan)


def check_fields(found: dict[str, Any], required: dict[str, type], optional: dict[str, type]) -> None:
    assert set(required) <= set(found) <= {*required, *optional}
    for name, value in found.items():
        assert type(value) is {**required, **optional}[name], (name, value)


def check_order(plan: dict[str, Any]) -> None:
    starts = [event["start"] for event in plan["events"]]
    assert starts == sorted(starts)
    for whole in (plan["steps"], plan["chapters"]):
        assert whole[0]["start"] == 0
        assert whole[-1]["end"] == plan["duration"]
        assert all(before["end"] == after["start"] for before, after in itertools.pairwise(whole))
    last = max(event["end"] for event in plan["events"])
    assert last <= plan["duration"]
    assert all(round(at, 3) == at for event in plan["events"] for at in (event["start"], event["end"]))
