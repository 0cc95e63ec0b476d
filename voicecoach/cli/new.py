"""`voicecoach new`."""
def new() -> None:
    """Make."""
