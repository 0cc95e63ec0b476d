from __future__ import annotations

import pytest

from voicecoach.speakable.doubts import doubts
from voicecoach.speakable.lexicon import Lexicon, built_in_lexicon

BUILT_IN = built_in_lexicon("en")


def doubted(text: str, language: str = "en", lexicon: Lexicon = BUILT_IN) -> list[str]:
    return [problem for problem, _ in doubts(text, language, lexicon)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Do the ZFQ drill", "'ZFQ' may be said as a word or letter by letter, and neither may be meant."),
        ("Two KFOs", "'KFOs' may be said as a word or letter by letter, and neither may be meant."),
        ("Now the brbk", "'brbk' has no vowel, so it may be said letter by letter."),
        ("Use the x4s band", "'x4s' has digits and letters that belong to no amount."),
        ("Turn it to 5M", "'5M' has digits and letters that belong to no amount."),
        ("See https://example.org now", "the link or address in 'See https://example.org now' isn't said."),
        ("∑ of all", "the sign '∑' isn't said."),
        ("① Squat", "the sign '①' isn't said."),
    ],
)
def test_what_may_be_said_wrong_is_named(text: str, problem: str) -> None:
    assert problem in doubted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Stand tall, and breathe out as you push up.",
        "STOP if it HURTS. DO NOT round your back!",
        "AMRAP in 12 min: 10 RDLs, 5 HIIT sprints @ RPE 8, 3x8 w/ a 16kg KB, approx. 2½ min.",
        "Your ACL, IT band and VO2max; 90° at the knee, 70% of 1RM.",
        "Phase II, week IV, set 1/3, the 2nd of the 32nd, 90s music, A1 and L4.",
        "Hmm, psst, shh! Dr. Jones and Mr. Smith are OK.",
        "3-1-1-0, 30X0, 21-15-9, 1:30, 0:45, 30-45s, 8am, 5K",
        "Great job 💪🔥 → rest",
        "Café, plié, naïve",
        "I rowed 500m in 2'05\".",
        "T-spine, L-sit, e-bike, A-skip",
    ],
)
def test_ordinary_english_is_not_doubted(text: str) -> None:
    assert doubted(text) == []


def test_what_the_lexicon_knows_is_not_doubted() -> None:
    assert doubted("Do the ZFQ and the brbk", lexicon=Lexicon({"zfq": "zee-fo", "brbk": "bar back"})) == []


def test_words_of_a_language_without_rules_are_not_doubted() -> None:
    assert doubted("Krk ZFQ 5M", "xx") == []
    assert doubted("www.example.org", "xx")
