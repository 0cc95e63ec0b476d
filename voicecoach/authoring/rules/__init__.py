"""From the blocks of a text to what was understood of it.

spelled        one spelling for signs and numbers, and the way back to what was written
pattern        the language of the tables, and how a line of a table becomes an expression
forms          the table of what can be said of amounts, rests, loads, sides: the place to add a form
traps          the table of numbers that are no amounts
calories       those that a machine counts
facts          what a text's forms say together, and what holds where several places say something
vocabulary     words that many tables have: units of time, days, months
page           the words of a page that are no part of the session
section_words  the words of titles
sentence_words the words that tell sentences from names
moment_words   the words that tell when a sentence is of use
words          the words that tell an exercise from what is none: efforts, what it is done with
names          the exercise's name in a line
lines          what a block is: noise, a section's title, an exercise, an amount, a statement, a sentence
said           what a sentence says of exercises
deeds          what somebody tells to have done, as it is prescribed
both_sides     the same on the left and on the right
clauses        the clauses of a sentence, and the exercise that one leads to
gathering      what the clauses of a sentence say together
prose          exercises within sentences
listings       what sentences only name: a list, or what comes next
stamps         the times of a film, and who wrote what in a chat
told_lists     lines that are a name and what is told of it, where most beside them are
swimming       lengths that are written without their unit
tables         rows by the names of their columns
day_columns    tables with a column for each day
sentences      which moment a sentence belongs to, and how much of it can be spoken
neighbours     lines that are read by the one before: a set each, open sets, rounds that each have their exercise
named_rests    rests that are stated for one exercise by its name, and for all others
manners        how lines read that have a rule of their own: a line for each set, a step of a flow
drafts         what is put together while the lines are gone through
rows           the rows of a table, into the draft
statements     what is said of all exercises at once
legs           warm-ups and cool-downs of their own, and what is run by the clock
asides         remarks below a title of their own
telling        sentences, into the draft
every_session  what every session begins and ends with
following      lines that go on from those above
overviews      what a text names before it prescribes it, or tells beside it
walk           the lines in order, into drafts
scopes         what is stated once holds for all that it is about
understand     all of it: a document in, what was written out
"""
