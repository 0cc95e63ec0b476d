"""Every check there is: style, types, layers, tests. Arguments go to pytest."""

import sys

from old_python import refuse_old_python


def main() -> None:
    """Set up if need be, run all checks, and leave with the status of the first that failed."""
    refuse_old_python()
    from checks import announce, run_checks
    from environment import TEST
    from launch import ready

    announce(sys.argv[1:])
    try:
        sys.exit(run_checks(ready(TEST), sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
