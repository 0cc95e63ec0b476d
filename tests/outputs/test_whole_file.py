from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from voicecoach.errors import OutputError
from voicecoach.outputs.whole_file import BY_FOLDER, NOT_NAMED, Naming, check_writable, whole_file

NOBODY = 65534

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions and limits are those of POSIX")


@pytest.fixture
def without_privileges(tmp_path: Path) -> Iterator[None]:
    """Root may write everywhere, so permissions are tested as somebody else."""
    if os.geteuid() != 0:
        yield
        return
    opened = [each for each in tmp_path.parents if each.stat().st_uid == 0 and not each.stat().st_mode & 0o001]
    modes = {each: stat.S_IMODE(each.stat().st_mode) for each in opened}
    for each, mode in modes.items():
        each.chmod(mode | 0o011)
    os.seteuid(NOBODY)
    yield
    os.seteuid(0)
    for each, mode in modes.items():
        each.chmod(mode)


def refusal(target: Path, inputs: tuple[Path, ...] = ()) -> str:
    with pytest.raises(OutputError) as early:
        check_writable(target, inputs)
    with pytest.raises(OutputError) as late, whole_file(target, inputs=inputs):
        pass
    assert str(early.value) == str(late.value)
    return str(late.value)


def every_refusal(folder: Path, naming: Naming) -> list[str]:
    """What is said of a folder, a read-only file, a device, a missing folder, an input, and names that can't be."""
    protected, source = folder / "protected", folder / "source"
    protected.touch(0o444)
    source.touch()
    targets = [folder, protected, Path("/dev/null"), folder / "no" / "x", source / "x", source, folder / ("n" * 300)]
    said = []
    for target in targets:
        with pytest.raises(OutputError) as early:
            check_writable(target, [source], naming=naming)
        with pytest.raises(OutputError) as late, whole_file(target, inputs=[source], naming=naming):
            pass
        assert str(early.value) == str(late.value)
        said.append(str(early.value).replace(str(folder), "FOLDER"))
    return said


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_appears_when_the_body_ends(tmp_path: Path) -> None:
    target = tmp_path / "session.mp3"
    with whole_file(target) as part:
        part.write_bytes(b"new")
        assert not target.exists()
        assert part.parent == tmp_path
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["session.mp3"]


def test_permissions_follow_the_umask_and_stay_when_replaced(tmp_path: Path) -> None:
    target = tmp_path / "session.mp3"
    before = os.umask(0o027)
    try:
        with whole_file(target) as part:
            part.write_bytes(b"first")
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    target.chmod(0o600)
    with whole_file(target) as part:
        part.write_bytes(b"second")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("failure", [RuntimeError("broke"), KeyboardInterrupt(), SystemExit(143)])
def test_whatever_ends_the_body_early_leaves_the_old_file(tmp_path: Path, failure: BaseException) -> None:
    target = tmp_path / "session.mp3"
    target.write_bytes(b"old")

    def fail(part: Path) -> None:
        part.write_bytes(b"half")
        raise failure

    with pytest.raises(type(failure)), whole_file(target) as part:
        fail(part)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["session.mp3"]


def test_a_file_that_fails_its_check_does_not_appear(tmp_path: Path) -> None:
    def too_short(part: Path) -> None:
        raise OutputError(f"{part.stat().st_size} bytes are too few")

    with (
        pytest.raises(OutputError, match=r"^4 bytes are too few$"),
        whole_file(tmp_path / "a.mp3", verify=too_short) as part,
    ):
        part.write_bytes(b"half")
    assert names(tmp_path) == []


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "music").mkdir()
    real, link = tmp_path / "music" / "real.mp3", tmp_path / "link.mp3"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with whole_file(link) as part:
        part.write_bytes(b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert names(tmp_path / "music") == ["real.mp3"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "link.mp3"
    link.symlink_to(tmp_path / "later.mp3")
    with whole_file(link) as part:
        part.write_bytes(b"new")
    assert (tmp_path / "later.mp3").read_bytes() == b"new"


def test_checking_leaves_nothing_behind(tmp_path: Path) -> None:
    check_writable(tmp_path / "session.mp3")
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    said = refusal(tmp_path / "nowhere" / "session.mp3")
    assert f"folder {tmp_path / 'nowhere'} doesn't exist" in said
    assert "Create it" in said


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "is a file, not a folder" in refusal(tmp_path / "file" / "session.mp3")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert f"is a folder. Add a file name: -o {tmp_path / 'session.mp3'}" in refusal(tmp_path)


def test_advice_names_the_option_that_says_where(tmp_path: Path) -> None:
    said = every_refusal(tmp_path, Naming("--plot", "session.svg"))
    assert said[0] == "FOLDER is a folder. Add a file name: --plot FOLDER/session.svg"
    assert [one for one in said if " --plot" not in one or "-o" in one.split()] == []


def test_where_the_folder_is_chosen_another_folder_is_advised(tmp_path: Path) -> None:
    said = every_refusal(tmp_path, BY_FOLDER)
    assert said[0] == "FOLDER is a folder. Rename it, or choose another folder with -o."
    assert [one for one in said if "another name" in one or "file name:" in one or "session.mp3" in one] == []
    assert sum("another folder with -o." in one for one in said) >= 5


def test_nothing_is_advised_to_choose_where_nothing_is_to_be_chosen(tmp_path: Path) -> None:
    said = every_refusal(tmp_path, NOT_NAMED)
    assert said[1] == "FOLDER/protected is read-only. Make it writable."
    assert [one for one in said if "hoose" in one or " -" in one or not one.endswith((".", "folder"))] == []


def test_a_protected_file_is_refused_and_stands(tmp_path: Path) -> None:
    target = tmp_path / "session.mp3"
    target.write_bytes(b"old")
    target.chmod(0o444)
    assert "is read-only" in refusal(target)
    assert target.read_bytes() == b"old"


@pytest.mark.usefixtures("without_privileges")
def test_a_protected_folder_is_refused(tmp_path: Path) -> None:
    if os.geteuid() == tmp_path.stat().st_uid:
        tmp_path.chmod(0o555)
    assert "no permission to write" in refusal(tmp_path / "session.mp3")


@pytest.mark.parametrize("name", ["n" * 300, "n" * 300 + ".mp3", "ü" * 150 + ".mp3"])
def test_a_name_too_long_is_refused(tmp_path: Path, name: str) -> None:
    assert "the name is too long" in refusal(tmp_path / name)


def test_a_name_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 251 + ".mp3")
    with whole_file(target) as part:
        part.write_bytes(b"new")
    assert target.read_bytes() == b"new"


def test_a_zero_in_a_name_is_refused() -> None:
    assert "zero character" in refusal(Path("a\0b.mp3"))


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").symlink_to(tmp_path / "b.mp3")
    (tmp_path / "b.mp3").symlink_to(tmp_path / "a.mp3")
    assert "circle" in refusal(tmp_path / "a.mp3")


def test_an_input_is_refused_under_any_name(tmp_path: Path) -> None:
    source = tmp_path / "session.yaml"
    source.write_bytes(b"old")
    (tmp_path / "other.mp3").symlink_to(source)
    os.link(source, tmp_path / "hard.mp3")
    for name in ("session.yaml", "other.mp3", "hard.mp3", "../" + tmp_path.name + "/session.yaml"):
        assert "is also an input" in refusal(tmp_path / name, (tmp_path / "missing.yaml", source))
    assert source.read_bytes() == b"old"


@pytest.mark.parametrize("device", ["/dev/full", "/dev/null", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_devices_are_refused(device: str) -> None:
    if not os.path.lexists(device):
        pytest.skip(f"{device} is not on this system")
    assert "is a device or a pipe" in refusal(Path(device))


@pytest.mark.parametrize("leads_to", ["/dev/full", "/dev/stdout", "/dev/nothing-there", "/proc/self/fd/1"])
def test_links_to_devices_are_refused(tmp_path: Path, leads_to: str) -> None:
    """Where `/dev/stdout` leads may be a plain file, and where nothing is yet one could be made."""
    (tmp_path / "link.mp3").symlink_to(leads_to)
    (tmp_path / "further.mp3").symlink_to("link.mp3")
    for name in ("link.mp3", "further.mp3"):
        assert "is a device or a pipe" in refusal(tmp_path / name)


def test_pipes_and_sockets_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp3")
    assert "is a device or a pipe" in refusal(tmp_path / "pipe.mp3")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        assert "is a device or a pipe" in refusal(tmp_path / "s")


def test_errors_about_other_files_pass_unchanged(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "session.mp3"):
        (tmp_path / "music.flac").read_bytes()
    assert names(tmp_path) == []


def test_a_file_beyond_the_limits_is_explained_and_the_old_one_stands(tmp_path: Path) -> None:
    target = tmp_path / "session.mp3"
    target.write_bytes(b"old")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(OutputError, match="larger than its disk or your limits allow"), whole_file(target) as part:
            part.write_bytes(bytes(200_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["session.mp3"]


def test_a_full_disk_is_explained_and_the_old_file_stands(small_disk: Path) -> None:
    target = small_disk / "session.mp3"
    target.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"session\.mp3: the disk is full"), whole_file(target) as part:
        part.write_bytes(bytes(1_000_000))
    assert target.read_bytes() == b"old"
    assert names(small_disk) == ["session.mp3"]


def test_a_full_disk_is_noticed_when_the_last_bytes_leave_the_buffer(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(256 * 1024 - 2 * 4096))
    with (
        pytest.raises(OutputError, match="the disk is full"),
        whole_file(small_disk / "session.mp3") as part,
        part.open("wb", buffering=1 << 20) as file,
    ):
        file.write(bytes(100_000))
    assert names(small_disk) == ["filler"]


def test_killed_during_the_write_the_old_file_stands(tmp_path: Path) -> None:
    target = tmp_path / "session.mp3"
    target.write_bytes(b"old")
    program = (
        "import sys; from pathlib import Path; from voicecoach.outputs.whole_file import whole_file\n"
        "with whole_file(Path(sys.argv[1])) as part:\n"
        "    part.write_bytes(bytes(100_000)); print('half', flush=True); sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", program, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "half\n"
        writer.send_signal(signal.SIGKILL)
    assert target.read_bytes() == b"old"
