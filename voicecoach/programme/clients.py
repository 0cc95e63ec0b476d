"""The programmes of many clients, made on all cores by worker processes; one that can't be made stops no other.

Only small values travel between the processes: what is to be made, what was planned, what came of it.
"""

from __future__ import annotations

import gc
import os
import pickle
import traceback
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self

from voicecoach.at_once import TERMINATED
from voicecoach.cache.store import Cache
from voicecoach.cores import cores
from voicecoach.errors import VoicecoachError
from voicecoach.mix.tones import ToneSet
from voicecoach.pipeline.sounds import Voices
from voicecoach.programme.assembly import Shared, write_programme
from voicecoach.programme.crew import Crew
from voicecoach.programme.planning import Brief, Delivery, PlannedProgramme, plan_programme
from voicecoach.speech.choice import VoiceChoice

ENDED_FROM_OUTSIDE = (
    "its process was ended from outside, perhaps for want of memory. What is finished stays; the same command goes on."
)

LONGEST_FAULT = 200

P = ParamSpec("P")


@dataclass(frozen=True)
class Job:
    """What is to be made for one client. `line` is where the list names them; `tones` is a folder of the user's own."""

    line: int
    brief: Brief
    delivery: Delivery
    voice: VoiceChoice
    tones: Path | None = None


@dataclass(frozen=True)
class Failure:
    """Why a client's programme was not made: a message for the user."""

    message: str


@dataclass(frozen=True)
class Outlook:
    """What a programme is going to be: how much of it is new, in bytes. `notes` are sentences for the user.

    `packed` is the plan itself, compressed: those of a thousand clients have to fit into memory. `files` are those of
    the user's that its sessions were read from.
    """

    packed: bytes
    new_bytes: int
    notes: tuple[str, ...]
    files: frozenset[Path]


@dataclass(frozen=True)
class Done:
    """What came of a job, and sentences about the cache for the user."""

    result: Outlook | Shared | Failure
    notes: tuple[str, ...] = ()


class Workers:
    """The processes that make programmes; a context manager. Left early, it ends them, and they clean up."""

    def __init__(self, jobs: int) -> None:
        self._crew: Crew[Job, Done] = Crew(min(jobs, cores()), Done(Failure(ENDED_FROM_OUTSIDE)))

    def __enter__(self) -> Self:
        """Itself."""
        self._crew.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes."""
        self._crew.__exit__(kind, value, trace)

    def plan(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Done]]:
        """Plan each job; gives the jobs as they are finished."""
        return self._crew.each((job, (_plan, (job,))) for job in jobs)

    def write(self, planned: Iterable[tuple[Job, Outlook]]) -> Iterator[tuple[Job, Done]]:
        """Write each programme, over no file that one of them was made from; like `plan`."""
        outlooks = list(planned)
        read = frozenset().union(*(outlook.files for _, outlook in outlooks))
        return self._crew.each((job, (_write, (_sparing(job, read), outlook.packed))) for job, outlook in outlooks)


def _sparing(job: Job, files: frozenset[Path]) -> Job:
    """The job, to be done without overwriting these files."""
    return replace(job, delivery=replace(job.delivery, inputs=(*job.delivery.inputs, *files)))


def _in_worker(function: Callable[P, Done]) -> Callable[P, Done]:
    """The task with its errors as messages; a worker that is told to end does so once the task has cleaned up."""

    @wraps(function)
    def task(*args: P.args, **kwargs: P.kwargs) -> Done:
        try:
            return function(*args, **kwargs)
        except SystemExit:
            pass  # with it goes what it holds and is still to be cleaned up
        except VoicecoachError as error:
            return Done(Failure(str(error)))
        except MemoryError:
            return Done(Failure("there was not enough memory."))
        except OSError as error:
            named = f"{os.fsdecode(error.filename)!r}: " if error.filename is not None else ""
            return Done(Failure(f"{named}{error.strerror or error}."))
        except Exception as error:  # noqa: BLE001 - a fault of ours is this client's alone, too
            return Done(Failure(_fault_of_ours(error)))
        gc.collect()
        os._exit(TERMINATED)

    return task


def _fault_of_ours(error: Exception) -> str:
    """What nobody has foreseen, with its place, in one line."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    said = " ".join(str(error).split())[:LONGEST_FAULT]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"this is a fault of voicecoach ({type(error).__name__}: {said}; {where}). Please report it."


@_in_worker
def _plan(job: Job) -> Done:
    with Cache.open() as cache:
        planned = plan_programme(job.brief, job.delivery, _voices(job, cache), _unseen)
        packed = zlib.compress(pickle.dumps(_without_shared(planned)), level=1)
        return Done(Outlook(packed, planned.new_bytes, planned.notes, planned.files), cache.sentences)


@_in_worker
def _write(job: Job, packed: bytes) -> Done:
    planned = _with_shared(pickle.loads(zlib.decompress(packed)), job.delivery)  # noqa: S301 - packed by `_plan`
    with Cache.open() as cache:
        return Done(write_programme(planned, _voices(job, cache), _unseen), cache.sentences)


def _without_shared(planned: PlannedProgramme) -> PlannedProgramme:
    """The plan without what is the same for all clients and may be large: the coach's logo, lists of files."""
    return _with_shared(planned, replace(planned.delivery, coach=None, inputs=()))


def _with_shared(planned: PlannedProgramme, delivery: Delivery) -> PlannedProgramme:
    sessions = (replace(one, target=replace(one.target, coach=delivery.coach)) for one in planned.sessions)
    return replace(planned, delivery=delivery, sessions=tuple(sessions))


def _voices(job: Job, cache: Cache) -> Voices:
    return Voices(job.voice, ToneSet.load(job.tones), cache)


def _unseen(_what: str, _done: int, _total: int) -> None:
    """Nobody watches a worker's progress; the program counts what is finished."""
