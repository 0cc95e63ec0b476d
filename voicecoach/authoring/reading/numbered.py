"""Lines that are counted by a bare number, as items of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

LEAST_LINES, LEAST_SENTENCES, LEAST_HEADS, LEAST_KEYED_HEADS = 4, 2, 3, 2
LEAST_LETTERED = 2
MOST_WORDS_OF_A_HEAD, MOST_BLANK = 6, 1
_UNIT = r"(?:min(?:ute)?s?|sec(?:ond)?s?|hours?|[smkh]|km|miles?|met(?:re|er)s?|laps?|lengths?|rounds?|sets?|reps?|x)\b"
_NUMBERED = re.compile(rf"(?P<indent>\s*)(?P<number>\d{{1,2}})[^\S\t]+(?!{_UNIT})(?P<text>[^\W\d_].*)", re.IGNORECASE)
_DASHED = re.compile(r"\s*(?P<number>\d{1,2})\s?[-–]\s?(?=[A-Z][a-z]+ )(?!Leg|Arm|Hand|Foot|Point|Way|Step|Minute|Min)")
_LETTERED = re.compile(r"\s*\d{1,2}[a-e][.):]?\s+[A-Z]")
_SENTENCE = re.compile(r"[A-Z]\w*,?(?:\s+\S+)+[.!]\s*")
_LONG = re.compile(r"(?:\S+\s+){2}\S")
_SEVERAL = re.compile(r"[^\W\d_]{2,}s\b")
_KEYED = re.compile(r"\s*(?:sets?|reps?|repetitions?)\s*(?::|(?=\d))", re.IGNORECASE)
"""How an amount begins that says what it counts: below it, a number before a name only counts the names."""


def with_points(texts: Sequence[str]) -> list[str]:
    """The lines; `1 Skipping`, `2 Hopping` and so on with a point behind the number.

    Lines such as `1 burpee`, `2 squats` count what they name, and stay as they are.
    """
    dashes = _dashes_with_points(list(texts))
    heads = _heads_with_points(_names_with_points(_beside_letters_with_points(dashes)))
    return _sentences_with_points(_apart_with_points(heads))


def _beside_letters_with_points(texts: list[str]) -> list[str]:
    """The lines; `1 Bench press` beside `2a Row` and `2b Lunge` with a point."""
    lettered = sum(bool(_LETTERED.match(one)) for one in texts)
    counted = [_NUMBERED.fullmatch(one) if lettered >= LEAST_LETTERED else None for one in texts]
    are_heads = [one is not None and _is_head(one["text"], _below(texts, at)) for at, one in enumerate(counted)]
    return [
        _pointed(one) if one and is_head else text for text, one, is_head in zip(texts, counted, are_heads, strict=True)
    ]


_COUNTED_ALONE = re.compile(r"\s*(?P<number>\d{1,2})[.)]\s*")
_WORDS = re.compile(r"\s*(?!\d{1,2}[.)])[^\W\d_]")


def with_numbers_joined(texts: Sequence[str]) -> list[str]:
    """The lines; of numbers with a point that stand alone above what they count, each on the line of that."""
    found = {at: one for at, text in enumerate(texts) if (one := _COUNTED_ALONE.fullmatch(text))}
    counted = [at for at in found if _WORDS.match(_below(texts, at))]
    numbers = [int(found[at]["number"]) for at in counted]
    if not any(after == before + 1 for before, after in pairwise(numbers)):
        return list(texts)
    joined = list(texts)
    for at in counted:
        place = next(one for one in range(at + 1, len(texts)) if texts[one].strip())
        joined[at], joined[place] = f"{texts[at].rstrip()} {texts[place].strip()}", ""
    return joined


def _dashes_with_points(texts: list[str]) -> list[str]:
    """The lines; `1-Stand tall`, `2-Sit down` and so on with a point instead of the dash; `1-Leg squat` stays."""
    found = {at: one for at, text in enumerate(texts) if (one := _DASHED.match(text))}
    numbers = [int(one["number"]) for one in found.values()]
    if len(found) < LEAST_HEADS or numbers != list(range(1, len(found) + 1)):
        return texts
    return [
        f"{found[at]['number']}. {text[found[at].end() :]}" if at in found else text for at, text in enumerate(texts)
    ]


def _heads_with_points(texts: list[str]) -> list[str]:
    """The lines; of short ones that are counted from 1 on, each with text of its own below, with points."""
    run = list[tuple[int, re.Match[str]]]()
    for at, text in enumerate(texts):
        found = _NUMBERED.fullmatch(text)
        if found and int(found["number"]) == len(run) + 1 and _is_head(found["text"], _below(texts, at)):
            run.append((at, found))
    is_one_kind = len({one["text"].isupper() for _, one in run}) == 1
    are_keyed = len(run) >= LEAST_KEYED_HEADS and all(_KEYED.match(_below(texts, at)) for at, _ in run)
    is_counted = len(run) >= LEAST_HEADS and any(not _SEVERAL.search(one["text"]) for _, one in run[1:])
    if is_one_kind and (is_counted or are_keyed):
        for place, counted in run:
            texts[place] = _pointed(counted)
    return texts


def _apart_with_points(texts: list[str]) -> list[str]:
    """The lines; of those behind blank ones that are counted from 1 on, with text of their own between, with points.

    So are `1 Bridge`, `2 Resisted squat` and so on, above what is told of each, however that is parted from them.
    """
    run = list[tuple[int, re.Match[str]]]()
    for at, text in enumerate(texts):
        found = _NUMBERED.fullmatch(text)
        is_apart = found is not None and found["text"][:1].isupper() and not "".join(texts[max(0, at - 1) : at]).strip()
        if found is not None and is_apart and int(found["number"]) == len(run) + 1:
            run.append((at, found))
    are_told = all(after - at > 1 + MOST_BLANK for (at, _), (after, _) in pairwise(run))
    are_named = any(not _SEVERAL.search(one["text"].split()[0]) for _, one in run[1:])
    if len(run) >= LEAST_HEADS and are_told and are_named:
        for place, counted in run:
            texts[place] = _pointed(counted)
    return texts


def _below(texts: Sequence[str], at: int) -> str:
    """The next line that isn't blank, empty at the end."""
    return next(filter(str.strip, texts[at + 1 : at + 2 + MOST_BLANK]), "")


def _is_head(text: str, below: str) -> bool:
    """Whether it is a few words that begin with a capital, above a line that is more than a number."""
    is_short = (
        len(text.split()) <= MOST_WORDS_OF_A_HEAD and text[:1].isupper() and not text.rstrip().endswith((".", ","))
    )
    is_above = bool(below) and not _NUMBERED.fullmatch(below)
    return is_short and is_above and not any(map(str.isdecimal, text))


def _sentences_with_points(texts: list[str]) -> list[str]:
    """The lines; of sentences that are counted from 1 on, whatever blank lines are between, with points."""
    found = [(at, one) for at, text in enumerate(texts) if (one := _NUMBERED.fullmatch(text))]
    run = list[tuple[int, re.Match[str]]]()
    for at, one in [*found, (len(texts), None)]:
        is_next = one is not None and int(one["number"]) == len(run) + 1 and bool(_SENTENCE.fullmatch(one["text"]))
        is_close = not run or not any(texts[between].strip() for between in range(run[-1][0] + 1, at))
        if one and is_next and is_close:
            run.append((at, one))
            continue
        if len(run) >= LEAST_SENTENCES and 2 * sum(bool(_LONG.match(other["text"])) for _, other in run) >= len(run):
            for place, counted in run:
                texts[place] = _pointed(counted)
        run = [(at, one)] if one and one["number"] == "1" and _SENTENCE.fullmatch(one["text"]) else []
    return texts


def _pointed(one: re.Match[str]) -> str:
    return f"{one['indent']}{one['number']}. {one['text']}"


def _are_counted(run: Sequence[re.Match[str]]) -> bool:
    """Whether the numbers count the lines: not each of them has several of what it names, or most have an amount."""
    counted = sum(any(map(str.isdecimal, one["text"])) for one in run)
    return any(not _SEVERAL.search(one["text"]) for one in run[1:]) or 2 * counted > len(run)


def _names_with_points(texts: list[str]) -> list[str]:
    found = [_NUMBERED.fullmatch(text) for text in texts]
    done, at = list(texts), 0
    while at < len(texts):
        end = at
        while end < len(texts) and (one := found[end]) and int(one["number"]) == end - at + 1:
            end += 1
        run = [one for one in found[at:end] if one]
        if len(run) >= LEAST_LINES and _are_counted(run):
            done[at:end] = [_pointed(one) for one in run]
        at = max(end, at + 1)
    return done
