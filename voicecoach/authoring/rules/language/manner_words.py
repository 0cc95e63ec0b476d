"""How an exercise is done, as it stands behind its name and a comma, or how its name goes on behind a bracket."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_KIND_OF_IT = any_of(
    "(?:ez[ -]?)?(?:bar|curl bar)|barbells?|dumb-?bells?|kettle-?bells?|bb|dbs?|kbs?|cables?|machine",
    "smith(?: machine)?|band(?:ed|s)?|body-?weight|incline|decline|flat|goblet|front|back|reverse|sumo|romanian",
    "hammer|bulgarian|split|lateral|side|bent[ -]over",
    "seated|standing|hip|leg|calf|lat|wrist|chest|shoulder|biceps?|triceps?|hamstring|military|overhead|preacher",
)
MANNER = in_any_case(
    r"(?P<name>[^,:;.()]+), (?P<manner>"
    + any_of(
        "front to back|side to side|forwards?|backwards?|sideways|clockwise|anti-?clockwise",
        "(?:single|one|two|both|straight|bent|opposite|same)[ -](?:legs?|arms?|hands?|knees?|feet|foot|sides?)",
        "(?:feet|foot|legs?|knees?|arms?|heels?|toes|eyes|elbows?|palms?|hands?)[ -]"
        "(?:together|apart|wide|straight|bent|raised|up|down|in|out|open|closed|elevated|supported)",
        "seated|sitting|standing|kneeling|half[- ]kneeling|lying(?: down)?|supine|prone|on all fours|side[- ]lying",
        "(?:wide|narrow|close|neutral|reverse|underhand|overhand)(?:[ -](?:grip|stance))?",
        rf"{_KIND_OF_IT}(?: {_KIND_OF_IT})?",
    )
    + r")(?=\s*(?:$|[:(\1–-]|,\s*$))"
)
"""How an exercise is done, behind its name and a comma: `Leg swings, front to back: 10`."""
GOES_ON = in_any_case(
    r"\s+(?:stretch|exercise|bracing|raise|press|curl|row|squeeze|slide|tilt|rotation|set|hold)(?:e?s)?\b"
)
"""How a name goes on behind a bracket within it."""
