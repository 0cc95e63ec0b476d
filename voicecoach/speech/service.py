"""The one door to speech: lengths of lines before anything is mixed, clips when it is.

A line is spoken sentence by sentence, with a pause between them. With everything in the cache it asks one query and
imports neither numpy nor an engine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from voicecoach.cache.store import Cache
from voicecoach.counted import counted
from voicecoach.errors import PackError, UnspokenLineError
from voicecoach.speech.casting import NONE_BROKEN, Broken, Candidates, candidates, how_to_get
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine_voice import EngineVoice
from voicecoach.speech.pack_voice import PackVoice
from voicecoach.speech.text import sentences
from voicecoach.times import SAMPLES_PER_MS, Ms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SENTENCE_PAUSE_MS = 200
"""Between the sentences of a line, at the calm pace."""

MOST_MISSING = 0.2
"""A pack speaks a session of which it lacks at most this share of sentences; beyond it, voices would alternate."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who speaks: the pack, as far as it goes, or the engine all of it; none of the packs that are `broken`."""

    has_pack: bool
    broken: Broken = NONE_BROKEN


class Speaker:
    """Whoever speaks, with a memory."""

    def __init__(
        self,
        choice: VoiceChoice,
        cache: Cache,
        *,
        progress: Callable[[int, int], None] | None = None,
        who: Candidates | None = None,
    ) -> None:
        """Nothing is started yet. `progress` is told how many of how many missing sentences are ready.

        `who` may speak instead of those whom the choice means. Raises UnknownNameError when there is no such engine,
        ChoiceError when there is no such pack.
        """
        self.rate, self._language = choice.rate, choice.language
        """The factor on the calm pace of coaching."""
        self._find = partial(candidates, choice, cache, progress)
        self._found = {NONE_BROKEN: who or self._find()}
        """Who may speak, by the packs that are broken."""
        self._broken = NONE_BROKEN
        self.cast = Cast(has_pack=self._found[NONE_BROKEN].pack is not None)
        """Who speaks: the pack as far as it goes, until it is said otherwise."""
        self._lines: dict[str, tuple[str, ...]] = {}

    def cast_as(self, cast: Cast) -> Speaker:
        """The same voices with their parts given as `cast_for` found them."""
        if cast == self.cast:
            return self
        other = copy(self)
        other.cast = cast
        return other

    def cast_for(self, texts: Iterable[str]) -> Cast:
        """Who is to speak a session of these lines: the pack, if it has most of them or was asked for.

        Raises PackError when one of its clips is damaged; `do_without` it then.
        """
        who = self._without(self._broken)
        if who.pack is None:
            return Cast(has_pack=False, broken=self._broken)
        needed = self._all_sentences(texts)
        missing = needed - who.pack.has(needed)
        few = len(missing) <= MOST_MISSING * len(needed)
        return Cast(has_pack=who.is_asked_for or few or who.has_same_voice, broken=self._broken)

    def having_said(self, text: str) -> Speaker:
        """The same voices with their parts given so that the line is said, which it was. Raises as `lengths` does."""
        speaker = self.cast_as(self.cast_for([text]))
        speaker.clip(text)
        return speaker

    def uses(self, path: str) -> bool:
        """Whether the pack in this file may speak what isn't cast yet."""
        pack = self._without(self._broken).pack
        return pack is not None and str(pack.pack.path) == path

    def do_without(self, error: PackError) -> None:
        """Let the pack speak no session that isn't cast yet: it turned out to be damaged. The next voice does."""
        self._broken = (*self._broken, (error.path, error.problem))

    def notes(self, texts: Iterable[str]) -> Iterator[str]:
        """Sentences about who speaks these lines, where that isn't as one would expect. Raises PackError."""
        yield from self._candidates.notes
        if self._candidates.pack:
            yield from self._about_missing(self._candidates.pack, self._all_sentences(texts))

    def who(self) -> str:
        """Who speaks, and why, as a clause. Raises SpeechError, UnknownNameError."""
        one, pack, engine = self._candidates, self._candidates.pack, self._candidates.engine
        if pack is None:
            return f"{engine.engine.name} with the voice {engine.name}, {one.why}"
        about, same = pack.pack.about, " in the same voice" if one.has_same_voice else f" with the voice {engine.name}"
        what = f"the voice pack {pack.name} ({about.voice}, {about.language}, {pack.pack.count} sentences), {one.why}"
        return f"{what}; {engine.engine.name} speaks what it lacks{same}"

    @property
    def voice(self) -> str:
        """The name of the voice that speaks."""
        return self._first.name

    @property
    def language(self) -> str:
        """The language of that voice, for `text.unsupported_script`."""
        return self._first.language

    def lengths(self, texts: Collection[str]) -> dict[str, Ms]:
        """How long each line takes; what isn't known yet is spoken, on all cores.

        Raises UnspokenLineError for a line with nothing to say in it or that comes out silent or cut, EngineError when
        the engine can't speak at all, UnknownNameError for an unknown voice, PackError for a clip that is damaged.
        """
        lines = {text: self._sentences(text) for text in texts}
        known = self._sentence_lengths({sentence for line in lines.values() for sentence in line})
        return {text: Ms(sum(map(known.__getitem__, line)) + self._pauses_ms(line)) for text, line in lines.items()}

    def clip(self, text: str) -> NDArray[np.int16]:
        """The line's sound: mono, 48 kHz, as many ms as `lengths` says. Raises as `lengths` does."""
        import numpy as np

        first, *others = (self._by(sentence).clip(sentence) for sentence in self._sentences(text))
        pause = np.zeros(self._pause_ms * SAMPLES_PER_MS, np.int16)
        return np.concatenate([first, *(part for clip in others for part in (pause, clip))]) if others else first

    def key(self, text: str) -> str:
        """What the line's sound is known by: equal keys sound the same, on this machine. Raises as `lengths` does."""
        first, *others = (self._by(sentence).key(sentence) for sentence in self._sentences(text))
        if not others:
            return first
        return hashlib.sha256("\0".join(("line", str(self._pause_ms), first, *others)).encode()).hexdigest()

    @property
    def _first(self) -> PackVoice | EngineVoice:
        return self._candidates.pack if self.cast.has_pack and self._candidates.pack else self._candidates.engine

    @property
    def _candidates(self) -> Candidates:
        return self._without(self.cast.broken)

    def _without(self, broken: Broken) -> Candidates:
        if broken not in self._found:
            self._found[broken] = self._find(broken)
        return self._found[broken]

    @property
    def _pause_ms(self) -> int:
        return round(SENTENCE_PAUSE_MS / self.rate)

    def _pauses_ms(self, line: tuple[str, ...]) -> int:
        return self._pause_ms * (len(line) - 1)

    def _sentences(self, text: str) -> tuple[str, ...]:
        """What of a text is said, sentence by sentence. Raises UnspokenLineError if there is nothing."""
        said = self._known_sentences(text)
        if not said:
            raise UnspokenLineError(text, "there is no letter and no digit in it")
        return said

    def _all_sentences(self, texts: Iterable[str]) -> set[str]:
        return {sentence for text in texts for sentence in self._known_sentences(text)}

    def _known_sentences(self, text: str) -> tuple[str, ...]:
        if text not in self._lines:
            self._lines[text] = sentences(text, self._language)
        return self._lines[text]

    def _by(self, sentence: str) -> PackVoice | EngineVoice:
        pack = self._candidates.pack if self.cast.has_pack else None
        return pack if pack and pack.has([sentence]) else self._candidates.engine

    def _sentence_lengths(self, wanted: set[str]) -> dict[str, Ms]:
        pack = self._candidates.pack if self.cast.has_pack else None
        ready = pack.has(wanted) if pack else set()
        known = {sentence: pack.length(sentence) for sentence in ready} if pack else {}
        return {**known, **self._candidates.engine.lengths(wanted - ready)} if wanted - ready else known

    def _about_missing(self, pack: PackVoice, needed: set[str]) -> Iterator[str]:
        missing = len(needed - pack.has(needed))
        if not missing:
            return
        who, engine = pack.pack.about.name, self._candidates.engine.engine.name
        lacks = f"{counted(missing, 'sentence')} {'is' if missing == 1 else 'are'} not in the voice pack {who!r}:"
        what = f"{lacks} {engine} speaks {_them(missing) if self.cast.has_pack else 'the whole session'}"
        get = "" if engine == pack.pack.about.engine else how_to_get(pack.pack.about)
        if self._candidates.has_same_voice:
            yield f"{what} in the same voice."
        else:
            # What is to be typed has no full stop behind it: it is copied as it stands.
            yield f"{what}.{f' For the same voice throughout: {get}' if get else ''}"


def _them(count: int) -> str:
    return "it" if count == 1 else "them"
