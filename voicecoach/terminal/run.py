"""A live session while it plays: looking at the sound, the plan, the screen and the keys, again and again."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack

from voicecoach.pipeline.prepare import Prepared
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.choices import Detail
from voicecoach.player.live_session import Heard, LiveSession
from voicecoach.player.output import Output
from voicecoach.side_by_side import Threads
from voicecoach.terminal.commands import Commands
from voicecoach.terminal.device_watch import DeviceWatch
from voicecoach.terminal.display import Display, Follower
from voicecoach.terminal.keys import LOOK_S, Keyboard, Keyboards, keyboard
from voicecoach.terminal.media_keys import media_keys
from voicecoach.terminal.memory import Memory
from voicecoach.terminal.mouse import Mouse
from voicecoach.terminal.notes import Notes
from voicecoach.terminal.questions import FELT_ANSWERS, HOW_IT_FELT, how_it_felt
from voicecoach.terminal.replanning import Replanning
from voicecoach.terminal.screen import DrawnScreen, screen_for
from voicecoach.terminal.system import kept_awake
from voicecoach.timeline.about import about_exercises
from voicecoach.timeline.places import step_at
from voicecoach.timeline.view import view_at

REMINDER_S = 25.0
PAUSED_LOOK_S = 0.1
"""So often it is looked whether anything moves while nothing does; a key is seen at once."""
ADDRESS_S = 20.0
"""So long the address of a second screen is shown; afterwards it is among the keys."""


class Run:
    """Plays a prepared session until its end or until the listener has had enough, and remembers what was done."""

    def __init__(self, prepared: Prepared, sounds: Sounds, playing: LiveSession, memory: Memory, notes: Notes) -> None:
        """`sounds` are those that it was prepared with: it is prepared again for more or fewer words."""
        self.detail_at_first = prepared.choices.detail
        self._title, self._told = prepared.session.title, prepared.notes
        self._playing, self._memory, self._notes = playing, memory, notes
        self._display = Display(about_exercises(prepared.workout, prepared.phrases))
        self._threads = Threads(2)
        self._replanning = Replanning(prepared, sounds, playing, self._display, self._threads)
        self._replanning.told = memory.replanned
        self.commands = Commands(playing, memory, self._display, self._replanning)
        self._reminded_s = 0.0
        self._keyboard: Keyboard
        self._device: Output
        self._watch: DeviceWatch

    def start(self, stack: ExitStack, device: Output, *, plain: bool) -> None:
        """Open the screen and the keys, until `stack` closes; `device` is open and plays the session."""
        self._device = device
        stack.enter_context(self._threads)
        stack.callback(self._threads.give_up)  # who quits doesn't wait for another plan
        self._watch = DeviceWatch(device, self._playing, self._display, self._threads)
        screen = screen_for(sys.stdout, plain=plain)
        has_mouse = isinstance(screen, DrawnScreen) and sys.stdin.isatty() and sys.platform != "win32"
        mouse = Mouse(sys.stdout) if has_mouse else None

        def opened() -> None:
            self._display.forget()
            screen.open()
            if mouse:
                mouse.on()

        def closed() -> None:
            if mouse:
                mouse.off()
            screen.close()

        def suspended() -> None:
            self._playing.pause()
            closed()

        stack.callback(closed)
        opened()
        self._keyboard = stack.enter_context(keyboard(on_stop=suspended, on_continue=opened))
        self._display.tell(self._told)
        self._display.start(screen, stack.enter_context(media_keys(self._press_elsewhere, self._title)))
        stack.enter_context(kept_awake())

    def also_on(self, follower: Follower, address: str, notice: str) -> None:
        """Show it there as well, and say in the terminal where that is."""
        self._display.also(follower, address)
        self._display.notice(notice, ADDRESS_S)

    def _press_elsewhere(self, key: str) -> None:
        self.commands.put(key, typed=False)

    def loop(self) -> None:
        """Until the end, or until the listener quits. Raises OutputError when the sound fails for good."""
        shown, heard = -1, self._playing.heard(self._device.heard())
        while not self.commands.over:
            heard = self._playing.heard(self._device.heard())
            self._watch.look()
            self._replanning.look()
            self._tell_notes()
            self._remind(heard)
            self._display.show(heard, is_gone=self._watch.is_gone, is_asking=self.commands.is_asking)
            number = step_at(heard.timeline, heard.at)
            if number != shown:
                shown = number
                self._playing.be_true()
                self._memory.save()
            if heard.snapshot.finished:
                self._memory.complete()
                break
            self._press_all()
        if self._memory.is_over():
            self._playing.pause()
            self._ask_how_it_felt(heard)

    @property
    def detail(self) -> Detail:
        """How much is said by now."""
        return self._replanning.detail

    def _tell_notes(self) -> None:
        note = self._notes.next()
        if note and not self.commands.is_asking:
            self._display.notice(note)

    def _remind(self, heard: Heard) -> None:
        """A soft sound now and then while it waits for the listener."""
        now_s = time.monotonic()
        if not heard.snapshot.holding:
            self._reminded_s = now_s
        elif now_s - self._reminded_s > REMINDER_S:
            self._reminded_s = now_s
            self._playing.remind()

    def _press_all(self) -> None:
        """Do what the keys say that were pressed since the last time, or within a moment."""
        key = self._keyboard.get(PAUSED_LOOK_S if self._display.is_still else LOOK_S)
        while key:
            self.commands.press(key, is_gone=self._watch.is_gone)
            key = None if self.commands.over else self._keyboard.get(0)
        self.commands.press_waiting(is_gone=self._watch.is_gone)

    def _ask_how_it_felt(self, heard: Heard) -> None:
        sets_done, _ = self._memory.sets()
        if not (sets_done and (sys.stdin.isatty() or self._display.is_followed)):
            return
        self._display.ask(HOW_IT_FELT, FELT_ANSWERS)
        view = view_at(heard.timeline, self._display.about, heard.at)
        self._memory.felt(how_it_felt(Keyboards(self.commands, self._keyboard), lambda: self._display.draw(view)))
