"""Figures as they are written: read from YAML, with every fault where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from voicecoach.definitions.faults import Faults
from voicecoach.definitions.figure_slips import Words
from voicecoach.definitions.figure_words import (
    BODY_PARTS,
    CLOSE_UPS,
    JOINTS,
    OWN_PLACES,
    PLACES,
    PROPS,
    SHIFTS,
    SIDES,
    STANCES,
    SUPPORTS,
    View,
)
from voicecoach.definitions.figures import (
    CAMERAS,
    GONE,
    MOST_SLOPE,
    Camera,
    Figure,
    Pose,
    Prop,
    is_hand,
    joint_names,
    own_place,
    parts,
)
from voicecoach.definitions.notation import NotationError, parse_length, shown
from voicecoach.definitions.source import Node, plain
from voicecoach.errors import Fault, Mend
from voicecoach.late_patterns import late
from voicecoach.times import Ms

FIGURE_KEYS = ("view", "start", "props", "poses", "beyond", "alternating", "pace")
VIEW_KEYS = ("turn", "tilt", "close", "slope")
POSE_KEYS = ("from", "on", "moved", "slid")
PROP_KEYS = ("at", "height", "length", "aside", "held")
_CENTIMETRES = late(r"(-?\d+(?:\.\d+)?)\s*cm")
MOST_CM = 400
POSE_WORDS = Words([*JOINTS, *sorted(SHIFTS), *POSE_KEYS], joint_names)
PARTS = Words(BODY_PARTS, parts)


def read_figure(node: Node) -> Figure:
    """The figure that is written at a node. Raises DefinitionError with all its faults."""
    reading = _Reading()
    figure = reading.figure(node)
    reading.faults.raise_any(node.place.file)
    return figure


class _Reading:
    """Reads a figure, and notes what is wrong with it."""

    def __init__(self) -> None:
        self.faults = Faults()
        self.beyond = False
        self.certain: dict[int, Mapping[str, str]] = {}

    def figure(self, node: Node) -> Figure:
        keys = self._keys(node, "a figure", FIGURE_KEYS, "poses: {down: {knee: 90}}")
        self.beyond = self._is_true(keys.get("beyond"))
        return Figure(
            view=self._view(keys["view"]) if "view" in keys else None,
            start=self._pose(keys["start"]) if "start" in keys else None,
            props=dict(self._props(keys["props"])) if "props" in keys else {},
            poses=dict(self._poses(keys["poses"])) if "poses" in keys else {},
            beyond=self.beyond,
            alternates=self._is_true(keys.get("alternating")),
            pace=self._pace(keys["pace"]) if "pace" in keys else None,
        )

    def _is_true(self, node: Node | None) -> bool:
        if node and not isinstance(node.value, bool):
            self._note(node, f"{shown(plain(node))} is neither true nor false.")
        return bool(node and node.value is True)

    def _pace(self, node: Node) -> Ms | None:
        try:
            return parse_length(plain(node))
        except NotationError as error:
            self._note(node, str(error))
            return None

    def _view(self, node: Node) -> Camera | None:
        if isinstance(node.value, dict):
            keys = self._keys(node, "a view", VIEW_KEYS, "view: {turn: 30, tilt: 20}")
            turn, tilt = (self._within(keys.get(key), -180, 180, "degrees") or 0 for key in VIEW_KEYS[:2])
            slope = self._within(keys.get("slope"), -MOST_SLOPE, MOST_SLOPE, "degrees") or 0
            close = self._one_of(keys["close"], CLOSE_UPS, "close view") if "close" in keys else None
            return Camera(turn, tilt, close, slope)
        found = self._one_of(node, [str(one) for one in View], "view")
        return CAMERAS[View(found)] if found else None

    def _poses(self, node: Node) -> Iterator[tuple[str, tuple[Pose, ...]]]:
        if not isinstance(node.value, dict) or not node.value:
            self._note(node, "the name of each phase with its pose is expected.", "Write poses: {down: {knee: 90}}.")
            return
        for name, one in node.children.items():
            several = one.value if isinstance(one.value, list) else [one]
            yield name, tuple(self._pose(pose) for pose in several)

    def _pose(self, node: Node) -> Pose:
        """A pose; a text is the name of a stance, nothing at all the start itself."""
        if node.value is None:
            return Pose()
        if isinstance(node.value, str):
            return Pose(stance=self._stance(node))
        if not isinstance(node.value, dict):
            self._note(node, f"{shown(plain(node))} where a pose is expected.", "Write {hip: 80, knee: 90}.")
            return Pose()
        joints = {key: one for key, one in node.children.items() if key not in POSE_KEYS}
        at = node.children
        return Pose(
            stance=self._stance(at["from"]) if "from" in at else None,
            joints=self._joints(node, joints),
            on=self._on(at["on"]) if "on" in at else {},
            moved=tuple(self._moved(at["moved"])) if "moved" in at else (),
            slid=tuple(self._moved(at["slid"])) if "slid" in at else (),
        )

    def _stance(self, node: Node) -> str | None:
        return self._one_of(node, STANCES, "stance")

    def _joints(self, pose: Node, written: Mapping[str, Node]) -> dict[str, float]:
        """The angles by joint; one that is given for a side counts there, wherever it stands."""
        found: dict[str, float] = {}
        for key, node in sorted(written.items(), key=lambda one: one[0].split(" ")[0] in SIDES):
            names = joint_names(key)
            if not names:
                self._unknown(pose, key, POSE_WORDS, "joint")
                continue
            angle = self._angle(node, names[0].removeprefix("near ").removeprefix("far "))
            found.update({} if angle is None else dict.fromkeys(names, angle))
        return found

    def _angle(self, node: Node, joint: str) -> float | None:
        if joint in SHIFTS:
            return self._centimetres(node)
        limits, value = JOINTS[joint], plain(node)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self._note(node, f"{shown(value)} where degrees were expected.", f"It is {limits.about}.")
            return None
        if not limits.low <= value <= limits.high and not self.beyond:
            fix = f"It is {limits.about}. Should it be so, add beyond: true to the figure."
            self._note(node, f"{value} is not between {limits.low:g} and {limits.high:g} degrees.", fix)
        return float(max(-360, min(360, value)))

    def _on(self, node: Node) -> dict[str, str]:
        if not isinstance(node.value, dict):
            self._note(node, "what rests on what is expected.", "Write on: {near foot: step}.")
            return {}
        found: dict[str, str] = {}
        for key, one in node.children.items():
            if not (names := parts(key)):
                self._unknown(node, key, PARTS, "part of the body")
            elif support := self._support(key, one):
                is_sided = key.partition(" ")[0] in SIDES
                own = {name: own_place(name, support) or support for name in names if is_sided or name not in found}
                found.update(own)
        return found

    def _support(self, part: str, node: Node) -> str | None:
        if is_hand(part) and own_place("near hand", str(node.value)):
            return str(node.value)
        return self._one_of(node, (*SUPPORTS, *OWN_PLACES) if is_hand(part) else SUPPORTS, "support")

    def _moved(self, node: Node) -> Iterator[str]:
        for one in node.value if isinstance(node.value, list) else [node]:
            if found := parts(str(one.value)):
                yield from found
            else:
                self._unknown_value(one, PARTS, "part of the body")

    def _props(self, node: Node) -> Iterator[tuple[str, Prop]]:
        """Props as a list of names, or by name with what they are like or where they are held."""
        if isinstance(node.value, list):
            for one in node.value:
                if name := self._one_of(one, PROPS, "prop"):
                    yield name, Prop(name)
            return
        if isinstance(node.value, str) and (name := self._one_of(node, PROPS, "prop")):
            yield name, Prop(name)
        elif not isinstance(node.value, dict):
            self._note(node, "names of props are expected.", "Write props: [step], or props: {band: knees}.")
        for name, one in node.children.items():
            if name in PROPS:
                yield name, self._prop(name, one)
            else:
                self._unknown(node, name, Words(PROPS), "prop")

    def _prop(self, name: str, node: Node) -> Prop:
        if node.value is None or isinstance(node.value, str):
            return Prop(name, held=self._held(node) if node.value else ())
        keys = self._keys(node, "a prop", PROP_KEYS, f"{name}: {{at: 40, height: 30}}")
        at, height, length, aside = (self._centimetres(keys.get(key)) for key in PROP_KEYS[:4])
        return Prop(name, at, height, length, self._held(keys["held"]) if "held" in keys else (), aside)

    def _held(self, node: Node) -> tuple[str, ...]:
        """The places of `near hand`, `knees`, or `hands to feet`."""
        words = str(node.value).split(" to ")
        if tuple(words) == GONE:
            return GONE
        unknown = [word for word in words if word not in PLACES]
        for word in unknown:
            told = Words(PLACES).told(word)
            self._note(node, f"unknown place {word!r}.{told} Or two of them: hands to feet.")
        return () if unknown else tuple(words)

    def _centimetres(self, node: Node | None) -> float | None:
        value = plain(node) if node else None
        if isinstance(value, str) and (match := _CENTIMETRES.fullmatch(value)):
            value = float(match[1])
        return self._within(node, -MOST_CM, MOST_CM, "centimetres", value)

    def _within(
        self, node: Node | None, low: float, high: float, unit: str, value: object | None = None
    ) -> float | None:
        if node is None:
            return None
        value = plain(node) if value is None else value
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self._note(node, f"{shown(plain(node))} where {unit} were expected.", "Write a number, such as 30.")
            return None
        if not low <= value <= high:
            self._note(node, f"{value:g} is not between {low:g} and {high:g} {unit}.")
        return float(value)

    def _keys(self, node: Node, what: str, known: Collection[str], example: str) -> dict[str, Node]:
        if not isinstance(node.value, dict):
            self._note(
                node, f"{shown(plain(node))} where {what} with keys and values is expected.", f"Write {example}."
            )
        for key in node.children:
            if key not in known:
                self._unknown(node, key, Words(known), "key")
        return {key: one for key, one in node.children.items() if key in known and one.value is not None}

    def _one_of(self, node: Node, known: Collection[str], what: str) -> str | None:
        value = plain(node)
        if isinstance(value, str) and value in known:
            return value
        self._unknown_value(node, Words(known), what)
        return None

    def _unknown_value(self, node: Node, words: Words, what: str) -> None:
        text = str(node.value)
        meant = words.certain(text) if isinstance(node.value, str) else None
        mends = (Mend(node.place, text, meant),) if meant else ()
        self.faults.add(
            Fault(node.place, node.path, f"unknown {what} {shown(plain(node))}.{words.told(text)}", mends=mends)
        )

    def _unknown(self, node: Node, key: str, words: Words, what: str) -> None:
        path, place = f"{node.path}.{key}".removeprefix("."), node.keys.get(key, node.place)
        if id(node) not in self.certain:
            self.certain[id(node)] = words.certain_keys(node.children)
        meant = self.certain[id(node)].get(key)
        mends = (Mend(place, key, meant),) if meant and key in node.keys else ()
        self.faults.add(Fault(place, path, f"unknown {what}.{words.told(key)}", mends=mends))

    def _note(self, node: Node, problem: str, fix: str = "") -> None:
        self.faults.add(Fault(node.place, node.path, problem, fix))
