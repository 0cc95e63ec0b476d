"""From blocks as their container has them to lines that are read one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.exercise_names.names import Name
from voicecoach.authoring.rules.exercise_names.run_names import by_run_names
from voicecoach.authoring.rules.grids.column_units import with_units
from voicecoach.authoring.rules.grids.day_columns import by_days, with_weeks_called
from voicecoach.authoring.rules.grids.glued_cells import without_glue
from voicecoach.authoring.rules.grids.key_tables import with_keys_told
from voicecoach.authoring.rules.grids.measured_legs import with_legs_named
from voicecoach.authoring.rules.grids.run_on import without_run_on
from voicecoach.authoring.rules.grids.run_together import with_cells
from voicecoach.authoring.rules.grids.set_rows import with_sets_together
from voicecoach.authoring.rules.grids.stacked_cells import with_stacked_cells
from voicecoach.authoring.rules.grids.table_shapes import squared
from voicecoach.authoring.rules.grids.tables import tidied
from voicecoach.authoring.rules.grids.week_columns import with_weeks_apart
from voicecoach.authoring.rules.grids.week_rows import by_weeks
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement, has_movement
from voicecoach.authoring.rules.line_kinds.bullets import undecorated
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.about_oneself import without_person
from voicecoach.authoring.rules.passes.alike import read_alike
from voicecoach.authoring.rules.passes.amounts_above import with_amounts_below
from voicecoach.authoring.rules.passes.amounts_below import with_names_further_above
from voicecoach.authoring.rules.passes.amounts_by_day import with_amounts_by_day
from voicecoach.authoring.rules.passes.amounts_ended import with_amounts_ended
from voicecoach.authoring.rules.passes.amounts_of_groups import with_amounts_of_groups, with_schemes_headed
from voicecoach.authoring.rules.passes.as_many import with_named_first
from voicecoach.authoring.rules.passes.bare_legs import without_bare_legs
from voicecoach.authoring.rules.passes.cards import with_cards
from voicecoach.authoring.rules.passes.counted_heads import with_told_below_counted
from voicecoach.authoring.rules.passes.counted_lists import without_labels
from voicecoach.authoring.rules.passes.counted_off import counted_off
from voicecoach.authoring.rules.passes.counted_titles import with_counted_titles, with_part_titles
from voicecoach.authoring.rules.passes.days_in_line import by_day, with_counted_days, with_runs_called, with_weekdays
from voicecoach.authoring.rules.passes.each_minute import with_minutes_first
from voicecoach.authoring.rules.passes.enumerations import without_enumerations, without_numbers
from voicecoach.authoring.rules.passes.footnotes import with_footnotes
from voicecoach.authoring.rules.passes.found_maxima import with_maxima_behind
from voicecoach.authoring.rules.passes.introductions import sentences_apart
from voicecoach.authoring.rules.passes.keyed_lines import with_colons
from voicecoach.authoring.rules.passes.leading_on import led_on
from voicecoach.authoring.rules.passes.leg_manners import with_lengths_ahead
from voicecoach.authoring.rules.passes.legs_below import with_legs_below
from voicecoach.authoring.rules.passes.levels_below import with_levels_below
from voicecoach.authoring.rules.passes.list_heads import with_list_heads
from voicecoach.authoring.rules.passes.lists_repeated import with_lists_repeated
from voicecoach.authoring.rules.passes.name_lists import by_names, with_chains
from voicecoach.authoring.rules.passes.named_ends import with_named_ends
from voicecoach.authoring.rules.passes.named_sets import with_named_sets
from voicecoach.authoring.rules.passes.neighbours import read_together, with_stations
from voicecoach.authoring.rules.passes.often_above import with_often
from voicecoach.authoring.rules.passes.once_then_rounds import with_once_apart
from voicecoach.authoring.rules.passes.one_line import by_line
from voicecoach.authoring.rules.passes.only_sets import with_only_sets
from voicecoach.authoring.rules.passes.orders_listed import with_orders_listed
from voicecoach.authoring.rules.passes.paired_numbers import with_paired_numbers
from voicecoach.authoring.rules.passes.pairs import paired
from voicecoach.authoring.rules.passes.pairs_beside import with_pairs_below
from voicecoach.authoring.rules.passes.parallel_lists import with_amounts_listed
from voicecoach.authoring.rules.passes.parting import by_legs, parted
from voicecoach.authoring.rules.passes.parts_beside import without_parts_beside
from voicecoach.authoring.rules.passes.performed import with_performed
from voicecoach.authoring.rules.passes.planned_sets import with_planned_sets
from voicecoach.authoring.rules.passes.repeated_steps import with_repeated_steps
from voicecoach.authoring.rules.passes.rests_before import with_rests_before
from voicecoach.authoring.rules.passes.rests_below import with_labelled_rests, with_own_rests
from voicecoach.authoring.rules.passes.right_below import with_what_is_below, without_positions
from voicecoach.authoring.rules.passes.same_again import with_same_named, with_same_rests
from voicecoach.authoring.rules.passes.scores_kept import with_often_alone
from voicecoach.authoring.rules.passes.set_lines import with_sets_in_line
from voicecoach.authoring.rules.passes.set_rests import with_set_rests
from voicecoach.authoring.rules.passes.sets_last import with_sets_first
from voicecoach.authoring.rules.passes.slashed_sets import with_each
from voicecoach.authoring.rules.passes.stretch_items import with_rolled, with_stretched, with_stretches
from voicecoach.authoring.rules.passes.subjects import with_subjects
from voicecoach.authoring.rules.passes.swimming import in_metres
from voicecoach.authoring.rules.passes.timed_items import with_timed_items
from voicecoach.authoring.rules.passes.told_heads import with_told_heads
from voicecoach.authoring.rules.passes.told_in_bullets import with_bullets_told, with_deeper_told
from voicecoach.authoring.rules.passes.told_labels import with_label_heads, without_part_labels
from voicecoach.authoring.rules.passes.told_lists import told_alike
from voicecoach.authoring.rules.passes.told_steps import with_steps_told
from voicecoach.authoring.rules.passes.turns_in_brackets import with_turns_in_brackets
from voicecoach.authoring.rules.passes.unnamed import with_unnamed
from voicecoach.authoring.rules.prose.both_sides import with_both_sides

LEAST_AGAIN, LEAST_WORDS = 2, 3
"""What has so many words, and is written so often, is the caption of something."""


def without_title_again(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, without those that only say the session's title again, and without the sentences that do.

    `This 20 minute hill session is a good one for winter` is about all of it, and none of its amounts.
    """
    title = blocks[0].text.strip().lower() if blocks else ""
    is_title = len(title.split()) >= LEAST_WORDS and (
        blocks[0].kind is BlockKind.HEADING or (blocks[0].kind is BlockKind.PARAGRAPH and not has_movement(title))
    )
    if not is_title:
        return list(blocks)
    kept = list(blocks[:1])
    for block in blocks[1:]:
        if title not in block.text.lower():
            kept.append(block)
        elif others := " ".join(one for one in sentences_in(block.text) if title not in one.lower()):
            kept.append(replace(block, text=others))
    return kept


def without_captions(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which what stands again and again beside exercises and calls none is of the page."""
    written = Counter(_begun(one.text) for one in lines if _is_beside_exercises(one))
    again = {text for text, times in written.items() if times >= LEAST_AGAIN}
    is_again = [
        (_begun(one.text) in again and _is_beside_exercises(one))
        or (at > 0 and is_caption(lines[at - 1], one) and not _is_in_tight_list(lines, at))
        for at, one in enumerate(lines)
    ]
    return [replace(one, role=Role.NOISE) if is_one else one for one, is_one in zip(lines, is_again, strict=True)]


def _is_in_tight_list(lines: Sequence[Line], at: int) -> bool:
    """Whether it is one of several names of exercises, with no space between: `Incline push-ups`, `Push-ups`."""
    first = max(at - LEAST_AGAIN, 0)
    runs = [lines[start : start + LEAST_WORDS] for start in range(first, at + 1)]
    return any(len(run) == LEAST_WORDS and all(map(_is_tight_name, run)) for run in runs)


def _is_tight_name(line: Line) -> bool:
    is_plain = line.block.kind is BlockKind.PARAGRAPH and line.role is Role.NAME
    return is_plain and ends_with_movement(line.text)


def _begun(text: str) -> str:
    """What stands before a colon, as `Muscles targeted` does below each exercise; else all of it."""
    label, colon, _ = text.partition(": ")
    return label if colon else text


def is_caption(before: Line, line: Line) -> bool:
    """Whether it only names again, in short or with what is seen, what the name right above is that of."""
    if before.role is Role.NAME and line.text.endswith(" 1") and _is_counted_again(before.text, line.text):
        return True
    are_plain = all(
        one.role is Role.NAME and one.block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} for one in (before, line)
    )
    if not are_plain or line.is_heading or before.text == line.text:
        return False
    short, long = sorted((_words(before.text), _words(line.text)), key=len)
    return len(short) > 1 and all(any(_is_short_for(one, other) for other in long) for one in short)


def _is_counted_again(name: str, text: str) -> bool:
    """Whether it is a name with a number behind it, as its pictures are called: `trunk rotation 1`."""
    again, _, number = text.strip().rpartition(" ")
    return number.isdecimal() and len(number) == 1 and bool(again) and again.lower() == name.strip(" .:").lower()


def _words(text: str) -> list[str]:
    return [one for one in bare_words(text) if one not in _OF_PICTURES]


def _is_short_for(short: str, word: str) -> bool:
    """Whether one of two words is the beginning of the other: `flex` and `flexor`."""
    one, other = sorted((short, word), key=len)
    return other.startswith(one) and (len(one) >= LEAST_BEGINNING or one == other)


_OF_PICTURES = frozenset({"exercise", "image", "picture", "photo", "figure", "fig", "illustration", "diagram", "video"})
LEAST_BEGINNING = 3


def _is_beside_exercises(line: Line) -> bool:
    is_plain = line.block.kind is BlockKind.PARAGRAPH and line.role is Role.NAME
    return is_plain and not has_movement(line.text) and len(line.text.split()) >= LEAST_WORDS


def _line(block: Block) -> Line:
    """What a block is by itself; rows are read by their columns."""
    is_row = block.kind in {BlockKind.ROW, BlockKind.ROW_HEAD}
    return Line(block, Role.EXERCISE, Facts(), Name("")) if is_row else line_of(block)


Pass = Callable[[Sequence[Block]], Iterable[Block]]
LinePass = Callable[[Sequence[Line]], Iterable[Line]]

_SPELLED: tuple[Pass, ...] = (
    *(with_stacked_cells, with_once_apart),
    *(with_rests_before, with_maxima_behind, with_pairs_below, with_set_rests, with_minutes_first, with_lists_repeated),
    *(with_turns_in_brackets, with_often_alone, with_legs_below, with_legs_named, with_amounts_listed, with_keys_told),
    *(with_amounts_by_day, with_amounts_ended, with_paired_numbers, without_glue, without_run_on, with_labelled_rests),
    *(with_rolled, with_stretched, with_colons, with_each, without_parts_beside, without_person, with_footnotes),
    *(with_counted_days, with_weekdays, with_only_sets, with_sets_first, with_named_first, with_cells, by_weeks),
    *(undecorated, with_lengths_ahead, with_both_sides, with_subjects, counted_off, paired, without_part_labels),
    *(with_same_rests, with_performed, with_same_named, with_planned_sets, with_sets_in_line),
    *(with_named_sets, with_levels_below, told_alike),
    *(without_enumerations, with_weeks_called, without_numbers, without_labels, tidied, with_units),
    *(with_sets_together, squared, with_weeks_apart, by_days, with_runs_called, with_named_ends, with_chains),
    *(with_repeated_steps, with_often),
)
"""The passes over blocks, in their order: each knows one way of writing, and leaves one that all others can read."""
_PARTED = (by_day, sentences_apart, by_legs, by_run_names, by_line, led_on, parted, by_names)
"""What parts a block into those that stand in it, in their order."""
_AMONG_OTHERS: tuple[LinePass, ...] = (
    *(without_captions, with_what_is_below, without_positions, read_together, without_bare_legs, with_timed_items),
    *(with_counted_titles, with_part_titles, read_alike, with_told_heads, with_told_below_counted, with_stretches),
    *(with_deeper_told, with_steps_told, without_positions, with_names_further_above, with_orders_listed, with_unnamed),
    *(with_bullets_told, with_cards, with_schemes_headed, with_amounts_of_groups, with_label_heads, with_list_heads),
    *(with_own_rests, with_amounts_below),
)
"""The passes over lines, in their order: each reads them by those beside them."""


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """The lines of a session's blocks, each with the role that it has among the others."""
    for spelled in _SPELLED:
        blocks = list(spelled(blocks))
    for parting in _PARTED:
        blocks = [one for block in blocks for one in parting(block)]
    lines = [_line(block) for block in with_stations(in_metres(without_title_again(blocks)))]
    for among_others in _AMONG_OTHERS:
        lines = list(among_others(lines))
    return lines
