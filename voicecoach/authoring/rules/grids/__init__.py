"""Tables: rows by the names of their columns, in all the shapes that tables have.

tables            rows by the names of their columns
shared_rows       tables with several exercises in a row
moved_columns     tables with a column for each way to move
shifted_heads     tables whose head begins a column too late
machine_lines     tables of a machine that were copied without their bars
column_units      heads that say in what their cells are counted, or are written as programs write them
set_rows          tables with a row for each set
table_shapes      tables in the shape that their heads tell
week_rows         a week in each line: of tables whose cells ran together, or below an exercise
run_together      tables whose cells ran together, by the line of their columns
stacked_cells     tables whose cells stand each on a line of its own
glued_cells       tables whose cells were glued together: `Squat 5x5Bench press 5x5`
run_on            sheets whose bullets and titles stand in one paragraph
day_columns       tables with a column for each day
week_sessions     which columns of a running plan's weeks have a session
week_columns      tables with a column for each week, or a row for each and a column for each exercise or set
parameter_tables  tables of amounts by phase, which tell of no exercise
measured_legs     tables with a time, a speed and a slope in each row, and no name
key_tables        tables of one exercise, with a row for its sets, one for its rest
"""
