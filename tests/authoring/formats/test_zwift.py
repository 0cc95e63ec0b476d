"""Workouts of Zwift."""

from __future__ import annotations

import pytest

from tests.authoring.formats.reading import exercises, read
from voicecoach.authoring.written import WrittenLine
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

RIDE = """<?xml version="1.0"?>
<workout_file>
  <name>Three hills</name>
  <description>Short   and steep.</description>
  <workout>
    <Warmup Duration="300" PowerLow="0.4" PowerHigh="0.7">
      <textevent timeoffset="10" message="Spin easily"/>
    </Warmup>
    <IntervalsT Repeat="3" OnDuration="60" OffDuration="90" OnPower="1.1" OffPower="0.5" Cadence="95">
      <textevent timeoffset="0" message="Up we go"/>
    </IntervalsT>
    <Ramp Duration="120" PowerLow="0.5" PowerHigh="0.9"/>
    <FreeRide Duration="60.5"/>
    <Cooldown Duration="240" PowerLow="0.3" PowerHigh="0.6"/>
  </workout>
</workout_file>
"""


def test_what_is_ridden_for_how_long_is_read() -> None:
    written = read(RIDE, "ride.zwo")
    assert (written.title, written.about) == ("Three hills", ("Short and steep.",))
    assert [(one.name, one.line, one.seconds) for one in exercises(written)] == [
        ("Warmup", 6, (300, 300)),
        ("Interval", 9, (60, 60)),
        ("Ramp", 12, (120, 120)),
        ("Free ride", 13, (60.5, 60.5)),
        ("Cooldown", 14, (240, 240)),
    ]


def test_intervals_are_rounds_and_their_last_rest_is_the_break_before_what_follows() -> None:
    first, hills, last = read(RIDE).sections
    assert {section.kind for section in (first, hills, last)} == {SectionKind.INTERVALS}
    assert (first.rest_s, first.before_s) == (0, None)
    assert (hills.rounds, hills.work_s, hills.rest_s, hills.before_s) == (3, 60, 90, 0)
    assert (last.rest_s, last.before_s) == (0, 90)


def test_the_whole_takes_as_long_as_in_the_file() -> None:
    sections = read(RIDE).sections
    work = sum((section.rounds or 1) * (one.seconds or (0, 0))[1] for section in sections for one in section.exercises)
    rest = sum(((section.rounds or 1) - 1) * (section.rest_s or 0) + (section.before_s or 0) for section in sections)
    assert work + rest == 300 + 3 * (60 + 90) + 120 + 60.5 + 240


def test_power_and_cadence_are_sentences_and_no_loads() -> None:
    written = read(RIDE)
    assert [one.notes for one in exercises(written)] == [
        ("40 to 70 % of FTP.",),
        ("110 % of FTP.", "Between the intervals 50 % of FTP.", "95 turns a minute."),
        ("50 to 90 % of FTP.",),
        (),
        ("60 to 30 % of FTP.",),
    ]
    assert all(one.load is None for one in exercises(written))


def test_what_is_shown_is_a_line_at_its_time() -> None:
    first, hills, _ = read(RIDE).sections
    assert first.exercises[0].lines == (WrittenLine("Spin easily", 10),)
    assert hills.lines == (WrittenLine("Up we go", 0),)


def test_a_run_by_distance_is_in_metres() -> None:
    run = (
        "<workout_file><durationType>distance</durationType><workout>"
        "<SteadyState Duration='400' pace='1'/></workout></workout_file>"
    )
    (steady,) = exercises(read(run))
    assert (steady.distance_m, steady.seconds) == (400, None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<workout_file><workout>", "isn't whole"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><workout_file>&b;</workout_file>", "isn't whole"),
        ("<workout_file><workout></workout_file>", "line 1"),
        ("<workout_file><workout></workout></workout_file>", "nothing to do"),
        ("<workout_file>\n<workout><Warmup/></workout></workout_file>", "ride.zwo:2:1: duration: it is missing"),
        ("<workout_file><workout><Warmup Duration='x'/></workout></workout_file>", "it is 'x'"),
        ("<workout_file><workout><Warmup Duration='-1'/></workout></workout_file>", "from 1 to 86400"),
        (
            "<workout_file><workout>" + "<FreeRide Duration='9'/>" * 501 + "</workout></workout_file>",
            "500 are the most",
        ),
    ],
)
def test_what_isnt_whole_is_told(text: str, problem: str) -> None:
    with pytest.raises(DefinitionError, match=problem):
        read(text, "ride.zwo")


def ride(steps: str, head: str = "") -> str:
    return f"<workout_file>{head}<workout>{steps}</workout></workout_file>"


def test_what_takes_no_time_isnt_ridden() -> None:
    beside = '<textevent timeoffset="0" message="Hello"/><RestDay/><SteadyState Duration="0" Power="0.5"/>'
    (step,) = exercises(read(ride(f'{beside}<SteadyState Duration="60" Power="0.5"/>')))
    assert (step.name, step.seconds) == ("Steady", (60, 60))


def test_texts_are_shown_at_any_part_of_a_second_and_under_either_name() -> None:
    first = '<TextEvent timeoffset="9.00006" message="Up & down"/>'
    second = '<TextNotification timeOffset="20" text="Spin"/>'
    (step,) = exercises(read(ride(f'<MaxEffort Duration="30">{first}{second}</MaxEffort>')))
    assert [(one.say, round(one.at_s)) for one in step.lines] == [("Up & down", 9), ("Spin", 20)]


def test_zones_and_ranges_of_cadence_are_told() -> None:
    steps = '<IntervalsT OnDuration="60" PowerOnZone="5" PowerOffZone="1" CadenceLow="85" CadenceHigh="95"/>'
    (section,) = read(ride(steps)).sections
    assert (section.rounds, section.rest_s) == (1, 0)
    assert section.exercises[0].notes == ("Zone 5.", "Between the intervals zone 1.", "85 to 95 turns a minute.")


def test_runs_are_told_by_a_pace_and_texts_by_how_far_one_is() -> None:
    head = "<sportType>run</sportType><durationType>distance</durationType>"
    shown = '<textevent distoffset="200" message="Stand tall"/>'
    (step,) = exercises(read(ride(f'<SteadyState Duration="400" Power="0.9" pace="1">{shown}</SteadyState>', head)))
    assert (step.distance_m, step.lines) == (400, ())
    assert step.notes == ("90 % of 5 km pace.", "After 200 m: Stand tall")


def test_ampersands_are_no_markup_where_nobody_meant_it() -> None:
    marked = RIDE.replace("Short   and steep.", "<![CDATA[Up & down &amp; up]]>")
    written = read(marked.replace("Three hills", "Rise & shine &amp; more"), "ride.zwo")
    assert (written.title, written.about) == ("Rise & shine & more", ("Up & down &amp; up",))
