"""The short notations people write: lengths of time, tempos, loads, amounts, whole prescriptions, names.

Each function takes what stood in the file or on the command line and gives a value, or raises `NotationError` whose
message says what is wrong and shows the nearest form that works.

    spelling      one spelling for the many ways of writing the same
    tokens        numbers, clock times, tempos, words and signs
    quantities    numbers with their units, and ranges
    patterns      the language of the tables
    forms         the table of all that can be said, and how: the place to add a form
    meanings      what parts mean beside each other
    lengths, tempos, loads, written_amounts, written_work, prescriptions    what is read out of them
    said          what the parts of a text say together
    written_names    counts, weeks and names
    refusals      the nearest form that works
"""

from __future__ import annotations

from voicecoach.definitions.notation.lengths import MAX_LENGTH_MS, parse_length
from voicecoach.definitions.notation.loads import parse_load
from voicecoach.definitions.notation.notation_error import MAX_CHARACTERS, NotationError, NothingWrittenError, shown
from voicecoach.definitions.notation.prescriptions import parse_prescription
from voicecoach.definitions.notation.tempos import parse_tempo
from voicecoach.definitions.notation.written_amounts import parse_amount, parse_hold, parse_reps
from voicecoach.definitions.notation.written_names import (
    MAX_NAME_CHARACTERS,
    MAX_SETS,
    MAX_WEEKS,
    parse_count,
    parse_name,
    parse_week_span,
    parse_weeks,
)

__all__ = [
    "MAX_CHARACTERS",
    "MAX_LENGTH_MS",
    "MAX_NAME_CHARACTERS",
    "MAX_SETS",
    "MAX_WEEKS",
    "NotationError",
    "NothingWrittenError",
    "parse_amount",
    "parse_count",
    "parse_hold",
    "parse_length",
    "parse_load",
    "parse_name",
    "parse_prescription",
    "parse_reps",
    "parse_tempo",
    "parse_week_span",
    "parse_weeks",
    "shown",
]
