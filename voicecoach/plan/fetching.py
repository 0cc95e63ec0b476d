"""What has to be at hand: what to fetch before an exercise, and what to put away after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from voicecoach.counted import sentence_case
from voicecoach.definitions.model import Need, Wordings
from voicecoach.plan.bouts import Bout
from voicecoach.plan.script import Line, Priority, Role
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work


@dataclass
class Fetching:
    """Knows what is at hand: what was used or told to fetch before, and not put away since."""

    wording: Wording
    told: bool = False
    """Whether the opening has told all that is needed."""
    at_hand: set[Need] = field(default_factory=set)
    _known: dict[int, tuple[Sequence[Work], list[Need]]] = field(default_factory=dict)
    """The needs of lists of work, by their identities: that of a whole section is asked for again and again."""

    def fetch(self, works: Sequence[Work]) -> Iterator[Line]:
        """What to fetch that isn't at hand; nothing for the first ones where the opening has told it."""
        if self.told:
            self.told = False
            return
        needs = [need for need in self._needs(works) if need not in self.at_hand]
        yield from (Line(Role.NEXT, words, Priority.NEXT) for words in fetch_lines(needs, self.wording))

    def put_away(self, previous: Bout, bout: Bout) -> Iterator[Wordings]:
        """What isn't needed any more."""
        used, section = self._needs(_in_use(previous)), bout.section
        comes_back = section is previous.section and (section.rounds > 1 or section.repeat > 1)
        if section is not previous.section:
            self.at_hand = {need for need in self.at_hand if need in used or not need.put_away}
        after = {item for need in self._needs(_in_use(bout)) for item in need.any_of}
        for need in used:
            if need.put_away and after.isdisjoint(need.any_of):
                if not comes_back:  # in rounds and repeats it lies ready for the next one
                    self.at_hand.discard(need)
                yield (need.put_away,)

    def uses(self, bout: Bout) -> None:
        """Know what is at hand from this bout on."""
        self.at_hand.update(self._needs(_in_use(bout)))

    def _needs(self, works: Sequence[Work]) -> list[Need]:
        if id(works) not in self._known:
            needs = list(dict.fromkeys(need for work in works for need in self.wording.workout.needs_of(work)))
            self._known[id(works)] = works, needs
        return self._known[id(works)][1]


def fetch_lines(needs: Sequence[Need], wording: Wording) -> Iterator[Wordings]:
    """What to fetch, a short sentence for each thing."""
    if len(needs) == 1:
        yield wording.line("opening_fetch", item=wording.need(needs[0]))
    elif needs:
        items = " ".join(f"{sentence_case(wording.need(need))}." for need in needs)
        yield wording.line("opening_fetch_many", count=len(needs), items=items)


def _in_use(bout: Bout) -> tuple[Work, ...]:
    """What has to be at hand: in an exact section, all that it uses."""
    return bout.section.works if bout.section.exact else bout.works
