"""What each key says, in words for those who write definitions: the one source of the documentation and the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from voicecoach.definitions.model import (
    Cue,
    Cues,
    Equipment,
    Exercise,
    Instead,
    Need,
    Phase,
    SetChange,
    Substitute,
    Variation,
)
from voicecoach.definitions.session import Item, Section, SectionKind, Session, Source, TimedLine

FROM = "from"
"""The key of an exercise that is no field of it: what it is made from."""


class Row(NamedTuple):
    """Keys with a text about them, in Markdown."""

    keys: str
    text: str

    @property
    def names(self) -> list[str]:
        """The keys one by one."""
        return self.keys.split()


_SESSION = (
    Row("title say", "its name; `say` is how it is spoken, if that differs"),
    Row("sections", "what is done, in order; a section may also be [one line](#a-session-in-one-line)"),
    Row("exercises equipment", "exercises and things to fetch of its own, by name"),
    Row("rest", "between sets, exercises and sections, unless they have their own; 30 s"),
    Row("change", "time to change sides; 8 s"),
    Row("lead_in", "time to get into position before each exercise; else what the exercise needs, `get_ready`"),
    Row(
        "prescription hold",
        "how much its repeated and its held exercises are, where the entry doesn't say",
    ),
    Row("timing", "`exact` or `coached`, for all sections; see [The clock](#the-clock)"),
    Row("intro", "how much the opening says: `full`, `short` or `none`"),
    Row(
        "warm_up",
        "`elsewhere`: the opening says to warm up first. Not said when a section is titled Warm-up",
    ),
    Row("weeks", "how long the programme is, if that isn't clear from what builds"),
    Row("count_aloud", "`true`: three, two, one are spoken with the ticks"),
    Row(
        "cues",
        "`setup` is background, heard in the first rests; `safety` in the opening; `encouragement` late in sets",
    ),
    Row("phrases", "your words in place of the coach's; see [Your own words](#your-own-words)"),
    Row("language", "of what is said: `en`"),
    Row(
        "about album genre source",
        "for the tags and for `show`; a source has `title`, `author`, `video`",
    ),
    Row("level", "`beginner`, `intermediate`, `advanced`, for `list`"),
)
_SECTION = (
    Row("exercises", "its entries, in order; see [Entries](#entries)"),
    Row(
        "kind",
        "how its exercises follow each other; `straight-sets` if not written; see [Kinds](#kinds-of-section)",
    ),
    Row("title", 'heard when it begins ("Warm-up."), shown in its chapters; exercises are numbered within it'),
    Row("rest", "between sets and exercises"),
    Row("round_rest", "between rounds or repeats, in place of the `rest`"),
    Row("rounds", "how often its exercises are gone through"),
    Row("repeat", "how often all of it is done, `round_rest` between"),
    Row("work", "how long each entry takes, in `intervals`"),
    Row("every", "how long an interval of an `emom` is; 60 s"),
    Row("minutes", "how long an `emom` or an `amrap` is; a bare number is minutes"),
    Row("cap", "the most that a `for-time` may take"),
    Row(
        "before",
        "the exact time between what comes before and this section; `0 s` goes on without a gap. `--split` makes one "
        "track of both",
    ),
    Row("in_weeks", "the weeks in which it stands in the session: `3`, `2-4`; see [Weeks](#weeks)"),
    Row("timing", "`exact` or `coached`, whose the clock is between two exercises; see [The clock](#the-clock)"),
    Row("walk_through", "what is told of its exercises before an exact section: `full`, `names`, `none`"),
    Row("lines", "lines of yours at times of their own; see [Timed lines](#timed-lines)"),
)
_ITEM = (
    Row("exercise", "which one: a built-in name, one from `exercises`, or the path of a file, as seen from this one"),
    Row("prescription", "how much, in place of the exercise's; see [Amounts](#amounts)"),
    Row("load", "what is lifted: `20 kg`, `45 lb`, `70 %`, `RPE 8`"),
    Row("rest", "after each of its sets, in place of the section's"),
    Row("lead_in", "time to get into position"),
    Row("tempo", "four numbers of seconds: down, pause, up, pause"),
    Row("say", "what it is called here"),
    Row("sides first_side", "how it uses the sides here, and which begins"),
    Row("guide", "whether phase words go on"),
    Row("change", "time to change sides"),
    Row("work", "its time, in `intervals`"),
    Row("takes", "how long its distance takes"),
    Row("variations", "the names of variations of the exercise, done together"),
    Row("cues", "more cues; those of form come before the exercise's own, but for its key cue"),
    Row("note", "said before its first set"),
    Row("lines", "lines of yours at times of their own; see [Timed lines](#timed-lines)"),
)
_EXERCISE = (
    Row("title say", "its name, and in a sentence: the title in small letters unless written"),
    Row("prescription", "how much, where neither the entry nor the session says"),
    Row(
        "phases",
        "the parts of a repetition, in order: `name`, `say`, and `tempo` (`eccentric`, `bottom`, `concentric`, `top`) "
        "or a `length`; `hold: true` where nothing moves",
    ),
    Row("tempo", "four numbers: the lengths of those four parts"),
    Row("pace", "how long a repetition takes without phases; 3 s"),
    Row("hold", "`true`: it is held still, and goes by time"),
    Row(
        "guide",
        "whether phase words go on: `thin` in the first three repetitions of a set, `always`, or `none`. With `thin`, "
        "phases of 3 s or more stay marked, by their word or a soft tone",
    ),
    Row(
        "sides",
        "`none`, `each` (all on one side, then on the other), `alternating` (a repetition is once on each side)",
    ),
    Row("side_noun", "what the side is called: `leg`, `arm`; `side`"),
    Row("first_side", "`alternate` (left in the first set, right in the second), `left`, `right`"),
    Row("count", "what is counted when it alternates: `pairs`, or `each` movement"),
    Row(
        "switch change",
        "how it changes sides, if `Switch sides` won't do, and how long that takes",
    ),
    Row("position", "`standing` or `floor`: how a rest calls it back"),
    Row("get_ready", "time to get into position; 8 s"),
    Row(
        "needs optional",
        "things to fetch: their names, or `any_of` several, with `say` and `put_away`",
    ),
    Row("load", "what is lifted: `20 kg`, `45 lb`, `70 %`, `RPE 8`; see [below](#loads-distances-open-sets)"),
    Row("takes", "how long its distance takes"),
    Row(
        "cues",
        "`setup` in order before the first set, `form` during sets, `safety` before it begins, `encouragement` late in "
        "sets",
    ),
    Row(
        "changes",
        "what is different in the sets from `from_set` (2) to `to_set` (the last): `say`, `short`",
    ),
    Row(
        "variations",
        "other ways to do it, for `--variation`: `title`, `say`, `level` (`harder`, `easier`, `aided`), and what it "
        "adds or replaces; see [Variations](#variations)",
    ),
    Row("substitutes", "what takes its place: `without` an item, `use` an exercise, in `variations` of it"),
    Row(FROM, "an exercise to start from; only what differs is written"),
    Row("figure", "how it looks, as a pose for each phase; see [Figures](figures.md)"),
    Row("video about suits", "for the page and for `show`; `suits` says who it is for"),
    Row(
        "family muscles level",
        "what `list` sorts by: `hips`, `thighs`, `calves`, `core`, `upper-body`, `mobility`, `plyometrics`, "
        "`conditioning`, `running`; the muscles that work most first; `beginner`, `intermediate`, `advanced`",
    ),
)
_PARTS: Mapping[type, tuple[Row, ...]] = {
    Phase: (
        Row("name", "what a cue's `phase` calls it"),
        Row("say", "the word that is heard as it begins"),
        Row("tempo", "which number of the tempo is its length: `eccentric`, `bottom`, `concentric`, `top`"),
        Row("length", "its length, where no number of the tempo is"),
        Row("hold", "`true`: nothing moves in it"),
    ),
    Cues: (
        Row("setup", "how to stand, in order before the first set"),
        Row("form", "how to do it, during sets and in rests; the first is the key cue"),
        Row("safety", "what to mind, before it begins"),
        Row("encouragement", "a good word, late in sets"),
    ),
    Cue: (
        Row("say", "the text; `{side}` stands for the side that works, or that begins"),
        Row("short", "a shorter wording for when there is little room, or several"),
        Row("phase", "a form cue is heard as this phase begins"),
        Row("needs", "an item of equipment without which it isn't said"),
    ),
    SetChange: (
        Row("say", "what is different, heard before each of these sets"),
        Row("short", "a shorter wording, or several"),
        Row("from_set to_set", "the first and the last of these sets; from the second to the last one"),
    ),
    Variation: (
        Row("title say", "its name, and how it is spoken"),
        Row("level", "`harder`, `easier` or `aided`"),
        Row("needs", "what it needs besides"),
        Row("without", "things that the exercise needs, and this doesn't"),
        Row("cues", "more cues; those of form come before the exercise's own, but for its key cue"),
        Row("instead", "what takes the place of the exercise's own"),
        Row("tempo", "its own tempo"),
        Row("get_ready", "time to get into position"),
        Row("figure", "what is different in how it looks; see [Figures](figures.md)"),
    ),
    Instead: (
        Row("say", "its whole name in a sentence, where the exercise's doesn't fit"),
        Row("setup safety form encouragement", "cues in place of all that the exercise has of this kind"),
        Row("lines", "single cues: after a wording of the exercise's, the one that is said in its place, at its phase"),
        Row("phases", "words for phases, by the phases' names"),
        Row("changes", "in place of the exercise's changes; `[]` for none"),
        Row("side_noun switch position", "in place of the exercise's"),
    ),
    Substitute: (
        Row("without", "the item that is missing"),
        Row("use", "the exercise that takes the place"),
        Row("variations", "the names of variations in which that is done"),
    ),
    Need: (
        Row("any_of", "items of which one will do"),
        Row("say", "what they are called together; `{items}` stands for those that are there"),
        Row("put_away", "said when it is done with"),
    ),
    Equipment: (
        Row("say", "what it is called: `a mat`"),
        Row("put_away", "said when it is done with"),
    ),
    TimedLine: (
        Row("say", "the text"),
        Row("at left every", "when: after the start, before the end, or every so often; one of the three"),
    ),
    Source: (Row("title author video", "what the session is from, by whom, and where it can be seen"),),
}
ROWS: Mapping[type, tuple[Row, ...]] = {
    Session: _SESSION,
    Section: _SECTION,
    Item: _ITEM,
    Exercise: _EXERCISE,
    **_PARTS,
}
"""By the kind of definition, in the order of the documentation."""
PARTS: Mapping[type, str] = {
    Phase: "a phase",
    Cues: "cues",
    Cue: "a cue",
    SetChange: "a change",
    Variation: "a variation",
    Instead: "an instead",
    Substitute: "a substitute",
    Need: "a need",
    Equipment: "equipment",
    TimedLine: "a timed line",
    Source: "a source",
}
"""What the smaller kinds are called."""
SECTION_KINDS: Mapping[SectionKind, str] = {
    SectionKind.STRAIGHT_SETS: "all sets of one exercise, then the next",
    SectionKind.SUPERSET: "one set of each in turn, no rest between them",
    SectionKind.CIRCUIT: "one set of each in turn, with a rest between them",
    SectionKind.INTERVALS: "work and rest by the clock",
    SectionKind.EMOM: "every minute on the minute; what is left of it is rest",
    SectionKind.AMRAP: "as many rounds as possible in a time",
    SectionKind.FOR_TIME: "so many rounds as fast as one can",
}


@cache
def texts(kind: type) -> dict[str, str]:
    """What each key of a kind says, without Markdown's links."""
    return {name: _without_links(row.text) for row in ROWS[kind] for name in row.names}


def _without_links(text: str) -> str:
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", re.sub(r"[;,] see \[[^]]*\]\([^)]*\)", "", text))


def table(kind: type) -> Iterator[str]:
    """The rows of the documentation's table about a kind."""
    for row in ROWS[kind]:
        yield f"| {', '.join(f'`{name}`' for name in row.names)} | {row.text} |"


def parts_table() -> Iterator[str]:
    """The rows of its table about the smaller kinds."""
    for kind, name in PARTS.items():
        for row in ROWS[kind]:
            yield f"| {name} | {', '.join(f'`{key}`' for key in row.names)} | {row.text} |"
