from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

import pytest

from voicecoach.errors import OutputError
from voicecoach.locks import LOCK
from voicecoach.outputs.whole_file import whole_file
from voicecoach.programme.folder import check_folder, check_free, clients_folder, programme_folder
from voicecoach.programme.record import RECORD, Kind, Made, Record, read_record


def make(path: Path, *, force: bool = False, **files: str) -> None:
    with programme_folder(path, force=force) as folder:
        for name, text in files.items():
            folder.write(f"{name}.txt", text)


def interrupted(path: Path) -> None:
    with programme_folder(path, force=False) as folder:
        folder.write("a.txt", "new")
        folder.write("c.txt", "new")
        raise KeyboardInterrupt


def interrupted_list(path: Path) -> None:
    with clients_folder(path, force=False):
        make(path / "sam", a="one")
        raise KeyboardInterrupt


def contents(path: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in path.iterdir() if file.name != RECORD}


def test_a_folder_is_made_with_its_files_and_a_record_of_them(tmp_path: Path) -> None:
    make(tmp_path / "sam", a="one", b="two")
    assert contents(tmp_path / "sam") == {"a.txt": "one", "b.txt": "two"}
    record = read_record(tmp_path / "sam")
    assert record is not None
    assert {name: made.size_bytes for name, made in record.files.items()} == {"a.txt": 3, "b.txt": 3}


def test_nothing_is_left_of_a_folder_that_came_to_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "sam")
    assert not list(tmp_path.iterdir())


def test_an_empty_folder_stays_empty_when_it_came_to_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path)
    assert not list(tmp_path.iterdir())


def test_an_earlier_version_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    make(tmp_path / "sam", a="one", b="two")
    record = (tmp_path / "sam" / RECORD).read_bytes()
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "sam")
    assert contents(tmp_path / "sam") == {"a.txt": "one", "b.txt": "two"}
    assert (tmp_path / "sam" / RECORD).read_bytes() == record


def test_files_that_a_new_version_lacks_go_unless_somebody_changed_them(tmp_path: Path) -> None:
    make(tmp_path / "sam", a="one", b="two", c="three")
    (tmp_path / "sam" / "c.txt").write_text("mine")
    (tmp_path / "sam" / "own.txt").write_text("mine")
    make(tmp_path / "sam", a="new")
    assert contents(tmp_path / "sam") == {"a.txt": "new", "c.txt": "mine", "own.txt": "mine"}


def test_a_file_that_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    make(tmp_path / "sam", a="one", b="two")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "sam").iterdir()}
    make(tmp_path / "sam", a="one", b="two")
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "sam").iterdir()} == before


def test_a_file_made_from_the_same_is_kept_only_as_it_was(tmp_path: Path) -> None:
    def kept() -> bool:
        with programme_folder(tmp_path / "sam", force=False) as folder:
            if folder.keeps("a.bin", "recipe"):
                return True
            part = folder.written.enter_context(whole_file(folder.place("a.bin")))
            part.write_bytes(b"sound")
            folder.add("a.bin", part, "recipe")
            return False

    assert [kept(), kept()] == [False, True]
    (tmp_path / "sam" / "a.bin").write_bytes(b"noise")
    assert [kept(), kept()] == [False, True]


def test_what_a_killed_run_left_is_cleared_away_and_gone_on_with(tmp_path: Path) -> None:
    folder = tmp_path / "sam"
    folder.mkdir()
    (folder / RECORD).write_text(Record().text())
    (folder / LOCK).touch()
    (folder / ".voicecoach-0123.part").touch()
    (folder / ".voicecoach-0123-4.part").write_text("half")
    make(folder, a="one")
    assert contents(folder) == {"a.txt": "one"}
    assert not (folder / LOCK).exists()


def test_what_another_command_is_writing_into_the_folder_stays(tmp_path: Path) -> None:
    make(tmp_path / "sam", a="one")
    with whole_file(tmp_path / "sam" / "own.txt") as part:
        part.write_text("own")
        make(tmp_path / "sam", a="two")
        assert part.exists()
    assert contents(tmp_path / "sam") == {"a.txt": "two", "own.txt": "own"}


@pytest.mark.parametrize("is_new", [True, False])
def test_of_two_runs_into_one_folder_at_the_same_time_one_is_refused(tmp_path: Path, *, is_new: bool) -> None:
    folder = tmp_path / "sam"
    if not is_new:
        make(folder, a="before")
    with programme_folder(folder, Record(client="Sam"), force=True) as first:
        first.write("a.txt", "Sam's")
        for client in ("Jo", "Sam"):
            with (
                pytest.raises(OutputError, match="Another voicecoach is writing into the folder"),
                programme_folder(folder, Record(client=client), force=True),
            ):
                pass
        with pytest.raises(OutputError, match="Wait until it is done, or choose another folder"):
            check_free(folder)
    assert contents(folder) == {"a.txt": "Sam's"}
    record = read_record(folder)
    assert record is not None
    assert record.client == "Sam"
    check_free(folder)


def test_whoever_comes_second_sees_whose_folder_it_has_become(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It looked before there was one, and then the other was quicker."""
    folder = tmp_path / "sam"
    make_folder = Path.mkdir

    def make_it_late(path: Path, **options: bool) -> None:
        monkeypatch.setattr(Path, "mkdir", make_folder)
        with programme_folder(path, Record(client="Sam"), force=False) as first:
            first.write("a.txt", "Sam's")
        make_folder(path, **options)

    monkeypatch.setattr(Path, "mkdir", make_it_late)
    with (
        pytest.raises(OutputError, match="holds a programme for Sam, and this one is for Jo"),
        programme_folder(folder, Record(client="Jo"), force=False),
    ):
        pass
    assert contents(folder) == {"a.txt": "Sam's"}


@pytest.mark.skipif(sys.platform == "win32", reason="such limits are POSIX's")
def test_a_programme_may_have_more_files_than_a_process_may_have_open(tmp_path: Path) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, limits[1]))
    try:
        with programme_folder(tmp_path / "sam", force=False) as folder:
            for number in range(300):
                folder.write(f"{number}.txt", "text")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert len(contents(tmp_path / "sam")) == 300


def test_a_fault_while_files_are_put_in_place_leaves_a_folder_to_go_on_with(tmp_path: Path) -> None:
    def refuse(_part: Path) -> None:
        raise OutputError("the disk failed")

    def make_badly() -> None:
        with programme_folder(tmp_path / "sam", force=False) as folder:
            folder.written.enter_context(whole_file(folder.place("b.txt"), verify=refuse))
            folder.write("a.txt", "one")

    with pytest.raises(OutputError, match="the disk failed"):
        make_badly()
    assert contents(tmp_path / "sam") == {"a.txt": "one"}
    make(tmp_path / "sam", a="one", b="two")
    assert contents(tmp_path / "sam") == {"a.txt": "one", "b.txt": "two"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_waits_until_all_is_in_place(tmp_path: Path, number: signal.Signals) -> None:
    def interrupt(_part: Path) -> None:
        signal.raise_signal(number)

    def end(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    def make_with_an_interrupt() -> None:
        with programme_folder(tmp_path / "sam", force=False) as folder:
            folder.write("a.txt", "one")
            part = folder.written.enter_context(whole_file(folder.place("b.txt"), verify=interrupt))
            part.write_text("two")
            folder.add("b.txt", part)

    before = signal.signal(number, end)
    try:
        with pytest.raises(KeyboardInterrupt):
            make_with_an_interrupt()
    finally:
        signal.signal(number, before)
    assert contents(tmp_path / "sam") == {"a.txt": "one", "b.txt": "two"}
    record = read_record(tmp_path / "sam")
    assert record is not None
    assert set(record.files) == {"a.txt", "b.txt"}


def test_a_folder_of_somebody_elses_is_not_touched_without_force(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("mine")
    with pytest.raises(OutputError, match="not empty and holds no programme"):
        make(tmp_path, a="one")
    assert contents(tmp_path) == {"own.txt": "mine"}
    make(tmp_path, force=True, a="one")
    assert contents(tmp_path) == {"own.txt": "mine", "a.txt": "one"}


OURS = '{"voicecoach":1,"kind":"programme",'
NO_RECORDS = (
    *("", "[]", "{}", "{" * 10_000, '{"voicecoach": 2}', '{"voicecoach":1,"kind":"x","files":{}}'),
    OURS + '"start":"9999-12-31","files":{}}',
    OURS + '"files":{"a":{"size":Infinity,"sha256":"","made_from":""}}}',
)


@pytest.mark.parametrize("text", NO_RECORDS)
def test_a_record_that_is_none_makes_no_programme(tmp_path: Path, text: str) -> None:
    (tmp_path / RECORD).write_text(text)
    assert read_record(tmp_path) is None
    with pytest.raises(OutputError, match="holds no programme"):
        make(tmp_path, a="one")


def test_a_record_can_name_no_file_outside_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "sam"
    folder.mkdir()
    outside = tmp_path / "precious.txt"
    outside.write_text("mine")
    made = Made.of(outside)
    (folder / "inside.txt").symlink_to(outside)
    names = ("../precious.txt", str(outside), "..", "inside.txt", ".hidden", "")
    files = {name: {"size": made.size_bytes, "sha256": made.sha256, "made_from": ""} for name in names}
    (folder / RECORD).write_text(json.dumps({"voicecoach": 1, "kind": "programme", "files": files}))
    make(folder, a="one")
    assert outside.read_text() == "mine"


@pytest.mark.parametrize("name", ["a.txt", RECORD])
def test_a_link_in_the_folder_leads_nowhere(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "sam"
    folder.mkdir()
    outside = tmp_path / "precious.txt"
    outside.write_text("mine")
    (folder / name).symlink_to(outside)
    with pytest.raises(OutputError, match="is a link, and what it leads to is not touched"):
        make(folder, force=True, a="one")
    assert outside.read_text() == "mine"
    assert [each.name for each in folder.iterdir()] == [name]


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    logo = tmp_path / "logo.txt"
    logo.write_text("mine")
    with (
        pytest.raises(OutputError, match="is also an input"),
        programme_folder(tmp_path, force=True, inputs=[logo]) as folder,
    ):
        folder.write("logo.txt", "other")
    assert contents(tmp_path) == {"logo.txt": "mine"}


def test_a_folder_holds_one_kind(tmp_path: Path) -> None:
    make(tmp_path / "sam", a="one")
    with pytest.raises(OutputError, match="holds the programme of one client"):
        check_folder(tmp_path / "sam", Record(Kind.CLIENTS), force=True)
    with clients_folder(tmp_path / "all", force=False):
        make(tmp_path / "all" / "sam", a="one")
    with pytest.raises(OutputError, match="holds folders of several clients"):
        check_folder(tmp_path / "all", Record(), force=True)


def test_another_clients_programme_is_not_replaced_without_force(tmp_path: Path) -> None:
    with programme_folder(tmp_path / "sam", Record(client="Sam"), force=False) as folder:
        folder.write("a.txt", "for Sam")
    for other in (Record(client="Pat"), Record()):
        with pytest.raises(OutputError, match="holds a programme for Sam, and this one is for"):
            check_folder(tmp_path / "sam", other, force=False)
        assert check_folder(tmp_path / "sam", other, force=True)
    assert check_folder(tmp_path / "sam", Record(client="Sam"), force=False)


def test_what_clients_have_got_stays_when_a_list_is_interrupted(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        interrupted_list(tmp_path / "all")
    assert contents(tmp_path / "all" / "sam") == {"a.txt": "one"}
    assert check_folder(tmp_path / "all", Record(Kind.CLIENTS), force=False)


def test_no_folder_is_left_when_no_client_got_anything(tmp_path: Path) -> None:
    with clients_folder(tmp_path / "all", force=False):
        pass
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("place", ["file", "file/sam", "no/sam", "nowhere"])
def test_where_no_folder_can_be_made_it_is_said_before_any_work(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    with pytest.raises(OutputError):
        check_folder(tmp_path / place, Record(), force=True)
