"""Where the files that ship beside the code are."""

from __future__ import annotations

from pathlib import Path


def asset_folder() -> Path:
    """The folder with the tones and the cover: inside the package when installed, at the top of a checkout."""
    package = Path(__file__).parent
    packaged = package / "audio_assets"
    return packaged if packaged.is_dir() else package.parent / "audio_assets"
