"""A session as a picture: what is heard when, in lanes, row below row.

lanes       a timeline → marks: what stands in which lane
rows        marks → rows of some minutes each, with their ticks
svg         rows → a drawing
png         a drawing → pixels
"""
