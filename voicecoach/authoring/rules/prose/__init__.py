"""Exercises within sentences.

both_ways     the same in one direction and in the other
both_sides    the same on the left and on the right
deeds         what somebody tells to have done, as it is prescribed
clauses       the clauses of a sentence, and the exercise that one leads to
gathering     what the clauses of a sentence say together
listings      what sentences only name: a list, or what comes next
shared_amounts  lists in a sentence with the amount of each behind them
sets_of_all   sets that are said once, before several exercises with their counts
warming         what a sentence tells to warm up with, before what is done then
in_sentences  exercises within sentences
"""
