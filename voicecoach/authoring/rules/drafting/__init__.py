"""The lines in order, into drafts of sections: what is stated apart, where it belongs, how far it holds.

items_alone      what an item that is only a name is
surroundings     what a name that stands alone is: the lines around it decide
told_names       what stands right below a name, in its own words
letters          what stands above letters
records          what stands below titles of goals, records, links
below_items      the section that an item heads has what stands deeper in its list
told_sides       the same amount again, for the other side
rests_of_blocks  a rest between the blocks of a text, each of which goes round itself
rests_of_sets    rests and intervals told of one exercise, among others that are done in sets
grouped_amounts  amounts that are stated for groups, each by its name
named_loads      loads that are stated for all exercises, or for a kind of them
kind_rests       rests that are stated by how much an exercise takes: compounds, isolation work
exceptions       what a sentence states of all exercises but for one
named_rests      rests that are stated for one exercise by its name, and for all others
paired_notes     exercises of which one says that it goes with the one beside it
titles           a week, a day in it, a part of the day
in_section       how an exercise stands to those above it
place            where one is in the text, and what is put where
stating          what is said, put where it belongs
often_behind     titles that say how often the exercises above are done
things           what is needed, as it is listed
versions         what some do instead of what stands above
first_titles     whether the first line is the title of all, or an exercise
headings         the titles of the text, into the draft
rows             the rows of a table, into the draft
asides           remarks below a title of their own
telling          sentences, into the draft
every_session    what every session begins and ends with
stated_again     sentences that say the amount of the exercise above once more
told_twice       what a paragraph tells in short that is prescribed again below it, which is done once
more_of_it       lines that have more of the exercise above
following        lines that go on from those above
timed            what is run by the clock, into the draft
names_alone      names without anything, where all others have amounts
told_again       how a session is done, told below it, where all of that is prescribed above
told_of_plans    what a plan says of its signs, of how easy it gets, of how many runs a week has
patterns_told    what a sentence tells of a ladder by its first steps
contents         lists whose items are the titles of what comes below
overviews        what a text names, tells or sums up beside what it prescribes
naming           what is done with a name that stands alone on its line
same_names       exercises that differ by what stands in brackets behind their names
below_headings   what is stated below a heading, and how far it holds
walk             the lines in order, into drafts
drafted          what is stated apart from the exercises, the walk through their lines, what holds for them in the end
"""
