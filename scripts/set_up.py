"""Makes the virtual environment of a checkout.

A stamp, written last, says that it is finished. While packages are being installed a mark stands in the folder: an
environment found with the mark was interrupted and is made anew. One set-up works at a time; the others wait for it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from environment import EXTRAS, RUN, TEST, Environment

NETWORK_TROUBLE = ("NewConnectionError", "ProxyError", "Retry(", "Temporary failure in name resolution")
"""Words of pip's when it can't reach a package index; any of them will do."""


class SetUpError(Exception):
    """The environment could not be set up; the message says why and what to do."""


def set_up(environment: Environment) -> None:
    """Make `environment` ready. Raises `SetUpError` if that is impossible; what worked before still does then."""
    require_venv()
    try:
        with alone(environment.folder.with_suffix(".lock")) as lock:
            if not environment.is_ready():
                how_long = "a few minutes" if environment.lock.name == EXTRAS else "about a minute"
                print(f"Setting up {environment.folder} (once, {how_long}) ...", file=sys.stderr, flush=True)
                if not is_sound(environment):
                    create(environment, lock)
                install(environment, lock)
    except OSError as error:
        raise SetUpError(f"Can't set up {environment.folder}: {error}") from error


def require_venv() -> None:
    """Raise `SetUpError` on a Python without the modules that make an environment, as Debian ships it."""
    try:
        import ensurepip
        import venv
    except ImportError as error:
        raise SetUpError(
            "This Python can't make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv"
        ) from error
    del ensurepip, venv


@contextmanager
def alone(path: Path) -> Iterator[BinaryIO]:
    """Hold the lock at `path`; yields the file, which child processes inherit so that they hold the lock, too.

    The system lets go of it when the last of these processes ends, however it ends.
    """
    with path.open("a+b") as file:
        if not try_lock(file):
            print("Waiting for another set-up of this checkout ...", file=sys.stderr, flush=True)
            wait_for_lock(file)
        yield file


if sys.platform == "win32":
    import msvcrt

    def try_lock(file: BinaryIO) -> bool:
        """Take the lock if it is free."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def wait_for_lock(file: BinaryIO) -> None:
        """Take the lock when it gets free."""
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:  # after ten seconds
                continue
            return

else:
    import fcntl

    def try_lock(file: BinaryIO) -> bool:
        """Take the lock if it is free."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait_for_lock(file: BinaryIO) -> None:
        """Take the lock when it gets free."""
        fcntl.flock(file, fcntl.LOCK_EX)


def is_sound(environment: Environment) -> bool:
    """Whether what is there can be built upon: made by this Python, in this place, and never interrupted."""
    try:
        made_here = made_by(environment).read_bytes() == environment.maker()
    except OSError:
        return False
    return made_here and not unfinished(environment).exists() and environment.program("python").exists()


def made_by(environment: Environment) -> Path:
    """The file that says who made the environment."""
    return environment.folder / "made-by"


def unfinished(environment: Environment) -> Path:
    """The mark that stands while packages are being installed."""
    return environment.folder / "unfinished"


def create(environment: Environment, lock: BinaryIO) -> None:
    """Replace whatever is there by an environment with pip in it."""
    import venv

    clear(environment.folder)
    environment.folder.mkdir()
    unfinished(environment).touch()
    venv.create(environment.folder, symlinks=os.name != "nt")
    # Not by `with_pip`, since that process would not hold the lock.
    result = run_python(environment, lock, "ensurepip", "--default-pip")
    if result.returncode:
        raise SetUpError(f"{result.stdout}\nPython's ensurepip failed, see above.")
    made_by(environment).write_bytes(environment.maker())
    unfinished(environment).unlink()


def clear(folder: Path) -> None:
    """Remove `folder`, or what stands in its place; the stamps first, so that no half of it ever looks finished."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        for stamp in folder.glob("*.stamp"):
            stamp.unlink()
        shutil.rmtree(folder)


def install(environment: Environment, lock: BinaryIO) -> None:
    """Install what the lock file pins, and the checkout itself, then stamp it."""
    before = installed(environment)
    unfinished(environment).touch()
    # The lock file is complete: it leaves out what pyttsx3 asks for on macOS and doesn't need.
    pinned = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement", str(environment.lock))
    checkout = ("--no-deps", "--no-index", "--no-build-isolation", "--editable", str(environment.root))
    for requirements in (pinned, checkout):
        result = run_python(environment, lock, "pip", "install", "--quiet", "--no-input", *requirements)
        if result.returncode:
            if installed(environment) == before:
                unfinished(environment).unlink()
            raise SetUpError(f"{result.stdout}\n{explanation(result.stdout)}")
    # As pip does with packages. It is no fault where it can't be written: Python then does it each time.
    run_python(environment, lock, "compileall", "-q", str(environment.root / "voicecoach"))
    unfinished(environment).unlink()
    # The pins for tests are the pins for running and more.
    for name in {environment.lock.name, RUN} if environment.lock.name == TEST else {environment.lock.name}:
        stamp(Environment(environment.root, name))


def installed(environment: Environment) -> list[Path]:
    """What stands in the folders for packages."""
    return sorted(environment.folder.glob("[Ll]ib/**/site-packages/*"))


def run_python(
    environment: Environment, lock: BinaryIO, module: str, *arguments: str
) -> subprocess.CompletedProcess[str]:
    """Run a module with the environment's Python; both of its outputs are in `stdout`."""
    return subprocess.run(
        [environment.program("python"), "-I", "-m", module, *arguments],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        # A setting of the user's that pip refuses in an environment.
        env={**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        pass_fds=() if sys.platform == "win32" else (lock.fileno(),),
    )


def explanation(output: str) -> str:
    """What pip's `output` comes down to, in one line."""
    if any(words in output for words in NETWORK_TROUBLE):
        return "Could not download the packages: no connection to the package index. Connect, then run this again."
    return "pip could not install the packages, see above."


def stamp(environment: Environment) -> None:
    """Say that `environment` is finished."""
    draft = environment.stamp.with_suffix(".draft")
    draft.write_bytes(environment.fingerprint())
    draft.replace(environment.stamp)
