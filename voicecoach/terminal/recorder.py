"""Sentences are recorded one after the other: keys, screen, microphone, files."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from voicecoach.errors import OutputError
from voicecoach.pcm import FULL_SCALE
from voicecoach.pipeline.recording_folder import RecordingFolder
from voicecoach.pipeline.sentences import Sentence
from voicecoach.player.microphone import Microphone
from voicecoach.player.sample_player import play
from voicecoach.side_by_side import Task, Threads
from voicecoach.terminal.keys import LOOK_S, Keyboard, keyboard
from voicecoach.terminal.recording_rows import Shown, Stage
from voicecoach.terminal.recording_screen import RecordingScreen, recording_screen
from voicecoach.terminal.system import hung_up, kept_awake
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_MS

if TYPE_CHECKING:
    from voicecoach.speech.takes import Take

GONE_AFTER_S = 0.5
"""A microphone from which nothing comes is watched for so long before it counts as gone."""

LONGEST_S = 30.0
"""A take ends by itself then."""

KEY_AT_START_MS, KEY_AT_END_MS = 120, 60
"""What is cut off at the ends of a take: there the key is heard."""

USUAL_S, MOST_S = 10.0, 60.0
"""What a sentence takes before that is known, and the most that counts: what took longer was a break."""

LAST_KEPT = 20
"""So many of the last ones tell how long the others will take."""

PERMISSION = "Is it the right microphone, and may the terminal use it?"
PLAYING, STILL_PLAYING = "Playing …", "It is still being played."
NO_PLAYER = "It can't be played: there is no device that takes sound."


class Recorder:
    """Walks through sentences on a microphone until all have a recording or the user quits.

    It begins with the first that has none. `kept` is how many were recorded.
    """

    def __init__(self, sentences: Sequence[Sentence], folder: RecordingFolder, microphone: Microphone) -> None:
        self._sentences, self._folder, self._microphone = sentences, folder, microphone
        self.kept = 0
        self._at = self._next_missing(0)
        self._stage, self._take, self._seconds = Stage.READY, None, 0.0
        self._notice = self._warning = ""
        self._spent_s: list[float] = []
        self._since_s = time.monotonic()
        self._stalled_since_s: float | None = None
        self._playing: Task[None] | None = None
        self._over = False
        self._screen: RecordingScreen
        self._keyboard: Keyboard
        self._threads: Threads

    _take: Take | None

    def run(self, *, plain: bool = False) -> None:
        """Until the end. Raises OutputError when the microphone is gone or a file can't be written."""
        with ExitStack() as stack:
            self._threads = stack.enter_context(Threads(1))
            stack.callback(self._threads.give_up)  # who quits doesn't hear it to its end
            self._screen = recording_screen(sys.stdout, plain=plain)
            stack.callback(self._screen.close)
            self._screen.open()
            self._keyboard = stack.enter_context(keyboard(on_stop=self._suspended, on_continue=self._continued))
            stack.enter_context(kept_awake())
            while not self._over and self._at < len(self._sentences):
                self._watch()
                self._show()
                key = self._keyboard.get(LOOK_S)
                if key and (action := self._actions().get(key)):
                    self._notice = ""
                    action()

    # What is seen

    def _show(self) -> None:
        """Show how it stands. A terminal that is gone ends it as its signal does."""
        sentence = self._sentences[self._at]
        shown = Shown(
            sentence=sentence,
            number=self._at + 1,
            total=len(self._sentences),
            left_minutes=self._left_minutes(),
            stage=self._stage,
            peak=self._microphone.peak,
            seconds=self._microphone.recorded_s if self._stage is Stage.RECORDING else self._seconds,
            has_recording=self._folder.has(sentence.text),
            notice=self._notice or self._warning,
        )
        try:
            self._screen.show(shown)
        except BrokenPipeError:
            raise
        except OSError:
            hung_up()

    def _left_minutes(self) -> int:
        left = sum(not self._folder.has(one.text) for one in self._sentences)
        last = self._spent_s[-LAST_KEPT:]
        each_s = sum(last) / len(last) if last else USUAL_S
        return max(1, round(left * each_s / 60))

    def _watch(self) -> None:
        if not self._microphone.stalled():
            self._stalled_since_s = None
        elif self._stalled_since_s is None:
            self._stalled_since_s = time.monotonic()  # after a stop of this program the microphone needs a moment
        elif time.monotonic() - self._stalled_since_s > GONE_AFTER_S:
            raise OutputError("The microphone is gone. What was kept is there: the same command goes on with the rest.")
        if self._stage is Stage.RECORDING and self._microphone.recorded_s > LONGEST_S:
            self._stop()
        if self._playing and self._playing.is_done():
            playing, self._playing = self._playing, None
            self._played(playing)

    def _played(self, playing: Task[None]) -> None:
        try:
            playing.result()
        except OutputError:
            self._notice = NO_PLAYER
            return
        if self._notice in {PLAYING, STILL_PLAYING}:
            self._notice = ""

    # Keys

    def _actions(self) -> dict[str, Callable[[], None]]:
        if self._stage is Stage.RECORDING:
            return {**dict.fromkeys(("space", "enter"), self._stop), "escape": self._drop}
        moving = {
            **dict.fromkeys(("s", "n", "right"), self._skip),
            **dict.fromkeys(("b", "left"), self._back),
            **dict.fromkeys(("p", "l"), self._play),
            "q": self._quit,
        }
        if self._stage is Stage.TAKEN:
            again = dict.fromkeys(("r", "a", "space"), self._record)
            return {**moving, **again, **dict.fromkeys(("enter", "k"), self._keep), "escape": self._drop}
        return {**moving, **dict.fromkeys(("space", "enter", "r"), self._record)}

    def _record(self) -> None:
        if self._playing:
            self._notice = STILL_PLAYING  # the microphone would hear it
            return
        self._microphone.record()
        self._stage = Stage.RECORDING

    def _stop(self) -> None:
        from voicecoach.speech.takes import Flaw, Take, flaws, speech_in

        sound = self._microphone.stop()
        first, last = KEY_AT_START_MS * SAMPLES_PER_MS, -KEY_AT_END_MS * SAMPLES_PER_MS
        whole = Take(sound[first:last] / FULL_SCALE, SAMPLE_RATE_HZ)
        found = flaws(whole)
        if Flaw.SILENT in found:
            self._drop()
            self._notice = f"Nothing was heard. {PERMISSION}"
            return
        self._take, self._stage = speech_in(whole), Stage.TAKEN
        self._seconds = self._take.seconds
        self._warning = "; ".join(found).capitalize() + "." if found else ""

    def _play(self) -> None:
        sentence = self._sentences[self._at].text
        take = self._take if self._take is not None else self._folder.read(sentence)
        if take is None:
            self._notice = "There is nothing to play yet."
        elif self._playing is None:
            self._notice = PLAYING
            self._playing = self._threads.submit(_play_as_heard, take)

    def _keep(self) -> None:
        if self._take is None:
            return
        self._folder.write(self._sentences[self._at].text, self._take)
        self.kept += 1
        self._spent_s.append(min(time.monotonic() - self._since_s, MOST_S))
        self._skip()

    def _drop(self) -> None:
        self._microphone.stop()
        self._stage, self._take, self._seconds, self._warning = Stage.READY, None, 0.0, ""

    def _skip(self) -> None:
        self._go_to(self._next_missing(self._at + 1))

    def _back(self) -> None:
        self._go_to(max(0, self._at - 1))

    def _quit(self) -> None:
        self._over = True

    def _go_to(self, at: int) -> None:
        self._drop()
        self._at, self._since_s = at, time.monotonic()

    def _next_missing(self, first: int) -> int:
        """The next sentence without a recording; their number if there is none."""
        count = len(self._sentences)
        return next((at for at in range(first, count) if not self._folder.has(self._sentences[at].text)), count)

    # Ctrl-Z and what follows

    def _suspended(self) -> None:
        if self._stage is Stage.RECORDING:
            self._drop()
        self._screen.close()

    def _continued(self) -> None:
        self._microphone.go_on()
        self._screen.open()


def _play_as_heard(take: Take) -> None:
    """Play it as it would be heard: levelled, cut and limited."""
    from voicecoach.speech.shape import clip, voice_gain_db
    from voicecoach.speech.takes import waveform_of

    waveform = waveform_of(take)
    play(clip(waveform, voice_gain_db(waveform)))
