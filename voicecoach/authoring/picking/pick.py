"""A session from the library by rules, for a request in words: the same for the same words and seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.picking.building import text_of
from voicecoach.authoring.picking.fitting import ATTEMPTS, fitted, is_near
from voicecoach.authoring.picking.name import request_in
from voicecoach.authoring.picking.pool import Choice, Pool
from voicecoach.authoring.picking.request import USUAL_MINUTES, PickKind, Request
from voicecoach.authoring.picking.road import Road, road, road_summary
from voicecoach.authoring.picking.whole import Fitted
from voicecoach.authoring.picking.words import read_request
from voicecoach.counted import counted
from voicecoach.definitions.index import load_index
from voicecoach.definitions.line_names import slug
from voicecoach.definitions.load import Loaded, load, load_text
from voicecoach.definitions.session import Session

MOST_HINTED = 3
"""So many exercises show what a piece of equipment is good for."""


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

    `minutes` hold before those of the text; the equipment that is there or `missing` holds where the text doesn't say,
    and of the `items` none where it asks for no equipment. Raises ChoiceError for what isn't understood, and if the
    library has nothing for it.
    """
    index = load_index()
    request = read_request(text, index)
    items = () if request.bare else items
    request = replace(
        request,
        minutes=minutes or request.minutes,
        there=tuple(items),
        missing=(*request.missing, *(item for item in missing if item not in request.items)),
    )
    pool = Pool(index, request, seed)
    whole = road(request, index) if request.is_on_the_road else fitted(pool, request)
    notes = _road_notes(whole, request, pool) if isinstance(whole, Road) else _notes(whole, request, pool)
    remark = " ".join(f"Picked: {text}".split()) + (f" (seed {seed})" if seed else "")
    written = text_of(whole, request, remark)
    name = slug(" ".join([text, *(f"with {item}" for item in items), *(f"without {item}" for item in missing)]))
    return Picked(load_text(written, name), written, tuple(notes))


def _notes(whole: Fitted, request: Request, pool: Pool) -> Iterator[str]:
    yield f"Picked: {_summary(whole)}. Another one: --seed {pool.seed + 1}."
    minutes = request.minutes or USUAL_MINUTES
    yield from _usual_minutes(request)
    for part in whole.empty:
        yield f"There is nothing for {part} that fits the rest of the request, so it is left out."
    if whole.main:
        yield from _by_the_way(whole, request, pool)
    if "jumps" in request.parts and request.kind not in {None, PickKind.SETS} and not whole.jumps:
        yield f"Jumps are done in sets with long rests, not as {request.kind}."
    yield from _unused(whole, pool)
    if whole.main and len(whole.companions) > len(whole.main.choices) / 2:
        yield f"The library has little for {' and '.join(request.parts)} that fits the rest of the request."
    if whole.companions:
        titles = ", ".join(one.entry.title for one in whole.companions)
        yield f"So that no muscle works twice in a row, this comes between: {titles}."
    if not is_near(whole, request):
        yield f"It takes about {round(whole.seconds / 60)} minutes: of {ATTEMPTS} tries, the nearest to {minutes}."


def _by_the_way(whole: Fitted, request: Request, pool: Pool) -> Iterator[str]:
    """Which exercises are there for a part of the body that nothing is for."""
    for part in request.parts:
        names = {one.name for one in pool.by_the_way(part)}
        titles = [one.entry.title for one in whole.worked if one.name in names]
        if titles:
            yield f"Nothing for {part} alone fits the rest of the request; these work that too: {', '.join(titles)}."


def _usual_minutes(request: Request) -> Iterator[str]:
    if not request.minutes:
        yield f"No length was asked for, so it is {USUAL_MINUTES} minutes."


def _unused(whole: Fitted, pool: Pool) -> Iterator[str]:
    """What was asked for and isn't used, with what is used in its place."""
    for item in pool.unused(whole.choices):
        is_known = any(Choice(one).uses({item}) for one in pool.index.exercises.values())
        fits = " that fits the rest" if is_known else ""
        yield f"Nothing uses the {_said(item, pool)}: the library has no exercise with it{fits}."
        other, could_be = pool.like(item)
        if could_be:
            titles = ", ".join(one.entry.title for one in could_be[:MOST_HINTED])
            yield f"With {pool.index.equipment[other]} there would be: {titles}."


def _said(item: str, pool: Pool) -> str:
    """A piece of equipment as it is written, with the hyphens that belong to it."""
    spoken, name = pool.index.equipment.get(item, ""), item.replace("-", " ")
    at = spoken.replace("-", " ").find(name)
    return spoken[at : at + len(name)] if at >= 0 else name


def _road_notes(found: Road, request: Request, pool: Pool) -> Iterator[str]:
    yield f"Picked: {road_summary(found)}."
    yield from _usual_minutes(request)
    for item in request.items:
        yield f"Nothing uses the {_said(item, pool)}: this is on the road."


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
