from __future__ import annotations

from pathlib import Path

import pytest

from voicecoach.errors import OutputError
from voicecoach.outputs.formats import SoundFormat, format_of


@pytest.mark.parametrize("kind", SoundFormat)
def test_the_suffix_tells_the_format(kind: SoundFormat) -> None:
    assert format_of(Path(f"a.b/my session{kind.suffix}")) is kind
    assert format_of(Path(f"SESSION{kind.suffix.upper()}")) is kind


def test_only_two_formats_need_ffmpeg() -> None:
    assert [kind for kind in SoundFormat if kind.needs_ffmpeg] == [SoundFormat.M4A, SoundFormat.OPUS]


@pytest.mark.parametrize(("name", "nearest"), [("a.mp33", ".mp3"), ("a.flacc", ".flac"), ("a.op", ".opus")])
def test_an_unknown_suffix_gets_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(OutputError, match=rf"Did you mean '\{nearest}'\?"):
        format_of(Path(name))


def test_a_suffix_like_none_gets_them_all() -> None:
    with pytest.raises(OutputError, match=r"can't write \.zzzz files.*\.mp3, \.wav, \.flac, \.ogg, \.m4a, \.opus"):
        format_of(Path("a.zzzz"))


def test_they_are_listed_once() -> None:
    with pytest.raises(OutputError) as refused:
        format_of(Path("a.xyz"))
    assert str(refused.value).count(".mp3") == 1


@pytest.mark.parametrize("name", ["session", ".mp3", "session.", "-"])
def test_a_name_without_suffix_is_told_to_take_one(name: str) -> None:
    with pytest.raises(OutputError, match=r"has no suffix.*Add one: .*\.mp3"):
        format_of(Path(name))
