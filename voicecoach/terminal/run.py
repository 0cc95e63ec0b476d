"""A live session while it plays: keys, screen, device, history."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from queue import Empty, SimpleQueue

from voicecoach.errors import ChoiceError, OutputError, VoicecoachError
from voicecoach.history.model import Felt
from voicecoach.pipeline.prepare import Prepared, prepare
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.choices import Detail
from voicecoach.player.live_session import MORE_REST_MS, Heard, LiveSession
from voicecoach.player.output import Output
from voicecoach.terminal.keys import LOOK_S, Keyboard, keyboard
from voicecoach.terminal.lines import State
from voicecoach.terminal.media_keys import MediaKeys, media_keys
from voicecoach.terminal.memory import Memory
from voicecoach.terminal.now_playing import NowPlaying
from voicecoach.terminal.screen import Screen, screen_for, terminal_size
from voicecoach.terminal.system import hung_up, kept_awake
from voicecoach.timeline.places import step_at
from voicecoach.timeline.view import View, about_exercises, view_at

REMINDER_S = 25.0
GONE_AFTER_S = 0.5
"""A device that doesn't ask for sound is watched for so long before it counts as gone."""
REOPEN_S = 1.0
PAUSED_LOOK_S = 0.1
"""So often it is looked whether anything moves while nothing does; a key is seen at once."""
VOLUME_STEP = 0.1
NOTICE_S = 4.0
LASTING_S = 3600.0
GONE = "Paused: the sound device is gone. It is looked for; q quits."
FELT_TIMEOUT_S = 60.0
FELT_KEYS = {"1": Felt.EASY, "2": Felt.RIGHT, "3": Felt.HARD, "e": Felt.EASY, "r": Felt.RIGHT, "h": Felt.HARD}
WITHOUT_SOUND_KEYS = frozenset({"q", "?", "escape"})
"""What they ask for needs no device."""
SKIPPING_KEYS = frozenset({"enter", "space", "escape", "q"})


class Notes:
    """What the listener should know, from any thread. `shown` are those that were shown so far."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self._waiting: SimpleQueue[str] = SimpleQueue()

    def put(self, note: str) -> None:
        """Have this shown as soon as there is a screen."""
        self._waiting.put(note)

    def next(self) -> str | None:
        """One to be shown now."""
        try:
            note = self._waiting.get_nowait()
        except Empty:
            return None
        self.shown.append(note)
        return note


class Run:
    """Plays a prepared session until its end or until the listener has had enough, and remembers what was done."""

    def __init__(self, prepared: Prepared, sounds: Sounds, playing: LiveSession, memory: Memory, notes: Notes) -> None:
        """`sounds` are those that it was prepared with: it is prepared again for more or fewer words."""
        self._prepared, self._sounds, self._playing, self._memory = prepared, sounds, playing, memory
        self._state = State()
        self._about = about_exercises(prepared.workout, prepared.phrases)
        self._detail = self._detail_played = prepared.choices.detail
        self._replanning: Future[Prepared] | None = None
        self._reopening: Future[None] | None = None
        self._notice_until_s = self._reminded_s = self._reopened_s = 0.0
        self._stalled_since_s: float | None = None
        self._asking_to_quit = self._is_gone = self._over = False
        self._shown: tuple[object, ...] = ()
        self._notes = notes
        self._media_presses: SimpleQueue[str] = SimpleQueue()
        self._actions = self._keys()
        self._screen: Screen
        self._keyboard: Keyboard
        self._media_keys: MediaKeys
        self._device: Output
        self._pool: ThreadPoolExecutor

    def start(self, stack: ExitStack, device: Output, *, plain: bool) -> None:
        """Open the screen and the keys, until `stack` closes; `device` is open and plays the session."""
        self._device = device
        self._pool = stack.enter_context(ThreadPoolExecutor(2))
        self._screen = screen_for(sys.stdout, plain=plain)
        stack.callback(self._screen.close)
        self._screen.open()
        self._keyboard = stack.enter_context(keyboard(on_stop=self._suspended, on_continue=self._continued))
        self._media_keys = stack.enter_context(media_keys(self._media_presses.put, self._prepared.session.title))
        stack.enter_context(kept_awake())

    def _suspended(self) -> None:
        self._playing.pause()
        self._screen.close()

    def _continued(self) -> None:
        self._shown = ()
        self._screen.open()

    # Playing

    def loop(self) -> None:
        """Until the end, or until the listener quits. Raises OutputError when the sound fails for good."""
        shown = -1
        while not self._over:
            heard = self._playing.heard(self._device.heard())
            self._watch_device()
            self._watch_plan()
            self._tell_notes()
            self._remind(heard)
            self._show(heard)
            number = step_at(heard.timeline, heard.at)
            if number != shown:
                shown = number
                self._memory.save()
            if heard.snapshot.finished:
                self._memory.complete()
                self._ask_how_it_felt(heard)
                return
            self._press_all()

    def _show(self, heard: Heard) -> None:
        if self._state.notice and not self._asking_to_quit and time.monotonic() > self._notice_until_s:
            self._state = replace(self._state, notice="")
        snapshot = heard.snapshot
        self._state = replace(
            self._state,
            paused=self._is_gone or (snapshot.paused and not snapshot.holding),
            holding=snapshot.holding,
            volume=snapshot.volume,
            muted=snapshot.muted,
        )
        now = (heard.timeline, heard.at, self._state, terminal_size(sys.stdout))
        if now == self._shown:  # a pause is to cost next to nothing
            return
        self._shown = now
        view = view_at(heard.timeline, self._about, heard.at)
        self._draw(view)
        self._media_keys.update(
            NowPlaying(
                view.title,
                str(view.turn or ""),
                is_playing=not snapshot.paused,
                position_ms=view.at,
                length_ms=heard.timeline.duration,
                volume=min(1.0, snapshot.volume),
            )
        )

    def _draw(self, view: View) -> None:
        """Show the state. A terminal that is gone ends the session as its signal does."""
        try:
            self._screen.show(view, self._state)
        except BrokenPipeError:
            raise
        except OSError:
            hung_up()

    def _notice(self, text: str, for_s: float = NOTICE_S) -> None:
        self._state = replace(self._state, notice=text)
        self._notice_until_s = time.monotonic() + for_s

    def _tell_notes(self) -> None:
        note = self._notes.next()
        if note and not self._asking_to_quit:
            self._notice(note)

    def _remind(self, heard: Heard) -> None:
        """A soft sound now and then while it waits for the listener."""
        now_s = time.monotonic()
        if not heard.snapshot.holding:
            self._reminded_s = now_s
        elif now_s - self._reminded_s > REMINDER_S:
            self._reminded_s = now_s
            self._playing.remind()

    # The device

    def _watch_device(self) -> None:
        """Pause when the sound is gone, and look for it every second until it is back."""
        if error := self._device.error or self._playing.error:
            raise OutputError(f"The sound failed: {type(error).__name__}: {error}.")
        if self._device.interrupted():
            self._notice("Paused: the computer was asleep, or the sound was away. Space goes on.", LASTING_S)
        if self._reopening:
            self._look_for_device(self._reopening)
        elif not self._device.stalled():
            self._stalled_since_s = None
        elif self._stalled_since_s is None:
            self._stalled_since_s = time.monotonic()  # after a stop of this program the device needs a moment
        elif time.monotonic() - self._stalled_since_s > GONE_AFTER_S:
            self._is_gone = True
            self._notice(GONE, LASTING_S)
            self._reopen()
        if self._is_gone and not self._state.notice:  # something else was shown in its place meanwhile
            self._notice(GONE, LASTING_S)

    def _reopen(self) -> None:
        """Begin to; a sound system may take its time, or not answer at all."""
        self._playing.pause()
        self._reopened_s = time.monotonic()
        self._reopening = self._pool.submit(self._device.reopen)

    def _look_for_device(self, reopening: Future[None]) -> None:
        """Try again until it is there, and a pause is what is heard: the first sound it takes is from before."""
        if not reopening.done():
            return
        error = reopening.exception()
        if error is None and self._device.heard().paused:
            self._is_gone, self._reopening = False, None
            self._notice("The sound is back. Space goes on.", LASTING_S)
        elif error is not None and not isinstance(error, VoicecoachError):
            raise error
        elif time.monotonic() - self._reopened_s > REOPEN_S:
            self._reopen()

    # Keys

    def _keys(self) -> dict[str, Callable[[], None]]:
        playing, player = self._playing, self._playing.player
        return {
            **dict.fromkeys(("space", "p"), playing.toggle),
            "pause": playing.pause,
            "resume": playing.go_on,
            **dict.fromkeys(("n", "right"), playing.next),
            **dict.fromkeys(("b", "left"), playing.back),
            "N": playing.next_exercise,
            "B": playing.previous_exercise,
            "r": playing.repeat_set,
            "s": self._more_rest,
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

    def _press_all(self) -> None:
        """Do what the keys say that were pressed since the last time, or within a moment."""
        key = self._keyboard.get(PAUSED_LOOK_S if self._state.paused or self._state.holding else LOOK_S)
        while key and not self._over:
            self._press(key)
            key = self._keyboard.get(0)
        while not self._media_presses.empty():
            self._press(self._media_presses.get_nowait())

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
        if action is None or (self._is_gone and key not in WITHOUT_SOUND_KEYS):
            return
        if self._state.notice and self._notice_until_s - time.monotonic() > NOTICE_S:
            self._notice("", 0)  # it said what to press
        try:
            action()
        except ChoiceError as error:
            self._notice(str(error))

    def _more_rest(self) -> None:
        self._playing.more_rest()
        self._notice(f"{MORE_REST_MS // 1000} s more.")

    def _help(self, *, shown: bool) -> None:
        self._state = replace(self._state, help=shown)

    def _ask_to_quit(self) -> None:
        """The session goes on meanwhile: any other key takes the question away."""
        self._memory.save()
        done, total = self._memory.sets()
        self._asking_to_quit = True
        self._state = replace(
            self._state, notice=f"{done} of {total} sets are done. Quit? y or q quits, n goes on.", help=False
        )

    def _change_detail(self, steps: int) -> None:
        details = list(Detail)
        self._detail = details[(details.index(self._detail) + steps) % len(details)]
        self._notice(f"Detail: {self._detail} …")
        if self._replanning is None:
            self._replan()

    def _replan(self) -> None:
        loaded = self._prepared.loaded
        other = replace(loaded, choices=replace(loaded.choices, detail=self._detail))
        self._detail_played = self._detail
        self._replanning = self._pool.submit(prepare, other, self._sounds)

    def _watch_plan(self) -> None:
        """Go over to the plan with more or fewer words once it is ready."""
        if self._replanning is None or not self._replanning.done():
            return
        planned, self._replanning = self._replanning, None
        if self._detail != self._detail_played:  # it was changed again meanwhile
            self._replan()
            return
        try:
            self._playing.go_on_with(planned.result().timeline)
            self._notice(f"Detail: {self._detail}.")
        except VoicecoachError as error:
            self._notice(str(error))

    def _ask_how_it_felt(self, heard: Heard) -> None:
        """One key; Enter or a minute without an answer leaves it open."""
        sets_done, _ = self._memory.sets()
        if not (sets_done and sys.stdin.isatty()):
            return
        self._state = replace(self._state, notice="How did it feel? 1 easy, 2 right, 3 hard; Enter skips.", help=False)
        view = view_at(heard.timeline, self._about, heard.at)
        until_s = time.monotonic() + FELT_TIMEOUT_S
        while time.monotonic() < until_s:
            self._draw(view)
            key = self._keyboard.get(LOOK_S)
            if key in FELT_KEYS or key in SKIPPING_KEYS:
                self._memory.felt(FELT_KEYS.get(key))
                return
