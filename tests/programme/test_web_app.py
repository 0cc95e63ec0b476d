from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tests.programme.examples import HOSTILE, hostile, programme
from voicecoach.programme.model import APP_ICONS
from voicecoach.programme.web_app import manifest, service_worker

DIGESTS = {"index.html": "a1", "week-1.mp3": "b2"}


def test_the_manifest_says_what_an_app_needs() -> None:
    shared = programme(2)
    about = json.loads(manifest(shared))
    assert about["id"] == str(shared.identity)
    assert about["name"] == shared.full_title
    assert (about["start_url"], about["scope"], about["display"]) == (".", ".", "standalone")
    assert {icon["src"] for icon in about["icons"]} == set(APP_ICONS.values())


def test_the_manifest_holds_texts_of_strangers() -> None:
    about = json.loads(manifest(hostile()))
    assert HOSTILE in about["name"]


@pytest.mark.parametrize(
    ("title", "short"),
    [("Squats", "Squats"), ("Glutes strength for runners", "Glutes"), ("Kniebeugenprogramm", "Kniebeugenprog")],
)
def test_the_short_name_fits_below_an_icon(title: str, short: str) -> None:
    assert json.loads(manifest(replace(programme(1), title=title)))["short_name"] == short


def test_equal_files_give_an_equal_worker_and_a_changed_file_another() -> None:
    assert service_worker(DIGESTS) == service_worker(dict(DIGESTS))
    assert service_worker(DIGESTS) != service_worker(DIGESTS | {"week-1.mp3": "c3"})


def test_the_worker_knows_the_files_in_their_order() -> None:
    found = re.search(r"const FILES = (\{.*?\});", service_worker(DIGESTS), re.DOTALL)
    assert found
    assert list(json.loads(found[1]).items()) == list(DIGESTS.items())
