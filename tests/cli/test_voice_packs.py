"""`voices pack`: all that sessions can say, spoken or out of recordings."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.cli.running import Ran, run
from tests.packs.making import QuickEngine, pack_each_clip_once, pack_of
from tests.tiny_session import TINY
from voicecoach.errors import UnknownNameError
from voicecoach.packs.pack import About, Pack
from voicecoach.packs.writing import PackWriter
from voicecoach.pipeline.sentences import stem_of
from voicecoach.speech import casting
from voicecoach.speech.engine import Waveform

SHORT = ("tiny.yaml", "--detail", "counts", "--intro", "none")
ONE_WEEK = (*SHORT, "--week", "1")


class HalfDumb(QuickEngine):
    """Says nothing where a sentence has `dumb` in it."""

    dumb = "nothing of the kind"

    def waveform(self, line: str) -> Waveform:
        sound = super().waveform(line)
        return Waveform(bytes(len(sound.pcm)), sound.rate_hz) if self.dumb in line else sound


@pytest.fixture(autouse=True)
def engine(configuration: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> HalfDumb:
    """An engine `fake` beside the default one, and the tiny session."""
    pack_each_clip_once(monkeypatch)
    (configuration.parent.parent / "tiny.yaml").write_text(TINY)
    monkeypatch.setenv("VOICECOACH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path / "data"))
    engines = {"fake": HalfDumb(), "pyttsx3": HalfDumb(name="pyttsx3")}

    def engine_named(name: str, **_: object) -> QuickEngine:
        if name not in engines:
            raise UnknownNameError("engine", name, engines)
        return engines[name]

    monkeypatch.setattr(casting, "engine_named", engine_named)
    return engines["fake"]


def spoken(*arguments: str, output: str = "my.pack") -> Ran:
    return run("voices", "pack", *arguments, "--engine", "fake", "-o", output)


def new_in(ran: Ran) -> int:
    assert ran.status == 0, ran
    found = re.search(r"(\d+) of them new", ran.out)
    assert found
    return int(found[1])


def sentences(path: str = "my.pack") -> list[str]:
    pack = Pack.open(Path(path))
    assert len(pack.clips(pack.sentences())) == pack.count
    return pack.sentences()


def about(path: str = "my.pack") -> About:
    return Pack.open(Path(path)).about


def listed(*arguments: str) -> list[str]:
    ran = run("lines", *arguments)
    return [row.split(",", 2)[2].strip('"') for row in ran.out.splitlines()[1:]]


# Spoken


def test_a_pack_says_all_that_its_sessions_say_in_every_week() -> None:
    ran = spoken("tiny.yaml")
    assert new_in(ran) == len(sentences())
    assert set(listed("tiny.yaml", "--often", "0")) <= set(sentences())
    for week in ("1", "3"):
        made = run("plan", "tiny.yaml", "--week", week, "--voice", "my.pack")
        assert (made.status, made.err) == (0, "")


def test_what_is_in_it_is_not_spoken_again_and_what_is_no_longer_said_is_dropped(engine: HalfDumb) -> None:
    weeks = ("tiny.yaml", "--detail", "brief")
    before = new_in(spoken(*weeks))
    (Path("cache") / "sounds.sqlite3").unlink()
    engine.spoken.clear()
    assert new_in(spoken(*weeks)) == 0
    assert not set(engine.spoken) & set(sentences())
    ran = spoken(*weeks, "--week", "1")
    assert new_in(ran) == 0
    assert 0 < len(sentences()) < before
    assert f", {before - len(sentences())} dropped" in ran.out


def test_with_keep_it_only_grows() -> None:
    spoken(*ONE_WEEK, "--only", "press")
    before = set(sentences())
    ran = spoken(*ONE_WEEK, "--only", "bob", "--keep")
    assert "dropped" not in ran.out
    assert before < set(sentences())


def test_what_another_voice_spoke_is_spoken_again() -> None:
    count = new_in(spoken(*ONE_WEEK))
    assert new_in(spoken(*ONE_WEEK)) == 0
    assert new_in(spoken(*ONE_WEEK, "--rate", "1.1")) == count
    pack_of(Path("my.pack"), ["Other."])
    ran = spoken(*ONE_WEEK, "--keep")
    assert new_in(ran) == count
    assert "note: What is in 'my.pack' was not spoken this way, so all of it is spoken anew.\n" in ran.err
    assert "Other." not in sentences()


def test_the_pack_says_what_it_is() -> None:
    spoken(*ONE_WEEK)
    assert about() == About(
        "my", "fake/sine", "en", "that of the engine's voice", "spoken by fake 60", "fake", "fake/sine"
    )
    spoken(*ONE_WEEK, "--name", "Sine", "--licence", "CC0", "--language", "en-gb", "--rate", "0.9")
    assert about() == About(
        "Sine", "fake/sine", "en-gb", "CC0", "spoken by fake 60 at a rate of 0.9", "fake", "fake/sine", 0.9
    )


def test_a_sentence_that_the_voice_cannot_say_is_left_out_and_named(engine: HalfDumb) -> None:
    engine.dumb = "Two"
    ran = spoken(*ONE_WEEK)
    assert ran.status == 0
    assert "note: 'Two.' is not in it: the sound is silent." in ran.err
    assert "Two." not in sentences()


def test_what_is_pronounced_otherwise_now_is_spoken_again(configuration: Path, engine: HalfDumb) -> None:
    spoken(*ONE_WEEK)
    configuration.write_text("lexicon:\n  two: too\n")
    changed = [one for one in sentences() if re.search(r"\btwo\b", one, re.IGNORECASE)]
    assert new_in(spoken(*ONE_WEEK)) == len(changed) > 0
    with closing(sqlite3.connect("my.pack")) as database:
        assert database.execute("SELECT said FROM clip WHERE sentence = 'Two.'").fetchone() == ("Too.",)
    engine.dumb = "Three"
    configuration.write_text("lexicon:\n  two: three\n")
    ran = spoken(*ONE_WEEK)
    assert "note: 'Two.' is not in it: the sound is silent." in ran.err
    assert "Two." not in sentences()


def test_broken_off_it_keeps_what_it_did_and_leaves_the_pack_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken(*ONE_WEEK, "--only", "press")
    before, put = Path("my.pack").read_bytes(), PackWriter.put
    count = 0

    def interrupted(self: PackWriter, *arguments: object, **named: object) -> None:
        nonlocal count
        count += 1
        if count > 5:
            raise KeyboardInterrupt
        put(self, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(PackWriter, "put", interrupted)
    ran = spoken(*ONE_WEEK)
    assert ran.status == 130
    assert "What is done of 'my.pack' is kept; the same command goes on with it." in ran.err
    assert Path("my.pack").read_bytes() == before
    monkeypatch.setattr(PackWriter, "put", put)
    old = set(sentences())
    new = new_in(spoken(*ONE_WEEK))
    assert new == len(set(sentences()) - old) - 5
    assert not Path("my.pack.part").exists()


def test_the_same_again_is_the_same_file() -> None:
    spoken(*ONE_WEEK)
    first = Path("my.pack").read_bytes()
    spoken(
        *ONE_WEEK,
        output="again.pack",
    )
    spoken(*ONE_WEEK)
    assert Path("my.pack").read_bytes() == first
    with closing(sqlite3.connect("again.pack")) as database:
        database.execute("UPDATE about SET value = 'my' WHERE key = 'name'")
        assert database.execute("SELECT count(*) FROM clip").fetchone()[0] == len(sentences())


# Recorded


def record(folder: str, said: list[str], level: float = 0.1) -> None:
    Path(folder).mkdir(exist_ok=True)
    for number, sentence in enumerate(said):
        count = 24_000 + 100 * number
        sound = np.random.default_rng(number).normal(size=count) * np.sin(np.linspace(0, np.pi, count)) * level
        soundfile.write(Path(folder) / f"{stem_of(sentence)}.wav", np.pad(sound, 24_000), 48_000)


def recorded(*arguments: str) -> Ran:
    return run("voices", "pack", *arguments, "--clips", "takes", "-o", "my.pack")


def test_recordings_of_all_that_is_heard_make_a_voice() -> None:
    said = listed(*SHORT)
    record("takes", said)
    ran = recorded(*SHORT)
    assert new_in(ran) == len(said)
    assert "no recording" not in ran.err
    assert about() == About("my", "my", "en", "the speaker's own; ask before you pass it on", "recorded")
    assert run("plan", *ONE_WEEK, "--voice", "my.pack").status == 0


def test_what_has_no_recording_is_counted_and_named_with_who_speaks_it() -> None:
    said = listed(*ONE_WEEK)
    record("takes", said[7:])
    ran = recorded(*ONE_WEEK)
    first = ", ".join(map(repr, said[:5]))
    assert f"note: 7 of {len(said)} sentences have no recording, and pyttsx3 speaks them: {first} …\n" in ran.err


def test_files_that_are_of_no_use_are_named() -> None:
    said = listed(*ONE_WEEK)
    record("takes", said)
    record("takes", ["What nobody says."])
    Path("takes", f"{stem_of(said[0])}.wav").write_bytes(b"")
    soundfile.write(Path("takes", f"{stem_of(said[1])}.wav"), np.zeros(0), 48_000)
    soundfile.write(
        Path("takes", f"{stem_of(said[2])}.wav"), np.clip(np.random.default_rng(1).normal(size=48_000), -1, 1), 48_000
    )
    ran = recorded(*ONE_WEEK)
    assert f"note: '{stem_of('What nobody says.')}.wav' fits no sentence.\n" in ran.err
    assert f"note: '{stem_of(said[0])}.wav': it can't be read (" in ran.err
    assert f"note: '{stem_of(said[1])}.wav': nothing is heard in it.\n" in ran.err
    assert f"note: '{stem_of(said[2])}.wav': it is too loud: its peaks are cut off.\n" in ran.err
    assert f"note: 2 of {len(said)} sentences have no recording" in ran.err
    assert new_in(ran) == len(said) - 2


def test_many_files_of_no_use_are_counted() -> None:
    record("takes", [*listed(*ONE_WEEK), *(f"Nobody says {number}." for number in range(25))])
    ran = recorded(*ONE_WEEK)
    assert ran.err.count("fits no sentence") == 20
    assert "note: 5 more files are of no use.\n" in ran.err


def test_recordings_are_taken_anew_each_time_and_kept_with_keep() -> None:
    said = listed(*ONE_WEEK)
    record("takes", said)
    assert new_in(recorded(*ONE_WEEK)) == len(said)
    for path in Path("takes").iterdir():
        path.unlink()
    record("takes", said[:3])
    assert new_in(recorded(*ONE_WEEK, "--keep")) == 3
    assert set(sentences()) == set(said)
    recorded(*ONE_WEEK)
    assert set(sentences()) == set(said[:3])


def test_a_folder_without_any_recording_makes_no_pack() -> None:
    Path("takes").mkdir()
    assert re.search(r"no recording of any of \d+ sentences in 'takes'.*voicecoach lines", recorded(*ONE_WEEK).err)
    assert "can't be read: No such file" in run("voices", "pack", *SHORT, "--clips", "nowhere", "-o", "a.pack").err
    record("takes", listed(*ONE_WEEK)[:1], level=0)
    ran = recorded(*ONE_WEEK)
    assert "No recording in 'takes' can be used, so there is no pack." in ran.err
    assert ran.status == 1
    assert not list(Path().glob("my.pack*"))


# What is refused


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), "Say who speaks: --engine NAME, or --clips DIR for recordings."),
        (("--voice", "sine"), "Say who speaks"),
        (("--engine", "fake", "--clips", "takes"), "--clips and --engine don't go together"),
        (("--clips", "takes", "--voice", "sine"), "--clips and --voice don't go together"),
        (("--clips", "takes", "--rate", "1.1"), "--clips and --rate don't go together"),
        (("--clips", "takes", "--lexicon", "mine.yaml"), "--clips and --lexicon don't go together"),
        (("--engine", "fake", "--rate", "fast"), "rate"),
    ],
)
def test_a_wrong_command_line_is_told(options: tuple[str, ...], expected: str) -> None:
    ran = run("voices", "pack", *ONE_WEEK, *options, "-o", "my.pack")
    assert ran.status == 2
    assert expected in ran.err


def test_without_a_session_or_a_file_it_is_a_wrong_command_line() -> None:
    assert (
        "Say which session, or have one put together with --pick"
        in run("voices", "pack", "--engine", "fake", "-o", "my.pack").err
    )
    assert "Missing option '-o'" in run("voices", "pack", "squat", "--engine", "fake").err


def test_options_of_voices_before_the_command_are_told_where_they_belong() -> None:
    ran = run("voices", "--engine", "fake", "pack", *ONE_WEEK, "-o", "my.pack")
    assert ran.status == 2
    assert "Options for 'pack' stand after it" in ran.err


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--engine", "fakr"), "Unknown engine 'fakr'. Did you mean 'fake'?"),
        (("--engine", "fake", "--voice", "cosine"), "Unknown voice 'cosine'."),
        (("--engine", "fake", "--voice", "other.pack"), "'other.pack' is a voice pack"),
        (
            ("--engine", "fake", "--voice", "kokoro:af_heart"),
            "The voice 'kokoro:af_heart' is one of the engine 'kokoro'",
        ),
        (("--engine", "fake", "--language", "de"), "The sessions are in 'en', so the pack can't be in 'de'."),
        (("--engine", "fake", "--rate", "9"), "The rate 9 can't be used"),
    ],
)
def test_what_cannot_be_is_told(options: tuple[str, ...], expected: str) -> None:
    assert expected in run("voices", "pack", *ONE_WEEK, *options, "-o", "my.pack").message
    assert not list(Path().glob("my.pack*"))


def test_a_file_that_is_no_pack_is_not_replaced() -> None:
    Path("my.pack").write_text("a diary")
    assert "it is damaged, or no voice pack" in spoken(*ONE_WEEK).message
    assert Path("my.pack").read_text() == "a diary"
    assert "Write 'my.pack'" in spoken(*ONE_WEEK, output="my.mp3").message
    assert "nowhere doesn't exist" in spoken(*ONE_WEEK, output="nowhere/my.pack").message
