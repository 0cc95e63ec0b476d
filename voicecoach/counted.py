"""Numbers with the things that they count."""


def counted(number: int, what: str) -> str:
    """`1 round`, `2 rounds`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
