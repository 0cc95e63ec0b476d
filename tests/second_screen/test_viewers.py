from __future__ import annotations

import json

import pytest

from voicecoach.second_screen.viewers import MOST_VIEWERS, TooManyError, Viewers, device_of

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"


def told(viewers: Viewers, identity: str) -> dict[str, object]:
    """What a page would be told of the controls."""
    viewer = viewers.join(identity, "")
    about: dict[str, object] = json.loads(viewer.next(1)["control"])
    viewers.leave(viewer)
    return about


def test_the_only_one_has_the_controls() -> None:
    viewers = Viewers()
    viewers.join("one", PHONE)
    assert viewers.has_controls("one")


def test_who_comes_later_has_them_when_the_first_one_leaves() -> None:
    viewers = Viewers()
    first = viewers.join("one", PHONE)
    viewers.join("two", "")
    assert not viewers.has_controls("two")
    assert not viewers.take("two")
    viewers.leave(first)
    assert viewers.has_controls("two")


def test_of_several_that_are_left_the_first_that_wants_them_has_them() -> None:
    viewers = Viewers()
    first = viewers.join("one", PHONE)
    viewers.join("two", "")
    viewers.join("three", "")
    viewers.leave(first)
    assert not viewers.has_controls("two")
    assert not viewers.has_controls("three")
    assert viewers.take("three")
    assert not viewers.take("two")


def test_they_can_be_given_away() -> None:
    viewers = Viewers()
    viewers.join("one", PHONE)
    viewers.join("two", "")
    viewers.release("two")
    assert viewers.has_controls("one")
    viewers.release("one")
    assert not viewers.has_controls("one")
    assert viewers.take("two")
    assert not viewers.take("one")


def test_who_comes_back_has_them_again_unless_somebody_took_them() -> None:
    for taken in (False, True):
        viewers = Viewers()
        first = viewers.join("one", PHONE)
        viewers.join("two", "")
        viewers.join("three", "")
        viewers.leave(first)
        assert not taken or viewers.take("two")
        viewers.join("one", PHONE)
        assert viewers.has_controls("one") is not taken


def test_two_connections_of_one_page_are_one() -> None:
    viewers = Viewers()
    first = viewers.join("one", PHONE)
    viewers.join("two", "")
    viewers.join("one", PHONE)
    viewers.leave(first)
    assert viewers.has_controls("one")


def test_shared_controls_are_everybodys_who_looks_on() -> None:
    viewers = Viewers(shared=True)
    viewers.join("one", PHONE)
    viewers.join("two", "")
    assert viewers.has_controls("one")
    assert viewers.has_controls("two")
    assert not viewers.has_controls("three")


def test_others_are_told_who_has_them() -> None:
    viewers = Viewers()
    viewers.join("one", PHONE)
    assert told(viewers, "two") == {"alone": False, "yours": False, "shared": False, "by": "an iPhone"}
    assert told(viewers, "one") == {"alone": True, "yours": True, "shared": False, "by": "an iPhone"}


def test_there_are_no_more_than_there_may_be() -> None:
    viewers = Viewers()
    first = viewers.join("0", "")
    for number in range(1, MOST_VIEWERS):
        viewers.join(str(number), "")
    with pytest.raises(TooManyError):
        viewers.join("one more", "")
    viewers.leave(first)
    viewers.join("one more", "")


def test_a_slow_page_is_told_the_newest_of_each_kind_alone() -> None:
    viewers = Viewers()
    viewers.tell("hello", {"title": "it"})
    viewer = viewers.join("one", "")
    for number in range(1000):
        viewers.tell("moment", {"number": number})
    waiting = viewer.next(1)
    assert {kind: json.loads(data) for kind, data in waiting.items() if kind != "control"} == {
        "hello": {"title": "it"},
        "moment": {"number": 999},
    }
    assert viewer.next(0) == {}


@pytest.mark.parametrize(
    ("browser", "words"),
    [
        (PHONE, "an iPhone"),
        ("Mozilla/5.0 (Linux; Android 15; Pixel 9)", "an Android device"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0)", "a Linux computer"),
        ("curl/8.5.0", "another screen"),
    ],
)
def test_a_page_is_called_by_what_it_runs_on(browser: str, words: str) -> None:
    assert device_of(browser) == words
