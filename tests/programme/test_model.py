from __future__ import annotations

from dataclasses import replace

from tests.programme.examples import programme
from voicecoach.definitions.coach import Coach


def test_an_episode_keeps_its_identity_when_the_programme_grows() -> None:
    short, long = programme(1), programme(3)
    assert short.identity == long.identity
    assert short.episode_identity(short.episodes[0]) == long.episode_identity(long.episodes[0])
    assert len({long.episode_identity(one) for one in long.episodes}) == 3


def test_each_client_and_each_coach_has_programmes_of_their_own() -> None:
    one = programme(1)
    others = [replace(one, client="Jo"), replace(one, client=None), replace(one, coach=Coach("Alexa"))]
    assert len({one.identity, *(other.identity for other in others)}) == 4


def test_a_name_of_any_bytes_has_an_identity() -> None:
    assert replace(programme(1), client="Sam\udcff").identity != programme(1).identity


def test_a_programme_is_from_its_coach_or_from_whom_its_session_is_by() -> None:
    assert programme(1).author == "Alexa, running coach"
    assert programme(1, coach=Coach("Kim")).author == "Kim"
