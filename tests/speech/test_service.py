from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.fake_engine import FakeEngine
from tests.parts import require_package
from voicecoach.cache.store import Cache
from voicecoach.errors import ChoiceError, UnknownNameError, UnspokenLineError
from voicecoach.speakable.lexicon import NO_LEXICON, Lexicon
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.pyttsx3_engine import SystemEngine
from voicecoach.speech.profile import REFERENCE, REFERENCE_S
from voicecoach.speech.service import Speaker

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the embedded voice is the engine on Linux")
LINES = ["One.", "Fifteen.", "Step up, and stand tall.", "Last two.", "Keep your knees over your toes. " * 12]


def test_lengths_are_those_of_the_clips(cache: Cache) -> None:
    speaker = Speaker(VoiceChoice(engine=FakeEngine()), cache)
    lengths = speaker.lengths(["short", "a rather longer line"])
    assert lengths == pytest.approx({"short": 300, "a rather longer line": 1200}, abs=3)
    assert {text: len(speaker.clip(text)) / 48 for text in lengths} == lengths


@pytest.mark.parametrize(("rate", "pause_ms"), [(1.0, 200), (1.25, 160)])
def test_every_sentence_of_a_line_is_in_its_clip_with_the_pause_between(
    cache: Cache, rate: float, pause_ms: int
) -> None:
    speaker = Speaker(VoiceChoice(engine=FakeEngine(), rate=rate), cache)
    sentences = ["Stand tall.", "Lower slowly!", "Ready?"]
    pause = np.zeros(48 * pause_ms, np.int16)
    first, *others = map(speaker.clip, sentences)
    expected = np.concatenate([first, *(part for clip in others for part in (pause, clip))])
    assert np.array_equal(speaker.clip(" ".join(sentences)), expected)
    assert all(clip.any() for clip in (first, *others))


def test_a_line_is_spoken_once(tmp_path: Path) -> None:
    fake = FakeEngine()
    for _ in range(2):
        with Cache.open(tmp_path) as cache:
            speaker = Speaker(VoiceChoice(engine=fake), cache)
            speaker.lengths(["hello", "hello", " hello\n"])
            speaker.clip("hello")
            cache.commit()
    assert fake.spoken.count("hello") == 1
    assert fake.spoken.count(REFERENCE) == 2


def test_a_clip_that_the_cache_lost_is_spoken_again(cache: Cache) -> None:
    fake = FakeEngine()
    speaker = Speaker(VoiceChoice(engine=fake), cache)
    before = speaker.clip("hello").tobytes()
    cache.clear()
    assert speaker.clip("hello").tobytes() == before
    assert fake.spoken.count("hello") == 2


def test_progress_counts_what_is_missing(cache: Cache) -> None:
    seen: list[tuple[int, int]] = []
    Speaker(VoiceChoice(engine=FakeEngine()), cache).lengths(["known"])
    Speaker(VoiceChoice(engine=FakeEngine()), cache, progress=lambda done, total: seen.append((done, total))).lengths(
        ["known", "new", "newer"]
    )
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_keys_tell_engines_texts_and_voices_apart(cache: Cache) -> None:
    slow, quick = (Speaker(VoiceChoice(engine=FakeEngine(ms)), cache) for ms in (80, 60))
    assert len({slow.key("one"), quick.key("one"), slow.key("two")}) == 3


@pytest.mark.parametrize("text", ["", "💪💪", " ... "])
def test_a_line_with_nothing_to_say_is_refused(cache: Cache, text: str) -> None:
    with pytest.raises(UnspokenLineError, match="no letter and no digit"):
        Speaker(VoiceChoice(engine=FakeEngine()), cache).lengths([text])


def test_the_engine_gets_what_can_be_said_with_its_pronunciation(cache: Cache) -> None:
    fake = FakeEngine()
    speaker = Speaker(VoiceChoice(engine=fake, lexicon=Lexicon({"joule": "jewel"})), cache)
    written = ["🔥 Hold 5s, Joule!!!", "EMOM: 3x8", "Plain words."]
    lengths = speaker.lengths(written)
    assert set(fake.spoken) - {REFERENCE} == {"Hold 5 seconds, Jewel!", "E-mom: 3 sets of 8", "Plain words."}
    assert {text: len(speaker.clip(text)) / 48 for text in written} == lengths


def test_lines_that_are_said_alike_have_one_clip(cache: Cache) -> None:
    fake = FakeEngine()
    speaker = Speaker(VoiceChoice(engine=fake), cache)
    alike = ["Hold 5 s.", "Hold 5 seconds.", "**Hold** 5s. 💪"]
    assert len({speaker.key(text) for text in alike}) == 1
    speaker.lengths(alike)
    assert fake.spoken.count("Hold 5 seconds.") == 1


def test_a_changed_pronunciation_is_another_clip_of_that_line_alone(cache: Cache) -> None:
    first, other = (
        Speaker(VoiceChoice(engine=FakeEngine(), lexicon=lexicon), cache)
        for lexicon in (NO_LEXICON, Lexicon({"joule": "jewel"}))
    )
    assert first.key("A joule.") != other.key("A joule.")
    assert first.key("A watt.") == other.key("A watt.")


@pytest.mark.parametrize("rate", [0, 0.4, 2.1, 180, -1, float("nan"), float("inf")])
def test_a_rate_that_is_no_factor_is_refused(rate: float) -> None:
    with pytest.raises(ChoiceError, match=r"factor from 0\.5 to 2\.0"):
        VoiceChoice(rate=rate)


def test_an_unknown_voice_gets_the_nearest_name(cache: Cache) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'sine'"):
        Speaker(VoiceChoice(engine=FakeEngine(), voice="sinne"), cache).lengths(["hello"])


@linux_only
@pytest.mark.parametrize(
    ("name", "voice"),
    [
        (None, "gmw/en-us"),
        ("en-us", "gmw/en-us"),
        ("EN-US", "gmw/en-us"),
        ("English (America)", "gmw/en-us"),
        ("gmw/en-gb-x-rp", "gmw/en-gb-x-rp"),
        ("en-gb", "gmw/en"),
        ("received", "gmw/en-gb-x-rp"),
    ],
)
def test_a_voice_goes_by_several_names(cache: Cache, name: str | None, voice: str) -> None:
    assert Speaker(VoiceChoice("pyttsx3", name), cache).voice == voice


@linux_only
def test_an_unknown_voice_names_few(cache: Cache) -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'en-us'"):
        _ = Speaker(VoiceChoice(voice="en-uss"), cache).voice
    with pytest.raises(UnknownNameError, match="voicecoach voices") as caught:
        _ = Speaker(VoiceChoice(voice="qqqq"), cache).voice
    assert len(str(caught.value)) < 400


@linux_only
@pytest.mark.parametrize("voice", ["en-us", "fr", "de"])
@pytest.mark.parametrize("rate", [0.7, 1.0, 1.6])
def test_the_pace_is_the_same_whatever_the_voice(cache: Cache, voice: str, rate: float) -> None:
    speaker = Speaker(VoiceChoice(voice=voice, rate=rate), cache)
    assert speaker.lengths([REFERENCE])[REFERENCE] == pytest.approx(REFERENCE_S * 1000 / rate, rel=0.03)


@linux_only
def test_a_line_sounds_the_same_whatever_was_said_before() -> None:
    def spoken(lines: list[str], cores: set[int]) -> dict[str, bytes]:
        with Cache.in_memory() as cache:
            speaker = Speaker(VoiceChoice(), cache)
            allowed = os.sched_getaffinity(0)
            os.sched_setaffinity(0, cores)
            try:
                speaker.lengths(lines)
            finally:
                os.sched_setaffinity(0, allowed)
            return {line: speaker.clip(line).tobytes() for line in sorted(lines)}

    cores = os.sched_getaffinity(0)
    lines = [*LINES, *(f"Number {n}." for n in range(20))]
    first = spoken(lines, cores)
    assert spoken(lines[::-1], cores) == first
    assert spoken(lines[::3] + lines[1::3] + lines[2::3], {min(cores)}) == first
    assert spoken(["Fifteen."], cores)["Fifteen."] == first["Fifteen."]


_WARM = """
import sys
from pathlib import Path
from voicecoach.cache.store import Cache
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker
with Cache.open(Path(sys.argv[1])) as cache:
    print(Speaker(VoiceChoice(), cache).lengths(sys.argv[2:]))
    cache.commit()
print(*{name.split(".")[0] for name in sys.modules} & {"numpy", "soxr", "pyttsx3", "subprocess"})
"""


@linux_only
def test_with_everything_cached_neither_numpy_nor_a_process_is_needed(tmp_path: Path) -> None:
    cold, warm = (
        subprocess.run([sys.executable, "-c", _WARM, str(tmp_path), *LINES], capture_output=True, text=True, check=True)
        for _ in range(2)
    )
    lengths, imported = warm.stdout.splitlines()
    assert cold.stdout.splitlines()[0] == lengths
    assert imported == ""


@linux_only
def test_the_worker_for_system_voices_speaks_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    require_package("espeakng_loader")
    import espeakng_loader

    monkeypatch.setenv("ESPEAK_DATA_PATH", espeakng_loader.get_data_path())
    monkeypatch.setenv("LD_LIBRARY_PATH", str(Path(espeakng_loader.get_library_path()).parent))
    engine = SystemEngine()
    assert any(voice.language == "en-us" for voice in engine.voices())
    results = dict(engine.speak(["One.", "Keep your hips level.", "Three."], "gmw/en-us", 165))
    lengths_s = [result.seconds for result in results.values() if isinstance(result, Waveform)]
    assert len(lengths_s) == 3
    assert lengths_s[1] > 2 * lengths_s[0]


_INTERRUPTED = """
from voicecoach.cache.store import Cache
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker
def progress(done, total):
    print(f"{done}".ljust(10_000), flush=True)  # a pipe that nobody reads fills up, so this doesn't end by itself
with Cache.in_memory() as cache:
    Speaker(VoiceChoice(), cache, progress=progress).lengths([f"Number {n}, in control." for n in range(900)])
"""


@linux_only
def test_an_interrupted_run_leaves_no_process_behind() -> None:
    process = subprocess.Popen([sys.executable, "-c", _INTERRUPTED], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with process:
        assert process.stdout
        assert process.stderr
        assert [process.stdout.readline() for _ in range(3)]
        (server,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.send_signal(signal.SIGINT)
        assert b"KeyboardInterrupt" in process.stderr.read()
    assert not Path("/proc", server).exists()
