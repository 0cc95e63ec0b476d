from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import environment

PROGRAMS = {path.stem: path for path in Path(environment.__file__).parent.glob("*.py")}


def imported(path: Path) -> Iterator[str]:
    """The modules that a program names in its imports, wherever they stand in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_no_programs_import_each_other_in_a_circle() -> None:
    graph = {name: PROGRAMS.keys() & set(imported(path)) for name, path in PROGRAMS.items()}
    assert graph["set_up"] == {"environment"}
    TopologicalSorter(graph).prepare()  # raises CycleError with the circle
