"""What exercises are: frozen values that every later stage reads and none changes.

Authors write them as YAML; `definitions.load` reads, checks and resolves the files into these. Lengths are whole
milliseconds. `Wordings` are ways to say one thing, the preferred one first, then shorter ones; a line in a file has
them as `say` and `short`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import reduce
from typing import NewType

from voicecoach.counted import in_a_sentence
from voicecoach.definitions.amounts import Load, Prescription, Tempo, TempoPart
from voicecoach.definitions.figures import Figure
from voicecoach.definitions.groups import Difficulty, Family, Muscle
from voicecoach.times import Ms

Wordings = tuple[str, ...]
ItemName = NewType("ItemName", str)
"""The name of a piece of equipment, as in `--without band`."""


SIDE = "{side}"
"""Stands in an exercise's cues and changes for the side that works, or that begins."""


class Sides(StrEnum):
    """How an exercise uses the two sides of the body."""

    NONE = "none"
    EACH = "each"  # all repetitions on one side, then on the other
    ALTERNATING = "alternating"  # one repetition is once on each side


class Counting(StrEnum):
    """What a spoken number counts in an alternating exercise."""

    PAIRS = "pairs"
    EACH = "each"


class Position(StrEnum):
    """Where the body is, which decides how a rest calls it back."""

    STANDING = "standing"
    FLOOR = "floor"


class Guide(StrEnum):
    """In which repetitions the phases are named."""

    ALWAYS = "always"
    THIN = "thin"  # in the first three of a set; long phases are marked in all
    NONE = "none"


class FirstSide(StrEnum):
    """Which side begins a set."""

    ALTERNATE = "alternate"  # left in the first set, then right
    LEFT = "left"
    RIGHT = "right"


class Level(StrEnum):
    """What a variation does to the exercise."""

    HARDER = "harder"
    EASIER = "easier"
    AIDED = "aided"


@dataclass(frozen=True)
class Phase:
    """A part of a repetition. Its length is a number of the tempo, or `length` where the tempo doesn't reach.

    In one with `hold` nothing moves; the pauses of a tempo are such phases by themselves.
    """

    name: str
    tempo: TempoPart | None = None
    length: Ms | None = None
    say: str | None = None
    hold: bool = False

    @property
    def is_still(self) -> bool:
        """Whether nothing moves in it."""
        return self.hold or self.tempo in {TempoPart.TOP, TempoPart.BOTTOM}


@dataclass(frozen=True)
class Cue:
    """A line about how to do the exercise.

    `phase` ties a form cue to the start of that phase of a repetition; `needs` ties a cue to a piece of equipment that
    is there. `{side}` in it stands for the side that works, or that begins.
    """

    say: str
    short: Wordings = ()
    phase: str | None = None
    needs: ItemName | None = None

    @property
    def wordings(self) -> Wordings:
        """All its wordings."""
        return (self.say, *self.short)


@dataclass(frozen=True)
class Cues:
    """An exercise's lines by the moment they belong to.

    `setup` are heard in order before set 1, `form` while working or resting, `safety` before work begins,
    `encouragement` late in a set.
    """

    setup: tuple[Cue, ...] = ()
    form: tuple[Cue, ...] = ()
    safety: tuple[Cue, ...] = ()
    encouragement: tuple[Cue, ...] = ()

    def plus(self, other: Cues, *, setup_first: bool = False) -> Cues:
        """These cues, then the others; with `setup_first` the others' set-up comes before this one.

        Form is otherwise: behind the key cue, which stays, come the others' first, so that what is special is heard.
        """
        return Cues(
            other.setup + self.setup if setup_first else self.setup + other.setup,
            self.form[:1] + other.form + self.form[1:],
            self.safety + other.safety,
            self.encouragement + other.encouragement,
        )

    def having(self, items: Collection[str]) -> Cues:
        """Those that need no other equipment than `items`."""

        def usable(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
            return tuple(cue for cue in cues if cue.needs is None or cue.needs in items)

        return Cues(usable(self.setup), usable(self.form), usable(self.safety), usable(self.encouragement))

    def all(self) -> Iterator[tuple[str, int, Cue]]:
        """Every cue after the name of its kind and its place among those."""
        for one in fields(self):
            yield from ((one.name, index, cue) for index, cue in enumerate(getattr(self, one.name)))


@dataclass(frozen=True)
class SetChange:
    """What is different in the sets from `from_set` to `to_set` (the last one if `None`), heard before each of them."""

    say: str
    short: Wordings = ()
    from_set: int = 2
    to_set: int | None = None

    @property
    def wordings(self) -> Wordings:
        """All its wordings."""
        return (self.say, *self.short)

    def applies(self, number: int) -> bool:
        """Whether it is about set `number`, counted from one."""
        return self.from_set <= number and (self.to_set is None or number <= self.to_set)


@dataclass(frozen=True)
class Equipment:
    """A piece of equipment: how it is named in a list of things to fetch, and what is said when it is done with."""

    say: str
    put_away: str | None = None


@dataclass(frozen=True)
class Need:
    """Something to fetch: any one of the items `any_of`.

    `say` names it in a list, `{items}` in it standing for those of the items that are there; `put_away` is heard when
    it is done with.
    """

    any_of: tuple[ItemName, ...]
    say: str
    put_away: str | None = None

    def named(self, items: Iterable[str] | None = None) -> str:
        """What it is called where one of `items` serves, of any that could unless given: `a chair or sofa`."""
        return self.say.replace("{items}", " or ".join(self.any_of if items is None else items))

    def met_without(self, missing: frozenset[str]) -> bool:
        """Whether something serves when `missing` is not there."""
        return any(item not in missing for item in self.any_of)


@dataclass(frozen=True)
class Instead:
    """What a variation puts in the place of the exercise's own; the rest of that stays.

    `setup`, `safety`, `form`, `encouragement` and `changes` stand for all that the exercise has of them, one of `lines`
    for the cue that has this wording, one of `phases` for the word of the phase of this name. `say` is the whole name
    in a sentence.
    """

    say: str | None = None
    setup: tuple[Cue, ...] | None = None
    safety: tuple[Cue, ...] | None = None
    form: tuple[Cue, ...] | None = None
    encouragement: tuple[Cue, ...] | None = None
    lines: dict[str, Cue] = field(default_factory=dict)
    phases: dict[str, str] = field(default_factory=dict)
    changes: tuple[SetChange, ...] | None = None
    side_noun: str | None = None
    switch: str | None = None
    position: Position | None = None

    def plus(self, other: Instead) -> Instead:
        """Both together; where both replace the same, the other one does."""
        given = {one.name: value for one in fields(other) if (value := getattr(other, one.name)) is not None}
        both = {"lines": {**self.lines, **other.lines}, "phases": {**self.phases, **other.phases}}
        return replace(self, **{**given, **both})

    def cues(self, own: Cues) -> Cues:
        """What it leaves of the exercise's `own` cues, with what takes the place of the others."""
        lists = self.lists(own)
        return Cues(**{kind: tuple(map(self._line, cues)) for kind, cues in lists.items()})

    def lists(self, own: Cues) -> dict[str, tuple[Cue, ...]]:
        """The cues by their kinds, those of `own` where it replaces none, before `lines` are looked at."""
        kinds = (one.name for one in fields(Cues))
        return {kind: getattr(own if getattr(self, kind) is None else self, kind) for kind in kinds}

    def _line(self, cue: Cue) -> Cue:
        """A cue, or what stands in its place: at the same phase, if it names no other."""
        other = next((self.lines[text] for text in cue.wordings if text in self.lines), None)
        return replace(other, phase=other.phase or cue.phase, needs=other.needs or cue.needs) if other else cue


@dataclass(frozen=True)
class Variation:
    """A named way to do an exercise: more cues and needs, others `instead`, and items that it is `without`."""

    title: str
    say: str
    level: Level = Level.HARDER
    needs: tuple[Need, ...] = ()
    without: tuple[ItemName, ...] = ()
    cues: Cues = Cues()
    instead: Instead = Instead()
    tempo: Tempo | None = None
    get_ready: Ms | None = None
    figure: Figure | None = None


@dataclass(frozen=True)
class Substitute:
    """Which exercise takes the place when `without` is missing, and in which of its variations."""

    without: ItemName
    use: str
    variations: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """How it is named on a command line: `push-up`, `push-up=knees`."""
        return f"{self.use}={'+'.join(self.variations)}" if self.variations else self.use


DEFAULT_PACE_MS = Ms(3000)
"""How long a repetition without phases takes, unless its exercise says otherwise. Our choice."""


@dataclass(frozen=True)
class Exercise:
    """An exercise.

    `say` is its name in a sentence. One without `phases` takes `pace` for a repetition; with `hold` it is held still
    and goes by time. `switch` says how it changes sides, if in a way of its own, and `change` how long that takes;
    `takes` is how long its distance takes. `muscles` has those that work most first; `suits` says who it is for.
    """

    name: str
    title: str
    say: str = ""
    sides: Sides = Sides.NONE
    side_noun: str = "side"
    first_side: FirstSide = FirstSide.ALTERNATE
    count: Counting = Counting.PAIRS
    position: Position = Position.STANDING
    needs: tuple[Need, ...] = ()
    optional: tuple[Need, ...] = ()
    get_ready: Ms = Ms(8000)
    hold: bool = False
    phases: tuple[Phase, ...] = ()
    guide: Guide = Guide.THIN
    tempo: Tempo | None = None
    pace: Ms | None = None
    takes: Ms | None = None
    change: Ms | None = None
    prescription: Prescription = Prescription()
    load: Load | None = None
    cues: Cues = Cues()
    changes: tuple[SetChange, ...] = ()
    switch: str | None = None
    variations: dict[str, Variation] = field(default_factory=dict)
    substitutes: tuple[Substitute, ...] = ()
    video: str | None = None
    about: str = ""
    family: Family | None = None
    muscles: tuple[Muscle, ...] = ()
    level: Difficulty | None = None
    suits: str = ""
    figure: Figure | None = None

    @property
    def spoken(self) -> str:
        """Its name in a sentence: `say`, or the title as it stands in one."""
        return self.say or in_a_sentence(self.title)

    @property
    def is_hold(self) -> bool:
        """Whether it is held still rather than repeated."""
        return self.hold

    @property
    def has_beat(self) -> bool:
        """Whether the author says how long a repetition takes."""
        return bool(self.phases) or self.pace is not None

    def phase_lengths(self, tempo: Tempo | None) -> tuple[tuple[Phase, Ms], ...]:
        """The phases of one movement that take any time, in order, with their lengths at `tempo`."""
        lengths = ((phase, _phase_length(phase, tempo)) for phase in self.phases)
        return tuple((phase, length) for phase, length in lengths if length)

    def movement_length(self, tempo: Tempo | None) -> Ms:
        """How long one movement takes: a repetition, or one side's half of an alternating one."""
        if not self.phases:
            return self.pace or DEFAULT_PACE_MS
        return Ms(sum(length for _, length in self.phase_lengths(tempo)))

    def titled(self, names: tuple[str, ...]) -> str:
        """What it is called where it is done with the variations of these names: by the only one, if it is one."""
        return self.variations[names[0]].title if len(names) == 1 else self.title

    def varied(self, names: tuple[str, ...]) -> Exercise:
        """The exercise done with the variations of these names together.

        What they replace is replaced first, by the last of them that does; then each adds its own. A variation that
        needs something is set up first: it has to be put on or laid out.
        """
        chosen = [self.variations[name] for name in names]
        exercise = self._with_instead(reduce(Instead.plus, (one.instead for one in chosen), Instead()))
        exercise = replace(exercise, needs=self.needs_as(names), optional=_without(self.optional, chosen))
        for variation in chosen:
            exercise = replace(
                exercise,
                needs=exercise.needs + variation.needs,
                cues=exercise.cues.plus(variation.cues, setup_first=bool(variation.needs)),
                tempo=variation.tempo or exercise.tempo,
                get_ready=max(exercise.get_ready, variation.get_ready or Ms(0)),
                figure=variation.figure.over(exercise.figure) if variation.figure else exercise.figure,
            )
        return exercise

    def needs_as(self, names: tuple[str, ...]) -> tuple[Need, ...]:
        """What it needs itself when it is done with these variations, without what they need besides."""
        return _without(self.needs, [self.variations[name] for name in names])

    def cues_of(self, name: str) -> Cues:
        """The cues that it has in a variation and not otherwise."""
        own = {cue for _, _, cue in self.cues.all()}
        cues = self.varied((name,)).cues
        return Cues(**{one.name: tuple(c for c in getattr(cues, one.name) if c not in own) for one in fields(Cues)})

    def _with_instead(self, instead: Instead) -> Exercise:
        names = ("say", "side_noun", "switch", "position", "changes")
        other = {name: value for name in names if (value := getattr(instead, name)) is not None}
        phases = tuple(replace(one, say=instead.phases.get(one.name, one.say)) for one in self.phases)
        return replace(self, cues=instead.cues(self.cues), phases=phases, **other)


def _without(needs: tuple[Need, ...], variations: Iterable[Variation]) -> tuple[Need, ...]:
    """The needs that are left, each with the items that are left of it."""
    items = {item for one in variations for item in one.without}
    left = (replace(need, any_of=tuple(item for item in need.any_of if item not in items)) for need in needs)
    return tuple(need for need in left if need.any_of)


def _phase_length(phase: Phase, tempo: Tempo | None) -> Ms:
    if phase.tempo is None:
        return phase.length or Ms(0)
    return tempo.length(phase.tempo) if tempo else Ms(0)
