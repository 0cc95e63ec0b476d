"""From the blocks of a text to what was understood of it, each module built on those above it.

spelled        one spelling for signs and numbers, and the way back to what was written
pattern        the language of the tables, and how a line of a table becomes an expression
vocabulary     words that many tables have: units of time, days, months
form_words     words that the tables of forms have in common, and how such a table is written
section_forms  what can be said of sections: kinds, times, intervals; these are the places to add a form
rest_forms     of rests
load_forms     of loads, tempo, phases, effort
set_forms      of sets, repetitions, times, distances
bare_forms     of numbers alone
side_forms     of sides
traps          the table of numbers that are no amounts, and stay in a name
size_forms     how large something is that an exercise is done on
page_counts    what a page counts: its figures, sums
date_forms     dates, years and times of day, which are some of those said beside
other_forms    what others do instead of an amount
session_sizes  how large a session is: how long it takes, sums
warm_up_sets   sets that one warms up with, beside those that are meant
aside_forms    of those that are said beside an exercise
calories       those that a machine counts
own_forms      what somebody says of himself: what he weighs and owns, how long he has trained
forms          all of these forms, in their order
parts          a line's parts: what it says of amounts, and what is left of it as a name
behind_names   what stands behind a count and a name without its unit: a weight, a height
readers        what the forms of a line found, read into values
times_of_each  times that are said to be those of each exercise
facts          what a text's forms say together, and what holds where several places say something
joining        the facts of an exercise with those of what is said next
page           the words of a page that are no part of the session
section_words  the words of titles
sentence_words the words that tell sentences from names
moment_words   the words that tell when a sentence is of use
words          the words that tell an exercise from what is none: efforts, what it is done with
movements      the words by which exercises are called
manner_words   how an exercise is done, behind its name and a comma
name_words     the words around an exercise's name in a line
name_pieces    the pieces of a line that may be names: what makes one of several words, and what is no part of it
names          the exercise's name in a line
whole_names    names that are more than one: in two languages, with their kind behind a comma
title_lines    which lines are titles of sections, and what stands behind them
ways_gone      ways that are gone a few times, which are sets of them
said           what a sentence says of exercises
clock_words    the words of what is run or ridden by the clock: the place to add one
clock_legs     the legs in it
by_clock       the legs in groups, with how often each is done
roles          what a block can be for the session
loose          amounts that have no unit in a file
lines          what a block is: noise, a section's title, an exercise, an amount, a statement, a sentence
both_ways      the same in one direction and in the other
both_sides     the same on the left and on the right
cleaned        a line's text without what nobody says
capital_names  names with what is told of them right behind, in capitals or before an order
parting        blocks as the rules want them: a name apart from what is told behind it
name_lists     lines that only name exercises, with commas between
leading_on     what is told of one exercise and leads on to the next
tables         rows by the names of their columns
sentences      which moment a sentence belongs to, and how much of it can be spoken
deeds          what somebody tells to have done, as it is prescribed
clauses        the clauses of a sentence, and the exercise that one leads to
gathering      what the clauses of a sentence say together
listings       what sentences only name: a list, or what comes next
sets_of_all    sets that are said once, before several exercises with their counts
prose          exercises within sentences
above          what a line stands above: names, or items that it says how often of
leg_manners    how a warm-up is done, beside its length
legs           warm-ups and cool-downs of their own
meanings       what a name alone on its line can be
items_alone    what an item that is only a name is
surroundings   what a name that stands alone is: the lines around it decide
enumerations   lists within a line that are counted through
clock_times    times on a session's clock, as lengths
times_of_day   schedules of a day: when something is done is no length of it
stamps         the times of a film or a day, and who wrote what in a chat
letters        what stands above letters
named_sets     sets that each have a line with their exercise's name
set_lines      sets with a weight each on lines of their own
keyed_lines    amounts that each have a line of their own behind the word for them
days_in_line   days that stand in one line
introductions  paragraphs that say what is needed, what to warm up with, and how much of all to do
told_lists     lines that are a name and what is told of it, where most beside them are
swimming       lengths that are written without their unit
shared_rows    tables with several exercises in a row
moved_columns  tables with a column for each way to move
set_rows       tables with a row for each set
table_shapes   tables in the shape that their heads tell
week_rows      a week in each line: of tables whose cells ran together, or below an exercise
run_together   tables whose cells ran together, by the line of their columns
glued_cells    tables whose cells were glued together: `Squat 5x5Bench press 5x5`
run_on         sheets whose bullets and titles stand in one paragraph
day_columns    tables with a column for each day
bullets        the signs before lines, and which stands above which
counted_lists  what counts the items of a list
parts_beside   parts of a note that are no part of its session: meals, words explained, records
often_above    how often alone on a line, above what is run
parameter_tables tables of amounts by phase, which tell of no exercise
key_tables     tables of one exercise, with a row for its sets, one for its rest
records        what stands below titles of goals, records, links
often_ahead    how often a list on its line is done, before it
one_line       several exercises in a line that says no amount of each
counted_off    exercises that sentences name one after the other
joined_names   which names that a line joins are exercises of their own
pairs          exercises that a line names together, with their amount behind or below
manners        how lines read that have a rule of their own: a line for each set, a step of a flow
slashed_sets   exercises that are done one after the other, with a stroke between
drafts         what is put together while the lines are gone through
below_items    the section that an item heads has what stands deeper in its list
told_sides     the same amount again, for the other side
neighbours     lines that are read by the one before: a set each, open sets, rounds that each have their exercise
alike          the items of a list, which are alike
cards          exercises that each have a line of their own above what is told of them
counted_titles titles that are only counted, as `Exercise 1` is
told_labels    what is told of each exercise under the same labels
told_heads     heads that each stand above what is done and how much of it
told_in_bullets bullets that tell of the exercise above them
stretch_items  items that say which muscle is stretched, and nothing else
told_steps     steps below a label that stands below each exercise: `How to:`
about_one      articles on one exercise, which their title calls
about_oneself  what somebody says of himself above a routine: his height, his records
footnotes      notes below a list that its lines are marked for: `Lunges x 12*` above `*each leg`
rests_of_blocks a rest between the blocks of a text, each of which goes round itself
rests_of_sets  a rest told with the warm-up, of what is done in sets
sets_last      repetitions before sets: `12 x 3` in each line
only_sets      how often alone beside each lift: `Bench press 4x`
unnamed        exercises that nobody calls: what is told to do, with its amount
amounts_below  names with their amount further below, behind sentences or `How to do it:`
told_alone     texts that call no exercise: what their sentences tell to do, with how much of it
as_many        all that somebody can, with the name in the middle
amounts_above  amounts that each stand above the name of their exercise
right_below    what stands right below a name: what is done, and how much
timed_items    items that say how long something goes on, among exercises
rests_below    rests that stand below each exercise
list_heads     lines with an amount right above a list
bare_legs      items that name a warm-up and nothing in it
preparing      all of that: from blocks to lines
grouped_amounts amounts that are stated for groups, each by its name
kinds_named    kinds of exercises, and which are of one: upper body, legs
named_loads    loads that are stated for all exercises, or for a kind of them
kind_rests     rests that are stated by how much an exercise takes: compounds, isolation work
exceptions     what a sentence states of all exercises but for one
named_rests    rests that are stated for one exercise by its name, and for all others
titles         a week, a day in it, a part of the day
in_section     how an exercise stands to those above it
statements     what is said of all exercises at once
place          where one is in the text, and what is put where
stating        what is said, put where it belongs
title_texts    titles as they are written, without what they say of amounts
performed      lists that say of each exercise that it is done: `Hold a wall sit`
often_behind   titles that say how often the exercises above are done
things         what is needed, as it is listed
versions       what some do instead of what stands above
headings       the titles of the text, into the draft
rows           the rows of a table, into the draft
asides         remarks below a title of their own
telling        sentences, into the draft
every_session  what every session begins and ends with
more_of_it     lines that have more of the exercise above
following      lines that go on from those above
timed          what is run by the clock, into the draft
names_alone    names without anything, where all others have amounts
patterns_told  what a sentence tells of a ladder by its first steps
overviews      what a text names, tells or sums up beside what it prescribes
muscles_named  parts of a plan that only list the muscles that they are for
naming         what is done with a name that stands alone on its line
same_names     exercises that differ by what stands in brackets behind their names
below_headings what is stated below a heading, and how far it holds
lost_lines     lines that ran together when a page was copied
run_names      names that run on in a line with nothing between
walk           the lines in order, into drafts
drafting       what is stated apart from the exercises, the walk through their lines, and what holds for them in the end
spoken         whether a text may be what somebody says
utterances     what somebody says who guides a session, one after the other
announcing     the words by which an exercise is called in speaking: the place to add some
announced      which exercises an utterance calls
said_amounts   how much of it is said
said_cues      what of it is worth saying again
transcripts    sessions that somebody speaks, into drafts
matching       which exercise of the library a written name means
section_kinds  which kind of section it is
scopes         what is stated once holds for all that it is about
understand     all of it: a document in, what was written out
"""
