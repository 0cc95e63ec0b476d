"""A live session from its start to its summary: keys, screen, device, history."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import NoReturn

from voicecoach.cli.keys import Keyboard, keyboard
from voicecoach.cli.live_lines import State
from voicecoach.cli.live_screen import LiveScreen, live_screen
from voicecoach.cli.opening import Opened
from voicecoach.cli.screen import notes, say
from voicecoach.errors import ChoiceError, OutputError, VoicecoachError
from voicecoach.history.advice import to_resume
from voicecoach.history.model import Felt, SessionId, TrainedStep, Training
from voicecoach.history.repeat import is_whole, options_of
from voicecoach.history.store import History
from voicecoach.outputs.live.device import Device
from voicecoach.pipeline.live import Heard, LiveSession
from voicecoach.pipeline.prepare import Prepared, prepare
from voicecoach.plan.choices import Detail
from voicecoach.timeline.places import step_at
from voicecoach.timeline.view import about_exercises, view_at
from voicecoach.times import Ms, clock

LOOK_S = 0.05
"""How often the screen looks where the sound is."""
REMINDER_S = 25.0
REOPEN_S = 1.0
VOLUME_STEP = 0.1
NOTICE_S = 4.0
HUNG_UP = 129
FELT_KEYS = {"1": Felt.EASY, "2": Felt.RIGHT, "3": Felt.HARD, "e": Felt.EASY, "r": Felt.RIGHT, "h": Felt.HARD}


class LiveRun:
    """Plays a prepared session until its end or until the listener has had enough, and remembers what was done."""

    def __init__(self, stack: ExitStack, typed: str, opened: Opened, playing: LiveSession) -> None:
        self.opened, self.playing = opened, playing
        self.error = ""
        self._stack = stack
        self._history = History()
        self._state = State()
        self._about = about_exercises(opened.prepared.workout, opened.phrases)
        self._detail = opened.choices.detail
        self._replanning: Future[Prepared] | None = None
        self._notice_until_s = self._reminded_s = self._reopened_s = 0.0
        self._asking_to_quit = self._over = False
        self._training = self._new_training(SessionId.of(typed), datetime.now(UTC).astimezone())
        self._screen: LiveScreen
        self._keyboard: Keyboard
        self._device: Device
        self._actions = self._keys()

    # Before and after

    def offer_to_resume(self, wanted: bool | None) -> None:
        """Go on where this session was interrupted, if the listener wants to."""
        last = to_resume(self._history.trainings(self._training.session), self._training.started)
        same = last and (last.week, last.options) == (self._training.week, self._training.options)
        if last is None or not same or last.stopped_at_ms is None or wanted is False:
            return
        if wanted or self._agrees(f"You stopped at {clock(last.stopped_at_ms)}. Go on there? [Y/n] "):
            self._training = replace(last, trained_ms=last.trained_ms)
            self.playing.resume_from(last.stopped_at_ms, [step.done for step in last.steps], last.trained_ms)

    def _agrees(self, question: str) -> bool:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            return False
        print(question, end="", file=sys.stderr, flush=True)
        with keyboard() as keys:
            while (key := keys.get(LOOK_S)) is None:
                pass
        say("")
        return key.lower() in {"y", "enter", "space"}

    def start(self, device: str | None, *, plain: bool) -> None:
        """Open the sound device, then the screen. Raises OutputError without a device."""
        self._device = self._stack.enter_context(Device(self.playing.player, device))
        self._stack.callback(self._finish)
        self._stack.enter_context(_kept_awake())
        self._stack.enter_context(_hang_up_ends())
        self._screen = live_screen(sys.stdout, plain=plain)
        self._stack.callback(self._screen.close)
        self._screen.open()
        on_stop, on_continue = self._suspended, self._continued
        self._keyboard = self._stack.enter_context(keyboard(on_stop=on_stop, on_continue=on_continue))
        self._pool = self._stack.enter_context(ThreadPoolExecutor(1))

    def _suspended(self) -> None:
        self.playing.pause()
        self._screen.close()

    def _continued(self) -> None:
        self._screen.open()

    def _finish(self) -> None:
        """Whatever ended it: remember what was done, and say it."""
        self._save()
        done, skipped = self._training.sets_done, self._training.sets_skipped
        trained = clock(self._training.trained_ms)
        say(f"{self._training.title}: {done} sets done, {skipped} not done, {trained} trained.")
        if not self._training.completed and done:
            say("Go on later with the same command: it offers to resume.")
        notes([*self._history.notes, *([self._history.problem] if self._history.problem else [])])

    # Playing

    def loop(self) -> None:
        """Until the end, or until the listener quits. Raises OutputError when the sound fails for good."""
        shown = -1
        while not self._over:
            heard = self.playing.heard(self._device.heard())
            self._watch_device()
            self._watch_plan()
            self._remind(heard)
            self._show(heard)
            number = step_at(heard.timeline, heard.at)
            if number != shown:
                shown = number
                self._save()
            if heard.snapshot.finished:
                self._training = replace(self._training, completed=True, stopped_at_ms=None)
                self._ask_how_it_felt(heard)
                return
            if key := self._keyboard.get(LOOK_S):
                self._press(key)

    def _show(self, heard: Heard) -> None:
        if self._state.notice and not self._asking_to_quit and time.monotonic() > self._notice_until_s:
            self._state = replace(self._state, notice="")
        snapshot = heard.snapshot
        self._state = replace(
            self._state,
            paused=snapshot.paused and not snapshot.holding,
            holding=snapshot.holding,
            volume=snapshot.volume,
            muted=snapshot.muted,
        )
        self._screen.show(view_at(heard.timeline, self._about, heard.at), self._state)

    def _notice(self, text: str, for_s: float = NOTICE_S) -> None:
        self._state = replace(self._state, notice=text)
        self._notice_until_s = time.monotonic() + for_s

    def _remind(self, heard: Heard) -> None:
        """A soft sound now and then while it waits for the listener."""
        now_s = time.monotonic()
        if not heard.snapshot.holding:
            self._reminded_s = now_s
        elif now_s - self._reminded_s > REMINDER_S:
            self._reminded_s = now_s
            self.playing.remind()

    def _watch_device(self) -> None:
        """Pause when the sound is gone, and look for it every second until it is back."""
        error = self._device.error or self.playing.error
        if error:
            self.error = f"The sound failed: {error!r}."
            raise OutputError(self.error)
        if self._device.interrupted():
            self._notice("Paused: the computer was asleep, or the sound was away. Space goes on.", 3600)
        if not self._device.stalled():
            return
        self.playing.pause()
        now_s = time.monotonic()
        if now_s - self._reopened_s < REOPEN_S:
            return
        self._notice("The sound device is gone. Waiting for it; q quits.", 3600)
        self._reopened_s = now_s
        with suppress(OutputError):
            self._device.reopen()
            self._notice("The sound is back. Space goes on.", 3600)

    def _watch_plan(self) -> None:
        """Go over to the plan with more or fewer words once it is ready."""
        if self._replanning is None or not self._replanning.done():
            return
        planned, self._replanning = self._replanning, None
        try:
            self.playing.go_on_with(planned.result().timeline)
            self._notice(f"Detail: {self._detail}.")
        except VoicecoachError as error:
            self._notice(str(error))

    # Keys

    def _keys(self) -> dict[str, Callable[[], None]]:
        playing, player = self.playing, self.playing.player
        return {
            **dict.fromkeys(("space", "p"), playing.toggle),
            "pause": player.pause,
            "resume": player.resume,
            **dict.fromkeys(("n", "right"), playing.next),
            **dict.fromkeys(("b", "left"), playing.back),
            "N": playing.next_exercise,
            "B": playing.previous_exercise,
            "r": playing.repeat_set,
            "s": playing.more_rest,
            "e": playing.end_set,
            **dict.fromkeys(("+", "=", "up"), lambda: player.volume_by(VOLUME_STEP)),
            **dict.fromkeys(("-", "down"), lambda: player.volume_by(-VOLUME_STEP)),
            "m": player.toggle_mute,
            "d": lambda: self._change_detail(+1),
            "D": lambda: self._change_detail(-1),
            "?": lambda: self._help(shown=not self._state.help),
            "escape": lambda: self._help(shown=False),
            "q": self._ask_to_quit,
        }

    def _press(self, key: str) -> None:
        if self._asking_to_quit:
            self._asking_to_quit = False
            self._notice("", 0)
            if key in {"q", "y"}:
                self._over = True
                return
            if key in {"n", "escape", "enter"}:
                return
        action = self._actions.get(key)
        if action is None:
            return
        try:
            action()
        except ChoiceError as error:
            self._notice(str(error))

    def _help(self, *, shown: bool) -> None:
        self._state = replace(self._state, help=shown)

    def _ask_to_quit(self) -> None:
        self._save()
        done = self._training.sets_done
        total = done + self._training.sets_skipped
        self._asking_to_quit = True
        self._state = replace(self._state, notice=f"{done} of {total} sets are done. Quit? y or q quits, n goes on.")

    def _change_detail(self, steps: int) -> None:
        if self._replanning is not None:
            return
        details = list(Detail)
        self._detail = details[(details.index(self._detail) + steps) % len(details)]
        choices = replace(self.opened.choices, detail=self._detail)
        opened = self.opened
        self._notice(f"Detail: {self._detail} …")
        self._replanning = self._pool.submit(prepare, opened.prepared.session, opened.phrases, choices, opened.sounds)

    # What is remembered

    def _new_training(self, session: SessionId, started: datetime) -> Training:
        workout, choices = self.opened.prepared.workout, self.opened.choices
        return Training(
            session=session,
            title=workout.session.title,
            started=started,
            week=workout.week,
            weeks=workout.weeks,
            planned_ms=self.opened.prepared.timeline.duration,
            trained_ms=Ms(0),
            steps=(),
            completed=False,
            whole=is_whole(workout, choices),
            options=options_of(choices),
        )

    def _save(self) -> None:
        """Write down how far it has come; nothing when nothing was heard yet."""
        playing = self.playing
        if not playing.progress.heard_ms:
            return
        steps = tuple(
            TrainedStep(str(step.kind), step.exercise, step.set, step.side, step.reps, done)
            for step, done in zip(playing.timeline.steps, playing.progress.done(), strict=True)
        )
        at = None if self._training.completed else playing.position
        self._training = replace(self._training, steps=steps, trained_ms=playing.progress.heard_ms, stopped_at_ms=at)
        self._history.save(self._training)

    def _ask_how_it_felt(self, heard: Heard) -> None:
        """One key; any other key or a minute without one leaves it open."""
        self._save()
        if not sys.stdin.isatty():
            return
        self._state = replace(self._state, notice="How did it feel? 1 easy, 2 right, 3 hard; Enter skips.", help=False)
        until_s = time.monotonic() + 60
        while time.monotonic() < until_s:
            self._screen.show(view_at(heard.timeline, self._about, heard.at), self._state)
            if key := self._keyboard.get(LOOK_S):
                self._training = replace(self._training, felt=FELT_KEYS.get(key))
                return


@contextmanager
def _kept_awake() -> Iterator[None]:
    """The computer doesn't go to sleep meanwhile, where that can be had."""
    try:
        from wakepy import keep
    except ImportError:
        yield
        return
    with keep.presenting(on_fail="pass"):
        yield


@contextmanager
def _hang_up_ends() -> Iterator[None]:
    """A closed terminal ends the session as a signal to stop does: what was done is remembered."""

    def hung_up(_number: int, _frame: object) -> NoReturn:
        raise SystemExit(HUNG_UP)

    if not hasattr(signal, "SIGHUP"):
        yield
        return
    before = signal.signal(signal.SIGHUP, hung_up)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)
