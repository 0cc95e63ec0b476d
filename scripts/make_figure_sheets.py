"""Make docs/figure-sheets.md, the figures of the whole library by family, and its pictures, from the definitions.

    python scripts/make_figure_sheets.py

Look at what changed before you keep it. The page says what it was drawn from; a test finds out by that whether it is
older than the definitions.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from voicecoach.definitions.groups import Family
from voicecoach.definitions.load import load_exercise, names
from voicecoach.figures.picture import Picture
from voicecoach.figures.svg import sheet_svg
from voicecoach.outputs.figure_sheets import look, pictures
from voicecoach.outputs.plot.png import png
from voicecoach.outputs.small_png import small_png

ROOT = Path(__file__).resolve().parent.parent
PAGE, FOLDER = ROOT / "docs" / "figure-sheets.md", ROOT / "docs" / "samples" / "figures"

HEAD = """# All figures

Made by `python3 scripts/make_figure_sheets.py`; change the exercises and not this page. How a figure is written is in
[figures.md](figures.md); `voicecoach draw --all` makes sheets of the figures of this library that are larger.
"""


def main() -> None:
    """Write the page and its pictures, and say how large they are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    found = by_family()
    for family, shown in found.items():
        file = FOLDER / f"{family}.png"
        file.write_bytes(drawn(shown))
        sys.stdout.write(f"{file}: {len(shown)} figures, {file.stat().st_size // 1000} kB\n")
    for file in FOLDER.glob("*.png"):
        if file.stem not in found:
            file.unlink()
    PAGE.write_text(page(found), encoding="utf-8", newline="\n")


def by_family() -> Mapping[Family, list[Picture]]:
    """The pictures of all exercises and of those of their variations that look different."""
    exercises = [load_exercise(name) for name in names("exercises")]
    families = {family: list(pictures(one for one in exercises if one.family is family)) for family in Family}
    return {family: shown for family, shown in families.items() if shown}


def drawn(shown: list[Picture]) -> bytes:
    """A sheet as a small PNG."""
    return small_png(png(sheet_svg(shown), zoom=1))


def page(found: Mapping[Family, list[Picture]]) -> str:
    """The text of the page."""
    parts = [HEAD]
    for family, shown in found.items():
        title = family.replace("-", " ").capitalize()
        titles = ", ".join(dict.fromkeys(one.exercise.title for one in shown))
        parts.append(f"## {title}\n\n![{titles}](samples/figures/{family}.png)\n")
    return "\n".join([*parts, f"<!-- drawn from {digest(found)} -->\n"])


def digest(found: Mapping[Family, list[Picture]]) -> str:
    """Of all that is written of the figures, so that a page that is older is known."""
    return hashlib.sha256("\n".join(_looks(found.values())).encode()).hexdigest()[:16]


def _looks(sheets: Iterable[list[Picture]]) -> Iterator[str]:
    for sheet in sheets:
        yield from map(look, sheet)


if __name__ == "__main__":
    main()
