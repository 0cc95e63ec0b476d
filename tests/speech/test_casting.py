"""Who speaks: packs before engines, in an order that is stated, with a note where it isn't as one would expect."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from tests.fake_engine import FakeEngine
from tests.packs.making import QuickEngine, pack_each_clip_once, pack_of
from voicecoach.cache.store import Cache
from voicecoach.errors import ChoiceError, PackError, UnknownNameError
from voicecoach.folders import DATA_VARIABLE
from voicecoach.packages import install_extra
from voicecoach.packs import shelf
from voicecoach.speech import casting, pack_voice
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker

SENTENCES = [f"Sentence number {number}." for number in range(20)]
FEW, MANY = SENTENCES[:16], SENTENCES[:15]
"""Of which four in twenty, one in five, are missing, and one more."""


@dataclass
class Stage:
    """Packs, engines, and a cache."""

    folder: Path
    cache: Cache
    engines: dict[str, FakeEngine] = field(default_factory=lambda: {"pyttsx3": QuickEngine(name="pyttsx3")})

    @property
    def default(self) -> FakeEngine:
        return self.engines["pyttsx3"]

    def pack(self, *sentences: str, name: str = "mine", shipped: bool = False, **about: str) -> Path:
        folder = self.folder / ("shipped" if shipped else "user/voices")
        folder.mkdir(parents=True, exist_ok=True)
        return pack_of(folder / f"{name}.pack", sentences, None, **about)

    def speaker(self, voice: str | Path | None = None, rate: float = 1.0, engine: str | None = None) -> Speaker:
        return Speaker(VoiceChoice(engine, str(voice) if voice else None, rate), self.cache)

    def said(self, speaker: Speaker, lines: list[str]) -> tuple[list[str], list[str]]:
        """What the default engine had to say of these lines, and the notes."""
        self.default.spoken.clear()
        cast = speaker.cast_as(speaker.cast_for(lines))
        lengths = cast.lengths(lines)
        assert {line: len(cast.clip(line)) // 48 for line in lines} == lengths
        return [line for line in self.default.spoken if line in lines], list(cast.notes(lines))


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    pack_each_clip_once(monkeypatch)
    with Cache.in_memory() as cache:
        stage = Stage(tmp_path, cache)

        def engine_named(name: str, **_: object) -> FakeEngine:
            if name not in stage.engines:
                raise UnknownNameError("engine", name, stage.engines)
            return stage.engines[name]

        monkeypatch.setattr(casting, "engine_named", engine_named)
        monkeypatch.setattr(shelf, "shipped_folder", lambda: tmp_path / "shipped")
        monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "user"))
        yield stage


def test_without_a_pack_the_default_engine_speaks_and_there_is_nothing_to_note(stage: Stage) -> None:
    spoken, notes = stage.said(stage.speaker(), SENTENCES)
    assert (sorted(spoken), notes) == (sorted(SENTENCES), [])


def test_the_pack_that_comes_with_the_program_speaks_all_that_it_has(stage: Stage) -> None:
    stage.pack(*SENTENCES, shipped=True)
    assert stage.said(stage.speaker(), SENTENCES) == ([], [])


def test_a_users_pack_speaks_when_it_is_named_alone(stage: Stage) -> None:
    stage.pack(*SENTENCES)
    assert len(stage.said(stage.speaker(), SENTENCES)[0]) == 20
    assert stage.said(stage.speaker("mine"), SENTENCES) == ([], [])


def test_up_to_one_sentence_in_five_is_spoken_by_the_engine(stage: Stage) -> None:
    stage.pack(*FEW, shipped=True)
    spoken, notes = stage.said(stage.speaker(), SENTENCES)
    assert sorted(spoken) == sorted(SENTENCES[16:])
    assert notes == ["4 sentences are not in the voice pack 'Test pack': pyttsx3 speaks them."]


def test_beyond_one_in_five_the_engine_speaks_everything(stage: Stage) -> None:
    stage.pack(*MANY, shipped=True)
    spoken, notes = stage.said(stage.speaker(), SENTENCES)
    assert sorted(spoken) == sorted(SENTENCES)
    assert notes == ["5 sentences are not in the voice pack 'Test pack': pyttsx3 speaks the whole session."]


@pytest.mark.parametrize("by_name", [False, True])
def test_a_pack_that_was_asked_for_speaks_what_it_has_however_little_that_is(stage: Stage, by_name: bool) -> None:
    path = stage.pack(SENTENCES[0])
    spoken, notes = stage.said(stage.speaker("MINE" if by_name else path), SENTENCES)
    assert sorted(spoken) == sorted(SENTENCES[1:])
    assert notes == ["19 sentences are not in the voice pack 'Test pack': pyttsx3 speaks them."]


def test_the_engine_with_the_same_voice_speaks_what_is_missing_however_much_that_is(stage: Stage) -> None:
    stage.engines["twin"] = QuickEngine(name="twin")
    stage.pack(SENTENCES[0], shipped=True, engine="twin", engine_voice="fake/sine")
    spoken, notes = stage.said(stage.speaker(), SENTENCES)
    assert spoken == []
    assert notes == ["19 sentences are not in the voice pack 'Test pack': twin speaks them in the same voice."]


@pytest.mark.parametrize(("has", "speaks"), [(FEW, "them"), (MANY, "the whole session")])
def test_where_the_engine_of_the_pack_has_not_its_voice_another_voice_of_it_speaks(
    stage: Stage, has: list[str], speaks: str
) -> None:
    stage.pack(*has, shipped=True, engine="pyttsx3", engine_voice="gmw/en-gb")
    spoken, notes = stage.said(stage.speaker(), SENTENCES)
    assert sorted(spoken) == sorted(set(SENTENCES) - set(has) if speaks == "them" else SENTENCES)
    assert notes == [f"{20 - len(has)} sentences are not in the voice pack 'Test pack': pyttsx3 speaks {speaks}."]


def test_where_that_engine_is_not_installed_the_note_says_how_to_get_it(stage: Stage) -> None:
    stage.pack(*FEW, shipped=True, engine="kokoro", engine_voice="af_heart")
    (note,) = stage.said(stage.speaker(), SENTENCES)[1]
    assert note.endswith(
        f"pyttsx3 speaks them. For the same voice throughout: {install_extra('natural')}, "
        "then: voicecoach voices install kokoro"
    )


def test_a_name_that_no_pack_knows_is_the_one_sentence_that_an_engine_speaks(stage: Stage) -> None:
    stage.pack("Hello.", *SENTENCES, shipped=True)
    lines = ["Hello. For Zoë.", *SENTENCES]
    stage.default.spoken.clear()
    speaker = stage.speaker()
    speaker.lengths(lines)
    assert "For Zoë." in stage.default.spoken
    assert "Hello." not in stage.default.spoken
    assert list(speaker.notes(lines)) == ["1 sentence is not in the voice pack 'Test pack': pyttsx3 speaks it."]


def test_who_speaks_is_said_with_the_reason(stage: Stage) -> None:
    assert stage.speaker().who() == "pyttsx3 with the voice fake/sine, since there is no voice pack in 'en'"
    assert stage.speaker("sine").who() == "pyttsx3 with the voice fake/sine, as you chose"


def test_the_pack_that_speaks_is_said_with_the_reason(stage: Stage) -> None:
    stage.pack(*SENTENCES, name="ours", shipped=True)
    stage.pack(*FEW)
    speaks = "; pyttsx3 speaks what it lacks with the voice fake/sine"
    ours = f"the voice pack ours (tester, en, 20 sentences), which comes with voicecoach{speaks}"
    assert stage.speaker().who() == ours
    assert stage.speaker("mine").who() == f"the voice pack mine (tester, en, 16 sentences), as you chose{speaks}"
    refused = "At a rate of 2 an engine speaks: a voice pack can do 0.8 to 1.25."
    assert stage.speaker(rate=2).who() == f"pyttsx3 with the voice fake/sine, since no voice pack can ({refused})"


def test_who_speaks_in_place_of_a_pack_is_said(stage: Stage) -> None:
    stage.engines["twin"] = QuickEngine(name="twin")
    stage.pack(*SENTENCES, name="ours", shipped=True, engine="twin", engine_voice="fake/sine")
    foreign = stage.pack(*SENTENCES, language="de")
    assert stage.speaker(foreign).who() == (
        "the voice pack ours (tester, en, 20 sentences), in place of the one you chose "
        f"(The voice pack {str(foreign)!r} can't be used: it speaks de, and the session is in en. Another voice "
        "speaks.); twin speaks what it lacks in the same voice"
    )


def test_an_engine_or_a_voice_of_it_that_was_asked_for_speaks_without_any_pack(stage: Stage) -> None:
    stage.pack(*SENTENCES, shipped=True)
    assert len(stage.said(stage.speaker(engine="pyttsx3"), SENTENCES)[0]) == 20
    stage.cache.clear()
    assert len(stage.said(stage.speaker("sine"), SENTENCES)[0]) == 20


def test_the_name_of_a_pack_is_that_of_a_voice_where_an_engine_is_named(stage: Stage) -> None:
    stage.pack(*SENTENCES, name="sine")
    assert len(stage.said(stage.speaker("sine", engine="pyttsx3"), SENTENCES)[0]) == 20


def test_an_engine_speaks_what_the_pack_beside_it_lacks(stage: Stage) -> None:
    stage.engines["other"] = QuickEngine(name="other")
    path = stage.pack(*FEW)
    spoken, notes = stage.said(stage.speaker(path, engine="other"), SENTENCES)
    assert spoken == []
    assert notes == ["4 sentences are not in the voice pack 'Test pack': other speaks them."]


def test_a_voice_of_another_engine_than_the_one_asked_for_is_refused(stage: Stage) -> None:
    stage.engines["piper"] = QuickEngine(name="piper")
    assert stage.speaker("piper:sine", engine="piper").who().startswith("piper with the voice fake/sine")
    with pytest.raises(ChoiceError) as raised:
        stage.speaker("piper:sine", engine="pyttsx3")
    assert str(raised.value) == (
        "The voice 'piper:sine' is one of the engine 'piper', and the engine 'pyttsx3' was asked for."
        " Leave out that engine, given with --engine or configured as `engine`, or name a voice of it."
    )


def test_the_voice_of_the_counts_may_be_of_another_engine(stage: Stage) -> None:
    stage.engines["piper"] = QuickEngine(name="piper")
    choice = VoiceChoice("pyttsx3", count_voice="piper:sine")
    counts = casting.of_counts(choice)
    assert counts is not None
    assert Speaker(counts, stage.cache).who() == "piper with the voice fake/sine, as you chose"
    assert casting.of_counts(VoiceChoice("pyttsx3", count_voice="sine")) == VoiceChoice("pyttsx3", "sine")
    assert casting.of_counts(VoiceChoice("pyttsx3")) is None


@pytest.mark.parametrize("engine", [None, "pyttsx3"])
@pytest.mark.parametrize("shipped", [False, True])
def test_who_speaks_in_place_of_a_pack_that_cannot_says_why(stage: Stage, engine: str | None, shipped: bool) -> None:
    if shipped:
        stage.pack(*SENTENCES, name="other", shipped=True)
    path = stage.pack(*SENTENCES, language="de")
    who = stage.speaker(path, engine=engine).who()
    assert who.startswith("the voice pack other" if shipped and engine is None else "pyttsx3 with the voice fake/sine")
    assert ", in place of the one you chose (The voice pack " in who
    assert "it speaks de, and the session is in en. Another voice speaks.)" in who
    assert "as you chose" not in who


def test_a_pack_that_is_not_there_is_refused(stage: Stage) -> None:
    with pytest.raises(ChoiceError, match=r"There is no voice pack 'nobody\.pack'. `voicecoach voices` lists"):
        stage.speaker("nobody.pack")


def test_a_pack_in_another_language_leaves_it_to_the_next(stage: Stage) -> None:
    path = stage.pack(*SENTENCES, language="de-at")
    stage.pack(*SENTENCES, name="english", shipped=True, language="en-gb")
    spoken, (note,) = stage.said(stage.speaker(path), SENTENCES)
    assert spoken == []
    assert note.endswith("it speaks de-at, and the session is in en. Another voice speaks.")


@pytest.mark.parametrize("shipped", [False, True])
def test_a_pack_that_is_damaged_says_so_and_another_voice_speaks(stage: Stage, shipped: bool) -> None:
    path = stage.pack(*SENTENCES, shipped=shipped)
    path.write_bytes(b"damaged" * 1000)
    spoken, (note,) = stage.said(stage.speaker(None if shipped else path), SENTENCES)
    assert len(spoken) == 20
    assert note.startswith(f"The voice pack {str(path)!r} can't be used: it is damaged, or no voice pack")
    assert note.endswith("Another voice speaks.")


def with_a_damaged_clip(path: Path) -> Path:
    data = bytearray(path.read_bytes())
    data[data.rfind(b"OggS") + 40] ^= 1
    path.write_bytes(data)
    return path


def without_damaged(speaker: Speaker, packs: int) -> list[PackError]:
    """Let the speaker do without so many packs that have damaged clips."""
    problems: list[PackError] = []
    for _ in range(packs):
        with pytest.raises(PackError, match="is damaged") as caught:
            speaker.cast_for(SENTENCES)
        assert speaker.uses(caught.value.path)
        speaker.do_without(caught.value)
        assert not speaker.uses(caught.value.path)
        problems.append(caught.value)
    return problems


def who(speaker: Speaker) -> str:
    return speaker.cast_as(speaker.cast_for(SENTENCES)).who()


def test_in_place_of_a_pack_with_a_damaged_clip_the_next_pack_speaks(stage: Stage) -> None:
    stage.pack(*SENTENCES, name="ours", shipped=True)
    speaker = stage.speaker(with_a_damaged_clip(stage.pack(*SENTENCES)))
    (problem,) = without_damaged(speaker, 1)
    assert stage.said(speaker, SENTENCES) == ([], [f"{problem} Another voice speaks."])
    ours = "the voice pack ours (tester, en, 20 sentences), in place of the one you chose"
    assert who(speaker).startswith(f"{ours} ({problem} Another voice speaks.); pyttsx3 speaks what it lacks")


def test_each_pack_with_a_damaged_clip_is_left_out_and_the_engine_speaks_in_the_end(stage: Stage) -> None:
    for name in ("a", "b"):
        with_a_damaged_clip(stage.pack(*SENTENCES, name=name, shipped=True))
    speaker = stage.speaker(with_a_damaged_clip(stage.pack(*SENTENCES)))
    problems = without_damaged(speaker, 3)
    spoken, notes = stage.said(speaker, SENTENCES)
    assert (len(spoken), notes) == (20, [f"{problem} Another voice speaks." for problem in problems])
    engine = "pyttsx3 with the voice fake/sine, in place of the one you chose"
    assert who(speaker) == f"{engine} ({problems[0]} Another voice speaks.)"


def test_with_an_engine_chosen_no_other_pack_speaks_in_place_of_one_with_a_damaged_clip(stage: Stage) -> None:
    stage.pack(*SENTENCES, name="ours", shipped=True)
    speaker = stage.speaker(with_a_damaged_clip(stage.pack(*SENTENCES)), engine="pyttsx3")
    (problem,) = without_damaged(speaker, 1)
    engine = "pyttsx3 with the voice fake/sine, in place of the one you chose"
    assert who(speaker) == f"{engine} ({problem} Another voice speaks.)"


def test_where_the_pack_that_ships_has_a_damaged_clip_it_is_said_that_no_pack_can(stage: Stage) -> None:
    with_a_damaged_clip(stage.pack(*SENTENCES, shipped=True))
    speaker = stage.speaker()
    (problem,) = without_damaged(speaker, 1)
    reason = f"since no voice pack can ({problem} Another voice speaks.)"
    assert who(speaker) == f"pyttsx3 with the voice fake/sine, {reason}"


def test_what_was_cast_before_a_clip_turned_out_damaged_stays_as_it_was(stage: Stage) -> None:
    (stage.folder / "shipped").mkdir()
    pack_of(stage.folder / "shipped/ours.pack", SENTENCES, QuickEngine(80))
    mine = stage.pack(*SENTENCES)
    whole = stage.speaker(mine).key(SENTENCES[0])
    with_a_damaged_clip(mine)
    speaker = stage.speaker(mine)
    before = speaker.cast_for(SENTENCES[:1])
    without_damaged(speaker, 1)
    after = speaker.cast_for(SENTENCES[:1])
    assert speaker.cast_as(before).key(SENTENCES[0]) == whole
    assert speaker.cast_as(after).key(SENTENCES[0]) != whole


def test_another_process_knows_from_the_cast_which_packs_are_damaged(stage: Stage) -> None:
    stage.pack(*SENTENCES, name="ours", shipped=True)
    mine = with_a_damaged_clip(stage.pack(*SENTENCES))
    speaker = stage.speaker(mine)
    without_damaged(speaker, 1)
    cast = pickle.loads(pickle.dumps(speaker.cast_for(SENTENCES)))  # noqa: S301 - what it just made
    here, there = speaker.cast_as(cast), stage.speaker(mine).cast_as(cast)
    assert there.who() == here.who()
    assert there.who().startswith("the voice pack ours (")
    assert there.key(SENTENCES[0]) == here.key(SENTENCES[0])


def test_a_clip_that_is_damaged_says_so_and_the_engine_speaks_everything(stage: Stage) -> None:
    speaker = stage.speaker(with_a_damaged_clip(stage.pack(*SENTENCES)))
    (problem,) = without_damaged(speaker, 1)
    for _ in range(2):
        spoken, (note,) = stage.said(speaker, SENTENCES)
        assert note == f"{problem} Another voice speaks."
        assert len(spoken) == 20
        stage.cache.clear()


def test_a_pack_that_was_replaced_is_read_again(stage: Stage) -> None:
    path = stage.pack(*FEW)
    assert len(stage.said(stage.speaker(path), SENTENCES)[0]) == 4
    stage.pack(*SENTENCES)
    assert stage.said(stage.speaker(path), SENTENCES) == ([], [])


@pytest.mark.parametrize("rate", [0.8, 0.93, 1.25])
def test_a_pack_is_stretched_a_little(stage: Stage, rate: float) -> None:
    stage.pack(*SENTENCES, shipped=True)
    usual, other = stage.speaker(), stage.speaker(rate=rate)
    assert stage.said(other, SENTENCES) == ([], [])
    ratios = [usual.lengths([one])[one] / other.lengths([one])[one] for one in SENTENCES]
    assert np.allclose(ratios, rate, atol=0.002)
    assert usual.key(SENTENCES[0]) != other.key(SENTENCES[0])
    line = " ".join(SENTENCES[:2])
    pause = other.lengths([line])[line] - sum(other.lengths(SENTENCES[:2]).values())
    assert pause == round(200 / rate)


def test_the_engine_with_the_same_voice_speaks_at_the_pace_at_which_the_pack_was_spoken(stage: Stage) -> None:
    stage.engines["twin"] = QuickEngine(name="twin")
    path = stage.pack(SENTENCES[0], engine="twin", engine_voice="fake/sine", engine_rate="1.6")
    keys = {
        rate: Speaker(VoiceChoice("twin", rate=rate), stage.cache).key(SENTENCES[1]) for rate in (1.0, 1.6, 1.92, 2.0)
    }
    assert len(set(keys.values())) == 4
    spoken = [stage.speaker(path, rate=rate).key(SENTENCES[1]) for rate in (1.0, 1.2, 1.25)]
    assert spoken == [keys[1.6], keys[1.92], keys[2.0]]
    assert stage.speaker(path, rate=1.0, engine="twin").key(SENTENCES[1]) == keys[1.0]


@pytest.mark.parametrize(("rate", "engine_rate"), [(1.25, "1.7"), (0.8, "0.6")])
def test_an_engine_that_cannot_go_at_the_pace_of_its_pack_is_another_voice(
    stage: Stage, rate: float, engine_rate: str
) -> None:
    stage.engines["kokoro"] = QuickEngine(name="kokoro")
    pack = partial(stage.pack, engine="kokoro", engine_voice="fake/sine", engine_rate=engine_rate)
    pack(*FEW, name="few", shipped=True)
    slow = stage.speaker(rate=rate)
    assert slow.who().endswith("; kokoro speaks what it lacks with the voice fake/sine")
    assert stage.said(slow, SENTENCES)[1] == ["4 sentences are not in the voice pack 'Test pack': kokoro speaks them."]
    assert stage.speaker().who().endswith("; kokoro speaks what it lacks in the same voice")
    assert stage.speaker(pack(SENTENCES[0]), rate).cast_for(SENTENCES).has_pack
    pack(SENTENCES[0], name="few", shipped=True)
    assert not stage.speaker(rate=rate).cast_for(SENTENCES).has_pack
    assert stage.speaker().cast_for(SENTENCES).has_pack


@pytest.mark.parametrize("rate", [0.79, 1.26])
def test_beyond_that_an_engine_speaks_and_a_note_says_why(stage: Stage, rate: float) -> None:
    stage.pack(*SENTENCES, shipped=True)
    spoken, notes = stage.said(stage.speaker(rate=rate), SENTENCES)
    assert len(spoken) == 20
    assert notes == [f"At a rate of {rate:g} an engine speaks: a voice pack can do 0.8 to 1.25."]


def test_without_the_library_a_pack_speaks_at_its_own_pace_alone(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_voice, "package_folder", lambda _name: None)
    stage.pack(*SENTENCES, shipped=True)
    assert stage.said(stage.speaker(), SENTENCES) == ([], [])
    spoken, notes = stage.said(stage.speaker(rate=1.1), SENTENCES)
    assert len(spoken) == 20
    assert notes == ["At a rate of 1.1 an engine speaks: to do it, a voice pack needs python-stretch."]


def test_keys_tell_packs_by_their_sound(stage: Stage, tmp_path: Path) -> None:
    first, second = (stage.pack(*SENTENCES, name=name) for name in ("one", "two"))
    third = pack_of(tmp_path / "other.pack", SENTENCES, QuickEngine(80))
    keys = [stage.speaker(path).key(SENTENCES[0]) for path in (first, second, third)]
    assert keys[0] == keys[1] != keys[2]
