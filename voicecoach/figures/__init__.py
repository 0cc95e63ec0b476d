"""Figures: the poses of an exercise as a body in space, and that as a drawing. Pure geometry, no files.

vectors      points and rotations
body         lengths and thicknesses of the parts of a body; angles → where every joint is
limbs        two bones that reach for a point
holding      hands on the own body
contacts     where the parts are that rest on something
solver       a pose, and what it rests on → a body that stands there
motion       the poses of an exercise, and the time → the body at that moment
shapes       capsules on the paper
muscles      where working muscles show
things       props on the paper
drawing      a body and its props → what is painted, back to front
foot         feet from close by, with toes and arch
arrows       what moves, and where to
picture      an exercise → panels
svg          panels → a file, still or moving
film         a picture → data for a page that moves it
drawn        what is drawn, and a name for it
tile         pictures → a square without text
words        an exercise's figure in words
doubts       what is wrong with a figure that only its geometry shows
"""
