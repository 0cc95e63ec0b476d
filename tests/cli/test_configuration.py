from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.running import lengths_s, plan, run
from voicecoach.cli.option_values import PARSERS
from voicecoach.cli.options import Given, flag
from voicecoach.plan.choices import Choices, Detail

VALUES = {
    "week": "3",
    "without": "[band, mirror]",
    "with_": "backpack",
    "variation": "[step-up=running-pose, lunge=rotation+backpack]",
    "minutes": "20",
    "only": "[squat]",
    "sets": "2",
    "reps": "8-10",
    "hold": "0:45",
    "rest": "1:30",
    "tempo": "3-1-1-0",
    "lead_in": "12",
    "detail": "brief",
    "intro": "short",
    "phrases": "my-words.yaml",
    "count_aloud": "true",
    "voice": "en-gb",
    "count_voice": "en-us",
    "engine": "pyttsx3",
    "command": "[say, -o, '{file}', '{text}']",
    "rate": "1.1",
    "seed": "-7",
    "lexicon": "my-lexicon.yaml",
    "tones": "my-tones",
    "unlimited": "true",
    "output": "out.mp3",
    "bitrate": "96",
    "room_tone": "off",
    "music": "music",
    "music_level": "-3",
    "split": "true",
    "pictures": "false",
    "client": "Zoë",
    "weeks": "3-6",
    "coach": "coach.yaml",
    "start": "2026-11-30",
    "days": "[mon, fri]",
    "time": "18:30",
    "timezone": "Europe/Berlin",
    "alarm": "15",
    "base_url": "https://example.org/sam",
    "release": "weekly",
    "zip_": "true",
    "port": "8080",
}


def test_every_option_can_be_set(configuration: Path) -> None:
    assert set(VALUES) == set(PARSERS)
    configuration.write_text("".join(f"{flag(name)[2:]}: {value}\n" for name, value in VALUES.items()))
    given = Given({})
    assert given.get("rest") == 90_000
    assert given.get("without") == ("band", "mirror")
    assert given.get("room_tone") == "off"
    assert given.get("seed") == -7
    assert all(given.get(name) is not None for name in PARSERS)
    choices = given.choices()
    assert choices.detail is Detail.BRIEF
    assert choices.variations == (("step-up", "running-pose"), ("lunge", "rotation"), ("lunge", "backpack"))


def test_the_command_line_goes_first(configuration: Path) -> None:
    configuration.write_text("rest: 0:45\ncount-aloud: true\nonly: lunge\n")
    given = Given({"rest": "20", "count_aloud": False, "only": []})
    assert (given.get("rest"), given.get("count_aloud"), given.get("only")) == (20_000, False, ("lunge",))
    assert lengths_s(plan("squat", "--only", "squat"), "rest") == {45}
    assert lengths_s(plan("squat", "--only", "squat", "--rest", "1:30"), "rest") == {90}


@pytest.mark.parametrize(
    ("configured", "typed", "with_items", "without"),
    [
        ("without: [band, mirror]", {"with_": ["band"]}, ("band",), ("mirror",)),
        ("with: [band, mirror]", {"without": ["band"]}, ("mirror",), ("band",)),
        ("without: [band]\nwith: [mirror]", {"with_": ["band"]}, ("band",), ()),
        ("without: [band]\nwith: [mirror]", {"with_": ["band"], "without": ["mirror"]}, ("band",), ("mirror",)),
        ("without: [band]\nwith: [mirror]", {}, ("mirror",), ("band",)),
    ],
)
def test_what_is_typed_of_a_piece_of_equipment_wins_over_what_is_configured(
    configuration: Path,
    configured: str,
    typed: dict[str, list[str]],
    with_items: tuple[str, ...],
    without: tuple[str, ...],
) -> None:
    configuration.write_text(configured)
    choices = Given(typed).choices()
    assert (choices.with_items, choices.without) == (with_items, without)


@pytest.mark.parametrize(
    ("configured", "typed", "has_band"),
    [
        ("without: band", (), False),
        ("without: band", ("--with", "band"), True),
        ("with: band", (), True),
        ("with: band", ("--without", "band"), False),
    ],
)
def test_the_plan_goes_by_the_equipment_that_is_typed(
    configuration: Path, configured: str, typed: tuple[str, ...], has_band: bool
) -> None:
    configuration.write_text(configured)
    exercises = {step.get("exercise") for step in plan("glutes-for-runners", *typed)["steps"]}
    assert ("band-walk" in exercises, "wall-press" in exercises) == (has_band, not has_band)


@pytest.mark.parametrize("text", ["", "# nothing set\n", "rest:\n"])
def test_a_file_that_sets_nothing_changes_nothing(configuration: Path, text: str) -> None:
    configuration.write_text(text)
    assert Given({}).choices() == Choices()


def test_no_file_is_fine() -> None:
    assert Given({}).choices() == Choices()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rst: 30\n", "config.yaml:1:1: rst: there is no such option. Did you mean 'rest'?"),
        ("sets: 3\nrest: soon\n", "config.yaml:2:7: rest: 'soon' is not a length of time. Write seconds"),
        (
            "detail: ful\n",
            "config.yaml:1:9: detail: 'ful' is not one of full, brief, counts, tones. Did you mean 'full'?",
        ),
        ("sets: .nan\n", "config.yaml:1:7: sets: nan is not a number of sets from 1 to"),
        ("rate: 100\n", "config.yaml:1:7: rate: The rate 100 can't be used"),
        ("room-tone: loud\n", "config.yaml:1:12: room-tone: "),
        ("music-level: .inf\n", "config.yaml:1:14: music-level: inf is not"),
        ("voice: true\n", "config.yaml:1:8: voice: True where a text was expected."),
        ("voice: ''\n", "config.yaml:1:8: voice: '' where a text was expected. Fill it in, or leave 'voice' out."),
        ("client: ' '\n", "config.yaml:1:9: client: ' ' where a name was expected. Fill it in, or leave 'client' out."),
        ("lexicn: {a: b}\n", "config.yaml:1:1: lexicn: there is no such option. Did you mean 'lexicon'?"),
        (
            "lexicon: {psoas: 5}\n",
            "config.yaml:1:18: lexicon.psoas: 5 where a respelling was expected. Put it in quotes",
        ),
        (
            "lexicon: [psoas]\n",
            "config.yaml:1:10: lexicon: words with respellings are expected, such as 'joule: jewel'.",
        ),
        ("lexicon: none.yaml\n", "There is no file 'none.yaml'."),
        ("rest: [1, 2]\n", "config.yaml:1:7: rest: a list where one value is expected."),
        ("split: yes\n", "config.yaml:1:8: split: 'yes' is neither true nor false."),
        ("only: [[squat]]\n", "config.yaml:1:7: only: a list where a text was expected."),
        ("variation: {step-up: running-pose}\n", "config.yaml:1:12: variation: "),
        ("- rest: 30\n", "config.yaml:1:1: keys and values are expected, such as 'detail: brief'."),
        ("rest: 30\nrest: 40\n", "config.yaml:2:1: rest: stands here a second time"),
        ("rest: 'x\n", "config.yaml:1:7: the quote ' that opens here is never closed."),
    ],
)
def test_a_fault_is_told_with_file_line_and_option(configuration: Path, text: str, message: str) -> None:
    configuration.write_text(text)
    arguments = ("squat", "--detail", "tones") if "detail" not in text else ("squat",)
    command = (
        ("plan",)
        if not {"room-tone", "music-level", "split"} & {text.split(":", maxsplit=1)[0]}
        else ("make", "-o", "x.mp3")
    )
    assert message in run(*command, *arguments).message


def test_a_file_that_cannot_be_read_is_told(configuration: Path) -> None:
    configuration.mkdir()
    assert "config.yaml' is a folder" in run("plan", "squat").message


def test_a_file_that_is_not_utf_8_is_told(configuration: Path) -> None:
    configuration.write_bytes(b"voice: \xff\n")
    assert "config.yaml:1:8: byte 0xff is not UTF-8." in run("plan", "squat").message


@pytest.mark.parametrize("option", ["--voice", "--client", "--only", "--without", "--lexicon", "--with"])
def test_an_option_with_nothing_in_it_says_what_to_do(option: str) -> None:
    ran = run("plan", "glutes-for-runners", option, "")
    assert ran.status == 2
    assert f"was expected. Fill it in, or leave {option} out." in " ".join(ran.err.split())


def test_doctor_tells_what_is_wrong_with_a_configuration_once(configuration: Path) -> None:
    configuration.write_text("volce: en-us\n")
    ran = run("doctor")
    assert ran.status == 1
    assert ran.out.count("Did you mean 'voice'?") == 1
    assert re.findall(r"^MISSING +(.*?)  +see 'configuration' above$", ran.out, re.MULTILINE) == ["voice", "tones"]
