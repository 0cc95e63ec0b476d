"""Titles as they are written, without what they say of amounts."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of_all
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of, without_brackets
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.vocabulary import SHORT_DAY
from voicecoach.authoring.rules.line_kinds.statements import between_rounds
from voicecoach.definitions.session import SectionKind
from voicecoach.late_patterns import late

_PAIR = late(r"(\d?[05])/(\d?[05])")
MOST_WORK_S = 60
_ROUNDS_OF_ALL = late(r"\bamrap\b|\bas many rounds\b", re.IGNORECASE)


def often(facts: Facts) -> Facts:
    """A title's facts: `Giant set x 4` are four rounds, `Block 2 (45/15)` are work and rest."""
    if facts.load and (pair := _PAIR.fullmatch(facts.load)) and int(pair[1]) <= MOST_WORK_S:
        work_s, rest_s = float(pair[1]), float(pair[2])
        facts = replace(facts, load=None, work_s=(work_s, work_s), rest_s=(rest_s, rest_s), kind=SectionKind.INTERVALS)
    times = facts.repeat or facts.reps
    if times and times[0] == times[1] and not facts.rounds and not facts.sets and not facts.seconds:
        return replace(facts, rounds=times, reps=None, repeat=None)
    return facts


def as_many(facts: Facts, text: str) -> Facts:
    """A title's facts: a bare `AMRAP` is said of its rounds, not of the repetitions of each exercise."""
    is_bare = facts.is_open and not (facts.kind or facts.sets or facts.seconds or facts.rounds)
    if is_bare and _ROUNDS_OF_ALL.search(text):
        return replace(facts, is_open=None, kind=SectionKind.AMRAP)
    return facts


def title_facts(text: str) -> Facts:
    """What a title says of the exercises below it."""
    return between_rounds(as_many(often(facts_of_all(parts_of(text))), text), text)


_OF_EACH = in_any_case(r"\beach\b|\bevery (?:exercise|move|stretch|pose)\b|\bper (?:exercise|move|stretch|pose)\b")


def of_all(facts: Facts, text: str) -> Facts:
    """What the title of all says of its exercises; an amount only where it is said to be that of each."""
    if _OF_EACH.search(text):
        return title_facts(text)
    own = {one: getattr(facts, one) for one in ("rounds", "kind", "minutes", "work_s", "rest_s", "round_rest_s")}
    return Facts(**own)


_AGAIN = in_any_case(r"\W*(?:then )?(?:repeat|do (?:this|these|the following)|go through)\b[^.;]*")


def facts_behind(tail: str) -> Facts:
    """What is said behind a title on its line: `Main: repeat twice` are two rounds of what is below."""
    facts = between_rounds(as_many(facts_of_all(parts_of(tail)), tail), tail)
    return often(facts) if _AGAIN.fullmatch(tail) else facts


_COUNTED_ASIDE = late(r"(?<=[a-z\d])\s*\([^()]*\d[^()]*\)")
"""What is added in brackets with a number, of a title's amounts."""


def bare_title(text: str) -> str:
    """A title without what it says of amounts."""
    text = re.sub(r"^(?:and\s+)?then\b[,:]?\s+", "", text, flags=re.IGNORECASE)
    rest = (
        text
        if re.match(r"(?:week|wk|day|session|workout)\b", text.strip(), re.IGNORECASE)
        else parts_of(_COUNTED_ASIDE.sub("", text)).rest.replace(BREAK, " ")
    )
    bare = re.sub(
        r"\((?:[\s,;]|\b(?:do|all|each|repeat|complete|x|of|for)\b)*\)|[#*_]+", " ", rest, flags=re.IGNORECASE
    )
    bare = re.sub(r"[\s,;]+\)", ")", bare)
    bare = re.sub(r"(?:\s[–—-])?(?:\s*[,;]){2,}|\s[–—-]\s*[,;]", ",", bare)
    bare = re.sub(r"\s+([,;:)])", r"\1", " ".join(bare.split())).strip(" :;,-–—|(.")
    bare = re.sub(
        r"(?:^|,?\s+)(?:of(?: the (?:list|above|following))?|x|for|in|do|(?:with|w/)(?:\s+an?)?|the following)$",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    return bare if re.search(r"[^\W\d_]", bare) else text.strip(" :#*-–—")


def whole_title(text: str) -> str:
    """A title as written, without how long all of it takes."""
    return re.sub(r"\s*\(\s*\d+[^()]*\)\s*$", "", text.strip()).strip(" :#*-–—.")


def calls_sections(tail: str) -> bool:
    """Whether several words that sections are called by stand behind a title: `Strength and balance (weeks 2-4)`."""
    words = re.split(r"\s*(?:,|&|/|\+|\band\b)\s*", without_brackets(tail).strip().lower())
    return len(words) > 1 and all(SECTION.fullmatch(one) for one in words) and not parts_of(" ".join(words)).parts


def with_more(title: str | None, tail: str) -> str:
    """A title with what stands behind it; of a week that is all that its title says."""
    return f"{title}: {bare_title(tail)}" if title else bare_title(tail)


TRAINING_OF_A_DAY = in_any_case(
    rf"(?:training|session|workout|circuits?|club night)\b.{{0,20}}\b{SHORT_DAY}\b",
    r"[^.:]{0,40}\b(?:challenge|class|programme?|course)\W{1,3}(?:day|week|session|lesson)\W{0,2}\d{1,3}\W*$",
)
"""The title of what is trained on a day: `Training - Friday 27th March`, `Walking challenge: day 3`."""
