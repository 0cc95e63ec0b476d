"""What pages, mails and notes say around a session is none of it, whatever numbers and exercises it names."""

from __future__ import annotations

from itertools import product

import pytest

from tests.authoring.listed import exercises_in

BESIDE = (
    "Comments (12)",
    "You may also like",
    "By Ann Field | 5 min read",
    "Updated: 3 weeks ago",
    "3 squats you should never do",
    "Total time: 25-30 minutes",
    "Difficulty: 3/5",
    "Calories burned: 250",
    "Price: $29.99",
    "Call 555-123-4567 to book a session",
    "Visit us at 12 Mill Lane, open 9-5",
    "Ann ran the 2019 spring marathon in 3:05.",
    "My time: 18:32",
    "I squatted 100 kg for 5 reps last week!",
    "When I started, I could only do 3 push-ups.",
    "A trial found that 2 sessions a week for 8 weeks improve strength by 20%.",
    "Do this workout 2-3 times a week.",
    "Allow 48 hours between sessions.",
    "Watch: how to squat (3:20)",
    "See the video at 2:35.",
    "Age 40+: scale as needed",
)
AROUND = (
    "Leg session\n\n{}\n\n1. Squats 3x10\n2. Lunges 3x10\n",
    "Leg session\n\n1. Squats 3x10\n2. Lunges 3x10\n\n{}\n",
    "Leg session\n\nSquats 3x10\nLunges 3x10\n{}\n",
    "# Leg session\n\n## Squats\n\nSit back. 3 sets of 10.\n\n## Lunges\n\nStep forward. 3 sets of 10.\n\n{}\n",
    "# Leg session\n\n{}\n\n## Squats\n\nSit back. 3 sets of 10.\n\n## Lunges\n\nStep forward. 3 sets of 10.\n",
    "Leg session\n\nDo 3 sets of 10 of each exercise.\n\n{}\n\n1. Squats\n2. Lunges\n",
)


@pytest.mark.parametrize(("beside", "around"), list(product(BESIDE, AROUND)))
def test_the_session_stays_as_it_is(beside: str, around: str) -> None:
    found = [
        (one["name"], one["sets"], one["reps"], one["seconds"], one["load"], one["rest_s"])
        for one in exercises_in(around.format(beside))
    ]
    assert found == [(name, 3, [10, 10], None, None, None) for name in ("Squats", "Lunges")]
