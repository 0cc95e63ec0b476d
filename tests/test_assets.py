from __future__ import annotations

from pathlib import Path

from voicecoach.assets import asset_folder


def test_a_checkout_has_its_assets_at_the_top() -> None:
    assert asset_folder() == Path(__file__).parents[1] / "audio_assets"
