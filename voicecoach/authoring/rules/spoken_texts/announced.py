"""Which exercises somebody calls who speaks: `next up is the side plank`, `let's go into walking lunges`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement, singular
from voicecoach.authoring.rules.language.sentence_words import BODY
from voicecoach.authoring.rules.spoken_texts.announcing import (
    ALL_OF_IT,
    ALONE,
    AMOUNT_BEFORE,
    ANNOUNCED,
    ANNOUNCED_BEHIND,
    ARTICLE,
    COUNTS,
    DEEDS,
    DONE_SO,
    GOES_ON,
    HELD,
    IN_CAPITALS,
    IS_MOVED,
    LED_TO,
    LED_TO_WORDS,
    LIMBS,
    MOVED_TO,
    NO_POSE,
    NOT_CALLED,
    OBJECT,
    OBJECTS,
    OF_BACK,
    OF_SOMETHING,
    OF_TALK,
    ONLY_NAMED,
    OWNERS,
    PARTICLE,
    PLURALS_ALONE,
    STATED,
    WHOLE,
)

MOST_WORDS, MANY_WORDS = 5, 15
FAR = 200
"""So many characters before and behind a name tell whether it is called: a run of words may be as long as a film."""
_TOKEN = re.compile(r"[^\W_](?:[\w'’-]*\w)?|[^\w\s]+")
_OF_ALL = ("flow", "workout", "routine")
"""What calls all of a session."""
Tokens = Sequence[re.Match[str]]


@dataclass(frozen=True)
class Called:
    """A name as it is spoken, where it stands, from where on it is announced, and whether it is for certain."""

    name: str
    start: int
    end: int
    is_sure: bool


def called_in(text: str) -> list[Called]:
    """The exercises that an utterance calls, in order."""
    found = list[Called]()
    for one in sorted(_candidates(text), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _candidates(text: str) -> Iterator[Called]:
    for one in IN_CAPITALS.finditer(text):
        if not NO_POSE.match(one["name"]):
            yield Called(one["name"], one.start("name"), one.end("name"), is_sure=True)
    for one in GOES_ON.finditer(text):
        yield Called(next(filter(None, one.groups())), one.start(), one.end(), is_sure=True)
    for one in WHOLE.finditer(text):
        if called := _placed(text, *one.span()):
            yield called
    yield from _in_words(text)
    yield from _stated(text)


def _stated(text: str) -> Iterator[Called]:
    """What has no word of a movement in its name, where a stop ends it."""
    for one in STATED.finditer(text):
        words = one["name"].lower().split()
        is_thing = len(words) > 1 or words[0].endswith(("ing", "s")) or "called" in one[0].lower()
        is_named = not any(word.endswith("'s") and word not in OWNERS for word in words)
        is_thing = is_thing and not all(map(BODY.fullmatch, words))
        if is_thing and is_named and not OF_TALK.intersection(words) and not _is_no_exercise(one["name"]):
            yield Called(one["name"], one.start("name"), one.end("name"), is_sure=False)


def _in_words(text: str) -> Iterator[Called]:
    tokens = list(_TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        end = _end_of_name(tokens, at)
        if end and (called := _called(text, tokens[at:end])):
            yield called
            at = end
        else:
            at += 1


def _placed(text: str, start: int, end: int) -> Called | None:
    """What is a name for certain, if it stands where one is called."""
    is_announced = _is_announced(text, start, end)
    is_at_end = _is_first(text, start) or _is_last(text, end) or bool(DONE_SO.match(_behind(text, end)))
    if not (is_announced or is_at_end) or _is_only_named(text, start, end) or _is_no_exercise(text[start:end]):
        return None
    return Called(text[start:end], _from_amount(text, start), end, is_sure=is_announced)


def _called(text: str, tokens: Tokens) -> Called | None:
    """What these words call, where they are said."""
    start, end = tokens[0].start(), tokens[-1].end()
    if _is_only_named(text, start, end) or _is_no_exercise(text[start:end]) or _is_repeated(tokens):
        return None
    is_announced = _is_announced(text, start, end)
    is_alone = start == 0 and not re.search(r"\w", _behind(text, end))
    if not (is_announced or _is_called_plainly(text, tokens)):
        return None
    if not _can_be_alone(tokens, is_announced=is_announced or is_alone):
        return None
    is_begin = not re.search(r"\w", re.sub(r"^\W*an?\s+", "", _before(text, start), flags=re.IGNORECASE))
    is_several = len(tokens) > 1 and _is_plural(tokens[-1][0])
    is_whole = _is_all(text, end) or (len(tokens) > 1 and _is_unbroken(text, tokens))
    is_sure = is_announced or (is_begin and (is_whole or (is_several and text[end : end + 1] == ",")))
    return Called(text[start:end], _from_amount(text, start), end, is_sure=is_sure)


def _is_called_plainly(text: str, tokens: Tokens) -> bool:
    """Whether words that aren't announced stand where a name does: first or last, or as a plural in a run of words."""
    start, end = tokens[0].start(), tokens[-1].end()
    if len(tokens) > 1 and _lower(tokens[0]) in DEEDS and not _is_phrase(tokens[0][0], tokens[1][0]):
        return False
    is_several = len(tokens) > 1 and (_is_plural(tokens[-1][0]) or bool(DONE_SO.match(_behind(text, end))))
    is_in_run = is_several and _is_unstopped(text) and not NOT_CALLED.search(_before(text, start))
    return _is_first(text, start) or _is_last(text, end) or is_in_run


def _can_be_alone(tokens: Tokens, *, is_announced: bool) -> bool:
    """Whether words can be a name: several, or one that is known as one."""
    last = _lower(tokens[-1])
    return (
        len(tokens) > 1
        or (is_announced and last.count("-") > 1)
        or last in PLURALS_ALONE
        or (is_announced and singular(last) in ALONE)
    )


def _is_repeated(tokens: Tokens) -> bool:
    return len(tokens) > 1 and len({_lower(one) for one in tokens}) == 1


def _lower(token: re.Match[str]) -> str:
    return token[0].lower().replace("’", "'")


def _is_word(tokens: Tokens, at: int) -> bool:
    """Whether a name can have this word in it; a number in words only before a limb: `one arm rows`."""
    word = _lower(tokens[at])
    if tokens[at][0] == "IT":
        return True  # the band at the side of the thigh
    if word in COUNTS and at + 1 < len(tokens):
        return _lower(tokens[at + 1]) in LIMBS
    if word == "back" and at + 1 < len(tokens):
        return _lower(tokens[at + 1]) in OF_BACK
    is_short = word.endswith("'s") and word not in OWNERS
    return word in HELD or (bool(re.match(r"[^\W\d_]", word)) and word not in OF_TALK and not is_short)


def _end_of_name(tokens: Tokens, at: int) -> int:
    """Behind which token a name ends that begins at one, `0` for none: a plural ends it, else the last that may."""
    end = 0
    if _lower(tokens[at]) in HELD:
        return end
    for number in range(at, min(at + MOST_WORDS, len(tokens))):
        if number - at > 1 and _lower(tokens[number]) == _lower(tokens[at]):
            return end
        is_second = number > at and (
            _is_phrase(tokens[number - 1][0], tokens[number][0])
            or _lower(tokens[number]) in {"stretches", "drills", "machine"}
        )
        if not (_is_word(tokens, number) or is_second) or _is_held_order(tokens, number):
            break
        name = " ".join(one[0] for one in tokens[at : number + 1])
        if ends_with_movement(name) or _lower(tokens[number]) in ALONE:
            end = number + 1
            if _is_plural(tokens[number][0]):
                break
    return end + (0 < end < len(tokens) and _lower(tokens[end]) == "machine")


def _is_held_order(tokens: Tokens, at: int) -> bool:
    """Whether one is told to hold something: `plank hold it`."""
    return _lower(tokens[at]) in HELD and at + 1 < len(tokens) and _lower(tokens[at + 1]) in OBJECTS


def _is_phrase(word: str, following: str) -> bool:
    """Whether two words are what an exercise is called by: `quad set`, `roll up`."""
    is_two = bool(re.match(r"\w", following)) and ends_with_movement(f"{word} {following}")
    return is_two and not ends_with_movement(following)


def _is_plural(word: str) -> bool:
    return word.lower().endswith("s") and not word.lower().endswith("ss") and bare_words(word) != (word.lower(),)


def _before(text: str, start: int) -> str:
    """What is said right before a place; a mark of a word stands for all that was said before that."""
    if start <= FAR:
        return text[:start]
    begin = text.find(" ", start - FAR, start) + 1
    return f"_ {text[begin or start - FAR : start]}"


def _behind(text: str, end: int) -> str:
    return text[end : end + FAR]


def _is_first(text: str, start: int) -> bool:
    return not re.search(r"\w", _before(text, start)) or bool(re.search(r"[.!?…,;:]\W*$", _before(text, start)))


def _is_last(text: str, end: int) -> bool:
    return not re.search(r"\w", _behind(text, end)) or text[end : end + 1] in {",", ";", ".", ":"}


def _is_all(text: str, end: int) -> bool:
    """Whether nothing more is said, or another clause: `Hip flexor lunge, and for this one`."""
    return bool(ALL_OF_IT.match(_behind(text, end)))


def _is_unbroken(text: str, tokens: Tokens) -> bool:
    """Whether it is a plural with which a caption without stops begins."""
    return _is_plural(tokens[-1][0]) and not re.search(r"[.!?,;:](?:\s|$)", text)


def _is_announced(text: str, start: int, end: int) -> bool:
    before = _before(text, start)
    is_led_to = _is_last(text, end) and bool(LED_TO.search(before))
    is_led_to = is_led_to or (" " in text[start:end] and bool(LED_TO_WORDS.search(before)))
    is_led_to = is_led_to or (before.endswith(": ") and _is_last(text, end))
    return is_led_to or bool(ANNOUNCED.search(f" {before}")) or bool(ANNOUNCED_BEHIND.match(_behind(text, end)))


@lru_cache(maxsize=4)
def _is_unstopped(text: str) -> bool:
    return len(text.split()) >= MANY_WORDS and not re.search(r"[.!?,;:]\s", text)


def _is_only_named(text: str, start: int, end: int) -> bool:
    """Whether it is what one is told to do, or what isn't done: `windmill the hands`, `roll over`, `not a squat`."""
    name = text[start:end].lower()
    if ONLY_NAMED.search(_before(text, start)) or OF_SOMETHING.match(_behind(text, end)):
        return True
    if IS_MOVED.fullmatch(name) and MOVED_TO.match(_behind(text, end)):
        return True
    is_order = " " not in name.strip() and not name.endswith("s") and bool(OBJECT.match(_behind(text, end)))
    return not ARTICLE.search(_before(text, start)) and (is_order or bool(PARTICLE.fullmatch(name)))


def _is_no_exercise(name: str) -> bool:
    return name.lower() == "good morning" or name.lower().endswith(_OF_ALL)


def _from_amount(text: str, start: int) -> int:
    """Where the amount begins that stands right before a name, else where the name does."""
    before = _before(text, start)
    found = AMOUNT_BEFORE.search(before)
    return start - (len(before) - found.start()) if found else start
