from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import mutagen.id3
import pytest

from tests.definitions.files import write
from tests.fake_engine import FakeEngine
from tests.outputs.samples_of_tags import LOGO
from tests.plan.laid import english
from tests.tiny_session import TINY
from voicecoach.cache.store import Cache
from voicecoach.definitions.coach import Coach
from voicecoach.errors import ChoiceError, OutputError, UnknownNameError
from voicecoach.mix.tones import ToneSet
from voicecoach.pictures import size_of
from voicecoach.pipeline.sounds import Voices
from voicecoach.plan.choices import Choices, Detail
from voicecoach.programme.assembly import Shared, write_programme
from voicecoach.programme.page_view import page_view
from voicecoach.programme.planning import Brief, Delivery, PlannedProgramme, plan_programme
from voicecoach.programme.record import RECORD, Record, read_record
from voicecoach.speech.choice import VoiceChoice
from voicecoach.timeline.model import Channel

TODAY = date(2026, 11, 24)
TONES = Choices(detail=Detail.TONES, sets=1)


@pytest.fixture(scope="module")
def voices() -> Iterator[Voices]:
    with Cache.in_memory() as cache:
        yield Voices(VoiceChoice(engine=FakeEngine(20)), ToneSet.load(None), cache)


def planned(
    voices: Voices, folder: Path, brief: Brief, *, start: date | None = None, base_url: str | None = None
) -> PlannedProgramme:
    return planned_as(voices, brief, Delivery(folder, TODAY, start=start, base_url=base_url))


def planned_as(voices: Voices, brief: Brief, delivery: Delivery) -> PlannedProgramme:
    return plan_programme(brief, delivery, voices, lambda *_: None)


def written(voices: Voices, plan: PlannedProgramme) -> Shared:
    return write_programme(plan, voices, lambda *_: None)


def tiny(tmp_path: Path, choices: Choices = TONES, weeks: tuple[int, ...] = ()) -> Brief:
    return Brief((write(tmp_path, TINY, "tiny.yaml"),), choices, weeks)


def test_a_programme_has_every_week_of_its_session(voices: Voices, tmp_path: Path) -> None:
    plan = planned(voices, tmp_path / "out", tiny(tmp_path))
    assert [one.stem for one in plan.sessions] == ["week-01-tiny", "week-02-tiny", "week-03-tiny"]
    assert [one.prepared.workout.week for one in plan.sessions] == [1, 2, 3]


def test_its_files_are_of_the_size_that_was_foreseen(voices: Voices, tmp_path: Path) -> None:
    plan = planned(voices, tmp_path / "out", tiny(tmp_path))
    shared = written(voices, plan)
    sizes = {file.name: file.stat().st_size for file in (tmp_path / "out").glob("*.mp3")}
    assert sizes == {one.target.path.name: one.foreseen.size_bytes for one in plan.sessions}
    assert plan.new_bytes == plan.whole_bytes == sum(sizes.values())
    everything = sum(file.stat().st_size for file in (tmp_path / "out").iterdir() if file.name != RECORD)
    assert (shared.sessions, shared.kept, shared.size_bytes) == (3, 0, everything)


def test_what_is_there_is_foreseen_and_kept(voices: Voices, tmp_path: Path) -> None:
    brief = tiny(tmp_path)
    written(voices, planned(voices, tmp_path / "out", brief))
    again = planned(voices, tmp_path / "out", brief)
    assert again.new_bytes == 0
    assert written(voices, again).kept == 3
    (tmp_path / "out" / "week-02-tiny.mp3").unlink()
    mended = planned(voices, tmp_path / "out", brief)
    assert [one.is_there for one in mended.sessions] == [True, False, True]
    assert written(voices, mended).kept == 2


def test_a_session_that_sounds_otherwise_is_made_anew(voices: Voices, tmp_path: Path) -> None:
    written(voices, planned(voices, tmp_path / "out", tiny(tmp_path)))
    other = tiny(tmp_path, Choices(detail=Detail.TONES, sets=2))
    assert not any(one.is_there for one in planned(voices, tmp_path / "out", other).sessions)


def test_a_programme_for_somebody_else_is_not_written_over_it(voices: Voices, tmp_path: Path) -> None:
    written(voices, planned(voices, tmp_path / "out", tiny(tmp_path)))
    with pytest.raises(OutputError, match="for nobody in particular, and this one is for Sam"):
        planned(voices, tmp_path / "out", tiny(tmp_path, Choices(detail=Detail.TONES, client="Sam")))


def test_weeks_past_the_last_repeat_it_and_are_counted_on(voices: Voices, tmp_path: Path) -> None:
    plan = planned(voices, tmp_path / "out", tiny(tmp_path, Choices(client="Sam"), weeks=(3, 4, 5)))
    workouts = [one.prepared.workout for one in plan.sessions]
    assert [(one.week, one.weeks, one.builds_on) for one in workouts] == [(3, 5, False), (4, 5, False), (5, 5, False)]
    said = [event.sound.text for event in plan.sessions[1].prepared.timeline.events]
    assert "Week four of five." in said
    assert "Weeks 4 to 5 repeat week 3, the last to which Tiny builds." in plan.notes


def test_named_weeks_keep_their_place_in_the_whole(voices: Voices, tmp_path: Path) -> None:
    (one,) = planned(voices, tmp_path / "out", tiny(tmp_path, weeks=(2,))).sessions
    assert (one.stem, one.prepared.workout.title) == ("week-02-tiny", "Tiny, week 2")


def test_the_client_is_greeted_by_name(voices: Voices, tmp_path: Path) -> None:
    (one,) = planned(voices, tmp_path / "out", tiny(tmp_path, Choices(client="Sam"), weeks=(1,))).sessions
    first = next(event for event in one.prepared.timeline.events if event.sound.channel is Channel.VOICE)
    greetings = {words[0].format(client="Sam") for words in english().lines["opening_client"]}
    assert first.sound.text in greetings


def test_several_sessions_take_turns_within_a_week(voices: Voices, tmp_path: Path) -> None:
    brief = Brief(("squat", write(tmp_path, TINY, "tiny.yaml")), TONES, (1, 2))
    plan = planned(voices, tmp_path / "out", brief)
    assert [one.stem for one in plan.sessions] == ["week-01-squat", "week-01-tiny", "week-02-squat", "week-02-tiny"]
    assert plan.title == "Squats + Tiny"
    assert {one.prepared.workout.weeks for one in plan.sessions} == {6}


def test_a_choice_concerns_the_sessions_that_have_what_it_names(voices: Voices, tmp_path: Path) -> None:
    choices = Choices(detail=Detail.TONES, sets=1, variations=(("lunge", "rotation"),), only=("lunge", "squat"))
    plan = planned(voices, tmp_path / "out", Brief(("squat", "lunge", "hip-lift"), choices, (1,)))
    assert [one.stem for one in plan.sessions] == ["week-01-squat", "week-01-lunge"]
    assert plan.sessions[1].prepared.workout.works[0].variations
    assert "Hip lifts is left out: it has no lunge or squat." in plan.notes


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        (Choices(only=("plank",)), "Unknown exercise 'plank'"),
        (Choices(variations=(("plank", "x"),)), "Unknown exercise 'plank'"),
        (Choices(without=("bands",)), "Unknown equipment 'bands'. Did you mean 'band'?"),
    ],
)
def test_a_choice_that_no_session_has_is_refused(
    voices: Voices, tmp_path: Path, choices: Choices, message: str
) -> None:
    with pytest.raises(UnknownNameError, match=message.replace("?", r"\?")):
        planned(voices, tmp_path / "out", Brief(("squat", "lunge"), choices))


def test_a_session_may_be_done_several_times_a_week(voices: Voices, tmp_path: Path) -> None:
    names = (write(tmp_path, TINY, "tiny.yaml"), "squat")
    plan = planned(voices, tmp_path / "out", Brief((*names, names[0]), TONES, (1, 2)))
    stems = ["week-01-tiny", "week-01-squat", "week-01-tiny-2", "week-02-tiny", "week-02-squat", "week-02-tiny-2"]
    assert [one.stem for one in plan.sessions] == stems
    programme = plan.programme()
    titles = [one.title for one in programme.episodes]
    assert titles[:3] == ["Tiny, week 1 (1 of 2)", "Squats, week 1", "Tiny, week 1 (2 of 2)"]
    assert programme.title == "Tiny + Squats"
    assert len({programme.episode_identity(one) for one in programme.episodes}) == 6
    view = page_view(programme)
    assert [one.heading for one in view.sessions][:3] == [
        "Week 1: Tiny (1 of 2)",
        "Week 1: Squats",
        "Week 1: Tiny (2 of 2)",
    ]
    assert [one.weeks for one in view.progress] == [(1, 2), (1, 2)]
    written(voices, plan)
    tags = [mutagen.id3.ID3(tmp_path / "out" / f"{stem}.mp3")["TIT2"].text for stem in stems[::2]]
    assert tags == [["Tiny, week 1 (1 of 2)"], ["Tiny, week 1 (2 of 2)"], ["Squats, week 2"]]


def test_a_session_done_again_takes_no_name_of_another(voices: Voices, tmp_path: Path) -> None:
    names = [write(tmp_path, TINY, f"{name}.yaml") for name in ("tiny", "tiny-2")]
    with pytest.raises(ChoiceError, match="Two sessions would have files of the same name, 'tiny-2'"):
        planned(voices, tmp_path / "out", Brief((*names, names[0]), TONES))


def test_a_client_who_shares_a_name_is_told_from_the_other(voices: Voices, tmp_path: Path) -> None:
    brief = replace(tiny(tmp_path, replace(TONES, client="Sam"), weeks=(1,)), owner="Sam Miller")
    plan = planned(voices, tmp_path / "out", brief)
    written(voices, plan)
    record = read_record(tmp_path / "out")
    assert record is not None
    assert (record.client, plan.programme().full_title) == ("Sam Miller", "Tiny, for Sam")
    other = planned(voices, tmp_path / "other", replace(brief, owner="Sam Jones"))
    assert plan.programme().identity != other.programme().identity
    with pytest.raises(OutputError, match="holds a programme for Sam Miller, and this one is for Sam Jones"):
        planned(voices, tmp_path / "out", replace(brief, owner="Sam Jones"))


def test_a_first_week_past_the_last_needs_to_know_how_many(voices: Voices, tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match="Week 4 is past the last, 3"):
        planned(voices, tmp_path / "out", Brief((write(tmp_path, TINY, "tiny.yaml"),), TONES, first_week=4))
    brief = Brief((write(tmp_path, TINY, "tiny.yaml"),), TONES, first_week=2)
    assert [one.stem for one in planned(voices, tmp_path / "out", brief).sessions] == ["week-02-tiny", "week-03-tiny"]


def test_notes_are_told_once_with_the_weeks_they_are_about(voices: Voices, tmp_path: Path) -> None:
    choices = Choices(detail=Detail.TONES, sets=1, without=("band",), variations=(("lunge", "rotation"),), seed=1)
    notes = planned(voices, tmp_path / "out", Brief(("glutes-for-runners",), choices, (1, 5, 6))).notes
    assert "Wall press instead of Sideways band walk: no band." in notes
    assert "weeks 1, 5: Harder variations (Lunges) come after the last week's amounts, those of week 6." in notes


def test_the_first_week_begins_when_it_is_told_or_began_before_or_today(voices: Voices, tmp_path: Path) -> None:
    brief, begun = tiny(tmp_path), tmp_path / "begun"
    begun.mkdir()
    (begun / RECORD).write_text(Record(start=date(2026, 1, 5)).text())
    assert planned(voices, tmp_path / "out", brief).start is None
    assert planned(voices, tmp_path / "out", brief, base_url="https://example.org/").start == TODAY
    assert planned(voices, begun, brief, base_url="https://example.org/").start == date(2026, 1, 5)
    plan = planned(voices, begun, brief, start=date(2026, 2, 2))
    assert [one.day for one in plan.programme().episodes] == [date(2026, 2, 2), date(2026, 2, 9), date(2026, 2, 16)]


def test_a_shorter_programme_takes_its_sound_files_away(voices: Voices, tmp_path: Path) -> None:
    brief = tiny(tmp_path)
    written(voices, planned(voices, tmp_path / "out", brief))
    shared = written(voices, planned(voices, tmp_path / "out", tiny(tmp_path, weeks=(1,))))
    assert [file.name for file in (tmp_path / "out").glob("week-*.mp3")] == ["week-01-tiny.mp3"]
    assert "Files of an earlier version are removed: week-02-tiny.mp3, week-03-tiny.mp3." in shared.notes


@pytest.mark.parametrize("names", [("leg day", "leg-day"), ("腿", "tui"), ("🦵", "💪")])
def test_sessions_whose_files_would_have_one_name_are_refused(
    voices: Voices, tmp_path: Path, names: tuple[str, str]
) -> None:
    files = tuple(write(tmp_path, TINY, f"{name}.yaml") for name in names)
    with pytest.raises(ChoiceError, match="Two sessions would have files of the same name"):
        planned(voices, tmp_path / "out", Brief(files, TONES))


def test_nothing_left_of_all_sessions_is_said(voices: Voices, tmp_path: Path) -> None:
    choices = Choices(detail=Detail.TONES, only=("wall-press",))
    with pytest.raises(ChoiceError, match=r"Nothing is left of the programme\. Squats is left out"):
        planned(voices, tmp_path / "out", Brief(("squat", "band-walk"), choices))


def test_an_archive_that_is_wanted_later_counts(voices: Voices, tmp_path: Path) -> None:
    brief = tiny(tmp_path)
    written(voices, planned(voices, tmp_path / "out", brief))
    delivery = Delivery(tmp_path / "out", TODAY, zipped=True)
    plan = plan_programme(brief, delivery, voices, lambda *_: None)
    assert plan.new_bytes == plan.whole_bytes
    written(voices, plan)
    assert plan_programme(brief, delivery, voices, lambda *_: None).new_bytes == 0


def test_later_weeks_keep_the_dates_that_they_had(voices: Voices, tmp_path: Path) -> None:
    start = date(2026, 11, 30)
    written(voices, planned(voices, tmp_path / "out", tiny(tmp_path), start=start))
    later = planned(voices, tmp_path / "out", tiny(tmp_path, weeks=(3,)))
    assert [one.day for one in later.programme().episodes] == [date(2026, 12, 14)]


def test_a_logo_becomes_the_square_pictures_of_podcasts_and_lock_screens(voices: Voices, tmp_path: Path) -> None:
    coach = Coach("Alexa", logo=LOGO)
    folder = tmp_path / "out"
    written(voices, planned_as(voices, tiny(tmp_path), Delivery(folder, TODAY, coach=coach, base_url="https://a.b/")))
    sizes = {name: size_of((folder / name).read_bytes(), 2000) for name in ("podcast.png", "artwork.png")}
    assert sizes == {"podcast.png": (1400, 1400), "artwork.png": (512, 512)}
    assert '"artwork.png"' in (folder / "worker.js").read_text()
    written(voices, planned_as(voices, tiny(tmp_path), Delivery(folder, TODAY)))
    assert not {"podcast.png", "artwork.png"} & {file.name for file in folder.iterdir()}


def test_a_feed_that_grows_week_by_week_says_what_to_do(voices: Voices, tmp_path: Path) -> None:
    def notes(day: int) -> tuple[str, ...]:
        delivery = Delivery(
            tmp_path / "out", date(2026, 11, day), start=date(2026, 11, 2), base_url="https://a.b/", weekly=True
        )
        return written(voices, planned_as(voices, tiny(tmp_path), delivery)).notes

    assert [note.partition(" Run")[0] for note in notes(9)] == ["The feed has 2 weeks by now, and 1 more to come."]
    assert (tmp_path / "out" / "feed.xml").read_text().count("<item>") == 2
    assert notes(16) == ()
    assert (tmp_path / "out" / "feed.xml").read_text().count("<item>") == 3


FEED_OF = "https://example.org/sam/"


def moves_of(folder: Path) -> set[str]:
    return {file.name for file in folder.glob("move-*.png")}


def shown_in(folder: Path, stem: str) -> set[str]:
    """The files that an episode's chapters show."""
    chapters = json.loads((folder / f"{stem}.chapters.json").read_bytes())["chapters"]
    return {one["img"].removeprefix(FEED_OF) for one in chapters if "img" in one}


def test_the_feed_s_chapters_show_moves_from_files_beside_them(voices: Voices, tmp_path: Path) -> None:
    folder, brief = tmp_path / "out", Brief(("squat", "plank"), TONES, (1, 2))
    delivery = Delivery(folder, TODAY, base_url=FEED_OF, zipped=True)
    written(voices, planned_as(voices, brief, delivery))
    of_squats, of_planks = (shown_in(folder, f"week-01-{name}") for name in ("squat", "plank"))
    assert moves_of(folder) == of_squats | of_planks
    assert len(of_squats) == len(of_planks) == 1
    assert of_squats == shown_in(folder, "week-02-squat")
    assert size_of((folder / of_squats.pop()).read_bytes(), 400) == (400, 400)
    with ZipFile(folder / "out.zip") as archive:
        assert len([name for name in archive.namelist() if "/move-" in name]) == 2


def test_pictures_that_nothing_shows_any_more_go(voices: Voices, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    delivery = Delivery(folder, TODAY, base_url=FEED_OF)
    written(voices, planned_as(voices, Brief(("squat", "plank"), TONES, (1,)), delivery))
    shared = written(voices, planned_as(voices, Brief(("squat",), TONES, (1,)), delivery))
    assert moves_of(folder) == shown_in(folder, "week-01-squat")
    assert not any("move-" in note for note in shared.notes)
    for other in (replace(delivery, base_url=None), replace(delivery, pictures=False)):
        written(voices, planned_as(voices, Brief(("squat",), TONES, (1,)), delivery))
        written(voices, planned_as(voices, Brief(("squat",), TONES, (1,)), other))
        assert not moves_of(folder)
        assert not shown_in(folder, "week-01-squat")


def test_without_pictures_the_sound_files_have_none_and_are_made_anew(voices: Voices, tmp_path: Path) -> None:
    brief, delivery = Brief(("squat",), TONES, (1,)), Delivery(tmp_path / "out", TODAY)
    written(voices, planned_as(voices, brief, delivery))
    (without,) = planned_as(voices, brief, replace(delivery, pictures=False)).sessions
    assert not without.is_there
    (drawn,) = planned_as(voices, brief, delivery).sessions
    assert drawn.is_there
    assert (
        1000 < drawn.foreseen.size_bytes - without.foreseen.size_bytes < 15_000 * len(drawn.prepared.timeline.chapters)
    )
