"""A small library of made-up exercises in the place of the one that ships, for tests that are about no exercise."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from voicecoach.definitions import files, index
from voicecoach.definitions.indexing import Facts, index_facts, index_text, session_facts
from voicecoach.definitions.load import load_session

# name: family, muscles, level, position, and what it needs, how it is done
EXERCISES = {
    "big-step": "hips; glutes, quads; beginner; standing; ; 8-10 pace 4",
    "bridge": "hips; glutes, hamstrings; beginner; floor; mat; 8-10 pace 4",
    "side-lift": "hips; glutes; beginner; floor; mat; 8-10 pace 4 each",
    "hinge": "hips; hamstrings, glutes; intermediate; standing; ; 8-10 pace 4",
    "knee-bend": "thighs; quads, glutes; beginner; standing; ; 8-10 pace 4",
    "wide-bend": "thighs; quads, inner-thighs; beginner; standing; ; 8-10 pace 4",
    "chair-rise": "thighs; quads, glutes; beginner; standing; chair; 8-10 pace 4",
    "one-leg-bend": "thighs; quads, glutes; advanced; standing; ; 4-6 pace 5 each",
    "heel-lift": "calves; calves, feet; beginner; standing; wall; 8-10 pace 4",
    "toe-lift": "calves; shins; beginner; standing; ; 8-10 pace 3",
    "front-hold": "core; abs, shoulders; beginner; floor; mat; 30 s hold",
    "side-hold": "core; obliques, abs; intermediate; floor; mat; 20 s hold each",
    "back-lift": "core; lower-back, glutes; beginner; floor; mat; 8-10 pace 4",
    "curl-up": "core; abs; beginner; floor; mat; 8-10 pace 3",
    "press-up": "upper-body; chest, triceps; intermediate; floor; ; 6-8 pace 3 easier",
    "chair-press": "upper-body; triceps, chest; beginner; standing; chair; 6-8 pace 3",
    "table-pull": "upper-body; upper-back, lats; beginner; standing; table; 6-8 pace 3",
    "weight-pull": "upper-body; upper-back, biceps; beginner; standing; dumbbells; 8-10 pace 4",
    "weight-press": "upper-body; shoulders, triceps; beginner; standing; dumbbells; 8-10 pace 4",
    "band-pull": "upper-body; upper-back, shoulders; beginner; standing; band; 8-10 pace 4",
    "swing": "conditioning; glutes, hamstrings; intermediate; standing; kettlebell; 10-12 pace 2",
    "star-jump": "conditioning; calves, shoulders; beginner; standing; ; 30 s",
    "fast-feet": "conditioning; quads, calves; beginner; standing; ; 20 s",
    "hop": "plyometrics; calves, feet; beginner; standing; ; 15 s",
    "leap": "plyometrics; glutes, quads; intermediate; standing; ; 3-4 pace 4",
    "on-the-spot": "running; hip-flexors, calves; beginner; standing; ; 45 s",
    "long-run": "running; calves, quads; beginner; standing; ; 15 min",
    "arm-circle": "mobility; shoulders, upper-back; beginner; standing; ; 6-8 pace 4",
    "hip-circle": "mobility; hip-flexors, glutes; beginner; standing; ; 6-8 pace 3",
    "back-arch": "mobility; lower-back, abs; beginner; floor; mat; 5-6 pace 6",
    "calf-reach": "mobility; calves; beginner; standing; wall; 30 s hold each",
    "thigh-reach": "mobility; quads, hip-flexors; beginner; standing; wall; 30 s hold each",
    "seat-reach": "mobility; glutes; beginner; floor; mat; 40 s hold each",
    "chest-reach": "mobility; chest, shoulders; beginner; standing; ; 30 s hold",
    "long-reach": "mobility; hamstrings, calves; beginner; floor; mat; 40 s hold each",
    "child-rest": "mobility; lower-back, lats; beginner; floor; mat; 40 s hold",
}
TWO = "[{exercise: knee-bend, prescription: 8}, {exercise: heel-lift, prescription: 8}]"
SESSIONS = {
    "short-legs": ("beginner", f"- {{kind: circuit, rounds: 2, exercises: {TWO}}}", (9, 9)),
    "long-arms": ("intermediate", "- exercises: [weight-pull, weight-press, band-pull]", (30, 34)),
}


def _exercise(name: str, facts: str) -> str:
    family, muscles, level, position, needs, how = (one.strip() for one in facts.split(";"))
    amount, _, rest = how.partition(" pace ")
    pace, *more = rest.split() if rest else ("", *how.split()[2:])
    title = name.replace("-", " ").capitalize()
    lines = [
        f"title: {title}",
        f"about: {title} is made up.",
        f"family: {family}",
        f"muscles: [{muscles}]",
        f"level: {level}",
        "suits: Everybody who tests.",
        f"position: {position}",
        f"sides: {'each' if 'each' in more else 'none'}",
        f"prescription: 3x{' '.join(amount.split()[:2])}",
        *([f"needs: [{needs}]"] if needs else []),
        *([f"pace: {pace} s"] if pace else []),
        *(["hold: true"] if "hold" in more else []),
        "cues:",
        "  setup: [Stand or lie as you know it., Then move.]",
        "  form:",
        "    - {say: Keep it tidy and calm., short: Tidy.}",
    ]
    if "easier" in more:
        lines += ["variations:", "  knees: {title: On the knees, say: on your knees, level: easier}"]
    return "\n".join([*lines, ""])


def _session(name: str, level: str, section: str) -> str:
    title = name.replace("-", " ").capitalize()
    return f"title: {title}\nabout: {title} is made up.\nlevel: {level}\nsections:\n  {section}\n"


def write_library(folder: Path) -> None:
    """Write the small library, without an index."""
    shutil.copytree(files.LIBRARY / "phrases", folder / "phrases")
    shutil.copy(files.LIBRARY / "equipment.yaml", folder)
    for kind in ("exercises", "sessions"):
        (folder / kind).mkdir()
    for name, facts in EXERCISES.items():
        (folder / "exercises" / f"{name}.yaml").write_text(_exercise(name, facts), encoding="utf-8")
    for name, (level, section, _) in SESSIONS.items():
        (folder / "sessions" / f"{name}.yaml").write_text(_session(name, level, section), encoding="utf-8")


def forget() -> None:
    """Forget what was read of a library."""
    for one in (files.titles, files._stems, index.load_index, index._tree):  # noqa: SLF001
        one.cache_clear()


@contextmanager
def small_library(folder: Path) -> Iterator[None]:
    """Have the small library, written into an empty folder, in the place of the one that ships."""
    write_library(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "LIBRARY", folder)
        patch.setattr(index, "INDEX", folder / "index.json")
        forget()
        text = index_text(index_facts({name: _facts(name) for name in SESSIONS}))
        (folder / "index.json").write_text(text, encoding="utf-8")
        forget()
        yield
    forget()


def _facts(name: str) -> Facts:
    return session_facts(load_session(name), 1, SESSIONS[name][2])
