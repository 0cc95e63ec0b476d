"""The options that commands share: declared once, read from the command line or from the user's configuration file.

The file is `config.yaml` in the user's configuration folder; its keys are the names of the options without the dashes
in front, and `command`, the program of the engine of that name. What the command line says goes first.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from voicecoach.cli import completion
from voicecoach.cli.option_values import AUTO, LISTS, PARSERS, REPEATABLE
from voicecoach.definitions.notation import NotationError, NothingWrittenError, shown
from voicecoach.errors import ChoiceError, DefinitionError, suggestion
from voicecoach.folders import expanded
from voicecoach.plan.choices import Choices

if TYPE_CHECKING:
    from voicecoach.definitions.source import Node

CONFIG_VARIABLE = "VOICECOACH_CONFIG"

Complete = Callable[[str], list[str]]
SessionName = Annotated[
    Optional[str],  # noqa: UP045 - typer reads it at run time
    typer.Argument(
        metavar="SESSION",
        help="A built-in name, the path of a YAML file, or the session in one line.",
        show_default=False,
        autocompletion=completion.sessions,
    ),
]
Text = Optional[str]  # noqa: UP045 - typer reads it at run time
Texts = Optional[list[str]]  # noqa: UP045
Switch = Optional[bool]  # noqa: UP045


def option(metavar: str, text: str, *names: str, complete: Complete | None = None) -> Any:  # noqa: ANN401 - typer's own
    """How an option with a value is declared: what stands for its value in the help, what it does, how it is written.

    `complete` gives the values that begin with what is typed.
    """
    return typer.Option(*names, metavar=metavar, help=text, show_default=False, autocompletion=complete)


def switch(name: str, text: str) -> Any:  # noqa: ANN401 - typer's own
    """How an option without a value is declared: how it is written, and what it does."""
    return typer.Option(name, help=text, show_default=False)


def session_options(
    pick: Annotated[
        Text, option("TEXT", "In place of SESSION: have one put together, such as '20 minutes, legs, no equipment'.")
    ] = None,
    week: Annotated[Text, option("N|auto", "Week of the programme, from 1; auto goes by your history.")] = None,
    without: Annotated[
        Texts,
        option("ITEM", "Equipment you don't have; substitutes take over. Repeatable.", complete=completion.equipment),
    ] = None,
    with_: Annotated[
        Texts,
        option(
            "ITEM", "Equipment you do have beyond what is needed. Repeatable.", "--with", complete=completion.equipment
        ),
    ] = None,
    variation: Annotated[
        Texts,
        option("EXERCISE=NAME", "A variation to do; join several with +. Repeatable.", complete=completion.variations),
    ] = None,
    minutes: Annotated[Text, option("N", "Fit the session into N minutes; says what it changed.")] = None,
    only: Annotated[Texts, option("EXERCISE", "Just this exercise. Repeatable.", complete=completion.exercises)] = None,
    sets: Annotated[Text, option("N", "Sets of every exercise.")] = None,
    reps: Annotated[Text, option("N|N-M", "Repetitions of every set.")] = None,
    hold: Annotated[Text, option("TIME", "Length of holds and timed work, such as 40 or 0:45.")] = None,
    rest: Annotated[Text, option("TIME", "Rest between sets and exercises, such as 45 or 1:30.")] = None,
    tempo: Annotated[Text, option("TEMPO", "Seconds down-pause-up-pause, such as 3-1-1-0; X is explosive.")] = None,
    lead_in: Annotated[Text, option("TIME", "Time to get into position before each exercise.")] = None,
    detail: Annotated[Text, option("full|brief|counts|tones", "How much is said.", complete=completion.details)] = None,
    intro: Annotated[Text, option("full|short|none", "How much the opening says.", complete=completion.intros)] = None,
    phrases: Annotated[Text, option("FILE", "Your own lines in place of the coach's, a YAML file.")] = None,
    count_aloud: Annotated[
        Switch, switch("--count-aloud/--no-count-aloud", "Say three, two, one with the ticks.")
    ] = None,
    client: Annotated[Text, option("NAME", "Who it is for: greeted by name in the opening.")] = None,
    seed: Annotated[Text, option("N", "Another number, other variants of the lines.")] = None,
    unlimited: Annotated[Switch, switch("--unlimited", "Allow more than 4 hours or 200 repetitions in a set.")] = None,
) -> None:
    """The options that shape a session; the same on `make`, `plan` and `live`. `pick` can only be typed."""


def voice_options(
    voice: Annotated[Text, option("NAME", "Voice; see: voicecoach voices.")] = None,
    engine: Annotated[
        Text, option("NAME", "Speech engine: pyttsx3, kokoro, piper, command.", complete=completion.engines)
    ] = None,
    count_voice: Annotated[Text, option("NAME", "Another voice for the numbers and phase words.")] = None,
    rate: Annotated[Text, option("FACTOR", "Speed of speech: 1 is calm, 1.2 a fifth faster.")] = None,
    lexicon: Annotated[Text, option("FILE", "Words that are said wrong, each with a respelling; a YAML file.")] = None,
    tones: Annotated[Text, option("DIR", "Folder of WAV files that replace tones of the same name.")] = None,
) -> None:
    """The options of who speaks, and of the tones beside the voice."""


def bed_options(
    room_tone: Annotated[Text, option("DB|off", "Level of the room tone in pauses; -75 unless you say.")] = None,
    music: Annotated[Text, option("FILE|FOLDER", "Your music, quiet under the coach.")] = None,
    music_level: Annotated[Text, option("DB", "Louder or softer music, such as -3.")] = None,
) -> None:
    """The options of what lies under the voice."""


def sound_options(
    output: Annotated[Text, option("FILE", "What to write; the suffix decides the format.", "-o", "--output")] = None,
    bitrate: Annotated[Text, option("KBPS", "Bit rate: 64 for speech, 128 with music unless you say.")] = None,
    split: Annotated[Switch, switch("--split", "Write one track for each exercise and a playlist as well.")] = None,
    pictures: Annotated[
        Switch, switch("--pictures/--no-pictures", "Show each move in its chapter, as an MP3 can.")
    ] = None,
) -> None:
    """The options of what is written."""


def share_options(
    weeks: Annotated[Text, option("N|N-M|N,M", "Weeks: the first N, or those named; all unless you say.")] = None,
    coach: Annotated[Text, option("FILE", "Your profile: a YAML file with name, contact, logo, message.")] = None,
    start: Annotated[Text, option("DATE", "The day the first week begins, such as 2026-11-30.")] = None,
    base_url: Annotated[
        Text, option("URL", "Where the folder will be in the web; writes a podcast feed as well.")
    ] = None,
    release: Annotated[
        Text, option("all|weekly", "Episodes of the feed: all, or those of weeks that have begun.")
    ] = None,
    zip_: Annotated[Switch, switch("--zip", "Everything as one file to send as well.")] = None,
    output: Annotated[Text, option("DIR", "The folder to write.", "-o", "--output")] = None,
    bitrate: Annotated[Text, option("KBPS", "Bit rate: 64 for speech, 128 with music unless you say.")] = None,
    pictures: Annotated[
        Switch,
        switch("--pictures/--no-pictures", "Show each move: on the page and its sheets, in the chapters and the feed."),
    ] = None,
    force: Annotated[Switch, switch("--force", "Write into a folder that holds other things.")] = None,
    yes: Annotated[Switch, switch("--yes", "Don't ask before writing more than 2 GB.")] = None,
    secret_folders: Annotated[
        Switch, switch("--secret-folders", "With --clients: folders whose names nobody can guess.")
    ] = None,
    serve: Annotated[Switch, switch("--serve", "Serve the folder on this machine until Ctrl-C.")] = None,
    lan: Annotated[Switch, switch("--lan", "Serve it to the home network, with a QR code to scan.")] = None,
    port: Annotated[Text, option("N", "The port to serve on.")] = None,
) -> None:
    """The options of what is shared, and how. `force`, `yes`, `serve` and the like can only be typed."""


def with_options(*groups: Callable[..., None]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of these groups, which it takes as one argument `given` of type `Given`."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        own = [one for one in inspect.signature(function, eval_str=True).parameters.values() if one.name != "given"]
        shared = [one for group in groups for one in _parameters(group)]

        def command(**values: Any) -> None:  # noqa: ANN401 - whatever typer read
            function(
                **{one.name: values[one.name] for one in own},
                given=Given({one.name: values[one.name] for one in shared}),
            )

        parameters = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in (*own, *shared)]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in parameters}
        command.__name__, command.__doc__ = function.__name__, function.__doc__
        return command

    return decorate


@cache
def _parameters(group: Callable[..., None]) -> tuple[inspect.Parameter, ...]:
    """The options of a group; reading their annotations takes a while."""
    return tuple(inspect.signature(group, eval_str=True).parameters.values())


@dataclass(frozen=True)
class Given:
    """The values of options as they were given; `values` holds what the command line said."""

    values: Mapping[str, Any]

    @cached_property
    def configured(self) -> dict[str, Node]:
        """What the configuration file says, read once."""
        return configuration()

    def get(self, name: str) -> Any:  # noqa: ANN401 - each option has a type of its own
        """The value of an option, from the command line or else the configuration; `None` if neither has it.

        Raises typer.BadParameter (exit status 2) for a bad value on the command line, DefinitionError for one in the
        configuration, ChoiceError for a value of the right form that can't be.
        """
        raw = self.values.get(name)
        if raw is not None and raw != []:
            try:
                return _parsed(name, raw)
            except NotationError as error:
                raise typer.BadParameter(f"{error}{_left_out(error, flag(name))}", param_hint=flag(name)) from None
        return _from_configuration(name, self.configured[name]) if name in self.configured else None

    def is_on(self, name: str) -> bool:
        """Whether an option that can only be typed, such as `--yes`, was."""
        return bool(self.values.get(name))

    def path(self, name: str) -> Path | None:
        """The file or folder that an option names; `None` if it isn't given. Raises as `get`."""
        text = self.get(name)
        return expanded(text) if text else None

    def written_out(self, name: str) -> Node | None:
        """What the configuration has for an option in place of a file's name, unless the command line names one."""
        node = None if self.values.get(name) else self.configured.get(name)
        return node if node is not None and not isinstance(node.value, str) else None

    def room_dbfs(self) -> float | None:
        """The level of the room tone, `None` for digital silence. Raises as `get`."""
        from voicecoach.mix.room_tone import DEFAULT_ROOM_TONE_DBFS, parse_room_tone

        text = self.get("room_tone")
        return DEFAULT_ROOM_TONE_DBFS if text is None else parse_room_tone(text)

    @property
    def week_is_auto(self) -> bool:
        """Whether the week is to be chosen by what was trained."""
        return bool(self.get("week") == AUTO)

    def _items(self, name: str, against: str) -> tuple[str, ...] | None:
        """The equipment of an option; what the command line says of an item goes before what is configured."""
        items: tuple[str, ...] | None = self.get(name)
        if items is None or self.values.get(name):
            return items
        typed: tuple[str, ...] = self.get(against) if self.values.get(against) else ()
        return tuple(item for item in items if item not in typed)

    def choices(self) -> Choices:
        """The choices that shape a session."""
        found = {
            "week": None if self.week_is_auto else self.get("week"),
            "with_items": self._items("with_", "without"),
            "without": self._items("without", "with_"),
            "variations": tuple(pair for pairs in self.get("variation") or () for pair in pairs) or None,
            "minutes": self.get("minutes"),
            "only": self.get("only"),
            "sets": self.get("sets"),
            "reps": self.get("reps"),
            "hold": self.get("hold"),
            "rest": self.get("rest"),
            "tempo": self.get("tempo"),
            "lead_in": self.get("lead_in"),
            "detail": self.get("detail"),
            "intro": self.get("intro"),
            "count_aloud": self.get("count_aloud"),
            "client": self.get("client"),
            "seed": self.get("seed"),
            "unlimited": self.get("unlimited"),
        }
        return Choices(**{name: value for name, value in found.items() if value is not None})


def _from_configuration(name: str, node: Node) -> Any:  # noqa: ANN401
    from voicecoach.definitions.source import plain

    try:
        return _parsed(name, plain(node))
    except (NotationError, ChoiceError) as error:
        raise DefinitionError(node.place, node.path, f"{error}{_left_out(error, repr(node.path))}") from None


def _left_out(error: Exception, option: str) -> str:
    """What to do about an option that has no value, where that is what is wrong."""
    return f" Fill it in, or leave {option} out." if isinstance(error, NothingWrittenError) else ""


def _parsed(name: str, raw: Any) -> Any:  # noqa: ANN401
    if name in REPEATABLE:
        return tuple(PARSERS[name](one) for one in (raw if isinstance(raw, list) else [raw]))
    if isinstance(raw, dict) or (isinstance(raw, list) and name not in LISTS):
        raise NotationError(f"{shown(raw)} where one value is expected.")
    return PARSERS[name](raw)


def flag(name: str) -> str:
    """An option as it is typed."""
    return f"--{name.strip('_').replace('_', '-')}"


def config_path() -> Path:
    """Where the configuration file is, or would be."""
    if named := os.environ.get(CONFIG_VARIABLE):
        return expanded(named)
    from platformdirs import user_config_path

    return user_config_path("voicecoach", appauthor=False) / "config.yaml"


def configuration() -> dict[str, Node]:
    """The configuration file's values with their places, by the names of `PARSERS`; empty without a file.

    Raises ChoiceError for a file that can't be read, DefinitionError for one that isn't YAML, and for an unknown key.
    """
    path = config_path()
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ChoiceError(f"The configuration file {str(path)!r} can't be read: {error.strerror}.") from None
    from voicecoach.definitions.source import read

    root = read(path, str(path))
    if root.value is not None and not isinstance(root.value, dict):
        raise DefinitionError(root.place, "", "keys and values are expected, such as 'detail: brief'.")
    known = {flag(name)[2:]: name for name in PARSERS}
    for key, place in root.keys.items():
        if key not in known:
            raise DefinitionError(place, key, "there is no such option.", suggestion(key, known).strip())
    return {known[key]: node for key, node in root.children.items() if node.value is not None}
