"""What is put together while the lines are gone through."""

from __future__ import annotations

from dataclasses import dataclass, field

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.sentences import Moment, moment_of, sentences_in, spoken
from voicecoach.authoring.written import Unplaced


@dataclass
class ExerciseDraft:
    """An exercise so far.

    `block` is where it began, `is_headed` whether its name stood alone above the rest, `is_told` whether somebody tells
    to have done it, `is_talked` whether a paragraph only talks about it, `told` what its sentences tell, in order.
    """

    name: str
    line: int
    facts: Facts
    block: Block
    is_headed: bool = False
    needs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    cues: dict[Moment, list[str]] = field(default_factory=dict)
    instead: list[str] = field(default_factory=list)
    is_instead: bool = False
    is_told: bool = False
    is_talked: bool = False
    told: list[str] = field(default_factory=list)

    def tell(self, text: str) -> None:
        """Take what is said about it, sentence by sentence."""
        for sentence in sentences_in(text):
            moment = moment_of(sentence)
            if moment is Moment.INSTEAD or self.is_instead:
                self.is_instead = self.is_instead or "instead of" not in sentence.lower()
                self.instead.append(sentence)
            elif moment in {Moment.PROGRESS, Moment.EASIER} or (said := spoken(sentence)) is None:
                self.notes.append(sentence)
            else:
                self.cues.setdefault(moment, []).append(said)


@dataclass
class SectionDraft:
    """A section so far.

    `is_inline` says that its exercises stand behind its title on the same line, `is_round` that a sentence told of its
    rounds, `within` the line that alone has its exercises, `is_pair` that it has two exercises and no more, `shared`
    what holds behind them as well; `load` is what all of it is done with, `before_s` how long the rest before it is.
    `above` is what the titles above its own say of it, `length_s` how long all of it takes, `is_behind` says that it
    comes behind all that the text says of rounds and intervals.
    """

    line: int
    title: str | None = None
    facts: Facts = Facts()
    exercises: list[ExerciseDraft] = field(default_factory=list)
    weeks: tuple[int, int] | None = None
    is_running: bool = False
    is_inline: bool = False
    is_round: bool = False
    within: int | None = None
    is_pair: bool = False
    shared: Facts = Facts()
    notes: list[str] = field(default_factory=list)
    load: str | None = None
    before_s: float | None = None
    above: Facts = Facts()
    length_s: float | None = None
    is_behind: bool = False


@dataclass(frozen=True)
class EverySession:
    """What every session begins with, and what it ends with, `None` for either that isn't said.

    `weeks` are those it is said of, `None` for all; it is said in `block`.
    """

    first: Said | None
    last: Said | None
    weeks: tuple[int, int] | None = None
    block: Block | None = None


@dataclass
class Draft:
    """The session so far.

    `holds` is what is stated for all exercises that are held, `load` what all of the next section is done with,
    `before_s` how long the rest before that is; `load_of_all` what all that isn't held is done with. `every` is what
    every session begins and ends with.
    """

    title: str | None = None
    facts: Facts = Facts()
    holds: Facts = Facts()
    load: str | None = None
    before_s: float | None = None
    load_of_all: str | None = None
    every: list[EverySession] = field(default_factory=list)
    sections: list[SectionDraft] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    safety: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


def hold_all(draft: Draft) -> None:
    """Let how long is held without saying what be that of all, where nothing in the text has an amount."""
    exercises = [one for section in draft.sections for one in section.exercises]
    stated = [draft.facts, *(one.facts for one in draft.sections), *(one.facts for one in exercises)]
    if draft.holds.has_amount and len(exercises) > 1 and not any(one.has_amount or one.work_s for one in stated):
        draft.facts = draft.facts.over(draft.holds)
