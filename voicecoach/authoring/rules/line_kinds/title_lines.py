"""Which lines are titles of sections, and what stands behind a title on its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amount_forms.other_forms import OTHERS_DO
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of
from voicecoach.authoring.rules.exercise_names.names import is_told, name_in, unlabelled
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.section_words import LEADING_ON, SECTION, calls_several
from voicecoach.authoring.rules.language.sentence_words import HELD_SO, RESTING, SENTENCE
from voicecoach.authoring.rules.language.vocabulary import DAY, MINUTES, SHORT_DAY, WARM_UP
from voicecoach.authoring.rules.language.words import GENERIC, WORKED

MOST_WORDS_OF_A_TITLE = 10
LEAST_WORDS_OF_A_SENTENCE, LEAST_LEG_S = 6, 300
_STRONG = in_any_case(
    rf"(?:optional\s+)?(?:\d+\s*(?:-?(?:{MINUTES}|'))?\s*)?"
    + any_of(
        r"(?:e\dmom|emom|amrap)(?:x?\d+)?|tabata|superset|super-set|circuit|tri-?set|giant set|finisher|metcon|wod",
        "(?:ascending |descending )?(?:ladder|pyramid|chipper|countdown|rep scheme)|giant set",
        f"{WARM_UP}|cool[ -]?down",
        r"(?:upper|lower|push|pull|legs?|arms?|(?:full|upper|lower|total)[ -]body) (?:workout|day|session)",
        r"(?:[a-z]+ )?(?:complex|flow)(?=\s*[x×]\s?\d)",
        r"cycle [1-9](?=\s*(?:$|[-–—:(]))",
        r"day \d|week \d|session \d|workout \d|part [a-z\d]|block [a-z\d]",
        r"(?:push|pull|upper|lower)(?: body)?(?: day)? [1-9a-d](?=\s*(?:$|[:(]|[–—-] ))",
        r"(?:phase|stage|block|(?:meso)?cycle) \d{1,2},? (?:week|day|session|(?:meso)?cycle|workout) \d",
        r"(?:pair|couplet|triplet|trio) (?:[a-h]|\d)",
        "(?:1st|2nd|3rd|4th|first|second|third|fourth|last) (?:pair|couplet|triplet)",
        r"round \d|rounds?\b(?! the )|\d+ rounds|rft|for time|buy[ -]?in|cash[ -]?out",
    )
    + r"\b"
)
"""Titles that are one whatever stands behind them."""
_LEG_WITH = re.compile(r"(?:warm|cool)(?:ing)?[ -]?(?:up|down)s?\s+(?=\d|[^\W\d_])", re.IGNORECASE)
"""A warm-up or a cool-down with what is done in it right behind it: `Warm up 5 min easy jog`."""
_LEG_CALLED = in_any_case(
    r"(?:warm|cool)(?:ing)?[ -]?(?:up|down)[ -](?:(?:easy|gentle|slow|steady) )?"
    r"(?:jog|walk|run|swim|spin|ride|row|cycle|paddle)(?:ging|ing)?\W*"
)
"""A leg that is called by what is done in it: `Warm-up jog: 10 min`."""
_LEG_FIRST = in_any_case(r"warm(?:ing)?[ -]?up \d+ ?(?:min\w*|km?|miles?|m|s)(?: \w+){0,2}(?:,| then) +\d+ ?[x×].*")
"""A whole session in one line: `Warm up 10 min, 6 x 2 min hard, cool down`."""
_LEG_IN_BRACKETS = in_any_case(r"(?:warm|cool)(?:ing)?[ -]?(?:up|down)\s*(?P<what>\([^()]*\d[^()]*\))")
_REPEATED_PART = in_any_case(
    r"(?:[\w'’&/-]+ ){0,4}[\w'’&/-]+\s*[-–—:(]+\s*(?:repeat|do|complete|go through)\s+(?:this|the|each)\s+"
    r"(?:whole |entire )?(?:section|block|circuit|part|group|sequence|list)\b"
)
"""A title with how often all of it is done behind it: `Loosen up - repeat this section twice`."""
_COUNTED_BEHIND = in_any_case(
    r"[^:\d]{3,60}[:–—-]\s*(?:day|week|month|part|session|phase|stage|module|workout|block|level)\s+(?:\d{1,2}|[a-e]|one|two|three|four)\W*"
)
"""A title with which of several it is behind it: `Jump training: day 2`."""
_CALLED_AS_PART = in_any_case(
    r"(?!(?:as|this|that|these|the (?:above|whole|following)|each|every|all|one|another|your|my|our)\b)"
    r"(?:[\w'’&/+-]+ ){1,5}(?:super-?\s?set|tri-?\s?set|giant set|circuit|finisher)(?: (?:\d|[a-e]))?\s*:?"
)
"""A title that says last of what kind its section is: `Biceps and triceps superset`."""
_AMOUNT_OF_PART = in_any_case(
    r"(?:set (?:\d|[a-e])\s*[:.–-]\s*)?\d{1,2}\s*(?:[x×]|sets of)\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?(?: reps)?(?: each)?"
    r"[\s,:–-]+(?:as an? )?(?:super-?\s?set|tri-?\s?set|giant set)\s*:?"
)
"""The same behind how much is done of each: `Set 2: 4x12 superset`."""
_GOOD_FOR = in_any_case(
    r"(?:stretches|strengthens|mobili[sz]es|loosens|works|opens|tones|eases)(?: and [a-z]+s)?"
    r" (?:the|your|tight|all|both)\b[^:\d]*"
)
"""What an exercise does for a part of the body: `Stretches and mobilises the spine`."""
_SESSION = r"(?:workout|challenge|routine|program(?:me)?|session|complex|plan)\W*"
_OF_A_NUMBER = in_any_case(
    rf"(?:the )?\d{{2,4}}[ -](?!min|sec|day|week|kg|lb|m\b|km|mile)(?:[\w-]+ ){{1,3}}{_SESSION}",
    rf"(?:[a-z-]+ ){{0,3}}(?:\d+ ?[x×] ?\d+|\d+(?:-\d+){{2,}})[ -](?:[a-z-]+ ){{0,3}}{_SESSION}",
)
"""What a session is called by how much of something there is in it: `400 Swing Workout`, `Kettlebell 5x5 complex`."""
_FOR_WHOM = in_any_case(rf"(?:an? )?\d{{1,3}}[\s-]*{MINUTES}[\s-](?:[a-z-]+ ){{0,2}}tabata\s+for\s+(?!time\b)[^\d:,.]+")
"""A session's title that says for whom it is: `10-minute Tabata for beginners`."""
_POSITION = re.compile(r"(?:standing|seated|sitting|lying|kneeling|supine|prone|on all fours)", re.IGNORECASE)
"""Where one is for what is listed below."""
WHOLE_LENGTH = re.compile(
    r"\(\s*(?:about |approx\.? |~)?\d{1,3}(?:\s*[-–]\s*\d+)?[\s-]*min[a-z]*\s*\)\s*$", re.IGNORECASE
)
"""How long a part takes, behind its title: `Morning flow (10 minutes)`."""
_LENGTH = re.compile(
    r"\(\s*(?P<minutes>\d{1,3})[\s-]*min[a-z]*\s*\)\s*$|^[^:\d]{3,30},\s(?P<before>\d{1,3})[\s-]*min[a-z]*\s*:",
    re.IGNORECASE,
)
_KINDS_FIRST = in_any_case(
    r"\s*"
    + any_of(
        r"(?:every\b.*?(?:min|minutes?|s|sec|seconds?)\b)",
        r"\d+\s*(?:x\s*)?(?:rounds?|rds?|rft|circuits?|x through|times through|circuits)",
        rf"\d+[\s-]*(?:{MINUTES}|')?\s*(?:amrap|emom)",
        r"\d+ [a-z]+ sets\s*:?\s*$",
        r"\d{1,3}(?:\s?[-–]\s?\d{1,3}){2,}(?:\s(?:reps?|rounds?|rep rounds))?(?:\s(?:each|of each))?"
        r"[,:]?\sfor time(?: of)?",
    )
)
"""The kind of a section, before anything else: `Every 2 minutes`, `3 rounds`, `3 big sets:`, `21-15-9 for time`."""
OF_SEVERAL = re.compile(
    r"(?:stretches|stretching|poses|holds|lifts?|drills|runs|flow|exercises|moves|series|jumps|work)\W*(?:\([^)]*\))?\W*$",
    re.IGNORECASE,
)
"""The titles of sections that end as exercises do."""
_OF_DAYS = in_any_case(
    "(?:week|wk|day|session|workout"
    r"|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\b"
)
_DAY_CALLED = in_any_case(
    rf"(?:{DAY}s?|{SHORT_DAY}|(?:day|workout|session)\s?(?:\d{{1,2}}|[a-e]|one|two|three|four|five|six))"
    r"\s*(?:\((?P<what>[^()\d]{2,40})\)|\s[-–—]\s+(?P<kind>[^\d:.]{2,40}))",
    r"d\s?\d{1,2}",
)
_BETWEEN_KINDS = re.compile(r"/|&|\band\b|,|\+")
_RUN = in_any_case(
    r"\b(?:easy|steady|tempo|threshold|fartlek|intervals|hills|parkrun|race|long run)\b",
    r"\b\d+(?:\.\d+)?\s*(?:k|km|miles?)\b",
)
"""What is run on a day, behind its name."""
_LEG_TOLD = in_any_case(r"\W*(?:warm|cool)(?:ing)?[ -]?(?:up|down)\s+(?:with|by|on)\s+")
"""How it is told what one warms up with."""
_MARKED = re.compile(r"\([^)]*\)\s*:?$|:$")
"""How a title is marked as one by its end: with brackets, with a colon."""
_AS_MANY = re.compile(r"amrap\s", re.IGNORECASE)
_LETTER = re.compile(r"\(?[A-H][.):]?")
"""What parts of a session are counted with."""
_HYPHENATED = re.compile(r"-|\s*-?(?:ups?|downs?)\b", re.IGNORECASE)
"""What goes on with the word that began as a title: `Push-ups`, `Pull downs`."""

_WHOLE_SENTENCE = re.compile(r"\b[a-z]+, .*[a-z]{3}\.\s*$")
"""What has its comma and its full stop is no title: `The lower the bench, the harder the exercise.`"""


@dataclass(frozen=True)
class _Begun:
    """A line that begins as a title does, without its label.

    `head` is all before a colon, `tail` what stands behind it, `after` what the head has behind the title's own words;
    `is_kind` says that it is one by the kind or the length of its section.
    """

    block: Block
    text: str
    facts: Facts
    head: str
    tail: str
    after: str
    is_kind: bool

    @property
    def is_strong(self) -> bool:
        """Whether it is a title whatever stands behind it."""
        return self.is_kind or bool(_STRONG.match(self.head))

    @property
    def is_marked(self) -> bool:
        """Whether its end is that of a title."""
        return bool(_MARKED.search(self.text))


def title_tail(block: Block, text: str, facts: Facts) -> str | None:
    """What stands behind a section's title on its line, `None` if the line is no title."""
    bare = LEADING_ON.sub("", text if _OF_DAYS.match(text) else unlabelled(text))
    if _is_called_or_told(block, bare, facts):
        return None
    if (leg := _LEG_IN_BRACKETS.fullmatch(bare)) and has_movement(leg["what"]):
        return leg["what"]  # `Warm-up (5 min light running)`
    if (
        _REPEATED_PART.match(bare)
        or _is_heading_of_kind(block, bare, facts)
        or _is_muscle_headed(block, bare)
        or (block.kind is BlockKind.HEADING and calls_several(bare))
        or _COUNTED_BEHIND.fullmatch(bare)
        or _OF_A_NUMBER.fullmatch(bare)
        or (_FOR_WHOM.fullmatch(bare) and not has_movement(bare))
    ):
        return ""
    if _is_called_as_part(block, bare, facts) or (_is_day_called(text) and not facts.says_anything):
        return ""
    head, _, behind = text.partition(": ")
    if behind and _is_day_called(head):
        return behind.strip()
    begun = _begun(block, text, facts, bare)
    return next(tail(begun) for is_it, tail in _DECISIONS if is_it(begun)) if begun else None


def _is_day_called(text: str) -> bool:
    """Whether it is a day with what is trained on it, in brackets or behind a dash: `Monday (Push)`, `D1`."""
    found = _DAY_CALLED.fullmatch(text.strip(" *:"))
    if found is None:
        return False
    kinds = [one.strip() for one in _BETWEEN_KINDS.split(found["what"] or found["kind"] or "")]
    return all(not one or GENERIC.fullmatch(one) or SECTION.fullmatch(one) for one in kinds)


def _is_called_or_told(block: Block, bare: str, facts: Facts) -> bool:
    """Whether a line that begins as a title does is a leg, a rest, or tells how something is done."""
    if _LEG_FIRST.match(bare) or _LEG_CALLED.fullmatch(parts_of(bare).rest.replace(BREAK, " ").strip()):
        return True
    if _LEG_TOLD.match(bare) and (facts.seconds or facts.distance_m) and ":" not in bare:
        return True
    if facts.rest_s and RESTING.match(bare) and not facts.has_amount:  # `Recovery: 1 minute`
        return facts.rest_s[0] < LEAST_LEG_S or not has_movement(bare)
    if _GOOD_FOR.fullmatch(bare) or OTHERS_DO.match(bare):
        return True
    is_sentence = bare.rstrip().endswith(".") and is_told(bare) and not facts.is_of_section  # `Lower for 3 seconds.`
    return block.kind is not BlockKind.HEADING and (is_sentence or bool(HELD_SO.match(bare)))


def _is_called_as_part(block: Block, bare: str, facts: Facts) -> bool:
    """Whether it says last of what kind its section is: `Shoulder tri-set`."""
    if _AMOUNT_OF_PART.fullmatch(bare):
        return True
    is_plain = block.kind is not BlockKind.ITEM and not (facts.has_amount or facts.sets or facts.repeat or facts.rest_s)
    return is_plain and bool(_CALLED_AS_PART.fullmatch(bare)) and not is_told(bare) and not SENTENCE.search(bare)


def _is_heading_of_kind(block: Block, text: str, facts: Facts) -> bool:
    """Whether a heading says behind its words how its section is done: `Extra circuit (2 rounds, 45 s work)`."""
    head, bracket, _ = text.partition("(")
    is_of_section = block.kind is BlockKind.HEADING and bool(bracket) and facts.is_of_section
    return (
        is_of_section and not facts.reps and not parts_of(head).parts and len(head.split()) <= LEAST_WORDS_OF_A_SENTENCE
    )


def _is_muscle_headed(block: Block, text: str) -> bool:
    """Whether a heading calls a muscle, with the amount of all that is below: `TRICEPS 4x10`."""
    called = parts_of(text).rest.replace(BREAK, " ").strip(" :–—-")
    is_shouted = block.kind is BlockKind.PARAGRAPH and called.isupper() and not WORKED.match(text)
    return (block.kind is BlockKind.HEADING or is_shouted) and bool(_MUSCLE.fullmatch(called))


_MUSCLE = in_any_case(
    r"biceps?|triceps?|forearms?|delts?|traps?|lats?|quads?|hamstrings?|hamis?|calves|glutes?|abs|core"
)


def length_s(title: str) -> float | None:
    """How long a part takes by its title, in seconds: `Cardio (30 min)`, `Skill, 10 min:`; `None` for a range."""
    found = _LENGTH.search(title)
    return 60.0 * int(found["minutes"] or found["before"]) if found else None


def is_sentence(text: str) -> bool:
    """Whether it has the words, or the stops, of sentences."""
    return (
        bool(SENTENCE.search(text))
        or (is_told(text) and not has_movement(text))
        or bool(re.search(r"[.!?]\s+\S", text))
    )


def _begun(block: Block, text: str, facts: Facts, bare: str) -> _Begun | None:
    head, tail = _halves(bare)
    is_part = (
        bool(tail)
        and bool(WHOLE_LENGTH.search(head))
        and not has_movement(head)
        and len(head.split()) <= LEAST_WORDS_OF_A_SENTENCE
    )
    is_kind = is_part or (bool(_KINDS_FIRST.match(bare)) and facts.is_of_section)
    found = SECTION.match(head)
    if not found and not is_kind:
        return None
    return _Begun(block, text, facts, head, tail, head[found.end() :] if found else "", is_kind)


def _halves(text: str) -> tuple[str, str]:
    """A title and what stands behind it: behind a colon, or behind a dash that has an exercise after it."""
    found = re.search(r":\s+|:$|\s=\s", text)
    if found:
        return text[: found.start()], text[found.end() :].strip()
    for dash in re.finditer(r"\s+[-–—]+\s+|\s*[–—]\s*", text):
        tail = text[dash.end() :]
        if _LEG_WITH.match(text) and text[: dash.start()][-1:].isdigit() and tail[:1].isdigit():
            continue  # it stands in a length
        is_exercise = has_movement(tail) and bool(parts_of(tail).parts)
        if is_exercise or (_OF_DAYS.match(text) and _RUN.search(tail)):
            return text[: dash.start()], tail.strip()
    return text, ""


def _is_by_manner(begun: _Begun) -> bool:
    """Whether it is one by where it stands: a position, or a heading with the length of a part."""
    is_heading = begun.block.kind is BlockKind.HEADING
    if _POSITION.fullmatch(begun.head):
        return not begun.facts.says_anything and (is_heading or begun.block.breaks > 0)
    is_part = bool(SECTION.match(begun.head) and WHOLE_LENGTH.search(begun.head))
    return is_heading and is_part and begun.facts.seconds != (60.0, 60.0)


def _is_leg(begun: _Begun) -> bool:
    """Whether it is a warm-up or a cool-down with what is done in it: `Warm up 5 min easy jog`."""
    is_leg = not begun.tail and bool(_LEG_WITH.match(begun.head)) and begun.facts.has_amount
    return is_leg and has_movement(begun.after) and bool(parts_of(begun.after).parts)


def _is_other_word(begun: _Begun) -> bool:
    return bool(_HYPHENATED.match(begun.after))


def _is_long(begun: _Begun) -> bool:
    """Whether it has more words than a title, or is a sentence."""
    words = len(parts_of(begun.head).rest.replace(BREAK, " ").split())
    if words >= LEAST_WORDS_OF_A_SENTENCE and _WHOLE_SENTENCE.search(begun.text):
        return True
    is_short_title = begun.is_strong and words <= LEAST_WORDS_OF_A_SENTENCE
    is_title = is_short_title or bool(SECTION.fullmatch(re.sub(r"\s*\([^()]*\)$", "", begun.head)))  # `Legs (all 3x8)`
    return words > MOST_WORDS_OF_A_TITLE or (words > 1 and not is_title and is_sentence(begun.head))


def _is_round_of_one(begun: _Begun) -> bool:
    """Whether the exercise of the section stands in its title: `3 rounds of 10 squats`."""
    is_of_section = begun.is_strong and not begun.tail and begun.facts.is_of_section
    return is_of_section and has_movement(begun.after or begun.head)


def _bracketless(head: str, facts: Facts) -> str:
    """A title up to a comma, without the amount of each side in brackets behind it: of an exercise it is the name."""
    head = head.partition(",")[0]
    return re.sub(r"\s*\([^()]*\)\s*$", "", head) if facts.has_amount and facts.sides else head


def _is_exercise(begun: _Begun) -> bool:
    """Whether it is an exercise whose name begins as a title: `Core plank`, `Hip circles`."""
    if _AS_MANY.match(begun.head) and ends_with_movement(begun.after) and not (begun.tail or begun.facts.minutes):
        return True  # `AMRAP push-ups`
    is_numbered = begun.head[-1:].isdecimal() and bool(SECTION.fullmatch(begun.head)) and not begun.facts.says_anything
    if (is_numbered or begun.is_strong) or (
        _OF_DAYS.match(begun.head) and GENERIC.fullmatch(begun.after.strip(" -–—:"))  # `Mon - Push`
    ):
        return False
    own = begun.head[: len(begun.head) - len(begun.after)] if begun.after else begun.head
    is_of_two = len(own.split()) == 2 and _ends_as_exercise(own)  # noqa: PLR2004 - one is a part of the body
    return has_movement(begun.after) or _ends_as_exercise(_bracketless(begun.head, begun.facts)) or is_of_two


def _ends_as_exercise(head: str) -> bool:
    return ends_with_movement(head) and not OF_SEVERAL.search(head)


_OFTEN = in_any_case(r"\s+(?:[x×]\s?[2-9]|[2-9]\s?[x×])$")


def _is_amount(begun: _Begun) -> bool:
    """Whether it says how much of something is done."""
    head = _OFTEN.sub("", begun.head)  # `Core x3`
    is_counted = begun.block.kind is BlockKind.HEADING and bool(SECTION.fullmatch(head))  # `Run 1`
    is_amount = begun.facts.has_amount and not begun.tail and not begun.is_strong
    return is_amount and not begun.is_marked and not is_counted


def _is_item(begun: _Begun) -> bool:
    """Whether it is one of a list, and nothing but its beginning is that of a title."""
    is_lettered = begun.block.marker[:1].isalpha() and bool(SECTION.fullmatch(begun.head))  # `A) Strength`
    is_marked = begun.is_strong or begun.is_marked or bool(begun.tail) or is_lettered
    is_remark = begun.text.endswith(")") and not begun.is_strong and not begun.facts.says_anything
    is_exercise = begun.is_strong and not begun.tail and has_movement(begun.after)
    if _LETTER.fullmatch(begun.block.marker.strip()) and SECTION.fullmatch(begun.head.strip()):
        return False  # `C. Accessory`
    return begun.block.kind is BlockKind.ITEM and (is_remark or is_exercise or not is_marked)


def _exercise_in(begun: _Begun) -> str:
    return name_in(parts_of(begun.head).rest).text and begun.head


def is_called_workout(text: str) -> bool:
    """Whether a short line calls all of it, whatever number it has: `5-minute total body AMRAP workout`."""
    is_short = len(text.split()) <= MOST_WORDS_OF_A_TITLE
    return is_short and not has_movement(text) and bool(_WORKOUT.search(text))


_WORKOUT = in_any_case(r"\b(?:workout|circuit|routine|finisher|session|challenge|wod|metcon)\W*$")


def _no_title(_: _Begun) -> None:
    return None


_DECISIONS: tuple[tuple[Callable[[_Begun], bool], Callable[[_Begun], str | None]], ...] = (
    (_is_by_manner, lambda begun: begun.tail),
    (_is_leg, lambda begun: begun.after.strip(" -–—,")),
    (_is_other_word, _no_title),
    (_is_long, _no_title),
    (_is_round_of_one, _exercise_in),
    (_is_exercise, _no_title),
    (_is_amount, _no_title),
    (_is_item, _no_title),
    (lambda _: True, lambda begun: begun.tail),
)
"""What stands behind a title, by the first that holds."""
