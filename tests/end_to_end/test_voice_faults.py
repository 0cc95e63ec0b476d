from __future__ import annotations

import os
import select
import signal
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.end_to_end.home import ENDS_WITHIN_S, ROOT, SHORT, Home, goes_on
from tests.speech import faulty_engines

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the embedded voice is the engine on Linux")
ENGINES = ("Silent", "Mute", "Hanging", "Crashing", "Refusing")


@pytest.fixture
def faulty(tmp_path: Path, new_home: Home) -> Home:
    """A home where a package with engines that fail is installed."""
    record = tmp_path / "packages" / "faulty-1.0.dist-info"
    record.mkdir(parents=True)
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty\nVersion: 1.0\n")
    entries = (f"{name.lower()} = {faulty_engines.__name__}:{name}\n" for name in ENGINES)
    (record / "entry_points.txt").write_text("[voicecoach.engines]\n" + "".join(entries))
    path = os.pathsep.join([str(record.parent), str(ROOT)])
    return Home(new_home.folder, {"PYTHONPATH": path})


def session(home: Home, title: str) -> Path:
    """A session in whose opening `title` is said."""
    path = home.folder / "session.yaml"
    path.write_text(f"title: {title}\nsections: [{{exercises: [squat]}}]\n", encoding="utf-8")
    return path


def refused(home: Home, *arguments: str | Path) -> str:
    """The one message with which `make` refuses; no file is left."""
    ran = home.run("make", *arguments, "-o", "session.mp3")
    assert (ran.returncode, ran.stdout) == (1, ""), ran.stderr
    (line,) = ran.stderr.splitlines()
    assert home.files() <= {"cache", "session.yaml"}
    return line


@pytest.mark.parametrize(
    ("engine", "title", "message"),
    [
        ("mute", "Hello", "gives no sound"),
        ("crashing", "Here crash", "ended early (signal 11), twice, at the line"),
        ("refusing", "Hello", "OSError: driver not found"),
        ("silnt", "Hello", "Did you mean 'silent'?"),
    ],
)
def test_a_faulty_engine_is_one_message(faulty: Home, engine: str, title: str, message: str) -> None:
    assert message in refused(faulty, session(faulty, title), "--engine", engine)


def test_a_line_that_comes_out_silent_is_left_out_with_a_word(faulty: Home) -> None:
    ran = faulty.run("make", session(faulty, "Now hush"), "--engine", "silent", "-o", "session.mp3")
    assert ran.returncode == 0
    assert "'Now hush.' is left out: the voice could not say it (the sound is silent)." in ran.stderr


@linux_only
def test_ctrl_c_ends_an_engine_that_hangs(faulty: Home) -> None:
    making = ("make", session(faulty, "Here hang"), "--engine", "hanging", "-o", "session.mp3")
    with faulty.started(*making) as process, ExitStack() as stack:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not (found := children.read_text().split()):
            goes_on(process, 0.01)
        ends = [os.pidfd_open(int(child)) for child in found]
        for end in ends:
            stack.callback(os.close, end)
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=ENDS_WITHIN_S)
        for end in ends:  # readable once the process has ended
            assert select.select([end], [], [], ENDS_WITHIN_S)[0]
    assert (process.returncode, said, complained) == (130, "", "voicecoach: interrupted\n")
    assert faulty.files() == {"cache", "session.yaml"}


@linux_only
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_voice_that_hangs_as_it_is_measured_ends_with_the_program(
    new_home: Home, number: signal.Signals, status: int
) -> None:
    """Two threads wait for two of its processes."""
    folder = new_home.folder / "temporary"
    folder.mkdir()
    home = Home(new_home.folder, {"TMPDIR": str(folder)})
    speaking = 'touch "$TMPDIR/begun"; exec sleep 600; : $1 $2'
    (home.folder / "config.yaml").write_text(
        f"engine: command\ncommand: [sh, -c, '{speaking}', sh, '{{file}}', '{{text}}']\n"
    )
    with home.started("make", *SHORT, "-o", "session.mp3") as process:
        while len(list(folder.glob("*/begun"))) < 2:
            goes_on(process, 0.01)
        process.send_signal(number)
        _, complained = process.communicate(timeout=ENDS_WITHIN_S)
    assert (process.returncode, "Traceback" in complained) == (status, False)
    assert not list(folder.iterdir())
    assert home.files() <= {"cache", "config.yaml", "temporary"}


@linux_only
@pytest.mark.parametrize(
    ("voice", "message"), [("en-uss", "Did you mean 'en-us'?"), ("zzzzzz", "voicecoach voices")], ids=["near", "far"]
)
def test_an_unknown_voice(home: Home, voice: str, message: str) -> None:
    assert message in refused(home, *SHORT, "--voice", voice)


@linux_only
@pytest.mark.parametrize("package", ["espeakng_loader", "pyttsx3"])
def test_a_voice_that_is_not_installed(new_home: Home, tmp_path: Path, package: str) -> None:
    """The environment of the test with one package left out."""
    packages, hooks = tmp_path / "packages", tmp_path / "hooks"
    packages.mkdir()
    hooks.mkdir()
    for folder in (Path(one) for one in sys.path if one.endswith("site-packages")):
        for entry in folder.iterdir():
            if not entry.name.startswith(package) and not (packages / entry.name).exists():
                (packages / entry.name).symlink_to(entry)
    (hooks / "sitecustomize.py").write_text(
        "import sys\n"
        f"sys.path[:] = [one for one in sys.path if not one.endswith('site-packages')] + [{str(packages)!r}]\n"
    )
    home = Home(new_home.folder, {"PYTHONPATH": os.pathsep.join([str(hooks), str(ROOT)])})
    assert home.run("make", *SHORT, "-o", "by-pack.mp3").returncode == 0, "a pack needs no engine"
    (home.folder / "by-pack.mp3").unlink()
    message = refused(home, *SHORT, "--engine", "pyttsx3")
    assert "pip install" in message
    assert package.replace("_", "-") in message.replace("_", "-")
