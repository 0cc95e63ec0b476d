"""What others do, in brackets behind an amount: `5x5 (3x8 if you are new)`."""

from __future__ import annotations

from voicecoach.authoring.rules.form_words import Traps

_BEHIND = r"(?:(?<=\d\s)|(?<=%\s)|(?<=reps\s))"
_AMOUNT = r"[1-9] ?x ?\d{1,3}\b(?! ?(?:kg|lb|m\b|s\b|sec|min))"
_WHO = "beginners?|newbies|masters|advanced|easy|easier|light|scaled|women|men|juniors"
_WHEN = r"for_(?!time)|if_|when_|on_(?:your_)?knees|in_week_|beginners?|newbies|advanced"

OTHERS: Traps = (
    (
        "x",
        rf"{_BEHIND}\((?:[a-z]+_)?{_AMOUNT}[^()]*\b(?:{_WHEN})[^()]*\)",
        rf"{_BEHIND}\((?:{_WHO})(?: ?:)?_{_AMOUNT}[^()]*\)",
    ),
)
