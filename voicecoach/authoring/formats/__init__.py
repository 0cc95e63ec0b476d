"""Formats that say by themselves what is a set and what is a rest: each is read straight into what was understood."""
