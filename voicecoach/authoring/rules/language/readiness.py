"""What somebody has to be able to do before a plan, or will be behind it, which is none of what the plan has one do.

`You should be able to run 6 miles before you start`, `By the end you'll be able to jog for 30 minutes`.
"""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_MOVED = any_of(
    "walk|run|jog|swim|cycle|bike|ride|row|hike|cover",
    "(?:walk|runn|jogg|swimm|cycl|bik|rid|row|hik)ing",
)
_AHEAD = any_of(
    "first(?: of all)?|ideally|at (?:this|that) point|to (?:start|begin)(?: with)?",
    r"(?:before|prior to|when|once)\b[^,.;\d]{3,60}|by\b[^.;]{3,30}|(?:after|at|in)\b[^.;]{3,30}",
)
_ABLE = "(?:able to|capable of|(?:comfortable|happy)(?: with)?(?: to)?)"
_WHO = "(?:you|they|we|people|runners|beginners|participants|everyone|anyone|most people)"
_OUGHT = "(?:must|should|(?:will )?(?:need|have|ought)(?:s)? to|will|['’]ll|want to)"
_PLAN = r"(?:it|(?:this|the|our|my) (?:\w+ ){0,3}(?:plan|program(?:me)?|schedule|guide|session|course|workout))"
_CAN = "(?:can|could) (?:already |comfortably )?"
_GOES_ON = r"(?:\?|\b(?:ready|(?:begin|start) (?:the|this|our|with|week|stage|phase)|move on).*)"
_READY = in_any_case(
    rf"\W*(?:{_AHEAD},? )?{_WHO}? ?{_OUGHT} (?:(?:already|first|now|soon) )?be (?:\w+ )?{_ABLE} {_MOVED}\b.*",
    rf"\W*(?:{_AHEAD},? )?{_WHO} (?:must|should|(?:will )?(?:need|have|ought) to) already be {_MOVED}\b.*",
    rf"\W*{_PLAN} (?:is|assumes?|presumes?|requires?|expects?)\b.* {_CAN}{_MOVED}\b.*",
    rf"\W*(?:make sure|ensure|check)(?: that)? you {_CAN}{_MOVED}\b.*",
    rf"\W*(?:(?:if|once|when) you can|can you) (?:already |comfortably )?{_MOVED}\b.*{_GOES_ON}",
    rf"\W*(?:when|once|until) you are (?:\w+ly )?{_ABLE} {_MOVED}\b[^,]*, {_GOES_ON}",
    rf"\W*(?:this|these|it) (?:should|can|must) be (?:continued|repeated|done) until (?:you|they) can {_MOVED}\b.*",
    r"\W*(?:our|the|my|its) (?:goal|aim|idea|hope) (?:\w+ )?(?:is|was) to (?:get|bring|take|help) (?:you|people)\b"
    rf".* {_MOVED}\b.*",
)
_WORDS = ("able", "already be", " can ", "an you", "capable", "comfortable", "get you", "happy")


def is_readiness(sentence: str) -> bool:
    """Whether a sentence only says what somebody can do before or behind a plan."""
    is_list = ":" in sentence.strip(" :")
    return not is_list and any(one in sentence for one in _WORDS) and bool(_READY.fullmatch(sentence.strip()))
