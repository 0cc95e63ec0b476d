from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.errors import VoicecoachError
from voicecoach.plan.choices import Choices, Detail
from voicecoach.programme.client_list import COLUMNS, ClientList, read_clients
from voicecoach.programme.planning import Brief

USUAL = Brief(("squat",), Choices(without=("step",)))
HEADER = ",".join(COLUMNS)


def read(folder: Path, text: str | bytes, usual: Brief = USUAL) -> ClientList:
    file = folder / "clients.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_clients(file, usual)


def row(folder: Path, text: str, usual: Brief = USUAL) -> Brief:
    listed = read(folder, f"{HEADER}\n{text}\n", usual)
    assert not listed.bad_rows
    return listed.clients[0].brief


def complaint(folder: Path, text: str) -> str:
    (bad,) = read(folder, f"{HEADER}\n{text}\n", Brief((), Choices())).bad_rows
    return bad.message.replace(f"{folder}/", "")


def refusal(folder: Path, text: str | bytes) -> str:
    with pytest.raises(VoicecoachError) as caught:
        read(folder, text)
    return str(caught.value).replace(f"{folder}/", "")


def test_a_row_says_what_is_made_for_a_client(tmp_path: Path) -> None:
    listed = read(tmp_path, f'{HEADER}\n"Müller, Zoë",lunge,3,4,"no band; backpack",en,en-gb,brief\n')
    (client,) = listed.clients
    assert (client.line, client.folder, client.voice) == (2, "muller-zoe", "en-gb")
    brief = client.brief
    assert (brief.sessions, brief.weeks, brief.language) == (("lunge",), (3, 4, 5, 6), "en")
    choices = brief.choices
    assert (choices.client, choices.with_items, choices.without) == ("Müller, Zoë", ("backpack",), ("step", "band"))
    assert choices.detail is Detail.BRIEF


def test_what_a_row_leaves_open_is_as_on_the_command_line(tmp_path: Path) -> None:
    usual = Brief(("squat",), Choices(without=("step",), detail=Detail.COUNTS), (1, 2))
    (client,) = read(tmp_path, "Name\nSam\n", usual).clients
    assert (client.brief.sessions, client.brief.weeks) == (("squat",), (1, 2))
    assert client.brief.choices == Choices(without=("step",), detail=Detail.COUNTS, client="Sam")


def test_a_client_who_has_what_others_lack(tmp_path: Path) -> None:
    assert row(tmp_path, "Sam,,,,step").choices.without == ()
    assert row(tmp_path, "Sam,,,,step").choices.with_items == ("step",)
    assert row(tmp_path, "Sam,,,,-band|+ backpack|Without chair").choices.without == ("step", "band", "chair")


@pytest.mark.parametrize(
    ("cells", "weeks", "first"),
    [("3,2", (3, 4), 3), (",2-3", (2, 3), 1), ("4,", (), 4), (",2", (1, 2), 1), (",", (), 1)],
)
def test_weeks_begin_at_the_start_week(tmp_path: Path, cells: str, weeks: tuple[int, ...], first: int) -> None:
    brief = row(tmp_path, f"Sam,,{cells}")
    assert (brief.weeks, brief.first_week) == (weeks, first)


def test_a_client_may_have_several_sessions(tmp_path: Path) -> None:
    assert row(tmp_path, "Sam,squat; lunge|mine.yaml").sessions == ("squat", "lunge", "mine.yaml")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_spreadsheets_csv_is_read(tmp_path: Path, separator: str, line_end: str, mark: str) -> None:
    text = line_end.join(["Start_Week,NAME,weeks", "", "2,Sam,3", ",,", "1,Jo,1"]).replace(",", separator)
    listed = read(tmp_path, mark + text)
    assert [(one.line, one.folder, one.brief.weeks) for one in listed.clients] == [
        (3, "sam", (2, 3, 4)),
        (5, "jo", (1,)),
    ]


def test_lines_are_counted_across_line_breaks_in_cells(tmp_path: Path) -> None:
    listed = read(tmp_path, 'name,session\n"Sam","squat;\nlunge"\nJo,\n,squat\n')
    assert [(one.line, one.folder) for one in listed.clients] == [(2, "sam"), (4, "jo")]
    assert [one.line for one in listed.bad_rows] == [5]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (",squat", "clients.csv:2: name: it is missing."),
        ("Sam", "clients.csv:2: session: it is missing. Name one here, or one for all on the command line."),
        ("Sam,squat,x", "clients.csv:2: start week: 'x' is not a number of weeks from 1 to 1000."),
        (
            "Sam,squat,,six",
            "clients.csv:2: weeks: 'six' is not a choice of weeks. Write 6 for the first six, or 3-6, or 1,3,5.",
        ),
        ("Sam,squat,2,3-6", "clients.csv:2: weeks: '3-6' names the weeks, so leave the start week out."),
        ("Sam,squat,999,6", "clients.csv:2: weeks: week 1004 is more than 1000."),
        (
            "Sam,squat,,,,,,ful",
            "clients.csv:2: detail: 'ful' is not one of full, brief, counts, tones. Did you mean 'full'?",
        ),
        (
            "Sam,squat,,,,,,,,,band",
            "clients.csv:2: 11 cells where the first line names 10 columns. A text with a comma in it needs quotes.",
        ),
    ],
)
def test_a_bad_row_is_reported_with_its_line(tmp_path: Path, cells: str, message: str) -> None:
    assert complaint(tmp_path, cells) == message


def test_a_bad_row_stops_no_other(tmp_path: Path) -> None:
    listed = read(tmp_path, "name,weeks\nSam,6\nJo,six\nKim,2\n")
    assert [one.folder for one in listed.clients] == ["sam", "kim"]
    assert [(one.line, one.name) for one in listed.bad_rows] == [(3, "Jo")]


@pytest.mark.parametrize("cells", ['"Bob" Smith,2', '"Bob,2'])
def test_a_slip_in_the_quotes_of_a_row_is_a_bad_row(tmp_path: Path, cells: str) -> None:
    listed = read(tmp_path, f"name,weeks\nSam,6\n{cells}\n")
    assert [one.folder for one in listed.clients] == ["sam"]
    assert [one.line for one in listed.bad_rows] == [3]
    assert "clients.csv:3: not CSV" in listed.bad_rows[0].message


def test_a_start_week_moves_the_weeks_of_the_command_line(tmp_path: Path) -> None:
    assert row(tmp_path, "Sam,,3", Brief(("squat",), Choices(), (1, 2))).weeks == (3, 4)
    (bad,) = read(tmp_path, f"{HEADER}\nSam,,3\n", Brief(("squat",), Choices(), (2, 4))).bad_rows
    assert "--weeks names the weeks, so leave the start week out." in bad.message


@pytest.mark.parametrize("names", [("José", "Jose"), ("Sam", "sam"), ("🏃", "...")])
def test_no_two_clients_share_a_folder(tmp_path: Path, names: tuple[str, str]) -> None:
    listed = read(tmp_path, "name\n" + "\n".join(names) + "\n")
    assert len(listed.clients) == 1
    assert "as that of line 2. Give one of the two another in a column 'folder'" in listed.bad_rows[0].message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "there is no column 'name'"),
        ("session\nsquat\n", "there is no column 'name'"),
        ("name,name\nSam,squat\n", "clients.csv:1: name: the column is there twice."),
        (b"name\nJos\xe9\n", "clients.csv:2: byte 0xe9 is not UTF-8. Save the list as CSV in UTF-8, and give that."),
        (b"n\0a\0m\0e\0", "clients.csv: this isn't a text. Save the list as CSV in UTF-8, and give that."),
        (b"\xff\xfen", "clients.csv: this begins as UTF-16 and doesn't go on as it. Save the list as CSV in UTF-8"),
        (b"%PDF-1.7", "clients.csv: this is a PDF. Save the list as CSV in UTF-8, and give that."),
    ],
)
def test_a_file_that_is_no_list(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert message in refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ("xl/workbook.xml", "clients.csv: this is a workbook of Excel. Save the list as CSV in UTF-8, and give that."),
        ("content.xml", "clients.csv: this is an OpenDocument file. Save the list as CSV in UTF-8, and give that."),
        ("word/document.xml", "clients.csv: this is a Word document. Save the list as CSV in UTF-8, and give that."),
    ],
)
def test_a_workbook_that_is_called_csv_is_told(tmp_path: Path, member: str, message: str) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(member, "")
    assert refusal(tmp_path, packed.getvalue()) == message


@pytest.mark.parametrize("head", ["sep=;", '"sep=;"', "SEP=;", "\ufeffsep=;", "sep=;,,,"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_first_line_may_name_the_separator(tmp_path: Path, head: str, line_end: str) -> None:
    listed = read(tmp_path, line_end.join([head, "name;weeks", "Sam, the tall one;2", "Jo;x", ""]))
    (client,) = listed.clients
    assert (client.line, client.folder, client.brief.weeks) == (3, "sam-the-tall-one", (1, 2))
    assert [one.line for one in listed.bad_rows] == [4]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(tmp_path: Path, encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    listed = read(tmp_path, f"{mark}name\tweeks\r\nZoë\t2\r\n".encode(encoding))
    assert [(one.line, one.brief.choices.client, one.brief.weeks) for one in listed.clients] == [(2, "Zoë", (1, 2))]


def test_columns_without_a_name_are_left_out(tmp_path: Path) -> None:
    listed = read(tmp_path, "name,,weeks,,,\nSam,,2,,,\nJo,old,2,,,\n")
    assert [one.brief.weeks for one in listed.clients] == [(1, 2), (1, 2)]
    assert (listed.bad_rows, listed.notes) == ((), ())


def test_unknown_columns_are_noted_and_left_out(tmp_path: Path) -> None:
    listed = read(tmp_path, "Phone,name,sesion\n030 123,Sam,lunge\n")
    assert [one.brief.sessions for one in listed.clients] == [USUAL.sessions]
    assert [note.replace(f"{tmp_path}/", "") for note in listed.notes] == [
        "clients.csv:1: the column 'phone' means nothing here and is left out.",
        "clients.csv:1: the column 'sesion' means nothing here and is left out. Did you mean 'session'?",
    ]


@pytest.mark.parametrize(("cells", "weeks"), [("1.0,2.0", (1, 2)), ("3.00,2", (3, 4)), (",2.0", (1, 2))])
def test_whole_numbers_may_have_zeros_behind_the_point(tmp_path: Path, cells: str, weeks: tuple[int, ...]) -> None:
    assert row(tmp_path, f"Sam,,{cells}").weeks == weeks


def test_two_clients_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    listed = read(tmp_path, "name,folder,greet\nSam,,\nSam,Sam Two,\nSam Miller,,Sam\n")
    found = [(one.folder, one.brief.whose, one.brief.choices.client) for one in listed.clients]
    assert found == [("sam", "Sam", "Sam"), ("sam-two", "Sam (sam-two)", "Sam"), ("sam-miller", "Sam Miller", "Sam")]


def test_the_same_session_may_be_there_twice(tmp_path: Path) -> None:
    assert row(tmp_path, "Sam,squat; lunge; squat").sessions == ("squat", "lunge", "squat")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(VoicecoachError, match="There is no file"):
        read_clients(tmp_path / "no.csv", USUAL)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(tmp_path_factory: pytest.TempPathFactory, name: str, cell: str) -> None:
    folder = tmp_path_factory.mktemp("list")
    try:
        listed = read(folder, f"name,weeks\n{name},{cell}\n".encode(errors="replace"))
    except VoicecoachError:
        return
    assert all(one.message for one in listed.bad_rows)
    assert len({one.folder for one in listed.clients}) == len(listed.clients)
