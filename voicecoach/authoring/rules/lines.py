"""What a block is: of the page, a section's title, an exercise, an amount, a statement for all, a name, a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.facts import Facts, facts_of
from voicecoach.authoring.rules.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.names import Name, is_told, name_in, named, reads_as_name, unlabelled
from voicecoach.authoring.rules.page import AFTER_THE_END, is_beside, is_noise
from voicecoach.authoring.rules.parts import BREAK, parts_of
from voicecoach.authoring.rules.section_words import RULES, SECTION
from voicecoach.authoring.rules.sentence_words import ALL_FIRST, FOR_ALL, RESTING, SENTENCE
from voicecoach.authoring.rules.words import EFFORT, EQUIPMENT_LINE, GENERIC, GOING_ON, GONE_ON_WITH, LEAST_GONE_ON_S

_LEG_OF_A_SWIM = re.compile(
    r"(?:easy |steady )?(?:warm[ -]?up|cool[ -]?down|warm[ -]?down|pull|kick|drill|choice|easy|recovery)(?:[ /]\w+)?",
    re.IGNORECASE,
)


_WARMING = re.compile(r"(?:warm|cool)[ -]?(?:up|down)", re.IGNORECASE)


class Role(Enum):
    """What a block is for the session."""

    NOISE = "of the page"
    END = "behind it nothing of the session comes"
    TITLE = "the title of a section"
    RULES = "the title of what holds for all"
    EXERCISE = "a name with an amount"
    NAME = "what may be a name, or a title"
    AMOUNT = "an amount without a name"
    STATEMENT = "said of all exercises"
    EQUIPMENT = "what is needed"
    SENTENCE = "anything else that is said"


@dataclass(frozen=True)
class Line:
    """A block with what it is and says.

    `tail` is what stands behind a title, or behind `Equipment:`; `is_listed` says that it is written as the exercises of
    its list are.
    """

    block: Block
    role: Role
    facts: Facts
    name: Name
    tail: str = ""
    is_listed: bool = False

    @property
    def text(self) -> str:
        """What was written."""
        return self.block.text

    @property
    def is_heading(self) -> bool:
        """Whether it stands as one."""
        return self.block.kind is BlockKind.HEADING


MOST_WORDS_OF_A_TITLE = 10
LEAST_WORDS_OF_A_SENTENCE = 6
_STRONG = re.compile(
    r"(?:optional\s+)?(?:\d+\s*(?:min(?:ute)?s?|')?\s*)?(?:e\dmom|emom|amrap|tabata|superset|super-set|circuit|tri-?set|giant set|finisher|metcon|wod|(?:ascending |descending )?(?:ladder|pyramid|chipper|countdown|rep scheme)|giant set|warm[ -]?up|cool[ -]?down|day \d|week \d|session \d|workout \d|part [a-z\d]|block [a-z\d]|round \d|rounds?\b|\d+ rounds|rft|for time|buy-?in|cash-?out)\b",
    re.IGNORECASE,
)
_LEG_WITH = re.compile(r"(?:warm|cool)(?:ing)?[ -]?(?:up|down)s?\s+(?=\d|[^\W\d_])", re.IGNORECASE)
"""A warm-up or a cool-down with what is done in it right behind it: `Warm up 5 min easy jog`."""
_REPEATED_PART = re.compile(
    r"(?:[\w'’&/-]+ ){0,4}[\w'’&/-]+\s*[-–—:(]+\s*(?:repeat|do|complete|go through)\s+(?:this|the|each)\s+(?:whole |entire )?(?:section|block|circuit|part|group|sequence|list)\b",
    re.IGNORECASE,
)
"""A title with how often all of it is done behind it: `Loosen up - repeat this section twice`."""
_CAPTION = re.compile(
    r"[A-Z][a-z]+(?:, (?:and )?| and | & )[A-Z][a-z]+(?:(?:, | and | & )[A-Z][a-z]+)*\. (?P<what>[^.]+)\.?"
)
"""Who is on a picture, and what they do there: `Ann, Ben. Kettlebell swing.`"""
_POSITION = re.compile(r"(?:standing|seated|sitting|lying|kneeling|supine|prone|on all fours)", re.IGNORECASE)
"""Where one is for what is listed below."""
_WHOLE_LENGTH = re.compile(
    r"\(\s*(?:about |approx\.? |~)?\d{1,3}(?:\s*[-–]\s*\d+)?[\s-]*min[a-z]*\s*\)\s*$", re.IGNORECASE
)
"""How long a part takes, behind its title: `Morning flow (10 minutes)`."""
_KINDS_FIRST = re.compile(
    r"\s*(?:(?:every\b.*?(?:min|minutes?|s|sec|seconds?)\b)|\d+\s*(?:x\s*)?(?:rounds?|rds?|rft|circuits?|x through|times through|circuits)|\d+[\s-]*(?:min(?:ute)?s?|')?\s*(?:amrap|emom))",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    r"(?:stretches|stretching|poses|holds|lifts?|drills|runs|flow|exercises|moves|series|jumps|work)\W*(?:\([^)]*\))?\W*$",
    re.IGNORECASE,
)
"""The titles of sections that end as exercises do."""
_REPEATED = re.compile(
    r"(?:slow |small |big |controlled )*(?:pulses|reps|lifts|raises|steps|taps|circles|presses|squeezes|rises|movements|holds)",
    re.IGNORECASE,
)
"""What is counted of the exercise above: `10 slow pulses`."""
_OF_DAYS = re.compile(
    r"(?:week|wk|day|session|workout|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?\b",
    re.IGNORECASE,
)


def line_of(block: Block) -> Line:  # noqa: PLR0911 - a list of decisions
    """What a block is by itself, whatever stands around it."""
    text = block.text.strip()
    parts = parts_of(unlabelled(text) if block.kind is not BlockKind.HEADING else text)
    facts = facts_of(parts)
    name = named(parts, facts)
    made = Line(block, Role.SENTENCE, facts, name)
    if AFTER_THE_END.fullmatch(text.strip(" :#*")):
        return Line(block, Role.END, facts, name)
    if is_beside(text) or (
        _CAPTION.fullmatch(text) and not facts.says_anything and not has_movement(text.split(".")[0])
    ):
        return Line(block, Role.NOISE, facts, name)
    is_listed = block.kind is BlockKind.ITEM and (ends_with_movement(text) or text.isdecimal())  # `good morning`, `12`
    if is_noise(text) and not (
        is_listed or facts.sets or facts.is_of_section or facts.rest_s or (facts.seconds and has_movement(text))
    ):
        return Line(block, Role.NOISE, facts, name)
    if (found := EQUIPMENT_LINE.match(text)) and (
        found[0].rstrip()[-1:] in ":-–—"
        or found.end() == len(text)
        or block.kind is BlockKind.HEADING
        or text.lower().startswith("you")
    ):
        return Line(block, Role.EQUIPMENT, Facts(), name, text[found.end() :])
    if block.kind is BlockKind.HEADING and RULES.fullmatch(_WHOLE_LENGTH.sub("", text).strip(" :#*?!.")):
        return Line(block, Role.RULES, Facts(), name)
    if not facts.says_anything and (
        RULES.fullmatch(text.strip(" :#*?!.")) or (RULES.match(text) and re.match(r"[\w\s]{3,24}:\s+\S", text))
    ):
        return Line(block, Role.RULES, facts, name, text.partition(":")[2].strip())
    if (title := _title(block, text, facts)) is not None:
        return Line(block, Role.TITLE, facts, name, title)
    return Line(block, _role(made), facts, name)


def _title(block: Block, text: str, facts: Facts) -> str | None:  # noqa: PLR0911 - a list of decisions
    """What stands behind a section's title on its line, `None` if the line is no title."""
    bare = unlabelled(text) if not _OF_DAYS.match(text) else text
    bare = re.sub(
        r"^(?:and\s+)?(?:then|next|now|finally|lastly|to\s+(?:finish|end)|(?:finish|end)(?:ing)?(?:\s+(?:off|up))?\s+(?:with|w/))[,:]?\s+(?:an?\s+|the\s+)?(?=super|tri-?set|giant|circuit|\d+\s+rounds)",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    if _REPEATED_PART.match(bare):
        return ""
    head, tail = _halves(bare)
    is_part = (
        bool(tail)
        and bool(_WHOLE_LENGTH.search(head))
        and not has_movement(head)
        and len(head.split()) <= LEAST_WORDS_OF_A_SENTENCE
    )
    is_kind = is_part or (bool(_KINDS_FIRST.match(bare)) and (facts.is_of_section))
    found = SECTION.match(head)
    if not found and not is_kind:
        return None
    after = head[found.end() :] if found else ""
    if _is_by_manner(block, head, facts):
        return tail
    if not tail and _LEG_WITH.match(head) and facts.has_amount and has_movement(after) and parts_of(after).parts:
        return after.strip(" -–—,")
    if after[:1] == "-" or re.match(r"\s*-?(?:ups?|downs?)\b", after, re.IGNORECASE):
        return None
    words = len(parts_of(head).rest.replace(BREAK, " ").split())
    is_strong = bool(_STRONG.match(head)) or is_kind
    if words > MOST_WORDS_OF_A_TITLE or (
        words > 1
        and _is_sentence(head)
        and not (is_strong and words <= LEAST_WORDS_OF_A_SENTENCE)
        and not SECTION.fullmatch(re.sub(r"\s*\([^()]*\)$", "", head))  # `Lower body (all 3x8)`
    ):
        return None
    if is_strong and not tail and facts.is_of_section and has_movement(after or head):
        return name_in(parts_of(head).rest).text and head
    is_of_day = bool(_OF_DAYS.match(head)) and bool(GENERIC.fullmatch(after.strip(" -–—:")))  # `Mon - Push`
    is_exercise = has_movement(after) or _ends_as_exercise(head) or bool(found and _is_of_two(found[0]))
    if is_exercise and not (is_strong or is_of_day):
        return None
    if facts.has_amount and not tail and not is_strong and not re.search(r"\([^)]*\)\s*:?$|:$", text):
        return None
    is_marked = is_strong or bool(re.search(r"\([^)]*\)\s*:?$|:$", text)) or bool(tail)
    is_remark = text.endswith(")") and not is_strong and not facts.says_anything
    is_counted = is_strong and not tail and has_movement(after)
    return None if block.kind is BlockKind.ITEM and (is_remark or is_counted or not is_marked) else tail


def _ends_as_exercise(head: str) -> bool:
    return ends_with_movement(head) and not _OF_SEVERAL.search(head)


def _is_of_two(head: str) -> bool:
    """Whether what looks like a title is two words that are an exercise: `Glute bridges`."""
    return len(head.split()) == 2 and _ends_as_exercise(head)  # noqa: PLR2004 - one is a part of the body


def _is_by_manner(block: Block, head: str, facts: Facts) -> bool:
    """Whether what begins as a title is one by where it stands: a position, or a heading with the length of a part."""
    is_heading = block.kind is BlockKind.HEADING
    if _POSITION.fullmatch(head):
        return not facts.says_anything and (is_heading or block.breaks > 0)
    return is_heading and bool(SECTION.match(head) and _WHOLE_LENGTH.search(head)) and facts.seconds != (60.0, 60.0)


def _halves(text: str) -> tuple[str, str]:
    """A title and what stands behind it: behind a colon, or behind a dash that has an exercise after it."""
    found = re.search(r":\s+|:$|\s=\s", text)
    if found:
        return text[: found.start()], text[found.end() :].strip()
    for dash in re.finditer(r"\s+[-–—]+\s+|\s*[–—]\s*", text):
        tail = text[dash.end() :]
        if has_movement(tail) and parts_of(tail).parts:
            return text[: dash.start()], tail.strip()
    return text, ""


def _is_sentence(text: str) -> bool:
    return (
        bool(SENTENCE.search(text))
        or (is_told(text) and not has_movement(text))
        or bool(re.search(r"[.!?]\s+\S", text))
    )


def _role(line: Line) -> Role:  # noqa: PLR0911 - a list of decisions
    text, facts, name = line.text, line.facts, line.name
    is_said = facts.says_anything
    if (
        RESTING.match(text)
        and (facts.round_rest_s or facts.rest_s)
        and not facts.has_amount
        and len(text.split()) < MOST_WORDS_OF_A_TITLE
    ):
        return Role.STATEMENT if facts.round_rest_s else Role.AMOUNT
    if (
        is_said
        and FOR_ALL.search(re.sub(r"\([^()]*\)", "", text) if facts.sets else text)
        and not (name.is_likely and (has_movement(name.text) or _is_prescribed(line)) and not _is_about_all(text))
    ):
        return Role.STATEMENT
    if is_said and ALL_FIRST.match(text):
        return Role.STATEMENT
    if not is_said:
        return Role.NAME if _is_alone(line) else Role.SENTENCE
    if facts.distance_m and _LEG_OF_A_SWIM.fullmatch(name.text):
        return Role.EXERCISE
    is_long = facts.seconds is not None and facts.seconds[0] >= LEAST_GONE_ON_S and not facts.sets
    if is_long and (line.block.kind is BlockKind.ITEM or GOING_ON.match(text)) and GONE_ON_WITH.fullmatch(name.text):
        return Role.EXERCISE
    if (facts.seconds or facts.distance_m) and EFFORT.fullmatch(name.text) and not _WARMING.fullmatch(name.text):
        return Role.EXERCISE
    if not name.text or GENERIC.fullmatch(name.text) or _is_remark(line) or _REPEATED.fullmatch(name.text):
        return Role.STATEMENT if facts.is_of_section and not facts.has_amount else Role.AMOUNT
    if line.name.is_distance or _is_exercise(line):
        return Role.EXERCISE
    return Role.SENTENCE


def _is_remark(line: Line) -> bool:
    """Whether what is left beside an amount is only how it is done: `8 reps per side, slow and steady`."""
    at = line.text.find(line.name.text)
    return (
        not has_movement(line.name.text)
        and line.facts.has_amount
        and bool(re.search(r"\d.*[,;.(–—-]\s*$", line.text[: max(at, 0)]))
    )


def _is_prescribed(line: Line) -> bool:
    """Whether it begins with a name and goes on with its sets, amounts and rest: `Half crimp 3x6, 2 min between sets`."""
    text, facts, name = unlabelled(line.text), line.facts, line.name.text
    is_whole = bool(facts.sets) and facts.has_amount and not facts.is_of_section and not line.name.others
    return is_whole and text.startswith(name) and not GENERIC.fullmatch(name) and not FOR_ALL.search(name)


def _is_about_all(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:each|every|all|these|following)\b.{0,20}\b(?:exercises?|moves?|movements?|stations?|stretch(?:es)?)\b",
            text,
            re.IGNORECASE,
        )
    )


def _is_alone(line: Line) -> bool:
    """Whether the whole line reads as a name."""
    text = unlabelled(line.text).strip().rstrip(":;,")
    if (
        line.block.kind is BlockKind.ITEM
        and has_movement(line.name.text)
        and line.name.is_likely
        and text.startswith(line.name.text)
        and not is_told(text)
        and not SENTENCE.search(text)
    ):
        return True
    bare = re.sub(r"\s*\([^)]*\)", "", text)
    return reads_as_name(bare) or (
        bool(line.name.is_likely)
        and len(bare.split()) <= LEAST_WORDS_OF_A_SENTENCE
        and not is_told(bare)
        and not SENTENCE.search(bare)
    )


def _is_exercise(line: Line) -> bool:
    text, name = line.text, line.name
    if not name.is_likely:
        return (
            line.block.kind is BlockKind.ITEM
            and line.facts.has_amount
            and len(name.text.split()) < LEAST_WORDS_OF_A_SENTENCE
            and not SENTENCE.search(name.text)
            and has_movement(name.text)
        )
    others = sum(len(one.split()) for one in name.others if not text.rstrip(" .").endswith((f'{one}"', f"{one}”")))
    if has_movement(name.text):
        return not (_is_sentence(text) and others > LEAST_WORDS_OF_A_SENTENCE * 3) and not _tells(text)
    is_listed = line.block.kind is BlockKind.ITEM or bool(line.block.marker)
    if is_listed and line.facts.sides and any("breath" in one for one in line.facts.notes):
        return True
    if _LABELLED.match(text):
        return False
    is_in_order = text.startswith(name.text) and bool(line.facts.sets or line.facts.each_set) and not others
    if is_in_order and line.facts.has_amount and not _is_sentence(text):
        return True
    return (
        (is_listed or len(text.split()) <= LEAST_WORDS_OF_A_SENTENCE + 2)
        and line.facts.has_amount
        and not _is_sentence(text)
        and not is_told(text)
        and others <= LEAST_WORDS_OF_A_SENTENCE
    )


_LABELLED = re.compile(r"[^:]{3,40}:\s+[A-Z][a-z]+\s(?=\D*\d).*[a-z]\.$")
"""A sentence with a label that names no exercise: `Bonus: Spend 10 minutes outside.`"""


def _tells(text: str) -> bool:
    """Whether it is about how something is done: `Lower for 3 seconds`, `Pause at the top of each rep`."""
    return is_told(unlabelled(text)) and bool(SENTENCE.search(text))
