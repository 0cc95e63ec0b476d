"""What a text names, tells or sums up beside what it prescribes, and isn't done: it is taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.amounts.parts import without_brackets
from voicecoach.authoring.rules.drafting.contents import BEGIN
from voicecoach.authoring.rules.drafting.names_alone import without_head_of_rounds, without_names_alone
from voicecoach.authoring.rules.drafting.patterns_told import without_patterns
from voicecoach.authoring.rules.drafting.told_twice import without_told_twice
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import DAY, SHORT_DAY
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.title_lines import is_sentence
from voicecoach.authoring.rules.passes.muscles_named import without_muscles
from voicecoach.authoring.written import Unplaced
from voicecoach.definitions.session import SectionKind

_EFFORT = in_any_case(r"(?:hard|fast|quick|flat out|all[ -]out|max(?:imum)?|work|go)(?: effort)?")
LEAST_NAMED, LEAST_PRESCRIBED, MOST_WORDS_OF_A_LINE = 2, 3, 15
NEARLY = 0.05
_LINK = in_any_case(r"https?://|www\.|\.(?:com|be|org)/")
_SCHEDULED = in_any_case(
    r"(?:gym|boxing|kick-?boxing|running|runs?|swim(?:ming)?|bike|biking|cycling|yoga|pilates|cardio|sports?|football"
    r"|climbing|hik(?:e|ing)|walk(?:ing)?|class|weights|lifting|strength|conditioning|mobility|push|pull|legs?|upper|lower"
    r"|(?:full|upper|lower) body)(?: day| training| session| [a-c1-4])?(?: ?\([^()]*\))?"
)
"""What a week's plan calls a day by, which tells of no exercise: `Gym (light)`, `Boxing`."""


_OF_REST = in_any_case(
    rf"(?:(?:{DAY}|{SHORT_DAY}|day \w+)\b.{{0,12}}[-–—:(]\W*)?(?:full |complete )?rest(?:[ -]days?)?\W*"
)
"""The title of a day on which nothing is done."""


def without_beside(draft: Draft) -> None:
    """Take out of a draft all that is named, told or summed up beside what is prescribed."""
    without_patterns(draft)
    without_days_of_rest(draft)
    without_pools(draft)
    without_descriptions(draft)
    without_muscles(draft)
    without_told_first(draft)
    without_told_twice(draft)
    without_overview(draft)
    without_repeated(draft)
    without_timetable(draft)
    without_whole(draft)
    without_head_of_rounds(draft)
    with_lengths(draft)
    without_told(draft)
    without_efforts(draft)
    without_names_alone(draft)


def without_days_of_rest(draft: Draft) -> None:
    """Take out what is only named for a day of rest: `Sunday - Rest`, above `Optional light walk`."""
    free = [one for one in draft.sections if _OF_REST.fullmatch(one.title or "") and _only_names(one)]
    draft.about += [f"{one.title}: {', '.join(each.name for each in one.exercises)}" for one in free if one.exercises]
    draft.sections = [one for one in draft.sections if one not in free] or draft.sections


_POOL = in_any_case(
    r"\W*(?:other |more |all )?(?:exercises?|movements?|moves|lifts) to (?:choose|sample|pick|select) from\W*",
    r"(?:.*\W)?(?:exercise|movement|lift)s? (?:pool|library|bank|menu|index|glossary)\W*",
)
"""The title of what sessions are made of: `Exercises to choose from`."""


def without_pools(draft: Draft) -> None:
    """Take out what is only named to choose from, beside sessions that say how much of each is done."""
    pools = [one for one in draft.sections if _POOL.fullmatch((one.title or "").rpartition(", ")[2])]
    pools = [one for one in pools if _only_names(one)]
    done = sum(_is_done(section, one) for section in draft.sections for one in section.exercises)
    if pools and done >= LEAST_NAMED:
        draft.about += [", ".join(one.name for one in pool.exercises) for pool in pools]
        draft.sections = [one for one in draft.sections if one not in pools]


def without_overview(draft: Draft) -> None:
    """Take out what the first section names without amounts, if all of it is prescribed below."""
    _without_days(draft)
    first, *others = draft.sections or [SectionDraft(0)]
    if first.facts.says_anything:
        return
    named = list(takewhile(_is_only_named, first.exercises))
    below = [(first, one) for one in first.exercises[len(named) :]]
    below += [(section, one) for section in others for one in section.exercises]
    prescribed = [frozenset(bare_words(one.name)) for section, one in below if _is_done(section, one)]
    titles = [frozenset(bare_words(one.title or "")) for one in others]
    names = [frozenset(bare_words(one.name)) for one in named]
    is_overview = len(named) >= LEAST_NAMED and any(
        (
            bool(prescribed) and all(any(words <= one for one in (*prescribed, *titles)) for words in names),
            _is_collection(first.title or draft.title or "", names, prescribed) and len(named) == len(first.exercises),
        )
    )
    if is_overview:
        first.exercises = first.exercises[len(named) :]
        draft.sections = [one for one in draft.sections if one.exercises]
        draft.about.append(", ".join(one.name for one in named))


def _is_collection(title: str, names: Sequence[frozenset[str]], prescribed: Sequence[frozenset[str]]) -> bool:
    """Whether a part only names what may be chosen, and sessions made of it come below: `Leg exercises`."""
    known = sum(_is_like_one_of(one, prescribed) for one in names)
    is_used = len(prescribed) >= LEAST_PRESCRIBED and 2 * known >= len(names)
    return is_used and bool(_COLLECTION.fullmatch(title))


_COLLECTION = in_any_case(
    r"(?!.*\b(?:warm|cool)).*\b(?:exercises?|movements?|moves|poses|library|pool|options|list|index|bank|menu)\W*"
)


def _without_days(draft: Draft) -> None:
    """Take out the days at the beginning that only name something, if most of that is prescribed below them."""
    named = list(takewhile(_only_names, draft.sections))
    prescribed = [
        frozenset(bare_words(one.name))
        for section in draft.sections[len(named) :]
        for one in section.exercises
        if one.facts.has_amount
    ]
    names = [frozenset(bare_words(one.name)) for section in named for one in section.exercises]
    are_scheduled = [bool(_SCHEDULED.fullmatch(one.name.strip())) for section in named for one in section.exercises]
    known = sum(
        is_scheduled or any(words <= one for one in prescribed)
        for words, is_scheduled in zip(names, are_scheduled, strict=True)
    )
    if len(named) > 1 and len(prescribed) > len(names) and 3 * known >= 2 * len(names):
        draft.about += [f"{one.title}: {', '.join(each.name for each in one.exercises)}" for one in named]
        draft.sections = draft.sections[len(named) :]


def _only_names(section: SectionDraft) -> bool:
    """Whether it has a title, and below it exercises without anything said of them."""
    is_bare = bool(section.title) and not section.facts.says_anything
    return is_bare and bool(section.exercises) and not any(one.facts.says_anything for one in section.exercises)


def without_repeated(draft: Draft) -> None:
    """Take out what is only named at the end, if most of it is prescribed above: links to pictures or films of it."""
    listed = [(section, one) for section in draft.sections for one in section.exercises]
    on_line = Counter(one.line for _, one in listed)
    told = {line for line, exercises in on_line.items() if exercises > 1}
    named = list(takewhile(lambda pair: _is_named_again(*pair, is_told=pair[1].line in told), reversed(listed)))
    above = listed[: len(listed) - len(named)]
    prescribed = [frozenset(bare_words(one.name)) for section, one in above if _is_counted(section, one)]
    known = [one for _, one in named if _is_like_one_of(frozenset(bare_words(one.name)), prescribed)]
    least = 1 if any(_is_linked(one) for one in known) else LEAST_NAMED
    if len(known) < least or 3 * len(known) < 2 * len(named):
        return
    out = {id(one) for _, one in named}
    for section in draft.sections:
        section.exercises = [one for one in section.exercises if id(one) not in out]
    draft.sections = [one for one in draft.sections if one.exercises]
    draft.about.append(", ".join(one.name for _, one in reversed(named)))


def without_timetable(draft: Draft) -> None:
    """Take out a list that has the same exercises again, by the clock, as `Timing` or `Round 1` behind what is told."""
    before = list[ExerciseDraft]()
    for section in draft.sections:
        names = [frozenset(bare_words(one.name)) for one in section.exercises]
        known = [frozenset(bare_words(one.name)) for one in before] if len(before) == len(names) else []
        is_again = len(names) >= LEAST_PRESCRIBED and names == known
        if (is_again and _TIMETABLE.match(section.title or "")) or _is_summary(section, names, before):
            draft.about.append(", ".join(one.name for one in section.exercises))
            section.exercises = []
        before += section.exercises
    draft.sections = [one for one in draft.sections if one.exercises]


def _is_summary(section: SectionDraft, names: list[frozenset[str]], before: list[ExerciseDraft]) -> bool:
    """Whether a section that is titled so sums up what was prescribed above: `Quick reference`, a row each."""
    if len(names) < LEAST_PRESCRIBED or not _SUMMARY.search(section.title or ""):
        return False
    known = [frozenset(bare_words(one.name)) for one in before if one.facts.has_amount]
    return all(any(one <= other or other <= one for other in known if other) for one in names)


_SUMMARY = in_any_case(r"\b(?:reference|at a glance|summary|recap|cheat ?sheet|in short|overview|checklist|review)\b")
_TIMETABLE = in_any_case(
    r"(?:the |your )?(?:round 1|timing|timetable|at a glance|summary|recap|overview|in short|quick|the list|cheat)",
)


def _is_named_again(section: SectionDraft, exercise: ExerciseDraft, *, is_told: bool) -> bool:
    """Whether it has no amount, nor its section, or only says where a film of it is; a new part has its title.

    One that a sentence names with others may have what is told behind them.
    """
    is_open = not section.facts.says_anything and not BEGIN.match(section.title or "")
    is_bare = is_open and (is_told or not (exercise.notes or exercise.cues))
    return (is_bare or _is_linked(exercise)) and not exercise.facts.says_anything


def _is_linked(exercise: ExerciseDraft) -> bool:
    told = (exercise.block.text, *exercise.notes, *(cue for cues in exercise.cues.values() for cue in cues))
    return any(_LINK.search(one) for one in told)


def _is_counted(section: SectionDraft, exercise: ExerciseDraft) -> bool:
    return exercise.facts.has_amount or section.facts.has_amount or bool(section.facts.work_s)


def _is_like_one_of(words: frozenset[str], names: Sequence[frozenset[str]]) -> bool:
    """Whether a name has most of its words in common with one of others."""
    return any(2 * len(words & one) >= len(words | one) for one in names)


def without_told(draft: Draft) -> None:
    """Take out what somebody tells to have done, where more than that is prescribed, and what is said of a plan."""
    exercises = [one for section in draft.sections for one in section.exercises]
    told = [one for one in exercises if one.is_told]
    if told and _is_prescribed(exercises, told):
        _take_out(draft, told)
    talked = [one for one in exercises if one.is_talked]
    is_plan = all(one.is_talked or _is_line(one) for one in exercises)
    if talked and is_plan and _is_prescribed(exercises, talked):
        _take_out(draft, talked)


def without_descriptions(draft: Draft) -> None:
    """Give what is told below the name of an exercise alone to the one of that name that is listed above."""
    listed = dict[frozenset[str], ExerciseDraft]()
    for section in draft.sections:
        within = _described_within(section)
        own = {frozenset(bare_words(one.name)): one for one in section.exercises if one not in within} if within else {}
        described = within or [one for one in section.exercises if _is_described(one, listed)]
        for one in described:
            _tell_of((own or listed)[frozenset(bare_words(one.name))], one)
        section.exercises = [one for one in section.exercises if one not in described]
        prescribed = [one for one in section.exercises if one.facts.has_amount and not one.is_headed]
        listed |= {frozenset(bare_words(one.name)): one for one in prescribed}
    draft.sections = [one for one in draft.sections if one.exercises]


def _described_within(section: SectionDraft) -> list[ExerciseDraft]:
    """The exercises at the end of a section whose names stand alone, if all of them are listed with amounts above."""
    told = list(takewhile(lambda one: one.is_headed and _is_alone(one), reversed(section.exercises)))
    above = section.exercises[: len(section.exercises) - len(told)]
    listed = {frozenset(bare_words(one.name)): one for one in above if one.facts.has_amount and not _is_alone(one)}
    is_list = len(listed) >= LEAST_PRESCRIBED and len(listed) == len(above)
    return told if is_list and all(_is_described(one, listed) for one in told) else []


def without_told_first(draft: Draft) -> None:
    """Give what is told at the beginning of exercises without amounts to those of their names that have some below."""
    first, *others = draft.sections or [SectionDraft(0)]
    if first.facts.says_anything or (first.title and BEGIN.match(first.title)):
        return
    named = list(takewhile(lambda one: not one.facts.says_anything, first.exercises))
    below = [(first, one) for one in first.exercises[len(named) :]]
    below += [(section, one) for section in others for one in section.exercises]
    counted = {frozenset(bare_words(one.name)): one for section, one in reversed(below) if _is_done(section, one)}
    told = [one for one in named if one.cues or one.notes]
    known = [one for one in named if frozenset(bare_words(one.name)) in counted]
    least = 1 if not any(map(_is_ordered, named)) else LEAST_NAMED
    if len(told) < least or len(known) < least or 3 * len(known) < 2 * len(named):
        return
    for one in known:
        _tell_of(counted[frozenset(bare_words(one.name))], one)
    out = set(map(id, known))
    first.exercises = [one for one in first.exercises if id(one) not in out]
    draft.sections = [one for one in draft.sections if one.exercises]


def _is_ordered(exercise: ExerciseDraft) -> bool:
    """Whether any of what is told of it says what to do."""
    return any(is_told(one) for cues in exercise.cues.values() for one in cues)


def _is_done(section: SectionDraft, exercise: ExerciseDraft) -> bool:
    return _is_counted(section, exercise) or bool(exercise.facts.sets)


def _tell_of(exercise: ExerciseDraft, told: ExerciseDraft) -> None:
    """Take what is told of the same exercise elsewhere."""
    exercise.notes += told.notes
    for moment, cues in told.cues.items():
        exercise.cues.setdefault(moment, []).extend(cues)


def _is_described(exercise: ExerciseDraft, listed: Mapping[frozenset[str], ExerciseDraft]) -> bool:
    """Whether its name stands alone above what is told of it, and is one of those that are listed with amounts."""
    above = listed.get(frozenset(bare_words(exercise.name)))
    is_told_of = exercise.is_headed or (_is_alone(exercise) and bool(exercise.cues or exercise.notes))
    is_counted = exercise.facts.sets or exercise.facts.reps or exercise.facts.each_set
    return above is not None and is_told_of and not is_counted


def _is_alone(exercise: ExerciseDraft) -> bool:
    """Whether its name stands alone on its line."""
    return exercise.block.text.strip(" .:").lower() == exercise.name.lower()


def _is_prescribed(exercises: list[ExerciseDraft], told: list[ExerciseDraft]) -> bool:
    """Whether more than what is told is prescribed in other lines; a paragraph is a story as a whole."""
    lines = {one.block.line for one in told}
    prescribed = [one for one in exercises if one.block.line not in lines and one.facts.has_amount]
    return len(prescribed) >= max(LEAST_PRESCRIBED, len(told) + 1)


def _take_out(draft: Draft, told: list[ExerciseDraft]) -> None:
    out = set(map(id, told))
    for section in draft.sections:
        section.exercises = [one for one in section.exercises if id(one) not in out]
    draft.sections = [one for one in draft.sections if one.exercises]
    draft.unplaced += [Unplaced(*one) for one in {one.block.line: one.block.text for one in told}.items()]


def without_efforts(draft: Draft) -> None:
    """Take out an effort with a time and a rest above names without amounts: it is how all of them are done."""
    for at, section in enumerate(draft.sections):
        if not (section.exercises and _is_effort(section.exercises[0])):
            continue
        first, *below = section.exercises
        behind = below or [one for other in draft.sections[at + 1 :] for one in other.exercises]
        if len(list(takewhile(lambda one: not one.facts.has_amount, behind))) < LEAST_NAMED:
            continue
        section.exercises = below
        place = section if below else draft
        facts = first.facts
        place.facts = place.facts.over(
            Facts(kind=SectionKind.INTERVALS, work_s=facts.seconds, rest_s=facts.rest_s, rounds=facts.sets)
        )
    draft.sections = [one for one in draft.sections if one.exercises]


def _is_effort(exercise: ExerciseDraft) -> bool:
    """Whether it has work and rest, and nothing but how hard it is: `20 s hard, 10 s rest`."""
    facts = exercise.facts
    return bool(facts.seconds and facts.rest_s and _EFFORT.fullmatch(exercise.name))


def with_lengths(draft: Draft) -> None:
    """Give the length of a part to its only exercise, if that says nothing: `Cardio (30 min)` above `Running`."""
    for section in draft.sections:
        if section.length_s and len(section.exercises) == 1 and not section.facts.is_of_section:
            (only,) = section.exercises
            if not (only.facts.says_anything or section.facts.has_amount):
                only.facts = replace(only.facts, seconds=(section.length_s, section.length_s))


def without_whole(draft: Draft) -> None:
    """Take out the length of the whole, `Swim 2000 m`, where the lengths of all below come to it."""
    exercises = [one for section in draft.sections for one in section.exercises]
    if len(exercises) <= LEAST_NAMED or exercises[0].facts.sets:
        return
    first, *parts = exercises
    lengths_m = [one.facts.distance_m * _times(one) for one in parts if one.facts.distance_m]
    whole_m = first.facts.distance_m
    if not whole_m or len(lengths_m) < LEAST_NAMED or abs(sum(lengths_m) - whole_m) > whole_m * NEARLY:
        return
    draft.title = draft.title or first.block.text
    draft.sections[0].exercises.remove(first)
    draft.sections = [one for one in draft.sections if one.exercises]


def _times(exercise: ExerciseDraft) -> float:
    return exercise.facts.sets[0] if exercise.facts.sets else 1.0


def _is_only_named(exercise: ExerciseDraft) -> bool:
    return not (exercise.facts.says_anything or exercise.cues)


def _is_line(exercise: ExerciseDraft) -> bool:
    """Whether it stands in a line of a plan, not in a paragraph."""
    text = without_brackets(exercise.block.text)
    return len(text.split()) <= MOST_WORDS_OF_A_LINE and not is_sentence(text)
