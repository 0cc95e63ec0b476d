"""The draft of a session: what is stated apart from the exercises is taken out, and holds for them in the end."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.drafting.contents import without_contents
from voicecoach.authoring.rules.drafting.every_session import with_ends
from voicecoach.authoring.rules.drafting.exceptions import state_exceptions, without_exceptions
from voicecoach.authoring.rules.drafting.grouped_amounts import amount_by_group, without_groups
from voicecoach.authoring.rules.drafting.letters import with_subject
from voicecoach.authoring.rules.drafting.named_loads import load_by_name, without_loads
from voicecoach.authoring.rules.drafting.named_rests import rest_by_name, without_rests
from voicecoach.authoring.rules.drafting.overviews import without_beside
from voicecoach.authoring.rules.drafting.paired_notes import pair_by_notes
from voicecoach.authoring.rules.drafting.records import without_records
from voicecoach.authoring.rules.drafting.rests_of_blocks import rest_before, without_block_rests
from voicecoach.authoring.rules.drafting.rests_of_sets import intervals_to_sets, rest_of_one, rest_to_sets
from voicecoach.authoring.rules.drafting.same_names import tell_apart
from voicecoach.authoring.rules.drafting.told_again import without_told_again
from voicecoach.authoring.rules.drafting.told_of_plans import without_told_of_plans
from voicecoach.authoring.rules.drafting.walk import Walk
from voicecoach.authoring.rules.grids.parameter_tables import without_parameters
from voicecoach.authoring.rules.line_kinds.drafts import Draft, hold_all
from voicecoach.authoring.rules.line_kinds.roles import Line
from voicecoach.authoring.rules.passes.as_written import as_written
from voicecoach.authoring.rules.passes.manners import without_results
from voicecoach.authoring.rules.passes.preparing import lines_of
from voicecoach.authoring.rules.spoken_texts.stamps import without_stamps


def drafted(blocks: Sequence[Block]) -> Draft:
    """The draft of a session that these blocks tell."""
    once, again = without_told_again(as_written(blocks))
    once, of_plan = without_told_of_plans(once)
    kept, results = without_results(with_subject(without_stamps(once)))
    kept, excepted = without_exceptions(kept)
    kept, rests = without_rests(kept)
    kept, loads = without_loads(kept)
    kept, block_rest = without_block_rests(kept)
    kept, contents = without_contents(kept)
    kept, records = without_records(kept)
    kept, parameters = without_parameters(kept)
    kept, grouped = without_groups(kept)
    walk = Walk(lines_of(kept))
    walk.draft.about += again + of_plan + contents + records + parameters
    walk.draft.unplaced += results
    walk.go()
    _settle(walk.draft)
    amount_by_group(walk.draft, grouped)
    load_by_name(walk.draft, loads)
    state_exceptions(walk.draft, excepted)
    rest_by_name(walk.draft, rests)
    rest_before(walk.draft, block_rest)
    return walk.draft


def drafted_from(lines: Sequence[Line]) -> Draft:
    """The draft of these lines, of which it is known what each is."""
    walk = Walk(list(lines))
    walk.go()
    _settle(walk.draft)
    return walk.draft


def _settle(draft: Draft) -> None:
    """Decide what only the whole of it tells."""
    for settle in (with_ends, without_beside, hold_all):
        settle(draft)
    for section in draft.sections:
        pair_by_notes(section)
        tell_apart(section)
        intervals_to_sets(section)
        rest_to_sets(section)
        rest_of_one(section)
