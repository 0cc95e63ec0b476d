"""Sound as samples: of 16 bits, as it is heard in the end, and as files of others may have it."""

FULL_SCALE = 1 << 15
"""What 1.0 is in samples of 16 bits; the largest one is one less."""

HIGHEST_RATE_HZ = 384_000
"""No device records at more; a file may say that it does, and then half a minute of it is gigabytes."""
