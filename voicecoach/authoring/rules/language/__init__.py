"""The words of the tables, and the language in which the tables are written.

spelled         one spelling for signs and numbers, and the way back to what was written
pattern         the language of the tables, and how a line of a table becomes an expression
vocabulary      words that many tables have: units of time, days, months
form_words      words that the tables of forms have in common, and how such a table is written
page            the words of a page that are no part of the session
section_words   the words of titles
sentence_words  the words that tell sentences from names
moment_words    the words that tell when a sentence is of use
readiness       sentences on what somebody can do before a plan, or behind it
words           the words that tell an exercise from what is none: efforts, what it is done with
movements       the words by which exercises are called
manner_words    how an exercise is done, behind its name and a comma
name_words      the words around an exercise's name in a line
clock_words     the words of what is run or ridden by the clock: the place to add one
meanings        what a name alone on its line can be
machine_words   how a treadmill or a bike is set
kinds_named     kinds of exercises, and which are of one: upper body, legs
"""
