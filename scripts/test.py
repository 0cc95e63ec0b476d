"""Every check there is: style, types, layers, tests. Arguments go to pytest.

With `--all`, or with CI=true in the environment, the tests that take long run too, as those in other browsers, and
those of the extras, in an environment of their own. It takes a few minutes and half a gigabyte to set up.
"""

import os
import sys

from old_python import refuse_old_python


def main() -> None:
    """Set up if need be, run all checks, and leave with the status of the first that failed."""
    refuse_old_python()
    from checks import announce, run_checks
    from environment import EXTRAS, TEST
    from launch import ready

    arguments = [argument for argument in sys.argv[1:] if argument != "--all"]
    is_all = len(arguments) < len(sys.argv[1:]) or os.environ.get("CI") == "true"
    if is_all:
        os.environ["VOICECOACH_ALL_TESTS"] = "true"
    announce(arguments, is_all=is_all)
    try:
        sys.exit(run_checks(ready(TEST), arguments, extras=ready(EXTRAS) if is_all else None))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
