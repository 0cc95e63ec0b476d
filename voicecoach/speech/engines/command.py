"""The engine `command`: any program that can speak a text into a file, as a template of its command line says.

`["espeak-ng", "-w", "{file}", "{text}"]` is such a template. It is never given to a shell: each part is one argument,
whatever the text is.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from voicecoach.errors import ChoiceError, EngineError
from voicecoach.packages import version
from voicecoach.speech.engine import ANY_LANGUAGE, COMMAND, NOMINAL_WPM, TIMEOUT_S, VoiceInfo, Waveform

NAME = COMMAND
DEFAULT_VOICE = "default"
DEFAULT_SUFFIX = "wav"
FIELDS = ("text", "file", "voice", "wpm", "rate")
"""What a template may have in braces."""

_FIELD = re.compile(r"\{(\w+)(?::(\w{1,8}))?\}")
_WORKER = "voicecoach.speech.engines.command_worker"
_BATCH = (".bat", ".cmd")
"""What Windows gives to its shell, which takes arguments apart in its own way: nothing can be quoted safely there."""
_PATIENCE_S = 10.0
"""The worker ends a program that takes too long by itself, and needs a moment for that."""


@dataclass(frozen=True)
class CommandEngine:
    """The program of `template`, of which `parse_template` tells what it may be; without one it isn't ready.

    `wanted` is the name of the voice that will be asked for, and the only one it has; `timeout_s` what a line may take.
    """

    template: tuple[str, ...] = ()
    wanted: str | None = None
    timeout_s: float = TIMEOUT_S
    name: str = field(default=NAME, init=False)

    def missing(self) -> str | None:
        """What has to be configured first."""
        if not self.template:
            return (
                "It has no program. Name one in the configuration file, such as"
                """ command: [espeak-ng, -w, "{file}", "{text}"]"""
            )
        program = self._program()
        if program is None:
            return f"Its program {self.template[0]!r} is not there."
        if program.lower().endswith(_BATCH):
            return (
                f"Its program {self.template[0]!r} is a batch file, in which Windows would run what a line says."
                " Name the program that it runs."
            )
        if self.wanted is None and self._takes_voice():
            return f"Its template has {{voice}}. Name one with --voice: {shlex.join(self.template)}"
        return None

    def identity(self) -> str:
        """The template, and paths, sizes and times of the files it names. Raises EngineError if it isn't ready."""
        self._require()
        files = [self._program() or "", *(part for part in self.template[1:] if "{" not in part)]
        states = " ".join(filter(None, map(_state, files)))
        return f"{NAME} {self.template!r} {states} soundfile {version('soundfile')}"

    def voices(self) -> list[VoiceInfo]:
        """The one that was asked for: nobody knows which the program has. Raises EngineError if it isn't ready."""
        self._require()
        if self.wanted is not None and not self._takes_voice():
            raise EngineError(f"The command has no {{voice}}, so it can't speak with {self.wanted!r}. Drop --voice.")
        return [VoiceInfo(self.wanted or DEFAULT_VOICE, Path(self.template[0]).name, ANY_LANGUAGE)]

    def default_voice(self, language: str) -> str | None:
        """The one it has, for every language."""
        del language
        return DEFAULT_VOICE

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        """Run the program for each line, several at once on all cores."""
        from voicecoach.speech.child import Waits
        from voicecoach.speech.engines import relay

        self._require()
        request = {"template": self.template, "voice": voice, "wpm": wpm, "timeout_s": self.timeout_s}
        yield from relay.spoken_with_retry(NAME, [_WORKER], request, lines, waits=Waits(self.timeout_s + _PATIENCE_S))

    def _require(self) -> None:
        if problem := self.missing():
            raise EngineError(f"The engine {NAME!r} isn't ready. {problem}")

    def _program(self) -> str | None:
        return shutil.which(expanded(self.template[0])) if self.template else None

    def _takes_voice(self) -> bool:
        return any(match[1] == "voice" for part in self.template for match in _FIELD.finditer(part))


def parse_template(value: object) -> tuple[str, ...]:
    """A template as it is configured: a list of arguments, or a text that is divided as a shell would.

    Raises ChoiceError when it can't be one: it needs {text} and {file}, and knows {voice}, {wpm} and {rate} besides.
    """
    parts = list(map(str, value)) if isinstance(value, list) else _divided(str(value))
    if not parts or not parts[0].strip():
        raise ChoiceError("The command names no program.")
    if any("\0" in part for part in parts):
        raise ChoiceError("The command has characters that don't show. Remove them.")
    used = [match[1] for part in parts for match in _FIELD.finditer(part)]
    for name in used:
        if name not in FIELDS:
            raise ChoiceError(f"The command has {{{name}}}, which nothing is known for. It may have {_listed(FIELDS)}.")
    for name in ("text", "file"):
        if name not in used:
            raise ChoiceError(
                f"The command has no {{{name}}}. Write {_listed(FIELDS[:2])} where the program takes them."
            )
    return tuple(parts)


def filled(template: Sequence[str], text: str, file: Path, voice: str, wpm: int) -> list[str]:
    """The arguments for a line; `file` gets the suffix that the template asks for (`{file:aiff}`)."""
    values = {"text": text, "voice": voice, "wpm": str(wpm), "rate": f"{wpm / NOMINAL_WPM:.2f}"}
    parts = [_FIELD.sub(lambda match: _value(match, values, file), part) for part in template]
    # A program would take a line that begins with a dash for an option.
    return [parts[0], *(f" {part}" if part == text and part.startswith("-") else part for part in parts[1:])]


def _value(match: re.Match[str], values: Mapping[str, str], file: Path) -> str:
    if match[1] == "file":
        return str(file.with_suffix(f".{match[2] or DEFAULT_SUFFIX}"))
    return values[match[1]]


def _divided(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError as error:
        raise ChoiceError(f"The command {text!r} can't be divided into arguments: {error}.") from None


def expanded(program: str) -> str:
    """The name of a program without `~`. A path would lose the `./` that tells it from one that is looked for."""
    return os.path.expanduser(program)  # noqa: PTH111


def _state(name: str) -> str:
    """Which file an argument names, if it names one."""
    with suppress(OSError, ValueError):  # it may be anything, also too long for a name
        file = Path(name)
        if file.is_file():
            state = file.stat()
            return f"{file.resolve()} {state.st_size} {state.st_mtime_ns}"
    return ""


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
