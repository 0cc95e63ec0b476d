"""`python -m voicecoach` is `voicecoach`."""

from __future__ import annotations

from voicecoach.interrupts import end_at_once, lost_ones_come_again


def main() -> None:
    """Run the program. Until all of it is loaded, and once it is through, signals end it at once."""
    end_at_once()
    lost_ones_come_again()
    from voicecoach.cli.main import main as run

    try:
        run()
    finally:
        end_at_once()


if __name__ == "__main__":
    main()
