"""What each key of a live session does, whoever presses it: the keyboard, media keys, the mouse, another screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue

from voicecoach.errors import ChoiceError
from voicecoach.player.live_session import MORE_REST_MS, SEEK_MS, LiveSession
from voicecoach.terminal.display import Display
from voicecoach.terminal.entry import ENTRY_ANSWERS, EntryQuestion, done_text
from voicecoach.terminal.lists import Listing, ListQuestion
from voicecoach.terminal.memory import Memory
from voicecoach.terminal.questions import QUIT_ANSWERS, Question, QuitQuestion, Took
from voicecoach.terminal.replanning import Replanning
from voicecoach.timeline.model import TimedStep
from voicecoach.timeline.places import exercises_in
from voicecoach.timeline.turns import turn_of
from voicecoach.times import Ms

VOLUME_STEP = 0.1
WITHOUT_SOUND_KEYS = frozenset({"q", "?", "escape"})
"""What they ask for needs no device."""
SAME_AS = {
    "p": "space",
    "right": "n",
    "left": "b",
    "=": "+",
    "up": "+",
    "wheel-up": "+",
    "down": "-",
    "wheel-down": "-",
}
"""Keys that do what another one does."""


class Commands:
    """The keys by their names (see `keys`), with `pause` and `resume` besides.

    `put` may be called from any thread; all else belongs to the loop of the session. `over` says that the listener has
    had enough.
    """

    def __init__(self, playing: LiveSession, memory: Memory, display: Display, replanning: Replanning) -> None:
        self.over = False
        self._playing, self._memory, self._display, self._replanning = playing, memory, display, replanning
        self._question: Question | None = None
        self._waiting: SimpleQueue[tuple[str, bool]] = SimpleQueue()
        self._actions = self._keys()

    @property
    def is_asking(self) -> bool:
        """Whether the next key answers a question."""
        return self._question is not None

    def put(self, key: str, *, typed: bool = True) -> None:
        """Have this key pressed, from any thread. One that isn't `typed`, as on a headset, is no letter of a text."""
        self._waiting.put((key, typed))

    def get(self, timeout_s: float) -> str | None:
        """What was put and typed, as a keyboard gives it."""
        try:
            key, typed = self._waiting.get(block=timeout_s > 0, timeout=timeout_s or None)
        except Empty:
            return None
        return key if typed else None

    def press_waiting(self, *, is_gone: bool) -> None:
        """Press what was put."""
        while not self._waiting.empty():
            key, typed = self._waiting.get_nowait()
            self.press(key, is_gone=is_gone, typed=typed)

    def press(self, key: str, *, is_gone: bool, typed: bool = True) -> None:
        """Do what a key says; unknown ones do nothing. `is_gone` says that there is no device."""
        try:
            self._press(key, is_gone=is_gone, typed=typed)
        except ChoiceError as error:
            self._display.notice(str(error))

    def _press(self, key: str, *, is_gone: bool, typed: bool) -> None:
        found = self._clicked(key) if key.startswith("click ") else key
        is_for_question = typed or not isinstance(self._question, EntryQuestion)
        if found is None or (is_for_question and self._is_answer(found)):
            return
        name = SAME_AS.get(found, found)
        action = self._actions.get(name)
        if action and not (is_gone and name not in WITHOUT_SOUND_KEYS):
            self._display.is_answered()
            action()

    def _clicked(self, key: str) -> str | None:
        """The key that stands where it was clicked; of questions, only lists are answered so."""
        if self._question and not self._display.state.listing:
            return None
        _, column, row = key.split()
        return self._display.key_at(int(column), int(row))

    def _is_answer(self, key: str) -> bool:
        if self._question is None:
            return False
        asked = self._question
        try:
            took = asked.press(key)
        except ChoiceError:
            self._question = None
            raise
        if took is not Took.NOTHING and self._question is asked:
            self._question = None
            if not isinstance(asked, ListQuestion):  # what was chosen has its say
                self._display.notice("", 0)
        return took is not Took.LEAVE

    def _keys(self) -> dict[str, Callable[[], None]]:
        playing, player = self._playing, self._playing.player
        return {
            "space": playing.toggle,
            "pause": playing.pause,
            "resume": playing.go_on,
            "enter": self._is_ready,
            "n": playing.next,
            "b": playing.back,
            "N": playing.next_exercise,
            "B": playing.previous_exercise,
            ",": lambda: playing.seek_by(Ms(-SEEK_MS)),
            ".": lambda: playing.seek_by(SEEK_MS),
            "g": self._list_exercises,
            "r": playing.repeat_set,
            "s": self._more_rest,
            "e": playing.end_set,
            "i": self._ask_what_was_done,
            "x": self._list_swaps,
            "+": lambda: player.volume_by(VOLUME_STEP),
            "-": lambda: player.volume_by(-VOLUME_STEP),
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
        verb = "is" if done == 1 else "are"
        self._display.ask(f"{done} of {total} sets {verb} done. Quit? y or q quits, n goes on.", QUIT_ANSWERS)

    def _quit(self) -> None:
        self.over = True

    # Lists

    def _ask_for_row(self, listing: Listing, own_key: str, chosen: Callable[[int], None]) -> None:
        self._question = ListQuestion(listing, self._display.list, chosen, own_key)

    def _list_exercises(self) -> None:
        timeline, done = self._playing.timeline, self._playing.progress.done(self._playing.timeline)
        found = list(exercises_in(timeline))
        works = {step for step, is_done in zip(timeline.steps, done, strict=True) if is_done}
        rows = [self._title(step) + (", done" if step in works else "") for _, step in found]
        at = sum(start <= self._playing.position for start, _ in found)
        listing = Listing("Go to", tuple(rows), max(0, at - 1))
        self._ask_for_row(listing, "g", lambda row: self._playing.seek(found[row][0]))

    def _list_swaps(self) -> None:
        """What could be done instead; where there is one thing alone, it is done."""
        swaps = self._replanning.swaps()
        if len(swaps) == 1:
            self._replanning.swap(swaps[0])
            return
        listing = Listing("Do instead", tuple(swap.title for swap in swaps))
        self._ask_for_row(listing, "x", lambda row: self._replanning.swap(swaps[row]))

    def _title(self, step: TimedStep) -> str:
        title = self._display.about[step.exercise].title if step.exercise else step.title or "A list"
        return ", ".join(part for part in (title, step.load) if part)

    # What was done

    def _ask_what_was_done(self) -> None:
        offer = self._memory.offer()
        title = self._display.about[offer.set.exercise].title if offer.set.exercise else offer.set.title or "The set"
        turn = turn_of(self._playing.timeline, self._playing.timeline.steps.index(offer.set))
        which = f"{title}, {turn.what} {turn.number}" if turn else title
        before = offer.before
        if before and (before.reps, before.load) != (offer.reps, offer.load):
            which += f", last time {done_text(before.reps, before.load)}"
        asked = partial(self._display.ask, answers=ENTRY_ANSWERS)
        self._question = EntryQuestion(which, (offer.reps, offer.load), asked, partial(self._memory.enter, offer.set))
