"""What a line says of amounts: its forms found, read into values, and put together.

parts          a line's parts: what it says of amounts, and what is left of it as a name
behind_names   what stands behind a count and a name without its unit: a weight, a height
readers        what the forms of a line found, read into values
lengths_beside  lengths in brackets behind what is counted
pauses         times so short that they are pauses in a repetition
times_of_each  times that are said to be those of each exercise
facts          what a text's forms say together, and what holds where several places say something
done_again     what is done several times, and all of that again
joining        the facts of an exercise with those of what is said next
ways_gone      ways that are gone a few times, which are sets of them
"""
