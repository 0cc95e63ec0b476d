"""Make docs/errors.md, the page of everything that can go wrong on purpose, from the classes of errors.

    python scripts/make_error_table.py

What an error is about is its docstring; what to do, and how one comes about, stands here. The examples are messages
that the program gives.
"""

from __future__ import annotations

import ast
import re
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "errors.md"
BASE = "VoicecoachError"
WIDTH = 120
NOT_MET = ""
"""The example of a class that only has others below it."""

HEAD = """# What can go wrong

Made by `python3 scripts/make_error_table.py` from the classes of errors; change these and not this page.

An error is one message on stderr that begins with `voicecoach:` and says what is wrong, where, and what to do. For a
fault in a file that is the file with line and column, the field, the value, what is allowed, and the nearest thing that
may have been meant. What stood in the place of a result before still does.

| Exit status | |
|---|---|
| 0 | it is done |
| 1 | it could not be done; the message says why |
| 2 | a wrong command line, such as options that contradict each other |
| 129, 130, 143 | ended by a closed terminal, by Ctrl-C, by a request to end |

What the system refuses (a disk, a device, a pipe) is told in the same way, with its own word for why. Messages that go
to a full disk are lost and change no status. A traceback is a defect of voicecoach: nothing that can be typed or
written into a file should bring one about.
"""


@dataclass(frozen=True)
class Found:
    """A class of errors: its name, that of its base, the module that it stands in, and its docstring in one line."""

    name: str
    base: str
    module: str
    about: str


@dataclass(frozen=True)
class Told:
    """What to do about an error, and what brings one about: raises it in an empty folder, or is the message itself."""

    mend: str
    example: Callable[[], object] | str


def _fault() -> None:
    from voicecoach.definitions.load import load_session

    Path("legs.yaml").write_text(
        "title: Legs\nsections:\n  - exercises:\n      - {exercise: squat, prescripton: 3x8}\n"
    )
    load_session("legs.yaml")


def _no_file() -> None:
    from voicecoach.definitions.load import load_session

    load_session("evening.yaml")


def _unknown() -> None:
    from voicecoach.definitions.load import load_session

    load_session("tabatta")


def _no_program() -> None:
    from voicecoach.speech.engines.command import CommandEngine

    CommandEngine(("speak", "{file}", "{text}")).identity()


def _no_pack() -> None:
    from voicecoach.packs.pack import Pack

    Pack.open(Path("mira.pack"))


def _no_address() -> None:
    from voicecoach.speech.models.catalogue import KOKORO_MODEL
    from voicecoach.speech.models.sources import sources

    sources(KOKORO_MODEL, "ftp://example.org/kokoro.onnx")


def _a_folder() -> None:
    from voicecoach.outputs.whole_file import whole_file

    Path("legs.mp3").mkdir()
    with whole_file(Path("legs.mp3")):
        pass


def _unspoken() -> None:
    from voicecoach.errors import UnspokenLineError

    raise UnspokenLineError("Hush now.", "the sound is silent")


TOLD = {
    "VoicecoachError": Told("", NOT_MET),
    "DefinitionError": Told(
        "Change the file at the line that is named. `voicecoach check FILE` tells all of its faults, and with `--fix`"
        " mends those that can be meant in one way only.",
        _fault,
    ),
    "ChoiceError": Told("Choose something else, as the message says; `--help` has what the option takes.", _no_file),
    "UnknownNameError": Told("Take the name that is offered. `voicecoach list` has all there are.", _unknown),
    "SpeechError": Told("", NOT_MET),
    "EngineError": Told("`voicecoach doctor` says who can speak, and what is missing.", _no_program),
    "StalledError": Told(
        "Run it again; if it stays, choose another voice with `--engine`. It is told as an `EngineError` that names the"
        " engine.",
        "The engine 'kokoro' gave no answer for 60 s.",
    ),
    "PackError": Told(
        "Get the pack again, or make it anew with `voicecoach voices pack`. Where another voice can speak, it does, and"
        " this is a note.",
        _no_pack,
    ),
    "UnspokenLineError": Told(
        "Write the line in other words, or choose another voice with `--voice` or `--engine`.", _unspoken
    ),
    "InstallError": Told(
        "Ask for the model's own file; `voicecoach voices install NAME` knows where it is.", _no_address
    ),
    "FetchError": Told(
        "Connect, and run it again: it goes on where it was. A file that came in another way can be named as"
        " `--from FILE`.",
        "https://example.org/kokoro.onnx can't be fetched: the server answers 404 Not Found.",
    ),
    "OutputError": Told("Name another place with `-o`, or make room there.", _a_folder),
}


def main() -> None:
    """Write the page, and say whether it is another one."""
    before = PAGE.read_text("utf-8") if PAGE.exists() else ""
    text = page()
    PAGE.write_text(text, "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}: {'as it was' if text == before else 'made anew'}\n")


def page() -> str:
    """The whole page."""
    classes = list(found())
    mine = list(_below(BASE, classes))
    return "\n".join([HEAD, *_told(mine), *_inner([one for one in classes if one not in mine])])


def found() -> Iterator[Found]:
    """Every class of errors in the package, in the order of the modules."""
    errors = {BASE}
    for file in sorted((ROOT / "voicecoach").rglob("*.py")):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and node.bases:
                base = ast.unparse(node.bases[0])
                if base in errors or re.search(r"(?:Error|Exception|Interrupt|Exit)$", base):
                    errors.add(node.name)
                    yield Found(
                        node.name, base, module, " ".join((ast.get_docstring(node) or "").split("\n\n")[0].split())
                    )


def _below(name: str, classes: list[Found]) -> Iterator[Found]:
    """The class of this name and all below it, each before those below it."""
    yield from (one for one in classes if one.name == name)
    for one in classes:
        if one.base == name:
            yield from _below(one.name, classes)


def _told(classes: list[Found]) -> Iterator[str]:
    yield "## What is told\n"
    for one in classes:
        told = TOLD[one.name]
        yield f"### {one.name}\n"
        yield _wrapped(f"A kind of `{one.base}`. {one.about}" if one.name != BASE else one.about)
        if told.example != NOT_MET:
            yield _wrapped(f"**What to do:** {told.mend}")
            yield f"```\n{message(one.name)}\n```\n"


def _wrapped(paragraph: str) -> str:
    lines = textwrap.wrap(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join([*lines, ""])


def message(name: str) -> str:
    """An example of the messages of a class."""
    from voicecoach import errors

    example = TOLD[name].example
    if isinstance(example, str):
        return example
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        try:
            example()
        except errors.VoicecoachError as error:
            if type(error).__name__ == name:
                return str(error)
    raise LookupError(f"The example of {name} is none.")


def _inner(classes: list[Found]) -> Iterator[str]:
    yield "## What is caught within the program\n"
    yield "Nobody meets these: each is dealt with, or told as one of the above.\n"
    yield "| Class | Where | |\n|---|---|---|"
    yield from (f"| `{one.name}` | `{one.module}` | {one.about} |" for one in classes)
    yield ""


if __name__ == "__main__":
    main()
