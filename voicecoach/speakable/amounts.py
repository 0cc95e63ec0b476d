"""Amounts in words: times, fractions, tempos, sets, ranges, units.

Each step turns one way of writing into words or into a plainer one that a later step reads, so their order matters.
Whole numbers stay digits: every voice reads those right, in its own language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from voicecoach.speakable.rules import Forms, Match, Rules, as_written

_NUMBER = r"\d+(?:[.,]\d+)?"
_UNIT = r"[A-Za-z%°µ×]+(?:/[A-Za-z]+)?"
_BEHIND = rf"( ?-?)({_UNIT})(?![\w°])(\.(?= [a-z]|[,;:)]))?(?=( ?)([a-z]*))"
"""A unit behind a number: what is between them, the unit, its dot; then what follows it."""


def spoken_amounts(text: str, rules: Rules) -> str:
    """`text` with the words of `rules` for what stands beside its digits."""
    if not any(char.isdigit() for char in text):
        return text
    for step in _STEPS:
        text = step(text, rules)
    return text


def _numbers(text: str, rules: Rules) -> str:
    """`.5` as `0.5`, `1,000` as `1000`, `#2` and `No. 2` as `number 2`."""
    text = re.sub(r"(?<![\w.])\.(?=\d)", "0.", text)
    text = re.sub(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,.])", lambda match: match[0].replace(",", ""), text)
    text = re.sub(r"#\s?(\d)", rules.templates["number"].format(r"\1"), text)
    return re.sub(r"(?<![\w.])([A-Za-z]{2,4}\.?) ?(?=\d)", partial(_before_number, rules), text)


def _before_number(rules: Rules, match: Match) -> str:
    written = match[1]
    word = rules.before_numbers.get(written) or as_written(rules.before_numbers.get(written.lower(), ""), written)
    is_unit = written.lower().rstrip(".") in rules.units and match.string[: match.start()].rstrip()[-1:].isdigit()
    return f"{word} " if word and not is_unit else match[0]


def _decades(text: str, rules: Rules) -> str:
    """`1990s`, `'90s`; but not `'30s hold'` in quotes."""
    text = re.sub(r"\b((?:19|20))(\d0s)\b", partial(_decade, rules), text)
    return re.sub(r"(?<!\w)(')(\d0s)\b(?![^']*'(?!\w))", partial(_decade, rules), text)


def _decade(rules: Rules, match: Match) -> str:
    century = "" if match[1] == "'" else f"{match[1]} "
    return rules.decades.get(match[0]) or f"{century}{rules.decades[match[2]]}"


def _clocks(text: str, rules: Rules) -> str:
    """`1:30`, `0:45 min`, `:30`, `1:30-2:00`; with a single digit behind the colon it is a ratio."""
    between = rules.templates["range"]
    text = re.sub(r"(:\d\d) ?[-–] ?(?=\d{0,2}:\d\d)", between.format(r"\1", ""), text)
    text = re.sub(r"(:\d\d)/(?=\d{0,2}:\d\d)", rules.templates["pair"].format(r"\1", ""), text)
    word = r"(?:( ?)((?:[A-Za-z]\.){2,}|[A-Za-z]+\b)(\.(?= [a-z]))?)?"
    clock = rf"(?<![\d:.])(?:(\d{{1,2}}):)?(\d{{0,2}}):(\d\d)(?![:\d]){word}"
    text = re.sub(clock, partial(_clock, rules), text)
    return re.sub(r"(?<![\d:])(\d{1,2}):(\d)(?![:\d])", between.format(r"\1", r"\2"), text)


def _clock(rules: Rules, match: Match) -> str:
    hours, minutes, seconds = (int(part or 0) for part in match.group(1, 2, 3))
    space, word, dot = (part or "" for part in match.group(4, 5, 6))
    if word.lower() in rules.times_of_day:
        return f"{minutes}{f' {seconds}' if seconds else ''} {word}{dot}"
    after = "" if word.lower() in rules.units or word.lower().startswith(("min", "sec")) else f"{space}{word}{dot}"
    parts = [_amount(str(hours), rules.units["h"]), _amount(str(minutes), rules.units["min"])]
    said = [part for part, value in zip(parts, (hours, minutes), strict=True) if value]
    if seconds or not said:
        said.append(_amount(str(seconds), rules.units["s"]))
    return " ".join(said) + after


def _signs_of_time(text: str, _rules: Rules) -> str:
    """`1m30s`, `1h30`, `90"`, `2'` with their units."""
    text = re.sub(r"(?<![\w.])(\d+) ?h ?(\d+)(?: ?m(?:in)?)?(?!\w)", r"\1 h \2 min", text)
    text = re.sub(r"(?<![\w.])(\d+) ?m ?(?=\d+ ?s(?:ecs?)?\b)", r"\1 min ", text)
    # What stands in quotes ends with one, and isn't in seconds.
    text = re.sub(
        rf"\"[^\"]*\"|(?<![\d.,])({_NUMBER}) ?\"(?!\w)", lambda match: f"{match[1]} s" if match[1] else match[0], text
    )
    quoted = rf"(?<!\w)'[^']*'(?!\w)|(?<![\d.,])({_NUMBER}) ?'(?![A-Za-z])"
    return re.sub(quoted, lambda match: f"{match[1]} min " if match[1] else match[0], text)


def _fractions(text: str, rules: Rules) -> str:
    """`1/2`, `2 1/2`, `1/2 km`, `1/2-3/4`; but `set 1/3`."""
    if "/" not in text:
        return text
    text = re.sub(r"\b([A-Za-z]+) (\d+)/(\d+)(?![\d/])", partial(_counted, rules), text)
    text = _fractions_apart(text, rules)
    fraction = r"(?:\b((?:[A-Za-z]+ +)?[A-Za-z]+) +)?(?<![\d/.,])(?:(\d+) +)?(\d/\d)(?![\d/])"
    return re.sub(rf"{fraction}({_BEHIND})?", partial(_fraction, rules), text)


def _fractions_apart(text: str, rules: Rules) -> str:
    """The ranges among fractions as ranges, and `1-1/2` as `1 1/2`, which it is."""
    known, between = f"(?:{'|'.join(rules.fractions)})(?![\\d/])", rules.templates["range"].format(r"\1", "")
    text = re.sub(rf"(?<![\d/.,])({known}) ?[-–] ?(?=\d)", between, text)
    text = re.sub(rf"(?<![\d/.,-])(\d+) ?[-–] ?(?=\d+ {known})", between, text)
    return re.sub(rf"(?<![\d/.,-])(\d+)-(?={known})", r"\1 ", text)


def _counted(rules: Rules, match: Match) -> str:
    if match[1].lower() not in rules.counted:
        return match[0]
    return f"{match[1]} {rules.templates['of'].format(match[2], match[3])}"


def _fraction(rules: Rules, match: Match) -> str:
    words, whole, fraction, behind, between, unit = match.group(1, 2, 3, 4, 5, 6)
    if fraction not in rules.fractions:
        return match[0]
    alone, after_whole, of_unit = rules.fractions[fraction]
    word = _article_of(words or "", alone, rules)
    is_named = word in rules.articles and not whole
    number = rules.templates["and_part"].format(whole, after_whole) if whole else alone
    number = _without_article(number, rules) if is_named else number
    before = f"{words} " if words else ""
    forms, per = _forms_and_per(unit or "", rules, glued=not between)
    forms = forms or rules.spelled_units.get((unit or "").lower())
    if forms is None:
        return f"{before}{number}{behind or ''}"
    if is_named or _names_what_follows(rules, word, per, match.group(5, 8, 9)):
        return f"{before}{number} {forms[0]}{per}"
    one = rules.own_article.get(forms[0]) or rules.templates["one"].format(forms[0])
    return f"{before}{f'{number} {forms[1]}' if whole else of_unit.format(one)}{per}"


def _article_of(words: str, fraction: str, rules: Rules) -> str:
    """The last word before a fraction; of `the first half` the article, but not of `the first three quarters`."""
    *article, last = words.lower().split() or [""]
    is_between = last in rules.ordering and " " not in _without_article(fraction, rules)
    return article[0] if article and is_between else last


def _without_article(number: str, rules: Rules) -> str:
    article, _, rest = number.partition(" ")
    return rest if article in rules.articles and rest else number


def _rows(text: str, rules: Rules) -> str:
    """`3-1-1-0`, `30X0`, `21-15-9`, `5/3/1` number by number; `40/20` as a pair."""
    row = r"(?<![\w.,/-])(?:\d+|X)(?:([-–/])(?:\d+|X))(?:\1(?:\d+|X))+(?![\w/])"
    text = re.sub(row, lambda match: re.sub(r"[-–/]", ", ", match[0]), text)
    text = re.sub(r"(?<!\w)\d\dX[0-2](?!\w)", lambda match: ", ".join(match[0]), text)
    text = re.sub(r"\b([A-Za-z]+:? )([\dXx]{4})(?!\w)", partial(_tempo, rules), text)
    return re.sub(r"(?<![\w./])(\d+)/(\d+)(?![\w/])", rules.templates["pair"].format(r"\1", r"\2"), text)


def _tempo(rules: Rules, match: Match) -> str:
    if match[1].rstrip(": ").lower() not in rules.tempo:
        return match[0]
    return match[1] + ", ".join(match[2].upper())


def _sets(text: str, rules: Rules) -> str:
    """`3x8` as sets, `2x10kg` as times, `squats x 8`."""
    ahead = rf"(?={_NUMBER}(?: ?[-–] ?{_NUMBER})? ?([A-Za-z%°]*))"
    text = re.sub(rf"(?<![\d.,])(\d+(?: ?[-–] ?\d+)?) ?[x×X] ?{ahead}", partial(_set, rules), text)
    return re.sub(r"(?<!\w)[x×] ?(\d+)(?![\w.])", rules.templates["so_many_times"].format(r"\1"), text)


def _set(rules: Rules, match: Match) -> str:
    count, unit = match.group(1, 2)
    if unit in rules.carried or unit.lower() in rules.carried:
        return rules.templates["times"].format(count)
    return rules.templates["one_set"] if count == "1" else rules.templates["sets"].format(count)


def _ranges(text: str, rules: Rules) -> str:
    """`8-10`, `30s-45s`, `-5`, `20 kg → 30 kg`; `90-90` as a pair."""
    span = rf"(?<![\d.,/-])({_NUMBER})( ?{_UNIT})? ?[-–] ?({_NUMBER})(?!-\d)"
    text = re.sub(span, partial(_range, rules), text)
    text = re.sub(r"(?<=[\w%]) ?→ ?(?=\d)", rules.templates["range"].format("", ""), text)
    text = re.sub(r"(?<=\d)\+(?!\w)", rules.templates["or_more"].format(""), text)
    return re.sub(r"(?<![\w)])([-+±~≈<>≤≥]) ?(?=\d)", lambda match: rules.signs_before[match[1]], text)


def _range(rules: Rules, match: Match) -> str:
    low, unit, high = match.group(1, 2, 3)
    if unit and _forms(unit.strip(), rules, glued=unit[0] != " ") is None:
        return match[0]
    name = "pair" if low == high else "range"
    return rules.templates[name].format(f"{low}{unit or ''}", high)


def _units(text: str, rules: Rules) -> str:
    """`10kg`, `30 sec.`, `a 30-s hold`, `90°`; a comma in a number with a unit is a point."""
    written = rf"(?:\b([A-Za-z]+) )?(?<![\w.,])({_NUMBER}){_BEHIND}"
    return re.sub(written, partial(_with_unit, rules), text)


def _with_unit(rules: Rules, match: Match) -> str:
    word, number, between, unit = match.group(1, 2, 3, 4)
    forms, per = _forms_and_per(unit, rules, glued=not between)
    if forms is None:
        return match[0]
    number = number.replace(",", ".")
    is_named = _names_what_follows(rules, word, per, match.group(3, 6, 7))
    said = f"{number} {forms[0]}" if is_named else _amount(number, forms)
    return f"{word + ' ' if word else ''}{said}{per}"


def _names_what_follows(rules: Rules, word: str | None, per: str, around: tuple[str, ...]) -> bool:
    """Whether a length behind `word` names what follows; `around` is what is before and behind its unit."""
    between, space, following = around
    return between.endswith("-") or (
        (word or "").lower() in rules.articles | rules.like_articles
        and not per
        and space == " "
        and bool(following)
        and following not in rules.not_named_by_a_length
    )


def _forms_and_per(unit: str, rules: Rules, *, glued: bool) -> tuple[Forms | None, str]:
    """The words for a unit, and what is left of it that it can be for: `/side`."""
    forms = _forms(unit, rules, glued=glued)
    if forms is None and "/" in unit:
        unit, _, per = unit.partition("/")
        return _forms(unit, rules, glued=glued), f"/{per}"
    return forms, ""


def _forms(unit: str, rules: Rules, *, glued: bool) -> Forms | None:
    """The words for a unit; one of a single letter must be in its own case."""
    named = rules.units.get(unit) or (rules.units.get(unit.lower()) if len(unit) > 1 else None)
    return named or (rules.glued_units.get(unit.lower()) if glued else None)


def _amount(number: str, forms: Forms) -> str:
    return f"{number} {forms[number != '1']}"


def _ordinals(text: str, rules: Rules) -> str:
    """`1st`; and lists of numbers with room between them, acronyms apart from their numbers."""
    text = re.sub(r"\b\d+(?:st|nd|rd|th)\b", lambda match: rules.ordinals.get(match[0].lower(), match[0]), text)
    text = re.sub(r"\b([A-Za-z]{3,4})(?=\d+\b)", partial(_glued_acronym, rules), text)
    return re.sub(r"(?<=\d),(?=\d)", ", ", text)


def _glued_acronym(rules: Rules, match: Match) -> str:
    return f"{match[1]} " if match[1].lower() in rules.acronyms else match[1]


_STEPS: tuple[Callable[[str, Rules], str], ...] = (
    _numbers,
    _decades,
    _clocks,
    _signs_of_time,
    _fractions,
    _rows,
    _sets,
    _ranges,
    _units,
    _ordinals,
)
