from __future__ import annotations

from pathlib import Path

import pytest

from tests.drawn import picture
from voicecoach.definitions.coach import MAX_LOGO_BYTES, load_coach
from voicecoach.errors import VoicecoachError

PNG, JPEG = picture("PNG"), picture("JPEG")


def profile(folder: Path, text: str, logo: bytes = PNG) -> Path:
    (folder / "logo.png").write_bytes(logo)
    file = folder / "coach.yaml"
    file.write_text(text)
    return file


def refusal(folder: Path, text: str, logo: bytes = PNG) -> str:
    with pytest.raises(VoicecoachError) as caught:
        load_coach(profile(folder, text, logo))
    return str(caught.value).replace(f"{folder}/", "")


@pytest.mark.parametrize("logo", [PNG, JPEG])
def test_a_profile_has_a_name_a_contact_and_a_logo_beside_it(tmp_path: Path, logo: bytes) -> None:
    file = profile(tmp_path, "name: Alexa\ncontact: alexa@example.org\nlogo: logo.png\n", logo)
    coach = load_coach(file)
    assert (coach.name, coach.contact, coach.logo) == ("Alexa", "alexa@example.org", logo)
    assert coach.files == (file, tmp_path / "logo.png")


def test_a_name_is_enough(tmp_path: Path) -> None:
    file = profile(tmp_path, "name: Alexa\n")
    coach = load_coach(file)
    assert (coach.contact, coach.logo, coach.files) == ("", None, (file,))


@pytest.mark.parametrize(
    ("text", "logo", "message"),
    [
        ("contact: me\n", PNG, "coach.yaml:1:1: the key 'name' is missing. Add a line 'name: …'."),
        ("name: A\nlgoo: x\n", PNG, "coach.yaml:2:1: lgoo: unknown key. Did you mean 'logo'?"),
        ("name:\n", PNG, "coach.yaml:1:6: name: nothing where a text was expected. Fill it in."),
        (
            "name: A\nmessage: ''\n",
            PNG,
            "coach.yaml:2:10: message: an empty text. Fill it in, or leave 'message' out.",
        ),
        (
            "name: A\nlogo: ''\n",
            PNG,
            "coach.yaml:2:7: logo: an empty text. Fill it in, or leave 'logo' out.",
        ),
        (
            "name: A\ncontact: 123\n",
            PNG,
            'coach.yaml:2:10: contact: 123 where a text was expected. Put it in quotes: "123".',
        ),
        (
            "name: A\nlogo: log.png\n",
            PNG,
            "coach.yaml:2:7: logo: there is no file 'log.png'. A logo is named as seen from the profile's folder.",
        ),
        (
            "name: A\nlogo: logo.png\n",
            b"GIF89a",
            "coach.yaml:2:7: logo: 'logo.png' is neither a PNG nor a JPEG. Save it again, as a PNG or a JPEG in RGB.",
        ),
        (
            "name: A\nlogo: logo.png\n",
            PNG + bytes(MAX_LOGO_BYTES),
            (
                "coach.yaml:2:7: logo: 'logo.png' has more than 2 MB. "
                "Use a smaller picture; 1400 x 1400 pixels are plenty."
            ),
        ),
        (
            "name: A\nlogo: logo.png\n",
            PNG[:-20],
            (
                "coach.yaml:2:7: logo: 'logo.png' is cut off: its end is missing. "
                "Save it again, as a PNG or a JPEG in RGB."
            ),
        ),
        (
            "name: A\nlogo: logo.png\n",
            picture(width=1, height=1),
            (
                "coach.yaml:2:7: logo: 'logo.png' has 1 x 1 pixels, too few to show anything: 24 are the least on a "
                "side. Use a larger picture; 1400 x 1400 pixels are plenty."
            ),
        ),
        (
            "name: A\nlogo: logo.png\n",
            picture(width=60_000, height=30, mode="1"),
            (
                "coach.yaml:2:7: logo: 'logo.png' has 60000 x 30 pixels, and 4000 are the most on a side. "
                "Use a smaller picture; 1400 x 1400 pixels are plenty."
            ),
        ),
        (
            f"name: A\nmessage: {'hello ' * 400}\n",
            PNG,
            "coach.yaml:2:10: message: a text of 2399 characters; at most 2000. Say it more briefly.",
        ),
    ],
)
def test_a_fault_is_named_where_it_stands(tmp_path: Path, text: str, logo: bytes, message: str) -> None:
    assert refusal(tmp_path, text, logo) == message


@pytest.mark.parametrize(("width", "height", "shape"), [(600, 100, "wide"), (100, 600, "high")])
def test_a_logo_that_is_small_in_a_square_is_noted(tmp_path: Path, width: int, height: int, shape: str) -> None:
    coach = load_coach(profile(tmp_path, "name: A\nlogo: logo.png\n", picture(width=width, height=height)))
    (note,) = coach.notes
    assert f"is very {shape} ({width} x {height} pixels)" in note
    assert not load_coach(profile(tmp_path, "name: A\nlogo: logo.png\n", picture(width=300, height=100))).notes


def test_a_message_has_paragraphs(tmp_path: Path) -> None:
    text = "name: A\nmessage: |\n  Hello,\n  there you go.\n\n  See you  soon!\n"
    assert load_coach(profile(tmp_path, text)).message == ("Hello, there you go.", "See you soon!")
    assert load_coach(profile(tmp_path, "name: A\nmessage: Hello\n")).message == ("Hello",)
    assert load_coach(profile(tmp_path, "name: A\n")).message == ()
