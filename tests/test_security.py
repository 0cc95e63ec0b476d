"""What no module may do, whatever it is for. docs/security.md has what else holds, and the tests of it."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.cli.running import run

ROOT = Path(__file__).parent.parent
MODULES = sorted(file for folder in ("voicecoach", "scripts") for file in (ROOT / folder).rglob("*.py"))

NO_MODULES = {"dill", "jsonpickle", "marshal", "pickle", "shelve", "xmlrpc"}
"""What they read can run code."""
OF_ITS_OWN = {("voicecoach/programme/clients.py", "pickle")}
"""Plans that go from a worker process of its own to another through the memory of the program, and into no file."""
NO_CALLS = {
    *("eval", "exec", "compile", "__import__", "breakpoint"),
    *("os.system", "os.popen", "os.startfile", "subprocess.getoutput", "subprocess.getstatusoutput"),
    *("asyncio.create_subprocess_shell", "tempfile.mktemp"),
    *("yaml.load", "yaml.load_all", "yaml.full_load", "yaml.full_load_all", "yaml.unsafe_load", "yaml.unsafe_load_all"),
    *("zipfile.ZipFile.extract", "zipfile.ZipFile.extractall", "tarfile.open", "shutil.unpack_archive"),
}
NO_METHODS = {"extractall", "unpack_archive"}
NO_ARGUMENTS = {"shell", "allow_pickle", "external_file_access"}
"""Arguments that may not be true."""
YAML_LOADERS = {"CSafeLoader", "SafeLoader"}
WITHOUT_XML = {"xml.sax", "xml.dom", "lxml"}
"""Parsers of XML that fetch what a document names."""


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imported(file: Path) -> Iterator[str]:
    """The modules that a file imports."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{one.name}" for one in node.names)


def calls(file: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.Call))


def place(file: Path, node: ast.AST | None = None) -> str:
    return f"{file.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 200


def test_nothing_is_read_that_can_run_code() -> None:
    found = {
        (file.relative_to(ROOT).as_posix(), name.partition(".")[0])
        for file in MODULES
        for name in imported(file)
        if name.partition(".")[0] in NO_MODULES
    }
    assert found == OF_ITS_OWN


def test_nothing_that_is_written_is_run_as_code_and_no_shell_takes_it_apart() -> None:
    for file in MODULES:
        for call in calls(file):
            name = ast.unparse(call.func)
            assert name not in NO_CALLS, place(file, call)
            assert name.rpartition(".")[2] not in NO_METHODS, place(file, call)
            for argument in call.keywords:
                allowed = argument.arg not in NO_ARGUMENTS or ast.unparse(argument.value) == "False"
                assert allowed, place(file, call)


def test_yaml_is_read_by_loaders_that_make_plain_values_alone() -> None:
    for file in MODULES:
        named = {node.attr for node in ast.walk(tree(file)) if isinstance(node, ast.Attribute)}
        named |= {str(node.value) for node in ast.walk(tree(file)) if isinstance(node, ast.Constant)}
        assert {name for name in named if re.fullmatch(r"\w*Loader", name)} - YAML_LOADERS <= {"FileSystemLoader"}, file


def test_xml_is_read_by_no_parser_that_fetches_what_a_document_names() -> None:
    for file in MODULES:
        assert not [name for name in imported(file) if name.startswith(tuple(WITHOUT_XML))], place(file)


def test_templates_escape_what_they_are_given() -> None:
    made = [call for file in MODULES for call in calls(file) if ast.unparse(call.func).endswith("Environment")]
    jinja = [call for call in made if any(one.arg == "loader" for one in call.keywords)]
    assert jinja
    for call in jinja:
        assert [ast.unparse(one.value) for one in call.keywords if one.arg == "autoescape"] == ["True"]


def test_the_packages_of_the_editor_are_pinned_by_hash_and_run_nothing_when_they_are_installed() -> None:
    lock = json.loads((ROOT / "tests/authoring/editor/package-lock.json").read_text("utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert packages
    assert [name for name, one in packages.items() if not one.get("integrity", "").startswith("sha512-")] == []
    commands = re.findall(r"^.*\bnpm (?:ci|install)\b.*$", (ROOT / ".ci/run").read_text("utf-8"), re.MULTILINE)
    assert commands
    assert all("npm ci" in one and "--ignore-scripts" in one for one in commands)


def test_packages_are_installed_by_hash() -> None:
    assert '"--require-hashes", "--only-binary", ":all:"' in (ROOT / "scripts/set_up.py").read_text("utf-8")


def test_a_list_of_others_does_nothing_to_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clients.csv").write_text("name,session\n\x1b[31mSam,squat\n[red]Zoe,no-such-one\n", "utf-8")
    ran = run("share", "--clients", "clients.csv", "-o", "clients")
    assert ran.status == 1
    assert "\x1b" not in ran.out + ran.err
    assert "[31mSam" in ran.out
    assert "[red]Zoe" in ran.out
