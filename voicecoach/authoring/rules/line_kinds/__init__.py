"""What a line is: noise, a section's title, an exercise, an amount, a statement, a sentence.

title_lines  which lines are titles of sections, and what stands behind them
said         what a sentence says of exercises
clock_spellings  a line by the clock in the spelling that its grammar reads
clock_legs   the legs in it
clock_groups  the legs in groups, with how often each is done
by_clock     what is done by the clock in a line, as a grammar
roles        what a block can be for the session
loose        amounts that have no unit in a file
lines        what a block is: noise, a section's title, an exercise, an amount, a statement, a sentence
sentences    which moment a sentence belongs to, and how much of it can be spoken
series       series under one name, with how much is done of each exercise in it
bullets      the signs before lines, and which stands above which
drafts       what is put together while the lines are gone through
statements   what is said of all exercises at once
title_texts  titles as they are written, without what they say of amounts
"""
