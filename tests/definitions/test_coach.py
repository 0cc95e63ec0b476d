from __future__ import annotations

from pathlib import Path

import pytest

from tests.outputs.samples_of_tags import PNG
from voicecoach.definitions.coach import MAX_LOGO_BYTES, load_coach
from voicecoach.errors import VoicecoachError

JPEG = b"\xff\xd8\xff\xe0" + bytes(20)


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
            "coach.yaml:2:7: logo: 'logo.png' is neither a PNG nor a JPEG. Convert it.",
        ),
        (
            "name: A\nlogo: logo.png\n",
            PNG + bytes(MAX_LOGO_BYTES),
            (
                "coach.yaml:2:7: logo: 'logo.png' has more than 2 MB. "
                "Use a smaller picture; 1400 x 1400 pixels are plenty."
            ),
        ),
    ],
)
def test_a_fault_is_named_where_it_stands(tmp_path: Path, text: str, logo: bytes, message: str) -> None:
    assert refusal(tmp_path, text, logo) == message
