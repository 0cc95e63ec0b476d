"""From blocks to lines: each pass looks for one way of writing, and leaves lines that all others can read.

cleaned          a line's text without what nobody says
capital_names    names with what is told of them right behind, in capitals or before an order
subjects         paragraphs that tell first what an exercise is good for
parting          blocks as the rules want them: a name apart from what is told behind it
name_lists       lines that only name exercises, with commas between
leading_on       what is told of one exercise and leads on to the next
above            what a line stands above: names, or items that it says how often of
legs_below       warm-ups with their length and what is done in them on lines of their own
leg_manners      how a warm-up is done, beside its length
as_written       the passes that come first of all
leg_labels       labels before the legs of a run that are none of their numbers
part_lengths     parts of a run that are titled with how long all of them is
ends_joined      what one begins and ends with, told in two sentences before a session
on_and_off       what is run or ridden `on` and `off`
minutes_in_short `m` for minutes, beside what is walked and jogged
loosening_beside what loosens one up for minutes, beside what is run
legs             warm-ups and cool-downs of their own
enumerations     lists within a line that are counted through
named_ends       warm-ups and cool-downs that are only named before and behind what is run
named_sets       sets that each have a line with their exercise's name
planned_sets     sets that each have a line below what was planned of them
levels_below     how much beginners and others do, below the name of an exercise
set_lines        sets with a weight each on lines of their own
set_rests        rests behind sets that each have a line of their own
keyed_lines      amounts that each have a line of their own behind the word for them
parallel_lists   exercises on one line with as many amounts on the next
days_in_line     days that stand in one line, or each with what is done on it
introductions    paragraphs that say what is needed, what to warm up with, and how much of all to do
told_lists       lines that are a name and what is told of it, where most beside them are
swimming         lengths that are written without their unit
track            those on a track and on the road
counted_heads    exercises with their amounts, each above sentences that only tell how it is done
counted_lists    what counts the items of a list
repeated_steps   legs of a list that a line behind them says to repeat
parts_beside     parts of a note that are no part of its session: meals, words explained, records
often_above      how often alone on a line, above what is run
once_then_rounds what is done once before rounds of something else, on one line
often_ahead      how often a list on its line is done, before it
turns_in_brackets  what is done in turn for some minutes, in brackets behind these
scores_kept      what is said of scores beside how often a list is done
lists_repeated   how often a list in a sentence is done, before or behind it, in one spelling
each_minute      what is done each minute, and for how long, in one spelling
amounts_by_day   how much of each of a list is done on which days
amounts_ended    amounts that a sentence follows without a stop
each_of          what is said once of each of a list, said of each
one_line         several exercises in a line that says no amount of each
counted_off      exercises that sentences name one after the other
paired_numbers   which exercises of a list go together, by their numbers
pairs            exercises that a line names together, with their amount behind or below
pairs_beside     what an exercise goes with, behind its amount, if that is the one beside it
found_maxima     weights that are worked up to, said before their exercise
manners          how lines read that have a rule of their own: a line for each set, a step of a flow
slashed_sets     exercises that are done one after the other, with a stroke between
neighbours       lines that are read by the one before: a set each, open sets, rounds that each have their exercise
alike            the items of a list, which are alike
cards            exercises that each have a line of their own above what is told of them
counted_titles   titles that are only counted, as `Exercise 1` is
told_labels      what is told of each exercise under the same labels
told_heads       heads that each stand above what is done and how much of it
told_in_bullets  bullets that tell of the exercise above them
stretch_items    items and lists that say which muscles are stretched, and nothing else
told_steps       steps below a label that stands below each exercise: `How to:`
about_oneself    what somebody says of himself above a routine: his height, his records
footnotes        notes below a list that its lines are marked for: `Lunges x 12*` above `*each leg`
same_again       items that are the one above done otherwise: `Same with a bent knee 3 x 15`
sets_last        repetitions before sets: `12 x 3` in each line
only_sets        how often alone beside each lift: `Bench press 4x`
unnamed          exercises that nobody calls: what is told to do, with its amount
orders_listed    orders below a title of several, with an amount that is stated once for each
amounts_below    names with their amount further below, behind sentences or `How to do it:`
amounts_of_groups  amounts below the last of several names that go together, by their letter or a title
as_many          all that somebody can, with the name in the middle
amounts_above    amounts that each stand above the name of their exercise
right_below      what stands right below a name: what is done, and how much
timed_items      items that say how long something goes on, among exercises
rests_before     rests in a sentence before the next part of a run
rests_below      rests that stand below each exercise
list_heads       lines with an amount right above a list
bare_legs        items that name a warm-up and nothing in it
preparing        all of that: from blocks to lines
performed        lists that say of each exercise that it is done: `Hold a wall sit`
muscles_named    parts of a plan that only list the muscles that they are for
"""
