"""Models of voices: which there are, where they come from, and how they get into the user's data folder."""
