"""A session from the library by rules, for a request in words: the same for the same words and seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.picking.building import text_of
from voicecoach.authoring.picking.fitting import Fitted, fitted
from voicecoach.authoring.picking.name import request_in
from voicecoach.authoring.picking.pool import Pool
from voicecoach.authoring.picking.request import USUAL_MINUTES, PickKind, Request
from voicecoach.authoring.picking.words import read_request
from voicecoach.counted import counted
from voicecoach.definitions.index import load_index
from voicecoach.definitions.line_names import slug
from voicecoach.definitions.load import Loaded, load, load_text
from voicecoach.definitions.session import Session

LARGEST_MISS_S, LARGEST_MISS = 60, 0.05
"""A session may be so much longer or shorter than what was asked for without a word about it."""


@dataclass(frozen=True)
class Picked:
    """A picked session, the text of its file, and sentences for the user about what was done."""

    loaded: Loaded
    text: str
    notes: tuple[str, ...]

    @property
    def session(self) -> Session:
        """The session itself."""
        return self.loaded.session


def load_any(name: str) -> Loaded:
    """As `definitions.load.load`, also for a session that is to be picked."""
    request = request_in(name)
    return load(name) if request is None else pick(request).loaded


def is_bare(text: str) -> bool:
    """Whether a request asks for no equipment. Raises ChoiceError for what isn't understood."""
    return read_request(text, load_index()).bare


def pick(
    text: str, seed: int = 0, *, minutes: int | None = None, items: Sequence[str] = (), missing: Sequence[str] = ()
) -> Picked:
    """The session that `text` asks for.

    `minutes`, and the equipment that is there or `missing`, hold where the text doesn't say: of the `items`, none where
    it asks for no equipment. Raises ChoiceError for
    what isn't understood, and if the library has nothing for it.
    """
    index = load_index()
    request = read_request(text, index)
    items = () if request.bare else items
    request = replace(
        request,
        minutes=request.minutes or minutes,
        there=tuple(items),
        missing=(*request.missing, *(item for item in missing if item not in request.items)),
    )
    pool = Pool(index, request, seed)
    whole = fitted(pool, request)
    remark = " ".join(f"Picked: {text}".split()) + (f" (seed {seed})" if seed else "")
    written = text_of(whole, request, remark)
    name = slug(" ".join([text, *(f"with {item}" for item in items), *(f"without {item}" for item in missing)]))
    return Picked(load_text(written, name), written, tuple(_notes(whole, request, pool)))


def _notes(whole: Fitted, request: Request, pool: Pool) -> Iterator[str]:
    yield f"Picked: {_summary(whole)}. Another one: --seed {pool.seed + 1}."
    minutes = request.minutes or USUAL_MINUTES
    if not request.minutes:
        yield f"No length was asked for, so it is {minutes} minutes."
    for part in whole.empty:
        yield f"There is nothing for {part} that fits the rest of the request, so it is left out."
    for item in pool.unused(whole.choices):
        yield f"Nothing uses the {item.replace('-', ' ')}: the library has no exercise with it that fits the rest."
    if whole.main and len(whole.companions) > len(whole.main.choices) / 2:
        yield f"The library has little for {' and '.join(request.parts)} that fits the rest of the request."
    if whole.companions:
        titles = ", ".join(one.entry.title for one in whole.companions)
        yield f"So that no muscle works twice in a row, this comes between: {titles}."
    off_s = whole.seconds - minutes * 60
    if abs(off_s) > max(LARGEST_MISS_S, LARGEST_MISS * minutes * 60):
        yield f"It takes about {round(whole.seconds / 60)} minutes: nothing nearer to {minutes} could be made of it."


def _summary(whole: Fitted) -> str:
    warm, cool, main = len(whole.warm), len(whole.cool), whole.main
    if main is None:
        return f"{counted(warm, 'exercise')} in movement and {cool} held"
    count = len(main.choices)
    how = {
        PickKind.SETS: f"{counted(count, 'exercise')} of {counted(main.rounds, 'set')}",
        PickKind.EMOM: f"{main.minutes} minutes of {counted(count, 'exercise')}",
        PickKind.AMRAP: f"{main.minutes} minutes of {counted(count, 'exercise')}",
    }.get(main.kind, f"{counted(count, 'exercise')}, {counted(main.rounds, 'round')}")
    return f"{counted(warm, 'exercise')} to warm up, {how}, {cool} to cool down"
