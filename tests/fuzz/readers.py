"""Everything that reads bytes of strangers, as functions of these bytes: what is fuzzed, and replayed in the suite.

A reader returns, or raises an error of the project's own. All else that comes out is a defect.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path

from tests.plan.laid import english, laid
from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported
from voicecoach.authoring.picking.pick import pick
from voicecoach.cli.options import CONFIG_VARIABLE, Given
from voicecoach.definitions.coach import load_coach
from voicecoach.definitions.lexicons import load_lexicon
from voicecoach.definitions.load import line_of, load, load_text
from voicecoach.definitions.own_phrases import load_own_phrases
from voicecoach.definitions.session import Session
from voicecoach.errors import OutputError, VoicecoachError
from voicecoach.mix.music_files import Playlist
from voicecoach.mix.user_tones import user_tone
from voicecoach.outputs.artwork import COVER_PX, square
from voicecoach.packs.pack import Pack
from voicecoach.pipeline.recordings import UnusableError, recordings_in, take_of
from voicecoach.plan.choices import Choices
from voicecoach.programme.client_list import read_clients
from voicecoach.programme.planning import Brief
from voicecoach.speech.pack_voice import PackVoice

CORPUS = Path(__file__).parent / "corpus"
"""For each reader a folder of small files, from which inputs are made; and what once was a finding."""

Read = Callable[[bytes, Path], None]

HEARD_PORTIONS = 8
"""So much of a music file is heard: a few seconds, and what comes where it begins anew."""

BINARY = frozenset({"logo", "pack", "music", "m4a", "tone", "recording", "import-docx", "import-pdf"})
"""The readers of what isn't text."""

IMPORTED = ("csv", "docx", "erg", "html", "ics", "json", "liftoscript", "md", "mhtml", "pdf", "tsv", "txt", "zwo")


def refusal(reader: str, data: bytes, folder: Path) -> str:
    """The message with which a reader refuses `data`, empty where it takes them; `folder` is one to work in.

    Any error that comes out is a defect.
    """
    try:
        READERS[reader](data, folder)
    except (VoicecoachError, UnusableError) as error:
        return str(error)
    return ""


def _in_file(name: str, read: Callable[[Path], object]) -> Read:
    def of(data: bytes, folder: Path) -> None:
        path = folder / name
        path.write_bytes(data)
        read(path)

    return of


def _session(data: bytes, _: Path) -> None:
    _plan(load("./session.yaml", data).session)


def _plan(session: Session) -> None:
    laid(session, Choices(), phrases=english())


def _line(data: bytes, _: Path) -> None:
    text = data.decode("utf-8", "replace")
    if line_of(text):
        _plan(load(text).session)


def _picked(data: bytes, _: Path) -> None:
    _plan(pick(data.decode("utf-8", "replace")).session)


def _import(suffix: str, data: bytes, _: Path) -> None:
    found = imported(data, f"text.{suffix}")
    as_json(found.written)
    load_text(found.yaml, "text.yaml")


def _logo(data: bytes, folder: Path) -> None:
    profile, logo = folder / "coach.yaml", folder / "logo"
    profile.write_text("name: Sam\nlogo: logo\n", "utf-8")
    logo.write_bytes(data)
    coach = load_coach(profile)
    with suppress(OutputError):  # there may be nothing here that draws
        square(coach.logo or b"", COVER_PX)


def _configuration(data: bytes, folder: Path) -> None:
    path = folder / "config.yaml"
    path.write_bytes(data)
    before = os.environ.get(CONFIG_VARIABLE, "")
    os.environ[CONFIG_VARIABLE] = str(path)
    try:
        given = Given({})
        for name in given.configured:
            given.get(name)
    finally:
        os.environ[CONFIG_VARIABLE] = before


def _pack(path: Path) -> None:
    pack = Pack.open(path)
    pack.wordings()
    voice = PackVoice(pack, 1.0)
    for sentence in pack.sentences():
        voice.clip(sentence)


def _music(path: Path) -> None:
    for _ in islice(Playlist([path], lambda _: None).samples(), HEARD_PORTIONS):
        pass


READERS: dict[str, Read] = {
    "session": _session,
    "line": _line,
    "pick": _picked,
    "clients": _in_file("clients.csv", lambda path: read_clients(path, Brief(("squat",), Choices()))),
    "configuration": _configuration,
    "lexicon": _in_file("lexicon.yaml", load_lexicon),
    "phrases": _in_file("phrases.yaml", lambda path: load_own_phrases(path, "en")),
    "coach": _in_file("coach.yaml", load_coach),
    "logo": _logo,
    "pack": _in_file("voice.pack", _pack),
    "music": _in_file("music.mp3", _music),
    "m4a": _in_file("music.m4a", _music),
    "tone": _in_file("tick.wav", user_tone),
    "recording": _in_file("squats.wav", take_of),
    "lines": _in_file("lines.csv", lambda path: recordings_in(path.parent, ["Squats.", "Go."])),
    **{f"import-{suffix}": partial(_import, suffix) for suffix in IMPORTED},
}
