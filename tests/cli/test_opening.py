"""Who is to speak, out of what was typed, what is configured and who else is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.test_voices_engines import TEMPLATE
from voicecoach.cli.opening import chosen_voice
from voicecoach.cli.options import Given
from voicecoach.speakable.lexicon import Lexicon

COUNTS = ("squat", "--week", "1", "--sets", "1", "--reps", "1", "--intro", "none", "--detail", "counts")


@pytest.mark.parametrize(
    "typed", [{"engine": "command"}, {"voice": "command:anna"}, {"count_voice": "command:anna"}], ids=str
)
def test_the_configured_program_goes_with_each_voice_that_is_its(configuration: Path, typed: dict[str, str]) -> None:
    configuration.write_text("command: [say, -o, '{file}', '{text}']\n")
    assert chosen_voice(Given(typed)).command == ("say", "-o", "{file}", "{text}")
    assert chosen_voice(Given({}), voice="command:anna").command


def test_a_program_that_is_not_asked_for_may_be_configured_wrongly(configuration: Path) -> None:
    configuration.write_text("command: {a: b}\n")
    assert chosen_voice(Given({"voice": "en-gb"})).command == ()


@pytest.mark.parametrize("option", ["--voice", "--count-voice"])
def test_a_program_speaks_that_is_named_by_its_voice_alone(configuration: Path, option: str) -> None:
    configuration.write_text(f"command: {TEMPLATE.replace('{text}', '{text} {voice}')}\n")
    assert run("plan", *COUNTS, option, "command:anna").status == 0


@pytest.mark.parametrize(
    ("configured", "typed", "expected"),
    [
        ("engine: pyttsx3", {"voice": "kokoro:af_heart"}, (None, "kokoro:af_heart")),
        ("voice: kokoro:af_heart", {"engine": "pyttsx3"}, ("pyttsx3", None)),
        ("voice: kokoro:af_heart", {"engine": "kokoro"}, ("kokoro", "kokoro:af_heart")),
        ("voice: en-gb", {"engine": "pyttsx3"}, ("pyttsx3", "en-gb")),
        ("", {"engine": "pyttsx3", "voice": "kokoro:af_heart"}, ("pyttsx3", "kokoro:af_heart")),
        ("{engine: pyttsx3, voice: kokoro:af_heart}", {}, ("pyttsx3", "kokoro:af_heart")),
    ],
)
def test_what_is_typed_goes_before_a_configured_voice_of_another_engine(
    configuration: Path, configured: str, typed: dict[str, str], expected: tuple[str | None, str | None]
) -> None:
    configuration.write_text(f"{configured}\n")
    choice = chosen_voice(Given(typed))
    assert (choice.engine, choice.voice) == expected


def test_an_engine_and_a_voice_of_another_one_are_one_message() -> None:
    message = run("plan", "squat", "--engine", "pyttsx3", "--voice", "kokoro:af_heart").message
    assert "The voice 'kokoro:af_heart' is one of the engine 'kokoro'" in message


def test_the_voice_of_a_client_counts_as_typed(configuration: Path) -> None:
    configuration.write_text("{engine: pyttsx3, voice: en-gb, lexicon: nowhere.yaml}\n")
    own = Lexicon({"zoë": "zo-ee"})
    choice = chosen_voice(Given({}), voice="kokoro:af_heart", lexicon=own)
    assert (choice.engine, choice.voice, choice.lexicon) == (None, "kokoro:af_heart", own)


def test_a_pack_may_be_spoken_by_the_configured_program(configuration: Path) -> None:
    configuration.write_text(f"command: {TEMPLATE}\n")
    assert run("voices", "pack", *COUNTS, "--week", "1", "--engine", "command", "-o", "mine.pack").status == 0
