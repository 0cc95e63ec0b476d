"""Sound as it is heard in the end: samples of 16 bits."""

FULL_SCALE = 1 << 15
"""What 1.0 is in samples of 16 bits; the largest one is one less."""
