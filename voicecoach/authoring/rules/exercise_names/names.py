"""The exercise's name in a line: what is left when amounts, labels, asides and lead-ins are taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.amounts.parts import BREAK, Parts, without_brackets
from voicecoach.authoring.rules.exercise_names.name_pieces import (
    JOINED,
    MOST_WORDS,
    MOST_WORDS_OF_AN_ASIDE,
    PARTED,
    WHAT_FOR,
    as_one,
    done_on,
    without_purpose,
)
from voicecoach.authoring.rules.language.manner_words import GOES_ON, MANNER
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.name_words import (
    AS_A_LEG,
    END_OF_A_NAME,
    EXAMPLES,
    LABEL,
    LEAD,
    SPLIT,
    TALK,
    TRAIL,
)
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.sentence_words import AND_BACK, AND_YET_NAMES, IMPERATIVE, SENTENCE
from voicecoach.authoring.rules.language.vocabulary import DAY, MONTH, SHORT_DAY
from voicecoach.authoring.rules.language.words import (
    EFFORT,
    GONE_ON_WITH,
    LEAST_GONE_ON_S,
    WITH_THING,
)
from voicecoach.late_patterns import late

_LIMB = "(?:knees?|heels?|foot|feet|legs?|arms?|hands?|hips?|elbows?)"
_AT_A = in_any_case(
    r"\s+or\s+(?:cross[ -]?train(?:ing)?|(?:a\s+)?(?:rest|day off)(?:\s+day)?)\b.*$",
    r"\s+(?:before|after)\s+(?:you|your|the|each|every|that)\b.*$",
    r"\s+to\s+(?:the|a)\s+[\w-]+\s+and\s+back\b.*$",
    r"\s+(?:nice\s+and\s+(?:easy|slow|steady|gentle)|just\s+(?:to\s+)?(?:get|warm|loosen|start|ease|wake)\b).*$",
    r"\s+at\s+(?:an?\s|the\s|your\s|level|incline|speed|\d).*$",
    rf"\s+{WHAT_FOR}\s.*$",
    r"\s+to\s+(?:close|finish|end|start|begin)(?:\s+(?:off|with|up))?$",
    rf"\s+with\s+(?:the|your|one|both)\s+(?:\w+\s+)?{_LIMB}\s+(?:down|up|out|in|back|forwards?|high|straight|bent)$",
    rf"\s+{_LIMB}\s+(?:under|against|behind|inside|off)\s.*$",
    r"\s+as\s+\w+\s+as\s.*$|\s+(?:if|unless|because|where|when|whenever)\s.*$",
)
_WITH = re.compile(r"(?<=[a-z])-w/(?=[a-z])")
_MARKS = re.compile(r"[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f\u20e3]")
_ADJECTIVE = in_any_case(
    r"\b(brisk|easy|slow|steady|light|gentle|hard|fast|static|forearm|side|high|low|front|reverse"
    r"|walking|quick|long|easy-paced|moderate|wall)$"
)
"""Stands before a number in the middle of a name: `a brisk 5-minute walk`."""
_HOW_IT_IS_DONE = in_any_case(
    r"optional|total|slow|time|each|or\b|\d|^(?:no|without|with)\b|[a-z] to [a-z]|variation",
    "^(?:long|easy|recovery|tempo|hard|key) (?:run|ride|swim|day)$",
)
"""What in brackets says how something is done, and is no part of its name."""
_OTHERWISE = re.compile(r"(?:or|aka|also|i\.?e)\b", re.IGNORECASE)
"""What a part of a name may be instead, in brackets in the middle of it."""
_FROM_TO = in_any_case(
    r"(?:low|high|front|back|left|right|seated|standing|kneeling|narrow|wide|in|out) to \w+",
    rf"(?:with )?(?:(?:back|front|top|bottom|one|both|your|the) )*{_LIMB} (?:straight|bent|extended|apart|together)",
    r"(?:lying|sitting|standing|kneeling) (?:on|in|at|against) (?:\w+ ){0,2}\w+",
)
"""How something is moved or held, which tells it from others that are called so: `Cable fly (low to high)`."""
_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")


@dataclass(frozen=True)
class Name:
    """The name as written, `""` if there is none, what else was said, and what it is done with."""

    text: str
    others: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_distance: bool = False

    @property
    def is_likely(self) -> bool:
        """Whether it reads as a name rather than as a sentence."""
        return reads_as_name(self.text)


_NO_NAME = in_any_case(
    any_of(
        r"might|may|could|should|would|also",
        r"no(?!\s*-?money)|not|without|that|which|same|to|addition to|(?:each|every)(?!\s+(?:side|leg|arm))",
        "rely|favou?r|focus|prefer|choose|avoid|consider|concentrate|incorporate|mix|emphasi[sz]e",
        r"using(?= (?:a|an|the|your|both|one|only|just)\b)",
        "since|although|though|despite|during|before|after|until|once|while|whilst",
        "(?:standing|seated|kneeling|sitting|lying|starting|plank|push-?up) position(?= with)",
        "(?:idea|types?|kinds?|sorts?|lots?|plenty) of|(?:a )?word (?:about|on)",
        "slightly|less|fewer|heavier|lighter|longer|shorter|scaled?|hi|hello|hey|dear|optimi[sz]ing",
        "improves|helps?|strengthens|increases|reduces|develops|promotes|targets|builds|activates|challenges|teaches",
        r"mobili[sz]es|loosens|eases|(?:stretches|opens)(?= (?:and [a-z]+s |up )?(?:the|your|tight|all|both)\b)",
    )
    + r"\s"
)
"""What no name begins with; a purpose among them."""
_BEGUN = re.compile(r"(?P<begun>(?:with|\w+ing)\b[^,.;:!?]{3,100}),\s+(?P<told>\w.*)", re.IGNORECASE | re.DOTALL)
"""How a sentence begins that tells first where one is: `Leaning on the wall, lift ...`."""
_STAYING = late(r"(?:lean|stand|sitt|ly|kneel|hold|pull|push|press|keep|start|rest)ing", re.IGNORECASE)
"""Where one is, or what one keeps doing meanwhile; alone no name."""
_WITH_FIRST = in_any_case(r"with\s+(?:an?|the|your|both|one|each)\s(?!partner)[^:\d]*$")
"""How it is told first what something is done with: `With a strong band around the knees`."""
_ARTICLES = frozenset({"a", "an", "the"})
_DOING = re.compile(r"^[a-z]+ing\s+your\s+(?=[\w-]+(?:\s[\w-]+)?$)", re.IGNORECASE)
"""How a sheet calls an exercise by what is done: `Rolling your knees`."""
_OF_YOURS = re.compile(
    r"\s(?:on|over|behind|against|above|with|to|from|between|under)\s(?:your|the)\s\w+", re.IGNORECASE
)


_FIRST_OF_ITS_KIND = re.compile(r"(?<=[a-z])\sI(?=\s*(?:$|[()/,]))")
"""The first of several that are counted in Roman numbers: `Warrior I (Virabhadrasana I)`."""
_A_DAY = in_any_case(rf"{DAY}s?|{SHORT_DAY}|{MONTH}\s*[-/–&]\s*{MONTH}")
_LIKE = in_any_case(r"(?:body|back|legs?|arms?|hips?|feet|hands?|land|think|feel|look|move|imagine)\b.*\blike an?\s")
"""What something is to be like is no name: `Body like a plank`."""
_HAS_WORD = re.compile(r"[^\W\d_]{2}|[^\W\d_][2&][^\W\d_]")
"""A word, or what is cut short to letters with `to` between: `t2b`."""


_POSITION = in_any_case(
    r"(?:(?:in|from|while|whilst|when) )?(?:an? |the )?"
    + any_of(
        r"(?:sitting|seated|standing|lying|kneeling)(?: (?:down|up|upright|tall|straight|comfortably|flat|still))*",
        r"(?:half|high|crook|side|prone|supine)[ -](?:lying|kneeling)",
    )
    + r"(?: position)?(?: (?:on|in|at|near|by|behind|against|facing|with|next to|beside|in front of)"
    r"(?! (?:one|each|a single) ) [^,.;:!?()\d]{2,60})?"
)
"""Where one is, before what is done there: `Sitting in a chair, raise your heels`."""
MOST_BARE = 2  # words of a position alone, whichever of them calls a movement elsewhere


def reads_as_name(text: str) -> bool:
    """Whether a text is short and has no words of a sentence."""
    words = [one for one in text.split() if one.lower() not in _ARTICLES]
    if text.lower() == "only" or _NO_NAME.match(text) or _A_DAY.fullmatch(text) or _LIKE.match(text):
        return False
    if TALK.fullmatch(text):
        return False
    if (
        not 1 <= len(words) <= (MOST_WORDS if not _are_choices(text) else 2 * MOST_WORDS)
        or not _HAS_WORD.search(text)
        or re.search(r"[?!]|\.\s|[a-z]\.$", text)
    ):
        return False
    if SENTENCE.search(_FIRST_OF_ITS_KIND.sub("", _OF_YOURS.sub("", _DOING.sub("", text)))):
        return False
    return not is_told(text)


def is_position(text: str) -> bool:
    """Whether it only says where one is, and ends with no movement, as `standing on a step: calf raise` does."""
    return bool(_POSITION.fullmatch(text)) and (len(text.split()) <= MOST_BARE or not ends_with_movement(text))


def _are_choices(text: str) -> bool:
    """Whether it is several names that one may choose of: `dumbbell squats or goblet squats or step-ups`."""
    choices = _OR.split(text)
    return len(choices) > 1 and all(ends_with_movement(one) and len(one.split()) <= MOST_WORDS // 2 for one in choices)


_OR = re.compile(r",?\s+or\s+", re.IGNORECASE)


MOST_WORDS_AS_ORDER = 3
"""Names of so many words may begin as an order does: `pull aparts`, `reach press`."""


def is_told(text: str) -> bool:
    """Whether it begins as an order, and is none of the names that do."""
    if is_told_behind(text.strip()) or _WITH_FIRST.match(text.strip()):
        return True
    found = IMPERATIVE.match(AND_BACK.sub("", text.strip(), count=1))
    if not found or AND_YET_NAMES.match(text.strip()):
        return False
    is_short = len(without_brackets(text).split()) <= MOST_WORDS_AS_ORDER
    return not (is_short and ends_with_movement(text))


def is_told_behind(text: str) -> bool:
    """Whether an order stands behind what is said first of where one is, and that is no name itself."""
    found = _BEGUN.match(text)
    if not found or not IMPERATIVE.match(found["told"]):
        return False
    name = before_where(found["begun"]) or found["begun"]
    return bool(_STAYING.fullmatch(name)) or not ends_with_movement(name)


def is_gone_on_with(name: str, facts: Facts) -> bool:
    """Whether something is gone on with for minutes, without anybody saying what is done: `5 minutes of stretching`."""
    is_long = facts.seconds is not None and facts.seconds[0] >= LEAST_GONE_ON_S and not facts.sets
    return is_long and bool(GONE_ON_WITH.fullmatch(name))


def unlabelled(text: str) -> str:
    """Without the letter or number that counts it."""
    return text[found.end() :] if (found := LABEL.match(text)) and text[found.end() :].strip() else text


def without_remark(text: str) -> str:
    """A text without what stands in brackets behind an exercise's name, however much of it others are called."""
    head, bracket, _ = text.partition("(")
    return head if bracket and has_movement(head) else text


def named(parts: Parts, facts: Facts) -> Name:
    """The name in a line; `6 x 400 m` is called by its distance."""
    name = name_in(parts.rest)
    begun, _, behind = parts.rest.partition(BREAK)
    begun = begun.strip(" :–—-")
    if is_gone_on_with(begun, facts) and not has_movement(behind):
        return Name(begun)  # `Cardio 20 min easy`
    if facts.seconds and not has_movement(name.text) and (effort := EFFORT.match(_bare(parts.rest))):
        return Name(effort[0])
    if facts.seconds and not name.text and _PERCENT.fullmatch(facts.load or ""):
        return Name(f"at {facts.load}")
    is_called = has_movement(name.text) or bool(_DRILL.fullmatch(name.text))
    if (is_called and not _RECOVERY.fullmatch(name.text)) or not (facts.distance_m and facts.sets):
        return _with_its_kind(parts, name)
    if facts.distance_m <= MOST_OF_A_DRILL_M and name.is_likely and parts.rest.lstrip().startswith(name.text):
        return name  # `Fairy steps 20 m, 3 times`
    text = next((value for part in parts.parts for called, value in part.found if called == "metres"), "")
    pace = next(
        (one for one in (name.text, *name.others) if _AT_PACE.search(one) and len(one.split()) <= MOST_WORDS - 2), ""
    )
    return Name(f"{text.strip()} {pace}".strip(), name.others, is_distance=True)


def _with_its_kind(parts: Parts, name: Name) -> Name:
    """The name, with what stands before a weight in the middle of it: `Hand-to-hand 24 kg swings`."""
    ends = [0, *(one.end for one in parts.parts)]
    for start, part in zip(ends, parts.parts, strict=False):
        before = unlabelled(parts.line.original(start, part.start)).strip()
        behind = parts.line.original(part.end, len(parts.line.text))
        is_load = any(called == "load" for called, _ in part.found)
        is_between = is_load and behind.startswith(f" {name.text}") and has_movement(name.text)
        if is_between and _KIND.fullmatch(before) and not (has_movement(before) or SECTION.match(before)):
            return replace(name, text=f"{before} {name.text}")
    return name


_KIND = in_any_case(
    r"(?!(?:with|use|using|hold|holding|take|grab|add|do|then|and|at|of|for|a|an|the|my|your|one|two|some|perform)\b)"
    r"[a-z][a-z'’-]+(?: [a-z][a-z'’-]+)?"
)
"""Which of several exercises it is, in one word or two."""
MOST_OF_A_DRILL_M = 60
_DRILL = in_any_case(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,2} drills?")
"""What swimmers and runners call by what stands before its last word: `fist drill`."""
_PERCENT = re.compile(r"\d+ %")
"""An effort that is a share of the greatest."""


def _bare(rest: str) -> str:
    """What is left of a line, without what leads to it."""
    words = " ".join(rest.replace(BREAK, " ").split()).strip(" ,;:.()@–—-")
    return re.sub(r"^(?:then|and|now|finally|at|of)\s+|\s+(?:of|at)(?=\s)", "", words, flags=re.IGNORECASE)


_AT_PACE = late(r"\b(?:pace|effort|tempo|threshold|strong|hard|fast|sprint|all out|easy|steady)\b", re.IGNORECASE)
_RECOVERY = re.compile(
    r"(?:walk|jog)(?:ging|ing)?(?: back)?(?: (?:recovery|rest|down))?|recover(?:y|ies)|.*\bpace\b.*", re.IGNORECASE
)


def name_in(rest: str) -> Name:
    """The name in what is left of a line, in which a `BREAK` stands for each of its parts."""
    rest = EXAMPLES.sub("", _MARKS.sub("", unlabelled(_MARKS.sub("", rest))))
    rest = _WITH.sub(" w/ ", AS_A_LEG.sub("", rest))
    kept, others = list[str](), list[str]()
    for piece in rest.split(BREAK):
        for at, one in enumerate(SPLIT.split(_with_manner(as_one(_without_asides(piece, others))))):
            (kept if at == 0 else others).append(one)
    kept_names = [clean for one in kept if (clean := _clean(one))]
    is_called = any(map(GONE_ON_WITH.fullmatch, kept_names))  # light cardio (jogging or walking)
    is_first = bool(kept_names) and reads_as_name(kept_names[0])
    choices = [one for one in others if is_first and _OTHERWISE.match(one)]  # `Bench (or floor press)`
    beside = [] if is_called else [clean for one in others if one not in choices and (clean := _clean(one))]
    candidates = [without_purpose(one) for one in (*kept_names, *beside)]
    chosen = _chosen(candidates)
    if chosen is None:
        return Name("", tuple(candidates))
    if chosen in movements_alone(kept) and (
        before := _ADJECTIVE.search(rest.partition(chosen)[0].rstrip(BREAK + " -"))
    ):
        return Name(
            f"{before[1]} {chosen}",
            tuple(one for one in candidates if one is not chosen and not one.endswith(before[1])),
        )
    text, needs = _needs(_AT_A.sub("", done_on(chosen)))
    left = [*(one for one in candidates if one is not chosen), *choices]
    return Name(text, (*left, *([chosen[len(text) :].strip()] if _AT_A.search(chosen) else [])), needs)


def _with_manner(piece: str) -> str:
    """The piece, in which a name goes on behind its comma with how it is done."""
    found = MANNER.match(piece)
    is_name = found is not None and ends_with_movement(found["name"]) and not is_told(found["name"])
    return f"{found['name']}{PARTED}{found['manner']}{piece[found.end() :]}" if found and is_name else piece


def movements_alone(candidates: list[str]) -> set[str]:
    """Those that are one word."""
    return {clean for one in candidates if len((clean := _clean(one)).split()) == 1}


def _chosen(candidates: list[str]) -> str | None:
    """The first that reads as a name, one that exercises are called by before others."""
    likely = [one for one in candidates if reads_as_name(one)]
    movements = [one for one in likely if has_movement(one)] or list(filter(None, map(before_where, candidates)))
    if movements:
        is_order = len(movements) > 1 and movements[0].lower() in _ORDERS  # `hold a 30 second side plank`
        return movements[is_order]
    own = [one for one in likely if EFFORT.match(one) or not SECTION.fullmatch(one)]
    return next(iter(own or likely or candidates), None)


_ORDERS = frozenset({"hold", "holding", "held"})
_WHERE = in_any_case(
    r"\s+(?:(?:off|on|along|over|against|in|at|by|from|round|around|across|up|down|next to)\s+"
    r"(?:the|an?|your|my|his|her|our|their|each)|with\s+(?:your|my|his|her|our|their)"
    r"|so|until|because|if|unless)\s(?!left|right)"
)


def before_where(text: str) -> str | None:
    """What stands before words on where or how, if it is called as exercises are: `rows over the back of it`."""
    found = _WHERE.search(text)
    name = text[: found.start()] if found else ""
    is_order = bool(IMPERATIVE.fullmatch(name))  # `Stand with your feet apart`
    return name if name and not is_order and reads_as_name(name) and ends_with_movement(name) else None


_ROLLED = late(r"foam[ -]?roll(?:ing|er)?\s*$", re.IGNORECASE)
"""Behind it stands in brackets what is rolled."""


def _without_asides(piece: str, others: list[str]) -> str:
    """The piece; what stands in brackets and is longer than a name's remark goes to `others`."""

    def kept(match: re.Match[str]) -> str:
        if _ROLLED.search(piece[: match.start()]) and not any(map(str.isdecimal, match[1])):
            return match[0].replace(", ", PARTED)
        words = re.findall(r"[\w'’-]*\w", match[1])
        is_short = 1 <= len(words) <= MOST_WORDS_OF_AN_ASIDE or bool(_FROM_TO.fullmatch(match[1]))
        is_within = bool(GOES_ON.match(piece[match.end() :])) and not has_movement(piece[: match.start()])
        if is_within and len(words) <= 2 * MOST_WORDS_OF_AN_ASIDE:
            return match[0]  # `Piriformis (figure 4) stretch`
        if is_short and not SENTENCE.search(match[1]) and not _HOW_IT_IS_DONE.search(match[1]):
            return match[0].replace(" + ", JOINED[" + "])
        others.append(match[1])
        if _OTHERWISE.match(match[1]):
            return ""  # `single-leg (or kickstand) deadlift`
        if _OR.match(piece[match.end() :]):
            return ""  # `pull-ups (assisted) or pulldowns`
        return " | " if match.end() < len(piece) and match.start() else ""

    return _ASIDE.sub(kept, piece)


def _clean(text: str) -> str:
    before = None
    while before != text:
        before = text
        lead = LEAD.match(text)
        if lead and re.search(r"[^\W\d_]", text[lead.end() :]):
            text = text[lead.end() :]
        text = (text[:-END_OF_A_NAME] + TRAIL.sub("", text[-END_OF_A_NAME:])).strip(" \t,;:.]\"“”'!")
        if re.fullmatch(r"\([^()]*\)", text):
            text = text[1:-1]
        if text.endswith(")") and text.count(")") > text.count("("):
            text = text[:-1]
        if text.count("(") > text.count(")"):
            text = text.replace("(", "", 1) if text.startswith("(") else text.partition("(")[0].strip()
    if text.count(")") != text.count("("):
        text = text.replace("(", " ").replace(")", " ").strip()
    return " ".join(text.replace("\2", " ").replace(PARTED, ", ").split()) if _HAS_WORD.search(text) else ""


def _needs(name: str) -> tuple[str, tuple[str, ...]]:
    found = WITH_THING.search(name)
    if not found or not name[: found.start()].strip():
        return name.strip(), ()
    things = re.split(r"\s+or\s+(?:a\s+)?", found[1].strip())
    return name[: found.start()].strip(), tuple(re.sub(r"^(?:an?|the|your)\s+", "", one) for one in things)
