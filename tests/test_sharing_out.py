"""Which process runs which tests."""

from __future__ import annotations

import pytest

from tests import sharing_out
from tests.end_to_end.home import ROOT
from voicecoach.cores import cores


def test_two_processes_mostly_wait() -> None:
    assert sharing_out.processes() == cores() + 2


@pytest.mark.parametrize(
    ("nodeid", "group"),
    [
        ("tests/end_to_end/live/test_heard.py::test_a", "sound"),
        ("tests/end_to_end/live/test_keys.py::test_a", "keys"),
        ("tests/end_to_end/page/test_looks.py::test_a[1::2]", "pages"),
        ("tests/end_to_end/second_screen/test_following.py::test_it_follows_the_sound", "pages"),
        ("tests/end_to_end/test_heard.py::test_a", "the built-in session"),
        ("tests/plan/test_fit.py::test_a[1::2]", "tests/plan/test_fit.py"),
    ],
)
def test_a_test_is_in_one_group(nodeid: str, group: str) -> None:
    assert sharing_out.group(nodeid) == group


def test_what_is_shared_out_apart_is_there() -> None:
    for start in (start for starts in (*sharing_out.GROUPS.values(), sharing_out.LONG) for start in starts):
        file, _, test = start.partition("::")
        assert (ROOT / file).exists()
        assert not test or f"def {test}(" in (ROOT / file).read_text("utf-8")
