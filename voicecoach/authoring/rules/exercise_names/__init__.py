"""The exercise's name in a line.

name_pieces   the pieces of a line that may be names: what makes one of several words, and what is no part of it
names         the exercise's name in a line
whole_names   names that are more than one: in two languages, with their kind behind a comma
joined_names  which names that a line joins are exercises of their own
run_names     names that run on in a line with nothing between
"""
