"""The options that commands share: declared once, read from the command line or from the user's configuration file.

The file is `config.yaml` in the user's configuration folder; its keys are the names of the options, without the dashes in
front. What the command line says goes first.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from voicecoach.definitions.notation import (
    MAX_REPS,
    MAX_SETS,
    MAX_WEEKS,
    NotationError,
    parse_amount,
    parse_count,
    parse_hold,
    parse_lengthy,
    parse_tempo,
)
from voicecoach.errors import DefinitionError, suggestion
from voicecoach.plan.choices import Choices, Detail

CONFIG_VARIABLE = "VOICECOACH_CONFIG"
MAX_MINUTES = 24 * 60

Text = Optional[str]  # noqa: UP007,UP045 - typer reads it at run time
Texts = Optional[list[str]]  # noqa: UP007,UP045


def _option(metavar: str, text: str, *names: str) -> Any:  # noqa: ANN401 - typer's own type is private
    return typer.Option(*names, metavar=metavar, help=text, show_default=False)


def session_options(  # noqa: PLR0917 - typer reads the signature
    week: Annotated[Text, _option("N", "Week of the programme, from 1.")] = None,
    without: Annotated[Texts, _option("ITEM", "Equipment you don't have; substitutes take over. Repeatable.")] = None,
    with_: Annotated[Texts, _option("ITEM", "Equipment you do have beyond what is needed. Repeatable.", "--with")] = None,
    variation: Annotated[Texts, _option("EXERCISE=NAME", "A variation to do; join several with +. Repeatable.")] = None,
    minutes: Annotated[Text, _option("N", "Fit the session into N minutes; says what it changed.")] = None,
    only: Annotated[Texts, _option("EXERCISE", "Just this exercise. Repeatable.")] = None,
    sets: Annotated[Text, _option("N", "Sets of every exercise.")] = None,
    reps: Annotated[Text, _option("N|N-M", "Repetitions of every set.")] = None,
    hold: Annotated[Text, _option("TIME", "Length of holds and timed work, such as 40 or 0:45.")] = None,
    rest: Annotated[Text, _option("TIME", "Rest between sets and exercises, such as 45 or 1:30.")] = None,
    tempo: Annotated[Text, _option("TEMPO", "Seconds down-pause-up-pause, such as 3-1-1-0; X is explosive.")] = None,
    lead_in: Annotated[Text, _option("TIME", "Time to get into position before each exercise.")] = None,
    detail: Annotated[Text, _option("full|brief|counts|tones", "How much is said.")] = None,
    count_aloud: Annotated[
        Optional[bool],  # noqa: UP007,UP045
        typer.Option("--count-aloud/--no-count-aloud", help="Say three, two, one with the ticks.", show_default=False),
    ] = None,
    seed: Annotated[Text, _option("N", "Another number, other variants of the lines.")] = None,
    unlimited: Annotated[
        Optional[bool],  # noqa: UP007,UP045
        typer.Option("--unlimited", help="Allow more than 4 hours or 200 repetitions in a set.", show_default=False),
    ] = None,
) -> None:
    """The options that shape a session; the same on `make`, `plan` and `live`."""


def voice_options(
    voice: Annotated[Text, _option("NAME", "Voice; see: voicecoach voices.")] = None,
    engine: Annotated[Text, _option("NAME", "Speech engine.")] = None,
    rate: Annotated[Text, _option("FACTOR", "Speed of speech: 1 is calm, 1.2 a fifth faster.")] = None,
    tones: Annotated[Text, _option("DIR", "Folder of WAV files that replace tones of the same name.")] = None,
) -> None:
    """The options of who speaks, and of the tones beside the voice."""


def sound_options(  # noqa: PLR0917
    output: Annotated[Text, _option("FILE", "What to write; the suffix decides the format.", "-o", "--output")] = None,
    bitrate: Annotated[Text, _option("KBPS", "Bit rate: 64 for speech, 128 with music unless you say.")] = None,
    room_tone: Annotated[Text, _option("DB|off", "Level of the room tone in pauses; -75 unless you say.")] = None,
    music: Annotated[Text, _option("FILE|FOLDER", "Your music, quiet under the coach.")] = None,
    music_level: Annotated[Text, _option("DB", "Louder or softer music, such as -3.")] = None,
    split: Annotated[
        Optional[bool],  # noqa: UP007,UP045
        typer.Option("--split", help="Write one track for each exercise and a playlist as well.", show_default=False),
    ] = None,
) -> None:
    """The options of what is written."""


def with_options(*groups: Callable[..., None]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of these groups, which it takes as one argument `given` of type `Given`."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        own = [one for one in inspect.signature(function, eval_str=True).parameters.values() if one.name != "given"]
        shared = [one for group in groups for one in inspect.signature(group, eval_str=True).parameters.values()]

        def command(**values: Any) -> None:  # noqa: ANN401 - whatever typer read
            function(
                **{one.name: values[one.name] for one in own}, given=Given({one.name: values[one.name] for one in shared})
            )

        parameters = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in (*own, *shared)]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {one.name: one.annotation for one in parameters}
        command.__name__, command.__doc__ = function.__name__, function.__doc__
        return command

    return decorate


def _reps(value: object) -> object:
    amount = parse_amount(value)
    if amount.unit != "reps":
        raise NotationError(f"{value!r} is a time, not a number of repetitions (1 to {MAX_REPS}). See --hold.")
    return amount


def _detail(value: object) -> Detail:
    names = [str(one) for one in Detail]
    if value not in names:
        raise NotationError(f"{value!r} is not one of {', '.join(names)}.{suggestion(str(value), names)}")
    return Detail(str(value))


def _variation(value: object) -> tuple[tuple[str, str], ...]:
    exercise, sign, names = str(value).partition("=")
    if not (exercise and sign and names):
        raise NotationError(f"{value!r} is not a variation. Write EXERCISE=NAME, such as step-up=running-pose.")
    return tuple((exercise.strip(), name.strip()) for name in names.split("+"))


def _number(value: object) -> float:
    try:
        number = float(str(value).replace(",", ".").replace("−", "-"))  # noqa: RUF001 - people paste a minus sign
    except ValueError:
        number = float("nan")
    if not -1000 < number < 1000:  # noqa: PLR2004 - also refuses not-a-number
        raise NotationError(f"{value!r} is not a number.")
    return number


def _whole(value: object) -> int:
    if isinstance(value, bool) or not str(value).strip().lstrip("-").isdecimal() or len(str(value)) > 18:  # noqa: PLR2004
        raise NotationError(f"{value!r} is not a whole number.")
    return int(str(value))


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise NotationError(f"{value!r} is neither true nor false.")
    return value


def _text(value: object) -> str:
    return str(value)


PARSERS: Mapping[str, Callable[[object], object]] = {
    "week": lambda value: parse_count(value, "weeks", MAX_WEEKS),
    "without": _text,
    "with_": _text,
    "variation": _variation,
    "minutes": lambda value: parse_count(value, "minutes", MAX_MINUTES),
    "only": _text,
    "sets": lambda value: parse_count(value, "sets", MAX_SETS),
    "reps": _reps,
    "hold": parse_hold,
    "rest": parse_lengthy,
    "tempo": parse_tempo,
    "lead_in": parse_lengthy,
    "detail": _detail,
    "count_aloud": _truth,
    "voice": _text,
    "engine": _text,
    "rate": _number,
    "seed": _whole,
    "tones": _text,
    "unlimited": _truth,
    "output": _text,
    "bitrate": lambda value: parse_count(value, "kbit/s", 1000),
    "room_tone": _text,
    "music": _text,
    "music_level": _number,
    "split": _truth,
}
REPEATABLE = {"without", "with_", "variation", "only"}


@dataclass(frozen=True)
class Given:
    """The values of options as they were given; `values` holds what the command line said."""

    values: Mapping[str, Any]

    def get(self, name: str) -> Any:  # noqa: ANN401 - each option has a type of its own
        """The value of an option, from the command line or else the configuration; `None` if neither has it.

        Raises typer.BadParameter (exit status 2) for a bad value on the command line, DefinitionError for one in the
        configuration.
        """
        raw = self.values.get(name)
        if raw is not None and raw != []:
            try:
                return _parsed(name, raw)
            except NotationError as error:
                raise typer.BadParameter(str(error), param_hint=flag(name)) from None
        configured = configuration()
        if name not in configured:
            return None
        node = configured[name]
        from voicecoach.definitions.convert import plain

        try:
            return _parsed(name, plain(node))
        except NotationError as error:
            raise DefinitionError(node.place, flag(name)[2:], str(error)) from None

    def choices(self) -> Choices:
        """The choices that shape a session."""
        found = {
            "week": self.get("week"),
            "with_items": self.get("with_"),
            "without": self.get("without"),
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
            "count_aloud": self.get("count_aloud"),
            "seed": self.get("seed"),
            "unlimited": self.get("unlimited"),
        }
        return Choices(**{name: value for name, value in found.items() if value is not None})


def _parsed(name: str, raw: Any) -> Any:  # noqa: ANN401
    if name in REPEATABLE:
        return tuple(PARSERS[name](one) for one in (raw if isinstance(raw, list) else [raw]))
    if isinstance(raw, (list, dict)) or raw is None:
        raise NotationError("one value is expected here.")
    return PARSERS[name](raw)


def flag(name: str) -> str:
    """An option as it is typed."""
    return f"--{name.strip('_').replace('_', '-')}"


def config_path() -> Path:
    """Where the configuration file is, or would be."""
    if named := os.environ.get(CONFIG_VARIABLE):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("voicecoach", appauthor=False) / "config.yaml"


@cache
def configuration() -> dict[str, Any]:
    """The configuration file's values with their places, by the names of `PARSERS`; empty without a file.

    Raises DefinitionError for a file that isn't YAML, and for an unknown key.
    """
    from voicecoach.definitions.source import MAX_BYTES, parse

    path = config_path()
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return {}
    if not data.strip():
        return {}
    root = parse(data, str(path))
    if not isinstance(root.value, dict):
        raise DefinitionError(root.place, "", "keys and values are expected, such as voice: en-gb.")
    known = {flag(name)[2:]: name for name in PARSERS}
    for key in root.value:
        if key not in known:
            raise DefinitionError((root.keys or {})[key], key, "there is no such option.", suggestion(key, known).strip())
    return {known[key]: node for key, node in root.value.items() if node.value is not None}
