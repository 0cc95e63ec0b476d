"""What each key of a live session does, whoever presses it: the keyboard, media keys, the mouse, another screen."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue

from voicecoach.errors import ChoiceError
from voicecoach.player.live_session import MORE_REST_MS, SEEK_MS, LiveSession
from voicecoach.terminal.display import Display
from voicecoach.terminal.memory import Memory
from voicecoach.terminal.questions import QUIT_ANSWERS, Question, QuitQuestion, Took
from voicecoach.terminal.replanning import Replanning
from voicecoach.times import Ms

VOLUME_STEP = 0.1
WITHOUT_SOUND_KEYS = frozenset({"q", "?", "escape"})
"""What they ask for needs no device."""


class Commands:
    """The keys by their names (see `keys`), with `pause` and `resume` besides.

    `put` may be called from any thread; all else belongs to the loop of the session. `over` says that the listener has
    had enough.
    """

    def __init__(self, playing: LiveSession, memory: Memory, display: Display, replanning: Replanning) -> None:
        self.over = False
        self._playing, self._memory, self._display, self._replanning = playing, memory, display, replanning
        self._question: Question | None = None
        self._waiting: SimpleQueue[str] = SimpleQueue()
        self._actions = self._keys()

    @property
    def is_asking(self) -> bool:
        """Whether the next key answers a question."""
        return self._question is not None

    def put(self, key: str) -> None:
        """Have this key pressed, from any thread."""
        self._waiting.put(key)

    def get(self, timeout_s: float) -> str | None:
        """What was put, as a keyboard gives it."""
        try:
            return self._waiting.get(block=timeout_s > 0, timeout=timeout_s or None)
        except Empty:
            return None

    def press_waiting(self, *, is_gone: bool) -> None:
        """Press what was put."""
        while not self._waiting.empty():
            self.press(self._waiting.get_nowait(), is_gone=is_gone)

    def press(self, key: str, *, is_gone: bool) -> None:
        """Do what a key says; unknown ones do nothing. `is_gone` says that there is no device."""
        if self._is_answer(key):
            return
        action = self._actions.get(key)
        if action is None or (is_gone and key not in WITHOUT_SOUND_KEYS):
            return
        self._display.is_answered()
        try:
            action()
        except ChoiceError as error:
            self._display.notice(str(error))

    def _is_answer(self, key: str) -> bool:
        if self._question is None:
            return False
        took = self._question.press(key)
        if took is not Took.NOTHING:
            self._question = None
            self._display.notice("", 0)
        return took is not Took.LEAVE

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
            ",": lambda: playing.seek_by(Ms(-SEEK_MS)),
            ".": lambda: playing.seek_by(SEEK_MS),
            "enter": self._is_ready,
            "m": player.toggle_mute,
            "d": lambda: self._replanning.change_detail(+1),
            "D": lambda: self._replanning.change_detail(-1),
            "?": lambda: self._display.help(shown=not self._display.state.help),
            "escape": lambda: self._display.help(shown=False),
            "q": self._ask_to_quit,
        }

    def _is_ready(self) -> None:
        """The answer to `Ready?`; at other times Enter does nothing."""
        if self._playing.player.present().holding:
            self._playing.go_on()

    def _more_rest(self) -> None:
        self._playing.more_rest()
        self._display.notice(f"{MORE_REST_MS // 1000} s more.")

    def _ask_to_quit(self) -> None:
        """The session goes on meanwhile: any other key takes the question away."""
        self._memory.save()
        done, total = self._memory.sets()
        self._question = QuitQuestion(self._quit)
        self._display.ask(f"{done} of {total} sets are done. Quit? y or q quits, n goes on.", QUIT_ANSWERS)

    def _quit(self) -> None:
        self.over = True
