"""Names that stand alone where all others have their amounts: titles, and what tells of the exercise above."""

from __future__ import annotations

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.written import Unplaced
from voicecoach.late_patterns import late

_COUNT = late(r"^[\d.]+\s+|\(?weeks? [\d–-]+\)?")
_KIND_OF_WORK = in_any_case(r"\b(?:mobility|breathing|activation|flexibility|balance|stretch\w*|yoga|rolling)\b")
_WAY = in_any_case(
    r"(?:run|jog|sprint|row|walk|march|skip|ride|(?:bear )?crawl)\s(?:[\w-]+ )?"
    r"(?:around|round|up|down|across|along|past|to)\s"
)
"""What is gone, with a way in place of an amount: `Run round the block`."""
LEAST_EXERCISES, LEAST_SHARE = 4, 0.7
"""In so many exercises, and where so many of them have amounts, a name alone is hardly one."""


def without_names_alone(draft: Draft) -> None:
    """Take out what is only named, where nearly everything else has its amount."""
    all_of_them = [(section, one) for section in draft.sections for one in section.exercises]
    counted = sum(_has_amount(section, one) for section, one in all_of_them)
    if len(all_of_them) < LEAST_EXERCISES or counted < LEAST_SHARE * len(all_of_them):
        return
    for section in draft.sections:
        only_named = sum(not _has_amount(section, one) for one in section.exercises)
        kept = list[ExerciseDraft]()
        for one in section.exercises:
            if _is_alone(section, one, only_named):
                draft.unplaced.append(Unplaced(one.block.line, one.block.text))
            else:
                kept.append(one)
        section.exercises = kept
    draft.sections = [one for one in draft.sections if one.exercises]


def without_head_of_rounds(draft: Draft) -> None:
    """Take out what only heads the rounds of one exercise: `Sled pushes, 5 rounds` above `20 s push`, `40 s rest`."""
    for section in draft.sections:
        if not section.facts.rounds or len(section.exercises) != PAIR:
            continue
        head, work = section.exercises
        is_head = head.line < work.line and head.facts == Facts(rounds=head.facts.rounds) and not head.cues
        words = [set(bare_words(one.name)) for one in (head, work)]
        if is_head and work.facts.has_amount and has_movement(" ".join(set.intersection(*words))):
            work.notes += [] if words[1] <= words[0] else [work.name]
            work.name = head.name
            section.exercises = [work]


PAIR = 2


def _has_amount(section: SectionDraft, exercise: ExerciseDraft) -> bool:
    facts, of_all = exercise.facts, section.facts
    return facts.has_amount or facts.is_loose or bool(facts.sets) or of_all.has_amount or bool(of_all.work_s)


def _is_alone(section: SectionDraft, exercise: ExerciseDraft, only_named: int) -> bool:
    """Whether nothing is said of it, and it isn't one of several that have nothing but their names: `only_named`."""
    if _has_amount(section, exercise) or exercise.facts != Facts(notes=exercise.facts.notes):
        return False
    if (
        exercise.cues
        or exercise.notes
        or exercise.needs
        or any(map(str.isdecimal, _COUNT.sub("", exercise.block.text)))
    ):
        return False
    if _WAY.match(exercise.block.text):
        return False
    is_called = ends_with_movement(exercise.name) or _is_beside_called(section, exercise)
    is_all = bool(section.title) and len(section.exercises) == 1 and not exercise.block.breaks  # below its title
    return not is_called or (only_named == 1 and exercise.block.kind is not BlockKind.ITEM and not is_all)


def _is_beside_called(section: SectionDraft, exercise: ExerciseDraft) -> bool:
    """Whether it is a kind of work in a list that names exercises alone: `Shoulder mobility` below `Arm circles`."""
    place = (exercise.block.kind, exercise.block.level)
    others = [one for one in section.exercises if one is not exercise and (one.block.kind, one.block.level) == place]
    is_item = exercise.block.kind is BlockKind.ITEM and bool(_KIND_OF_WORK.search(exercise.name))
    return is_item and any(not _has_amount(section, one) and ends_with_movement(one.name) for one in others)
