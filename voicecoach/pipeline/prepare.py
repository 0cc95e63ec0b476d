"""From the name of a session and the listener's choices to its timeline: load, select, fit, compose, speak, lay out.

The opening names the session's length, which depends on how long the opening takes; and fitting to a number of minutes
needs the length of every shorter version. Both are searches over the same pure stages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from voicecoach.authoring.picking.name import request_in
from voicecoach.collecting import without_collecting
from voicecoach.counted import counted
from voicecoach.definitions.load import load_phrases, session_and_files
from voicecoach.definitions.own_phrases import load_own_phrases
from voicecoach.definitions.phrases import Phrases
from voicecoach.definitions.session import Session
from voicecoach.errors import ChoiceError, UnspokenLineError
from voicecoach.pipeline.sounds import Parts, Sounds
from voicecoach.plan.choices import Choices
from voicecoach.plan.compose import compose, telling
from voicecoach.plan.fit import changes, first_that_fits, ladder
from voicecoach.plan.framing import Minutes
from voicecoach.plan.script import Script
from voicecoach.plan.select import select
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Workout, WorkSection
from voicecoach.speakable.rules import base_of
from voicecoach.speakable.spoken import spoken_form
from voicecoach.speech.text import speakable, unsupported_script
from voicecoach.timeline.layout import Layout
from voicecoach.timeline.model import Sound, Timeline
from voicecoach.timeline.stands import Stands
from voicecoach.timeline.unheard import too_short, unheard
from voicecoach.times import MINUTE_MS, Ms, clock, minutes_up

if TYPE_CHECKING:
    from voicecoach.authoring.picking.pick import Picked

TOLD_MS = 5000
"""About what it takes to tell the length, at the beginning and at the end; a bad guess costs another pass."""


@dataclass(frozen=True)
class Loaded:
    """A session as it is defined, the phrases of its language, and what the listener chooses about it.

    `files` are those of the user's own that it was read from; `notes` are sentences about how it came to be. `own` is
    one that the user wrote: of others nobody can change which cues find no room, or which words but by the tempo.
    """

    session: Session
    phrases: Phrases
    choices: Choices
    files: frozenset[Path] = frozenset()
    notes: tuple[str, ...] = ()
    own: bool = True


@dataclass(frozen=True)
class Prepared:
    """What was loaded, ready to be heard.

    `cast` says who speaks it; `notes` are sentences for the user: what the choices changed, what gave way.
    """

    loaded: Loaded
    workout: Workout
    timeline: Timeline
    cast: Parts
    notes: tuple[str, ...]

    @property
    def session(self) -> Session:
        """The definition, with what the choices made of it."""
        return self.workout.session

    @property
    def phrases(self) -> Phrases:
        """The lines that belong to no exercise, in its language."""
        return self.loaded.phrases

    @property
    def choices(self) -> Choices:
        """What the listener chose."""
        return self.loaded.choices


def load(name: str, choices: Choices, *, language: str | None = None, own_phrases: Path | None = None) -> Loaded:
    """The session of a built-in name or a path, or one to be picked, with the phrases of `language` or of its own.

    The lines in the file `own_phrases` take the places of stock lines.
    """
    request = request_in(name)
    if request is None:
        (session, files), notes = session_and_files(name), tuple[str, ...]()
    else:
        one = picked(request, choices)
        session, files, notes = one.session, frozenset[Path](), one.notes
        choices = replace(choices, with_items=(), without=())  # it was picked for what is there
    is_own = bool(files)
    if language:
        session = replace(session, language=language)
    phrases = load_phrases(session.language)
    if own_phrases:
        phrases = phrases.with_lines(load_own_phrases(own_phrases, session.language))
        files |= {own_phrases}
    choices = choices.of(session.every_exercise.values())
    return Loaded(session, phrases, choices, files, notes, own=is_own)


def picked(request: str, choices: Choices) -> Picked:
    """The session that is picked for a request and the listener's choices. Raises ChoiceError."""
    from voicecoach.authoring.picking.pick import pick  # only picked sessions need it

    return pick(request, choices.seed, minutes=choices.minutes, items=choices.with_items, missing=choices.without)


def prepare(loaded: Loaded, sounds: Sounds) -> Prepared:
    """Lay the session out as the listener chose. Raises ChoiceError, SpeechError.

    Where a voice pack turns out to be damaged, it is laid out once more without it.
    """
    with without_collecting():
        return sounds.without_damaged(lambda: _prepared(loaded, sounds))


def _prepared(loaded: Loaded, sounds: Sounds) -> Prepared:
    choices = loaded.choices
    workout = select(loaded.session, choices)
    planner = _Planner(choices, loaded.phrases, sounds)
    if choices.minutes is not None:
        workout = _fitted(workout, choices.minutes, planner)
    timeline, unsaid = planner.planned(workout)
    sounds = planner.sounds
    who = (*_other_language(loaded.session, sounds), *sounds.notes(timeline.said))
    doubts = (*unsaid, *_strange(timeline.said, sounds.language), *who)
    wording = Wording(loaded.phrases, workout, None)
    cues = unheard(workout, timeline, wording, choices, planner.problems) if loaded.own else ()
    words = too_short(workout, timeline, choices) if loaded.own or choices.tempo else ()
    never = (*timeline.warnings, *words, *cues)
    slow = _slow(sounds.rate) if never else ()
    return Prepared(loaded, workout, timeline, sounds.cast, (*loaded.notes, *workout.notes, *never, *slow, *doubts))


def _other_language(session: Session, sounds: Sounds) -> Iterator[str]:
    if base_of(sounds.language) != base_of(session.language):
        yield f"The voice speaks {sounds.language}, and what it says is in {session.language}."


def _slow(rate: float) -> Iterator[str]:
    if rate < 1:
        yield f"At a rate of {rate:g} every line takes longer; at the usual pace there may be room for them."


def _strange(texts: Iterable[str], language: str) -> Iterator[str]:
    """Warnings about texts in a script that the voice may not be able to read."""
    for text in texts:
        if characters := unsupported_script(text, language):
            yield f"{text!r} has {characters}, which this voice may not be able to say."


class _Planned(NamedTuple):
    """A workout laid out, and sentences about its lines that the voice can't say."""

    timeline: Timeline
    unsaid: tuple[str, ...]


class _Honest(NamedTuple):
    """A script that names its length, with its steps as they stand."""

    script: Script
    stands: Stands


class _Planner:
    """Lays workouts out, remembering what it has done and which lines the voice can't say."""

    def __init__(self, choices: Choices, phrases: Phrases, sounds: Sounds) -> None:
        self.choices, self.phrases, self.sounds = choices, phrases, sounds
        self.done: list[tuple[tuple[WorkSection, ...], _Honest]] = []
        self.problems: dict[str, str] = {}

    def planned(self, workout: Workout) -> _Planned:
        """A workout laid out, whose opening names its honest length. Raises SpeechError."""
        honest = self._honest(workout)
        texts = honest.script.texts()
        unsaid = (f"{text!r} is left out: {self.problems[text]}." for text in sorted(texts & self.problems.keys()))
        return _Planned(Layout(honest.stands).timeline(), tuple(unsaid))

    def length(self, workout: Workout) -> Ms:
        """How long it takes."""
        return self._honest(workout).stands.length

    def _honest(self, workout: Workout) -> _Honest:
        for sections, honest in self.done:
            if sections is workout.sections:
                return honest
        self.done.append((workout.sections, self._naming_its_length(workout)))
        return self.done[-1][1]

    def _naming_its_length(self, workout: Workout) -> _Honest:
        """The script that names the length it has: whole minutes, rounded up."""
        script = compose(workout, self.choices, self.phrases)
        if not self.done:
            self.sounds = self.sounds.cast_as(self.sounds.cast_for(script))
        untold = Stands(script, self._lengths(script.texts()))
        named = Minutes.of(Ms(untold.length + TOLD_MS))
        tried: dict[Minutes, _Honest] = {}
        while named not in tried:
            naming = telling(script, named, workout, self.choices, self.phrases)
            told = replace(naming, steps=(naming.steps[0], naming.steps[-1]), floating=(), timed=())  # what differs
            tried[named] = _Honest(naming, Stands(naming, self._lengths(told.texts()), like=untold))
            named = Minutes.of(tried[named].stands.length)
        if named == Minutes.of(tried[named].stands.length):
            return tried[named]
        # Naming one length can make another one true and the other way round; then the longer one is not too short.
        honest = (one for one in tried if one.before >= minutes_up(tried[one].stands.length))
        return tried[min(honest, key=lambda one: (one.before, one.after))]

    def _lengths(self, texts: set[str]) -> Mapping[Sound, Ms]:
        """The lengths of all lines but those that can't be said. Raises SpeechError for a voice that says nothing."""
        language = self.phrases.language
        self.problems |= {
            text: "there is no letter and no digit to say in it"
            for text in texts
            if not speakable(spoken_form(text, language))
        }
        try:
            return self.sounds.lengths(texts - self.problems.keys())
        except UnspokenLineError:
            self.sounds.lengths(self.phrases.line("count", number=1))  # a line every voice can say
        for text in sorted(texts - self.problems.keys()):
            try:
                self.sounds.lengths([text])
            except UnspokenLineError as error:
                self.problems[text] = f"the voice could not say it ({error.problem})"
        return self.sounds.lengths(texts - self.problems.keys())


def _fitted(workout: Workout, minutes: int, planner: _Planner) -> Workout:
    """The first rung of the ladder that takes at most `minutes`, with notes on what was taken away."""
    rungs, asked = ladder(workout), counted(minutes, "minute")
    whole = planner.length(workout)
    if whole <= minutes * MINUTE_MS:
        note = f"It takes {clock(whole)}, so nothing had to change for {asked}."
        return replace(workout, notes=(*workout.notes, note))
    fitted = first_that_fits(rungs, Ms(minutes * MINUTE_MS), planner.length)
    if fitted is None:
        shortest = counted(minutes_up(planner.length(rungs[-1])), "minute")
        raise ChoiceError(f"It can't be done in {asked}: the shortest version takes {shortest}.")
    note = f"To fit {asked}:"
    return replace(fitted, notes=(*workout.notes, *(f"{note} {change}" for change in changes(workout, fitted))))
