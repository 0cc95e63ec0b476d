"""What tests need from the machine they run on."""

from __future__ import annotations

import os
import shutil

import pytest


def needs(*programs: str) -> pytest.MarkDecorator:
    """Mark a test that runs these programs: skipped where one is missing, but failed there with `CI=true`."""
    return pytest.mark.needs(*programs)


def require(program: str) -> None:
    """Skip the running test if `program` is missing, or fail it with `CI=true`."""
    if shutil.which(program) is None:
        reason = f"{program} is not installed"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}, and CI must run every test", pytrace=False)
        pytest.skip(reason)
