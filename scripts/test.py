"""Every check there is: style, types, layers, tests. Arguments go to pytest."""

import sys
from typing import TYPE_CHECKING

from old_python import refuse_old_python

if TYPE_CHECKING:
    from environment import Environment

ALL_CORES = ["-n", "auto", "--dist", "loadgroup"]
"""For the whole suite: the files of tests are shared out among the cores, as groups that tests/conftest.py makes."""


def main() -> None:
    """Set up if need be, run all checks, and leave with the status of the first that failed."""
    refuse_old_python()
    from environment import TEST
    from launch import ready

    try:
        sys.exit(run_checks(ready(TEST), sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)


def run_checks(environment: "Environment", pytest_arguments: "list[str]") -> int:
    """Run all checks, the tests last, and return the status of the first that failed, or 0."""
    import subprocess

    checks = [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["lint-imports", "--no-logo"],
        ["pytest", *(pytest_arguments or ALL_CORES)],
    ]
    failed = {}
    for name, *arguments in checks:
        title = " ".join([name, *arguments])
        print(f"== {title}", flush=True)
        status = subprocess.call([environment.program(name), *arguments], cwd=environment.root)
        if status:
            failed[title] = status
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return next(iter(failed.values()), 0)


if __name__ == "__main__":
    main()
