"""From the blocks of a text to what was understood of it, each folder built on those above it.

language        the words of the tables, and the language in which the tables are written
amount_forms    how amounts are written: the tables of forms. These are the places to add one
amounts         what a line says of amounts: its forms found, read into values, and put together
exercise_names  the exercise's name in a line
line_kinds      what a line is: noise, a section's title, an exercise, an amount, a statement, a sentence
grids           tables: rows by the names of their columns, in all the shapes that tables have
spoken_texts    sessions that somebody speaks: transcripts, scripts, what is written with its times
prose           exercises within sentences
passes          from blocks to lines: each pass looks for one way of writing, and leaves lines that all others can read
drafting        the lines in order, into drafts of sections: what is stated apart, where it belongs, how far it holds

about_one       articles on one exercise, which their title calls
told_alone      texts that call no exercise: what their sentences tell to do, with how much of it
lost_lines      lines that ran together when a page was copied
section_kinds   which kind of section it is
scopes          what is stated once holds for all that it is about
understand      all of it: a document in, what was written out
"""
