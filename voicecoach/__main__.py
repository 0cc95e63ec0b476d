"""`python -m voicecoach` is `voicecoach`."""

from voicecoach.at_once import end_at_once


def main() -> None:
    """Run the program. Until all of it is loaded, and once it is through, signals end it at once."""
    end_at_once()
    from voicecoach.cli.main import main as run
    from voicecoach.interrupts import lost_ones_come_again

    lost_ones_come_again()
    try:
        run()
    finally:
        end_at_once()


if __name__ == "__main__":
    main()
