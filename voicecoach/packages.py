"""What is installed, read from names of folders: `importlib.metadata` takes 15 ms, and every run needs this."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""What the package is in: a checkout of the repository, or where packages are installed."""


def install_extra(extra: str, root: Path = ROOT, system: str = os.name) -> str:
    """How to install an extra, such as `natural`; in a checkout (`root` has a pyproject.toml), from there.

    The checkout is `.` for who is in it; from any other folder it is named.
    """
    if not _is_checkout(root):
        return _install(_quoted(f"voicecoach[{extra}]", system), root, system)
    # Without -e a copy would be installed, and what is changed or pulled in the checkout would never be run again.
    checkout = "." if _is_here(root) else root
    return _install("-e " + _quoted(f"{checkout}[{extra}]", system), root, system)


def install_package(*packages: str, root: Path = ROOT, system: str = os.name) -> str:
    """How to install packages, or options and packages, as `install_extra` does."""
    return _install(" ".join(packages), root, system)


def _install(what: str, root: Path, system: str) -> str:
    if not _is_checkout(root):
        return f"pip install {what}"
    separator = "\\" if system == "nt" else "/"
    parts = [".venv", "Scripts" if system == "nt" else "bin", "pip"]
    pip = separator.join(parts if _is_here(root) else [str(root), *parts])
    return f"{_quoted(pip, system) if ' ' in pip else pip} install {what}"


def _quoted(text: str, system: str) -> str:
    quote = '"' if system == "nt" else "'"
    return f"{quote}{text}{quote}"


def _is_checkout(root: Path) -> bool:
    return (root / "pyproject.toml").is_file()


def _is_here(root: Path) -> bool:
    """Whether commands are typed in this folder."""
    try:
        return root.samefile(Path.cwd())
    except OSError:  # the folder that one was in is gone
        return False


def package_folder(package: str) -> Path | None:
    """Where a package's modules are, or None when it isn't installed. Imports nothing."""
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def version(package: str) -> str:
    """The version of an installed package, `unknown` when its record is missing, `none` without the package."""
    record = _record_folder(package)
    if record:
        return record.name.removesuffix(".dist-info").rsplit("-", 1)[-1]
    return "unknown" if package_folder(package) else "none"


def contents(package: str) -> str:
    """A digest of a package's files: as its installer recorded them, and what was changed since.

    Without a record, of their names and sizes.
    """
    folder, record = package_folder(package), _record_folder(package)
    if folder is None:
        return "none"
    listed = record / "RECORD" if record else None
    if listed and listed.is_file():
        # Only lines with a digest count: compiled modules have none and come and go.
        lines = [
            line for line in listed.read_text("utf-8").splitlines() if line.startswith(package) and "sha256=" in line
        ]
        files = sorted(line for line in lines if not line.startswith(f"{package}-"))
        files = [*files, *_changed(files, listed)]
    else:
        files = sorted(f"{p.relative_to(folder)} {p.stat().st_size}" for p in folder.rglob("*") if p.suffix != ".pyc")
    import hashlib

    return hashlib.sha256("\n".join(files).encode()).hexdigest()[:16]


def _changed(lines: list[str], record: Path) -> Iterator[str]:
    """What is in those files that are not as their record says; only those are read that it may be true of."""
    recorded_ns = record.stat().st_mtime_ns
    for line in lines:
        name, digest, size = line.rsplit(",", 2)
        file = record.parents[1] / name
        try:
            state = file.stat()
            if state.st_mtime_ns <= recorded_ns and str(state.st_size) == size:
                continue
            found = _digest(file.read_bytes())
        except OSError as error:
            found = error.strerror or "unreadable"
        if f"sha256={found}" != digest:
            yield f"{name} {found}"


def _digest(data: bytes) -> str:
    """SHA-256 as records of packages have it."""
    import hashlib
    from base64 import urlsafe_b64encode

    return urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _record_folder(package: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    # A package has a folder of its own; a lone module stands where the records are.
    beside = Path(spec.origin).parents[1 if spec.submodule_search_locations else 0]
    found = beside.glob(f"{package}-*.dist-info")
    return max(found, default=None) or max(_that_brought(package, beside), default=None)


def _that_brought(package: str, folder: Path) -> Iterator[Path]:
    """The records of what installed a package under another name: `piper` is of piper-tts."""
    for listed in folder.glob("*.dist-info/RECORD"):
        if f"\n{package}/" in "\n" + listed.read_text("utf-8", "replace"):
            yield listed.parent
