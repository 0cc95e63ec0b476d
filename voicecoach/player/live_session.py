"""A session played now: the player with the timeline it follows, and what a listener may ask of it.

The timeline can be exchanged while it plays, for a longer rest or for more or fewer words; positions follow. What is
done and what is skipped is counted from what was heard.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from voicecoach.pipeline.block_sounds import BlockSounds
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.script import StepKind
from voicecoach.plan.workout import Workout
from voicecoach.player.block_source import BlockSource
from voicecoach.player.early_ends import open_sets_of, ranges_of
from voicecoach.player.player import Player, Snapshot
from voicecoach.timeline.blocks import blocks
from voicecoach.timeline.edit import (
    NOTHING,
    Place,
    longer,
    longer_there,
    places_of_gap,
    same_place,
)
from voicecoach.timeline.ending import untrue_at_end, without_lines
from voicecoach.timeline.model import Timeline
from voicecoach.timeline.places import (
    WORKING,
    SetName,
    after_number,
    before_set,
    events_between,
    hold_points,
    next_exercise,
    onwards,
    previous_exercise,
    previous_step,
    run_up,
    set_end,
    set_of,
    set_start,
    step_at,
    within_step,
)
from voicecoach.timeline.progress import Progress
from voicecoach.timeline.sayings import tone
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_MS, Ms, Samples, samples

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from voicecoach.player.bed import MusicAhead
    from voicecoach.player.sound import GainAt

MORE_REST_MS = Ms(15_000)
SEEK_MS = Ms(5000)
LEAST_SILENCE_MS = 200
"""So much of the silence before the first sound is left: whoever presses Enter doesn't want to wait."""

GRACE_MS = Ms(2000)
"""Going back restarts a step; this soon after its start it goes to the one before."""

READY_TIMEOUT_S = 2.0
JUMP_TIMEOUT_S = 0.05
"""So long a jump is put off for the sound there; after that it is waited for in silence."""
MUSIC_TIMEOUT_S = 1.0
"""So long the music is waited for at the beginning."""
REMINDER_GAIN = 0.3
COUNT_IN_TICKS = 3

Move = Callable[[Timeline, Ms], Ms]
"""From a timeline and a position on it to another position."""


@dataclass(frozen=True)
class Heard:
    """What is heard now: a position on the timeline it belongs to, and how the player stands."""

    timeline: Timeline
    at: Ms
    snapshot: Snapshot


@dataclass(frozen=True)
class Music:
    """The listener's music, a file or a folder, and how much louder or softer than usual it plays."""

    path: Path
    level_db: float = 0.0


class LiveSession:
    """Plays `timeline`. With `wait` it stops at the end of every rest and set-up until it is told to go on.

    `planned` is the timeline as it was planned, `timeline` the one that is played now or about to be: with longer
    rests, and without what isn't true at its end. `open_sets` are those that last until the listener ends them (see
    `open_sets_of`). `note` is told what is wrong with the music, in any thread. Use it as a context manager: it ends
    the threads that make the sound.
    """

    def __init__(
        self,
        timeline: Timeline,
        sounds: BlockSounds,
        *,
        wait: bool = False,
        music: Music | None = None,
        note: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.planned = self.timeline = timeline
        self.progress = Progress(timeline)
        self.open_sets: Container[SetName] = frozenset()
        self._rests: list[tuple[Place, ...]] = []
        self._untrue: frozenset[str] = frozenset()
        self._sounds, self._wait, self._music = sounds, wait, music
        self._bed = _music_ahead(music.path, note) if music else None
        self._played: list[tuple[BlockSource, Timeline]] = []
        source = self._source(timeline)
        self.player = Player(
            source, holds=self._holds(timeline), music=self._bed, ducked=self._ducked(timeline), room=sounds.room
        )
        self.player.seek(samples(_beginning(timeline)))

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """End the threads."""
        for source, _ in self._played:
            source.close()
        if self._bed:
            self._bed.close()

    @property
    def error(self) -> Exception | None:
        """Why some of the sound could not be made, if so."""
        found = [source.error for source, _ in self._played] + [self._bed.error if self._bed else None]
        return next((error for error in found if error), None)

    def heard(self, snapshot: Snapshot) -> Heard:
        """Where `snapshot` is, and count what has been heard since the last call.

        Snapshots are to be given in the order in which they were taken.
        """
        timeline = self._timeline_of(snapshot)
        at = _ms(snapshot.position)
        self.progress.follow(timeline, at, _ms(snapshot.rendered))
        while self._played[0][0] is not snapshot.source:
            self._played.pop(0)[0].close()
        return Heard(timeline, at, snapshot)

    def plays_for(self, workout: Workout) -> None:
        """What `timeline` has of sets that end early is in this workout."""
        self.open_sets, self.progress.enough = open_sets_of(workout), ranges_of(workout)

    def done(self) -> tuple[bool, ...]:
        """Whether each step of `planned` was done, in order."""
        return self.progress.done(self.planned)

    def reps_done(self) -> tuple[int | None, ...]:
        """For each step of `planned` how many repetitions of a range were done, if it was ended early."""
        return self.progress.reps_done(self.planned)

    @property
    def is_in_goodbye(self) -> bool:
        """Whether the last words are being said, or have been."""
        return self.position >= self.timeline.steps[-1].start and self.timeline.steps[-1].kind == StepKind.OUTRO

    @property
    def stopped_at(self) -> Ms:
        """Where it stands on `planned`, to go on from later."""
        return same_place(self.timeline, self.planned, self.position)

    # What a listener may ask

    def toggle(self) -> None:
        """Pause, or go on: in the middle of work after a 3-2-1."""
        self.player.toggle(self._count_in(self.position))

    def pause(self) -> None:
        """Stop where it is."""
        self.player.pause()

    def go_on(self) -> None:
        """Go on if it is paused: in the middle of work after a 3-2-1."""
        self.player.resume(self._count_in(self.position))

    def next(self) -> None:
        """Go to the next step, to work by its 3-2-1; its beginning doesn't count what was skipped to its end."""
        waits = self.player.present().holding
        self._seek(lambda timeline, at: onwards(timeline, at, waits=waits))

    def back(self) -> None:
        """Begin the step again, or go to the one before."""
        self._seek(lambda timeline, at: run_up(timeline, previous_step(timeline, at, GRACE_MS)))

    def next_exercise(self) -> None:
        """Go to the lead-in of the next exercise."""
        self._seek(next_exercise)

    def previous_exercise(self) -> None:
        """Begin the exercise again, or go to the one before."""
        self._seek(lambda timeline, at: previous_exercise(timeline, at, GRACE_MS))

    def repeat_set(self) -> None:
        """Do the set again, from the 3-2-1 before it."""
        self._seek(lambda timeline, at: run_up(timeline, set_start(timeline, at)))

    def end_set(self) -> None:
        """Go to what follows this work, or this change of sides: the rest. Raises ChoiceError where there is no set.

        An open set is done with that.
        """
        timeline, at = self.timeline, self.position
        end = set_end(timeline, at)
        if set_of(timeline.steps[step_at(timeline, at)]) in self.open_sets and _works(timeline, at):
            self.progress.finish(timeline, at)
        self._seek(lambda timeline, at: after_number(timeline, end) if at < end else at)

    def more_rest(self) -> None:
        """Rest for 15 s more. Raises ChoiceError where there is no rest to make longer."""
        was_holding = self.player.present().holding
        places = places_of_gap(self.timeline, self.position)
        self._go_over(longer(self.timeline, self.position, MORE_REST_MS), lambda position: position)
        self._rests.append(places)
        if was_holding:
            self.player.resume()

    def go_on_with(
        self, timeline: Timeline, sounds: Sounds | None = None, swapped: Mapping[str, str] | None = None
    ) -> None:
        """Go over to the same workout laid out with more or fewer words, or with other exercises in it.

        The rests stay as long as they were made. `sounds` are those of `timeline`, if they are others. Where something
        else is done, `swapped` says which exercises others stand in for, if any, and work begins again with what leads
        to it.
        """
        old, renamed, was_holding = self.timeline, swapped or NOTHING, self.player.present().holding
        self.planned, self._sounds = timeline, self._sounds.spoken_by(sounds or self._sounds.sounds)
        self.progress.go_over(renamed)
        new = self._as_played()

        def place(at: Ms) -> Ms:
            found = same_place(old, new, at, renamed)
            return found if swapped is None else _to_be_heard(new, found)

        self._go_over(new, place)
        if was_holding and swapped is not None:
            self.player.resume()

    def be_true(self) -> None:
        """Say nothing at the end that isn't true as it looks now; to be called at every step.

        Whoever presses keys faster than it jumps is at the end at once: there it is what was not said yet.
        """
        self._be_true_from(self.position)

    def _be_true_from(self, at: Ms) -> None:
        old, position = self.timeline, self.position
        untrue = untrue_at_end(self.planned, old, self.progress, at)
        if position >= old.steps[-1].start:
            said = {event.sound.text for event in events_between(old, old.steps[-1].start, Ms(position + 1))}
            untrue = (untrue - said) | self._untrue
        if untrue != self._untrue:
            self._untrue = untrue
            new = self._as_played()
            self._go_over(new, lambda position: same_place(old, new, position))

    def _as_played(self) -> Timeline:
        """`planned` with its longer rests, and without what isn't true."""
        timeline = self.planned
        for places in self._rests:
            timeline = longer_there(timeline, places, MORE_REST_MS)
        return without_lines(timeline, self._untrue)

    def seek_by(self, by: Ms) -> None:
        """Go on or back within the step."""
        self._seek(lambda timeline, at: within_step(timeline, at, by))

    def seek(self, at: Ms) -> None:
        """Go to a position."""
        self._seek(lambda _timeline, _at: at)

    def remind(self) -> None:
        """A soft sound for a listener who is waited for."""
        import numpy as np

        sound = self._sounds.sounds.samples(tone("halfway"))
        self.player.chime((sound * np.float32(REMINDER_GAIN)).astype(np.int16))

    def _count_in(self, at: Ms) -> NDArray[np.int16] | None:
        """Three ticks, a second each, if `at` is in the middle of work."""
        step = self.timeline.steps[step_at(self.timeline, at)]
        if step.kind not in WORKING or at <= step.start or at >= step.end:
            return None
        import numpy as np

        length, room = COUNT_IN_TICKS * SAMPLE_RATE_HZ, self._sounds.room
        sound = np.zeros(length, np.int16) if room is None else np.resize(room, length)
        tick = self._sounds.sounds.samples(tone("tick"))
        for number in range(COUNT_IN_TICKS):
            sound[number * SAMPLE_RATE_HZ :][: len(tick)] = tick
        return sound

    def resume_from(self, at: Ms, done: Sequence[bool], heard_ms: Ms) -> None:
        """Begin at `at`, in the middle of work after a 3-2-1, with what was done before an interruption."""
        self.progress.begin_with(done, heard_ms, at)
        self._played[-1][0].wait(samples(at), READY_TIMEOUT_S)
        self.player.pause()
        self.player.seek(samples(at))
        self.player.resume(self._count_in(at))

    @property
    def position(self) -> Ms:
        """Where the player stands, for a command that is given now, or is about to."""
        snapshot = self.player.present()
        return _ms(snapshot.position if snapshot.target is None else snapshot.target)

    def _seek(self, move: Move) -> None:
        was_holding = self.player.present().holding
        target = move(self.timeline, self.position)
        if target >= self.timeline.steps[-1].start:
            self._be_true_from(target)
        timeline = self.timeline
        self._played[-1][0].wait(samples(move(timeline, self.position)), JUMP_TIMEOUT_S)
        self.player.seek(lambda position: samples(move(timeline, _ms(position))))
        if was_holding:  # whoever wants something while they are waited for needs no other key to go on
            self.player.resume()

    def _go_over(self, timeline: Timeline, place: Callable[[Ms], Ms]) -> None:
        source = self._source(timeline)
        source.wait(samples(place(self.position)), READY_TIMEOUT_S)
        self.timeline = timeline
        self.player.replace(
            source,
            lambda position: samples(place(_ms(position))),
            holds=self._holds(timeline),
            ducked=self._ducked(timeline),
        )

    def _source(self, timeline: Timeline) -> BlockSource:
        source = BlockSource(blocks(timeline.events), timeline.duration, self._sounds.mixed, self._sounds.room)
        self._played.append((source, timeline))
        return source

    def _timeline_of(self, snapshot: Snapshot) -> Timeline:
        return next(timeline for source, timeline in reversed(self._played) if source is snapshot.source)

    def _holds(self, timeline: Timeline) -> tuple[Samples, ...]:
        return tuple(samples(at) for at in hold_points(timeline)) if self._wait else ()

    def _ducked(self, timeline: Timeline) -> Callable[[], GainAt] | None:
        if self._music is None:
            return None
        from voicecoach.mix.levels import amplitude
        from voicecoach.mix.music import Ducking

        level = amplitude(self._music.level_db)

        def fresh() -> GainAt:
            ducking = Ducking((event.start, event.end) for event in timeline.events)
            return lambda at, count: level * ducking.gain(at, count)

        return fresh


def _to_be_heard(timeline: Timeline, at: Ms) -> Ms:
    """What leads to work has to be heard from its beginning; a rest goes on."""
    step = timeline.steps[step_at(timeline, at)]
    return at if step.kind in {StepKind.REST, StepKind.OUTRO} else before_set(timeline, at)


def _beginning(timeline: Timeline) -> Ms:
    first = timeline.events[0].start if timeline.events else 0
    return Ms(max(0, first - LEAST_SILENCE_MS))


def _ms(count: Samples) -> Ms:
    return Ms(count // SAMPLES_PER_MS)


def _works(timeline: Timeline, at: Ms) -> bool:
    return timeline.steps[step_at(timeline, at)].kind in WORKING


def _music_ahead(music: Path, note: Callable[[str], None]) -> MusicAhead:
    from voicecoach.mix.music_files import Playlist, music_files
    from voicecoach.player.bed import MusicAhead

    ahead = MusicAhead(Playlist(music_files(music), note).samples())
    ahead.wait(MUSIC_TIMEOUT_S)
    return ahead
