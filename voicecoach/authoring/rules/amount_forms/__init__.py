"""How amounts are written: the tables of forms. These are the places to add one.

section_forms  what can be said of sections: kinds, times, intervals; these are the places to add a form
rest_forms     of rests
lifted_sets    of sets one after the other, each with what is lifted
load_forms     of loads, tempo, phases, effort
part_forms     of supersets and circuits
set_forms      of sets, repetitions, times, distances
move_forms     of those: repetitions called by what is done
round_forms    of those: how often all of a list is done
bare_forms     of numbers alone
side_forms     of sides
traps          the table of numbers that are no amounts, and stay in a name
size_forms     how large something is that an exercise is done on
page_counts    what a page counts: its figures, sums
date_forms     dates, years and times of day, which are some of those said beside
effort_forms   of how hard it is on a scale, which is no amount
other_forms    what others do instead of an amount
session_sizes  how large a session is: how long it takes, sums
warm_up_sets   sets that one warms up with, beside those that are meant
breath_forms   what is counted while one breathes or lets go
aside_forms    of those that are said beside an exercise
calories       those that a machine counts
own_forms      what somebody says of himself: what he weighs and owns, how long he has trained
forms          all of these forms, in their order
"""
