"""`voicecoach share --clients`: the programmes of a whole list, with a bar for all of it and a closing table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import typer

from voicecoach.cli.messages import ProgressBar, cell, notes, say, size_text, table_console
from voicecoach.cli.opening import chosen_lexicon, chosen_voice, idle_sound_options
from voicecoach.cli.options import Given
from voicecoach.cli.sharing import announce_size, brief_of, delivery_of, typed_folder
from voicecoach.counted import counted
from voicecoach.errors import ChoiceError
from voicecoach.outputs.names import ascii_stem
from voicecoach.programme.assembly import Shared
from voicecoach.programme.client_list import Client, ClientList, read_clients
from voicecoach.programme.clients import Done, Failure, Job, Outlook, Workers
from voicecoach.programme.folder import check_folder, check_free, clients_folder
from voicecoach.programme.planning import Delivery
from voicecoach.programme.record import Kind, Record
from voicecoach.programme.secret_names import secret_folder
from voicecoach.speakable.lexicon import Lexicon

FAILED = 1
NAMES_AT_ONCE = 3
"""A sentence that holds for more clients names so many of them."""

T = TypeVar("T", Outlook, Shared)


def share_with_all(file: Path, sessions: tuple[str, ...], given: Given) -> None:
    """Make the programmes of all clients. What can't be made is reported with its line, and stops no other.

    Raises typer.BadParameter for options that contradict each other, ChoiceError for a list of nobody.
    """
    if given.values.get("client") is not None:
        raise typer.BadParameter("--clients and --client don't go together: the names are in the list.")
    listed = read_clients(file, brief_of(sessions, given))
    if not (listed.clients or listed.bad_rows):
        raise ChoiceError(f"There is no client in {str(file)!r}: below the first line, each has a line of their own.")
    folder = typed_folder(given) or Path(ascii_stem(file.stem, "clients"))
    force = given.is_on("force")
    check_folder(folder, Record(Kind.CLIENTS), force=force)
    check_free(folder)
    notes(idle_sound_options(given))
    delivery = delivery_of(given, folder)
    delivery = replace(delivery, inputs=(*delivery.inputs, file))
    lexicon = chosen_lexicon(given)
    notes(listed.notes)
    clients = [_hidden(client, folder) if given.is_on("secret_folders") else client for client in listed.clients]
    run = _Run(file, listed, [_job(client, delivery, given, lexicon) for client in clients])
    try:
        run.make(folder, force=force, yes=given.is_on("yes"))
    except KeyboardInterrupt:
        say("What is finished stays; the same command goes on from there.")
        raise
    run.print_table()
    if run.faults:
        raise typer.Exit(FAILED)


def _hidden(client: Client, clients: Path) -> Client:
    """The client with a folder whose name nobody can guess."""
    return replace(client, folder=secret_folder(clients, client.folder, client.brief.whose))


def _job(client: Client, delivery: Delivery, given: Given, lexicon: Lexicon) -> Job:
    own = f"{delivery.base_url}{client.folder}/" if delivery.base_url else None
    return Job(
        client.line,
        client.brief,
        replace(delivery, folder=delivery.folder / client.folder, base_url=own),
        chosen_voice(given, voice=client.voice, lexicon=lexicon),
        given.path("tones"),
    )


@dataclass
class _Run:
    """One run over a list. `faults` are messages by line, `told` the lines of those that the user has heard.

    `made` is what came of the jobs by line.
    """

    file: Path
    listed: ClientList
    jobs: list[Job]
    faults: dict[int, str] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    made: dict[int, Shared] = field(default_factory=dict)
    said: dict[str, list[Job]] = field(default_factory=dict)
    """Sentences for the user, with the jobs they are about."""

    def __post_init__(self) -> None:
        self.faults |= {row.line: row.message for row in self.listed.bad_rows}
        for job in self.jobs:
            if job.delivery.folder.is_symlink():
                self._fail(
                    job, f"{job.delivery.folder} is a link, and what it leads to is not touched. Remove the link."
                )
        self.bar = ProgressBar()

    def make(self, folder: Path, *, force: bool, yes: bool) -> None:
        """Plan all, say what it will take, and write all that could be planned; faults are told in the order of lines.

        Raises OutputError.
        """
        try:
            if self._left():
                self._make(folder, force=force, yes=yes)
        finally:
            self._tell_faults()

    def _make(self, folder: Path, *, force: bool, yes: bool) -> None:
        with clients_folder(folder, force=force), Workers(len(self._left())) as workers:
            planned = list(self._followed("planning", workers.plan(self._left()), Outlook))
            self._tell()
            new_bytes = sum(outlook.new_bytes for _, outlook in planned)
            new = sum(outlook.new_bytes > 0 for _, outlook in planned)
            announce_size(new_bytes, counted(new, "client"), folder, yes=yes)
            for job, shared in self._followed("writing", workers.write(planned), Shared):
                self.made[job.line] = shared
        self._tell()

    def _left(self) -> list[Job]:
        """The jobs that nothing speaks against."""
        return [job for job in self.jobs if job.line not in self.faults]

    def _followed(self, what: str, done: Iterator[tuple[Job, Done]], kind: type[T]) -> Iterator[tuple[Job, T]]:
        """What was finished well; the bar follows, and a failure is told once nothing above its line is at work."""
        at_work = {job.line for job in self._left()}
        total = len(at_work)
        self.bar(what, 0, total)
        for count, (job, one) in enumerate(done, start=1):
            self.bar(what, count, total)
            at_work.remove(job.line)
            self._note(job, one.notes)
            if isinstance(one.result, Failure):
                self._fail(job, one.result.message)
            elif isinstance(one.result, kind):
                self._note(job, one.result.notes)
                yield job, one.result
            self._tell_faults(above=min(at_work, default=None))
        self.bar.close()

    def _tell_faults(self, above: int | None = None) -> None:
        """Say what is wrong with the rows above a line, or with all of them, unless it was said."""
        for line in sorted(self.faults.keys() - self.told):
            if above is None or line < above:
                say(f"voicecoach: {self.faults[line]}")
                self.told.add(line)

    def _fail(self, job: Job, message: str) -> None:
        self.faults[job.line] = f"{self.file}:{job.line}: {_name(job)}: {message}"

    def _note(self, job: Job, sentences: tuple[str, ...]) -> None:
        for sentence in sentences:
            self.said.setdefault(sentence, []).append(job)

    def _tell(self) -> None:
        """Each sentence once, in the order of the list, with those it is about unless that is everybody."""
        for jobs in self.said.values():
            jobs.sort(key=lambda job: job.line)
        for sentence, jobs in sorted(self.said.items(), key=lambda one: one[1][0].line):
            some = list(dict.fromkeys(map(_name, jobs)))
            more = f" and {len(some) - NAMES_AT_ONCE} more" if len(some) > NAMES_AT_ONCE else ""
            everybody = len(some) == len(self.jobs) > 1
            about = "" if everybody else f"{', '.join(some[:NAMES_AT_ONCE])}{more}: "
            notes([f"{about}{sentence}"])
        self.said.clear()

    def print_table(self) -> None:
        """What came of every row, in the order of the list."""
        from rich.table import Table

        zipped = any(shared.archive for shared in self.made.values())
        table = Table("line", "client", "sessions", "size", "folder", *(["zip"] if zipped else []))
        names = {client.line: str(client.brief.whose) for client in self.listed.clients}
        names |= {row.line: row.name for row in self.listed.bad_rows}
        folders = {job.line: str(job.delivery.folder) for job in self.jobs}
        for line in sorted(names):
            shared = self.made.get(line)
            cells = _cells(shared, folders[line]) if shared else ["not made"]
            table.add_row(str(line), *map(cell, [names[line], *cells]))
        console = table_console()
        console.print(table)
        size = size_text(sum(shared.size_bytes for shared in self.made.values()))
        console.print(f"{len(self.made)} of {len(names)} programmes, {size}")


def _cells(shared: Shared, folder: str) -> list[str]:
    """What the table says of a programme that was made."""
    kept = f", {shared.kept} already there" if shared.kept else ""
    archive = shared.archive
    zipped = [f"{archive.name}  {size_text(archive.size_bytes)}"] if archive else []
    return [f"{shared.sessions}{kept}", size_text(shared.size_bytes), folder, *zipped]


def _name(job: Job) -> str:
    return str(job.brief.whose)
