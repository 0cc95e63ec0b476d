from __future__ import annotations

import multiprocessing
from datetime import date
from pathlib import Path

import pytest

from tests.definitions.files import write
from tests.tiny_session import TINY
from voicecoach.plan.choices import Choices, Detail
from voicecoach.programme.clients import Done, Failure, Job, Outlook, Workers, _in_worker
from voicecoach.programme.planning import Brief, Delivery
from voicecoach.speech.choice import VoiceChoice


def test_workers_that_were_killed_cost_what_they_were_at_and_are_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VOICECOACH_CACHE", str(tmp_path / "cache"))
    brief = Brief((write(tmp_path, TINY, "tiny.yaml"),), Choices(detail=Detail.TONES, sets=1), (1,))
    job = Job(2, brief, Delivery(tmp_path / "out", date(2026, 11, 24)), VoiceChoice())
    with Workers(1) as workers:

        def planned() -> object:
            ((_, done),) = workers.plan([job])
            return done.result

        assert isinstance(planned(), Outlook)
        for child in multiprocessing.active_children():
            child.kill()
            child.join()
        at_once, then = planned(), planned()
        assert isinstance(at_once, (Outlook, Failure))  # as it was noticed before or after
        assert isinstance(then, Outlook)


def test_what_nobody_has_foreseen_is_a_message_about_its_client() -> None:
    @_in_worker
    def task() -> Done:
        raise KeyError("reps\n" * 1000)

    failure = task().result
    assert isinstance(failure, Failure)
    message = failure.message
    assert message.startswith("this is a fault of voicecoach (KeyError: 'reps")
    assert "test_clients.py, line " in message
    assert "\n" not in message
    assert len(message) < 400
