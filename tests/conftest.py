from __future__ import annotations

import gc
import os
import signal
from collections.abc import Generator
from contextlib import suppress
from importlib import import_module

import pytest
from hypothesis import Phase, settings
from xdist.remote import Producer

from tests import sharing_out
from tests.parts import require, require_all_tests, require_package
from voicecoach.cores import spare_blas_threads

# Threads for algebra only wait for each other where several processes share the cores.
spare_blas_threads()

# The same examples on every run and every machine; how long one takes is not what these tests are about.
settings.register_profile("voicecoach", derandomize=True, deadline=None, max_examples=50)
# Without looking for the smallest example that fails: for scripts/mutate.py, which asks only whether one does.
settings.register_profile(
    "quick", derandomize=True, deadline=None, max_examples=50, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile("voicecoach")


for _name in ("COLUMNS", "LINES"):
    # pytest reads readline, which tells the processes of tests side by side how large the terminal is.
    os.environ.pop(_name, None)

for _number in (signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGINT)):
    # Whoever started the tests in the background, or with nohup, made every program below them deaf to these.
    if signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, signal.default_int_handler if _number == signal.SIGINT else signal.SIG_DFL)


def pytest_collection(session: pytest.Session) -> None:
    """Of processes side by side each reads other files first: what one has compiled, the others find."""
    given = getattr(session.config, "workerinput", None)
    if given is None or session.config.args != session.config.getini("testpaths"):
        return
    root = session.config.rootpath
    files = sorted(root.glob("tests/**/test_*.py"))
    for file in files[int(given["workerid"].removeprefix("gw")) :: given["workercount"]]:
        with suppress(Exception, pytest.skip.Exception):  # it is read again when its tests are looked for, and told
            import_module(".".join(file.relative_to(root).with_suffix("").parts))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: sharing_out.rank(item.nodeid))


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end, so that nobody looks for it at the end of each file."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    return sharing_out.processes()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> sharing_out.ByGroup | None:
    if config.getoption("dist") != "loadgroup":
        return None
    config.option.loadscopereorder = False
    return sharing_out.ByGroup(config, log)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("lengthy"):
        require_all_tests()
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            require(program)
    for mark in item.iter_markers("extras"):
        for package in mark.args:
            require_package(package)


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """What the tests of a file left open is a warning, and so an error, in that file and not in a later one."""
    if _is_last_of_file(item, nextitem):
        gc.collect()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """What is there when the tests of a file are over stays, so that nobody looks for it at the end of a later one."""
    done = yield
    if _is_last_of_file(item, nextitem):
        gc.collect()
        gc.freeze()
    return done


def _is_last_of_file(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    return nextitem is None or nextitem.path != item.path
