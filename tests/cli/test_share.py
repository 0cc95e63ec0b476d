"""`voicecoach share`, with tones alone: no voice is needed for what is tried here."""

from __future__ import annotations

import re
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from tests.cli.running import Ran, run
from tests.definitions.files import write
from tests.outputs.samples_of_tags import LOGO
from tests.tiny_session import TINY
from voicecoach.programme.record import RECORD

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 - what `shutil.disk_usage` gives

ONE_SET = ("--sets", "1", "--detail", "tones")


def share(*arguments: str | Path) -> Ran:
    return run("share", *map(str, arguments), *ONE_SET)


@pytest.fixture
def tiny(tmp_path: Path) -> str:
    return write(tmp_path, TINY, "tiny.yaml")


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_folder_is_named_after_the_session_and_the_client(tiny: str, tmp_path: Path) -> None:
    ran = share(tiny, "--client", "Zoë </script>", "--weeks", "1")
    assert ran.status == 0
    assert ran.out.startswith("tiny-for-zoe-script/index.html  1 session  ")
    assert share(tiny, "--weeks", "1").out.startswith("tiny-programme/index.html  ")
    assert {"index.html", "week-01-tiny.mp3", "week-01-tiny.vtt", RECORD} <= names(tmp_path / "tiny-programme")


def test_weeks_are_counted_or_named(tiny: str, tmp_path: Path) -> None:
    def weeks(*options: str) -> list[str]:
        assert share(tiny, "-o", "out", *options).status == 0
        return sorted(file.name[5:7] for file in (tmp_path / "out").glob("*.mp3"))

    assert weeks() == ["01", "02", "03"]
    assert weeks("--weeks", "2") == ["01", "02"]
    assert weeks("--weeks", "2-4") == ["02", "03", "04"]
    assert weeks("--weeks", "1,3") == ["01", "03"]
    assert weeks("--week", "2") == ["02"]


def test_a_configured_week_and_output_are_for_other_commands(tiny: str, tmp_path: Path, configuration: Path) -> None:
    configuration.write_text(
        "week: auto\noutput: other.mp3\nweeks: 2\nbase-url: https://example.org\nstart: 2020-11-30\nrelease: weekly\n"
    )
    assert share(tiny).status == 0
    folder = tmp_path / "tiny-programme"
    assert sorted(file.name for file in folder.glob("*.mp3")) == ["week-01-tiny.mp3", "week-02-tiny.mp3"]
    assert "Mon, 30 Nov 2020" in (folder / "feed.xml").read_text()


def test_the_size_is_said_beforehand(tiny: str, tmp_path: Path) -> None:
    ran = share(tiny, "-o", "out")
    assert ran.err.startswith("3 sessions: about ")
    size = sum(file.stat().st_size for file in (tmp_path / "out").glob("*.mp3"))
    assert f"about {size / 1_000_000:.1f} MB in out" in ran.err
    again = share(tiny, "-o", "out")
    assert (again.err, "3 of them already there" in again.out) == ("", True)


def test_much_is_asked_for(tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.cli.sharing.ASK_ABOVE_BYTES", 100_000)
    refused = share(tiny, "-o", "out")
    assert refused.status == 1
    assert refused.err.endswith("voicecoach: That is more than 0.1 MB. If you mean it, add --yes.\n")
    assert not (tmp_path / "out").exists()
    assert share(tiny, "-o", "out", "--yes").status == 0


def test_a_disk_without_room_is_said_before_anything_is_written(
    tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10_000, 9000, 1000))
    refused = share(tiny, "-o", "out")
    assert refused.status == 1
    assert "0.0 MB are free. Free some space." in refused.err
    assert not (tmp_path / "out").exists()


def test_a_coach_is_found_beside_the_configuration_or_where_they_say(
    tiny: str, tmp_path: Path, configuration: Path
) -> None:
    def page() -> str:
        return (tmp_path / "tiny-programme" / "index.html").read_text()

    (configuration.parent / "coach.yaml").write_text("name: Usual Coach\n")
    assert share(tiny, "--weeks", "1").status == 0
    assert "Usual Coach" in page()
    (configuration.parent / "other.yaml").write_text("name: Other Coach\nlogo: logo.png\n")
    (configuration.parent / "logo.png").write_bytes(LOGO)
    configuration.write_text("coach: other.yaml\n")
    assert share(tiny, "--weeks", "1").status == 0
    assert "Other Coach" in page()
    assert (tmp_path / "tiny-programme" / "artwork.png").exists()
    (tmp_path / "typed.yaml").write_text("name: Typed Coach\n")
    assert share(tiny, "--weeks", "1", "--coach", "typed.yaml").status == 0
    assert "Typed Coach" in page()
    assert not (tmp_path / "tiny-programme" / "artwork.png").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--coach", "no.yaml"), "There is no file 'no.yaml'."),
        (("--bitrate", "65"), "MP3 has no bit rate of 65 kbit/s."),
        (("--music", "no.mp3"), "There is no music file or folder 'no.mp3'."),
        (("-o", "no/folder"), "there is no folder 'no'. Create that one first."),
        (("-o", "tiny.yaml"), "'tiny.yaml' is a file, not a folder."),
        (("-o", "."), "is not empty and holds no programme of voicecoach"),
        (("--without", "bend"), "Unknown equipment 'bend'. Did you mean 'band'?"),
        (("--clients", "no.csv"), "There is no file 'no.csv'."),
    ],
)
def test_what_cannot_be_is_said_in_one_message(
    tiny: str, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = names(tmp_path)
    assert message in share(tiny, *arguments).message
    assert names(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--weeks", "six"), "'six' is not a choice of weeks"),
        (("--start", "30.11.2026"), "'30.11.2026' is not a date. Write year-month-day"),
        (("--start", "1026-11-30"), "is not between 2000 and 2199"),
        (("--base-url", "example.org"), "is not a web address. It begins with https://"),
        (("--base-url", "https://example.org/?a=b"), "has more than an address: a ?"),
        (("--base-url", 'https://example.org/"'), "is not a web address"),
        (("--base-url", "https://"), "is not a web address"),
        (("--base-url", "https://example.org:99999/"), "is not a web address"),
        (("--base-url", "https://example.org:abc/"), "is not a web address"),
        (("--base-url", "https://sam:secret@example.org/"), "a name before an @"),
        (("--client", "a\x07b"), "has characters that don't show"),
        (("--client", "x" * 301), "a name of 301 characters"),
        (("--port", "0"), "is not a port"),
        (("--split",), "No such option: --split"),
        (("--week", "2", "--weeks", "3"), "--week and --weeks don't go together"),
        (("--week", "auto"), "--week auto goes by your own history"),
        (("--clients", "no.csv", "--serve"), "--clients and --serve don't go together"),
        (("--clients", "no.csv", "--lan"), "--clients and --serve don't go together"),
        (("--clients", "no.csv", "--client", "Sam"), "--clients and --client don't go together"),
        (("--clients", "no.csv", "--week", "2", "--weeks", "3"), "--week and --weeks don't go together"),
    ],
)
def test_a_wrong_command_line_is_one(tiny: str, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    before = names(tmp_path)
    ran = share(tiny, *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in " ".join(ran.err.split())
    assert names(tmp_path) == before


def test_without_a_session_there_has_to_be_something_to_serve(tmp_path: Path) -> None:
    assert run("share").status == 2
    assert run("share", "--serve").status == 2
    assert "served with -o FOLDER and --serve alone" in " ".join(
        run("share", "-o", "x", "--serve", "--zip").err.split()
    )
    (tmp_path / "own").mkdir()
    message = run("share", "--serve", "-o", "own").message
    assert message.endswith("holds no programme. Make one first: voicecoach share SESSION -o FOLDER.")


def test_options_that_change_nothing_are_said_to(tiny: str) -> None:
    ran = share(tiny, "--port", "8000", "--music-level", "-3", "--weeks", "1")
    assert "note: Without --serve, --port changes nothing." in ran.err
    assert "note: Without --music, --music-level changes nothing." in ran.err


def test_a_base_address_becomes_one_of_ascii_with_a_slash(tiny: str, tmp_path: Path) -> None:
    assert share(tiny, "-o", "out", "--weeks", "1", "--base-url", "https://bücher.example:8080/für sam").status == 2
    assert share(tiny, "-o", "out", "--weeks", "1", "--base-url", "https://bücher.example:8080/für-sam").status == 0
    assert "https://xn--bcher-kva.example:8080/f%C3%BCr-sam/feed.xml" in (tmp_path / "out" / "feed.xml").read_text()


# Lists of clients


def test_a_list_makes_a_folder_for_each_client(tiny: str, tmp_path: Path) -> None:
    write(tmp_path, f"name,session,start week,weeks\nSam,,,2\nZoë,{tiny},2,2\nBad,none,,\nJo,,,six\n", "clients.csv")
    ran = share(tiny, "--clients", "clients.csv", "--base-url", "https://example.org")
    assert ran.status == 1
    assert names(tmp_path / "clients") == {"sam", "zoe", RECORD}
    assert sorted(file.name for file in (tmp_path / "clients" / "zoe").glob("*.mp3")) == [
        "week-02-tiny.mp3",
        "week-03-tiny.mp3",
    ]
    assert "https://example.org/zoe/feed.xml" in (tmp_path / "clients" / "zoe" / "feed.xml").read_text()
    faults = [line for line in ran.err.splitlines() if line.startswith("voicecoach: ")]
    assert faults[0].startswith("voicecoach: clients.csv:4: Bad: Unknown session 'none'.")
    assert faults[1].startswith("voicecoach: clients.csv:5: weeks: 'six' is not")
    assert "2 clients: about " in ran.err
    rows = [line.strip("│ ").split("│") for line in ran.out.splitlines() if line.startswith("│")]
    assert [[cell.strip() for cell in row[:3]] for row in rows] == [
        ["2", "Sam", "2"],
        ["3", "Zoë", "2"],
        ["4", "Bad", "not made"],
        ["5", "Jo", "not made"],
    ]
    assert ran.out.splitlines()[-1].startswith("2 of 4 programmes, ")


def test_faults_of_a_list_are_told_in_the_order_of_lines_and_before_anything_is_written(
    tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"Client {line},{'none' if line % 3 else tiny},{'x' if line % 4 == 0 else 1}" for line in range(2, 20)]
    write(tmp_path, "name,session,weeks\n" + "\n".join(rows) + "\n", "clients.csv")
    monkeypatch.setattr("voicecoach.cli.sharing.ASK_ABOVE_BYTES", 1)
    ran = share("--clients", "clients.csv")
    told = [int(line) for line in re.findall(r"^voicecoach: clients.csv:(\d+)", ran.err, re.MULTILINE)]
    assert told == [line for line in range(2, 20) if line % 3 or line % 4 == 0]
    assert ran.err.splitlines()[-1] == "voicecoach: That is more than 0.0 MB. If you mean it, add --yes."


def test_what_could_be_read_of_a_list_is_told_where_nobody_is_left(tiny: str, tmp_path: Path) -> None:
    write(tmp_path, "name,weeks\nSam,x\nJo,y\n", "clients.csv")
    ran = share(tiny, "--clients", "clients.csv")
    assert re.findall(r"^voicecoach: clients.csv:(\d): weeks: ", ran.err, re.MULTILINE) == ["2", "3"]
    assert ran.out.splitlines()[-1] == "0 of 2 programmes, 0.0 MB"


def test_the_file_to_send_is_named_with_its_size(tiny: str, tmp_path: Path) -> None:
    def named() -> str:
        ran = share(tiny, "-o", "out", "--weeks", "1", "--zip")
        assert ran.status == 0
        return ran.out.splitlines()[1]

    told = named()
    size = (tmp_path / "out" / "out.zip").stat().st_size
    assert told == f"out/out.zip  {size / 1_000_000:.1f} MB"
    assert named() == told
    assert len(share(tiny, "-o", "out", "--weeks", "1").out.splitlines()) == 1


def test_the_table_of_a_list_names_the_files_to_send(tiny: str, tmp_path: Path) -> None:
    write(tmp_path, "name,weeks\nSam,1\nBad,x\n", "clients.csv")
    ran = share(tiny, "--clients", "clients.csv", "--zip")
    size = (tmp_path / "clients" / "sam" / "sam.zip").stat().st_size
    sam, bad = (line.split("│")[5:7] for line in ran.out.splitlines() if line.startswith("│"))
    assert [part.strip() for part in sam] == ["clients/sam", f"sam.zip  {size / 1_000_000:.1f} MB"]
    assert [part.strip() for part in bad] == ["", ""]


def test_a_list_goes_on_without_redoing_what_is_finished(tiny: str, tmp_path: Path) -> None:
    write(tmp_path, "name\nSam\nJo\n", "clients.csv")
    assert share(tiny, "--clients", "clients.csv", "-o", "all", "--weeks", "1").status == 0
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "all" / "sam").iterdir()}
    shutil.rmtree(tmp_path / "all" / "jo")
    ran = share(tiny, "--clients", "clients.csv", "-o", "all", "--weeks", "1")
    assert "1 client: about " in ran.err
    assert "1, 1 already there" in ran.out
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "all" / "sam").iterdir()} == before
    assert (tmp_path / "all" / "jo" / "index.html").exists()


def test_a_clients_folder_that_is_a_link_is_not_followed(tiny: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    write(tmp_path, "name\nSam\nJo\n", "clients.csv")
    assert share(tiny, "--clients", "clients.csv", "-o", "all", "--weeks", "1").status == 0
    shutil.rmtree(tmp_path / "all" / "sam")
    (tmp_path / "all" / "sam").symlink_to(outside)
    ran = share(tiny, "--clients", "clients.csv", "-o", "all", "--weeks", "1")
    assert ran.status == 1
    assert "clients.csv:2: Sam: all/sam is a link, and what it leads to is not touched." in ran.err
    assert not names(outside)


def test_no_session_is_overwritten_by_its_own_programme(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    text = TINY.replace("weeks: 3\n", "")
    write(tmp_path / "out", text, "tiny.mp3")
    ran = share("out/tiny.mp3", "--weeks", "1", "-o", "out", "--force")
    assert "out/tiny.mp3 is also an input" in ran.err
    assert ran.status == 1
    assert (tmp_path / "out" / "tiny.mp3").read_text() == text


def test_no_session_of_a_list_is_overwritten_by_the_programme_of_another_client(tiny: str, tmp_path: Path) -> None:
    (tmp_path / "all" / "sam").mkdir(parents=True)
    (tmp_path / "all" / "sam" / "index.html").write_text(TINY)
    write(tmp_path, f"name,session\nSam,{tiny}\nJo,all/sam/index.html\n", "clients.csv")
    ran = share("--clients", "clients.csv", "-o", "all", "--weeks", "1", "--force")
    assert ran.status == 1
    assert "clients.csv:2: Sam: all/sam/index.html is also an input" in ran.err
    assert (tmp_path / "all" / "sam" / "index.html").read_text() == TINY
    assert (tmp_path / "all" / "jo" / "index.html").exists()


def test_a_list_of_nobody_makes_nothing(tiny: str, tmp_path: Path) -> None:
    write(tmp_path, "name\n\n", "clients.csv")
    assert "There is no client in 'clients.csv'" in share(tiny, "--clients", "clients.csv").message
    write(tmp_path, "name,weeks\nSam,x\n", "clients.csv")
    assert share(tiny, "--clients", "clients.csv").status == 1
    assert not (tmp_path / "clients").exists()


def test_much_is_asked_for_all_clients_together(tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.cli.sharing.ASK_ABOVE_BYTES", 100_000)
    write(tmp_path, "name\nSam\nJo\n", "clients.csv")
    assert share(tiny, "--clients", "clients.csv", "--weeks", "1").status == 1
    assert not (tmp_path / "clients").exists()


def test_folders_nobody_can_guess_stay_the_same(tiny: str, tmp_path: Path) -> None:
    write(tmp_path, "name,folder,Phone\nSam,,1\nSam,sam-two,2\n", "clients.csv")

    def folders() -> set[str]:
        ran = share(
            tiny,
            "--clients",
            "clients.csv",
            "-o",
            "all",
            "--weeks",
            "1",
            "--secret-folders",
            "--base-url",
            "https://a.b",
        )
        assert ran.status == 0
        assert "note: clients.csv:1: the column 'phone' means nothing here and is left out." in ran.err
        return names(tmp_path / "all") - {RECORD}

    first = folders()
    assert sorted(re.sub("-[a-z2-7]{16}$", "", one) for one in first) == ["sam", "sam-two"]
    assert folders() == first
    for one in first:
        assert f"https://a.b/{one}/feed.xml" in (tmp_path / "all" / one / "feed.xml").read_text()
    assert "note: Without --clients, --secret-folders changes nothing" in share(tiny, "--secret-folders").err


def test_progress_is_told_now_and_then_where_there_is_no_terminal(
    tiny: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voicecoach.cli.messages.LINE_EVERY_S", 0.0)
    write(tmp_path, "name\nSam\nJo\n", "clients.csv")
    lines = share(tiny, "--clients", "clients.csv", "--weeks", "1").err.splitlines()
    assert [line for line in lines if line.startswith("writing")] == [
        "writing: 0 of 2",
        "writing: 1 of 2",
        "writing: 2 of 2",
    ]


def test_a_release_is_all_or_weekly(tiny: str, tmp_path: Path) -> None:
    assert "'daily' is not one of all, weekly." in " ".join(share(tiny, "--release", "daily").err.split())
    assert (
        "note: Without --base-url there is no feed, and --release changes nothing."
        in share(tiny, "-o", "out", "--release", "weekly").err
    )
    ran = share(tiny, "-o", "out", "--release", "weekly", "--base-url", "https://a.b", "--weeks", "3")
    assert "note: The feed has 1 week by now, and 2 more to come. Run this again every week" in ran.err
    assert (tmp_path / "out" / "feed.xml").read_text().count("<item>") == 1
