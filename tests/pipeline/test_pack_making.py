from __future__ import annotations

from dataclasses import replace

import pytest

from voicecoach.errors import ChoiceError
from voicecoach.pipeline.pack_making import language_of
from voicecoach.pipeline.prepare import load
from voicecoach.plan.choices import Choices


def test_a_pack_is_in_the_one_language_of_its_sessions() -> None:
    english = load("squat", Choices())
    german = replace(english, phrases=replace(english.phrases, language="de"))
    assert language_of([german, german]) == "de"
    with pytest.raises(ChoiceError, match="one language, and these sessions are in de and en"):
        language_of([english, german])
