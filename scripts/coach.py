"""`voicecoach` from a checkout: sets up what it needs, once, then hands its arguments on."""

import sys

from old_python import refuse_old_python


def main() -> None:
    """Set up if need be, then become `voicecoach`."""
    refuse_old_python()
    from environment import RUN
    from launch import hand_over, ready

    hand_over(ready(RUN).program("voicecoach"), sys.argv[1:])


if __name__ == "__main__":
    main()
