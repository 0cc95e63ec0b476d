"""A workout for elsewhere: text to paste, a table, a calendar.

amounts     how much is done, as people write it
parts       sections and entries in the words of a coach
text        a workout as plain text
table       as rows of CSV
calendar    as events on days
dates       on which days the sessions of a programme are
"""
