"""The schema of an exercise's figure."""

from __future__ import annotations

from collections.abc import Iterable

from voicecoach.authoring.schema_values import LENGTH, TEXT, Schema, described
from voicecoach.definitions.figure_words import (
    BODY_PARTS,
    CLOSE_UPS,
    JOINTS,
    OWN_PAIRED,
    OWN_PLACES,
    PAIRED_PARTS,
    PLACES,
    PROPS,
    SHIFTS,
    SIDES,
    STANCES,
    SUPPORTS,
    View,
)
from voicecoach.definitions.figures import GONE, MOST_SLOPE, is_hand

CENTIMETRES: Schema = {"type": ["number", "string"], "pattern": "[0-9]"}
NOTHING: Schema = {"not": {"type": ["string", "number", "boolean", "object", "array"]}}


def figure_definitions() -> Schema:
    """The schemas of a figure and of its parts by name, with all the joints, props and stances that there are."""
    pose = _reference("Pose")
    several = {"anyOf": [pose, {"type": "array", "minItems": 1, "items": pose}]}
    poses: Schema = {"type": "object", "minProperties": 1, "additionalProperties": several}
    figure = _object(
        {
            "view": described(_view(), "from where it is seen; side"),
            "start": described(pose, "what all its poses are built on; standing"),
            "props": described(_props(), "what is in the picture, and where it is or who holds it"),
            "poses": described(poses, "where each phase ends, by its name"),
            "beyond": described({"type": "boolean"}, "`true`: joints may go further than those of most people"),
            "alternating": described({"type": "boolean"}, "`true`: drawn with each side in turn"),
            "pace": described(LENGTH, "how long a repetition without phases is shown; as long as it takes"),
        }
    )
    return {
        "Figure": figure,
        "Pose": _pose(),
        "Prop": _prop(),
        "Support": {"enum": list(SUPPORTS)},
        "HandSupport": {"enum": [*SUPPORTS, *OWN_PLACES, *_sided(OWN_PAIRED)]},
        "BodyPart": {"enum": _parts()},
    }


def _reference(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _view() -> Schema:
    angle = {"type": "number", "minimum": -180, "maximum": 180}
    slope = {"type": "number", "minimum": -MOST_SLOPE, "maximum": MOST_SLOPE}
    own = _object({"turn": angle, "tilt": angle, "close": {"enum": list(CLOSE_UPS)}, "slope": slope})
    return {"anyOf": [{"enum": [str(one) for one in View]}, own]}


def _stance() -> Schema:
    return {"enum": list(STANCES), "enumDescriptions": [one.about for one in STANCES.values()]}


def _pose() -> Schema:
    part = _reference("BodyPart")
    properties: Schema = {
        "from": _stance(),
        "on": _object({name: _reference("HandSupport" if is_hand(name) else "Support") for name in _parts()}),
        **{key: {"anyOf": [part, {"type": "array", "items": part}]} for key in ("moved", "slid")},
        **dict.fromkeys(sorted(SHIFTS), CENTIMETRES),
    }
    for name, joint in JOINTS.items():
        for key in (name, *(f"{side} {name}" for side in SIDES)) if joint.is_paired else (name,):
            text = f"{joint.about}; {joint.low:g} to {joint.high:g} degrees"
            properties[key] = {"type": "number", "description": text}
    return {"anyOf": [_stance(), _object(properties), NOTHING]}


def _parts() -> list[str]:
    return [*BODY_PARTS, *_sided(PAIRED_PARTS)]


def _sided(names: Iterable[str]) -> list[str]:
    return [f"{side} {name}" for side in SIDES for name in names]


def _prop() -> Schema:
    held = {**TEXT, "examples": [*PLACES, "hands to feet", *GONE]}
    keys = {**dict.fromkeys(("at", "height", "length", "aside"), CENTIMETRES), "held": held}
    return {"anyOf": [held, _object(keys), NOTHING]}


def _props() -> Schema:
    names: Schema = {"enum": list(PROPS)}
    by_name = _object({name: _reference("Prop") for name in PROPS})
    return {"anyOf": [names, {"type": "array", "items": names}, by_name]}
